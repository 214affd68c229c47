//! Everything the minutes of a conference say.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::Query;
use super::check_in::arrivals;
use super::programme;
use super::statements::{StatementLine, concluded, said};
use crate::domain::{
    Conference, ConferenceTask, GuestGroup, Id, Organisation, Participation, Person, ProgrammeItem,
    RecordKind, Stored,
};
use crate::error::Result;
use crate::ops::positions::position_on;
use crate::store::{Rows, Store};

/// Asks for what the minutes of a conference say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConferenceMinutes {
    /// The conference.
    pub conference: Id<Conference>,
}

/// What the minutes of a conference say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConferenceMinutesAnswer {
    /// The conference: its name, theme, days, place and conclusions.
    pub conference: Conference,
    /// Who hosts it.
    pub host: String,
    /// Who chairs it.
    pub chair: Option<NamedPerson>,
    /// Who writes the minutes.
    pub secretary: Option<NamedPerson>,
    /// Guests who were there and who were invited or came by themselves, of each group in its order.
    pub groups: Vec<(GuestGroup, Attendance)>,
    /// The same of all groups.
    pub all: Attendance,
    /// When the first and the last who is there came, milliseconds since 1970 in UTC.
    pub arrivals: Option<(i64, i64)>,
    /// The programme by day and time, with who speaks.
    pub programme: Vec<(ProgrammeItem, String)>,
    /// What was said, the first first.
    pub statements: Vec<StatementLine>,
    /// What has to be done: open first, by day.
    pub tasks: Vec<ConferenceTask>,
}

/// Somebody with what he or she is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedPerson {
    /// How the person is addressed: "Ông", "Bà".
    pub honorific: String,
    /// The name.
    pub name: String,
    /// The position.
    pub title: String,
    /// The organisation.
    pub organisation: String,
    /// Its record.
    pub of: Option<Id<Organisation>>,
}

/// How many were there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// So many are there.
    pub present: usize,
    /// So many stand in the list of guests.
    pub listed: usize,
}

impl Query for ConferenceMinutes {
    type Answer = ConferenceMinutesAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![
            K::Conference,
            K::Organisation,
            K::Person,
            K::Position,
            K::Participation,
            K::CheckIn,
            K::ProgrammeItem,
            K::Statement,
            K::ConferenceTask,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<ConferenceMinutesAnswer> {
        let rows = store.rows();
        let Some(Stored { record: conference, .. }) = rows.find(self.conference)? else {
            return Ok(ConferenceMinutesAnswer::default());
        };
        let guests = rows.children::<Participation>("conference", self.conference.any())?;
        let came = arrivals(rows, self.conference)?;
        let mut groups: BTreeMap<GuestGroup, Attendance> = BTreeMap::new();
        let mut all = Attendance::default();
        let mut times = Vec::new();
        for guest in &guests {
            let group = groups.entry(guest.record.guest_group).or_default();
            group.listed += 1;
            all.listed += 1;
            if let Some(at) = came.get(&guest.id) {
                group.present += 1;
                all.present += 1;
                times.push(*at);
            }
        }
        let points = programme(rows, self.conference)?;
        Ok(ConferenceMinutesAnswer {
            host: rows.linked(conference.host)?.map(|host| host.record.name).unwrap_or_default(),
            chair: named(rows, conference.chair, &guests, conference.day())?,
            secretary: named(rows, conference.secretary, &guests, conference.day())?,
            groups: groups.into_iter().collect(),
            all,
            arrivals: times.iter().min().copied().zip(times.iter().max().copied()),
            programme: points.into_iter().map(|(item, speaker)| (item.record, speaker)).collect(),
            statements: said(rows, self.conference, None)?,
            tasks: concluded(rows, self.conference)?.into_iter().map(|task| task.record).collect(),
            conference,
        })
    }
}

/// A person as the list of guests has it, else by the position held on the day.
fn named(
    rows: Rows<'_>,
    person: Option<Id<Person>>,
    guests: &[Stored<Participation>],
    day: Date,
) -> Result<Option<NamedPerson>> {
    let Some(Stored { id, record, .. }) = rows.linked(person)? else { return Ok(None) };
    let guest = guests.iter().find(|guest| guest.record.person == Some(id)).map(|guest| &guest.record);
    let organisation = guest.and_then(|guest| guest.organisation);
    let held = position_on(rows, id, organisation, day)?;
    let title = guest.map(|guest| guest.title.clone()).filter(|title| !title.is_empty());
    let title = title.or_else(|| held.as_ref().map(|position| position.title.clone()));
    let of = organisation.or_else(|| held.and_then(|position| position.organisation));
    let organisation = rows.linked(of)?.map(|found| found.record.name);
    Ok(Some(NamedPerson {
        honorific: record.polite().to_owned(),
        name: record.full_name,
        title: title.unwrap_or_default(),
        organisation: organisation.unwrap_or_default(),
        of,
    }))
}
