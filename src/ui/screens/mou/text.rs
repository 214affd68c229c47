//! The clauses of a MoU and the products in its annex.

use std::collections::BTreeMap;

use eframe::egui::{Id, Ui};
use egui_phosphor::regular as icons;

use super::parts::{Parts, SMALL_FORM, unread};
use crate::documents::mou::conditions::is_off;
use crate::domain::{AnyId, ClauseKind, ClauseTree, Id as RecordId, MouLanguage, MouProduct, RecordKind};
use crate::i18n::{Language, field_label, message};
use crate::ops::{MouDeskAnswer, MouDraft};
use crate::ui::action::Cx;
use crate::ui::components::{Button, Field, heading};
use crate::ui::screens::tree::{Beside, path_of};
use crate::ui::theme::CARD;
use crate::vietnamese::{parse_integer, parse_money};

impl Parts {
    pub(super) fn clauses_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        answer: &MouDeskAnswer,
        draft: &mut MouDraft,
    ) {
        heading(ui, &cx.t(&message("mou-clauses-title")), CARD, cx.theme.c.text);
        self.compare(cx, answer, draft);
        let printed = |tree: &ClauseTree| match tree.clause.kind {
            ClauseKind::Article => self.numbers.contains_key(&tree.clause.key),
            _ => !is_off(&tree.clause.condition),
        };
        let path = self.jump.as_deref().and_then(|jump| path_of(jump, &draft.clauses, printed));
        if let Some(path) = path {
            self.jump = None;
            self.tree.go_to(path);
        }
        let mut beside = Beside {
            english: draft.mou.language != MouLanguage::Vi,
            numbers: &self.numbers,
            compared: Some(&mut self.compared),
            shelf: Some(&mut self.shelf),
            tools: true,
            alone: false,
        };
        self.tree.ui(ui, cx, (&mut draft.clauses, &mut draft.mou.details), &mut beside);
    }

    pub(super) fn annex_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut MouDraft) {
        heading(ui, &cx.t(&message("mou-annex-title")), CARD, cx.theme.c.text);
        let mut removed = None;
        let full = ui.available_width();
        let rows: &[&[&str]] = if full < SMALL_FORM {
            &[&["specification"], &["quantity", "price"]]
        } else {
            &[&["specification", "quantity", "price"]]
        };
        for (place, item) in draft.products.iter_mut().enumerate() {
            let key = format!("annex.{place}");
            let record = &mut item.record;
            ui.push_id(("annex", place), |ui| {
                let label = cx.t(&field_label("product"));
                let mut hex = record.product.map(|id| id.any().hex()).unwrap_or_default();
                let id = Id::unique(("mou-annex", place));
                for column in ["quantity", "price", "specification"] {
                    let field = Id::unique(format!("annex.{place}.{column}"));
                    self.focus(ui, &format!("annex.{}.{column}", place + 1), field);
                }
                self.fields.link_ui(ui, cx, id, &key, RecordKind::Product, &label, None, &mut hex, None);
                record.product = AnyId::from_hex(&hex).map(RecordId::from_any);
                for columns in rows {
                    let count = f32::from(u8::try_from(columns.len()).unwrap_or(1));
                    let width = (full - 10.0 * (count - 1.0)) / count;
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = 10.0;
                        for column in *columns {
                            ui.vertical(|ui| {
                                ui.set_width(width);
                                let kept = (&mut self.typed, &mut self.unread);
                                annex_value(ui, cx, kept, place, column, record, width);
                            });
                        }
                    });
                }
                let label = cx.t(&message("mou-remove-product"));
                if Button::plain(&label).small().icon(icons::TRASH).show(ui, &cx.theme).clicked() {
                    removed = Some(place);
                }
                ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
                ui.add_space(4.0);
            });
        }
        if let Some(place) = removed {
            draft.products.remove(place);
            self.typed.retain(|key, _| !key.starts_with("annex."));
            self.unread.retain(|key, _| !key.starts_with("annex."));
        }
        let label = cx.t(&message("mou-add-product"));
        if Button::plain(&label).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
            draft.products.push(MouProduct::default().into());
        }
    }
}

fn annex_value(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (kept, bad): (&mut BTreeMap<String, String>, &mut BTreeMap<String, String>),
    place: usize,
    column: &str,
    record: &mut MouProduct,
    width: f32,
) {
    let key = format!("annex.{place}.{column}");
    let number = match column {
        "quantity" => record.quantity,
        "price" => record.price,
        _ => None,
    };
    let shown = match column {
        "specification" => record.specification.clone(),
        _ => number.map(|number| crate::vietnamese::group(number, Language::Vi)).unwrap_or_default(),
    };
    let mut typed = kept.remove(&key).unwrap_or(shown);
    let label = cx.t(&field_label(column));
    let id = Id::unique(key.clone());
    let problem = unread(ui, id, bad, &key, &typed);
    let field = Field::new(id, &label).width(width).problem(problem.as_ref());
    let field = if column == "specification" { field } else { field.figures() };
    if field.show(ui, &cx.theme, cx.language, &mut typed).changed() {
        let trimmed = typed.trim();
        let read = match column {
            "specification" => {
                record.specification.clone_from(&typed);
                Some(None)
            }
            _ if trimmed.is_empty() => Some(None),
            "quantity" => parse_integer(trimmed).ok().map(Some),
            _ => parse_money(trimmed).ok().map(Some),
        };
        match (column, read) {
            (_, None) => {
                bad.insert(key.clone(), format!("annex.{}.{column}", place + 1));
            }
            (column, Some(number)) => {
                bad.remove(&key);
                match column {
                    "quantity" => record.quantity = number,
                    "price" => record.price = number,
                    _ => {}
                }
            }
        }
    }
    kept.insert(key, typed);
}
