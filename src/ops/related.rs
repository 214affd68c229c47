//! What belongs to a record, in both directions: of a village its artisans, products, partners, titles,
//! findings, placements, MoUs and conferences; of each of these the village again.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Shown;
use super::detail::link;
use super::queries::mou_parties;
use super::shown::{labels, text};
use crate::domain::{
    AnyId, Apprenticeship, Artisan, Booth, Certificate, Conference, Contract, FollowUp, Id, Meeting,
    MeetingResult, Mou, MouEvent, MouParty, MouProduct, Obligation, ObligationState, Obstacle, Offer,
    Organisation, Participation, PartyRole, Person, Picture, Placement, Position, Preservation, Product,
    ProgrammeItem, RecordKind, Sales, Stored, Village,
};
use crate::error::Result;
use crate::i18n::{field_label, message};
use crate::store::Rows;
use crate::vietnamese::PartialDate;

/// A record that belongs to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// Its kind.
    pub kind: RecordKind,
    /// Its id.
    pub id: AnyId,
    /// Its name.
    pub name: Shown,
    /// What else is worth saying in a list.
    pub second: Vec<Shown>,
    /// Since when, or when.
    pub date: Option<PartialDate>,
    /// Until when, of what has an end.
    pub until: Option<PartialDate>,
    /// The last day of a title, certificate or contract.
    pub valid_to: Option<Date>,
    /// By when something has to be done that is not done yet.
    pub due: Option<Date>,
}

impl Related {
    pub(super) fn new(kind: RecordKind, id: AnyId, name: Shown, second: Vec<Shown>) -> Self {
        Self { kind, id, name, second, date: None, until: None, valid_to: None, due: None }
    }
}

pub(super) fn label(message: crate::i18n::Message) -> Shown {
    Shown::Words(vec![message])
}

/// Everything that belongs to a record.
pub(super) fn related(rows: Rows<'_>, kind: RecordKind, id: AnyId) -> Result<Vec<Related>> {
    let mut all = Gathered { rows, all: Vec::new() };
    match kind {
        RecordKind::Village => all.of_village(id)?,
        RecordKind::Artisan => all.of_artisan(id)?,
        RecordKind::Person => all.of_person(id)?,
        RecordKind::Organisation => all.of_organisation(id)?,
        RecordKind::Product => all.of_product(id)?,
        RecordKind::Mou => all.of_mou(id)?,
        _ => {}
    }
    Ok(all.all)
}

struct Gathered<'r> {
    rows: Rows<'r>,
    all: Vec<Related>,
}

