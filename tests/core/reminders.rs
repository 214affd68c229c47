//! What needs somebody, and by when.

use jiff::civil::{Date, date};
use so_lang_nghe::domain::{
    Conference, ConferenceTask, FollowUp, Id, Item, Meeting, Mou, MouParty, MouState, Obligation, RecordKind,
    Statement, StatementKind, StatementState, TaskOrigin,
};
use so_lang_nghe::ops::{
    Command, Home, MouDraft, Query as _, Register, Reminder, ReminderOf, ReminderReason, Reminders, Urgency,
};

use crate::common::{NOW, add, organisation, person, reach, register, run, sign};

const SIGNED: Date = date(2026, 6, 1);

fn ask(register: &mut Register, today: Date) -> Vec<Reminder> {
    Reminders { today }.answer(register.store_mut()).unwrap()
}

/// Why, and how soon.
fn reasons(register: &mut Register, today: Date) -> Vec<(ReminderReason, Urgency)> {
    ask(register, today).into_iter().map(|entry| (entry.reason, entry.urgency)).collect()
}

fn draft(register: &mut Register, mou: Mou) -> Id<Mou> {
    let parties = ["HTX Đan Hòa", "Siêu thị Ba Mùa"].map(|name| {
        let organisation = add(register, organisation(name));
        Item::from(MouParty { organisation: Some(organisation), ..MouParty::default() })
    });
    let draft = MouDraft { mou, parties: parties.to_vec(), ..MouDraft::default() };
    Id::from_any(run(register, &Command::SaveMou(None, Box::new(draft))).id.unwrap())
}

fn signed(register: &mut Register, mou: Mou) -> Id<Mou> {
    let id = draft(register, Mou { date: Some(SIGNED), ..mou });
    sign(register, id, SIGNED);
    id
}

#[test]
fn the_parties_are_asked_after_one_three_six_and_twelve_months_until_somebody_did() {
    use ReminderReason::Ask;
    let mut register = register();
    let mou = signed(&mut register, Mou::default());
    let mut on = |today| reasons(&mut register, today);
    assert_eq!(on(date(2026, 6, 20)), [], "ten days before the first month is over");
    assert_eq!(on(date(2026, 6, 26)), [(Ask(1), Urgency::Week)]);
    assert_eq!(on(date(2026, 8, 20)), [(Ask(1), Urgency::Over)], "nobody asked yet");
    // The later talk stands for the one that was missed.
    assert_eq!(on(date(2026, 9, 2)), [(Ask(3), Urgency::Over)]);
    let talk =
        |date| FollowUp {
            mou: Some(mou), date: Some(date), result: "Đã hỏi".into(), ..FollowUp::default()
        };
    add(&mut register, talk(date(2026, 8, 25)));
    assert_eq!(reasons(&mut register, date(2026, 9, 2)), [], "a week early is that talk");
    assert_eq!(reasons(&mut register, date(2026, 12, 1)), [(Ask(6), Urgency::Week)]);
    assert_eq!(reasons(&mut register, date(2027, 6, 1)), [(Ask(12), Urgency::Week)]);
    add(&mut register, talk(date(2027, 6, 5)));
    assert_eq!(reasons(&mut register, date(2029, 6, 1)), [], "after a year the plan of talks is over");
}

#[test]
fn the_end_of_a_term_is_told_a_month_before_whether_a_contract_is_due_or_not() {
    use ReminderReason::{Contract, Expires};
    let mut register = register();
    let contract_by = Some(date(2027, 5, 25));
    let mou = signed(&mut register, Mou { term_months: Some(12), contract_by, ..Mou::default() });
    let asked = FollowUp {
        mou: Some(mou),
        date: Some(date(2027, 5, 20)),
        result: "Đã hỏi".into(),
        ..FollowUp::default()
    };
    add(&mut register, asked);
    assert_eq!(reasons(&mut register, date(2027, 4, 20)), []);
    let found = reasons(&mut register, date(2027, 5, 20));
    assert_eq!(found, [(Contract, Urgency::Week), (Expires, Urgency::Month)]);
    // With the contract only the term is left; ended, nothing is.
    reach(&mut register, mou, MouState::Contracted, SIGNED);
    assert_eq!(reasons(&mut register, date(2027, 5, 20)), [(Expires, Urgency::Month)]);
    let promised =
        Obligation { mou: Some(mou), due: Some(SIGNED), task: "Gửi mẫu".into(), ..Obligation::default() };
    add(&mut register, promised);
    assert_eq!(reasons(&mut register, date(2027, 5, 20)).len(), 2);
    reach(&mut register, mou, MouState::Terminated, SIGNED);
    assert_eq!(reasons(&mut register, date(2027, 5, 20)), [], "nobody is reminded of what has ended");
}

#[test]
fn what_was_promised_comes_before_papers_that_were_never_signed() {
    let mut register = register();
    for day in 1..=9 {
        draft(&mut register, Mou { date: Some(date(2026, 1, day)), ..Mou::default() });
    }
    let mou = signed(&mut register, Mou::default());
    let task = Obligation {
        mou: Some(mou),
        due: Some(date(2026, 6, 10)),
        task: "Gửi mẫu hộp trà".into(),
        ..Obligation::default()
    };
    add(&mut register, task);
    let today = date(2026, 6, 11);
    let all = ask(&mut register, today);
    assert_eq!((all.len(), all[0].what.as_str(), all[0].urgency), (10, "Gửi mẫu hộp trà", Urgency::Over));
    assert_eq!(all[0].parties, "HTX Đan Hòa – Siêu thị Ba Mùa");
    assert!(all[1..].iter().all(|entry| entry.urgency == Urgency::Unsigned));
    // The home screen shows the first of them and how many there are.
    let home = Home { today }.answer(register.store_mut()).unwrap();
    assert_eq!((home.reminders.len(), home.reminded), (7, 10));
    assert_eq!(home.reminders[..], all[..7]);
}

