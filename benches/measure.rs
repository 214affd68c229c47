//! The figures of `BENCHMARKS.md`: `cargo bench` measures all, `cargo bench -- mou search` only those.
//!
//! Times are those of the processor for this thread where the system tells them (Linux), else of the wall
//! clock. The databases are made once and kept in `target/bench`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark"
)]
#![allow(clippy::disallowed_methods, reason = "it measures time")]
#![allow(missing_docs, reason = "a program")]

#[path = "parts/office.rs"]
mod office;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use so_lang_nghe::documents::Engine;
use so_lang_nghe::documents::badges::{Badge, BadgeGroup, BadgeSize, Badges};
use so_lang_nghe::documents::conference::letters::Invitation;
use so_lang_nghe::documents::conference::report::{Figures, Report, Section, Topic};
use so_lang_nghe::documents::conference::{Guest, Head};
use so_lang_nghe::documents::mou::data::{PrintLanguage, Standing};
use so_lang_nghe::documents::mou::fill::fill;
use so_lang_nghe::documents::mou::records;
use so_lang_nghe::documents::mou::template::Template;
use so_lang_nghe::domain::{
    Cell, ClauseTree, CodeSet, Conference, Id, IdSource, MeetingSide, MeetingWish, Mou, MouDossier, MouState,
    Organisation, Participation, Person, PhoneNumber, PhoneNumbers, Product, Random, RecordKind, Trade,
    Village,
};
use so_lang_nghe::i18n::Language;
use so_lang_nghe::ops::{
    AnyRecord, AtDesk, Atlas, BulkChange, Command, ConferenceAct, ConferenceMeetings, DeskAct, DeskEntries,
    DeskGuests, Duplicates, List, MouDraft, NAME, Page, Query as _, Register, mou_dossier, mous_in_order,
};
use so_lang_nghe::places::Places;
use so_lang_nghe::runtime::{Export, Machine, PaperQueue, Session, make_sample_book, print_many};
use so_lang_nghe::store::{Access, SearchQuery, Store};
use so_lang_nghe::vietnamese::AmountStyle;

/// 2026-11-23 08:00 in Vietnam.
const NOW: i64 = 1_795_395_600_000;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let sections: [(&str, fn()); 13] = [
        ("scale", scale),
        ("mou", mou),
        ("batch", batch),
        ("conference", conference),
        ("badges", badges),
        ("search", search),
        ("edit", edit),
        ("undo", undo),
        ("open", open),
        ("registers", registers),
        ("meetings", meetings),
        ("desk", desk),
        ("office", office::office),
    ];
    for (name, section) in sections {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            section();
        }
    }
}

/// 200 sellers and 80 buyers with up to three trades each, 20 tables and 24 slots.
fn meetings() {
    let mut ids = IdSource::new([1; 16]);
    let store = Store::in_memory(&mut ids, NOW, Places::built_in()).unwrap();
    let mut register = Register::new(store, ids, "Thử".into()).unwrap();
    let add = |register: &mut Register, record: AnyRecord| {
        register.run(&Command::Add(record), NOW).unwrap().id.unwrap()
    };
    let conference = Conference {
        name: "Hội nghị".into(),
        from_date: Some(jiff::civil::date(2026, 12, 18)),
        meeting_tables: Some(20),
        meeting_minutes: Some(20),
        meeting_from: Some(jiff::civil::time(8, 0, 0, 0)),
        meeting_to: Some(jiff::civil::time(16, 0, 0, 0)),
        ..Conference::default()
    };
    let conference: Id<Conference> = Id::from_any(add(&mut register, conference.into()));
    let mut random = Random::new(80);
    for number in 0..280 {
        let side = if number < 200 { MeetingSide::Seller } else { MeetingSide::Buyer };
        let organisation = Organisation { name: format!("Đơn vị {number}"), ..Organisation::default() };
        let organisation = Some(Id::from_any(add(&mut register, organisation.into())));
        let trades = (0..3).map(|_| Trade::ALL[random.below(Trade::ALL.len())].code());
        let trades = CodeSet::of(trades.collect::<Vec<_>>());
        let quantity = Some(i64::try_from(100 + random.below(900)).unwrap());
        let conference = Some(conference);
        let wish = MeetingWish { conference, organisation, side, trades, quantity, ..MeetingWish::default() };
        add(&mut register, wish.into());
    }
    let ask = |register: &mut Register| {
        timed(|| ConferenceMeetings { conference }.answer(register.store_mut()).unwrap())
    };
    let (first, answer) = ask(&mut register);
    let open = answer.open.len();
    let command = Command::AtConference(ConferenceAct::Timetable(conference, 8));
    let (time, _) = timed(|| register.run(&command, NOW).unwrap());
    let (shown, answer) = ask(&mut register);
    let conflicts = answer.conflicts(Language::Vi).len();
    println!(
        "meetings of 200 sellers and 80 buyers, 20 tables, 24 slots: {open} pairs in {:.0} ms, {} meetings in {:.0} ms, \
         {conflicts} booked twice, shown in {:.0} ms",
        millis(first),
        answer.meetings.len(),
        millis(time),
        millis(shown),
    );
    let (time, _) = timed(|| register.run(&command, NOW).unwrap());
    println!("the same again: {:.0} ms", millis(time));
}

