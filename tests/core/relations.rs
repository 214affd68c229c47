//! What belongs to whom, walked in both directions; pictures of people; where a change can be seen.

use jiff::civil::date;
use so_lang_nghe::domain::{
    AnyId, Artisan, Booth, Certificate, Conference, Id, Item, Meeting, MeetingResult, Mou, MouParty,
    Obligation, Offer, Participation, Picture, Position, Preservation, Product, ProgrammeItem, RecordKind,
    Registration, Statement, Village,
};
use so_lang_nghe::ops::{
    Command, Detail, DetailAnswer, Home, MouDesk, MouDraft, Query as _, Register, Shown,
};
use so_lang_nghe::store::Recent;

use crate::common::{add, organisation, person, register, run, village};

fn detail(register: &mut Register, kind: RecordKind, id: AnyId) -> DetailAnswer {
    Detail { kind, id }.answer(register.store_mut()).unwrap()
}

fn related(register: &mut Register, kind: RecordKind, id: AnyId) -> Vec<(RecordKind, AnyId)> {
    detail(register, kind, id).related.iter().map(|related| (related.kind, related.id)).collect()
}

fn conference(register: &mut Register) -> Id<Conference> {
    add(register, Conference { name: "Hội nghị 2026".into(), ..Conference::default() })
}

#[test]
fn people_firms_villages_and_products_lead_to_the_conferences_they_were_at() {
    let mut register = register();
    let id = conference(&mut register);
    let (at, conference) = (Some(id), (RecordKind::Conference, id.any()));
    let guest = add(&mut register, person("Trần Thị Mơ"));
    let speaker = add(&mut register, person("Lê Văn Thử"));
    let artisan = add(&mut register, Artisan { person: Some(guest), ..Artisan::default() });
    let place = add(&mut register, village("Bát Tràng"));
    let host = add(&mut register, organisation("Hiệp hội"));
    let seller = add(&mut register, organisation("HTX Gốm"));
    let buyer = add(&mut register, organisation("Siêu thị"));
    let product = add(&mut register, Product { name: "Ấm tử sa".into(), ..Product::default() });
    for kind_and_id in [(RecordKind::Person, guest.any()), (RecordKind::Village, place.any())] {
        assert!(!related(&mut register, kind_and_id.0, kind_and_id.1).contains(&conference));
    }
    add(&mut register, Participation { conference: at, person: Some(guest), ..Participation::default() });
    let point = "Khai mạc".to_owned();
    add(
        &mut register,
        ProgrammeItem { conference: at, person: Some(speaker), point, ..ProgrammeItem::default() },
    );
    add(&mut register, Booth { conference: at, code: "A1".into(), village: Some(place), ..Booth::default() });
    let form = Registration { conference: at, organisation: Some(seller), ..Registration::default() };
    let form = add(&mut register, form);
    let offer =
        Offer { registration: Some(form), name: "Ấm".into(), product: Some(product), ..Offer::default() };
    add(&mut register, offer);
    let held = Meeting {
        conference: at,
        seller: Some(seller),
        buyer: Some(buyer),
        result: MeetingResult::Samples,
        date: Some(date(2026, 12, 18)),
        ..Meeting::default()
    };
    add(&mut register, held);
    let stored = register.store().rows().get(id).unwrap().record;
    run(&mut register, &Command::Change(conference.1, Conference { host: Some(host), ..stored }.into()));
    for (kind, id) in [
        (RecordKind::Person, guest.any()),
        (RecordKind::Artisan, artisan.any()),
        (RecordKind::Person, speaker.any()),
        (RecordKind::Village, place.any()),
        (RecordKind::Organisation, host.any()),
        (RecordKind::Product, product.any()),
    ] {
        let found = related(&mut register, kind, id);
        assert_eq!(found.iter().filter(|found| **found == conference).count(), 1, "{kind:?} {found:?}");
    }
    // A meeting leads to the other side and to the conference.
    for (one, other) in [(seller, buyer), (buyer, seller)] {
        let answer = detail(&mut register, RecordKind::Organisation, one.any());
        let met = answer.related.iter().find(|related| related.kind == RecordKind::Meeting).unwrap();
        assert!(matches!(met.name, Shown::Record(RecordKind::Organisation, id, _) if id == other.any()));
        let to = |shown: &Shown| matches!(shown, Shown::Record(RecordKind::Conference, id, _) if *id == conference.1);
        assert!(met.second.iter().any(to), "{met:?}");
    }
    // What is in the trash is not offered.
    register.undo(crate::common::NOW).unwrap();
    assert!(!related(&mut register, RecordKind::Organisation, host.any()).contains(&conference));
}

