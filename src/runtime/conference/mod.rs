//! Papers of a conference, made from what the register knows at this moment.

mod day;
mod letters;
mod report;

use jiff::civil::Date;

use super::data::Data;
use super::lane::Ticket;
use super::papers;
use crate::documents::badges::BadgeSize;
use crate::documents::blocks::Document;
use crate::documents::conference::{Guest, Head, Signer};
use crate::documents::list::workbook;
use crate::domain::{
    Conference, Id, Organisation, Participation, Person, Position, ProgrammeItem, SigningForm,
};
use crate::error::{ErrorKind, Result};
use crate::i18n::{Language, Message, message};
use crate::ops::{DeskEntries, GuestBook, Query as _, position_on};
use crate::places::{CommuneCode, Places};
use crate::problem::Problem;
use crate::store::Store;
use crate::vietnamese::{PartialDate, joined, long_date, show_time};

/// Kinds of papers in their numbers (Decree 30/2020/NĐ-CP, annex III): invitation, report, minutes.
const GM: &str = "GM";
const BC: &str = "BC";
const BB: &str = "BB";

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
    /// The plan of the booths.
    BoothPlan,
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
    pub const ALL: [Self; 12] = [
        Self::Invitations,
        Self::RegistrationForm,
        Self::Attendance,
        Self::Badges(BadgeSize::Small),
        Self::BoothPlan,
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
            Self::BoothPlan => message("booth-plan-title"),
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
        matches!(
            self,
            Self::Invitations | Self::Minutes | Self::Thanks | Self::Report | Self::RegistrationForm
        )
    }

    /// The name of its file without the ending.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Invitations => "Giay-moi",
            Self::RegistrationForm => "Phieu-dang-ky",
            Self::Attendance => "Danh-sach-ky-nhan",
            Self::Badges(_) => "The-dai-bieu",
            Self::BoothPlan => "So-do-gian-hang",
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

/// How a person is spoken of in a language, or the name that begins so: "Ông", "Mr.".
pub(super) fn courtesy(spoken: &str, language: Language) -> String {
    let english = [("Ông", "Mr."), ("Bà", "Ms.")];
    let of = |(vi, en): &(&str, &str)| {
        let rest = spoken.strip_prefix(vi)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| format!("{en}{rest}"))
    };
    let found = if language == Language::En { english.iter().find_map(of) } else { None };
    found.unwrap_or_else(|| spoken.to_owned())
}

