//! The chosen booth: who has it, its sign, what it shows and needs, its state, and what it took in.

use std::collections::BTreeMap;

use eframe::egui::{Id, Ui, vec2};
use egui_phosphor::regular as icons;
use jiff::civil::Date;

use super::super::live::{Kept, Live, Pane, Saving, Seen, ask};
use super::grid::faults;
use super::{act, mark, state_words};
use crate::domain::{AnyId, Booth, BoothNeed, BoothState, Id as RecordId, RecordKind, SIGN_LENGTH};
use crate::i18n::{Message, field_label, message};
use crate::ops::{
    BoothAct, BoothLine, BoothPlanAnswer, BoothProducts, Command, ConferenceAct, Figures, Shown,
};
use crate::problem::Problem;
use crate::runtime::Slot;
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Field, Tone, at_right, badge, card, heading, icon_button, line, note, text, tick,
};
use crate::ui::fields::FieldStates;
use crate::ui::theme::{BODY_MEDIUM, CARD, COMPACT, FIGURES, RECORD, SMALL, SMALL_MEDIUM, space};
use crate::vietnamese::{PartialDate, clean, clean_lines, group, parse_integer, parse_money};

/// What a field of a day asks for.
const FIGURES_OF_DAY: [fn(&Figures) -> Option<i64>; 3] =
    [|day| day.takings, |day| day.visitors, |day| day.orders];

/// The pane of a booth.
#[derive(Default)]
pub(super) struct BoothPanel {
    of: Option<RecordId<Booth>>,
    seen: Seen,
    booth: Kept<Booth>,
    links: FieldStates,
    organisation: Live,
    village: Live,
    code: Live,
    sign: Live,
    products: Live,
    size: Live,
    fee: Live,
    days: BTreeMap<Date, Day>,
    proposed: Slot<BoothProducts>,
}

/// What the booth took in on a day, with its fields.
#[derive(Default)]
struct Day {
    figures: Kept<Figures>,
    fields: [Live; 3],
}

impl Day {
    /// Takes over what the register says.
    fn follow(&mut self, figures: &Figures) {
        self.figures.follow(figures);
        for (live, figure) in self.fields.iter_mut().zip(FIGURES_OF_DAY) {
            live.follow(&written(figure(figures)));
        }
    }

    /// What was typed and not saved yet, unless it cannot be read.
    fn unsaved(&mut self) -> Option<Figures> {
        if !self.fields.iter().any(Live::is_changed) {
            return None;
        }
        let [takings, visitors, orders] = &self.fields;
        let takings = read(&takings.typed, true).ok()?;
        let visitors = read(&visitors.typed, false).ok()?;
        let orders = read(&orders.typed, false).ok()?;
        self.fields.iter_mut().for_each(Live::saved);
        self.figures.change(Figures { takings, visitors, orders })
    }
}

/// Puts the keyboard into the pane.
pub(super) fn enter(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(Id::unique("booth-organisation")));
}

fn hex<R>(id: Option<RecordId<R>>) -> String {
    id.map(|id| id.any().hex()).unwrap_or_default()
}

fn id_of<R>(typed: &str) -> Option<RecordId<R>> {
    AnyId::from_hex(typed).map(RecordId::from_any)
}

fn written(number: Option<i64>) -> String {
    number.map(|number| group(number, crate::i18n::Language::Vi)).unwrap_or_default()
}

/// A number that may be missing.
fn read(typed: &str, money: bool) -> Result<Option<i64>, Message> {
    match clean(typed) {
        text if text.is_empty() => Ok(None),
        text if money => parse_money(&text).map(Some),
        text => parse_integer(&text).map(Some),
    }
}

impl BoothPanel {
    /// Takes over what the register says.
    fn follow(&mut self, cx: &mut Cx<'_>, line: &BoothLine) {
        if self.of != Some(line.id) {
            self.save(cx);
            *self = Self { of: Some(line.id), seen: std::mem::take(&mut self.seen), ..Self::default() };
        }
        let booth = &line.booth;
        self.booth.follow(booth);
        if let Some(id) = booth.organisation {
            self.links.know(id.any(), &line.name);
        }
        if let Some(id) = booth.village {
            self.links.know(id.any(), &line.village);
        }
        self.organisation.follow(&hex(booth.organisation));
        self.village.follow(&hex(booth.village));
        self.code.follow(&booth.code);
        self.sign.follow(&booth.sign);
        self.products.follow(&booth.products);
        self.size.follow(&booth.size);
        self.fee.follow(&written(booth.fee));
    }

