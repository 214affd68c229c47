//! Whether those who sign may sign on the day of the MoU.

use jiff::civil::Date;

use crate::domain::{Held, PartyDossier, PartyRole, Position, SigningForm};
use crate::i18n::{Language, Message, message};
use crate::problem::Problem;
use crate::vietnamese::{PartialDate, fold};

/// What is wrong with the positions and authorisations of those who sign; nothing about the day while it is
/// not known.
pub fn check(day: Option<Date>, parties_of: &[PartyDossier]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (field, seat, party) in seats(parties_of) {
        let (Some(position), Some(signer)) = (&party.position, &party.signer) else { continue };
        let about = |key: Message| {
            key.with("party", seat.clone())
                .with("name", signer.full_name.as_str())
                .with("title", position.title.as_str())
        };
        if let Some(day) = day {
            let signing = |key: Message| about(key).with("day", Day(PartialDate::Day(day)));
            match position.held_on(day) {
                Held::Now => {}
                Held::NotYet(from) => problems.push(Problem::error(
                    format!("{field}.signer"),
                    signing(message("mou-signer-not-yet")).with("from", Day(from)),
                )),
                Held::Over(to) => problems.push(Problem::error(
                    format!("{field}.signer"),
                    signing(message("mou-signer-over")).with("to", Day(to)),
                )),
            }
            if let Some(written) = position.authorisation_date.filter(|written| *written > day) {
                problems.push(Problem::error(
                    format!("{field}.authorisation.date"),
                    signing(message("mou-authorisation-later"))
                        .with("written", Day(PartialDate::Day(written))),
                ));
            }
            if let Some(until) = position.authority_over(day) {
                problems.push(Problem::error(
                    format!("{field}.authorisation.until"),
                    signing(message("mou-authorisation-over")).with("until", Day(PartialDate::Day(until))),
                ));
            }
        }
        let firm = party.organisation.as_ref().is_some_and(|organisation| organisation.kind.needs_tax_code());
        let doubt = match position.form() {
            _ if party.party.role != PartyRole::Party => None,
            SigningForm::Own if is_deputy(position) => Some(message("mou-deputy-alone")),
            // State bodies give their deputies the signature once for all; firms do it in writing.
            SigningForm::Deputy if firm && position.authorisation_number.is_empty() => {
                Some(message("mou-deputy-of-firm"))
            }
            _ => None,
        };
        if let Some(doubt) = doubt {
            problems.push(Problem::warning(format!("{field}.authorisation.number"), about(doubt)));
        }
    }
    problems
}

/// The parties and witnesses, each with the beginning of its fields ("party.2") and what it is called.
pub(super) fn seats(parties: &[PartyDossier]) -> Vec<(String, Message, &PartyDossier)> {
    let (mut signing, mut witnessing) = (0_u8, 0_u8);
    let seat = |party: &PartyDossier| {
        if party.party.role == PartyRole::Party {
            signing = signing.saturating_add(1);
            let letter = char::from(b'A'.saturating_add(signing - 1)).to_string();
            (format!("party.{signing}"), message("mou-party").with("letter", letter))
        } else {
            witnessing = witnessing.saturating_add(1);
            (format!("witness.{witnessing}"), message("mou-witness"))
        }
    };
    let named = parties.iter().map(seat).collect::<Vec<_>>();
    named.into_iter().zip(parties).map(|((field, seat), party)| (field, seat, party)).collect()
}

/// A deputy who is put down as the one who may sign: between organisations a deputy signs by authority, unless
/// the charter says that there are several legal representatives.
fn is_deputy(position: &Position) -> bool {
    fold(&position.title).starts_with("pho ")
}

/// The sentences about those who sign.
pub(super) const KEYS: [&str; 6] = [
    "mou-signer-not-yet",
    "mou-signer-over",
    "mou-authorisation-later",
    "mou-authorisation-over",
    "mou-deputy-alone",
    "mou-deputy-of-firm",
];

/// A day in a sentence, as each language writes it.
pub(super) struct Day(pub(super) PartialDate);

