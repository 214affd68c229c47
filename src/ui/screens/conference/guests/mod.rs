//! The guests of a conference in order of protocol: who is invited, what they answered, who has to be
//! reminded; and the way to inviting and to the registration forms.

mod change;
mod export;
mod form;
mod invite;
mod logistics;
mod menu;
mod pick;
mod received;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui::{self, Id, Key, Modifiers, Ui, vec2};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use self::change::{ChangeDialog, SubstituteDialog, channels, one_of, run, write};
use self::form::FormPage;
use self::invite::InviteDialog;
pub(in crate::ui::screens) use self::invite::ticks;
use self::logistics::Logistics;
use self::received::Received;
use self::rows::{columns, row_of};
use super::papers::ConferencePapers;
use crate::domain::{
    Answer, Conference, GuestGroup, Id as RecordId, InvitationChannel, Participation, RecordKind,
    Registration, Stored,
};
use crate::i18n::{Message, message};
use crate::ops::{Command, Guest, GuestAct, GuestBook, GuestBookAnswer, GuestChange};
use crate::runtime::Slot;
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Field, TableEvent, TableState, at_right, choice, empty, icon_button, line, table,
};
use crate::ui::screens::answered;
use crate::ui::screens::export::ExportDialog;
use crate::ui::theme::{BODY, BODY_MEDIUM, space};
use crate::vietnamese::{fold, group};

/// What is shown of the guests.
#[derive(Clone, Debug, Default, PartialEq)]
struct Filter {
    text: String,
    group: Option<GuestGroup>,
    answer: Option<Wanted>,
}

impl Filter {
    fn keeps_group(&self, guest: &Guest) -> bool {
        self.group.is_none_or(|group| guest.record.guest_group == group)
    }

    fn keeps_answer(&self, guest: &Guest, answer_by: Option<Date>, today: Date) -> bool {
        self.answer.is_none_or(|wanted| wanted.fits(guest, answer_by, today))
    }
}

/// Guests with an answer, or those to be reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Answer(Answer),
    Reminder,
}

/// The page within the part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Page {
    #[default]
    List,
    Forms,
    Logistics,
    /// A form; without an id a new one.
    Form(Option<RecordId<Registration>>),
}

/// The part.
#[derive(Default)]
pub(super) struct Guests {
    page: Page,
    book: Slot<GuestBook>,
    filter: Filter,
    /// The answer and the filter the rows were made of.
    made_of: Option<(Arc<GuestBookAnswer>, Filter)>,
    /// Places of the guests that are shown.
    rows: Vec<usize>,
    table: TableState,
    /// How the answers come that are being noted; by telephone, unless another way is chosen.
    channel: Option<InvitationChannel>,
    invite: Option<InviteDialog>,
    change: Option<ChangeDialog>,
    substitute: Option<SubstituteDialog>,
    export: Option<ExportDialog>,
    papers: ConferencePapers,
    logistics: Logistics,
    received: Received,
    /// Forms with something in them that is not saved; without an id the new one.
    forms: BTreeMap<Option<RecordId<Registration>>, FormPage>,
}

