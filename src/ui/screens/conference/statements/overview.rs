//! What was said by topic, and the proposals by the body they are for.

use eframe::egui::{Ui, vec2};
use egui_phosphor::regular as icons;

use crate::domain::Topic;
use crate::i18n::message;
use crate::ops::{StatementsAnswer, Tally};
use crate::ui::action::Cx;
use crate::ui::components::{Button, Tone, badge, card, heading, line, link, text};
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, FIGURES, SMALL, space};
use crate::vietnamese::group;

/// What is wanted of the overview.
pub(super) enum Asked {
    /// The statements about a topic.
    Topic(Topic),
    /// The proposals for a body.
    Body(String),
    /// The same as a paper.
    Paper(String),
}

/// Draws it.
pub(super) fn overview_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &StatementsAnswer) -> Option<Asked> {
    let mut asked = None;
    let width = (ui.available_width() - space::M) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.vertical(|ui| {
            ui.set_width(width);
            card(ui, &cx.theme.clone(), 16, |ui| topics_ui(ui, cx, answer, &mut asked));
        });
        ui.vertical(|ui| {
            ui.set_width(width);
            card(ui, &cx.theme.clone(), 16, |ui| bodies_ui(ui, cx, answer, &mut asked));
        });
    });
    asked
}

fn topics_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &StatementsAnswer, asked: &mut Option<Asked>) {
    heading(ui, &cx.t(&message("said-by-topic")), CARD, cx.theme.c.text);
    ui.add_space(4.0);
    let topics = answer.by_topic();
    if topics.is_empty() {
        text(ui, &cx.t(&message("said-empty-explain")), BODY, cx.theme.c.muted);
        return;
    }
    let all = ui.available_width();
    let widths = [all - 3.0 * 92.0, 84.0, 84.0, 84.0];
    row_ui(ui, widths, |ui, place| {
        let label = match place {
            0 => message("said-topic"),
            1 => message("said-count"),
            2 => message("said-open"),
            _ => message("said-answered"),
        };
        line(ui, &cx.t(&label), SMALL, cx.theme.c.muted);
    });
    for (topic, tally) in topics {
        rule(ui, cx);
        row_ui(ui, widths, |ui, place| {
            let number = match place {
                0 => {
                    if link(ui, &cx.theme, &cx.t(&topic.label()), BODY_MEDIUM).clicked() {
                        *asked = Some(Asked::Topic(topic));
                    }
                    return;
                }
                1 => tally.count,
                2 => tally.open,
                _ => tally.answered,
            };
            let number = group(i64::try_from(number).unwrap_or(i64::MAX), cx.language);
            line(ui, &number, FIGURES, cx.theme.c.text);
        });
    }
}

fn bodies_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &StatementsAnswer, asked: &mut Option<Asked>) {
    heading(ui, &cx.t(&message("said-by-body")), CARD, cx.theme.c.text);
    ui.add_space(4.0);
    let bodies = answer.by_addressee();
    if bodies.is_empty() {
        text(ui, &cx.t(&message("said-no-proposals")), BODY, cx.theme.c.muted);
        return;
    }
    // The widest of the buttons is known only when it is drawn; both languages fit here.
    let room = ui.available_width() - 156.0;
    for (body, tally) in bodies {
        let name = if body.is_empty() { cx.t(&message("said-nobody")) } else { body.clone() };
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = 3.0;
                // One sentence, so that it is read as one; pressing it shows the proposals.
                let words = sentence(&name, tally);
                if link(ui, &cx.theme, &cx.t(&words), BODY_MEDIUM).clicked() {
                    *asked = Some(Asked::Body(body.clone()));
                }
                if tally.overdue > 0 {
                    let words = message("said-overdue").with("count", tally.overdue);
                    badge(ui, &cx.theme, Tone::Stop, icons::WARNING_OCTAGON, &cx.t(&words));
                }
            });
            let label = cx.t(&message("said-export-body"));
            let full = cx.t(&message("said-export-for").with("body", name.as_str()));
            let button = Button::outline(&label).name(&full).icon(icons::EXPORT).small();
            if button.show(ui, &cx.theme).clicked() {
                *asked = Some(Asked::Paper(body.clone()));
            }
        });
        ui.add_space(4.0);
        rule(ui, cx);
        ui.add_space(4.0);
    }
}

fn sentence(name: &str, tally: Tally) -> crate::i18n::Message {
    message("said-body-line").with("body", name).with("count", tally.count).with("answered", tally.answered)
}

fn rule(ui: &Ui, cx: &Cx<'_>) {
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
}

fn row_ui(ui: &mut Ui, widths: [f32; 4], mut cell: impl FnMut(&mut Ui, usize)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        for (place, width) in widths.into_iter().enumerate() {
            ui.vertical(|ui| {
                ui.set_width(width.max(40.0));
                ui.add_space(5.0);
                cell(ui, place);
                ui.add_space(5.0);
            });
        }
    });
}
