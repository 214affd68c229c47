//! The plan of a conference, and one that is made from another.

use jiff::civil::{date, time};
use so_lang_nghe::domain::{
    BudgetLine, CommitteeMember, Conference, ConferenceState, ConferenceTask, Mou, ObligationState,
    Participation, Person, ProgrammeItem, TaskOrigin,
};
use so_lang_nghe::i18n::Language;
use so_lang_nghe::ops::{
    Ceremony, Command, ConferenceAct, ConferencePlan, DeskGuests, Home, MouDraft, Query as _, Reached,
    Register,
};

use crate::common::{NOW, add, dump, register, run};

#[test]
fn a_copied_conference_has_the_plan_moved_to_its_days_and_no_guests() {
    let mut register = register();
    let conference = add(
        &mut register,
        Conference {
            name: "Hội nghị 2026".into(),
            from_date: Some(date(2026, 12, 18)),
            to_date: Some(date(2026, 12, 19)),
            conclusions: "Đã xong".into(),
            code_prefix: "HN26".into(),
            ..Conference::default()
        },
    );
    let of = Some(conference);
    let person = add(&mut register, Person { full_name: "Chử Văn Bình".into(), ..Person::default() });
    add(&mut register, Participation { conference: of, person: Some(person), ..Participation::default() });
    add(
        &mut register,
        ProgrammeItem {
            conference: of,
            date: Some(date(2026, 12, 19)),
            start: Some(time(8, 30, 0, 0)),
            point: "Khai mạc".into(),
            person: Some(person),
            ..ProgrammeItem::default()
        },
    );
    add(
        &mut register,
        CommitteeMember { conference: of, person: Some(person), ..CommitteeMember::default() },
    );
    for (origin, state) in [
        (TaskOrigin::Preparation, ObligationState::Done),
        (TaskOrigin::Preparation, ObligationState::Open),
        (TaskOrigin::Conclusion, ObligationState::Open),
    ] {
        add(
            &mut register,
            ConferenceTask {
                conference: of,
                origin,
                state,
                task: "Gửi giấy mời".into(),
                due: Some(date(2026, 12, 1)),
                ..ConferenceTask::default()
            },
        );
    }
    add(
        &mut register,
        BudgetLine {
            conference: of,
            item: "Hội trường".into(),
            planned: Some(5),
            spent: Some(4),
            ..BudgetLine::default()
        },
    );
    let question = ConferencePlan { conference: of, today: date(2026, 11, 27) };
    let answer = question.answer(register.store_mut()).unwrap();
    assert_eq!(answer.tasks, Reached { done: 1, all: 2 });
    assert_eq!(answer.budget, (5, 4));
    assert_eq!(answer.answers, Reached { done: 0, all: 1 });
    assert_eq!(answer.speakers, ["Ông Chử Văn Bình"]);

    let before = dump(&register.store().rows());
    let act = ConferenceAct::Copy(conference, "Hội nghị 2027".into(), date(2027, 12, 10));
    let copied = run(&mut register, &Command::AtConference(act)).id.unwrap();
    let rows = register.store().rows();
    let new = rows.get::<Conference>(so_lang_nghe::domain::Id::from_any(copied)).unwrap().record;
    assert_eq!((new.from_date, new.to_date), (Some(date(2027, 12, 10)), Some(date(2027, 12, 11))));
    assert!(new.conclusions.is_empty() && new.code_prefix.is_empty());
    assert!(rows.children::<Participation>("conference", copied).unwrap().is_empty());
    let programme = rows.children::<ProgrammeItem>("conference", copied).unwrap();
    assert_eq!(programme[0].record.date, Some(date(2027, 12, 11)));
    assert_eq!(programme[0].record.start, Some(time(8, 30, 0, 0)));
    let tasks = rows.children::<ConferenceTask>("conference", copied).unwrap();
    assert!(tasks.iter().all(|task| task.record.state == ObligationState::Open));
    assert_eq!(tasks.len(), 2, "what the old one concluded is its own");
    let budget = rows.children::<BudgetLine>("conference", copied).unwrap();
    assert_eq!((budget[0].record.planned, budget[0].record.spent), (Some(5), None));
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), before);
}

#[test]
fn without_a_choice_the_next_conference_is_meant_and_after_the_last_one_the_last() {
    let mut register = register();
    for (name, day) in [("Cũ", date(2025, 5, 1)), ("Tới", date(2026, 12, 18)), ("Xa", date(2027, 5, 1))] {
        add(&mut register, Conference { name: name.into(), from_date: Some(day), ..Conference::default() });
    }
    let mut name = |today| {
        let question = ConferencePlan { conference: None, today };
        question.answer(register.store_mut()).unwrap().conference.unwrap().record.name
    };
    assert_eq!(name(date(2026, 12, 18)), "Tới");
    assert_eq!(name(date(2026, 12, 19)), "Xa");
    assert_eq!(name(date(2028, 1, 1)), "Xa");
}

#[test]
fn a_cancelled_conference_is_nowhere_the_one_of_now_while_there_is_another() {
    let mut register = register();
    let cancelled = |year| Conference {
        name: format!("Hủy {year}"),
        from_date: Some(date(year, 12, 18)),
        state: ConferenceState::Cancelled,
        ..Conference::default()
    };
    let first = add(&mut register, cancelled(2026));
    let add_mou = |register: &mut Register, conference| {
        let mou = Mou { conference: Some(conference), ..Mou::default() };
        run(register, &Command::SaveMou(None, Box::new(MouDraft { mou, ..MouDraft::default() })));
    };
    add_mou(&mut register, first);
    // What the plan, the board of the ceremony, the desk and the home screen mean.
    let now = |register: &mut Register, today| {
        let store = register.store_mut();
        let plan = ConferencePlan { conference: None, today }.answer(store).unwrap().conference.unwrap();
        let ceremony = Ceremony { conference: None, today, language: Language::Vi }
            .answer(store)
            .unwrap()
            .conference
            .unwrap();
        let desk = DeskGuests { conference: None, today }.answer(store).unwrap().conference.unwrap();
        assert_eq!((plan.id, plan.id), (ceremony.0, desk.id));
        let home = Home { today }.answer(store).unwrap().conference;
        (plan.record.name, home.map(|next| next.conference.record.name))
    };
    assert_eq!(now(&mut register, date(2026, 11, 1)), ("Hủy 2026".to_owned(), None), "there is no other");
    let held =
        Conference { name: "Cũ".into(), from_date: Some(date(2025, 12, 18)), ..Conference::default() };
    let held = add(&mut register, held);
    add_mou(&mut register, held);
    let later = add(&mut register, cancelled(2027));
    add_mou(&mut register, later);
    assert_eq!(now(&mut register, date(2026, 11, 1)), ("Cũ".to_owned(), None));
    let next =
        Conference { name: "Tới".into(), from_date: Some(date(2027, 3, 1)), ..Conference::default() };
    let next = add(&mut register, next);
    add_mou(&mut register, next);
    assert_eq!(now(&mut register, date(2026, 11, 1)), ("Tới".to_owned(), Some("Tới".to_owned())));
}
