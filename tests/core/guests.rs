//! Guests of a conference: inviting, codes, order of protocol, answers, substitutes.

use std::collections::BTreeSet;

use jiff::civil::date;
use so_lang_nghe::domain::{
    Answer, Artisan, ArtisanState, CodeSet, CommitteeMember, Conference, GuestClass, GuestGroup, Id,
    InvitationChannel, Organisation, OrganisationKind, Participation, Person, Position, RecordKind, Village,
};
use so_lang_nghe::ops::{
    Command, ConferenceAct, ConferencePlan, GuestAct, GuestBook, GuestBookAnswer, GuestCandidates,
    GuestChange, GuestSource, GuestTerms, Invited, List, Picked, Query as _, Reached, Register,
};

use crate::common::{NOW, add, dump, organisation, person, register, run, village};

pub(crate) fn conference(register: &mut Register, prefix: &str) -> Id<Conference> {
    add(
        register,
        Conference {
            name: "Hội nghị".into(),
            from_date: Some(date(2026, 12, 18)),
            code_prefix: prefix.into(),
            ..Conference::default()
        },
    )
}

fn invited(person: Id<Person>) -> Invited {
    Invited { person, organisation: None, title: String::new(), group: GuestGroup::None }
}

pub(crate) fn invite(register: &mut Register, conference: Id<Conference>, persons: &[Id<Person>]) {
    let invited = persons.iter().map(|person| invited(*person)).collect();
    let act = ConferenceAct::Invite(conference, invited, GuestTerms::default());
    run(register, &Command::AtConference(act));
}

fn act(register: &mut Register, act: GuestAct) {
    run(register, &Command::AtConference(ConferenceAct::Guests(act)));
}

pub(crate) fn book(register: &mut Register, conference: Id<Conference>) -> GuestBookAnswer {
    GuestBook { conference }.answer(register.store_mut()).unwrap()
}

/// Names in order of protocol.
fn names(register: &mut Register, conference: Id<Conference>) -> Vec<String> {
    book(register, conference).guests.into_iter().map(|guest| guest.name).collect()
}

pub(crate) fn guest(
    register: &mut Register,
    conference: Id<Conference>,
    name: &str,
) -> so_lang_nghe::ops::Guest {
    book(register, conference).guests.into_iter().find(|guest| guest.name == name).unwrap()
}

#[test]
fn nobody_is_invited_twice_and_no_code_is_given_twice() {
    let mut register = register();
    let meeting = conference(&mut register, "");
    let an = add(&mut register, person("Nguyễn Văn An"));
    let binh = add(&mut register, person("Trần Thị Bình"));
    let cuong = add(&mut register, person("Lê Văn Cường"));
    let before = dump(&register.store().rows());
    invite(&mut register, meeting, &[an, binh]);
    let codes = |register: &mut Register| -> Vec<String> {
        book(register, meeting).guests.into_iter().map(|guest| guest.record.code).collect()
    };
    assert_eq!(codes(&mut register), ["HN26-0001", "HN26-0002"]);
    let first = dump(&register.store().rows());
    invite(&mut register, meeting, &[binh, an]);
    assert_eq!(dump(&register.store().rows()), first, "who is invited stays as it is");
    // Not after one is deleted, not at another conference with the same beginning.
    let last = guest(&mut register, meeting, "Trần Thị Bình");
    run(&mut register, &Command::Delete(RecordKind::Participation, last.id.any()));
    invite(&mut register, meeting, &[cuong]);
    assert_eq!(guest(&mut register, meeting, "Lê Văn Cường").record.code, "HN26-0003");
    invite(&mut register, meeting, &[binh]);
    assert_eq!(guest(&mut register, meeting, "Trần Thị Bình").record.code, "HN26-0002", "its own comes back");
    let other = conference(&mut register, "HN26");
    invite(&mut register, other, &[an]);
    assert_eq!(guest(&mut register, other, "Nguyễn Văn An").record.code, "HN26-0004");
    for _ in 0..5 {
        register.undo(NOW).unwrap();
    }
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), before);
}

