//! Meetings of sellers and buyers: wishes gathered, the timetable, meetings moved, a MoU begun.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime, date, time};
use so_lang_nghe::domain::{
    Answer, Clean as _, CodeSet, Conference, Id, IdSource, MatchReason, Meeting, MeetingResult, MeetingSide,
    MeetingWish, Offer, Organisation, Participation, Person, Product, Random, Record, RecordKind,
    Registration, Stored, Trade, Village,
};
use so_lang_nghe::error::ErrorKind;
use so_lang_nghe::i18n::Language;
use so_lang_nghe::ops::{
    Command, ConferenceAct, ConferenceMeetings, MeetingsAnswer, MouDraft, NoPlace, PlacedMeeting, Query as _,
    Register,
};
use so_lang_nghe::places::{CommuneCode, Places, ProvinceCode};
use so_lang_nghe::store::Store;

use crate::common::{NOW, add, register, run};

/// The first day.
const DAY: Date = date(2026, 12, 18);

/// When something begins on the first day.
fn at(hour: i8, minute: i8) -> DateTime {
    DAY.at(hour, minute, 0, 0)
}

fn conference(tables: i64, slots: i64) -> Conference {
    let end = 8 * 60 + slots * 20;
    Conference {
        name: "Hội nghị".into(),
        from_date: Some(DAY),
        meeting_tables: Some(tables),
        meeting_minutes: Some(20),
        meeting_from: Some(time(8, 0, 0, 0)),
        meeting_to: Some(time(i8::try_from(end / 60).unwrap(), i8::try_from(end % 60).unwrap(), 0, 0)),
        ..Conference::default()
    }
}

fn organisation(register: &mut Register, name: &str) -> Id<Organisation> {
    add(register, Organisation { name: name.into(), ..Organisation::default() })
}

fn wish(
    conference: Id<Conference>,
    who: Id<Organisation>,
    side: MeetingSide,
    trades: &[&str],
) -> MeetingWish {
    MeetingWish {
        conference: Some(conference),
        organisation: Some(who),
        side,
        trades: CodeSet::of(trades.iter().copied()),
        ..MeetingWish::default()
    }
}

fn act(register: &mut Register, act: ConferenceAct) {
    run(register, &Command::AtConference(act));
}

fn all<R: Record>(register: &Register) -> Vec<Stored<R>> {
    register.store().rows().all::<R>().unwrap()
}

fn records<R: Record>(register: &Register) -> Vec<R> {
    all(register).into_iter().map(|stored| stored.record).collect()
}

fn answer(register: &mut Register, conference: Id<Conference>) -> MeetingsAnswer {
    ConferenceMeetings { conference }.answer(register.store_mut()).unwrap()
}

/// A conference with two sellers and two buyers of ceramics.
fn four(register: &mut Register) -> (Id<Conference>, Vec<Id<Organisation>>) {
    let conference = add(register, conference(2, 4));
    let names = ["HTX Một", "HTX Hai", "Siêu thị Ba", "Siêu thị Bốn"];
    let ids: Vec<_> = names.iter().map(|name| organisation(register, name)).collect();
    for (place, who) in ids.iter().enumerate() {
        let side = if place < 2 { MeetingSide::Seller } else { MeetingSide::Buyer };
        add(register, wish(conference, *who, side, &["gom-su"]));
    }
    (conference, ids)
}

