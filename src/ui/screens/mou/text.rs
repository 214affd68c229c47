//! The clauses of a MoU and the products in its annex.

use std::collections::BTreeMap;

use eframe::egui::{Align2, Id, Role, Sense, Ui, WidgetInfo, vec2};
use egui_phosphor::regular as icons;

use super::parts::{Parts, SMALL_FORM, unread};
use crate::documents::mou::marks::{BOLD, ITALIC};
use crate::documents::mou::template::Template;
use crate::domain::{AnyId, ClauseKind, ClauseTree, Id as RecordId, MouLanguage, MouProduct, RecordKind};
use crate::i18n::{Language, field_label, message};
use crate::ops::{MouDeskAnswer, MouDraft};
use crate::ui::action::Cx;
use crate::ui::components::{Button, Field, heading, icon_button, line, link, switch, text};
use crate::ui::theme::{self, BODY, BODY_MEDIUM, CARD, COMPACT, SMALL, Theme};
use crate::vietnamese::{parse_integer, parse_money};

/// The condition of a clause that is not printed.
const NEVER: &str = "never";

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
        let english = draft.mou.language != MouLanguage::Vi;
        let mut moved = None;
        let count = draft.clauses.len();
        for place in 0..count {
            let Some(tree) = draft.clauses.get_mut(place) else { continue };
            let is_article = tree.clause.kind == ClauseKind::Article;
            let on = tree.clause.condition != NEVER;
            let open = self.open_clause == Some(place);
            if self.wants(&format!("article.{}", tree.clause.key)) {
                self.open_clause = Some(place);
                ui.scroll_to_cursor(Some(eframe::egui::Align::Center));
            }
            let title = title_of(&tree.clause.text);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.allocate_ui(vec2(30.0, 28.0), |ui| {
                    ui.set_width(30.0);
                    let number = self.numbers.get(&tree.clause.key).filter(|_| is_article && on);
                    let mark = number.map_or_else(|| "–".to_owned(), u32::to_string);
                    line(ui, &mark, COMPACT, cx.theme.c.muted);
                });
                let changed = self.differs(&place.to_string());
                let width = ui.available_width() - if changed { 126.0 } else { 104.0 };
                ui.scope(|ui| {
                    ui.set_width(width);
                    if link(ui, &cx.theme, &title, if open { BODY_MEDIUM } else { BODY }).clicked() {
                        self.open_clause = if open { None } else { Some(place) };
                    }
                });
                if changed {
                    let words = cx.t(&message("compare-differs-in").with("title", title.as_str()));
                    mark(ui, &cx.theme, icons::PENCIL_SIMPLE, &words);
                }
                let up = cx.t(&message("clause-up").with("title", title.as_str()));
                if icon_button(ui, &cx.theme, icons::ARROW_UP, &up).clicked() && place > 0 {
                    moved = Some((place, place - 1));
                }
                let down = cx.t(&message("clause-down").with("title", title.as_str()));
                if icon_button(ui, &cx.theme, icons::ARROW_DOWN, &down).clicked() && place + 1 < count {
                    moved = Some((place, place + 1));
                }
                let mut shown = on;
                if switch(ui, &cx.theme, &mut shown, &title).changed() {
                    tree.clause.condition = if shown {
                        usual_condition(&draft.mou.template, &tree.clause.key)
                    } else {
                        NEVER.to_owned()
                    };
                }
            });
            if open {
                ui.indent(("clause-tools", place), |ui| self.tools_ui(ui, cx));
                self.clause_texts(ui, cx, tree, &place.to_string(), english);
                ui.indent(("clause-keep", place), |ui| {
                    self.keep_ui(ui, cx, place, &title, (&*tree, &draft.mou.details));
                });
            }
        }
        self.insert_ui(ui, cx);
        if let Some((from, to)) = moved {
            // Bases stand before articles.
            let same = draft.clauses.get(from).map(|tree| tree.clause.kind)
                == draft.clauses.get(to).map(|tree| tree.clause.kind);
            if same {
                draft.clauses.swap(from, to);
            }
        }
    }

    /// The texts of a clause and of what stands below it.
    fn clause_texts(&mut self, ui: &mut Ui, cx: &Cx<'_>, tree: &mut ClauseTree, path: &str, english: bool) {
        ui.indent(("clause", path), |ui| {
            let name = title_of(&tree.clause.text);
            let label = cx.t(&field_label("text"));
            let id = Id::unique(("clause-text", path));
            self.marked_ui(ui, cx, id, ("", &label), &mut tree.clause.text);
            if english {
                let label = cx.t(&field_label("text_en"));
                let id = Id::unique(("clause-text-en", path));
                self.marked_ui(ui, cx, id, (&label, &label), &mut tree.clause.text_en);
            }
            self.compared_ui(ui, cx, path, (&name, english), &mut tree.clause);
            if !tree.clause.condition.is_empty() && tree.clause.condition != NEVER {
                let words = message("clause-when").with("condition", tree.clause.condition.as_str());
                text(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
            }
            for (place, child) in tree.children.iter_mut().enumerate() {
                self.clause_texts(ui, cx, child, &format!("{path}.{place}"), english);
            }
        });
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

/// The first words of a clause.
fn title_of(text: &str) -> String {
    let mut plain = text.replace(BOLD, "").replace(ITALIC, "").replace("[[", "").replace("]]", "");
    // A value in the title is filled in on the page; here its place is enough.
    while let (Some(start), Some(end)) = (plain.find("{{"), plain.find("}}"))
        && start < end
    {
        plain.replace_range(start..end + 2, "…");
    }
    let first = plain.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    first.trim().to_owned()
}

/// When the template prints a clause of its own.
fn usual_condition(template: &str, key: &str) -> String {
    let template = Template::built_in().iter().find(|built_in| built_in.id == template);
    let article = template.and_then(|template| template.articles.iter().find(|node| node.key == key));
    article.map(|node| node.when.clone()).filter(|when| when != NEVER).unwrap_or_default()
}

/// An icon that says something, without being pressed.
fn mark(ui: &mut Ui, theme: &Theme, icon: &str, words: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(18.0, 28.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let font = theme::icon_font(15.0, false);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, font, theme.c.warning);
    response.on_hover_text(words);
}
