//! Registration forms: handed in, corrected, taken over into the register, deleted.

use jiff::civil::date;
use so_lang_nghe::domain::{
    Answer, Arrangement, Booth, CodeSet, ConsentPurpose, Id, Item, Meal, Offer, Organisation,
    OrganisationKind, Person, PhoneNumber, PhoneNumbers, Position, Product, RecordKind, Registration,
};
use so_lang_nghe::ops::{
    BoothAct, Command, ConferenceAct, Delegate, FormConfirmation, FormSheet, Over, Picked, Query as _,
    Register, RegistrationAct, RegistrationForm, Registrations,
};

use crate::common::{NOW, add, dump, organisation, person, register, run};
use crate::guests::{book, conference, guest, invite};

fn delegate(person: Picked<Person>, title: &str) -> Delegate {
    Delegate { person, title: title.into(), phones: PhoneNumbers::default(), email: String::new() }
}

#[test]
fn a_registration_form_is_saved_at_once_and_taken_over_into_the_register() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let known = add(&mut register, person("Vũ Văn Biết"));
    invite(&mut register, meeting, &[known]);
    let before = dump(&register.store().rows());
    let offer = |name: &str, wholesale| Offer {
        name: name.into(),
        unit: "chiếc".into(),
        wholesale,
        ..Offer::default()
    };
    let form = RegistrationForm {
        form: None,
        conference: meeting,
        organisation: Picked::New(Box::new(Organisation {
            markets: "Hà Nội".into(),
            ..organisation("HTX Mây tre Phú Vinh")
        })),
        delegates: vec![
            delegate(Picked::New(Box::new(person("Trần Thị Mới"))), "Giám đốc"),
            delegate(Picked::Known(known), "Kế toán"),
        ],
        registration: Registration {
            received_on: Some(date(2026, 11, 20)),
            forms: CodeSet::of(["booth", "b2b"]),
            wants: "Nguồn song mây".into(),
            markets: "Nhật Bản".into(),
            consents: CodeSet::of(["organise", "listed"]),
            ..Registration::default()
        },
        offers: vec![offer("Giỏ mây", Some(85_000)).into(), offer("Khay tre", None).into()],
    };
    let save = RegistrationAct::Save(Box::new(form));
    let saved = run(&mut register, &Command::AtConference(ConferenceAct::Registration(save))).id.unwrap();
    let forms = Registrations { conference: meeting }.answer(register.store_mut()).unwrap();
    assert_eq!((forms.len(), forms[0].offers.len()), (1, 2));
    let new = guest(&mut register, meeting, "Trần Thị Mới");
    assert_eq!(new.record.code, "HN-0002");
    assert!(new.record.consent && new.record.answer == Answer::Coming);
    let old = guest(&mut register, meeting, "Vũ Văn Biết");
    assert_eq!((old.record.code.as_str(), old.record.title.as_str()), ("HN-0001", "Kế toán"));
    assert_eq!(old.record.forms, CodeSet::of(["booth", "b2b"]));
    assert_eq!(register.store().rows().all::<Position>().unwrap().len(), 2);

    // Taking over: what stands there is kept unless it is said otherwise.
    let form = Id::from_any(saved);
    let told = FormConfirmation { form }.answer(register.store_mut()).unwrap();
    let offers: Vec<_> = told.offers.iter().map(|offer| (offer.name.as_str(), offer.known)).collect();
    assert_eq!(offers, [("Giỏ mây", false), ("Khay tre", false)]);
    let columns: Vec<_> = told.wants.iter().map(|want| (want.column, want.fills())).collect();
    assert_eq!(columns, [("seeks", true), ("markets", false)]);
    let kept = dump(&register.store().rows());
    let confirm = |register: &mut Register, over: &[&'static str]| {
        let over = Over { organisation: over.iter().copied().collect(), ..Over::default() };
        let act = RegistrationAct::Confirm(form, over);
        run(register, &Command::AtConference(ConferenceAct::Registration(act)));
        let buyer = register.store().rows().all::<Organisation>().unwrap().remove(0).record;
        (buyer.seeks, buyer.markets)
    };
    assert_eq!(confirm(&mut register, &[]), ("Nguồn song mây".to_owned(), "Hà Nội".to_owned()));
    let products = register.store().rows().all::<Product>().unwrap();
    assert_eq!(products.len(), 2);
    assert_eq!(products[0].record.wholesale_from, Some(85_000));
    let offers = register.store().rows().all::<Offer>().unwrap();
    assert!(offers.iter().all(|offer| offer.record.product.is_some()));
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), kept);
    assert!(
        register.store().rows().all::<Offer>().unwrap().iter().all(|offer| offer.record.product.is_none())
    );
    assert_eq!(confirm(&mut register, &["markets"]).1, "Nhật Bản");
    assert_eq!(register.store().rows().all::<Product>().unwrap().len(), 2);
    register.undo(NOW).unwrap();
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), before, "everything of the form is one step");
}

