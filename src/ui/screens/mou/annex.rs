//! The annex of a MoU: its lines, one of them open, and what adds, moves and removes them.
//!
//! Each of these acts is an operation of its own: what was typed before it is saved first.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{Align, CornerRadius, Frame, Id, Key, Margin, Modifiers, Stroke, Ui, vec2};
use egui_phosphor::regular as icons;

use super::editor::MouScreen;
use super::parts::{Parts, unread};
use crate::domain::{AnyId, Id as RecordId, MouLanguage, MouProduct, PartyRole, Product, RecordKind};
use crate::i18n::{Language, field_label, message};
use crate::ops::{AnnexProducts, AnnexProductsAnswer, MouDesk, MouDraft, Shown};
use crate::runtime::Slot;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, Tone, heading, icon_button, line, link};
use crate::ui::theme::{BODY_MEDIUM, CARD, COMPACT, SMALL};
use crate::vietnamese::{group, parse_integer, parse_money};

/// What is asked for at the lines.
#[derive(Clone, Debug)]
enum Ask {
    Up(usize),
    Down(usize),
    Remove(usize),
    /// An empty line at the end.
    Add,
    /// A line for each of these products.
    Take(Vec<RecordId<Product>>),
}

/// What the lines remember beside the draft.
#[derive(Default)]
pub(super) struct Annex {
    open: Option<usize>,
    /// The line that is open, once it is saved: undo and another laptop's file may put it elsewhere.
    line: Option<RecordId<MouProduct>>,
    asked: Option<Ask>,
    /// The line whose product was just chosen: it gets that product's price, unless it has one.
    chosen: Option<usize>,
    asking: Slot<AnnexProducts>,
    /// Products of the parties and of the lines.
    register: Arc<AnnexProductsAnswer>,
}

impl Annex {
    /// Opens a line, or none.
    pub(super) fn show(&mut self, place: Option<usize>) {
        (self.open, self.line) = (place, None);
    }

    /// The stored lines were taken over: the open one is where it stands now.
    pub(super) fn refresh(&mut self, lines: impl Iterator<Item = Option<RecordId<MouProduct>>>) {
        if let (Some(open), Some(_)) = (&mut self.open, self.line) {
            let mut lines = lines;
            match lines.position(|line| line == self.line) {
                Some(place) => *open = place,
                None => self.open = None,
            }
        }
    }
}

/// The columns of a line with the share of the width each takes.
const ROWS: [&[(&str, f32)]; 3] =
    [&[("specification", 0.5), ("unit", 0.5)], &[("quantity", 0.5), ("price", 0.5)], &[("remarks", 1.0)]];

