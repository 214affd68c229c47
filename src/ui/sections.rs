//! What the form of each kind asks for: cards, fields, and how each is filled in.

use super::{conference_sections, office_sections};
use crate::domain::{
    ArtisanState, CertificateKind, Demand, Environment, FoundedBasis, OrganisationKind, OrganisationRole,
    PictureConsent, PictureRight, PlacementKind, Recognition, RecordKind, SigningForm, Trade, TradeGroup,
};
use crate::i18n::{Message, field_label, message};

/// How a column is filled in.
#[derive(Clone, Copy, Debug)]
pub enum Input {
    /// A line.
    Text,
    /// A line that is masked unless the keyboard is in it.
    Secret,
    /// Several lines.
    Lines(usize),
    /// A whole number.
    Number,
    /// A year.
    Year,
    /// Whole đồng.
    Money,
    /// Degrees with decimals, kept as microdegrees.
    Degrees,
    /// A day.
    Day,
    /// A time of the day.
    Time,
    /// A day, month or year.
    PartialDate,
    /// Telephone numbers.
    Phones,
    /// A day of the lunar calendar.
    Lunar,
    /// Yes or no.
    YesNo,
    /// One of some codes.
    Code(fn() -> Vec<(&'static str, Message)>),
    /// Several of some codes.
    Codes(fn() -> Vec<(&'static str, Message)>),
    /// Several provinces or cities.
    Provinces,
    /// A commune.
    Place,
    /// The commune before 1 July 2025: follows from the address, shown and not typed.
    FormerPlace,
    /// Another record.
    Link(RecordKind),
    /// A party of the record's MoU, drawn by the form: an organisation in one column or a person in another.
    Party,
    /// Tags of the office.
    Tags,
}

/// One field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The column; a person's columns in an artisan's form begin with `person.`.
    pub column: &'static str,
    /// How it is filled in.
    pub input: Input,
    /// Twelfths of the width of its card; none where it is filled in together with another.
    pub width: u8,
    /// Must be filled.
    pub required: bool,
    /// Its label, where the column is called otherwise in other records.
    pub label: Option<fn() -> Message>,
}

impl Asked {
    /// What the field is called.
    pub fn called(&self) -> Message {
        self.label.map_or_else(|| field_label(self.column), |label| label())
    }
}

pub(super) const fn asked(column: &'static str, input: Input, width: u8) -> Asked {
    Asked { column, input, width, required: false, label: None }
}

pub(super) const fn needed(column: &'static str, input: Input, width: u8) -> Asked {
    Asked { column, input, width, required: true, label: None }
}

/// A card of a form.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Its title.
    pub title: fn() -> Message,
    /// Its fields.
    pub fields: &'static [Asked],
    /// Stands in the column at the right.
    pub right: bool,
}

macro_rules! codes_of {
    ($($name:ident: $kind:ident),* $(,)?) => {
        $(fn $name() -> Vec<(&'static str, Message)> {
            $kind::ALL.iter().map(|value| (value.code(), value.label())).collect()
        })*
    };
}
pub(super) use codes_of;

codes_of!(
    recognitions: Recognition,
    trade_groups: TradeGroup,
    trades: Trade,
    bases: FoundedBasis,
    environments: Environment,
    artisan_states: ArtisanState,
    organisation_kinds: OrganisationKind,
    roles: OrganisationRole,
    certificate_kinds: CertificateKind,
    demands: Demand,
    placement_kinds: PlacementKind,
    signing_forms: SigningForm,
    picture_rights: PictureRight,
    picture_consents: PictureConsent,
);

fn sexes() -> Vec<(&'static str, Message)> {
    vec![("", message("word-unknown")), ("female", message("sex-female")), ("male", message("sex-male"))]
}

pub(super) const fn left(title: fn() -> Message, fields: &'static [Asked]) -> Section {
    Section { title, fields, right: false }
}

pub(super) const fn right(title: fn() -> Message, fields: &'static [Asked]) -> Section {
    Section { title, fields, right: true }
}

/// What an office notes for itself.
const OFFICE: Section =
    right(|| message("form-office"), &[asked("tags", Input::Tags, 12), asked("note", Input::Lines(3), 12)]);

/// The same for kinds without tags.
pub(super) const REMARK: Section = right(|| message("form-office"), &[asked("note", Input::Lines(3), 12)]);

const VILLAGE: &[Section] = &[
    left(
        || message("form-names"),
        &[
            needed("name", Input::Text, 6),
            asked("name_en", Input::Text, 6),
            asked("other_names", Input::Text, 6),
            asked("trades", Input::Codes(trades), 6),
            asked("trade_group", Input::Code(trade_groups), 12),
        ],
    ),
    left(
        || message("form-place"),
        &[
            asked("commune", Input::Place, 7),
            asked("street", Input::Text, 5),
            asked("former_address", Input::Text, 12),
            asked("former_commune", Input::FormerPlace, 12),
            asked("latitude", Input::Degrees, 4),
            asked("longitude", Input::Degrees, 4),
            asked("place_needs_checking", Input::YesNo, 4),
        ],
    ),
    left(
        || message("form-story"),
        &[
            asked("founded", Input::Text, 6),
            asked("founded_basis", Input::Code(bases), 6),
            asked("founded_year", Input::Year, 4),
            asked("founder", Input::Text, 8),
            asked("story_sentence", Input::Lines(2), 12),
            asked("story_short", Input::Lines(4), 12),
            asked("story_long", Input::Lines(6), 12),
            asked("process", Input::Lines(3), 12),
            asked("products_made", Input::Text, 6),
            asked("materials", Input::Text, 6),
            asked("distinctive", Input::Lines(2), 12),
        ],
    ),
    left(
        || message("form-english"),
        &[
            asked("story_sentence_en", Input::Lines(2), 12),
            asked("story_short_en", Input::Lines(4), 12),
            asked("story_long_en", Input::Lines(6), 12),
        ],
    ),
    right(
        || message("form-recognition"),
        &[
            asked("recognition", Input::Code(recognitions), 12),
            asked("recognition_number", Input::Text, 7),
            asked("recognition_date", Input::PartialDate, 5),
            asked("recognition_issuer", Input::Text, 12),
        ],
    ),
    right(
        || message("form-size"),
        &[
            asked("households", Input::Number, 4),
            asked("craft_households", Input::Number, 4),
            asked("workers", Input::Number, 4),
            asked("revenue", Input::Money, 8),
            asked("revenue_year", Input::Year, 4),
            asked("environment", Input::Code(environments), 12),
            asked("lead_organisation", Input::Link(RecordKind::Organisation), 12),
        ],
    ),
    right(
        || message("form-visit"),
        &[
            asked("in_catalogue", Input::YesNo, 12),
            asked("visiting_hours", Input::Text, 12),
            asked("visiting_experiences", Input::Lines(3), 12),
            asked("directions", Input::Lines(2), 12),
            asked("parking", Input::Text, 12),
            asked("festival", Input::Lunar, 12),
            asked("festival_note", Input::Lines(2), 12),
        ],
    ),
    OFFICE,
];

macro_rules! person_fields {
    ($prefix:literal) => {
        &[
            asked(concat!($prefix, "honorific"), Input::Text, 3),
            needed(concat!($prefix, "full_name"), Input::Text, 9),
            asked(concat!($prefix, "birth"), Input::PartialDate, 4),
            asked(concat!($prefix, "sex"), Input::Code(sexes), 4),
            asked(concat!($prefix, "sort_name"), Input::Text, 4),
            asked(concat!($prefix, "phones"), Input::Phones, 6),
            asked(concat!($prefix, "email"), Input::Text, 6),
            asked(concat!($prefix, "personal_id"), Input::Secret, 12),
        ]
    };
}

macro_rules! person_place {
    ($prefix:literal) => {
        &[
            asked(concat!($prefix, "commune"), Input::Place, 7),
            asked(concat!($prefix, "street"), Input::Text, 5),
            asked(concat!($prefix, "former_address"), Input::Text, 12),
            asked(concat!($prefix, "former_commune"), Input::FormerPlace, 12),
        ]
    };
}

const PERSON: &[Section] = &[
    left(|| message("form-person"), person_fields!("")),
    right(|| message("form-place"), person_place!("")),
    OFFICE,
];

const ARTISAN: &[Section] = &[
    left(|| message("form-person"), person_fields!("person.")),
    left(|| message("form-place"), person_place!("person.")),
    right(
        || message("form-craft"),
        &[
            asked("village", Input::Link(RecordKind::Village), 12),
            asked("craft", Input::Text, 6),
            asked("state", Input::Code(artisan_states), 6),
            asked("started", Input::Year, 6),
            asked("taught", Input::Number, 6),
            asked("works", Input::Lines(3), 12),
        ],
    ),
    OFFICE,
];

const ORGANISATION: &[Section] = &[
    left(
        || message("form-names"),
        &[
            needed("name", Input::Text, 12),
            asked("short_name", Input::Text, 6),
            asked("sort_name", Input::Text, 6),
            asked("name_en", Input::Text, 12),
            asked("kind", Input::Code(organisation_kinds), 6),
            asked("tax_code", Input::Text, 6),
            asked("roles", Input::Codes(roles), 12),
            asked("superior", Input::Text, 8),
            asked("paper_symbol", Input::Text, 4),
            asked("superior_en", Input::Text, 12),
        ],
    ),
    left(
        || message("form-place"),
        &[
            asked("commune", Input::Place, 7),
            asked("street", Input::Text, 5),
            asked("former_address", Input::Text, 12),
            asked("former_commune", Input::FormerPlace, 12),
            asked("village", Input::Link(RecordKind::Village), 12),
        ],
    ),
    left(
        || message("form-contact"),
        &[
            asked("phones", Input::Phones, 12),
            asked("email", Input::Text, 6),
            asked("website", Input::Text, 6),
        ],
    ),
    left(
        || message("form-bank"),
        &[
            asked("bank_account", Input::Secret, 5),
            asked("bank_name", Input::Text, 7),
            asked("bank_name_en", Input::Text, 12),
        ],
    ),
    right(
        || message("form-seeks"),
        &[
            asked("seeks", Input::Lines(2), 12),
            asked("seeks_trades", Input::Codes(trades), 12),
            asked("seeks_quantity", Input::Text, 12),
            asked("seeks_price_from", Input::Money, 6),
            asked("seeks_price_to", Input::Money, 6),
            asked("seeks_certificates", Input::Text, 12),
            asked("payment_days", Input::Number, 6),
        ],
    ),
    right(
        || message("form-network"),
        &[
            asked("network", Input::Text, 8),
            asked("outlets", Input::Number, 4),
            asked("network_en", Input::Text, 12),
            asked("markets", Input::Text, 12),
        ],
    ),
    OFFICE,
];

const PRODUCT: &[Section] = &[
    left(
        || message("form-names"),
        &[
            needed("name", Input::Text, 8),
            asked("code", Input::Text, 4),
            asked("name_en", Input::Text, 12),
            asked("village", Input::Link(RecordKind::Village), 12),
            asked("organisation", Input::Link(RecordKind::Organisation), 12),
            asked("artisan", Input::Link(RecordKind::Artisan), 12),
        ],
    ),
    left(
        || message("form-description"),
        &[
            asked("description", Input::Lines(3), 12),
            asked("material", Input::Text, 6),
            asked("size", Input::Text, 6),
            asked("unit", Input::Text, 4),
            asked("unit_en", Input::Text, 4),
            asked("weight_grams", Input::Number, 4),
            asked("packaging", Input::Text, 12),
            asked("hs_code", Input::Text, 6),
            asked("barcode", Input::Text, 6),
        ],
    ),
    right(
        || message("form-trade"),
        &[
            asked("retail_from", Input::Money, 6),
            asked("retail_to", Input::Money, 6),
            asked("wholesale_from", Input::Money, 6),
            asked("wholesale_to", Input::Money, 6),
            asked("minimum_order", Input::Number, 4),
            asked("capacity_per_month", Input::Number, 4),
            asked("lead_days", Input::Number, 4),
            asked("export_markets", Input::Text, 12),
            asked("on_sale", Input::YesNo, 6),
            asked("made_to_order", Input::YesNo, 6),
        ],
    ),
    OFFICE,
];

const PRESERVATION: &[Section] = &[
    left(
        || message("form-found"),
        &[
            needed("date", Input::PartialDate, 6),
            asked("assessor", Input::Text, 6),
            asked("practising", Input::Number, 6),
            asked("over_sixty", Input::Number, 6),
            asked("successors", Input::Number, 6),
            asked("craft_households", Input::Number, 6),
            asked("demand", Input::Code(demands), 12),
        ],
    ),
    right(
        || message("form-threats"),
        &[
            asked("threats", Input::Lines(3), 12),
            asked("measures", Input::Lines(3), 12),
            asked("note", Input::Lines(2), 12),
        ],
    ),
];

const CERTIFICATE: &[Section] = &[
    left(
        || message("form-certificate"),
        &[
            asked("kind", Input::Code(certificate_kinds), 8),
            asked("stars", Input::Number, 4),
            asked("field", Input::Text, 12),
            asked("criteria", Input::Text, 12),
        ],
    ),
    left(
        || message("form-decision"),
        &[
            asked("number", Input::Text, 6),
            asked("date", Input::PartialDate, 6),
            asked("issuer", Input::Text, 6),
            asked("valid_to", Input::Day, 6),
        ],
    ),
    REMARK,
];

const POSITION: &[Section] = &[
    left(
        || message("form-position"),
        &[
            needed("person", Input::Link(RecordKind::Person), 12),
            needed("organisation", Input::Link(RecordKind::Organisation), 12),
            needed("title", Input::Text, 6),
            asked("title_en", Input::Text, 6),
            asked("from_date", Input::PartialDate, 6),
            asked("to_date", Input::PartialDate, 6),
        ],
    ),
    right(
        || message("form-authority"),
        &[
            asked("signs", Input::YesNo, 12),
            asked("signing_form", Input::Code(signing_forms), 12),
            asked("authorised_by", Input::Text, 6),
            asked("authorised_by_en", Input::Text, 6),
            asked("authorisation_number", Input::Text, 12),
            asked("authorisation_date", Input::Day, 6),
            asked("authorisation_until", Input::Day, 6),
        ],
    ),
    REMARK,
];

const APPRENTICESHIP: &[Section] = &[
    left(
        || message("form-teaching"),
        &[
            needed("master", Input::Link(RecordKind::Artisan), 12),
            needed("apprentice", Input::Link(RecordKind::Artisan), 12),
            asked("from_date", Input::PartialDate, 6),
            asked("to_date", Input::PartialDate, 6),
        ],
    ),
    REMARK,
];

const PLACEMENT: &[Section] = &[
    left(
        || message("form-sold"),
        &[
            asked("village", Input::Link(RecordKind::Village), 12),
            asked("product", Input::Link(RecordKind::Product), 12),
            asked("kind", Input::Code(placement_kinds), 6),
            asked("outlet", Input::Text, 6),
            asked("organisation", Input::Link(RecordKind::Organisation), 12),
            asked("mou", Input::Link(RecordKind::Mou), 12),
        ],
    ),
    right(
        || message("form-result"),
        &[
            asked("from_date", Input::PartialDate, 6),
            asked("to_date", Input::PartialDate, 6),
            asked("yearly_sales", Input::Money, 12),
            asked("result", Input::Lines(3), 12),
            asked("note", Input::Lines(2), 12),
        ],
    ),
];

const PICTURE: &[Section] = &[
    left(
        || message("form-picture"),
        &[
            asked("caption", Input::Text, 12),
            asked("caption_en", Input::Text, 12),
            asked("author", Input::Text, 6),
            asked("taken", Input::PartialDate, 6),
            asked("file_name", Input::Text, 12),
        ],
    ),
    right(
        || message("form-rights"),
        &[
            asked("usage_right", Input::Code(picture_rights), 12),
            asked("consent", Input::Code(picture_consents), 12),
            asked("note", Input::Lines(2), 12),
        ],
    ),
];

/// The cards of the form of a kind; empty for kinds that are not filled in by themselves.
pub fn sections(kind: RecordKind) -> &'static [Section] {
    match kind {
        RecordKind::Village => VILLAGE,
        RecordKind::Person => PERSON,
        RecordKind::Artisan => ARTISAN,
        RecordKind::Organisation => ORGANISATION,
        RecordKind::Product => PRODUCT,
        RecordKind::Preservation => PRESERVATION,
        RecordKind::Certificate => CERTIFICATE,
        RecordKind::Position => POSITION,
        RecordKind::Apprenticeship => APPRENTICESHIP,
        RecordKind::Placement => PLACEMENT,
        RecordKind::Picture => PICTURE,
        RecordKind::Obligation => office_sections::OBLIGATION,
        RecordKind::FollowUp => office_sections::FOLLOW_UP,
        RecordKind::Contract => office_sections::CONTRACT,
        RecordKind::Sales => office_sections::SALES,
        RecordKind::NumberSeries => office_sections::NUMBER_SERIES,
        RecordKind::NumberBlock => office_sections::NUMBER_BLOCK,
        kind => conference_sections::sections(kind),
    }
}
