//! Random lists of commands: undo all is the start, redo all is the end, nothing panics, and the file is sound.

use std::fmt::Write as _;

use jiff::civil::date;
use proptest::prelude::*;
use so_lang_nghe::domain::{
    AnyId, Artisan, Cell, ClauseKind, ClauseTree, CodeSet, Id, Mou, MouClause, MouLanguage, MouParty,
    MouProduct, MouState, NumberBlock, NumberSeries, Obligation, Organisation, Person, Picture, Position,
    RecordKind, Village,
};
use so_lang_nghe::ops::{BulkChange, Command, FrozenPaper, MouDraft, Register};

use so_lang_nghe::store::SearchQuery;

use crate::common::{NOW, dump, register};

/// A command to be, with numbers that choose among what is there.
#[derive(Clone, Debug)]
struct Choice {
    what: u8,
    which: usize,
    other: usize,
    text: String,
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    let texts = prop_oneof![
        "[ a-zđăâêôơưĐÁạẹ]{0,12}",
        Just("Gốm \u{a0}Bát\u{200b} Tràng".to_owned()),
        Just("'; DROP TABLE village; --".to_owned()),
        Just("\"{}[]\\n%_".to_owned()),
        Just("123456789012345678".to_owned()),
    ];
    let choice = (any::<u8>(), any::<usize>(), any::<usize>(), texts)
        .prop_map(|(what, which, other, text)| Choice { what, which, other, text });
    proptest::collection::vec(choice, 1..40)
}

fn pick<T: Copy>(items: &[T], number: usize) -> Option<T> {
    if items.is_empty() { None } else { items.get(number % items.len()).copied() }
}

fn ids<R: so_lang_nghe::domain::Record>(register: &Register) -> Vec<Id<R>> {
    register.store().rows().all::<R>().unwrap().iter().map(|stored| stored.id).collect()
}

/// A new person or one that is there, with a new role or one that is there.
fn save_person(register: &Register, which: usize, other: usize, text: String, person: Person) -> Command {
    let (held, role) = if other.is_multiple_of(2) {
        let village = pick(&ids(register), other);
        let artisan = Artisan { village, craft: text, ..Artisan::default() };
        (artisan.into(), pick(&ids::<Artisan>(register), which).map(|id| id.any()))
    } else {
        let organisation = pick(&ids(register), other);
        let position = Position { organisation, title: text, ..Position::default() };
        (position.into(), pick(&ids::<Position>(register), which).map(|id| id.any()))
    };
    Command::SavePerson {
        person: pick(&ids(register), which).filter(|_| !which.is_multiple_of(3)),
        details: Box::new(person),
        role: role.filter(|_| which.is_multiple_of(2)),
        held,
    }
}

