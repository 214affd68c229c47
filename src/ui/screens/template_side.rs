//! Beside a template that is written: a draft that came back, what is wrong, and the versions.

use eframe::egui::Ui;
use egui_phosphor::regular as icons;

use super::template::{Sheet, TemplateEditor};
use crate::documents::mou::template::Template;
use crate::domain::{MouTemplate, Stored, office_time};
use crate::error::ErrorKind;
use crate::i18n::message;
use crate::problem::{Problem, Severity};
use crate::runtime::OwnTemplate;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Tone, badge, banner, heading, line, note, text};
use crate::ui::theme::{BODY, CARD, SMALL, space};
use crate::vietnamese::PartialDate;

impl TemplateEditor {
    /// What is wrong, and the versions.
    pub(super) fn side_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, base: Option<&OwnTemplate>) {
        if self.restored {
            let label = cx.t(&message("draft-throw-away"));
            let gone = banner(ui, &cx.theme, Tone::Busy, &cx.t(&message("draft-back")), |ui| {
                Button::plain(&label).small().icon(icons::TRASH).show(ui, &cx.theme).clicked()
            });
            if gone && let Some((_, first)) = &self.first {
                self.past.push(std::mem::replace(&mut self.sheet, first.clone()));
                self.restored = false;
                cx.ask(Action::DropDraft(self.draft_key()));
            }
        }
        if let Some((version, _)) = &self.seen {
            let words = cx.t(&message("template-seen").with("version", version.to_string()));
            let label = cx.t(&message("template-unsee"));
            let back = banner(ui, &cx.theme.clone(), Tone::Look, &words, |ui| {
                Button::plain(&label).small().icon(icons::ARROW_U_UP_LEFT).show(ui, &cx.theme).clicked()
            });
            if back && let Some((_, written)) = self.seen.take() {
                self.past.push(std::mem::replace(&mut self.sheet, written));
            }
        }
        heading(ui, &cx.t(&message("check-title")), CARD, cx.theme.c.text);
        let mut refused = Vec::new();
        if let Some(error) = &self.failure {
            let words = format!("{} {}", cx.t(&error.message()), cx.t(&error.hint()));
            note(ui, &cx.theme, Tone::Stop, &words);
            if let ErrorKind::Invalid(problems) = error.kind() {
                refused.clone_from(problems);
            }
        }
        if let Some(error) = self.page.failure() {
            note(ui, &cx.theme, Tone::Stop, &cx.t(&error.message()));
        }
        let mut problems = self.page.problems();
        problems.extend(refused.into_iter().filter(|problem| problem.field == "name"));
        self.problems_ui(ui, cx, &problems);
        ui.add_space(space::M);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
        ui.add_space(space::M);
        if let Some(own) = base {
            self.versions_ui(ui, cx, own);
        } else {
            text(ui, &cx.t(&message("template-new-explain")), SMALL, cx.theme.c.muted);
        }
    }

    fn problems_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, problems: &[Problem]) {
        if problems.is_empty() {
            return note(ui, &cx.theme, Tone::Good, &cx.t(&message("template-fine")));
        }
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        let words = message("check-count").with("errors", errors).with("warnings", problems.len() - errors);
        text(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
        for (number, problem) in problems.iter().enumerate() {
            let tone = if problem.severity == Severity::Error { Tone::Stop } else { Tone::Look };
            let words = problem.text(cx.language);
            let label = cx.t(&message("check-go"));
            let name = cx.t(&message("check-go-to").with("what", words.as_str()));
            banner(ui, &cx.theme, tone, &words, |ui| {
                ui.push_id(number, |ui| {
                    if Button::plain(&label).small().name(&name).show(ui, &cx.theme).clicked() {
                        self.jump = Some(problem.field.clone());
                        self.checking = false;
                    }
                });
            });
        }
    }

    /// The stored versions, and the way to an older one.
    fn versions_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, own: &OwnTemplate) {
        heading(ui, &cx.t(&message("template-versions")), CARD, cx.theme.c.text);
        let all = std::iter::once(&own.stored).chain(&own.older);
        for (place, stored) in all.enumerate() {
            line(ui, &version_words(cx, stored), BODY, cx.theme.c.text);
            let version = stored.record.version;
            if place == 0 {
                badge(ui, &cx.theme, Tone::Good, icons::CHECK, &cx.t(&message("template-newest")));
                continue;
            }
            let label = cx.t(&message("template-open-short"));
            let name = cx.t(&message("template-open").with("version", version.to_string()));
            let button = Button::plain(&label).small().icon(icons::CLOCK_COUNTER_CLOCKWISE).name(&name);
            if button.show(ui, &cx.theme).clicked()
                && let Ok(template) = Template::unfinished(&stored.record.source)
            {
                let before = std::mem::replace(&mut self.sheet, Sheet::of(template));
                self.past.push(before.clone());
                self.future.clear();
                let written = self.seen.take().map_or(before, |(_, written)| written);
                self.seen = Some((version, written));
                self.tree.open = None;
            }
        }
        text(ui, &cx.t(&message("template-versions-explain")), SMALL, cx.theme.c.muted);
    }
}

/// "Phiên bản 2 · 26/11/2026".
fn version_words(cx: &Cx<'_>, stored: &Stored<MouTemplate>) -> String {
    let version = message("template-version").with("version", stored.record.version.to_string());
    let day = office_time(stored.changed_at).map(|time| PartialDate::Day(time.date()).show(cx.language));
    [cx.t(&version), day.unwrap_or_default()].join(" · ").trim_end_matches(" · ").to_owned()
}