    /// The fields of the booth itself.
    fn lives(&mut self) -> [&mut Live; 7] {
        [
            &mut self.organisation,
            &mut self.village,
            &mut self.code,
            &mut self.sign,
            &mut self.products,
            &mut self.size,
            &mut self.fee,
        ]
    }

    /// The booth as it stands in the fields.
    fn typed(&self) -> Booth {
        let before = self.booth.now();
        let code = clean(&self.code.typed);
        let organisation = id_of(&self.organisation.typed);
        let taken = before.organisation.is_none() && organisation.is_some() && before.plan_row.is_some();
        Booth {
            code: if code.is_empty() { before.code.clone() } else { code },
            organisation,
            village: id_of(&self.village.typed),
            sign: clean(&self.sign.typed),
            products: clean_lines(&self.products.typed),
            size: clean(&self.size.typed),
            fee: read(&self.fee.typed, true).unwrap_or(before.fee),
            state: if taken && before.state == BoothState::Registered {
                BoothState::Placed
            } else {
                before.state
            },
            ..before.clone()
        }
    }

    /// Sets the state, together with what was typed.
    pub(super) fn set_state(&mut self, cx: &mut Cx<'_>, line: &BoothLine, state: BoothState) {
        self.follow(cx, line);
        let after = Booth { state, ..self.typed() };
        let saved = self.change(after);
        ask(cx, saved);
    }

    /// The booth to be written, if that changes anything.
    fn change(&mut self, after: Booth) -> Option<Saving> {
        self.lives().into_iter().for_each(Live::saved);
        let after = self.booth.change(after)?;
        let done = message("done-booth-saved").with("code", after.code.as_str());
        Some((Command::Change(self.of?.any(), after.into()), done))
    }

