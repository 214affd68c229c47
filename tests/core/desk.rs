//! The check-in desk: who is in, what is refused, newcomers, and what is left after the power went.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command as Process, Stdio};

use jiff::civil::date;
use so_lang_nghe::domain::{
    Answer, CheckIn, CheckInKind, CodeSet, Conference, ConsentPurpose, GuestClass, GuestGroup, Handout, Id,
    IdSource, InvitationChannel, Meal, Organisation, Participation, Person, PhoneNumber, PhoneNumbers,
    Position, RecordKind,
};
use so_lang_nghe::error::ErrorKind;
use so_lang_nghe::ops::{
    AtDesk, Command, ConferenceAct, ConferencePlan, DeskAct, DeskCounts, DeskEntries, DeskEntriesAnswer,
    DeskGuests, DeskGuestsAnswer, DeskTwins, GuestAct, GuestBook, GuestChange, Outcome, Picked,
    PrintedBadges, Query as _, Reached, Register, WalkIn,
};
use so_lang_nghe::places::{CommuneCode, Places};
use so_lang_nghe::runtime::Session;
use so_lang_nghe::store::{Access, Store};
use so_lang_nghe::vietnamese::PartialDate;

use crate::common::{Folder, NOW, add, register, run};

fn at(desk: &str, act: DeskAct) -> Command {
    let (desk, officer, name) = (desk.to_owned(), "Phạm Thu Trang".to_owned(), "ai đó".to_owned());
    Command::AtConference(ConferenceAct::Desk(AtDesk { desk, officer, name, act }))
}

fn conference(register: &mut Register) -> Id<Conference> {
    let conference = Conference {
        name: "Hội nghị thử".into(),
        code_prefix: "HN26".into(),
        from_date: Some(date(2026, 12, 18)),
        ..Conference::default()
    };
    add(register, conference)
}

fn phones(digits: &str) -> PhoneNumbers {
    PhoneNumbers(vec![PhoneNumber { digits: digits.into(), zalo: false }])
}

fn guest(register: &mut Register, conference: Id<Conference>, name: &str, code: &str) -> Id<Participation> {
    let person = Person { full_name: name.into(), phones: phones("0912345678"), ..Person::default() };
    let person = add(register, person);
    let organisation =
        add(register, Organisation { name: format!("Đơn vị {name}"), ..Organisation::default() });
    let participation = Participation {
        conference: Some(conference),
        person: Some(person),
        organisation: Some(organisation),
        guest_group: GuestGroup::Village,
        class: GuestClass::Vip,
        code: code.into(),
        ..Participation::default()
    };
    add(register, participation)
}

fn desk(register: &mut Register) -> (DeskGuestsAnswer, DeskEntriesAnswer) {
    let (conference, today) = (None, date(2026, 12, 18));
    let guests = DeskGuests { conference, today }.answer(register.store_mut()).unwrap();
    let entries = DeskEntries { conference, today }.answer(register.store_mut()).unwrap();
    (guests, entries)
}

fn is_in(register: &mut Register, guest: Id<Participation>) -> bool {
    desk(register).1.arrival(guest).is_some()
}

#[test]
fn a_guest_comes_once_and_the_second_desk_learns_when_and_from_whom() {
    let mut register = register();
    let conference = conference(&mut register);
    let guest = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    let first = run(&mut register, &at("Bàn 1", DeskAct::Arrive(guest)));
    let noted = first.noted.unwrap();
    assert!(!noted.already);
    assert_eq!((noted.entry.desk.as_str(), noted.entry.at), ("Bàn 1", Some(NOW)));
    let second = register.run(&at("Bàn 2", DeskAct::Arrive(guest)), NOW + 60_000).unwrap();
    assert_eq!(second.changed.operation, 0, "nothing is written");
    let noted = second.noted.unwrap();
    assert!(noted.already);
    assert_eq!((noted.entry.desk.as_str(), noted.entry.officer.as_str()), ("Bàn 1", "Phạm Thu Trang"));
    assert_eq!(register.store().rows().all::<CheckIn>().unwrap().len(), 1);
}

