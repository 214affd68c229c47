//! The MoU office: drafts on the screen, many texts made final, and the questions over twenty thousand MoUs.

use super::*;

use jiff::civil::Date;
use so_lang_nghe::domain::{
    Contract, FollowUp, Item, MouLanguage, MouParty, NumberSeries, Obligation, Obstacle, Sales,
};
use so_lang_nghe::ops::{
    AnyRecord, Ceremony, FrozenPaper, Home, MouRegister, MouStatistics, NumberDesk, Reminders,
};
use so_lang_nghe::runtime::freeze;

const TODAY: Date = Date::constant(2026, 11, 23);
const MANY: usize = 20_000;

pub(super) fn office() {
    fifty();
    questions();
    board();
}

/// Fifty drafts of five pages become final texts with their PDFs.
fn fifty() {
    let source = many_mous();
    let path = folder().join("fifty.langnghe");
    for round in 0..3 {
        remove(&path);
        fs::copy(&source, &path).unwrap();
        let mut session = Session::open(&machine(), &path, "").unwrap();
        let series = NumberSeries {
            name: "2026".into(),
            pattern: "{so:02}/{nam}/BBGN-HHLN".into(),
            year: Some(2026),
            first: 1,
            ..NumberSeries::default()
        };
        let series = Id::from_any(session.run(&Command::Add(series.into())).unwrap().id.unwrap());
        let mous = mous_in_order(&session.register().store().rows()).unwrap();
        let mous: Vec<_> = mous.into_iter().take(50).collect();
        let start = wall();
        for mou in &mous {
            session.run(&Command::IssueNumber(*mou, series)).unwrap();
        }
        let numbered = wall().checked_sub(start).unwrap();
        let mut engine = Engine::new().unwrap();
        let start = wall();
        let mut refused = 0;
        for mou in &mous {
            refused += usize::from(freeze(&mut session, &mut engine, *mou, TODAY).is_err());
        }
        let frozen = wall().checked_sub(start).unwrap();
        println!(
            "50 MoUs numbered in {:.0} ms and made final with their PDFs in {:.0} ms of wall clock, {refused} refused, round {round}",
            millis(numbered),
            millis(frozen)
        );
        session.close().unwrap();
    }
    remove(&path);
}

/// A register with twenty thousand short MoUs of one year and what came of them.
fn many_short() -> PathBuf {
    let path = folder().join("office.langnghe");
    if path.exists() {
        return path;
    }
    let half = folder().join("office-half.langnghe");
    remove(&half);
    fs::copy(book(1_000), &half).unwrap();
    let mut session = Session::open(&machine(), &half, "").unwrap();
    let rows = session.register().store().rows();
    let firms: Vec<_> = rows.all::<Organisation>().unwrap().into_iter().map(|stored| stored.id).collect();
    let villages: Vec<_> = rows.all::<Village>().unwrap().into_iter().map(|stored| stored.id).collect();
    let mut signed = Vec::new();
    for number in 0..MANY {
        let party = |place: usize| MouParty {
            organisation: Some(firms[(number * 7 + place) % firms.len()]),
            ..MouParty::default()
        };
        let mou = Mou {
            subject: format!("tiêu thụ sản phẩm {number}"),
            date: Some(
                Date::new(2026, 1, 1)
                    .unwrap()
                    .saturating_add(jiff::Span::new().days(i64::try_from(number % 365).unwrap())),
            ),
            village: Some(villages[number % villages.len()]),
            target_value: (number % 3 > 0).then_some(1_000_000_000),
            ..Mou::default()
        };
        let draft = MouDraft { mou, parties: vec![party(0).into(), party(1).into()], ..MouDraft::default() };
        let id = Id::from_any(session.run(&Command::SaveMou(None, Box::new(draft))).unwrap().id.unwrap());
        session.run(&Command::WriteNumber(id, format!("{number:05}/2026/BBGN-HHLN"))).unwrap();
        if number % 4 > 0 {
            continue;
        }
        let paper = FrozenPaper {
            pdf: number.to_be_bytes().to_vec(),
            pages: 1,
            language: MouLanguage::Vi,
            data: "{}".into(),
            template: String::new(),
            template_version: 1,
            made_at: NOW,
            date: TODAY,
        };
        session.run(&Command::Freeze(id, Box::new(paper))).unwrap();
        let state = if number % 8 == 0 { MouState::UnderWay } else { MouState::Signed };
        session.run(&Command::SetMouState { mou: id, state, date: TODAY, note: String::new() }).unwrap();
        signed.push(id);
    }
    let mut results: Vec<Vec<AnyRecord>> = vec![Vec::new(); 4];
    for (number, mou) in signed.iter().enumerate() {
        let (mou, amount) = (Some(*mou), Some(i64::try_from(number).unwrap() * 1_000));
        results[0].push(Contract { mou, number: number.to_string(), amount, ..Contract::default() }.into());
        let (year, quarter) = (Some(2026), Some(2));
        results[1].push(Sales { mou, year, quarter, amount, ..Sales::default() }.into());
        let obstacles = CodeSet::of([Obstacle::ALL[number % Obstacle::ALL.len()].code()]);
        let result = "chờ giá".to_owned();
        results[2].push(FollowUp { mou, date: Some(TODAY), result, obstacles, ..FollowUp::default() }.into());
        results[3].push(
            Obligation { mou, task: "giao mẫu".into(), due: Some(TODAY), ..Obligation::default() }.into(),
        );
    }
    for records in results {
        session.run(&Command::AddMany(records)).unwrap();
    }
    session.close().unwrap();
    fs::rename(&half, &path).unwrap();
    path
}

