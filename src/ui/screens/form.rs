//! The form of a record: cards with fields, what is wrong at each of them, and a draft that survives a crash.

use std::collections::BTreeMap;

use eframe::egui::{Id, Panel, ScrollArea, Ui};
use egui_phosphor::regular as icons;

use super::address::{self, AddressHelp};
use super::duplicates::{alike_badge, reasons};
use super::party_choice::PartyChoice;
use super::subject::Subject;
use crate::domain::{AnyId, Cell, Id as RecordId, Person, RecordKind};
use crate::error::ErrorKind;
use crate::i18n::{Value, field_label, message};
use crate::ops::{AlikeTo, AnyRecord, COMPARED, Command, Detail, Named, Outcome};
use crate::problem::{Problem, Severity, blocks};
use crate::runtime::{Draft, Slot, Ticket, View};
use crate::ui::action::{Action, Cx, Route, list_title};
use crate::ui::commands::keys_text;
use crate::ui::components::{
    Button, Tone, at_right, badge, banner, card, failed, heading, line, link, note, screen_head, skeleton,
};
use crate::ui::fields::FieldStates;
use crate::ui::forms::{self, Typed};
use crate::ui::sections::{self, Asked, Input, Section};
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, SCREEN, SMALL, space};

/// A draft is kept so long after typing at the latest, in seconds.
const KEEP_AFTER: f64 = 1.0;

/// A record with the person of an artisan.
type Before = (AnyRecord, Option<(RecordId<Person>, Person)>);

/// The form of one record.
pub struct FormScreen {
    subject: Subject,
    kind: RecordKind,
    id: Option<AnyId>,
    stored: Slot<Detail>,
    /// The record as it was when the form opened, with the person of an artisan.
    before: Option<Before>,
    first: Typed,
    typed: Typed,
    address: AddressHelp,
    parties: PartyChoice,
    /// The name of what a new record belongs to.
    owner: Option<String>,
    owner_name: Slot<Named>,
    /// A draft from before that was put in and can be thrown away.
    restored: bool,
    fields: FieldStates,
    problems: Vec<Problem>,
    checked: Typed,
    /// What is typed so far as a record, for comparing.
    so_far: Option<AlikeTo>,
    alike: Slot<AlikeTo>,
    /// The officer said that it is another one.
    other: bool,
    /// Somebody pressed Save: everything that is wrong is shown.
    tried: bool,
    saving: Option<Ticket<Outcome>>,
    failure: Option<crate::error::Error>,
    kept: Typed,
    kept_at: f64,
}

impl FormScreen {
    /// The form of a record, or of a new one, with what was typed before into the same form.
    pub fn new(subject: Subject, draft: Option<Draft>) -> Self {
        let Subject { kind, id, of } = subject;
        let mut form = Self {
            subject,
            kind,
            id,
            address: AddressHelp::default(),
            parties: PartyChoice::default(),
            owner: None,
            owner_name: Slot::default(),
            stored: Slot::default(),
            before: None,
            first: Typed::new(),
            typed: Typed::new(),
            restored: false,
            fields: FieldStates::default(),
            problems: Vec::new(),
            checked: Typed::new(),
            so_far: None,
            alike: Slot::default(),
            other: false,
            tried: false,
            saving: None,
            failure: None,
            kept: Typed::new(),
            kept_at: 0.0,
        };
        if id.is_none() && of.is_none() {
            form.begin(forms::blank(kind), None);
        }
        if let Some(draft) = draft {
            form.kept.clone_from(&draft.fields);
            form.typed.extend(draft.fields);
            form.restored = true;
        }
        form
    }

    /// Draws the form of this place; one that is new takes what was typed into it before.
    pub fn show(
        form: &mut Option<Self>,
        drafts: &mut BTreeMap<String, Draft>,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        route: Route,
    ) {
        let subject = Subject::of_route(route);
        let fits = form.as_ref().map(Self::subject) == subject;
        if let (false, Some(subject)) = (fits, subject) {
            *form = Some(Self::new(subject, drafts.remove(&subject.draft_key())));
        }
        if let Some(form) = form {
            form.ui(ui, cx);
        }
    }

