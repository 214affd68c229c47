//! What the status line says while the board is shown: the second screen, the printer, the folder for the stick.
//! Only what the program knows: a printer the system does not speak of is not spoken of here.

use std::path::Path;

use egui_phosphor::regular as icons;

use crate::domain::{Id, Mou, office_time};
use crate::i18n::message;
use crate::ops::CeremonyAnswer;
use crate::runtime::{Desk, Printer, Ticket};
use crate::ui::action::Cx;
use crate::vietnamese::PartialDate;

/// The system is asked for its printers again after so many milliseconds: one may have been plugged in.
const ASKED_AGAIN: i64 = 60_000;

/// So many letters of a folder are shown.
const LONGEST_PATH: usize = 44;

/// A part of the status line: its sign and its words.
pub type Part = (&'static str, String);

/// What is known of the printers.
#[derive(Default)]
pub(super) struct CeremonyStatus {
    asking: Option<Ticket<Vec<Printer>>>,
    printers: Option<Vec<Printer>>,
    asked_at: i64,
}

/// The conference of a ceremony in hexadecimal.
pub(super) fn whose(answer: &CeremonyAnswer) -> String {
    answer.conference.as_ref().map(|(id, _)| id.any().hex()).unwrap_or_default()
}

/// A folder as short as the status line needs it: its end tells more than its beginning.
fn end_of(folder: &Path) -> String {
    let text = folder.display().to_string();
    let over = text.chars().count().saturating_sub(LONGEST_PATH);
    if over == 0 { text } else { std::iter::once('…').chain(text.chars().skip(over + 1)).collect() }
}

impl CeremonyStatus {
    /// The parts in their order; whether the second screen is open, and the pair it shows.
    pub(super) fn parts(
        &mut self,
        cx: &Cx<'_>,
        answer: &CeremonyAnswer,
        (open, stage): (bool, Option<Id<Mou>>),
    ) -> Vec<Part> {
        self.poll(cx);
        let screen = match answer.pairs.iter().position(|pair| Some(pair.id) == stage) {
            _ if !open => message("status-screen-closed"),
            None => message("status-screen-list"),
            Some(place) => message("status-screen-pair").with("place", place + 1),
        };
        let mut parts = vec![(icons::MONITOR, cx.t(&screen))];
        if let Some(printers) = &self.printers {
            let usual = printers.iter().find(|printer| printer.usual);
            let words = match usual {
                Some(printer) => message("status-printer").with("name", printer.name.as_str()),
                None if printers.is_empty() => message("status-no-printer"),
                None => message("status-no-usual-printer"),
            };
            parts.push((icons::PRINTER, cx.t(&words)));
        }
        let pack = cx.preferences.pack.as_ref().filter(|pack| pack.conference == whose(answer));
        let words = match pack {
            None => message("status-no-pack"),
            Some(pack) => {
                let when = office_time(pack.at).map(|at| {
                    let clock = at.strftime("%H:%M").to_string();
                    let day = PartialDate::Day(at.date()).show(cx.language);
                    if at.date() == cx.today { clock } else { format!("{clock} {day}") }
                });
                message("status-pack")
                    .with("time", when.unwrap_or_default())
                    .with("count", pack.mous)
                    .with("folder", end_of(&pack.folder))
            }
        };
        parts.push((icons::USB, cx.t(&words)));
        parts
    }

    fn poll(&mut self, cx: &Cx<'_>) {
        if let Some(answer) = self.asking.as_ref().and_then(Ticket::poll) {
            self.asking = None;
            self.printers = answer.ok();
        }
        let due = cx.now - self.asked_at >= ASKED_AGAIN;
        if Desk::KNOWS_PRINTERS && due && self.asking.is_none() {
            self.asking = Some(cx.desk.printers());
            self.asked_at = cx.now;
        }
    }
}
