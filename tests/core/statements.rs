//! What was said at a conference, what became of it, and what its minutes say.

use jiff::civil::{date, time};
use so_lang_nghe::domain::{
    CheckIn, CheckInKind, Conference, ConferenceTask, GuestGroup, Id, ObligationState, Participation,
    Position, ProgrammeItem, Statement, StatementKind, StatementState, TaskOrigin, Topic,
};
use so_lang_nghe::ops::{
    Attendance, Command, ConferenceMinutes, Query as _, Register, StatementFilter, Statements,
    StatementsAnswer,
};
use so_lang_nghe::vietnamese::PartialDate;

use crate::common::{NOW, add, organisation, person, register, run};

fn conference(register: &mut Register) -> Id<Conference> {
    add(register, Conference { name: "Hội nghị".into(), ..Conference::default() })
}

fn proposal(conference: Id<Conference>, words: &str, to: &str) -> Statement {
    Statement {
        conference: Some(conference),
        kind: StatementKind::Proposal,
        words: words.into(),
        addressed_to: to.into(),
        ..Statement::default()
    }
}

fn asked(register: &mut Register, conference: Id<Conference>) -> StatementsAnswer {
    Statements { conference, today: date(2027, 1, 31) }.answer(register.store_mut()).unwrap()
}

#[test]
fn proposals_are_counted_by_topic_and_body_and_late_answers_are_told() {
    let mut register = register();
    let id = conference(&mut register);
    let sent = |day| Statement {
        state: StatementState::Sent,
        sent_on: Some(day),
        ..proposal(id, "Giảm thuế cho hộ làm nghề", "Bộ Công Thương")
    };
    add(&mut register, sent(date(2026, 12, 31)));
    let first = add(&mut register, sent(date(2027, 1, 1)));
    add(&mut register, Statement { topic: Topic::Capital, ..proposal(id, "Vay vốn", "bộ Công thương") });
    add(&mut register, proposal(id, "Mặt bằng", ""));
    let question =
        Statement { kind: StatementKind::Question, ..proposal(id, "Hỏi", "Bộ Công Thương") };
    add(&mut register, question);
    let answer = asked(&mut register, id);
    // Thirty days have passed for the second, one more for the first.
    let overdue: Vec<_> = answer.lines.iter().rev().map(|line| line.overdue).collect();
    assert_eq!(overdue, [Some(1), None, None, None, None]);
    let bodies = answer.by_addressee();
    let told: Vec<_> = bodies.iter().map(|(name, tally)| (name.as_str(), tally.count, tally.open)).collect();
    assert_eq!(told, [("Bộ Công Thương", 3, 3), ("", 1, 1)]);
    assert_eq!(bodies[0].1.overdue, 1);
    assert_eq!(answer.proposals_for("BỘ CÔNG THƯƠNG").len(), 3);
    assert_eq!(answer.addressees().len(), 1);
    let topics: Vec<_> = answer.by_topic().into_iter().map(|(topic, tally)| (topic, tally.count)).collect();
    assert_eq!(topics, [(Topic::Market, 4), (Topic::Capital, 1)]);
    // Answered: no longer late; and taken back.
    let replied = Statement {
        state: StatementState::Answered,
        reply: "Đang xem xét".into(),
        ..sent(date(2026, 12, 31))
    };
    let late = answer.lines.iter().find(|line| line.overdue.is_some()).unwrap().id;
    assert_ne!(late, first);
    run(&mut register, &Command::Change(late.any(), replied.into()));
    let answer = asked(&mut register, id);
    assert_eq!((answer.by_addressee()[0].1.answered, answer.by_addressee()[0].1.overdue), (1, 0));
    register.undo(NOW).unwrap();
    assert_eq!(asked(&mut register, id).by_addressee()[0].1.answered, 0);
}

#[test]
fn statements_are_filtered_by_what_they_are_and_by_words_without_tones() {
    let mut register = register();
    let id = conference(&mut register);
    let who = add(&mut register, person("Đàm Quang Lộc"));
    add(&mut register, Statement { person: Some(who), ..proposal(id, "Giữ nghề đan", "Sở Công Thương") });
    add(&mut register, Statement { kind: StatementKind::Question, ..proposal(id, "Hỏi vốn", "") });
    let answer = asked(&mut register, id);
    let kept = |filter: &StatementFilter| {
        let keeps = filter.keeping();
        answer.lines.iter().filter(|line| keeps(line)).map(|line| line.statement.words.clone()).collect()
    };
    let words = |text: &str| -> Vec<String> {
        kept(&StatementFilter { text: text.into(), ..StatementFilter::default() })
    };
    assert_eq!(words("dam quang"), ["Giữ nghề đan"]);
    assert_eq!(words("von"), ["Hỏi vốn"]);
    assert_eq!(words("so cong thuong giu"), ["Giữ nghề đan"]);
    assert!(words("không có").is_empty());
    let of = StatementFilter { kind: Some(StatementKind::Question), ..StatementFilter::default() };
    let questions: Vec<String> = kept(&of);
    assert_eq!(questions, ["Hỏi vốn"]);
}

