//! Numbers kept for conferences and laptops: who takes which, and that two laptops never take the same.

use std::collections::BTreeSet;

use jiff::civil::date;
use so_lang_nghe::domain::{AnyId, Conference, Id, Mou, NumberBlock, NumberSeries, RecordKind, desk_code};
use so_lang_nghe::error::ErrorKind;
use so_lang_nghe::ops::{
    AnyRecord, Command, MouDraft, MouRegister, NumberDesk, Outcome, Query as _, Register, numbers_left,
};
use so_lang_nghe::runtime::{Machine, Session};

use crate::common::{Folder, NOW, add, final_paper, register, run, sign};

fn series() -> NumberSeries {
    let pattern = "{so:02}/{nam}/BBGN-HHLN".to_owned();
    NumberSeries { name: "2026".into(), pattern, year: Some(2026), first: 1, ..NumberSeries::default() }
}

fn block(series: Id<NumberSeries>, range: (i64, i64), holder: &str) -> NumberBlock {
    let (first, last) = range;
    NumberBlock { series: Some(series), first, last, holder: holder.into(), ..NumberBlock::default() }
}

fn draft(conference: Option<Id<Conference>>) -> Command {
    let mou = Mou { subject: "hợp tác".into(), conference, ..Mou::default() };
    Command::SaveMou(None, Box::new(MouDraft { mou, ..MouDraft::default() }))
}

/// Gives a new MoU the next number: the number, and the remark with it.
fn number(
    register: &mut Register,
    series: Id<NumberSeries>,
    conference: Option<Id<Conference>>,
) -> (String, String) {
    let mou: AnyId = run(register, &draft(conference)).id.unwrap();
    told(&run(register, &Command::IssueNumber(Id::from_any(mou), series)))
}

fn told(outcome: &Outcome) -> (String, String) {
    let number = outcome.number.clone().unwrap();
    let key = outcome.warnings.first().map(|warning| warning.message.key().to_owned());
    (number.split('/').next().unwrap().to_owned(), key.unwrap_or_default())
}

#[test]
fn numbers_come_from_the_nearest_block_and_say_so_when_it_is_used_up() {
    let mut register = register();
    register.set_desk("A".into());
    let series = add(&mut register, series());
    let conference = add(&mut register, Conference { name: "Hội nghị".into(), ..Conference::default() });
    let other = add(&mut register, Conference { name: "Hội thảo".into(), ..Conference::default() });
    let kept = |range, holder, conference| NumberBlock { conference, ..block(series, range, holder) };
    add(&mut register, kept((10, 11), "", Some(conference)));
    add(&mut register, kept((20, 20), "a ", Some(conference)));
    add(&mut register, kept((30, 30), "A", None));
    add(&mut register, kept((40, 49), "B", None));
    add(&mut register, kept((2, 3), "B", Some(other)));
    let mut next = |conference| number(&mut register, series, conference);
    let of = |number: &str, key: &str| (number.to_owned(), key.to_owned());
    assert_eq!(next(Some(conference)), of("20", ""), "of the conference, held here");
    assert_eq!(next(Some(conference)), of("10", "number-block-conference"));
    assert_eq!(next(Some(conference)), of("11", "number-block-conference"));
    assert_eq!(next(Some(conference)), of("30", "number-block-conference"), "of this laptop");
    assert_eq!(next(Some(conference)), of("01", "number-block-desk"), "kept for nobody");
    assert_eq!(next(None), of("04", "number-block-desk"), "past what is kept for others");
    assert_eq!(next(Some(other)), of("05", "number-block-desk"));
    // Without blocks of its own a laptop says when the conference has some elsewhere.
    register.set_desk("C".into());
    assert_eq!(number(&mut register, series, Some(other)), of("06", "number-block-elsewhere"));
    assert_eq!(number(&mut register, series, None), of("07", ""));
}

#[test]
fn a_number_of_a_block_that_was_taken_back_is_not_given_again() {
    let mut register = register();
    register.set_desk("A".into());
    let series = add(&mut register, series());
    add(&mut register, block(series, (11, 12), "A"));
    let mou = Id::from_any(run(&mut register, &draft(None)).id.unwrap());
    run(&mut register, &Command::IssueNumber(mou, series));
    register.undo(NOW).unwrap();
    assert_eq!(register.store().rows().get(mou).unwrap().record.number, "");
    register.redo(NOW).unwrap();
    assert_eq!(register.store().rows().get(mou).unwrap().record.number, "11/2026/BBGN-HHLN");
    register.undo(NOW).unwrap();
    assert_eq!(number(&mut register, series, None).0, "12");
    // What was taken back at the end of a block does not lead into what is kept for another laptop.
    add(&mut register, block(series, (13, 20), "B"));
    register.undo(NOW).unwrap();
    register.undo(NOW).unwrap();
    assert_eq!(number(&mut register, series, None), ("01".into(), "number-block-desk".into()));
}

