//! Tests of everything below the window, in one binary so that it is linked once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests break files and look into them")]
#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::items_after_statements,
    reason = "short tests"
)]
#![allow(clippy::trivially_copy_pass_by_ref, reason = "the tests' own helpers")]

mod booths;
mod command_line;
mod common;
mod conference_plan;
mod conference_report;
mod dependencies;
mod desk;
mod duplicates;
mod files;
mod guests;
mod i18n;
mod meetings;
mod numbers;
mod operations;
mod papers;
mod random;
mod registrations;
mod relations;
mod reminders;
mod sample;
mod screens;
mod search;
mod statements;
mod statistics;
