//! From the database to the paper.

use jiff::civil::date;
use so_lang_nghe::documents::Engine;
use so_lang_nghe::documents::mou::data::PrintLanguage;
use so_lang_nghe::domain::{
    Id, Mou, MouState, Organisation, PartyDossier, Person, Position, RecordKind, SigningForm,
};
use so_lang_nghe::error::ErrorKind;
use so_lang_nghe::i18n::Language;
use so_lang_nghe::ops::{Ceremony, Command, MouDraft, Query as _, mou_dossier, mous_in_order};
use so_lang_nghe::places::Places;
use so_lang_nghe::problem::{Problem, Severity};
use so_lang_nghe::runtime::{Paper, PaperQueue, Session, freeze, make_sample_book, print, print_many};
use so_lang_nghe::store::{Access, Store};

use crate::common::Folder;

fn book(folder: &Folder) -> Session {
    let mut session = Session::create(&folder.machine(), &folder.file("a.langnghe"), "").unwrap();
    make_sample_book(&mut session, 0, &mut |_| {}).unwrap();
    session
}

fn mou_in(session: &Session, state: MouState) -> Id<Mou> {
    let mous = session.register().store().rows().all::<Mou>().unwrap();
    mous.into_iter().find(|mou| mou.record.state == state).unwrap().id
}

fn printed(session: &Session, id: Id<Mou>, language: Option<PrintLanguage>) -> Paper {
    let store = session.register().store();
    let dossier = mou_dossier(&store.rows(), id).unwrap();
    print(&mut Engine::new().unwrap(), Some(&store.rows()), &dossier, language, store.places()).unwrap()
}

#[test]
fn a_final_text_is_made_again_with_exactly_the_same_bytes_whatever_changes() {
    let folder = Folder::new();
    let mut session = book(&folder);
    let id = mou_in(&session, MouState::TextFinal);
    let kept = printed(&session, id, None).pdf;
    let store = session.register().store();
    let dossier = mou_dossier(&store.rows(), id).unwrap();
    let again = print(&mut Engine::new().unwrap(), None, &dossier, None, store.places()).unwrap().pdf;
    assert!(again == kept, "made from the kept data without the kept bytes");

    let party = store.rows().find(dossier.parties[0].party.organisation.unwrap()).unwrap().unwrap();
    let renamed = Organisation { name: "Hợp tác xã Đã Đổi Tên".into(), ..party.record };
    session.run(&Command::Change(party.id.any(), renamed.into())).unwrap();
    assert!(printed(&session, id, None).pdf == kept);
    assert!(printed(&session, id, Some(PrintLanguage::Vi)).pdf != kept, "a reading copy is another paper");
}

#[test]
fn what_is_missing_keeps_a_text_from_becoming_final_and_is_named_at_once() {
    let folder = Folder::new();
    let mut session = book(&folder);
    let id = mou_in(&session, MouState::Draft);
    let mut engine = Engine::new().unwrap();
    let error = freeze(&mut session, &mut engine, id, date(2026, 12, 17)).unwrap_err();
    let ErrorKind::Invalid(problems) = error.kind() else { panic!("{error:?}") };
    let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
    for field in ["party.2.representative", "party.2.position", "annex.1.price"] {
        assert!(fields.contains(&field), "{field} in {fields:?}");
    }
    assert_eq!(session.register().store().rows().get(id).unwrap().record.state, MouState::Draft);
    assert!(
        !printed(&session, id, None).problems.is_empty(),
        "the draft is printed all the same, with a list"
    );
}

