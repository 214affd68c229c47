//! Booths of a conference: laid out, registered, put elsewhere, what they took in.

use jiff::civil::{Date, date};
use so_lang_nghe::domain::{
    Booth, BoothState, CodeSet, Conference, Id, Offer, Organisation, Participation, Registration,
};
use so_lang_nghe::ops::{
    BoothAct, BoothPlan, BoothPlanAnswer, Command, ConferenceAct, Figures, Place, Query as _, Register,
    place_code,
};

use crate::common::{NOW, add, organisation, person, register, run};

fn conference(register: &mut Register) -> Id<Conference> {
    let days = (Some(date(2026, 12, 18)), Some(date(2026, 12, 20)));
    let name = "Hội nghị".to_owned();
    add(register, Conference { name, from_date: days.0, to_date: days.1, ..Conference::default() })
}

fn act(register: &mut Register, act: BoothAct) -> i64 {
    run(register, &Command::AtConference(ConferenceAct::Booths(act))).changed.rows
}

fn plan(register: &mut Register, conference: Id<Conference>) -> BoothPlanAnswer {
    BoothPlan { conference }.answer(register.store_mut()).unwrap()
}

fn codes(answer: &BoothPlanAnswer) -> Vec<String> {
    answer.booths.iter().map(|line| format!("{} {}", line.booth.code, line.short).trim().to_owned()).collect()
}

fn at(answer: &BoothPlanAnswer, place: Place) -> &str {
    answer.at(place).map_or("", |line| line.short.as_str())
}

fn lay(conference: Id<Conference>, rows: i64, places: i64) -> BoothAct {
    BoothAct::Lay { conference, rows, places, size: "3 × 3 m".into() }
}

#[test]
fn codes_are_the_letter_of_the_row_and_two_digits() {
    assert_eq!(
        [(1, 1), (2, 10), (26, 3), (27, 4), (53, 100)].map(place_code),
        ["A01", "B10", "Z03", "AA04", "BA100"]
    );
}

#[test]
fn booths_are_laid_out_at_once_around_those_that_stand_and_undone_at_once() {
    let mut register = register();
    let id = conference(&mut register);
    let own = Booth {
        conference: Some(id),
        code: "VIP".into(),
        plan_row: Some(1),
        plan_place: Some(2),
        ..Booth::default()
    };
    add(&mut register, own);
    act(&mut register, lay(id, 2, 3));
    assert_eq!(codes(&plan(&mut register, id)), ["A01", "VIP", "A03", "B01", "B02", "B03"]);
    let refused = Command::AtConference(ConferenceAct::Booths(lay(id, 2, 101)));
    assert!(register.run(&refused, NOW).is_err());
    register.undo(NOW).unwrap();
    assert_eq!(codes(&plan(&mut register, id)), ["VIP"]);
}

/// An organisation that registered for a booth, and one whose guest ticked it.
fn registered(register: &mut Register, id: Id<Conference>) -> [Id<Organisation>; 3] {
    let names = ["HTX Gốm Chu Đậu", "HTX Lụa Vạn Phúc", "HTX Không Dự"];
    let all = names.map(|name| add(register, organisation(name)));
    let form = Registration {
        conference: Some(id),
        organisation: Some(all[1]),
        forms: CodeSet::of(["booth"]),
        ..Registration::default()
    };
    let form = add(register, form);
    for name in ["Khăn lụa", "Áo dài"] {
        add(register, Offer { registration: Some(form), name: name.into(), ..Offer::default() });
    }
    for (organisation, forms) in [(all[0], "booth"), (all[1], "booth"), (all[2], "attend")] {
        let guest = add(register, person("Khách"));
        let guest = Participation {
            conference: Some(id),
            person: Some(guest),
            organisation: Some(organisation),
            forms: CodeSet::of([forms]),
            ..Participation::default()
        };
        add(register, guest);
    }
    all
}

