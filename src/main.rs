//! The program: hands its arguments to the library.

use std::io::{self, IsTerminal as _};
use std::process::ExitCode;

use so_lang_nghe::cli::{Console, run};
use so_lang_nghe::runtime::Machine;

fn main() -> ExitCode {
    let (mut output, mut notes) = (io::stdout().lock(), io::stderr().lock());
    let watched = io::stderr().is_terminal();
    let mut console = Console::new(&mut output, &mut notes, watched);
    ExitCode::from(run(std::env::args_os().skip(1), &Machine::this(), &mut console))
}