#[test]
fn wishes_come_from_forms_and_register_once() {
    let mut register = register();
    let conference = add(&mut register, conference(2, 4));
    let village = Village { name: "Gốm".into(), trades: CodeSet::of(["gom-su"]), ..Village::default() };
    let village = add(&mut register, village);
    let maker = Organisation { name: "HTX Gốm".into(), village: Some(village), ..Organisation::default() };
    let maker = add(&mut register, Organisation { roles: CodeSet::of(["producer"]), ..maker });
    for capacity in [300, 200] {
        let product = Product { name: format!("Bình {capacity}"), ..Product::default() };
        let capacity_per_month = Some(capacity);
        add(&mut register, Product { organisation: Some(maker), capacity_per_month, ..product });
    }
    let market = Organisation {
        name: "Siêu thị".into(),
        roles: CodeSet::of(["supermarket"]),
        seeks: "Gốm gia dụng".into(),
        seeks_trades: CodeSet::of(["gom-su"]),
        seeks_quantity: "từ 1.500 bộ mỗi tháng".into(),
        ..Organisation::default()
    };
    let market = add(&mut register, market);
    let declined = add(
        &mut register,
        Organisation { name: "Vắng".into(), roles: CodeSet::of(["exporter"]), ..Organisation::default() },
    );
    for (place, (who, answer)) in
        [(maker, Answer::Coming), (market, Answer::None), (declined, Answer::Declined)]
            .into_iter()
            .enumerate()
    {
        let person = Person { full_name: format!("Người {place}"), ..Person::default() };
        let person = add(&mut register, person);
        let guest = Participation {
            conference: Some(conference),
            person: Some(person),
            organisation: Some(who),
            answer,
            forms: CodeSet::of(["b2b"]),
            ..Participation::default()
        };
        run(&mut register, &Command::Add(guest.into()));
    }
    // One that says on its form what it sells is asked nothing else.
    let form = organisation(&mut register, "Cơ sở Mây");
    let registration = Registration {
        conference: Some(conference),
        organisation: Some(form),
        needs: CodeSet::of(["sell"]),
        ..Registration::default()
    };
    let registration = add(&mut register, registration);
    let offer = Offer { registration: Some(registration), name: "Giỏ mây".into(), ..Offer::default() };
    let trades = CodeSet::of([Trade::RattanBamboo.code()]);
    add(&mut register, Offer { trades, capacity_per_month: Some(80), ..offer });

    let gather = ConferenceAct::GatherWishes(conference);
    act(&mut register, gather.clone());
    let found: Vec<_> = records::<MeetingWish>(&register);
    let by = |who| found.iter().filter(move |wish| wish.organisation == Some(who)).collect::<Vec<_>>();
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!((by(maker)[0].side, by(maker)[0].quantity), (MeetingSide::Seller, Some(500)));
    assert_eq!(by(maker)[0].trades, CodeSet::of(["gom-su"]));
    assert_eq!((by(market)[0].side, by(market)[0].quantity), (MeetingSide::Buyer, Some(1_500)));
    assert_eq!((by(form)[0].words.as_str(), by(form)[0].quantity), ("Giỏ mây", Some(80)));
    let again = run(&mut register, &Command::AtConference(gather));
    assert_eq!(again.changed.operation, 0, "nothing twice");
    register.undo(NOW).unwrap();
    assert_eq!(records::<MeetingWish>(&register), []);
    register.redo(NOW).unwrap();
    assert_eq!(records::<MeetingWish>(&register), found);
}

#[test]
fn what_is_fixed_or_has_a_result_stays_and_one_undo_takes_the_timetable_back() {
    let mut register = register();
    let (conference, ids) = four(&mut register);
    let timetable = ConferenceAct::Timetable(conference, 4);
    act(&mut register, timetable.clone());
    assert_eq!(records::<Meeting>(&register).len(), 4);
    register.undo(NOW).unwrap();
    assert_eq!(records::<Meeting>(&register), []);
    register.redo(NOW).unwrap();

    // One is put elsewhere by hand, one has a result, and the hall gets smaller.
    let first = all::<Meeting>(&register).remove(0);
    let pair = (first.record.seller.unwrap(), first.record.buyer.unwrap());
    let start = at(9, 0);
    let placed = PlacedMeeting { conference, meeting: Some(first.id), pair, table: 2, start };
    act(&mut register, ConferenceAct::PlaceMeeting(placed));
    let other = all::<Meeting>(&register).into_iter().find(|stored| stored.id != first.id).unwrap();
    let held = Meeting { result: MeetingResult::Samples, ..other.record.clone() };
    run(&mut register, &Command::Change(other.id.any(), held.clone().into()));
    let smaller = Conference { meeting_tables: Some(1), ..all::<Conference>(&register)[0].record.clone() };
    run(&mut register, &Command::Change(conference.any(), smaller.into()));
    act(&mut register, timetable);
    let rows = register.store().rows();
    let moved = rows.get(first.id).unwrap().record;
    assert_eq!((moved.table_number, moved.start, moved.fixed), (Some(2), Some(start.time()), true));
    assert_eq!(rows.get(other.id).unwrap().record, held);
    let answer = answer(&mut register, conference);
    assert_eq!(answer.conflicts(so_lang_nghe::i18n::Language::Vi), Vec::<String>::new());
    let _ = ids;
}

