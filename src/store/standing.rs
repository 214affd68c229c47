//! What lists filter and sort by and no field says: how complete a record is, whether a MoU stands behind it,
//! which province it is in, how a village's craft is doing.
//!
//! Kept in local columns, like sort keys, and made anew for the records a change of the log reaches, so that
//! a list of a hundred thousand is filtered by plain columns.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::Value as Json;

use super::Rows;
use crate::domain::{
    AnyId, Artisan, Beside, Completeness, CraftFacts, Id, MouState, Organisation, Person, Preservation,
    Product, RecordKind, Village, assess, office_time,
};
use crate::error::Result;
use crate::places::{CommuneCode, Places};
use crate::vietnamese::PartialDate;

/// The columns this module keeps; all of them local.
pub(super) const COLUMNS: [&str; 6] =
    ["completeness", "standing", "vitality", "strength", "sales", "province"];

/// The kinds that have them, those first that others look at.
pub(super) const KINDS: [RecordKind; 5] = [
    RecordKind::Person,
    RecordKind::Artisan,
    RecordKind::Organisation,
    RecordKind::Product,
    RecordKind::Village,
];

/// States of MoUs that were signed.
const SIGNED: [MouState; 7] = [
    MouState::Signed,
    MouState::Sealed,
    MouState::HandedOver,
    MouState::UnderWay,
    MouState::Contracted,
    MouState::Completed,
    MouState::Paused,
];

/// Records whose standing has to be made anew.
pub(super) type Reached = BTreeSet<(RecordKind, AnyId)>;

/// The kind a column refers to, for the columns whose change reaches another record's standing.
fn reached_by(column: &str) -> Option<RecordKind> {
    Some(match column {
        "village" => RecordKind::Village,
        "artisan" | "master" | "apprentice" => RecordKind::Artisan,
        "person" => RecordKind::Person,
        "organisation" => RecordKind::Organisation,
        "product" => RecordKind::Product,
        _ => return None,
    })
}

/// Columns whose change says nothing about a standing.
const SILENT: [&str; 3] = ["note", "tags", "changed_at"];

/// The records that these changes of the log reach.
pub(super) fn reached(connection: &Connection, first: i64, last: i64) -> Result<Reached> {
    let mut statement =
        connection.prepare_cached("SELECT tbl, row, new, old FROM change WHERE rid BETWEEN ?1 AND ?2")?;
    let mut rows = statement.query([first, last])?;
    let mut direct = Reached::new();
    // Villages that stayed where they are: nobody's province follows.
    let mut quiet = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let Some(kind) = RecordKind::from_table(row.get_ref(0)?.as_str().unwrap_or_default()) else {
            continue;
        };
        let id = AnyId::from_bytes(row.get(1)?);
        let new: serde_json::Map<String, Json> =
            serde_json::from_str(row.get_ref(2)?.as_str().unwrap_or_default()).unwrap_or_default();
        if new.keys().all(|column| SILENT.contains(&column.as_str())) {
            continue;
        }
        direct.insert((kind, id));
        if kind == RecordKind::Village && row.get_ref(3)?.as_str().is_ok() && !new.contains_key("commune") {
            quiet.insert(id);
        }
        // Whom it belonged to until now.
        let old: serde_json::Map<String, Json> =
            row.get_ref(3)?.as_str().ok().and_then(|old| serde_json::from_str(old).ok()).unwrap_or_default();
        for (column, value) in &old {
            let id = value.get(0).and_then(Json::as_str).and_then(AnyId::from_hex);
            direct.extend(reached_by(column).zip(id));
        }
    }
    let mut all = Reached::new();
    for (kind, id) in direct {
        if kind == RecordKind::Village && quiet.contains(&id) {
            all.insert((kind, id));
        } else {
            spread(connection, kind, id, &mut all)?;
        }
    }
    Ok(all)
}

