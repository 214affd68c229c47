//! What a template says, from its name to its own values, in the order of the paper.

use std::sync::Arc;

use eframe::egui::{Align, Id, Ui};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::template::TemplateEditor;
use super::template_words::is_in_signature;
use super::tree::{Beside, condition_ui, path_of, pick_condition};
use crate::documents::mou::conditions;
use crate::documents::mou::data::{Both, PrintLanguage};
use crate::documents::mou::example::{Shape, example};
use crate::documents::mou::placeholders::{Placeholder, placeholders_of_party};
use crate::documents::mou::template::LineWording;
use crate::domain::{Detail, DetailKind, Details};
use crate::i18n::{Language, Message, field_label, message};
use crate::ui::action::Cx;
use crate::ui::components::{
    Button, Field, Pick, Picked, at_right, choice, heading, icon_button, line, switch, text,
};
use crate::ui::theme::{BODY, CARD, SMALL, SMALL_MEDIUM, space};
use crate::vietnamese::{group, parse_integer};

impl TemplateEditor {
    /// Draws the form; whether the shape of the text was changed, not only its words.
    pub(super) fn form_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) -> bool {
        ui.spacing_mut().item_spacing.y = 8.0;
        let path = self.jump.as_deref().and_then(|jump| path_of(jump, &self.sheet.trees, |_| true));
        if let Some(path) = path {
            self.jump = None;
            self.tree.go_to(path);
        }
        let mut shaped = self.head_fields_ui(ui, cx);
        self.title_ui(ui, cx);
        shaped |= self.lines_ui(ui, cx);
        self.texts_ui(ui, cx, "agreement", &message("mou-place-agreement"), |template| {
            &mut template.agreement
        });
        section(ui, cx, &message("mou-clauses-title"));
        let numbers = self.numbers();
        let mut library = std::mem::take(&mut self.shelf);
        let mut beside = Beside {
            english: true,
            numbers: &numbers,
            compared: None,
            shelf: Some(&mut library),
            tools: false,
            alone: false,
        };
        let sheet = &mut self.sheet;
        shaped |= self.tree.ui(ui, cx, (&mut sheet.trees, &mut sheet.template.details), &mut beside);
        self.shelf = library;
        self.words_ui(ui, cx);
        shaped | self.details_ui(ui, cx)
    }

    /// Name, language, and whether it shall stand on one page.
    fn head_fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let template = &mut self.sheet.template;
        let (label, english) = (cx.t(&message("templates-name")), cx.t(&message("template-name-en")));
        let id = Id::unique("template-name-vi");
        focus(ui, &mut self.jump, "name", id);
        Field::new(id, &label).show(ui, &cx.theme, cx.language, &mut template.name.vi);
        Field::new(Id::unique("template-name-en"), &english).show(
            ui,
            &cx.theme,
            cx.language,
            &mut template.name.en,
        );
        let mut shaped = false;
        let values = [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn];
        let names =
            [message("paper-vi"), message("paper-en"), message("paper-vi-en")].map(|name| cx.t(&name));
        let now = values.iter().position(|value| *value == template.language);
        let shown = now.and_then(|place| names.get(place)).cloned().unwrap_or_default();
        let label = cx.t(&field_label("language"));
        let id = Id::unique("template-language");
        let picked = choice(ui, &cx.theme, cx.language, id, &label, &shown, &names, 150.0, None);
        if let Some(value) = picked.and_then(|place| values.get(place)) {
            template.language = *value;
            shaped = true;
        }
        ui.horizontal(|ui| {
            let words = cx.t(&message("template-compact"));
            shaped |= switch(ui, &cx.theme, &mut template.compact, &words).changed();
            line(ui, &words, BODY, cx.theme.c.text);
        });
        shaped
    }

    fn title_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        section(ui, cx, &message("template-beginning"));
        self.texts_ui(ui, cx, "title", &message("template-title"), |template| &mut template.title);
        self.texts_ui(ui, cx, "subject", &message("mou-place-subject"), |template| &mut template.subject);
        let label = message("template-default-subject");
        self.texts_ui(ui, cx, "default_subject", &label, |template| &mut template.default_subject);
        self.texts_ui(ui, cx, "opening", &message("mou-place-opening"), |template| &mut template.opening);
    }

    /// A text in both languages.
    fn texts_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        field: &'static str,
        label: &Message,
        of: impl Fn(&mut crate::documents::mou::template::Template) -> &mut Both<String>,
    ) {
        let text = of(&mut self.sheet.template);
        let label = cx.t(label);
        let english = cx.t(&message("mou-detail-english").with("label", label.as_str()));
        let id = Id::unique(("template-text", field));
        focus(ui, &mut self.jump, field, id);
        let wording = &mut self.tree.wording;
        wording.marked_ui(ui, cx, id, (&label, &label), &mut text.vi);
        let id = Id::unique(("template-text-en", field));
        wording.marked_ui(ui, cx, id, (&english, &english), &mut text.en);
    }

    /// The lines in the block of each party.
    fn lines_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        section(ui, cx, &message("template-lines"));
        text(ui, &cx.t(&message("template-lines-explain")), SMALL, cx.theme.c.muted);
        let mut asked = None;
        let mut shaped = false;
        let count = self.sheet.template.lines.len();
        let at = self.jump.take_if(|jump| jump.starts_with("line")).map(|_| 0);
        let open = at.or(self.open_line);
        for place in 0..count {
            let Some(wording) = self.sheet.template.lines.get_mut(place) else { continue };
            let name = line_name(wording, cx.language);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.scope(|ui| {
                    ui.set_width(ui.available_width() - 128.0);
                    let label = cx.t(&message("template-line").with("name", name.as_str()));
                    if crate::ui::components::link(ui, &cx.theme, &label, BODY).clicked() {
                        self.open_line = (open != Some(place)).then_some(place);
                    }
                });
                for (icon, words, ask) in [
                    (icons::ARROW_UP, message("clause-up"), Ask::Up),
                    (icons::ARROW_DOWN, message("clause-down"), Ask::Down),
                    (icons::FUNNEL, message("condition-add"), Ask::When),
                    (icons::TRASH, message("tree-remove"), Ask::Remove),
                ] {
                    let words = cx.t(&words.with("title", name.as_str()));
                    if icon_button(ui, &cx.theme, icon, &words).clicked() {
                        asked = Some((place, ask));
                    }
                }
            });
            shaped |= condition_ui(ui, cx, &mut wording.when, &Details::default());
            if open == Some(place) {
                if at.is_some() {
                    self.open_line = at;
                    ui.scroll_to_cursor(Some(Align::Center));
                }
                ui.indent(("template-line", place), |ui| {
                    line_ui(ui, cx, &mut self.tree.wording, (place, 0), wording);
                    if let Some(second) = &mut wording.second {
                        line(ui, &cx.t(&message("template-second")), SMALL_MEDIUM, cx.theme.c.muted);
                        line_ui(ui, cx, &mut self.tree.wording, (place, 1), second);
                    }
                });
            }
        }
        let lines = &mut self.sheet.template.lines;
        match asked {
            Some((place, Ask::Up)) if place > 0 => lines.swap(place, place - 1),
            Some((place, Ask::Down)) if place + 1 < count => lines.swap(place, place + 1),
            Some((place, Ask::Remove)) => {
                lines.remove(place);
            }
            Some((place, Ask::When)) => self.choosing = Some((place, Pick::default())),
            _ => {}
        }
        shaped |= matches!(asked, Some((_, Ask::Up | Ask::Down | Ask::Remove)));
        let add = cx.t(&message("template-add-line"));
        if Button::plain(&add).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
            self.sheet.template.lines.push(LineWording::default());
            self.open_line = Some(count);
            shaped = true;
        }
        if let Some((place, mut pick)) = self.choosing.take() {
            match pick_condition(ui, cx, &mut pick, &conditions::offered_of_party()) {
                (Picked::Nothing, _) => self.choosing = Some((place, pick)),
                (_, Some(term)) => {
                    if let Some(line) = self.sheet.template.lines.get_mut(place) {
                        line.when = conditions::with(&line.when, &term);
                        shaped = true;
                    }
                }
                _ => {}
            }
        }
        shaped
    }

    /// Whether a text stands in the block of each party or above its signature.
    pub(super) fn is_of_party(&self, text: Id) -> bool {
        if is_in_signature(text) {
            return true;
        }
        let places = (0..self.sheet.template.lines.len()).flat_map(|place| [(place, 0), (place, 1)]);
        places.into_iter().any(|place| LINE_TEXTS.iter().any(|side| text_of_line(place, side) == text))
    }

    /// What such a text may speak of.
    pub(super) fn placeholders_of_party(&self, today: Date) -> Arc<Vec<Placeholder>> {
        let template = &self.sheet.template;
        let facts = example(template, Shape::of(template), today);
        Arc::new(placeholders_of_party(&facts, template.language))
    }

    /// The values the template asks for beyond those every MoU has.
    fn details_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        section(ui, cx, &message("mou-details-title"));
        text(ui, &cx.t(&message("template-details-explain")), SMALL, cx.theme.c.muted);
        let mut removed = None;
        let details = &mut self.sheet.template.details.0;
        for (place, detail) in details.iter_mut().enumerate() {
            let id = Id::unique(("template-detail", place, "label"));
            focus(ui, &mut self.jump, &format!("field.{}", place + 1), id);
            detail_ui(ui, cx, (place, id), detail);
            ui.horizontal(|ui| {
                line(ui, &format!("{{{{detail.{}}}}}", detail.key), SMALL, cx.theme.c.muted);
                at_right(ui, "detail-end", |ui| {
                    let words = cx.t(&message("tree-remove").with("title", detail.label.as_str()));
                    let label = cx.t(&message("template-remove-detail"));
                    let button = Button::plain(&label).small().icon(icons::TRASH).name(&words);
                    if button.show(ui, &cx.theme).clicked() {
                        removed = Some(place);
                    }
                });
            });
            ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
        }
        if let Some(place) = removed {
            details.remove(place);
        }
        let add = cx.t(&message("template-add-detail"));
        let added = Button::plain(&add).small().icon(icons::PLUS).show(ui, &cx.theme).clicked();
        if added {
            // A name of its own, of letters alone; forms show what it is called.
            let names =
                ('a'..='z').flat_map(|first| ('a'..='z').map(move |second| format!("own_{first}{second}")));
            let free = names.into_iter().find(|key| !details.iter().any(|detail| detail.key == *key));
            details.push(Detail { key: free.unwrap_or_default(), ..Detail::default() });
            self.jump = Some(format!("field.{}", details.len()));
        }
        added || removed.is_some()
    }
}

