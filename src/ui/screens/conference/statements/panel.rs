//! The chosen statement: what was said, by whom, for whom, and what became of it.

use eframe::egui::{Id, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::super::live::{Kept, Live, Pane, Saving, Seen, ask};
use super::{delete, mark, one_line, state_words};
use crate::domain::{AnyId, Id as RecordId, RecordKind, Statement, StatementKind, StatementState, Topic};
use crate::i18n::{field_label, message};
use crate::ops::{Command, StatementLine, StatementsAnswer};
use crate::problem::Problem;
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{Button, Field, at_right, badge, card, choice, date_field, icon_button};
use crate::ui::fields::FieldStates;
use crate::ui::theme::space;
use crate::vietnamese::{PartialDate, clean, clean_lines, parse_day, parse_day_near};

/// The pane of a statement.
#[derive(Default)]
pub(super) struct StatementPanel {
    of: Option<RecordId<Statement>>,
    seen: Seen,
    statement: Kept<Statement>,
    links: FieldStates,
    words: Live,
    person: Live,
    organisation: Live,
    addressed_to: Live,
    sent_on: Live,
    reply: Live,
    replied_by: Live,
    replied_on: Live,
}

fn written(day: Option<Date>) -> String {
    day.map(|day| PartialDate::Day(day).show(crate::i18n::Language::Vi)).unwrap_or_default()
}

/// What is wrong with a day.
fn unreadable(typed: &str, today: Date) -> Option<Problem> {
    let read = matches!(parse_day_near(typed, today), Some(PartialDate::Day(_)));
    let wrong = if read || clean(typed).is_empty() { None } else { parse_day(typed).err() };
    wrong.map(|words| Problem::error("day", words))
}

fn reply_id() -> Id {
    Id::unique("said-reply")
}

impl StatementPanel {
    /// Takes over what the register says.
    fn follow(&mut self, cx: &mut Cx<'_>, line: &StatementLine) {
        if self.of != Some(line.id) {
            self.save(cx);
            *self = Self { of: Some(line.id), seen: std::mem::take(&mut self.seen), ..Self::default() };
        }
        let statement = &line.statement;
        self.statement.follow(statement);
        if let Some(id) = statement.person {
            self.links.know(id.any(), &line.person);
        }
        if let Some(id) = statement.organisation {
            self.links.know(id.any(), &line.organisation);
        }
        let hex = |id: Option<AnyId>| id.map(|id| id.hex()).unwrap_or_default();
        self.words.follow(&statement.words);
        self.person.follow(&hex(statement.person.map(|id| id.any())));
        self.organisation.follow(&hex(statement.organisation.map(|id| id.any())));
        self.addressed_to.follow(&statement.addressed_to);
        self.sent_on.follow(&written(statement.sent_on));
        self.reply.follow(&statement.reply);
        self.replied_by.follow(&statement.replied_by);
        self.replied_on.follow(&written(statement.replied_on));
    }

    fn lives(&mut self) -> [&mut Live; 8] {
        [
            &mut self.words,
            &mut self.person,
            &mut self.organisation,
            &mut self.addressed_to,
            &mut self.sent_on,
            &mut self.reply,
            &mut self.replied_by,
            &mut self.replied_on,
        ]
    }

    /// The statement as it stands in the fields. An answer makes it answered.
    fn typed(&self, today: Date) -> Statement {
        let before = self.statement.now();
        let day = |live: &Live, before| match parse_day_near(&live.typed, today) {
            Some(PartialDate::Day(day)) => Some(day),
            _ if clean(&live.typed).is_empty() => None,
            _ => before,
        };
        let words = clean_lines(&self.words.typed);
        let mut after = Statement {
            words: if words.is_empty() { before.words.clone() } else { words },
            person: AnyId::from_hex(&self.person.typed).map(RecordId::from_any),
            organisation: AnyId::from_hex(&self.organisation.typed).map(RecordId::from_any),
            addressed_to: clean(&self.addressed_to.typed),
            sent_on: day(&self.sent_on, before.sent_on),
            reply: clean_lines(&self.reply.typed),
            replied_by: clean(&self.replied_by.typed),
            replied_on: day(&self.replied_on, before.replied_on),
            ..before.clone()
        };
        if after.sent_on.is_some() && after.state == StatementState::Noted {
            after.state = StatementState::Sent;
        }
        let answered = after.state == StatementState::Answered;
        if !after.reply.is_empty() && before.reply.is_empty() && !answered {
            after.state = StatementState::Answered;
            after.replied_on = after.replied_on.or(Some(today));
            if after.replied_by.is_empty() {
                after.replied_by.clone_from(&after.addressed_to);
            }
        } else if after.reply.is_empty() && answered {
            after.state = if after.sent_on.is_some() { StatementState::Sent } else { StatementState::Noted };
        }
        after
    }

    /// The statement to be written, if that changes anything.
    fn change(&mut self, after: Statement, today: Date) -> Option<Saving> {
        self.lives().into_iter().for_each(Live::saved);
        let after = self.statement.change(after)?;
        // What follows from the rest stands in its field at once.
        for (live, day) in [(&mut self.sent_on, after.sent_on), (&mut self.replied_on, after.replied_on)] {
            if unreadable(&live.typed, today).is_none() {
                live.typed = written(day);
                live.saved();
            }
        }
        self.replied_by.typed.clone_from(&after.replied_by);
        self.replied_by.saved();
        Some((Command::Change(self.of?.any(), after.into()), message("done-said-saved")))
    }

    /// Changes it at once.
    fn write(&mut self, cx: &mut Cx<'_>, after: Statement) {
        let saved = self.change(after, cx.today);
        ask(cx, saved);
    }

    /// Draws it; false when it shall be closed.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        answer: &StatementsAnswer,
        shown: &StatementLine,
    ) -> bool {
        if self.seen.was_away(ui) {
            self.of = None;
        }
        self.follow(cx, shown);
        let mut open = true;
        card(ui, &cx.theme.clone(), 14, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            let (tone, icon) = mark(shown);
            ui.horizontal(|ui| {
                badge(ui, &cx.theme, tone, icon, &state_words(cx, shown));
                at_right(ui, "said-acts", |ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    let form = cx.t(&message("said-form"));
                    if icon_button(ui, &cx.theme, icons::ARROW_SQUARE_OUT, &form).clicked() {
                        cx.ask(Action::Go(Route::Form(RecordKind::Statement, Some(shown.id.any()))));
                    }
                    let words = one_line(&shown.statement.words);
                    let label = cx.t(&message("related-delete").with("name", words));
                    if icon_button(ui, &cx.theme, icons::TRASH, &label).clicked() {
                        delete(cx, shown);
                    }
                    let close = cx.t(&message("said-close"));
                    open = !icon_button(ui, &cx.theme, icons::X, &close).clicked();
                });
            });
            self.states_ui(ui, cx, shown);
        });
        ui.add_space(space::S);
        ScrollArea::vertical().id_salt("said-scroll").auto_shrink(false).show(ui, |ui| {
            card(ui, &cx.theme.clone(), 14, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                self.fields_ui(ui, cx, answer);
            });
        });
        open
    }

    /// The states it can go to.
    fn states_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, shown: &StatementLine) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for state in StatementState::ALL.iter().filter(|state| **state != shown.statement.state) {
                let label = cx.t(&state.label());
                if !Button::outline(&label).small().show(ui, &cx.theme).clicked() {
                    continue;
                }
                let mut after = self.typed(cx.today);
                match state {
                    StatementState::Answered if after.reply.is_empty() => {
                        ui.memory_mut(|memory| memory.request_focus(reply_id()));
                        continue;
                    }
                    StatementState::Answered => after.replied_on = after.replied_on.or(Some(cx.today)),
                    StatementState::Sent => after.sent_on = after.sent_on.or(Some(cx.today)),
                    StatementState::Noted => after.sent_on = None,
                    StatementState::Closed => {}
                }
                self.write(cx, Statement { state: *state, ..after });
            }
        });
    }

    /// The fields; what is picked is saved at once.
    fn fields_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &StatementsAnswer) {
        let (theme, language) = (cx.theme, cx.language);
        let label = cx.t(&field_label("words"));
        let field = Field::new(Id::unique("said-words"), &label).rows(4);
        field.show(ui, &theme, language, &mut self.words.typed);
        let half = (ui.available_width() - space::S) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let mut after = self.typed(cx.today);
            let kinds: Vec<String> = StatementKind::ALL.iter().map(|kind| cx.t(&kind.label())).collect();
            let (label, now) = (cx.t(&field_label("kind")), cx.t(&after.kind.label()));
            let id = Id::unique("said-panel-kind");
            let kind = choice(ui, &theme, language, id, &label, &now, &kinds, 128.0, None);
            let topics: Vec<String> = Topic::ALL.iter().map(|topic| cx.t(&topic.label())).collect();
            let (label, now) = (cx.t(&message("said-topic")), cx.t(&after.topic.label()));
            let id = Id::unique("said-panel-topic");
            let topic = choice(ui, &theme, language, id, &label, &now, &topics, f32::INFINITY, None);
            after.kind = kind.and_then(|place| StatementKind::ALL.get(place)).copied().unwrap_or(after.kind);
            after.topic = topic.and_then(|place| Topic::ALL.get(place)).copied().unwrap_or(after.topic);
            if kind.is_some() || topic.is_some() {
                self.write(cx, after);
            }
        });
        let mut picked = false;
        for (id, kind, label, column, live) in [
            ("said-person", RecordKind::Person, message("said-who"), "person", &mut self.person),
            (
                "said-organisation",
                RecordKind::Organisation,
                field_label("organisation"),
                "organisation",
                &mut self.organisation,
            ),
        ] {
            let (label, before) = (cx.t(&label), live.typed.clone());
            let typed = &mut live.typed;
            self.links.link_ui(ui, cx, Id::unique(id), column, kind, &label, None, typed, None);
            picked |= before != live.typed;
        }
        let label = cx.t(&field_label("addressed_to"));
        let field = Field::new(Id::unique("said-to"), &label);
        field.show(ui, &theme, language, &mut self.addressed_to.typed);
        picked |= self.bodies_ui(ui, cx, answer);
        let (label, id) = (cx.t(&field_label("sent_on")), Id::unique("said-sent"));
        let wrong =
            unreadable(&self.sent_on.typed, cx.today).filter(|_| !ui.memory(|memory| memory.has_focus(id)));
        let typed = &mut self.sent_on.typed;
        date_field(ui, &theme, language, id, &label, None, typed, cx.today, 200.0, wrong.as_ref());
        let label = cx.t(&field_label("reply"));
        let field = Field::new(reply_id(), &label).rows(3);
        field.show(ui, &theme, language, &mut self.reply.typed);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let label = cx.t(&field_label("replied_by"));
            let field = Field::new(Id::unique("said-by"), &label).width(half);
            field.show(ui, &theme, language, &mut self.replied_by.typed);
            let (label, id) = (cx.t(&field_label("replied_on")), Id::unique("said-on"));
            let wrong = unreadable(&self.replied_on.typed, cx.today)
                .filter(|_| !ui.memory(|memory| memory.has_focus(id)));
            let typed = &mut self.replied_on.typed;
            date_field(ui, &theme, language, id, &label, None, typed, cx.today, half, wrong.as_ref());
        });
        if picked {
            self.save(cx);
        }
    }

    /// Bodies that other statements are for; true when one was taken.
    fn bodies_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: &StatementsAnswer) -> bool {
        let mut taken = false;
        if !clean(&self.addressed_to.typed).is_empty() {
            return taken;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            for body in answer.addressees().into_iter().take(6) {
                if Button::outline(&body).small().show(ui, &cx.theme).clicked() {
                    self.addressed_to.typed = body;
                    taken = true;
                }
            }
        });
        taken
    }
}

impl Pane for StatementPanel {
    fn unsaved(&mut self, today: Date) -> Vec<Saving> {
        if !self.lives().iter().any(|live| live.is_changed()) {
            return Vec::new();
        }
        let after = self.typed(today);
        self.change(after, today).into_iter().collect()
    }
}
