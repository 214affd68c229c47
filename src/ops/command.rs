//! What can be done, as data.

use jiff::civil::{Date, Time};

use super::{AnyRecord, BulkChange, ConferenceAct, FrozenPaper, MouDraft};
use crate::domain::{
    AnyId, CodeSet, Id, Mou, MouParty, MouState, NumberSeries, Person, Picture, Position, RecordKind,
};
use crate::i18n::{Message, message};
use crate::problem::Problem;
use crate::store::Changed;

/// One act of an officer.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Adds a record.
    Add(AnyRecord),
    /// Adds several records of one kind.
    AddMany(Vec<AnyRecord>),
    /// Puts pictures of one record into this order; the first stands for the record.
    ArrangePictures(Vec<Id<Picture>>),
    /// Writes a record over the one with this id.
    Change(AnyId, AnyRecord),
    /// Adds or changes a person together with what the person is: an artisan, or the holder of a position.
    SavePerson {
        /// The person; `None` for a new one.
        person: Option<Id<Person>>,
        /// What is known of the person.
        details: Box<Person>,
        /// The artisan or position; `None` for a new one.
        role: Option<AnyId>,
        /// An artisan or a position, whose `person` is set when saved.
        held: AnyRecord,
    },
    /// Puts a record into the trash; refused while others refer to it.
    Delete(RecordKind, AnyId),
    /// Puts the records of these local rows of a list into the trash, all or none; rows that are gone are passed over.
    DeleteRows(RecordKind, Vec<i64>),
    /// Takes a record out of the trash.
    Restore(RecordKind, AnyId),
    /// Changes the records of these local rows of a list in the same way, all or none; rows that are gone are passed over.
    ChangeRows(RecordKind, Vec<i64>, BulkChange),
    /// Makes one record of two: the first is kept with these fields, the second goes to the trash, and what refers
    /// to it refers to the first.
    Merge(AnyId, AnyId, AnyRecord),
    /// Remembers that two records are not the same.
    KeepApart(RecordKind, AnyId, AnyId),
    /// Adds and removes tags of many records at once.
    Retag {
        /// The kind, one that has tags.
        kind: RecordKind,
        /// Their local rows; those that are gone are passed over.
        rows: Vec<i64>,
        /// Tags to add.
        add: CodeSet,
        /// Tags to remove.
        remove: CodeSet,
    },
    /// Adds a MoU or writes over one that is still a draft.
    SaveMou(Option<Id<Mou>>, Box<MouDraft>),
    /// Gives a MoU the next number of a series.
    IssueNumber(Id<Mou>, Id<NumberSeries>),
    /// Gives a MoU a number written by hand, such as "05a".
    WriteNumber(Id<Mou>, String),
    /// Takes the number off a draft, with the reason: it is void and never given again.
    DropNumber(Id<Mou>, String),
    /// Explains why a number of a series stands on no paper.
    ExplainGap {
        /// The series.
        series: Id<NumberSeries>,
        /// The number.
        value: i64,
        /// Why.
        reason: String,
    },
    /// Makes a MoU's text final and keeps its paper for ever.
    Freeze(Id<Mou>, Box<FrozenPaper>),
    /// Somebody else signs for a party of a final text that nobody signed yet: a new paper takes the place of
    /// the one in force, which stays readable.
    ReplaceSigner {
        /// The MoU.
        mou: Id<Mou>,
        /// The party.
        party: Id<MouParty>,
        /// The position of who signs now.
        signer: Id<Position>,
        /// The new paper.
        paper: Box<FrozenPaper>,
        /// Who signed before and who signs now, in words.
        note: String,
    },
    /// Puts MoUs into batches of a ceremony and their order there: each with its batch and its place in it.
    ArrangeCeremony(Vec<(Id<Mou>, Option<i64>, Option<i64>)>),
    /// When the batch of these MoUs begins.
    SetBatchTime(Vec<Id<Mou>>, Option<Time>),
    /// Whether all originals of a MoU are there and were looked through.
    CheckCopies(Id<Mou>, bool),
    /// These were printed for signing, on a day; those that are not final, or further than that, are passed over.
    NotePrinted(Vec<Id<Mou>>, Date),
    /// Something that is done with a conference.
    AtConference(ConferenceAct),
    /// A MoU reached a state; back to the draft opens its text again.
    SetMouState {
        /// The MoU.
        mou: Id<Mou>,
        /// The state.
        state: MouState,
        /// The day.
        date: Date,
        /// Remark.
        note: String,
    },
}

impl Command {
    /// What it is called in the undo menu and the history, given the name of what it is about.
    pub fn label(&self, name: &str) -> Message {
        let about = |label: Message, kind: RecordKind| label.with("kind", kind.label()).with("name", name);
        match self {
            Self::Add(record) => about(message("operation-add"), record.kind()),
            Self::AddMany(records) => {
                let kind =
                    records.first().map_or_else(|| message("kind-other"), |record| record.kind().label());
                message("operation-add-many").with("kind", kind).with("count", records.len())
            }
            Self::ArrangePictures(_) => message("operation-arrange-pictures"),
            Self::Change(_, record) => about(message("operation-change"), record.kind()),
            Self::SavePerson { role: None, held, .. } => about(message("operation-add"), held.kind()),
            Self::SavePerson { held, .. } => about(message("operation-change"), held.kind()),
            Self::Delete(kind, _) => about(message("operation-delete"), *kind),
            Self::DeleteRows(kind, rows) => {
                message("operation-delete-many").with("kind", kind.label()).with("count", rows.len())
            }
            Self::Restore(kind, _) => about(message("operation-restore"), *kind),
            Self::ChangeRows(kind, rows, _) => {
                message("operation-change-many").with("kind", kind.label()).with("count", rows.len())
            }
            Self::Merge(_, _, record) => about(message("operation-merge"), record.kind()),
            Self::KeepApart(kind, ..) => message("operation-keep-apart").with("kind", kind.label()),
            Self::Retag { kind, rows, .. } => {
                message("operation-retag").with("kind", kind.label()).with("count", rows.len())
            }
            Self::SaveMou(None, _) => about(message("operation-add"), RecordKind::Mou),
            Self::SaveMou(Some(_), _) => about(message("operation-change"), RecordKind::Mou),
            Self::IssueNumber(..) | Self::WriteNumber(..) => message("operation-number").with("name", name),
            Self::DropNumber(..) => message("operation-drop-number").with("name", name),
            Self::ExplainGap { value, .. } => message("operation-gap").with("value", value.to_string()),
            Self::Freeze(..) => message("operation-freeze").with("name", name),
            Self::ReplaceSigner { .. } => message("operation-signer").with("name", name),
            Self::AtConference(act) => act.label(),
            Self::ArrangeCeremony(..) => message("operation-ceremony"),
            Self::SetBatchTime(..) => message("operation-batch-time"),
            Self::CheckCopies(..) => message("operation-copies").with("name", name),
            Self::NotePrinted(mous, _) => message("operation-printed").with("count", mous.len()),
            Self::SetMouState { state, .. } => {
                message("operation-mou-state").with("name", name).with("state", state.label())
            }
        }
    }
}

/// What a command did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// What really changed; nothing when the record was as it is.
    pub changed: Changed,
    /// The record it made or changed.
    pub id: Option<AnyId>,
    /// The number it gave.
    pub number: Option<String>,
    /// What a check-in desk noted.
    pub noted: Option<super::Noted>,
    /// Remarks: what is probably wrong, but was kept.
    pub warnings: Vec<Problem>,
}
