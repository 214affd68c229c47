//! A whole conference from the plan to the report, as its organisers run it with this program: 212 invited from
//! the register, 150 answers, 87 at the desk, 40 meetings, ten proposals; and the report says just that.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::PathBuf;

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use flate2::read::DeflateDecoder;
use so_lang_nghe::domain::{
    Answer, CheckIn, CheckInKind, Meeting, MeetingResult, Participation, Person, Statement, StatementState,
};
use so_lang_nghe::store::{Access, Store};
use so_lang_nghe::vietnamese::fold;

use super::story::{NOW, Story};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// Half past seven in the morning of 18 December 2026.
const MORNING: i64 = NOW + 22 * DAY - HOUR / 2;

const INVITED: usize = 212;
const ANSWERED: usize = 150;
const DECLINED: usize = 12;
/// Who came in their own right; five walk-ins and four substitutes make 87 of them.
const CAME: usize = 78;

#[test]
fn a_conference_is_run_from_the_plan_to_the_report() {
    let mut story = Story::with_artisans(400);

    plan(&mut story);
    invite(&mut story);
    let mut story = story.crash_and_start_at(NOW + 5 * DAY);
    note_answers(&mut story);
    let mut story = story.crash_and_start_at(MORNING);
    badges_and_sheets(&mut story);
    let mut story = receive(story);
    meet(&mut story);
    say_and_propose(&mut story);
    let mut story = story.crash_and_start_at(NOW + 27 * DAY);
    note_replies(&mut story);
    report(&mut story);
}

// What stands in the register.

fn guests(story: &Story) -> Vec<Participation> {
    story.store().rows().all::<Participation>().unwrap().into_iter().map(|stored| stored.record).collect()
}

/// Guests with their names, in the order of their codes.
fn named_guests(story: &Story) -> Vec<(String, Participation)> {
    let store = story.store();
    let mut all: Vec<_> = guests(story)
        .into_iter()
        .map(|guest| (store.rows().linked::<Person>(guest.person).unwrap().unwrap().record.full_name, guest))
        .collect();
    all.sort_by(|one, other| one.1.code.cmp(&other.1.code));
    all
}

fn arrivals(story: &Story) -> usize {
    let all = story.store().rows().all::<CheckIn>().unwrap();
    all.iter().filter(|stored| stored.record.kind == CheckInKind::Arrival).count()
}

fn meetings(story: &Story) -> Vec<Meeting> {
    story.store().rows().all::<Meeting>().unwrap().into_iter().map(|stored| stored.record).collect()
}

fn statements(story: &Story) -> Vec<Statement> {
    story.store().rows().all::<Statement>().unwrap().into_iter().map(|stored| stored.record).collect()
}

// What is done again and again.

/// Presses what was drawn last under this name: in the dialog, not behind it.
#[track_caller]
fn press(story: &mut Story, role: Role, name: &str) {
    let find = |story: &Story, brings: bool| {
        let node = story.harness.query_all_by_role_and_label(role, name).last();
        let node = node.unwrap_or_else(|| panic!("no {role:?} is called {name:?}:\n{}", story.names()));
        if brings { node.scroll_to_me() } else { node.click() }
    };
    if matches!(role, Role::CheckBox | Role::ListBoxOption) {
        find(story, true);
        story.settle();
    }
    find(story, false);
    story.settle();
}

/// Chooses a value from the list with this name; both may have a count behind them.
#[track_caller]
fn choose(story: &mut Story, list: &str, value: &str) {
    for (role, begin) in [(Role::ComboBox, list), (Role::ListBoxOption, value)] {
        let name = begins(story, role, begin).pop();
        let name = name.unwrap_or_else(|| panic!("no {role:?} begins with {begin:?}:\n{}", story.names()));
        press(story, role, &name);
    }
}

/// The names with this role that begin so.
fn begins(story: &Story, role: Role, begin: &str) -> Vec<String> {
    let nodes = story.harness.query_all_by_role(role);
    nodes.filter_map(|node| node.accesskit_node().label()).filter(|name| name.starts_with(begin)).collect()
}

/// The number at the end of the one name that begins so.
fn count_behind(story: &Story, begin: &str) -> usize {
    let name = begins(story, Role::Button, begin).pop();
    name.map_or(0, |name| name.trim_start_matches(begin).trim().parse().unwrap())
}

fn shift(story: &mut Story, key: Key) {
    story.harness.key_press_modifiers(Modifiers::SHIFT, key);
    story.harness.step();
    story.harness.step();
}

