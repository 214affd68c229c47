//! What exists and what is allowed: the records of the register, without files, SQL or windows.
//!
//! Field names are those of the tables; texts are in NFC as `check` cleans them; unknown is the empty
//! text or `None`. Money is whole đồng, coordinates are microdegrees.

mod check;
mod completeness;
mod conference;
mod conference_check;
mod conference_parts;
mod dossier;
mod follow_up;
mod ids;
mod matching;
mod meeting;
mod mou;
mod number;
mod office;
mod organisation;
mod person;
mod picture;
mod placement;
mod preservation;
mod product;
mod record;
mod timetable;
mod village;
mod wording;

pub use check::Clean;
pub use completeness::{Beside, Completeness};
pub use conference::{
    Answer, Conference, ConferenceKind, ConferenceState, GuestClass, GuestGroup, InvitationChannel, Meal,
    Participation, ParticipationForm,
};
pub use conference_parts::{
    Arrangement, Booth, BoothDay, BoothNeed, BoothState, BudgetLine, CheckIn, CheckInKind, CommitteeMember,
    ConferenceTask, ConsentPurpose, Enclosed, Handout, Need, Offer, ProgrammeItem, Registration, SIGN_LENGTH,
    Statement, StatementKind, StatementState, Subcommittee, TaskOrigin, Topic,
};
pub use dossier::{ClauseTree, MouDossier, PartyDossier};
pub use follow_up::{
    Contract, ContractKind, FollowUp, FollowUpChannel, Obligation, ObligationState, Obstacle, Sales,
};
pub use ids::{AnyId, Id, IdSource, Random, office_time};
pub use matching::{MatchReason, MeetingParticipant, MeetingProposal, either_way, meeting_proposals};
pub use meeting::{Meeting, MeetingResult, MeetingSide, MeetingWish};
pub use mou::{
    AddressForm, ClauseKind, FrozenDocument, IssuedNumber, Mou, MouClause, MouEvent, MouHead, MouLanguage,
    MouParty, MouProduct, MouState, NumberBlock, NumberSeries, NumberState, PageNumbering, PartyRole,
};
pub use number::{Gap, NumberPattern, desk_code, gaps};
pub use office::{DistinctPair, SavedSearch};
pub use organisation::{Held, Organisation, OrganisationKind, OrganisationRole, Position, SigningForm};
pub use person::{Apprenticeship, Artisan, ArtisanState, Person};
pub use picture::{Picture, PictureConsent, PictureRight};
pub use placement::{Placement, PlacementKind};
pub use preservation::{Assessment, Bearing, CraftFacts, Demand, Preservation, Reason, Vitality, assess};
pub use product::{Certificate, CertificateKind, Product, Validity};
pub use record::{
    Cell, Certainties, Certainty, CodeSet, ColumnType, Item, PhoneNumber, PhoneNumbers, Record, RecordKind,
    Stored,
};
pub use timetable::{KeptMeeting, MeetingPair, MeetingRoom, MeetingSeat, timetable};
pub use village::{Environment, FoundedBasis, Recognition, Trade, TradeGroup, Village};
pub use wording::{Detail, DetailKind, Details, LibraryClause, MouTemplate};
