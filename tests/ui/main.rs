//! Stories: tasks of an officer, done through the names that a screen reader hears. No pixels, no screen.
#![cfg(feature = "gui")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests look into files")]
#![allow(clippy::similar_names, reason = "the store of a story")]

mod access;
mod files;
mod keyboard;
mod mous;
mod records;
mod story;
mod typing;
