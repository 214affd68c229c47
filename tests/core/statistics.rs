//! What became of the MoUs that were signed, in figures.

use jiff::civil::{Date, date};
use so_lang_nghe::domain::{
    CodeSet, Conference, Contract, FollowUp, Id, Item, Mou, MouParty, MouState, NumberSeries, Obligation,
    ObligationState, Obstacle, Organisation, OrganisationKind, RecordKind, Sales, Trade, Village,
};
use so_lang_nghe::ops::{
    Command, Division, List, MouDraft, MouFigures, MouRegister, MouStatistics, MouStatisticsAnswer,
    Query as _, Register, Shown,
};
use so_lang_nghe::places::CommuneCode;

use crate::common::{add, organisation, person, register, run, sign, village};

const TODAY: Date = date(2026, 11, 23);

fn signed(register: &mut Register, draft: MouDraft) -> Id<Mou> {
    let id = Id::from_any(run(register, &Command::SaveMou(None, Box::new(draft))).id.unwrap());
    sign(register, id, TODAY);
    id
}

fn ask(
    register: &mut Register,
    year: Option<i64>,
    conference: Option<Id<Conference>>,
) -> MouStatisticsAnswer {
    MouStatistics { year, conference, today: TODAY }.answer(register.store_mut()).unwrap()
}

fn party(organisation: Id<Organisation>) -> Item<MouParty> {
    MouParty { organisation: Some(organisation), ..MouParty::default() }.into()
}

fn of(answer: &MouStatisticsAnswer, division: Division) -> Vec<(String, usize)> {
    let places = so_lang_nghe::places::Places::built_in();
    let named = |label: &Shown| label.text(so_lang_nghe::i18n::Language::Vi, places);
    answer.groups[&division].iter().map(|part| (named(&part.label), part.figures.signed)).collect()
}

fn names(pairs: &[(&str, usize)]) -> Vec<(String, usize)> {
    pairs.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
}

#[test]
fn nothing_known_is_not_nothing() {
    let mut register = register();
    let empty = ask(&mut register, None, None);
    assert_eq!(empty.total, MouFigures::default());
    assert_eq!((empty.total.moved_share(), empty.total.reached()), (None, None));
    run(&mut register, &Command::SaveMou(None, Box::default()));
    assert_eq!(ask(&mut register, None, None).total.signed, 0, "a draft is not signed");
    let mou = signed(&mut register, MouDraft::default());
    let one = ask(&mut register, None, None);
    let MouFigures { signed, target, contracts, contract_value, sales, moved, .. } = one.total.clone();
    assert_eq!((signed, target, contracts, contract_value, sales, moved), (1, None, 0, None, None, 0));
    assert_eq!((one.total.moved_share(), one.total.reached()), (Some(0), None));
    assert_eq!(of(&one, Division::Province), names(&[("", 1)]));
    // A contract whose value nobody noted is a contract.
    add(&mut register, Contract { mou: Some(mou), number: "1".into(), ..Contract::default() });
    let one = ask(&mut register, None, None).total;
    assert_eq!((one.contracts, one.contract_value, one.moved), (1, None, 1));
}

