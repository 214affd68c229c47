//! The papers of a conference and its report, from the screen into files.

use eframe::egui::Key;
use so_lang_nghe::domain::{CheckIn, CheckInKind, Participation};

use super::story::Story;

fn file(story: &Story, name: &str) -> Vec<u8> {
    let path = story.home().join("ban-in").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// How many pages a PDF has.
fn pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).unwrap().get_pages().len()
}

#[test]
fn every_paper_of_the_conference_is_made_and_the_report_in_three_kinds_of_files() {
    let mut story = Story::with_sample();
    // Two guests come, so that there is something to thank for; a booth and a statement, too.
    story.ctrl(Key::K);
    story.type_text("bàn đón tiếp");
    story.key(Key::Enter);
    story.type_text("Bàn 1");
    story.key(Key::Enter);
    for name in ["dam quang loc", "ta thi minh huong"] {
        story.type_text(name);
        story.key(Key::Enter);
        story.must_see("Đã vào lúc 8h00");
    }
    story.key(Key::F4);
    story.settle();
    let entries = story.store().rows().all::<CheckIn>().unwrap();
    assert_eq!(entries.iter().filter(|entry| entry.record.kind == CheckInKind::Badge).count(), 1);
    assert_eq!(pages(&file(&story, "The-dai-bieu.pdf")), 1);
    story.must_see("In lại thẻ (đã in 1)");

    story.press("Hội nghị");
    story.press("Báo cáo");
    let invited = story.store().rows().all::<Participation>().unwrap().len();
    for (paper, name) in [
        ("Giấy mời", "Giay-moi.pdf"),
        ("Phiếu đăng ký để trống", "Phieu-dang-ky.pdf"),
        ("Danh sách đại biểu ký nhận", "Danh-sach-ky-nhan.pdf"),
        ("Thẻ đại biểu", "The-dai-bieu.pdf"),
        ("Biển tên gian hàng", "Bien-gian-hang.pdf"),
        ("Lịch gặp của từng đơn vị", "Lich-gap-don-vi.pdf"),
        ("Lịch gặp theo bàn", "Lich-gap-ban.pdf"),
        ("Biên bản hội nghị", "Bien-ban.pdf"),
        ("Giấy chứng nhận tham dự", "Giay-chung-nhan.pdf"),
        ("Thư cảm ơn", "Thu-cam-on.pdf"),
        ("Báo cáo kết quả", "Bao-cao.pdf"),
    ] {
        story.press(&format!("Mở xem: {paper}"));
        story.settle();
        let pdf = file(&story, name);
        assert!(pdf.starts_with(b"%PDF"), "{paper}");
        if std::env::var_os("KEEP_PAPERS").is_some() {
            std::fs::create_dir_all("/tmp/papers").unwrap();
            std::fs::write(format!("/tmp/papers/{name}"), &pdf).unwrap();
        }
    }
    assert!(pages(&file(&story, "Giay-moi.pdf")) >= invited, "a letter for each");
    assert_eq!(pages(&file(&story, "Giay-chung-nhan.pdf")), 2, "for those who came");
    for (paper, name) in [("Báo cáo kết quả", "Bao-cao.docx"), ("Biên bản hội nghị", "Bien-ban.docx")]
    {
        story.press(&format!("Bản Word: {paper}"));
        story.settle();
        assert!(file(&story, name).starts_with(b"PK"));
    }
    story.press("Bảng số liệu");
    story.must_see("Đại biểu có mặt");
    story.press("Tất cả bảng (Excel)");
    story.settle();
    assert!(file(&story, "Bang-bao-cao.xlsx").starts_with(b"PK"));
    if std::env::var_os("KEEP_PAPERS").is_some() {
        for name in ["Bang-bao-cao.xlsx", "Bao-cao.docx", "Bien-ban.docx"] {
            std::fs::write(format!("/tmp/papers/{name}"), file(&story, name)).unwrap();
        }
    }
    story.press("Biểu đồ");
    story.must_see("Đại biểu theo nhóm");
}
