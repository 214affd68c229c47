//! Organisations (đối tác, hợp tác xã, doanh nghiệp, cơ quan) and who holds which position in them.

use super::record::{CodeSet, PhoneNumbers, codes, record};
use super::{Id, Person, Village};
use crate::i18n::{Message, Value, message};
use crate::places::CommuneCode;
use crate::vietnamese::PartialDate;
use jiff::civil::Date;

codes! {
    /// Kinds of organisations (handbook 1.5).
    OrganisationKind, "organisation-kind" {
        /// Something else.
        #[default]
        Other = "other",
        /// Cooperative (HTX).
        Cooperative = "cooperative",
        /// Union of cooperatives (LHHTX).
        CooperativeUnion = "cooperative_union",
        /// Cooperative group without legal personality (THT).
        CooperativeGroup = "cooperative_group",
        /// Household business (HKD).
        Household = "household",
        /// Private enterprise (DNTN).
        PrivateEnterprise = "private_enterprise",
        /// Limited company (TNHH).
        LimitedCompany = "limited_company",
        /// Joint stock company (CP).
        JointStockCompany = "joint_stock_company",
        /// Branch or representative office.
        Branch = "branch",
        /// Association or club.
        Association = "association",
        /// State agency or public service unit.
        StateAgency = "state_agency",
        /// School or institute.
        School = "school",
        /// Foreign organisation.
        Foreign = "foreign",
    }
}

impl OrganisationKind {
    /// Whether it usually has a round seal; households and groups sign without one (handbook 1.5).
    pub fn has_seal(self) -> bool {
        !matches!(self, Self::Household | Self::CooperativeGroup | Self::Foreign)
    }

    /// Whether a tax code must stand on its papers: firms and cooperatives.
    pub fn needs_tax_code(self) -> bool {
        matches!(
            self,
            Self::Cooperative
                | Self::CooperativeUnion
                | Self::Household
                | Self::PrivateEnterprise
                | Self::LimitedCompany
                | Self::JointStockCompany
                | Self::Branch
        )
    }
}

codes! {
    /// What an organisation does for the crafts.
    OrganisationRole, "organisation-role" {
        /// Makes.
        #[default]
        Producer = "producer",
        /// Distributes.
        Distributor = "distributor",
        /// Sells in supermarkets.
        Supermarket = "supermarket",
        /// Brings visitors.
        Travel = "travel",
        /// Exports.
        Exporter = "exporter",
        /// State agency.
        Agency = "agency",
        /// Association.
        Association = "association",
        /// Press.
        Press = "press",
        /// Bank.
        Bank = "bank",
        /// School or institute.
        School = "school",
    }
}

record! {
    /// An organisation.
    Organisation {
        /// Full legal name.
        name: String,
        /// Short name.
        short_name: String,
        /// Name for sorting; empty follows the rule (without the kind), text wins over it.
        sort_name: String,
        /// Name in English texts.
        name_en: String,
        /// The body above it, as it stands over its name on papers (cơ quan chủ quản).
        superior: String,
        /// The same in English.
        superior_en: String,
        /// How it is called in numbers of papers: "HHLN" in "12/BC-HHLN".
        paper_symbol: String,
        /// Kind.
        kind: OrganisationKind,
        /// Codes of [`OrganisationRole`].
        roles: CodeSet,
        /// Tax code: 10, 13 or 12 digits without separators.
        tax_code: String,
        /// Commune of the current list.
        commune: Option<CommuneCode>,
        /// House, street or hamlet.
        street: String,
        /// Address before 1 July 2025, as text.
        former_address: String,
        /// Code of the commune of that address in the list before 1 July 2025.
        former_commune: Option<CommuneCode>,
        /// Telephone numbers.
        phones: PhoneNumbers,
        /// E-mail address.
        email: String,
        /// Website.
        website: String,
        /// Bank account number; sensitive.
        bank_account: String,
        /// Bank and branch.
        bank_name: String,
        /// Bank and branch in English texts.
        bank_name_en: String,
        /// The village whose organisation it is.
        village: Option<Id<Village>>,
        /// What it looks for, in words.
        seeks: String,
        /// Codes of the trades it looks for.
        seeks_trades: CodeSet,
        /// How much it looks for: "500 bộ mỗi tháng".
        seeks_quantity: String,
        /// The lowest price it looks for, in đồng.
        seeks_price_from: Option<i64>,
        /// The highest price it looks for, in đồng.
        seeks_price_to: Option<i64>,
        /// Certificates its suppliers need.
        seeks_certificates: String,
        /// How many outlets it has.
        outlets: Option<i64>,
        /// Its markets: provinces, countries.
        markets: String,
        /// Its network: "36 siêu thị".
        network: String,
        /// The same in English.
        network_en: String,
        /// Payment term in days.
        payment_days: Option<i64>,
        /// Invented for the sample book.
        invented: bool,
        /// Remark of the office.
        note: String,
        /// Tags of the office.
        tags: CodeSet,
    }
}

