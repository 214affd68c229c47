//! The sample book: real villages, invented people and firms, one conference, six MoUs.
//!
//! Everything goes in as one operation, so that one undo takes it away. Ids and contents are the same
//! every time. What needs paper (making a text final) is left to whoever can print; [`SampleBook`] says
//! which states each MoU is meant to reach.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::sample_files::{
    AnnexFile, CertificateFile, Files, MouFile, MouPartyFile, OrganisationFile, PersonFile, PhoneFile,
    PlacementFile, ProductFile, VillageFile,
};
use super::{AnyRecord, MouDraft, Outcome, Register, mous, records, scale};
use crate::domain::{
    AnyId, Artisan, Certainties, Certainty, Certificate, ClauseTree, CodeSet, ColumnType, Details, Id,
    IdSource, IssuedNumber, Item, Mou, MouLanguage, MouParty, MouProduct, MouState, NumberPattern,
    NumberSeries, Organisation, PartyRole, Person, PhoneNumber, PhoneNumbers, Placement, Position, Product,
    RecordKind, Village,
};
use crate::error::{Error, ErrorKind, Result};
use crate::i18n::message;
use crate::places::CommuneCode;
use crate::store::Writer;
use crate::vietnamese::{LunarDay, PartialDate, Sex, clean};

/// The text a sample MoU starts with, made from its template.
pub struct SampleClauses {
    /// Key of the template.
    pub template: String,
    /// Version of the template.
    pub template_version: i64,
    /// The text.
    pub clauses: Vec<ClauseTree>,
    /// The values the template asks for.
    pub details: Details,
}

/// A sample MoU and the states it reaches after the draft, each with its day.
type MouPlan = (Id<Mou>, Vec<(MouState, Date)>);

/// What was put in and what is still to be done with paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SampleBook {
    /// The MoUs in order with the states they reach after the draft.
    pub mous: Vec<MouPlan>,
}

impl Register {
    /// Puts the sample book into this register at this moment (milliseconds since 1970 in UTC), and
    /// beside it as many further artisans, with villages and firms in proportion, as asked.
    ///
    /// `progress` is told how many of the further artisans are done.
    pub fn fill_with_sample(
        &mut self,
        clauses: &[SampleClauses],
        artisans: usize,
        at: i64,
        progress: &mut dyn FnMut(usize),
    ) -> Result<SampleBook> {
        let files = Files::read()
            .map_err(|error| Error::new(ErrorKind::Bug("the sample book cannot be read")).because(error))?;
        let mut book = SampleBook::default();
        let places = self.store().places();
        self.operate(message("operation-sample"), at, |writer, ids| {
            let mut filling = Filling { writer, ids, keys: BTreeMap::new(), positions: BTreeMap::new() };
            filling.villages(&files.villages)?;
            filling.people(&files.people)?;
            filling.organisations(&files.organisations)?;
            filling.products(&files.products)?;
            filling.certificates(&files.certificates)?;
            filling.placements(&files.placements)?;
            filling.conferences(&files.conferences)?;
            book.mous = filling.mous(&files.mous, clauses)?;
            scale::fill(filling.writer, filling.ids, places, artisans, progress)?;
            Ok(Outcome::default())
        })?;
        Ok(book)
    }
}

pub(super) struct Filling<'f, 'c> {
    pub(super) writer: &'f mut Writer<'c>,
    ids: &'f mut IdSource,
    /// Ids by kind and key.
    keys: BTreeMap<(RecordKind, String), AnyId>,
    /// The position of a person in an organisation.
    positions: BTreeMap<(String, String), Id<Position>>,
}

impl Filling<'_, '_> {
    pub(super) fn add(&mut self, key: &str, record: impl Into<AnyRecord>) -> Result<AnyId> {
        let record = record.into();
        let kind = record.kind();
        let id = records::add(self.writer, self.ids, &record)?
            .id
            .ok_or(ErrorKind::Bug("a new record has no id"))?;
        self.keys.insert((kind, key.to_owned()), id);
        Ok(id)
    }

    /// The id of a record that was put in before; nothing for no key.
    pub(super) fn id<R: crate::domain::Record>(&self, key: &str) -> Result<Option<Id<R>>> {
        if key.is_empty() {
            return Ok(None);
        }
        let id = self.keys.get(&(R::KIND, key.to_owned()));
        id.map(|id| Some(Id::from_any(*id)))
            .ok_or_else(|| Error::new(ErrorKind::Bug("the sample book refers to nothing")).because(key))
    }

