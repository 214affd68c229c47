//! The questions screens ask, and the commands that are there for forms.

use std::collections::{BTreeMap, BTreeSet};

use so_lang_nghe::domain::{Artisan, Organisation, Person, Position, RecordKind, Village};
use so_lang_nghe::ops::{
    Command, Detail, Find, History, Home, List, Page, Query as _, Register, Shown, SortBy, Trash,
};
use so_lang_nghe::problem::Severity;

use crate::common::{NOW, add, dump, register, run};

fn village(name: &str, households: Option<i64>, trades: &[&str]) -> Village {
    Village {
        name: name.to_owned(),
        craft_households: households,
        trades: so_lang_nghe::domain::CodeSet::of(trades.iter().copied()),
        ..Village::default()
    }
}

fn villages() -> Register {
    let mut register = register();
    add(&mut register, village("Vạn Phúc", Some(262), &["det-lua-tho-cam"]));
    add(&mut register, village("Bát Tràng", Some(968), &["gom-su"]));
    add(&mut register, village("Đa Sỹ", None, &["ren"]));
    add(&mut register, village("Phù Lãng", Some(262), &["gom-su", "ren"]));
    register
}

fn names(register: &mut Register, list: &List) -> Vec<String> {
    let listed = list.answer(register.store_mut()).unwrap();
    let page = Page { kind: list.kind, rows: listed.rows };
    page.answer(register.store_mut()).unwrap().into_iter().map(|line| line.name).collect()
}

#[test]
fn a_list_is_in_vietnamese_order_and_sorted_by_several_columns_with_the_unknown_last() {
    let mut register = villages();
    let mut list = List::of(RecordKind::Village);
    assert_eq!(names(&mut register, &list), ["Bát Tràng", "Đa Sỹ", "Phù Lãng", "Vạn Phúc"]);
    list.order = vec![SortBy { column: "craft_households", descending: false }];
    assert_eq!(names(&mut register, &list), ["Phù Lãng", "Vạn Phúc", "Bát Tràng", "Đa Sỹ"]);
    list.order = vec![
        SortBy { column: "craft_households", descending: true },
        SortBy { column: "name", descending: true },
    ];
    assert_eq!(names(&mut register, &list), ["Bát Tràng", "Phù Lãng", "Vạn Phúc", "Đa Sỹ"]);
}

#[test]
fn filters_count_what_each_code_would_leave_given_the_others() {
    let mut register = villages();
    let mut list = List::of(RecordKind::Village);
    list.filters = BTreeMap::from([("trades", BTreeSet::from(["gom-su".to_owned()]))]);
    assert_eq!(names(&mut register, &list), ["Bát Tràng", "Phù Lãng"]);
    let listed = list.answer(register.store_mut()).unwrap();
    assert_eq!(listed.all, 4);
    let facet = |column: &str| &listed.facets.iter().find(|(name, _)| *name == column).unwrap().1;
    // Of its own column a filter still tells what the other codes would give.
    assert_eq!(facet("trades")[0], ("gom-su".to_owned(), 2));
    assert!(facet("trades").contains(&("ren".to_owned(), 2)));
    assert_eq!(facet("recognition")[0], ("none".to_owned(), 2));
    list.text = "phu lang".to_owned();
    assert_eq!(names(&mut register, &list), ["Phù Lãng"]);
}

#[test]
fn a_person_and_what_the_person_is_are_one_operation() {
    let mut register = register();
    let before = dump(&register.store().rows());
    let command = Command::SavePerson {
        person: None,
        details: Box::new(Person { full_name: "Nguyễn Thị Hường".to_owned(), ..Person::default() }),
        role: None,
        held: Artisan { craft: "Thêu".to_owned(), ..Artisan::default() }.into(),
    };
    let outcome = run(&mut register, &command);
    let artisans = register.store().rows().all::<Artisan>().unwrap();
    assert_eq!(Some(artisans[0].id.any()), outcome.id);
    assert!(artisans[0].record.person.is_some());
    let after = dump(&register.store().rows());
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), before);
    register.redo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), after);
    // Changing both is one operation, too.
    let (id, person) = (artisans[0].id, artisans[0].record.person.unwrap());
    let change = Command::SavePerson {
        person: Some(person),
        details: Box::new(Person {
            full_name: "Nguyễn Thị Minh Hường".to_owned(), ..Person::default()
        }),
        role: Some(id.any()),
        held: Artisan { craft: "Thêu ren".to_owned(), ..Artisan::default() }.into(),
    };
    run(&mut register, &change);
    register.undo(NOW).unwrap();
    assert_eq!(dump(&register.store().rows()), after);
}

