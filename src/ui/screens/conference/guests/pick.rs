//! A field for somebody or something that may be in the register already: what is found is offered while it
//! is typed, and what is not chosen from there is new.

use eframe::egui::{Id, Ui};

use crate::domain::{AnyId, Person, PhoneNumber, PhoneNumbers, RecordKind};
use crate::i18n::message;
use crate::ops::Find;
use crate::runtime::Slot;
use crate::ui::action::Cx;
use crate::ui::components::{Finding, Suggested, Suggestion, suggest};
use crate::vietnamese::{clean, parse_phones};

/// So many records are offered.
const OFFERED: usize = 8;

/// The field.
pub(super) struct Pick {
    kind: RecordKind,
    typed: String,
    chosen: Option<(AnyId, String)>,
    found: Slot<Find>,
}

impl Pick {
    /// An empty field for a kind of record.
    pub(super) fn new(kind: RecordKind) -> Self {
        Self { kind, typed: String::new(), chosen: None, found: Slot::default() }
    }

    /// A field in which this record stands.
    pub(super) fn of(kind: RecordKind, id: AnyId, name: &str) -> Self {
        Self { typed: name.to_owned(), chosen: Some((id, name.to_owned())), ..Self::new(kind) }
    }

    /// The record that was chosen.
    pub(super) fn chosen(&self) -> Option<AnyId> {
        self.chosen.as_ref().map(|(id, _)| *id)
    }

    /// What stands in the field.
    pub(super) fn name(&self) -> String {
        clean(&self.typed)
    }

    /// Draws it; `makes` says that something new can be typed.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, id: Id, label: &str, required: bool, makes: bool) {
        let focused = ui.memory(|memory| memory.has_focus(id));
        let asks = focused && self.chosen.is_none() && !self.typed.trim().is_empty();
        let question = Find { text: self.typed.clone(), kinds: vec![self.kind], limit: OFFERED };
        let hits = if asks { self.found.get(cx.data, &question).ready() } else { None };
        let hits = hits.unwrap_or_default();
        let rows: Vec<Suggestion> = hits
            .iter()
            .map(|hit| Suggestion { title: hit.name.clone(), second: hit.place.clone() })
            .collect();
        let word = required.then(|| cx.t(&message("word-required")));
        let make = cx.t(&message("find-make").with("name", self.typed.trim()));
        let (hint, nothing) = (cx.t(&message("hint-find")), cx.t(&message("find-nothing")));
        let new = makes && self.chosen.is_none() && !self.typed.trim().is_empty();
        let help =
            if new { cx.t(&message("pick-new").with("kind", self.kind.label())) } else { String::new() };
        let finding = Finding {
            id,
            label,
            hint: &hint,
            required: word.as_deref(),
            problem: None,
            help: &help,
            width: f32::INFINITY,
            make: (makes && self.chosen.is_none()).then_some(make.as_str()),
            nothing: &nothing,
        };
        match suggest(ui, &cx.theme, cx.language, &finding, &mut self.typed, &rows) {
            Suggested::Taken(place) => {
                if let Some(hit) = hits.get(place) {
                    self.chosen = Some((hit.id, hit.name.clone()));
                    self.typed.clone_from(&hit.name);
                }
            }
            Suggested::Typed | Suggested::Cleared => self.chosen = None,
            // Nothing new can be there: what was not chosen is no value.
            Suggested::Nothing if !makes && !focused && self.chosen.is_none() => self.typed.clear(),
            Suggested::Nothing | Suggested::Made => {}
        }
    }
}

/// Telephone numbers as they were typed.
pub(super) fn phones_of(typed: &str) -> PhoneNumbers {
    let numbers = parse_phones(typed).0.into_iter();
    PhoneNumbers(numbers.map(|phone| PhoneNumber { zalo: false, digits: phone.digits }).collect())
}

/// Somebody new with these telephone numbers.
pub(super) fn new_person(name: &str, phones: &str) -> Person {
    Person { phones: phones_of(phones), ..Person::called(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_person_is_spoken_of_is_taken_from_the_name() {
        let person = new_person("Bà Nguyễn Thị Hường", "0912 345 678");
        assert_eq!((person.honorific.as_str(), person.full_name.as_str()), ("Bà", "Nguyễn Thị Hường"));
        assert_eq!(person.phones.0[0].digits, "0912345678");
        assert_eq!(new_person("Ông Ích Khiêm", "").full_name, "Ích Khiêm");
        assert_eq!(new_person("Bành Văn Bà", "").full_name, "Bành Văn Bà");
    }
}
