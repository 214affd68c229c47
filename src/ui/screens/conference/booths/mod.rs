//! The booths of a conference: the plan or the takings at the left, the chosen booth at the right.

mod grid;
mod lay;
mod panel;

use eframe::egui::{self, CentralPanel, Frame, Id, Key, Margin, Modifiers, Panel, Ui};
use egui_phosphor::regular as icons;

use jiff::civil::Date;

use self::grid::Grid;
use self::lay::LayDialog;
use self::panel::BoothPanel;
use super::live::{Pane, Saving};
use crate::documents::list::{ListCell, ListPaper};
use crate::domain::{Booth, BoothState, Conference, Id as RecordId, Stored};
use crate::i18n::{field_label, message};
use crate::ops::{
    BoothAct, BoothLine, BoothPlan, BoothPlanAnswer, Command, ConferenceAct, Figures, Place, Shown,
    place_code,
};
use crate::runtime::{ConferencePaper, Slot};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{
    Button, TableColumn, TableEvent, TableRow, TableState, Tone, at_right, empty, icon_button, is_covered,
    line, note, segments, table,
};
use crate::ui::screens::answered;
use crate::ui::screens::export::ExportDialog;
use crate::ui::screens::paper_way::{Paper, PaperWay};
use crate::ui::theme::{SMALL, space};
use crate::vietnamese::{PartialDate, group};

/// How far a booth is, in colour and icon.
pub(super) fn mark(line: &BoothLine) -> (Tone, &'static str) {
    match line.booth.state {
        _ if line.is_vacant() => (Tone::Plain, icons::CIRCLE),
        BoothState::Registered => (Tone::Look, icons::CLOCK),
        BoothState::Placed => (Tone::Busy, icons::MAP_PIN),
        BoothState::Taken => (Tone::Good, icons::CHECK_CIRCLE),
        BoothState::Dropped => (Tone::Plain, icons::X_CIRCLE),
    }
}

/// The same in words.
pub(super) fn state_words(cx: &Cx<'_>, line: &BoothLine) -> String {
    if line.is_vacant() { cx.t(&message("booths-vacant")) } else { cx.t(&line.booth.state.label()) }
}

/// Something to be done with booths, and what is said then.
pub(super) fn act(cx: &mut Cx<'_>, act: BoothAct, done: crate::i18n::Message) {
    cx.ask(Action::Run(Box::new(Command::AtConference(ConferenceAct::Booths(act))), done));
}

/// What stands at the left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Plan,
    Takings,
}

/// The part.
#[derive(Default)]
pub(super) struct Booths {
    slot: Slot<BoothPlan>,
    side: Side,
    grid: Grid,
    rows: TableState,
    panel: BoothPanel,
    chosen: Option<RecordId<Booth>>,
    lay: Option<LayDialog>,
    export: Option<ExportDialog>,
    way: PaperWay,
}

/// What the officer did to the plan.
pub(super) enum Event {
    /// Chose a booth, or a cell without one.
    Chosen(Option<RecordId<Booth>>),
    /// Put a booth on a place.
    Moved(RecordId<Booth>, Place),
    /// Wants a booth on a free cell.
    Wanted(Place),
    /// Wants to see the chosen booth.
    Entered,
}

