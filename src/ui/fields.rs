//! The fields of forms: which component a column is filled in with, and what that component remembers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use eframe::egui::{Id, Pos2, Rect, Ui, UiBuilder, vec2};
use egui_phosphor::regular as icons;

use super::action::{Action, Cx};
use super::components::{
    Field, Finding, Suggested, Suggestion, chip, choice, date_field, label_above, link, suggest, tick,
};
use super::screens::has_list;
use super::sections::{Asked, Input};
use super::theme::BODY;
use crate::domain::{AnyId, Artisan, Organisation, Person, RecordKind, Village};
use crate::i18n::message;
use crate::ops::{Command, Find, Outcome};
use crate::places::{CommuneCode, Place, PlaceHit};
use crate::problem::{Problem, Severity};
use crate::runtime::{Slot, Ticket};

/// How many records or places a field offers.
const OFFERED: usize = 8;

/// What the fields of one form remember.
#[derive(Default)]
pub struct FieldStates {
    /// Names of records by id.
    names: HashMap<AnyId, String>,
    finding: BTreeMap<String, FindState>,
    left: BTreeSet<String>,
    /// The field that shall get the keyboard.
    jump: Option<String>,
    /// The field `next_problem` went to last.
    last_problem: Option<String>,
    /// The commune that was just chosen, and in which column.
    placed: Option<(String, PlaceHit)>,
}

/// What a field that finds remembers.
#[derive(Default)]
struct FindState {
    text: String,
    /// The value the text stands for.
    stands_for: Option<String>,
    found: Slot<Find>,
    making: Option<(String, Ticket<Outcome>)>,
}

impl FieldStates {
    /// The name of a record.
    pub fn know(&mut self, id: AnyId, name: &str) {
        self.names.insert(id, name.to_owned());
    }

    /// The name of a record, where it is known.
    pub fn name(&self, id: AnyId) -> Option<String> {
        self.names.get(&id).cloned()
    }

    /// Whether the keyboard was in this field and left it.
    pub fn was_left(&self, column: &str) -> bool {
        self.left.contains(column)
    }

    /// The commune that was just chosen, and in which column.
    pub fn take_placed(&mut self) -> Option<(String, PlaceHit)> {
        self.placed.take()
    }

    /// Puts the keyboard into a field.
    pub fn jump_to(&mut self, column: &str) {
        self.jump = Some(column.to_owned());
    }

    /// Puts the keyboard into the next field that blocks, else the next with a remark; after the last comes
    /// the first.
    pub fn next_problem(&mut self, problems: &[Problem]) {
        let blocks = problems.iter().any(|problem| problem.severity == Severity::Error);
        let wrong = problems.iter().filter(|problem| !blocks || problem.severity == Severity::Error);
        let fields: Vec<&String> = wrong.map(|problem| &problem.field).collect();
        let last = fields.iter().position(|field| Some(*field) == self.last_problem.as_ref());
        let next = last.and_then(|place| fields.get(place + 1)).or_else(|| fields.first());
        self.last_problem = next.map(|field| (*field).clone());
        self.jump.clone_from(&self.last_problem);
    }