#[test]
fn a_letter_no_font_has_is_named_with_its_place() {
    let folder = Folder::new();
    let mut session = book(&folder);
    let id = mou_in(&session, MouState::Draft);
    let dossier = mou_dossier(&session.register().store().rows(), id).unwrap();
    let party = session
        .register()
        .store()
        .rows()
        .find(dossier.parties[0].party.organisation.unwrap())
        .unwrap()
        .unwrap();
    let odd = Organisation { name: "Hợp tác xã 手工".into(), ..party.record };
    session.run(&Command::Change(party.id.any(), odd.into())).unwrap();
    let store = session.register().store();
    let dossier = mou_dossier(&store.rows(), id).unwrap();
    let mut engine = Engine::new().unwrap();
    let draft = print(&mut engine, None, &dossier, None, store.places()).unwrap();
    assert!(read(&draft.pdf).contains("HỢP TÁC XÃ"), "the draft is printed, with boxes");
    let named = |problems: &[Problem]| {
        let named = problems.iter().filter(|problem| problem.field == "party.1.name");
        named.map(|problem| problem.text(so_lang_nghe::i18n::Language::Vi)).collect::<Vec<_>>()
    };
    let said = ["Phông chữ không có “手” (U+624B), “工” (U+5DE5) ở tên của BÊN A"];
    assert_eq!(named(&draft.problems), said);
    // The final text is refused, with all that keeps it.
    let error = freeze(&mut session, &mut engine, id, date(2026, 12, 17)).unwrap_err();
    let ErrorKind::Invalid(problems) = error.kind() else { panic!("{error:?}") };
    assert_eq!(named(problems), said);
    assert!(problems.iter().any(|problem| problem.field == "party.2.representative"));
}

#[test]
fn a_tax_code_with_a_slip_and_a_day_beside_the_conference_are_told() {
    let folder = Folder::new();
    let mut session = book(&folder);
    let id = mou_in(&session, MouState::Draft);
    let dossier = mou_dossier(&session.register().store().rows(), id).unwrap();
    let told = |session: &Session| {
        let problems = printed(session, id, None).problems.into_iter();
        let told = problems.filter(|problem| problem.severity == Severity::Warning);
        let told =
            told.map(|problem| (problem.field.clone(), problem.text(so_lang_nghe::i18n::Language::Vi)));
        told.filter(|(field, _)| field == "date" || field.ends_with("tax_code")).collect::<Vec<_>>()
    };
    assert_eq!(told(&session), []);
    let organisation = dossier.parties[1].party.organisation.unwrap();
    let firm = session.register().store().rows().get(organisation).unwrap().record;
    let slip = Organisation { tax_code: "9900000017".into(), ..firm };
    session.run(&Command::Change(organisation.any(), slip.into())).unwrap();
    let words = "Bên B: Mã số thuế này không khớp số kiểm tra, hãy đối chiếu với giấy đăng ký";
    assert_eq!(told(&session), [("party.2.tax_code".to_owned(), words.to_owned())]);
    session.undo().unwrap();
    let mut draft = MouDraft::like(&dossier);
    draft.mou.date = Some(date(2026, 12, 19));
    session.run(&Command::SaveMou(Some(id), Box::new(draft))).unwrap();
    let words = "Ngày ký 19/12/2026 không trùng ngày hội nghị 18/12/2026";
    assert_eq!(told(&session), [("date".to_owned(), words.to_owned())]);
}

#[test]
fn the_draft_follows_the_records() {
    let folder = Folder::new();
    let mut session = book(&folder);
    let id = mou_in(&session, MouState::Draft);
    let before = printed(&session, id, None).pdf;
    assert!(printed(&session, id, None).pdf == before, "the same data gives the same bytes");
    let dossier = mou_dossier(&session.register().store().rows(), id).unwrap();
    let signer = dossier.parties[0].position.as_ref().unwrap().person.unwrap();
    let person = session.register().store().rows().get(signer).unwrap().record;
    let renamed = Person { full_name: "Giáp Thị Thu Thủy".into(), ..person };
    session.run(&Command::Change(signer.any(), renamed.into())).unwrap();
    assert!(printed(&session, id, None).pdf != before);
}

