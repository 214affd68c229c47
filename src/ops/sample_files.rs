//! The files of the sample book in `assets/demo`, as they are written.

use serde::Deserialize;

/// Texts of one file.
macro_rules! demo {
    ($name:literal) => {
        include_str!(concat!("../../assets/demo/", $name, ".json"))
    };
}

/// The whole sample book as read.
pub(super) struct Files {
    pub villages: Vec<VillageFile>,
    pub people: Vec<PersonFile>,
    pub organisations: Vec<OrganisationFile>,
    pub products: Vec<ProductFile>,
    pub certificates: Vec<CertificateFile>,
    pub placements: Vec<PlacementFile>,
    pub conferences: Vec<ConferenceFile>,
    pub mous: Vec<MouFile>,
}

impl Files {
    /// Reads the files that are compiled into the program.
    pub(super) fn read() -> Result<Self, serde_json::Error> {
        Ok(Self {
            villages: serde_json::from_str(demo!("villages"))?,
            people: serde_json::from_str(demo!("people"))?,
            organisations: serde_json::from_str(demo!("organisations"))?,
            products: serde_json::from_str(demo!("products"))?,
            certificates: serde_json::from_str(demo!("certificates"))?,
            placements: serde_json::from_str(demo!("placements"))?,
            conferences: serde_json::from_str(demo!("conference"))?,
            mous: serde_json::from_str(demo!("mous"))?,
        })
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct VillageFile {
    pub key: String,
    pub name: String,
    pub other_names: String,
    pub name_en: String,
    pub recognition: String,
    pub trade_group: String,
    pub trades: Vec<String>,
    pub commune: String,
    pub hamlet: String,
    pub former_address: String,
    pub needs_checking: bool,
    pub founded: String,
    pub founded_year: Option<i64>,
    pub founded_basis: String,
    pub founder: String,
    pub story_sentence: String,
    pub story_sentence_en: String,
    pub materials: String,
    pub distinctive: String,
    pub products: Vec<String>,
    pub festival_day: Option<i8>,
    pub festival_month: Option<i8>,
    pub festival_note: String,
    pub certainty: std::collections::BTreeMap<String, String>,
    pub sources: String,
    pub note: String,
    pub invented: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct PhoneFile {
    pub number: String,
    pub zalo: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct PersonFile {
    pub key: String,
    pub full_name: String,
    pub sort_name: String,
    pub honorific: String,
    pub sex: String,
    pub birth: String,
    pub phones: Vec<PhoneFile>,
    pub email: String,
    pub commune: String,
    pub hamlet: String,
    pub artisan: Option<ArtisanFile>,
    pub note: String,
    pub invented: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ArtisanFile {
    pub village: String,
    pub craft: String,
    pub started: Option<i64>,
    pub state: String,
    pub works: String,
    pub taught: Option<i64>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct OrganisationFile {
    pub key: String,
    pub name: String,
    pub short_name: String,
    pub name_en: String,
    pub paper_symbol: String,
    pub kind: String,
    pub roles: Vec<String>,
    pub tax_code: String,
    pub commune: String,
    pub street: String,
    pub former_address: String,
    pub phones: Vec<PhoneFile>,
    pub email: String,
    pub website: String,
    pub bank_account: String,
    pub bank_name: String,
    pub bank_name_en: String,
    pub village: String,
    pub seeks: String,
    pub seeks_trades: Vec<String>,
    pub network: String,
    pub network_en: String,
    pub payment_days: Option<i64>,
    pub positions: Vec<PositionFile>,
    pub note: String,
    pub invented: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct PositionFile {
    pub person: String,
    pub title: String,
    pub title_en: String,
    pub from: String,
    pub signs: bool,
    pub authorisation_number: String,
    pub authorisation_date: String,
    pub authorised_by_title: String,
    pub authorised_by_title_en: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ProductFile {
    pub key: String,
    pub name: String,
    pub name_en: String,
    pub code: String,
    pub organisation: String,
    pub artisan: String,
    pub village: String,
    pub description: String,
    pub material: String,
    pub size: String,
    pub weight_grams: Option<i64>,
    pub unit: String,
    pub unit_en: String,
    pub retail_from: Option<i64>,
    pub retail_to: Option<i64>,
    pub wholesale_from: Option<i64>,
    pub wholesale_to: Option<i64>,
    pub minimum_order: Option<i64>,
    pub capacity_per_month: Option<i64>,
    pub lead_days: Option<i64>,
    pub packaging: String,
    pub hs_code: String,
    pub made_to_order: bool,
    pub on_sale: bool,
    pub invented: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct OwnerFile {
    pub village: String,
    pub artisan: String,
    pub organisation: String,
    pub product: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct CertificateFile {
    pub owner: OwnerFile,
    pub kind: String,
    pub stars: Option<i64>,
    pub criteria: String,
    pub field: String,
    pub number: String,
    pub date: String,
    pub issuer: String,
    pub valid_to: String,
    pub note: String,
    pub invented: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct PlacementFile {
    pub product: String,
    pub kind: String,
    pub outlet: String,
    pub organisation: String,
    pub from: String,
    pub to: String,
    pub yearly_sales: Option<i64>,
    pub result: String,
    pub invented: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct PlannedFile {
    pub delegates: Option<i64>,
    pub booths: Option<i64>,
    pub mous: Option<i64>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ConferenceFile {
    pub key: String,
    pub name: String,
    pub name_en: String,
    pub theme: String,
    pub kind: String,
    pub from: String,
    pub to: String,
    pub venue: String,
    pub venue_en: String,
    pub commune: String,
    pub street: String,
    pub host: String,
    pub cohosts: Vec<String>,
    pub sponsors: Vec<String>,
    pub planned: PlannedFile,
    pub state: String,
    pub code_prefix: String,
    pub participants: Vec<ParticipantFile>,
    pub invented: bool,
    pub answer_by: String,
    pub contact: String,
    pub chair: String,
    pub secretary: String,
    pub meetings: MeetingsFile,
    pub programme: Vec<ProgrammeFile>,
    pub committee: Vec<CommitteeFile>,
    pub tasks: Vec<TaskFile>,
    pub budget: Vec<BudgetFile>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct MeetingsFile {
    pub tables: Option<i64>,
    pub minutes: Option<i64>,
    pub from: String,
    pub to: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ProgrammeFile {
    pub start: String,
    pub minutes: Option<i64>,
    pub point: String,
    pub point_en: String,
    pub person: String,
    pub speaker: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct CommitteeFile {
    pub subcommittee: String,
    pub person: String,
    pub duty: String,
    pub work: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct TaskFile {
    pub task: String,
    pub responsible: String,
    pub due: String,
    pub state: String,
    pub done_on: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct BudgetFile {
    pub item: String,
    pub planned: Option<i64>,
    pub spent: Option<i64>,
    pub source: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ParticipantFile {
    pub person: String,
    pub organisation: String,
    pub guest_group: String,
    pub protocol_order: Option<i64>,
    pub class: String,
    pub invitation_number: String,
    pub invitation_channel: String,
    pub invited_on: String,
    pub answer: String,
    pub substitute_for: String,
    pub forms: Vec<String>,
    pub code: String,
    pub companions: Option<i64>,
    pub meal: String,
    pub notes: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct MouFile {
    pub key: String,
    pub template: String,
    pub number: Option<i64>,
    pub subject: String,
    pub subject_en: String,
    pub language: String,
    pub conference: String,
    pub date: String,
    pub place: String,
    pub place_en: String,
    pub parties: Vec<MouPartyFile>,
    pub witnesses: Vec<MouPartyFile>,
    pub village: String,
    pub village_name: String,
    pub product_group: String,
    pub product_group_en: String,
    pub corner_name: String,
    pub corner_name_en: String,
    pub outlets: Option<i64>,
    pub first_months: Option<i64>,
    pub supply: String,
    pub supply_en: String,
    pub target_value: Option<i64>,
    pub contract_by: String,
    pub certificates: String,
    pub certificates_en: String,
    pub payment_days: Option<i64>,
    pub report_period: String,
    pub report_period_en: String,
    pub review_months: Option<i64>,
    pub term_months: Option<i64>,
    pub notice_days: Option<i64>,
    pub copies_each: Option<i64>,
    pub witness_copies: Option<i64>,
    pub annex: Vec<AnnexFile>,
    pub states: Vec<StateFile>,
    pub invented: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct MouPartyFile {
    pub organisation: String,
    pub position: String,
    pub contact: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct AnnexFile {
    pub product: String,
    pub name: String,
    pub name_en: String,
    pub specification: String,
    pub specification_en: String,
    pub unit: String,
    pub unit_en: String,
    pub quantity: Option<i64>,
    pub price: Option<i64>,
    pub remarks: String,
    pub remarks_en: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct StateFile {
    pub state: String,
    pub date: String,
}
