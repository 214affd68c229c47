//! The address before 1 July 2025 beside the one of today: what became of a commune, proposed from what was
//! typed, with a word of warning where it was divided.

use eframe::egui::Ui;
use egui_phosphor::regular as icons;

use crate::i18n::{Language, message};
use crate::places::{CommuneCode, Place, PlaceHit};
use crate::ui::action::Cx;
use crate::ui::components::{Button, Tone, badge, text};
use crate::ui::forms::Typed;
use crate::ui::theme::SMALL;

/// More proposals than this help nobody to choose.
const PROPOSED: usize = 3;

/// What the proposals of a form remember: the former address they were made from.
#[derive(Default)]
pub(super) struct AddressHelp {
    from: String,
    hits: Vec<PlaceHit>,
}

/// The names of an address's columns: those of a person in an artisan's form begin with `person.`.
fn sibling(column: &str, name: &str) -> String {
    match column.rsplit_once('.') {
        Some((before, _)) => format!("{before}.{name}"),
        None => name.to_owned(),
    }
}

fn written(typed: &Typed, column: &str) -> String {
    typed.get(column).cloned().unwrap_or_default()
}

/// A commune was chosen: if by its former name, that is kept as the former address.
pub(super) fn remember_former(typed: &mut Typed, column: &str, hit: &PlaceHit, language: Language) {
    let former = hit.found_by.as_ref().and_then(|former| Some((former, former.code?)));
    let Some((former, code)) = former else { return };
    typed.insert(sibling(column, "former_commune"), code.to_string());
    let address = sibling(column, "former_address");
    if written(typed, &address).trim().is_empty() {
        typed.insert(address, former.text(language));
    }
    note_doubt(typed, column, hit.needs_checking);
}

/// Only a village's record has a place for the doubt; others are told on the screen.
fn note_doubt(typed: &mut Typed, column: &str, doubtful: bool) {
    if let Some(doubt) = typed.get_mut(&sibling(column, "place_needs_checking")) {
        (if doubtful { "1" } else { "" }).clone_into(doubt);
    }
}

impl AddressHelp {
    /// Draws what is known of the former commune, or what the former address can mean today. `column` is that
    /// of the former commune.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, column: &str, typed: &mut Typed) {
        let code = CommuneCode::parse(&written(typed, column));
        let current = CommuneCode::parse(&written(typed, &sibling(column, "commune")));
        if let Some(former) = code.and_then(|code| cx.places.former_commune(code)) {
            let words = message("place-formerly").with("place", former.address(cx.language));
            text(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
            if former.needs_checking() {
                let words = message("place-divided").with("count", i64::from(former.successors));
                badge(ui, &cx.theme, Tone::Look, icons::WARNING, &cx.t(&words));
            }
            if current.is_some() {
                return;
            }
        }
        let address = written(typed, &sibling(column, "former_address"));
        if current.is_some() || address.trim().is_empty() {
            return;
        }
        if self.from != address {
            self.hits = meanings(&address, cx);
            self.from = address;
        }
        let mut taken = None;
        for hit in &self.hits {
            let Place::Commune(code) = hit.place else { continue };
            let Some(place) = cx.places.commune_address(code, cx.language) else { continue };
            let words = cx.t(&message("place-propose").with("place", place));
            ui.horizontal_wrapped(|ui| {
                if Button::plain(&words).small().icon(icons::ARROW_RIGHT).show(ui, &cx.theme).clicked() {
                    taken = Some((code, hit.clone()));
                }
                if hit.needs_checking {
                    badge(ui, &cx.theme, Tone::Look, icons::WARNING, &cx.t(&message("place-check")));
                }
            });
        }
        if let Some((code, hit)) = taken {
            let commune = sibling(column, "commune");
            typed.insert(commune.clone(), code.to_string());
            remember_former(typed, &commune, &hit, cx.language);
        }
    }
}

/// The communes of today that a former address can mean: its last three parts are commune, district, province.
fn meanings(address: &str, cx: &Cx<'_>) -> Vec<PlaceHit> {
    let parts: Vec<&str> =
        address.split([',', '–', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut hits = Vec::new();
    // The commune may stand at the end, or before district and province.
    for commune in (0..parts.len()).rev() {
        let after = parts.get(commune + 1..).unwrap_or_default();
        if after.len() > 2 {
            break;
        }
        let Some(name) = parts.get(commune) else { break };
        let (district, province) = match after {
            [] => (None, None),
            [one] => (None, Some(*one)),
            [district, province, ..] => (Some(*district), Some(*province)),
        };
        let found = cx.places.guess_commune(name, district, province);
        if !found.is_empty() && found.len() <= PROPOSED {
            hits = found;
        }
    }
    hits
}