fn phones(digits: &[&str]) -> PhoneNumbers {
    let number = |digits: &&str| PhoneNumber { digits: (*digits).to_owned(), zalo: false };
    PhoneNumbers(digits.iter().map(number).collect())
}

fn handed_in(register: &mut Register, form: &RegistrationForm) -> Id<Registration> {
    let act = ConferenceAct::Registration(RegistrationAct::Save(Box::new(form.clone())));
    Id::from_any(run(register, &Command::AtConference(act)).id.unwrap())
}

fn taken_over(register: &mut Register, form: Id<Registration>, over: Over) {
    let act = ConferenceAct::Registration(RegistrationAct::Confirm(form, over));
    run(register, &Command::AtConference(act));
}

/// What the register holds of the only organisation of this name.
fn firm(register: &Register, name: &str) -> Organisation {
    let firms = register.store().rows().all::<Organisation>().unwrap();
    firms.into_iter().find(|firm| firm.record.name == name).unwrap().record
}

#[test]
fn a_new_organisation_gets_all_of_part_a_and_a_known_one_what_is_agreed_to() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let stated = |tax_code: &str| Registration {
        kind: OrganisationKind::Cooperative,
        tax_code: tax_code.into(),
        street: "Thôn Phú Vinh".into(),
        phones: phones(&["0912345678"]),
        website: "phuvinh.vn".into(),
        representative: "Bà Trần Thị Mới".into(),
        representative_title: "Giám đốc".into(),
        representative_phones: phones(&["0987654321"]),
        ..Registration::default()
    };
    let mut form = RegistrationForm {
        form: None,
        conference: meeting,
        organisation: Picked::New(Box::new(organisation("HTX Phú Vinh"))),
        // Who represents it comes along: one person.
        delegates: vec![delegate(Picked::New(Box::new(person("Trần Thị Mới"))), "")],
        registration: stated("0100109106"),
        offers: Vec::new(),
    };
    let id = handed_in(&mut register, &form);
    let made = firm(&register, "HTX Phú Vinh");
    assert_eq!((made.kind, made.tax_code.as_str()), (OrganisationKind::Cooperative, "0100109106"));
    assert_eq!((made.phones, made.website), (phones(&["0912345678"]), "phuvinh.vn".to_owned()));
    let persons = register.store().rows().all::<Person>().unwrap();
    assert_eq!(persons.len(), 1);
    assert_eq!(persons[0].record.phones, phones(&["0987654321"]));
    let positions = register.store().rows().all::<Position>().unwrap();
    assert_eq!((positions.len(), positions[0].record.title.as_str()), (1, "Giám đốc"));
    let told = FormConfirmation { form: id }.answer(register.store_mut()).unwrap();
    assert_eq!(told.wants, [], "all of it stands in the register");

    // Corrected: now it is known, and what differs is proposed.
    let firms = register.store().rows().all::<Organisation>().unwrap();
    form.form = Some(id);
    form.organisation = Picked::Known(firms[0].id);
    form.delegates = vec![delegate(Picked::Known(persons[0].id), "")];
    form.registration = Registration {
        email: "htx@phuvinh.vn".into(),
        phones: phones(&["0912345678", "02433831234"]),
        representative_title: "Chủ tịch HĐQT".into(),
        ..stated("0100109107")
    };
    handed_in(&mut register, &form);
    assert_eq!(firm(&register, "HTX Phú Vinh").tax_code, "0100109106");
    let told = FormConfirmation { form: id }.answer(register.store_mut()).unwrap();
    let columns: Vec<_> = told.wants.iter().map(|want| (want.column, want.fills())).collect();
    let expected = [("tax_code", false), ("phones", false), ("email", true), ("representative_title", false)];
    assert_eq!(columns, expected);
    let before = dump(&register.store().rows());
    taken_over(&mut register, id, Over::default());
    let kept = firm(&register, "HTX Phú Vinh");
    assert_eq!((kept.tax_code.as_str(), kept.email.as_str()), ("0100109106", "htx@phuvinh.vn"));
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), before);
    let over = ["tax_code", "phones", "representative_title"].into();
    taken_over(&mut register, id, Over { organisation: over, ..Over::default() });
    let changed = firm(&register, "HTX Phú Vinh");
    assert_eq!(changed.tax_code, "0100109107");
    assert_eq!(changed.phones, phones(&["0912345678", "02433831234"]));
    assert_eq!(register.store().rows().all::<Position>().unwrap()[0].record.title, "Chủ tịch HĐQT");
}

