//! Leaflets of villages: what stands on them, and which photographs may.

use eframe::egui::Key;
use so_lang_nghe::domain::Picture;

use super::story::Story;

/// The leaflet as it was saved.
fn saved(story: &mut Story, name: &str) -> Vec<u8> {
    let path = story.folder.as_ref().unwrap().0.join(name);
    story.enter("Lưu vào tệp");
    story.ctrl(Key::A);
    story.type_text(&path.display().to_string());
    story.press("Lưu vào đây");
    std::fs::read(path).unwrap()
}

/// How many photographs a file holds.
fn photographs(pdf: &[u8]) -> usize {
    pdf.windows(9).filter(|part| part == b"DCTDecode").count()
}

#[test]
fn a_leaflet_shows_only_photographs_that_may_be_published() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num2);
    story.type_into("Lọc trong danh sách", "bat trang");
    story.press_row("Gốm Bát Tràng");
    story.press("Tờ giới thiệu");
    story.must_see("Không có ảnh nào để in.");
    let without = saved(&mut story, "không ảnh.pdf");
    assert_eq!(photographs(&without), 0);
    story.must_see("không ảnh.pdf");
    story.press("Đóng");
    // Three photographs; nobody has asked for any.
    let motifs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures/motifs");
    let paths =
        ["pottery", "jar", "food"].map(|name| motifs.join(format!("{name}.png")).display().to_string());
    story.press("Ảnh");
    story.press("Thêm ảnh, tệp");
    story.type_into("Đường dẫn tệp", &paths.join("\n"));
    story.press("Thêm vào hồ sơ");
    story.press("Tờ giới thiệu");
    story.must_see("3 ảnh không in vì chưa rõ quyền sử dụng");
    assert_eq!(photographs(&saved(&mut story, "chưa hỏi.pdf")), 0);
    story.press("Đóng");
    // Two are the office's own, and nobody can be recognised in them; of the third only one half is known.
    for (name, consent) in [("pottery", true), ("jar", true), ("food", false)] {
        story.press(&format!("Sửa {name}.png"));
        story.press("Quyền sử dụng");
        story.press("Văn phòng tự chụp");
        if consent {
            story.press("Đồng ý xử lý dữ liệu");
            story.press("Không nhận ra ai");
        }
        story.type_into("Tác giả", "Phạm Thu Trang");
        story.ctrl(Key::S);
    }
    let pictures = story.store().rows().all::<Picture>().unwrap();
    assert_eq!(pictures.iter().filter(|stored| stored.record.may_be_published()).count(), 2);
    story.press("Tờ giới thiệu");
    story.must_see("In 2 ảnh.");
    story.must_see("1 ảnh không in");
    let pdf = saved(&mut story, "hai ảnh.pdf");
    assert_eq!(photographs(&pdf), 2);
    assert!(saved(&mut story, "hai ảnh, lần nữa.pdf") == pdf, "the same data gives the same bytes");
    // The keyboard is enough: Escape closes, the button is reached with Tab.
    story.key(Key::Escape);
    assert!(!story.sees("Lưu vào đây"));
    story.tab_to("Tờ giới thiệu");
    story.key(Key::Enter);
    story.must_see("Lưu vào đây");
}