#[test]
fn a_withdrawn_arrival_stays_in_the_list_and_the_guest_can_come_again() {
    let mut register = register();
    let conference = conference(&mut register);
    let guest = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    let nothing = run(&mut register, &at("Bàn 1", DeskAct::Withdraw(guest)));
    assert_eq!(nothing.changed.operation, 0, "there is nothing to withdraw");
    // The clock of the second laptop is behind; what it withdraws is withdrawn all the same.
    for (act, moment, there) in [
        (DeskAct::Arrive(guest), NOW, true),
        (DeskAct::Withdraw(guest), NOW - 600_000, false),
        (DeskAct::Arrive(guest), NOW - 500_000, true),
    ] {
        register.run(&at("Bàn 1", act), moment).unwrap();
        assert_eq!(is_in(&mut register, guest), there);
    }
    assert_eq!(register.store().rows().all::<CheckIn>().unwrap().len(), 3);
    register.undo(NOW).unwrap();
    assert!(!is_in(&mut register, guest), "undo takes an entry back like any other change");
    register.redo(NOW).unwrap();
    assert!(is_in(&mut register, guest));
    assert_eq!(desk(&mut register).1.last_at("Bàn 1"), Some(guest));
    assert_eq!(desk(&mut register).1.last_at("Bàn 2"), None);
}

#[test]
fn a_guest_sends_somebody_who_is_in_at_once() {
    let mut register = register();
    let conference = conference(&mut register);
    let guest = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    let act = DeskAct::Substitute(guest, " Đàm  Thị Lan ".into(), "0987 654 321".into());
    let sent = Id::<Participation>::from_any(run(&mut register, &at("Bàn 2", act.clone())).id.unwrap());
    let rows = register.store().rows();
    let absent = rows.get(guest).unwrap().record;
    assert_eq!((absent.answer, absent.answered_on), (Answer::Substitute, Some(date(2026, 11, 23))));
    let record = rows.get(sent).unwrap().record;
    assert_eq!(record.substitute_for, absent.person);
    assert_eq!((record.organisation, record.guest_group), (absent.organisation, absent.guest_group));
    assert_eq!(record.code, "HN26-B2-01");
    let person = rows.linked(record.person).unwrap().unwrap().record;
    assert_eq!((person.full_name.as_str(), &person.phones), ("Đàm Thị Lan", &phones("0987654321")));
    let (guests, entries) = desk(&mut register);
    assert_eq!(guests.guest(guest).unwrap().substitute, Some(sent));
    assert_eq!(guests.guest(sent).unwrap().instead_of, "Đàm Quang Lộc");
    let counts = DeskCounts::of(&guests, &entries);
    assert_eq!((counts.invited, counts.vip, counts.substitutes, counts.there), ((1, 1), (1, 1), 1, 1));
    // The same once more changes nothing, and takes one step to undo.
    let again = run(&mut register, &at("Bàn 2", act));
    assert!(again.noted.unwrap().already);
    register.undo(NOW).unwrap();
    assert_eq!(desk(&mut register).0.guests.len(), 1);
    assert_eq!(register.store().rows().get(guest).unwrap().record.answer, Answer::None);
}

