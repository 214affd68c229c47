//! The data file: what is refused, what is kept, what survives.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rusqlite::Connection;
use so_lang_nghe::domain::{IdSource, Record, RecordKind, Village};
use so_lang_nghe::error::{ErrorKind, ForeignFile};
use so_lang_nghe::ops::Command;
use so_lang_nghe::places::Places;
use so_lang_nghe::runtime::{Machine, Session};
use so_lang_nghe::store::{Access, Originals, Store, copies};

use crate::common::{Folder, NOW, dump, village};

fn open(path: &Path, access: Access) -> Result<Store, ErrorKind> {
    Store::open(path, access, &Machine::backups_of(path), Places::built_in())
        .map_err(|error| error.kind().clone())
}

/// A register with one village, closed.
fn small(folder: &Folder, name: &str) -> std::path::PathBuf {
    let path = folder.file(name);
    let mut session = Session::create(&folder.machine(), &path, "").unwrap();
    session.run(&Command::Add(village("Gốm Bát Tràng").into())).unwrap();
    session.close().unwrap();
    path
}

fn contents(path: &Path) -> String {
    dump(&open(path, Access::Read).unwrap().rows())
}

#[test]
fn every_record_has_its_columns_in_its_table() {
    let folder = Folder::new();
    let connection = Connection::open(small(&folder, "a.langnghe")).unwrap();
    let columns = |table: &str| -> Vec<String> {
        let mut statement =
            connection.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid").unwrap();
        statement.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    macro_rules! check {
        ($($kind:ident),*) => {$({
            use so_lang_nghe::domain::$kind;
            let engine = [
                "rid", "id", "deleted", "changed_at", "sort_key", "completeness", "standing", "vitality",
                "strength", "sales", "province",
            ];
            let own: BTreeSet<_> = columns(<$kind as Record>::KIND.table()).into_iter().collect();
            let own: Vec<_> = own.iter().map(String::as_str).filter(|column| !engine.contains(column)).collect();
            let declared: BTreeSet<_> = <$kind as Record>::COLUMNS.iter().copied().collect();
            assert_eq!(own, Vec::from_iter(declared), "{}", stringify!($kind));
        })*};
    }
    check!(
        Village,
        Person,
        Artisan,
        Apprenticeship,
        Organisation,
        Position,
        Product,
        Certificate,
        Conference,
        Participation,
        NumberSeries,
        Mou,
        MouParty,
        MouClause,
        MouProduct,
        MouEvent,
        IssuedNumber,
        FrozenDocument,
        Preservation,
        Placement,
        Picture,
        SavedSearch,
        DistinctPair
    );
}

#[test]
fn nothing_is_written_past_the_log_and_nothing_is_ever_really_deleted() {
    let folder = Folder::new();
    let connection = Connection::open(small(&folder, "a.langnghe")).unwrap();
    for sql in [
        "INSERT INTO village (id, name, changed_at) VALUES (randomblob(16), 'lén', 0)",
        "UPDATE village SET name = 'lén'",
        "DELETE FROM village",
    ] {
        assert!(connection.execute(sql, []).is_err(), "{sql}");
    }
    // Columns that are derived and local are no part of the log.
    connection.execute("UPDATE village SET sort_key = x'00'", []).unwrap();
}

#[test]
fn the_file_says_whose_it_is_and_which_version() {
    let folder = Folder::new();
    let connection = Connection::open(small(&folder, "a.langnghe")).unwrap();
    let number = |pragma: &str| -> i64 {
        connection.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0)).unwrap()
    };
    assert_eq!(number("application_id"), i64::from(u32::from_be_bytes(*b"SLNG")));
    assert_eq!(number("user_version"), 6);
    let strict: i64 = connection
        .query_row("SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(strict, 0, "every table of ours is STRICT");
}