    /// Draws the field of a column.
    pub fn field_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        id: Id,
        asked: &Asked,
        typed: &mut String,
        problem: Option<&Problem>,
    ) {
        let label = cx.t(&asked.called());
        let required = asked.required.then(|| cx.t(&message("word-required")));
        if self.jump.as_deref() == Some(asked.column) {
            ui.memory_mut(|memory| memory.request_focus(id));
            ui.scroll_to_cursor(Some(eframe::egui::Align::Center));
            self.jump = None;
        }
        let field = Field::new(id, &label).required(required.as_deref()).problem(problem);
        let theme = cx.theme;
        let response = match asked.input {
            Input::Text | Input::Year => Some(field.show(ui, &theme, cx.language, typed)),
            Input::Lines(rows) => Some(field.rows(rows).show(ui, &theme, cx.language, typed)),
            Input::Secret => Some(secret_ui(ui, cx, id, field, typed)),
            // Drawn by the form, which knows the whole address and the whole record.
            Input::FormerPlace | Input::Party => None,
            Input::Number | Input::Money | Input::Degrees | Input::Phones => {
                Some(field.figures().show(ui, &theme, cx.language, typed))
            }
            Input::Time => {
                let hint = cx.t(&message("hint-time"));
                Some(field.hint(&hint).show(ui, &theme, cx.language, typed))
            }
            Input::Lunar => {
                let hint = cx.t(&message("hint-lunar"));
                Some(field.hint(&hint).show(ui, &theme, cx.language, typed))
            }
            Input::PartialDate | Input::Day => {
                let (language, required, width) = (cx.language, required.as_deref(), f32::INFINITY);
                Some(date_field(ui, &theme, language, id, &label, required, typed, cx.today, width, problem))
            }
            Input::YesNo => {
                let mut on = !typed.is_empty();
                ui.add_space(20.0);
                if tick(ui, &theme, &mut on, &label, None).changed() {
                    (if on { "1" } else { "" }).clone_into(typed);
                }
                None
            }
            Input::Code(values) => {
                let values = values();
                let words: Vec<String> = values.iter().map(|(_, label)| cx.t(label)).collect();
                let now = values.iter().position(|(code, _)| code == typed);
                let shown = now.and_then(|place| words.get(place)).cloned().unwrap_or_default();
                let chosen =
                    choice(ui, &theme, cx.language, id, &label, &shown, &words, f32::INFINITY, problem);
                if let Some((code, _)) = chosen.and_then(|place| values.get(place)) {
                    (*code).clone_into(typed);
                }
                None
            }
            Input::Codes(values) => {
                codes_ui(ui, cx, id, &label, &values(), typed);
                None
            }
            Input::Provinces => {
                let all = cx.places.provinces().iter();
                let codes: Vec<_> = all.map(|of| (of.code.to_string(), of.label())).collect();
                let values: Vec<_> =
                    codes.iter().map(|(code, label)| (code.as_str(), label.clone())).collect();
                codes_ui(ui, cx, id, &label, &values, typed);
                None
            }
            Input::Tags => {
                tags_ui(ui, cx, id, &label, typed);
                None
            }
            Input::Place => {
                self.place_ui(ui, cx, id, asked, &label, typed, problem);
                None
            }
            Input::Link(kind) => {
                let required = required.as_deref();
                self.link_ui(ui, cx, id, asked.column, kind, &label, required, typed, problem);
                None
            }
        };
        if response.is_some_and(|response| response.lost_focus()) {
            self.left.insert(asked.column.to_owned());
        }
    }

    /// A commune, found by its new, old or toneless name.
    #[expect(clippy::too_many_arguments, reason = "everything a field says")]
    fn place_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        id: Id,
        asked: &Asked,
        label: &str,
        typed: &mut String,
        problem: Option<&Problem>,
    ) {
        let state = self.finding.entry(asked.column.to_owned()).or_default();
        if state.stands_for.as_ref() != Some(typed) {
            let code = CommuneCode::parse(typed);
            let address = code.and_then(|code| cx.places.commune_address(code, cx.language));
            state.text = address.unwrap_or_default();
            state.stands_for = Some(typed.clone());
        }
        let focused = ui.memory(|memory| memory.has_focus(id));
        let hits = if focused && !state.text.trim().is_empty() {
            cx.places.search(&state.text, OFFERED)
        } else {
            Vec::new()
        };
        let offered: Vec<_> = hits
            .iter()
            .filter_map(|hit| match hit.place {
                Place::Commune(code) => {
                    let former = hit.found_by.as_ref().map(|former| {
                        let words = message("place-formerly").with("place", former.text(cx.language));
                        cx.t(&words)
                    });
                    let check = hit.needs_checking.then(|| cx.t(&message("place-check")));
                    let second: Vec<String> = former.into_iter().chain(check).collect();
                    let title = cx.places.commune_address(code, cx.language)?;
                    Some((hit, Suggestion { title, second: second.join(" · ") }))
                }
                Place::Province(_) => None,
            })
            .collect();
        let rows: Vec<Suggestion> = offered.iter().map(|(_, row)| row.clone()).collect();
        let (hint, nothing) = (cx.t(&message("hint-place")), cx.t(&message("find-nothing")));
        let finding = Finding {
            id,
            label,
            hint: &hint,
            required: None,
            problem,
            help: "",
            width: f32::INFINITY,
            make: None,
            nothing: &nothing,
        };
        match suggest(ui, &cx.theme, cx.language, &finding, &mut state.text, &rows) {
            Suggested::Taken(place) => {
                if let Some((hit, _)) = offered.get(place)
                    && let Place::Commune(code) = hit.place
                {
                    *typed = code.to_string();
                    state.stands_for = None;
                    self.placed = Some((asked.column.to_owned(), (*hit).clone()));
                }
            }
            Suggested::Cleared => {
                typed.clear();
                state.stands_for = Some(String::new());
            }
            Suggested::Nothing if !focused && state.stands_for.is_some() => {
                // Left without choosing: the text goes back to what is chosen.
                state.stands_for = None;
            }
            _ => {}
        }
    }

    /// Another record, found by typing or made on the spot.
    #[expect(clippy::too_many_arguments, reason = "everything a field says")]
    pub fn link_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        id: Id,
        key: &str,
        kind: RecordKind,
        label: &str,
        required: Option<&str>,
        typed: &mut String,
        problem: Option<&Problem>,
    ) {
        let state = self.finding.entry(key.to_owned()).or_default();
        if let Some((name, ticket)) = &state.making
            && let Some(answer) = ticket.poll()
        {
            match answer {
                Ok(outcome) => {
                    if let Some(made) = outcome.id {
                        self.names.insert(made, name.clone());
                        *typed = made.hex();
                    }
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
            state.making = None;
        }
        if state.stands_for.as_ref() != Some(typed) {
            let known = AnyId::from_hex(typed).and_then(|id| self.names.get(&id));
            state.text = known.cloned().unwrap_or_default();
            state.stands_for = Some(typed.clone());
        }
        let focused = ui.memory(|memory| memory.has_focus(id));
        let corner = ui.max_rect().right_top().max(ui.cursor().min);
        let linked = AnyId::from_hex(typed);
        let chosen = linked.and_then(|id| self.names.get(&id)).cloned();
        // What is chosen already is no question.
        let text = if chosen.as_ref() == Some(&state.text) { String::new() } else { state.text.clone() };
        let question = Find { text, kinds: vec![kind], limit: OFFERED };
        let hits = if focused { state.found.get(cx.data, &question).ready() } else { None };
        let hits = hits.unwrap_or_default();
        let rows: Vec<Suggestion> = hits
            .iter()
            .map(|hit| Suggestion { title: hit.name.clone(), second: hit.place.clone() })
            .collect();
        let make = cx.t(&message("find-make").with("name", state.text.trim()));
        let can_make = new_record(kind, "").is_some() && chosen.as_ref() != Some(&state.text);
        let (hint, nothing) = (cx.t(&message("hint-find")), cx.t(&message("find-nothing")));
        let finding = Finding {
            id,
            label,
            hint: &hint,
            required,
            problem,
            help: "",
            width: f32::INFINITY,
            make: can_make.then_some(make.as_str()),
            nothing: &nothing,
        };
        match suggest(ui, &cx.theme, cx.language, &finding, &mut state.text, &rows) {
            Suggested::Taken(place) => {
                if let Some(hit) = hits.get(place) {
                    self.names.insert(hit.id, hit.name.clone());
                    *typed = hit.id.hex();
                    state.stands_for = None;
                }
            }
            Suggested::Made => {
                let name = crate::vietnamese::clean(&state.text);
                if let Some(command) = new_record(kind, &name) {
                    state.making = Some((name, cx.data.run(command)));
                }
            }
            Suggested::Cleared => {
                typed.clear();
                state.stands_for = Some(String::new());
            }
            Suggested::Nothing if !focused && state.making.is_none() => state.stands_for = None,
            _ => {}
        }
        if let (Some(id), Some(name)) = (linked, chosen) {
            open_ui(ui, cx, corner, kind, id, &name);
        }
    }
}

/// The way to a record that is chosen in a field, at the end of the field's label.
pub fn open_ui(ui: &mut Ui, cx: &mut Cx<'_>, corner: Pos2, kind: RecordKind, id: AnyId, name: &str) {
    if !has_list(kind) && !matches!(kind, RecordKind::Mou | RecordKind::Conference) {
        return;
    }
    let place = Rect::from_min_size(corner - vec2(20.0, 0.0), vec2(20.0, 18.0));
    let mut label = ui.new_child(UiBuilder::new().id_salt(("open", id.hex())).max_rect(place));
    let words = cx.t(&message("field-open").with("name", name));
    let sign = link(&mut label, &cx.theme, icons::ARROW_SQUARE_OUT, BODY).accessible_name(&words);
    if sign.on_hover_text(&words).clicked() {
        cx.ask(Action::Show(kind, id));
    }
}

/// The command that makes a record with nothing but a name; nothing for kinds that need more.
pub fn new_record(kind: RecordKind, name: &str) -> Option<Command> {
    let name = name.to_owned();
    match kind {
        RecordKind::Village => Some(Command::Add(Village { name, ..Village::default() }.into())),
        RecordKind::Organisation => {
            Some(Command::Add(Organisation { name, ..Organisation::default() }.into()))
        }
        RecordKind::Product => {
            let product = crate::domain::Product { name, on_sale: true, ..Default::default() };
            Some(Command::Add(product.into()))
        }
        RecordKind::Person => Some(Command::Add(Person { full_name: name, ..Person::default() }.into())),
        RecordKind::Artisan => Some(Command::SavePerson {
            person: None,
            details: Box::new(Person { full_name: name, ..Person::default() }),
            role: None,
            held: Artisan::default().into(),
        }),
        _ => None,
    }
}

/// A number that others at the desk need not see: masked unless the keyboard is in it.
fn secret_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: Id,
    field: Field<'_>,
    typed: &mut String,
) -> eframe::egui::Response {
    let hidden = !ui.memory(|memory| memory.has_focus(id)) && !typed.is_empty();
    let hint = cx.t(&message("hint-secret"));
    let field = field.figures().hint(&hint);
    if !hidden {
        return field.show(ui, &cx.theme, cx.language, typed);
    }
    let end: Vec<char> = typed.chars().rev().take(3).collect();
    let mut masked = format!("•••• {}", end.iter().rev().collect::<String>());
    field.show(ui, &cx.theme, cx.language, &mut masked)
}

