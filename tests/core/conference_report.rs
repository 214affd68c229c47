//! What the report on a conference counts, and whom it names.

use jiff::civil::date;
use so_lang_nghe::domain::{
    Answer, Booth, BoothDay, BoothState, Certificate, CertificateKind, CheckIn, CodeSet, Conference,
    ConferenceState, ConsentPurpose, FollowUp, Id, Item, Meeting, MeetingResult, Mou, MouParty, MouState,
    Organisation, OrganisationKind, Participation, Person, PhoneNumber, PhoneNumbers, Product, RecordKind,
    Statement, StatementKind, StatementState, Village,
};
use so_lang_nghe::i18n::Language;
use so_lang_nghe::ops::{
    BoothAct, Command, ConferenceAct, ConferenceReport, ConferenceReportAnswer, MouDraft, Query as _,
    Register,
};
use so_lang_nghe::places::{CommuneCode, Places};

use crate::common::{NOW, add, reach, register, run, sign};

fn report(register: &mut Register, conference: Id<Conference>) -> ConferenceReportAnswer {
    ConferenceReport { conference }.answer(register.store_mut()).unwrap()
}

/// A table as it is read.
fn table(answer: &ConferenceReportAnswer, place: usize) -> Vec<Vec<String>> {
    let words = |row: &Vec<so_lang_nghe::ops::Shown>| {
        row.iter().map(|value| value.text(Language::Vi, Places::built_in())).collect()
    };
    answer.tables[place].rows.iter().map(words).collect()
}

fn conference(register: &mut Register, year: i16, state: ConferenceState) -> Id<Conference> {
    let from_date = Some(date(year, 12, 18));
    add(register, Conference { name: format!("Hội nghị {year}"), from_date, state, ..Conference::default() })
}

fn guest(
    register: &mut Register,
    of: Id<Conference>,
    name: &str,
    firm: Id<Organisation>,
    consent: bool,
) -> Id<Participation> {
    let person = add(register, Person { full_name: name.into(), ..Person::default() });
    let guest = Participation {
        conference: Some(of),
        person: Some(person),
        organisation: Some(firm),
        consent,
        ..Participation::default()
    };
    let guest = add(register, guest);
    add(register, CheckIn { participation: Some(guest), at: Some(NOW), ..CheckIn::default() });
    guest
}

#[test]
fn only_who_agreed_is_named_and_who_is_in_the_trash_is_not_counted() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let firm = add(&mut register, Organisation { name: "HTX Đan Hòa".into(), ..Organisation::default() });
    guest(&mut register, of, "Đàm Quang Lộc", firm, false);
    let gone = guest(&mut register, of, "Lò Thị Pành", firm, true);
    let answer = report(&mut register, of);
    assert_eq!((answer.figures.invited, answer.figures.present), (2, 2));
    assert_eq!(table(&answer, 1)[0][6], "Lò Thị Pành");
    run(&mut register, &Command::Delete(RecordKind::Participation, gone.any()));
    let answer = report(&mut register, of);
    assert_eq!((answer.figures.invited, answer.figures.present), (1, 1));
    assert_eq!(table(&answer, 1)[0][6], "", "who did not agree is not named");
}

