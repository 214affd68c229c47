//! What several tests share: registers in memory, machines in a folder of their own, dumps.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::civil::Date;
use so_lang_nghe::domain::{
    AnyId, Apprenticeship, Artisan, Booth, BoothDay, BudgetLine, Certificate, CheckIn, CommitteeMember,
    Conference, ConferenceTask, Contract, DistinctPair, FollowUp, FrozenDocument, Id, IdSource, IssuedNumber,
    LibraryClause, Meeting, MeetingWish, Mou, MouClause, MouEvent, MouLanguage, MouParty, MouProduct,
    MouState, MouTemplate, NumberBlock, NumberSeries, Obligation, Offer, Organisation, Participation, Person,
    Picture, Placement, Position, Preservation, Product, ProgrammeItem, Record, Registration, Sales,
    SavedSearch, Statement, Village,
};
use so_lang_nghe::ops::{AnyRecord, Command, FrozenPaper, Outcome, Register};
use so_lang_nghe::places::Places;
use so_lang_nghe::runtime::Machine;
use so_lang_nghe::store::{Rows, Store};

/// 2026-11-23 08:00 in Vietnam.
pub(crate) const NOW: i64 = 1_795_395_600_000;

/// An empty register in memory.
pub(crate) fn register() -> Register {
    let mut ids = IdSource::new([1; 16]);
    let store = Store::in_memory(&mut ids, NOW, Places::built_in()).unwrap();
    Register::new(store, ids, "Nguyễn Văn Thử".into()).unwrap()
}

/// Runs a command that has to succeed.
pub(crate) fn run(register: &mut Register, command: &Command) -> Outcome {
    register.run(command, NOW).unwrap_or_else(|error| panic!("{command:?}: {error:?}"))
}

/// Adds a record that has to be accepted.
pub(crate) fn add<R: Record>(register: &mut Register, record: R) -> Id<R>
where
    AnyRecord: From<R>,
{
    Id::from_any(run(register, &Command::Add(record.into())).id.unwrap())
}

/// Everything outside the trash, as text: what an officer can see.
pub(crate) fn dump(rows: &Rows<'_>) -> String {
    let mut text = String::new();
    macro_rules! tables {
        ($($kind:ident),*) => {$(
            for stored in rows.all::<$kind>().unwrap() {
                writeln!(text, "{:?} {:?}", stored.id, stored.record).unwrap();
            }
        )*};
    }
    tables!(
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
        DistinctPair,
        Booth,
        BoothDay,
        BudgetLine,
        CheckIn,
        CommitteeMember,
        ConferenceTask,
        Contract,
        FollowUp,
        LibraryClause,
        Meeting,
        MeetingWish,
        MouTemplate,
        NumberBlock,
        Obligation,
        Offer,
        ProgrammeItem,
        Registration,
        Sales,
        Statement
    );
    text
}

/// A folder that goes away with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A new folder whose name has spaces and diacritics, as on an officer's laptop.
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("Nguyễn Văn Thử {} {number}", std::process::id());
        let path = std::env::temp_dir().join("so-lang-nghe-test").join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// A machine that keeps its things here and where it is always the same moment.
    pub(crate) fn machine(&self) -> Machine {
        Machine::fixed(self.0.join("home"), NOW)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// An id that nothing has.
pub(crate) fn stranger() -> AnyId {
    IdSource::new([99; 16]).make(7)
}

pub(crate) fn village(name: &str) -> Village {
    Village { name: name.into(), ..Village::default() }
}

pub(crate) fn person(name: &str) -> Person {
    Person { full_name: name.into(), ..Person::default() }
}

pub(crate) fn organisation(name: &str) -> Organisation {
    Organisation { name: name.into(), ..Organisation::default() }
}

/// A final text of a MoU, as kept on this day.
pub(crate) fn final_paper(mou: Id<Mou>, date: Date) -> FrozenPaper {
    FrozenPaper {
        pdf: mou.any().bytes().to_vec(),
        pages: 1,
        language: MouLanguage::Vi,
        data: "{}".into(),
        template: String::new(),
        template_version: 1,
        made_at: NOW,
        date,
    }
}

/// Notes that a MoU reached a state on this day.
pub(crate) fn reach(register: &mut Register, mou: Id<Mou>, state: MouState, date: Date) {
    run(register, &Command::SetMouState { mou, state, date, note: String::new() });
}

/// Makes the text of a MoU final and notes that it was signed, on this day.
pub(crate) fn sign(register: &mut Register, mou: Id<Mou>, date: Date) {
    run(register, &Command::Freeze(mou, Box::new(final_paper(mou, date))));
    reach(register, mou, MouState::Signed, date);
}