/// Adds a record and all whose standing looks at it.
fn spread(connection: &Connection, kind: RecordKind, id: AnyId, all: &mut Reached) -> Result<()> {
    use RecordKind as K;
    if KINDS.contains(&kind) && !all.insert((kind, id)) {
        return Ok(());
    }
    let looked_at_by: &[(RecordKind, &str)] = match kind {
        K::Village => &[
            (K::Artisan, "SELECT id FROM artisan WHERE village = ?1"),
            (K::Product, "SELECT id FROM product WHERE village = ?1"),
        ],
        K::Person => &[(K::Artisan, "SELECT id FROM artisan WHERE person = ?1")],
        K::Artisan => &[
            (K::Village, "SELECT village FROM artisan WHERE id = ?1"),
            (K::Person, "SELECT person FROM artisan WHERE id = ?1"),
        ],
        K::Product => &[(K::Village, "SELECT village FROM product WHERE id = ?1")],
        K::Apprenticeship => &[
            (K::Artisan, "SELECT master FROM apprenticeship WHERE id = ?1"),
            (K::Artisan, "SELECT apprentice FROM apprenticeship WHERE id = ?1"),
        ],
        K::Position => &[
            (K::Organisation, "SELECT organisation FROM position WHERE id = ?1"),
            (K::Person, "SELECT person FROM position WHERE id = ?1"),
        ],
        K::Certificate => &[
            (K::Village, "SELECT village FROM certificate WHERE id = ?1"),
            (K::Artisan, "SELECT artisan FROM certificate WHERE id = ?1"),
            (K::Organisation, "SELECT organisation FROM certificate WHERE id = ?1"),
            (K::Product, "SELECT product FROM certificate WHERE id = ?1"),
        ],
        K::Preservation => &[(K::Village, "SELECT village FROM preservation WHERE id = ?1")],
        K::Placement => &[
            (K::Village, "SELECT village FROM placement WHERE id = ?1"),
            (K::Product, "SELECT product FROM placement WHERE id = ?1"),
        ],
        K::Picture => &[
            (K::Village, "SELECT village FROM picture WHERE id = ?1"),
            (K::Artisan, "SELECT artisan FROM picture WHERE id = ?1"),
            (K::Artisan, "SELECT id FROM artisan WHERE person = (SELECT person FROM picture WHERE id = ?1)"),
            (K::Organisation, "SELECT organisation FROM picture WHERE id = ?1"),
            (K::Product, "SELECT product FROM picture WHERE id = ?1"),
        ],
        K::Mou => &[
            (K::Village, "SELECT village FROM mou WHERE id = ?1"),
            (K::Organisation, "SELECT organisation FROM mou_party WHERE mou = ?1"),
        ],
        K::MouParty => &[
            (K::Organisation, "SELECT organisation FROM mou_party WHERE id = ?1"),
            (K::Village, "SELECT village FROM mou WHERE id = (SELECT mou FROM mou_party WHERE id = ?1)"),
        ],
        _ => &[],
    };
    for (other, sql) in looked_at_by {
        let ids: Vec<Option<[u8; 16]>> = {
            let mut statement = connection.prepare_cached(sql)?;
            let ids = statement.query_map([id.bytes()], |row| row.get(0))?;
            ids.collect::<std::result::Result<_, _>>()?
        };
        for other_id in ids.into_iter().flatten() {
            let other_id = AnyId::from_bytes(other_id);
            // A village looks at its artisans only for their ages and states, and they at it only for its
            // place: one step further is far enough.
            match (kind, other) {
                (K::Person, K::Artisan) | (K::Apprenticeship | K::Placement, _) => {
                    spread(connection, *other, other_id, all)?;
                }
                _ => {
                    all.insert((*other, other_id));
                }
            }
        }
    }
    Ok(())
}