#[test]
fn foreign_files_are_named_as_what_they_are() {
    let folder = Folder::new();
    let check = |name: &str, bytes: &[u8], what| {
        let path = folder.file(name);
        fs::write(&path, bytes).unwrap();
        assert_eq!(open(&path, Access::Write).err(), Some(ErrorKind::Foreign(path.clone(), what)), "{name}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "left untouched");
    };
    check("rỗng.langnghe", b"", ForeignFile::Empty);
    check("a.langnghe", b"%PDF-1.7", ForeignFile::Pdf);
    check("b.langnghe", b"PK\x03\x04....", ForeignFile::Zip);
    check("c.langnghe", b"\xD0\xCF\x11\xE0\xA1\xB1", ForeignFile::OldOffice);
    check("d.langnghe", b"\x89PNG\r\n", ForeignFile::Picture);
    check("e.langnghe", "Danh sách làng nghề".as_bytes(), ForeignFile::Text);
    check("f.langnghe", &[0, 1, 2, 3, 0], ForeignFile::Unknown);
    let other = folder.file("khác.langnghe");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    assert_eq!(
        open(&other, Access::Write).err(),
        Some(ErrorKind::Foreign(other, ForeignFile::OtherDatabase))
    );
    let missing = folder.file("không có.langnghe");
    assert_eq!(open(&missing, Access::Write).err(), Some(ErrorKind::Missing(missing)));
    let path = folder.path().to_owned();
    assert_eq!(open(&path, Access::Write).err(), Some(ErrorKind::Foreign(path, ForeignFile::Folder)));
}

#[test]
fn a_cut_off_or_overwritten_file_is_called_damaged() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(open(&path, Access::Read).err(), Some(ErrorKind::Damaged(path.clone())));
    let mut scribbled = bytes.clone();
    let length = scribbled.len();
    scribbled[4096..length.min(200_000)].fill(0xAA);
    fs::write(&path, &scribbled).unwrap();
    let told = open(&path, Access::Read).and_then(|store| {
        if store.faults().map_err(|error| error.kind().clone())?.is_empty() {
            Ok(())
        } else {
            Err(ErrorKind::Damaged(path.clone()))
        }
    });
    assert_eq!(told.err(), Some(ErrorKind::Damaged(path)));
}

#[test]
fn a_newer_file_is_refused_and_left_untouched() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let before = fs::read(&path).unwrap();
    let refused = open(&path, Access::Write).err();
    assert_eq!(refused, Some(ErrorKind::TooNew { path: path.clone(), found: 99, known: 6 }));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_second_start_is_told_that_the_register_is_open() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let machine = folder.machine();
    let first = Session::open(&machine, &path, "").unwrap();
    assert_eq!(open(&path, Access::Write).err(), Some(ErrorKind::InUse(path.clone())));
    assert!(open(&path, Access::Read).is_ok(), "reading beside it is allowed");
    first.close().unwrap();
    assert!(open(&path, Access::Write).is_ok());
}

#[test]
fn a_new_register_never_overwrites_a_file() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let before = fs::read(&path).unwrap();
    let error = Session::create(&folder.machine(), &path, "").err().unwrap();
    assert_eq!(*error.kind(), ErrorKind::AlreadyThere(path.clone()));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_copied_or_put_back_file_writes_under_a_new_id() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let machine = folder.machine();
    let replica = |path: &Path, machine: &Machine| {
        let mut session = Session::open(machine, path, "").unwrap();
        session.run(&Command::Add(village("Thêm").into())).unwrap();
        let memory = session.register().store().memory().unwrap();
        let book = session.register().store().book().unwrap();
        session.close().unwrap();
        (memory.replica, book)
    };
    let old_state = fs::read(&path).unwrap();
    let (own, book) = replica(&path, &machine);
    assert_eq!(replica(&path, &machine).0, own, "the same file on the same machine stays who it is");

    let copy = folder.file("bản chép.langnghe");
    fs::copy(&path, &copy).unwrap();
    let (copied, same_book) = replica(&copy, &machine);
    assert_ne!(copied, own, "a copy is another replica");
    assert_eq!(same_book, book, "of the same register");

    let elsewhere = Machine::fixed(folder.file("máy khác"), NOW + 5);
    assert_ne!(replica(&copy, &elsewhere).0, copied, "another machine is another replica");

    fs::write(&path, old_state).unwrap();
    assert_ne!(replica(&path, &machine.at(NOW + 9)).0, own, "an older state put back is another replica");
    for path in [&path, &copy] {
        assert!(open(path, Access::Read).unwrap().faults().unwrap().is_empty());
    }
}

#[test]
fn the_log_holds_what_exchange_will_need() {
    let folder = Folder::new();
    let connection = Connection::open(small(&folder, "a.langnghe")).unwrap();
    let (sequence, clock, front, at, new): (i64, i64, i64, i64, String) = connection
        .query_row(
            "SELECT sequence, clock, front, at, new FROM operation JOIN change ON change.operation = operation.rid",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
        )
        .unwrap();
    assert_eq!((sequence, front, at), (1, 0, NOW));
    assert_eq!(clock, NOW << 16, "hybrid clock");
    assert_eq!(
        new,
        r#"{"name":"Gốm Bát Tràng","recognition":"none","trade_group":"none","founded_basis":"none","environment":"not_assessed"}"#
    );
}

