//! Questions over several records.

use std::collections::BTreeMap;

use super::MouDraft;
use crate::domain::{
    AnyId, ClauseTree, FrozenDocument, Id, Item, Mou, MouClause, MouDossier, MouParty, MouProduct, MouState,
    MouTemplate, Organisation, PartyDossier, PartyRole, Person, RecordKind, Stored,
};
use crate::error::Result;
use crate::store::Rows;

/// The MoUs outside the trash: by number, those without one first.
pub fn mous_in_order(rows: &Rows<'_>) -> Result<Vec<Id<Mou>>> {
    let mut ids = Vec::new();
    for row in rows.in_order(RecordKind::Mou)? {
        ids.extend(rows.at_row::<Mou>(row)?.map(|stored| stored.id));
    }
    Ok(ids)
}

/// A MoU with everything its paper says.
pub fn mou_dossier(rows: &Rows<'_>, id: Id<Mou>) -> Result<MouDossier> {
    let Stored { changed_at, record: mou, .. } = rows.get(id)?;
    let conference = rows.linked(mou.conference)?.map(|stored| stored.record);
    let host = conference.as_ref().map_or(Ok(None), |conference| rows.linked(conference.host))?;
    let mut products = Vec::new();
    for Stored { id, record, .. } in rows.children::<MouProduct>("mou", id.any())? {
        let product = rows.linked(record.product)?.map(|stored| stored.record);
        products.push((Item { id: Some(id), record }, product));
    }
    products.sort_by_key(|(line, _)| line.record.sequence);
    Ok(MouDossier {
        id,
        changed_at,
        village: rows.linked(mou.village)?.map(|stored| stored.record),
        host: host.map(|stored| stored.record),
        conference,
        parties: party_dossiers(*rows, id)?,
        clauses: clause_trees(rows.children("mou", id.any())?),
        products,
        frozen: current_paper(rows, id, &mou)?,
        wording: wording(*rows, &mou)?,
        mou,
    })
}

/// The source of the template a MoU was made with, where the office wrote it.
fn wording(rows: Rows<'_>, mou: &Mou) -> Result<Option<String>> {
    let versions = rows.matching::<MouTemplate>("key", &mou.template)?;
    let same = versions.into_iter().find(|stored| stored.record.version == mou.template_version);
    Ok(same.map(|stored| stored.record.source))
}

/// The dossier a draft would have if it were saved now, for the preview of what is being typed.
pub fn draft_dossier(rows: &Rows<'_>, id: Id<Mou>, draft: &MouDraft, at: i64) -> Result<MouDossier> {
    let mou = draft.mou.clone();
    let conference = rows.linked(mou.conference)?.map(|stored| stored.record);
    let host = conference.as_ref().map_or(Ok(None), |conference| rows.linked(conference.host))?;
    let mut parties = Vec::new();
    for Item { id, record } in &draft.parties {
        let id = id.unwrap_or(Id::from_any(AnyId::from_bytes([0; 16])));
        parties.push(party(*rows, Stored { id, changed_at: at, record: record.clone() })?);
    }
    let mut products = Vec::new();
    for line in &draft.products {
        let product = rows.linked(line.record.product)?.map(|stored| stored.record);
        products.push((line.clone(), product));
    }
    Ok(MouDossier {
        id,
        changed_at: at,
        village: rows.linked(mou.village)?.map(|stored| stored.record),
        host: host.map(|stored| stored.record),
        conference,
        parties,
        clauses: draft.clauses.clone(),
        products,
        frozen: None,
        wording: wording(*rows, &mou)?,
        mou,
    })
}

/// The names of a MoU's parties in order, witnesses left out.
pub(super) fn mou_parties(rows: Rows<'_>, id: Id<Mou>) -> Result<Vec<String>> {
    let mut parties = rows.children::<MouParty>("mou", id.any())?;
    parties.retain(|party| party.record.role == PartyRole::Party);
    parties.sort_by_key(|party| party.record.sequence);
    let mut names = Vec::new();
    for party in parties {
        names.extend(short_name(rows, party.record.organisation, party.record.person)?);
    }
    Ok(names)
}

/// What a party is called in lists; nothing while neither is known.
pub(super) fn short_name(
    rows: Rows<'_>,
    organisation: Option<Id<Organisation>>,
    person: Option<Id<Person>>,
) -> Result<Option<String>> {
    Ok(match rows.linked(organisation)? {
        Some(organisation) => Some(organisation.record.short().to_owned()),
        None => rows.linked(person)?.map(|person| person.record.full_name),
    })
}

/// The final text of a MoU, unless it is a draft (again).
pub fn current_paper(rows: &Rows<'_>, id: Id<Mou>, mou: &Mou) -> Result<Option<FrozenDocument>> {
    if mou.state == MouState::Draft {
        return Ok(None);
    }
    Ok(final_texts(*rows, id)?.into_iter().next().map(|stored| stored.record))
}

/// The final texts of a MoU: the newest first, whichever laptop made it.
pub fn final_texts(rows: Rows<'_>, id: Id<Mou>) -> Result<Vec<Stored<FrozenDocument>>> {
    let mut papers = rows.children::<FrozenDocument>("mou", id.any())?;
    papers.sort_by_key(|paper| std::cmp::Reverse((paper.record.made_at, paper.id)));
    Ok(papers)
}

/// The parties of a MoU in order, then its witnesses in order.
pub fn party_dossiers(rows: Rows<'_>, id: Id<Mou>) -> Result<Vec<PartyDossier>> {
    let mut parties = Vec::new();
    for stored in rows.children::<MouParty>("mou", id.any())? {
        parties.push(party(rows, stored)?);
    }
    parties
        .sort_by_key(|party: &PartyDossier| (party.party.role == PartyRole::Witness, party.party.sequence));
    Ok(parties)
}

fn party(rows: Rows<'_>, Stored { id, record: party, .. }: Stored<MouParty>) -> Result<PartyDossier> {
    let position = rows.linked(party.signer)?.map(|stored| stored.record);
    let signer = position.as_ref().map_or(Ok(None), |position| rows.linked(position.person))?;
    Ok(PartyDossier {
        id: Some(id),
        organisation: rows.linked(party.organisation)?.map(|stored| stored.record),
        person: rows.linked(party.person)?.map(|stored| stored.record),
        signer: signer.map(|stored| stored.record),
        position,
        contact: rows.linked(party.contact)?.map(|stored| stored.record),
        party,
    })
}

/// Clauses under their parents, each level in its order.
fn clause_trees(clauses: Vec<Stored<MouClause>>) -> Vec<ClauseTree> {
    let mut below: BTreeMap<Option<Id<MouClause>>, Vec<Stored<MouClause>>> = BTreeMap::new();
    for clause in clauses {
        below.entry(clause.record.parent).or_default().push(clause);
    }
    take_level(&mut below, None)
}

fn take_level(
    below: &mut BTreeMap<Option<Id<MouClause>>, Vec<Stored<MouClause>>>,
    parent: Option<Id<MouClause>>,
) -> Vec<ClauseTree> {
    // Taken out of the map, so that a circle (two laptops moving clauses) cannot go on for ever.
    let mut level = below.remove(&parent).unwrap_or_default();
    level.sort_by_key(|clause| (clause.record.sequence, clause.id));
    level
        .into_iter()
        .map(|clause| ClauseTree {
            id: Some(clause.id),
            children: take_level(below, Some(clause.id)),
            clause: clause.record,
        })
        .collect()
}