    /// What it is for.
    fn subject(&self) -> Subject {
        self.subject
    }

    fn begin(&mut self, record: AnyRecord, person: Option<(RecordId<Person>, Person)>) {
        self.first = forms::typed(self.kind, &record, person.as_ref().map(|(_, person)| person));
        if self.id.is_none() {
            // Nothing was said yet: a number that is 0 of itself is no answer.
            self.first.values_mut().filter(|text| *text == "0").for_each(String::clear);
        }
        let mut typed = self.first.clone();
        // A draft that came before the record did.
        typed.extend(std::mem::take(&mut self.typed));
        self.typed = typed;
        self.before = Some((record, person));
    }

    /// An empty record that belongs to what the form was opened from.
    fn blank_part(&self) -> AnyRecord {
        let blank = forms::blank(self.kind);
        let Some((column, id)) = self.subject.owner_column() else { return blank };
        let cells = blank.columns().iter().zip(blank.cells());
        let cells = cells.map(|(name, cell)| if *name == column { Cell::Id(id) } else { cell });
        blank.with_cells(cells.collect())
    }

    /// Whether something was typed that is not saved.
    pub fn is_changed(&self) -> bool {
        self.before.is_some() && self.typed != self.first
    }

    /// What is to be kept of it now.
    pub fn draft(&self, now: i64) -> Option<Draft> {
        let changed = self.typed.iter().filter(|(field, text)| self.first.get(*field) != Some(*text));
        let fields: Typed = changed.map(|(field, text)| (field.clone(), text.clone())).collect();
        self.is_changed().then(|| Draft {
            form: self.subject.draft_key(),
            name: self.name(),
            at: now,
            fields,
        })
    }

    fn name(&self) -> String {
        self.typed.get(forms::name_column(self.kind)).cloned().unwrap_or_default()
    }

    /// What the message after saving calls it.
    fn done_name(&self) -> Value {
        let name = self.name();
        if name.trim().is_empty() { self.kind.label().into() } else { name.into() }
    }

