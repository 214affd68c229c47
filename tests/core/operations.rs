//! Every command with its undo and redo.

use jiff::civil::date;
use so_lang_nghe::domain::{
    Artisan, Cell, Certificate, ClauseKind, ClauseTree, CodeSet, Conference, Id, IssuedNumber, Item, Mou,
    MouClause, MouEvent, MouLanguage, MouParty, MouProduct, MouState, NumberSeries, Participation, PartyRole,
    Person, Product, Record as _, RecordKind, Village, gaps,
};
use so_lang_nghe::error::ErrorKind;
use so_lang_nghe::i18n::Language;
use so_lang_nghe::ops::{
    AnnexProducts, BulkChange, BulkEffect, BulkPreview, Command, FrozenPaper, MouDraft, Query as _, Register,
    mou_dossier,
};

use crate::common::{NOW, add, dump, organisation, person, register, run, stranger, village};

/// Runs a command and takes it back and does it again, comparing everything an officer can see.
fn check_command(register: &mut Register, command: &Command) {
    let before = dump(&register.store().rows());
    let outcome = run(register, command);
    let after = dump(&register.store().rows());
    assert_ne!(before, after, "{command:?} changed nothing");
    assert!(outcome.changed.rows > 0);
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), before, "undo of {command:?}");
    let redone = register.redo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), after, "redo of {command:?}");
    assert!(redone.kept.is_empty());
    assert!(register.store().faults().unwrap().iter().all(|fault| !fault.damaged));
}

fn failure(register: &mut Register, command: &Command) -> ErrorKind {
    let before = dump(&register.store().rows());
    let error = register.run(command, NOW).expect_err("should be refused");
    assert_eq!(dump(&register.store().rows()), before, "a refused command changed something");
    error.kind().clone()
}

#[test]
fn adding_changing_deleting_and_restoring_can_be_undone() {
    let mut register = register();
    check_command(&mut register, &Command::Add(village("Gốm Bát Tràng").into()));
    let id = register.store().rows().all::<Village>().unwrap()[0].id;
    let changed =
        Village { households: Some(900), note: "hai\ndòng".into(), ..village("Gốm Bát Tràng cổ") };
    check_command(&mut register, &Command::Change(id.any(), changed.into()));
    check_command(&mut register, &Command::Delete(RecordKind::Village, id.any()));
    check_command(&mut register, &Command::Restore(RecordKind::Village, id.any()));
}

#[test]
fn a_change_without_a_difference_is_no_operation() {
    let mut register = register();
    let id = add(&mut register, village("Gốm Phù Lãng"));
    let operations = register.store().last_operations(10).unwrap().len();
    let outcome = run(&mut register, &Command::Change(id.any(), village("Gốm  Phù Lãng ").into()));
    assert_eq!(outcome.changed.rows, 0, "only spaces differ, and they are cleaned");
    assert_eq!(register.store().last_operations(10).unwrap().len(), operations);
}

#[test]
fn many_records_are_deleted_as_one_operation_or_none_of_them() {
    let mut register = register();
    for name in ["Gốm Bát Tràng", "Lụa Vạn Phúc", "Rèn Đa Sỹ"] {
        add(&mut register, village(name));
    }
    let rows = register.store().rows().in_order(RecordKind::Village).unwrap();
    check_command(&mut register, &Command::DeleteRows(RecordKind::Village, rows[..2].to_vec()));
    assert_eq!(register.store().rows().all::<Village>().unwrap().len(), 1);
    register.undo(NOW).unwrap();
    let used = register.store().rows().all::<Village>().unwrap()[1].id;
    let person = add(&mut register, person("Lê Thị Nón"));
    add(&mut register, Artisan { person: Some(person), village: Some(used), ..Artisan::default() });
    let refused = failure(&mut register, &Command::DeleteRows(RecordKind::Village, rows));
    assert!(matches!(refused, ErrorKind::Referenced { name, .. } if name == "Lụa Vạn Phúc"));
    assert_eq!(register.store().rows().all::<Village>().unwrap().len(), 3, "none of them");
}