impl From<Day> for crate::i18n::Value {
    fn from(Day(date): Day) -> Self {
        message("mou-signer-day")
            .with("day_vi", date.show(Language::Vi))
            .with("day_en", date.show(Language::En))
            .into()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{MouParty, Organisation, OrganisationKind, Person};

    fn told(position: Position) -> Vec<String> {
        let signer = Person { full_name: "Lê Văn Ký".into(), ..Person::default() };
        let party = PartyDossier {
            party: MouParty::default(),
            position: Some(position),
            signer: Some(signer),
            ..PartyDossier::default()
        };
        let problems = check(Some(date(2026, 12, 18)), &[party]);
        problems.iter().map(|problem| problem.text(Language::Vi)).collect()
    }

    fn head() -> Position {
        Position { title: "Giám đốc".into(), signs: true, ..Position::default() }
    }

    #[test]
    fn a_position_counts_only_on_the_days_it_is_held() {
        let day = |text: &str| Some(PartialDate::parse(text).unwrap());
        assert_eq!(told(head()), Vec::<String>::new());
        // A year or a month gives the benefit of the doubt.
        for (from, to) in [(day("2026"), None), (day("12/2026"), day("12/2026")), (None, day("18/12/2026"))] {
            assert_eq!(told(Position { from_date: from, to_date: to, ..head() }), Vec::<String>::new());
        }
        assert_eq!(
            told(Position { from_date: day("01/2027"), ..head() }),
            ["Bên A: Lê Văn Ký chỉ giữ chức vụ Giám đốc từ 01/2027, sau ngày ký 18/12/2026"]
        );
        assert_eq!(
            told(Position { to_date: day("30/11/2026"), ..head() }),
            ["Bên A: Lê Văn Ký chỉ giữ chức vụ Giám đốc đến 30/11/2026, trước ngày ký 18/12/2026"]
        );
    }

    #[test]
    fn an_authorisation_is_older_than_the_signing_and_a_deputy_has_one() {
        let authorised = Position {
            title: "Phó Giám đốc".into(),
            authorisation_number: "11/GUQ".into(),
            authorisation_date: Some(date(2026, 12, 20)),
            authorised_by: "Giám đốc".into(),
            ..Position::default()
        };
        assert_eq!(
            told(authorised.clone()),
            ["Giấy ủy quyền của Lê Văn Ký (Bên A) ghi ngày 20/12/2026, sau ngày ký 18/12/2026"]
        );
        let in_time = Position { authorisation_date: Some(date(2026, 12, 18)), ..authorised };
        assert_eq!(told(in_time.clone()), Vec::<String>::new());
        // It is valid to the end of its last day.
        let until = |day| Position { authorisation_until: Some(day), ..in_time.clone() };
        assert_eq!(told(until(date(2026, 12, 18))), Vec::<String>::new());
        assert_eq!(
            told(until(date(2026, 12, 17))),
            ["Giấy ủy quyền của Lê Văn Ký (Bên A) hết hạn ngày 17/12/2026, trước ngày ký 18/12/2026"]
        );
        let deputy = Position { title: "Phó Giám đốc".into(), ..head() };
        assert!(told(deputy)[0].starts_with("Bên A: Lê Văn Ký, Phó Giám đốc, là cấp phó"));
        assert_eq!(told(Position { title: "Phòng kinh doanh".into(), ..head() }), Vec::<String>::new());
    }

    #[test]
    fn a_deputy_in_place_of_the_head_is_asked_for_a_paper_only_in_a_firm() {
        let deputy = Position {
            title: "Phó Giám đốc".into(),
            signing_form: SigningForm::Deputy,
            authorised_by: "Giám đốc".into(),
            ..head()
        };
        let of = |kind, position: &Position| {
            let party = PartyDossier {
                position: Some(position.clone()),
                signer: Some(Person { full_name: "Lê Văn Ký".into(), ..Person::default() }),
                organisation: Some(Organisation { kind, ..Organisation::default() }),
                ..PartyDossier::default()
            };
            let problems = check(Some(date(2026, 12, 18)), &[party]);
            problems.iter().map(|problem| problem.text(Language::Vi)).collect::<Vec<_>>()
        };
        assert_eq!(of(OrganisationKind::StateAgency, &deputy), Vec::<String>::new());
        assert!(of(OrganisationKind::LimitedCompany, &deputy)[0].contains("ký thay (KT.)"));
        let with_paper = Position { authorisation_number: "11/GUQ".into(), ..deputy };
        assert_eq!(of(OrganisationKind::LimitedCompany, &with_paper), Vec::<String>::new());
    }
}