#[test]
fn two_hundred_are_invited_in_one_step() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let persons: Vec<_> =
        (0..250).map(|number| add(&mut register, person(&format!("Người {number}")))).collect();
    invite(&mut register, meeting, &persons);
    let codes: BTreeSet<String> =
        book(&mut register, meeting).guests.into_iter().map(|guest| guest.record.code).collect();
    assert_eq!(codes.len(), 250);
    assert!(codes.contains("HN-0001") && codes.contains("HN-0250"), "{codes:?}");
    register.undo(NOW).unwrap();
    assert!(book(&mut register, meeting).guests.is_empty());
}

#[test]
fn organisations_are_invited_by_who_signs_for_them_and_filters_look_at_villages_and_trades() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let weavers =
        add(&mut register, Village { trades: CodeSet::of(["det-lua-tho-cam"]), ..village("Vạn Phúc") });
    let firm = add(
        &mut register,
        Organisation {
            village: Some(weavers),
            kind: OrganisationKind::Cooperative,
            ..organisation("HTX Dệt lụa Vạn Phúc")
        },
    );
    add(&mut register, organisation("Công ty Không Ai"));
    let (chair, director) =
        (add(&mut register, person("Đỗ Thị Chủ")), add(&mut register, person("Lê Văn Ký")));
    let hold = |register: &mut Register, person, title: &str, signs| {
        let position = Position {
            person: Some(person),
            organisation: Some(firm),
            title: title.into(),
            signs,
            ..Position::default()
        };
        add(register, position);
    };
    hold(&mut register, chair, "Chủ tịch Hội đồng quản trị", false);
    hold(&mut register, director, "Giám đốc", true);
    let mut question = GuestCandidates {
        source: GuestSource::Register,
        whole: false,
        conference: meeting,
        list: List::of(RecordKind::Organisation),
        village: None,
        trade: String::new(),
        today: date(2026, 11, 26),
    };
    let all = question.answer(register.store_mut()).unwrap();
    assert_eq!(all.count, 2);
    let nobody = all.found.iter().find(|found| found.name == "Công ty Không Ai").unwrap();
    assert_eq!(nobody.invited, None);
    let head = all.found.iter().find(|found| found.name.starts_with("HTX")).unwrap();
    let whom = head.invited.clone().unwrap();
    assert_eq!((whom.person, whom.title.as_str(), whom.group), (director, "Giám đốc", GuestGroup::Village));
    invite(&mut register, meeting, &[director]);
    question.trade = "det-lua-tho-cam".into();
    let found = question.answer(register.store_mut()).unwrap().found;
    assert_eq!(found.len(), 1);
    assert!(found[0].already);
    // Persons belong to a village by craft or position.
    let artisan = add(&mut register, person("Nguyễn Thị Dệt"));
    add(&mut register, Artisan { person: Some(artisan), village: Some(weavers), ..Artisan::default() });
    question.list = List::of(RecordKind::Person);
    question.trade.clear();
    question.village = Some(weavers);
    let found = question.answer(register.store_mut()).unwrap().found;
    assert_eq!(found.len(), 3);
    question.list = List::of(RecordKind::Artisan);
    let found = question.answer(register.store_mut()).unwrap().found;
    let whom = found[0].invited.clone().unwrap();
    assert_eq!((whom.group, whom.title.as_str()), (GuestGroup::Artisan, "Làng nghề Vạn Phúc"));
}

