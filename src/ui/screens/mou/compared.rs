//! The text of a MoU beside its template: what was changed, word by word, and the way back.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Frame, Label, Margin, Role, Stroke, Ui, WidgetInfo};
use egui_phosphor::regular as icons;

use super::parts::Parts;
use crate::documents::mou::compare::{Change, differing, words};
use crate::documents::mou::data::Both;
use crate::documents::mou::template::Template;
use crate::domain::{ClauseTree, MouClause};
use crate::i18n::message;
use crate::ops::{MouDeskAnswer, MouDraft};
use crate::runtime::{Templates, template_of};
use crate::ui::action::Cx;
use crate::ui::components::{Button, Tone, badge, line};
use crate::ui::theme::{self, BODY, SMALL_MEDIUM};

/// The text of a MoU beside its template.
#[derive(Default)]
pub(in crate::ui::screens) struct Compared {
    /// The template by key and version.
    template: Option<((String, i64), Arc<Template>)>,
    /// The text that was compared, and with which template.
    of: Option<(Vec<ClauseTree>, (String, i64))>,
    /// What the template says where the text differs, by place.
    differs: BTreeMap<String, Both<String>>,
    /// The place whose difference is shown.
    open: Option<String>,
}

impl Parts {
    /// Works out what differs, when the text or its template changed.
    pub(super) fn compare(&mut self, cx: &Cx<'_>, answer: &MouDeskAnswer, draft: &MouDraft) {
        let wanted = (draft.mou.template.clone(), draft.mou.template_version);
        if self.compared.template.as_ref().is_none_or(|(known, _)| *known != wanted) {
            let dossier = &answer.dossier;
            let stored = (dossier.mou.template.clone(), dossier.mou.template_version) == wanted;
            let found = if stored {
                template_of(dossier).ok().map(std::borrow::Cow::into_owned)
            } else {
                // Just chosen, and not saved yet.
                let templates = self.templates.get(cx.data, &Templates).ready().unwrap_or_default();
                let same =
                    |template: &&Template| template.id == wanted.0 && i64::from(template.version) == wanted.1;
                templates.iter().find(same).cloned()
            };
            self.compared.template = found.map(|template| (wanted.clone(), Arc::new(template)));
        }
        let Some((_, template)) = &self.compared.template else {
            self.compared.of = None;
            self.compared.differs.clear();
            return;
        };
        let same = |(trees, of): &(Vec<ClauseTree>, (String, i64))| *trees == draft.clauses && *of == wanted;
        if !self.compared.of.as_ref().is_some_and(same) {
            self.compared.differs = differing(&draft.clauses, template);
            self.compared.of = Some((draft.clauses.clone(), wanted));
        }
    }
}

impl Compared {
    /// Shows the difference in this place.
    pub(super) fn show(&mut self, place: String) {
        self.open = Some(place);
    }

    /// When the template prints the article of this key.
    pub(in crate::ui::screens) fn usual_condition(&self, key: &str) -> Option<String> {
        let (_, template) = self.template.as_ref()?;
        template.articles.iter().find(|node| !key.is_empty() && node.key == key).map(|node| node.when.clone())
    }

    /// Whether a clause or something below it differs from the template.
    pub(in crate::ui::screens) fn differs(&self, place: &str) -> bool {
        let below = format!("{place}.");
        self.differs.keys().any(|known| known == place || known.starts_with(&below))
    }

    /// What a text has to say beside its template's, below the text: nothing where they are the same.
    pub(in crate::ui::screens) fn compared_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        place: &str,
        (name, english): (&str, bool),
        clause: &mut MouClause,
    ) {
        let Some(template) = self.differs.get(place) else { return };
        let open = self.open.as_deref() == Some(place);
        let mut back = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let words = cx.t(&message("compare-differs"));
            badge(ui, &cx.theme, Tone::Look, icons::PENCIL_SIMPLE, &words);
            let label = cx.t(&if open { message("compare-hide") } else { message("compare-show") });
            let full = format!("{label}: {name}");
            if Button::plain(&label).small().icon(icons::GIT_DIFF).name(&full).show(ui, &cx.theme).clicked() {
                self.open = (!open).then(|| place.to_owned());
            }
            let label = cx.t(&message("compare-back"));
            let full = format!("{label}: {name}");
            let button = Button::plain(&label).small().icon(icons::ARROW_U_UP_LEFT).name(&full);
            back = button.show(ui, &cx.theme).clicked();
        });
        if open {
            let languages = [
                (message("paper-vi"), &template.vi, &clause.text),
                (message("paper-en"), &template.en, &clause.text_en),
            ];
            let shown = languages.into_iter().take(if english { 2 } else { 1 });
            Frame::new().fill(cx.theme.c.sunken).inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                for (language, from, to) in shown {
                    if english {
                        line(ui, &cx.t(&language), SMALL_MEDIUM, cx.theme.c.muted);
                    }
                    difference_ui(ui, cx, from, to);
                }
            });
        }
        if back {
            clause.text.clone_from(&template.vi);
            clause.text_en.clone_from(&template.en);
            self.open = None;
        }
    }
}

/// Two texts as one: words of the first alone struck through, words of the second alone underlined.
fn difference_ui(ui: &mut Ui, cx: &Cx<'_>, from: &str, to: &str) {
    let c = cx.theme.c;
    let mut job = LayoutJob::default();
    let mut said = Vec::new();
    for (place, (change, words)) in words(from, to).into_iter().enumerate() {
        let (ink, spoken) = match change {
            Change::Same => (c.text, words.clone()),
            Change::Removed => (c.danger, cx.t(&message("compare-removed").with("words", words.as_str()))),
            Change::Added => (c.success, cx.t(&message("compare-added").with("words", words.as_str()))),
        };
        said.push(spoken);
        let mut format = theme::format(BODY, ink);
        let stroke = Stroke::new(1.0, ink);
        match change {
            Change::Same => {}
            Change::Removed => format.strikethrough = stroke,
            Change::Added => format.underline = stroke,
        }
        if place > 0 {
            job.append(" ", 0.0, theme::format(BODY, c.text));
        }
        job.append(&words, 0.0, format);
    }
    job.wrap.max_width = ui.available_width();
    let response = ui.add(Label::new(job).wrap());
    let said = said.join(" ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}