impl Parts {
    pub(super) fn annex_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut MouDraft) {
        if self.wants("annex") {
            ui.scroll_to_cursor(Some(Align::Center));
        }
        heading(ui, &cx.t(&message("mou-annex-title")), CARD, cx.theme.c.text);
        let parties: Vec<_> =
            draft.parties.iter().filter(|party| party.record.role == PartyRole::Party).collect();
        let question = AnnexProducts {
            makers: parties.iter().map(|party| (party.record.organisation, party.record.person)).collect(),
            lines: draft.products.iter().filter_map(|line| line.record.product).collect(),
        };
        if let Some(answer) = self.annex.asking.get(cx.data, &question).ready() {
            answer.products.iter().for_each(|(id, product)| self.fields.know(id.any(), &product.name));
            self.annex.register = answer;
        }
        let register = Arc::clone(&self.annex.register);
        self.propose_price(draft, &register);
        let english = draft.mou.language != MouLanguage::Vi;
        let count = draft.products.len();
        self.annex.line = self.annex.open.and_then(|place| draft.products.get(place)?.id);
        for (place, item) in draft.products.iter_mut().enumerate() {
            self.annex_line_ui(ui, cx, (place, count), &mut item.record, (&register, english));
        }
        ui.horizontal_wrapped(|ui| {
            let label = cx.t(&message("mou-add-product"));
            if Button::plain(&label).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
                self.annex.asked = Some(Ask::Add);
            }
            for (letter, made) in ('A'..).zip(&register.made) {
                let others = draft.not_in_annex(made);
                if others.is_empty() {
                    continue;
                }
                let party = message("mou-seat-party").with("letter", letter.to_string());
                let label = cx.t(&message("mou-annex-all").with("count", others.len()).with("party", party));
                if Button::plain(&label).small().icon(icons::LIST_PLUS).show(ui, &cx.theme).clicked() {
                    self.annex.asked = Some(Ask::Take(others));
                }
            }
        });
    }

    /// Gives the line whose product was just chosen the price of that product.
    fn propose_price(&mut self, draft: &mut MouDraft, register: &AnnexProductsAnswer) {
        let Some(place) = self.annex.chosen else { return };
        let line = draft.products.get_mut(place).map(|item| &mut item.record);
        let Some((line, id)) = line.and_then(|line| line.product.map(|id| (line, id))) else {
            self.annex.chosen = None;
            return;
        };
        if let Some(product) = register.products.get(&id) {
            self.annex.chosen = None;
            if line.price.is_none() && !self.unread.contains_key(&key_of(place, "price")) {
                line.price = product.proposed_price();
                self.typed.remove(&key_of(place, "price"));
            }
        }
    }

    /// One line: what it says in short, or its fields when it is open.
    fn annex_line_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (place, count): (usize, usize),
        record: &mut MouProduct,
        (register, english): (&Arc<AnnexProductsAnswer>, bool),
    ) {
        let open = self.annex.open == Some(place);
        let product = record.product.and_then(|id| register.products.get(&id));
        let seat = cx.t(&message("paper-place-annex-row").with("row", place + 1));
        let name = name_of(record, product).map_or_else(|| seat.clone(), str::to_owned);
        let frame = Frame::new()
            .fill(cx.theme.c.raised)
            .stroke(Stroke::new(1.0, cx.theme.c.border))
            .corner_radius(CornerRadius::same(8))
            .inner_margin(Margin::symmetric(10, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                ui.allocate_ui(vec2(22.0, 20.0), |ui| {
                    ui.set_width(22.0);
                    line(ui, &(place + 1).to_string(), COMPACT, cx.theme.c.muted);
                });
                let width = ui.available_width() - 104.0;
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    if link(ui, &cx.theme, &name, BODY_MEDIUM).clicked() {
                        self.annex.show((!open).then_some(place));
                    }
                    let (words, whole) = in_short(cx, record, product);
                    line(ui, &words, SMALL, if whole { cx.theme.c.muted } else { cx.theme.c.danger });
                });
                let moves = [
                    (icons::ARROW_UP, message("clause-up"), Ask::Up(place)),
                    (icons::ARROW_DOWN, message("clause-down"), Ask::Down(place)),
                ];
                for (icon, label, ask) in moves {
                    let label = cx.t(&label.with("title", name.as_str()));
                    if icon_button(ui, &cx.theme, icon, &label).clicked() {
                        self.annex.asked = Some(ask);
                    }
                }
                let (icon, act) = if open {
                    (icons::CARET_UP, message("word-close"))
                } else {
                    (icons::CARET_DOWN, message("word-open"))
                };
                if icon_button(ui, &cx.theme, icon, &format!("{} {seat}", cx.t(&act))).clicked() {
                    self.annex.show((!open).then_some(place));
                }
            });
            if open {
                self.annex_fields_ui(ui, cx, (place, count), record, (register, english));
                let label = cx.t(&message("mou-remove-product"));
                if Button::plain(&label).small().icon(icons::TRASH).show(ui, &cx.theme).clicked() {
                    self.annex.asked = Some(Ask::Remove(place));
                }
            }
        });
    }

    /// The fields of the open line.
    fn annex_fields_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (place, count): (usize, usize),
        record: &mut MouProduct,
        (register, english): (&Arc<AnnexProductsAnswer>, bool),
    ) {
        let full = ui.available_width();
        let id = Id::unique(key_of(place, "product"));
        self.annex_focus(ui, (place, count), "product", id);
        let label = cx.t(&message("mou-annex-product"));
        let mut hex = record.product.map(|id| id.any().hex()).unwrap_or_default();
        let key = format!("annex.{place}");
        self.fields.link_ui(ui, cx, id, &key, RecordKind::Product, &label, None, &mut hex, None);
        let product = AnyId::from_hex(&hex).map(RecordId::from_any);
        if product != record.product {
            let before = record.product.and_then(|id| register.products.get(&id));
            // The price of another product is no proposal for this one; a typed one stays.
            if before.is_some_and(|before| before.proposed_price() == record.price) {
                record.price = None;
                self.typed.remove(&key_of(place, "price"));
            }
            record.product = product;
            self.annex.chosen = product.map(|_| place);
        }
        let of_register = record.product.and_then(|id| register.products.get(&id));
        let hints = |column: &str| match (column, of_register) {
            ("name", Some(product)) => product.name.clone(),
            ("name_en", Some(product)) if record.name.is_empty() => product.name_en.clone(),
            ("specification", Some(product)) => product.size.clone(),
            ("unit", Some(product)) => product.unit.clone(),
            ("unit_en", Some(product)) if record.unit.is_empty() => product.unit_en.clone(),
            _ => String::new(),
        };
        let hints: BTreeMap<&str, String> = ["name", "name_en", "specification", "unit", "unit_en"]
            .map(|column| (column, hints(column)))
            .into();
        let names: &[(&str, f32)] = &[("name", 1.0)];
        for row in [names].into_iter().chain(ROWS) {
            self.annex_row_ui(ui, cx, (place, count), row, record, (full, &hints));
            if english && row.first().is_some_and(|(column, _)| *column != "quantity") {
                let row: Vec<_> = row.iter().map(|(column, share)| (in_english(column), *share)).collect();
                self.annex_row_ui(ui, cx, (place, count), &row, record, (full, &hints));
            }
        }
        let proposed =
            of_register.and_then(Product::proposed_price).filter(|price| Some(*price) != record.price);
        if let Some(price) = proposed {
            let label = cx.t(&message("mou-annex-price").with("price", cx.shown(&Shown::Money(price))));
            if Button::plain(&label).small().icon(icons::TAG).show(ui, &cx.theme).clicked() {
                record.price = Some(price);
                self.typed.remove(&key_of(place, "price"));
                self.unread.remove(&key_of(place, "price"));
            }
        }
    }

    fn annex_row_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (place, count): (usize, usize),
        row: &[(&str, f32)],
        record: &mut MouProduct,
        (full, hints): (f32, &BTreeMap<&str, String>),
    ) {
        let gaps = 10.0 * f32::from(u8::try_from(row.len().saturating_sub(1)).unwrap_or(0));
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            for (column, share) in row {
                ui.vertical(|ui| {
                    let width = (full - gaps) * share;
                    ui.set_width(width);
                    let id = Id::unique(key_of(place, column));
                    self.annex_focus(ui, (place, count), column, id);
                    let hint = hints.get(column).map_or("", String::as_str);
                    let kept = (&mut self.typed, &mut self.unread);
                    value_ui(ui, cx, kept, (place, column), record, (width, hint));
                });
            }
        });
    }

    /// Gives a field the keyboard when something led to it, and reads its keys: Alt with the arrows moves the line,
    /// Ctrl+Enter adds one.
    fn annex_focus(&mut self, ui: &Ui, (place, count): (usize, usize), column: &str, id: Id) {
        self.focus(ui, &format!("annex.{}.{column}", place + 1), id);
        if !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (modifiers, key, ask, to) in [
            (Modifiers::ALT, Key::ArrowUp, Ask::Up(place), place.checked_sub(1)),
            (Modifiers::ALT, Key::ArrowDown, Ask::Down(place), Some(place + 1).filter(|to| *to < count)),
            (Modifiers::COMMAND, Key::Enter, Ask::Add, None),
        ] {
            if pressed(modifiers, key) {
                self.annex.asked = Some(ask);
                self.jump = to.map(|to| format!("annex.{}.{column}", to + 1)).or(self.jump.take());
            }
        }
    }

    /// Does what was asked for at the lines; what is open and typed goes along with its line.
    fn rearrange(&mut self, cx: &mut Cx<'_>, ask: Ask, draft: &mut MouDraft) {
        let register = Arc::clone(&self.annex.register);
        let lines = &mut draft.products;
        let last = lines.len().saturating_sub(1);
        let swap = |from: usize, to: usize| {
            move |place: usize| {
                Some(match place {
                    place if place == from => to,
                    place if place == to => from,
                    place => place,
                })
            }
        };
        match ask {
            Ask::Up(place) if (1..=last).contains(&place) => {
                lines.swap(place, place - 1);
                self.follow_lines(swap(place, place - 1));
            }
            Ask::Down(place) if place < last => {
                lines.swap(place, place + 1);
                self.follow_lines(swap(place, place + 1));
            }
            Ask::Remove(place) if place <= last && !lines.is_empty() => {
                let line = lines.remove(place).record;
                let product = line.product.and_then(|id| register.products.get(&id));
                let seat = cx.t(&message("paper-place-annex-row").with("row", place + 1));
                let name = name_of(&line, product).map_or(seat, str::to_owned);
                self.follow_lines(|of| (of != place).then(|| if of > place { of - 1 } else { of }));
                cx.ask(Action::Say(Tone::Plain, message("done-clause-removed").with("title", name)));
            }
            Ask::Add => {
                lines.push(MouProduct::default().into());
                self.annex.show(Some(lines.len() - 1));
                self.jump = Some(format!("annex.{}.product", lines.len()));
            }
            Ask::Take(products) => {
                let known = products.iter().filter_map(|id| Some((*id, register.products.get(id)?)));
                let added = draft.add_to_annex(known);
                cx.ask(Action::Say(Tone::Good, message("done-annex-added").with("count", added)));
            }
            Ask::Up(_) | Ask::Down(_) | Ask::Remove(_) => {}
        }
    }

    /// What is remembered of lines moves with them, from each place to the one that is said.
    fn follow_lines(&mut self, to: impl Fn(usize) -> Option<usize>) {
        self.annex.open = self.annex.open.and_then(&to);
        self.annex.chosen = None;
        let follow = |key: &str, spoken: usize| {
            let (place, column) = key.strip_prefix("annex.")?.split_once('.')?;
            let place = to(place.parse::<usize>().ok()?.checked_sub(spoken)?)?;
            Some(format!("annex.{}.{column}", place + spoken))
        };
        let is_of_line = |key: &str| key.starts_with("annex.");
        let typed = std::mem::take(&mut self.typed).into_iter();
        let moved = |key: String| if is_of_line(&key) { follow(&key, 0) } else { Some(key) };
        self.typed = typed.filter_map(|(key, text)| Some((moved(key)?, text))).collect();
        let unread = std::mem::take(&mut self.unread).into_iter();
        self.unread = unread
            .filter_map(|(key, field)| {
                let field = if is_of_line(&field) { follow(&field, 1)? } else { field };
                Some((moved(key)?, field))
            })
            .collect();
    }
}

