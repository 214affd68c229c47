//! Memoranda of Understanding (biên bản ghi nhớ): parties, clauses, annex, numbers, states, and the
//! frozen document that never changes.

use super::record::{CodeSet, codes, record};
use super::{Conference, Details, Id, Organisation, Person, Position, Product, Village, desk_code};
use jiff::civil::{Date, Time};

codes! {
    /// Languages a MoU is made in.
    MouLanguage, "mou-made-in" {
        /// Vietnamese.
        #[default]
        Vi = "vi",
        /// English.
        En = "en",
        /// Both in two columns; the Vietnamese text prevails.
        ViEn = "vi-en",
    }
}

codes! {
    /// The form of the head of the first page (handbook 4.2).
    MouHead, "mou-head" {
        /// Between equals.
        #[default]
        Peers = "peers",
        /// With the organiser at the left.
        Organiser = "organiser",
    }
}

codes! {
    /// Where page numbers stand.
    PageNumbering, "page-numbering" {
        /// Top centre from page 2 (Decree 30/2020/NĐ-CP).
        #[default]
        Top = "top",
        /// "Trang x/y" at the foot.
        Foot = "foot",
    }
}

codes! {
    /// The life of a MoU, in its order.
    MouState, "mou-state" {
        /// Draft (nháp).
        #[default]
        Draft = "draft",
        /// Text final (chốt văn bản).
        TextFinal = "text_final",
        /// Printed (đã in).
        Printed = "printed",
        /// Signed (đã ký).
        Signed = "signed",
        /// Sealed (đã đóng dấu).
        Sealed = "sealed",
        /// Handed over (đã giao).
        HandedOver = "handed_over",
        /// Under way (đang triển khai).
        UnderWay = "under_way",
        /// A contract was signed (đã ký hợp đồng).
        Contracted = "contracted",
        /// Completed (hoàn thành).
        Completed = "completed",
        /// Paused (tạm dừng).
        Paused = "paused",
        /// Expired (hết hạn).
        Expired = "expired",
        /// Terminated (chấm dứt).
        Terminated = "terminated",
        /// Not carried out (không triển khai).
        NotCarriedOut = "not_carried_out",
    }
}

impl MouState {
    /// Whether the text is final and nobody signed it yet: it may be opened again, and another may sign.
    pub fn is_unsigned(self) -> bool {
        matches!(self, Self::TextFinal | Self::Printed)
    }

    /// Whether something has come of it: it is carried out, or a contract followed.
    pub fn moves_on(self) -> bool {
        matches!(self, Self::UnderWay | Self::Contracted | Self::Completed)
    }

    /// Whether it was signed, whatever became of it since.
    pub fn was_signed(self) -> bool {
        self > Self::Printed
    }
}

record! {
    /// A Memorandum of Understanding.
    Mou {
        /// The series its number comes from.
        series: Option<Id<NumberSeries>>,
        /// The number as printed; empty until one is given.
        number: String,
        /// Key of the template its clauses came from.
        template: String,
        /// Version of that template.
        template_version: i64,
        /// What it is about, after "Về việc".
        subject: String,
        /// The same in English, after "on".
        subject_en: String,
        /// Language it is made in.
        language: MouLanguage,
        /// Form of the head.
        head: MouHead,
        /// Where page numbers stand.
        page_numbering: PageNumbering,
        /// The conference it is signed at.
        conference: Option<Id<Conference>>,
        /// Day of signing.
        date: Option<Date>,
        /// Place of signing.
        place: String,
        /// Place of signing in English.
        place_en: String,
        /// The village it is about.
        village: Option<Id<Village>>,
        /// The village's name as printed, when it is not the record's.
        village_name: String,
        /// Group of products: "mây tre đan".
        product_group: String,
        /// The same in English.
        product_group_en: String,
        /// Name of the corner in the stores.
        corner_name: String,
        /// The same in English.
        corner_name_en: String,
        /// Number of outlets in the first months.
        outlets: Option<i64>,
        /// How many first months.
        first_months: Option<i64>,
        /// Expected supply in words.
        supply: String,
        /// The same in English.
        supply_en: String,
        /// Target turnover of the first year in đồng.
        target_value: Option<i64>,
        /// Last day to sign the contract.
        contract_by: Option<Date>,
        /// Certificates the producer will show.
        certificates: String,
        /// The same in English.
        certificates_en: String,
        /// Payment term in days.
        payment_days: Option<i64>,
        /// How often the buyer reports: "hằng tháng".
        report_period: String,
        /// The same in English.
        report_period_en: String,
        /// Months between two reviews.
        review_months: Option<i64>,
        /// Term in months.
        term_months: Option<i64>,
        /// Days of notice.
        notice_days: Option<i64>,
        /// Copies for each party.
        copies_each: Option<i64>,
        /// Copies for each witness.
        witness_copies: Option<i64>,
        /// How far it is.
        state: MouState,
        /// Batch in the ceremony.
        ceremony_batch: Option<i64>,
        /// Place within the batch.
        ceremony_order: Option<i64>,
        /// When its batch begins.
        ceremony_time: Option<Time>,
        /// All its originals are there and were looked through.
        copies_checked: bool,
        /// The MoU it amends.
        amends: Option<Id<Mou>>,
        /// Values its template asked for beyond the fields above.
        details: Details,
        /// Invented for the sample book.
        invented: bool,
        /// Remark of the office.
        note: String,
        /// Tags of the office.
        tags: CodeSet,
    }
}

codes! {
    /// What somebody is in a MoU.
    PartyRole, "party-role" {
        /// Signs with duties.
        #[default]
        Party = "party",
        /// Confirms the signing, without duties.
        Witness = "witness",
    }
}