#[test]
fn numbers_left_are_those_of_the_conference_this_laptop_takes_from() {
    let mut register = register();
    let series = add(&mut register, series());
    let conference = add(&mut register, Conference { name: "Hội nghị".into(), ..Conference::default() });
    let kept = |range, holder| NumberBlock { conference: Some(conference), ..block(series, range, holder) };
    add(&mut register, kept((10, 12), ""));
    add(&mut register, kept((20, 29), "B"));
    add(&mut register, block(series, (30, 39), "A"));
    number(&mut register, series, Some(conference));
    let left = |desk, most| numbers_left(register.store().rows(), conference, (2026, desk), most).unwrap();
    assert_eq!(left("A", 5), ["11/2026/BBGN-HHLN", "12/2026/BBGN-HHLN"]);
    assert_eq!(left("B", 5)[..2], ["20/2026/BBGN-HHLN", "21/2026/BBGN-HHLN"]);
    assert_eq!(left("B", 5).len(), 5);
}

#[test]
fn two_laptops_that_do_not_see_each_other_never_give_the_same_number() {
    let folder = Folder::new();
    let machine = |name: &str| Machine::fixed(folder.file(name), NOW);
    let path = folder.file("trụ sở.langnghe");
    let mut office = Session::create(&machine("office"), &path, "").unwrap();
    let added =
        |session: &mut Session, record: AnyRecord| session.run(&Command::Add(record)).unwrap().id.unwrap();
    let series: Id<NumberSeries> = Id::from_any(added(&mut office, series().into()));
    for (range, holder) in [((11, 30), "quầy 1"), ((21, 40), "QUẦY-2")] {
        // The two overlap by mistake.
        added(&mut office, block(series, range, holder).into());
    }
    office.close().unwrap();
    let mut given = BTreeSet::new();
    let mut count = 0;
    for (name, code, expected) in [("one", "quầy 1", 20), ("two", "Quầy 2", 10)] {
        let copy = folder.file(&format!("{name}.langnghe"));
        std::fs::copy(&path, &copy).unwrap();
        let mut laptop = Session::open(&machine(name), &copy, "").unwrap();
        assert_eq!(laptop.desk_code().chars().count(), 2, "two letters until the office gives it a code");
        laptop.set_desk_code(code).unwrap();
        laptop.close().unwrap();
        // The code outlives a restart.
        let mut laptop = Session::open(&machine(name), &copy, "").unwrap();
        for _ in 0..expected {
            let mou = laptop.run(&draft(None)).unwrap().id.unwrap();
            let outcome = laptop.run(&Command::IssueNumber(Id::from_any(mou), series)).unwrap();
            assert_eq!(told(&outcome).1, "", "{outcome:?}");
            given.insert(outcome.number.unwrap());
            count += 1;
        }
        let mou = laptop.run(&draft(None)).unwrap().id.unwrap();
        let outcome = laptop.run(&Command::IssueNumber(Id::from_any(mou), series)).unwrap();
        assert_eq!(told(&outcome).1, "number-block-desk");
        let history = laptop.register().store().history(mou).unwrap();
        assert_eq!(history[0].laptop, desk_code(code), "histories name the laptop so, too");
        laptop.close().unwrap();
    }
    assert_eq!(given.len(), count);
}

#[test]
fn a_number_that_is_taken_off_a_draft_is_void_with_its_reason_and_never_given_again() {
    let mut register = register();
    let series = add(&mut register, series());
    let id: Id<Mou> = Id::from_any(run(&mut register, &draft(None)).id.unwrap());
    run(&mut register, &Command::IssueNumber(id, series));
    run(&mut register, &Command::DropNumber(id, "ghi nhầm sổ".into()));
    let mou = register.store().rows().get(id).unwrap().record;
    assert_eq!((mou.number.as_str(), mou.series), ("", None));
    let desk = NumberDesk.answer(register.store_mut()).unwrap();
    let gaps: Vec<_> = desk.series[0].gaps.iter().map(|gap| (gap.value, gap.reason.clone())).collect();
    assert_eq!(gaps, [(1, Some("ghi nhầm sổ".to_owned()))]);
    // Taken back, it stands on the paper; once more, the next one is given.
    register.undo(NOW).unwrap();
    assert_eq!(register.store().rows().get(id).unwrap().record.number, "01/2026/BBGN-HHLN");
    register.redo(NOW).unwrap();
    assert_eq!(told(&run(&mut register, &Command::IssueNumber(id, series))).0, "02");
    // Nothing of a final text is touched.
    run(&mut register, &Command::Freeze(id, Box::new(final_paper(id, date(2026, 11, 26)))));
    let refused = register.run(&Command::DropNumber(id, "sai".into()), NOW).unwrap_err();
    assert!(matches!(refused.kind(), ErrorKind::TextFinal(_)), "{refused:?}");
}