#[test]
fn an_artisan_added_while_the_person_is_renamed_stands_under_the_new_name() {
    let mut register = register();
    let save = |person, name: &str, craft: &str| Command::SavePerson {
        person,
        details: Box::new(Person { full_name: name.to_owned(), ..Person::default() }),
        role: None,
        held: Artisan { craft: craft.to_owned(), ..Artisan::default() }.into(),
    };
    run(&mut register, &save(None, "Trần Văn Minh", "Gốm"));
    run(&mut register, &save(None, "Nguyễn Thị Bình", "Thêu"));
    let artisans = register.store().rows().all::<Artisan>().unwrap();
    let person = artisans.iter().find(|stored| stored.record.craft == "Thêu").unwrap().record.person;
    run(&mut register, &save(person, "Nguyễn Thị Yến", "Dệt"));
    let list = List::of(RecordKind::Artisan);
    assert_eq!(names(&mut register, &list), ["Trần Văn Minh", "Nguyễn Thị Yến", "Nguyễn Thị Yến"]);
}

#[test]
fn a_person_without_a_name_or_a_position_without_an_organisation_is_refused_whole() {
    let mut register = register();
    let before = dump(&register.store().rows());
    let held = Position { title: "Giám đốc".to_owned(), ..Position::default() };
    let details = Box::new(Person::default());
    let command = Command::SavePerson { person: None, details, role: None, held: held.into() };
    let error = register.run(&command, NOW).unwrap_err();
    let so_lang_nghe::error::ErrorKind::Invalid(problems) = error.kind() else { panic!("{error:?}") };
    let fields: Vec<_> = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(fields, ["full_name", "organisation"]);
    assert_eq!(dump(&register.store().rows()), before);
}

#[test]
fn one_change_far_back_is_taken_back_where_it_still_stands() {
    let mut register = register();
    let id = add(&mut register, village("Bát Tràng", Some(900), &["gom-su"]));
    let change = |register: &mut Register, village: Village| {
        run(register, &Command::Change(id.any(), village.into())).changed.operation
    };
    let founder = "Hứa Vĩnh Kiều".to_owned();
    let with_founder = Village { founder, ..village("Bát Tràng", Some(968), &["gom-su"]) };
    let operation = change(&mut register, with_founder.clone());
    change(&mut register, Village { founder: "Trần Ngọc Lâm".to_owned(), ..with_founder });
    let label = so_lang_nghe::i18n::message("operation-unknown");
    let taken = register.take_back_earlier(operation, label, NOW).unwrap();
    let now = register.store().rows().get(id).unwrap().record;
    assert_eq!(now.craft_households, Some(900), "taken back");
    assert_eq!(now.founder, "Trần Ngọc Lâm", "somebody wrote over it since");
    assert_eq!(taken.kept.len(), 1);
    let lines = History { of: vec![id.any()] }.answer(register.store_mut()).unwrap();
    assert_eq!(lines.len(), 4);
    assert!(lines.last().unwrap().entry.created, "newest first");
}