fn go_to(story: &mut Story, part: &str) {
    story.press("Hội nghị");
    story.press(part);
}

/// Opens a paper; where no program opens such files, that is said, and the file is there all the same.
fn paper(story: &mut Story, button: &str, file: &str) -> Vec<u8> {
    story.press(button);
    story.settle();
    if story.sees("Đã hiểu") {
        story.press("Đã hiểu");
    }
    let path = story.home().join("ban-in").join(file);
    let made = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    // To be looked at.
    if let Some(folder) = std::env::var_os("KEEP_REHEARSAL") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(PathBuf::from(folder).join(file), &made).unwrap();
    }
    made
}

fn pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).unwrap().get_pages().len()
}

fn pdf_words(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A part of a ZIP, by its directory at the end.
fn part(file: &[u8], name: &str) -> String {
    let number = |at: usize, bytes: usize| {
        file[at..at + bytes].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
    };
    let end = (0..file.len()).rev().find(|at| file[*at..].starts_with(b"PK\x05\x06")).unwrap();
    let mut at = number(end + 16, 4);
    while file[at..].starts_with(b"PK\x01\x02") {
        let (size, length) = (number(at + 20, 4), number(at + 28, 2));
        if &file[at + 46..at + 46 + length] == name.as_bytes() {
            let local = number(at + 42, 4);
            let from = local + 30 + number(local + 26, 2) + number(local + 28, 2);
            let packed = &file[from..from + size];
            let mut text = String::new();
            if number(at + 10, 2) == 0 {
                return String::from_utf8(packed.to_vec()).unwrap();
            }
            DeflateDecoder::new(packed).read_to_string(&mut text).unwrap();
            return text;
        }
        at += 46 + length + number(at + 30, 2) + number(at + 32, 2);
    }
    panic!("no part {name}");
}

/// The words of XML, one space between.
fn xml_words(xml: &str) -> String {
    let words = xml.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, words)| words);
    words.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

// The acts, in their order.

/// The plan: how many are expected, and a hall with room for forty meetings.
fn plan(story: &mut Story) {
    story.press("Hội nghị");
    story.must_see("Thứ Sáu, 18/12/2026");
    story.press("Sửa");
    for (field, value) in [("Số đại biểu dự kiến", "200"), ("Số bàn", "8"), ("Kết thúc", "15h10")]
    {
        story.enter(field);
        story.ctrl(Key::A);
        story.type_text(value);
    }
    story.ctrl(Key::S);
    story.must_see("/ 200");
}

/// Rows of the list of whom to invite: their names, and whether they are ticked.
fn offered(story: &Story) -> Vec<(String, bool)> {
    let mut rows = Vec::new();
    let mut inside = false;
    for node in story.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let label = node.label().unwrap_or_default();
        inside |=
            node.role() == Role::Button && (label.starts_with("Chọn cả") || label.starts_with("Bỏ chọn"));
        inside &= node.role() != Role::ComboBox;
        if inside && node.role() == Role::CheckBox {
            rows.push((label, node.toggled() == Some(Toggled::True)));
        }
    }
    rows
}

