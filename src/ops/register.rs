//! The register: a data file, the one who writes into it, and what can be undone.

use super::any_record::name_of;
use super::detail::name_by_id;
use super::{Command, Outcome, bulk, ceremony, conference, issue, merge, mous, records};
use crate::domain::{AnyId, Id, IdSource, Mou, RecordKind};
use crate::error::{ErrorKind, Result};
use crate::i18n::Message;
use crate::store::{Act, ActKind, Operation, Store, Taken, Writer};

/// How many operations can be taken back.
const UNDO_LIMIT: usize = 100;

/// An open data file with its list of operations to undo and redo.
pub struct Register {
    store: Store,
    ids: IdSource,
    officer: String,
    /// The code of this laptop; empty takes numbers from no block of a laptop.
    desk: String,
    /// Operations that can be taken back, the last one at the end.
    done: Vec<Operation>,
    /// Undoing operations that can be taken back in turn.
    undone: Vec<Operation>,
}

impl Register {
    /// A register on an open store; what can be undone is read from its log.
    pub fn new(store: Store, ids: IdSource, officer: String) -> Result<Self> {
        let mut register =
            Self { store, ids, officer, desk: String::new(), done: Vec::new(), undone: Vec::new() };
        for operation in register.store.last_operations(UNDO_LIMIT)?.into_iter().rev() {
            register.remember(operation);
        }
        Ok(register)
    }

    /// Who works from now on; stands in the history of every change.
    pub fn set_officer(&mut self, officer: String) {
        self.officer = officer;
    }

    /// The code of the laptop that works from now on: numbers kept for it are its own.
    pub fn set_desk(&mut self, desk: String) {
        self.desk = desk;
    }

    /// The code of this laptop.
    pub fn desk(&self) -> &str {
        &self.desk
    }

    /// The data file, for reading.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The data file, for searching and closing.
    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// Lets the data file go.
    pub fn into_store(self) -> Store {
        self.store
    }

    /// Carries a command out at this moment (milliseconds since 1970 in UTC): all of it or nothing.
    pub fn run(&mut self, command: &Command, at: i64) -> Result<Outcome> {
        let name = self.name_of(command)?;
        let label = command.label(&name);
        let desk = self.desk.clone();
        self.operate(label, at, |writer, ids| execute(writer, ids, command, &desk))
    }

