//! The board of a signing ceremony: the pairs in their batches at the left, the pair that signs at the right.

use eframe::egui::{
    self, CentralPanel, CornerRadius, Frame, Id, Margin, Panel, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};
use egui_phosphor::regular as icons;

use super::answered;
use super::ceremony_papers::CeremonyPapers;
use super::ceremony_parts::{
    BatchTime, Order, Strokes, batch_label, batch_ui, drop_repeats, order_of, order_ui, rule, seats_ui,
};
use super::ceremony_status::{CeremonyStatus, Part};
use super::prepare::PrepareDialog;
use super::projector::Projector;
use crate::domain::{Conference, Id as RecordId, Mou, MouState, office_time};
use crate::i18n::{Language, Message, message};
use crate::ops::{Ceremony, CeremonyAnswer, Command, Signing};
use crate::runtime::{Slot, View};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Tone, at_right, badge, card, choice, empty, heading, is_covered, line, text, tick,
};
use crate::ui::theme::{
    self, BODY, BODY_MEDIUM, CARD, COMPACT, RECORD, SCREEN, SECTION, SMALL, SMALL_MEDIUM, space,
};

/// The board.
#[derive(Default)]
pub struct CeremonyScreen {
    conference: Option<RecordId<Conference>>,
    slot: Slot<Ceremony>,
    chosen: Option<RecordId<Mou>>,
    /// The pair that is signing.
    stage: Option<RecordId<Mou>>,
    projector: Projector,
    /// When the pair that is signing was called.
    called: i64,
    papers: CeremonyPapers,
    time: BatchTime,
    prepare: Option<PrepareDialog>,
    /// The pair that was shown chosen last: another one is brought into sight.
    seen: Option<RecordId<Mou>>,
    /// The row that has the keyboard, if one has it.
    row: Option<Id>,
    status: CeremonyStatus,
}

/// How wide the list of pairs is on a screen of this width.
pub fn list_width(screen: f32) -> f32 {
    (screen * 0.37).clamp(240.0, 468.0)
}

/// What happens next to a pair.
enum Step {
    /// Its text has to be made final.
    Finish,
    /// It is called to sign.
    Call,
    /// It has signed; the pair that is called then.
    Signed(Option<RecordId<Mou>>),
    /// Its papers are sealed, or handed over.
    Note(MouState),
    /// Nothing.
    Nothing,
}