#[test]
fn who_spoke_is_named_and_can_be_called_only_with_the_purpose_that_was_agreed_to() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let firm = add(&mut register, Organisation { name: "HTX Đan Hòa".into(), ..Organisation::default() });
    let mut said = |name: &str, consent: bool, purposes: &[&str], words: &str| {
        let id = guest(&mut register, of, name, firm, consent);
        let mut record = register.store().rows().get(id).unwrap().record;
        let person = record.person.unwrap();
        record.consents = CodeSet::of(purposes.iter().copied());
        run(&mut register, &Command::Change(id.any(), record.into()));
        let mut found = register.store().rows().get(person).unwrap().record;
        found.phones = PhoneNumbers(vec![PhoneNumber { digits: "0912345678".into(), zalo: false }]);
        run(&mut register, &Command::Change(person.any(), found.into()));
        let statement = Statement {
            conference: Some(of),
            kind: StatementKind::Difficulty,
            person: Some(person),
            organisation: Some(firm),
            words: words.into(),
            ..Statement::default()
        };
        add(&mut register, statement);
        id
    };
    said("Đàm Quang Lộc", false, &["pictures"], "Thiếu vốn");
    let named = said("Lò Thị Pành", true, &[], "Thiếu người");
    let answer = report(&mut register, of);
    let who: Vec<_> = answer.difficulties.iter().map(|line| line.public("(đại biểu)")).collect();
    assert_eq!(who, ["(đại biểu) HTX Đan Hòa", "Bà Lò Thị Pành, HTX Đan Hòa"]);
    assert_eq!(table(&answer, 1)[0][6..8], ["Lò Thị Pành", ""], "nobody agreed to be called");
    let mut record = register.store().rows().get(named).unwrap().record;
    record.agree(ConsentPurpose::Partners, true);
    run(&mut register, &Command::Change(named.any(), record.into()));
    assert_eq!(table(&report(&mut register, of), 1)[0][7], "0912 345 678");
}

#[test]
fn empty_places_and_booths_given_up_are_no_booths_and_the_unknown_is_empty() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let lay = BoothAct::Lay { conference: of, rows: 2, places: 5, size: "3 × 3 m".into() };
    run(&mut register, &Command::AtConference(ConferenceAct::Booths(lay)));
    let firm = add(&mut register, Organisation { name: "HTX Đan Hòa".into(), ..Organisation::default() });
    let booth = |code: &str, state| Booth {
        conference: Some(of),
        code: code.into(),
        organisation: Some(firm),
        state,
        ..Booth::default()
    };
    let kept = add(&mut register, booth("K1", BoothState::Taken));
    add(&mut register, booth("K2", BoothState::Taken));
    let dropped = add(&mut register, booth("K3", BoothState::Dropped));
    for (booth, takings) in [(kept, Some(12_500_000)), (dropped, Some(90_000_000))] {
        let (booth, date) = (Some(booth), Some(date(2026, 12, 18)));
        add(&mut register, BoothDay { booth, date, takings, ..BoothDay::default() });
    }
    let answer = report(&mut register, of);
    assert_eq!((answer.figures.booths, answer.figures.takings), (2, 12_500_000));
    let rows = table(&answer, 6);
    let shown: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    assert_eq!(shown[0], ["K1", "HTX Đan Hòa", "12,5", "12,5", ""]);
    assert_eq!(shown[1], ["K2", "HTX Đan Hòa", "", "", ""]);
    assert_eq!(shown[2], ["", "Tổng", "12,5", "12,5", ""], "orders nobody counted are not none");
}

#[test]
fn the_invited_who_came_besides_and_what_was_proposed_are_counted_each_for_itself() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let firm = add(&mut register, Organisation { name: "HTX".into(), ..Organisation::default() });
    let ids: Vec<_> = ["Đàm Quang Lộc", "Lò Thị Pành", "Vãng Lai", "Đi Thay"]
        .iter()
        .map(|name| guest(&mut register, of, name, firm, false))
        .collect();
    let mut change = |place: usize, change: fn(&mut Participation, Option<Id<Person>>)| {
        let first = register.store().rows().get(ids[0]).unwrap().record.person;
        let mut record = register.store().rows().get(ids[place]).unwrap().record;
        change(&mut record, first);
        run(&mut register, &Command::Change(ids[place].any(), record.into()));
    };
    change(0, |guest, _| guest.answer = Answer::Substitute);
    change(2, |guest, _| guest.walk_in = true);
    change(3, |guest, first| guest.substitute_for = first);
    for (words, reply) in [("Vay vốn", "Đã tiếp thu"), ("Mặt bằng", "")] {
        let state = if reply.is_empty() { StatementState::Noted } else { StatementState::Answered };
        let said = Statement {
            conference: Some(of),
            kind: StatementKind::Proposal,
            words: words.into(),
            reply: reply.into(),
            state,
            ..Statement::default()
        };
        add(&mut register, said);
    }
    let answer = report(&mut register, of);
    let figures = answer.figures;
    assert_eq!((figures.invited, figures.answered, figures.present), (2, 1, 4));
    assert_eq!((figures.walk_ins, figures.substitutes), (1, 1));
    assert_eq!((figures.proposals, figures.proposals_answered), (2, 1));
    let replies: Vec<_> = answer.proposals.iter().map(|line| line.statement.reply.as_str()).collect();
    assert_eq!(replies, ["Đã tiếp thu", ""]);
}