#[test]
fn the_minutes_have_everything_and_count_who_is_there() {
    let mut register = register();
    let chair = add(&mut register, person("Trịnh Quốc Đạt"));
    let firm = add(&mut register, organisation("Hiệp hội Làng nghề"));
    let id = add(
        &mut register,
        Conference {
            name: "Hội nghị".into(),
            venue: "Hà Nội".into(),
            chair: Some(chair),
            conclusions: "Thống nhất lập tổ công tác.".into(),
            ..Conference::default()
        },
    );
    let mut guests = Vec::new();
    for (name, group) in [
        (None, GuestGroup::Association),
        (Some("Lan"), GuestGroup::Village),
        (Some("Huệ"), GuestGroup::Village),
        (Some("Cúc"), GuestGroup::Press),
    ] {
        let who = match name {
            Some(name) => add(&mut register, person(name)),
            None => chair,
        };
        let guest = Participation {
            conference: Some(id),
            person: Some(who),
            organisation: name.is_none().then_some(firm),
            title: if name.is_none() { "Chủ tịch".into() } else { String::new() },
            guest_group: group,
            ..Participation::default()
        };
        guests.push(add(&mut register, guest));
    }
    let mut entry = |guest: usize, kind, at| {
        let participation = Some(guests[guest]);
        add(&mut register, CheckIn { participation, kind, at: Some(at), ..CheckIn::default() });
    };
    entry(0, CheckInKind::Arrival, 1_000);
    entry(0, CheckInKind::Badge, 1_500);
    // Noted by mistake; and noted by mistake, then really there.
    entry(1, CheckInKind::Arrival, 1_200);
    entry(1, CheckInKind::Withdrawal, 1_300);
    entry(2, CheckInKind::Withdrawal, 1_100);
    entry(2, CheckInKind::Arrival, 1_050);
    entry(2, CheckInKind::Arrival, 2_000);
    let item = |point: &str, hour| ProgrammeItem {
        conference: Some(id),
        date: Some(date(2026, 12, 18)),
        start: Some(time(hour, 0, 0, 0)),
        point: point.into(),
        speaker: "Ban Tổ chức".into(),
        ..ProgrammeItem::default()
    };
    add(&mut register, item("Bế mạc", 11));
    add(&mut register, ProgrammeItem { person: Some(chair), ..item("Khai mạc", 8) });
    add(&mut register, proposal(id, "Một", ""));
    add(&mut register, proposal(id, "Hai", ""));
    let task = |task: &str, origin, state| ConferenceTask {
        conference: Some(id),
        task: task.into(),
        origin,
        state,
        ..ConferenceTask::default()
    };
    add(&mut register, task("In giấy mời", TaskOrigin::Preparation, ObligationState::Open));
    add(&mut register, task("Lập tổ công tác", TaskOrigin::Conclusion, ObligationState::Done));
    add(&mut register, task("Gửi kiến nghị", TaskOrigin::Conclusion, ObligationState::Open));
    let minutes = ConferenceMinutes { conference: id }.answer(register.store_mut()).unwrap();
    let named = minutes.chair.unwrap();
    assert_eq!(
        (
            format!("{} {}", named.honorific, named.name).as_str(),
            named.title.as_str(),
            named.organisation.as_str()
        ),
        ("Ông Trịnh Quốc Đạt", "Chủ tịch", "Hiệp hội Làng nghề")
    );
    assert_eq!(minutes.secretary, None);
    let attendance = |present, listed| Attendance { present, listed };
    assert_eq!(
        minutes.groups,
        [
            (GuestGroup::Association, attendance(1, 1)),
            (GuestGroup::Village, attendance(1, 2)),
            (GuestGroup::Press, attendance(0, 1)),
        ]
    );
    assert_eq!((minutes.all, minutes.arrivals), (attendance(2, 4), Some((1_000, 2_000))));
    let programme: Vec<_> =
        minutes.programme.iter().map(|(item, who)| (item.point.as_str(), who.as_str())).collect();
    assert_eq!(programme, [("Khai mạc", "Ông Trịnh Quốc Đạt"), ("Bế mạc", "Ban Tổ chức")]);
    let said: Vec<_> = minutes.statements.iter().map(|line| line.statement.words.as_str()).collect();
    assert_eq!(said, ["Một", "Hai"]);
    let tasks: Vec<_> = minutes.tasks.iter().map(|task| task.task.as_str()).collect();
    assert_eq!(tasks, ["Gửi kiến nghị", "Lập tổ công tác"]);
    assert_eq!(minutes.conference.conclusions, "Thống nhất lập tổ công tác.");
}

#[test]
fn who_is_no_guest_is_named_by_the_position_held_on_the_day() {
    let mut register = register();
    let id = conference(&mut register);
    let secretary = add(&mut register, person("Tạ Thị Minh Hường"));
    let office = add(&mut register, organisation("Văn phòng Hiệp hội"));
    for (title, from, to) in
        [("Chánh Văn phòng", "2027", ""), ("Chuyên viên", "", "2027-05"), ("Kế toán", "", "2025")]
    {
        let position = Position {
            person: Some(secretary),
            organisation: Some(office),
            title: title.into(),
            from_date: PartialDate::from_iso(from),
            to_date: PartialDate::from_iso(to),
            ..Position::default()
        };
        add(&mut register, position);
    }
    let record = register.store().rows().get(id).unwrap().record;
    let changed = Conference { secretary: Some(secretary), from_date: Some(date(2026, 12, 18)), ..record };
    run(&mut register, &Command::Change(id.any(), changed.into()));
    let named = ConferenceMinutes { conference: id }.answer(register.store_mut()).unwrap().secretary.unwrap();
    assert_eq!((named.title.as_str(), named.organisation.as_str()), ("Chuyên viên", "Văn phòng Hiệp hội"));
}
