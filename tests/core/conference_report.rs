//! What the report on a conference counts, and whom it names.

use jiff::civil::date;
use so_lang_nghe::domain::{
    Answer, Booth, BoothDay, BoothState, CheckIn, CodeSet, Conference, ConferenceState, ConsentPurpose, Id,
    Organisation, Participation, Person, PhoneNumber, PhoneNumbers, RecordKind, Statement, StatementKind,
    StatementState,
};
use so_lang_nghe::i18n::Language;
use so_lang_nghe::ops::{
    BoothAct, Command, ConferenceAct, ConferenceReport, ConferenceReportAnswer, Query as _, Register,
};
use so_lang_nghe::places::{CommuneCode, Places};

use crate::common::{NOW, add, register, run};

fn report(register: &mut Register, conference: Id<Conference>) -> ConferenceReportAnswer {
    ConferenceReport { conference }.answer(register.store_mut()).unwrap()
}

/// A table as it is read.
fn table(answer: &ConferenceReportAnswer, place: usize) -> Vec<Vec<String>> {
    let words = |row: &Vec<so_lang_nghe::ops::Shown>| {
        row.iter().map(|value| value.text(Language::Vi, Places::built_in())).collect()
    };
    answer.tables[place].rows.iter().map(words).collect()
}

fn conference(register: &mut Register, year: i16, state: ConferenceState) -> Id<Conference> {
    let from_date = Some(date(year, 12, 18));
    add(register, Conference { name: format!("Hội nghị {year}"), from_date, state, ..Conference::default() })
}

fn guest(
    register: &mut Register,
    of: Id<Conference>,
    name: &str,
    firm: Id<Organisation>,
    consent: bool,
) -> Id<Participation> {
    let person = add(register, Person { full_name: name.into(), ..Person::default() });
    let guest = Participation {
        conference: Some(of),
        person: Some(person),
        organisation: Some(firm),
        consent,
        ..Participation::default()
    };
    let guest = add(register, guest);
    add(register, CheckIn { participation: Some(guest), at: Some(NOW), ..CheckIn::default() });
    guest
}

#[test]
fn only_who_agreed_is_named_and_who_is_in_the_trash_is_not_counted() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let firm = add(&mut register, Organisation { name: "HTX Đan Hòa".into(), ..Organisation::default() });
    guest(&mut register, of, "Đàm Quang Lộc", firm, false);
    let gone = guest(&mut register, of, "Lò Thị Pành", firm, true);
    let answer = report(&mut register, of);
    assert_eq!((answer.figures.invited, answer.figures.present), (2, 2));
    assert_eq!(table(&answer, 1)[0][6], "Lò Thị Pành");
    run(&mut register, &Command::Delete(RecordKind::Participation, gone.any()));
    let answer = report(&mut register, of);
    assert_eq!((answer.figures.invited, answer.figures.present), (1, 1));
    assert_eq!(table(&answer, 1)[0][6], "", "who did not agree is not named");
}

#[test]
fn who_spoke_is_named_and_can_be_called_only_with_the_purpose_that_was_agreed_to() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let firm = add(&mut register, Organisation { name: "HTX Đan Hòa".into(), ..Organisation::default() });
    let mut said = |name: &str, consent: bool, purposes: &[&str], words: &str| {
        let id = guest(&mut register, of, name, firm, consent);
        let mut record = register.store().rows().get(id).unwrap().record;
        let person = record.person.unwrap();
        record.consents = CodeSet::of(purposes.iter().copied());
        run(&mut register, &Command::Change(id.any(), record.into()));
        let mut found = register.store().rows().get(person).unwrap().record;
        found.phones = PhoneNumbers(vec![PhoneNumber { digits: "0912345678".into(), zalo: false }]);
        run(&mut register, &Command::Change(person.any(), found.into()));
        let statement = Statement {
            conference: Some(of),
            kind: StatementKind::Difficulty,
            person: Some(person),
            organisation: Some(firm),
            words: words.into(),
            ..Statement::default()
        };
        add(&mut register, statement);
        id
    };
    said("Đàm Quang Lộc", false, &["pictures"], "Thiếu vốn");
    let named = said("Lò Thị Pành", true, &[], "Thiếu người");
    let answer = report(&mut register, of);
    let who: Vec<_> = answer.difficulties.iter().map(|line| line.public("(đại biểu)")).collect();
    assert_eq!(who, ["(đại biểu) HTX Đan Hòa", "Bà Lò Thị Pành, HTX Đan Hòa"]);
    assert_eq!(table(&answer, 1)[0][6..8], ["Lò Thị Pành", ""], "nobody agreed to be called");
    let mut record = register.store().rows().get(named).unwrap().record;
    record.agree(ConsentPurpose::Partners, true);
    run(&mut register, &Command::Change(named.any(), record.into()));
    assert_eq!(table(&report(&mut register, of), 1)[0][7], "0912 345 678");
}

