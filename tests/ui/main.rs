//! Stories: tasks of an officer, done through the names that a screen reader hears. No pixels, no screen.
#![cfg(feature = "gui")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests look into files")]
#![allow(clippy::similar_names, reason = "the store of a story")]

mod access;
mod after;
mod annex;
mod batch;
mod booths;
mod ceremony;
mod checks;
mod clauses;
mod conference_pages;
mod conference_papers;
mod conference_plan;
mod desk;
mod files;
mod fit;
mod guests;
// The rasteriser of the pictures knows one window.
#[cfg(not(feature = "images"))]
mod hall;
#[cfg(feature = "images")]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "pixels"
)]
mod images;
mod keyboard;
mod leaflet;
mod meetings;
mod mous;
#[cfg(feature = "images")]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    clippy::many_single_char_names,
    reason = "pixels"
)]
mod painter;
mod panes;
mod paper_languages;
mod records;
mod registers;
mod rehearsal;
mod statements;
mod story;
mod templates;
mod threads;
mod typing;
mod walk;
