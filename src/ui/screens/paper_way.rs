//! The way of a finished paper out of the program: saved, looked at, printed.

use std::path::PathBuf;

use crate::error::Error;
use crate::i18n::message;
use crate::runtime::Ticket;
use crate::ui::action::{Action, Cx};
use crate::ui::components::Tone;

/// What is done with a finished PDF.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Paper {
    /// Saved here.
    SaveTo(PathBuf),
    /// Opened in the system's own program.
    Show,
    /// Printed on this printer, or the usual one, so many times.
    Print(Option<String>, u32),
}

/// A PDF with the name its file should have.
pub(super) type NamedPdf = (String, Vec<u8>);

/// Papers on their way.
#[derive(Default)]
pub(super) struct PaperWay {
    made: Option<(Paper, Ticket<NamedPdf>)>,
    written: Option<(Paper, Ticket<PathBuf>)>,
    done: Option<Ticket<()>>,
    /// The last one did not arrive.
    failed: bool,
}

impl PaperWay {
    /// Whether nothing is on its way.
    pub(super) fn is_idle(&self) -> bool {
        self.made.is_none() && self.written.is_none() && self.done.is_none()
    }

    /// Whether the last one did not arrive: it could not be made or kept, or there is no printer.
    pub(super) fn has_failed(&self) -> bool {
        self.failed
    }

    fn fail(&mut self, cx: &mut Cx<'_>, error: Error) {
        self.failed = true;
        cx.ask(Action::Fail(error));
    }

    /// Sends a paper on its way that is still being made.
    pub(super) fn start(&mut self, paper: Paper, made: Ticket<NamedPdf>) {
        self.failed = false;
        self.made = Some((paper, made));
    }

    /// Sends a paper on its way that is there.
    pub(super) fn write(&mut self, cx: &Cx<'_>, paper: Paper, (name, pdf): NamedPdf) {
        let path = match &paper {
            Paper::SaveTo(path) => path.clone(),
            Paper::Show | Paper::Print(..) => cx.data.machine().home().join("ban-in").join(name),
        };
        self.written = Some((paper, cx.desk.save(path, pdf)));
    }

    /// Looks how far the papers are, and says what came of them; whether one has now been shown or printed.
    pub(super) fn poll(&mut self, cx: &mut Cx<'_>) -> bool {
        if let Some((_, ticket)) = &self.made
            && let Some(answer) = ticket.poll()
            && let Some((paper, _)) = self.made.take()
        {
            match answer {
                Ok(named) => self.write(cx, paper, named),
                Err(error) => self.fail(cx, error),
            }
        }
        if let Some((_, ticket)) = &self.written
            && let Some(answer) = ticket.poll()
            && let Some((paper, _)) = self.written.take()
        {
            match (paper, answer) {
                (_, Err(error)) => self.fail(cx, error),
                (Paper::SaveTo(_), Ok(path)) => {
                    let words = message("done-paper").with("path", path.display().to_string());
                    cx.ask(Action::Say(Tone::Good, words));
                }
                (Paper::Show, Ok(path)) => self.done = Some(cx.desk.show(path)),
                (Paper::Print(printer, copies), Ok(path)) => {
                    self.done = Some(cx.desk.print(path, printer, copies));
                    cx.ask(Action::Say(Tone::Busy, message("done-sent-to-printer")));
                }
            }
        }
        if let Some(answer) = self.done.as_ref().and_then(Ticket::poll) {
            self.done = None;
            match answer {
                Ok(()) => return true,
                Err(error) => self.fail(cx, error),
            }
        }
        false
    }
}