fn questions() {
    let mut store = reading(&many_short());
    let mut ask = |name: &str, ask: &mut dyn FnMut(&mut Store)| {
        ask(&mut store);
        let times = (0..10).map(|_| timed(|| ask(&mut store)).0).collect();
        report(&format!("{name}, {MANY} MoUs"), times);
    };
    ask("register of documents of the year", &mut |store| {
        assert!(MouRegister { year: Some(2026) }.answer(store).unwrap().len() >= MANY);
    });
    ask("registers of numbers", &mut |store| {
        NumberDesk.answer(store).unwrap();
    });
    ask("list of MoUs opened, its lines on the screen included", &mut |store| {
        let listed = List::of(RecordKind::Mou).answer(store).unwrap();
        let rows = listed.rows.into_iter().take(64).collect();
        Page { kind: RecordKind::Mou, rows }.answer(store).unwrap();
    });
    ask("statistics of MoUs, a quarter of them signed", &mut |store| {
        let question = MouStatistics { year: None, conference: None, today: TODAY };
        assert!(question.answer(store).unwrap().total.signed >= MANY / 4);
    });
    ask("what is due, five thousand promises among it", &mut |store| {
        assert!(Reminders { today: TODAY }.answer(store).unwrap().len() >= MANY / 4);
    });
    ask("home screen", &mut |store| {
        assert!(!Home { today: TODAY }.answer(store).unwrap().reminders.is_empty());
    });
}

/// Two hundred pairs at one ceremony in that register: Space at the board, from the key to what it shows then.
fn board() {
    let path = folder().join("board.langnghe");
    remove(&path);
    fs::copy(many_short(), &path).unwrap();
    let mut session = Session::open(&machine(), &path, "").unwrap();
    let held = Conference { name: "Lễ ký".into(), from_date: Some(TODAY), ..Conference::default() };
    let conference = Id::from_any(session.run(&Command::Add(held.into())).unwrap().id.unwrap());
    let drafts = session.register().store().rows().all::<Mou>().unwrap();
    let drafts = drafts.into_iter().filter(|mou| mou.record.state == MouState::Draft).map(|mou| mou.id);
    let pairs: Vec<_> = drafts.take(200).collect();
    for (id, number) in pairs.iter().zip(1_i64..) {
        let dossier = mou_dossier(&session.register().store().rows(), *id).unwrap();
        let batch = (Some(number / 20 + 1), Some(number));
        let mou = Mou {
            conference: Some(conference),
            ceremony_batch: batch.0,
            ceremony_order: batch.1,
            ..dossier.mou.clone()
        };
        let parties = dossier.parties.iter().map(|party| Item { id: party.id, record: party.party.clone() });
        let draft = MouDraft { mou, parties: parties.collect(), ..MouDraft::default() };
        session.run(&Command::SaveMou(Some(*id), Box::new(draft))).unwrap();
        let paper = FrozenPaper {
            pdf: number.to_le_bytes().to_vec(),
            pages: 1,
            language: MouLanguage::Vi,
            data: "{}".into(),
            template: String::new(),
            template_version: 1,
            made_at: NOW,
            date: TODAY,
        };
        session.run(&Command::Freeze(*id, Box::new(paper))).unwrap();
    }
    let mut store = reading(&path);
    let question = Ceremony { conference: Some(conference), today: TODAY, language: Language::Vi };
    let signed = |id: &Id<Mou>| Command::SetMouState {
        mou: *id,
        state: MouState::Signed,
        date: TODAY,
        note: String::new(),
    };
    let space = pairs.iter().take(50).map(|id| {
        let (time, ()) = timed(|| {
            session.run(&signed(id)).unwrap();
            assert_eq!(question.answer(&mut store).unwrap().pairs.len(), 200);
        });
        time
    });
    report(&format!("Space at the board of 200 pairs, to its answer, {MANY} MoUs"), space.collect());
    session.close().unwrap();
    remove(&path);
}