#[test]
fn a_record_others_refer_to_is_not_deleted() {
    let mut register = register();
    let village = add(&mut register, village("Nón làng Chuông"));
    let person = add(&mut register, person("Lê Thị Nón"));
    let artisan = Artisan { person: Some(person), village: Some(village), ..Artisan::default() };
    let artisan = add(&mut register, artisan);
    let refused = failure(&mut register, &Command::Delete(RecordKind::Village, village.any()));
    let name = "Nón làng Chuông".to_owned();
    let expected =
        ErrorKind::Referenced { kind: RecordKind::Village, name, by: RecordKind::Artisan, count: 1 };
    assert_eq!(refused, expected);
    check_command(&mut register, &Command::Delete(RecordKind::Artisan, artisan.any()));
    check_command(&mut register, &Command::Delete(RecordKind::Village, village.any()));
}

#[test]
fn what_is_missing_or_wrong_is_refused_with_all_problems() {
    let mut register = register();
    let empty = Command::Add(Person::default().into());
    assert!(matches!(failure(&mut register, &empty), ErrorKind::Invalid(problems) if problems.len() == 1));
    let nobody = Command::Change(stranger(), village("x").into());
    assert!(matches!(failure(&mut register, &nobody), ErrorKind::NotFound(_)));
    let two = Certificate { stars: Some(9), ..Certificate::default() };
    assert!(matches!(failure(&mut register, &Command::Add(two.into())), ErrorKind::Invalid(_)));
}

#[test]
fn a_reference_to_nothing_is_refused() {
    let mut register = register();
    let artisan = Artisan { person: Some(Id::from_any(stranger())), ..Artisan::default() };
    assert!(register.run(&Command::Add(artisan.into()), NOW).is_err());
    assert_eq!(register.store().rows().count(RecordKind::Artisan).unwrap(), 0);
}

#[test]
fn tags_of_many_records_change_as_one_operation() {
    let mut register = register();
    for number in 0..50 {
        add(&mut register, village(&format!("Làng {number}")));
    }
    let rows = register.store().rows().in_order(RecordKind::Village).unwrap();
    let retag = |add: &[&str], remove: &[&str]| Command::Retag {
        kind: RecordKind::Village,
        rows: rows.clone(),
        add: CodeSet::of(add.iter().copied()),
        remove: CodeSet::of(remove.iter().copied()),
    };
    check_command(&mut register, &retag(&["hội-nghị-2026", "ưu-tiên"], &[]));
    check_command(&mut register, &retag(&[], &["ưu-tiên"]));
    let tagged = register.store().rows().all::<Village>().unwrap();
    assert!(tagged.iter().all(|village| village.record.tags == CodeSet::of(["hội-nghị-2026"])));
}

#[test]
fn many_records_change_as_one_operation_and_only_in_the_touched_fields() {
    let mut register = register();
    for number in 0..20 {
        let note = format!("Quận {number}, số điện thoại cũ");
        add(&mut register, Village { workers: Some(number), note, ..village(&format!("Làng {number}")) });
    }
    let rows = register.store().rows().in_order(RecordKind::Village).unwrap();
    let set = BulkChange::Set(vec![
        ("recognition_issuer", Cell::Text("UBND  thành phố Hà Nội ".into())),
        ("households", Cell::Integer(40)),
    ]);
    let preview = |register: &mut Register, change: &BulkChange| {
        BulkPreview { kind: RecordKind::Village, rows: rows.clone(), change: change.clone() }
            .answer(register.store_mut())
            .unwrap()
    };
    assert_eq!(preview(&mut register, &set).changed, 20);
    check_command(&mut register, &Command::ChangeRows(RecordKind::Village, rows.clone(), set.clone()));
    let changed = register.store().rows().all::<Village>().unwrap();
    assert!(changed.iter().zip(0..).all(|(village, number)| village.record.workers == Some(number)
        && village.record.recognition_issuer == "UBND thành phố Hà Nội"
        && village.record.households == Some(40)));
    assert_eq!(preview(&mut register, &set), BulkEffect::default());

    let replace = BulkChange::Replace { column: "note", find: "Quận".into(), with: "Phường".into() };
    let effect = preview(&mut register, &replace);
    assert_eq!(effect.changed, 20);
    let (name, before, after) = &effect.examples[0];
    assert!(name == "Làng 0" && before.starts_with("Quận 0") && after.starts_with("Phường 0"), "{effect:?}");
    check_command(&mut register, &Command::ChangeRows(RecordKind::Village, rows.clone(), replace));

    // One that may not be so stops all, and is named.
    let before = dump(&register.store().rows());
    let nameless = BulkChange::Replace { column: "name", find: "Làng 7".into(), with: String::new() };
    let refused = register.run(&Command::ChangeRows(RecordKind::Village, rows, nameless), NOW).unwrap_err();
    let ErrorKind::Invalid(problems) = refused.kind() else { panic!("{refused:?}") };
    assert!(problems[0].message.text(Language::Vi).contains("Làng 7"), "{problems:?}");
    assert_eq!(dump(&register.store().rows()), before);
}