#[test]
fn an_opened_text_is_a_draft_again_and_its_new_paper_takes_the_old_ones_place() {
    let folder = Folder::new();
    let mut session = book(&folder);
    let id = mou_in(&session, MouState::Printed);
    let first = printed(&session, id, None).pdf;
    let open = Command::SetMouState {
        mou: id,
        state: MouState::Draft,
        date: date(2026, 12, 17),
        note: "sửa chức vụ".into(),
    };
    session.run(&open).unwrap();
    assert!(printed(&session, id, None).pdf != first, "a draft says so across the page");
    freeze(&mut session, &mut Engine::new().unwrap(), id, date(2026, 12, 17)).unwrap();
    let kept = session.register().store().rows().count(RecordKind::FrozenDocument).unwrap();
    session.undo().unwrap();
    session.undo().unwrap();
    assert!(printed(&session, id, None).pdf == first, "undo leads back to the very paper");
    assert_eq!(session.register().store().rows().count(RecordKind::FrozenDocument).unwrap(), kept - 1);
}

#[test]
fn many_are_printed_in_parallel_like_one_by_one() {
    let folder = Folder::new();
    let session = book(&folder);
    let store = session.register().store();
    let mous = mous_in_order(&store.rows()).unwrap();
    let many: Vec<_> = mous.iter().copied().cycle().take(40).collect();
    let out = folder.file("in ra");
    let queue = PaperQueue { mous: &many, language: None, folder: &out };
    let mut paths = Vec::new();
    print_many(store, &queue, &mut |(path, result)| {
        result.unwrap();
        paths.push(path);
    })
    .unwrap();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), 40, "a name of its own for each");
    let mut written: Vec<_> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
    written.sort();
    written.dedup();
    let mut singly: Vec<_> = mous.iter().map(|id| printed(&session, *id, None).pdf).collect();
    singly.sort();
    assert!(written == singly);
    assert!(
        std::fs::read_dir(&out).unwrap().all(|entry| entry.unwrap().path().extension().unwrap() == "pdf")
    );
}

/// The text of the pages of a PDF as it is read back.
fn read(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap()
}

#[test]
fn who_signs_for_somebody_says_so_in_the_lines_above_the_name() {
    let folder = Folder::new();
    let mut session = book(&folder);
    let id = mou_in(&session, MouState::Draft);
    let signer =
        mou_dossier(&session.register().store().rows(), id).unwrap().parties[0].party.signer.unwrap();
    let own = session.register().store().rows().get(signer).unwrap().record;
    let own =
        Position {
            signs: true, title: "Phó Giám đốc".into(), title_en: "Deputy Director".into(), ..own
        };
    let given = |form, by: &str, by_en: &str| Position {
        signing_form: form,
        authorised_by: by.into(),
        authorised_by_en: by_en.into(),
        authorisation_number: String::new(),
        authorisation_date: None,
        ..own.clone()
    };
    let paper = Position {
        authorisation_number: "11/GUQ".into(),
        authorisation_date: Some(date(2026, 12, 1)),
        ..given(SigningForm::Own, "Giám đốc", "Director")
    };
    let cases = [
        (given(SigningForm::Own, "", ""), "ĐẠI DIỆN BÊN A\nPHÓ GIÁM ĐỐC\n", "FOR PARTY A\nDEPUTY DIRECTOR\n"),
        (
            given(SigningForm::Deputy, "Giám đốc", "Director"),
            "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n",
            "FOR THE DIRECTOR\nDEPUTY DIRECTOR\n",
        ),
        (
            given(SigningForm::Order, "Giám đốc", "Director"),
            "TL. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n",
            "BY ORDER OF THE DIRECTOR\nDEPUTY DIRECTOR\n",
        ),
        (
            given(SigningForm::Body, "Hội đồng quản trị", "Board"),
            "TM. HỘI ĐỒNG QUẢN TRỊ\nPHÓ GIÁM ĐỐC\n",
            "ON BEHALF OF THE BOARD\nDEPUTY DIRECTOR\n",
        ),
        (paper, "TUQ. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n", "FOR THE DIRECTOR\nDEPUTY DIRECTOR\n"),
        (given(SigningForm::Acting, "", ""), "Q. PHÓ GIÁM ĐỐC\n", "ACTING DEPUTY DIRECTOR\n"),
    ];
    for (position, vi, en) in cases {
        let form = position.signing_form;
        session.run(&Command::Change(signer.any(), position.into())).unwrap();
        for (language, lines) in [(PrintLanguage::Vi, vi), (PrintLanguage::En, en)] {
            let paper = printed(&session, id, Some(language));
            let text = read(&paper.pdf);
            // The blocks stand side by side: their lines are read in turn.
            let expected = lines.trim_end().lines();
            let at: Vec<_> = expected.map(|line| text.rfind(line)).collect();
            assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{form:?}: {lines} in {text}");
            let signing = |problem: &&Problem| {
                problem.severity == Severity::Error && problem.field.starts_with("party.1.authorisation")
            };
            assert_eq!(paper.problems.iter().find(signing), None, "{form:?}");
        }
        let acting = read(&printed(&session, id, Some(PrintLanguage::Vi)).pdf).contains("Quyền Phó Giám đốc");
        assert_eq!(acting, form == SigningForm::Acting);
    }
    // Who gave the order is not known: the text cannot be made final.
    let position = given(SigningForm::Order, "", "");
    session.run(&Command::Change(signer.any(), position.into())).unwrap();
    let problems = printed(&session, id, None).problems;
    assert!(problems.iter().any(|problem| problem.field == "party.1.principal"), "{problems:?}");
}

