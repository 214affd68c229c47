//! Trade-cooperation conferences (hội nghị) and who takes part.

use super::record::{CodeSet, codes, record};
use super::{ConsentPurpose, Id, Organisation, Person, Registration};
use crate::places::CommuneCode;
use jiff::civil::{Date, Time};

codes! {
    /// Kinds of events.
    ConferenceKind, "conference-kind" {
        /// Conference for cooperation and development.
        #[default]
        Cooperation = "cooperation",
        /// Meeting of supply and demand.
        SupplyDemand = "supply_demand",
        /// Forum.
        Forum = "forum",
        /// Trade fair.
        Fair = "fair",
    }
}

codes! {
    /// How far an event is.
    ConferenceState, "conference-state" {
        /// Being prepared.
        #[default]
        Preparing = "preparing",
        /// Today.
        Running = "running",
        /// Over.
        Done = "done",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}

record! {
    /// A conference.
    Conference {
        /// Name.
        name: String,
        /// Name in English.
        name_en: String,
        /// Theme.
        theme: String,
        /// Kind.
        kind: ConferenceKind,
        /// First day.
        from_date: Option<Date>,
        /// Last day.
        to_date: Option<Date>,
        /// Venue.
        venue: String,
        /// Venue in English.
        venue_en: String,
        /// Commune of the venue.
        commune: Option<CommuneCode>,
        /// Street of the venue.
        street: String,
        /// Host.
        host: Option<Id<Organisation>>,
        /// Co-hosts in words.
        cohosts: String,
        /// Sponsors in words.
        sponsors: String,
        /// Planned number of delegates.
        planned_delegates: Option<i64>,
        /// Planned number of booths.
        planned_booths: Option<i64>,
        /// Planned number of MoUs.
        planned_mous: Option<i64>,
        /// Beginning of registration codes: "HN26".
        code_prefix: String,
        /// Last day for answers to the invitation.
        answer_by: Option<Date>,
        /// Whom guests ask: name and telephone, as it is printed on the invitation.
        contact: String,
        /// Who chairs it (chủ trì).
        chair: Option<Id<Person>>,
        /// Who writes the minutes (thư ký).
        secretary: Option<Id<Person>>,
        /// What was concluded (kết luận).
        conclusions: String,
        /// Number of the report; without the symbol it is completed.
        report_number: String,
        /// Whom the report is for, one a line.
        report_to: String,
        /// Number of the minutes; without the symbol it is completed.
        minutes_number: String,
        /// Who gets copies of report and minutes, one a line (nơi nhận).
        recipients: String,
        /// On how many days makers and buyers meet, from the first one; nothing is one.
        meeting_days: Option<i64>,
        /// Tables for meetings of makers and buyers.
        meeting_tables: Option<i64>,
        /// How long a meeting takes, in minutes.
        meeting_minutes: Option<i64>,
        /// How long it takes from one meeting to another table and the next meeting, in minutes.
        meeting_break: Option<i64>,
        /// When the meetings begin.
        meeting_from: Option<Time>,
        /// When they end.
        meeting_to: Option<Time>,
        /// The earlier conferences with which its report compares it, as hexadecimal ids; none stands for the last.
        compared_with: CodeSet,
        /// How far it is.
        state: ConferenceState,
        /// Invented for the sample book.
        invented: bool,
        /// Remark of the office.
        note: String,
        /// Tags of the office.
        tags: CodeSet,
    }
}

codes! {
    /// Groups of guests (handbook 5.1).
    GuestGroup, "guest-group" {
        /// Not chosen yet.
        #[default]
        None = "none",
        /// Leaders of central bodies.
        Central = "central",
        /// Leaders of provinces.
        Province = "province",
        /// Departments.
        Department = "department",
        /// Communes.
        Commune = "commune",
        /// Associations.
        Association = "association",
        /// Villages and cooperatives.
        Village = "village",
        /// Artisans.
        Artisan = "artisan",
        /// Distributors and supermarkets.
        Distributor = "distributor",
        /// Exporters.
        Exporter = "exporter",
        /// Travel firms.
        Travel = "travel",
        /// Banks.
        Bank = "bank",
        /// Experts.
        Expert = "expert",
        /// Press.
        Press = "press",
        /// Sponsors.
        Sponsor = "sponsor",
        /// Organising committee.
        Organiser = "organiser",
    }
}

codes! {
    /// Class of a guest.
    GuestClass, "guest-class" {
        /// Class B.
        #[default]
        B = "b",
        /// Class A.
        A = "a",
        /// Guest of honour.
        Vip = "vip",
    }
}

codes! {
    /// How an invitation was sent.
    InvitationChannel, "invitation-channel" {
        /// Not sent yet.
        #[default]
        None = "none",
        /// Official letter.
        Letter = "letter",
        /// Zalo.
        Zalo = "zalo",
        /// By hand.
        Hand = "hand",
        /// E-mail.
        Email = "email",
        /// By telephone.
        Phone = "phone",
    }
}

codes! {
    /// What the guest answered.
    Answer, "answer" {
        /// No answer yet.
        #[default]
        None = "none",
        /// Comes.
        Coming = "coming",
        /// Sends somebody else.
        Substitute = "substitute",
        /// Does not come.
        Declined = "declined",
    }
}

codes! {
    /// Meals.
    Meal, "meal" {
        /// None.
        #[default]
        None = "none",
        /// Lunch.
        Lunch = "lunch",
        /// Vegetarian lunch.
        Vegetarian = "vegetarian",
    }
}

codes! {
    /// How somebody takes part.
    ParticipationForm, "participation-form" {
        /// Attends.
        #[default]
        Attend = "attend",
        /// Has a booth.
        Booth = "booth",
        /// Meets buyers or sellers one to one.
        B2b = "b2b",
        /// Signs a MoU.
        Sign = "sign",
        /// Speaks.
        Speak = "speak",
    }
}

record! {
    /// One person at one conference. Its id follows from the two, so that two desks that register the
    /// same person make the same record.
    Participation {
        /// The conference.
        conference: Option<Id<Conference>>,
        /// The person.
        person: Option<Id<Person>>,
        /// The organisation represented.
        organisation: Option<Id<Organisation>>,
        /// Group of guests.
        guest_group: GuestGroup,
        /// Place in the order of protocol, from 1.
        protocol_order: Option<i64>,
        /// Class.
        class: GuestClass,
        /// Number of the invitation.
        invitation_number: String,
        /// How it was sent.
        invitation_channel: InvitationChannel,
        /// When it was sent.
        invited_on: Option<Date>,
        /// The answer.
        answer: Answer,
        /// The person it comes instead of.
        substitute_for: Option<Id<Person>>,
        /// Codes of [`ParticipationForm`].
        forms: CodeSet,
        /// Registration code: "HN26-0147".
        code: String,
        /// Companions.
        companions: Option<i64>,
        /// Meal.
        meal: Meal,
        /// Agreed to stand in the list of delegates that is given out (Law 91/2025/QH15).
        consent: bool,
        /// To what else the guest agreed, codes of [`ConsentPurpose`] without that one.
        consents: CodeSet,
        /// The form the guest came with.
        registration: Option<Id<Registration>>,
        /// Position, as it stands on the badge.
        title: String,
        /// When the answer came.
        answered_on: Option<Date>,
        /// How the answer came.
        answer_channel: InvitationChannel,
        /// When the guest was reminded last.
        reminded_on: Option<Date>,
        /// Hotel.
        hotel: String,
        /// Who fetches the guest, and where.
        transport: String,
        /// Came without an invitation (khách vãng lai).
        walk_in: bool,
        /// Remark of the office.
        note: String,
    }
}

impl Conference {
    /// The day of which its papers speak: the first one. Without one it is yet to come.
    pub fn day(&self) -> Date {
        self.from_date.unwrap_or(Date::MAX)
    }

    /// Its days; none while the first one is not known.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        let last = self.to_date.or(self.from_date);
        let first = self.from_date.into_iter();
        first.flat_map(|day| day.series(jiff::Span::new().days(1))).take_while(move |day| Some(*day) <= last)
    }

    /// Whether it runs on a day or comes after it, as far as is known.
    pub fn is_coming(&self, today: Date) -> bool {
        let last = self.to_date.or(self.from_date);
        self.state != ConferenceState::Cancelled && last.is_some_and(|day| day >= today)
    }
}

