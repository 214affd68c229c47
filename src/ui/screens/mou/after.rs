//! What came of a MoU whose text is final: tasks of the parties, talks, contracts, sales, scans, its time line.

use eframe::egui::Ui;
use egui_phosphor::regular as icons;

use super::editor::MouScreen;
use crate::domain::RecordKind;
use crate::i18n::{Message, message};
use crate::ops::{MouDeskAnswer, Shown};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{Button, tabs, text};
use crate::ui::screens::related::{related_ui, timeline_ui};
use crate::ui::theme::{BODY, BODY_MEDIUM, SMALL, space};

/// What is shown beside the page of a final text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui::screens) enum After {
    /// Parties and states.
    #[default]
    Text,
    /// Records of this kind.
    Of(RecordKind),
    /// Scans of the signed sheets.
    Scans,
    /// What happened by day.
    Timeline,
}

/// A text that is said when it is needed.
type Say = fn() -> Message;

/// The kinds with a tab of their own, with its label and what is said while there are none.
const KINDS: [(RecordKind, Say, Say); 4] = [
    (RecordKind::Obligation, || message("after-tasks"), || message("after-no-tasks")),
    (RecordKind::FollowUp, || message("after-talks"), || message("after-no-talks")),
    (RecordKind::Contract, || message("after-contracts"), || message("after-no-contracts")),
    (RecordKind::Sales, || message("after-sales"), || message("after-no-sales")),
];

impl MouScreen {
    /// The tabs, and what the chosen one shows.
    pub(super) fn after_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MouDeskAnswer) {
        let counted = |label: Message, count: usize| {
            let label = cx.t(&label);
            if count == 0 { label } else { format!("{label} {count}") }
        };
        let of = |kind| answer.related.iter().filter(|related| related.kind == kind).count();
        let mut values = vec![(After::Text, cx.t(&message("after-text")))];
        values.extend(KINDS.map(|(kind, label, _)| (After::Of(kind), counted(label(), of(kind)))));
        values.push((After::Scans, counted(message("after-scans"), answer.pictures.len())));
        values.push((After::Timeline, cx.t(&message("after-timeline"))));
        // Coming back from a form, the tab it was opened from is there.
        let kept = eframe::egui::Id::unique(("mou-after", self.id().any()));
        if let Some(tab) = ui.data(|data| data.get_temp(kept)) {
            self.after = tab;
        }
        tabs(ui, &cx.theme, &values, &mut self.after);
        ui.data_mut(|data| data.insert_temp(kept, self.after));
        ui.add_space(space::S);
        match self.after {
            After::Text => self.final_ui(ui, cx, answer),
            After::Of(kind) => self.kind_ui(ui, cx, answer, kind),
            After::Scans => {
                text(ui, &cx.t(&message("after-scan-explain")), SMALL, cx.theme.c.muted);
                ui.add_space(space::S);
                self.photos.ui(ui, cx, (RecordKind::Mou, self.id().any()), &answer.pictures);
            }
            After::Timeline => timeline_ui(ui, cx, &answer.related),
        }
    }

    fn kind_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MouDeskAnswer, kind: RecordKind) {
        let shown: Vec<_> = answer.related.iter().filter(|related| related.kind == kind).collect();
        if shown.is_empty()
            && let Some((.., nothing)) = KINDS.iter().find(|(of, ..)| *of == kind)
        {
            text(ui, &cx.t(&nothing()), BODY, cx.theme.c.muted);
            ui.add_space(space::S);
        }
        if kind == RecordKind::Sales && !shown.is_empty() {
            let sold = cx.shown(&Shown::Money(answer.sold));
            let words = match answer.dossier.mou.target_value.filter(|target| *target > 0) {
                Some(target) => message("after-sold-of")
                    .with("sold", sold)
                    .with("percent", (i128::from(answer.sold) * 100 / i128::from(target)).to_string())
                    .with("target", cx.shown(&Shown::Money(target))),
                None => message("after-sold").with("sold", sold),
            };
            text(ui, &cx.t(&words), BODY_MEDIUM, cx.theme.c.text);
            ui.add_space(space::S);
        }
        for related in shown {
            related_ui(ui, cx, related);
        }
        let add = cx.t(&message("detail-add").with("kind", kind.label()));
        if Button::outline(&add).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
            cx.ask(Action::Go(Route::Part(kind, RecordKind::Mou, self.id().any())));
        }
    }
}