impl Booths {
    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, stored: &Stored<Conference>) {
        self.way.poll(cx);
        let question = BoothPlan { conference: stored.id };
        let Some(answer) = answered(ui, cx, &mut self.slot, &question, 8) else { return };
        if answer.booths.is_empty() {
            let title = cx.t(&message("booths-empty"));
            empty(ui, &cx.theme.clone(), &title, &cx.t(&message("booths-empty-explain")), |ui| {
                self.make_ui(ui, cx, stored, &answer, true);
            });
        } else {
            self.head_ui(ui, cx, stored, &answer);
            ui.add_space(space::S);
            self.body_ui(ui, cx, stored, &answer);
        }
        if let Some(mut dialog) = self.lay.take()
            && dialog.ui(ui, cx)
        {
            self.lay = Some(dialog);
        }
        if let Some(mut dialog) = self.export.take()
            && dialog.ui(ui, cx)
        {
            self.export = Some(dialog);
        }
    }

    /// The buttons that make booths.
    fn make_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &BoothPlanAnswer,
        first: bool,
    ) {
        let lay = cx.t(&message("booths-lay"));
        let button = if first { Button::primary(&lay) } else { Button::outline(&lay) };
        if button.icon(icons::GRID_FOUR).show(ui, &cx.theme).clicked() {
            self.lay = Some(LayDialog::new(stored));
        }
        let register = match answer.waiting {
            0 => cx.t(&message("booths-register")),
            count => cx.t(&message("booths-register-count").with("count", count)),
        };
        let name = cx.t(&message("booths-register"));
        let button = Button::outline(&register).name(&name).icon(icons::CLIPBOARD_TEXT);
        if button.enabled(answer.waiting > 0).show(ui, &cx.theme).clicked() {
            act(cx, BoothAct::Register(stored.id), message("done-booths-registered"));
        }
    }

    fn head_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &BoothPlanAnswer,
    ) {
        let vacant = answer.booths.iter().filter(|line| line.is_vacant()).count();
        let acts = |this: &mut Self, ui: &mut Ui, cx: &mut Cx<'_>| {
            ui.spacing_mut().item_spacing.x = space::S;
            let sides = [
                (Side::Plan, cx.t(&message("booths-plan"))),
                (Side::Takings, cx.t(&message("booths-figures"))),
            ];
            segments(ui, &cx.theme, &sides, &mut this.side);
            this.make_ui(ui, cx, stored, answer, false);
            let without = answer.booths.iter().any(|line| line.place().is_none());
            let seat = cx.t(&message("booths-seat"));
            let button = Button::outline(&seat).icon(icons::MAP_PIN).enabled(without && vacant > 0);
            if button.show(ui, &cx.theme).clicked() {
                act(cx, BoothAct::Seat(stored.id), message("done-booths-seated"));
            }
        };
        // Large letters leave no room for one row.
        if ui.available_width() > 1_000.0 {
            ui.horizontal(|ui| {
                acts(self, ui, cx);
                at_right(ui, "booths-end", |ui| self.export_ui(ui, cx, stored, answer));
            });
        } else {
            ui.horizontal_wrapped(|ui| {
                acts(self, ui, cx);
                self.export_ui(ui, cx, stored, answer);
            });
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            let count =
                message("booths-count").with("placed", answer.booths.len() - vacant).with("vacant", vacant);
            line(ui, &cx.t(&count), SMALL, cx.theme.c.muted);
            match self.grid.carried.and_then(|id| answer.find(id)) {
                Some(carried) => {
                    let words = message("booths-carrying").with("code", carried.booth.code.as_str());
                    line(ui, &cx.t(&words), SMALL, cx.theme.c.link);
                }
                None if self.side == Side::Plan => {
                    line(ui, &cx.t(&message("booths-keys")), SMALL, cx.theme.c.muted);
                }
                None => {}
            }
        });
        let faults = answer.booths.iter().filter(|line| line.place_twice || line.code_twice).count();
        if faults > 0 {
            ui.add_space(4.0);
            note(ui, &cx.theme, Tone::Look, &cx.t(&message("booths-faults").with("count", faults)));
        }
    }

    fn export_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, stored: &Stored<Conference>, answer: &BoothPlanAnswer) {
        let export = cx.t(&message("booths-export"));
        if Button::outline(&export).icon(icons::EXPORT).show(ui, &cx.theme).clicked() {
            let paper = paper(cx, &stored.record.name, answer);
            self.export = Some(ExportDialog::of_paper(paper, "xlsx", cx));
        }
        let plan = cx.t(&message("booths-print"));
        let placed = answer.booths.iter().any(|line| line.place().is_some());
        let icon = icon_button(ui, &cx.theme, icons::PRINTER, &plan);
        if icon.clicked() && placed && self.way.is_idle() {
            let paper = ConferencePaper::BoothPlan;
            let made = cx.data.conference_paper(stored.id, paper, None, (cx.language, cx.today));
            self.way.start(Paper::Show, made);
        }
    }

    fn body_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        stored: &Stored<Conference>,
        answer: &BoothPlanAnswer,
    ) {
        if self.chosen.is_some_and(|id| answer.find(id).is_none()) {
            self.chosen = None;
        }
        if self.chosen.is_none() {
            self.chosen = answer.at(self.grid.cursor).map(|line| line.id);
        }
        let mut events = Vec::new();
        self.keys(ui, cx, answer);
        let width = if cx.narrow { 372.0 } else { 404.0 };
        Panel::right("booth-panel")
            .frame(Frame::new().inner_margin(Margin { left: 12, ..Margin::ZERO }))
            .exact_size(width)
            .resizable(false)
            .show_separator_line(false)
            .show(ui, |ui| {
                egui::ScrollArea::vertical().id_salt("booth-scroll").auto_shrink(false).show(ui, |ui| {
                    self.grid.beside_ui(ui, cx, answer, self.chosen, &mut events);
                    let line = self.chosen.and_then(|id| answer.find(id));
                    if self.panel.ui(ui, cx, answer, line) {
                        self.side = Side::Plan;
                        self.grid.carry(ui, self.chosen, answer);
                    }
                });
            });
        CentralPanel::no_frame().show(ui, |ui| match self.side {
            Side::Plan => self.grid.ui(ui, cx, answer, self.chosen, &mut events),
            Side::Takings => self.takings_ui(ui, cx, answer, &mut events),
        });
        for event in events {
            match event {
                Event::Chosen(id) => {
                    self.chosen = id;
                }
                Event::Moved(id, place) => {
                    self.chosen = Some(id);
                    let code = answer.find(id).map(|line| line.booth.code.clone()).unwrap_or_default();
                    let done = message("done-booth-moved").with("code", code);
                    act(cx, BoothAct::Move(id, Some(place)), done);
                }
                Event::Wanted(place) => {
                    let booth = Booth {
                        conference: Some(stored.id),
                        code: place_code(place),
                        plan_row: Some(place.0),
                        plan_place: Some(place.1),
                        state: BoothState::Placed,
                        ..Booth::default()
                    };
                    let done = message("done-booth-saved").with("code", booth.code.as_str());
                    cx.ask(Action::Run(Box::new(Command::Add(booth.into())), done));
                    self.chosen = None;
                }
                Event::Entered => panel::enter(ui),
            }
        }
    }

    /// X takes the chosen booth along, 1 to 4 set its state; unless another control has the keyboard.
    fn keys(&mut self, ui: &Ui, cx: &mut Cx<'_>, answer: &BoothPlanAnswer) {
        let focused = ui.memory(egui::Memory::focused);
        let own = focused.is_none_or(|id| self.grid.owns(id));
        if ui.ctx().text_edit_focused() || !own || is_covered(ui.ctx()) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::X) {
            self.side = Side::Plan;
            self.grid.carry(ui, self.chosen, answer);
        }
        if self.grid.carried.is_some() && pressed(Key::Escape) {
            self.grid.carried = None;
        }
        let line = self.chosen.and_then(|id| answer.find(id));
        for (key, state) in [Key::Num1, Key::Num2, Key::Num3, Key::Num4].into_iter().zip(BoothState::ALL) {
            if pressed(key)
                && let Some(line) = line
            {
                self.panel.set_state(cx, line, *state);
            }
        }
    }

    /// What the booths took in, day by day, with the sums of all.
    fn takings_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: &BoothPlanAnswer, events: &mut Vec<Event>) {
        let fixed =
            |key, label: String, numeric, width| TableColumn { key, label, numeric, sortable: false, width };
        let mut columns = vec![
            fixed("code", cx.t(&field_label("code")), false, 76.0),
            fixed("organisation", cx.t(&message("booths-unit")), false, 190.0),
        ];
        for day in &answer.days {
            let label = PartialDate::Day(*day).show(cx.language);
            let width = if cx.language == crate::i18n::Language::Vi { 116.0 } else { 156.0 };
            columns.push(fixed("day", label, true, width));
        }
        columns.push(fixed("total", cx.t(&message("booths-sum")), true, 126.0));
        columns.push(fixed("visitors", cx.t(&message("booths-visitors")), true, 96.0));
        columns.push(fixed("orders", cx.t(&field_label("orders")), true, 106.0));
        let counted: Vec<&BoothLine> = answer.taking_part().collect();
        let count = counted.len();
        let number =
            |number: Option<i64>| number.map(|number| group(number, cx.language)).unwrap_or_default();
        let cells = |code: &str, name: String, days: &[Figures], total: Figures| {
            let mut cells = vec![code.to_owned(), name];
            cells.extend(days.iter().map(|day| number(day.takings)));
            cells.extend([total.takings, total.visitors, total.orders].map(number));
            TableRow { cells, badge: None }
        };
        // The sums stand first, where they are seen.
        let line = |place: usize| counted.get(place.checked_sub(1)?).copied();
        let mut row = |place: usize| {
            Some(match line(place) {
                Some(line) => cells(&line.booth.code, line.short.clone(), &line.days, line.total),
                None => cells(&cx.t(&message("booths-sum")), String::new(), &answer.sums, answer.total),
            })
        };
        let chosen = counted.iter().position(|line| Some(line.id) == self.chosen).map(|place| place + 1);
        if let Some(place) = chosen.filter(|place| !self.rows.selected.contains(place)) {
            self.rows.choose(place);
        }
        let id = Id::unique("booth-takings");
        let name = cx.t(&message("booths-figures"));
        let happened =
            table(ui, &cx.theme, id, &name, &mut self.rows, &columns, count + 1, &[], cx.language, &mut row);
        for event in happened {
            match event {
                TableEvent::Moved(place) => {
                    if let Some(line) = line(place) {
                        events.push(Event::Chosen(Some(line.id)));
                        if let Some(place) = line.place() {
                            self.grid.cursor = place;
                        }
                    }
                }
                TableEvent::Open(_) => events.push(Event::Entered),
                _ => {}
            }
        }
    }
}