#[test]
fn who_is_sent_at_the_desk_takes_the_place_of_the_guest_and_of_whoever_was_announced() {
    let mut register = register();
    let conference = conference(&mut register);
    let guest = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    let before = register.store().rows().get(guest).unwrap().record;
    let place = Participation { meal: Meal::Vegetarian, hotel: "Hồ Sen".into(), ..before.clone() };
    run(&mut register, &Command::Change(guest.any(), place.into()));
    let announced = GuestAct::Substitute {
        guest,
        person: Picked::New(Box::new(Person { full_name: "Đàm Thị Lan".into(), ..Person::default() })),
        title: "Phó Giám đốc".into(),
        day: Some(date(2026, 12, 1)),
        channel: InvitationChannel::Zalo,
    };
    let announced = Command::AtConference(ConferenceAct::Guests(announced));
    let lan = Id::<Participation>::from_any(run(&mut register, &announced).id.unwrap());
    let sent = DeskAct::Substitute(guest, "Đàm Văn Minh".into(), String::new());
    let minh = Id::<Participation>::from_any(run(&mut register, &at("Bàn 1", sent)).id.unwrap());
    let rows = register.store().rows();
    assert_eq!(rows.is_deleted(RecordKind::Participation, lan.any()).unwrap(), Some(true));
    let record = rows.get(minh).unwrap().record;
    assert_eq!(
        (record.class, record.meal, record.hotel.as_str()),
        (GuestClass::Vip, Meal::Vegetarian, "Hồ Sen")
    );
    assert_eq!((record.organisation, record.answer), (before.organisation, Answer::Coming));
    let absent = rows.get(guest).unwrap().record;
    // That somebody else comes had been said before.
    assert_eq!(
        (absent.answered_on, absent.answer_channel),
        (Some(date(2026, 12, 1)), InvitationChannel::Zalo)
    );
    assert_eq!(desk(&mut register).0.guest(guest).unwrap().substitute, Some(minh));
    register.undo(NOW).unwrap();
    assert_eq!(desk(&mut register).0.guest(guest).unwrap().substitute, Some(lan), "one step takes it back");
    // Who came already is not sent away again by a name or an answer.
    run(&mut register, &at("Bàn 1", DeskAct::Arrive(lan)));
    let sent = DeskAct::Substitute(guest, "Đàm Văn Minh".into(), String::new());
    run(&mut register, &at("Bàn 1", sent));
    assert!(is_in(&mut register, lan));
    let answer = Some((Answer::Coming, None, InvitationChannel::None));
    let change = GuestAct::Change(vec![guest], GuestChange { answer, ..GuestChange::default() });
    run(&mut register, &Command::AtConference(ConferenceAct::Guests(change)));
    assert_eq!(desk(&mut register).0.guests.len(), 3);
}

#[test]
fn a_guest_in_ones_own_right_who_is_sent_stays_what_one_is() {
    let mut register = register();
    let conference = conference(&mut register);
    let absent = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    let other = guest(&mut register, conference, "Lò Thị Pành", "HN26-0148");
    let before = register.store().rows().get(other).unwrap().record;
    let sent = DeskAct::Substitute(absent, "lo thi panh".into(), "0912 345 678".into());
    assert_eq!(run(&mut register, &at("Bàn 1", sent)).id, Some(other.any()));
    let after = register.store().rows().get(other).unwrap().record;
    let absent = register.store().rows().get(absent).unwrap().record;
    assert_eq!((after.organisation, after.code.as_str()), (before.organisation, "HN26-0148"));
    assert_eq!(after.substitute_for, absent.person);
}

#[test]
fn without_a_prefix_codes_of_a_desk_carry_the_year_and_none_is_given_twice() {
    let mut register = register();
    let held = |year| Conference {
        name: format!("Hội nghị {year}"),
        from_date: Some(date(year, 12, 18)),
        ..Conference::default()
    };
    let mut codes = Vec::new();
    for of in [held(2026), held(2027), Conference { venue: "Hồ Sen".into(), ..held(2027) }] {
        let of = add(&mut register, of);
        for name in ["Một", "Hai"] {
            let act = DeskAct::WalkIn(of, newcomer(name, "", ""));
            let guest = Id::<Participation>::from_any(run(&mut register, &at("Bàn 2", act)).id.unwrap());
            codes.push(register.store().rows().get(guest).unwrap().record.code);
        }
    }
    let wanted = ["HN26-B2-01", "HN26-B2-02", "HN27-B2-01", "HN27-B2-02", "HN27-B2-03", "HN27-B2-04"];
    assert_eq!(codes, wanted);
}