/// Processor time of this thread so far.
fn clock() -> Duration {
    // The kernel brings the count up to date when the thread gives way.
    std::thread::yield_now();
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|line| line.split(' ').next()?.parse().ok());
    nanos.map_or_else(wall, Duration::from_nanos)
}

fn wall() -> Duration {
    use std::sync::OnceLock;
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = clock();
    let value = work();
    (clock().checked_sub(start).unwrap(), value)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Prints median, 99th percentile and highest of some times.
fn report(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| millis(times[(times.len() - 1) * percent / 100]);
    println!("{name}: n={} p50={:.3} ms p99={:.3} ms max={:.3} ms", times.len(), at(50), at(99), at(100));
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target").join("bench");
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn machine() -> Machine {
    Machine::fixed(folder().join("home"), NOW)
}

fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm", ".lock"] {
        let _ = fs::remove_file(format!("{}{ending}", path.display()));
    }
}

/// A register with the sample book and so many further artisans, made once.
fn book(artisans: usize) -> PathBuf {
    let path = folder().join(format!("{artisans}.langnghe"));
    if !path.exists() {
        let half = folder().join(format!("{artisans}-half.langnghe"));
        remove(&half);
        make(&half, artisans);
        fs::rename(&half, &path).unwrap();
    }
    path
}

fn make(path: &Path, artisans: usize) {
    let mut session = Session::create(&machine(), path, "").unwrap();
    make_sample_book(&mut session, artisans, &mut |_| {}).unwrap();
    session.close().unwrap();
}

fn reading(path: &Path) -> Store {
    Store::open(path, Access::Read, &folder(), Places::built_in()).unwrap()
}

fn scale() {
    let path = folder().join("scale.langnghe");
    remove(&path);
    let start = wall();
    make(&path, 100_000);
    println!(
        "demo --scale 100000: {:.1} s of wall clock, {} MB",
        wall().checked_sub(start).unwrap().as_secs_f64(),
        fs::metadata(&path).unwrap().len() >> 20
    );
    remove(&path);
}

/// Different MoUs of four to five pages: other parties, signers and quantities each time.
fn varied(dossier: &MouDossier, number: usize) -> MouDossier {
    let mut dossier = dossier.clone();
    dossier.frozen = None;
    dossier.mou.state = MouState::Draft;
    dossier.mou.number = format!("{number:02}/2026/BBGN-HHLN");
    let names = ["Nguyễn Thị Hường", "Trần Văn Ẩn", "Đỗ Quỳnh Như", "Phạm Đức Dũng", "Vũ Hoàng Yến"];
    for (place, party) in dossier.parties.iter_mut().enumerate() {
        let name = names[(number + place) % names.len()];
        party.organisation = party.organisation.take().map(|organisation| Organisation {
            name: format!("{} {name} {number}", organisation.name),
            street: format!("Số {number} phố Thí Dụ"),
            ..organisation
        });
        party.signer =
            party.signer.take().map(|signer| Person { full_name: format!("{name} {number}"), ..signer });
    }
    for (line, _) in &mut dossier.products {
        let more = i64::try_from(number).unwrap();
        line.record.quantity = line.record.quantity.map(|quantity| quantity + more);
    }
    dossier
}

