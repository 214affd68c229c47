//! What persons are in organisations on a day: the one place that says so for guests, papers and invitations.

use jiff::civil::Date;

use crate::domain::{AnyId, Held, Id, Organisation, Person, Position};
use crate::error::Result;
use crate::store::Rows;
use crate::vietnamese::fold;

/// The position a person holds on a day: in this organisation, or in whichever.
pub fn position_on(
    rows: Rows<'_>,
    person: Id<Person>,
    organisation: Option<Id<Organisation>>,
    day: Date,
) -> Result<Option<Position>> {
    first(rows, "person", person.any(), day, |position| {
        organisation.is_none() || position.organisation == organisation
    })
}

/// The position of who speaks for an organisation on a day.
pub(super) fn head_on(rows: Rows<'_>, organisation: Id<Organisation>, day: Date) -> Result<Option<Position>> {
    first(rows, "organisation", organisation.any(), day, |position| position.person.is_some())
}

/// Of the positions held on a day the one that speaks: one that signs before one that does not, then the highest
/// by its title.
fn first(
    rows: Rows<'_>,
    column: &'static str,
    of: AnyId,
    day: Date,
    fits: impl Fn(&Position) -> bool,
) -> Result<Option<Position>> {
    let held = rows.children::<Position>(column, of)?.into_iter().map(|stored| stored.record);
    Ok(held
        .filter(|position| position.held_on(day) == Held::Now && fits(position))
        .min_by_key(|position| (!position.signs, rank(&position.title))))
}

/// How high a position is by its title; 0 is the highest.
fn rank(title: &str) -> usize {
    const HEADS: [&str; 10] = [
        "chu tich",
        "tong giam doc",
        "bi thu",
        "giam doc",
        "vien truong",
        "hieu truong",
        "truong",
        "chu nhiem",
        "chu ho",
        "chu co so",
    ];
    let title = fold(title);
    let place = HEADS.iter().position(|head| title.contains(head)).unwrap_or(HEADS.len());
    if title.starts_with("pho ") { place + HEADS.len() + 1 } else { place }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_stands_above_the_deputy_and_the_chair_above_the_director() {
        let mut titles =
            ["Phó Giám đốc", "Kế toán", "Giám đốc", "Chủ tịch HĐQT", "Phó Chủ tịch", "Tổng Giám đốc"];
        titles.sort_by_key(|title| rank(title));
        assert_eq!(
            titles,
            ["Chủ tịch HĐQT", "Tổng Giám đốc", "Giám đốc", "Kế toán", "Phó Chủ tịch", "Phó Giám đốc"]
        );
    }
}