/// A guest is reminded again after so many days without an answer.
const REMINDED_DAYS: i32 = 7;

impl Participation {
    /// Whether the guest agreed that personal data are used for this. Standing in the list of delegates has its own
    /// column since the first files; this is the one place that knows.
    pub fn agreed(&self, purpose: ConsentPurpose) -> bool {
        match purpose {
            ConsentPurpose::Listed => self.consent,
            purpose => self.consents.0.contains(purpose.code()),
        }
    }

    /// Notes whether the guest agreed to this.
    pub fn agree(&mut self, purpose: ConsentPurpose, agreed: bool) {
        match purpose {
            ConsentPurpose::Listed => self.consent = agreed,
            purpose if agreed => {
                self.consents.0.insert(purpose.code().to_owned());
            }
            purpose => {
                self.consents.0.remove(purpose.code());
            }
        }
    }

    /// Whether the guest is looked for on the day: not who declined, nor who sends somebody.
    pub fn is_expected(&self) -> bool {
        !matches!(self.answer, Answer::Declined | Answer::Substitute)
    }

    /// Whether the guest stands on the list of its own right: not who came unasked, nor who comes instead of
    /// somebody.
    pub fn is_invited(&self) -> bool {
        !self.walk_in && self.substitute_for.is_none()
    }