fn sample_dossier(path: &Path) -> MouDossier {
    let store = reading(path);
    let rows = store.rows();
    let mous = mous_in_order(&rows).unwrap();
    let dossiers = mous.into_iter().map(|id| mou_dossier(&rows, id).unwrap());
    dossiers
        .filter(|dossier| dossier.parties.len() == 3)
        .find(|dossier| dossier.mou.number.starts_with("05"))
        .unwrap()
}

fn mou() {
    let dossier = sample_dossier(&book(0));
    let mut engine = Engine::new().unwrap();
    let places = Places::built_in();
    for language in [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn] {
        let mut sizes = Vec::new();
        let mut times = Vec::new();
        let mut filling = Vec::new();
        for number in 0..220 {
            let dossier = varied(&dossier, number);
            let template = &Template::built_in()[0];
            let (fill_time, filled) = timed(|| {
                let facts = records::facts(&dossier, places, "", AmountStyle::default());
                fill(&facts, &records::clauses(&dossier.clauses), template, language, Standing::Final)
            });
            let (print_time, paper) = timed(|| engine.mou(&filled.data, Timestamp::UNIX_EPOCH).unwrap());
            let time = fill_time + print_time;
            if number >= 20 {
                filling.push(fill_time);
                times.push(time);
                sizes.push(paper.pdf.len());
            }
        }
        let largest = sizes.iter().max().unwrap() / 1024;
        report(&format!("MoU {language:?}, records to PDF, warm, up to {largest} KB"), times);
        report(&format!("MoU {language:?}, of this filling the template"), filling);
    }
}

/// Five hundred badges of different people, data to PDF.
fn badges() {
    let mut engine = Engine::new().unwrap();
    for size in BadgeSize::ALL {
        let badge = |number: usize| Badge {
            group: BadgeGroup::ALL[number % 5],
            honorific: "Bà".into(),
            name: format!("Nguyễn Thị Minh Hường {number}"),
            position: "Chủ tịch Hội đồng quản trị".into(),
            organisation: format!("Hợp tác xã Mây tre đan Đan Hòa {}, thành phố Hà Nội", number / 3),
            code: format!("HN26-{number:04}"),
            seat: format!("Bàn số {}", number % 40),
        };
        let paper = Badges {
            size,
            host: "Hiệp hội Làng nghề Việt Nam".into(),
            conference: "Hội nghị hợp tác phát triển sản phẩm làng nghề năm 2026".into(),
            date: "18/12/2026, 8h00".into(),
            place: "Trung tâm Hội nghị Hồ Sen, Hà Nội".into(),
            badges: (0..500).map(badge).collect(),
            ..Badges::default()
        };
        let print = |engine: &mut Engine| {
            let document = paper.document();
            let pages = engine.lay_out(&document);
            engine.pdf(&document, &pages, Timestamp::UNIX_EPOCH).unwrap().len()
        };
        let largest = print(&mut engine) / 1024;
        let times = (0..10).map(|_| timed(|| print(&mut engine)).0).collect();
        report(&format!("500 badges {size:?}, {largest} KB"), times);
    }
}

/// The same without the ids of the register it came from.
fn unlinked(mut dossier: MouDossier) -> MouDossier {
    fn forget(tree: &mut ClauseTree) {
        tree.id = None;
        tree.children.iter_mut().for_each(forget);
    }
    dossier.clauses.iter_mut().for_each(forget);
    dossier
}

