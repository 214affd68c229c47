//! What the screens look like. Each is drawn in full into `target/images`, and compared at half its size with
//! the picture in `tests/ui/pictures`. `UPDATE_IMAGES=1` writes the pictures anew; look at them before
//! committing.

use std::fs;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use eframe::egui::{Key, Vec2, vec2};
use so_lang_nghe::i18n::Language;
use so_lang_nghe::runtime::Look;

use super::painter::Picture;
use super::story::Story;

const LARGE: Vec2 = vec2(1366.0, 768.0);
const SMALL: Vec2 = vec2(1280.0, 720.0);

/// Colours that differ by less are the same to an eye, and to another version of the same font.
const SAME: u8 = 24;
/// So many of a thousand pixels may differ.
const DIFFERENT: f64 = 2.0;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn write(path: &Path, picture: &Picture) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let file = BufWriter::new(fs::File::create(path).unwrap());
    let mut encoder = png::Encoder::new(file, picture.width as u32, picture.height as u32);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(&picture.rgb).unwrap();
}

fn read(path: &Path) -> Option<Picture> {
    let file = fs::File::open(path).ok()?;
    let mut reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgb).unwrap();
    Some(Picture { width: info.width as usize, height: info.height as usize, rgb })
}

/// Half as wide and high; every pixel is the mean of four.
fn half(picture: &Picture) -> Picture {
    let (width, height) = (picture.width / 2, picture.height / 2);
    let mut rgb = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            for part in 0..3 {
                let at = |dx: usize, dy: usize| {
                    u32::from(picture.rgb[((2 * y + dy) * picture.width + 2 * x + dx) * 3 + part])
                };
                rgb.push(((at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4) as u8);
            }
        }
    }
    Picture { width, height, rgb }
}

/// Compares the screen with its picture.
fn looks(story: &mut Story, name: &str) {
    story.rest();
    let picture = story.picture();
    write(&folder("target/images").join(format!("{name}.png")), &picture);
    let small = half(&picture);
    let reference = folder("tests/ui/pictures").join(format!("{name}.png"));
    if std::env::var_os("UPDATE_IMAGES").is_some() {
        write(&reference, &small);
        return;
    }
    let known = read(&reference).unwrap_or_else(|| panic!("there is no picture of {name} yet"));
    assert_eq!((known.width, known.height), (small.width, small.height), "{name}");
    let pairs = known.rgb.chunks(3).zip(small.rgb.chunks(3));
    let differ = |(one, other): &(&[u8], &[u8])| one.iter().zip(*other).any(|(a, b)| a.abs_diff(*b) > SAME);
    let count = pairs.filter(differ).count();
    let share = count as f64 * 1000.0 / (small.width * small.height) as f64;
    assert!(share <= DIFFERENT, "{name} looks different: {share:.1} of 1000 pixels; see target/images");
}

fn story(language: Language, size: Vec2, look: Look) -> Story {
    Story::looking(language, size, look)
}

#[test]
fn the_first_screen() {
    let mut story = Story::first_start();
    looks(&mut story, "start");
    story.press("Lập sổ trống");
    looks(&mut story, "start-empty");
}

#[test]
fn a_file_that_is_no_register() {
    looks(&mut Story::with_wrong_file(), "start-wrong-file");
}

#[test]
fn home_in_both_looks() {
    looks(&mut story(Language::Vi, LARGE, Look::Light), "home");
    looks(&mut story(Language::En, SMALL, Look::Dark), "home-en-dark");
}

#[test]
fn lists_with_a_record_and_filters() {
    let mut story_vi = story(Language::Vi, LARGE, Look::Light);
    story_vi.ctrl(Key::Num2);
    story_vi.press("Gốm sứ");
    story_vi.press_row("Gốm Bát Tràng");
    looks(&mut story_vi, "villages");
    story_vi.type_into("Lọc trong danh sách", "không có gì như thế");
    looks(&mut story_vi, "villages-nothing-found");
    let mut story_en = story(Language::En, SMALL, Look::Dark);
    story_en.ctrl(Key::Num4);
    story_en.type_into("Filter this list", "Bảy Hiên");
    story_en.press_row("Công ty Trách nhiệm hữu hạn Một thành viên");
    looks(&mut story_en, "partners-long-name-en-dark");
}