/// 212 are invited: public bodies, firms, artisans by province, and some one by one. Nobody twice.
fn invite(story: &mut Story) {
    story.press("Khách mời");
    // The guests of the sample make way for the list that is made now.
    story.press_row("1, ");
    story.ctrl(Key::A);
    story.key(Key::Delete);
    story.must_see("Chưa mời ai");

    story.press_last("Mời khách");
    press(story, Role::CheckBox, "Cơ quan");
    press(story, Role::CheckBox, "Hội");
    let bodies = count_behind(story, "Chọn cả");
    assert!(bodies > 3, "{}", story.names());
    press(story, Role::Button, &format!("Chọn cả {bodies}"));
    choose(story, "Hạng khách", "Khách danh dự");
    press(story, Role::Button, &format!("Mời {bodies} người"));
    assert_eq!(guests(story).len(), bodies);

    story.press_last("Mời khách");
    let firms = count_behind(story, "Chọn cả");
    press(story, Role::Button, &format!("Chọn cả {firms}"));
    press(story, Role::CheckBox, "Kết nối B2B");
    press(story, Role::Button, &format!("Mời {firms} người"));

    story.press_last("Mời khách");
    press(story, Role::RadioButton, "Nghệ nhân");
    let wanted = INVITED - bodies - firms;
    let mut chosen = 0;
    for province in
        ["Gia Lai", "Hà Nội", "Đồng Nai", "Hải Phòng", "Lạng Sơn", "Đà Nẵng", "Hưng Yên", "Ninh Bình"]
    {
        press(story, Role::CheckBox, province);
        let more = count_behind(story, "Chọn cả");
        if chosen + more <= wanted {
            press(story, Role::Button, &format!("Chọn cả {more}"));
            chosen += more;
        }
        press(story, Role::CheckBox, province);
    }
    while chosen < wanted {
        let (name, _) = offered(story).into_iter().find(|(_, ticked)| !ticked).unwrap();
        press(story, Role::CheckBox, &name);
        chosen += 1;
    }
    press(story, Role::Button, &format!("Mời {wanted} người"));
    story.must_see(&format!("Đã mời {wanted} khách"));
    let all = guests(story);
    assert_eq!(all.len(), INVITED);
    let persons: BTreeSet<_> = all.iter().map(|guest| guest.person).collect();
    let codes: BTreeSet<_> = all.iter().map(|guest| guest.code.as_str()).collect();
    assert_eq!((persons.len(), codes.len()), (INVITED, INVITED), "nobody twice");

    // Letters with numbers, and how they went out.
    story.press("Việc khác với danh sách");
    story.press(&format!("Đánh số giấy mời ({INVITED})"));
    story.press_row("1, ");
    story.ctrl(Key::A);
    story.press("Ghi cho khách đã chọn");
    choose(story, "Cách gửi giấy mời", "Công văn");
    press(story, Role::Button, "Ghi");
    assert!(guests(story).iter().all(Participation::was_invited));
}

/// The first row of the list of guests.
fn first_guest(story: &mut Story) {
    let first = begins(story, Role::Row, "").remove(0);
    story.press_row(&first);
}

/// 150 answer: who was written to by letter all at once, artisans as they are told by telephone.
fn note_answers(story: &mut Story) {
    go_to(story, "Khách mời");
    let groups: Vec<_> = {
        story.press(&begins(story, Role::ComboBox, "Mọi nhóm").remove(0));
        begins(story, Role::ListBoxOption, "").split_off(1)
    };
    story.key(Key::Escape);
    let mut now = "Mọi nhóm".to_owned();
    let mut done = 0;
    for group in groups.iter().filter(|group| !group.starts_with("Nghệ nhân")) {
        choose(story, &now, group);
        first_guest(story);
        story.ctrl(Key::A);
        story.press("Ghi cho khách đã chọn");
        choose(story, "Phản hồi", "Tham dự");
        choose(story, "Cách phản hồi", "Công văn");
        story.enter("Ngày phản hồi");
        story.ctrl(Key::A);
        story.type_text("30/11/2026");
        press(story, Role::Button, "Ghi");
        done += group.rsplit(['(', ')']).nth(1).unwrap().parse::<usize>().unwrap();
        now.clone_from(group);
    }
    choose(story, &now, "Nghệ nhân");
    story.must_see(&format!("Mọi phản hồi ({})", INVITED - done));
    for (key, count) in [(Key::Num1, ANSWERED - DECLINED - done), (Key::Num3, DECLINED)] {
        choose(story, "Mọi phản hồi", "Chưa trả lời");
        first_guest(story);
        for _ in 1..count {
            shift(story, Key::ArrowDown);
        }
        story.must_see(&format!("Đã chọn {count}"));
        story.key(key);
        choose(story, "Chưa trả lời", "Mọi phản hồi");
    }
    let all = guests(story);
    let count = |wanted: Answer| all.iter().filter(|guest| guest.answer == wanted).count();
    assert_eq!(count(Answer::None), INVITED - ANSWERED);
    assert_eq!(count(Answer::Declined), DECLINED);
    story.press("Kế hoạch");
    story.must_see(&format!("/ {INVITED}"));
    story.must_see(&ANSWERED.to_string());
}

/// Badges and the attendance sheet for everybody who is expected; nobody's name is missing.
fn badges_and_sheets(story: &mut Story) {
    go_to(story, "Báo cáo");
    let joined = |words: &str| words.split_whitespace().collect::<String>();
    for (name, file) in [
        ("Thẻ đại biểu", "The-dai-bieu.pdf"),
        ("Danh sách đại biểu ký nhận", "Danh-sach-ky-nhan.pdf"),
        ("Giấy mời", "Giay-moi.pdf"),
    ] {
        let words = joined(&pdf_words(&paper(story, &format!("Mở xem: {name}"), file)));
        // A letter printed again has the day it was sent on.
        assert!(name != "Giấy mời" || words.contains("ngày26tháng11năm2026"), "{words}");
        for (person, guest) in named_guests(story) {
            let expected = guest.answer != Answer::Declined;
            assert!(!expected || words.contains(&joined(&person)), "{person} is missing in {name}");
        }
    }
}