#[test]
fn a_promise_is_told_with_the_one_party_that_made_it_also_when_it_is_a_person() {
    let mut register = register();
    let mou = signed(&mut register, Mou::default());
    let maker = add(&mut register, organisation("HTX Đan Hòa"));
    let artisan = add(&mut register, person("Lã Đình Khuông"));
    let task = |day, organisation, person| Obligation {
        mou: Some(mou),
        due: Some(date(2026, 6, day)),
        task: "Gửi mẫu".into(),
        organisation,
        person,
        ..Obligation::default()
    };
    add(&mut register, task(8, Some(maker), None));
    add(&mut register, task(9, None, Some(artisan)));
    add(&mut register, task(10, None, None));
    let all = ask(&mut register, date(2026, 6, 11));
    let whose: Vec<_> = all.iter().map(|entry| entry.parties.as_str()).collect();
    assert_eq!(whose, ["HTX Đan Hòa", "Lã Đình Khuông", "HTX Đan Hòa – Siêu thị Ba Mùa"]);
    // It is of one party or of all, never of two.
    let both = Command::Add(task(12, Some(maker), Some(artisan)).into());
    let refused = register.run(&both, NOW).unwrap_err();
    let so_lang_nghe::error::ErrorKind::Invalid(problems) = refused.kind() else { panic!("{refused:?}") };
    assert_eq!(problems[0].field, "organisation");
}

#[test]
fn parties_are_named_alike_however_many_there_are() {
    let mut register = register();
    let day = date(2026, 6, 10);
    for _ in 0..3 {
        draft(&mut register, Mou { date: Some(day), ..Mou::default() });
    }
    let few = ask(&mut register, day);
    for _ in 0..300 {
        draft(&mut register, Mou { date: Some(day), ..Mou::default() });
    }
    let many = ask(&mut register, day);
    assert_eq!((few.len(), many.len()), (3, 303));
    assert!(many.iter().all(|entry| entry.parties == few[0].parties && !entry.parties.is_empty()));
}

#[test]
fn what_a_conference_left_to_be_done_is_brought_to_mind() {
    let mut register = register();
    let conference = add(
        &mut register,
        Conference {
            name: "Hội nghị 2026".into(),
            from_date: Some(date(2026, 12, 18)),
            to_date: Some(date(2026, 12, 19)),
            ..Conference::default()
        },
    );
    let (seller, buyer) =
        (add(&mut register, organisation("HTX Đan Hòa")), add(&mut register, organisation("Ba Mùa")));
    let day = Some(date(2026, 12, 28));
    let task = |origin, task: &str| ConferenceTask {
        conference: Some(conference),
        origin,
        task: task.into(),
        due: day,
        ..ConferenceTask::default()
    };
    add(&mut register, task(TaskOrigin::Preparation, "Trả phông bạt"));
    add(&mut register, task(TaskOrigin::Conclusion, "Gửi kiến nghị lên Bộ"));
    let meeting = Meeting {
        conference: Some(conference),
        seller: Some(seller),
        buyer: Some(buyer),
        next_step: "Gửi báo giá".into(),
        next_date: day,
        ..Meeting::default()
    };
    let meeting = add(&mut register, meeting);
    let all = ask(&mut register, date(2026, 12, 29));
    let found: Vec<_> = all.iter().map(|entry| (entry.about, entry.what.as_str())).collect();
    assert_eq!(
        found,
        [
            (ReminderOf::Task(conference, TaskOrigin::Preparation), "Trả phông bạt"),
            (ReminderOf::Task(conference, TaskOrigin::Conclusion), "Gửi kiến nghị lên Bộ"),
            (ReminderOf::Meeting(conference), "Gửi báo giá"),
        ]
    );
    assert_eq!(all[2].parties, "HTX Đan Hòa – Ba Mùa");
    let proposal = Statement {
        conference: Some(conference),
        kind: StatementKind::Proposal,
        state: StatementState::Sent,
        sent_on: Some(date(2026, 12, 20)),
        words: "Cần chứng nhận chung".into(),
        addressed_to: "Bộ Công Thương".into(),
        ..Statement::default()
    };
    add(&mut register, proposal);
    assert_eq!(ask(&mut register, date(2027, 1, 19)).len(), 3, "thirty days to answer");
    let late = ask(&mut register, date(2027, 1, 20)).pop().unwrap();
    assert_eq!((late.reason, late.parties.as_str()), (ReminderReason::Reply, "Bộ Công Thương"));
    run(&mut register, &Command::Delete(RecordKind::Meeting, meeting.any()));
    assert_eq!(ask(&mut register, date(2026, 12, 29)).len(), 2);
    register.undo(NOW).unwrap();
    assert_eq!(ask(&mut register, date(2026, 12, 29)).len(), 3);
}
