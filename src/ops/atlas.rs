//! Villages on the map and in the picture of preservation against development: where they are, what they make,
//! how their craft is doing and what it sells.

use std::collections::{BTreeMap, BTreeSet};

use super::Query;
use crate::domain::{
    AnyId, Cell, CodeSet, ColumnType as _, Id, Preservation, RecordKind, Village, Vitality, assess,
};
use crate::error::Result;
use crate::i18n::Message;
use crate::places::CommuneCode;
use crate::store::Store;

/// Asks for all villages as marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Atlas;

/// A village as a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The village.
    pub id: AnyId,
    /// Its name.
    pub name: String,
    /// Its commune.
    pub commune: Option<CommuneCode>,
    /// Code of its province, empty where that is not known.
    pub province: String,
    /// Latitude in microdegrees north: its own, else that of its commune.
    pub latitude: Option<i64>,
    /// Longitude in microdegrees east.
    pub longitude: Option<i64>,
    /// Codes of its trades.
    pub trades: CodeSet,
    /// How its craft is doing.
    pub vitality: Vitality,
    /// The strength of the craft, 0 to 100; nothing where too little is known.
    pub strength: Option<i64>,
    /// What its placements sell in a year, in đồng.
    pub sales: i64,
}

/// What of a village makes a mark, in the order it is read.
const COLUMNS: [&str; 9] =
    ["id", "name", "commune", "latitude", "longitude", "trades", "vitality", "strength", "sales"];

impl Query for Atlas {
    type Answer = Vec<Mark>;

    fn reads(&self) -> Vec<RecordKind> {
        super::List::of(RecordKind::Village).reads()
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<Mark>> {
        let places = store.places();
        let lines = store.rows().columns_in_order(RecordKind::Village, &COLUMNS)?;
        let marks = lines.into_iter().filter_map(|(_, cells)| {
            let mut cells = cells.into_iter();
            let mut next = || cells.next().unwrap_or(Cell::Null);
            let Cell::Id(id) = next() else { return None };
            let name = String::from_cell(next());
            let commune = Option::<CommuneCode>::from_cell(next());
            let own = (Option::<i64>::from_cell(next()), Option::<i64>::from_cell(next()));
            let known = commune.and_then(|code| places.commune(code));
            let centre = known.map(|commune| (i64::from(commune.latitude), i64::from(commune.longitude)));
            let (latitude, longitude) = match own {
                (Some(latitude), Some(longitude)) => (Some(latitude), Some(longitude)),
                _ => centre.unzip(),
            };
            Some(Mark {
                id,
                name,
                commune,
                province: known.map(|commune| commune.province.to_string()).unwrap_or_default(),
                latitude,
                longitude,
                trades: CodeSet::from_cell(next()),
                vitality: Vitality::from_cell(next()),
                strength: Option::<i64>::from_cell(next()),
                sales: i64::from_cell(next()),
            })
        });
        Ok(marks.collect())
    }
}

/// Which villages a page or map shows; nothing chosen is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkFilter {
    /// Codes of states.
    pub vitality: BTreeSet<Vitality>,
    /// Codes of trades.
    pub trades: BTreeSet<String>,
    /// Codes of provinces.
    pub provinces: BTreeSet<String>,
}

impl MarkFilter {
    /// Whether a village is among them.
    pub fn has(&self, mark: &Mark) -> bool {
        (self.vitality.is_empty() || self.vitality.contains(&mark.vitality))
            && (self.trades.is_empty() || mark.trades.0.iter().any(|trade| self.trades.contains(trade)))
            && (self.provinces.is_empty() || self.provinces.contains(&mark.province))
    }
}

/// Asks why the crafts of these villages are doing as they do, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasons {
    /// The villages.
    pub villages: Vec<AnyId>,
}

/// Why a craft is doing as it does, and what was done about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CareNote {
    /// The reasons, concerns first.
    pub reasons: Vec<Message>,
    /// What was done or is planned, from the newest finding that tells it.
    pub measures: String,
    /// When and by whom it was assessed last.
    pub assessed: Option<(crate::vietnamese::PartialDate, String)>,
}

impl Query for Reasons {
    type Answer = BTreeMap<AnyId, CareNote>;

    fn reads(&self) -> Vec<RecordKind> {
        super::List::of(RecordKind::Village).reads()
    }

    fn answer(&self, store: &mut Store) -> Result<Self::Answer> {
        let rows = store.rows();
        let mut notes = BTreeMap::new();
        for id in &self.villages {
            let village: Id<Village> = Id::from_any(*id);
            let Some(stored) = rows.find(village)? else { continue };
            let facts = rows.craft_facts(village, &stored.record)?;
            let told = |finding: &&Preservation| !finding.measures.is_empty();
            let measures = facts.findings.iter().find(told).map(|finding| finding.measures.clone());
            let newest = facts.findings.first();
            notes.insert(
                *id,
                CareNote {
                    reasons: assess(&facts).reasons.into_iter().map(|reason| reason.words).collect(),
                    measures: measures.unwrap_or_default(),
                    assessed: newest.and_then(|finding| Some((finding.date?, finding.assessor.clone()))),
                },
            );
        }
        Ok(notes)
    }
}