/// Several of some codes: chips, and a list to choose more from.
fn codes_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: Id,
    label: &str,
    values: &[(&str, crate::i18n::Message)],
    typed: &mut String,
) {
    let mut chosen: BTreeSet<String> =
        typed.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect();
    let free: Vec<_> = values.iter().filter(|(code, _)| !chosen.contains(*code)).collect();
    let words: Vec<String> = free.iter().map(|(_, label)| cx.t(label)).collect();
    let add = cx.t(&message("word-add"));
    let picked = choice(ui, &cx.theme, cx.language, id, label, &add, &words, f32::INFINITY, None);
    if let Some((code, _)) = picked.and_then(|place| free.get(place)) {
        chosen.insert((*code).to_owned());
    }
    let known: Vec<(String, String)> = chosen
        .iter()
        .map(|code| {
            let label = values.iter().find(|(known, _)| known == code).map(|(_, label)| cx.t(label));
            (code.clone(), label.unwrap_or_else(|| code.clone()))
        })
        .collect();
    chips(ui, cx, known, &mut chosen);
    *typed = chosen.into_iter().collect::<Vec<_>>().join(";");
}

/// Tags of the office: chips, and a line to type more into, ended by Enter, comma or semicolon.
fn tags_ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, label: &str, typed: &mut String) {
    let mut chosen: BTreeSet<String> =
        typed.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        label_above(ui, &cx.theme, label, None);
        let line_id = id.with("line");
        let mut text = ui.data(|data| data.get_temp::<String>(line_id)).unwrap_or_default();
        // What is being typed is among the tags from its first letter, so that it is saved without Enter, too.
        // A line that was left in another form is not.
        let begun = tags_in(&text);
        if begun.iter().all(|tag| chosen.contains(tag)) {
            chosen.retain(|tag| !begun.contains(tag));
        } else {
            text.clear();
        }
        let hint = cx.t(&message("hint-tags"));
        let response = Field::new(id, "").name(label).hint(&hint).show(ui, &cx.theme, cx.language, &mut text);
        if response.lost_focus() || text.ends_with([',', ';']) {
            chosen.extend(tags_in(&text));
            text.clear();
        }
        let unfinished = tags_in(&text);
        ui.data_mut(|data| data.insert_temp(line_id, text));
        let known = chosen.iter().map(|tag| (tag.clone(), tag.clone())).collect();
        chips(ui, cx, known, &mut chosen);
        chosen.extend(unfinished);
    });
    *typed = chosen.into_iter().collect::<Vec<_>>().join(";");
}

/// The tags of a line, divided by commas or semicolons.
fn tags_in(line: &str) -> BTreeSet<String> {
    line.split([',', ';']).map(crate::vietnamese::clean).filter(|tag| !tag.is_empty()).collect()
}

fn chips(ui: &mut Ui, cx: &Cx<'_>, known: Vec<(String, String)>, chosen: &mut BTreeSet<String>) {
    if known.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (code, label) in known {
            let name = cx.t(&message("tag-drop").with("tag", label.as_str()));
            if chip(ui, &cx.theme, &label, &name).clicked() {
                chosen.remove(&code);
            }
        }
    });
}
