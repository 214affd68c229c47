//! The booths of a conference: their plan, what they took in, and how they are laid out and put elsewhere.

use std::collections::HashSet;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::records::passed;
use super::super::{Outcome, Query};
use crate::domain::{
    Answer, AnyId, Arrangement, Booth, BoothDay, BoothNeed, BoothState, Clean as _, CodeSet, Conference, Id,
    IdSource, Offer, Organisation, Participation, ParticipationForm, Product, RecordKind, Registration,
    Stored, Village,
};
use crate::error::Result;
use crate::i18n::{Message, message};
use crate::store::{Rows, Store, Writer};
use crate::vietnamese::exact;

/// A place on the plan: row and place in it, both from 1.
pub type Place = (i64, i64);

/// Most days a conference is shown with; a wrong date makes no endless table.
const MOST_DAYS: usize = 31;

/// Most booths a form gets at once.
const MOST_BOOTHS: i64 = 10;

/// Most products that are proposed for a booth.
const PROPOSED: usize = 12;

/// The code of a place: "A01", in the twenty-seventh row "AA01".
pub fn place_code((row, place): Place) -> String {
    let mut letters = Vec::new();
    let mut rest = row;
    while rest > 0 {
        letters.push(u8::try_from((rest - 1) % 26).map_or('?', |letter| char::from(b'A' + letter)));
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    format!("{}{place:02}", letters.into_iter().collect::<String>())
}

fn place_of(booth: &Booth) -> Option<Place> {
    Some((booth.plan_row?, booth.plan_place?))
}

/// What can be done with booths.
#[derive(Clone, Debug, PartialEq)]
pub enum BoothAct {
    /// Lays out so many rows with so many places each, of this size in words; places that are taken stay as
    /// they are.
    Lay {
        /// The conference.
        conference: Id<Conference>,
        /// Rows.
        rows: i64,
        /// Places in each row.
        places: i64,
        /// Size in words: "3 × 3 m".
        size: String,
    },
    /// Makes a booth for each organisation that registered for one and has none.
    Register(Id<Conference>),
    /// Gives the booths without a place those places that nobody has, in their order.
    Seat(Id<Conference>),
    /// Puts a booth on a place, or takes it off the plan. Two booths change places; one that nobody has makes
    /// room.
    Move(Id<Booth>, Option<Place>),
    /// What a booth took in on a day.
    Takings(Id<Booth>, Date, Figures),
}

impl BoothAct {
    /// What it is called in the undo menu and the history.
    pub(super) fn label(&self) -> Message {
        match self {
            Self::Lay { rows, places, .. } => {
                message("operation-booths-lay").with("rows", *rows).with("places", *places)
            }
            Self::Register(_) => message("operation-booths-register"),
            Self::Seat(_) => message("operation-booths-seat"),
            Self::Move(_, Some(place)) => message("operation-booth-move").with("code", place_code(*place)),
            Self::Move(_, None) => message("operation-booth-off"),
            Self::Takings(_, date, _) => {
                let day = crate::vietnamese::PartialDate::Day(*date).show(crate::i18n::Language::Vi);
                message("operation-booth-takings").with("day", day)
            }
        }
    }
}

/// Carries it out.
pub(super) fn execute(writer: &mut Writer<'_>, ids: &mut IdSource, act: &BoothAct) -> Result<Outcome> {
    match act {
        BoothAct::Lay { conference, rows, places, size } => {
            lay(writer, ids, *conference, (*rows, *places), size)
        }
        BoothAct::Register(conference) => register(writer, ids, *conference),
        BoothAct::Seat(conference) => seat(writer, *conference),
        BoothAct::Move(booth, place) => put(writer, *booth, *place),
        BoothAct::Takings(booth, date, figures) => takings(writer, *booth, *date, figures),
    }
}

fn lay(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    conference: Id<Conference>,
    (rows, places): Place,
    size: &str,
) -> Result<Outcome> {
    let known = writer.rows().children::<Booth>("conference", conference.any())?;
    let taken: HashSet<Place> = known.iter().filter_map(|stored| place_of(&stored.record)).collect();
    let corner = Booth {
        conference: Some(conference),
        code: place_code((rows, places)),
        plan_row: Some(rows),
        plan_place: Some(places),
        ..Booth::default()
    };
    // The last place is the farthest: when it can be, all can.
    let warnings = passed(corner.check())?;
    for place in (1..=rows).flat_map(|row| (1..=places).map(move |place| (row, place))) {
        if taken.contains(&place) {
            continue;
        }
        let booth = Booth {
            code: place_code(place),
            plan_row: Some(place.0),
            plan_place: Some(place.1),
            size: size.to_owned(),
            state: BoothState::Placed,
            ..corner.clone()
        };
        writer.insert(ids.make_id::<Booth>(writer.at()), &booth.cleaned())?;
    }
    Ok(Outcome { warnings, ..Outcome::default() })
}

/// The organisations that registered for a booth and have none, those that handed in a form first.
fn waiting(rows: Rows<'_>, conference: Id<Conference>) -> Result<Vec<Wanting>> {
    let booths = rows.children::<Booth>("conference", conference.any())?;
    let mut known: HashSet<_> = booths.iter().filter_map(|stored| stored.record.organisation).collect();
    let wants = |forms: &crate::domain::CodeSet| forms.0.contains(ParticipationForm::Booth.code());
    let mut found = Vec::new();
    let mut forms = rows.children::<Registration>("conference", conference.any())?;
    forms.sort_by_key(|stored| (stored.record.received_on, stored.id));
    for Stored { id, record, .. } in forms {
        if let Some(organisation) = record.organisation
            && wants(&record.forms)
            && known.insert(organisation)
        {
            found.push((organisation, Some(id)));
        }
    }
    let mut guests = rows.children::<Participation>("conference", conference.any())?;
    guests.sort_by_key(|stored| (stored.record.protocol_order, stored.id));
    for Stored { record, .. } in guests {
        if let Some(organisation) = record.organisation
            && wants(&record.forms)
            && record.answer != Answer::Declined
            && known.insert(organisation)
        {
            found.push((organisation, None));
        }
    }
    Ok(found)
}

/// An organisation that wants a booth, and the form that says so.
type Wanting = (Id<Organisation>, Option<Id<Registration>>);

fn register(writer: &mut Writer<'_>, ids: &mut IdSource, conference: Id<Conference>) -> Result<Outcome> {
    for (organisation, form) in waiting(writer.rows(), conference)? {
        let Some(Stored { record: found, .. }) = writer.rows().linked(Some(organisation))? else { continue };
        let offers = match form {
            Some(form) => writer.rows().children::<Offer>("registration", form.any())?,
            None => Vec::new(),
        };
        let form = writer.rows().linked(form)?.map(|form| form.record).unwrap_or_default();
        let needs = [(Arrangement::Power, BoothNeed::Power), (Arrangement::Water, BoothNeed::Water)];
        let needs = needs.iter().filter(|(asked, _)| form.arranged.0.contains(asked.code()));
        let needs = CodeSet::of(needs.map(|(_, need)| need.code()));
        let products: Vec<String> = offers.into_iter().map(|offer| offer.record.name).collect();
        let full = found.name.to_uppercase();
        let fits = full.chars().count() <= crate::domain::SIGN_LENGTH;
        let booth = Booth {
            conference: Some(conference),
            needs,
            organisation: Some(organisation),
            village: found.village,
            sign: if fits { full } else { found.short().to_uppercase() },
            products: products.join(", "),
            ..Booth::default()
        }
        .cleaned();
        for _ in 0..form.booths.unwrap_or(1).clamp(1, MOST_BOOTHS) {
            let booth = Booth { code: free_code(writer.rows(), conference)?, ..booth.clone() };
            writer.insert(ids.make_id::<Booth>(writer.at()), &booth)?;
        }
    }
    Ok(Outcome::default())
}

/// A code for a booth without a place: "DK01", as in đăng ký.
fn free_code(rows: Rows<'_>, conference: Id<Conference>) -> Result<String> {
    let booths = rows.children::<Booth>("conference", conference.any())?;
    let used: HashSet<&str> = booths.iter().map(|stored| stored.record.code.as_str()).collect();
    let codes = (1..=booths.len() + 1).map(|number| format!("DK{number:02}"));
    Ok(codes.into_iter().find(|code| !used.contains(code.as_str())).unwrap_or_default())
}

/// Whether a booth only holds its place.
fn is_vacant(rows: Rows<'_>, Stored { id, record, .. }: &Stored<Booth>) -> Result<bool> {
    let bare =
        !record.is_given() && record.sign.is_empty() && record.products.is_empty() && record.note.is_empty();
    Ok(bare && rows.children::<BoothDay>("booth", id.any())?.is_empty())
}

fn seat(writer: &mut Writer<'_>, conference: Id<Conference>) -> Result<Outcome> {
    let mut booths = writer.rows().children::<Booth>("conference", conference.any())?;
    booths.sort_by(|one, other| {
        let key = |stored: &Stored<Booth>| (place_of(&stored.record), stored.record.code.clone(), stored.id);
        key(one).cmp(&key(other))
    });
    let mut free = Vec::new();
    for booth in &booths {
        if let Some(place) = place_of(&booth.record)
            && is_vacant(writer.rows(), booth)?
        {
            free.push(place);
        }
    }
    let without = booths
        .iter()
        .filter(|booth| place_of(&booth.record).is_none() && booth.record.state != BoothState::Dropped);
    for (booth, place) in without.zip(free) {
        put(writer, booth.id, Some(place))?;
    }
    Ok(Outcome::default())
}

/// A booth as it stands on a place. Its code goes along where it is only the code of its place.
fn placed(booth: &Booth, place: Place) -> Booth {
    let before = place_of(booth);
    let own = before.is_some_and(|before| booth.code != place_code(before));
    Booth {
        code: if own { booth.code.clone() } else { place_code(place) },
        plan_row: Some(place.0),
        plan_place: Some(place.1),
        state: if booth.state == BoothState::Registered { BoothState::Placed } else { booth.state },
        ..booth.clone()
    }
}

/// A booth as it is without a place.
fn unplaced(rows: Rows<'_>, booth: &Booth) -> Result<Booth> {
    let own = place_of(booth).is_none_or(|before| booth.code != place_code(before));
    let code = match booth.conference {
        Some(conference) if !own => free_code(rows, conference)?,
        _ => booth.code.clone(),
    };
    let state = if booth.state == BoothState::Placed { BoothState::Registered } else { booth.state };
    Ok(Booth { code, plan_row: None, plan_place: None, state, ..booth.clone() })
}

fn put(writer: &mut Writer<'_>, id: Id<Booth>, place: Option<Place>) -> Result<Outcome> {
    let before = writer.rows().get(id)?.record;
    let from = place_of(&before);
    let Some(place) = place else {
        let after = unplaced(writer.rows(), &before)?;
        writer.update(id, &before, &after)?;
        return Ok(Outcome { id: Some(id.any()), ..Outcome::default() });
    };
    if from == Some(place) {
        return Ok(Outcome { id: Some(id.any()), ..Outcome::default() });
    }
    let mut after = placed(&before, place);
    let warnings = passed(after.check())?;
    let there = match before.conference {
        Some(conference) => writer.rows().children::<Booth>("conference", conference.any())?,
        None => Vec::new(),
    };
    if let Some(other) = there.into_iter().find(|other| place_of(&other.record) == Some(place)) {
        match from {
            Some(from) => writer.update(other.id, &other.record, &placed(&other.record, from))?,
            None if is_vacant(writer.rows(), &other)? => {
                if after.size.is_empty() {
                    after.size.clone_from(&other.record.size);
                }
                after.fee = after.fee.or(other.record.fee);
                after.needs.0.extend(other.record.needs.0.iter().cloned());
                writer.set_deleted(RecordKind::Booth, other.id.any(), true)?;
            }
            None => {
                let off = unplaced(writer.rows(), &other.record)?;
                writer.update(other.id, &other.record, &off)?;
            }
        }
    }
    writer.update(id, &before, &after)?;
    Ok(Outcome { id: Some(id.any()), warnings, ..Outcome::default() })
}

/// Writes what a booth took in on a day; a second record of that day goes into the trash.
fn takings(writer: &mut Writer<'_>, booth: Id<Booth>, date: Date, figures: &Figures) -> Result<Outcome> {
    let day = BoothDay {
        booth: Some(booth),
        date: Some(date),
        takings: figures.takings,
        visitors: figures.visitors,
        orders: figures.orders,
    };
    let warnings = passed(day.check())?;
    let known = writer.rows().children::<BoothDay>("booth", booth.any())?;
    let mut of_day = known.into_iter().filter(|stored| stored.record.date == Some(date));
    let nothing = *figures == Figures::default();
    match of_day.next() {
        Some(first) if nothing => writer.set_deleted(RecordKind::BoothDay, first.id.any(), true)?,
        Some(first) => writer.update(first.id, &first.record, &day)?,
        None if nothing => {}
        None => {
            // Two laptops that note the same day make the same record.
            let parts = [booth.any(), AnyId::from_parts(&date.to_string(), &[])];
            let id = Id::<BoothDay>::from_any(AnyId::from_parts("booth_day", &parts));
            if writer.rows().is_deleted(RecordKind::BoothDay, id.any())? == Some(true) {
                writer.set_deleted(RecordKind::BoothDay, id.any(), false)?;
                let before = writer.rows().get(id)?.record;
                writer.update(id, &before, &day)?;
            } else {
                writer.insert(id, &day)?;
            }
        }
    }
    for other in of_day {
        writer.set_deleted(RecordKind::BoothDay, other.id.any(), true)?;
    }
    Ok(Outcome { warnings, ..Outcome::default() })
}

/// What a booth took in, on a day or in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Takings in đồng.
    pub takings: Option<i64>,
    /// Visitors who asked.
    pub visitors: Option<i64>,
    /// Orders.
    pub orders: Option<i64>,
}