/// Makes papers of one conference.
pub(super) struct Papers<'s> {
    pub(super) store: &'s mut Store,
    pub(super) id: Id<Conference>,
    pub(super) conference: Conference,
    pub(super) host: Organisation,
    pub(super) places: &'static Places,
    pub(super) language: Language,
    pub(super) today: Date,
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
        Ok(Self { store, id, conference, host, places, language, today })
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
            ConferencePaper::BoothPlan => self.booth_plan()?.document(),
            ConferencePaper::Signs => self.signs()?.document(),
            ConferencePaper::Timetables => self.timetables(false)?.document(),
            ConferencePaper::TableTimetables => self.timetables(true)?.document(),
            ConferencePaper::Minutes => self.minutes()?.document(),
            ConferencePaper::Certificates => self.certificates(only)?.document(),
            ConferencePaper::Thanks => self.thanks(only)?.document(),
            ConferencePaper::Report => self.report()?.document(),
        })
    }

    pub(super) fn say(&self, message: &Message) -> String {
        message.text(self.language)
    }

    pub(super) fn name(&self) -> String {
        self.language.pick(&self.conference.name, &self.conference.name_en).to_owned()
    }

    pub(super) fn agency(&self) -> String {
        self.language.pick(&self.host.name, &self.host.name_en).to_owned()
    }

    pub(super) fn venue(&self, language: Language) -> String {
        language.pick(&self.conference.venue, &self.conference.venue_en).to_owned()
    }

    /// Venue with street and commune.
    pub(super) fn place(&self) -> String {
        let commune = self.conference.commune;
        let commune = commune.and_then(|code| self.places.commune_short_address(code, self.language));
        let parts = [self.venue(self.language), self.conference.street.clone(), commune.unwrap_or_default()];
        joined(parts, ", ")
    }

    /// The province of the venue, as a head names it: without its kind (Decree 30/2020/NĐ-CP).
    pub(super) fn province(&self) -> String {
        self.province_of(self.conference.commune, Language::Vi)
    }

    pub(super) fn province_of(&self, commune: Option<CommuneCode>, language: Language) -> String {
        let province = commune.and_then(|code| self.places.province_of(code));
        let name = province.map(|found| match language {
            Language::Vi => found.name.clone(),
            Language::En => found.full_name(language),
        });
        name.unwrap_or_default()
    }

    pub(super) fn day(&self, date: Date) -> String {
        PartialDate::Day(date).show(self.language)
    }

    /// "ngày 18 tháng 12 năm 2026", or from one day to another.
    pub(super) fn days(&self, language: Language) -> String {
        let day = |day: Date| PartialDate::Day(day).show(language);
        match (self.conference.from_date, self.conference.to_date) {
            (Some(from), Some(to)) if from != to => format!("{} – {}", day(from), day(to)),
            (Some(day), _) | (None, Some(day)) => long_date(day, language),
            (None, None) => String::new(),
        }
    }

    /// The day with the hour of the first point of the programme.
    pub(super) fn time(&self, programme: &[ProgrammeItem]) -> String {
        let first = programme.iter().find_map(|item| item.start);
        match first {
            Some(start) => {
                let said = message("paper-time").with("time", show_time(start, self.language));
                self.say(&said.with("day", self.days(self.language)))
            }
            None => self.days(self.language),
        }
    }

    pub(super) fn head(&self) -> Head {
        Head {
            superior: self.language.pick(&self.host.superior, &self.host.superior_en).to_owned(),
            agency: self.agency(),
            number: String::new(),
            place: self.province(),
            date: Some(self.today),
            language: self.language,
        }
    }

    /// Number and symbol of a paper: "05/BC-HHLN". What has no number yet has room for it before the symbol; what
    /// was written with its symbol stays as it is.
    pub(super) fn number(&self, number: &str, kind: &str) -> String {
        let symbol = &self.host.paper_symbol;
        if symbol.is_empty() || number.contains('/') {
            return number.to_owned();
        }
        match number.parse::<u32>() {
            Ok(number) => format!("{number:02}/{kind}-{symbol}"),
            Err(_) if number.is_empty() => format!("……/{kind}-{symbol}"),
            Err(_) => format!("{number}/{kind}-{symbol}"),
        }
    }

    /// Who gets copies: whom the paper is for, those that are named, one a line, and the office's own file.
    pub(super) fn recipients(&self, is_addressed: bool, named: &str) -> Vec<String> {
        let above = is_addressed.then(|| self.say(&message("paper-copy-above")));
        let file = self.say(&message("paper-copy-file"));
        above.into_iter().chain(lines(named)).chain([file]).collect()
    }

    /// The chair signs for the organising committee, with the position the chair holds at the host today.
    pub(super) fn signer(&self, language: Language) -> Result<Signer> {
        let rows = self.store.rows();
        let Some(chair) = rows.linked(self.conference.chair)? else { return Ok(Signer::default()) };
        let held = match self.conference.host {
            Some(host) => position_on(rows, chair.id, Some(host), self.today)?,
            None => None,
        };
        let (mut authority, mut position) = (message("paper-for-committee"), String::new());
        if let Some(held) = held {
            language.pick(&held.title, &held.title_en).clone_into(&mut position);
            let principal = language.pick(&held.authorised_by, &held.authorised_by_en).to_owned();
            // A deputy or who signs by order does so for the host, in the form of Decree 30.
            match held.signing_form.line(principal) {
                Some(line) if !held.authorised_by.is_empty() => authority = line,
                _ if held.signing_form == SigningForm::Acting => {
                    position = message("signing-q").with("title", position).text(language);
                }
                _ => {}
            }
        }
        Ok(Signer { authority: authority.text(language), position, name: chair.record.full_name })
    }

    pub(super) fn guests(&mut self, only: Option<&[Id<Participation>]>) -> Result<Vec<crate::ops::Guest>> {
        let mut guests = GuestBook { conference: self.id }.answer(self.store)?.guests;
        if let Some(only) = only {
            guests.retain(|guest| only.contains(&guest.id));
        }
        if self.language == Language::En {
            self.english_guests(&mut guests)?;
        }
        Ok(guests)
    }

    /// Guests as an English paper names them.
    pub(super) fn english_guests(&self, guests: &mut [crate::ops::Guest]) -> Result<()> {
        for guest in guests {
            guest.polite = courtesy(&guest.polite, Language::En);
            if let Some(title) = self.english_title(guest.record.person, &guest.title)? {
                guest.title = title;
            }
            guest.organisation =
                self.organisation(guest.record.organisation, &guest.organisation, Language::En)?;
        }
        Ok(())
    }

    /// The English of a title, where the person holds a position that is called so.
    pub(super) fn english_title(&self, person: Option<Id<Person>>, title: &str) -> Result<Option<String>> {
        let Some(person) = person else { return Ok(None) };
        let held = self.store.rows().children::<Position>("person", person.any())?;
        let mut held = held.into_iter().map(|stored| stored.record);
        Ok(held.find(|held| held.title == title && !held.title_en.is_empty()).map(|held| held.title_en))
    }

    /// The name of an organisation in a language; as it is known by where it has none.
    pub(super) fn organisation(
        &self,
        id: Option<Id<Organisation>>,
        known: &str,
        language: Language,
    ) -> Result<String> {
        let found = if language == Language::En { self.store.rows().linked(id)? } else { None };
        let english = found.map(|found| found.record.name_en).filter(|name| !name.is_empty());
        Ok(english.unwrap_or_else(|| known.to_owned()))
    }

    /// Who came.
    pub(super) fn present(&mut self, only: Option<&[Id<Participation>]>) -> Result<Vec<crate::ops::Guest>> {
        let entries = DeskEntries { conference: Some(self.id), today: self.today }.answer(self.store)?;
        let mut guests = self.guests(only)?;
        guests.retain(|guest| entries.arrival(guest.id).is_some());
        Ok(guests)
    }

    /// Whom a letter is for.
    pub(super) fn named(guest: &crate::ops::Guest) -> Guest {
        Guest {
            honorific: guest.polite.clone(),
            name: guest.name.clone(),
            position: guest.title.clone(),
            organisation: guest.organisation.clone(),
            ..Guest::default()
        }
    }
}

