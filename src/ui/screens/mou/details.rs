//! The template of a MoU and the values it asks for beyond those every MoU has.

use std::collections::BTreeSet;

use eframe::egui::{Id, Ui};

use super::parts::{Parts, unread};
use crate::documents::mou::records::{clause_trees, clauses, mou_language};
use crate::documents::mou::template::{Template, used_values};
use crate::domain::{ClauseTree, Detail, DetailKind, Mou, MouLanguage, MouParty};
use crate::i18n::{Language, field_label, message};
use crate::ops::MouDraft;
use crate::runtime::Templates;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Field, Tone, choice, date_field, heading};
use crate::ui::theme::CARD;
use crate::vietnamese::{PartialDate, group, parse_day_near, parse_integer, parse_money};

impl Parts {
    /// The choice of a template; another one brings its own text and asks for its own values.
    pub(super) fn template_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut MouDraft, width: f32) {
        let templates = self.templates.get(cx.data, &Templates).ready().unwrap_or_default();
        let names: Vec<String> =
            templates.iter().map(|template| template_name(template, cx.language)).collect();
        let now = templates.iter().position(|template| template.id == draft.mou.template);
        let shown = now.and_then(|place| names.get(place)).unwrap_or(&draft.mou.template).clone();
        let label = cx.t(&field_label("template"));
        let field = Id::unique("mou-template");
        let chosen = choice(ui, &cx.theme, cx.language, field, &label, &shown, &names, width, None);
        if let Some(template) = chosen.and_then(|place| templates.get(place))
            && (template.id != draft.mou.template
                || i64::from(template.version) != draft.mou.template_version)
        {
            take_template(draft, template);
            let words = message("mou-template-taken").with("name", template_name(template, cx.language));
            cx.ask(Action::Say(Tone::Busy, words));
        }
    }

    /// The values the template asks for.
    pub(super) fn details_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut MouDraft) {
        if draft.mou.details.0.is_empty() {
            return;
        }
        heading(ui, &cx.t(&message("mou-details-title")), CARD, cx.theme.c.text);
        let english = draft.mou.language != MouLanguage::Vi;
        for detail in &mut draft.mou.details.0 {
            let label = cx.language.pick(&detail.label, &detail.label_en).to_owned();
            match detail.kind {
                DetailKind::Text => {
                    let id = Id::unique(("mou-detail", &detail.key));
                    self.focus(ui, &format!("detail.{}", detail.key), id);
                    Field::new(id, &label).show(ui, &cx.theme, cx.language, &mut detail.text);
                    if english {
                        let label = cx.t(&message("mou-detail-english").with("label", label));
                        let id = Id::unique(("mou-detail-en", &detail.key));
                        Field::new(id, &label).show(ui, &cx.theme, cx.language, &mut detail.text_en);
                    }
                }
                _ => self.detail_ui(ui, cx, detail, &label),
            }
        }
    }

    /// A number, an amount, a part of a hundred or a day.
    fn detail_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, detail: &mut Detail, label: &str) {
        let key = format!("detail.{}", detail.key);
        let id = Id::unique(("mou-detail", &detail.key));
        self.focus(ui, &key, id);
        let shown = match detail.kind {
            DetailKind::Date => super::editor::day(detail.date),
            _ => detail.number.map(|number| group(number, Language::Vi)).unwrap_or_default(),
        };
        let mut typed = self.typed.remove(&key).unwrap_or(shown);
        let problem = unread(ui, id, &self.unread, &key, &typed);
        let unit = match (detail.kind, cx.language) {
            (DetailKind::Percent, _) => "%",
            (DetailKind::Money, _) => "đồng",
            (_, Language::En) if !detail.unit_en.is_empty() => &detail.unit_en,
            _ => &detail.unit,
        };
        let label = if unit.is_empty() { label.to_owned() } else { format!("{label} ({unit})") };
        let response = if detail.kind == DetailKind::Date {
            let (today, wide) = (cx.today, f32::INFINITY);
            let problem = problem.as_ref();
            date_field(ui, &cx.theme, cx.language, id, &label, None, &mut typed, today, wide, problem)
        } else {
            let field = Field::new(id, &label).figures().problem(problem.as_ref());
            field.show(ui, &cx.theme, cx.language, &mut typed)
        };
        if response.changed() {
            let trimmed = typed.trim();
            let read = match detail.kind {
                _ if trimmed.is_empty() => {
                    (detail.number, detail.date) = (None, None);
                    true
                }
                DetailKind::Date => match parse_day_near(trimmed, cx.today) {
                    Some(PartialDate::Day(date)) => {
                        detail.date = Some(date);
                        true
                    }
                    _ => false,
                },
                kind => {
                    let number =
                        if kind == DetailKind::Money { parse_money(trimmed) } else { parse_integer(trimmed) };
                    let number = number.ok().filter(|number| *number >= 0);
                    if number.is_some() {
                        detail.number = number;
                    }
                    number.is_some()
                }
            };
            if read {
                self.unread.remove(&key);
            } else {
                self.unread.insert(key.clone(), key.clone());
            }
        }
        self.typed.insert(key, typed);
    }

    /// Whether the text of the draft speaks of a value; worked out again when the text changed.
    pub(super) fn speaks_of(&mut self, draft: &[ClauseTree], value: &str) -> bool {
        if self.spoken.as_ref().is_none_or(|(trees, _)| trees != draft) {
            let used: BTreeSet<String> = used_values(&clauses(draft));
            self.spoken = Some((draft.to_vec(), used));
        }
        self.spoken.as_ref().is_some_and(|(_, used)| used.contains(value))
    }
}

/// What lists call a template.
pub(in crate::ui::screens) fn template_name(template: &Template, language: Language) -> String {
    language.pick(&template.name.vi, &template.name.en).to_owned()
}

/// Gives a draft the text of a template; answers under the same names stay.
fn take_template(draft: &mut MouDraft, template: &Template) {
    let mou = &mut draft.mou;
    let beginning = mou.template.is_empty() || mou.language == MouLanguage::default();
    if beginning {
        mou.language = mou_language(template.language);
    }
    mou.template.clone_from(&template.id);
    mou.template_version = i64::from(template.version);
    mou.details = template.details.clone().with_answers_of(&mou.details);
    draft.clauses = clause_trees(template);
}

/// What a new MoU starts with: the text of a template, two parties to be chosen.
pub(in crate::ui::screens) fn new_mou(template: &Template) -> MouDraft {
    let party = |sequence| MouParty { sequence, ..MouParty::default() }.into();
    let mou = Mou { copies_each: Some(2), ..Mou::default() };
    let mut draft = MouDraft { mou, parties: vec![party(1), party(2)], ..MouDraft::default() };
    take_template(&mut draft, template);
    draft
}