impl Pane for Booths {
    fn unsaved(&mut self, today: Date) -> Vec<Saving> {
        self.panel.unsaved(today)
    }
}

/// The list of booths with what they took in (B6).
fn paper(cx: &Cx<'_>, conference: &str, answer: &BoothPlanAnswer) -> ListPaper {
    let word = |text: String| ListCell { text, number: None };
    let number = |number: Option<i64>| match number {
        Some(number) => ListCell { text: group(number, cx.language), number: Some(number.into()) },
        None => ListCell::default(),
    };
    let row = |code: String, name: String, days: &[Figures], total: Figures| {
        let mut cells = vec![word(code), word(name)];
        cells.extend(days.iter().map(|day| number(day.takings)));
        cells.extend([number(total.takings), number(total.orders)]);
        cells
    };
    let name = |line: &BoothLine| if line.is_vacant() { line.booth.sign.clone() } else { line.name.clone() };
    let counted = answer.taking_part();
    let mut rows: Vec<_> =
        counted.map(|line| row(line.booth.code.clone(), name(line), &line.days, line.total)).collect();
    rows.push(row(cx.t(&message("booths-sum")), String::new(), &answer.sums, answer.total));
    let mut head = vec![cx.t(&field_label("code")), cx.t(&message("booths-unit"))];
    head.extend(answer.days.iter().map(|day| PartialDate::Day(*day).show(cx.language)));
    head.extend([cx.t(&message("booths-sum")), cx.t(&field_label("orders"))]);
    let mut widths = vec![60.0, 260.0];
    widths.resize(head.len(), 100.0);
    ListPaper {
        title: cx.t(&message("booths-paper")),
        notes: vec![conference.to_owned(), cx.shown(&Shown::Date(cx.today))],
        head,
        widths,
        rows,
        foot: cx.t(&message("list-foot")),
        language: cx.language,
    }
}