#[test]
fn the_hybrid_clock_goes_on_when_the_wall_clock_goes_back() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let mut session = Session::open(&folder.machine().at(NOW - 86_400_000), &path, "").unwrap();
    session.run(&Command::Add(village("Hôm qua").into())).unwrap();
    session.close().unwrap();
    let connection = Connection::open(&path).unwrap();
    let backwards: i64 = connection
        .query_row(
            "SELECT count(*) FROM operation a JOIN operation b ON b.sequence = a.sequence + 1 AND b.clock <= a.clock",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(backwards, 0);
}

#[test]
fn a_copy_is_made_on_closing_and_after_half_an_hour_and_can_be_put_back() {
    let folder = Folder::new();
    let path = small(&folder, "sổ làng nghề.langnghe");
    let backups = Machine::backups_of(&path);
    assert_eq!(copies(&backups, &path).unwrap().len(), 1, "made on closing");
    let first = contents(&path);

    let machine = folder.machine();
    let mut session = Session::open(&machine, &path, "").unwrap();
    session.run(&Command::Add(village("Gốm Phù Lãng").into())).unwrap();
    assert!(session.back_up_in_time().unwrap().is_none(), "too early");
    session.set_machine(machine.at(NOW + 31 * 60_000));
    let copy = session.back_up_in_time().unwrap().expect("half an hour of change");
    assert!(session.back_up_in_time().unwrap().is_none(), "nothing changed since");
    session.close().unwrap();
    let second = contents(&path);
    assert_ne!(first, second);
    assert_eq!(contents(&copy.path), second);

    let oldest = copies(&backups, &path).unwrap().pop().unwrap();
    let later = machine.at(NOW + 40 * 60_000);
    let now = (later.office_time(), later.now());
    fs::write(path.with_extension("langnghe-wal"), b"stale").unwrap();
    let kept = Store::restore(&path, &oldest.path, &backups, &mut Machine::new_ids(), now).unwrap().unwrap();
    assert!(
        !path.with_extension("langnghe-wal").exists(),
        "a stale log would be played into the restored file"
    );
    assert_eq!(contents(&path), first);
    assert_eq!(contents(&kept), second, "the state before is kept");
}

#[test]
fn pictures_go_into_the_copies_once_and_come_back_with_them() {
    let folder = Folder::new();
    let path = small(&folder, "sổ.langnghe");
    let pictures = |register: &Path| {
        let mut originals = Originals::of(register);
        ["a1", "b2"].map(|key| (originals.original(key).unwrap(), originals.small(key).unwrap()))
    };
    Originals::of(&path).keep("a1", b"large".to_vec(), Some(b"small".to_vec())).unwrap();
    let mut session = Session::open(&folder.machine(), &path, "").unwrap();
    let copy = session.back_up().unwrap().path;
    Originals::of(&path).keep("b2", b"paper".to_vec(), None).unwrap();
    session.back_up().unwrap();
    session.close().unwrap();
    let all = [(Some(b"large".to_vec()), Some(b"small".to_vec())), (Some(b"paper".to_vec()), None)];
    let in_copies = Machine::backups_of(&path).join("sổ.langnghe");
    assert_eq!(pictures(&in_copies), all);

    // A copy put back on another laptop brings its pictures along, whatever the register is called there.
    let other = folder.file("máy khác.langnghe");
    let now = (folder.machine().office_time(), NOW);
    let put_back = |data: &Path, copy: &Path| {
        Store::restore(data, copy, &Machine::backups_of(data), &mut Machine::new_ids(), now).unwrap()
    };
    put_back(&other, &copy);
    assert_eq!(pictures(&other), all);
    // A register with its pictures on a stick, too; and none of the pictures here goes.
    let stick = folder.file("usb");
    fs::create_dir_all(&stick).unwrap();
    let on_stick = stick.join("sổ.langnghe");
    fs::copy(&copy, &on_stick).unwrap();
    Originals::of(&on_stick).keep("a1", b"large".to_vec(), None).unwrap();
    let third = folder.file("thứ ba.langnghe");
    Originals::of(&third).keep("b2", b"paper".to_vec(), None).unwrap();
    put_back(&third, &on_stick);
    assert_eq!(pictures(&third).map(|(large, _)| large), [Some(b"large".to_vec()), Some(b"paper".to_vec())]);
}