#[test]
fn who_signs_for_an_organisation_and_whom_an_organisation_leads_is_seen_from_both() {
    let mut register = register();
    let cooperative = add(&mut register, organisation("HTX Gốm"));
    let director = add(&mut register, person("Trần Thị Mơ"));
    let position = Position {
        person: Some(director),
        organisation: Some(cooperative),
        title: "Giám đốc".into(),
        signs: true,
        ..Position::default()
    };
    let position = add(&mut register, position);
    let led = Village { lead_organisation: Some(cooperative), ..village("Bát Tràng") };
    let led = add(&mut register, led);
    let mut draft =
        MouDraft { mou: Mou { subject: "Thử".into(), ..Mou::default() }, ..MouDraft::default() };
    draft.parties.push(Item::from(MouParty {
        organisation: Some(cooperative),
        signer: Some(position),
        ..MouParty::default()
    }));
    let mou = run(&mut register, &Command::SaveMou(None, Box::new(draft))).id.unwrap();
    assert!(related(&mut register, RecordKind::Person, director.any()).contains(&(RecordKind::Mou, mou)));
    let found = related(&mut register, RecordKind::Organisation, cooperative.any());
    assert!(found.contains(&(RecordKind::Village, led.any())), "{found:?}");
}

fn picture(sha256: &str) -> Picture {
    Picture { sha256: sha256.into(), file_name: "ảnh.jpg".into(), width: Some(9), ..Picture::default() }
}

#[test]
fn a_person_has_pictures_which_stay_when_the_person_becomes_an_artisan() {
    let mut register = register();
    let who = add(&mut register, person("Trần Thị Mơ"));
    let first = add(&mut register, Picture { person: Some(who), ..picture("aa") });
    let artisan = add(&mut register, Artisan { person: Some(who), ..Artisan::default() });
    let shown = |register: &mut Register, kind, id| {
        let answer = detail(register, kind, id);
        let pictures = answer.pictures.iter().map(|stored| (stored.id, stored.record.is_main));
        (pictures.collect::<Vec<_>>(), answer.completeness.unwrap().missing.contains(&"pictures"))
    };
    assert_eq!(shown(&mut register, RecordKind::Artisan, artisan.any()), (vec![(first, true)], false));
    // One set for the human being: a second one is no second main picture, the same one comes once.
    let second = add(&mut register, Picture { artisan: Some(artisan), ..picture("bb") });
    run(&mut register, &Command::Add(Picture { artisan: Some(artisan), ..picture("aa") }.into()));
    let both = vec![(first, true), (second, false)];
    assert_eq!(shown(&mut register, RecordKind::Artisan, artisan.any()).0, both);
    assert_eq!(shown(&mut register, RecordKind::Person, who.any()).0, both);
    run(&mut register, &Command::Delete(RecordKind::Picture, first.any()));
    run(&mut register, &Command::Delete(RecordKind::Picture, second.any()));
    assert!(shown(&mut register, RecordKind::Artisan, artisan.any()).1, "the filter goes by it, too");
}

#[test]
fn what_is_of_one_record_alone_does_not_keep_it_from_the_trash() {
    let mut register = register();
    let place = add(&mut register, village("Bát Tràng"));
    add(&mut register, Picture { village: Some(place), ..picture("aa") });
    add(&mut register, Certificate { village: Some(place), ..Certificate::default() });
    let finding = Preservation {
        village: Some(place),
        date: so_lang_nghe::vietnamese::PartialDate::from_iso("2026"),
        ..Preservation::default()
    };
    add(&mut register, finding);
    run(&mut register, &Command::Delete(RecordKind::Village, place.any()));
    run(&mut register, &Command::Restore(RecordKind::Village, place.any()));
    let back = detail(&mut register, RecordKind::Village, place.any());
    assert_eq!((back.pictures.len(), back.related.len()), (1, 2));
}