    fn villages(&mut self, files: &[VillageFile]) -> Result<()> {
        for file in files {
            self.add(&file.key, village(file))?;
        }
        Ok(())
    }

    fn people(&mut self, files: &[PersonFile]) -> Result<()> {
        for file in files {
            let person = Id::from_any(self.add(&file.key, person(file))?);
            if let Some(craft) = &file.artisan {
                let artisan = Artisan {
                    person: Some(person),
                    village: self.id(&craft.village)?,
                    craft: craft.craft.clone(),
                    started: craft.started,
                    state: code(&craft.state),
                    works: craft.works.clone(),
                    taught: craft.taught,
                    ..Artisan::default()
                };
                self.add(&file.key, artisan)?;
            }
        }
        Ok(())
    }

    fn organisations(&mut self, files: &[OrganisationFile]) -> Result<()> {
        for file in files {
            let village = self.id(&file.village)?;
            let organisation =
                Id::from_any(self.add(&file.key, Organisation { village, ..organisation(file) })?);
            for place in &file.positions {
                let position = Position {
                    person: self.id::<Person>(&place.person)?,
                    organisation: Some(organisation),
                    title: place.title.clone(),
                    title_en: place.title_en.clone(),
                    from_date: partial(&place.from),
                    signs: place.signs,
                    authorisation_number: place.authorisation_number.clone(),
                    authorisation_date: day(&place.authorisation_date),
                    authorised_by: place.authorised_by_title.clone(),
                    authorised_by_en: place.authorised_by_title_en.clone(),
                    ..Position::default()
                };
                let id = Id::from_any(self.add(&format!("{}/{}", file.key, place.person), position)?);
                self.positions.insert((file.key.clone(), place.person.clone()), id);
            }
        }
        Ok(())
    }

    fn products(&mut self, files: &[ProductFile]) -> Result<()> {
        for file in files {
            let product = Product {
                village: self.id(&file.village)?,
                artisan: self.id(&file.artisan)?,
                organisation: self.id(&file.organisation)?,
                ..product(file)
            };
            self.add(&file.key, product)?;
        }
        Ok(())
    }

    fn certificates(&mut self, files: &[CertificateFile]) -> Result<()> {
        for (file, number) in files.iter().zip(1..) {
            let certificate = Certificate {
                village: self.id(&file.owner.village)?,
                artisan: self.id(&file.owner.artisan)?,
                organisation: self.id(&file.owner.organisation)?,
                product: self.id(&file.owner.product)?,
                kind: code(&file.kind),
                stars: file.stars,
                criteria: file.criteria.clone(),
                field: file.field.clone(),
                number: file.number.clone(),
                date: partial(&file.date),
                issuer: file.issuer.clone(),
                valid_to: day(&file.valid_to),
                invented: file.invented,
                note: file.note.clone(),
            };
            self.add(&format!("{number}"), certificate)?;
        }
        Ok(())
    }

    fn placements(&mut self, files: &[PlacementFile]) -> Result<()> {
        for (file, number) in files.iter().zip(1..) {
            let placement = Placement {
                product: self.id(&file.product)?,
                kind: code(&file.kind),
                outlet: file.outlet.clone(),
                organisation: self.id(&file.organisation)?,
                from_date: partial(&file.from),
                to_date: partial(&file.to),
                yearly_sales: file.yearly_sales,
                result: file.result.clone(),
                invented: file.invented,
                ..Placement::default()
            };
            self.add(&format!("{number}"), placement)?;
        }
        Ok(())
    }

    fn mous(&mut self, files: &[MouFile], clauses: &[SampleClauses]) -> Result<Vec<MouPlan>> {
        let series = NumberSeries {
            name: "Biên bản ghi nhớ 2026".to_owned(),
            pattern: "{so:02}/{nam}/BBGN-HHLN".to_owned(),
            year: Some(2026),
            first: 1,
            ..NumberSeries::default()
        };
        let pattern = series.pattern.clone();
        let series = Id::from_any(self.add("2026", series)?);
        let mut made = Vec::new();
        for file in files {
            let draft = self.mou(file, clauses)?;
            let id = mous::save(self.writer, self.ids, None, &draft)?.id;
            let id = Id::<Mou>::from_any(id.ok_or(ErrorKind::Bug("a new MoU has no id"))?);
            if let Some(value) = file.number {
                self.number(id, series, &pattern, value)?;
            }
            let states = file.states.iter().filter_map(|state| Some((code(&state.state), day(&state.date)?)));
            made.push((id, states.filter(|(state, _)| *state != MouState::Draft).collect()));
        }
        Ok(made)
    }

