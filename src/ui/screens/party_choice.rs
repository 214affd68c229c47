//! Whose promise something is: one of the parties of its MoU by the names that stand there, or all of them.

use eframe::egui::{Id, Ui};

use crate::domain::{AnyId, Cell, Id as RecordId, PartyRole};
use crate::i18n::message;
use crate::ops::{AnyRecord, MouParties};
use crate::problem::Problem;
use crate::runtime::Slot;
use crate::ui::action::Cx;
use crate::ui::components::choice;
use crate::ui::fields::FieldStates;
use crate::ui::forms::{Typed, cell_of};

/// The columns it is kept in: a party is an organisation or a person.
const COLUMNS: [&str; 2] = ["organisation", "person"];

/// What the choice remembers.
#[derive(Default)]
pub(super) struct PartyChoice {
    parties: Slot<MouParties>,
}

/// The values of both columns.
type Party = [String; 2];

impl PartyChoice {
    /// Draws it for this record. Who was chosen before and is no party any more stays, and is named so.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        id: Id,
        (of, known): (&AnyRecord, &FieldStates),
        typed: &mut Typed,
        problem: Option<&Problem>,
    ) {
        let Cell::Id(mou) = cell_of(of.columns(), of.cells(), "mou") else { return };
        let question = MouParties { id: RecordId::from_any(mou) };
        let Some(parties) = self.parties.get(cx.data, &question).ready() else { return };
        let mut letters = 'A'..;
        let mut offered: Vec<(Party, String)> = vec![(Party::default(), cx.t(&message("task-party-all")))];
        for party in parties.iter() {
            let role = match party.party.role {
                PartyRole::Party => message("ceremony-party")
                    .with("letter", letters.next().map(String::from).unwrap_or_default()),
                PartyRole::Witness => PartyRole::Witness.label(),
            };
            let hex = |id: Option<AnyId>| id.map(|id| id.hex()).unwrap_or_default();
            let who = [
                hex(party.party.organisation.map(|id| id.any())),
                hex(party.party.person.map(|id| id.any())),
            ];
            if offered.iter().all(|(other, _)| *other != who) {
                offered.push((who, format!("{}: {}", cx.t(&role), party.name())));
            }
        }
        let now = COLUMNS.map(|column| typed.get(column).cloned().unwrap_or_default());
        if offered.iter().all(|(party, _)| *party != now) {
            let names = now.iter().filter_map(|hex| known.name(AnyId::from_hex(hex)?));
            let names = names.collect::<Vec<_>>().join(", ");
            offered.push((now.clone(), cx.t(&message("task-party-gone").with("name", names))));
        }
        let words: Vec<String> = offered.iter().map(|(_, words)| words.clone()).collect();
        let shown = offered.iter().find(|(party, _)| *party == now).map(|(_, words)| words.clone());
        let (label, shown) = (cx.t(&message("task-party")), shown.unwrap_or_default());
        let chosen = choice(ui, &cx.theme, cx.language, id, &label, &shown, &words, f32::INFINITY, problem);
        if let Some((party, _)) = chosen.and_then(|place| offered.get(place)) {
            typed.extend(COLUMNS.map(str::to_owned).into_iter().zip(party.clone()));
        }
    }
}