#[test]
fn a_form_is_corrected_in_one_step_and_goes_to_the_trash_with_what_it_offers() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let htx = add(&mut register, organisation("HTX Phú Vinh"));
    let [one, two] = ["Bùi Thị Một", "Bùi Văn Hai"].map(|name| add(&mut register, person(name)));
    let offer = |name: &str| Offer { name: name.into(), ..Offer::default() };
    let mut form = RegistrationForm {
        form: None,
        conference: meeting,
        organisation: Picked::Known(htx),
        delegates: vec![delegate(Picked::Known(one), "Giám đốc"), delegate(Picked::Known(two), "Kế toán")],
        registration: Registration {
            forms: CodeSet::of(["attend", "booth"]),
            consents: CodeSet::of(["listed", "pictures"]),
            arranged: CodeSet::of(["vegetarian", "power"]),
            booths: Some(2),
            ..Registration::default()
        },
        offers: vec![offer("Giỏ mây").into(), offer("Khay tre").into()],
    };
    let id = handed_in(&mut register, &form);
    form.form = Some(id);
    taken_over(&mut register, id, Over::default());
    let is_confirmed =
        |register: &Register| register.store().rows().get::<Registration>(id).unwrap().record.confirmed;
    assert!(is_confirmed(&register));
    let told = |register: &mut Register| FormSheet { form: id }.answer(register.store_mut()).unwrap();
    let sheet = told(&mut register);
    assert_eq!((sheet.offers.len(), sheet.delegates.len()), (2, 2));
    // Saved as it is, nothing changes: it stays taken over.
    form.offers = sheet
        .offers
        .iter()
        .map(|stored| Item { id: Some(stored.id), record: stored.record.clone() })
        .collect();
    let before = dump(&register.store().rows());
    handed_in(&mut register, &form);
    assert_eq!(dump(&register.store().rows()), before);

    // One does not come, nobody is photographed or has a booth, one product less and another name.
    form.delegates = vec![Delegate {
        phones: phones(&["0912345678"]),
        email: "mot@phuvinh.vn".into(),
        ..delegate(Picked::Known(one), "Chủ tịch")
    }];
    form.registration.consents = CodeSet::of(["listed", "invite"]);
    form.registration.forms = CodeSet::of(["attend"]);
    form.offers.pop();
    form.offers[0].record.capacity_per_month = Some(400);
    form.offers.push(offer("Mâm tre").into());
    handed_in(&mut register, &form);
    assert!(!is_confirmed(&register), "something else stands in it now");
    let sheet = told(&mut register);
    let names: Vec<_> = sheet.offers.iter().map(|stored| stored.record.name.as_str()).collect();
    assert_eq!(names, ["Giỏ mây", "Mâm tre"]);
    assert_eq!(sheet.delegates.len(), 1);
    assert_eq!(sheet.delegates[0].0.record.phones, phones(&["0912345678"]));
    let first = guest(&mut register, meeting, "Bùi Thị Một").record;
    assert_eq!((first.title.as_str(), &first.forms), ("Chủ tịch", &CodeSet::of(["attend"])));
    assert!(first.agreed(ConsentPurpose::Listed) && first.agreed(ConsentPurpose::Invite));
    assert!(!first.agreed(ConsentPurpose::Pictures));
    assert_eq!(first.meal, Meal::Vegetarian);
    let off = guest(&mut register, meeting, "Bùi Văn Hai").record;
    assert_eq!((off.registration, off.answer), (None, Answer::Coming), "who is taken off stays a guest");
    let corrected = dump(&register.store().rows());
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), before, "one step");
    register.redo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), corrected);

    // A product nobody else holds can go once the form is in the trash.
    let products = register.store().rows().all::<Product>().unwrap();
    let delete = |kind, id| Command::Delete(kind, id);
    let product = delete(RecordKind::Product, products[0].id.any());
    assert!(register.run(&product, NOW).is_err());
    run(&mut register, &delete(RecordKind::Registration, id.any()));
    assert!(Registrations { conference: meeting }.answer(register.store_mut()).unwrap().is_empty());
    assert_eq!(book(&mut register, meeting).guests.len(), 2);
    run(&mut register, &product);
    register.undo(NOW).unwrap();
    run(&mut register, &Command::Restore(RecordKind::Registration, id.any()));
    let sheet = told(&mut register);
    assert_eq!((sheet.offers.len(), sheet.delegates.len()), (2, 1), "it comes back with all that is in it");
}