#[test]
fn two_copies_of_one_second_both_stay() {
    let folder = Folder::new();
    let path = small(&folder, "sổ.langnghe");
    let mut session = Session::open(&folder.machine(), &path, "").unwrap();
    let first = session.back_up().unwrap();
    let bytes = fs::read(&first.path).unwrap();
    session.run(&Command::Add(village("Gốm Phù Lãng").into())).unwrap();
    let second = session.back_up().unwrap();
    assert_ne!(first.path, second.path);
    assert_eq!(fs::read(&first.path).unwrap(), bytes);
}

#[test]
fn a_damaged_copy_is_not_put_back_and_a_damaged_register_is_kept() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let backups = Machine::backups_of(&path);
    let copy = copies(&backups, &path).unwrap().pop().unwrap().path;
    let mut bytes = fs::read(&copy).unwrap();
    let good = bytes.clone();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&copy, &bytes).unwrap();
    let now = (folder.machine().office_time(), NOW);
    let before = fs::read(&path).unwrap();
    let error = Store::restore(&path, &copy, &backups, &mut Machine::new_ids(), now).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Damaged(copy.clone()), "one flipped bit is noticed");
    assert_eq!(fs::read(&path).unwrap(), before);

    fs::write(&copy, good).unwrap();
    fs::write(&path, b"SQLite format 3\0 nothing else").unwrap();
    let kept = Store::restore(&path, &copy, &backups, &mut Machine::new_ids(), now).unwrap().unwrap();
    assert_eq!(fs::read(kept).unwrap(), b"SQLite format 3\0 nothing else");
    assert!(contents(&path).contains("Gốm Bát Tràng"));
}

#[test]
fn a_copy_with_its_log_and_a_write_protected_copy_can_be_put_back() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let backups = Machine::backups_of(&path);
    let mut open_elsewhere = Session::open(&folder.machine(), &small(&folder, "b.langnghe"), "").unwrap();
    open_elsewhere.run(&Command::Add(village("Còn trong nhật ký").into())).unwrap();
    let source = folder.file("b.langnghe");
    let mut permissions = fs::metadata(&source).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&source, permissions).unwrap();
    let now = (folder.machine().office_time(), NOW);
    Store::restore(&path, &source, &backups, &mut Machine::new_ids(), now).unwrap();
    assert!(contents(&path).contains("Còn trong nhật ký"), "what stands in the copy's log comes along");
    assert!(!fs::metadata(&path).unwrap().permissions().readonly());
}

#[test]
fn a_newer_copy_and_a_place_that_is_no_register_are_refused() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let backups = Machine::backups_of(&path);
    let now = (folder.machine().office_time(), NOW);
    let newer = small(&folder, "b.langnghe");
    Connection::open(&newer).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let before = fs::read(&path).unwrap();
    let error = Store::restore(&path, &newer, &backups, &mut Machine::new_ids(), now).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooNew { .. }));
    assert_eq!(fs::read(&path).unwrap(), before);
    let thesis = folder.file("luận văn.pdf");
    fs::write(&thesis, b"%PDF-1.7").unwrap();
    let error = Store::restore(&thesis, &path, &backups, &mut Machine::new_ids(), now).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Foreign(thesis.clone(), ForeignFile::Pdf));
    assert_eq!(fs::read(&thesis).unwrap(), b"%PDF-1.7");
}

#[test]
fn a_clock_that_was_set_back_does_not_cost_the_newest_copy() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let machine = folder.machine();
    let day = 86_400_000;
    for days in 1..60 {
        let mut session = Session::open(&machine.at(NOW + days * day), &path, "").unwrap();
        session.run(&Command::Add(village(&format!("Làng {days}")).into())).unwrap();
        session.close().unwrap();
    }
    let mut session = Session::open(&machine.at(NOW - 3_000 * day), &path, "").unwrap();
    session.run(&Command::Add(village("Sau khi pin hết").into())).unwrap();
    let copy = session.close().unwrap().unwrap();
    assert!(contents(&copy.path).contains("Sau khi pin hết"));
}

#[test]
fn a_power_cut_is_noticed_and_the_last_commit_is_there() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let mut session = Session::open(&folder.machine(), &path, "").unwrap();
    session.run(&Command::Add(village("Trước khi mất điện").into())).unwrap();
    // What a power cut leaves: the file, its log, and a lock that says "open".
    let cut = folder.file("cắt.langnghe");
    for ending in ["", "-wal", ".lock"] {
        let from = format!("{}{ending}", path.display());
        fs::copy(&from, format!("{}{ending}", cut.display())).unwrap();
    }
    session.close().unwrap();
    assert!(contents(&cut).contains("Trước khi mất điện"));
    let store = open(&cut, Access::Write).unwrap();
    assert!(store.faults().unwrap().is_empty());
    store.close().unwrap();
    assert_eq!(fs::read(format!("{}.lock", cut.display())).unwrap(), b"", "let go in order");
}