impl Figures {
    fn of(day: &BoothDay) -> Self {
        Self { takings: day.takings, visitors: day.visitors, orders: day.orders }
    }

    /// Both together; what neither knows stays unknown.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let sum = |one: Option<i64>, other: Option<i64>| match (one, other) {
            (Some(one), Some(other)) => Some(one.saturating_add(other)),
            (one, other) => one.or(other),
        };
        Self {
            takings: sum(self.takings, other.takings),
            visitors: sum(self.visitors, other.visitors),
            orders: sum(self.orders, other.orders),
        }
    }
}

/// Asks for the booths of a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoothPlan {
    /// The conference.
    pub conference: Id<Conference>,
}

/// The booths of a conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoothPlanAnswer {
    /// The days on which booths take something in.
    pub days: Vec<Date>,
    /// The booths: those with a place in the order of the plan, then the others by code.
    pub booths: Vec<BoothLine>,
    /// The last row and the last place that are taken.
    pub corner: Place,
    /// So many organisations registered for a booth and have none.
    pub waiting: usize,
    /// What the booths that take part took in each day.
    pub sums: Vec<Figures>,
    /// What they took in.
    pub total: Figures,
}

impl BoothPlanAnswer {
    /// The booth that stands on a place; the first, when two do.
    pub fn at(&self, place: Place) -> Option<&BoothLine> {
        self.booths.iter().find(|line| line.place() == Some(place))
    }

