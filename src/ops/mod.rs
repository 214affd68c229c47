//! Everything the program can do with its data, without a screen.
//!
//! A change is a [`Command`]; [`Register::run`] carries it out in one transaction and one log entry, and
//! says what really changed. There is no other way to write. Undo and redo are commands of the register
//! itself, kept in the file, so that they outlive a restart.

mod annex;
mod any_record;
mod atlas;
mod bulk;
mod ceremony;
mod command;
mod conference;
mod detail;
mod duplicates;
mod issue;
mod leaflet;
mod lines;
mod lists;
mod merge;
mod mous;
mod numbers;
mod positions;
mod queries;
mod records;
mod register;
mod related;
mod reminders;
mod sample;
mod sample_conference;
mod sample_files;
mod saved;
mod scale;
mod shown;
mod statistics;
mod views;

pub use annex::{AnnexProducts, AnnexProductsAnswer, Maker};
pub use any_record::AnyRecord;
pub use atlas::{Atlas, CareNote, Mark, MarkFilter, Reasons};
pub use bulk::{BulkChange, BulkEffect, BulkPreview};
pub use ceremony::{Ceremony, CeremonyAnswer, Seat, Signing};
pub use command::{Command, Outcome};
pub use conference::{
    AtDesk, Attendance, Attendee, BoothAct, BoothLine, BoothPlan, BoothPlanAnswer, BoothProducts, Candidate,
    Candidates, Contact, Delegate, DeskAct, DeskCounts, DeskEntries, DeskEntriesAnswer, DeskGuest,
    DeskGuests, DeskGuestsAnswer, DeskTwins, Figures, FormConfirmation, FormConfirmationAnswer,
    FormOrganisation, FormSheet, FormSheetAnswer, Guest, GuestAct, GuestBook, GuestBookAnswer,
    GuestCandidates, GuestChange, GuestSource, GuestTerms, Invited, NamedPerson, Noted, Offered, Over,
    Picked, Place, Presence, PrintedBadges, RegistrationAct, RegistrationForm, RegistrationLine,
    Registrations, Signers, Signs, StatementFilter, StatementLine, Statements, StatementsAnswer, Tally,
    WalkIn, Wanted, has_badge, participation_id, place_code, programme, signers,
};
pub use conference::{ConferenceAct, ConferencePlan, ConferencePlanAnswer, Reached};
pub use conference::{
    ConferenceFigures, ConferenceReport, ConferenceReportAnswer, Earlier, MOST_COMPARED, ReportBar,
    ReportChart, ReportTable,
};
pub use conference::{
    ConferenceMeetings, MeetingDelegate, MeetingFirm, MeetingHall, MeetingLine, MeetingsAnswer, NoPlace,
    PlacedMeeting, WishLine,
};
pub use conference::{ConferenceMinutes, ConferenceMinutesAnswer};
pub use detail::{Detail, DetailAnswer, Fact, Named};
pub use duplicates::{Alike, AlikeRecord, AlikeTo, COMPARED, Duplicates, Pair};
pub use issue::numbers_left;
pub use leaflet::{LeafletFacts, VillageLeaflet};
pub use lines::{Column, Line, Page, columns};
pub use lists::{List, Listed, NAME, RowOf, SortBy};
pub use mous::{FrozenPaper, MouDraft};
pub use numbers::{MouRegister, NumberDesk, NumberDeskAnswer, RegisterLine, SeriesState, Twice};
pub use positions::position_on;
pub use queries::{current_paper, draft_dossier, final_texts, mou_dossier, mous_in_order, party_dossiers};
pub use register::Register;
pub use related::Related;
pub use reminders::{Reminder, ReminderOf, ReminderReason, Reminders, Urgency};
pub use sample::{SampleBook, SampleClauses};
pub use saved::SavedSearches;
pub use scale::Scale;
pub use shown::{Shown, yes_or_no};
pub use statistics::{Division, MouFigures, MouGroup, MouStatistics, MouStatisticsAnswer, TaskFigures};
pub use views::{
    Choices, Find, History, HistoryLine, Home, HomeAnswer, LastWith, MouDesk, MouDeskAnswer, MouParties,
    NextConference, Signer, Trash, TrashLine,
};

use crate::domain::RecordKind;
use crate::error::Result;
use crate::store::Store;

/// A question to the register, asked from a screen.
pub trait Query: Clone + PartialEq + Send + 'static {
    /// What comes back.
    type Answer: Send + Sync + 'static;

    /// The kinds of records the answer depends on: it is asked again when one of them changed.
    fn reads(&self) -> Vec<RecordKind>;

    /// Answers from the data file.
    fn answer(&self, store: &mut Store) -> Result<Self::Answer>;
}
