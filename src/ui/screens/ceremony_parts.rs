//! Parts of the board of a ceremony: the order of the pairs, headings of batches, seats at the table.

use eframe::egui::{self, CornerRadius, Event, Id, Key, Modifiers, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_phosphor::regular as icons;
use jiff::civil::Time;

use crate::domain::{Id as RecordId, Mou};
use crate::i18n::{Language, Message, message};
use crate::ops::{CeremonyAnswer, Command, Seat, Signing};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Field, Tone, choice, icon_button, line, note, text};
use crate::ui::theme::{self, RECORD, SECTION, SMALL, SMALL_MEDIUM};
use crate::vietnamese::{PartialDate, parse_time, show_time};

/// What was pressed of the keys of the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Strokes {
    /// What comes next.
    pub(super) space: bool,
    /// The pair above.
    pub(super) up: bool,
    /// The pair below.
    pub(super) down: bool,
}

impl Strokes {
    /// Takes them out of what this window was told. A key that is held down counts once.
    pub(super) fn take(ui: &Ui) -> Self {
        drop_repeats(ui);
        ui.input_mut(|input| Self {
            space: input.consume_key(Modifiers::NONE, Key::Space),
            up: input.consume_key(Modifiers::NONE, Key::ArrowUp),
            down: input.consume_key(Modifiers::NONE, Key::ArrowDown),
        })
    }
}

/// A key that is held down presses nothing again: a pair is signed once.
pub(super) fn drop_repeats(ui: &Ui) {
    ui.input_mut(|input| {
        input.events.retain(|event| {
            !matches!(event, Event::Key { key: Key::Space | Key::Enter, pressed: true, repeat: true, .. })
        });
    });
}

/// The pairs in their order, each with its batch.
pub(super) type Order = Vec<(RecordId<Mou>, i64)>;

pub(super) fn order_of(answer: &CeremonyAnswer) -> Order {
    answer.pairs.iter().map(|pair| (pair.id, pair.batch)).collect()
}

/// What a batch is called, with when it begins if that is known; 0 is none.
pub(super) fn batch_label(batch: i64, begins: Option<Time>, language: Language) -> Message {
    match (batch, begins) {
        (0, _) => message("ceremony-no-batch"),
        (batch, None) => message("ceremony-batch").with("batch", batch),
        (batch, Some(time)) => {
            message("ceremony-batch-from").with("batch", batch).with("time", show_time(time, language))
        }
    }
}

/// The batch of a pair and its place in it; the new order when it was moved.
pub(super) fn order_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    answer: &CeremonyAnswer,
    place: usize,
    pair: &Signing,
) -> Option<Order> {
    let last = answer.pairs.iter().map(|pair| pair.batch).max().unwrap_or(0);
    let none = (pair.batch > 0).then_some(0);
    let batches: Vec<i64> = (1..=last + 1).chain(none).collect();
    let names: Vec<String> =
        batches.iter().map(|batch| cx.t(&batch_label(*batch, None, cx.language))).collect();
    let shown = cx.t(&batch_label(pair.batch, None, cx.language));
    let id = Id::unique("ceremony-batch");
    let label = cx.t(&message("ceremony-to-batch"));
    let mut order = order_of(answer);
    let mut moved = false;
    let chosen = choice(ui, &cx.theme, cx.language, id, &label, &shown, &names, 150.0, None);
    if let Some(batch) = chosen.and_then(|place| batches.get(place)).filter(|to| **to != pair.batch) {
        let own = order.remove(place);
        // What is in no batch stands last.
        let after = order.iter().rposition(|(_, other)| *batch == 0 || (*other > 0 && other <= batch));
        order.insert(after.map_or(0, |after| after + 1), (own.0, *batch));
        moved = true;
    }
    let steps = [
        (icons::ARROW_UP, message("ceremony-up"), place.checked_sub(1)),
        (icons::ARROW_DOWN, message("ceremony-down"), Some(place + 1)),
    ];
    for (icon, label, other) in steps {
        let same = |other: &usize| answer.pairs.get(*other).is_some_and(|other| other.batch == pair.batch);
        let other = other.filter(same).filter(|_| pair.batch > 0);
        if icon_button(ui, &cx.theme, icon, &cx.t(&label)).clicked()
            && let Some(other) = other
        {
            order.swap(place, other);
            moved = true;
        }
    }
    moved.then_some(order)
}