    /// Runs a piece of work as one labelled operation.
    pub(super) fn operate(
        &mut self,
        label: Message,
        at: i64,
        work: impl FnOnce(&mut Writer<'_>, &mut IdSource) -> Result<Outcome>,
    ) -> Result<Outcome> {
        let act = Act { label, officer: self.officer.clone(), at };
        let ids = &mut self.ids;
        let (mut outcome, changed) = self.store.operate(&act, |writer| work(writer, ids))?;
        if changed.operation != 0 {
            self.remember(operation(changed.operation, ActKind::Do, &act, None));
        }
        outcome.changed = changed;
        Ok(outcome)
    }

    /// The name of what undo would take back.
    pub fn undo_label(&self) -> Option<&Message> {
        self.done.last().map(|operation| &operation.label)
    }

    /// The name of what redo would do again.
    pub fn redo_label(&self) -> Option<&Message> {
        self.undone.last().map(|operation| &operation.label)
    }

    /// Takes the last operation back.
    pub fn undo(&mut self, at: i64) -> Result<Taken> {
        let last = self.done.last().cloned().ok_or(ErrorKind::NothingToUndo)?;
        self.take_back(&last, ActKind::Undo, at)
    }

    /// Does the operation again that was taken back last.
    pub fn redo(&mut self, at: i64) -> Result<Taken> {
        let last = self.undone.last().cloned().ok_or(ErrorKind::NothingToRedo)?;
        self.take_back(&last, ActKind::Redo, at)
    }

    /// Takes one earlier operation back, wherever it stands in the history: what others wrote over it since
    /// stays.
    pub fn take_back_earlier(&mut self, number: i64, label: Message, at: i64) -> Result<Taken> {
        let target = Operation { number, kind: ActKind::Do, label, officer: String::new(), at, target: None };
        self.take_back(&target, ActKind::Undo, at)
    }

    /// Takes back what an earlier operation wrote into one field of one record.
    pub fn take_back_field(
        &mut self,
        number: i64,
        row: AnyId,
        column: &str,
        label: Message,
        at: i64,
    ) -> Result<Taken> {
        let act = Act { label, officer: self.officer.clone(), at };
        let taken = self.store.take_back_field(number, row, column, &act)?;
        if taken.changed.operation != 0 {
            self.remember(operation(taken.changed.operation, ActKind::Do, &act, None));
        }
        Ok(taken)
    }

    fn take_back(&mut self, target: &Operation, kind: ActKind, at: i64) -> Result<Taken> {
        let act = Act { label: target.label.clone(), officer: self.officer.clone(), at };
        let taken = self.store.take_back(target.number, kind, &act)?;
        if taken.changed.operation == 0 {
            // Others have changed all of it since: there is nothing left to take back.
            let list = if kind == ActKind::Undo { &mut self.done } else { &mut self.undone };
            list.retain(|operation| operation.number != target.number);
        } else {
            self.remember(operation(taken.changed.operation, kind, &act, Some(target.number)));
        }
        Ok(taken)
    }

    /// Sorts an operation into the lists.
    fn remember(&mut self, operation: Operation) {
        match operation.kind {
            ActKind::Do => {
                self.done.push(operation);
                self.undone.clear();
            }
            ActKind::Undo => {
                self.done.retain(|done| Some(done.number) != operation.target);
                self.undone.push(operation);
            }
            ActKind::Redo => {
                self.undone.retain(|undone| Some(undone.number) != operation.target);
                self.done.push(operation);
            }
        }
        if self.done.len() > UNDO_LIMIT {
            self.done.remove(0);
        }
    }

    /// The name of what a command is about.
    fn name_of(&self, command: &Command) -> Result<String> {
        let rows = self.store.rows();
        let mou = |id: Id<Mou>| -> Result<String> {
            // People speak of a MoU by its number; until it has one, by what it is about.
            let name = |mou: Mou| if mou.number.is_empty() { name_of(&mou) } else { mou.number };
            Ok(rows.find(id)?.map(|stored| name(stored.record)).unwrap_or_default())
        };
        Ok(match command {
            Command::Add(record) | Command::Change(_, record) | Command::Merge(_, _, record) => record.name(),
            Command::SavePerson { details, .. } => details.full_name.clone(),
            Command::Delete(RecordKind::Mou, id) | Command::Restore(RecordKind::Mou, id) => {
                mou(Id::from_any(*id))?
            }
            Command::Delete(kind, id) | Command::Restore(kind, id) => {
                name_by_id(rows, *kind, *id)?.unwrap_or_default()
            }
            Command::SaveMou(None, draft) => name_of(&draft.mou),
            Command::SaveMou(Some(id), _)
            | Command::IssueNumber(id, _)
            | Command::WriteNumber(id, _)
            | Command::DropNumber(id, _)
            | Command::Freeze(id, _)
            | Command::CheckCopies(id, _)
            | Command::ReplaceSigner { mou: id, .. }
            | Command::SetMouState { mou: id, .. } => mou(*id)?,
            Command::AddMany(..)
            | Command::ArrangePictures(..)
            | Command::DeleteRows(..)
            | Command::ChangeRows(..)
            | Command::Retag { .. }
            | Command::KeepApart(..)
            | Command::ArrangeCeremony(..)
            | Command::NotePrinted(..)
            | Command::SetBatchTime(..)
            | Command::AtConference(..)
            | Command::ExplainGap { .. } => String::new(),
        })
    }
}

fn operation(number: i64, kind: ActKind, act: &Act, target: Option<i64>) -> Operation {
    Operation { number, kind, label: act.label.clone(), officer: act.officer.clone(), at: act.at, target }
}

fn execute(writer: &mut Writer<'_>, ids: &mut IdSource, command: &Command, desk: &str) -> Result<Outcome> {
    match command {
        Command::Add(record) => records::add(writer, ids, record),
        Command::AddMany(all) => {
            let mut outcome = Outcome::default();
            for record in all {
                outcome = records::add(writer, ids, record)?;
            }
            Ok(outcome)
        }
        Command::ArrangePictures(order) => records::arrange_pictures(writer, order),
        Command::Change(id, record) => records::change(writer, *id, record),
        Command::SavePerson { person, details, role, held } => {
            records::save_person(writer, ids, *person, details, *role, held)
        }
        Command::DeleteRows(kind, rows) => {
            for row in rows {
                if let Some(id) = writer.rows().id_at(*kind, *row)? {
                    delete(writer, *kind, id)?;
                }
            }
            Ok(Outcome::default())
        }
        Command::Delete(kind, id) => delete(writer, *kind, *id),
        Command::Restore(RecordKind::Mou, id) => mous::restore(writer, Id::from_any(*id)),
        Command::Restore(kind, id) => records::restore(writer, *kind, *id),
        Command::ChangeRows(kind, rows, change) => bulk::change_rows(writer, *kind, rows, change),
        Command::Merge(keep, lose, chosen) => merge::merge(writer, *keep, *lose, chosen),
        Command::KeepApart(kind, one, two) => merge::keep_apart(writer, *kind, *one, *two),
        Command::Retag { kind, rows, add, remove } => records::retag(writer, *kind, rows, add, remove),
        Command::SaveMou(id, draft) => mous::save(writer, ids, *id, draft),
        Command::IssueNumber(mou, series) => {
            let year = office_year(writer.at());
            issue::issue_number(writer, ids, *mou, *series, (year, desk))
        }
        Command::DropNumber(mou, reason) => mous::drop_number(writer, *mou, reason),
        Command::WriteNumber(mou, text) => mous::write_number(writer, ids, *mou, text),
        Command::ExplainGap { series, value, reason } => {
            mous::explain_gap(writer, ids, *series, *value, reason)
        }
        Command::Freeze(mou, paper) => mous::freeze(writer, ids, *mou, paper),
        Command::AtConference(act) => conference::execute(writer, ids, act),
        Command::ArrangeCeremony(places) => ceremony::arrange(writer, places),
        Command::SetBatchTime(mous, time) => ceremony::set_time(writer, mous, *time),
        Command::CheckCopies(mou, checked) => ceremony::check_copies(writer, *mou, *checked),
        Command::NotePrinted(mous, date) => mous::note_printed(writer, ids, mous, *date),
        Command::ReplaceSigner { mou, party, signer, paper, note } => {
            mous::replace_signer(writer, ids, *mou, (*party, *signer), paper, note)
        }
        Command::SetMouState { mou, state, date, note } => {
            mous::set_state(writer, ids, *mou, *state, *date, note)
        }
    }
}

fn delete(writer: &mut Writer<'_>, kind: RecordKind, id: AnyId) -> Result<Outcome> {
    match kind {
        RecordKind::Mou => mous::delete(writer, Id::from_any(id)),
        kind => records::delete(writer, kind, id),
    }
}

/// The year in Vietnam (UTC+7, no summer time) at this moment.
fn office_year(at: i64) -> i64 {
    crate::domain::office_time(at).map_or(0, |time| i64::from(time.year()))
}