/// The command for a choice, if there is something to do it with.
fn command(register: &Register, made: &[AnyId], choice: &Choice) -> Option<Command> {
    let Choice { what, which, other, text } = choice.clone();
    let number = i64::try_from(which % 1_000_000).unwrap();
    let village =
        Village { name: text.clone(), workers: Some(number), note: text.clone(), ..Village::default() };
    let person = Person { full_name: text.clone(), ..Person::default() };
    Some(match what % 38 {
        0 => Command::Add(village.into()),
        1 => Command::Add(person.into()),
        2 => Command::Add(
            Organisation { name: text, village: pick(&ids(register), other), ..Organisation::default() }
                .into(),
        ),
        3 => {
            let artisan = Artisan {
                person: pick(&ids(register), which),
                village: pick(&ids(register), other),
                craft: text,
                ..Artisan::default()
            };
            Command::Add(artisan.into())
        }
        4 => {
            let position = Position {
                person: pick(&ids(register), which),
                organisation: pick(&ids(register), other),
                title: text,
                signs: which % 2 == 0,
                ..Position::default()
            };
            Command::Add(position.into())
        }
        5 => Command::Change(pick(&ids::<Village>(register), which)?.any(), village.into()),
        6 => Command::Change(pick(&ids::<Person>(register), which)?.any(), person.into()),
        7 => Command::Delete(RecordKind::Village, pick(&ids::<Village>(register), which)?.any()),
        8 => Command::Delete(RecordKind::Artisan, pick(&ids::<Artisan>(register), which)?.any()),
        9 => Command::Retag {
            kind: RecordKind::Village,
            rows: register.store().rows().in_order(RecordKind::Village).unwrap(),
            add: CodeSet::of([text.trim()]),
            remove: CodeSet::of(["a"]),
        },
        10 => Command::SaveMou(None, Box::new(draft(register, &choice.clone()))),
        11 => Command::SaveMou(pick(&ids(register), which), Box::new(draft(register, &choice.clone()))),
        12 => Command::Add(
            NumberSeries { pattern: "{so:03}/X".into(), first: number % 10, ..NumberSeries::default() }
                .into(),
        ),
        13 => Command::IssueNumber(pick(&ids(register), which)?, pick(&ids(register), other)?),
        14 => Command::Freeze(pick(&ids(register), which)?, Box::new(paper(text))),
        15 => Command::WriteNumber(pick(&ids(register), which)?, text),
        16 => Command::ExplainGap { series: pick(&ids(register), which)?, value: number % 12, reason: text },
        17 => Command::Delete(RecordKind::Mou, pick(&ids::<Mou>(register), which)?.any()),
        18 => Command::Delete(RecordKind::Person, pick(&ids::<Person>(register), which)?.any()),
        19 => {
            let artisan = Artisan {
                person: pick(&ids(register), other),
                village: pick(&ids(register), which),
                craft: text,
                ..Artisan::default()
            };
            Command::Change(pick(&ids::<Artisan>(register), which)?.any(), artisan.into())
        }
        20 => {
            // Anything ever made, in the trash or not.
            let kind = pick(
                &[RecordKind::Village, RecordKind::Artisan, RecordKind::Mou, RecordKind::Person],
                other,
            )?;
            Command::Restore(kind, pick(made, which)?)
        }
        22 => {
            let kind = pick(&[RecordKind::Village, RecordKind::Artisan, RecordKind::Mou], other)?;
            let rows = register.store().rows().in_order(kind).unwrap();
            Command::DeleteRows(kind, rows.into_iter().skip(which % 3).take(other % 4).collect())
        }
        23 => change_rows(register, other, number, text),
        26 => Command::AddMany(vec![village.into(), person.into()]),
        27 => Command::ArrangePictures(ids::<Picture>(register).into_iter().rev().collect()),
        28 => Command::Add(
            Picture { village: pick(&ids(register), which), sha256: text, ..Picture::default() }.into(),
        ),
        24 => {
            let keep = pick(&ids::<Person>(register), which)?;
            Command::Merge(keep.any(), pick(&ids::<Person>(register), other)?.any(), person.into())
        }
        25 => {
            let one = pick(&ids::<Village>(register), which)?.any();
            Command::KeepApart(RecordKind::Village, one, pick(&ids::<Village>(register), other)?.any())
        }
        29..=36 => mou_office(register, choice)?,
        21 => save_person(register, which, other, text, person),
        _ => Command::SetMouState {
            mou: pick(&ids::<Mou>(register), which)?,
            state: pick(MouState::ALL, other)?,
            date: date(2026, 3, 4),
            note: text,
        },
    })
}

/// What the MoU office does beside the text of a MoU.
fn mou_office(register: &Register, choice: &Choice) -> Option<Command> {
    let Choice { what, which, other, text } = choice.clone();
    let number = i64::try_from(other).unwrap_or(0);
    Some(match what % 38 {
        29 => Command::ArrangeCeremony(
            ids::<Mou>(register)
                .into_iter()
                .rev()
                .map(|id| (id, Some(number % 3), Some(number % 5)))
                .collect(),
        ),
        30 => {
            let mou = pick(&ids::<Mou>(register), which)?;
            let parties = register.store().rows().children::<MouParty>("mou", mou.any()).unwrap();
            let parties: Vec<_> = parties.into_iter().map(|party| party.id).collect();
            Command::ReplaceSigner {
                mou,
                party: pick(&parties, other)?,
                signer: pick(&ids::<Position>(register), other)?,
                paper: Box::new(paper(text)),
                note: String::new(),
            }
        }
        33 => Command::DropNumber(pick(&ids(register), which)?, text),
        34 => Command::NotePrinted(ids(register), date(2026, 3, 3)),
        35 => {
            Command::SetBatchTime(ids(register), (!text.is_empty()).then(|| jiff::civil::time(10, 40, 0, 0)))
        }
        36 => Command::CheckCopies(pick(&ids(register), which)?, other.is_multiple_of(2)),
        31 => Command::Add(
            NumberBlock {
                series: pick(&ids(register), which),
                first: number % 5 + 1,
                last: number % 5 + 4,
                holder: text,
                ..NumberBlock::default()
            }
            .into(),
        ),
        _ => Command::Add(
            Obligation {
                mou: pick(&ids(register), which),
                organisation: pick(&ids(register), other).filter(|_| number % 3 == 0),
                person: pick(&ids(register), other).filter(|_| number % 3 == 1),
                task: text,
                ..Obligation::default()
            }
            .into(),
        ),
    })
}

