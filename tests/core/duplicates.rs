//! Records that may be the same, and two that become one.

use so_lang_nghe::domain::{
    AnyId, Artisan, Certificate, Id, Organisation, Participation, Person, PhoneNumber, PhoneNumbers,
    Position, Product, RecordKind, Village,
};
use so_lang_nghe::ops::{AlikeTo, AnyRecord, Command, Duplicates, Query as _, Register};
use so_lang_nghe::places::CommuneCode;
use so_lang_nghe::vietnamese::PartialDate;

use crate::common::{NOW, add, dump, register, run};

fn phone(digits: &str) -> PhoneNumbers {
    PhoneNumbers(vec![PhoneNumber { digits: digits.into(), zalo: false }])
}

fn born(name: &str, year: &str) -> Person {
    Person { full_name: name.into(), birth: PartialDate::from_iso(year), ..Person::default() }
}

fn pairs(register: &mut Register, kind: RecordKind) -> Vec<(String, String)> {
    let found = Duplicates { kind }.answer(register.store_mut()).unwrap();
    found.into_iter().map(|pair| (pair.first_name, pair.second_name)).collect()
}

fn pair(one: &str, two: &str) -> (String, String) {
    (one.to_owned(), two.to_owned())
}

#[test]
fn people_are_the_same_by_name_telephone_and_year_and_others_are_not() {
    let mut register = register();
    add(&mut register, Person { phones: phone("01223456789"), ..born("Nguyễn Thị Hường", "1971") });
    // The same number in its form of today, without tones.
    add(&mut register, Person { phones: phone("0773456789"), ..born("Nguyen Thi Huong", "1971-03-02") });
    add(&mut register, born("Nguyễn Thị Hường", "1990"));
    add(&mut register, born("Nguyễn Thị Hương", "1971"));
    add(&mut register, born("Trần Văn Bình", "1960"));
    add(&mut register, born("Bình Trần Văn", "1960"));
    let found = pairs(&mut register, RecordKind::Person);
    assert_eq!(
        found,
        [
            pair("Nguyễn Thị Hường", "Nguyen Thi Huong"),
            pair("Nguyen Thi Huong", "Nguyễn Thị Hương"),
            pair("Trần Văn Bình", "Bình Trần Văn")
        ]
    );
}

#[test]
fn firms_are_the_same_by_tax_code_and_places_count_before_and_after_2025() {
    let mut register = register();
    let firm = |name: &str, code: &str| Organisation {
        name: name.into(),
        tax_code: code.into(),
        ..Organisation::default()
    };
    add(&mut register, firm("Công ty TNHH Gốm Chu Đậu", "0100109106"));
    add(&mut register, firm("Gốm Chu Đậu, công ty trách nhiệm hữu hạn", "0100109106"));
    add(&mut register, firm("Hợp tác xã Gốm Chu Đậu", "0100233488"));
    let found = pairs(&mut register, RecordKind::Organisation);
    assert_eq!(found, [pair("Công ty TNHH Gốm Chu Đậu", "Gốm Chu Đậu, công ty trách nhiệm hữu hạn")]);

    let bat_trang = CommuneCode::parse("00577");
    let former = so_lang_nghe::places::Places::built_in()
        .former_communes()
        .iter()
        .find(|former| Some(former.successor) == bat_trang)
        .map(|former| former.code);
    let village = |name: &str| Village { name: name.into(), ..Village::default() };
    add(&mut register, Village { commune: bat_trang, ..village("Làng gốm Bát Tràng") });
    add(&mut register, Village { former_commune: former, ..village("Gốm Bát Tràng") });
    let far = CommuneCode::parse("09400");
    add(&mut register, Village { commune: far, ..village("Gốm Bát Tràng") });
    let found = pairs(&mut register, RecordKind::Village);
    assert_eq!(found, [pair("Làng gốm Bát Tràng", "Gốm Bát Tràng")]);
}

#[test]
fn while_typing_the_other_record_is_found_and_an_artisan_counts_as_a_person() {
    let mut register = register();
    let person =
        add(&mut register, Person { phones: phone("0912345678"), ..born("Nguyễn Thị Minh Hường", "1971") });
    add(&mut register, Artisan { person: Some(person), ..Artisan::default() });
    let alike = |register: &mut Register, record: AnyRecord, except: Option<AnyId>| {
        AlikeTo { record, village: None, except }.answer(register.store_mut()).unwrap()
    };
    let typed = born("nguyen thi minh huong", "1971");
    let found = alike(&mut register, typed.clone().into(), None);
    assert_eq!((found.len(), found[0].id, found[0].alike.is_strong()), (1, person.any(), false), "{found:?}");
    let with_phone = Person { phones: phone("0912345678"), ..typed };
    let found = alike(&mut register, with_phone.into(), None);
    assert!(found[0].alike.is_strong() && found[0].alike.reasons.len() == 3, "{found:?}");
    // Not of itself.
    assert!(
        alike(&mut register, born("Nguyễn Thị Minh Hường", "1971").into(), Some(person.any())).is_empty()
    );
    assert!(alike(&mut register, born("Lê Văn Cường", "").into(), None).is_empty());
}