impl MouScreen {
    /// Does what was asked for at the lines of the annex, as an operation of its own.
    pub(super) fn arrange_annex(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let Some(ask) = self.parts.annex.asked.take() else { return };
        let busy = self.saving.is_some() || !self.desk.is_newest(cx.data, &MouDesk { id: self.id });
        if busy || (self.draft != self.saved && !self.is_refused()) {
            // What was typed is saved first; then its lines have ids that the next save knows.
            if !busy {
                self.save_now(cx.data);
                ui.ctx().request_repaint();
            }
            self.parts.annex.asked = Some(ask);
            return;
        }
        self.parts.rearrange(cx, ask, &mut self.draft);
        self.save_now(cx.data);
    }
}

/// What a line calls its product, or what the register calls it.
fn name_of<'n>(record: &'n MouProduct, product: Option<&'n Product>) -> Option<&'n str> {
    let own = Some(record.name.trim()).filter(|name| !name.is_empty());
    own.or(product.map(|product| product.name.as_str()))
}

/// Quantity and price of a line, and whether both are there.
fn in_short(cx: &Cx<'_>, record: &MouProduct, product: Option<&Product>) -> (String, bool) {
    let own = Some(record.unit.trim()).filter(|unit| !unit.is_empty());
    let unit = own.or(product.map(|product| product.unit.as_str())).unwrap_or_default();
    let quantity = record.quantity.map_or_else(
        || cx.t(&message("mou-annex-no-quantity")),
        |quantity| format!("{} {unit}", group(quantity, cx.language)).trim_end().to_owned(),
    );
    let price = record
        .price
        .map_or_else(|| cx.t(&message("mou-annex-no-price")), |price| cx.shown(&Shown::Money(price)));
    (format!("{quantity} · {price}"), record.quantity.is_some() && record.price.is_some())
}