fn paper(text: String) -> FrozenPaper {
    FrozenPaper {
        pdf: text.clone().into_bytes(),
        pages: 1,
        language: MouLanguage::Vi,
        data: text,
        template: String::new(),
        template_version: 1,
        made_at: NOW,
        date: date(2026, 1, 2),
    }
}

fn change_rows(register: &Register, other: usize, number: i64, text: String) -> Command {
    let rows = register.store().rows().in_order(RecordKind::Village).unwrap();
    let change = if other.is_multiple_of(2) {
        BulkChange::Set(vec![("note", Cell::Text(text)), ("households", Cell::Integer(number))])
    } else {
        BulkChange::Replace { column: "name", find: "a".into(), with: text }
    };
    Command::ChangeRows(RecordKind::Village, rows, change)
}

fn draft(register: &Register, choice: &Choice) -> MouDraft {
    let Choice { which, other, text, .. } = choice;
    let clause = |kind, children| ClauseTree {
        id: None,
        clause: MouClause { kind, text: text.clone(), ..MouClause::default() },
        children,
    };
    let points = (0..which % 3).map(|_| clause(ClauseKind::Point, vec![])).collect();
    let party = MouParty { organisation: pick(&ids(register), *other), ..MouParty::default() };
    let line = MouProduct {
        product: pick(&ids(register), *which),
        name: text.clone(),
        unit: text.clone(),
        quantity: i64::try_from(*other).ok(),
        remarks_en: text.clone(),
        ..MouProduct::default()
    };
    MouDraft {
        mou: Mou { subject: text.clone(), village: pick(&ids(register), *which), ..Mou::default() },
        parties: vec![party.into(); other % 4],
        clauses: vec![clause(ClauseKind::Article, vec![clause(ClauseKind::Clause, points)]); which % 4],
        products: vec![line.into(); other % 3],
    }
}

/// Everything an officer can see: records, the order of names, what a search finds.
fn seen(register: &mut Register) -> String {
    let mut text = dump(&register.store().rows());
    for kind in [
        RecordKind::Village,
        RecordKind::Person,
        RecordKind::Artisan,
        RecordKind::Organisation,
        RecordKind::Mou,
    ] {
        let rows = register.store().rows();
        let order = rows.in_order(kind).unwrap();
        writeln!(text, "{kind:?} {order:?}").unwrap();
    }
    for typed in ["a", "gom", "d", "bát tràng", "1"] {
        let hits = register.store_mut().search(SearchQuery { text: typed, kinds: &[], limit: 100 }).unwrap();
        let mut hits: Vec<_> = hits.into_iter().map(|hit| (hit.kind, hit.id, hit.name, hit.place)).collect();
        hits.sort();
        writeln!(text, "{typed} {hits:?}").unwrap();
    }
    text
}

/// Runs these commands, then those of the choices: what is refused changes nothing, undoing all leads back
/// step by step to the start, redoing all to the end, and the file is sound.
fn holds(
    first: Vec<Command>,
    choices: &[Choice],
    command: fn(&Register, &[AnyId], &Choice) -> Option<Command>,
) -> Result<(), TestCaseError> {
    let mut register = register();
    let mut states = vec![seen(&mut register)];
    let mut made = Vec::new();
    for command in first {
        made.extend(register.run(&command, NOW).unwrap().id);
        states.push(seen(&mut register));
    }
    for choice in choices {
        let Some(command) = command(&register, &made, choice) else { continue };
        let before = seen(&mut register);
        let result = register.run(&command, NOW);
        made.extend(result.as_ref().ok().and_then(|outcome| outcome.id));
        match result {
            Ok(outcome) if outcome.changed.operation != 0 => states.push(seen(&mut register)),
            _ => prop_assert_eq!(&seen(&mut register), &before, "refused or without effect: {:?}", command),
        }
    }
    for state in states.iter().rev().skip(1) {
        let taken = register.undo(NOW).unwrap();
        prop_assert!(taken.kept.is_empty());
        prop_assert_eq!(&seen(&mut register), state);
    }
    prop_assert!(register.undo(NOW).is_err());
    for state in states.iter().skip(1) {
        register.redo(NOW).unwrap();
        prop_assert_eq!(&seen(&mut register), state);
    }
    prop_assert!(register.redo(NOW).is_err());
    let faults = register.store().faults().unwrap();
    let serious: Vec<_> = faults.iter().filter(|fault| fault.damaged).collect();
    prop_assert!(serious.is_empty(), "{:?}", serious);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_is_the_start_and_redoing_everything_the_end(choices in choices()) {
        holds(Vec::new(), &choices, command)?;
    }

    #[test]
    fn the_day_of_a_conference_is_undone_to_its_start_and_redone_to_its_end(choices in choices()) {
        holds(conference_day::prepared(), &choices, conference_day::command)?;
    }
}