    fn number(&mut self, id: Id<Mou>, series: Id<NumberSeries>, pattern: &str, value: i64) -> Result<()> {
        let pattern =
            NumberPattern::parse(pattern).ok().ok_or(ErrorKind::Bug("the sample pattern is wrong"))?;
        let number = IssuedNumber {
            series: Some(series),
            value: Some(value),
            text: pattern.format(value, 2026),
            mou: Some(id),
            ..IssuedNumber::default()
        };
        let before = self.writer.rows().get(id)?.record;
        mous::put_number(self.writer, self.ids, id, &before, &number)?;
        Ok(())
    }

    fn mou(&self, file: &MouFile, clauses: &[SampleClauses]) -> Result<MouDraft> {
        let clauses = clauses.iter().find(|clauses| clauses.template == file.template);
        let clauses = clauses.ok_or(ErrorKind::Bug("the template of a sample MoU is missing"))?;
        let village: Option<Id<Village>> = self.id(&file.village)?;
        let mou = Mou {
            conference: self.id(&file.conference)?,
            village,
            template: clauses.template.clone(),
            template_version: clauses.template_version,
            details: clauses.details.clone(),
            ..mou(file)
        };
        let parties =
            file.parties.iter().zip(1..).map(|(party, place)| self.party(party, PartyRole::Party, place));
        let witnesses =
            file.witnesses.iter().zip(1..).map(|(party, place)| self.party(party, PartyRole::Witness, place));
        Ok(MouDraft {
            mou,
            parties: parties.chain(witnesses).collect::<Result<_>>()?,
            clauses: clauses.clauses.clone(),
            products: file.annex.iter().map(|line| self.annex_line(line)).collect::<Result<_>>()?,
        })
    }

    fn party(&self, file: &MouPartyFile, role: PartyRole, sequence: i64) -> Result<Item<MouParty>> {
        let signer = self.positions.get(&(file.organisation.clone(), file.position.clone())).copied();
        Ok(MouParty {
            role,
            sequence,
            organisation: self.id(&file.organisation)?,
            signer,
            contact: self.id(&file.contact)?,
            ..MouParty::default()
        }
        .into())
    }

    fn annex_line(&self, file: &AnnexFile) -> Result<Item<MouProduct>> {
        Ok(MouProduct {
            product: self.id(&file.product)?,
            name: file.name.clone(),
            name_en: file.name_en.clone(),
            specification: file.specification.clone(),
            specification_en: file.specification_en.clone(),
            unit: file.unit.clone(),
            unit_en: file.unit_en.clone(),
            quantity: file.quantity,
            price: file.price,
            remarks: file.remarks.clone(),
            remarks_en: file.remarks_en.clone(),
            ..MouProduct::default()
        }
        .into())
    }
}

/// The value of a code as the files write it.
pub(super) fn code<T: ColumnType>(text: &str) -> T {
    T::from_cell(crate::domain::Cell::Text(text.to_owned()))
}

pub(super) fn set(codes: &[String]) -> CodeSet {
    CodeSet::of(codes.iter().map(String::as_str))
}

pub(super) fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn partial(text: &str) -> Option<PartialDate> {
    PartialDate::from_iso(text)
}

fn phones(files: &[PhoneFile]) -> PhoneNumbers {
    let number = |file: &PhoneFile| PhoneNumber {
        digits: clean(&file.number).chars().filter(char::is_ascii_digit).collect(),
        zalo: file.zalo,
    };
    PhoneNumbers(files.iter().map(number).collect())
}

fn village(file: &VillageFile) -> Village {
    let certainty = file.certainty.iter().map(|(field, word)| {
        let field = match field.as_str() {
            "products" => "products_made",
            "festival_day" | "festival_month" => "festival",
            other => other,
        };
        (field.to_owned(), if word == "unsure" { Certainty::Unsure } else { Certainty::Unverified })
    });
    Village {
        name: file.name.clone(),
        other_names: file.other_names.clone(),
        name_en: file.name_en.clone(),
        recognition: code(&file.recognition),
        trade_group: code(&file.trade_group),
        trades: set(&file.trades),
        commune: CommuneCode::parse(&file.commune),
        street: file.hamlet.clone(),
        former_address: file.former_address.clone(),
        place_needs_checking: file.needs_checking,
        founded: file.founded.clone(),
        founded_year: file.founded_year,
        founded_basis: code(&file.founded_basis),
        founder: file.founder.clone(),
        story_sentence: file.story_sentence.clone(),
        story_sentence_en: file.story_sentence_en.clone(),
        materials: file.materials.clone(),
        distinctive: file.distinctive.clone(),
        products_made: file.products.join(", "),
        festival: file.festival_day.zip(file.festival_month).map(|(day, month)| LunarDay {
            day,
            month,
            leap: false,
        }),
        festival_note: file.festival_note.clone(),
        in_catalogue: true,
        sources: file.sources.clone(),
        certainty: Certainties(certainty.collect()),
        invented: file.invented,
        note: file.note.clone(),
        ..Village::default()
    }
}