#[test]
fn merging_moves_everything_that_refers_to_the_lost_record_and_undo_parts_them() {
    let mut register = register();
    let keep = add(&mut register, Person { phones: phone("0912345678"), ..born("Nguyễn Thị Hường", "") });
    let lose = add(&mut register, born("Nguyen Thi Huong", "1971"));
    let village = add(&mut register, Village { name: "Quất Động".into(), ..Village::default() });
    let mine = add(&mut register, Artisan { person: Some(keep), craft: "Thêu".into(), ..Artisan::default() });
    let other = add(
        &mut register,
        Artisan { person: Some(lose), village: Some(village), started: Some(1986), ..Artisan::default() },
    );
    let firm = add(&mut register, Organisation { name: "HTX".into(), ..Organisation::default() });
    let position = Position {
        person: Some(lose),
        organisation: Some(firm),
        title: "Giám đốc".into(),
        ..Position::default()
    };
    let position = add(&mut register, position);
    let product =
        add(&mut register, Product { name: "Tranh".into(), artisan: Some(other), ..Product::default() });
    let title = add(&mut register, Certificate { artisan: Some(other), ..Certificate::default() });
    let before = dump(&register.store().rows());
    let chosen = Person { phones: phone("0912345678"), ..born("Nguyễn Thị Hường", "1971") };
    run(&mut register, &Command::Merge(keep.any(), lose.any(), chosen.clone().into()));
    {
        let rows = register.store().rows();
        assert_eq!(rows.get(keep).unwrap().record, chosen);
        assert_eq!(rows.is_deleted(RecordKind::Person, lose.any()).unwrap(), Some(true));
        assert_eq!(rows.get(position).unwrap().record.person, Some(keep));
        // One craft side, with what only the other knew.
        let artisan = rows.get(mine).unwrap().record;
        assert_eq!(
            (artisan.craft.as_str(), artisan.village, artisan.started),
            ("Thêu", Some(village), Some(1986))
        );
        assert_eq!(rows.is_deleted(RecordKind::Artisan, other.any()).unwrap(), Some(true));
        assert_eq!(rows.get(product).unwrap().record.artisan, Some(mine));
        assert_eq!(rows.get(title).unwrap().record.artisan, Some(mine));
    }
    let after = dump(&register.store().rows());
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), before);
    register.redo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), after);
    assert!(register.store().faults().unwrap().is_empty());
    // What is gone cannot be merged again.
    assert!(register.run(&Command::Merge(keep.any(), lose.any(), chosen.into()), NOW).is_err());
}

#[test]
fn two_that_were_found_to_be_two_are_not_asked_about_again() {
    let mut register = register();
    let one = add(&mut register, born("Lê Thị Lan", "1980"));
    let two = add(&mut register, born("Lê Thị Lan", "1980"));
    assert_eq!(pairs(&mut register, RecordKind::Person).len(), 1);
    run(&mut register, &Command::KeepApart(RecordKind::Person, two.any(), one.any()));
    assert!(pairs(&mut register, RecordKind::Person).is_empty());
    let alike =
        AlikeTo { record: born("Lê Thị Lan", "1980").into(), village: None, except: Some(one.any()) };
    assert!(alike.answer(register.store_mut()).unwrap().is_empty());
    register.undo(NOW).unwrap();
    assert_eq!(pairs(&mut register, RecordKind::Person).len(), 1);
    register.redo(NOW).unwrap();
    assert!(pairs(&mut register, RecordKind::Person).is_empty());
}

#[test]
fn a_participation_follows_the_person_who_is_kept() {
    let mut register = register();
    let keep = add(&mut register, born("A B C", ""));
    let lose = add(&mut register, born("A B C", ""));
    let guest = Participation { person: Some(lose), ..Participation::default() };
    let conference =
        add(&mut register, so_lang_nghe::domain::Conference { name: "HN".into(), ..Default::default() });
    let outcome =
        run(&mut register, &Command::Add(Participation { conference: Some(conference), ..guest }.into()));
    run(&mut register, &Command::Merge(keep.any(), lose.any(), born("A B C", "").into()));
    let id: Id<Participation> = Id::from_any(outcome.id.unwrap());
    assert_eq!(register.store().rows().get(id).unwrap().record.person, Some(keep));
}
