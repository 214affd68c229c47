//! Many texts made final in one go: stopped, killed, gone on with.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use so_lang_nghe::domain::{FrozenDocument, Id, Mou, MouState};
use so_lang_nghe::ops::{Command, MouDraft, NumberDesk, mou_dossier};
use so_lang_nghe::places::Places;
use so_lang_nghe::runtime::{Data, Machine, Progress, Work, make_sample_file};
use so_lang_nghe::store::{Access, Store, sha256};

use super::story::{Folder, NOW};

const DAY: Date = date(2026, 12, 17);

/// Tells a process that it is the one that is killed, and where its register lies.
const VICTIM: &str = "SO_LANG_NGHE_TEST_VICTIM";

fn open(folder: &Path, work: Work, woken: Arc<dyn Fn() + Send + Sync>) -> Data {
    let machine = Machine::fixed(folder.to_owned(), NOW);
    Data::open(&machine, &folder.join("a.langnghe"), "Trần Thu Hà", work, woken, false).unwrap()
}

/// A sample book with so many numbered drafts that can be made final.
fn drafts(folder: &Folder, count: usize) -> Vec<Id<Mou>> {
    let machine = Machine::fixed(folder.0.clone(), NOW);
    make_sample_file(&machine, &folder.0.join("a.langnghe"), 0, &mut |_| {}).unwrap();
    let data = open(&folder.0, Work::Inline, Arc::new(|| {}));
    let store = read(&folder.0);
    let model = store.rows().all::<Mou>().unwrap();
    let model = model.iter().find(|mou| mou.record.number.starts_with("05/")).unwrap();
    let dossier = mou_dossier(&store.rows(), model.id).unwrap();
    let series = data.ask(&NumberDesk).wait().unwrap().series[0].id;
    let made = (0..count).map(|_| {
        let mut draft = MouDraft::like(&dossier);
        draft.mou.date = Some(DAY);
        let id = data.run(Command::SaveMou(None, Box::new(draft))).wait().unwrap().id.unwrap();
        let id = Id::from_any(id);
        data.run(Command::IssueNumber(id, series)).wait().unwrap();
        id
    });
    let made = made.collect();
    data.close().unwrap();
    made
}

fn read(folder: &Path) -> Store {
    let path = folder.join("a.langnghe");
    Store::open(&path, Access::Read, &Machine::backups_of(&path), Places::built_in()).unwrap()
}

/// Those of these that are final; each has its one paper, whose bytes are those it was made with.
fn made_final(folder: &Path, mous: &[Id<Mou>]) -> usize {
    let store = read(folder);
    let rows = store.rows();
    let papers = rows.all::<FrozenDocument>().unwrap();
    let mut count = 0;
    for id in mous {
        let state = rows.get(*id).unwrap().record.state;
        let of: Vec<_> = papers.iter().filter(|paper| paper.record.mou == Some(*id)).collect();
        assert_eq!(of.len(), usize::from(state == MouState::TextFinal));
        for paper in of {
            assert_eq!(sha256(&rows.blob(&paper.record.sha256).unwrap().unwrap()), paper.record.sha256);
            count += 1;
        }
    }
    let numbers: BTreeSet<_> = mous.iter().map(|id| rows.get(*id).unwrap().record.number).collect();
    assert_eq!(numbers.len(), mous.len(), "no number is given twice");
    count
}

#[test]
fn a_batch_that_is_stopped_goes_on_where_it_was() {
    let folder = Folder::new();
    let mous = drafts(&folder, 5);
    let progress = Arc::new(Progress::default());
    let frozen = Arc::new(AtomicUsize::new(0));
    let woken = {
        let (progress, frozen) = (Arc::clone(&progress), Arc::clone(&frozen));
        Arc::new(move || {
            if frozen.fetch_add(1, Ordering::Relaxed) == 1 {
                progress.stop.store(true, Ordering::Relaxed);
            }
        })
    };
    let data = open(&folder.0, Work::Inline, woken);
    frozen.store(0, Ordering::Relaxed);
    let many = data.freeze_many(mous.clone(), DAY, Arc::clone(&progress)).wait().unwrap();
    assert_eq!((many.frozen, many.refused.len()), (2, 0));
    assert_eq!(made_final(&folder.0, &mous), 2);
    let many = data.freeze_many(mous.clone(), DAY, Arc::default()).wait().unwrap();
    assert_eq!(many.frozen, 3, "what is final is passed over");
    // Each is an act of its own.
    data.undo().wait().unwrap();
    assert_eq!(made_final(&folder.0, &mous), 4);
    data.close().unwrap();
}

/// Does nothing by itself: the process that the next test kills runs it.
#[test]
fn a_batch_for_somebody_to_kill() {
    let Some(folder) = std::env::var_os(VICTIM) else { return };
    let folder = Path::new(&folder);
    let mous = read(folder).rows().all::<Mou>().unwrap();
    let mous = mous.into_iter().filter(|mou| mou.record.state == MouState::Draft);
    let data = open(folder, Work::Threads, Arc::new(|| {}));
    data.freeze_many(mous.map(|mou| mou.id).collect(), DAY, Arc::default()).wait().unwrap();
}

#[test]
fn a_batch_that_is_killed_loses_nothing_and_goes_on() {
    let folder = Folder::new();
    let mous = drafts(&folder, 14);
    let mut victim = Process::new(std::env::current_exe().unwrap())
        .args(["--exact", "batch::a_batch_for_somebody_to_kill"])
        .env(VICTIM, &folder.0)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    // While it writes, papers and states are not read as of one moment: they are compared when it is dead.
    let papers = || {
        let papers = read(&folder.0).rows().all::<FrozenDocument>().unwrap();
        papers.iter().filter(|paper| paper.record.mou.is_some_and(|mou| mous.contains(&mou))).count()
    };
    while papers() < 3 {
        assert!(begun.elapsed() < Duration::from_mins(2), "nothing becomes final");
        std::thread::sleep(Duration::from_millis(2));
    }
    victim.kill().unwrap();
    victim.wait().unwrap();
    let before = made_final(&folder.0, &mous);
    assert!(before >= 3);
    let data = open(&folder.0, Work::Inline, Arc::new(|| {}));
    let many = data.freeze_many(mous.clone(), DAY, Arc::default()).wait().unwrap();
    assert_eq!((many.frozen, many.refused.len()), (mous.len() - before, 0));
    assert_eq!(made_final(&folder.0, &mous), mous.len());
    data.close().unwrap();
}
