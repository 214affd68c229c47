//! Every paper of a conference in both languages: with data without a tone mark, no word of the Vietnamese
//! program stands in English papers.

use std::sync::Arc;

use jiff::civil::{date, time};
use so_lang_nghe::domain::{
    Booth, BoothDay, BoothState, BudgetLine, CheckIn, Conference, GuestGroup, Id, Meeting, MeetingResult,
    Organisation, Participation, Person, Position, ProgrammeItem, Record, Statement, StatementKind, Topic,
};
use so_lang_nghe::i18n::Language;
use so_lang_nghe::ops::{AnyRecord, Command};
use so_lang_nghe::runtime::{ConferencePaper, Data, Machine, Work};

use super::story::{Folder, NOW};

fn add<R: Record>(data: &Data, record: R) -> Id<R>
where
    AnyRecord: From<R>,
{
    Id::from_any(data.run(Command::Add(record.into())).wait().unwrap().id.unwrap())
}

/// A conference with something for every paper, in letters without tone marks.
fn conference(data: &Data) -> Id<Conference> {
    let firm = |name: &str| {
        add(data, Organisation { name: name.into(), name_en: name.into(), ..Organisation::default() })
    };
    let person = |name: &str| add(data, Person { full_name: name.into(), ..Person::default() });
    let (host, buyer) = (firm("Craft Association"), firm("Three Seasons Stores"));
    let (chair, guest) = (person("Chu Van Binh"), person("Dam Quang Loc"));
    let held = |person, organisation, title: &str| {
        let title = title.to_owned();
        let title_en = title.clone();
        let (person, organisation) = (Some(person), Some(organisation));
        add(data, Position { person, organisation, title, title_en, signs: true, ..Position::default() });
    };
    held(chair, host, "President");
    held(guest, buyer, "Director");
    let of = add(
        data,
        Conference {
            name: "Craft Conference".into(),
            name_en: "Craft Conference".into(),
            from_date: Some(date(2026, 12, 18)),
            venue: "Ho Sen Centre".into(),
            venue_en: "Ho Sen Centre".into(),
            host: Some(host),
            chair: Some(chair),
            secretary: Some(guest),
            answer_by: Some(date(2026, 12, 5)),
            contact: "0900 000 126".into(),
            conclusions: "More shops.".into(),
            meeting_tables: Some(4),
            meeting_minutes: Some(20),
            meeting_from: Some(time(13, 30, 0, 0)),
            meeting_to: Some(time(16, 30, 0, 0)),
            planned_delegates: Some(10),
            ..Conference::default()
        },
    );
    let conference = Some(of);
    add(
        data,
        ProgrammeItem {
            conference,
            date: Some(date(2026, 12, 18)),
            start: Some(time(8, 30, 0, 0)),
            minutes: Some(30),
            point: "Opening".into(),
            point_en: "Opening".into(),
            ..ProgrammeItem::default()
        },
    );
    for (person, organisation, guest_group) in
        [(guest, buyer, GuestGroup::Distributor), (chair, host, GuestGroup::Village)]
    {
        let (person, organisation) = (Some(person), Some(organisation));
        let guest = Participation {
            conference,
            person,
            organisation,
            guest_group,
            consent: true,
            ..Participation::default()
        };
        let participation = Some(add(data, guest));
        add(data, CheckIn { participation, at: Some(NOW), desk: "1".into(), ..CheckIn::default() });
    }
    let booth = Booth {
        conference,
        code: "A01".into(),
        plan_row: Some(1),
        plan_place: Some(1),
        organisation: Some(buyer),
        state: BoothState::Placed,
        ..Booth::default()
    };
    let booth = Some(add(data, booth));
    let takings = Some(2_400_000);
    add(data, BoothDay { booth, date: Some(date(2026, 12, 18)), takings, ..BoothDay::default() });
    add(
        data,
        Meeting {
            conference,
            seller: Some(host),
            buyer: Some(buyer),
            table_number: Some(1),
            date: Some(date(2026, 12, 18)),
            start: Some(time(13, 30, 0, 0)),
            result: MeetingResult::Interested,
            next_step: "Samples".into(),
            next_date: Some(date(2027, 1, 15)),
            ..Meeting::default()
        },
    );
    said_and_spent(data, of, guest);
    of
}

/// What a guest said, and what was paid.
fn said_and_spent(data: &Data, of: Id<Conference>, guest: Id<Person>) {
    let conference = Some(of);
    for kind in [StatementKind::Difficulty, StatementKind::Proposal, StatementKind::Speech] {
        let statement = Statement {
            conference,
            kind,
            person: Some(guest),
            topic: Topic::Capital,
            words: "Credit is dear".into(),
            addressed_to: "The bank".into(),
            ..Statement::default()
        };
        add(data, statement);
    }
    for item in ["Hall", "Meals"] {
        let (planned, spent) = (Some(30_000_000), Some(28_500_000));
        add(data, BudgetLine { conference, item: item.into(), planned, spent, ..BudgetLine::default() });
    }
}

#[test]
fn an_english_paper_holds_no_word_of_the_vietnamese_program() {
    let folder = Folder::new();
    let machine = Machine::fixed(folder.0.clone(), NOW);
    let path = folder.0.join("a.langnghe");
    let data = Data::open(&machine, &path, "Ha", Work::Inline, Arc::new(|| {}), true).unwrap();
    let of = conference(&data);
    for paper in ConferencePaper::ALL {
        let printed = |language| {
            let made = data.conference_paper(of, paper, None, (language, date(2026, 12, 20)));
            let (_, pdf) = made.wait().unwrap();
            let document = lopdf::Document::load_mem(&pdf).unwrap();
            let pages: Vec<u32> = document.get_pages().into_keys().collect();
            document.extract_text(&pages).unwrap()
        };
        let (vietnamese, english) = (printed(Language::Vi), printed(Language::En));
        // Badges and certificates speak both languages to everybody.
        if matches!(paper, ConferencePaper::Badges(_) | ConferencePaper::Certificates) {
            continue;
        }
        let toned = |text: &str| -> Vec<String> {
            let toned = |word: &&str| word.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
            text.split_whitespace().filter(toned).map(str::to_owned).collect()
        };
        assert!(!toned(&vietnamese).is_empty(), "{paper:?}: {vietnamese}");
        assert_eq!(toned(&english), Vec::<String>::new(), "{paper:?}: {english}");
    }
}