/// Under which a value of a line is remembered as it is typed.
fn key_of(place: usize, column: &str) -> String {
    format!("annex.{place}.{column}")
}

fn in_english(column: &str) -> &'static str {
    match column {
        "name" => "name_en",
        "specification" => "specification_en",
        "unit" => "unit_en",
        _ => "remarks_en",
    }
}

/// The words of a line by their column.
fn words_of<'r>(record: &'r mut MouProduct, column: &str) -> Option<&'r mut String> {
    Some(match column {
        "name" => &mut record.name,
        "name_en" => &mut record.name_en,
        "specification" => &mut record.specification,
        "specification_en" => &mut record.specification_en,
        "unit" => &mut record.unit,
        "unit_en" => &mut record.unit_en,
        "remarks" => &mut record.remarks,
        "remarks_en" => &mut record.remarks_en,
        _ => return None,
    })
}

/// One value of a line.
fn value_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (kept, bad): (&mut BTreeMap<String, String>, &mut BTreeMap<String, String>),
    (place, column): (usize, &str),
    record: &mut MouProduct,
    (width, hint): (f32, &str),
) {
    let key = key_of(place, column);
    let id = Id::unique(key.clone());
    let label = if column == "name" { message("mou-annex-name") } else { field_label(column) };
    let label = cx.t(&label);
    let field = Field::new(id, &label).width(width).hint(hint);
    if let Some(words) = words_of(record, column) {
        field.show(ui, &cx.theme, cx.language, words);
        return;
    }
    let number = if column == "quantity" { &mut record.quantity } else { &mut record.price };
    let shown = number.map(|number| group(number, Language::Vi)).unwrap_or_default();
    let mut typed = kept.remove(&key).unwrap_or(shown);
    let problem = unread(ui, id, bad, &key, &typed);
    let field = field.figures().problem(problem.as_ref());
    if field.show(ui, &cx.theme, cx.language, &mut typed).changed() {
        let trimmed = typed.trim();
        let read = if column == "quantity" { parse_integer(trimmed) } else { parse_money(trimmed) };
        let read = read.ok().filter(|number| *number >= 0);
        if trimmed.is_empty() || read.is_some() {
            *number = read;
            bad.remove(&key);
        } else {
            bad.insert(key.clone(), format!("annex.{}.{column}", place + 1));
        }
    }
    kept.insert(key, typed);
}