#[test]
fn who_has_no_organisation_comes_from_the_own_province() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let commune = CommuneCode::parse("00166");
    let person = Person { full_name: "Lò Thị Pành".into(), commune, ..Person::default() };
    let person = Some(add(&mut register, person));
    add(&mut register, Participation { conference: Some(of), person, ..Participation::default() });
    let answer = report(&mut register, of);
    assert_eq!(answer.figures.provinces, 1);
    let chart = answer.charts.iter().find(|chart| chart.title.key() == "chart-provinces").unwrap();
    assert_eq!(chart.bars[0].label.text(Language::Vi, Places::built_in()), "Hà Nội");
}

#[test]
fn a_cancelled_conference_is_not_what_is_compared_with() {
    let mut register = register();
    let firm = add(&mut register, Organisation { name: "HTX".into(), ..Organisation::default() });
    let old = conference(&mut register, 2024, ConferenceState::Done);
    let cancelled = conference(&mut register, 2025, ConferenceState::Cancelled);
    let now = conference(&mut register, 2026, ConferenceState::Done);
    for (of, guests) in [(old, 2), (cancelled, 5), (now, 1)] {
        for place in 0..guests {
            guest(&mut register, of, &format!("Khách {place}"), firm, false);
        }
    }
    let answer = report(&mut register, now);
    let line = &table(&answer, 0)[2];
    assert_eq!((line[4].as_str(), line[5].as_str()), ("1", "50 %"));
}

/// The line of a table that begins with this.
fn line(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let found = rows.iter().find(|row| row.iter().take(2).any(|cell| cell == name));
    found.unwrap_or_else(|| panic!("{name} in {rows:?}")).clone()
}

/// What the bars of a chart say.
fn bars(answer: &ConferenceReportAnswer, chart: &str) -> Vec<(String, i64, String)> {
    let found = answer.charts.iter().find(|found| found.title.key() == chart).expect(chart);
    let words = |value: &so_lang_nghe::ops::Shown| value.text(Language::Vi, Places::built_in());
    found.bars.iter().map(|bar| (words(&bar.label), bar.length, words(&bar.value))).collect()
}

/// Where the firms of these tests are.
const PROVINCES: [&str; 3] = ["Hà Nội", "Bắc Ninh", "Ninh Bình"];

fn firm(register: &mut Register, name: &str, place: usize) -> Id<Organisation> {
    let places = Places::built_in();
    let province =
        PROVINCES.get(place).and_then(|name| places.provinces().iter().find(|of| of.name == *name));
    let commune = province.and_then(|of| places.communes_of(of.code).next()).map(|commune| commune.code);
    let kind = OrganisationKind::Cooperative;
    add(register, Organisation { name: name.into(), commune, kind, ..Organisation::default() })
}

/// A MoU of two parties that came so far.
fn memorandum(
    register: &mut Register,
    of: Id<Conference>,
    (parties, village): ([Id<Organisation>; 2], Option<Id<Village>>),
    (target_value, state): (Option<i64>, MouState),
) -> Id<Mou> {
    let day = date(2026, 12, 18);
    let subject = "Đưa hàng lên kệ".into();
    let mou = Mou { conference: Some(of), village, target_value, subject, ..Mou::default() };
    let party =
        |organisation| Item::from(MouParty { organisation: Some(organisation), ..MouParty::default() });
    let draft = MouDraft { mou, parties: parties.map(party).to_vec(), ..MouDraft::default() };
    let mou = Id::from_any(run(register, &Command::SaveMou(None, Box::new(draft))).id.unwrap());
    if state != MouState::Draft {
        sign(register, mou, day);
    }
    if state.moves_on() {
        reach(register, mou, state, day);
    }
    mou
}

