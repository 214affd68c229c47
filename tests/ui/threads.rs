//! The register on its threads: what was asked is answered, in order, never older than its version.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use so_lang_nghe::domain::{RecordKind, Village};
use so_lang_nghe::ops::{Command, Find, List};
use so_lang_nghe::runtime::{Data, Desk, Machine, Slot, View, Work};

use super::story::{Folder, NOW};

fn village(name: &str) -> Command {
    Command::Add(Village { name: name.to_owned(), ..Village::default() }.into())
}

fn open(folder: &Folder, woken: &Arc<AtomicUsize>) -> Data {
    let machine = Machine::fixed(folder.0.clone(), NOW);
    let path = folder.0.join("sổ.langnghe");
    let make = !path.exists();
    let woken = Arc::clone(woken);
    let wake = Arc::new(move || {
        woken.fetch_add(1, Ordering::Relaxed);
    });
    Data::open(&machine, &path, "Trần Thu Hà", Work::Threads, wake, make).unwrap()
}

#[test]
fn an_answer_is_never_older_than_its_version_says() {
    let (folder, woken) = (Folder::new(), Arc::default());
    let data = open(&folder, &woken);
    let list = List::of(RecordKind::Village);
    for number in 1..=40 {
        let before = data.version(&[RecordKind::Village]);
        data.run(village(&format!("Làng {number}"))).wait().unwrap();
        assert_eq!(data.version(&[RecordKind::Village]), before + 1);
        assert_eq!(data.version(&[RecordKind::Mou]), 0, "nothing else changed");
        assert_eq!(data.ask(&list).wait().unwrap().rows.len(), number);
    }
    data.close().unwrap().expect("a copy is made on closing");
    // Counted when the threads have ended: an answer is there a moment before it wakes anybody.
    assert!(woken.load(Ordering::Relaxed) >= 80, "every answer wakes the window");
}

#[test]
fn a_slot_asks_again_only_when_the_question_or_the_data_changed() {
    let (folder, woken) = (Folder::new(), Arc::default());
    let data = open(&folder, &woken);
    let mut slot = Slot::<Find>::default();
    let find = |text: &str| Find { text: text.to_owned(), kinds: vec![RecordKind::Village], limit: 9 };
    let mut answer = |question: &Find| loop {
        match slot.get(&data, question) {
            View::Ready(hits) if slot.answers(question) => break hits.len(),
            View::Failed(error) => panic!("{error:?}"),
            _ => std::thread::yield_now(),
        }
    };
    assert_eq!(answer(&find("van phuc")), 0);
    for _ in 0..100 {
        answer(&find("van phuc"));
    }
    data.ask(&find("")).wait().unwrap();
    assert!(woken.load(Ordering::Relaxed) <= 2, "the kept answer is enough");
    data.run(village("Vạn Phúc")).wait().unwrap();
    // The last answer stays on the screen until the newer one is there.
    while answer(&find("van phuc")) == 0 {
        std::thread::yield_now();
    }
    assert_eq!(answer(&find("bat trang")), 0);
    data.close().unwrap();
}

#[test]
fn what_was_asked_before_closing_is_done_and_the_file_is_free_afterwards() {
    let (folder, woken) = (Folder::new(), Arc::default());
    let data = open(&folder, &woken);
    let tickets: Vec<_> = (0..30).map(|number| data.run(village(&format!("Làng {number}")))).collect();
    data.close().unwrap();
    assert!(tickets.into_iter().all(|ticket| ticket.wait().is_ok()));
    let data = open(&folder, &woken);
    assert_eq!(data.ask(&List::of(RecordKind::Village)).wait().unwrap().rows.len(), 30);
    assert!(data.status().undo.is_some(), "undo outlives closing");
    data.undo().wait().unwrap();
    assert_eq!(data.ask(&List::of(RecordKind::Village)).wait().unwrap().rows.len(), 29);
    data.close().unwrap();
}

#[test]
fn a_register_that_is_open_is_refused_a_second_time() {
    let (folder, woken) = (Folder::new(), Arc::default());
    let data = open(&folder, &woken);
    let machine = Machine::fixed(folder.0.clone(), NOW);
    let again = Data::open(&machine, data.path(), "", Work::Threads, Arc::new(|| {}), false);
    let error = again.err().expect("it is open already");
    assert!(matches!(error.kind(), so_lang_nghe::error::ErrorKind::InUse(_)), "{error:?}");
    data.close().unwrap();
}

#[test]
fn a_register_copied_from_a_stick_brings_what_stands_in_its_log() {
    let (folder, stick, woken) = (Folder::new(), Folder::new(), Arc::default());
    let data = open(&folder, &woken);
    data.run(village("Vạn Phúc")).wait().unwrap();
    // As a power cut leaves it: the newest records are in the log beside the file.
    for name in ["sổ.langnghe", "sổ.langnghe-wal"] {
        std::fs::copy(folder.0.join(name), stick.0.join(name)).unwrap();
    }
    data.close().unwrap();
    let machine = Machine::fixed(folder.0.join("máy"), NOW);
    let desk = Desk::new(&machine, Work::Inline, Arc::new(|| {})).unwrap();
    let from = stick.0.join("sổ.langnghe");
    let places = [desk.copy_here(from.clone()).wait().unwrap(), desk.copy_here(from).wait().unwrap()];
    assert_ne!(places[0], places[1], "the second copy does not take the place of the first");
    for path in places {
        let copy = Data::open(&machine, &path, "", Work::Threads, Arc::new(|| {}), false).unwrap();
        assert_eq!(copy.ask(&List::of(RecordKind::Village)).wait().unwrap().rows.len(), 1);
        copy.close().unwrap();
    }
}

/// Another program with the register that the variable names: it opens it to write, reads, and closes it.
#[test]
#[ignore = "started by the test below as a process of its own"]
fn another_program() {
    let path = std::env::var_os("LANGNGHE_REGISTER").unwrap();
    let connection = rusqlite::Connection::open(path).unwrap();
    let villages: i64 = connection.query_row("SELECT count(*) FROM village", [], |row| row.get(0)).unwrap();
    assert_eq!(villages, 1);
}

#[test]
fn another_program_that_looks_into_the_open_register_does_not_take_its_log_away() {
    let (folder, woken) = (Folder::new(), Arc::default());
    let data = open(&folder, &woken);
    data.run(village("Làng 1")).wait().unwrap();
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "threads::another_program"])
        .env("LANGNGHE_REGISTER", folder.0.join("sổ.langnghe"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    // What is written now goes into a log that the next start finds.
    assert!(folder.0.join("sổ.langnghe-wal").exists());
    data.close().unwrap();
}