#[test]
fn a_meeting_goes_only_where_both_and_the_table_are_free() {
    let mut register = register();
    let (conference, ids) = four(&mut register);
    let put = |register: &mut Register, pair: (usize, usize), table, start| {
        let pair = (ids[pair.0], ids[pair.1]);
        let placed = PlacedMeeting { conference, meeting: None, pair, table, start };
        register.run(&Command::AtConference(ConferenceAct::PlaceMeeting(placed)), NOW)
    };
    let eight = at(8, 0);
    put(&mut register, (0, 2), 1, eight).unwrap();
    let refused = put(&mut register, (1, 3), 1, eight).unwrap_err();
    assert!(matches!(refused.kind(), ErrorKind::Invalid(_)), "the table is taken");
    let refused = put(&mut register, (1, 2), 2, eight).unwrap_err();
    let ErrorKind::Invalid(problems) = refused.kind() else { panic!("{refused:?}") };
    assert!(problems[0].text(so_lang_nghe::i18n::Language::Vi).contains("Siêu thị Ba"));
    put(&mut register, (1, 3), 2, eight).unwrap();
    let found = answer(&mut register, conference);
    assert_eq!(found.open.len(), 2);
    assert!(found.open.iter().all(|(_, place)| place.is_ok_and(|seat| seat.slot == 1 && seat.table == 0)));
    assert_eq!(found.by_firm.len(), 4);
    // With one slot only, it is told why the others have no place.
    let short =
        Conference { meeting_to: Some(time(8, 20, 0, 0)), ..all::<Conference>(&register)[0].record.clone() };
    run(&mut register, &Command::Change(conference.any(), short.into()));
    let found = answer(&mut register, conference);
    assert!(found.open.iter().all(|(_, place)| *place == Err(NoPlace::NoSlot)), "{:?}", found.open);
    // Without tables and hours the form is asked for them.
    let none = Conference {
        meeting_tables: None,
        meeting_from: None,
        ..all::<Conference>(&register)[0].record.clone()
    };
    run(&mut register, &Command::Change(conference.any(), none.into()));
    assert_eq!(answer(&mut register, conference).lacks.len(), 2);
    let refused = Command::AtConference(ConferenceAct::Timetable(conference, 4));
    assert!(register.run(&refused, NOW).is_err());
}

#[test]
fn between_two_meetings_there_is_the_break_the_conference_says() {
    let mut register = register();
    let (conference, ids) = four(&mut register);
    let plan = all::<Conference>(&register)[0].record.clone();
    let with_break = Conference { meeting_break: Some(10), ..plan };
    run(&mut register, &Command::Change(conference.any(), with_break.clone().into()));
    let hall = answer(&mut register, conference).hall.unwrap();
    // Eighty minutes hold three meetings of twenty with two breaks of ten; after the last none is needed.
    assert_eq!(hall.starts, [at(8, 0), at(8, 30), at(9, 0)]);
    assert_eq!(hall.hours(1, Language::Vi), "8h30 – 8h50");
    act(&mut register, ConferenceAct::Timetable(conference, 2));
    let met = records::<Meeting>(&register);
    assert_eq!(met.len(), 4);
    assert!(met.iter().all(|meeting| hall.starts.contains(&DAY.to_datetime(meeting.start.unwrap()))));
    // Put by hand so that nobody could be at the next table in time: refused.
    let pair = (ids[0], ids[3]);
    let other = all::<Meeting>(&register)
        .into_iter()
        .find(|stored| (stored.record.seller, stored.record.buyer) == (Some(pair.0), Some(pair.1)))
        .unwrap();
    let busy: Vec<_> = met.iter().filter(|meeting| meeting.seller == Some(pair.0)).collect();
    let own = busy.iter().find(|meeting| meeting.buyer != Some(pair.1)).unwrap().start.unwrap();
    let start = own.wrapping_add(jiff::ToSpan::minutes(25));
    let placed =
        PlacedMeeting { conference, meeting: Some(other.id), pair, table: 2, start: DAY.to_datetime(start) };
    assert!(register.run(&Command::AtConference(ConferenceAct::PlaceMeeting(placed)), NOW).is_err());
    let wrong = Conference { meeting_break: Some(-1), ..with_break };
    assert!(register.run(&Command::Change(conference.any(), wrong.into()), NOW).is_err());
}