/// A register with a thousand different MoUs.
fn many_mous() -> PathBuf {
    let path = folder().join("thousand.langnghe");
    if path.exists() {
        return path;
    }
    let dossier = sample_dossier(&book(0));
    remove(&path);
    let mut session = Session::create(&machine(), &path, "").unwrap();
    let base = session
        .run(&Command::Add(Village { name: "Đan Hòa".into(), ..Village::default() }.into()))
        .unwrap()
        .id;
    for number in 0..1_000 {
        let dossier = unlinked(varied(&dossier, number));
        let mut parties = Vec::new();
        for party in &dossier.parties {
            let mut add = |record: so_lang_nghe::ops::AnyRecord| {
                session.run(&Command::Add(record)).unwrap().id.unwrap()
            };
            let organisation = Organisation { village: None, ..party.organisation.clone().unwrap() };
            let organisation = Id::from_any(add(organisation.into()));
            let person = Id::from_any(add(party.signer.clone().unwrap().into()));
            let mut position = party.position.clone().unwrap();
            position.person = Some(person);
            position.organisation = Some(organisation);
            let signer = Id::from_any(add(position.into()));
            let mut party = party.party.clone();
            (party.organisation, party.signer, party.contact) =
                (Some(organisation), Some(signer), Some(person));
            parties.push(party.into());
        }
        let mou = Mou { conference: None, village: base.map(Id::from_any), ..dossier.mou.clone() };
        let products = dossier.products.iter().map(|(line, product)| {
            let mut line = line.record.clone();
            line.product = None;
            line.name = product.as_ref().map(|product| product.name.clone()).unwrap_or_default();
            line.into()
        });
        let draft = MouDraft { mou, parties, clauses: dossier.clauses.clone(), products: products.collect() };
        session.run(&Command::SaveMou(None, Box::new(draft))).unwrap();
    }
    session.close().unwrap();
    path
}

fn batch() {
    let path = many_mous();
    let store = reading(&path);
    let mous = mous_in_order(&store.rows()).unwrap();
    let out = folder().join("out");
    let mut largest = 0;
    for round in 0..3 {
        let _ = fs::remove_dir_all(&out);
        let start = wall();
        let queue = PaperQueue { mous: &mous, language: Some(PrintLanguage::Vi), folder: &out };
        print_many(&store, &queue, &mut |(path, result)| {
            result.unwrap();
            largest = fs::metadata(path).unwrap().len().max(largest);
        })
        .unwrap();
        println!(
            "{} MoUs, round {round}: {:.2} s of wall clock, largest {} KB, peak memory {}",
            mous.len(),
            wall().checked_sub(start).unwrap().as_secs_f64(),
            largest / 1024,
            peak_memory()
        );
    }
    let _ = fs::remove_dir_all(&out);
}

/// A thousand invitations in one document, and a report with a long annex across.
fn conference() {
    let head =
        Head {
            agency: "Hiệp hội Làng nghề Việt Nam".into(), place: "Hà Nội".into(), ..Head::default()
        };
    let invitation = Invitation {
        head: head.clone(),
        conference: "Hội nghị hợp tác phát triển sản phẩm làng nghề năm 2026".into(),
        theme: "Kết nối làng nghề với thị trường".into(),
        time: "08h30, ngày 18 tháng 12 năm 2026".into(),
        place: "Trung tâm Hội nghị Hồ Sen, thành phố Hà Nội".into(),
        programme: vec![["08h30".into(), "Khai mạc, tham luận, ký biên bản ghi nhớ".into()]; 5],
        answer_by: "ngày 10 tháng 12 năm 2026".into(),
        contact: "Ban Thư ký, điện thoại 0900 000 002".into(),
        guests: (0..1_000)
            .map(|number| Guest {
                honorific: "Ông".into(),
                name: format!("Đàm Quang Lộc {number}"),
                position: "Giám đốc".into(),
                organisation: format!("Hợp tác xã Mây tre đan Đan Hòa {}", number % 90),
                number: format!("{number}/GM-HHLN"),
                date: None,
            })
            .collect(),
        ..Invitation::default()
    };
    let row = |number: usize| (0..9).map(|column| format!("Đan Hòa {}", number * column)).collect();
    let table = Figures {
        title: "Danh sách đơn vị tham gia".into(),
        head: (0..9).map(|column| format!("Cột {column}")).collect(),
        rows: (0..500).map(row).collect(),
        across: true,
        ..Figures::default()
    };
    let results = Section { topic: Topic::Results, tables: vec![table], ..Section::default() };
    let report = Report { head, sections: vec![results], ..Report::default() };
    let mut engine = Engine::new().unwrap();
    for (name, document) in [("1,000 invitations", invitation.document()), ("a report", report.document())] {
        let (laid, pages) = timed(|| engine.lay_out(&document));
        let (written, pdf) = timed(|| engine.pdf(&document, &pages, Timestamp::UNIX_EPOCH).unwrap());
        println!(
            "{name}: {} pages, {:.0} ms layout + {:.0} ms writing, {} KB, peak memory {}",
            pages.pages.len(),
            millis(laid),
            millis(written),
            pdf.len() >> 10,
            peak_memory()
        );
    }
}

