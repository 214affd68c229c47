//! Who is invited to a conference, with the names that stand in other tables: one look for thousands of
//! guests; and the numbers that were given, so that none is given twice.

use super::Rows;
use crate::domain::{AnyId, Cell, ColumnType as _, Conference, Id, Participation, Person, PhoneNumbers};
use crate::error::Result;
use crate::places::CommuneCode;
use crate::vietnamese::Sex;

/// What a guest is called, and from where the guest comes.
#[derive(Clone, Debug, PartialEq)]
pub struct GuestNames {
    /// Local row of the participation.
    pub row: i64,
    /// The participation.
    pub id: Id<Participation>,
    /// Name, honorific, sex and telephone numbers of the person.
    pub person: Person,
    /// By which persons are in Vietnamese order.
    pub sort_key: Vec<u8>,
    /// The organisation that is represented.
    pub organisation: String,
    /// Its short name; empty where it has none.
    pub short_name: String,
    /// Commune of the organisation, else of the person.
    pub commune: Option<CommuneCode>,
    /// The name of the person the guest comes instead of.
    pub substitute_for: String,
}

impl Rows<'_> {
    /// The names of the guests of a conference that are not in the trash, oldest first: in the order of
    /// [`Rows::children`].
    pub fn guest_names(&self, conference: Id<Conference>) -> Result<Vec<GuestNames>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT guest.rid, guest.id, person.full_name, person.honorific, person.sex, person.sort_key,
                    coalesce(firm.name, ''), coalesce(firm.short_name, ''),
                    coalesce(firm.commune, person.commune), coalesce(other.full_name, ''), person.phones
             FROM participation guest
             JOIN person ON person.id = guest.person
             LEFT JOIN organisation firm ON firm.id = guest.organisation
             LEFT JOIN person other ON other.id = guest.substitute_for
             WHERE guest.conference = ?1 AND guest.deleted = 0
             ORDER BY guest.rid",
        )?;
        let rows = statement.query_map([conference.any().bytes()], |row| {
            let sex = row.get::<_, Option<String>>(4)?.map_or(Cell::Null, Cell::Text);
            let commune = row.get::<_, Option<String>>(8)?;
            Ok(GuestNames {
                row: row.get(0)?,
                id: Id::from_any(AnyId::from_bytes(row.get(1)?)),
                person: Person {
                    full_name: row.get(2)?,
                    honorific: row.get(3)?,
                    sex: Option::<Sex>::from_cell(sex),
                    phones: PhoneNumbers::from_cell(Cell::Text(row.get(10)?)),
                    ..Person::default()
                },
                sort_key: row.get(5)?,
                organisation: row.get(6)?,
                short_name: row.get(7)?,
                commune: commune.and_then(|code| CommuneCode::parse(&code)),
                substitute_for: row.get(9)?,
            })
        })?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// The highest number after this beginning in any registration code, also of guests in the trash.
    pub fn highest_code(&self, beginning: &str) -> Result<i64> {
        let mut statement = self.connection().prepare_cached(
            "SELECT coalesce(max(CAST(substr(code, length(?1) + 1) AS INTEGER)), 0) FROM participation
             WHERE substr(code, 1, length(?1)) = ?1",
        )?;
        Ok(statement.query_row([beginning], |row| row.get(0))?)
    }

    /// The highest number an invitation of a conference begins with, also of guests in the trash.
    pub fn highest_invitation(&self, conference: Id<Conference>) -> Result<i64> {
        let mut statement = self.connection().prepare_cached(
            "SELECT coalesce(max(CAST(invitation_number AS INTEGER)), 0) FROM participation
             WHERE conference = ?1",
        )?;
        Ok(statement.query_row([conference.any().bytes()], |row| row.get(0))?)
    }
}
