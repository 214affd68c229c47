//! What else can be done with the list of guests: numbers of the invitations, lists as files, and papers of those
//! who are chosen.

use std::sync::Arc;

use eframe::egui::{self, Popup, Ui};
use egui_phosphor::regular as icons;

use super::change::run;
use super::export::{Arranged, list_paper};
use super::{Guests, Page, takes_number};
use crate::domain::{Conference, Stored};
use crate::i18n::message;
use crate::ops::{Guest, GuestAct, GuestBookAnswer};
use crate::runtime::ConferencePaper;
use crate::ui::action::Cx;
use crate::ui::components::{Button, icon_button, line};
use crate::ui::screens::export::ExportDialog;
use crate::ui::theme::{SMALL, space};

/// Room before the words of a menu.
const PADDING: f32 = 8.0;

impl Guests {
    pub(super) fn menu(
        &mut self,
        button: &egui::Response,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &Arc<GuestBookAnswer>,
    ) {
        let lists = [
            (message("guests-list-rank"), Arranged::Rank),
            (message("guests-list-group"), Arranged::Group),
            (message("guests-list-province"), Arranged::Province),
            (message("guests-list-remind"), Arranged::Reminder),
        ];
        Popup::menu(button).show(|ui| {
            let open = answer.guests.iter().filter(|guest| takes_number(&guest.record)).count();
            let number = cx.t(&message("guests-number").with("count", open));
            if Button::plain(&number).icon(icons::HASH).enabled(open > 0).show(ui, &cx.theme).clicked() {
                run(cx, GuestAct::Number(stored.id), message("done-guests-number").with("count", open));
                ui.close();
            }
            let logistics = cx.t(&message("guests-logistics"));
            if Button::plain(&logistics).icon(icons::FORK_KNIFE).show(ui, &cx.theme).clicked() {
                self.page = Page::Logistics;
                ui.close();
            }
            for (label, arranged) in lists {
                let label = cx.t(&label);
                let mut shown: Vec<&Guest> =
                    self.rows.iter().filter_map(|place| answer.guests.get(*place)).collect();
                if arranged == Arranged::Reminder {
                    let by = stored.record.answer_by;
                    shown.retain(|guest| guest.record.wants_reminder(by, cx.today));
                }
                let any = !shown.is_empty();
                if Button::plain(&label).icon(icons::EXPORT).enabled(any).show(ui, &cx.theme).clicked() {
                    let paper = list_paper(cx, &stored.record, &shown, arranged);
                    self.export = Some(ExportDialog::of_paper(paper, "xlsx", cx));
                    ui.close();
                }
            }
            self.papers_ui(ui, cx, stored);
        });
    }

    /// Papers of the guests who are chosen, and of nobody else.
    fn papers_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, stored: &Stored<Conference>) {
        let chosen = self.chosen();
        if chosen.is_empty() {
            return;
        }
        ui.add_space(space::S);
        let words = message("guests-papers-of").with("count", chosen.len());
        ui.horizontal(|ui| {
            ui.add_space(PADDING);
            line(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
        });
        let right = ui.min_rect().right();
        let ready = self.papers.is_idle();
        for paper in [
            ConferencePaper::Invitations,
            ConferencePaper::Badges(cx.preferences.badges),
            ConferencePaper::Certificates,
            ConferencePaper::Thanks,
        ] {
            let name = cx.t(&paper.label());
            let mut prints = None;
            ui.horizontal(|ui| {
                let show = cx.t(&message("paper-show-of").with("name", name.as_str()));
                let button = Button::plain(&name).icon(icons::EYE).name(&show).enabled(ready);
                if button.show(ui, &cx.theme).clicked() {
                    prints = Some(false);
                }
                // All printers stand below each other.
                ui.add_space((right - ui.cursor().left() - space::CONTROL).max(0.0));
                let print = cx.t(&message("paper-print-of").with("name", name.as_str()));
                if icon_button(ui, &cx.theme, icons::PRINTER, &print).clicked() && ready {
                    prints = Some(true);
                }
            });
            if let Some(prints) = prints {
                self.papers.start(cx, (stored.id, paper), Some(chosen.clone()), prints);
                ui.close();
            }
        }
    }
}
