//! Search as people type.

use so_lang_nghe::domain::{
    Artisan, CodeSet, Organisation, Person, PhoneNumber, PhoneNumbers, RecordKind, Trade, Village,
};
use so_lang_nghe::ops::{Command, Register};
use so_lang_nghe::places::CommuneCode;
use so_lang_nghe::store::{SearchQuery, SpellingStage};

use crate::common::{NOW, add, organisation, person, register, run, village};

fn names(register: &mut Register, text: &str) -> Vec<String> {
    let hits = register.store_mut().search(SearchQuery { text, kinds: &[], limit: 10 }).unwrap();
    hits.into_iter().map(|hit| hit.name).collect()
}

fn first(register: &mut Register, text: &str) -> String {
    names(register, text).into_iter().next().unwrap_or_default()
}

fn filled() -> Register {
    let mut register = register();
    let bat_trang = Village {
        commune: CommuneCode::parse("00577"),
        former_address: "xã Bát Tràng, huyện Gia Lâm, thành phố Hà Nội".into(),
        ..village("Gốm Bát Tràng")
    };
    let bat_trang = add(&mut register, bat_trang);
    for name in ["Tranh dân gian Đông Hồ", "Mây tre đan Phú Vinh", "Rèn Đa Sỹ", "Lụa Vạn Phúc"]
    {
        add(&mut register, village(name));
    }
    for name in
        ["Nguyễn Thị Hường", "Nguyễn Thị Hương", "Trần Văn Hướng", "Nguyễn Văn An", "Vũ Hoà", "Lê Thúy"]
    {
        add(&mut register, person(name));
    }
    let potter = Person {
        phones: PhoneNumbers(vec![PhoneNumber { digits: "0900000123".into(), zalo: true }]),
        ..person("Phạm Văn Gốm")
    };
    let potter = add(&mut register, potter);
    add(
        &mut register,
        Artisan {
            person: Some(potter),
            village: Some(bat_trang),
            craft: "vuốt gốm".into(),
            ..Artisan::default()
        },
    );
    add(
        &mut register,
        Organisation {
            tax_code: "9900000016".into(), ..organisation("Hợp tác xã Kỹ nghệ Đan Hòa")
        },
    );
    register
}

#[test]
fn names_are_found_with_and_without_tones_from_the_first_letter() {
    let mut register = filled();
    for text in [
        "bat trang",
        "BAT TRANG",
        "Bát Tràng",
        "Ba\u{301}t Tra\u{300}ng",
        "gốm b",
        "gom bat trang",
        "  bát   tràng ",
    ] {
        assert_eq!(first(&mut register, text), "Gốm Bát Tràng", "{text}");
    }
    assert_eq!(first(&mut register, "dong ho"), "Tranh dân gian Đông Hồ");
    assert!(names(&mut register, "đ").contains(&"Tranh dân gian Đông Hồ".to_owned()));
    assert!(names(&mut register, "").is_empty());
    assert!(names(&mut register, " ,.;\"'*()").is_empty());
}

#[test]
fn exact_spelling_stands_before_toneless() {
    let mut register = filled();
    assert_eq!(names(&mut register, "hường"), ["Nguyễn Thị Hường", "Nguyễn Thị Hương", "Trần Văn Hướng"]);
    assert_eq!(first(&mut register, "hương"), "Nguyễn Thị Hương");
    assert_eq!(first(&mut register, "hướng"), "Trần Văn Hướng");
    assert_eq!(names(&mut register, "huong").len(), 3);
}

#[test]
fn places_of_tones_and_i_or_y_do_not_matter() {
    let mut register = filled();
    assert_eq!(first(&mut register, "vũ hòa"), "Vũ Hoà");
    assert_eq!(first(&mut register, "lê thuý"), "Lê Thúy");
    assert_eq!(first(&mut register, "rèn đa sĩ"), "Rèn Đa Sỹ");
    assert_eq!(first(&mut register, "ren da si"), "Rèn Đa Sỹ");
    assert_eq!(first(&mut register, "ki nghe dan hoa"), "Hợp tác xã Kỹ nghệ Đan Hòa");
}

#[test]
fn places_old_and_new_trades_phones_and_tax_codes_lead_to_records() {
    let mut register = filled();
    assert_eq!(first(&mut register, "gia lâm"), "Gốm Bát Tràng", "the former district");
    assert_eq!(first(&mut register, "ha noi"), "Gốm Bát Tràng");
    assert!(names(&mut register, "bat trang").contains(&"Phạm Văn Gốm".to_owned()), "through the village");
    assert_eq!(first(&mut register, "vuot gom"), "Phạm Văn Gốm");
    let weaving = Village { trades: CodeSet::of([Trade::Weaving.code()]), ..village("Mã Châu") };
    add(&mut register, weaving);
    assert_eq!(first(&mut register, "tho cam"), "Mã Châu", "the word of the trade");
    assert_eq!(first(&mut register, "0900000123"), "Phạm Văn Gốm");
    assert_eq!(first(&mut register, "09000001"), "Phạm Văn Gốm");
    assert_eq!(first(&mut register, "9900000016"), "Hợp tác xã Kỹ nghệ Đan Hòa");
}