#[test]
fn yesterdays_database_still_opens() {
    let folder = Folder::new();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/db");
    for entry in fs::read_dir(fixtures).unwrap() {
        let old = entry.unwrap().path();
        let version = old.file_stem().unwrap().to_string_lossy().into_owned();
        let path = folder.file(&format!("{version}.langnghe"));
        fs::copy(old, &path).unwrap();
        let machine = folder.machine();
        let mut session = Session::open(&machine, &path, "").unwrap();
        let store = session.register().store();
        assert!(store.faults().unwrap().is_empty());
        assert!(store.rows().count(RecordKind::Village).unwrap() > 0);
        // Who pays has a column of its own since version 5.
        let budget = store.rows().all::<so_lang_nghe::domain::BudgetLine>().unwrap();
        assert_eq!(budget.len(), usize::from(version == "v4"));
        assert!(budget.iter().all(|line| line.record.paid_by == "Ngân sách"));
        assert!(schema(&path) == fresh_schema(&folder, &version), "the schema of {version} changed");
        session.run(&Command::Add(village("Mới").into())).unwrap();
        session.undo().unwrap();
        session.close().unwrap();
    }
}

/// Tables, indexes and triggers as SQL.
fn schema(path: &Path) -> Vec<String> {
    let connection = Connection::open(path).unwrap();
    let mut statement =
        connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn fresh_schema(folder: &Folder, version: &str) -> Vec<String> {
    let path = folder.file(&format!("fresh-{version}.langnghe"));
    let store = Store::create(&path, &mut IdSource::new([5; 16]), NOW, Places::built_in()).unwrap();
    store.close().unwrap();
    schema(&path)
}

/// Not a test of the program: makes the fixture of this version when asked to, once per release.
#[test]
fn fixture_of_this_version_can_be_made() {
    let folder = Folder::new();
    let path = folder.file("now.langnghe");
    let mut session = Session::create(&folder.machine(), &path, "").unwrap();
    for name in ["Gốm Bát Tràng", "Lụa Vạn Phúc", "Tranh dân gian Đông Hồ"] {
        session.run(&Command::Add(Village { in_catalogue: true, ..village(name) }.into())).unwrap();
    }
    session.close().unwrap();
    assert!(fs::metadata(&path).unwrap().len() < 1_500_000);
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        let version: i64 =
            Connection::open(&path).unwrap().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/db");
        fs::copy(&path, fixtures.join(format!("v{version}.langnghe"))).unwrap();
    }
}

#[test]
fn a_newer_list_of_administrative_units_in_the_programs_folder_is_used() {
    let folder = Folder::new();
    let path = small(&folder, "a.langnghe");
    let machine = folder.machine();
    let bundle = Places::built_in().to_bundle();
    let list = machine.home().join("don-vi-hanh-chinh.csv");
    let date = Places::built_in().date().to_string();
    fs::write(&list, bundle.replacen(&date, "2027-01-01", 1).replace("xã,Bát Tràng", "phường,Bát Tràng Mới"))
        .unwrap();
    let newer = machine.places().unwrap();
    assert_eq!(newer.date().to_string(), "2027-01-01");
    let mut session = Session::open(&machine, &path, "").unwrap();
    let in_new_commune =
        Village { commune: so_lang_nghe::places::CommuneCode::parse("00577"), ..village("Gốm mới") };
    session.run(&Command::Add(in_new_commune.into())).unwrap();
    session.close().unwrap();
    let mut store = Store::open(&path, Access::Read, &Machine::backups_of(&path), newer).unwrap();
    let query = so_lang_nghe::store::SearchQuery { text: "phuong bat trang moi", kinds: &[], limit: 5 };
    assert_eq!(store.search(query).unwrap().len(), 1);

    fs::write(&list, bundle.replacen("xã,", "làng,", 1)).unwrap();
    let refused = machine.places().err().unwrap();
    assert!(matches!(refused.kind(), ErrorKind::Invalid(problems) if !problems.is_empty()), "{refused:?}");
    fs::write(&list, &bundle).unwrap();
    assert_eq!(machine.places().unwrap().date(), Places::built_in().date());
}
