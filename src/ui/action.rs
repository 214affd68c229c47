//! What a screen asks for. Screens draw and ask; the program carries it out after the frame is drawn.

use std::path::PathBuf;

use jiff::civil::Date;

use super::components::Tone;
use super::theme::{Theme, space};
use crate::documents::badges::BadgeSize;
use crate::domain::{AnyId, Conference, Id, Mou, RecordKind};
use crate::error::Error;
use crate::i18n::{Language, Message, message};
use crate::ops::{Command, MouDraft, Shown};
use crate::places::Places;
use crate::runtime::{Data, Density, Desk, Look, Preferences, RendererChoice, SavedPack, TableLayout};
use crate::store::BackupCopy;

/// A place in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Numbers, what is due, what was done.
    Home,
    /// The list of a kind.
    List(RecordKind),
    /// The form of a record; of a new one without an id.
    Form(RecordKind, Option<AnyId>),
    /// The form of a new record that belongs to another: its kind, the kind of the other and its id.
    Part(RecordKind, RecordKind, AnyId),
    /// All that needs somebody.
    Reminders,
    /// The list of MoUs.
    Mous,
    /// The editor of a MoU.
    Mou(Id<Mou>),
    /// The registers of numbers.
    Numbers,
    /// What became of the MoUs that were signed.
    Statistics,
    /// The templates of MoUs.
    Templates,
    /// The board of a signing ceremony.
    Ceremony,
    /// A part of a conference; without an id, of the one that comes next.
    Conference(Option<Id<Conference>>, ConferencePart),
    /// The check-in desk of a conference.
    CheckIn(Option<Id<Conference>>),
    /// Pairs of records that may be the same.
    Duplicates,
    /// Two records side by side: the kind, the kept one and the other.
    Merge(RecordKind, AnyId, AnyId),
    /// The villages whose crafts are to be preserved.
    Care,
    /// The map.
    Map,
    /// What was deleted.
    Trash,
    /// Settings.
    Settings,
    /// The manual.
    Help,
    /// Version and licences.
    About,
    /// All components, for those who work on the program.
    Gallery,
}

/// The parts of a conference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ConferencePart {
    /// Plan, programme, committee, tasks, budget.
    #[default]
    Plan,
    /// Who is invited and what they answered.
    Guests,
    /// Booths.
    Booths,
    /// Meetings of makers and buyers.
    Meetings,
    /// What was said.
    Statements,
    /// Report and comparison.
    Report,
}

impl ConferencePart {
    /// All parts in order.
    pub const ALL: [Self; 6] =
        [Self::Plan, Self::Guests, Self::Booths, Self::Meetings, Self::Statements, Self::Report];

    /// Where records of a kind that belong to a conference are seen.
    pub fn of(kind: RecordKind) -> Self {
        use RecordKind as K;
        match kind {
            K::Participation | K::Registration | K::Offer | K::CheckIn => Self::Guests,
            K::Booth | K::BoothDay => Self::Booths,
            K::Meeting | K::MeetingWish => Self::Meetings,
            K::Statement => Self::Statements,
            _ => Self::Plan,
        }
    }

    /// What it is called.
    pub fn label(self) -> Message {
        match self {
            Self::Plan => message("conference-plan"),
            Self::Guests => message("conference-guests"),
            Self::Booths => message("conference-booths"),
            Self::Meetings => message("conference-meetings"),
            Self::Statements => message("conference-statements"),
            Self::Report => message("conference-report"),
        }
    }
}

/// A change of what the program remembers.
#[derive(Clone, Debug, PartialEq)]
pub enum Preference {
    /// The language.
    Language(Language),
    /// Light or dark.
    Look(Look),
    /// Size of text in percent.
    Text(u16),
    /// How close things stand.
    Density(Density),
    /// Who works here.
    Officer(String),
    /// The code of this laptop.
    Desk(String),
    /// What draws the window.
    Renderer(RendererChoice),
    /// The check-in desk this laptop stands at.
    CheckInDesk(String),
    /// Everything of a ceremony was saved.
    Pack(SavedPack),
    /// The size of badges this laptop prints.
    Badges(BadgeSize),
    /// A table was arranged.
    Table(String, TableLayout),
}