#[test]
fn meetings_go_on_over_as_many_days_as_the_conference_says() {
    let mut register = register();
    let (conference, ids) = four(&mut register);
    // One table and one slot a day: four pairs need four days, of which there are three.
    let plan = Conference {
        to_date: Some(date(2026, 12, 20)),
        meeting_tables: Some(1),
        meeting_to: Some(time(8, 20, 0, 0)),
        meeting_days: Some(9),
        ..all::<Conference>(&register)[0].record.clone()
    };
    let problems = plan.check();
    assert_eq!(problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(), ["meeting_days"]);
    run(&mut register, &Command::Change(conference.any(), plan.clone().into()));
    act(&mut register, ConferenceAct::Timetable(conference, 4));
    let met = |register: &mut Register| {
        let found = answer(register, conference).meetings;
        found.into_iter().map(|line| (line.record.date.unwrap().day(), line.slots.start)).collect::<Vec<_>>()
    };
    assert_eq!(met(&mut register), [(18, 0), (19, 1), (20, 2)]);
    let hall = answer(&mut register, conference).hall.unwrap();
    assert_eq!(hall.hours(1, Language::Vi), "19/12, 8h00 – 8h20");
    // The same hour of another day is another time.
    let first = all::<Meeting>(&register).remove(0);
    let pair = (first.record.seller.unwrap(), first.record.buyer.unwrap());
    let put = |register: &mut Register, day: Date| {
        let start = day.at(8, 0, 0, 0);
        let placed = PlacedMeeting { conference, meeting: Some(first.id), pair, table: 1, start };
        register.run(&Command::AtConference(ConferenceAct::PlaceMeeting(placed)), NOW)
    };
    let taken = if first.record.date == Some(DAY) { date(2026, 12, 19) } else { DAY };
    assert!(put(&mut register, taken).is_err());
    put(&mut register, first.record.date.unwrap()).unwrap();
    // On one day there is one meeting again; the others lose their places.
    run(&mut register, &Command::Change(conference.any(), Conference { meeting_days: None, ..plan }.into()));
    let left = answer(&mut register, conference);
    assert_eq!(left.hall.unwrap().starts, [at(8, 0)]);
    assert_eq!(left.meetings.iter().filter(|line| line.seat.is_some()).count(), 1);
    let _ = ids;
}