#[test]
fn the_last_change_of_a_part_leads_to_what_it_is_seen_with() {
    let mut register = register();
    let id = conference(&mut register);
    let (at, conference) = (Some(id), (RecordKind::Conference, id.any()));
    let last = |register: &mut Register| {
        let home = Home { today: date(2026, 11, 26) }.answer(register.store_mut()).unwrap();
        let Recent { about, .. } = home.recent[0].clone();
        about.unwrap()
    };
    assert_eq!(last(&mut register), (RecordKind::Conference, conference));
    let words = "Cần vốn".to_owned();
    let said = add(&mut register, Statement { conference: at, words, ..Statement::default() });
    assert_eq!(last(&mut register), (RecordKind::Statement, conference));
    // Also when it was deleted.
    run(&mut register, &Command::Delete(RecordKind::Statement, said.any()));
    assert_eq!(last(&mut register), (RecordKind::Statement, conference));
    let maker = add(&mut register, organisation("HTX Gốm"));
    let paper = Registration { conference: at, organisation: Some(maker), ..Registration::default() };
    let paper = add(&mut register, paper);
    add(&mut register, Offer { registration: Some(paper), name: "Ấm".into(), ..Offer::default() });
    assert_eq!(last(&mut register), (RecordKind::Offer, conference));
    let draft = MouDraft { mou: Mou { subject: "Thử".into(), ..Mou::default() }, ..MouDraft::default() };
    let mou = run(&mut register, &Command::SaveMou(None, Box::new(draft))).id.unwrap();
    let task = Obligation { mou: Some(Id::from_any(mou)), task: "Gửi mẫu".into(), ..Default::default() };
    add(&mut register, task);
    assert_eq!(last(&mut register), (RecordKind::Obligation, (RecordKind::Mou, mou)));
    let who = add(&mut register, person("Trần Thị Mơ"));
    assert_eq!(last(&mut register).1, (RecordKind::Person, who.any()));
    let artisan = add(&mut register, Artisan { person: Some(who), ..Artisan::default() });
    add(&mut register, Picture { person: Some(who), ..picture("aa") });
    assert_eq!(last(&mut register), (RecordKind::Picture, (RecordKind::Artisan, artisan.any())));
}

#[test]
fn a_memorandum_and_the_one_that_amends_it_are_seen_from_both() {
    let mut register = register();
    let mut save = |mou: Mou| {
        let draft = MouDraft { mou, ..MouDraft::default() };
        run(&mut register, &Command::SaveMou(None, Box::new(draft))).id.unwrap()
    };
    let first = save(Mou { subject: "Cung ứng nón lá".into(), ..Mou::default() });
    let amends = Some(Id::from_any(first));
    let second = save(Mou { subject: "Sửa đổi giá".into(), amends, ..Mou::default() });
    let others = |register: &mut Register, id: AnyId| {
        let answer = MouDesk { id: Id::from_any(id) }.answer(register.store_mut()).unwrap();
        let mous = answer.related.iter().filter(|related| related.kind == RecordKind::Mou);
        mous.map(|related| related.id).collect::<Vec<_>>()
    };
    assert_eq!((others(&mut register, first), others(&mut register, second)), (vec![second], vec![first]));
    run(&mut register, &Command::Delete(RecordKind::Mou, second));
    assert!(others(&mut register, first).is_empty());
}

#[test]
fn a_promise_is_seen_at_its_memorandum_and_at_the_person_or_firm_that_made_it() {
    let mut register = register();
    let draft = MouDraft { mou: Mou { subject: "Thử".into(), ..Mou::default() }, ..MouDraft::default() };
    let mou = run(&mut register, &Command::SaveMou(None, Box::new(draft))).id.unwrap();
    let who = add(&mut register, person("Trần Thị Mơ"));
    let artisan = add(&mut register, Artisan { person: Some(who), ..Artisan::default() });
    let firm = add(&mut register, organisation("HTX Gốm"));
    let promise = |task: &str| Obligation {
        mou: Some(Id::from_any(mou)),
        task: task.into(),
        due: Some(date(2026, 12, 1)),
        ..Obligation::default()
    };
    let own = add(&mut register, Obligation { person: Some(who), ..promise("Gửi mẫu") });
    let of_firm = add(&mut register, Obligation { organisation: Some(firm), ..promise("Báo giá") });
    let at_mou = MouDesk { id: Id::from_any(mou) }.answer(register.store_mut()).unwrap().related;
    let by = |task: AnyId| at_mou.iter().find(|related| related.id == task).unwrap().second[1].clone();
    let names = [by(own.any()), by(of_firm.any())];
    assert!(matches!(&names[0], Shown::Record(RecordKind::Person, id, _) if *id == who.any()), "{names:?}");
    assert!(matches!(&names[1], Shown::Record(RecordKind::Organisation, id, _) if *id == firm.any()));
    for (kind, id, task) in [
        (RecordKind::Person, who.any(), own.any()),
        (RecordKind::Artisan, artisan.any(), own.any()),
        (RecordKind::Organisation, firm.any(), of_firm.any()),
    ] {
        let answer = detail(&mut register, kind, id);
        let found = answer.related.iter().find(|related| related.id == task).unwrap();
        assert_eq!(found.due, Some(date(2026, 12, 1)));
        assert!(matches!(found.second[1], Shown::Record(RecordKind::Mou, of, _) if of == mou));
        assert_eq!(answer.related.iter().filter(|one| one.kind == RecordKind::Obligation).count(), 1);
    }
    run(&mut register, &Command::Delete(RecordKind::Mou, mou));
    assert!(
        detail(&mut register, RecordKind::Person, who.any()).related.iter().all(|one| one.id != own.any())
    );
}