#[test]
fn figures_follow_year_conference_province_trade_and_kind() {
    let mut register = register();
    let conference = add(&mut register, Conference { name: "Hội nghị".into(), ..Conference::default() });
    let crafted = Village {
        commune: CommuneCode::parse("00004"),
        trades: CodeSet([Trade::ALL[0].code(), Trade::ALL[1].code()].map(str::to_owned).into()),
        ..village("Đan Hòa")
    };
    let village = add(&mut register, crafted);
    let kind = OrganisationKind::Cooperative;
    let maker = add(&mut register, Organisation { kind, village: Some(village), ..organisation("HTX") });
    let kind = OrganisationKind::JointStockCompany;
    let seller = add(&mut register, Organisation { kind, ..organisation("Công ty") });
    let draft = |day: Option<Date>, conference, target_value| MouDraft {
        mou: Mou { date: day, conference, target_value, ..Mou::default() },
        parties: vec![party(maker), party(seller)],
        ..MouDraft::default()
    };
    let first = signed(&mut register, draft(Some(date(2025, 5, 1)), None, Some(1_000)));
    let second = signed(&mut register, draft(Some(date(2026, 5, 1)), Some(conference), Some(500)));
    let third = signed(&mut register, draft(None, Some(conference), None));
    for amount in [300, 200] {
        let sold = Sales { mou: Some(first), year: Some(2026), quarter: Some(1), ..Sales::default() };
        add(&mut register, Sales { amount: Some(amount), ..sold });
    }
    // Sales without anything expected say nothing of what was expected.
    let sold = Sales { mou: Some(third), year: Some(2026), quarter: Some(1), ..Sales::default() };
    add(&mut register, Sales { amount: Some(70), ..sold });
    for (number, amount) in [("1", Some(900)), ("2", None)] {
        let contract = Contract { mou: Some(first), number: number.into(), amount, ..Contract::default() };
        add(&mut register, contract);
    }
    let asked = |obstacles: &[Obstacle]| FollowUp {
        mou: Some(second),
        date: Some(TODAY),
        result: "còn xem giá".into(),
        obstacles: CodeSet(obstacles.iter().map(|one| one.code().to_owned()).collect()),
        ..FollowUp::default()
    };
    add(&mut register, asked(&[Obstacle::Price, Obstacle::Capital]));
    add(&mut register, asked(&[Obstacle::Price]));
    let open = ObligationState::Open;
    let done = ObligationState::Done;
    for (state, due, done_on) in [
        (done, Some(date(2026, 1, 2)), Some(date(2026, 1, 2))),
        (done, Some(date(2026, 1, 2)), Some(date(2026, 1, 3))),
        (done, None, Some(date(2026, 1, 3))),
        (open, Some(date(2026, 11, 22)), None),
        (open, Some(TODAY), None),
        (open, None, None),
        (ObligationState::Dropped, Some(date(2026, 1, 2)), None),
    ] {
        let task = Obligation { mou: Some(second), task: "giao mẫu".into(), ..Obligation::default() };
        add(&mut register, Obligation { state, due, done_on, ..task });
    }

    let all = ask(&mut register, None, None);
    assert_eq!((all.total.signed, all.total.target, all.total.sales), (3, Some(1_500), Some(570)));
    assert_eq!((all.total.contracts, all.total.contract_value), (2, Some(900)));
    assert_eq!(all.total.reached(), Some(50), "500 of 1,000");
    assert_eq!((all.total.moved, all.total.moved_share()), (2, Some(66)));
    assert_eq!(all.years, [2026, 2025]);
    assert_eq!(all.conferences, [(conference, "Hội nghị".to_owned())]);
    assert_eq!(of(&all, Division::Year), names(&[("2026", 1), ("2025", 1), ("", 1)]));
    assert_eq!(of(&all, Division::Conference), names(&[("Hội nghị", 2), ("", 1)]));
    assert_eq!(of(&all, Division::Trade).iter().map(|(_, count)| *count).collect::<Vec<_>>(), [3, 3]);
    assert_eq!(of(&all, Division::Kind).len(), 2);
    let province = of(&all, Division::Province);
    assert!(
        province.len() == 1 && !province[0].0.is_empty(),
        "of the village of the first party: {province:?}"
    );
    // What keeps those that did not move on, each counted once.
    assert_eq!(all.stalled, 1);
    assert_eq!(all.obstacles, [(Obstacle::Capital, 1), (Obstacle::Price, 1)]);
    let tasks = all.tasks;
    assert_eq!((tasks.in_time, tasks.late, tasks.done, tasks.overdue, tasks.open), (1, 1, 1, 1, 2));

    let year = ask(&mut register, Some(2025), None);
    assert_eq!((year.total.signed, year.total.target, year.stalled), (1, Some(1_000), 0));
    assert_eq!(year.years, [2026, 2025], "what can be chosen does not follow what is chosen");
    let there = ask(&mut register, None, Some(conference));
    assert_eq!((there.total.signed, there.total.sales, there.total.reached()), (2, Some(70), None));
    assert_eq!(ask(&mut register, Some(2025), Some(conference)).total.signed, 0);

    // The list behind a number has as many.
    let mut list = List::of(RecordKind::Mou);
    list.filters.insert("date", ["2026".to_owned()].into());
    list.filters.insert("state", [MouState::Signed.code().to_owned()].into());
    let listed = list.answer(register.store_mut()).unwrap();
    assert_eq!(listed.rows.len(), 1);
    let years = &listed.facets.iter().find(|(column, _)| *column == "date").unwrap().1;
    assert_eq!(*years, [("2025".to_owned(), 1), ("2026".to_owned(), 1)]);
}

#[test]
fn the_register_of_a_year_names_parties_and_signers_and_counts_originals() {
    let mut register = register();
    let pattern = "{so:02}/{nam}".to_owned();
    let series = NumberSeries { pattern, year: Some(2026), first: 1, ..NumberSeries::default() };
    let series = add(&mut register, series);
    let maker = add(&mut register, organisation("HTX Đan Hòa"));
    let artisan = add(&mut register, person("Bùi Thị Lan"));
    let witness = MouParty { role: so_lang_nghe::domain::PartyRole::Witness, ..party(maker).record };
    let alone = MouParty { person: Some(artisan), ..MouParty::default() };
    let open = MouParty::default();
    let mou = Mou { copies_each: Some(2), witness_copies: Some(1), ..Mou::default() };
    let parties = vec![party(maker), alone.into(), open.into(), witness.into()];
    let draft = MouDraft { mou, parties, ..MouDraft::default() };
    let id = Id::from_any(run(&mut register, &Command::SaveMou(None, Box::new(draft.clone()))).id.unwrap());
    run(&mut register, &Command::IssueNumber(id, series));
    let lines = MouRegister { year: Some(2026) }.answer(register.store_mut()).unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].parties, "HTX Đan Hòa – Bùi Thị Lan", "a party that is not chosen leaves no dash");
    assert_eq!((lines[0].signers.as_str(), lines[0].copies), ("Bùi Thị Lan", 7));
    // Its day counts before its series.
    let later = MouDraft { mou: Mou { date: Some(date(2027, 1, 3)), ..draft.mou }, ..draft };
    run(&mut register, &Command::SaveMou(Some(id), Box::new(later)));
    assert!(MouRegister { year: Some(2026) }.answer(register.store_mut()).unwrap().is_empty());
    assert_eq!(MouRegister { year: Some(2027) }.answer(register.store_mut()).unwrap().len(), 1);
}