codes! {
    /// Which address of a party is printed (handbook 2.2).
    AddressForm, "address-form" {
        /// The current one.
        #[default]
        Current = "current",
        /// The current one, and the former one in brackets.
        Both = "both",
        /// The former one, as on old certificates.
        Former = "former",
    }
}

record! {
    /// A party or witness of a MoU.
    MouParty {
        /// The MoU.
        mou: Option<Id<Mou>>,
        /// Party or witness.
        role: PartyRole,
        /// Place among those of its role, from 1: party 1 is "Bên A".
        sequence: i64,
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// The person who signs for themselves, instead of an organisation: an artisan.
        person: Option<Id<Person>>,
        /// The position of who signs.
        signer: Option<Id<Position>>,
        /// The focal point.
        contact: Option<Id<Person>>,
        /// Which address is printed.
        address_form: AddressForm,
    }
}

codes! {
    /// The levels of a MoU's text.
    ClauseKind, "clause-kind" {
        /// A legal basis (căn cứ).
        #[default]
        Basis = "basis",
        /// An article (điều).
        Article = "article",
        /// A clause (khoản).
        Clause = "clause",
        /// A point (điểm).
        Point = "point",
    }
}

record! {
    /// A node of a MoU's text, copied from its template and open to change until the text is final.
    MouClause {
        /// The MoU.
        mou: Option<Id<Mou>>,
        /// The article of a clause, the clause of a point.
        parent: Option<Id<MouClause>>,
        /// Level.
        kind: ClauseKind,
        /// Place among its siblings, from 1.
        sequence: i64,
        /// Key of the article in the template, for cross references.
        key: String,
        /// Title of an article, or the text with `{{placeholders}}`.
        text: String,
        /// The same in English.
        text_en: String,
        /// Condition; empty means always.
        condition: String,
    }
}

record! {
    /// A line of the annex.
    MouProduct {
        /// The MoU.
        mou: Option<Id<Mou>>,
        /// Place in the list, from 1.
        sequence: i64,
        /// The product of the register, if it is one.
        product: Option<Id<Product>>,
        /// Name as printed.
        name: String,
        /// The same in English.
        name_en: String,
        /// Specification.
        specification: String,
        /// The same in English.
        specification_en: String,
        /// Unit.
        unit: String,
        /// The same in English.
        unit_en: String,
        /// Expected quantity a month.
        quantity: Option<i64>,
        /// Reference price in đồng.
        price: Option<i64>,
        /// Remarks.
        remarks: String,
        /// The same in English.
        remarks_en: String,
    }
}

record! {
    /// A MoU reached a state on a day.
    MouEvent {
        /// The MoU.
        mou: Option<Id<Mou>>,
        /// The state.
        state: MouState,
        /// The day.
        date: Option<Date>,
        /// Remark of the office.
        note: String,
    }
}

record! {
    /// A series of numbers: one register for one year or without a year.
    NumberSeries {
        /// Name of the register.
        name: String,
        /// Pattern with tokens, such as `{so:02}/{nam}/BBGN-HHLN`.
        pattern: String,
        /// Year it counts; empty counts on over the years.
        year: Option<i64>,
        /// First number.
        first: i64,
        /// Remark of the office.
        note: String,
    }
}

record! {
    /// Numbers of a series that are kept for one conference or one laptop; nobody else gives them.
    NumberBlock {
        /// The series.
        series: Option<Id<NumberSeries>>,
        /// The first number.
        first: i64,
        /// The last number.
        last: i64,
        /// The conference they are kept for.
        conference: Option<Id<Conference>>,
        /// The laptop they are kept for, by its code (see [`desk_code`]); empty means all.
        holder: String,
        /// Remark of the office.
        note: String,
    }
}

impl NumberBlock {
    /// Whether a number lies in it.
    pub fn holds(&self, value: i64) -> bool {
        (self.first..=self.last).contains(&value)
    }

    /// Whether it is kept for the laptop with this code.
    pub fn is_held_by(&self, desk: &str) -> bool {
        !self.holder.is_empty() && desk_code(&self.holder) == desk
    }
}

codes! {
    /// What became of a number.
    NumberState, "number-state" {
        /// Stands on a MoU.
        #[default]
        Used = "used",
        /// Written off: the reason explains the gap.
        Void = "void",
    }
}

record! {
    /// A number that was given out. It is never given again, even when its MoU was deleted.
    IssuedNumber {
        /// The series; empty for a number written by hand.
        series: Option<Id<NumberSeries>>,
        /// The counter; empty for a number written by hand such as "05a".
        value: Option<i64>,
        /// The number as printed.
        text: String,
        /// The MoU it stands on.
        mou: Option<Id<Mou>>,
        /// What became of it.
        state: NumberState,
        /// Why there is a gap.
        reason: String,
    }
}

record! {
    /// The printed text of a MoU as it was made final: never changed, never deleted while the MoU exists.
    FrozenDocument {
        /// The MoU.
        mou: Option<Id<Mou>>,
        /// Language or languages of the bytes.
        language: MouLanguage,
        /// SHA-256 of the PDF in hexadecimal; the bytes stand in the store of blobs under it.
        sha256: String,
        /// Length of the PDF in bytes.
        length: i64,
        /// Pages.
        pages: i64,
        /// The complete data it was made from, as JSON of `documents::mou::MouData`.
        data: String,
        /// Key of the template.
        template: String,
        /// Version of the template.
        template_version: i64,
        /// When it was made, milliseconds since 1970 in UTC.
        made_at: i64,
    }
}
