//! Checks of what belongs to a conference.

use super::check::{Clean, Findings};
use super::{
    Booth, BoothDay, BudgetLine, CheckIn, CommitteeMember, Conference, ConferenceTask, Meeting, MeetingWish,
    ObligationState, Offer, Participation, ProgrammeItem, Registration, SIGN_LENGTH, Statement,
    StatementState,
};
use crate::i18n::message;
use crate::problem::Problem;
use crate::vietnamese::tax_code;

/// A meeting is not shorter, in minutes.
const SHORTEST_MEETING: i64 = 5;

impl Clean for Conference {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("name", !self.name.is_empty());
        found.in_order("to_date", self.from_date, self.to_date);
        found.in_order("meeting_to", self.meeting_from, self.meeting_to);
        for (field, number) in [
            ("planned_delegates", self.planned_delegates),
            ("planned_booths", self.planned_booths),
            ("planned_mous", self.planned_mous),
            ("meeting_tables", self.meeting_tables),
            ("meeting_break", self.meeting_break),
        ] {
            found.not_negative(field, number);
        }
        if self.meeting_minutes.is_some_and(|minutes| minutes < SHORTEST_MEETING) {
            let words = message("check-meeting-minutes").with("least", SHORTEST_MEETING);
            found.0.push(Problem::error("meeting_minutes", words));
        }
        let days = self.days().count();
        match self.meeting_days {
            Some(number) if number < 1 => {
                found.0.push(Problem::error("meeting_days", message("check-meeting-days-none")));
            }
            Some(number) if usize::try_from(number).is_ok_and(|number| number > days) && days > 0 => {
                let words = message("check-meeting-days").with("days", days);
                found.0.push(Problem::warning("meeting_days", words));
            }
            _ => {}
        }
        found.0
    }
}

impl Clean for Participation {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("conference", self.conference.is_some());
        found.required("person", self.person.is_some());
        found.not_negative("companions", self.companions);
        found.0
    }
}

impl Clean for ProgrammeItem {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("conference", self.conference.is_some());
        found.required("point", !self.point.is_empty());
        found.not_negative("minutes", self.minutes);
        found.0
    }
}

impl Clean for CommitteeMember {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("conference", self.conference.is_some());
        found.required("person", self.person.is_some());
        found.0
    }
}

impl Clean for ConferenceTask {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("conference", self.conference.is_some());
        found.required("task", !self.task.is_empty());
        if self.state == ObligationState::Done && self.done_on.is_none() {
            found.0.push(Problem::warning("done_on", message("check-done-on")));
        }
        found.0
    }
}

impl Clean for BudgetLine {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("conference", self.conference.is_some());
        found.required("item", !self.item.is_empty());
        found.not_negative("planned", self.planned);
        found.not_negative("spent", self.spent);
        found.0
    }
}

impl Clean for Registration {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("conference", self.conference.is_some());
        found.required("organisation", self.organisation.is_some());
        found.phones(&self.phones);
        found.email(&self.email);
        if !self.tax_code.is_empty() {
            found.0.extend(tax_code::check(&self.tax_code).1);
        }
        if !self.representative.is_empty() && self.representative_title.is_empty() {
            let words = message("check-representative-title");
            found.0.push(Problem::warning("representative_title", words));
        }
        found.not_negative("booths", self.booths);
        found.not_negative("rooms", self.rooms);
        found.0
    }
}

impl Clean for Offer {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("registration", self.registration.is_some());
        found.required("name", !self.name.is_empty());
        found.not_negative("capacity_per_month", self.capacity_per_month);
        found.not_negative("minimum_order", self.minimum_order);
        found.not_negative("wholesale", self.wholesale);
        found.0
    }
}

impl Clean for CheckIn {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("participation", self.participation.is_some());
        found.required("at", self.at.is_some());
        found.0
    }
}

impl Clean for Statement {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("conference", self.conference.is_some());
        found.required("words", !self.words.is_empty());
        found.required("reply", self.state != StatementState::Answered || !self.reply.is_empty());
        found.in_order("replied_on", self.sent_on, self.replied_on);
        found.0
    }
}

impl Clean for Booth {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("conference", self.conference.is_some());
        found.required("code", !self.code.is_empty());
        found.not_negative("fee", self.fee);
        for (field, number) in [("plan_row", self.plan_row), ("plan_place", self.plan_place)] {
            if number.is_some_and(|number| !(1..=100).contains(&number)) {
                found.0.push(Problem::error(field, message("check-plan")));
            }
        }
        let length = self.sign.chars().count();
        if length > SIGN_LENGTH {
            let words = message("check-sign").with("length", length).with("most", SIGN_LENGTH);
            found.0.push(Problem::warning("sign", words));
        }
        found.0
    }
}

impl Clean for BoothDay {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("booth", self.booth.is_some());
        found.required("date", self.date.is_some());
        found.not_negative("takings", self.takings);
        found.not_negative("visitors", self.visitors);
        found.not_negative("orders", self.orders);
        found.0
    }
}

impl Clean for MeetingWish {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("conference", self.conference.is_some());
        found.required("organisation", self.organisation.is_some());
        found.not_negative("quantity", self.quantity);
        if self.partner.is_some() && self.partner == self.organisation {
            found.0.push(Problem::error("partner", message("check-own-partner")));
        }
        found.0
    }
}

impl Clean for Meeting {
    fn check(&self) -> Vec<Problem> {
        let mut found = Findings::default();
        found.required("conference", self.conference.is_some());
        found.required("seller", self.seller.is_some());
        found.required("buyer", self.buyer.is_some());
        if self.seller.is_some() && self.seller == self.buyer {
            found.0.push(Problem::error("buyer", message("check-own-partner")));
        }
        found.not_negative("table_number", self.table_number);
        found.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Id, IdSource, Organisation};

    fn fields(problems: &[Problem]) -> Vec<&str> {
        problems.iter().map(|problem| problem.field.as_str()).collect()
    }

    #[test]
    fn nobody_meets_or_wishes_for_oneself() {
        let one: Option<Id<Organisation>> = Some(Id::from_any(IdSource::new([1; 16]).make(1)));
        let conference = Some(Id::from_any(IdSource::new([2; 16]).make(1)));
        let meeting = Meeting { conference, seller: one, buyer: one, ..Meeting::default() };
        assert_eq!(fields(&meeting.check()), ["buyer"]);
        let wish = MeetingWish { conference, organisation: one, partner: one, ..MeetingWish::default() };
        assert_eq!(fields(&wish.check()), ["partner"]);
    }

    #[test]
    fn a_sign_of_more_than_forty_letters_is_warned_of_and_an_answer_needs_its_words() {
        let conference = Some(Id::from_any(IdSource::new([2; 16]).make(1)));
        let booth = |sign: String| Booth { conference, code: "A01".into(), sign, ..Booth::default() };
        assert!(booth("Ộ".repeat(40)).check().is_empty());
        assert_eq!(fields(&booth("Ộ".repeat(41)).check()), ["sign"]);
        let said = Statement {
            conference,
            words: "Xin mở lớp".into(),
            state: StatementState::Answered,
            ..Statement::default()
        };
        assert_eq!(fields(&said.check()), ["reply"]);
    }
}
