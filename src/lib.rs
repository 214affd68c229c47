//! Sổ Làng Nghề: an offline register of Vietnam's craft villages, their artisans, products and partners,
//! and the paper of their Memoranda of Understanding.
//!
//! The layers, each using only what stands below it; `tests/tidy.rs` keeps it so:
//!
//! - [`cli`]: the command line, which also opens the window
//! - `ui`: the window (feature `gui`)
//! - [`runtime`]: clock, folders, threads; open registers and printing
//! - [`ops`]: commands with undo, questions over several records
//! - [`documents`]: from plain data to pages, PDF, text and pictures
//! - [`store`]: SQL, the change log, search, copies
//! - [`domain`]: records and their rules
//! - [`error`], [`problem`], [`i18n`], [`places`], [`vietnamese`]: what everybody speaks
//!
//! A change goes one way: screen or command line → [`ops::Command`] → one transaction with one entry in
//! the log → what really changed. There is no network code anywhere.

pub mod cli;
pub mod documents;
pub mod domain;
pub mod error;
pub mod i18n;
pub mod ops;
pub mod places;
pub mod problem;
pub mod runtime;
pub mod store;
#[cfg(feature = "gui")]
pub mod ui;
pub mod vietnamese;
