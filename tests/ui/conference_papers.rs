//! The papers of a conference and its report, from the screen into files.

use eframe::egui::Key;
use so_lang_nghe::domain::{CheckIn, CheckInKind, Participation};

use super::story::Story;

fn file(story: &Story, name: &str) -> Vec<u8> {
    let path = story.home().join("ban-in").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Opens a paper; where no program opens such files, that is said, and the file is there all the same.
fn open(story: &mut Story, button: &str) {
    story.press(button);
    story.settle();
    if story.sees("Đã hiểu") {
        story.press("Đã hiểu");
    }
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
    // Without a printer it is said, and no badge is counted that nobody holds.
    assert_eq!(pages(&file(&story, "The-dai-bieu.pdf")), 1);
    let badges = |story: &Story| {
        let entries = story.store().rows().all::<CheckIn>().unwrap();
        entries.iter().filter(|entry| entry.record.kind == CheckInKind::Badge).count()
    };
    if story.sees("Đã hiểu") {
        story.press("Đã hiểu");
        assert_eq!(badges(&story), 0);
    } else {
        assert_eq!(badges(&story), 1);
    }

    story.press("Hội nghị");
    story.press("Báo cáo");
    let invited = story.store().rows().all::<Participation>().unwrap().len();
    for (paper, name) in [
        ("Giấy mời", "Giay-moi.pdf"),
        ("Phiếu đăng ký để trống", "Phieu-dang-ky.pdf"),
        ("Danh sách đại biểu ký nhận", "Danh-sach-ky-nhan.pdf"),
        ("Thẻ đại biểu", "The-dai-bieu.pdf"),
        ("Lịch gặp của từng đơn vị", "Lich-gap-don-vi.pdf"),
        ("Lịch gặp theo bàn", "Lich-gap-ban.pdf"),
        ("Biên bản hội nghị", "Bien-ban.pdf"),
        ("Giấy chứng nhận tham dự", "Giay-chung-nhan.pdf"),
        ("Thư cảm ơn", "Thu-cam-on.pdf"),
        ("Báo cáo kết quả", "Bao-cao.pdf"),
    ] {
        open(&mut story, &format!("Mở xem: {paper}"));
        let pdf = file(&story, name);
        assert!(pdf.starts_with(b"%PDF"), "{paper}");
        if std::env::var_os("KEEP_PAPERS").is_some() {
            std::fs::create_dir_all("/tmp/papers").unwrap();
            std::fs::write(format!("/tmp/papers/{name}"), &pdf).unwrap();
        }
    }
    let letters = pages(&file(&story, "Giay-moi.pdf"));
    assert!((invited..invited + 10).contains(&letters), "a page for nearly everybody: {letters}");
    story.press("Mở xem: Sơ đồ gian hàng");
    story.must_see("Chưa có gì để in: Sơ đồ gian hàng.");
    story.press("Đã hiểu");
    story.press("Mở xem: Biển tên gian hàng");
    story.must_see("Chưa có gì để in: Biển tên gian hàng.");
    story.press("Đã hiểu");
    assert_eq!(pages(&file(&story, "Giay-chung-nhan.pdf")), 2, "for those who came");
    for (paper, name) in [("Báo cáo kết quả", "Bao-cao.docx"), ("Biên bản hội nghị", "Bien-ban.docx")]
    {
        open(&mut story, &format!("Bản Word: {paper}"));
        assert!(file(&story, name).starts_with(b"PK"));
    }
    story.press("Bảng số liệu");
    story.must_see("Đại biểu có mặt");
    open(&mut story, "Tất cả bảng (Excel)");
    assert!(file(&story, "Bang-bao-cao.xlsx").starts_with(b"PK"));
    if std::env::var_os("KEEP_PAPERS").is_some() {
        for name in ["Bang-bao-cao.xlsx", "Bao-cao.docx", "Bien-ban.docx"] {
            std::fs::write(format!("/tmp/papers/{name}"), file(&story, name)).unwrap();
        }
    }
    story.press("Biểu đồ");
    story.must_see("Đại biểu theo nhóm");
}

/// The words of a PDF.
fn words(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn papers_carry_the_superior_body_numbers_and_recipients_the_office_wrote() {
    let mut story = Story::with_sample();
    story.ctrl(Key::K);
    story.type_text("Hiệp hội Làng nghề Việt Nam");
    story.key(Key::Enter);
    story.press("Sửa");
    story.type_into("Cơ quan chủ quản", "Liên hiệp các hội thí dụ");
    story.ctrl(Key::S);
    story.press("Hội nghị");
    story.press("Sửa");
    for (field, text) in [
        ("Số báo cáo", "7"),
        ("Số biên bản", "08/BB-HN"),
        ("Báo cáo gửi (mỗi nơi một dòng)", "Sở Công Thương thành phố Hà Nội"),
        ("Nơi nhận (mỗi nơi một dòng)", "Thường trực Hiệp hội"),
    ] {
        story.type_into(field, text);
    }
    story.ctrl(Key::S);
    story.settle();
    story.press("Báo cáo");
    let mut paper = |button: &str, name: &str| {
        open(&mut story, &format!("Mở xem: {button}"));
        words(&file(&story, name))
    };
    let letters = paper("Giấy mời", "Giay-moi.pdf");
    for part in ["Số: 01/GM-HN26", "- Như trên; - Lưu: VT."] {
        assert!(letters.contains(part), "{part}");
    }
    // Who signs finds the turn on the badge.
    let badges = paper("Thẻ đại biểu", "The-dai-bieu.pdf");
    assert!(badges.contains("Ký biên bản thứ 1"), "{badges}");
    let report = paper("Báo cáo kết quả", "Bao-cao.pdf");
    for part in [
        "LIÊN HIỆP CÁC HỘI THÍ DỤ",
        "Số: 07/BC-HHLN",
        "Kính gửi: Sở Công Thương thành phố Hà Nội",
        "- Như trên; - Thường trực Hiệp hội; - Lưu: VT.",
        "(Kèm theo Báo cáo số 07/BC-HHLN",
    ] {
        assert!(report.contains(part), "{part} in {report}");
    }
    let minutes = paper("Biên bản hội nghị", "Bien-ban.pdf");
    // The programme ends at half past four; the minutes are addressed to nobody.
    for part in [
        "Số: 08/BB-HN",
        "Nơi nhận: - Thường trực Hiệp hội; - Lưu: VT.",
        "kết thúc lúc 16h30 cùng ngày. Biên bản đã được đọc lại",
    ] {
        assert!(minutes.contains(part), "{part} in {minutes}");
    }
}

#[test]
fn the_summary_is_compared_with_conferences_that_are_ticked() {
    let mut story = Story::with_sample();
    for year in [2023, 2024, 2025] {
        story.press("Hội nghị");
        story.press("Thêm hội nghị");
        story.type_into("Tên", &format!("Hội nghị {year}"));
        story.type_into("Từ ngày", &format!("18/12/{year}"));
        story.ctrl(Key::S);
        story.settle();
    }
    story.press("Hội nghị");
    story.press("Báo cáo");
    story.press("Bảng số liệu");
    story.must_see("So với kỳ 12/2025");
    story.press("12/2023: Hội nghị 2023");
    story.settle();
    story.must_see("So với kỳ 12/2023");
    story.press("12/2025: Hội nghị 2025");
    story.settle();
    assert!(!story.sees("So với kỳ 12/2025"));
    let mut story = story.crash_and_start_again();
    story.press("Hội nghị");
    story.press("Báo cáo");
    story.press("Bảng số liệu");
    story.must_see("So với kỳ 12/2023");
    assert!(!story.sees("So với kỳ 12/2025"));
    story.ctrl(Key::Z);
    story.settle();
    story.must_see("So với kỳ 12/2025");
}

#[test]
fn a_chart_says_what_its_bars_stand_for() {
    let mut story = Story::with_sample();
    story.press("Hội nghị");
    story.press("Báo cáo");
    story.press("Biểu đồ");
    story.must_see("Thực hiện so với kế hoạch");
    story.must_see("Biên bản ghi nhớ đã ký");
}