#[test]
fn two_desks_that_register_the_same_person_make_the_same_record() {
    let mut register = register();
    let conference = add(&mut register, Conference { name: "Hội nghị".into(), ..Conference::default() });
    let person = add(&mut register, person("Chử Văn Bình"));
    let participation =
        Participation { conference: Some(conference), person: Some(person), ..Participation::default() };
    check_command(&mut register, &Command::Add(participation.clone().into()));
    let again = Participation { code: "HN26-0001".into(), ..participation.clone() };
    check_command(&mut register, &Command::Add(again.into()));
    let third = Participation { note: "đi cùng xe".into(), ..participation };
    check_command(&mut register, &Command::Add(third.into()));
    let known = register.store().rows().all::<Participation>().unwrap().remove(0).record;
    assert_eq!(
        (known.code.as_str(), known.note.as_str()),
        ("HN26-0001", "đi cùng xe"),
        "nothing is taken away"
    );
    assert_eq!(register.store().rows().count(RecordKind::Participation).unwrap(), 1);
}

/// A draft between two organisations with a small text.
fn draft(register: &mut Register, parties: usize) -> MouDraft {
    let party = |number: usize, register: &mut Register| {
        Item::from(MouParty {
            role: PartyRole::Party,
            sequence: i64::try_from(number + 1).unwrap(),
            organisation: Some(add(register, organisation(&format!("Hợp tác xã Thí Dụ {number}")))),
            ..MouParty::default()
        })
    };
    let node = |kind, text: &str, children| ClauseTree {
        id: None,
        clause: MouClause { kind, text: text.into(), ..MouClause::default() },
        children,
    };
    let point = node(ClauseKind::Point, "điểm", vec![]);
    let clause = node(ClauseKind::Clause, "khoản", vec![point.clone(), point]);
    MouDraft {
        mou: Mou { subject: "tiêu thụ sản phẩm".into(), ..Mou::default() },
        parties: (0..parties).map(|number| party(number, register)).collect(),
        clauses: vec![
            node(ClauseKind::Basis, "căn cứ", vec![]),
            node(ClauseKind::Article, "Mục đích", vec![clause.clone()]),
            node(ClauseKind::Article, "Điều khoản", vec![clause]),
        ],
        products: vec![
            MouProduct { name: "Giỏ mây".into(), quantity: Some(3), ..MouProduct::default() }.into(),
        ],
    }
}

fn only_mou(register: &Register) -> Id<Mou> {
    register.store().rows().all::<Mou>().unwrap()[0].id
}

/// The draft of a saved MoU, as an editor opens it.
fn opened(register: &Register, id: Id<Mou>) -> MouDraft {
    let dossier = mou_dossier(&register.store().rows(), id).unwrap();
    let parties = dossier.parties.into_iter().map(|party| Item { id: party.id, record: party.party });
    MouDraft {
        mou: dossier.mou,
        parties: parties.collect(),
        clauses: dossier.clauses,
        products: dossier.products.into_iter().map(|(line, _)| line).collect(),
    }
}