fn person(file: &PersonFile) -> Person {
    Person {
        full_name: file.full_name.clone(),
        sort_name: file.sort_name.clone(),
        honorific: file.honorific.clone(),
        sex: match file.sex.as_str() {
            "male" => Some(Sex::Male),
            "female" => Some(Sex::Female),
            _ => None,
        },
        birth: partial(&file.birth),
        phones: phones(&file.phones),
        email: file.email.clone(),
        commune: CommuneCode::parse(&file.commune),
        street: file.hamlet.clone(),
        invented: file.invented,
        note: file.note.clone(),
        ..Person::default()
    }
}

fn organisation(file: &OrganisationFile) -> Organisation {
    Organisation {
        name: file.name.clone(),
        short_name: file.short_name.clone(),
        paper_symbol: file.paper_symbol.clone(),
        name_en: file.name_en.clone(),
        kind: code(&file.kind),
        roles: set(&file.roles),
        tax_code: file.tax_code.clone(),
        commune: CommuneCode::parse(&file.commune),
        street: file.street.clone(),
        former_address: file.former_address.clone(),
        phones: phones(&file.phones),
        email: file.email.clone(),
        website: file.website.clone(),
        bank_account: file.bank_account.clone(),
        bank_name: file.bank_name.clone(),
        bank_name_en: file.bank_name_en.clone(),
        seeks: file.seeks.clone(),
        seeks_trades: set(&file.seeks_trades),
        network: file.network.clone(),
        network_en: file.network_en.clone(),
        payment_days: file.payment_days,
        invented: file.invented,
        note: file.note.clone(),
        ..Organisation::default()
    }
}

fn product(file: &ProductFile) -> Product {
    Product {
        name: file.name.clone(),
        name_en: file.name_en.clone(),
        code: file.code.clone(),
        description: file.description.clone(),
        material: file.material.clone(),
        size: file.size.clone(),
        weight_grams: file.weight_grams,
        unit: file.unit.clone(),
        unit_en: file.unit_en.clone(),
        retail_from: file.retail_from,
        retail_to: file.retail_to,
        wholesale_from: file.wholesale_from,
        wholesale_to: file.wholesale_to,
        minimum_order: file.minimum_order,
        capacity_per_month: file.capacity_per_month,
        lead_days: file.lead_days,
        packaging: file.packaging.clone(),
        hs_code: file.hs_code.clone(),
        made_to_order: file.made_to_order,
        on_sale: file.on_sale,
        invented: file.invented,
        ..Product::default()
    }
}

fn mou(file: &MouFile) -> Mou {
    Mou {
        subject: file.subject.clone(),
        subject_en: file.subject_en.clone(),
        language: MouLanguage::from_code(&file.language).unwrap_or_default(),
        date: day(&file.date),
        place: file.place.clone(),
        place_en: file.place_en.clone(),
        village_name: file.village_name.clone(),
        product_group: file.product_group.clone(),
        product_group_en: file.product_group_en.clone(),
        corner_name: file.corner_name.clone(),
        corner_name_en: file.corner_name_en.clone(),
        outlets: file.outlets,
        first_months: file.first_months,
        supply: file.supply.clone(),
        supply_en: file.supply_en.clone(),
        target_value: file.target_value,
        contract_by: day(&file.contract_by),
        certificates: file.certificates.clone(),
        certificates_en: file.certificates_en.clone(),
        payment_days: file.payment_days,
        report_period: file.report_period.clone(),
        report_period_en: file.report_period_en.clone(),
        review_months: file.review_months,
        term_months: file.term_months,
        notice_days: file.notice_days,
        copies_each: file.copies_each,
        witness_copies: file.witness_copies,
        invented: file.invented,
        ..Mou::default()
    }
}
