//! Papers of a conference on their way, of all guests or of some; badges that were printed are counted.

use eframe::egui::{Id, Ui};

use crate::documents::badges::BadgeSize;
use crate::domain::{Conference, Id as RecordId, Participation};
use crate::i18n::message;
use crate::ops::{Command, ConferenceAct, PrintedBadges};
use crate::runtime::ConferencePaper;
use crate::ui::action::{Action, Cx, Preference};
use crate::ui::components::row_choice;
use crate::ui::screens::paper_way::{Came, NamedPdf, Paper, PaperWay};

/// Papers on their way.
#[derive(Default)]
pub(super) struct ConferencePapers {
    way: PaperWay,
    /// The badges that are being printed.
    printing: Option<PrintedBadges>,
}

impl ConferencePapers {
    /// Whether nothing is on its way.
    pub(super) fn is_idle(&self) -> bool {
        self.way.is_idle()
    }

    /// Shows a paper that is being made.
    pub(super) fn show(&mut self, made: crate::runtime::Ticket<NamedPdf>) {
        self.printing = None;
        self.way.start(Paper::Show, made);
    }

    /// Makes a paper, of these guests only or of all, and shows or prints it.
    pub(super) fn start(
        &mut self,
        cx: &Cx<'_>,
        (conference, paper): (RecordId<Conference>, ConferencePaper),
        only: Option<Vec<RecordId<Participation>>>,
        prints: bool,
    ) {
        let made = cx.data.conference_paper(conference, paper, only.clone(), (cx.language, cx.today));
        self.printing = (prints && matches!(paper, ConferencePaper::Badges(_))).then(|| PrintedBadges {
            conference,
            only,
            desk: cx.preferences.desk.clone(),
            officer: cx.preferences.officer.clone(),
        });
        self.way.start(if prints { Paper::Print(None, 1) } else { Paper::Show }, made);
    }

    /// Looks how far the papers are; what the printer took is counted.
    pub(super) fn poll(&mut self, cx: &mut Cx<'_>) {
        if self.way.poll(cx) == Came::Out
            && let Some(printed) = self.printing.take()
        {
            let command = Command::AtConference(ConferenceAct::Badges(printed));
            cx.ask(Action::Run(Box::new(command), message("done-badges")));
        }
    }
}

/// The size of the badges this laptop prints.
pub(in crate::ui::screens) fn badge_size_ui(ui: &mut Ui, cx: &mut Cx<'_>, width: f32) {
    let sizes: Vec<String> = BadgeSize::ALL.iter().map(|size| cx.t(&size.label())).collect();
    let label = cx.t(&message("paper-badge-size"));
    let shown = cx.t(&cx.preferences.badges.label());
    let chosen = row_choice(ui, &cx.theme, Id::unique("badge-size"), &label, &shown, &sizes, width);
    if let Some(size) = chosen.and_then(|place| BadgeSize::ALL.get(place)) {
        cx.ask(Action::Prefer(Preference::Badges(*size)));
    }
}