#[test]
fn one_mistyped_letter_is_forgiven_when_nothing_else_is_found() {
    let mut register = filled();
    for text in ["bat trnag", "bat tranh", "bat trag", "bat trrang", "gom bta trang"] {
        let hits = register.store_mut().search(SearchQuery { text, kinds: &[], limit: 5 }).unwrap();
        assert_eq!(hits.first().map(|hit| hit.name.as_str()), Some("Gốm Bát Tràng"), "{text}");
        assert_eq!(hits[0].stage, SpellingStage::Corrected, "{text}");
    }
    assert_eq!(first(&mut register, "phu vihn"), "Mây tre đan Phú Vinh");
    assert!(names(&mut register, "xyzzy").is_empty());
    assert!(names(&mut register, "0900000124").is_empty(), "a wrong digit is another number");
}

#[test]
fn beginnings_of_words_are_enough() {
    let mut register = filled();
    assert_eq!(first(&mut register, "n v a"), "Nguyễn Văn An");
    assert_eq!(first(&mut register, "tr d g"), "Tranh dân gian Đông Hồ");
}

#[test]
fn a_kind_can_be_asked_for_alone_and_an_artisan_is_not_found_twice() {
    let mut register = filled();
    let query = SearchQuery { text: "gốm", kinds: &[RecordKind::Artisan], limit: 10 };
    let hits = register.store_mut().search(query).unwrap();
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].place, "Bát Tràng, Hà Nội");
    let all = names(&mut register, "phạm văn gốm");
    assert_eq!(all.iter().filter(|name| *name == "Phạm Văn Gốm").count(), 1);
}

#[test]
fn the_index_follows_every_change_undo_and_redo() {
    let mut register = filled();
    let id = register.store().rows().all::<Village>().unwrap()[0].id;
    let renamed = Village { commune: CommuneCode::parse("09400"), ..village("Gốm Kim Lan") };
    run(&mut register, &Command::Change(id.any(), renamed.into()));
    assert!(names(&mut register, "bat trang").is_empty(), "neither the village nor its artisan");
    assert_eq!(names(&mut register, "kim lan"), ["Gốm Kim Lan", "Phạm Văn Gốm"]);
    register.undo(NOW).unwrap();
    assert_eq!(first(&mut register, "bat trang"), "Gốm Bát Tràng");
    assert!(names(&mut register, "kim lan").is_empty());
    register.redo(NOW).unwrap();
    assert_eq!(first(&mut register, "kim lan"), "Gốm Kim Lan");
    let artisan = register.store().rows().all::<Artisan>().unwrap()[0].id;
    run(&mut register, &Command::Delete(RecordKind::Artisan, artisan.any()));
    assert_eq!(
        names(&mut register, "kim lan"),
        ["Gốm Kim Lan"],
        "the person is no artisan of that village any more"
    );
    assert_eq!(first(&mut register, "phạm văn gốm"), "Phạm Văn Gốm", "but still a person");
}

#[test]
fn every_prefix_of_a_name_finds_it() {
    let mut register = filled();
    for text in ["tranh dân gian đông hồ", "mây tre đan phú vinh", "nguyễn thị hường"] {
        let letters: Vec<char> = text.chars().collect();
        for length in 1..=letters.len() {
            let typed: String = letters[..length].iter().collect();
            let found = names(&mut register, &typed);
            assert!(found.iter().any(|name| name.to_lowercase() == text), "{typed}: {found:?}");
        }
    }
}

#[test]
fn the_order_of_names_is_vietnamese_by_given_name_and_without_the_kind_of_firm() {
    let mut register = register();
    for name in ["Trần Văn Ẩn", "Đỗ Thị Dung", "Bùi Thị Đào", "Nguyễn Văn An", "Lê Thị Ánh", "Y Blơng Niê"]
    {
        let sort_name = if name.starts_with('Y') { "Blơng Y Niê".into() } else { String::new() };
        add(&mut register, Person { sort_name, ..person(name) });
    }
    let rows = register.store().rows();
    let order = rows.in_order(RecordKind::Person).unwrap();
    let order: Vec<_> =
        order.iter().map(|row| rows.at_row::<Person>(*row).unwrap().unwrap().record.full_name).collect();
    assert_eq!(
        order,
        ["Nguyễn Văn An", "Lê Thị Ánh", "Trần Văn Ẩn", "Y Blơng Niê", "Đỗ Thị Dung", "Bùi Thị Đào"]
    );
    for name in ["Công ty TNHH Ba Mùa", "HTX An Khê", "Hợp tác xã Đan Hòa"] {
        add(&mut register, organisation(name));
    }
    let rows = register.store().rows();
    let order = rows.in_order(RecordKind::Organisation).unwrap();
    let order: Vec<_> =
        order.iter().map(|row| rows.at_row::<Organisation>(*row).unwrap().unwrap().record.name).collect();
    assert_eq!(order, ["HTX An Khê", "Công ty TNHH Ba Mùa", "Hợp tác xã Đan Hòa"]);
}

#[test]
fn an_artisan_moves_in_the_order_when_the_person_is_renamed() {
    let mut register = register();
    let mut people = Vec::new();
    for name in ["Nguyễn Văn An", "Nguyễn Văn Bình"] {
        let person = add(&mut register, person(name));
        add(&mut register, Artisan { person: Some(person), craft: name.into(), ..Artisan::default() });
        people.push(person);
    }
    run(&mut register, &Command::Change(people[0].any(), person("Nguyễn Văn Út").into()));
    let rows = register.store().rows();
    let order = rows.in_order(RecordKind::Artisan).unwrap();
    let order: Vec<_> =
        order.iter().map(|row| rows.at_row::<Artisan>(*row).unwrap().unwrap().record.craft).collect();
    assert_eq!(order, ["Nguyễn Văn Bình", "Nguyễn Văn An"]);
}