#[test]
fn who_had_a_booth_a_meeting_or_a_memorandum_took_part_though_nobody_checked_them_in() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let names =
        ["Có mặt", "Có gian", "Chỉ đăng ký gian", "Bán", "Mua", "Không đến gặp", "Ký A", "Ký B", "Dự thảo"];
    let firms = names.map(|name| firm(&mut register, name, 0));
    let [came, stand, asked, seller, buyer, missed, first, second, draft] = firms;
    guest(&mut register, of, "Đàm Quang Lộc", came, false);
    let conference = Some(of);
    for (code, organisation, state) in
        [("A1", stand, BoothState::Placed), ("A2", asked, BoothState::Registered)]
    {
        let organisation = Some(organisation);
        add(&mut register, Booth { conference, code: code.into(), organisation, state, ..Booth::default() });
    }
    for (seller, buyer, result) in
        [(seller, buyer, MeetingResult::NoMatch), (missed, buyer, MeetingResult::Absent)]
    {
        let (seller, buyer) = (Some(seller), Some(buyer));
        add(&mut register, Meeting { conference, seller, buyer, result, ..Meeting::default() });
    }
    memorandum(&mut register, of, ([first, second], None), (None, MouState::Signed));
    memorandum(&mut register, of, ([first, draft], None), (None, MouState::Draft));
    let answer = report(&mut register, of);
    let rows = table(&answer, 1);
    let listed: Vec<(&str, &str)> = rows.iter().map(|row| (row[1].as_str(), row[8].as_str())).collect();
    let expected = [
        ("Bán", "Kết nối B2B"),
        ("Có gian", "Gian hàng"),
        ("Có mặt", "Dự hội nghị"),
        ("Ký A", "Ký biên bản"),
        ("Ký B", "Ký biên bản"),
        ("Mua", "Kết nối B2B"),
    ];
    assert_eq!(listed, expected);
    assert_eq!((answer.figures.organisations, answer.figures.present), (6, 1));
    assert_eq!(line(&table(&answer, 4), "Hà Nội")[2], "6");
}

#[test]
fn a_booth_of_a_village_is_called_by_the_village() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let village = Village { name: "Gốm Bát Tràng".into(), ..Village::default() };
    let village = Some(add(&mut register, village));
    let conference = Some(of);
    add(&mut register, Booth { conference, code: "A1".into(), village, ..Booth::default() });
    let sign = "NƯỚC CHO KHÁCH".into();
    add(&mut register, Booth { conference, code: "A2".into(), sign, ..Booth::default() });
    let rows = table(&report(&mut register, of), 6);
    assert_eq!((rows[0][1].as_str(), rows[1][1].as_str()), ("Gốm Bát Tràng", "NƯỚC CHO KHÁCH"));
}