#[test]
fn at_the_desk_and_on_paper_a_guest_is_what_the_guest_is_on_the_day() {
    let mut register = register();
    let conference = conference(&mut register);
    let id = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    let record = register.store().rows().get(id).unwrap().record;
    let held = |title: &str, from: Option<&str>, to: Option<&str>| Position {
        person: record.person,
        organisation: record.organisation,
        title: title.into(),
        from_date: from.and_then(PartialDate::from_iso),
        to_date: to.and_then(PartialDate::from_iso),
        ..Position::default()
    };
    let title = |register: &mut Register| {
        let guests = GuestBook { conference }.answer(register.store_mut()).unwrap().guests;
        let titles = (desk(register).0.guest(id).unwrap().title.clone(), guests[0].title.clone());
        assert_eq!(titles.0, titles.1, "the same everywhere");
        titles.0
    };
    assert_eq!(title(&mut register), "");
    // The conference is on 18 December 2026: one ended before, one begins after, one ends only later.
    add(&mut register, held("Kế toán", None, Some("2026-06")));
    add(&mut register, held("Chủ tịch", Some("2027-01-01"), None));
    assert_eq!(title(&mut register), "");
    add(&mut register, held("Phó Giám đốc", None, Some("2027-06-30")));
    assert_eq!(title(&mut register), "Phó Giám đốc");
    add(&mut register, held("Giám đốc", Some("2020"), None));
    assert_eq!(title(&mut register), "Giám đốc", "the highest of several");
    let noted = Participation { title: "Trưởng đoàn".into(), ..record.clone() };
    run(&mut register, &Command::Change(id.any(), noted.into()));
    assert_eq!(title(&mut register), "Trưởng đoàn", "what was noted comes first");
}

#[test]
fn a_guest_who_is_in_has_sent_nobody() {
    let mut register = register();
    let conference = conference(&mut register);
    let guest = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    run(&mut register, &at("Bàn 1", DeskAct::Arrive(guest)));
    let outcome =
        run(&mut register, &at("Bàn 1", DeskAct::Substitute(guest, "Đàm Lan".into(), String::new())));
    assert!(outcome.noted.unwrap().already);
    assert_eq!(register.store().rows().all::<Person>().unwrap().len(), 1);
}

fn newcomer(name: &str, organisation: &str, phone: &str) -> WalkIn {
    WalkIn {
        name: name.into(),
        organisation: organisation.into(),
        phone: phone.into(),
        group: GuestGroup::Press,
        consents: CodeSet::of(["listed", "pictures"]),
    }
}

