//! The machine the program runs on: its clock and folders, open registers with their backups, and work
//! on several threads. The only place that reads a clock, draws random numbers or starts a thread.

#[cfg(feature = "gui")]
mod ceremony;
#[cfg(feature = "gui")]
mod conference;
#[cfg(feature = "gui")]
mod data;
#[cfg(feature = "gui")]
mod desk;
mod export;
#[cfg(feature = "gui")]
mod lane;
#[cfg(feature = "gui")]
mod leaflet;
mod library;
mod machine;
mod papers;
#[cfg(feature = "gui")]
mod pictures;
#[cfg(feature = "gui")]
mod preferences;
#[cfg(feature = "gui")]
mod reprint;
mod sample;
mod session;
#[cfg(feature = "gui")]
mod slot;
#[cfg(feature = "gui")]
mod template_page;
mod templates;

#[cfg(feature = "gui")]
pub use ceremony::{CeremonyPaper, FrozenMany, Pack};
#[cfg(feature = "gui")]
pub use conference::ConferencePaper;
#[cfg(feature = "gui")]
pub use data::{Data, Progress, Status, Work};
#[cfg(feature = "gui")]
pub use desk::{Desk, Printer};
pub use export::Export;
#[cfg(feature = "gui")]
pub use lane::{Ticket, Wake};
pub use library::{Library, OwnClause, key_of, library_clause};
pub use machine::Machine;
#[cfg(feature = "gui")]
pub use papers::Preview;
pub use papers::{Paper, PaperQueue, freeze, print, print_many, replace_signer, template_of};
#[cfg(feature = "gui")]
pub use pictures::{Pixels, Source, Taken as TakenPicture};
#[cfg(feature = "gui")]
pub use preferences::{Density, Draft, Look, Preferences, RendererChoice, SavedPack, TableLayout};
pub use sample::{SAMPLE_MOMENT, make_sample_book, make_sample_file};
pub use session::Session;
#[cfg(feature = "gui")]
pub use slot::{Slot, View};
pub use templates::{OwnTemplate, OwnTemplates, Templates, built_in_id, own_template};