#[test]
fn the_value_of_a_memorandum_is_counted_once_for_the_province_and_the_trade_of_party_a() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let trades = |codes: &[&str]| so_lang_nghe::domain::CodeSet::of(codes.iter().copied());
    let both = trades(&["gom-su", "may-tre-dan"]);
    let village = Village { name: "Hai nghề".into(), trades: both, ..Village::default() };
    let village = add(&mut register, village);
    let [hanoi, north, south, nowhere] =
        [("HTX Hà Nội", 0), ("HTX Bắc Ninh", 1), ("HTX Ninh Bình", 2), ("Công ty xa", 9)]
            .map(|(name, place)| firm(&mut register, name, place));
    let million = |count: i64| Some(count * 1_000_000);
    // 900 for Hà Nội (both trades, ceramics first); 300 for Bắc Ninh; 50 for nobody known; one without value.
    let way = MouState::UnderWay;
    memorandum(&mut register, of, ([hanoi, north], Some(village)), (million(900), way));
    memorandum(&mut register, of, ([north, south], None), (million(300), MouState::Signed));
    memorandum(&mut register, of, ([nowhere, hanoi], None), (million(50), MouState::Signed));
    memorandum(&mut register, of, ([hanoi, south], None), (None, MouState::Signed));
    memorandum(&mut register, of, ([hanoi, north], None), (million(7_000), MouState::Draft));
    let answer = report(&mut register, of);
    let rows = table(&answer, 4);
    let shown = |name: &str| line(&rows, name)[4..].join(" | ");
    assert_eq!(shown("Hà Nội"), "3 | 900 | 33 %");
    assert_eq!(shown("Bắc Ninh"), "2 | 300 | 50 %");
    assert_eq!(shown("Ninh Bình"), "2 |  | 0 %");
    assert_eq!(line(&rows, "Chưa rõ tỉnh")[2..].join(" | "), "1 | 0 | 0 | 50 | ");
    assert_eq!(line(&rows, "Tổng").join(" | "), "Tổng | 1 | 4 | 0 | 4 | 1.250 | 25 %");
    assert_eq!(answer.figures.value, 1_250_000_000);

    let rows = table(&answer, 5);
    let shown = |name: &str| line(&rows, name)[1..].join(" | ");
    assert_eq!(shown("Gốm sứ"), "1 | 0 | 0 | 1 | 900 | 100 %");
    assert_eq!(shown("Mây tre đan"), "1 | 0 | 0 | 1 |  | 100 %");
    assert_eq!(shown("Ngành khác, chưa rõ"), "0 | 4 | 0 | 3 | 350 | 0 %");
    assert_eq!(shown("Tổng"), "1 | 4 | 0 | 4 | 1.250 | 25 %");

    let said = bars(&answer, "chart-trades");
    assert_eq!(said[0], ("Gốm sứ".into(), 900, "1 biên bản · 900 triệu đồng".into()));
    assert_eq!(said[1], ("Ngành khác, chưa rõ".into(), 350, "3 biên bản · 350 triệu đồng".into()));
}

#[test]
fn more_than_twelve_provinces_are_told_as_the_other_ones() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let places = Places::built_in();
    let provinces: Vec<_> = places.provinces().iter().take(14).map(|province| province.code).collect();
    for (place, province) in provinces.iter().enumerate() {
        let commune = places.communes_of(*province).next().map(|commune| commune.code);
        let name = format!("Công ty {place}");
        let firm = add(&mut register, Organisation { name, commune, ..Organisation::default() });
        for guests in 0..if place == 3 { 2 } else { 1 } {
            guest(&mut register, of, &format!("Khách {place} {guests}"), firm, false);
        }
    }
    let said = bars(&report(&mut register, of), "chart-provinces");
    assert_eq!(said.len(), 12);
    assert_eq!(said[0].1, 2);
    assert_eq!(said[11], ("Các tỉnh khác (3)".into(), 3, "3".into()));
}

