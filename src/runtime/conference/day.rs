//! Papers of the day of a conference: signs of booths, timetables of meetings, minutes.

use std::collections::BTreeMap;

use jiff::ToSpan as _;

use super::{BB, Papers, courtesy};
use crate::documents::booth_plan::{BoothSheet, PlanCell};
use crate::documents::conference::minutes::{Minutes, Task};
use crate::documents::conference::timetable::{Meeting, Timetable, Timetables, Whose};
use crate::documents::conference::{Guest, Head};
use crate::documents::signs::{Sign, Signs};
use crate::domain::{BoothState, GuestGroup, Id, MeetingSeat, MeetingSide, Organisation, Person};
use crate::error::Result;
use crate::i18n::{Language, Message, message};
use crate::ops::{
    BoothLine, BoothPlan, ConferenceMeetings, ConferenceMinutes, MeetingLine, NamedPerson, Query as _,
};
use crate::vietnamese::{joined, show_time};

impl Papers<'_> {
    /// The plan of the booths; those without a place stand below it.
    pub(super) fn booth_plan(&mut self) -> Result<BoothSheet> {
        let plan = BoothPlan { conference: self.id }.answer(self.store)?;
        let mut names = BTreeMap::new();
        for line in &plan.booths {
            let booth = &line.booth;
            let known = if line.short.is_empty() { &booth.sign } else { &line.short };
            let name = self.organisation(booth.organisation, known, self.language)?;
            // What was given up is free again.
            let given = booth.state != BoothState::Dropped;
            let name = if self.language == Language::Vi { known.clone() } else { name };
            names.insert(line.id, if given { name } else { String::new() });
        }
        let name = |line: &BoothLine| names.get(&line.id).cloned().unwrap_or_default();
        let beside = plan.beside().filter(|line| !name(line).is_empty());
        let beside = beside.map(|line| joined([line.booth.code.clone(), name(line)], " ")).collect();
        let standing = plan.booths.iter().filter(|line| {
            line.place().and_then(|place| plan.at(place)).is_some_and(|first| first.id == line.id)
        });
        let cells = standing.filter_map(|line| {
            let (row, place) = line.place()?;
            let (row, place) = (usize::try_from(row).ok()?, usize::try_from(place).ok()?);
            Some(PlanCell { row, place, code: line.booth.code.clone(), name: name(line) })
        });
        Ok(BoothSheet {
            host: self.agency(),
            conference: self.name(),
            when: joined([self.days(self.language), self.venue(self.language)], ", "),
            cells: cells.filter(|cell| cell.row > 0 && cell.place > 0).collect(),
            beside,
            language: self.language,
        })
    }

    pub(super) fn signs(&mut self) -> Result<Signs> {
        let plan = BoothPlan { conference: self.id }.answer(self.store)?;
        let mut signs = Vec::new();
        for line in plan.taking_part() {
            let firm = self.store.rows().linked(line.booth.organisation)?.map(|firm| firm.record);
            let known = if line.name.is_empty() { &line.village } else { &line.name };
            let organisation = self.organisation(line.booth.organisation, known, self.language)?;
            let province = self.province_of(firm.and_then(|firm| firm.commune), self.language);
            let words = [&line.booth.sign, &line.short, &line.village];
            let Some(words) = words.into_iter().find(|words| !words.is_empty()).cloned() else { continue };
            signs.push(Sign { words, booth: line.booth.code.clone(), organisation, province });
        }
        Ok(Signs { host: self.agency(), conference: self.name(), signs, language: self.language })
    }

    /// The meetings of each delegate, or at each table.
    pub(super) fn timetables(&mut self, by_table: bool) -> Result<Timetables> {
        let answer = ConferenceMeetings { conference: self.id }.answer(self.store)?;
        let mut names = BTreeMap::new();
        for (id, firm) in &answer.firms {
            names.insert(*id, self.organisation(Some(*id), &firm.name, self.language)?);
        }
        let name = |id: Id<Organisation>| names.get(&id).cloned().unwrap_or_default();
        let firm = |id: Option<Id<Organisation>>| Guest {
            organisation: id.map(name).unwrap_or_default(),
            ..Guest::default()
        };
        let mut lines: Vec<_> = answer.meetings.iter().filter_map(|line| Some((line.seat?, line))).collect();
        lines.sort_by_key(|(seat, _)| (seat.slot, seat.table));
        let hall = answer.hall.as_ref();
        let wanted = |id: Option<Id<Organisation>>, side| {
            let wish =
                answer.wishes.iter().find(|wish| wish.record.organisation == id && wish.record.side == side);
            wish.map(|wish| wish.record.words.clone()).unwrap_or_default()
        };
        let meeting = |seat: MeetingSeat, line: &MeetingLine, partners, wishes: String| Meeting {
            time: hall.map(|hall| hall.hours(seat.slot, self.language)).unwrap_or_default(),
            table: (seat.table + 1).to_string(),
            partners,
            wishes: if line.record.reason.is_empty() { wishes } else { line.record.reason.clone() },
        };
        let mut sheets = Vec::new();
        if by_table {
            for table in 0..hall.map_or(0, |hall| hall.tables) {
                let here = lines.iter().filter(|(seat, _)| seat.table == table);
                let meetings: Vec<_> = here
                    .map(|(seat, line)| {
                        let (seller, buyer) = (line.record.seller, line.record.buyer);
                        let wishes = wanted(buyer, MeetingSide::Buyer);
                        meeting(*seat, line, vec![firm(seller), firm(buyer)], wishes)
                    })
                    .collect();
                if !meetings.is_empty() {
                    sheets.push(Timetable { whose: Whose::Table((table + 1).to_string()), meetings });
                }
            }
        } else {
            // One organisation has a line for each of its meetings.
            for of_firm in answer.by_firm.chunk_by(|(one, _), (other, _)| one == other) {
                let Some((id, _)) = of_firm.first() else { continue };
                let own = lines
                    .iter()
                    .filter(|(_, line)| [line.record.seller, line.record.buyer].contains(&Some(*id)));
                let meetings: Vec<_> = own
                    .map(|(seat, line)| {
                        let (other, side) = if line.record.seller == Some(*id) {
                            (line.record.buyer, MeetingSide::Buyer)
                        } else {
                            (line.record.seller, MeetingSide::Seller)
                        };
                        meeting(*seat, line, vec![firm(other)], wanted(other, side))
                    })
                    .collect();
                let Some(firm) = answer.firms.get(id).filter(|_| !meetings.is_empty()) else { continue };
                let whose = |person: &str, title: &str| Timetable {
                    whose: Whose::delegate(person, title, &name(*id)),
                    meetings: meetings.clone(),
                };
                if firm.delegates.is_empty() {
                    sheets.push(whose("", ""));
                }
                for delegate in &firm.delegates {
                    sheets.push(whose(&courtesy(&delegate.name, self.language), &delegate.title));
                }
            }
        }
        Ok(Timetables {
            agency: self.agency(),
            conference: self.name(),
            when: joined([self.days(self.language), self.venue(self.language)], ", "),
            sheets,
            note: self.conference.contact.clone(),
            language: self.language,
        })
    }

    pub(super) fn minutes(&mut self) -> Result<Minutes> {
        let answer = ConferenceMinutes { conference: self.id }.answer(self.store)?;
        let guest = |id: Option<Id<Person>>, person: Option<&NamedPerson>| -> Result<Guest> {
            let Some(person) = person else { return Ok(Guest::default()) };
            let english = match self.language {
                Language::En => self.english_title(id, &person.title)?,
                Language::Vi => None,
            };
            Ok(Guest {
                honorific: courtesy(&person.honorific, self.language),
                name: person.name.clone(),
                position: english.unwrap_or_else(|| person.title.clone()),
                organisation: self.organisation(person.of, &person.organisation, self.language)?,
                ..Guest::default()
            })
        };
        let chair = guest(self.conference.chair, answer.chair.as_ref())?;
        let secretary = guest(self.conference.secretary, answer.secretary.as_ref())?;
        let mut present = Vec::new();
        if answer.all.present > 0 {
            let said = message("minutes-present").with("count", answer.all.present);
            present.push([self.say(&message("minutes-delegates")), self.say(&said)]);
            let mut others = None;
            for (group, of) in answer.groups.iter().filter(|(_, of)| of.present > 0) {
                let said = message("minutes-present").with("count", of.present);
                match group {
                    GuestGroup::None => others = Some([message("guests-other-groups"), said]),
                    group => present.push([self.say(&group.label()), self.say(&said)]),
                }
            }
            present.extend(others.map(|words| words.map(|words| self.say(&words))));
        }
        let course: Vec<String> = answer
            .programme
            .iter()
            .map(|(item, speaker)| {
                let time = item.start.map(|time| show_time(time, self.language)).unwrap_or_default();
                let point = self.language.pick(&item.point, &item.point_en);
                let line = if time.is_empty() { point.to_owned() } else { format!("{time}: {point}") };
                let speaker = courtesy(speaker, self.language);
                if speaker.is_empty() { line } else { format!("{line} ({speaker})") }
            })
            .collect();
        let began = answer.programme.iter().find_map(|(item, _)| item.start);
        // As the programme says, like the beginning; what was longer is written over it.
        let ended = answer.programme.last().and_then(|(item, _)| {
            let end = item.start?.checked_add(item.minutes?.minutes()).ok()?;
            let said = |words: Message| self.say(&words.with("time", show_time(end, self.language)));
            let first = self.conference.from_date;
            Some(match item.date.or(first).filter(|day| Some(*day) != first) {
                None => said(message("minutes-ended")),
                Some(day) => said(message("minutes-ended-on").with("day", self.day(day))),
            })
        });
        let mut opinions = Vec::new();
        for line in &answer.statements {
            let who = Guest {
                name: courtesy(&line.person, self.language),
                organisation: self.organisation(
                    line.statement.organisation,
                    &line.organisation,
                    self.language,
                )?,
                ..Guest::default()
            };
            opinions.push((who, line.statement.words.clone()));
        }
        let tasks = answer.tasks.iter().map(|task| Task {
            what: task.task.clone(),
            who: task.responsible.clone(),
            until: task.due.map(|day| self.day(day)).unwrap_or_default(),
        });
        let began = began.map(|time| {
            let said = message("paper-time").with("time", show_time(time, self.language));
            self.say(&said.with("day", self.days(self.language)))
        });
        Ok(Minutes {
            head: Head {
                date: self.conference.from_date,
                number: self.number(&self.conference.minutes_number, BB),
                ..self.head()
            },
            conference: self.name(),
            began: began.unwrap_or_default(),
            ended: ended.unwrap_or_default(),
            place: self.place(),
            chair,
            secretary,
            present,
            course: course.join("\n"),
            opinions,
            conclusions: answer.conference.conclusions.clone(),
            tasks: tasks.collect(),
            recipients: self.recipients(false, &self.conference.recipients),
        })
    }
}