#[test]
fn a_walk_in_is_added_and_in_with_one_command() {
    let mut register = register();
    let conference = conference(&mut register);
    let commune = CommuneCode::parse("00004");
    let paper = Organisation { name: "Báo Thí Dụ".into(), commune, ..Organisation::default() };
    let known = add(&mut register, paper);
    let act = DeskAct::WalkIn(conference, newcomer("Trần Thị Mới", "bao thi du", "0901 222 333"));
    let outcome = run(&mut register, &at("Bàn 2", act.clone()));
    let first = Id::<Participation>::from_any(outcome.id.unwrap());
    let record = register.store().rows().get(first).unwrap().record;
    let agreed = ConsentPurpose::ALL.iter().filter(|purpose| record.agreed(**purpose));
    let agreed: Vec<_> = agreed.copied().collect();
    assert!(record.walk_in);
    assert_eq!(agreed, [ConsentPurpose::Listed, ConsentPurpose::Pictures]);
    assert_eq!((record.organisation, record.code.as_str()), (Some(known), "HN26-B2-01"));
    assert!(is_in(&mut register, first));
    // An organisation that is not in the register stands on the badge as it was said.
    let act = DeskAct::WalkIn(conference, newcomer("Lê Văn Lạ", "Xưởng Gỗ Lạ", ""));
    let second = Id::<Participation>::from_any(run(&mut register, &at("Bàn 2", act)).id.unwrap());
    let guests = desk(&mut register).0;
    let badge = guests.guest(second).unwrap();
    assert_eq!((badge.name.as_str(), badge.title.as_str()), ("Lê Văn Lạ", "Xưởng Gỗ Lạ"));
    assert_eq!((badge.code.as_str(), badge.group), ("HN26-B2-02", GuestGroup::Press));
    let nameless = at("Bàn 2", DeskAct::WalkIn(conference, newcomer("  ", "Báo", "")));
    assert!(matches!(register.run(&nameless, NOW).unwrap_err().kind(), ErrorKind::Invalid(_)));
    let (guests, entries) = desk(&mut register);
    let counts = DeskCounts::of(&guests, &entries);
    assert_eq!((counts.walk_ins, counts.invited, counts.there), (2, (0, 0), 2));
    assert_eq!(counts.groups, [(GuestGroup::Press, 2, 0)]);
    assert_eq!(counts.provinces, [("Hà Nội".to_owned(), 1)], "where it is known");
    // Whoever is asked at the next desk again is the same person.
    let act = DeskAct::WalkIn(conference, newcomer("tran thi moi", "", "+84901222333"));
    let again = run(&mut register, &at("Bàn 3", act));
    assert_eq!(again.noted.unwrap().guest, first);
    assert_eq!(register.store().rows().all::<Person>().unwrap().len(), 2);
}

#[test]
fn an_invited_guest_who_is_taken_for_a_walk_in_stays_an_invited_guest() {
    let mut register = register();
    let conference = conference(&mut register);
    let guest = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    let act = DeskAct::WalkIn(conference, newcomer("dam quang loc", "", "0912345678"));
    assert_eq!(run(&mut register, &at("Bàn 1", act)).id, Some(guest.any()));
    let record = register.store().rows().get(guest).unwrap().record;
    assert!(!record.walk_in);
    assert_eq!((record.code.as_str(), record.guest_group), ("HN26-0147", GuestGroup::Village));
    assert!(is_in(&mut register, guest));
}

#[test]
fn two_laptops_make_the_same_newcomer_and_different_codes() {
    let (mut one, mut two) = (register(), register());
    let conferences = [conference(&mut one), conference(&mut two)];
    assert_eq!(conferences[0], conferences[1], "two copies of one register");
    let act = || DeskAct::WalkIn(conferences[0], newcomer("Trần Thị Mới", "", "0901222333"));
    // The second laptop has done something else before, so that its ids go another way.
    add(&mut two, Person { full_name: "Ai đó".into(), ..Person::default() });
    let first = run(&mut one, &at("Bàn 1", act()));
    let second = run(&mut two, &at("Bàn 2", act()));
    assert_eq!(first.id, second.id);
    let record = |register: &Register, outcome: &Outcome| {
        register.store().rows().get(Id::<Participation>::from_any(outcome.id.unwrap())).unwrap().record
    };
    assert_eq!(record(&one, &first).person, record(&two, &second).person);
    let stranger = |desk| at(desk, DeskAct::WalkIn(conferences[0], newcomer("Không Số", "", "")));
    let first = run(&mut one, &stranger("Bàn 1"));
    let second = run(&mut two, &stranger("Bàn 2"));
    assert_ne!(record(&one, &first).code, record(&two, &second).code);
}