/// The lines that say something.
pub(super) fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned)
}

impl Data {
    /// A paper of a conference as a PDF with the name its file should have; of these guests only, or of all.
    pub fn conference_paper(
        &self,
        id: Id<Conference>,
        paper: ConferencePaper,
        only: Option<Vec<Id<Participation>>>,
        (language, today): (Language, Date),
    ) -> Ticket<(String, Vec<u8>)> {
        let now = self.machine().now();
        self.with_paper_desk(move |desk| {
            let mut papers = Papers::new(&mut desk.store, id, language, today)?;
            let document = papers.document(paper, only.as_deref())?;
            if document.blocks.is_empty() {
                let nothing = message("paper-nothing").with("paper", paper.label());
                return Err(ErrorKind::Invalid(vec![Problem::error("conference", nothing)]).into());
            }
            let name = format!("{}.pdf", paper.file_name());
            Ok((name, papers::pdf_of(&mut desk.engine, &document, now)?))
        })
    }

    /// The same as a Word file.
    pub fn conference_word(
        &self,
        id: Id<Conference>,
        paper: ConferencePaper,
        (language, today): (Language, Date),
    ) -> Ticket<(String, Vec<u8>)> {
        self.with_paper_desk(move |desk| {
            let document = Papers::new(&mut desk.store, id, language, today)?.document(paper, None)?;
            let file = crate::documents::docx::docx(&document).map_err(papers::paper_error)?;
            Ok((format!("{}.docx", paper.file_name()), file))
        })
    }

    /// The tables of the report as a workbook, one a sheet.
    pub fn conference_workbook(
        &self,
        id: Id<Conference>,
        (language, today): (Language, Date),
    ) -> Ticket<(String, Vec<u8>)> {
        self.with_paper_desk(move |desk| {
            let lists = Papers::new(&mut desk.store, id, language, today)?.lists()?;
            let sheets: Vec<_> = lists.iter().map(|(code, list)| (*code, list)).collect();
            Ok(("Bang-bao-cao.xlsx".to_owned(), workbook(&sheets).map_err(papers::paper_error)?))
        })
    }
}