/// Everything that is done with a conference.
mod conference_day {
    use jiff::civil::{date, time};
    use so_lang_nghe::domain::{
        Answer, AnyId, Booth, Conference, GuestClass, GuestGroup, Id, InvitationChannel, Item, Meeting,
        MeetingSide, MeetingWish, Offer, Organisation, Participation, Person, PhoneNumbers, Registration,
    };
    use so_lang_nghe::ops::{
        AtDesk, BoothAct, Command, ConferenceAct, Delegate, DeskAct, Figures, GuestAct, GuestChange,
        GuestTerms, Invited, Over, Picked, PlacedMeeting, PrintedBadges, Register, RegistrationAct,
        RegistrationForm, WalkIn,
    };

    use super::{Choice, CodeSet, draft, ids, pick};

    /// A conference with tables and hours, some people and some firms with what they make and look for.
    pub(super) fn prepared() -> Vec<Command> {
        let conference = Conference {
            name: "Hội nghị".into(),
            from_date: Some(date(2026, 12, 18)),
            meeting_tables: Some(2),
            meeting_minutes: Some(20),
            meeting_from: Some(time(13, 30, 0, 0)),
            meeting_to: Some(time(14, 30, 0, 0)),
            ..Conference::default()
        };
        let person = |name: &str| Person { full_name: name.into(), ..Person::default() };
        let firm = |name: &str| Organisation {
            name: name.into(),
            seeks_trades: CodeSet::of(["gom-su"]),
            ..Organisation::default()
        };
        let people =
            ["Đàm Quang Lộc", "Lò Thị Pành", "Chử Văn Bình"].map(|name| Command::Add(person(name).into()));
        let firms = ["HTX Đan Hòa", "Công ty Ba Mùa", "Bảy Hiên"].map(|name| Command::Add(firm(name).into()));
        std::iter::once(Command::Add(conference.into())).chain(people).chain(firms).collect()
    }

    /// Booths, and the forms of firms.
    fn firms(register: &Register, choice: &Choice, conference: Id<Conference>) -> Option<ConferenceAct> {
        let Choice { what, which, other, text } = choice.clone();
        let number = i64::try_from(other % 5).unwrap();
        Some(match what % 20 {
            13 => {
                let size = "3 × 3 m".into();
                ConferenceAct::Booths(BoothAct::Lay { conference, rows: 2, places: number, size })
            }
            14 => {
                let booth = pick(&ids::<Booth>(register), which)?;
                ConferenceAct::Booths(match other % 3 {
                    0 => BoothAct::Move(booth, Some((1, number + 1))),
                    1 => BoothAct::Move(booth, None),
                    _ => {
                        let figures = Figures { takings: Some(number), ..Figures::default() };
                        BoothAct::Takings(booth, date(2026, 12, 18), figures)
                    }
                })
            }
            15 => ConferenceAct::Booths(match other % 2 {
                0 => BoothAct::Register(conference),
                _ => BoothAct::Seat(conference),
            }),
            _ => ConferenceAct::Registration(match pick(&ids::<Registration>(register), which) {
                Some(form) if other % 2 == 0 => {
                    let organisation = ["seeks", "tax_code", "representative_title"].into();
                    let offers = ids::<Offer>(register);
                    let products = offers.into_iter().map(|offer| (offer, "capacity_per_month")).collect();
                    RegistrationAct::Confirm(form, Over { organisation, products })
                }
                form => RegistrationAct::Save(Box::new(RegistrationForm {
                    form: form.filter(|_| other % 3 == 0),
                    conference,
                    organisation: Picked::Known(pick(&ids(register), other)?),
                    delegates: vec![Delegate {
                        person: Picked::New(Box::new(Person {
                            full_name: text.clone(),
                            ..Person::default()
                        })),
                        title: "Giám đốc".into(),
                        phones: PhoneNumbers::default(),
                        email: String::new(),
                    }],
                    registration: Registration {
                        wants: text.clone(),
                        tax_code: text.clone(),
                        representative: text.clone(),
                        representative_title: "Giám đốc".into(),
                        consents: CodeSet::of(["listed", "partners"]),
                        ..Registration::default()
                    },
                    offers: match pick(&ids::<Offer>(register), which) {
                        Some(id) if other % 3 == 0 => {
                            let capacity_per_month = i64::try_from(other).ok();
                            let record = Offer { name: text, capacity_per_month, ..Offer::default() };
                            vec![Item { id: Some(id), record }]
                        }
                        _ => vec![Offer { name: text, ..Offer::default() }.into()],
                    },
                })),
            }),
        })
    }

