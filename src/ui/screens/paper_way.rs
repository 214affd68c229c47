//! The way of a finished paper out of the program: saved, looked at, printed.

use std::path::PathBuf;

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
    done: Option<(Paper, Ticket<()>)>,
}

/// What came of a paper just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// Nothing yet.
    OnTheWay,
    /// It was shown or printed.
    Out,
    /// It went wrong, and that was said.
    Failed,
}

impl PaperWay {
    /// Whether nothing is on its way.
    pub(super) fn is_idle(&self) -> bool {
        self.made.is_none() && self.written.is_none() && self.done.is_none()
    }

    /// Sends a paper on its way that is still being made.
    pub(super) fn start(&mut self, paper: Paper, made: Ticket<NamedPdf>) {
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

    /// Looks how far the papers are, and says what came of them.
    pub(super) fn poll(&mut self, cx: &mut Cx<'_>) -> Came {
        let mut came = Came::OnTheWay;
        let mut fail = |cx: &mut Cx<'_>, error| {
            came = Came::Failed;
            cx.ask(Action::Fail(error));
        };
        if let Some((_, ticket)) = &self.made
            && let Some(answer) = ticket.poll()
            && let Some((paper, _)) = self.made.take()
        {
            match answer {
                Ok(named) => self.write(cx, paper, named),
                Err(error) => fail(cx, error),
            }
        }
        if let Some((_, ticket)) = &self.written
            && let Some(answer) = ticket.poll()
            && let Some((paper, _)) = self.written.take()
        {
            match (paper, answer) {
                (_, Err(error)) => fail(cx, error),
                (Paper::SaveTo(_), Ok(path)) => {
                    let words = message("done-paper").with("path", path.display().to_string());
                    cx.ask(Action::Say(Tone::Good, words));
                }
                (Paper::Show, Ok(path)) => self.done = Some((Paper::Show, cx.desk.show(path))),
                (Paper::Print(printer, copies), Ok(path)) => {
                    let ticket = cx.desk.print(path, printer.clone(), copies);
                    self.done = Some((Paper::Print(printer, copies), ticket));
                }
            }
        }
        if let Some((_, ticket)) = &self.done
            && let Some(answer) = ticket.poll()
            && let Some((paper, _)) = self.done.take()
        {
            match answer {
                Ok(()) => {
                    if matches!(paper, Paper::Print(..)) {
                        cx.ask(Action::Say(Tone::Good, message("done-sent-to-printer")));
                    }
                    return Came::Out;
                }
                Err(error) => fail(cx, error),
            }
        }
        came
    }
}
