//! The sample book.

use so_lang_nghe::domain::{
    Artisan, Certainty, Mou, MouState, Organisation, Participation, Person, RecordKind, Village,
};
use so_lang_nghe::places::Places;
use so_lang_nghe::runtime::{Session, make_sample_book};
use so_lang_nghe::vietnamese::tax_code;

use crate::common::{Folder, dump};

fn book(folder: &Folder, name: &str, artisans: usize) -> Session {
    let mut session = Session::create(&folder.machine(), &folder.file(name), "").unwrap();
    make_sample_book(&mut session, artisans, &mut |_| {}).unwrap();
    session
}

#[test]
fn it_holds_what_it_promises() {
    let folder = Folder::new();
    let session = book(&folder, "a.langnghe", 0);
    let store = session.register().store();
    let rows = store.rows();
    let villages = rows.all::<Village>().unwrap();
    assert_eq!(villages.len(), 66);
    assert_eq!(rows.count(RecordKind::Participation).unwrap(), 60);
    assert!(store.faults().unwrap().is_empty());
    for village in &villages {
        let village = &village.record;
        assert!(
            !village.invented && village.households.is_none() && village.revenue.is_none(),
            "{}",
            village.name
        );
        if let Some(commune) = village.commune {
            assert!(Places::built_in().commune(commune).is_some(), "{}", village.name);
        }
    }
    let doubtful = villages
        .iter()
        .filter(|village| village.record.certainty.0.values().any(|c| *c == Certainty::Unsure));
    assert!(doubtful.count() > 5, "facts marked unsure in the catalogue are marked in the data");
    let mut states: Vec<_> = rows.all::<Mou>().unwrap().iter().map(|mou| mou.record.state).collect();
    states.sort_unstable();
    states.dedup();
    assert_eq!(states.len(), 6, "six MoUs in different states");
    assert!(states.contains(&MouState::Draft));
}

#[test]
fn invented_people_and_firms_can_be_told_and_reach_nobody() {
    let folder = Folder::new();
    let session = book(&folder, "a.langnghe", 40);
    let rows = session.register().store().rows();
    let safe_phone = |digits: &str| digits.starts_with("0900") || digits.starts_with("0222");
    let safe_email = |email: &str| email.is_empty() || email.ends_with(".example");
    for person in rows.all::<Person>().unwrap() {
        let person = person.record;
        assert!(person.invented && safe_email(&person.email), "{}", person.full_name);
        assert!(person.phones.0.iter().all(|phone| safe_phone(&phone.digits)), "{}", person.full_name);
    }
    for firm in rows.all::<Organisation>().unwrap() {
        let firm = firm.record;
        assert!(
            safe_email(&firm.email) && firm.phones.0.iter().all(|phone| safe_phone(&phone.digits)),
            "{}",
            firm.name
        );
        if !firm.tax_code.is_empty() {
            assert!(
                firm.tax_code.starts_with("99") && tax_code::check(&firm.tax_code).1.is_empty(),
                "{}",
                firm.name
            );
        }
    }
    assert_eq!(rows.all::<Artisan>().unwrap().len(), 80);
    assert!(
        rows.all::<Participation>().unwrap().iter().all(|one| !one.record.consent),
        "consent is never made up"
    );
}

#[test]
fn it_is_the_same_every_time_and_one_undo_takes_its_records_away() {
    let folder = Folder::new();
    let first = book(&folder, "a.langnghe", 100);
    let second = book(&folder, "b.langnghe", 100);
    let seen = |session: &Session| dump(&session.register().store().rows());
    assert_eq!(seen(&first), seen(&second));
    let mut session = first;
    while session.register().undo_label().is_some() {
        session.undo().unwrap();
    }
    assert_eq!(seen(&session), "");
    while session.register().redo_label().is_some() {
        session.redo().unwrap();
    }
    assert_eq!(seen(&session), seen(&second));
}