#[test]
fn a_series_without_a_year_counts_by_the_year_in_which_the_memorandum_is_signed() {
    let mut register = register();
    let series = add(&mut register, NumberSeries { year: None, ..series() });
    let mou = Mou { subject: "hợp tác".into(), date: Some(date(2027, 1, 15)), ..Mou::default() };
    let draft = Command::SaveMou(None, Box::new(MouDraft { mou, ..MouDraft::default() }));
    let id = Id::from_any(run(&mut register, &draft).id.unwrap());
    let outcome = run(&mut register, &Command::IssueNumber(id, series));
    assert_eq!(outcome.number.as_deref(), Some("01/2027/BBGN-HHLN"));
}

#[test]
fn a_gap_of_a_series_that_counts_on_over_the_years_stands_in_the_register_of_its_year() {
    let mut register = register();
    let series = add(&mut register, NumberSeries { year: None, ..series() });
    let mut next = |day| {
        let mou = Mou { subject: "hợp tác".into(), date: day, ..Mou::default() };
        let draft = Command::SaveMou(None, Box::new(MouDraft { mou, ..MouDraft::default() }));
        let id: Id<Mou> = Id::from_any(run(&mut register, &draft).id.unwrap());
        run(&mut register, &Command::IssueNumber(id, series));
        id
    };
    let days =
        [(2026, 3), (2026, 5), (2026, 9), (2027, 2), (2027, 3)].map(|(year, month)| date(year, month, 1));
    let mous = days.map(|day| next(Some(day)));
    for (mou, reason) in [(mous[1], "lập nhầm"), (mous[3], "in hỏng")] {
        run(&mut register, &Command::DropNumber(mou, reason.into()));
    }
    let gaps = |register: &mut Register, year| {
        let lines = MouRegister { year }.answer(register.store_mut()).unwrap();
        let gaps = lines.into_iter().filter(|line| line.state.is_none());
        gaps.map(|line| (line.number, line.reason)).collect::<Vec<_>>()
    };
    let of = |number: &str, reason: &str| vec![(number.to_owned(), reason.to_owned())];
    assert_eq!(gaps(&mut register, Some(2026)), of("02/2026/BBGN-HHLN", "lập nhầm"));
    assert_eq!(gaps(&mut register, Some(2027)), of("04/2027/BBGN-HHLN", "in hỏng"));
    // Those two papers have no number any more, and were not signed.
    let desk = NumberDesk.answer(register.store_mut()).unwrap();
    assert_eq!(desk.years, [Some(2027), Some(2026)]);
    // The draft that had a number goes: its year is that of the paper before. Without any nobody knows it.
    run(&mut register, &Command::Delete(RecordKind::Mou, mous[3].any()));
    assert_eq!(gaps(&mut register, Some(2026)).len(), 2);
    for mou in [mous[0], mous[1], mous[2], mous[4]] {
        run(&mut register, &Command::Delete(RecordKind::Mou, mou.any()));
    }
    assert_eq!(gaps(&mut register, None).len(), 5);
    assert_eq!(gaps(&mut register, None)[1], of("2", "lập nhầm")[0], "the year in it is not known");
}

#[test]
fn a_number_written_by_hand_without_a_day_is_of_no_year_and_what_was_signed_without_one_is_listed() {
    let mut register = register();
    let years = |register: &mut Register| NumberDesk.answer(register.store_mut()).unwrap().years;
    let listed = |register: &mut Register, year| {
        let lines = MouRegister { year }.answer(register.store_mut()).unwrap();
        lines.into_iter().map(|line| line.number).collect::<Vec<_>>()
    };
    assert_eq!(years(&mut register), []);
    let by_hand: Id<Mou> = Id::from_any(run(&mut register, &draft(None)).id.unwrap());
    assert_eq!(years(&mut register), [], "a draft without a number is registered nowhere");
    run(&mut register, &Command::WriteNumber(by_hand, "05a".into()));
    let day = date(2025, 7, 1);
    let mou = Mou { subject: "hợp tác".into(), date: Some(day), ..Mou::default() };
    let without = Command::SaveMou(None, Box::new(MouDraft { mou, ..MouDraft::default() }));
    let without = Id::from_any(run(&mut register, &without).id.unwrap());
    sign(&mut register, without, day);
    assert_eq!(years(&mut register), [Some(2025), None]);
    assert_eq!(
        (listed(&mut register, None), listed(&mut register, Some(2025))),
        (vec!["05a".into()], vec![String::new()])
    );
}