#[test]
fn a_newer_list_of_units_says_in_which_province_somebody_is() {
    // In the newer list the commune belongs to another province.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/places/");
    let text = |name: &str| std::fs::read_to_string(format!("{folder}{name}.csv")).unwrap();
    let communes = text("communes").replace("\n00004,01,phường,Ba Đình,", "\n00004,04,phường,Ba Đình,");
    let places =
        Places::from_texts(&text("provinces"), &communes, &text("former_communes"), &text("changes"))
            .unwrap();
    let mut ids = IdSource::new([1; 16]);
    let store = Store::in_memory(&mut ids, NOW, Box::leak(Box::new(places))).unwrap();
    let mut register = Register::new(store, ids, "Nguyễn Văn Thử".into()).unwrap();
    let (conference, ids) = four(&mut register);
    let seller = register.store().rows().get(ids[0]).unwrap().record;
    let seller = Organisation { commune: CommuneCode::parse("00004"), ..seller };
    run(&mut register, &Command::Change(ids[0].any(), seller.into()));
    let wishes = all::<MeetingWish>(&register);
    let buyer = wishes.iter().find(|wish| wish.record.organisation == Some(ids[2])).unwrap();
    let wanted = MeetingWish { provinces: CodeSet::of(["04"]), ..buyer.record.clone() };
    run(&mut register, &Command::Change(buyer.id.any(), wanted.into()));
    let found = answer(&mut register, conference);
    let pair = found.open.iter().find(|(pair, _)| (pair.seller, pair.buyer) == (ids[0], ids[2])).unwrap();
    let code = ProvinceCode::parse("04").unwrap();
    assert!(pair.0.reasons.contains(&MatchReason::ProvinceWanted(code)), "{:?}", pair.0.reasons);
    act(&mut register, ConferenceAct::Timetable(conference, 1));
    let met = records::<Meeting>(&register);
    assert!(met.iter().any(|meeting| (meeting.seller, meeting.buyer) == (Some(ids[0]), Some(ids[2]))));
}

#[test]
fn a_memorandum_begins_from_a_meeting() {
    let mut register = register();
    let (conference, _) = four(&mut register);
    act(&mut register, ConferenceAct::Timetable(conference, 1));
    let meeting = all::<Meeting>(&register).remove(0);
    act(&mut register, ConferenceAct::MeetingMou(meeting.id, Box::default()));
    let after = register.store().rows().get(meeting.id).unwrap().record;
    assert_eq!(after.result, MeetingResult::Mou);
    assert_eq!(after.mou, Some(all::<so_lang_nghe::domain::Mou>(&register)[0].id));
    register.undo(NOW).unwrap();
    assert_eq!(register.store().rows().get(meeting.id).unwrap().record, meeting.record);
    assert_eq!(register.store().rows().count(RecordKind::Mou).unwrap(), 0);
    let _ = MouDraft::default();
}

#[test]
fn whatever_is_wished_nobody_is_booked_twice() {
    let mut random = Random::new(1226);
    let trades = ["gom-su", "may-tre-dan", "son-mai", "che"];
    for _ in 0..12 {
        let mut register = register();
        let tables = i64::try_from(1 + random.below(4)).unwrap();
        let slots = i64::try_from(1 + random.below(6)).unwrap();
        let conference = add(&mut register, conference(tables, slots));
        let ids: Vec<_> = (0..3 + random.below(9))
            .map(|number| organisation(&mut register, &format!("Đơn vị {number}")))
            .collect();
        for _ in 0..random.below(24) {
            let who = ids[random.below(ids.len())];
            let side = [MeetingSide::Seller, MeetingSide::Buyer][random.below(2)];
            let mut made = wish(conference, who, side, &[trades[random.below(4)], trades[random.below(4)]]);
            let partner = ids[random.below(ids.len())];
            made.partner = (random.below(3) == 0 && partner != who).then_some(partner);
            add(&mut register, made);
        }
        for _ in 0..3 {
            let most = 1 + random.below(5);
            act(&mut register, ConferenceAct::Timetable(conference, most));
            let answer = answer(&mut register, conference);
            assert_eq!(answer.conflicts(so_lang_nghe::i18n::Language::Vi), Vec::<String>::new());
            let pairs: BTreeSet<_> =
                answer.meetings.iter().map(|line| (line.record.seller, line.record.buyer)).collect();
            assert_eq!(pairs.len(), answer.meetings.len(), "a pair twice");
            // Some get a result and stay where they are in the next timetable.
            for line in &answer.meetings {
                if random.below(3) == 0 {
                    let held = Meeting { result: MeetingResult::Quote, ..line.record.clone() };
                    run(&mut register, &Command::Change(line.id.any(), held.into()));
                }
            }
        }
    }
}