#[test]
fn each_organisation_that_registered_for_a_booth_gets_one_once() {
    let mut register = register();
    let id = conference(&mut register);
    registered(&mut register, id);
    assert_eq!(plan(&mut register, id).waiting, 2);
    act(&mut register, BoothAct::Register(id));
    let answer = plan(&mut register, id);
    assert_eq!(codes(&answer), ["DK01 HTX Lụa Vạn Phúc", "DK02 HTX Gốm Chu Đậu"]);
    assert_eq!(answer.booths[0].booth.products, "Khăn lụa, Áo dài");
    assert_eq!(answer.booths[0].booth.sign, "HTX LỤA VẠN PHÚC");
    assert_eq!((answer.waiting, answer.beside().count()), (0, 2));
    assert_eq!(act(&mut register, BoothAct::Register(id)), 0);
    register.undo(NOW).unwrap();
    assert_eq!(plan(&mut register, id).booths.len(), 0);
}

#[test]
fn booths_without_a_place_take_those_that_nobody_has_in_one_step() {
    let mut register = register();
    let id = conference(&mut register);
    registered(&mut register, id);
    act(&mut register, lay(id, 1, 3));
    act(&mut register, BoothAct::Register(id));
    act(&mut register, BoothAct::Seat(id));
    let answer = plan(&mut register, id);
    assert_eq!(codes(&answer), ["A01 HTX Lụa Vạn Phúc", "A02 HTX Gốm Chu Đậu", "A03"]);
    assert!(answer.booths.iter().all(|line| line.booth.state == BoothState::Placed));
    assert_eq!(answer.booths[0].booth.size, "3 × 3 m");
    register.undo(NOW).unwrap();
    assert_eq!(plan(&mut register, id).beside().count(), 2);
    register.redo(NOW).unwrap();
    assert_eq!(plan(&mut register, id).beside().count(), 0);
}

#[test]
fn two_booths_change_places_and_their_codes_follow_unless_they_are_of_their_own() {
    let mut register = register();
    let id = conference(&mut register);
    let [chu_dau, van_phuc, _] = registered(&mut register, id);
    let booth = |code: &str, place: Option<Place>, organisation| Booth {
        conference: Some(id),
        code: code.into(),
        plan_row: place.map(|place| place.0),
        plan_place: place.map(|place| place.1),
        organisation: Some(organisation),
        state: if place.is_some() { BoothState::Placed } else { BoothState::Registered },
        ..Booth::default()
    };
    let one = add(&mut register, booth("A01", Some((1, 1)), chu_dau));
    add(&mut register, booth("VIP", Some((1, 2)), van_phuc));
    act(&mut register, BoothAct::Move(one, Some((1, 2))));
    let answer = plan(&mut register, id);
    assert_eq!(codes(&answer), ["VIP HTX Lụa Vạn Phúc", "A02 HTX Gốm Chu Đậu"]);
    register.undo(NOW).unwrap();
    assert_eq!(codes(&plan(&mut register, id)), ["A01 HTX Gốm Chu Đậu", "VIP HTX Lụa Vạn Phúc"]);
    // Onto a free cell, off the plan, and one without a place onto one that somebody has.
    act(&mut register, BoothAct::Move(one, Some((3, 4))));
    assert_eq!(at(&plan(&mut register, id), (3, 4)), "HTX Gốm Chu Đậu");
    act(&mut register, BoothAct::Move(one, None));
    let answer = plan(&mut register, id);
    let off = answer.find(one).unwrap();
    assert_eq!((off.booth.code.as_str(), off.booth.state), ("DK01", BoothState::Registered));
    act(&mut register, BoothAct::Move(one, Some((1, 2))));
    let answer = plan(&mut register, id);
    assert_eq!(at(&answer, (1, 2)), "HTX Gốm Chu Đậu");
    let beside: Vec<_> = answer.beside().map(|line| line.booth.code.clone()).collect();
    assert_eq!(beside, ["VIP"]);
    let far = Command::AtConference(ConferenceAct::Booths(BoothAct::Move(one, Some((0, 1)))));
    assert!(register.run(&far, NOW).is_err());
}