/// What a screen asks for.
#[derive(Debug)]
pub enum Action {
    /// Go somewhere.
    Go(Route),
    /// Go somewhere from another part of the same page: the way back passes it over.
    Replace(Route),
    /// Go back to where one came from.
    Back,
    /// Show a record: select it in its list.
    Show(RecordKind, AnyId),
    /// A form is saved: back to the MoU it was opened from, else the record in its list.
    Saved(RecordKind, AnyId),
    /// Show the list of a kind with these words in its search field.
    Search(RecordKind, String),
    /// Show a list with these words, filters and order.
    ShowList(crate::ops::List),
    /// Carry a command out and say so.
    Run(Box<Command>, Message),
    /// Take the last operation back.
    Undo,
    /// Do it again.
    Redo,
    /// Take back one earlier change.
    TakeBack(i64, Message),
    /// Take back what an earlier change wrote into one field: the operation, the record, the column, its name.
    TakeBackField(i64, AnyId, String, Message),
    /// Make a copy of the register.
    BackUp,
    /// Put a copy back, after asking.
    Restore(BackupCopy),
    /// Choose the template of a new MoU.
    NewMou,
    /// Make a new MoU of this draft and open it.
    NewMouOf(Box<MouDraft>),
    /// Print all MoUs into a folder.
    PrintAll(PathBuf),
    /// Say something for a moment.
    Say(Tone, Message),
    /// Say what went wrong.
    Fail(Error),
    /// Remember something.
    Prefer(Preference),
    /// Open a register.
    Open(PathBuf),
    /// Choose a register to open.
    ChooseFile,
    /// Open the sample book.
    OpenSample,
    /// Make an empty register here, for this office, with this number pattern.
    Create(PathBuf, String, String),
    /// Let the register go and show the first screen.
    CloseFile,
    /// Open the palette.
    Palette,
    /// Take these pictures or files into the register for a record.
    TakePictures(RecordKind, AnyId, Vec<crate::runtime::Source>),
    /// Read contacts from a file.
    ImportContacts,
    /// Open the form of a new record of a kind with this typed into it.
    Fill(RecordKind, super::forms::Typed),
    /// Keep what is being typed.
    KeepDraft(crate::runtime::Draft),
    /// Let the draft of a form go.
    DropDraft(String),
    /// Close the window.
    Quit,
}

/// What a screen works with.
pub struct Cx<'a> {
    /// How things look.
    pub theme: Theme,
    /// The language of the program.
    pub language: Language,
    /// The register.
    pub data: &'a Data,
    /// The machine.
    pub desk: &'a Desk,
    /// Administrative units.
    pub places: &'static Places,
    /// Today at the office.
    pub today: Date,
    /// Now, milliseconds since 1970 in UTC.
    pub now: i64,
    /// What is remembered.
    pub preferences: &'a Preferences,
    /// What is asked for.
    pub actions: &'a mut Vec<Action>,
    /// The window is narrow: leave out what is less needed.
    pub narrow: bool,
    /// Something that was asked for is still being carried out.
    pub busy: bool,
}

impl Cx<'_> {
    /// A text in the language of the program.
    pub fn t(&self, message: &Message) -> String {
        message.text(self.language)
    }

    /// Asks for something.
    pub fn ask(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// A value in words.
    pub fn shown(&self, value: &Shown) -> String {
        value.text(self.language, self.places)
    }

    /// Margin of a screen.
    pub fn margin(&self) -> f32 {
        if self.narrow { space::L } else { space::XL }
    }
}

/// The heading of the list of a kind: "Làng nghề", "Nghệ nhân".
pub fn list_title(kind: RecordKind) -> Message {
    match kind {
        RecordKind::Village => message("nav-villages"),
        RecordKind::Artisan => message("nav-artisans"),
        RecordKind::Organisation => message("nav-partners"),
        RecordKind::Product => message("nav-products"),
        RecordKind::Mou => message("nav-mous"),
        RecordKind::Person => message("nav-people"),
        kind => kind.label(),
    }
}