    /// The booth with this id.
    pub fn find(&self, id: Id<Booth>) -> Option<&BoothLine> {
        self.booths.iter().find(|line| line.id == id)
    }

    /// The booths that take part: those whose takings count.
    pub fn taking_part(&self) -> impl Iterator<Item = &BoothLine> {
        self.booths.iter().filter(|line| line.takes_part())
    }

    /// The booths that the plan does not show: without a place, or on the place of another.
    pub fn beside(&self) -> impl Iterator<Item = &BoothLine> {
        self.booths.iter().filter(|line| line.place().and_then(|place| self.at(place)) != Some(line))
    }
}

/// A booth of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct BoothLine {
    /// Its id.
    pub id: Id<Booth>,
    /// The record.
    pub booth: Booth,
    /// Who has it, in full: the organisation, else the village.
    pub name: String,
    /// The same in short.
    pub short: String,
    /// The village.
    pub village: String,
    /// What it took in on each of the days.
    pub days: Vec<Figures>,
    /// What it took in.
    pub total: Figures,
    /// Another booth stands on its place.
    pub place_twice: bool,
    /// Another booth has its code.
    pub code_twice: bool,
}

impl BoothLine {
    /// Where it stands.
    pub fn place(&self) -> Option<Place> {
        place_of(&self.booth)
    }