#[test]
fn nobody_who_has_died_is_invited_with_the_others() {
    let mut register = register();
    let conference = conference(&mut register, "HN");
    let dead = add(&mut register, person("Nguyễn Thị Dệt"));
    let artisan = Artisan { person: Some(dead), state: ArtisanState::Dead, ..Artisan::default() };
    add(&mut register, artisan);
    let firm = add(&mut register, organisation("HTX Dệt lụa"));
    let position = Position { person: Some(dead), organisation: Some(firm), ..Position::default() };
    add(&mut register, Position { title: "Giám đốc".into(), ..position });
    for kind in [RecordKind::Artisan, RecordKind::Person, RecordKind::Organisation] {
        let question = GuestCandidates {
            source: GuestSource::Register,
            whole: false,
            conference,
            list: List::of(kind),
            village: None,
            trade: String::new(),
            today: date(2026, 11, 26),
        };
        let found = question.answer(register.store_mut()).unwrap().found;
        assert!(found[0].dead && found[0].invited.is_none(), "{kind:?}");
    }
}

#[test]
fn guests_stand_in_order_of_protocol_and_one_move_is_one_step() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let persons: Vec<_> = ["Vũ Thị Yến", "Trần Văn Đức", "Lê Thị Ánh", "Bùi Văn Dũng"]
        .iter()
        .map(|name| add(&mut register, person(name)))
        .collect();
    invite(&mut register, meeting, &persons);
    // By given name in Vietnamese order: D before Đ.
    assert_eq!(names(&mut register, meeting), ["Lê Thị Ánh", "Bùi Văn Dũng", "Trần Văn Đức", "Vũ Thị Yến"]);
    let yen = guest(&mut register, meeting, "Vũ Thị Yến").id;
    let class = Some(GuestClass::Vip);
    act(&mut register, GuestAct::Change(vec![yen], GuestChange { class, ..GuestChange::default() }));
    assert_eq!(names(&mut register, meeting)[0], "Vũ Thị Yến");
    let order = book(&mut register, meeting).moved(3, 1);
    act(&mut register, GuestAct::Arrange(order));
    assert_eq!(names(&mut register, meeting), ["Vũ Thị Yến", "Trần Văn Đức", "Lê Thị Ánh", "Bùi Văn Dũng"]);
    register.undo(NOW).unwrap();
    assert_eq!(names(&mut register, meeting)[3], "Trần Văn Đức");
    // Only as many get a number as have to.
    let order = book(&mut register, meeting).moved(0, 2);
    assert_eq!(order.len(), 2);
    act(&mut register, GuestAct::Arrange(order));
    assert_eq!(names(&mut register, meeting)[..2], ["Lê Thị Ánh", "Vũ Thị Yến"]);
    // Invitations are numbered in this order, after what was given.
    let duc = guest(&mut register, meeting, "Trần Văn Đức");
    let numbered = Participation { invitation_number: "07/GM".into(), ..duc.record };
    run(&mut register, &Command::Change(duc.id.any(), numbered.into()));
    act(&mut register, GuestAct::Number(meeting));
    let numbers: Vec<String> =
        book(&mut register, meeting).guests.into_iter().map(|guest| guest.record.invitation_number).collect();
    assert_eq!(numbers, ["08", "09", "10", "07/GM"]);
}