#[test]
fn what_an_offer_says_of_a_known_product_is_taken_over_where_it_is_wanted() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let htx = add(&mut register, organisation("HTX Phú Vinh"));
    let basket = add(
        &mut register,
        Product {
            name: "Giỏ mây".into(),
            organisation: Some(htx),
            capacity_per_month: Some(100),
            note: "Hàng mùa vụ".into(),
            ..Product::default()
        },
    );
    let offer = Offer {
        name: "giỏ mây".into(),
        capacity_per_month: Some(400),
        minimum_order: Some(20),
        wholesale: Some(85_000),
        certificates: "OCOP 4 sao".into(),
        ..Offer::default()
    };
    let form = RegistrationForm {
        form: None,
        conference: meeting,
        organisation: Picked::Known(htx),
        delegates: Vec::new(),
        registration: Registration::default(),
        offers: vec![offer.into()],
    };
    let id = handed_in(&mut register, &form);
    let told = FormConfirmation { form: id }.answer(register.store_mut()).unwrap();
    let offered = &told.offers[0];
    assert!(offered.known);
    let columns: Vec<_> = offered.wants.iter().map(|want| (want.column, want.fills())).collect();
    let expected =
        [("capacity_per_month", false), ("minimum_order", true), ("wholesale_from", true), ("note", false)];
    assert_eq!(columns, expected);
    let product = |register: &Register| register.store().rows().get::<Product>(basket).unwrap().record;
    let offer = offered.offer;
    taken_over(&mut register, id, Over::default());
    let filled = product(&register);
    assert_eq!((filled.capacity_per_month, filled.minimum_order), (Some(100), Some(20)));
    assert_eq!((filled.wholesale_from, filled.note.as_str()), (Some(85_000), "Hàng mùa vụ"));
    register.undo(NOW).unwrap();
    let over = [(offer, "capacity_per_month"), (offer, "note")].into();
    taken_over(&mut register, id, Over { products: over, ..Over::default() });
    let changed = product(&register);
    assert_eq!(changed.capacity_per_month, Some(400));
    assert_eq!(changed.note, "Hàng mùa vụ\nOCOP 4 sao");
    assert_eq!(register.store().rows().all::<Product>().unwrap().len(), 1);
}

#[test]
fn a_form_without_a_name_of_the_organisation_changes_nothing() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let before = dump(&register.store().rows());
    let form = RegistrationForm {
        form: None,
        conference: meeting,
        organisation: Picked::New(Box::default()),
        delegates: Vec::new(),
        registration: Registration::default(),
        offers: Vec::new(),
    };
    let act = ConferenceAct::Registration(RegistrationAct::Save(Box::new(form)));
    assert!(register.run(&Command::AtConference(act), NOW).is_err());
    assert_eq!(dump(&register.store().rows()), before);
}

#[test]
fn a_form_gets_as_many_booths_as_it_asks_for_and_says_what_its_guests_need() {
    let mut register = register();
    let meeting = conference(&mut register, "HN");
    let htx = add(&mut register, organisation("HTX Phú Vinh"));
    let one = add(&mut register, person("Bùi Thị Một"));
    let form = RegistrationForm {
        form: None,
        conference: meeting,
        organisation: Picked::Known(htx),
        delegates: vec![delegate(Picked::Known(one), "Giám đốc")],
        registration: Registration {
            forms: CodeSet::of(["booth"]),
            booths: Some(2),
            arranged: CodeSet::of(["power", "pick_up", "rooms"]),
            rooms: Some(1),
            ..Registration::default()
        },
        offers: Vec::new(),
    };
    handed_in(&mut register, &form);
    run(&mut register, &Command::AtConference(ConferenceAct::Booths(BoothAct::Register(meeting))));
    let booths = register.store().rows().all::<Booth>().unwrap();
    assert_eq!(booths.len(), 2);
    assert!(booths.iter().all(|booth| booth.record.needs == CodeSet::of(["power"])));
    let book = book(&mut register, meeting);
    let guest = &book.guests[0];
    assert_eq!(book.asks(guest, Arrangement::Rooms).unwrap().rooms, Some(1));
    assert!(book.asks(guest, Arrangement::PickUp).is_some());
    assert!(book.asks(guest, Arrangement::Lunch).is_none());
}
