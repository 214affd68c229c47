//! The short texts of a template around its clauses: above the signatures, and in the annex.

use eframe::egui::{Id, Ui};

use super::template::TemplateEditor;
use super::template_parts::{focus, section};
use crate::documents::mou::data::Both;
use crate::documents::mou::template::{AnnexWording, SignatureWording, Template};
use crate::i18n::{Message, message};
use crate::ui::action::Cx;
use crate::ui::components::link;
use crate::ui::theme::BODY;

/// Where the texts of signatures and of the annex begin, as problems name them.
const PLACES: [&str; 2] = ["signature", "annex"];
/// So many texts belong to signatures.
const SIGNATURES: usize = 6;

/// The texts: signatures, then annex; the place of each, its name, and itself.
pub(super) fn words(template: &mut Template) -> Vec<(usize, Message, &mut Both<String>)> {
    let SignatureWording { party, person, witness, on_behalf, with_seal, without_seal } =
        &mut template.signature;
    let AnnexWording { heading, title, reference, columns, total, note } = &mut template.annex;
    let mut texts = vec![
        (message("template-signature-party"), party),
        (message("template-signature-person"), person),
        (message("template-signature-witness"), witness),
        (message("template-signature-on-behalf"), on_behalf),
        (message("template-signature-with-seal"), with_seal),
        (message("template-signature-without-seal"), without_seal),
        (message("template-annex-reference"), reference),
        (message("template-annex-heading"), heading),
        (message("template-annex-title"), title),
    ];
    let columns = (1_usize..).zip(columns);
    texts.extend(
        columns.map(|(number, text)| (message("template-annex-column").with("number", number), text)),
    );
    texts.extend([(message("template-annex-total"), total), (message("template-annex-note"), note)]);
    texts.into_iter().enumerate().map(|(place, (name, text))| (place, name, text)).collect()
}

/// One side of a text.
fn side(place: usize, language: &str) -> Id {
    Id::unique(("template-words", place, language))
}

/// Whether a text stands above a signature.
pub(super) fn is_in_signature(text: Id) -> bool {
    (0..SIGNATURES).any(|place| ["vi", "en"].iter().any(|language| side(place, language) == text))
}

impl TemplateEditor {
    /// The texts by their names with what they say; a press opens one.
    pub(super) fn words_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let place = self.jump.as_deref().and_then(|jump| PLACES.iter().position(|place| *place == jump));
        if let Some(place) = place {
            self.open_words = Some(place * SIGNATURES);
        }
        for (place, name, text) in words(&mut self.sheet.template) {
            match place {
                0 => section(ui, cx, &message("template-signature")),
                SIGNATURES => section(ui, cx, &message("template-annex-words")),
                _ => {}
            }
            let (name, says) = (cx.t(&name), text.in_language(cx.language));
            let label = if says.is_empty() { name.clone() } else { format!("{name}: {says}") };
            let open = self.open_words == Some(place);
            if link(ui, &cx.theme, &label, BODY).clicked() {
                self.open_words = (!open).then_some(place);
            }
            if !open {
                continue;
            }
            let field = PLACES.get(usize::from(place >= SIGNATURES)).copied().unwrap_or_default();
            focus(ui, &mut self.jump, field, side(place, "vi"));
            ui.indent(("template-words", place), |ui| {
                let english = cx.t(&message("mou-detail-english").with("label", name.as_str()));
                let wording = &mut self.tree.wording;
                wording.marked_ui(ui, cx, side(place, "vi"), (&name, &name), &mut text.vi);
                wording.marked_ui(ui, cx, side(place, "en"), (&english, &english), &mut text.en);
            });
        }
    }
}