impl Organisation {
    /// Its short name, or where it has none its name.
    pub fn short(&self) -> &str {
        if self.short_name.is_empty() { &self.name } else { &self.short_name }
    }
}

codes! {
    /// In which right somebody signs (Decree 30/2020/NĐ-CP, article 13 and annex I).
    SigningForm, "signing-form" {
        /// In their own right, or by a power of attorney where there is one.
        #[default]
        Own = "own",
        /// "TM.": for a body that decides together.
        Body = "tm",
        /// "KT.": a deputy in place of the head.
        Deputy = "kt",
        /// "TL.": by order of the head.
        Order = "tl",
        /// "TUQ.": by a power of attorney.
        Authority = "tuq",
        /// "Q.": somebody who holds the place of the head for a time.
        Acting = "q",
    }
}

impl SigningForm {
    /// The line above the position of who signs: "KT. GIÁM ĐỐC"; nothing for who signs in their own right.
    pub fn line(self, principal: impl Into<Value>) -> Option<Message> {
        let line = match self {
            Self::Own | Self::Acting => return None,
            Self::Body => message("signing-tm"),
            Self::Deputy => message("signing-kt"),
            Self::Order => message("signing-tl"),
            Self::Authority => message("signing-tuq"),
        };
        Some(line.with("principal", principal))
    }
}

record! {
    /// What a person is in an organisation, and whether the person may sign for it.
    Position {
        /// The person.
        person: Option<Id<Person>>,
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// Title: "Chủ tịch Hội đồng quản trị".
        title: String,
        /// Title in English.
        title_en: String,
        /// From when.
        from_date: Option<PartialDate>,
        /// Until when; empty means still.
        to_date: Option<PartialDate>,
        /// May sign as the legal representative.
        signs: bool,
        /// In which right.
        signing_form: SigningForm,
        /// Number of the authorisation, when signing by authority.
        authorisation_number: String,
        /// Date of the authorisation.
        authorisation_date: Option<Date>,
        /// The last day of the authorisation; empty means until it is taken back.
        authorisation_until: Option<Date>,
        /// Title of who authorised or gave the order, or the body that is signed for: "Tổng Giám đốc".
        authorised_by: String,
        /// The same in English.
        authorised_by_en: String,
        /// Remark of the office.
        note: String,
    }
}

/// Whether a position is held on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// It is, as far as is known.
    Now,
    /// Only from then on.
    NotYet(PartialDate),
    /// Only until then.
    Over(PartialDate),
}

impl Position {
    /// Whether it is held on a day; a year or a month alone counts as far as it can.
    pub fn held_on(&self, day: Date) -> Held {
        match (self.from_date, self.to_date) {
            (Some(from), _) if from.earliest() > day => Held::NotYet(from),
            (_, Some(to)) if to.latest() < day => Held::Over(to),
            _ => Held::Now,
        }
    }

    /// In which right it signs: as is put down, else by the power of attorney there is, else its own.
    pub fn form(&self) -> SigningForm {
        let authorised =
            !self.authorisation_number.is_empty() || self.authorisation_date.is_some() || !self.signs;
        match self.signing_form {
            SigningForm::Own if authorised => SigningForm::Authority,
            form => form,
        }
    }

    /// Whether it signs at all: as the legal representative, by authority, or in a right that is put down.
    pub fn may_sign(&self) -> bool {
        self.signs || !self.authorisation_number.is_empty() || self.signing_form != SigningForm::Own
    }

    /// The last day of its authorisation, when that lies before a day.
    pub fn authority_over(&self, day: Date) -> Option<Date> {
        self.authorisation_until.filter(|until| *until < day)
    }
}
