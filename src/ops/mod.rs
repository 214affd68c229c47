//! Everything the program can do with its data, without a screen.
//!
//! A change is a [`Command`]; [`Register::run`] carries it out in one transaction and one log entry, and
//! says what really changed. There is no other way to write. Undo and redo are commands of the register
//! itself, kept in the file, so that they outlive a restart.

mod any_record;
mod command;
mod mous;
mod queries;
mod records;
mod register;
mod sample;
mod sample_files;
mod scale;

pub use any_record::AnyRecord;
pub use command::{Command, Outcome};
pub use mous::{FrozenPaper, MouDraft};
pub use queries::{current_paper, mou_dossier, mous_in_order};
pub use register::Register;
pub use sample::{SampleBook, SampleClauses};
pub use scale::Scale;