    /// Whether an invitation went out or was numbered.
    pub fn was_invited(&self) -> bool {
        self.invitation_channel != InvitationChannel::None
            || self.invited_on.is_some()
            || !self.invitation_number.is_empty()
    }

    /// Whether the guest has to be reminded: the invitation went out, and there is no answer a week after the
    /// last word to the guest, or after the day by which an answer was asked for.
    pub fn wants_reminder(&self, answer_by: Option<Date>, today: Date) -> bool {
        let sent = self.invitation_channel != InvitationChannel::None || self.invited_on.is_some();
        if self.answer != Answer::None || !sent {
            return false;
        }
        let last = self.reminded_on.max(self.invited_on);
        let waited = last.is_some_and(|day| (today - day).get_days() >= REMINDED_DAYS);
        let late = answer_by.is_some_and(|end| end < today && last.is_none_or(|day| day <= end));
        waited || late
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_guest_is_reminded_a_week_after_the_last_word_or_when_the_answer_is_late() {
        let today = date(2026, 11, 26);
        let sent = |day| Participation { invited_on: Some(date(2026, 11, day)), ..Participation::default() };
        assert!(!Participation::default().wants_reminder(Some(date(2026, 11, 1)), today), "not sent");
        assert!(sent(19).wants_reminder(None, today));
        assert!(!sent(20).wants_reminder(None, today));
        assert!(sent(20).wants_reminder(Some(date(2026, 11, 25)), today), "late");
        assert!(!sent(20).wants_reminder(Some(today), today), "may still come today");
        let reminded = Participation { reminded_on: Some(today), ..sent(1) };
        assert!(!reminded.wants_reminder(Some(date(2026, 11, 25)), today));
        assert!(reminded.wants_reminder(None, date(2026, 12, 3)));
        let answered = Participation { answer: Answer::Declined, ..sent(1) };
        assert!(!answered.wants_reminder(None, today));
    }
}