#[test]
fn the_products_of_a_party_come_into_the_annex_once_with_a_price_and_go_in_one_step() {
    let mut register = register();
    let new = draft(&mut register, 2);
    run(&mut register, &Command::SaveMou(None, Box::new(new)));
    let id = only_mou(&register);
    let maker = opened(&register, id).parties[0].record.organisation;
    let make = |name: &str, wholesale_from, retail_from, on_sale| Product {
        name: name.to_owned(),
        organisation: maker,
        wholesale_from,
        retail_from,
        on_sale,
        ..Product::default()
    };
    for product in [
        make("Giỏ", Some(40_000), Some(65_000), true),
        make("Khay", None, Some(52_000), true),
        make("Rổ", Some(9_000), None, false),
    ] {
        run(&mut register, &Command::Add(product.into()));
    }
    let question = AnnexProducts { makers: vec![(maker, None), (None, None)], lines: Vec::new() };
    let answer = question.answer(register.store_mut()).unwrap();
    let offered = &answer.made[0];
    assert_eq!((offered.len(), answer.made[1].len()), (2, 0), "what is not on sale is not offered");
    let mut draft = opened(&register, id);
    let all = || offered.iter().map(|id| (*id, &answer.products[id]));
    assert_eq!(draft.add_to_annex(all()), 2);
    assert_eq!(draft.add_to_annex(all()), 0, "nothing twice");
    assert!(draft.not_in_annex(offered).is_empty());
    draft.products.swap(0, 2);
    check_command(&mut register, &Command::SaveMou(Some(id), Box::new(draft)));
    let prices = |register: &Register| {
        let lines = opened(register, id).products.into_iter();
        lines.map(|line| (line.record.name, line.record.price)).collect::<Vec<_>>()
    };
    assert_eq!(
        prices(&register),
        [(String::new(), Some(52_000)), (String::new(), Some(40_000)), ("Giỏ mây".to_owned(), None)]
    );
}

#[test]
fn a_mou_is_saved_with_its_parties_text_and_annex() {
    let mut register = register();
    let new = draft(&mut register, 3);
    check_command(&mut register, &Command::SaveMou(None, Box::new(new)));
    let id = only_mou(&register);
    let saved = mou_dossier(&register.store().rows(), id).unwrap();
    assert_eq!(saved.parties.len(), 3);
    assert_eq!(saved.clauses.len(), 3);
    assert_eq!(saved.clauses[1].children[0].children.len(), 2);
    assert_eq!(saved.clauses[2].clause.text, "Điều khoản");
    let again = opened(&register, id);
    let unchanged = run(&mut register, &Command::SaveMou(Some(id), Box::new(again)));
    assert_eq!(unchanged.changed.rows, 0, "what is as it was is not written");

    let mut draft = opened(&register, id);
    let kept = (draft.parties[1].clone(), draft.clauses[2].id);
    draft.parties.remove(0);
    draft.clauses.remove(1);
    draft.clauses[1].children[0].children.pop();
    draft.products.clear();
    draft.mou.subject = "quảng bá sản phẩm".into();
    check_command(&mut register, &Command::SaveMou(Some(id), Box::new(draft)));
    let saved = mou_dossier(&register.store().rows(), id).unwrap();
    assert_eq!((saved.parties.len(), saved.clauses.len(), saved.products.len()), (2, 2, 0));
    assert_eq!(saved.clauses[1].clause.text, "Điều khoản");
    assert_eq!(saved.clauses[1].children[0].children.len(), 1);
    assert_eq!(saved.parties[0].id, kept.0.id, "a party keeps its row when another one goes");
    assert_eq!(saved.parties[0].party.organisation, kept.0.record.organisation);
    assert_eq!(saved.clauses[1].id, kept.1);
}