/// What lies on the disk at this moment, as a program that is killed would leave it.
fn arrivals_on_disk(story: &Story) -> usize {
    let left = super::story::Folder::new();
    let (from, to) = (story.home().join("so-mau.langnghe"), left.0.join("so-mau.langnghe"));
    std::fs::copy(&from, &to).unwrap();
    let log = |path: &std::path::Path| path.with_extension("langnghe-wal");
    std::fs::copy(log(&from), log(&to)).unwrap();
    let places = so_lang_nghe::places::Places::built_in();
    let store = Store::open(&to, Access::Read, &left.0, places).unwrap();
    let all = store.rows().all::<CheckIn>().unwrap();
    all.iter().filter(|stored| stored.record.kind == CheckInKind::Arrival).count()
}

/// Types a name as it is typed in a hurry; of several of that name the one with this code is chosen.
fn find(story: &mut Story, name: &str, code: &str) {
    story.type_text(&fold(name));
    if story.sees("1 người khớp") {
        return;
    }
    let place = begins(story, Role::Row, "").iter().position(|row| row.contains(code));
    for _ in 0..=place.unwrap_or_else(|| panic!("{name} {code}:\n{}", story.names())) {
        story.key(Key::ArrowDown);
    }
}

/// The morning at the desk: 87 come, three of them are tried twice, and the power goes in the middle of it.
fn receive(mut story: Story) -> Story {
    let all = named_guests(&story);
    let coming: Vec<_> = all.iter().filter(|(_, guest)| guest.answer == Answer::Coming).collect();
    let desk = |story: &mut Story| {
        story.press("Hội nghị");
        story.press("Bàn đón tiếp");
    };
    desk(&mut story);
    story.must_see("Đây là bàn đón tiếp nào?");
    story.type_text("Bàn 1");
    story.key(Key::Enter);
    for (place, (name, guest)) in coming[..CAME].iter().enumerate() {
        find(&mut story, name, &guest.code);
        story.key(Key::Enter);
        story.must_see("Đã vào lúc ");
        story.must_see(&guest.code);
        assert_eq!(story.value("Tìm khách"), "", "ready for the next guest");
        // Every half of an hour, and in the middle of it all, the laptop gives up.
        if place % 26 == 25 {
            assert_eq!(arrivals_on_disk(&story), place + 1, "what was shown green is on the disk");
            story = story.crash_and_start_at(MORNING + i64::try_from(place).unwrap() * HOUR / 50);
            assert_eq!(arrivals(&story), place + 1);
            desk(&mut story);
            story.must_see(&format!("{} / {INVITED} đã đến", place + 1));
        }
    }
    for (name, guest) in &coming[..3] {
        find(&mut story, name, &guest.code);
        story.key(Key::Enter);
        story.must_see("Đã vào từ trước, lúc 7h30");
        story.must_see("Lễ tân: Trần Thu Hà, Bàn 1");
    }
    assert_eq!(arrivals(&story), CAME, "who is in is not counted again");
    for (number, (name, guest)) in coming[CAME..CAME + 4].iter().enumerate() {
        find(&mut story, name, &guest.code);
        story.key(Key::F3);
        story.type_text(&format!("Đỗ Văn Thay {}", number + 1));
        story.key(Key::Enter);
        story.must_see("Đã vào lúc ");
        story.must_see(&format!("đến thay {name}"));
    }
    for number in 1..=5 {
        story.key(Key::F2);
        story.type_text(&format!("Lê Thị Mới {number}"));
        story.key(Key::Tab);
        story.type_text("Xưởng gỗ Xa Lạ");
        story.key(Key::Tab);
        story.type_text(&format!("090111220{number}"));
        story.key(Key::Enter);
        story.must_see("khách vãng lai · ");
    }
    let mut story = story.crash_and_start_at(MORNING + 2 * HOUR);
    assert_eq!(arrivals(&story), CAME + 9);
    desk(&mut story);
    story.must_see(&format!("{} / {INVITED} đã đến", CAME + 4));
    story.must_see("5 khách vãng lai");
    story.must_see("4 đến thay");
    story
}