/// The most memory the process had, as the system tells it.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown").trim().to_owned()
}

/// Typed letter by letter, as people do.
const TYPED: [&str; 12] = [
    "nguyễn thị hường",
    "nguyen van an",
    "tran van dung",
    "bat trang",
    "Gốm Phú Vinh",
    "mây tre đan",
    "ha noi",
    "dong ho",
    "le thi hoa",
    "phạm đức dũng",
    "0900012345",
    "dệt xuân hòa",
];

fn search() {
    let sizes = [
        (5_400 * 18, Some(RecordKind::Village), "5,400 villages"),
        (100_000, Some(RecordKind::Artisan), "100,000 artisans"),
        (1_000_000, Some(RecordKind::Artisan), "1,000,000 artisans"),
        (1_000_000, None, "1,000,000 artisans, all kinds"),
    ];
    for (artisans, kind, name) in sizes {
        let mut store = reading(&book(artisans));
        let kinds: Vec<_> = kind.into_iter().collect();
        // Once unmeasured, so that the pages are in memory as they are after the first words of a day.
        let mut times = Vec::new();
        for round in 0..4 {
            for phrase in TYPED {
                let letters: Vec<char> = phrase.chars().collect();
                for length in 1..=letters.len() {
                    let text: String = letters[..length].iter().collect();
                    let query = SearchQuery { text: &text, kinds: &kinds, limit: 50 };
                    let (time, _) = timed(|| store.search(query).unwrap());
                    if round > 0 {
                        times.push(time);
                    }
                }
            }
        }
        report(&format!("search among {name}"), times);
    }
}

fn edit() {
    for artisans in [1_000, 1_000_000] {
        let path = folder().join("edit.langnghe");
        remove(&path);
        fs::copy(book(artisans), &path).unwrap();
        let mut session = Session::open(&machine(), &path, "").unwrap();
        let villages = session.register().store().rows().in_order(RecordKind::Person).unwrap();
        let mut times = Vec::new();
        let mut walls = Vec::new();
        for number in 0..300_usize {
            let rows = session.register().store().rows();
            let stored = rows.at_row::<Person>(villages[number * 7 % villages.len()]).unwrap().unwrap();
            let changed =
                Person { full_name: format!("{} {number}", stored.record.full_name), ..stored.record };
            let command = Command::Change(stored.id.any(), changed.into());
            let start = wall();
            let (time, _) = timed(|| session.run(&command).unwrap());
            walls.push(wall().checked_sub(start).unwrap());
            times.push(time);
        }
        report(&format!("one saved edit (name of a person) at {artisans} artisans, processor"), times);
        report(&format!("one saved edit (name of a person) at {artisans} artisans, wall clock"), walls);
        session.close().unwrap();
        remove(&path);
    }
}

fn undo() {
    let path = folder().join("undo.langnghe");
    remove(&path);
    fs::copy(book(100_000), &path).unwrap();
    let mut session = Session::open(&machine(), &path, "").unwrap();
    let rows = session.register().store().rows();
    let rows: Vec<_> = rows.in_order(RecordKind::Person).unwrap().into_iter().take(10_000).collect();
    let retag = Command::Retag {
        kind: RecordKind::Person,
        rows,
        add: CodeSet::of(["mời-2026"]),
        remove: CodeSet::default(),
    };
    session.run(&retag).unwrap();
    let mut times = Vec::new();
    for _ in 0..5 {
        times.push(timed(|| session.undo().unwrap()).0);
        times.push(timed(|| session.redo().unwrap()).0);
    }
    report("undo or redo of an operation that changed 10,000 rows", times);
    session.close().unwrap();
    remove(&path);
}