#[test]
fn a_record_shows_what_belongs_to_it_and_the_trash_what_was_deleted() {
    let mut register = villages();
    let house = Organisation { name: "HTX Gốm".to_owned(), ..Organisation::default() };
    let house = add(&mut register, house);
    let bat_trang = register.store().rows().all::<Village>().unwrap()[1].id;
    let linked =
        Organisation { village: Some(bat_trang), name: "HTX Gốm".to_owned(), ..Organisation::default() };
    run(&mut register, &Command::Change(house.any(), linked.into()));
    let detail = Detail { kind: RecordKind::Village, id: bat_trang.any() };
    let answer = detail.answer(register.store_mut()).unwrap();
    assert_eq!(answer.related[0].name, Shown::Text("HTX Gốm".to_owned()));
    assert!(answer.facts.iter().all(|fact| fact.value != Shown::Empty));
    run(&mut register, &Command::Delete(RecordKind::Organisation, house.any()));
    let trash = Trash { since: NOW - Trash::KEPT }.answer(register.store_mut()).unwrap();
    // After thirty days it empties itself.
    assert!(Trash { since: NOW + 1 }.answer(register.store_mut()).unwrap().is_empty());
    assert_eq!((trash.len(), trash[0].name.as_str()), (1, "HTX Gốm"));
    let found = Find { text: "htx gom".to_owned(), kinds: Vec::new(), limit: 5 };
    assert!(found.answer(register.store_mut()).unwrap().is_empty());
    let today = jiff::civil::date(2026, 11, 26);
    let home = Home { today }.answer(register.store_mut()).unwrap();
    assert!(home.counts.contains(&(RecordKind::Village, 4)));
    assert!(home.reminders.is_empty() && home.conference.is_none());
    assert!(!home.recent.is_empty());
}

#[test]
fn taking_the_same_change_back_twice_leaves_the_others_to_undo() {
    let mut register = register();
    let id = add(&mut register, village("Bát Tràng", None, &[]));
    let named = |name: &str, households| Command::Change(id.any(), village(name, households, &[]).into());
    let earlier = run(&mut register, &named("Bát Tràng cổ", None)).changed.operation;
    run(&mut register, &named("Bát Tràng cổ", Some(900)));
    for _ in 0..2 {
        let label = so_lang_nghe::i18n::message("operation-unknown");
        register.take_back_earlier(earlier, label, NOW).unwrap();
    }
    register.undo(NOW).unwrap();
    let stored = register.store().rows().get(id).unwrap().record;
    assert_eq!((stored.name.as_str(), stored.craft_households), ("Bát Tràng", None));
}

#[test]
fn one_field_of_an_earlier_change_is_taken_back_and_the_rest_stays() {
    let mut register = register();
    let id = add(&mut register, village("Bát Tràng", Some(968), &["gom-su"]));
    let changed = Village { note: "mới".into(), ..village("Bát Tràng mới", Some(970), &["gom-su"]) };
    run(&mut register, &Command::Change(id.any(), changed.clone().into()));
    let history = History { of: vec![id.any()] }.answer(register.store_mut()).unwrap();
    let number = history[0].entry.operation.number;
    let label = so_lang_nghe::i18n::message("operation-field-back").with("field", "x");
    let taken = register.take_back_field(number, id.any(), "craft_households", label.clone(), NOW).unwrap();
    assert!(taken.kept.is_empty());
    let now = register.store().rows().get(id).unwrap().record;
    assert_eq!(now, Village { craft_households: Some(968), ..changed.clone() });
    // Like any other change it can be undone.
    register.undo(NOW).unwrap();
    assert_eq!(register.store().rows().get(id).unwrap().record, changed);
    // What was changed since stays, and is told.
    run(&mut register, &Command::Change(id.any(), Village { note: "mới nữa".into(), ..changed }.into()));
    let taken = register.take_back_field(number, id.any(), "note", label, NOW).unwrap();
    assert_eq!(taken.kept.len(), 1);
    assert_eq!(register.store().rows().get(id).unwrap().record.note, "mới nữa");
}

#[test]
fn a_person_who_is_an_artisan_is_found_where_a_person_is_asked_for() {
    let mut register = register();
    let person = add(&mut register, Person { full_name: "Nguyễn Văn Một".into(), ..Person::default() });
    add(&mut register, Artisan { person: Some(person), ..Artisan::default() });
    let find = Find { text: "nguyen van mot".into(), kinds: vec![RecordKind::Person], limit: 5 };
    let hits = find.answer(register.store_mut()).unwrap();
    assert_eq!((hits.len(), hits[0].kind, hits[0].id), (1, RecordKind::Person, person.any()));
}