/// Forty meetings at eight tables, nobody at two of them at once; each with its result.
fn meet(story: &mut Story) {
    go_to(story, "Kết nối B2B");
    story.press("Lấy nhu cầu từ sổ và phiếu đăng ký");
    story.press("Xếp lịch");
    let made = meetings(story);
    assert_eq!(made.len(), 40, "{}", story.names());
    let mut seen = BTreeSet::new();
    for meeting in &made {
        for who in [meeting.seller, meeting.buyer].into_iter().flatten() {
            assert!(seen.insert((who, meeting.start)), "two meetings at once");
        }
        assert!(meeting.start.is_some() && meeting.table_number.is_some());
    }
    story.tab_to("Lịch kết nối");
    let results = [Key::Num1, Key::Num2, Key::Num3, Key::Num1, Key::Num5];
    for slot in 0..5 {
        for table in 0..8 {
            story.key(results[(slot * 8 + table) % results.len()]);
            if table < 7 {
                story.key(if slot % 2 == 0 { Key::ArrowRight } else { Key::ArrowLeft });
            }
        }
        story.key(Key::ArrowDown);
    }
    let noted = meetings(story);
    assert!(noted.iter().all(|meeting| meeting.result != MeetingResult::None), "{}", story.names());
    story.type_into("Việc tiếp theo", "Gửi mẫu và bảng giá");
    story.type_into("Hạn", "31/12/2026");
    story.press("Báo cáo");
    let sheets = paper(story, "Mở xem: Lịch gặp của từng đơn vị", "Lich-gap-don-vi.pdf");
    let meets = |guest: &&Participation| {
        let both = made.iter().flat_map(|meeting| [meeting.seller, meeting.buyer]);
        guest.is_expected() && both.flatten().any(|who| Some(who) == guest.organisation)
    };
    assert_eq!(pages(&sheets), guests(story).iter().filter(meets).count(), "one for each delegate");
    let tables = paper(story, "Mở xem: Lịch gặp theo bàn", "Lich-gap-ban.pdf");
    assert_eq!(pages(&tables), 8);
    assert!(meetings(story).iter().any(|meeting| meeting.next_step == "Gửi mẫu và bảng giá"));
}

