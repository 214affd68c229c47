//! The window's own work, without the rasteriser: `cargo bench --bench window` measures all parts,
//! `cargo bench --bench window -- scroll type preview` only those. Databases are made once in `target/bench`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark"
)]
#![allow(clippy::disallowed_methods, reason = "it measures time")]
#![allow(missing_docs, reason = "a program")]

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use eframe::egui::{
    Context, Event, Id, Key, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2,
};
use so_lang_nghe::domain::Mou;
use so_lang_nghe::runtime::{Machine, Preferences, Work, make_sample_file};
use so_lang_nghe::store::Access;
use so_lang_nghe::ui::Opening;
use so_lang_nghe::ui::app::App;

/// 2026-11-26 08:00 in Vietnam.
const NOW: i64 = 1_795_654_800_000;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let sections: [(&str, fn()); 5] =
        [("scroll", scroll), ("type", type_letters), ("preview", preview), ("map", map), ("photos", photos)];
    for (name, section) in sections {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            section();
        }
    }
}

/// A window without a screen, on a register with so many artisans.
struct Window {
    context: Context,
    app: App,
    time: f64,
}

impl Window {
    fn open(artisans: usize) -> Self {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/bench/window");
        fs::create_dir_all(&folder).unwrap();
        let machine = Machine::fixed(folder.clone(), NOW);
        let data = folder.join(format!("nghe-nhan-{artisans}.langnghe"));
        if !data.exists() {
            make_sample_file(&machine, &data, artisans, &mut |_| {}).unwrap();
        }
        Preferences::default().save(&machine).unwrap();
        let context = Context::default();
        let opening = Opening { data: Some(data), ..Opening::default() };
        let app = App::new(&context, &machine, Work::Inline, &opening).unwrap();
        let mut window = Self { context, app, time: 0.0 };
        for _ in 0..4 {
            window.frame(Vec::new());
        }
        window
    }

    /// One frame with these events: logic, layout and tessellation.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 0.016;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1366.0, 768.0))),
            time: Some(self.time),
            events,
            focused: true,
            ..RawInput::default()
        };
        let began = Instant::now();
        let app = &mut self.app;
        let output = self.context.run_ui(input, |ui| app.frame(ui));
        let shapes = self.context.tessellate(output.shapes, output.pixels_per_point);
        assert!(!shapes.is_empty());
        began.elapsed()
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
    }

    fn rest(&mut self, frames: usize) {
        for _ in 0..frames {
            self.frame(Vec::new());
        }
    }
}

fn show(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1_000.0;
    println!("{what}: median {:.2} ms, p99 {:.2} ms, worst {:.2} ms", at(50), at(99), at(100));
}

/// Scrolling a list of a million artisans, a page or so each frame, up to its end and anywhere.
fn scroll() {
    for artisans in [100_000, 1_000_000] {
        let mut window = Window::open(artisans);
        let began = Instant::now();
        window.key(Key::Num3, Modifiers::COMMAND);
        window.rest(4);
        println!(
            "list of {artisans} artisans asked and shown: {:.0} ms",
            began.elapsed().as_secs_f64() * 1e3
        );
        window.frame(vec![Event::PointerMoved(Pos2::new(700.0, 400.0))]);
        let mut times = Vec::new();
        for step in 0..1_500 {
            let delta = vec2(0.0, if step % 3 == 0 { -2_000.0 } else { -90.0 });
            let wheel = Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta,
                phase: TouchPhase::Move,
                modifiers: Modifiers::NONE,
                source: eframe::egui::MouseWheelSource::Wheel,
            };
            times.push(window.frame(vec![wheel]));
        }
        show(&format!("frame while scrolling {artisans} rows, reading included"), times);
        let still = (0..300).map(|_| window.frame(Vec::new())).collect();
        show(&format!("frame of {artisans} rows at rest"), still);
    }
}