/// Makes the standing of one record anew.
pub(super) fn refresh(
    connection: &Connection,
    places: &Places,
    kind: RecordKind,
    id: AnyId,
    at: i64,
) -> Result<()> {
    let rows = Rows::new(connection);
    match kind {
        RecordKind::Village => village(connection, rows, id, at),
        RecordKind::Person => person(connection, rows, id),
        RecordKind::Artisan => artisan(connection, rows, places, id),
        RecordKind::Organisation => organisation(connection, rows, id),
        RecordKind::Product => product(connection, rows, places, id),
        _ => Ok(()),
    }
}

fn count(connection: &Connection, sql: &str, id: AnyId) -> Result<i64> {
    let found = connection.prepare_cached(sql)?.query_row([id.bytes()], |row| row.get(0));
    Ok(found.optional()?.unwrap_or(0))
}

/// Codes with semicolons between, as filters read them.
fn codes(all: &[(&str, bool)]) -> String {
    let given: Vec<&str> = all.iter().filter(|(_, given)| *given).map(|(code, _)| *code).collect();
    given.join(";")
}

fn missing(completeness: &Completeness) -> (&'static str, bool) {
    ("missing", completeness.percent < Completeness::ENOUGH)
}

/// `mou.state IN (…)` for MoUs that were signed, those that ended left out when `open`.
fn signed(open: bool) -> String {
    let states = SIGNED.iter().filter(|state| !open || **state != MouState::Completed);
    let states: Vec<String> = states.map(|state| format!("'{}'", state.code())).collect();
    format!("mou.deleted = 0 AND mou.state IN ({})", states.join(", "))
}

impl Rows<'_> {
    /// What is known of a village's craft, with ages as of the last change of the register: the same the
    /// lists go by.
    pub fn craft_facts(&self, id: Id<Village>, village: &Village) -> Result<CraftFacts> {
        craft_facts(self.connection(), id.any(), village, last_moment(self.connection())?)
    }

    /// What stands beside a record.
    pub fn beside(&self, kind: RecordKind, id: AnyId) -> Result<Beside> {
        beside(self.connection(), kind, id)
    }
}

/// When the register was last changed; 0 when never.
pub(super) fn last_moment(connection: &Connection) -> Result<i64> {
    let mut statement = connection.prepare_cached("SELECT at FROM operation ORDER BY rid DESC LIMIT 1")?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?.unwrap_or(0))
}