impl CeremonyScreen {
    /// Draws the board.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.papers.poll(cx);
        let question = self.question(cx);
        let side = if cx.narrow { 16 } else { 24 };
        let ground = Frame::new().fill(cx.theme.c.background).inner_margin(Margin::symmetric(side, 0));
        let answer = match self.slot.get(cx.data, &question) {
            View::Ready(answer) => answer,
            View::Loading | View::Failed(_) => {
                CentralPanel::no_frame()
                    .frame(ground)
                    .show(ui, |ui| answered(ui, cx, &mut self.slot, &question, 8));
                return;
            }
        };
        self.choose_default(&answer);
        self.keys(ui, cx, &answer);
        Panel::top("ceremony-head")
            .frame(ground)
            .exact_size(space::SCREEN_HEADER)
            .show_separator_line(false)
            .show(ui, |ui| self.head_ui(ui, cx, &answer));
        if answer.pairs.is_empty() {
            CentralPanel::no_frame().frame(ground).show(ui, |ui| {
                let title = cx.t(&message("ceremony-empty"));
                empty(ui, &cx.theme, &title, &cx.t(&message("ceremony-empty-explain")), |_| {});
            });
            return;
        }
        let width = list_width(ui.available_width());
        Panel::left("ceremony-list")
            .frame(Frame::new().fill(cx.theme.c.raised))
            .exact_size(width)
            .resizable(false)
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| self.list_ui(ui, cx, &answer));
            });
        let ground = ground.inner_margin(Margin::symmetric(side, 16));
        // What comes next is always there, however long the names are.
        let foot = Frame::new().fill(cx.theme.c.background).inner_margin(Margin::symmetric(side, 10));
        Panel::bottom("ceremony-foot")
            .frame(foot)
            .resizable(false)
            .show(ui, |ui| self.foot_ui(ui, cx, &answer));
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| self.pair_ui(ui, cx, &answer));
        });
        if let Some(mut dialog) = self.prepare.take()
            && dialog.ui(ui, cx, question, &answer)
        {
            self.prepare = Some(dialog);
        }
    }

    /// What the status line says while the board is shown.
    pub fn status(&mut self, cx: &Cx<'_>) -> Vec<Part> {
        let answer = self.slot.get(cx.data, &self.question(cx)).ready().unwrap_or_default();
        self.status.parts(cx, &answer, (self.projector.open, self.stage))
    }

    fn question(&self, cx: &Cx<'_>) -> Ceremony {
        // The board names everybody as the register does.
        Ceremony { conference: self.conference, today: cx.today, language: Language::Vi }
    }

    /// Draws the window for the projector, whatever is on the screen of the officer. What is pressed in it counts
    /// only while the board is seen: nobody signs a pair without looking.
    pub fn second_screen(&mut self, ui: &Ui, cx: &mut Cx<'_>, on_board: bool) {
        if !self.projector.open {
            return;
        }
        let question = self.question(cx);
        let answer = self.slot.get(cx.data, &question).ready().unwrap_or_default();
        let strokes = self.projector.ui(ui, cx, &answer, self.stage);
        if on_board && !is_covered(ui.ctx()) {
            self.press(cx, &answer, strokes);
        }
    }

    /// At first, and when a pair is gone: the first pair that waits, else the first.
    fn choose_default(&mut self, answer: &CeremonyAnswer) {
        let there = |id: Option<RecordId<Mou>>| answer.pairs.iter().any(|pair| Some(pair.id) == id);
        if !there(self.chosen) {
            let first = answer.pairs.iter().find(|pair| pair.waits()).or(answer.pairs.first());
            self.chosen = first.map(|pair| pair.id);
        }
        if !there(self.stage) {
            self.stage = None;
        }
    }

    fn place(&self, answer: &CeremonyAnswer) -> Option<usize> {
        answer.pairs.iter().position(|pair| Some(pair.id) == self.chosen)
    }

    /// Space does what comes next, the arrows choose; unless another button has the keyboard.
    fn keys(&mut self, ui: &Ui, cx: &mut Cx<'_>, answer: &CeremonyAnswer) {
        if ui.ctx().text_edit_focused() || is_covered(ui.ctx()) {
            return;
        }
        let focused = ui.memory(egui::Memory::focused);
        if focused.is_none() || focused == self.row {
            let strokes = Strokes::take(ui);
            self.press(cx, answer, strokes);
        } else {
            drop_repeats(ui);
        }
    }

    fn press(&mut self, cx: &mut Cx<'_>, answer: &CeremonyAnswer, strokes: Strokes) {
        let Some(place) = self.place(answer) else { return };
        let other = if strokes.up { place.checked_sub(1) } else { Some(place + usize::from(strokes.down)) };
        if let Some(pair) = other.and_then(|place| answer.pairs.get(place)) {
            self.chosen = Some(pair.id);
        }
        if strokes.space
            && let Some(pair) = answer.pairs.get(place)
        {
            self.step(cx, answer, pair);
        }
    }

    /// What comes next for a pair.
    fn next_step(&self, answer: &CeremonyAnswer, pair: &Signing) -> Step {
        match pair.state {
            MouState::Draft => Step::Finish,
            _ if pair.waits() && self.stage == Some(pair.id) => {
                let after = answer.pairs.iter().skip_while(|other| other.id != pair.id).skip(1);
                let next = after.take_while(|other| other.batch == pair.batch).find(|other| other.waits());
                Step::Signed(next.map(|next| next.id))
            }
            _ if pair.waits() => Step::Call,
            MouState::Signed => Step::Note(MouState::Sealed),
            MouState::Sealed => Step::Note(MouState::HandedOver),
            _ => Step::Nothing,
        }
    }

    fn step(&mut self, cx: &mut Cx<'_>, answer: &CeremonyAnswer, pair: &Signing) {
        // What is seen is not what is so, as long as the last step is on its way.
        if cx.busy || !self.slot.is_newest(cx.data, &self.question(cx)) {
            return;
        }
        let note = |cx: &mut Cx<'_>, state: MouState| {
            let command = Command::SetMouState { mou: pair.id, state, date: cx.today, note: String::new() };
            // The board shows it at once; a message would lie over what comes next.
            cx.ask(Action::Run(Box::new(command), Message::default()));
        };
        match self.next_step(answer, pair) {
            Step::Finish => cx.ask(Action::Go(Route::Mou(pair.id))),
            Step::Call => self.call(cx, Some(pair.id)),
            Step::Signed(next) => {
                note(cx, MouState::Signed);
                // The next of the batch is called at once; between two batches the list is shown.
                self.call(cx, next);
                let after = answer.pairs.iter().skip_while(|other| other.id != pair.id).skip(1);
                let waiting = after.chain(&answer.pairs).find(|other| other.waits() && other.id != pair.id);
                self.chosen = next.or(waiting.map(|waiting| waiting.id)).or(self.chosen);
            }
            Step::Note(state) => note(cx, state),
            Step::Nothing => {}
        }
    }

    fn call(&mut self, cx: &Cx<'_>, pair: Option<RecordId<Mou>>) {
        (self.stage, self.called) = (pair, cx.now);
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &CeremonyAnswer) {
        ui.horizontal_centered(|ui| {
            // In large letters the conference, the papers and the buttons need the row.
            let small = ui.available_width() < 900.0;
            if !small {
                heading(ui, &cx.t(&message("ceremony-title")), SCREEN, cx.theme.c.text);
            }
            if answer.conferences.len() > 1 {
                let names: Vec<String> = answer.conferences.iter().map(|(_, name)| name.clone()).collect();
                let now = answer.conference.as_ref().map(|(_, found)| found.name.clone());
                let label = cx.t(&message("ceremony-conference"));
                let id = Id::unique("ceremony-conference");
                let shown = now.unwrap_or_default();
                let width = if small { 140.0 } else { 300.0 };
                let chosen = choice(ui, &cx.theme, cx.language, id, &label, &shown, &names, width, None);
                if let Some((id, _)) = chosen.and_then(|place| answer.conferences.get(place)) {
                    self.conference = Some(*id);
                    (self.chosen, self.stage) = (None, None);
                }
            } else if !cx.narrow {
                let batches = answer.pairs.iter().map(|pair| pair.batch).filter(|batch| *batch > 0);
                let batches: std::collections::BTreeSet<i64> = batches.collect();
                let words = message("ceremony-summary")
                    .with("count", answer.pairs.len())
                    .with("batches", batches.len());
                line(ui, &cx.t(&words), BODY, cx.theme.c.muted);
            }
            at_right(ui, "ceremony-end", |ui| {
                self.papers.ceremony_ui(ui, cx, self.question(cx));
                let prepare = cx.t(&message("prepare-open"));
                if Button::outline(&prepare).icon(icons::LIST_CHECKS).show(ui, &cx.theme).clicked() {
                    self.prepare = Some(PrepareDialog::new(answer, cx));
                }
                if self.projector.open && self.stage.is_some() {
                    let list = cx.t(&message("ceremony-show-list"));
                    if Button::plain(&list).icon(icons::LIST_NUMBERS).show(ui, &cx.theme).clicked() {
                        self.stage = None;
                    }
                }
                let label = if self.projector.open {
                    message("ceremony-screen-close")
                } else {
                    message("ceremony-screen")
                };
                let label = cx.t(&label);
                let button = Button::outline(&label).icon(icons::MONITOR).show(ui, &cx.theme);
                if button.on_hover_text(cx.t(&message("ceremony-screen-explain"))).clicked() {
                    self.projector.open = !self.projector.open;
                    if self.projector.open {
                        cx.ask(Action::Say(Tone::Busy, message("ceremony-screen-explain")));
                    }
                }
            });
        });
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &CeremonyAnswer) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let focused = ui.memory(egui::Memory::focused);
        self.row = None;
        let mut batch = None;
        for (place, pair) in answer.pairs.iter().enumerate() {
            if batch != Some(pair.batch) {
                batch = Some(pair.batch);
                let count = answer.pairs.iter().filter(|other| other.batch == pair.batch).count();
                batch_ui(
                    ui,
                    cx,
                    &cx.t(&batch_label(pair.batch, answer.begins(pair.batch), cx.language)),
                    count,
                );
            }
            let response = self.row_ui(ui, cx, place, pair);
            if focused == Some(response.id) {
                self.row = Some(response.id);
            }
            if response.clicked() {
                self.chosen = Some(pair.id);
            } else if self.chosen == Some(pair.id) && self.seen != self.chosen {
                self.seen = self.chosen;
                response.scroll_to_me(None);
            }
        }
    }

    fn row_ui(&self, ui: &mut Ui, cx: &Cx<'_>, place: usize, pair: &Signing) -> egui::Response {
        let size = vec2(ui.available_width(), 56.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let (tone, icon, state) = self.mark(pair);
        let state = cx.t(&state);
        // Before the ceremony it counts whose originals lie ready.
        let marked = pair.checked && pair.waits();
        let name = format!("{} {}, {state}", place + 1, pair.names());
        let name = if marked { format!("{name}, {}", cx.t(&message("pack-checked"))) } else { name };
        let chosen = self.chosen == Some(pair.id);
        response.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, chosen, &name));
        let c = &cx.theme.c;
        if chosen || response.hovered() {
            let ground = if chosen { c.selection } else { c.hover };
            ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
        }
        if chosen {
            let bar = egui::Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
            ui.painter().rect_filled(bar, CornerRadius::ZERO, c.primary);
        }
        let number = theme::galley(ui, &(place + 1).to_string(), RECORD, c.muted, 40.0, 1);
        let wide = number.size().x;
        let y = rect.center().y - number.size().y / 2.0;
        ui.painter().galley(pos2(rect.left() + 46.0 - wide, y), number, c.muted);
        let badge_width = 128.0;
        let room = rect.width() - 58.0 - badge_width - 14.0 - if marked { 24.0 } else { 0.0 };
        let (first, others) = match pair.parties.split_first() {
            Some((first, others)) => (first.short.clone(), others),
            None => (pair.number.clone(), &[][..]),
        };
        let others = others.iter().map(|seat| seat.short.as_str()).collect::<Vec<_>>().join(", ");
        let first = theme::galley(ui, &first, BODY_MEDIUM, c.text, room, 1);
        ui.painter().galley(pos2(rect.left() + 58.0, rect.top() + 8.0), first, c.text);
        let others = theme::galley(ui, &others, COMPACT, c.muted, room, 1);
        ui.painter().galley(pos2(rect.left() + 58.0, rect.top() + 29.0), others, c.muted);
        let at = egui::Rect::from_min_size(
            pos2(rect.right() - badge_width - 12.0, rect.center().y - 11.0),
            vec2(badge_width, 22.0),
        );
        let mut end = ui.new_child(
            egui::UiBuilder::new().max_rect(at).layout(egui::Layout::right_to_left(egui::Align::Center)),
        );
        badge(&mut end, &cx.theme, tone, icon, &state);
        if marked {
            let at = pos2(at.left() - 8.0, rect.center().y);
            let font = theme::icon_font(18.0, false);
            ui.painter().text(at, egui::Align2::CENTER_CENTER, icons::CHECKS, font, c.success);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, cx.theme.line());
        if response.has_focus() {
            let ring = cx.theme.focus_ring();
            let inside = rect.shrink(1.0);
            ui.painter().rect_stroke(inside, CornerRadius::same(2), ring, egui::StrokeKind::Inside);
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }

    /// How far a pair is, in the words of the ceremony.
    fn mark(&self, pair: &Signing) -> (Tone, &'static str, Message) {
        match pair.state {
            MouState::Draft => (Tone::Look, icons::PENCIL_SIMPLE, message("ceremony-not-final")),
            _ if pair.waits() && self.stage == Some(pair.id) => {
                (Tone::Busy, icons::PEN_NIB, message("ceremony-signing"))
            }
            _ if pair.waits() => (Tone::Plain, icons::CLOCK, message("ceremony-waits")),
            MouState::Signed => (Tone::Good, icons::CHECK, MouState::Signed.label()),
            MouState::Sealed => (Tone::Seal, icons::STAMP, MouState::Sealed.label()),
            _ => (Tone::Good, icons::CHECK_CIRCLE, message("ceremony-handed")),
        }
    }

    fn pair_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &CeremonyAnswer) {
        let Some(place) = self.place(answer) else { return };
        let Some(pair) = answer.pairs.get(place).cloned() else { return };
        ui.spacing_mut().item_spacing.y = 12.0;
        let (tone, icon, state) = self.mark(&pair);
        card(ui, &cx.theme.clone(), 0, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            Frame::new().inner_margin(Margin::symmetric(20, 12)).show(ui, |ui| {
                ui.horizontal(|ui| {
                    badge(ui, &cx.theme, tone, icon, &cx.t(&state));
                    let of =
                        message("ceremony-of").with("place", place + 1).with("count", answer.pairs.len());
                    heading(ui, &cx.t(&of), CARD, cx.theme.c.text);
                    line(ui, &pair.number, BODY, cx.theme.c.muted);
                });
            });
            rule(ui, cx);
            Frame::new()
                .inner_margin(Margin::symmetric(20, 16))
                .show(ui, |ui| seats_ui(ui, cx, &pair.parties));
            rule(ui, cx);
            Frame::new().inner_margin(Margin::symmetric(20, 10)).show(ui, |ui| {
                text(ui, &pair.subject, COMPACT, cx.theme.c.muted);
                if !pair.witnesses.is_empty() {
                    let words = message("ceremony-witness").with("names", pair.witnessed());
                    text(ui, &cx.t(&words), BODY, cx.theme.c.text);
                }
                if pair.state != MouState::Draft {
                    ui.add_space(space::S);
                    let label = cx.t(&message("ceremony-checked").with("count", pair.copies.0.max(1)));
                    let mut checked = pair.checked;
                    if tick(ui, &cx.theme, &mut checked, &label, None).changed() {
                        let done = message("operation-copies").with("name", pair.number.as_str());
                        let command = Command::CheckCopies(pair.id, checked);
                        cx.ask(Action::Run(Box::new(command), done));
                    }
                }
            });
            rule(ui, cx);
            Frame::new().inner_margin(Margin::symmetric(20, 12)).show(ui, |ui| self.steps_ui(ui, cx, &pair));
        });
        self.papers_ui(ui, cx, &pair);
    }

    /// What comes next for the pair, its place, and who comes after it.
    fn foot_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &CeremonyAnswer) {
        let Some(place) = self.place(answer) else { return };
        let Some(pair) = answer.pairs.get(place).cloned() else { return };
        let wide = ui.available_width();
        let mut moved = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            self.main_ui(ui, cx, answer, place, &pair, (wide - 190.0).clamp(180.0, 520.0));
            moved = self.delay_ui(ui, cx, answer, place, &pair);
        });
        let next = answer.pairs.iter().skip(place + 1).find(|other| other.waits());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            moved = order_ui(ui, cx, answer, place, &pair).or(moved.take());
            self.time.ui(ui, cx, answer, pair.batch);
            if let Some(next) = next {
                ui.add_space(space::M);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    text(ui, &cx.t(&message("ceremony-next")), SMALL, cx.theme.c.muted);
                    text(ui, &next.names(), BODY_MEDIUM, cx.theme.c.text);
                });
            }
        });
        if let Some(order) = moved {
            let places = (1..).zip(&order).map(|(place, (id, batch))| {
                let batch = Some(*batch).filter(|batch| *batch > 0);
                (*id, batch, batch.map(|_| place))
            });
            let command = Command::ArrangeCeremony(places.collect());
            cx.ask(Action::Run(Box::new(command), Message::default()));
        }
    }

    /// Puts a pair off to the end of its batch; the new order.
    fn delay_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        answer: &CeremonyAnswer,
        place: usize,
        pair: &Signing,
    ) -> Option<Order> {
        let delay = cx.t(&message("ceremony-delay"));
        let can = pair.waits() && pair.batch > 0;
        let button = Button::plain(&delay).icon(icons::HOURGLASS).enabled(can);
        if !button.show(ui, &cx.theme).clicked() {
            return None;
        }
        let mut order = order_of(answer);
        let own = order.remove(place);
        let end = order.iter().rposition(|(_, batch)| *batch == pair.batch);
        order.insert(end.map_or(place, |end| end + 1), own);
        // The next one that waits is chosen.
        let next = answer.pairs.iter().skip(place + 1).find(|other| other.waits());
        self.chosen = next.map(|next| next.id).or(self.chosen);
        if self.stage == Some(pair.id) {
            self.stage = None;
        }
        Some(order)
    }

    /// The steps of a pair with the time of each.
    fn steps_ui(&self, ui: &mut Ui, cx: &Cx<'_>, pair: &Signing) {
        let clock = |at: i64| office_time(at).map(|time| time.strftime("%H:%M").to_string());
        let time = |state: MouState| {
            let at = pair.times.iter().rev().find(|(reached, _)| *reached == state).map(|(_, at)| *at)?;
            clock(at)
        };
        let past = |state: MouState| {
            MouState::ALL.iter().position(|known| *known == pair.state)
                >= MouState::ALL.iter().position(|known| *known == state)
        };
        let on_stage = self.stage == Some(pair.id);
        let called = on_stage.then(|| clock(self.called)).flatten();
        let steps = [
            (message("ceremony-waits"), pair.state != MouState::Draft, time(MouState::TextFinal)),
            (message("ceremony-signing"), past(MouState::Signed) || on_stage, called),
            (MouState::Signed.label(), past(MouState::Signed), time(MouState::Signed)),
            (MouState::Sealed.label(), past(MouState::Sealed), time(MouState::Sealed)),
            (message("ceremony-handed"), past(MouState::HandedOver), time(MouState::HandedOver)),
        ];
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(18.0, 6.0);
            // As high as the signs, so that all stand on one line.
            ui.spacing_mut().interact_size.y = 26.0;
            for (label, reached, time) in steps {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    let (icon, ink) = if reached {
                        (icons::CHECK_CIRCLE, cx.theme.c.success)
                    } else {
                        (icons::CIRCLE, cx.theme.c.muted)
                    };
                    line(ui, icon, SECTION, ink);
                    let label = match time {
                        Some(time) => format!("{} {time}", cx.t(&label)),
                        None => cx.t(&label),
                    };
                    line(ui, &label, SMALL_MEDIUM, ink);
                });
            }
        });
    }

    /// The papers of the pair.
    fn papers_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, pair: &Signing) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            self.papers.pair_ui(ui, cx, pair);
            let open = cx.t(&message("ceremony-open"));
            if Button::outline(&open).icon(icons::USER_SWITCH).show(ui, &cx.theme).clicked() {
                cx.ask(Action::Go(Route::Mou(pair.id)));
            }
        });
    }

    /// The button of what comes next.
    fn main_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        answer: &CeremonyAnswer,
        place: usize,
        pair: &Signing,
        width: f32,
    ) {
        let number = |id: RecordId<Mou>| {
            answer.pairs.iter().position(|pair| pair.id == id).map_or(0, |place| place + 1)
        };
        let (label, icon) = match self.next_step(answer, pair) {
            Step::Finish => (message("ceremony-make-final"), icons::LOCK_SIMPLE),
            Step::Call => (message("ceremony-call").with("place", place + 1), icons::MEGAPHONE),
            Step::Signed(Some(next)) => {
                (message("ceremony-signed-next").with("place", number(next)), icons::CHECK)
            }
            Step::Signed(None) => (message("ceremony-signed"), icons::CHECK),
            Step::Note(MouState::Sealed) => (message("ceremony-seal"), icons::STAMP),
            Step::Note(_) => (message("ceremony-hand"), icons::CHECK_CIRCLE),
            Step::Nothing => (message("ceremony-done"), icons::CHECK_CIRCLE),
        };
        let can = !matches!(self.next_step(answer, pair), Step::Nothing);
        let space = cx.t(&message("key-space"));
        let label = cx.t(&label);
        let button = Button::primary(&label).icon(icon).keys(&space).enabled(can);
        if button.wide(width).show(ui, &cx.theme).clicked() {
            self.step(cx, answer, pair);
        }
    }
}