impl Gathered<'_> {
    fn of_village(&mut self, id: AnyId) -> Result<()> {
        self.products("village", id)?;
        for stored in self.rows.children::<Artisan>("village", id)? {
            self.artisan(stored.id, &stored.record)?;
        }
        for stored in self.rows.children::<Organisation>("village", id)? {
            self.organisation(stored.id.any(), &stored.record);
        }
        let mut findings = self.rows.children::<Preservation>("village", id)?;
        findings.sort_by_key(|stored| std::cmp::Reverse(stored.record.date.map(PartialDate::earliest)));
        for stored in findings {
            let record = stored.record;
            let people = record
                .practising
                .map_or(Shown::Empty, |count| label(message("reason-practising").with("count", count)));
            let successors = record
                .successors
                .map_or(Shown::Empty, |count| label(message("reason-successors").with("count", count)));
            self.all.push(Related {
                date: record.date,
                ..Related::new(
                    RecordKind::Preservation,
                    stored.id.any(),
                    record.date.map_or(Shown::Empty, Shown::PartialDate),
                    vec![people, successors, label(record.demand.label()), text(&record.measures)],
                )
            });
        }
        self.placements("village", id)?;
        for product in self.rows.children::<Product>("village", id)? {
            self.placements_of_product(product.id, &product.record.name, Some(id))?;
        }
        let mous = self.rows.children::<Mou>("village", id)?.into_iter().map(|stored| stored.id).collect();
        self.mous(mous)?;
        for stored in self.rows.children::<Booth>("village", id)? {
            self.conference_of(stored.record.conference)?;
        }
        self.certificates("village", id)
    }

    fn of_artisan(&mut self, id: AnyId) -> Result<()> {
        self.products("artisan", id)?;
        for (column, other, role) in [
            ("master", "apprentice", message("word-apprentice")),
            ("apprentice", "master", message("word-master")),
        ] {
            for stored in self.rows.children::<Apprenticeship>(column, id)? {
                let record = &stored.record;
                let with = if other == "master" { record.master } else { record.apprentice };
                let name = link(self.rows, with)?;
                self.all.push(Related {
                    date: record.from_date,
                    until: record.to_date,
                    ..Related::new(
                        RecordKind::Apprenticeship,
                        stored.id.any(),
                        name,
                        vec![label(role.clone()), text(&record.note)],
                    )
                });
            }
        }
        let artisan = self.rows.find::<Artisan>(Id::from_any(id))?;
        if let Some(person) = artisan.and_then(|stored| stored.record.person) {
            self.offices(person)?;
            self.signed_by(person)?;
        }
        self.certificates("artisan", id)
    }

    fn of_person(&mut self, id: AnyId) -> Result<()> {
        for stored in self.rows.children::<Artisan>("person", id)? {
            self.artisan(stored.id, &stored.record)?;
        }
        self.offices(Id::from_any(id))?;
        self.signed_by(Id::from_any(id))
    }

    /// MoUs somebody signed, for themselves or for an organisation, with what they promised themselves, and the
    /// conferences they are invited to or speak at.
    fn signed_by(&mut self, person: Id<Person>) -> Result<()> {
        let mut parties = self.rows.children::<MouParty>("person", person.any())?;
        for position in self.rows.children::<Position>("person", person.any())? {
            parties.extend(self.rows.children::<MouParty>("signer", position.id.any())?);
        }
        let mous: BTreeSet<Id<Mou>> = parties.into_iter().filter_map(|party| party.record.mou).collect();
        self.mous(mous)?;
        self.promises("person", person.any())?;
        for stored in self.rows.children::<Participation>("person", person.any())? {
            self.conference_of(stored.record.conference)?;
        }
        for stored in self.rows.children::<ProgrammeItem>("person", person.any())? {
            self.conference_of(stored.record.conference)?;
        }
        Ok(())
    }

    fn of_organisation(&mut self, id: AnyId) -> Result<()> {
        for stored in self.rows.children::<Position>("organisation", id)? {
            let record = stored.record;
            let person =
                self.rows.linked(record.person)?.map(|stored| stored.record.full_name).unwrap_or_default();
            let may = if record.may_sign() { label(message("field-signs")) } else { Shown::Empty };
            self.all.push(Related {
                date: record.from_date,
                until: record.to_date,
                ..Related::new(
                    RecordKind::Position,
                    stored.id.any(),
                    Shown::Text(person),
                    vec![text(&record.title), may],
                )
            });
        }
        self.products("organisation", id)?;
        self.placements("organisation", id)?;
        for stored in self.rows.children::<Village>("lead_organisation", id)? {
            let leads = label(field_label("lead_organisation"));
            self.all.push(Related::new(
                RecordKind::Village,
                stored.id.any(),
                text(&stored.record.name),
                vec![leads],
            ));
        }
        let parties = self.rows.children::<MouParty>("organisation", id)?.into_iter();
        let parties = parties.filter(|party| party.record.role == PartyRole::Party);
        self.mous(parties.filter_map(|party| party.record.mou).collect())?;
        self.promises("organisation", id)?;
        self.meetings(id)?;
        for stored in self.rows.children::<Participation>("organisation", id)? {
            self.conference_of(stored.record.conference)?;
        }
        for stored in self.rows.children::<Booth>("organisation", id)? {
            self.conference_of(stored.record.conference)?;
        }
        for stored in self.rows.children::<Conference>("host", id)? {
            self.conference(stored.id, &stored.record);
        }
        self.certificates("organisation", id)
    }

    fn of_product(&mut self, id: AnyId) -> Result<()> {
        let product: Id<Product> = Id::from_any(id);
        self.placements_of_product(product, "", None)?;
        let lines = self.rows.children::<MouProduct>("product", id)?.into_iter();
        self.mous(lines.filter_map(|line| line.record.mou).collect())?;
        for offer in self.rows.children::<Offer>("product", id)? {
            if let Some(registration) = self.rows.linked(offer.record.registration)? {
                self.conference_of(registration.record.conference)?;
            }
        }
        self.certificates("product", id)
    }

    /// What an organisation or a person promised in MoUs.
    fn promises(&mut self, column: &'static str, id: AnyId) -> Result<()> {
        for stored in self.rows.children::<Obligation>(column, id)? {
            let Some(mou) = stored.record.mou else { continue };
            if self.rows.is_deleted(RecordKind::Mou, mou.any())? == Some(false) {
                let mou = link(self.rows, Some(mou))?;
                self.promise(stored.id, &stored.record, mou);
            }
        }
        Ok(())
    }

    /// Something promised, with the party that promised it or the MoU in which it was promised.
    fn promise(&mut self, id: Id<Obligation>, record: &Obligation, beside: Shown) {
        self.all.push(Related {
            date: record.done_on.map(PartialDate::Day),
            due: record.due.filter(|_| record.state == ObligationState::Open),
            ..Related::new(
                RecordKind::Obligation,
                id.any(),
                text(&record.task),
                vec![label(record.state.label()), beside, text(&record.evidence)],
            )
        });
    }

    /// Whom an organisation met at conferences, and what came of it.
    fn meetings(&mut self, id: AnyId) -> Result<()> {
        let mut meetings = self.rows.children::<Meeting>("seller", id)?;
        meetings.extend(self.rows.children::<Meeting>("buyer", id)?);
        for stored in meetings {
            let record = stored.record;
            let Some(conference) = record.conference else { continue };
            if self.rows.is_deleted(RecordKind::Conference, conference.any())? != Some(false) {
                continue;
            }
            let sells = record.seller.is_some_and(|seller| seller.any() == id);
            let other = link(self.rows, if sells { record.buyer } else { record.seller })?;
            let held = record.result != MeetingResult::None;
            self.all.push(Related {
                date: record.date.map(PartialDate::Day),
                ..Related::new(
                    RecordKind::Meeting,
                    stored.id.any(),
                    other,
                    vec![
                        label(RecordKind::Meeting.label()),
                        if held { label(record.result.label()) } else { Shown::Empty },
                        record.date.map_or(Shown::Empty, Shown::Date),
                        link(self.rows, Some(conference))?,
                    ],
                )
            });
        }
        Ok(())
    }

    /// What comes of a MoU, and the days it reached its states.
    fn of_mou(&mut self, id: AnyId) -> Result<()> {
        // The paper it amends, and those that amend it.
        let mut others: BTreeSet<Id<Mou>> =
            self.rows.children::<Mou>("amends", id)?.into_iter().map(|stored| stored.id).collect();
        others.extend(self.rows.find::<Mou>(Id::from_any(id))?.and_then(|stored| stored.record.amends));
        self.mous(others)?;
        for stored in self.rows.children::<Obligation>("mou", id)? {
            let record = stored.record;
            let party = match link(self.rows, record.organisation)? {
                Shown::Empty => link(self.rows, record.person)?,
                organisation => organisation,
            };
            self.promise(stored.id, &record, party);
        }
        let mut talks = self.rows.children::<FollowUp>("mou", id)?;
        talks.sort_by_key(|stored| (stored.record.date, stored.id));
        let last = talks.last().map(|stored| stored.id);
        for stored in talks {
            let record = stored.record;
            let obstacles = labels(&record.obstacles, |code| Obstacle::from_code(code).map(Obstacle::label));
            let next = label(message("follow-up-next").with("step", record.next_step.as_str()));
            self.all.push(Related {
                date: record.date.map(PartialDate::Day),
                // A later talk has seen to what the earlier one left.
                due: record.next_date.filter(|_| last == Some(stored.id)),
                ..Related::new(
                    RecordKind::FollowUp,
                    stored.id.any(),
                    record.date.map_or(Shown::Empty, Shown::Date),
                    vec![
                        label(record.channel.label()),
                        text(&record.with_whom),
                        text(&record.result),
                        obstacles,
                        if record.next_step.is_empty() { Shown::Empty } else { next },
                    ],
                )
            });
        }
        for stored in self.rows.children::<Contract>("mou", id)? {
            let record = stored.record;
            self.all.push(Related {
                date: record.date.map(PartialDate::Day),
                valid_to: record.valid_to,
                ..Related::new(
                    RecordKind::Contract,
                    stored.id.any(),
                    text(&record.number),
                    vec![label(record.kind.label()), record.amount.map_or(Shown::Empty, Shown::Money)],
                )
            });
        }
        let mut sales = self.rows.children::<Sales>("mou", id)?;
        sales.sort_by_key(|stored| (stored.record.year, stored.record.quarter));
        for stored in sales {
            let record = stored.record;
            let jobs = message("sales-jobs").with("count", record.jobs.unwrap_or(0));
            let quarter = message("sales-quarter")
                .with("quarter", record.quarter.unwrap_or(0).to_string())
                .with("year", record.year.unwrap_or(0).to_string());
            self.all.push(Related::new(
                RecordKind::Sales,
                stored.id.any(),
                label(quarter),
                vec![
                    record.amount.map_or(Shown::Empty, Shown::Money),
                    if record.jobs.is_some() { label(jobs) } else { Shown::Empty },
                    text(&record.note),
                ],
            ));
        }
        for stored in self.rows.children::<MouEvent>("mou", id)? {
            let record = stored.record;
            self.all.push(Related {
                date: record.date.map(PartialDate::Day),
                ..Related::new(
                    RecordKind::MouEvent,
                    stored.id.any(),
                    label(record.state.label()),
                    vec![text(&record.note)],
                )
            });
        }
        self.placements("mou", id)
    }

    fn products(&mut self, column: &'static str, id: AnyId) -> Result<()> {
        for stored in self.rows.children::<Product>(column, id)? {
            let price = stored.record.retail_from.map_or(Shown::Empty, Shown::Money);
            self.all.push(Related::new(
                RecordKind::Product,
                stored.id.any(),
                Shown::Text(stored.record.name),
                vec![text(&stored.record.material), price],
            ));
        }
        Ok(())
    }

    fn artisan(&mut self, id: Id<Artisan>, record: &Artisan) -> Result<()> {
        let person = self.rows.linked(record.person)?.map(|stored| stored.record).unwrap_or_default();
        self.all.push(Related::new(
            RecordKind::Artisan,
            id.any(),
            Shown::Text(person.full_name),
            vec![
                text(&record.craft),
                person.birth.map_or(Shown::Empty, |birth| Shown::Year(i64::from(birth.year()))),
            ],
        ));
        Ok(())
    }

    fn organisation(&mut self, id: AnyId, record: &Organisation) {
        self.all.push(Related::new(
            RecordKind::Organisation,
            id,
            Shown::Text(record.name.clone()),
            vec![label(record.kind.label())],
        ));
    }

    /// What a person is in which organisation.
    fn offices(&mut self, person: Id<Person>) -> Result<()> {
        for stored in self.rows.children::<Position>("person", person.any())? {
            let record = stored.record;
            self.all.push(Related {
                date: record.from_date,
                until: record.to_date,
                ..Related::new(
                    RecordKind::Position,
                    stored.id.any(),
                    text(&record.title),
                    vec![link(self.rows, record.organisation)?],
                )
            });
        }
        Ok(())
    }

    fn placements(&mut self, column: &'static str, id: AnyId) -> Result<()> {
        for stored in self.rows.children::<Placement>(column, id)? {
            let of = self.rows.linked(stored.record.product)?.map(|stored| stored.record.name);
            let of = match (of, column) {
                (Some(name), _) => Shown::Text(name),
                (None, "organisation") => link(self.rows, stored.record.village)?,
                _ => Shown::Empty,
            };
            self.placement(stored.id.any(), &stored.record, of)?;
        }
        Ok(())
    }

    /// The placements of one product, those left out that stand under its village already.
    fn placements_of_product(
        &mut self,
        product: Id<Product>,
        name: &str,
        under: Option<AnyId>,
    ) -> Result<()> {
        for stored in self.rows.children::<Placement>("product", product.any())? {
            if under.is_none() || stored.record.village.map(|id| id.any()) != under {
                self.placement(stored.id.any(), &stored.record, text(name))?;
            }
        }
        Ok(())
    }

    fn placement(&mut self, id: AnyId, record: &Placement, of: Shown) -> Result<()> {
        let seller = self.rows.linked(record.organisation)?.map(|stored| stored.record.name);
        let name =
            if record.outlet.is_empty() { seller.clone().unwrap_or_default() } else { record.outlet.clone() };
        self.all.push(Related {
            date: record.from_date,
            until: record.to_date,
            ..Related::new(
                RecordKind::Placement,
                id,
                Shown::Text(name),
                vec![
                    label(record.kind.label()),
                    of,
                    record.yearly_sales.map_or(Shown::Empty, Shown::Money),
                    text(&record.result),
                ],
            )
        });
        Ok(())
    }

    /// MoUs outside the trash with the conferences they were signed at.
    fn mous(&mut self, ids: BTreeSet<Id<Mou>>) -> Result<()> {
        let mut conferences = BTreeSet::new();
        for id in ids {
            if self.rows.is_deleted(RecordKind::Mou, id.any())? != Some(false) {
                continue;
            }
            let mou = self.rows.get(id)?.record;
            let parties = mou_parties(self.rows, id)?.join(" – ");
            self.all.push(Related {
                date: mou.date.map(PartialDate::Day),
                ..Related::new(
                    RecordKind::Mou,
                    id.any(),
                    text(&mou.number),
                    vec![text(&parties), Shown::MouState(mou.state)],
                )
            });
            conferences.extend(mou.conference);
        }
        for id in conferences {
            self.conference_of(Some(id))?;
        }
        Ok(())
    }

    /// The conference something belongs to, unless it is in the trash.
    fn conference_of(&mut self, id: Option<Id<Conference>>) -> Result<()> {
        let Some(stored) = self.rows.linked(id)? else { return Ok(()) };
        if self.rows.is_deleted(RecordKind::Conference, stored.id.any())? == Some(false) {
            self.conference(stored.id, &stored.record);
        }
        Ok(())
    }

    fn conference(&mut self, id: Id<Conference>, record: &Conference) {
        if self.all.iter().any(|related| related.id == id.any()) {
            return;
        }
        self.all.push(Related {
            date: record.from_date.map(PartialDate::Day),
            ..Related::new(
                RecordKind::Conference,
                id.any(),
                text(&record.name),
                vec![text(&record.venue), record.from_date.map_or(Shown::Empty, Shown::Date)],
            )
        });
    }

    fn certificates(&mut self, column: &'static str, id: AnyId) -> Result<()> {
        for stored in self.rows.children::<Certificate>(column, id)? {
            let record = stored.record;
            let stars = record
                .stars
                .map_or(Shown::Empty, |stars| label(message("certificate-stars").with("count", stars)));
            self.all.push(Related {
                date: record.date,
                valid_to: record.valid_to,
                ..Related::new(
                    RecordKind::Certificate,
                    stored.id.any(),
                    label(record.kind.label()),
                    vec![
                        stars,
                        text(&record.field),
                        text(&record.number),
                        record.date.map_or(Shown::Empty, Shown::PartialDate),
                        text(&record.issuer),
                    ],
                )
            });
        }
        Ok(())
    }
}

/// The pictures and files of a record in their order, the main one first.
pub(super) fn pictures(rows: Rows<'_>, kind: RecordKind, id: AnyId) -> Result<Vec<Stored<Picture>>> {
    use RecordKind as K;
    let column = match kind {
        K::Village
        | K::Artisan
        | K::Person
        | K::Organisation
        | K::Product
        | K::Conference
        | K::Mou
        | K::ProgrammeItem => kind.table(),
        _ => return Ok(Vec::new()),
    };
    let mut pictures = rows.children::<Picture>(column, id)?;
    // An artisan is shown with the pictures of the person, and the person with those of the artisan.
    match kind {
        K::Artisan => {
            let person = rows.find::<Artisan>(Id::from_any(id))?.and_then(|stored| stored.record.person);
            if let Some(person) = person {
                pictures.extend(rows.children::<Picture>("person", person.any())?);
            }
        }
        K::Person => {
            for artisan in rows.children::<Artisan>("person", id)? {
                pictures.extend(rows.children::<Picture>("artisan", artisan.id.any())?);
            }
        }
        _ => {}
    }
    pictures.sort_by_key(|stored| (!stored.record.is_main, stored.record.sequence, stored.id));
    Ok(pictures)
}