/// What is proposed, and whom it is for.
const PROPOSALS: [(&str, &str); 10] = [
    ("Cho hộ làm nghề vay không thế chấp đến 200 triệu đồng", "Ngân hàng Nhà nước"),
    ("Giảm lãi suất cho hợp tác xã làng nghề", "Ngân hàng Nhà nước"),
    ("Quy hoạch cụm làng nghề có hệ thống xử lý nước thải chung", "Sở Nông nghiệp và Môi trường"),
    ("Hỗ trợ chuyển đổi lò nung than sang lò gas", "Sở Nông nghiệp và Môi trường"),
    ("Mở lớp truyền nghề cho người trẻ tại làng", "Sở Nông nghiệp và Môi trường"),
    ("Hỗ trợ gian hàng tại hội chợ nước ngoài", "Sở Công Thương"),
    ("Hướng dẫn đăng ký nhãn hiệu tập thể", "Sở Công Thương"),
    ("Kết nối làng nghề với các tuyến du lịch", "Sở Công Thương"),
    ("Xét tặng danh hiệu nghệ nhân hằng năm", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("Tổ chức hội nghị kết nối mỗi năm hai lần", "Hiệp hội Làng nghề Việt Nam"),
];

/// Ten proposals are noted as they are said, and sent on.
fn say_and_propose(story: &mut Story) {
    let speakers = named_guests(story);
    go_to(story, "Ý kiến");
    choose(story, "Loại", "Kiến nghị");
    for ((words, _), (name, _)) in PROPOSALS.iter().zip(&speakers) {
        story.enter("Người nói");
        story.type_text(&fold(name));
        story.key(Key::Enter);
        story.type_text(words);
        story.key(Key::Enter);
    }
    let noted = statements(story);
    assert_eq!(noted.len(), PROPOSALS.len());
    assert!(noted.iter().all(|said| said.person.is_some()), "{}", story.names());
    for (words, body) in PROPOSALS {
        story.press_row(words);
        story.type_into("Gửi đến", body);
        story.key(Key::Tab);
        story.press("Đã chuyển");
    }
    assert!(statements(story).iter().all(|said| said.state == StatementState::Sent));
}

/// Days later the answers have come.
fn note_replies(story: &mut Story) {
    go_to(story, "Ý kiến");
    for (words, _) in PROPOSALS {
        story.press_row(words);
        story.type_into("Nội dung trả lời", "Đã tiếp thu, sẽ đưa vào kế hoạch năm 2027.");
        story.key(Key::Tab);
    }
    story.press("Tổng hợp");
    story.must_see("Ngân hàng Nhà nước: 2 kiến nghị, 2 đã trả lời");
    assert!(statements(story).iter().all(|said| said.state == StatementState::Answered));
}

/// The cells of a sheet of a workbook as they are read.
fn cells(book: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let strings = part(book, "xl/sharedStrings.xml");
    let strings: Vec<String> = strings.split("<si>").skip(1).map(xml_words).collect();
    let sheet = part(book, sheet);
    let row = |row: &str| {
        let mut values = Vec::new();
        for cell in row.split("<c ").skip(1) {
            let value = cell.split_once("<v>").and_then(|(_, rest)| rest.split_once("</v>"));
            let value = value.map_or("", |(value, _)| value);
            let is_text = cell.split('>').next().unwrap().contains("t=\"s\"");
            // r="E12": an empty cell may not be there at all.
            let column = cell.split('"').nth(1).unwrap().as_bytes()[0] - b'A';
            values.resize(usize::from(column), String::new());
            values.push(if is_text {
                strings[value.parse::<usize>().unwrap()].clone()
            } else {
                value.to_owned()
            });
        }
        values
    };
    sheet.split("<row ").skip(1).map(row).collect()
}

/// The report says what was done, in all three kinds of files.
fn report(story: &mut Story) {
    go_to(story, "Báo cáo");
    let pdf = pdf_words(&paper(story, "Mở xem: Báo cáo kết quả", "Bao-cao.pdf"));
    let word = paper(story, "Bản Word: Báo cáo kết quả", "Bao-cao.docx");
    let word = xml_words(&part(&word, "word/document.xml"));
    for said in [
        "mời 212 khách, 150 khách đã trả lời",
        "Có 87 đại biểu",
        "Trong 87 đại biểu có mặt có 5 khách vãng lai và 4 người đến thay",
        "40 cuộc gặp giữa bên bán và bên mua",
        "10 kiến nghị, đề xuất; 10 kiến nghị đã được trả lời",
        "Đã tiếp thu, sẽ đưa vào kế hoạch năm 2027.",
    ] {
        for words in [&pdf, &word] {
            assert!(words.contains(said), "{said:?} is not in {words}");
        }
    }
    for (name, file) in [
        ("Giấy chứng nhận tham dự", "Giay-chung-nhan.pdf"),
        ("Thư cảm ơn", "Thu-cam-on.pdf"),
        ("Biên bản hội nghị", "Bien-ban.pdf"),
    ] {
        let made = paper(story, &format!("Mở xem: {name}"), file);
        assert!(pages(&made) == 87 || name == "Biên bản hội nghị", "{name}: {} pages", pages(&made));
    }
    story.press("Bảng số liệu");
    let book = paper(story, "Tất cả bảng (Excel)", "Bang-bao-cao.xlsx");
    // The sheets are called as the tables are on the screen.
    let names = part(&book, "xl/workbook.xml");
    for code in ["B1 Tổng hợp", "B5a Theo tỉnh", "B5b Theo ngành", "B7 Kết quả", "B8 Kinh phí"] {
        assert!(names.contains(&format!("name=\"{code}")), "{code} in {names}");
    }
    let summary = cells(&book, "xl/worksheets/sheet1.xml");
    for (what, count) in [
        ("Khách được mời", "212"),
        ("Khách đã trả lời giấy mời", "150"),
        ("Đại biểu có mặt", "87"),
        ("Trong đó: khách vãng lai", "5"),
        ("Trong đó: người đến thay", "4"),
        ("Cuộc gặp B2B đã diễn ra", "40"),
        ("Kiến nghị, đề xuất", "10"),
        ("Kiến nghị đã được trả lời", "10"),
    ] {
        let row = summary.iter().find(|row| row.iter().any(|cell| cell == what));
        let row = row.unwrap_or_else(|| panic!("{what} is not in {summary:?}"));
        assert_eq!(row[4], count, "{what}");
    }
    let results = cells(&book, "xl/worksheets/sheet8.xml");
    assert_eq!(results.iter().filter(|row| row[0].parse::<usize>().is_ok()).count(), 40);
}