#[test]
fn nothing_refers_to_what_is_in_the_trash() {
    let mut register = register();
    let village = add(&mut register, village("Gốm Phù Lãng"));
    let person = add(&mut register, person("Lê Văn Gốm"));
    let artisan = Artisan { person: Some(person), village: Some(village), ..Artisan::default() };
    let id = add(&mut register, artisan.clone());
    run(&mut register, &Command::Delete(RecordKind::Artisan, id.any()));
    run(&mut register, &Command::Delete(RecordKind::Village, village.any()));
    let refused = failure(&mut register, &Command::Restore(RecordKind::Artisan, id.any()));
    assert!(matches!(refused, ErrorKind::Invalid(problems) if problems[0].field == "village"));
    assert!(matches!(failure(&mut register, &Command::Add(artisan.into())), ErrorKind::Invalid(_)));
    run(&mut register, &Command::Restore(RecordKind::Village, village.any()));
    check_command(&mut register, &Command::Restore(RecordKind::Artisan, id.any()));
}

#[test]
fn what_belongs_to_a_mou_in_the_trash_holds_nobody() {
    let mut register = register();
    let id = new_mou(&mut register);
    let organisation = opened(&register, id).parties[0].record.organisation.unwrap();
    let delete = Command::Delete(RecordKind::Organisation, organisation.any());
    assert!(matches!(failure(&mut register, &delete), ErrorKind::Referenced { .. }));
    run(&mut register, &Command::Delete(RecordKind::Mou, id.any()));
    check_command(&mut register, &delete);
    let back = failure(&mut register, &Command::Restore(RecordKind::Mou, id.any()));
    assert!(matches!(back, ErrorKind::Invalid(_)), "its party is in the trash now");
}

#[test]
fn parts_of_a_mou_numbers_and_papers_are_not_deleted_by_themselves() {
    let mut register = register();
    let id = new_mou(&mut register);
    run(&mut register, &Command::Freeze(id, Box::new(paper())));
    let rows = register.store().rows();
    let paper = rows.all::<so_lang_nghe::domain::FrozenDocument>().unwrap()[0].id.any();
    let party = rows.all::<MouParty>().unwrap()[0].id.any();
    for (kind, id) in [(RecordKind::FrozenDocument, paper), (RecordKind::MouParty, party)] {
        assert!(
            matches!(failure(&mut register, &Command::Delete(kind, id)), ErrorKind::NotFound(_)),
            "{kind:?}"
        );
    }
}

fn series(register: &mut Register) -> Id<NumberSeries> {
    let pattern = "{so:02}/{nam}/BBGN-HHLN".to_owned();
    add(register, NumberSeries { pattern, year: Some(2026), first: 1, ..NumberSeries::default() })
}

fn new_mou(register: &mut Register) -> Id<Mou> {
    let draft = draft(register, 2);
    Id::from_any(run(register, &Command::SaveMou(None, Box::new(draft))).id.unwrap())
}

#[test]
fn numbers_go_up_and_are_never_given_twice() {
    let mut register = register();
    let series = series(&mut register);
    let (first, second, third) = (new_mou(&mut register), new_mou(&mut register), new_mou(&mut register));
    check_command(&mut register, &Command::IssueNumber(first, series));
    assert_eq!(register.store().rows().get(first).unwrap().record.number, "01/2026/BBGN-HHLN");
    let outcome = run(&mut register, &Command::IssueNumber(second, series));
    assert_eq!(outcome.number.as_deref(), Some("02/2026/BBGN-HHLN"));
    run(&mut register, &Command::Delete(RecordKind::Mou, second.any()));
    let outcome = run(&mut register, &Command::IssueNumber(third, series));
    assert_eq!(
        outcome.number.as_deref(),
        Some("03/2026/BBGN-HHLN"),
        "02 was given, though its paper is gone"
    );
    let again = failure(&mut register, &Command::IssueNumber(third, series));
    assert_eq!(again, ErrorKind::NumberTaken("03/2026/BBGN-HHLN".into()));
}

