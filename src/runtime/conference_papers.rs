//! Papers of a conference, made from what the register knows at this moment.

use jiff::civil::Date;

use crate::documents::badges::{Badge, BadgeGroup, BadgeSize, Badges};
use crate::documents::blocks::{Align, Bar, Document};
use crate::documents::certificate::{Attendee, Certificates};
use crate::documents::conference::attendance::{Attendance, BLANK_ROWS, Delegate, Group};
use crate::documents::conference::letters::{Invitation, Thanks};
use crate::documents::conference::minutes::{Minutes, Task};
use crate::documents::conference::registration::RegistrationForm;
use crate::documents::conference::report::{Bars, Figures, Report, Section, Topic};
use crate::documents::conference::timetable::{Meeting, Timetable, Timetables, Whose};
use crate::documents::conference::{Guest, Head, Signer};
use crate::documents::list::{ListCell, ListPaper};
use crate::documents::signs::{Sign, Signs};
use crate::domain::{
    Answer, Conference, GuestGroup, Id, Participation, ParticipationForm, Position, ProgrammeItem, Stored,
    office_time,
};
use crate::error::{ErrorKind, Result};
use crate::i18n::{Language, Message, message};
use crate::ops::{
    BoothPlan, ConferenceMeetings, ConferenceMinutes, ConferenceReport, ConferenceReportAnswer, DeskEntries,
    GuestBook, Named, Query as _, ReportTable,
};
use crate::places::Places;
use crate::store::Store;
use crate::vietnamese::{PartialDate, long_date, phone, show_time};

/// A paper of a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConferencePaper {
    /// Letters to all guests.
    Invitations,
    /// The form to register with.
    RegistrationForm,
    /// The list delegates sign, by the order of protocol.
    Attendance,
    /// Badges of all who are expected or came.
    Badges(BadgeSize),
    /// Signs of the booths.
    Signs,
    /// Meetings of each organisation.
    Timetables,
    /// Meetings at each table.
    TableTimetables,
    /// Minutes.
    Minutes,
    /// Certificates of those who came.
    Certificates,
    /// Letters of thanks to those who came.
    Thanks,
    /// The report with its tables.
    Report,
}

impl ConferencePaper {
    /// All of them in the order they are needed; badges in the usual size.
    pub const ALL: [Self; 11] = [
        Self::Invitations,
        Self::RegistrationForm,
        Self::Attendance,
        Self::Badges(BadgeSize::Small),
        Self::Signs,
        Self::Timetables,
        Self::TableTimetables,
        Self::Minutes,
        Self::Certificates,
        Self::Thanks,
        Self::Report,
    ];

    /// What it is called.
    pub fn label(self) -> Message {
        match self {
            Self::Invitations => message("paper-invitations"),
            Self::RegistrationForm => message("paper-registration"),
            Self::Attendance => message("paper-attendance"),
            Self::Badges(_) => message("paper-badges"),
            Self::Signs => message("paper-signs"),
            Self::Timetables => message("paper-timetables"),
            Self::TableTimetables => message("paper-table-timetables"),
            Self::Minutes => message("paper-minutes"),
            Self::Certificates => message("paper-certificates"),
            Self::Thanks => message("paper-thanks"),
            Self::Report => message("paper-report"),
        }
    }

    /// Offices paste and edit it: it is made for Word, too.
    pub fn is_edited(self) -> bool {
        matches!(self, Self::Invitations | Self::Minutes | Self::Thanks | Self::Report | Self::RegistrationForm)
    }

    /// The name of its file without the ending.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Invitations => "Giay-moi",
            Self::RegistrationForm => "Phieu-dang-ky",
            Self::Attendance => "Danh-sach-ky-nhan",
            Self::Badges(_) => "The-dai-bieu",
            Self::Signs => "Bien-gian-hang",
            Self::Timetables => "Lich-gap-don-vi",
            Self::TableTimetables => "Lich-gap-ban",
            Self::Minutes => "Bien-ban",
            Self::Certificates => "Giay-chung-nhan",
            Self::Thanks => "Thu-cam-on",
            Self::Report => "Bao-cao",
        }
    }
}