fn craft_facts(connection: &Connection, id: AnyId, village: &Village, at: i64) -> Result<CraftFacts> {
    let rows = Rows::new(connection);
    let mut findings: Vec<Preservation> =
        rows.children::<Preservation>("village", id)?.into_iter().map(|stored| stored.record).collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.date.map(PartialDate::earliest)));
    let year = office_time(at).map_or(0, |time| i64::from(time.year()));
    let (practising, ages_known, over_sixty) = connection
        .prepare_cached(
            "SELECT count(*), count(birth), count(CASE WHEN ?2 - CAST(substr(birth, 1, 4) AS INTEGER) > 60 THEN 1 END)
             FROM artisan JOIN person ON person.id = artisan.person
             WHERE artisan.village = ?1 AND artisan.deleted = 0 AND artisan.state IN ('working', '')",
        )?
        .query_row(params![id.bytes(), year], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let apprentices = count(
        connection,
        "SELECT count(DISTINCT apprenticeship.apprentice) FROM artisan
         JOIN apprenticeship ON apprenticeship.master = artisan.id AND apprenticeship.deleted = 0
         JOIN artisan young ON young.id = apprenticeship.apprentice AND young.deleted = 0
         WHERE artisan.village = ?1 AND artisan.deleted = 0 AND young.state <> 'dead'",
        id,
    )?;
    let mous =
        count(connection, &format!("SELECT count(*) FROM mou WHERE village = ?1 AND {}", signed(true)), id)?;
    let (placements, sales) = connection
        .prepare_cached(
            "SELECT count(*), coalesce(sum(yearly_sales), 0) FROM placement
             WHERE deleted = 0 AND to_date IS NULL
               AND (village = ?1 OR product IN (SELECT id FROM product WHERE product.village = ?1))",
        )?
        .query_row([id.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(CraftFacts {
        findings,
        practising,
        ages_known,
        over_sixty,
        apprentices,
        households: village.craft_households,
        mous,
        placements,
        sales,
    })
}

fn beside(connection: &Connection, kind: RecordKind, id: AnyId) -> Result<Beside> {
    use RecordKind as K;
    let of = match kind {
        K::Village | K::Organisation | K::Product => Some(format!("{} = ?1", kind.table())),
        K::Artisan => {
            Some("(artisan = ?1 OR person = (SELECT person FROM artisan WHERE id = ?1))".to_owned())
        }
        _ => None,
    };
    let pictures = match of {
        Some(of) => {
            count(connection, &format!("SELECT count(*) FROM picture WHERE {of} AND deleted = 0"), id)?
        }
        None => 0,
    };
    let mut beside = Beside { pictures, ..Beside::default() };
    match kind {
        RecordKind::Village => {
            let of = |table: &str| format!("SELECT count(*) FROM {table} WHERE village = ?1 AND deleted = 0");
            beside.artisans = count(connection, &of("artisan"), id)?;
            beside.products = count(connection, &of("product"), id)?;
            beside.findings = count(connection, &of("preservation"), id)?;
        }
        RecordKind::Organisation => {
            beside.signers = count(
                connection,
                "SELECT count(*) FROM position WHERE organisation = ?1 AND deleted = 0
                 AND to_date IS NULL AND (signs OR authorisation_number <> '' OR signing_form NOT IN ('', 'own'))",
                id,
            )?;
        }
        _ => {}
    }
    Ok(beside)
}

fn village(connection: &Connection, rows: Rows<'_>, id: AnyId, at: i64) -> Result<()> {
    let Some(stored) = rows.find::<Village>(Id::from_any(id))? else { return Ok(()) };
    let facts = craft_facts(connection, id, &stored.record, at)?;
    let assessment = assess(&facts);
    let completeness = Completeness::of_village(&stored.record, beside(connection, RecordKind::Village, id)?);
    let mous =
        count(connection, &format!("SELECT count(*) FROM mou WHERE village = ?1 AND {}", signed(false)), id)?;
    let standing = codes(&[
        ("mou", mous > 0),
        ("placed", facts.placements > 0),
        ("care", assessment.vitality.needs_care()),
        missing(&completeness),
    ]);
    connection
        .prepare_cached(
            "UPDATE village SET completeness = ?2, standing = ?3, vitality = ?4, strength = ?5, sales = ?6
             WHERE id = ?1",
        )?
        .execute(params![
            id.bytes(),
            completeness.percent,
            standing,
            assessment.vitality.code(),
            assessment.strength,
            facts.sales
        ])?;
    Ok(())
}

fn person(connection: &Connection, rows: Rows<'_>, id: AnyId) -> Result<()> {
    let Some(stored) = rows.find::<Person>(Id::from_any(id))? else { return Ok(()) };
    let completeness = Completeness::of_person(&stored.record);
    let of = |table: &str| format!("SELECT count(*) FROM {table} WHERE person = ?1 AND deleted = 0");
    let standing = codes(&[
        ("artisan", count(connection, &of("artisan"), id)? > 0),
        ("position", count(connection, &of("position"), id)? > 0),
        missing(&completeness),
    ]);
    connection
        .prepare_cached("UPDATE person SET completeness = ?2, standing = ?3 WHERE id = ?1")?
        .execute(params![id.bytes(), completeness.percent, standing])?;
    Ok(())
}

fn artisan(connection: &Connection, rows: Rows<'_>, places: &Places, id: AnyId) -> Result<()> {
    let Some(stored) = rows.find::<Artisan>(Id::from_any(id))? else { return Ok(()) };
    let person = rows.linked(stored.record.person)?.map(|person| person.record).unwrap_or_default();
    let completeness =
        Completeness::of_artisan(&stored.record, &person, beside(connection, RecordKind::Artisan, id)?);
    let titles =
        count(connection, "SELECT count(*) FROM certificate WHERE artisan = ?1 AND deleted = 0", id)?;
    let offices = count(
        connection,
        "SELECT count(*) FROM position WHERE person = (SELECT person FROM artisan WHERE id = ?1)
         AND deleted = 0 AND to_date IS NULL",
        id,
    )?;
    let apprentices =
        count(connection, "SELECT count(*) FROM apprenticeship WHERE master = ?1 AND deleted = 0", id)?;
    let standing = codes(&[
        ("titled", titles > 0),
        ("position", offices > 0),
        ("teaching", apprentices > 0),
        missing(&completeness),
    ]);
    let province = province_of(connection, places, stored.record.village.map(|id| id.any()), person.commune)?;
    connection
        .prepare_cached("UPDATE artisan SET completeness = ?2, standing = ?3, province = ?4 WHERE id = ?1")?
        .execute(params![id.bytes(), completeness.percent, standing, province])?;
    Ok(())
}

/// The province of a commune, else of the village's.
fn province_of(
    connection: &Connection,
    places: &Places,
    village: Option<AnyId>,
    commune: Option<CommuneCode>,
) -> Result<String> {
    let commune = match (village, commune) {
        (Some(village), None) => {
            let mut statement = connection.prepare_cached("SELECT commune FROM village WHERE id = ?1")?;
            let code: Option<Option<String>> =
                statement.query_row([village.bytes()], |row| row.get(0)).optional()?;
            code.flatten().as_deref().and_then(CommuneCode::parse)
        }
        (_, commune) => commune,
    };
    let province = commune.and_then(|code| places.province_of(code));
    Ok(province.map(|province| province.code.to_string()).unwrap_or_default())
}

fn organisation(connection: &Connection, rows: Rows<'_>, id: AnyId) -> Result<()> {
    let Some(stored) = rows.find::<Organisation>(Id::from_any(id))? else { return Ok(()) };
    let beside = beside(connection, RecordKind::Organisation, id)?;
    let completeness = Completeness::of_organisation(&stored.record, beside);
    let mous = count(
        connection,
        &format!(
            "SELECT count(DISTINCT mou.id) FROM mou_party JOIN mou ON mou.id = mou_party.mou
             WHERE mou_party.organisation = ?1 AND mou_party.deleted = 0 AND {}",
            signed(false)
        ),
        id,
    )?;
    let record = &stored.record;
    let standing = codes(&[
        ("mou", mous > 0),
        ("buyer", !record.seeks.is_empty() || !record.seeks_trades.0.is_empty()),
        ("no_signer", beside.signers == 0),
        missing(&completeness),
    ]);
    connection
        .prepare_cached("UPDATE organisation SET completeness = ?2, standing = ?3 WHERE id = ?1")?
        .execute(params![id.bytes(), completeness.percent, standing])?;
    Ok(())
}

fn product(connection: &Connection, rows: Rows<'_>, places: &Places, id: AnyId) -> Result<()> {
    let Some(stored) = rows.find::<Product>(Id::from_any(id))? else { return Ok(()) };
    let completeness = Completeness::of_product(&stored.record, beside(connection, RecordKind::Product, id)?);
    let of = |table: &str, more: &str| {
        format!("SELECT count(*) FROM {table} WHERE product = ?1 AND deleted = 0 {more}")
    };
    let standing = codes(&[
        ("placed", count(connection, &of("placement", "AND to_date IS NULL"), id)? > 0),
        ("certified", count(connection, &of("certificate", ""), id)? > 0),
        missing(&completeness),
    ]);
    let province = province_of(connection, places, stored.record.village.map(|id| id.any()), None)?;
    connection
        .prepare_cached("UPDATE product SET completeness = ?2, standing = ?3, province = ?4 WHERE id = ?1")?
        .execute(params![id.bytes(), completeness.percent, standing, province])?;
    Ok(())
}