#[test]
fn a_substitute_takes_the_place_of_the_guest_until_the_guest_comes() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let persons: Vec<_> =
        ["Phạm Văn An", "Phạm Văn Bảo"].iter().map(|name| add(&mut register, person(name))).collect();
    invite(&mut register, meeting, &persons);
    let an = guest(&mut register, meeting, "Phạm Văn An");
    let group = Some(GuestGroup::Bank);
    act(&mut register, GuestAct::Change(vec![an.id], GuestChange { group, ..GuestChange::default() }));
    let before = dump(&register.store().rows());
    let sends = |name: &str| GuestAct::Substitute {
        guest: an.id,
        person: Picked::New(Box::new(person(name))),
        title: "Phó phòng".into(),
        day: Some(date(2026, 11, 26)),
        channel: InvitationChannel::Phone,
    };
    act(&mut register, sends("Zương Thị Thay"));
    assert_eq!(names(&mut register, meeting), ["Phạm Văn An", "Zương Thị Thay", "Phạm Văn Bảo"]);
    let sent = guest(&mut register, meeting, "Zương Thị Thay");
    assert_eq!(sent.substitute_for, "Phạm Văn An");
    assert_eq!((sent.record.answer, sent.record.guest_group), (Answer::Coming, GuestGroup::Bank));
    assert_eq!(sent.record.code, "HN-0003");
    let guest_now = guest(&mut register, meeting, "Phạm Văn An");
    assert_eq!(
        (guest_now.record.answer, guest_now.substitute.as_str()),
        (Answer::Substitute, "Zương Thị Thay")
    );
    // The two are one seat, and one answer of two guests.
    let plan = ConferencePlan { conference: Some(meeting), today: date(2026, 11, 27) };
    let plan = plan.answer(register.store_mut()).unwrap();
    assert_eq!((plan.coming.done, plan.answers), (1, Reached { done: 1, all: 2 }));
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), before, "person, place and answer are one step");
    register.redo(NOW).unwrap();
    // Somebody else is sent; then the guest comes after all.
    act(&mut register, sends("Mai Văn Khác"));
    assert_eq!(names(&mut register, meeting), ["Phạm Văn An", "Mai Văn Khác", "Phạm Văn Bảo"]);
    let answer = Some((Answer::Coming, Some(date(2026, 11, 27)), InvitationChannel::Zalo));
    act(&mut register, GuestAct::Change(vec![an.id], GuestChange { answer, ..GuestChange::default() }));
    assert_eq!(names(&mut register, meeting), ["Phạm Văn An", "Phạm Văn Bảo"]);
    // Nobody comes instead of themselves.
    let own = GuestAct::Substitute {
        guest: an.id,
        person: Picked::Known(persons[0]),
        title: String::new(),
        day: None,
        channel: InvitationChannel::None,
    };
    assert!(register.run(&Command::AtConference(ConferenceAct::Guests(own)), NOW).is_err());
}

/// `cargo test --release --test core five_thousand_guests -- --ignored --nocapture` tells how long it takes.
#[test]
#[ignore = "takes a while"]
#[allow(clippy::print_stdout, reason = "it tells figures")]
fn five_thousand_guests() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let people = (0..5_000).map(|number| person(&format!("Nguyễn Thị Thử {number}")).into()).collect();
    run(&mut register, &Command::AddMany(people));
    let persons = register.store().rows().all::<Person>().unwrap();
    let start = std::time::Instant::now();
    let persons: Vec<_> = persons.into_iter().map(|stored| stored.id).collect();
    invite(&mut register, meeting, &persons);
    println!("inviting 5,000: {:?}", start.elapsed());
    for _ in 0..3 {
        let start = std::time::Instant::now();
        assert_eq!(book(&mut register, meeting).guests.len(), 5_000);
        println!("the book of 5,000: {:?}", start.elapsed());
    }
    let start = std::time::Instant::now();
    act(&mut register, GuestAct::Number(meeting));
    println!("numbering 5,000: {:?}", start.elapsed());
    let next = conference(&mut register, "HN27");
    let question = GuestCandidates {
        conference: next,
        source: GuestSource::Guests(Some(meeting)),
        list: List::of(RecordKind::Person),
        village: None,
        trade: String::new(),
        today: date(2026, 11, 26),
        whole: true,
    };
    let start = std::time::Instant::now();
    assert_eq!(question.answer(register.store_mut()).unwrap().found.len(), 5_000);
    println!("5,000 guests of another conference: {:?}", start.elapsed());
    let start = std::time::Instant::now();
    let question = GuestCandidates { source: GuestSource::Register, ..question };
    assert_eq!(question.answer(register.store_mut()).unwrap().found.len(), 5_000);
    println!("5,000 persons of the register: {:?}", start.elapsed());
}