#[test]
fn a_number_that_was_taken_back_leaves_a_gap_to_explain() {
    let mut register = register();
    let series = series(&mut register);
    let (first, second) = (new_mou(&mut register), new_mou(&mut register));
    run(&mut register, &Command::IssueNumber(first, series));
    register.undo(NOW).unwrap();
    let outcome = run(&mut register, &Command::IssueNumber(second, series));
    assert_eq!(outcome.number.as_deref(), Some("02/2026/BBGN-HHLN"));
    let missing = |register: &Register| {
        let issued = register.store().rows().children::<IssuedNumber>("series", series.any()).unwrap();
        let issued: Vec<_> = issued.into_iter().map(|number| number.record).collect();
        let alive = |number: &IssuedNumber| {
            let mou =
                number.mou.map(|mou| register.store().rows().is_deleted(RecordKind::Mou, mou.any()).unwrap());
            mou == Some(Some(false))
        };
        gaps(1, &issued, alive)
    };
    assert_eq!(missing(&register)[0].reason, None);
    let explain = |value| Command::ExplainGap { series, value, reason: "cấp nhầm".into() };
    check_command(&mut register, &explain(1));
    assert_eq!(missing(&register)[0].reason.as_deref(), Some("cấp nhầm"));
    assert!(matches!(failure(&mut register, &explain(2)), ErrorKind::NumberTaken(_)));
    assert!(matches!(failure(&mut register, &explain(0)), ErrorKind::Invalid(_)));
    assert!(matches!(failure(&mut register, &explain(2026)), ErrorKind::Invalid(_)), "not given yet");
    run(&mut register, &Command::Delete(RecordKind::Mou, second.any()));
    assert_eq!(missing(&register).len(), 2, "a paper in the trash leaves a gap");
    check_command(&mut register, &explain(2));
}

#[test]
fn a_number_by_hand_that_stands_elsewhere_is_kept_with_a_warning() {
    let mut register = register();
    let (first, second) = (new_mou(&mut register), new_mou(&mut register));
    check_command(&mut register, &Command::WriteNumber(first, "05a/2026/BBGN-HHLN".into()));
    let outcome = run(&mut register, &Command::WriteNumber(second, " 05a/2026/BBGN-HHLN".into()));
    assert_eq!(outcome.warnings.len(), 1);
    let faults = register.store().faults().unwrap();
    assert_eq!(faults.len(), 1, "the same number on two papers is told by the check");
    assert!(!faults[0].damaged);
    run(&mut register, &Command::Delete(RecordKind::Mou, first.any()));
    run(&mut register, &Command::Delete(RecordKind::Mou, second.any()));
    let third = new_mou(&mut register);
    let outcome = run(&mut register, &Command::WriteNumber(third, "05a/2026/BBGN-HHLN".into()));
    assert_eq!(outcome.warnings.len(), 1, "it was given, though its papers are gone");
}

fn paper() -> FrozenPaper {
    FrozenPaper {
        pdf: b"%PDF-1.7 thu".to_vec(),
        pages: 4,
        language: MouLanguage::Vi,
        data: "{}".into(),
        template: "x".into(),
        template_version: 1,
        made_at: NOW,
        date: date(2026, 12, 17),
    }
}

#[test]
fn a_final_text_does_not_change_and_keeps_its_paper() {
    let mut register = register();
    let id = new_mou(&mut register);
    check_command(&mut register, &Command::Freeze(id, Box::new(paper())));
    let frozen = mou_dossier(&register.store().rows(), id).unwrap().frozen.unwrap();
    assert_eq!(register.store().rows().blob(&frozen.sha256).unwrap().unwrap(), paper().pdf);
    let other = draft(&mut register, 2);
    for command in [
        Command::SaveMou(Some(id), Box::new(other)),
        Command::Delete(RecordKind::Mou, id.any()),
        Command::WriteNumber(id, "9".into()),
        Command::Freeze(id, Box::new(paper())),
    ] {
        assert!(matches!(failure(&mut register, &command), ErrorKind::TextFinal(_)), "{command:?}");
    }
}

