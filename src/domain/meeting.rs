//! Meetings of makers and buyers at a conference (kết nối B2B): what each side wants, and who meets whom.

use jiff::civil::{Date, Time};

use super::record::{CodeSet, codes, record};
use super::{Conference, Id, Mou, Organisation};

codes! {
    /// The side of a meeting.
    MeetingSide, "meeting-side" {
        /// Makes and sells.
        #[default]
        Seller = "seller",
        /// Buys, brings visitors, designs.
        Buyer = "buyer",
    }
}

record! {
    /// What an organisation wants of the meetings (nhu cầu gặp).
    MeetingWish {
        /// The conference.
        conference: Option<Id<Conference>>,
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// Its side.
        side: MeetingSide,
        /// Codes of the trades it makes or looks for.
        trades: CodeSet,
        /// Codes of the provinces it wants partners from; none means any.
        provinces: CodeSet,
        /// Units a month it can make, or needs.
        quantity: Option<i64>,
        /// Whom it asked for.
        partner: Option<Id<Organisation>>,
        /// In words.
        words: String,
    }
}

codes! {
    /// What came of a meeting (handbook 5.1).
    MeetingResult, "meeting-result" {
        /// Has not been held, or nobody wrote it down.
        #[default]
        None = "none",
        /// Interested.
        Interested = "interested",
        /// Sends samples.
        Samples = "samples",
        /// Asks for a price.
        Quote = "quote",
        /// Signs a MoU.
        Mou = "mou",
        /// Does not fit.
        NoMatch = "no_match",
        /// Somebody did not come.
        Absent = "absent",
    }
}

record! {
    /// A meeting of a seller and a buyer at a table.
    Meeting {
        /// The conference.
        conference: Option<Id<Conference>>,
        /// Who sells.
        seller: Option<Id<Organisation>>,
        /// Who buys.
        buyer: Option<Id<Organisation>>,
        /// Number of the table, from 1; none while it has no place.
        table_number: Option<i64>,
        /// The day.
        date: Option<Date>,
        /// When it begins.
        start: Option<Time>,
        /// Why the two should meet, or what they want.
        reason: String,
        /// Put there by hand: a new timetable leaves it where it is.
        fixed: bool,
        /// What came of it.
        result: MeetingResult,
        /// What is to be done next.
        next_step: String,
        /// By when.
        next_date: Option<Date>,
        /// The MoU that came of it.
        mou: Option<Id<Mou>>,
        /// Remark of the office.
        note: String,
    }
}
