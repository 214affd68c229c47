//! Papers of the day of a conference: signs of booths, timetables of meetings, minutes.

use jiff::ToSpan as _;

use super::{BB, Papers};
use crate::documents::conference::minutes::{Minutes, Task};
use crate::documents::conference::timetable::{Meeting, Timetable, Timetables, Whose};
use crate::documents::conference::{Guest, Head};
use crate::documents::signs::{Sign, Signs};
use crate::domain::{Id, MeetingSeat, Organisation};
use crate::error::Result;
use crate::i18n::{Language, Message, message};
use crate::ops::{BoothPlan, ConferenceMeetings, ConferenceMinutes, MeetingLine, NamedPerson, Query as _};
use crate::vietnamese::{joined, show_time};

impl Papers<'_> {
    pub(super) fn signs(&mut self) -> Result<Signs> {
        let plan = BoothPlan { conference: self.id }.answer(self.store)?;
        let mut signs = Vec::new();
        for line in plan.taking_part() {
            let firm = self.store.rows().linked(line.booth.organisation)?.map(|firm| firm.record);
            let province = self.province_of(firm.and_then(|firm| firm.commune), self.language);
            let words = [&line.booth.sign, &line.short, &line.village];
            let Some(words) = words.into_iter().find(|words| !words.is_empty()).cloned() else { continue };
            signs.push(Sign {
                words,
                booth: line.booth.code.clone(),
                organisation: if line.name.is_empty() { line.village.clone() } else { line.name.clone() },
                province,
            });
        }
        Ok(Signs { host: self.agency(), conference: self.name(), signs, language: self.language })
    }

    /// The meetings of each organisation, or at each table.
    pub(super) fn timetables(&mut self, by_table: bool) -> Result<Timetables> {
        let answer = ConferenceMeetings { conference: self.id }.answer(self.store)?;
        let firm = |id: Option<Id<Organisation>>| {
            let found = id.and_then(|id| answer.firms.get(&id));
            Guest {
                organisation: found.map(|firm| firm.name.clone()).unwrap_or_default(),
                ..Guest::default()
            }
        };
        let mut lines: Vec<_> = answer.meetings.iter().filter_map(|line| Some((line.seat?, line))).collect();
        lines.sort_by_key(|(seat, _)| (seat.slot, seat.table));
        let hall = answer.hall.as_ref();
        let meeting = |seat: MeetingSeat, line: &MeetingLine, partners| Meeting {
            time: hall.map(|hall| hall.hours(seat.slot, self.language)).unwrap_or_default(),
            table: (seat.table + 1).to_string(),
            partners,
            wishes: line.record.reason.clone(),
        };
        let mut sheets = Vec::new();
        if by_table {
            for table in 0..hall.map_or(0, |hall| hall.tables) {
                let here = lines.iter().filter(|(seat, _)| seat.table == table);
                let meetings: Vec<_> = here
                    .map(|(seat, line)| {
                        meeting(*seat, line, vec![firm(line.record.seller), firm(line.record.buyer)])
                    })
                    .collect();
                if !meetings.is_empty() {
                    sheets.push(Timetable { whose: Whose::Table((table + 1).to_string()), meetings });
                }
            }
        } else {
            for (id, _) in &answer.by_firm {
                let own = lines
                    .iter()
                    .filter(|(_, line)| [line.record.seller, line.record.buyer].contains(&Some(*id)));
                let meetings: Vec<_> = own
                    .map(|(seat, line)| {
                        let other = if line.record.seller == Some(*id) {
                            line.record.buyer
                        } else {
                            line.record.seller
                        };
                        meeting(*seat, line, vec![firm(other)])
                    })
                    .collect();
                let Some(firm) = answer.firms.get(id).filter(|_| !meetings.is_empty()) else { continue };
                let whose = match firm.delegates.first() {
                    Some(delegate) => Whose::delegate(&delegate.name, &delegate.title, &firm.name),
                    None => Whose::delegate(&firm.name, "", ""),
                };
                sheets.push(Timetable { whose, meetings });
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
        let guest = |person: Option<&NamedPerson>| {
            person.map_or_else(Guest::default, |person| Guest {
                honorific: person.honorific.clone(),
                name: person.name.clone(),
                position: person.title.clone(),
                organisation: person.organisation.clone(),
                ..Guest::default()
            })
        };
        let mut present = Vec::new();
        if answer.all.present > 0 {
            let said = message("minutes-present").with("count", answer.all.present);
            present.push([self.say(&message("minutes-delegates")), self.say(&said)]);
            for (group, of) in answer.groups.iter().filter(|(_, of)| of.present > 0) {
                let said = message("minutes-present").with("count", of.present);
                present.push([self.say(&group.label()), self.say(&said)]);
            }
        }
        let course: Vec<String> = answer
            .programme
            .iter()
            .map(|(item, speaker)| {
                let time = item.start.map(|time| show_time(time, self.language)).unwrap_or_default();
                let point = match self.language {
                    Language::En if !item.point_en.is_empty() => &item.point_en,
                    _ => &item.point,
                };
                let line = if time.is_empty() { point.clone() } else { format!("{time}: {point}") };
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
        let opinions = answer.statements.iter().map(|line| {
            let who = Guest {
                name: line.person.clone(),
                organisation: line.organisation.clone(),
                ..Guest::default()
            };
            (who, line.statement.words.clone())
        });
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
            chair: guest(answer.chair.as_ref()),
            secretary: guest(answer.secretary.as_ref()),
            present,
            course: course.join("\n"),
            opinions: opinions.collect(),
            conclusions: answer.conference.conclusions.clone(),
            tasks: tasks.collect(),
            recipients: self.recipients(false, &self.conference.recipients),
        })
    }
}