impl Guests {
    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<Conference>) {
        self.papers.poll(cx);
        match self.page {
            Page::List => self.list_page(ui, cx, stored),
            Page::Forms => match self.received.ui(ui, cx, stored.id) {
                received::Asked::Nothing => {}
                received::Asked::Back => self.page = Page::List,
                received::Asked::New => self.page = Page::Form(None),
                received::Asked::Open(form) => self.page = Page::Form(Some(form)),
            },
            Page::Logistics => self.logistics_page(ui, cx, stored),
            Page::Form(form) => {
                let page = self.forms.entry(form).or_insert_with(|| FormPage::of(form));
                if !page.ui(ui, cx, stored.id) {
                    if !page.is_changed(stored.id, cx.today) {
                        self.forms.remove(&form);
                    }
                    self.page = Page::Forms;
                }
            }
        }
        self.dialogs_ui(ui, cx);
    }

    fn dialogs_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        if let Some(mut dialog) = self.invite.take()
            && dialog.ui(ui, cx)
        {
            self.invite = Some(dialog);
        }
        if let Some(mut dialog) = self.change.take()
            && dialog.ui(ui, cx)
        {
            self.change = Some(dialog);
        }
        if let Some(mut dialog) = self.substitute.take()
            && dialog.ui(ui, cx)
        {
            self.substitute = Some(dialog);
        }
        if let Some(mut dialog) = self.export.take()
            && dialog.ui(ui, cx)
        {
            self.export = Some(dialog);
        }
    }

    fn logistics_page(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<Conference>) {
        let question = GuestBook { conference: stored.id };
        let Some(answer) = answered(ui, cx, &mut self.book, &question, 10) else { return };
        match self.logistics.ui(ui, cx, &stored.record, &answer) {
            logistics::Asked::Nothing => {}
            logistics::Asked::Back => self.page = Page::List,
            logistics::Asked::Export(paper) => {
                self.export = Some(ExportDialog::of_paper(*paper, "xlsx", cx));
            }
        }
    }

    fn list_page(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<Conference>) {
        let question = GuestBook { conference: stored.id };
        let Some(answer) = answered(ui, cx, &mut self.book, &question, 10) else { return };
        self.bar_ui(ui, cx, stored, &answer);
        self.refresh(&answer, stored.record.answer_by, cx.today);
        ui.add_space(space::S);
        if answer.guests.is_empty() {
            let (title, explain) = (cx.t(&message("guests-empty")), cx.t(&message("guests-empty-explain")));
            let words = cx.t(&message("invite-title"));
            let open = empty(ui, &cx.theme, &title, &explain, |ui| {
                Button::outline(&words).icon(icons::USER_PLUS).show(ui, &cx.theme).clicked()
            });
            if open {
                self.invite = Some(InviteDialog::new(stored.id));
            }
            return;
        }
        self.chosen_ui(ui, cx, stored, &answer);
        ui.add_space(space::S);
        if self.rows.is_empty() {
            let (title, explain) =
                (cx.t(&message("list-nothing-found")), cx.t(&message("list-nothing-found-explain")));
            let words = cx.t(&message("list-no-filters"));
            let again = empty(ui, &cx.theme, &title, &explain, |ui| {
                Button::outline(&words).icon(icons::FUNNEL_X).show(ui, &cx.theme).clicked()
            });
            if again {
                self.filter = Filter::default();
            }
            return;
        }
        self.table_ui(ui, cx, stored, &answer);
    }

    /// What is shown of the answer now; what was chosen stays chosen, wherever it stands.
    fn refresh(&mut self, answer: &Arc<GuestBookAnswer>, answer_by: Option<Date>, today: Date) {
        let made = self.made_of.as_ref();
        if made.is_some_and(|(old, filter)| Arc::ptr_eq(old, answer) && *filter == self.filter) {
            return;
        }
        let same_filter = made.is_some_and(|(_, filter)| *filter == self.filter);
        let chosen: BTreeSet<_> = self.chosen().into_iter().collect();
        let cursor = self.table.cursor.and_then(|place| self.guest(place)).map(|guest| guest.id);
        let words = fold(&self.filter.text);
        let words: Vec<&str> = words.split_whitespace().collect();
        self.rows = (0..)
            .zip(&answer.guests)
            .filter(|(_, guest)| {
                self.filter.keeps_group(guest)
                    && self.filter.keeps_answer(guest, answer_by, today)
                    && words.iter().all(|word| guest.folded.contains(word))
            })
            .map(|(place, _)| place)
            .collect();
        self.made_of = Some((Arc::clone(answer), self.filter.clone()));
        let place_of = |id| {
            let found = |place: &usize| answer.guests.get(*place).is_some_and(|guest| guest.id == id);
            self.rows.iter().position(found)
        };
        let kept: BTreeSet<usize> = chosen.into_iter().filter_map(place_of).collect();
        let cursor = cursor.and_then(place_of);
        if !same_filter {
            self.table.reset();
        }
        if let (Some(place), 1) = (cursor, kept.len()) {
            self.table.go_to(place);
        }
        self.table.cursor = cursor;
        self.table.selected = kept;
    }

    /// The guest in a row of the table.
    fn guest(&self, row: usize) -> Option<&Guest> {
        let (answer, _) = self.made_of.as_ref()?;
        answer.guests.get(*self.rows.get(row)?)
    }

    fn channel(&self) -> InvitationChannel {
        self.channel.unwrap_or(InvitationChannel::Phone)
    }

    fn chosen(&self) -> Vec<RecordId<Participation>> {
        let chosen = self.table.selected.iter();
        chosen.filter_map(|row| self.guest(*row)).map(|guest| guest.id).collect()
    }

    /// Search, filters, and what can be done with the list.
    fn bar_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &Arc<GuestBookAnswer>,
    ) {
        let small = ui.available_width() < 960.0;
        ui.horizontal(|ui| {
            ui.set_height(space::CONTROL);
            let (name, hint) = (cx.t(&message("guests-find")), cx.t(&message("guests-find-hint")));
            let field = Field::new(Id::unique("guests-find"), "")
                .hint(&hint)
                .name(&name)
                .icon(icons::MAGNIFYING_GLASS)
                .width(if small { 130.0 } else { 230.0 })
                .show(ui, &cx.theme, cx.language, &mut self.filter.text);
            if field.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
                ui.memory_mut(|memory| memory.request_focus(table_id()));
                self.table.go_to(0);
            }
            self.filters_ui(ui, cx, stored, answer, if small { 170.0 } else { 196.0 });
            at_right(ui, "guests-end", |ui| {
                let more = icon_button(ui, &cx.theme, icons::DOTS_THREE, &cx.t(&message("guests-more")));
                self.menu(&more, cx, stored, answer);
                let (all, open) = answer.forms;
                let forms = if open > 0 {
                    message("forms-open").with("count", open)
                } else {
                    message("forms-all").with("count", all)
                };
                let label = cx.t(&forms);
                let shown = if small {
                    icon_button(ui, &cx.theme, icons::CLIPBOARD_TEXT, &label)
                } else {
                    Button::outline(&label).icon(icons::CLIPBOARD_TEXT).show(ui, &cx.theme)
                };
                if shown.clicked() {
                    self.page = Page::Forms;
                }
                let invite = cx.t(&message("invite-title"));
                if Button::outline(&invite).icon(icons::USER_PLUS).show(ui, &cx.theme).clicked() {
                    self.invite = Some(InviteDialog::new(stored.id));
                }
            });
        });
    }

    /// Filters by group and answer, each with how many guests there are.
    fn filters_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        stored: &Stored<Conference>,
        answer: &GuestBookAnswer,
        width: f32,
    ) {
        let counted = |label: &Message, count: usize| {
            let count = group(i64::try_from(count).unwrap_or(0), cx.language);
            cx.t(&message("guests-counted").with("what", label.clone()).with("count", count))
        };
        // Each filter counts what the other one leaves.
        let by = (stored.record.answer_by, cx.today);
        let answered = || answer.guests.iter().filter(|guest| self.filter.keeps_answer(guest, by.0, by.1));
        let grouped = || answer.guests.iter().filter(|guest| self.filter.keeps_group(guest));
        let mut groups = vec![(None, counted(&message("guests-all-groups"), answered().count()))];
        for known in GuestGroup::ALL {
            let count = answered().filter(|guest| guest.record.guest_group == *known).count();
            if count > 0 || self.filter.group == Some(*known) {
                groups.push((Some(*known), counted(&known.label(), count)));
            }
        }
        let mut answers = vec![(None, counted(&message("guests-all-answers"), grouped().count()))];
        let wanted = Answer::ALL.iter().map(|known| (Wanted::Answer(*known), known.label()));
        for (wanted, label) in wanted.chain([(Wanted::Reminder, message("guests-remind"))]) {
            let count = grouped().filter(|guest| wanted.fits(guest, by.0, by.1)).count();
            answers.push((Some(wanted), counted(&label, count)));
        }
        one_of(ui, cx, "guests-group", &groups, &mut self.filter.group, width);
        one_of(ui, cx, "guests-answer", &answers, &mut self.filter.answer, width);
    }

    /// What can be done with who is chosen; without a choice, how the answers stand.
    fn chosen_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &GuestBookAnswer,
    ) {
        ui.horizontal_wrapped(|ui| {
            ui.set_min_height(32.0);
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            let count = self.table.selected.len();
            if count == 0 {
                let counts = Answer::ALL.iter().rev().map(|known| {
                    let count = answer.guests.iter().filter(|guest| guest.record.answer == *known).count();
                    message("guests-counted").with("what", known.label()).with("count", count.to_string())
                });
                let counts: Vec<String> = counts.map(|words| cx.t(&words)).collect();
                line(ui, &counts.join(" · "), BODY, cx.theme.c.muted);
                let remind = |guest: &&Guest| guest.record.wants_reminder(stored.record.answer_by, cx.today);
                let late = answer.guests.iter().filter(remind).count();
                if late > 0 {
                    let label = cx.t(&message("guests-remind-count").with("count", late));
                    if Button::outline(&label).small().icon(icons::BELL).show(ui, &cx.theme).clicked() {
                        self.filter = Filter { answer: Some(Wanted::Reminder), ..Filter::default() };
                    }
                }
                return;
            }
            line(ui, &cx.t(&message("guests-chosen").with("count", count)), BODY_MEDIUM, cx.theme.c.text);
            for (key, does) in ANSWERS {
                let label = cx.t(&does.label());
                let button = Button::outline(&label).small().keys(key);
                if button.show(ui, &cx.theme).clicked() {
                    self.quick(cx, does);
                }
            }
            let ways = channels();
            let words: Vec<String> = ways.iter().map(|(_, label)| cx.t(label)).collect();
            let id = Id::unique("guests-channel");
            let label = cx.t(&self.channel().label());
            let picked = choice(ui, &cx.theme, cx.language, id, "", &label, &words, 126.0, None);
            self.channel = picked.and_then(|place| ways.get(place)).map(|(way, _)| *way).or(self.channel);
            let change = cx.t(&message("guests-change"));
            if icon_button(ui, &cx.theme, icons::NOTE_PENCIL, &change).clicked() {
                self.change = Some(ChangeDialog::new(self.chosen(), cx.today));
            }
            for (icon, label, down) in [
                (icons::ARROW_UP, message("guests-up"), false),
                (icons::ARROW_DOWN, message("guests-down"), true),
            ] {
                if icon_button(ui, &cx.theme, icon, &cx.t(&label)).clicked() {
                    self.step(cx, down);
                }
            }
            if icon_button(ui, &cx.theme, icons::TRASH, &cx.t(&message("guests-delete"))).clicked() {
                self.delete(cx);
            }
        });
    }

    /// Does what a quick key says with who is chosen.
    fn quick(&mut self, cx: &mut Cx<'_>, does: Quick) {
        let chosen = self.chosen();
        let first = self.table.selected.first().and_then(|row| self.guest(*row)).cloned();
        let Some(first) = first else { return };
        let done = message("done-guests").with("count", chosen.len());
        match does {
            Quick::Answer(Answer::Substitute) if chosen.len() == 1 => {
                self.substitute = Some(SubstituteDialog::new(&first, self.channel(), cx.today));
            }
            Quick::Answer(answer) => {
                let answer = Some((answer, Some(cx.today), self.channel()));
                write(cx, chosen, GuestChange { answer, ..GuestChange::default() }, done);
            }
            Quick::Reminded => {
                let reminded = Some(cx.today);
                write(cx, chosen, GuestChange { reminded, ..GuestChange::default() }, done);
            }
        }
    }

    fn delete(&mut self, cx: &mut Cx<'_>) {
        let rows: Vec<i64> =
            self.table.selected.iter().filter_map(|row| self.guest(*row)).map(|guest| guest.row).collect();
        if !rows.is_empty() {
            let kind = RecordKind::Participation;
            let done = message("done-deleted-many").with("count", rows.len()).with("kind", kind.label());
            cx.ask(Action::Run(Box::new(Command::DeleteRows(kind, rows)), done));
        }
    }

    /// One place up or down in order of protocol, past the next guest that is shown.
    fn step(&mut self, cx: &mut Cx<'_>, down: bool) {
        let Some(row) = self.table.cursor.or(self.table.selected.first().copied()) else { return };
        if down {
            self.put(cx, row, row + 2);
        } else if let Some(above) = row.checked_sub(1) {
            self.put(cx, row, above);
        }
    }

    /// Puts a row before another; after the last one when there is no other.
    fn put(&mut self, cx: &mut Cx<'_>, row: usize, before: usize) {
        let Some((answer, _)) = &self.made_of else { return };
        let Some(from) = self.rows.get(row).copied() else { return };
        let to = match self.rows.get(before) {
            Some(place) => *place,
            None => self.rows.last().map_or(0, |last| last + 1),
        };
        if to == from || to == from + 1 {
            return;
        }
        let order = answer.moved(from, to);
        let name = answer.guests.get(from).map(|guest| guest.name.clone()).unwrap_or_default();
        let place = if to > from { to } else { to + 1 };
        let done = message("done-guest-moved").with("name", name).with("place", place.to_string());
        self.table.cursor = Some(row);
        self.table.selected = BTreeSet::from([row]);
        run(cx, GuestAct::Arrange(order), done);
    }

    fn table_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &Arc<GuestBookAnswer>,
    ) {
        self.keys(ui, cx);
        let reminding = self.filter.answer == Some(Wanted::Reminder);
        let columns = columns(cx, ui.available_width(), reminding);
        let name = cx.t(&message("conference-guests"));
        let mut state = std::mem::take(&mut self.table);
        state.movable = true;
        let by = stored.record.answer_by;
        let events = table(
            ui,
            &cx.theme,
            table_id(),
            &name,
            &mut state,
            &columns,
            self.rows.len(),
            &[],
            cx.language,
            &mut |row| {
                let place = *self.rows.get(row)?;
                Some(row_of(cx, &columns, place, answer.guests.get(place)?, by))
            },
        );
        let dropped = state.take_dropped();
        self.table = state;
        if let Some((row, before)) = dropped {
            self.put(cx, row, before);
        }
        for event in events {
            match event {
                TableEvent::Open(row) => {
                    if let Some(guest) = self.guest(row) {
                        let route = Route::Form(RecordKind::Participation, Some(guest.id.any()));
                        cx.ask(Action::Go(route));
                    }
                }
                TableEvent::Delete => self.delete(cx),
                TableEvent::Typed(text) => {
                    let begins = fold(&text);
                    let named = |guest: &Guest| {
                        let name = fold(&guest.name);
                        name.starts_with(&begins) || name.split(' ').any(|word| word.starts_with(&begins))
                    };
                    let found = (0..self.rows.len()).find(|row| self.guest(*row).is_some_and(named));
                    if let Some(row) = found {
                        self.table.go_to(row);
                    }
                }
                TableEvent::Moved(_) | TableEvent::Sort { .. } | TableEvent::Width(..) => {}
            }
        }
    }

    /// Figures note answers, Alt and an arrow move a guest, while the list has the keyboard.
    fn keys(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        if !ui.memory(|memory| memory.has_focus(table_id())) {
            return;
        }
        let (up, down, quick) = ui.input_mut(|input| {
            let up = input.consume_key(Modifiers::ALT, Key::ArrowUp);
            let down = input.consume_key(Modifiers::ALT, Key::ArrowDown);
            let mut quick = None;
            for (key, (_, does)) in KEYS.iter().zip(ANSWERS) {
                if input.consume_key(Modifiers::NONE, *key) {
                    quick = Some(does);
                }
            }
            // A figure is no letter of a name.
            let figure = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
            input.events.retain(|event| !matches!(event, egui::Event::Text(text) if figure(text)));
            (up, down, quick)
        });
        if up || down {
            self.step(cx, down);
        }
        if let Some(does) = quick {
            self.quick(cx, does);
        }
    }
}

impl Wanted {
    fn fits(self, guest: &Guest, answer_by: Option<Date>, today: Date) -> bool {
        match self {
            Self::Answer(answer) => guest.record.answer == answer,
            Self::Reminder => guest.record.wants_reminder(answer_by, today),
        }
    }
}

/// What a quick key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quick {
    Answer(Answer),
    Reminded,
}

impl Quick {
    fn label(self) -> Message {
        match self {
            Self::Answer(answer) => answer.label(),
            Self::Reminded => message("guests-reminded"),
        }
    }
}

/// The quick keys in order.
const ANSWERS: [(&str, Quick); 5] = [
    ("1", Quick::Answer(Answer::Coming)),
    ("2", Quick::Answer(Answer::Substitute)),
    ("3", Quick::Answer(Answer::Declined)),
    ("4", Quick::Answer(Answer::None)),
    ("5", Quick::Reminded),
];
const KEYS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

fn table_id() -> Id {
    Id::unique("guests-table")
}

/// Whether the next numbering gives the guest's invitation a number.
fn takes_number(record: &Participation) -> bool {
    record.invitation_number.is_empty() && record.substitute_for.is_none() && !record.walk_in
}