    pub(super) fn command(register: &Register, _made: &[AnyId], choice: &Choice) -> Option<Command> {
        let Choice { what, which, other, text } = choice.clone();
        let conference = pick(&ids::<Conference>(register), which)?;
        let guest = || pick(&ids::<Participation>(register), which);
        let number = i64::try_from(other % 5).unwrap();
        let desk = |act| {
            ConferenceAct::Desk(AtDesk {
                desk: "Bàn 1".into(), officer: "A".into(), name: text.clone(), act
            })
        };
        let wish = |side| MeetingWish {
            conference: Some(conference),
            organisation: pick(&ids(register), other),
            side,
            trades: CodeSet::of(["gom-su"]),
            ..MeetingWish::default()
        };
        Some(Command::AtConference(match what % 20 {
            0 => ConferenceAct::Copy(conference, text, date(2027, 12, 10)),
            1 | 2 => ConferenceAct::Invite(
                conference,
                ids::<Person>(register)
                    .into_iter()
                    .skip(which % 2)
                    .map(|person| Invited {
                        person,
                        organisation: pick(&ids(register), other),
                        title: text.clone(),
                        group: GuestGroup::Village,
                    })
                    .collect(),
                GuestTerms {
                    class: GuestClass::Vip,
                    forms: CodeSet::of(["b2b", "booth"]),
                    ..GuestTerms::default()
                },
            ),
            3 => ConferenceAct::Guests(GuestAct::Number(conference)),
            4 => {
                let guests = ids::<Participation>(register).into_iter().rev().collect();
                ConferenceAct::Guests(GuestAct::Arrange(guests))
            }
            5 => ConferenceAct::Guests(GuestAct::Change(
                vec![guest()?],
                GuestChange {
                    answer: Some((pick(Answer::ALL, other)?, None, InvitationChannel::Phone)),
                    reminded: Some(date(2026, 12, 1)),
                    ..GuestChange::default()
                },
            )),
            6 => ConferenceAct::Guests(GuestAct::Substitute {
                guest: guest()?,
                person: Picked::New(Box::new(Person { full_name: text, ..Person::default() })),
                title: String::new(),
                day: None,
                channel: InvitationChannel::Zalo,
            }),
            7 | 8 => desk(DeskAct::Arrive(guest()?)),
            9 => desk(DeskAct::Withdraw(guest()?)),
            10 => {
                let walk_in = WalkIn { name: text.clone(), phone: "0901222333".into(), ..WalkIn::default() };
                desk(DeskAct::WalkIn(conference, walk_in))
            }
            11 => desk(DeskAct::Substitute(guest()?, text.clone(), String::new())),
            12 if other % 2 == 0 => {
                // Another thing given is the first one taken back.
                desk(DeskAct::HandOut(guest()?, CodeSet::of([["bag", "meal"][which % 2]])))
            }
            12 => ConferenceAct::Badges(PrintedBadges {
                conference,
                only: guest().filter(|_| which % 2 == 0).map(|guest| vec![guest]),
                desk: "Bàn 1".into(),
                officer: "A".into(),
            }),
            13..=16 => firms(register, choice, conference)?,
            17 => {
                let side = pick(MeetingSide::ALL, which)?;
                return Some(Command::Add(wish(side).into()));
            }
            18 => match other % 2 {
                0 => ConferenceAct::GatherWishes(conference),
                _ => ConferenceAct::Timetable(conference, which % 4 + 1),
            },
            19 if other % 2 == 0 => ConferenceAct::PlaceMeeting(PlacedMeeting {
                conference,
                meeting: pick(&ids(register), other),
                pair: (pick(&ids(register), which)?, pick(&ids(register), other / 2)?),
                table: number % 2 + 1,
                start: date(2026, 12, 18).at(13, 30, 0, 0),
            }),
            _ => {
                let meeting: Id<Meeting> = pick(&ids(register), which)?;
                ConferenceAct::MeetingMou(meeting, Box::new(draft(register, choice)))
            }
        }))
    }
}
