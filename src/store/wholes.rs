//! Which record a part is seen with: a task with its MoU, a guest with the conference, a certificate with whom
//! it was given to.

use rusqlite::OptionalExtension as _;

use super::Rows;
use crate::domain::{AnyId, RecordKind};
use crate::error::Result;

/// The columns by which records of a kind belong to others, and the kinds of these, the most telling first. Kinds
/// with a page of their own, and what the office keeps for itself, belong to nothing.
fn owners(kind: RecordKind) -> &'static [(&'static str, RecordKind)] {
    use RecordKind as K;
    match kind {
        K::MouParty
        | K::MouClause
        | K::MouProduct
        | K::MouEvent
        | K::IssuedNumber
        | K::FrozenDocument
        | K::Obligation
        | K::FollowUp
        | K::Contract
        | K::Sales => &[("mou", K::Mou)],
        K::Participation
        | K::ProgrammeItem
        | K::CommitteeMember
        | K::ConferenceTask
        | K::BudgetLine
        | K::Registration
        | K::Statement
        | K::Booth
        | K::MeetingWish
        | K::Meeting => &[("conference", K::Conference)],
        K::Offer => &[("registration", K::Registration)],
        K::BoothDay => &[("booth", K::Booth)],
        K::CheckIn => &[("participation", K::Participation)],
        K::Preservation => &[("village", K::Village)],
        K::Position => &[("organisation", K::Organisation), ("person", K::Person)],
        K::Apprenticeship => &[("master", K::Artisan)],
        K::Placement => {
            &[("village", K::Village), ("product", K::Product), ("organisation", K::Organisation)]
        }
        K::Certificate => &[
            ("village", K::Village),
            ("artisan", K::Artisan),
            ("organisation", K::Organisation),
            ("product", K::Product),
        ],
        K::Picture => &[
            ("village", K::Village),
            ("artisan", K::Artisan),
            ("person", K::Person),
            ("organisation", K::Organisation),
            ("product", K::Product),
            ("conference", K::Conference),
            ("mou", K::Mou),
            ("programme_item", K::ProgrammeItem),
        ],
        _ => &[],
    }
}

impl Rows<'_> {
    /// The record that this one is seen with, in the trash or not: itself, unless it is a part. A person who is an
    /// artisan is seen as one.
    pub fn whole_of(&self, kind: RecordKind, id: AnyId) -> Result<(RecordKind, AnyId)> {
        let mut whole = (kind, id);
        while let Some(owner) = self.owner_of(whole.0, whole.1)? {
            whole = owner;
        }
        if whole.0 == RecordKind::Person {
            let sql = "SELECT id FROM artisan WHERE person = ?1 AND deleted = 0 ORDER BY rid";
            if let Some(artisan) = self.id_by(sql, whole.1)? {
                whole = (RecordKind::Artisan, artisan);
            }
        }
        Ok(whole)
    }

    fn owner_of(self, kind: RecordKind, id: AnyId) -> Result<Option<(RecordKind, AnyId)>> {
        for (column, owner) in owners(kind) {
            if let Some(of) =
                self.id_by(&format!("SELECT {column} FROM {} WHERE id = ?1", kind.table()), id)?
            {
                return Ok(Some((*owner, of)));
            }
        }
        Ok(None)
    }

    fn id_by(self, sql: &str, id: AnyId) -> Result<Option<AnyId>> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let found: Option<Option<[u8; 16]>> =
            statement.query_row([id.bytes()], |row| row.get(0)).optional()?;
        Ok(found.flatten().map(AnyId::from_bytes))
    }
}