/// What is asked for at a line.
#[derive(Clone, Copy, PartialEq)]
enum Ask {
    Up,
    Down,
    When,
    Remove,
}

pub(super) fn section(ui: &mut Ui, cx: &Cx<'_>, title: &Message) {
    ui.add_space(space::S);
    heading(ui, &cx.t(title), CARD, cx.theme.c.text);
}

/// Gives the keyboard to a field that was asked for.
pub(super) fn focus(ui: &Ui, jump: &mut Option<String>, field: &str, id: Id) {
    if jump.as_deref() != Some(field) {
        return;
    }
    ui.scroll_to_cursor(Some(Align::Center));
    if ui.memory(|memory| memory.has_focus(id)) {
        *jump = None;
    } else {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// What a line is called: its label.
fn line_name(line: &LineWording, language: Language) -> String {
    let label = line.label.in_language(language);
    if label.is_empty() { line.label.vi.clone() } else { label.clone() }
}

/// The texts of a line with marks.
const LINE_TEXTS: [&str; 2] = ["text", "text-en"];

/// A text of a line: its place, 1 for the second one on the same line, and which text.
fn text_of_line(place: (usize, usize), side: &str) -> Id {
    Id::unique(("template-line", place, side))
}

/// Label and value of a line in both languages.
fn line_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    wording: &mut super::wording::Wording,
    place: (usize, usize),
    line: &mut LineWording,
) {
    let LineWording { label, vi, en, .. } = line;
    for (words, side, value) in [
        (message("template-line-label"), "label", &mut label.vi),
        (message("template-line-label-en"), "label-en", &mut label.en),
    ] {
        let id = Id::unique(("template-line", place, side));
        Field::new(id, &cx.t(&words)).show(ui, &cx.theme, cx.language, value);
    }
    for (words, side, value) in
        [(message("template-line-text"), "text", vi), (message("template-line-text-en"), "text-en", en)]
    {
        let words = cx.t(&words);
        let id = Id::unique(("template-line", place, side));
        wording.marked_ui(ui, cx, id, (&words, &words), value);
    }
}

/// A value the template asks for: what it is called, its kind, and what it begins with.
fn detail_ui(ui: &mut Ui, cx: &Cx<'_>, (place, id): (usize, Id), detail: &mut Detail) {
    let field = |ui: &mut Ui, label: Message, side: &str, value: &mut String| {
        let id = if side == "label" { id } else { Id::unique(("template-detail", place, side)) };
        Field::new(id, &cx.t(&label)).show(ui, &cx.theme, cx.language, value);
    };
    field(ui, message("template-detail-label"), "label", &mut detail.label);
    field(ui, message("template-detail-label-en"), "label-en", &mut detail.label_en);
    let kinds = [
        (DetailKind::Text, message("template-kind-text")),
        (DetailKind::Count, message("template-kind-count")),
        (DetailKind::Money, message("template-kind-money")),
        (DetailKind::Percent, message("template-kind-percent")),
        (DetailKind::Date, message("template-kind-date")),
    ];
    let names: Vec<String> = kinds.iter().map(|(_, name)| cx.t(name)).collect();
    let now = kinds.iter().position(|(kind, _)| *kind == detail.kind).unwrap_or_default();
    let shown = names.get(now).cloned().unwrap_or_default();
    let label = cx.t(&message("template-kind"));
    let kind = Id::unique(("template-detail", place, "kind"));
    let picked = choice(ui, &cx.theme, cx.language, kind, &label, &shown, &names, 260.0, None);
    if let Some((kind, _)) = picked.and_then(|place| kinds.get(place)) {
        let Detail { key, label, label_en, .. } = std::mem::take(detail);
        *detail = Detail { key, label, label_en, kind: *kind, ..Detail::default() };
    }
    match detail.kind {
        DetailKind::Text => {
            field(ui, message("template-begins"), "text", &mut detail.text);
            field(ui, message("template-begins-en"), "text-en", &mut detail.text_en);
        }
        DetailKind::Count => {
            field(ui, message("template-unit"), "unit", &mut detail.unit);
            field(ui, message("template-unit-en"), "unit-en", &mut detail.unit_en);
            number_ui(ui, cx, place, detail);
        }
        DetailKind::Money | DetailKind::Percent => number_ui(ui, cx, place, detail),
        DetailKind::Date => {}
    }
}

/// The number a value begins with.
fn number_ui(ui: &mut Ui, cx: &Cx<'_>, place: usize, detail: &mut Detail) {
    let mut typed = detail.number.map(|number| group(number, Language::Vi)).unwrap_or_default();
    let label = cx.t(&message("template-begins"));
    let id = Id::unique(("template-detail", place, "number"));
    if Field::new(id, &label).figures().show(ui, &cx.theme, cx.language, &mut typed).changed() {
        let trimmed = typed.trim();
        if trimmed.is_empty() {
            detail.number = None;
        } else if let Ok(number) = parse_integer(trimmed) {
            detail.number = Some(number).filter(|number| *number >= 0);
        }
    }
}