#[test]
fn an_authorisation_that_is_over_keeps_a_text_from_becoming_final_and_is_said_at_the_table() {
    let folder = Folder::new();
    let mut session = book(&folder);
    let mous = session.register().store().rows().all::<Mou>().unwrap();
    let (mou, signer) = mous
        .iter()
        .filter(|mou| mou.record.state == MouState::TextFinal)
        .find_map(|mou| {
            let dossier = mou_dossier(&session.register().store().rows(), mou.id).unwrap();
            let by_authority = |party: &PartyDossier| {
                party.position.as_ref().is_some_and(|held| held.form() == SigningForm::Authority)
            };
            let party = dossier.parties.iter().find(|party| by_authority(party))?;
            Some((mou.clone(), party.party.signer?))
        })
        .unwrap();
    let day = mou.record.date.unwrap();
    let held = session.register().store().rows().get(signer).unwrap().record;
    let said = |today| {
        let path = folder.file("a.langnghe");
        let mut store = Store::open(&path, Access::Read, folder.path(), Places::built_in()).unwrap();
        let question = Ceremony { conference: mou.record.conference, today, language: Language::Vi };
        let answer = question.answer(&mut store).unwrap();
        let pair = answer.pairs.into_iter().find(|pair| pair.id == mou.id).unwrap();
        pair.parties.iter().find_map(|seat| seat.authority_over)
    };
    let over = day.yesterday().unwrap();
    let until = |day| Position { authorisation_until: Some(day), ..held.clone() };
    session.run(&Command::Change(signer.any(), until(day).into())).unwrap();
    assert_eq!(said(over), None);
    assert_eq!(said(day.tomorrow().unwrap()), Some(day), "when the signing is put off");
    session.run(&Command::Change(signer.any(), until(over).into())).unwrap();
    assert_eq!(said(over), Some(over));

    let open = Command::SetMouState { mou: mou.id, state: MouState::Draft, date: day, note: String::new() };
    session.run(&open).unwrap();
    let error = freeze(&mut session, &mut Engine::new().unwrap(), mou.id, day).unwrap_err();
    let ErrorKind::Invalid(problems) = error.kind() else { panic!("{error:?}") };
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    assert!(problem.field.ends_with("authorisation.until"), "{problem:?}");
    assert!(problem.text(Language::En).contains("expired on"), "{problem:?}");
    session.undo().unwrap();
    session.undo().unwrap();
    assert_eq!(said(over), None, "undo brings the longer authorisation back");
}