/// A letter typed into the filter of a list of 100,000, until the frame that shows its answer.
fn type_letters() {
    let mut window = Window::open(100_000);
    window.key(Key::Num3, Modifiers::COMMAND);
    window.rest(4);
    let click = |pressed| Event::PointerButton {
        pos: Pos2::new(380.0, 82.0),
        button: eframe::egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.frame(vec![Event::PointerMoved(Pos2::new(380.0, 82.0))]);
    window.frame(vec![click(true)]);
    window.frame(vec![click(false)]);
    let mut times = Vec::new();
    for phrase in ["nguyen van", "tran thi", "le", "pham van b", "hoàng"] {
        for letter in phrase.chars() {
            let mut work = window.frame(vec![Event::Text(letter.to_string())]);
            for _ in 0..2 {
                work += window.frame(Vec::new());
            }
            times.push(work);
        }
        window.key(Key::A, Modifiers::COMMAND);
        window.key(Key::Delete, Modifiers::NONE);
        window.rest(3);
    }
    show("letter in a list of 100,000 to the frame with its answer (3 frames of work)", times);
}

/// A letter typed into a MoU until its page is drawn.
fn preview() {
    let mut window = Window::open(0);
    window.key(Key::M, Modifiers::COMMAND);
    window.rest(10);
    // The first template, and the keyboard into the field for what the MoU is about.
    window.key(Key::Enter, Modifiers::NONE);
    window.rest(10);
    let subject = Id::unique(("mou-value", "subject"));
    window.context.memory_mut(|memory| memory.request_focus(subject));
    window.rest(2);
    let mut times = Vec::new();
    for number in 0..60 {
        window.frame(vec![Event::Text(format!("{number} "))]);
        // The page waits for 60 ms of rest.
        window.time += 0.1;
        let mut work = Duration::ZERO;
        for _ in 0..3 {
            work += window.frame(Vec::new());
        }
        times.push(work);
        window.time += 1.2;
        window.rest(3);
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/bench/window/nghe-nhan-0.langnghe");
    let places = so_lang_nghe::places::Places::built_in();
    let store = so_lang_nghe::store::Store::open(&path, Access::Read, &path, places).unwrap();
    let newest = store.rows().all::<Mou>().unwrap().pop().unwrap();
    assert!(newest.record.subject.contains("59"), "nothing was typed: {:?}", newest.record.subject);
    show("change in a MoU to its page drawn (text, PDF, pixels, 3 frames)", times);
}

/// A hundred thousand marks on the map: dragged and zoomed.
fn map() {
    use eframe::egui::Color32;
    use so_lang_nghe::places::Places;
    use so_lang_nghe::ui::components::{MapMark, MapView};
    use so_lang_nghe::ui::theme::{self, Theme};
    let places = Places::built_in();
    let communes = places.communes();
    let marks: Vec<MapMark> = (0..100_000_usize)
        .map(|number| {
            let commune = &communes[number % communes.len()];
            let off = i64::try_from(number % 97).unwrap() * 400;
            MapMark {
                latitude: i64::from(commune.latitude) + off,
                longitude: i64::from(commune.longitude) - off,
                colour: Color32::RED,
            }
        })
        .collect();
    let context = Context::default();
    theme::install_fonts(&context);
    let theme = Theme::new(false, so_lang_nghe::runtime::Density::default());
    let mut view = MapView::default();
    let mut times = Vec::new();
    for number in 0..120_u16 {
        let at = Pos2::new(500.0 + f32::from(number), 400.0);
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1366.0, 768.0))),
            time: Some(f64::from(number) * 0.016),
            events: vec![
                Event::PointerMoved(at),
                Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    delta: vec2(0.0, if number < 60 { 12.0 } else { -12.0 }),
                    phase: TouchPhase::Move,
                    modifiers: Modifiers::NONE,
                    source: eframe::egui::MouseWheelSource::Wheel,
                },
            ],
            focused: true,
            ..RawInput::default()
        };
        let began = Instant::now();
        let output = context.run_ui(input, |ui| {
            let mut hovered = None;
            so_lang_nghe::ui::components::map(
                ui,
                &theme,
                eframe::egui::Id::unique("map"),
                "map",
                places,
                &[],
                &mut view,
                &marks,
                None,
                &mut hovered,
            );
        });
        let shapes = context.tessellate(output.shapes, output.pixels_per_point);
        assert!(!shapes.is_empty());
        times.push(began.elapsed());
    }
    show("map with 100,000 marks, a frame while zooming", times);
}

/// Twenty photographs of twelve megapixels on their way into the register.
fn photos() {
    use so_lang_nghe::runtime::{Data, Source};
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/bench/photos");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let machine = Machine::fixed(folder.clone(), NOW);
    let data = folder.join("anh.langnghe");
    make_sample_file(&machine, &data, 0, &mut |_| {}).unwrap();
    let mut bytes = 0;
    let paths: Vec<PathBuf> = (0..20_u32)
        .map(|number| {
            let picture = image::RgbImage::from_fn(4_000, 3_000, |x, y| {
                let noise =
                    (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503).wrapping_add(number)) >> 27;
                let part = |value: u32| u8::try_from((value + noise) % 256).unwrap();
                image::Rgb([part(x / 16), part(y / 12), part((x + y) / 28)])
            });
            let path = folder.join(format!("{number}.jpg"));
            let file = fs::File::create(&path).unwrap();
            let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(file, 92);
            encoder.encode_image(&picture).unwrap();
            bytes += fs::metadata(&path).unwrap().len();
            path
        })
        .collect();
    let wake: so_lang_nghe::runtime::Wake = std::sync::Arc::new(|| {});
    let register = Data::open(&machine, &data, "", Work::Threads, wake, false).unwrap();
    let began = Instant::now();
    let tickets: Vec<_> = paths.into_iter().map(|path| register.take_picture(Source::File(path))).collect();
    let asked = began.elapsed();
    let mut left = tickets;
    while !left.is_empty() {
        left.retain(|ticket| ticket.poll().is_none());
        std::thread::sleep(Duration::from_millis(2));
    }
    println!(
        "20 photographs of {} KB: asked in {:.2} ms, all kept after {:.1} s",
        bytes / 20 / 1024,
        asked.as_secs_f64() * 1e3,
        began.elapsed().as_secs_f64()
    );
    register.close().unwrap();
    fs::remove_dir_all(&folder).unwrap();
}