#[test]
fn guests_of_the_conference_before_and_members_of_committees_are_invited_again() {
    let mut register = register();
    let before = conference(&mut register, "HN25");
    let mut record = register.store().rows().get(before).unwrap().record;
    record.from_date = Some(date(2025, 12, 18));
    run(&mut register, &Command::Change(before.any(), record.into()));
    let now = conference(&mut register, "HN26");
    let firm = add(&mut register, organisation("HTX Đan Hòa"));
    let [an, binh, cuong] =
        ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"].map(|name| add(&mut register, person(name)));
    for (who, title, place) in [(binh, "Giám đốc", 1), (an, "Phó Giám đốc", 2)] {
        let guest = Participation {
            conference: Some(before),
            person: Some(who),
            organisation: Some(firm),
            title: title.into(),
            guest_group: GuestGroup::Village,
            protocol_order: Some(place),
            ..Participation::default()
        };
        add(&mut register, guest);
    }
    // An is the director now.
    let (person, organisation) = (Some(an), Some(firm));
    add(&mut register, Position { person, organisation, title: "Giám đốc".into(), ..Position::default() });
    let conference = Some(now);
    let member =
        |person, sequence| CommitteeMember { conference, person, sequence, ..CommitteeMember::default() };
    add(&mut register, member(Some(cuong), 1));
    add(&mut register, member(Some(an), 2));
    let ask = |register: &mut Register, source, text: &str| {
        let list = List { text: text.into(), ..List::of(RecordKind::Person) };
        let question = GuestCandidates {
            conference: now,
            source,
            list,
            village: None,
            trade: String::new(),
            today: date(2026, 11, 26),
            whole: false,
        };
        question.answer(register.store_mut()).unwrap()
    };
    let answer = ask(&mut register, GuestSource::Guests(None), "");
    assert_eq!(answer.of, Some(before));
    let found: Vec<_> = answer
        .found
        .iter()
        .map(|one| (one.name.as_str(), one.invited.as_ref().unwrap().title.as_str()))
        .collect();
    assert_eq!(found, [("Trần Thị Bình", "Giám đốc"), ("Nguyễn Văn An", "Giám đốc")], "in order of protocol");
    let invited: Vec<Invited> = answer.found.into_iter().filter_map(|one| one.invited).collect();
    assert!(invited.iter().all(|one| one.organisation == Some(firm) && one.group == GuestGroup::Village));
    let act = ConferenceAct::Invite(now, invited[..1].to_vec(), GuestTerms::default());
    run(&mut register, &Command::AtConference(act));
    let again = ask(&mut register, GuestSource::Guests(None), "");
    assert_eq!(again.found.iter().map(|one| one.already).collect::<Vec<_>>(), [true, false]);
    assert_eq!(ask(&mut register, GuestSource::Guests(None), "binh").found.len(), 1);
    let members = ask(&mut register, GuestSource::Committees(None), "").found;
    let names: Vec<_> = members.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Lê Văn Cường", "Nguyễn Văn An"]);
    assert_eq!(members[0].invited.as_ref().unwrap().group, GuestGroup::Organiser);
}

#[test]
fn a_result_of_any_length_is_invited_as_a_whole() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let persons = (0..2_300).map(|number| person(&format!("Người {number}")).into()).collect();
    run(&mut register, &Command::AddMany(persons));
    let mut question = GuestCandidates {
        conference: meeting,
        source: GuestSource::Register,
        list: List::of(RecordKind::Person),
        village: None,
        trade: String::new(),
        today: date(2026, 11, 26),
        whole: false,
    };
    let first = question.answer(register.store_mut()).unwrap();
    assert_eq!((first.found.len(), first.count), (2_000, 2_300));
    question.whole = true;
    let whole = question.answer(register.store_mut()).unwrap();
    let invited: Vec<Invited> = whole.found.into_iter().filter_map(|one| one.invited).collect();
    let act = ConferenceAct::Invite(meeting, invited, GuestTerms::default());
    run(&mut register, &Command::AtConference(act));
    assert_eq!(book(&mut register, meeting).guests.len(), 2_300);
}