/// The field in which is typed when a batch begins.
#[derive(Default)]
pub(super) struct BatchTime {
    batch: i64,
    typed: String,
    known: String,
}

impl BatchTime {
    /// Draws it for the batch of a pair.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &CeremonyAnswer, batch: i64) {
        if self.batch != batch {
            // Another pair was chosen while it was being typed.
            self.keep(cx, answer);
            self.batch = batch;
        }
        if batch == 0 {
            return;
        }
        let known = answer.begins(batch).map(|time| show_time(time, cx.language)).unwrap_or_default();
        if known != self.known || !self.is_typed() {
            self.typed.clone_from(&known);
            self.known = known;
        }
        let label = cx.t(&message("ceremony-begins"));
        let id = Id::unique("ceremony-begins");
        let field = Field::new(id, &label).figures().width(92.0);
        if field.show(ui, &cx.theme, cx.language, &mut self.typed).lost_focus() {
            self.keep(cx, answer);
        }
    }

    fn is_typed(&self) -> bool {
        self.typed != self.known
    }

    fn keep(&mut self, cx: &mut Cx<'_>, answer: &CeremonyAnswer) {
        if self.batch == 0 || !self.is_typed() {
            return;
        }
        let time = if self.typed.trim().is_empty() { Ok(None) } else { parse_time(&self.typed).map(Some) };
        match time {
            Ok(time) => {
                let pairs = answer.pairs.iter().filter(|pair| pair.batch == self.batch);
                let command = Command::SetBatchTime(pairs.map(|pair| pair.id).collect(), time);
                cx.ask(Action::Run(Box::new(command), message("operation-batch-time")));
            }
            Err(words) => cx.ask(Action::Say(Tone::Stop, words)),
        }
        self.typed.clone_from(&self.known);
    }
}

pub(super) fn rule(ui: &Ui, cx: &Cx<'_>) {
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
}

pub(super) fn batch_ui(ui: &mut Ui, cx: &Cx<'_>, label: &str, count: usize) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.theme.c.sunken);
    let count = cx.t(&message("ceremony-batch-count").with("count", count));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{label}, {count}")));
    let left = theme::galley(ui, label, SMALL_MEDIUM, cx.theme.c.muted, rect.width() - 120.0, 1);
    let y = rect.center().y - left.size().y / 2.0;
    ui.painter().galley(pos2(rect.left() + 20.0, y), left, cx.theme.c.muted);
    let right = theme::galley(ui, &count, SMALL, cx.theme.c.muted, 110.0, 1);
    let wide = right.size().x;
    ui.painter().galley(pos2(rect.right() - 14.0 - wide, y), right, cx.theme.c.muted);
}

/// The parties side by side, in letters that are read from a step away.
pub(super) fn seats_ui(ui: &mut Ui, cx: &Cx<'_>, seats: &[Seat]) {
    let count = f32::from(u8::try_from(seats.len().max(1)).unwrap_or(4));
    let width = (ui.available_width() - 24.0 * (count - 1.0)) / count;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 24.0;
        for (letter, seat) in ('A'..).zip(seats) {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 4.0;
                let party = message("ceremony-party").with("letter", letter.to_string());
                line(ui, &cx.t(&party), SMALL, cx.theme.c.muted);
                text(ui, &seat.name, if seats.len() > 2 { RECORD } else { theme::NUMBER }, cx.theme.c.text);
                ui.add_space(6.0);
                text(ui, &seat.signer, RECORD, cx.theme.c.text);
                let title = if seat.by_authority {
                    cx.t(&message("ceremony-by-authority").with("title", seat.title.as_str()))
                } else {
                    seat.title.clone()
                };
                text(ui, &title, SECTION, cx.theme.c.muted);
                if let Some(until) = seat.authority_over {
                    let until = PartialDate::Day(until).show(cx.language);
                    let over = message("signer-authority-over").with("until", until);
                    note(ui, &cx.theme, Tone::Stop, &cx.t(&over));
                }
            });
        }
    });
}