    /// Draws it; true when the booth shall be taken along.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        answer: &BoothPlanAnswer,
        line: Option<&BoothLine>,
    ) -> bool {
        let Some(shown) = line else {
            card(ui, &cx.theme.clone(), 16, |ui| {
                text(ui, &cx.t(&message("booths-choose")), COMPACT, cx.theme.c.muted);
            });
            return false;
        };
        if self.seen.was_away(ui) {
            self.of = None;
        }
        self.follow(cx, shown);
        let carried = card(ui, &cx.theme.clone(), 14, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            let carried = head_ui(ui, cx, shown);
            for fault in faults(shown) {
                note(ui, &cx.theme, Tone::Look, &cx.t(&fault));
            }
            if !shown.is_vacant() {
                self.states_ui(ui, cx, shown);
            }
            self.fields_ui(ui, cx, shown);
            carried
        });
        ui.add_space(space::M);
        card(ui, &cx.theme.clone(), 14, |ui| self.days_ui(ui, cx, answer, shown));
        ui.add_space(space::M);
        carried
    }

    /// The states it can go to, each with its key.
    fn states_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, shown: &BoothLine) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (key, state) in ["1", "2", "3", "4"].into_iter().zip(BoothState::ALL) {
                let label = cx.t(&state.label());
                let button = Button::outline(&label).small().keys(key);
                if *state != shown.booth.state && button.show(ui, &cx.theme).clicked() {
                    self.set_state(cx, shown, *state);
                }
            }
        });
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, shown: &BoothLine) {
        let (theme, language) = (cx.theme, cx.language);
        let mut picked = false;
        for (id, kind, column, live) in [
            ("booth-organisation", RecordKind::Organisation, "organisation", &mut self.organisation),
            ("booth-village", RecordKind::Village, "village", &mut self.village),
        ] {
            let label = cx.t(&field_label(column));
            let before = live.typed.clone();
            let typed = &mut live.typed;
            self.links.link_ui(ui, cx, Id::unique(id), column, kind, &label, None, typed, None);
            picked |= before != live.typed;
        }
        let length = clean(&self.sign.typed).chars().count();
        let words = message("check-sign").with("length", length).with("most", SIGN_LENGTH);
        let long = Problem::warning("sign", words);
        let help = message("booths-sign-length").with("length", length).with("most", SIGN_LENGTH);
        let (label, help) = (cx.t(&field_label("sign")), cx.t(&help));
        let problem = (length > SIGN_LENGTH).then_some(&long);
        let field = Field::new(Id::unique("booth-sign"), &label).help(&help).problem(problem);
        field.show(ui, &theme, language, &mut self.sign.typed);
        let label = cx.t(&field_label("products"));
        let field = Field::new(Id::unique("booth-products"), &label).rows(2);
        field.show(ui, &theme, language, &mut self.products.typed);
        picked |= self.proposed_ui(ui, cx, shown);
        let third = (ui.available_width() - 2.0 * space::S) / 3.0;
        let fee = read(&self.fee.typed, true).err().map(|words| Problem::error("fee", words));
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            for (id, column, live, problem) in [
                ("booth-code", "code", &mut self.code, None),
                ("booth-panel-size", "size", &mut self.size, None),
                ("booth-fee", "fee", &mut self.fee, fee.as_ref()),
            ] {
                let label = cx.t(&field_label(column));
                let field = Field::new(Id::unique(id), &label).width(third).problem(problem);
                field.show(ui, &theme, language, &mut live.typed);
            }
        });
        let mut ticked = self.typed();
        line(ui, &cx.t(&field_label("needs")), SMALL_MEDIUM, theme.c.muted);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::M, 0.0);
            for need in BoothNeed::ALL {
                let mut on = ticked.needs.0.contains(need.code());
                if tick(ui, &theme, &mut on, &cx.t(&need.label()), None).changed() {
                    picked = true;
                    if on {
                        ticked.needs.0.insert(need.code().to_owned());
                    } else {
                        ticked.needs.0.remove(need.code());
                    }
                }
            }
            let label = cx.t(&field_label("supported"));
            picked |= tick(ui, &theme, &mut ticked.supported, &label, None).changed();
        });
        if picked {
            let saved = self.change(ticked);
            ask(cx, saved);
        }
    }

    /// Products of the register that are not there yet; true when one was added.
    fn proposed_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shown: &BoothLine) -> bool {
        let (organisation, village) = (shown.booth.organisation, shown.booth.village);
        if organisation.is_none() && village.is_none() {
            return false;
        }
        let question = BoothProducts { organisation, village };
        let found = self.proposed.get(cx.data, &question).ready().unwrap_or_default();
        let there = clean_lines(&self.products.typed);
        let free: Vec<_> = found.iter().filter(|name| !there.contains(name.as_str())).take(6).collect();
        if free.is_empty() {
            return false;
        }
        let mut added = false;
        line(ui, &cx.t(&message("booths-proposed")), SMALL, cx.theme.c.muted);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            for product in free {
                let label = shortened(product);
                let name = cx.t(&message("booths-add-product").with("name", product.as_str()));
                let button = Button::outline(&label).name(&name).icon(icons::PLUS).small();
                if button.show(ui, &cx.theme).clicked() {
                    let before = clean_lines(&self.products.typed);
                    let parts = [before.as_str(), product.as_str()];
                    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                    self.products.typed = parts.join(", ");
                    added = true;
                }
            }
        });
        added
    }

    /// What the booth took in each day, and the sums.
    fn days_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, answer: &BoothPlanAnswer, shown: &BoothLine) {
        let theme = cx.theme;
        heading(ui, &cx.t(&message("booths-figures")), CARD, theme.c.text);
        if answer.days.is_empty() {
            text(ui, &cx.t(&message("booths-no-days")), COMPACT, theme.c.muted);
            return;
        }
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        let all = ui.available_width();
        let widths = [all * 0.19 - 6.0, all * 0.37 - 6.0, all * 0.22 - 6.0, all * 0.22];
        row_ui(ui, widths, |ui, place| {
            let label = match place {
                0 => message("booths-day"),
                1 => message("booths-taken-in"),
                2 => message("booths-visitors"),
                _ => field_label("orders"),
            };
            line(ui, &cx.t(&label), SMALL, theme.c.muted);
        });
        let mut wrong = None;
        for (day, figures) in answer.days.iter().zip(&shown.days) {
            let written_day = PartialDate::Day(*day).show(cx.language);
            let fields = self.days.entry(*day).or_default();
            fields.follow(figures);
            row_ui(ui, widths, |ui, place| {
                let Some(column) = place.checked_sub(1) else {
                    ui.add_space(6.0);
                    let short = day.strftime("%d/%m").to_string();
                    line(ui, &short, COMPACT, theme.c.text);
                    return;
                };
                let Some(live) = fields.fields.get_mut(column) else { return };
                let name = match column {
                    0 => message("booths-day-takings"),
                    1 => message("booths-day-visitors"),
                    _ => message("booths-day-orders"),
                };
                let name = cx.t(&name.with("day", written_day.as_str()));
                let id = Id::unique("booth-day").with((*day, column));
                let problem =
                    read(&live.typed, column == 0).err().map(|words| Problem::error("takings", words));
                // Marked here; in words below the table, where there is room.
                let field = Field::new(id, "").name(&name).figures().marked(problem.as_ref());
                field.show(ui, &theme, cx.language, &mut live.typed);
                wrong = problem.or(wrong.take());
            });
        }
        if let Some(problem) = wrong {
            text(ui, &problem.text(cx.language), SMALL, theme.c.danger);
        }
        for (label, sum) in [(message("booths-sum"), shown.total), (message("booths-all"), answer.total)] {
            row_ui(ui, widths, |ui, place| match place.checked_sub(1) {
                None => {
                    text(ui, &cx.t(&label), SMALL_MEDIUM, theme.c.text);
                }
                Some(column) => {
                    let figure = FIGURES_OF_DAY.get(column).and_then(|figure| figure(&sum));
                    let words = figure.map_or(String::new(), |number| group(number, cx.language));
                    line(ui, &words, FIGURES, theme.c.text);
                }
            });
        }
    }
}