    /// Draws the form.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.before.is_none() && !self.open(ui, cx) {
            return;
        }
        self.poll(cx);
        self.check(cx);
        self.keep(ui, cx);
        let save =
            ui.input_mut(|input| input.consume_key(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::S));
        if ui.input_mut(|input| input.consume_key(eframe::egui::Modifiers::NONE, eframe::egui::Key::F8)) {
            self.fields.next_problem(&self.problems);
        }
        let frame = screen_head(ui, cx.theme, cx.narrow, "form-head", |ui| self.head_ui(ui, cx));
        let foot = frame.fill(cx.theme.c.surface);
        Panel::bottom("form-foot").frame(foot).exact_size(52.0).show(ui, |ui| self.foot_ui(ui, cx));
        eframe::egui::CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            self.notes_ui(ui, cx);
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.add_space(4.0);
                self.cards_ui(ui, cx);
                ui.add_space(space::XL);
            });
        });
        if save {
            // After the fields: letters that came in the same frame belong to what is saved.
            self.save(cx);
        }
    }

    /// Waits for the record, or for the name of what a new one belongs to; whether it is there.
    fn open(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) -> bool {
        let failure = if let Some(id) = self.id {
            match self.stored.get(cx.data, &Detail { kind: self.kind, id }) {
                View::Ready(answer) => {
                    for (id, name) in &answer.names {
                        self.fields.know(*id, name);
                    }
                    self.begin(answer.record.clone(), answer.person.clone());
                    return true;
                }
                View::Failed(error) => Some(error),
                View::Loading => None,
            }
        } else if let Some((kind, id)) = self.subject.of {
            match self.owner_name.get(cx.data, &Named { kind, id }) {
                View::Ready(name) => {
                    self.fields.know(id, &name);
                    self.owner = Some(name.to_string());
                    self.begin(self.blank_part(), None);
                    return true;
                }
                View::Failed(error) => Some(error),
                View::Loading => None,
            }
        } else {
            return true;
        };
        if let Some(error) = failure {
            if failed(ui, &cx.theme, cx.language, &error, &cx.t(&message("act-back"))) {
                cx.ask(Action::Back);
            }
        } else {
            ui.add_space(space::XL);
            skeleton(ui, &cx.theme, 8);
        }
        false
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.horizontal_centered(|ui| {
            if let Some((owner, id)) = self.subject.of {
                let name = self.owner.clone().unwrap_or_default();
                if link(ui, &cx.theme, &name, BODY_MEDIUM).clicked() {
                    cx.ask(Action::Show(owner, id));
                }
            } else if super::has_list(self.kind) {
                if link(ui, &cx.theme, &cx.t(&list_title(self.kind)), BODY_MEDIUM).clicked() {
                    cx.ask(Action::Go(Route::List(self.kind)));
                }
            } else if link(ui, &cx.theme, &cx.t(&message("act-back")), BODY_MEDIUM).clicked() {
                cx.ask(Action::Back);
            }
            line(ui, icons::CARET_RIGHT, BODY, cx.theme.c.muted);
            let name = self.name();
            let title = match (name.trim().is_empty(), super::has_list(self.kind)) {
                (false, _) => name,
                (true, true) => cx.t(&message("form-new")),
                (true, false) => sentence_case(&cx.t(&self.kind.label())),
            };
            let width = ui.available_width() - 130.0;
            ui.scope(|ui| {
                ui.set_max_width(width.max(120.0));
                line(ui, &title, SCREEN, cx.theme.c.text);
            });
            let (label, icon) = if self.id.is_some() {
                (message("form-editing"), icons::PENCIL_SIMPLE)
            } else {
                (message("form-adding"), icons::PLUS)
            };
            badge(ui, &cx.theme, Tone::Busy, icon, &cx.t(&label));
        });
    }

    /// What is wrong as a whole, the draft that came back, and why saving failed.
    fn notes_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.restored {
            let label = cx.t(&message("draft-throw-away"));
            let gone = banner(ui, &cx.theme, Tone::Busy, &cx.t(&message("draft-back")), |ui| {
                Button::plain(&label).small().icon(icons::TRASH).show(ui, &cx.theme).clicked()
            });
            if gone {
                self.typed.clone_from(&self.first);
                self.fields = FieldStates::default();
                self.restored = false;
                cx.ask(Action::DropDraft(self.subject.draft_key()));
            }
            ui.add_space(space::S);
        }
        if let Some(error) = &self.failure {
            let words = format!("{} {}", cx.t(&error.message()), cx.t(&error.hint()));
            note(ui, &cx.theme, Tone::Stop, &words);
            ui.add_space(space::S);
        }
        let wrong: Vec<Problem> =
            self.problems.iter().filter(|problem| problem.severity == Severity::Error).cloned().collect();
        if self.tried && !wrong.is_empty() {
            let words = cx.t(&message("form-wrong").with("count", wrong.len()));
            banner(ui, &cx.theme, Tone::Stop, &words, |ui| {
                for problem in &wrong {
                    if link(ui, &cx.theme, &cx.t(&field_label(&problem.field)), BODY_MEDIUM).clicked() {
                        self.fields.jump_to(&problem.field);
                    }
                }
                line(ui, &cx.t(&message("form-next-wrong")), SMALL, cx.theme.c.muted);
            });
            ui.add_space(space::S);
        }
    }

    fn cards_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let sections = sections::sections(self.kind);
        let width = ui.available_width();
        if width < 820.0 {
            for section in sections {
                self.card_ui(ui, cx, section);
                ui.add_space(space::M);
            }
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let right = (width * 0.40).min(500.0);
            for (side, width) in [(false, width - right - 14.0), (true, right)] {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    for section in sections.iter().filter(|section| section.right == side) {
                        self.card_ui(ui, cx, section);
                        ui.add_space(space::M);
                    }
                });
            }
        });
    }

    fn card_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, section: &Section) {
        card(ui, &cx.theme.clone(), 16, |ui| {
            heading(ui, &cx.t(&(section.title)()), CARD, cx.theme.c.text);
            ui.add_space(4.0);
            let width = ui.available_width();
            let mut row: Vec<&Asked> = Vec::new();
            let mut used = 0;
            for field in section.fields.iter().filter(|field| field.width > 0) {
                if used + field.width > 12 {
                    self.row_ui(ui, cx, &row, width);
                    row.clear();
                    used = 0;
                }
                row.push(field);
                used += field.width;
            }
            self.row_ui(ui, cx, &row, width);
        });
        if let Some((column, hit)) = self.fields.take_placed() {
            address::remember_former(&mut self.typed, &column, &hit, cx.language);
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, row: &[&Asked], width: f32) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let gaps = space::M * f32::from(u8::try_from(row.len().saturating_sub(1)).unwrap_or(0));
            for field in row {
                let share = (width - gaps) * f32::from(field.width) / 12.0;
                ui.vertical(|ui| {
                    ui.set_width(share);
                    let problem = self.problem_of(field.column);
                    let id = Id::unique(("form", self.kind.table(), field.column));
                    let typed = self.typed.entry(field.column.to_owned()).or_default();
                    self.fields.field_ui(ui, cx, id, field, typed, problem.as_ref());
                    match (field.input, &self.before) {
                        (Input::FormerPlace, _) => self.address.ui(ui, cx, field.column, &mut self.typed),
                        (Input::Party, Some((of, _))) => {
                            let known = (of, &self.fields);
                            self.parties.ui(ui, cx, id, known, &mut self.typed, problem.as_ref());
                        }
                        _ => {}
                    }
                });
            }
        });
        ui.add_space(4.0);
        if row.iter().any(|field| field.column == forms::name_column(self.kind)) {
            self.alike_ui(ui, cx);
        }
    }

    /// Records like the one that is being typed, with the way to them.
    fn alike_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(question) = self.so_far.clone().filter(|_| !self.other && self.is_changed()) else { return };
        let Some(found) = self.alike.get(cx.data, &question).ready() else { return };
        if found.is_empty() {
            return;
        }
        let kind = question.record.kind();
        let title = cx.t(&message("alike-title").with("count", found.len()));
        banner(ui, &cx.theme.clone(), Tone::Look, &title, |ui| {
            ui.vertical(|ui| {
                for record in found.iter() {
                    ui.horizontal_wrapped(|ui| {
                        let name = if record.second.is_empty() {
                            record.name.clone()
                        } else {
                            format!("{} · {}", record.name, record.second)
                        };
                        let (open, action) = match question.except {
                            Some(this) => {
                                (message("alike-compare"), Action::Go(Route::Merge(kind, this, record.id)))
                            }
                            None => (message("alike-open"), Action::Show(kind, record.id)),
                        };
                        line(ui, &name, BODY_MEDIUM, cx.theme.c.text);
                        alike_badge(ui, cx, &record.alike);
                        let (open, full) = (cx.t(&open), format!("{}: {name}", cx.t(&open)));
                        if Button::plain(&open).small().name(&full).show(ui, &cx.theme).clicked() {
                            cx.ask(action);
                        }
                    });
                    line(ui, &reasons(cx, &record.alike), SMALL, cx.theme.c.muted);
                }
                let other = cx.t(&message("alike-other"));
                if Button::plain(&other).small().icon(icons::X).show(ui, &cx.theme).clicked() {
                    self.other = true;
                }
            });
        });
        ui.add_space(4.0);
    }

    /// What is wrong with a field, once it was left or Save was pressed.
    fn problem_of(&self, column: &str) -> Option<Problem> {
        let problem = self.problems.iter().find(|problem| problem.field == column)?;
        (self.tried || self.fields.was_left(column) || self.id.is_some()).then(|| problem.clone())
    }

    fn foot_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.horizontal_centered(|ui| {
            let words = if self.is_changed() { message("draft-kept") } else { message("draft-nothing") };
            let throw = cx.t(&message("form-discard"));
            let save = cx.t(&message("form-save"));
            let room = ui.available_width() - 340.0;
            if room > 160.0 {
                ui.scope(|ui| {
                    ui.set_max_width(room);
                    line(ui, &cx.t(&words), BODY, cx.theme.c.muted);
                });
            }
            at_right(ui, "form-end", |ui| {
                if Button::plain(&throw).show(ui, &cx.theme).clicked() {
                    cx.ask(Action::DropDraft(self.subject.draft_key()));
                    self.typed.clone_from(&self.first);
                    self.kept.clear();
                    cx.ask(Action::Back);
                }
                let keys =
                    crate::ui::commands::info(crate::ui::commands::Act::Save).and_then(|info| info.keys);
                let keys = keys.as_ref().map(keys_text).unwrap_or_default();
                let ready = self.saving.is_none();
                if Button::primary(&save).keys(&keys).enabled(ready).show(ui, &cx.theme).clicked() {
                    self.save(cx);
                }
            });
        });
    }

    /// Checks what was typed, whenever it changed.
    fn check(&mut self, cx: &Cx<'_>) {
        if self.checked == self.typed {
            return;
        }
        let Some((record, person)) = &self.before else { return };
        let person = person.as_ref().map(|(_, person)| person);
        let read = forms::read(self.kind, record, person, &self.typed, cx.today);
        let village = AnyId::from_hex(self.typed.get("village").map(String::as_str).unwrap_or_default());
        self.so_far = match (&read.person, self.kind) {
            (Some(person), _) => Some((
                AnyRecord::from(person.clone()),
                self.before.as_ref().and_then(|before| before.1.as_ref()),
            ))
            .map(|(record, known)| AlikeTo {
                record,
                village,
                except: known.map(|(id, _)| id.any()),
            }),
            (None, kind) if COMPARED.contains(&kind) => {
                Some(AlikeTo { record: read.record, village: None, except: self.id })
            }
            _ => None,
        };
        self.problems = read.problems;
        self.checked.clone_from(&self.typed);
        self.failure = None;
    }

    /// Keeps the draft a moment after typing.
    fn keep(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let Some(draft) = self.draft(cx.now) else { return };
        if draft.fields == self.kept {
            return;
        }
        let now = ui.input(|input| input.time);
        if self.kept_at == 0.0 {
            self.kept_at = now;
        }
        if now - self.kept_at >= KEEP_AFTER {
            self.kept.clone_from(&draft.fields);
            self.kept_at = 0.0;
            cx.ask(Action::KeepDraft(draft));
        } else {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(250));
        }
    }

    /// Saves, if nothing blocks.
    fn save(&mut self, cx: &mut Cx<'_>) {
        self.tried = true;
        self.check(cx);
        if self.saving.is_some() {
            return;
        }
        if blocks(&self.problems) {
            self.fields.next_problem(&self.problems);
            return;
        }
        let Some((record, person)) = &self.before else { return };
        let details = person.as_ref().map(|(_, person)| person);
        let read = forms::read(self.kind, record, details, &self.typed, cx.today);
        let command = match (read.person, self.id) {
            (Some(details), role) => Command::SavePerson {
                person: person.as_ref().map(|(id, _)| *id),
                details: Box::new(details),
                role,
                held: read.record,
            },
            (None, Some(id)) => Command::Change(id, read.record),
            (None, None) => Command::Add(read.record),
        };
        self.saving = Some(cx.data.run(command));
        self.poll(cx);
    }

    fn poll(&mut self, cx: &mut Cx<'_>) {
        let Some(answer) = self.saving.as_ref().and_then(Ticket::poll) else { return };
        self.saving = None;
        match answer {
            Ok(outcome) => {
                cx.ask(Action::DropDraft(self.subject.draft_key()));
                self.first.clone_from(&self.typed);
                cx.ask(Action::Say(Tone::Good, message("done-saved").with("name", self.done_name())));
                if let Some(warning) = outcome.warnings.first() {
                    let words = message("done-with-warning")
                        .with("field", field_label(&warning.field))
                        .with("warning", warning.message.clone());
                    cx.ask(Action::Say(Tone::Look, words));
                }
                if self.subject.of.is_some() || !super::has_list(self.kind) {
                    cx.ask(Action::Back);
                    return;
                }
                match outcome.id.or(self.id) {
                    Some(id) => cx.ask(Action::Saved(self.kind, id)),
                    None => cx.ask(Action::Back),
                }
            }
            Err(error) => {
                if let ErrorKind::Invalid(problems) = error.kind() {
                    self.problems.clone_from(problems);
                    self.tried = true;
                }
                self.failure = Some(error);
            }
        }
    }
}

/// The text with its first letter large.
fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