fn open() {
    let path = book(1_000_000);
    let mut times = Vec::new();
    for _ in 0..20 {
        let start = wall();
        let session = Session::open(&machine(), &path, "").unwrap();
        times.push(wall().checked_sub(start).unwrap());
        session.close().unwrap();
    }
    report("opening a register of 1,000,000 artisans, wall clock", times);
}

/// Lists, bulk work, duplicates and files at a hundred thousand artisans.
fn registers() {
    let source = book(100_000);
    let mut store = reading(&source);
    let mut times = Vec::new();
    for province in ["01", "24", "48", "79", "56"].into_iter().cycle().take(30) {
        let mut list = List::of(RecordKind::Artisan);
        list.filters.insert("province", [province.to_owned()].into());
        times.push(
            timed(|| {
                let listed = list.answer(&mut store).unwrap();
                let rows = listed.rows.into_iter().take(64).collect();
                Page { kind: RecordKind::Artisan, rows }.answer(&mut store).unwrap()
            })
            .0,
        );
    }
    report("filter of 100,000 artisans to the lines on the screen, all counts included", times);
    let times = (0..20).map(|_| timed(|| List::of(RecordKind::Artisan).answer(&mut store).unwrap()).0);
    report("counts of all filter values at 100,000 artisans", times.collect());
    let (time, pairs) = timed(|| Duplicates { kind: RecordKind::Person }.answer(&mut store).unwrap());
    println!("duplicates among 100,000 people: {:.0} ms, {} pairs", millis(time), pairs.len());
    let times = (0..10).map(|_| timed(|| Atlas.answer(&mut store).unwrap()).0);
    report("villages as marks of the map, 5,400", times.collect());
    drop(store);
    let ten = book(10_000);
    let mut store = reading(&ten);
    let times =
        (0..5).map(|_| timed(|| Duplicates { kind: RecordKind::Person }.answer(&mut store).unwrap()).0);
    report("duplicates among 10,000 people", times.collect());
    let columns = [(NAME, 190.0), ("craft", 140.0), ("village", 150.0), ("birth", 118.0), ("phones", 135.0)];
    let export = Export {
        list: List::of(RecordKind::Artisan),
        columns: columns.map(|(key, width)| (key, key.to_owned(), width)).to_vec(),
        title: "Nghệ nhân".to_owned(),
        notes: Vec::new(),
        language: Language::Vi,
    };
    let (read, paper) = timed(|| export.paper(&mut store).unwrap());
    let (write, book) = timed(|| paper.xlsx().unwrap());
    println!(
        "list of {} as XLSX: {:.0} ms reading + {:.0} ms writing, {} KB",
        paper.rows.len(),
        millis(read),
        millis(write),
        book.len() >> 10
    );
    let mut engine = Engine::new().unwrap();
    let (time, pdf) = timed(|| {
        let document = paper.document();
        let pages = engine.lay_out(&document);
        engine.pdf(&document, &pages, Timestamp::from_millisecond(NOW).unwrap()).unwrap()
    });
    println!(
        "the same as PDF: {:.0} ms reading + {:.0} ms, {} KB",
        millis(read),
        millis(time),
        pdf.len() >> 10
    );
    drop(store);
    bulk(&source);
}

/// A thousand records edited together; two records with five hundred links made one.
fn bulk(source: &Path) {
    let path = folder().join("bulk.langnghe");
    remove(&path);
    fs::copy(source, &path).unwrap();
    let mut session = Session::open(&machine(), &path, "").unwrap();
    let rows = session.register().store().rows().in_order(RecordKind::Artisan).unwrap();
    let mut times = Vec::new();
    for number in 0..5_usize {
        let some: Vec<i64> = rows.iter().copied().skip(number * 1_000).take(1_000).collect();
        let change = BulkChange::Set(vec![("works", Cell::Text(format!("Tác phẩm {number}")))]);
        times.push(timed(|| session.run(&Command::ChangeRows(RecordKind::Artisan, some, change)).unwrap()).0);
    }
    report("1,000 artisans edited together", times);
    let mut times = Vec::new();
    for number in 0..5 {
        let firm = |name: String| Organisation { name, ..Organisation::default() };
        let keep = session.run(&Command::Add(firm(format!("A {number}")).into())).unwrap().id.unwrap();
        let lose = session.run(&Command::Add(firm(format!("B {number}")).into())).unwrap().id.unwrap();
        let product =
            Product { name: "x".into(), organisation: Some(Id::from_any(lose)), ..Product::default() };
        session.run(&Command::AddMany(vec![product.into(); 500])).unwrap();
        let merged = firm(format!("A {number}"));
        times.push(timed(|| session.run(&Command::Merge(keep, lose, merged.into())).unwrap()).0);
    }
    report("merge of two records, the lost one with 500 links", times);
    session.close().unwrap();
    remove(&path);
}

