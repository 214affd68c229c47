//! The machine the program runs on: its clock and folders, open registers with their backups, and work
//! on several threads. The only place that reads a clock, draws random numbers or starts a thread.

mod machine;
mod papers;
mod sample;
mod session;

pub use machine::Machine;
pub use papers::{Paper, PaperQueue, freeze, print, print_many};
pub use sample::make_sample_book;
pub use session::Session;