    /// Whether it counts: see [`Booth::takes_part`].
    fn takes_part(&self) -> bool {
        self.booth.takes_part(self.total != Figures::default())
    }

    /// Nobody has it.
    pub fn is_vacant(&self) -> bool {
        !self.booth.is_given()
    }
}

impl Query for BoothPlan {
    type Answer = BoothPlanAnswer;

    fn reads(&self) -> Vec<RecordKind> {
        use RecordKind as K;
        vec![
            K::Conference,
            K::Booth,
            K::BoothDay,
            K::Organisation,
            K::Village,
            K::Registration,
            K::Participation,
        ]
    }

    fn answer(&self, store: &mut Store) -> Result<BoothPlanAnswer> {
        let rows = store.rows();
        let Some(Stored { record: conference, .. }) = rows.find(self.conference)? else {
            return Ok(BoothPlanAnswer::default());
        };
        let booths = rows.children::<Booth>("conference", self.conference.any())?;
        let mut days = Vec::new();
        if let Some(first) = conference.from_date {
            let last = conference.to_date.unwrap_or(first);
            days.extend(first.series(1.day()).take_while(|day| *day <= last).take(MOST_DAYS));
        }
        let mut noted = Vec::new();
        for booth in &booths {
            let of_booth = rows.children::<BoothDay>("booth", booth.id.any())?;
            days.extend(of_booth.iter().filter_map(|stored| stored.record.date));
            noted.push(of_booth);
        }
        days.sort_unstable();
        days.dedup();
        let mut lines = Vec::new();
        for (booth, noted) in booths.iter().zip(noted) {
            let organisation = rows.linked(booth.record.organisation)?.map(|found| found.record);
            let village = rows.linked(booth.record.village)?.map(|found| found.record.name);
            let village = village.unwrap_or_default();
            let sum = |day: Option<Date>| {
                let of_day = noted.iter().filter(|stored| day.is_none() || stored.record.date == day);
                of_day.fold(Figures::default(), |sum, stored| sum.and(Figures::of(&stored.record)))
            };
            let others = |same: &dyn Fn(&Booth) -> bool| {
                booths.iter().any(|other| other.id != booth.id && same(&other.record))
            };
            let place = place_of(&booth.record);
            let code = exact(&booth.record.code);
            lines.push(BoothLine {
                id: booth.id,
                name: organisation.as_ref().map_or(village.clone(), |found| found.name.clone()),
                short: organisation.map_or(village.clone(), |found| found.short().to_owned()),
                village,
                days: days.iter().map(|day| sum(Some(*day))).collect(),
                total: sum(None),
                place_twice: place.is_some() && others(&|other| place_of(other) == place),
                code_twice: others(&|other| exact(&other.code) == code),
                booth: booth.record.clone(),
            });
        }
        lines.sort_by(|one, other| {
            let key = |line: &BoothLine| (line.place().is_none(), line.place(), line.booth.code.clone());
            key(one).cmp(&key(other)).then(one.id.cmp(&other.id))
        });
        let corner = lines.iter().filter_map(BoothLine::place);
        let all = |sum: Figures, figures: Figures| sum.and(figures);
        let counted = || lines.iter().filter(|line| line.takes_part());
        let of_day = |day: usize| counted().filter_map(move |line| line.days.get(day).copied());
        Ok(BoothPlanAnswer {
            corner: corner.fold((0, 0), |last, place| (last.0.max(place.0), last.1.max(place.1))),
            waiting: waiting(rows, self.conference)?.len(),
            sums: (0..days.len()).map(|day| of_day(day).fold(Figures::default(), all)).collect(),
            total: counted().map(|line| line.total).fold(Figures::default(), all),
            days,
            booths: lines,
        })
    }
}

/// Asks what the register has to show on a booth: products of the organisation, else of the village.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoothProducts {
    /// The organisation.
    pub organisation: Option<Id<Organisation>>,
    /// The village.
    pub village: Option<Id<Village>>,
}

impl Query for BoothProducts {
    type Answer = Vec<String>;

    fn reads(&self) -> Vec<RecordKind> {
        vec![RecordKind::Product]
    }

    fn answer(&self, store: &mut Store) -> Result<Vec<String>> {
        let rows = store.rows();
        let mut found = match self.organisation {
            Some(id) => rows.children::<Product>("organisation", id.any())?,
            None => Vec::new(),
        };
        if found.is_empty()
            && let Some(id) = self.village
        {
            found = rows.children::<Product>("village", id.any())?;
        }
        found.sort_by_key(|stored| (!stored.record.on_sale, stored.id));
        Ok(found.into_iter().take(PROPOSED).map(|stored| stored.record.name).collect())
    }
}