#[test]
fn the_summary_says_what_was_planned_what_the_ministries_ask_for_and_how_it_was_counted() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let mut plan = register.store().rows().get(of).unwrap().record;
    plan.planned_delegates = Some(4);
    run(&mut register, &Command::Change(of.any(), plan.into()));
    let village = |workers| Village { name: "Làng".into(), workers, ..Village::default() };
    let [counted, uncounted] = [Some(320), None].map(|workers| Some(add(&mut register, village(workers))));
    let coop = firm(&mut register, "HTX Đan Hòa", 0);
    let mut changed = register.store().rows().get(coop).unwrap().record;
    changed.village = counted;
    run(&mut register, &Command::Change(coop.any(), changed.into()));
    let kind = OrganisationKind::Household;
    let house = add(&mut register, Organisation { name: "Hộ Ba".into(), kind, ..Organisation::default() });
    guest(&mut register, of, "Đàm Quang Lộc", coop, false);
    guest(&mut register, of, "Nguyễn Thị Ba", house, false);
    guest(&mut register, of, "Nguyễn Văn Tư", house, false);
    let conference = Some(of);
    let booth = Booth { conference, code: "A1".into(), village: uncounted, ..Booth::default() };
    let booth = add(&mut register, booth);
    add(&mut register, Booth { conference, code: "A2".into(), organisation: Some(coop), ..Booth::default() });
    for (day, visitors) in [(18, 40), (19, 25)] {
        let (booth, date, visitors) = (Some(booth), Some(date(2026, 12, day)), Some(visitors));
        add(&mut register, BoothDay { booth, date, visitors, ..BoothDay::default() });
    }
    // Two products of the cooperative and one of the village count; one whose stars are over does not, nor one
    // that another firm makes in the village.
    let other = firm(&mut register, "Công ty không dự", 1);
    for (organisation, village, stars, valid_to) in [
        (Some(coop), None, 4, None),
        (Some(coop), None, 3, Some(date(2026, 12, 18))),
        (Some(coop), None, 5, Some(date(2026, 12, 17))),
        (None, uncounted, 4, None),
        (Some(other), uncounted, 5, None),
    ] {
        let product = Product { name: "Giỏ".into(), organisation, village, ..Product::default() };
        let product = Some(add(&mut register, product));
        let (kind, stars) = (CertificateKind::Ocop, Some(stars));
        add(&mut register, Certificate { product, kind, stars, valid_to, ..Certificate::default() });
    }
    for kind in [StatementKind::Difficulty, StatementKind::Difficulty, StatementKind::Proposal] {
        add(&mut register, Statement { conference, kind, words: "Thiếu đất".into(), ..Statement::default() });
    }
    let answer = report(&mut register, of);
    let rows = table(&answer, 0);
    let shown = |name: &str| line(&rows, name)[2..].join(" | ");
    assert_eq!(shown("Đại biểu có mặt"), "người | 4 | 3 |  | Theo bàn đón tiếp");
    assert_eq!(shown("Trong đó: hợp tác xã"), "đơn vị |  | 1 |  | Gồm liên hiệp hợp tác xã, tổ hợp tác");
    assert_eq!(shown("Trong đó: hộ kinh doanh"), "hộ |  | 1 |  | ");
    assert_eq!(shown("Làng nghề tham gia"), "làng nghề |  | 2 |  | Của đơn vị, gian hàng và biên bản");
    assert_eq!(shown("Lao động của các làng nghề"), "người |  | 320 |  | 1/2 làng nghề có số liệu");
    let ocop = "sản phẩm |  | 3 |  | 5\u{a0}sao:\u{a0}0; 4\u{a0}sao:\u{a0}2; 3\u{a0}sao:\u{a0}1";
    assert_eq!(shown("Sản phẩm OCOP của đơn vị tham gia"), ocop);
    assert_eq!(shown("Lượt khách hỏi tại gian hàng"), "lượt |  | 65 |  | 1/2 gian hàng có số liệu");
    assert_eq!(shown("Doanh thu tại gian hàng"), "triệu đồng |  |  |  | ", "nobody noted any");
    assert_eq!(shown("Khó khăn, vướng mắc được nêu"), "ý kiến |  | 2 |  | ");
    assert_eq!(shown("Kiến nghị, đề xuất"), "kiến nghị |  | 1 |  | ");
    let said = bars(&answer, "chart-planned");
    assert_eq!(said, [("Đại biểu có mặt".into(), 75, "3/4 người · 75 %".into())]);
}

#[test]
fn what_came_of_a_memorandum_says_what_hinders_it_and_what_is_wanted() {
    let mut register = register();
    let of = conference(&mut register, 2026, ConferenceState::Done);
    let firms = [("HTX", 0), ("Siêu thị", 1)].map(|(name, place)| firm(&mut register, name, place));
    let mou = memorandum(&mut register, of, (firms, None), (Some(100_000_000), MouState::UnderWay));
    let codes = |codes: &[&str]| so_lang_nghe::domain::CodeSet::of(codes.iter().copied());
    let (next_date, mou) = (Some(date(2027, 3, 1)), Some(mou));
    let talks = [
        FollowUp { obstacles: codes(&["design"]), next_step: "Gửi mẫu".into(), ..FollowUp::default() },
        FollowUp {
            obstacles: codes(&["price", "design"]),
            next_step: "Hỗ trợ thiết kế".into(),
            next_date,
            note: "Sở hỗ trợ".into(),
            ..FollowUp::default()
        },
        FollowUp { result: "Chưa gặp".into(), ..FollowUp::default() },
    ];
    for (talk, day) in talks.into_iter().zip(1..) {
        add(&mut register, FollowUp { mou, date: Some(date(2027, 2, day)), ..talk });
    }
    let rows = table(&report(&mut register, of), 3);
    assert_eq!(rows[0][6], "Giá, Mẫu mã");
    assert_eq!(rows[0][7], "Hỗ trợ thiết kế – 01/03/2027; Sở hỗ trợ");
}