impl Pane for BoothPanel {
    fn unsaved(&mut self, _: Date) -> Vec<Saving> {
        let Some(id) = self.of else { return Vec::new() };
        let mut saved = Vec::new();
        if self.lives().iter().any(|live| live.is_changed()) {
            let after = self.typed();
            saved.extend(self.change(after));
        }
        let done = message("done-booth-saved").with("code", self.booth.now().code.as_str());
        for (day, fields) in &mut self.days {
            if let Some(figures) = fields.unsaved() {
                let act = ConferenceAct::Booths(BoothAct::Takings(id, *day, figures));
                saved.push((Command::AtConference(act), done.clone()));
            }
        }
        saved
    }
}

/// Code, organisation, and what can be done with the booth; true when it shall be taken along.
fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, shown: &BoothLine) -> bool {
    let mut carried = false;
    let (tone, icon) = mark(shown);
    ui.horizontal(|ui| {
        heading(ui, &shown.booth.code, RECORD, cx.theme.c.text);
        badge(ui, &cx.theme, tone, icon, &state_words(cx, shown));
        at_right(ui, "booth-acts", |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let move_it = cx.t(&message("booths-move"));
            carried = icon_button(ui, &cx.theme, icons::ARROWS_OUT_CARDINAL, &move_it).clicked();
            let off = cx.t(&message("booths-off"));
            if shown.booth.plan_row.is_some() && icon_button(ui, &cx.theme, icons::TRAY, &off).clicked() {
                let done = message("done-booth-moved").with("code", shown.booth.code.as_str());
                act(cx, BoothAct::Move(shown.id, None), done);
            }
            let form = cx.t(&message("booths-form"));
            if icon_button(ui, &cx.theme, icons::ARROW_SQUARE_OUT, &form).clicked() {
                cx.ask(Action::Go(Route::Form(RecordKind::Booth, Some(shown.id.any()))));
            }
            let delete = message("related-delete").with("name", shown.booth.code.as_str());
            if icon_button(ui, &cx.theme, icons::TRASH, &cx.t(&delete)).clicked() {
                let done = message("done-deleted").with("name", shown.booth.code.as_str());
                let command = Command::Delete(RecordKind::Booth, shown.id.any());
                cx.ask(Action::Run(Box::new(command), done));
            }
        });
    });
    if !shown.name.is_empty() {
        text(ui, &shown.name, BODY_MEDIUM, cx.theme.c.text);
    }
    if let Some(fee) = shown.booth.fee.filter(|_| !shown.booth.supported) {
        text(ui, &cx.shown(&Shown::Money(fee)), COMPACT, cx.theme.c.muted);
    }
    carried
}

/// Cells of these widths side by side.
fn row_ui(ui: &mut Ui, widths: [f32; 4], mut cell: impl FnMut(&mut Ui, usize)) {
    ui.horizontal_top(|ui| {
        for (place, width) in widths.into_iter().enumerate() {
            ui.vertical(|ui| {
                ui.set_width(width);
                cell(ui, place);
            });
        }
    });
}

/// A long name with its beginning only: the whole of it is what the button is called.
fn shortened(name: &str) -> String {
    const MOST: usize = 30;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    format!("{}…", name.chars().take(MOST - 1).collect::<String>().trim_end())
}
