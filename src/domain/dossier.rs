//! A MoU with everything its paper says: gathered by `ops`, printed by `documents`.

use super::{
    Conference, FrozenDocument, Id, Item, Mou, MouClause, MouParty, MouProduct, Organisation, PartyRole,
    Person, Position, Product, Village,
};
use crate::i18n::message;
use crate::problem::Problem;

/// A MoU with the records its text speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct MouDossier {
    /// Its id.
    pub id: Id<Mou>,
    /// When its own fields last changed, milliseconds since 1970 in UTC.
    pub changed_at: i64,
    /// Its own fields.
    pub mou: Mou,
    /// The conference it is signed at.
    pub conference: Option<Conference>,
    /// The conference's host.
    pub host: Option<Organisation>,
    /// The village it is about.
    pub village: Option<Village>,
    /// Parties in order, then witnesses in order.
    pub parties: Vec<PartyDossier>,
    /// The text.
    pub clauses: Vec<ClauseTree>,
    /// The annex in order, each line with its product of the register.
    pub products: Vec<(Item<MouProduct>, Option<Product>)>,
    /// The source of its template, where the office wrote it.
    pub wording: Option<String>,
    /// The last final text, while the MoU is not a draft.
    pub frozen: Option<FrozenDocument>,
}

impl Mou {
    /// How many originals there are in all: so many for each party, so many for each witness.
    pub fn originals(&self, seats: &[PartyDossier]) -> i64 {
        let kept = |seat: &PartyDossier| match seat.party.role {
            PartyRole::Party => self.copies_each,
            PartyRole::Witness => self.witness_copies,
        };
        seats.iter().filter_map(kept).sum()
    }
}

impl MouDossier {
    /// What its records say together and no field alone.
    pub fn check(&self) -> Vec<Problem> {
        let witnessed = self.parties.iter().any(|party| party.party.role == PartyRole::Witness);
        let without = witnessed && self.mou.witness_copies.is_none();
        without
            .then(|| Problem::warning("witness.copies", message("check-witness-copies")))
            .into_iter()
            .collect()
    }
}

/// A party or witness with who signs and who is its focal point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartyDossier {
    /// Its id.
    pub id: Option<Id<MouParty>>,
    /// Its place in the MoU.
    pub party: MouParty,
    /// The organisation.
    pub organisation: Option<Organisation>,
    /// The person who signs for themselves.
    pub person: Option<Person>,
    /// The signer's position.
    pub position: Option<Position>,
    /// The signer.
    pub signer: Option<Person>,
    /// The focal point.
    pub contact: Option<Person>,
}

impl PartyDossier {
    /// The name of the organisation, or of the person who signs for themselves; empty while neither is chosen.
    pub fn name(&self) -> &str {
        let person = self.person.as_ref().map(|person| person.full_name.as_str());
        self.organisation
            .as_ref()
            .map(|organisation| organisation.name.as_str())
            .or(person)
            .unwrap_or_default()
    }
}

/// A basis, article, clause or point with what is below it; parents and sequences are set when saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClauseTree {
    /// The id of a node that is saved already.
    pub id: Option<Id<MouClause>>,
    /// The node.
    pub clause: MouClause,
    /// Its children in order.
    pub children: Vec<ClauseTree>,
}