#[test]
fn two_booths_on_one_place_or_with_one_code_are_told() {
    let mut register = register();
    let id = conference(&mut register);
    for (code, place) in [("A01", 1), ("a01", 2), ("A03", 2)] {
        let booth = Booth {
            conference: Some(id),
            code: code.into(),
            plan_row: Some(1),
            plan_place: Some(place),
            ..Booth::default()
        };
        add(&mut register, booth);
    }
    let answer = plan(&mut register, id);
    let told: Vec<_> = answer.booths.iter().map(|line| (line.place_twice, line.code_twice)).collect();
    assert_eq!(told, [(false, true), (true, false), (true, true)]);
    assert_eq!(answer.beside().count(), 1);
}

#[test]
fn takings_are_noted_by_day_summed_and_undone() {
    let mut register = register();
    let id = conference(&mut register);
    act(&mut register, lay(id, 1, 2));
    let booths: Vec<_> = plan(&mut register, id).booths.iter().map(|line| line.id).collect();
    let day = |day: i8| -> Date { date(2026, 12, day) };
    let figures = |takings, visitors, orders| Figures { takings, visitors, orders };
    let mut note = |booth, on, what| act(&mut register, BoothAct::Takings(booth, on, what));
    note(booths[0], day(18), figures(Some(12_500_000), Some(80), None));
    note(booths[0], day(19), figures(Some(7_000_000), None, Some(3)));
    note(booths[1], day(18), figures(Some(1_000_000), Some(20), Some(1)));
    // The same again changes nothing.
    assert_eq!(note(booths[1], day(18), figures(Some(1_000_000), Some(20), Some(1))), 0);
    let answer = plan(&mut register, id);
    assert_eq!(answer.days, [day(18), day(19), day(20)]);
    assert_eq!(answer.booths[0].total, figures(Some(19_500_000), Some(80), Some(3)));
    assert_eq!(answer.sums[0], figures(Some(13_500_000), Some(100), Some(1)));
    assert_eq!(answer.sums[2], Figures::default());
    assert_eq!(answer.total, figures(Some(20_500_000), Some(100), Some(4)));
    // Emptied, taken back, and noted anew after it was emptied.
    act(&mut register, BoothAct::Takings(booths[1], day(18), Figures::default()));
    assert_eq!(plan(&mut register, id).total.takings, Some(19_500_000));
    act(&mut register, BoothAct::Takings(booths[1], day(18), figures(Some(5), None, None)));
    assert_eq!(plan(&mut register, id).booths[1].total, figures(Some(5), None, None));
    register.undo(NOW).unwrap();
    register.undo(NOW).unwrap();
    assert_eq!(plan(&mut register, id).total.takings, Some(20_500_000));
    let wrong = BoothAct::Takings(booths[1], day(18), figures(Some(-1), None, None));
    assert!(register.run(&Command::AtConference(ConferenceAct::Booths(wrong)), NOW).is_err());
}

#[test]
fn a_booth_that_was_given_up_takes_nothing_in_and_has_no_sign() {
    let mut register = register();
    let id = conference(&mut register);
    let firm = add(&mut register, organisation("HTX Đan Hòa"));
    let booth = |code: &str, state| Booth {
        conference: Some(id),
        code: code.into(),
        organisation: Some(firm),
        state,
        ..Booth::default()
    };
    let kept = add(&mut register, booth("K1", BoothState::Taken));
    let dropped = add(&mut register, booth("K2", BoothState::Dropped));
    let vacant = Booth { organisation: None, ..booth("K3", BoothState::Placed) };
    add(&mut register, vacant.clone());
    add(&mut register, Booth { code: "K4".into(), sign: "BAN TỔ CHỨC".into(), ..vacant });
    for (of, takings) in [(kept, 12), (dropped, 90)] {
        let figures = Figures { takings: Some(takings), ..Figures::default() };
        act(&mut register, BoothAct::Takings(of, date(2026, 12, 18), figures));
    }
    let answer = plan(&mut register, id);
    assert_eq!((answer.total.takings, answer.sums[0].takings), (Some(12), Some(12)));
    let codes: Vec<_> = answer.taking_part().map(|line| line.booth.code.as_str()).collect();
    assert_eq!(codes, ["K1", "K4"]);
    assert_eq!(answer.booths.len(), 4, "the plan shows all of them");
}