#[test]
fn empty_places_and_booths_given_up_are_no_booths_and_the_unknown_is_empty() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let lay = BoothAct::Lay { conference: of, rows: 2, places: 5, size: "3 × 3 m".into() };
    run(&mut register, &Command::AtConference(ConferenceAct::Booths(lay)));
    let firm = add(&mut register, Organisation { name: "HTX Đan Hòa".into(), ..Organisation::default() });
    let booth = |code: &str, state| Booth {
        conference: Some(of),
        code: code.into(),
        organisation: Some(firm),
        state,
        ..Booth::default()
    };
    let kept = add(&mut register, booth("K1", BoothState::Taken));
    add(&mut register, booth("K2", BoothState::Taken));
    let dropped = add(&mut register, booth("K3", BoothState::Dropped));
    for (booth, takings) in [(kept, Some(12_500_000)), (dropped, Some(90_000_000))] {
        let (booth, date) = (Some(booth), Some(date(2026, 12, 18)));
        add(&mut register, BoothDay { booth, date, takings, ..BoothDay::default() });
    }
    let answer = report(&mut register, of);
    assert_eq!((answer.figures.booths, answer.figures.takings), (2, 12_500_000));
    let rows = table(&answer, 5);
    let shown: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    assert_eq!(shown[0], ["K1", "HTX Đan Hòa", "12,5", "12,5", ""]);
    assert_eq!(shown[1], ["K2", "HTX Đan Hòa", "", "", ""]);
    assert_eq!(shown[2], ["", "Tổng", "12,5", "12,5", ""], "orders nobody counted are not none");
}

#[test]
fn the_invited_who_came_besides_and_what_was_proposed_are_counted_each_for_itself() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let firm = add(&mut register, Organisation { name: "HTX".into(), ..Organisation::default() });
    let ids: Vec<_> = ["Đàm Quang Lộc", "Lò Thị Pành", "Vãng Lai", "Đi Thay"]
        .iter()
        .map(|name| guest(&mut register, of, name, firm, false))
        .collect();
    let mut change = |place: usize, change: fn(&mut Participation, Option<Id<Person>>)| {
        let first = register.store().rows().get(ids[0]).unwrap().record.person;
        let mut record = register.store().rows().get(ids[place]).unwrap().record;
        change(&mut record, first);
        run(&mut register, &Command::Change(ids[place].any(), record.into()));
    };
    change(0, |guest, _| guest.answer = Answer::Substitute);
    change(2, |guest, _| guest.walk_in = true);
    change(3, |guest, first| guest.substitute_for = first);
    for (words, reply) in [("Vay vốn", "Đã tiếp thu"), ("Mặt bằng", "")] {
        let state = if reply.is_empty() { StatementState::Noted } else { StatementState::Answered };
        let said = Statement {
            conference: Some(of),
            kind: StatementKind::Proposal,
            words: words.into(),
            reply: reply.into(),
            state,
            ..Statement::default()
        };
        add(&mut register, said);
    }
    let answer = report(&mut register, of);
    let figures = answer.figures;
    assert_eq!((figures.invited, figures.answered, figures.present), (2, 1, 4));
    assert_eq!((figures.walk_ins, figures.substitutes), (1, 1));
    assert_eq!((figures.proposals, figures.proposals_answered), (2, 1));
    let replies: Vec<_> = answer.proposals.iter().map(|line| line.statement.reply.as_str()).collect();
    assert_eq!(replies, ["Đã tiếp thu", ""]);
}

#[test]
fn who_has_no_organisation_comes_from_the_own_province() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let commune = CommuneCode::parse("00166");
    let person = Person { full_name: "Lò Thị Pành".into(), commune, ..Person::default() };
    let person = Some(add(&mut register, person));
    add(&mut register, Participation { conference: Some(of), person, ..Participation::default() });
    let answer = report(&mut register, of);
    assert_eq!(answer.figures.provinces, 1);
    let chart = answer.charts.iter().find(|chart| chart.title.key() == "chart-provinces").unwrap();
    assert_eq!(chart.bars[0].0.text(Language::Vi, Places::built_in()), "Hà Nội");
}

#[test]
fn a_cancelled_conference_is_not_what_is_compared_with() {
    let mut register = register();
    let firm = add(&mut register, Organisation { name: "HTX".into(), ..Organisation::default() });
    let old = conference(&mut register, 2024, ConferenceState::Done);
    let cancelled = conference(&mut register, 2025, ConferenceState::Cancelled);
    let now = conference(&mut register, 2026, ConferenceState::Done);
    for (of, guests) in [(old, 2), (cancelled, 5), (now, 1)] {
        for place in 0..guests {
            guest(&mut register, of, &format!("Khách {place}"), firm, false);
        }
    }
    let answer = report(&mut register, now);
    let line = &table(&answer, 0)[2];
    assert_eq!((line[4].as_str(), line[5].as_str()), ("1", "50 %"));
}