/// A check-in desk with 5,000 invited guests: letters to names, Enter to the answer that is on disk.
fn desk() {
    let path = folder().join("desk.langnghe");
    remove(&path);
    let mut session = Session::create(&machine(), &path, "").unwrap();
    let conference = Conference {
        name: "Hội nghị".into(),
        code_prefix: "HN26".into(),
        from_date: Some(jiff::civil::date(2026, 12, 18)),
        ..Conference::default()
    };
    let conference = Id::from_any(session.run(&Command::Add(conference.into())).unwrap().id.unwrap());
    let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Đàm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ"];
    let middles = ["Văn", "Thị", "Quang", "Đức", "Ngọc", "Minh", "Hữu", "Thanh"];
    let given =
        ["Lộc", "Lợi", "Hòa", "Hương", "Mỹ", "Dũng", "Ánh", "Khôi", "Sơn", "Tâm", "Yến", "Bình", "Quý"];
    let people = (0..5_000).map(|number: usize| {
        let name = [
            families[number % families.len()],
            middles[number / 7 % middles.len()],
            given[number / 3 % given.len()],
        ];
        let phones = PhoneNumbers(vec![PhoneNumber { digits: format!("09{number:08}"), zalo: false }]);
        Person { full_name: name.join(" "), phones, ..Person::default() }.into()
    });
    session.run(&Command::AddMany(people.collect())).unwrap();
    let people = session.register().store().rows().all::<Person>().unwrap();
    let invited = people.iter().zip(1..).map(|(person, number)| {
        let (conference, person) = (Some(conference), Some(person.id));
        Participation { conference, person, code: format!("HN26-{number:04}"), ..Participation::default() }
            .into()
    });
    session.run(&Command::AddMany(invited.collect())).unwrap();
    let mut store = reading(&path);
    let today = jiff::civil::date(2026, 12, 18);
    let guests = DeskGuests { conference: Some(conference), today };
    let (time, guests) = timed(|| guests.answer(&mut store).unwrap());
    println!("desk, 5,000 guests read with their keys: {:.1} ms", millis(time));
    let mut letters = Vec::new();
    for guest in guests.guests.iter().step_by(100) {
        let name = so_lang_nghe::vietnamese::fold(&guest.name);
        letters.extend((1..=name.len()).map(|end| timed(|| guests.find(&name[..end])).0));
    }
    report("desk, one more letter of a name to those who fit", letters);
    let mut times = Vec::new();
    for guest in guests.guests.iter().take(2_000) {
        let start = wall();
        let found = guests.find(&guest.code);
        let act = DeskAct::Arrive(guests.guests[found[0]].id);
        let (desk, officer, name) = ("Bàn 2".to_owned(), "Trang".to_owned(), guest.name.clone());
        let act = ConferenceAct::Desk(AtDesk { desk, officer, name, act });
        let outcome = session.run(&Command::AtConference(act)).unwrap();
        assert!(outcome.noted.is_some_and(|noted| !noted.already));
        times.push(wall().checked_sub(start).unwrap());
    }
    report("desk, Enter to the answer, first 100 (wall clock)", times[..100].to_vec());
    report("desk, Enter to the answer, last 100 (wall clock)", times[1_900..].to_vec());
    report("desk, Enter to the answer, 2,000 in a row (wall clock)", times);
    let entries = DeskEntries { conference: Some(conference), today };
    println!("desk, 2,000 entries read: {:.1} ms", millis(timed(|| entries.answer(&mut store).unwrap()).0));
    session.close().unwrap();
}