#[test]
fn forms_with_and_without_mistakes() {
    let mut story_vi = story(Language::Vi, LARGE, Look::Light);
    story_vi.ctrl(Key::Num3);
    story_vi.press_row("");
    story_vi.key(Key::Enter);
    looks(&mut story_vi, "artisan-form");
    let mut story_en = story(Language::En, SMALL, Look::Dark);
    story_en.ctrl(Key::Num4);
    story_en.press("Add partner");
    story_en.type_into("Tax code", "0100109107");
    story_en.ctrl(Key::S);
    looks(&mut story_en, "partner-form-wrong-en-dark");
}

#[test]
fn mous_as_draft_and_final() {
    let mut story_vi = story(Language::Vi, LARGE, Look::Light);
    story_vi.ctrl(Key::Num6);
    looks(&mut story_vi, "mous");
    story_vi.press_row("Chưa có số");
    story_vi.key(Key::Enter);
    looks(&mut story_vi, "mou-draft");
    let mut story_en = story(Language::En, SMALL, Look::Dark);
    story_en.ctrl(Key::Num6);
    story_en.press_row("04/2026");
    story_en.key(Key::Enter);
    looks(&mut story_en, "mou-final-en-dark");
}

#[test]
fn a_conference_and_its_desk() {
    let mut story_vi = story(Language::Vi, LARGE, Look::Light);
    story_vi.press("Hội nghị");
    looks(&mut story_vi, "conference-plan");
    story_vi.press("Khách mời");
    story_vi.press_row("1, ");
    looks(&mut story_vi, "conference-guests");
    story_vi.press("Bàn đón tiếp");
    story_vi.type_text("Bàn 2");
    story_vi.key(Key::Enter);
    story_vi.type_text("dam quang loc");
    story_vi.key(Key::Enter);
    story_vi.type_text("da");
    looks(&mut story_vi, "desk");
    let mut story_en = story(Language::En, SMALL, Look::Dark);
    story_en.press("Conference");
    story_en.press("Meetings");
    story_en.press("Take wishes from register and forms");
    story_en.press("Make the timetable");
    looks(&mut story_en, "conference-meetings-en-dark");
}

#[test]
fn everything_else() {
    let mut story_vi = story(Language::Vi, LARGE, Look::Light);
    story_vi.ctrl(Key::K);
    story_vi.type_text("gom");
    looks(&mut story_vi, "palette");
    story_vi.key(Key::Escape);
    story_vi.ctrl(Key::K);
    story_vi.type_text("thùng rác");
    story_vi.key(Key::Enter);
    looks(&mut story_vi, "trash-empty");
    story_vi.key(Key::F1);
    looks(&mut story_vi, "help");
    let mut story_en = story(Language::En, SMALL, Look::Dark);
    story_en.ctrl(Key::Comma);
    looks(&mut story_en, "settings-en-dark");
    story_en.press("Menu");
    looks(&mut story_en, "menu-en-dark");
}

#[test]
fn large_text_on_a_small_screen() {
    let mut story = Story::with_text(Language::Vi, SMALL, 150);
    looks(&mut story, "home-150");
    story.ctrl(Key::Num2);
    story.press_row("Bánh");
    looks(&mut story, "villages-150");
    story.ctrl(Key::Num6);
    story.press_row("Chưa có số");
    story.key(Key::Enter);
    looks(&mut story, "mou-150");
}

#[test]
fn all_components() {
    let mut story_light = Story::gallery(Look::Light);
    looks(&mut story_light, "gallery");
    let mut story_dark = Story::gallery(Look::Dark);
    looks(&mut story_dark, "gallery-dark");
}