/// Makes papers of one conference.
pub(super) struct Papers<'s> {
    store: &'s mut Store,
    id: Id<Conference>,
    conference: Conference,
    host: String,
    host_en: String,
    places: &'static Places,
    language: Language,
    today: Date,
}

impl<'s> Papers<'s> {
    /// For a conference, in a language, on a day.
    pub(super) fn new(
        store: &'s mut Store,
        id: Id<Conference>,
        language: Language,
        today: Date,
    ) -> Result<Self> {
        let conference = store.rows().get(id)?.record;
        let host = store.rows().linked(conference.host)?.map(|host| host.record);
        let host = host.unwrap_or_default();
        let places = store.places();
        let host_en = if host.name_en.is_empty() { host.name.clone() } else { host.name_en.clone() };
        Ok(Self { store, id, conference, host: host.name, host_en, places, language, today })
    }

    /// The paper; of these guests only, or of all.
    pub(super) fn document(
        &mut self,
        paper: ConferencePaper,
        only: Option<&[Id<Participation>]>,
    ) -> Result<Document> {
        Ok(match paper {
            ConferencePaper::Invitations => self.invitations(only)?.document(),
            ConferencePaper::RegistrationForm => self.registration().document(),
            ConferencePaper::Attendance => self.attendance()?.document(),
            ConferencePaper::Badges(size) => self.badges(size, only)?.document(),
            ConferencePaper::Signs => self.signs()?.document(),
            ConferencePaper::Timetables => self.timetables(false)?.document(),
            ConferencePaper::TableTimetables => self.timetables(true)?.document(),
            ConferencePaper::Minutes => self.minutes()?.document(),
            ConferencePaper::Certificates => self.certificates(only)?.document(),
            ConferencePaper::Thanks => self.thanks(only)?.document(),
            ConferencePaper::Report => self.report()?.document(),
        })
    }

    fn say(&self, message: &Message) -> String {
        message.text(self.language)
    }

    fn name(&self) -> String {
        match self.language {
            Language::En if !self.conference.name_en.is_empty() => self.conference.name_en.clone(),
            _ => self.conference.name.clone(),
        }
    }

    fn agency(&self) -> String {
        if self.language == Language::En { self.host_en.clone() } else { self.host.clone() }
    }

    fn venue(&self) -> String {
        match self.language {
            Language::En if !self.conference.venue_en.is_empty() => self.conference.venue_en.clone(),
            _ => self.conference.venue.clone(),
        }
    }