#[test]
fn badges_are_counted_and_what_was_given_is_remembered() {
    let mut register = register();
    let conference = conference(&mut register);
    let guest = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    for act in [DeskAct::Arrive(guest), DeskAct::Badge(guest), DeskAct::Badge(guest)] {
        run(&mut register, &at("Bàn 1", act));
    }
    let bag = CodeSet::of([Handout::Bag.code()]);
    run(&mut register, &at("Bàn 1", DeskAct::HandOut(guest, bag.clone())));
    let again = run(&mut register, &at("Bàn 1", DeskAct::HandOut(guest, bag.clone())));
    assert_eq!(again.changed.operation, 0);
    let presence = desk(&mut register).1.presence[&guest].clone();
    assert_eq!((presence.badges, presence.handouts), (2, bag));
    assert!(presence.arrival.is_some());
    run(&mut register, &at("Bàn 2", DeskAct::HandOut(guest, CodeSet::of([Handout::Meal.code()]))));
    let handouts = desk(&mut register).1.presence[&guest].handouts.clone();
    assert_eq!(handouts, CodeSet::of([Handout::Meal.code()]), "the bag came back");
    assert!(register.store().rows().all::<CheckIn>().unwrap().iter().all(|stored| {
        stored.record.kind != CheckInKind::Withdrawal && stored.record.officer == "Phạm Thu Trang"
    }));
}

/// Where the program that is killed works; set only for it.
const KILLED: &str = "SO_LANG_NGHE_KILLED_DESK";