#[test]
fn states_follow_their_order_and_every_change_has_its_date() {
    let mut register = register();
    let id = new_mou(&mut register);
    let state =
        |state, day| Command::SetMouState { mou: id, state, date: date(2026, 12, day), note: String::new() };
    assert!(
        matches!(failure(&mut register, &state(MouState::Signed, 18)), ErrorKind::Invalid(_)),
        "a draft is not signed"
    );
    run(&mut register, &Command::Freeze(id, Box::new(paper())));
    check_command(&mut register, &state(MouState::Draft, 17));
    check_command(&mut register, &Command::Freeze(id, Box::new(paper())));
    check_command(&mut register, &state(MouState::Signed, 18));
    assert!(
        matches!(failure(&mut register, &state(MouState::Printed, 19)), ErrorKind::Invalid(_)),
        "no way back to print"
    );
    check_command(&mut register, &state(MouState::Sealed, 19));
    assert!(
        matches!(failure(&mut register, &state(MouState::Draft, 20)), ErrorKind::Invalid(_)),
        "a signed text stays"
    );
    let events = register.store().rows().children::<MouEvent>("mou", id.any()).unwrap();
    let states: Vec<_> = events.iter().map(|event| event.record.state).collect();
    use MouState as S;
    assert_eq!(states, [S::TextFinal, S::Draft, S::TextFinal, S::Signed, S::Sealed]);
}

#[test]
fn undo_and_redo_walk_through_the_list_and_outlive_a_restart() {
    let folder = crate::common::Folder::new();
    let path = folder.file("sổ.langnghe");
    let machine = folder.machine();
    let mut session = so_lang_nghe::runtime::Session::create(&machine, &path, "").unwrap();
    let names = ["Một", "Hai", "Ba"];
    for name in names {
        session.run(&Command::Add(village(name).into())).unwrap();
    }
    session.undo().unwrap();
    session.close().unwrap();
    let mut session = so_lang_nghe::runtime::Session::open(&machine, &path, "").unwrap();
    let label =
        |label: Option<&so_lang_nghe::i18n::Message>| label.unwrap().text(so_lang_nghe::i18n::Language::Vi);
    assert_eq!(label(session.register().undo_label()), "Thêm làng nghề Hai");
    assert_eq!(label(session.register().redo_label()), "Thêm làng nghề Ba");
    session.redo().unwrap();
    for _ in names {
        session.undo().unwrap();
    }
    assert_eq!(session.register().store().rows().count(RecordKind::Village).unwrap(), 0);
    assert_eq!(*session.undo().unwrap_err().kind(), ErrorKind::NothingToUndo);
    for _ in names {
        session.redo().unwrap();
    }
    assert_eq!(session.register().store().rows().count(RecordKind::Village).unwrap(), 3);
    assert_eq!(*session.redo().unwrap_err().kind(), ErrorKind::NothingToRedo);
    session.close().unwrap();
}

#[test]
fn the_history_of_a_record_says_who_changed_what_from_what_to_what() {
    let mut register = register();
    let id = add(&mut register, village("Lụa Vạn Phúc"));
    run(&mut register, &Command::Change(id.any(), village("Lụa Hà Đông").into()));
    let history = register.store().history(id.any()).unwrap();
    assert_eq!(history.len(), 2);
    assert!(history[0].created);
    assert_eq!(
        history[1].columns,
        [("name".to_owned(), "Lụa Vạn Phúc".to_owned(), "Lụa Hà Đông".to_owned())]
    );
    assert_eq!(history[1].operation.officer, "Nguyễn Văn Thử");
    assert_eq!(history[1].operation.at, NOW);
}

#[test]
fn only_the_kinds_that_changed_are_named() {
    let mut register = register();
    let outcome = run(&mut register, &Command::Add(village("Chè Tân Cương").into()));
    assert_eq!(outcome.changed.kinds.into_iter().collect::<Vec<_>>(), [Village::KIND]);
}