    /// Venue with street and commune.
    fn place(&self) -> String {
        let commune = self.conference.commune;
        let commune = commune.and_then(|code| self.places.commune_short_address(code, self.language));
        let parts = [self.venue(), self.conference.street.clone(), commune.unwrap_or_default()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn province(&self) -> String {
        let commune = self.conference.commune.and_then(|code| self.places.commune(code));
        let name = commune.and_then(|found| self.places.province_name(found.province, self.language));
        name.unwrap_or_default()
    }

    fn day(&self, date: Date) -> String {
        PartialDate::Day(date).show(self.language)
    }

    /// "ngày 18 tháng 12 năm 2026", or from one day to another.
    fn days(&self) -> String {
        match (self.conference.from_date, self.conference.to_date) {
            (Some(from), Some(to)) if from != to => format!("{} – {}", self.day(from), self.day(to)),
            (Some(day), _) | (None, Some(day)) => long_date(day, self.language),
            (None, None) => String::new(),
        }
    }

    /// The day with the hour of the first point of the programme.
    fn time(&self, programme: &[ProgrammeItem]) -> String {
        let first = programme.iter().find_map(|item| item.start);
        match first {
            Some(start) => {
                let said = message("paper-time").with("time", show_time(start, self.language));
                self.say(&said.with("day", self.days()))
            }
            None => self.days(),
        }
    }

    fn programme(&self) -> Result<Vec<ProgrammeItem>> {
        let mut items = self.store.rows().children::<ProgrammeItem>("conference", self.id.any())?;
        items.sort_by_key(|item| (item.record.date, item.record.start, item.id));
        Ok(items.into_iter().map(|item| item.record).collect())
    }

    fn head(&self) -> Head {
        Head {
            superior: String::new(),
            agency: self.agency(),
            number: String::new(),
            place: self.province(),
            date: Some(self.today),
            language: self.language,
        }
    }

    /// The chair signs for the organising committee, with the position the chair holds at the host.
    fn signer(&self) -> Result<Signer> {
        let rows = self.store.rows();
        let Some(chair) = rows.linked(self.conference.chair)? else { return Ok(Signer::default()) };
        let positions = rows.children::<Position>("person", chair.id.any())?;
        let held = positions.iter().find(|held| held.record.organisation == self.conference.host);
        let position = held.map(|held| match self.language {
            Language::En if !held.record.title_en.is_empty() => held.record.title_en.clone(),
            _ => held.record.title.clone(),
        });
        Ok(Signer {
            authority: self.say(&message("paper-for-committee")),
            position: position.unwrap_or_default(),
            name: chair.record.full_name,
        })
    }

    fn guests(&mut self, only: Option<&[Id<Participation>]>) -> Result<Vec<crate::ops::Guest>> {
        let answer = GuestBook { conference: self.id }.answer(self.store)?;
        let mut guests = answer.guests;
        if let Some(only) = only {
            guests.retain(|guest| only.contains(&guest.id));
        }
        Ok(guests)
    }

    /// Who came.
    fn present(&mut self, only: Option<&[Id<Participation>]>) -> Result<Vec<crate::ops::Guest>> {
        let entries = DeskEntries { conference: Some(self.id), today: self.today }.answer(self.store)?;
        let mut guests = self.guests(only)?;
        guests.retain(|guest| entries.arrival(guest.id).is_some());
        Ok(guests)
    }

    fn named(guest: &crate::ops::Guest) -> Guest {
        Guest {
            honorific: guest.polite.clone(),
            name: guest.name.clone(),
            position: guest.record.title.clone(),
            organisation: guest.organisation.clone(),
            number: guest.record.invitation_number.clone(),
        }
    }

    fn invitations(&mut self, only: Option<&[Id<Participation>]>) -> Result<Invitation> {
        let mut guests = self.guests(only)?;
        if only.is_none() {
            // Who came by oneself or instead of somebody was not invited by letter.
            guests.retain(|guest| !guest.record.walk_in && guest.record.substitute_for.is_none());
        }
        let programme = self.programme()?;
        let chair = self.store.rows().linked(self.conference.chair)?.map(|chair| chair.record);
        let points = programme.iter().map(|item| {
            let point = match self.language {
                Language::En if !item.point_en.is_empty() => &item.point_en,
                _ => &item.point,
            };
            let time = item.start.map(|time| show_time(time, self.language)).unwrap_or_default();
            [time, point.clone()]
        });
        Ok(Invitation {
            head: Head { number: String::new(), ..self.head() },
            conference: self.name(),
            theme: self.conference.theme.clone(),
            hosts: self.conference.cohosts.clone(),
            chair: chair
                .map(|chair| format!("{} {}", chair.polite(), chair.full_name))
                .unwrap_or_default(),
            time: self.time(&programme),
            place: self.place(),
            programme: points.collect(),
            note: String::new(),
            answer_by: self.conference.answer_by.map(|day| self.day(day)).unwrap_or_default(),
            contact: self.conference.contact.clone(),
            recipients: Vec::new(),
            signer: self.signer()?,
            guests: guests.iter().map(Self::named).collect(),
        })
    }

    fn thanks(&mut self, only: Option<&[Id<Participation>]>) -> Result<Thanks> {
        let answer = ConferenceReport { conference: self.id }.answer(self.store)?;
        Ok(Thanks {
            head: self.head(),
            conference: self.name(),
            time: self.days(),
            place: self.place(),
            results: self.results(&answer),
            recipients: Vec::new(),
            signer: self.signer()?,
            guests: self.present(only)?.iter().map(Self::named).collect(),
        })
    }

    fn registration(&self) -> RegistrationForm {
        RegistrationForm {
            agency: self.agency(),
            conference: self.name(),
            time: self.days(),
            place: self.place(),
            send_by: self.conference.answer_by.map(|day| self.day(day)).unwrap_or_default(),
            send_to: self.conference.contact.clone(),
            note: String::new(),
            language: self.language,
        }
    }

    fn attendance(&mut self) -> Result<Attendance> {
        let guests = self.guests(None)?;
        let expected = guests.iter().filter(|guest| guest.record.answer != Answer::Declined);
        let mut delegates = Vec::new();
        for guest in expected {
            let person = self.store.rows().linked(guest.record.person)?.map(|person| person.record);
            let number = person.and_then(|person| person.phones.0.into_iter().next());
            let parts = [guest.record.title.clone(), guest.organisation.clone()];
            delegates.push(Delegate {
                name: format!("{} {}", guest.polite, guest.name),
                office: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
                phone: number.map(|number| phone::show(&number.digits)).unwrap_or_default(),
            });
        }
        Ok(Attendance {
            agency: self.agency(),
            conference: self.name(),
            time: self.days(),
            place: self.venue(),
            groups: vec![Group { heading: String::new(), delegates }],
            blank_rows: BLANK_ROWS,
            language: self.language,
        })
    }

    fn badges(&mut self, size: BadgeSize, only: Option<&[Id<Participation>]>) -> Result<Badges> {
        let mut guests = self.guests(only)?;
        guests.retain(|guest| only.is_some() || guest.record.answer != Answer::Declined);
        let badge = |guest: &crate::ops::Guest| Badge {
            group: badge_group(&guest.record),
            honorific: guest.polite.clone(),
            name: guest.name.clone(),
            position: guest.record.title.clone(),
            organisation: guest.organisation.clone(),
            code: guest.record.code.clone(),
            seat: String::new(),
        };
        Ok(Badges {
            size,
            host: self.agency(),
            conference: self.name(),
            date: self.conference.from_date.map(|day| self.day(day)).unwrap_or_default(),
            place: self.venue(),
            badges: guests.iter().map(badge).collect(),
            language: self.language,
        })
    }

    fn signs(&mut self) -> Result<Signs> {
        let plan = BoothPlan { conference: self.id }.answer(self.store)?;
        let mut signs = Vec::new();
        for line in plan.booths.iter().filter(|line| !line.is_vacant()) {
            let firm = self.store.rows().linked(line.booth.organisation)?.map(|firm| firm.record);
            let commune = firm.and_then(|firm| firm.commune).and_then(|code| self.places.commune(code));
            let province =
                commune.and_then(|found| self.places.province_name(found.province, self.language));
            let words = [&line.booth.sign, &line.short, &line.village];
            let words = words.into_iter().find(|words| !words.is_empty()).cloned();
            signs.push(Sign {
                words: words.unwrap_or_default(),
                booth: line.booth.code.clone(),
                organisation: if line.name.is_empty() { line.village.clone() } else { line.name.clone() },
                province: province.unwrap_or_default(),
            });
        }
        Ok(Signs {
            large: false,
            host: self.agency(),
            conference: self.name(),
            signs,
            language: self.language,
        })
    }

    /// The meetings of each organisation, or at each table.
    fn timetables(&mut self, by_table: bool) -> Result<Timetables> {
        let answer = ConferenceMeetings { conference: self.id }.answer(self.store)?;
        let firm = |id| {
            let found = id.and_then(|id| answer.firms.get(&id));
            Guest { organisation: found.map(|firm| firm.name.clone()).unwrap_or_default(), ..Guest::default() }
        };
        let mut lines: Vec<_> =
            answer.meetings.iter().filter_map(|line| Some((line.seat?, line))).collect();
        lines.sort_by_key(|(seat, _)| (seat.slot, seat.table));
        let hall = answer.hall.as_ref();
        let meeting = |seat: crate::ops::MeetingSeat, line: &crate::ops::MeetingLine, partners| Meeting {
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
                let own = lines.iter().filter(|(_, line)| {
                    [line.record.seller, line.record.buyer].contains(&Some(*id))
                });
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
            when: [self.days(), self.venue()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            sheets,
            note: self.conference.contact.clone(),
            language: self.language,
        })
    }

    fn minutes(&mut self) -> Result<Minutes> {
        let answer = ConferenceMinutes { conference: self.id }.answer(self.store)?;
        let guest = |person: Option<&crate::ops::NamedPerson>| {
            person.map_or_else(Guest::default, |person| Guest {
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
            self.say(&said.with("day", self.days()))
        });
        Ok(Minutes {
            head: Head { date: self.conference.from_date, ..self.head() },
            conference: self.name(),
            began: began.unwrap_or_default(),
            ended: String::new(),
            place: self.place(),
            chair: guest(answer.chair.as_ref()),
            secretary: guest(answer.secretary.as_ref()),
            present,
            course: course.join("\n"),
            opinions: opinions.collect(),
            conclusions: answer.conference.conclusions.clone(),
            tasks: tasks.collect(),
            adopted: false,
            recipients: Vec::new(),
        })
    }

    fn certificates(&mut self, only: Option<&[Id<Participation>]>) -> Result<Certificates> {
        let both = |vi: &str, en: &str| [vi.to_owned(), if en.is_empty() { vi } else { en }.to_owned()];
        let signer = self.signer()?;
        let day = self.conference.to_date.or(self.conference.from_date);
        let languages = [Language::Vi, Language::En];
        let held = languages.map(|language| {
            let day = self.conference.from_date.map(|day| long_date(day, language)).unwrap_or_default();
            let venue = match language {
                Language::En if !self.conference.venue_en.is_empty() => &self.conference.venue_en,
                _ => &self.conference.venue,
            };
            [day, venue.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        });
        let given = languages.map(|language| {
            let place = self.conference.commune.and_then(|code| self.places.commune(code));
            let place = place.and_then(|found| self.places.province_name(found.province, language));
            let day = day.map(|day| long_date(day, language)).unwrap_or_default();
            [place.unwrap_or_default(), day]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        });
        let conference = both(&self.conference.name, &self.conference.name_en);
        let host = both(&self.host, &self.host_en);
        let attendees = self.present(only)?.into_iter().map(|guest| {
            let english = if guest.polite == "Bà" { "Ms" } else if guest.polite == "Ông" { "Mr" } else { "" };
            let parts = [guest.record.title.clone(), guest.organisation.clone()];
            let role = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            Attendee {
                honorific: [guest.polite.clone(), english.to_owned()],
                name: guest.name.clone(),
                role: [role.clone(), role],
                number: guest.record.code.clone(),
            }
        });
        Ok(Certificates {
            host,
            conference,
            held,
            given,
            position: [signer.position.clone(), String::new()],
            signer: signer.name,
            attendees: attendees.collect(),
            language: self.language,
        })
    }

    /// What came of it, in sentences.
    fn results(&self, answer: &ConferenceReportAnswer) -> String {
        let figures = &answer.figures;
        let millions = |dong: i64| crate::vietnamese::money(dong, self.language);
        let mut lines = Vec::new();
        if figures.present > 0 {
            lines.push(
                message("report-said-present")
                    .with("present", figures.present)
                    .with("organisations", figures.organisations)
                    .with("provinces", figures.provinces),
            );
        }
        if figures.booths > 0 {
            lines.push(message("report-said-booths").with("booths", figures.booths));
        }
        if figures.meetings > 0 {
            lines.push(
                message("report-said-meetings")
                    .with("meetings", figures.meetings)
                    .with("fruitful", figures.fruitful),
            );
        }
        if figures.mous > 0 {
            let said = message("report-said-mous").with("mous", figures.mous);
            lines.push(said.with("value", millions(figures.value)));
        }
        if figures.contracts > 0 {
            let said = message("report-said-contracts").with("contracts", figures.contracts);
            lines.push(said.with("value", millions(figures.contracted)));
        }
        lines.iter().map(|line| self.say(line)).collect::<Vec<_>>().join("\n")
    }

    fn figures(&self, table: &ReportTable) -> Figures {
        let numeric = |column: usize| {
            let mut known = table.rows.iter().filter_map(|row| row.get(column));
            known.any(|value| value.number().is_some())
        };
        let rows = table.rows.iter().map(|row| {
            row.iter().map(|value| value.text(self.language, self.places)).collect::<Vec<String>>()
        });
        Figures {
            title: self.say(&table.title),
            unit: String::new(),
            head: table.columns.iter().map(|(label, _)| self.say(label)).collect(),
            widths: table.columns.iter().map(|(_, width)| *width).collect(),
            align: (0..table.columns.len())
                .map(|column| if numeric(column) { Align::Right } else { Align::Left })
                .collect(),
            rows: rows.collect(),
            sum: table.sum,
            across: table.across,
        }
    }

    fn report(&mut self) -> Result<Report> {
        let answer = ConferenceReport { conference: self.id }.answer(self.store)?;
        let mut tables: Vec<Figures> = answer
            .tables
            .iter()
            .filter(|table| !table.rows.is_empty())
            .map(|table| self.figures(table))
            .collect();
        let rest = if tables.is_empty() { Vec::new() } else { tables.split_off(1) };
        let charts = answer.charts.iter().map(|chart| {
            let most = chart.bars.iter().map(|(_, number)| *number).max().unwrap_or(0).max(1);
            let bars = chart.bars.iter().map(|(label, number)| {
                #[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
                let length = *number as f64 / most as f64;
                let value = crate::vietnamese::group(*number, self.language);
                Bar { label: label.text(self.language, self.places), length, value }
            });
            Bars { title: self.say(&chart.title), bars: bars.collect() }
        });
        let charts = charts.collect();
        let general = message("report-said-held")
            .with("conference", self.name())
            .with("time", self.days())
            .with("place", self.place());
        let said = |who: &str, words: &str| if who.is_empty() { words.to_owned() } else { format!("{who}: {words}") };
        let difficulties: Vec<String> =
            answer.difficulties.iter().map(|(who, words)| format!("- {}", said(who, words))).collect();
        let proposals: Vec<String> = answer
            .proposals
            .iter()
            .map(|(who, words, to)| {
                let words = said(who, words);
                if to.is_empty() { format!("- {words}") } else { format!("- {to}: {words}") }
            })
            .collect();
        let section = |topic, text: String| Section { topic, text, ..Section::default() };
        Ok(Report {
            head: self.head(),
            conference: self.name(),
            addressed: Vec::new(),
            opening: String::new(),
            sections: vec![
                Section { tables, ..section(Topic::General, self.say(&general)) },
                Section { tables: rest, charts, ..section(Topic::Results, self.results(&answer)) },
                section(Topic::Difficulties, difficulties.join("\n")),
                section(Topic::Proposals, proposals.join("\n")),
            ],
            recipients: Vec::new(),
            signer: self.signer()?,
        })
    }

    /// The tables of the report as lists, one a sheet of a workbook.
    pub(super) fn lists(&mut self) -> Result<Vec<ListPaper>> {
        let answer = ConferenceReport { conference: self.id }.answer(self.store)?;
        let lists = answer.tables.iter().map(|table| ListPaper {
            title: self.say(&table.title),
            notes: vec![self.name()],
            head: table.columns.iter().map(|(label, _)| self.say(label)).collect(),
            widths: table.columns.iter().map(|(_, width)| *width * 6.0).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| {
                    let cells = row.iter().map(|value| ListCell {
                        text: value.text(self.language, self.places),
                        number: value.number(),
                    });
                    cells.collect()
                })
                .collect(),
            foot: self.say(&message("list-foot")),
            language: self.language,
        });
        Ok(lists.collect())
    }
}

/// The band of a badge: those of the committee and the press are known by their group, exhibitors by what they
/// come for, guests are leaders and bodies.
fn badge_group(record: &Participation) -> BadgeGroup {
    match record.guest_group {
        GuestGroup::Organiser => BadgeGroup::Organiser,
        GuestGroup::Press => BadgeGroup::Press,
        GuestGroup::Central | GuestGroup::Province | GuestGroup::Department | GuestGroup::Sponsor => {
            BadgeGroup::Guest
        }
        _ if record.forms.0.contains(ParticipationForm::Booth.code()) => BadgeGroup::Exhibitor,
        _ => BadgeGroup::Delegate,
    }
}