#[test]
fn a_report_compares_with_the_last_conference_or_with_up_to_three_that_were_chosen() {
    let mut register = register();
    let firm = firm(&mut register, "HTX", 0);
    let held: Vec<Id<Conference>> = [(2022, 8), (2023, 4), (2024, 2), (2025, 1), (2026, 2)]
        .map(|(year, guests)| {
            let of = conference(&mut register, year, ConferenceState::Done);
            for place in 0..guests {
                guest(&mut register, of, &format!("Khách {year} {place}"), firm, false);
            }
            of
        })
        .to_vec();
    let now = held[4];
    let compared = |register: &mut Register| {
        let answer = report(register, now);
        let columns = 5..answer.tables[0].columns.len() - 1;
        let heads = answer.tables[0].columns[columns.clone()].iter();
        let heads: Vec<String> = heads.map(|(label, _)| label.text(Language::Vi)).collect();
        let row = line(&table(&answer, 0), "Đại biểu có mặt");
        (heads, row[columns].to_vec(), answer.tables[0].across)
    };
    let first = compared(&mut register);
    assert_eq!(first, (vec!["So với kỳ 12/2025".into()], vec!["200 %".into()], false));
    let choose = |register: &mut Register, chosen: &[Id<Conference>]| {
        let mut record = register.store().rows().get(now).unwrap().record;
        record.compared_with.0 = chosen.iter().map(|id| id.any().hex()).collect();
        run(register, &Command::Change(now.any(), record.into()));
    };
    choose(&mut register, &[held[0], held[2]]);
    let two = compared(&mut register);
    let heads = vec!["So với kỳ 12/2024".to_owned(), "So với kỳ 12/2022".to_owned()];
    assert_eq!((two.0, two.1), (heads, vec!["100 %".into(), "25 %".into()]));
    choose(&mut register, &held[..4]);
    assert_eq!(compared(&mut register).0.len(), 3, "the last three of four");
    // One that lies in the trash is no longer compared with.
    choose(&mut register, &[held[0]]);
    for guest in register.store().rows().children::<Participation>("conference", held[0].any()).unwrap() {
        run(&mut register, &Command::Delete(RecordKind::Participation, guest.id.any()));
    }
    run(&mut register, &Command::Delete(RecordKind::Conference, held[0].any()));
    assert_eq!(compared(&mut register), first);
    register.undo(NOW).unwrap();
    assert_eq!(compared(&mut register).0, ["So với kỳ 12/2022"]);
}

/// `cargo test --release --test core a_large_report -- --ignored --nocapture` tells how long it takes.
#[test]
#[ignore = "takes a while"]
#[allow(clippy::print_stdout, reason = "it tells figures")]
fn a_large_report() {
    let mut register = register();
    let held: Vec<_> =
        (2023..=2026).map(|year| conference(&mut register, year, ConferenceState::Done)).collect();
    let firms: Vec<_> = (0..600)
        .map(|number| {
            let firm = firm(&mut register, &format!("HTX {number}"), number % 3);
            let (organisation, name) = (Some(firm), "Giỏ".to_owned());
            add(&mut register, Product { name, organisation, ..Product::default() });
            firm
        })
        .collect();
    for of in &held {
        for (number, firm) in firms.iter().enumerate() {
            guest(&mut register, *of, &format!("Khách {number}"), *firm, true);
        }
        for pair in firms[..80].chunks_exact(2) {
            memorandum(&mut register, *of, ([pair[0], pair[1]], None), (Some(10), MouState::Signed));
        }
    }
    let mut record = register.store().rows().get(held[3]).unwrap().record;
    record.compared_with.0 = held[..3].iter().map(|id| id.any().hex()).collect();
    run(&mut register, &Command::Change(held[3].any(), record.into()));
    for _ in 0..3 {
        let start = std::time::Instant::now();
        assert_eq!(report(&mut register, held[3]).figures.present, 600);
        println!("a report of 600 organisations beside three others: {:?}", start.elapsed());
    }
}