/// Checks in one guest after the other and says each one that was answered.
#[test]
fn a_desk_that_will_be_killed() {
    let Some(path) = std::env::var_os(KILLED) else { return };
    let path = std::path::PathBuf::from(path);
    let machine = so_lang_nghe::runtime::Machine::fixed(path.with_extension("home"), NOW);
    let mut session = Session::open(&machine, &path, "Phạm Thu Trang").unwrap();
    let guests = session.register().store().rows().all::<Participation>().unwrap();
    let mut out = std::io::stdout();
    for guest in guests {
        let noted = session.run(&at("Bàn 1", DeskAct::Arrive(guest.id))).unwrap().noted.unwrap();
        writeln!(out, "vào {}", noted.guest.any().hex()).unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn what_was_answered_is_there_after_the_program_was_killed() {
    let folder = Folder::new();
    let path = folder.file("đón tiếp.langnghe");
    let machine = so_lang_nghe::runtime::Machine::fixed(path.with_extension("home"), NOW);
    let mut session = Session::create(&machine, &path, "").unwrap();
    let conference =
        Conference {
            name: "Hội nghị".into(), from_date: Some(date(2026, 12, 18)), ..Conference::default()
        };
    let conference = Id::from_any(session.run(&Command::Add(conference.into())).unwrap().id.unwrap());
    for number in 0..400 {
        let person = Person { full_name: format!("Khách {number}"), ..Person::default() };
        let person = Id::from_any(session.run(&Command::Add(person.into())).unwrap().id.unwrap());
        let guest =
            Participation { conference: Some(conference), person: Some(person), ..Participation::default() };
        session.run(&Command::Add(guest.into())).unwrap();
    }
    session.close().unwrap();
    let mut killed = Process::new(std::env::current_exe().unwrap())
        .args(["--exact", "desk::a_desk_that_will_be_killed", "--nocapture"])
        .env(KILLED, &path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut answered = Vec::new();
    for line in BufReader::new(killed.stdout.take().unwrap()).lines() {
        answered.extend(line.unwrap().split_once("vào ").map(|(_, id)| id.to_owned()));
        if answered.len() == 60 {
            killed.kill().unwrap();
        }
    }
    killed.wait().unwrap();
    assert!((60..400).contains(&answered.len()), "killed in the middle: {}", answered.len());
    let mut store = Store::open(&path, Access::Read, folder.path(), Places::built_in()).unwrap();
    let question = DeskEntries { conference: Some(conference), today: date(2026, 12, 18) };
    let entries = question.answer(&mut store).unwrap();
    for id in &answered {
        let there = entries
            .presence
            .iter()
            .any(|(guest, presence)| guest.any().hex() == *id && presence.arrival.is_some());
        assert!(there, "{id} was answered as done and is lost");
    }
    assert!(entries.entries.len() <= answered.len() + 1, "nothing is there twice");
}

#[test]
fn badges_printed_together_count_as_those_of_a_desk() {
    let mut register = register();
    let conference = conference(&mut register);
    let [one, two, off] = [("Đàm Quang Lộc", "1"), ("Lò Thị Pành", "2"), ("Chử Văn Bình", "3")]
        .map(|(name, code)| guest(&mut register, conference, name, code));
    let mut record = register.store().rows().get(off).unwrap().record;
    record.answer = Answer::Declined;
    run(&mut register, &Command::Change(off.any(), record.into()));
    let printed = |only: Option<Vec<Id<Participation>>>| {
        Command::AtConference(ConferenceAct::Badges(PrintedBadges {
            conference,
            only,
            desk: String::new(),
            officer: "Trần Thu Hà".into(),
        }))
    };
    let badges = |register: &mut Register, guest| {
        desk(register).1.presence.get(&guest).map_or(0, |presence| presence.badges)
    };
    let plan = |register: &mut Register| {
        let question = ConferencePlan { conference: Some(conference), today: date(2026, 12, 18) };
        question.answer(register.store_mut()).unwrap().badges
    };
    assert_eq!(plan(&mut register), Reached { done: 0, all: 2 });
    run(&mut register, &printed(Some(vec![one])));
    assert_eq!(plan(&mut register), Reached { done: 1, all: 2 });
    run(&mut register, &printed(None));
    assert_eq!([one, two, off].map(|guest| badges(&mut register, guest)), [2, 1, 0]);
    run(&mut register, &at("Bàn 1", DeskAct::Badge(two)));
    assert_eq!(badges(&mut register, two), 2, "the desk calls it a reprint");
    register.undo(NOW).unwrap();
    register.undo(NOW).unwrap();
    assert_eq!([one, two].map(|guest| badges(&mut register, guest)), [1, 0], "all of them are one step");
    assert!(!is_in(&mut register, one), "a badge is no arrival");
}

#[test]
fn a_desk_learns_that_another_laptop_has_its_name() {
    let mut register = register();
    let conference = conference(&mut register);
    let guest = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    let twins = |register: &mut Register, desk: &str| {
        DeskTwins { conference, desk: desk.into() }.answer(register.store_mut()).unwrap()
    };
    register.store_mut().name_replica("A1").unwrap();
    run(&mut register, &at("Bàn 1", DeskAct::Arrive(guest)));
    assert_eq!(twins(&mut register, "Bàn 1"), [], "its own entries");
    // The file goes to another laptop.
    let mut ids = IdSource::new([7; 16]);
    register.store_mut().claim(None, &mut ids, NOW).unwrap();
    register.store_mut().name_replica("B2").unwrap();
    assert_eq!(twins(&mut register, "Bàn 1"), [("A1".to_owned(), 1)]);
    assert_eq!(twins(&mut register, "Bàn 2"), []);
    // The first laptop has it back, under an id that is new to the file: it is the same laptop.
    register.store_mut().claim(None, &mut ids, NOW + 1).unwrap();
    register.store_mut().name_replica("A1").unwrap();
    assert_eq!(twins(&mut register, "Bàn 1"), []);
}

#[test]
fn a_guest_and_who_comes_instead_know_of_each_other() {
    let mut register = register();
    let conference = conference(&mut register);
    let invited = guest(&mut register, conference, "Đàm Quang Lộc", "HN26-0147");
    let act = DeskAct::Substitute(invited, "Đỗ Văn Thay".into(), String::new());
    let sent = Id::<Participation>::from_any(run(&mut register, &at("Bàn 1", act)).id.unwrap());
    let guests = desk(&mut register).0;
    assert_eq!(guests.other_of(invited).map(|other| other.id), Some(sent));
    assert_eq!(guests.other_of(sent).map(|other| other.id), Some(invited));
}
