//! The lists of the meetings: what both sides want, pairs without a place, and each participant's day.

use eframe::egui::{Id, Ui};
use egui_phosphor::regular as icons;

use super::grid::mark;
use super::{Meetings, place_of};
use crate::domain::{Conference, Id as RecordId, MeetingSide, RecordKind, Trade};
use crate::i18n::{Message, field_label, message};
use crate::ops::{Command, MeetingsAnswer};
use crate::places::ProvinceCode;
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{TableColumn, TableEvent, TableRow, Tone, table, text};
use crate::ui::theme::{BODY, SMALL, space};
use crate::vietnamese::group;

fn column(cx: &Cx<'_>, key: &'static str, label: &Message, width: f32) -> TableColumn {
    TableColumn { key, label: cx.t(label), numeric: false, sortable: false, width }
}

impl Meetings {
    /// What both sides want.
    pub(super) fn wishes_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MeetingsAnswer) {
        let counted = |side| answer.wishes.iter().filter(|line| line.record.side == side).count();
        let words = message("meetings-wish-counts")
            .with("sellers", counted(MeetingSide::Seller))
            .with("buyers", counted(MeetingSide::Buyer));
        text(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
        ui.add_space(space::S);
        let narrow = if cx.narrow { 0.85 } else { 1.0 };
        let columns = [
            column(cx, "name", &field_label("organisation"), 260.0 * narrow),
            column(cx, "side", &message("meetings-side"), 84.0),
            column(cx, "trades", &field_label("trades"), 170.0 * narrow),
            column(cx, "provinces", &field_label("provinces"), 130.0),
            TableColumn { numeric: true, ..column(cx, "quantity", &field_label("quantity"), 140.0) },
            column(cx, "partner", &field_label("partner"), 130.0 * narrow),
            column(cx, "counts", &message("meetings-counts"), 118.0),
            column(cx, "words", &field_label("words"), 160.0),
        ];
        let (theme, language) = (cx.theme, cx.language);
        let places = cx.places;
        let mut row = |place: usize| {
            let line = answer.wishes.get(place)?;
            let record = &line.record;
            let firm = record.organisation.and_then(|id| answer.firms.get(&id));
            let trades = record.trades.0.iter().filter_map(|code| Trade::from_code(code));
            let trades: Vec<String> = trades.map(|trade| trade.label().text(language)).collect();
            let provinces = record.provinces.0.iter().filter_map(|code| ProvinceCode::parse(code));
            let provinces = provinces.filter_map(|code| places.province(code));
            let provinces: Vec<String> = provinces.map(|province| province.short_name(language)).collect();
            let counts = format!("{} / {}", line.proposals, firm.map_or(0, |firm| firm.meetings));
            Some(TableRow {
                cells: vec![
                    firm.map(|firm| firm.name.clone()).unwrap_or_default(),
                    record.side.label().text(language),
                    trades.join(", "),
                    provinces.join(", "),
                    record.quantity.map(|quantity| group(quantity, language)).unwrap_or_default(),
                    answer.short(record.partner).to_owned(),
                    counts,
                    record.words.clone(),
                ],
                badge: None,
            })
        };
        let name = cx.t(&message("meetings-wishes"));
        let id = Id::unique("meeting-wishes");
        let count = answer.wishes.len();
        let events = table(ui, &theme, id, &name, &mut self.wishes, &columns, count, &[], language, &mut row);
        for event in events {
            match event {
                TableEvent::Open(place) => {
                    if let Some(line) = answer.wishes.get(place) {
                        cx.ask(Action::Go(Route::Form(RecordKind::MeetingWish, Some(line.id.any()))));
                    }
                }
                TableEvent::Delete => {
                    if let Some(line) = self.wishes.cursor.and_then(|place| answer.wishes.get(place)) {
                        let name = answer.short(line.record.organisation).to_owned();
                        let command = Command::Delete(RecordKind::MeetingWish, line.id.any());
                        cx.ask(Action::Run(Box::new(command), message("done-deleted").with("name", name)));
                    }
                }
                _ => {}
            }
        }
    }

    /// Pairs that should meet and have no place, with why.
    pub(super) fn open_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        conference: RecordId<Conference>,
        answer: &MeetingsAnswer,
    ) {
        let theme = cx.theme;
        if answer.open.is_empty() {
            text(ui, &cx.t(&message("meetings-all-placed")), BODY, theme.c.muted);
            return;
        }
        let words = message("meetings-open-count").with("count", answer.open.len());
        text(ui, &cx.t(&words), SMALL, theme.c.muted);
        ui.add_space(space::S);
        let columns = [
            column(cx, "seller", &field_label("seller"), 210.0),
            column(cx, "buyer", &field_label("buyer"), 210.0),
            TableColumn { numeric: true, ..column(cx, "score", &message("meetings-score"), 70.0) },
            column(cx, "place", &message("meetings-first-place"), 240.0),
        ];
        let language = cx.language;
        let (hall, context) = (answer.hall.as_ref(), &*cx);
        let mut row = |place: usize| {
            let (pair, free) = answer.open.get(place)?;
            let place = match free {
                Ok(seat) => place_of(context, hall, Some(*seat)),
                Err(reason) if hall.is_some() => reason.words().text(language),
                Err(_) => String::new(),
            };
            let names = [Some(pair.seller), Some(pair.buyer)].map(|who| answer.short(who).to_owned());
            let [seller, buyer] = names;
            Some(TableRow { cells: vec![seller, buyer, pair.score.to_string(), place], badge: None })
        };
        let name = cx.t(&message("meetings-proposals"));
        let id = Id::unique("meeting-open");
        let count = answer.open.len();
        let events = table(ui, &theme, id, &name, &mut self.open, &columns, count, &[], language, &mut row);
        for event in events {
            if let TableEvent::Open(place) = event
                && let Some((pair, place)) = answer.open.get(place)
            {
                match place {
                    Ok(seat) => {
                        self.put(cx, conference, answer, (None, (pair.seller, pair.buyer)), *seat);
                    }
                    Err(reason) => cx.ask(Action::Say(Tone::Stop, reason.words())),
                }
            }
        }
    }

    /// Who meets when, by participant.
    pub(super) fn firms_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, answer: &MeetingsAnswer) {
        let theme = cx.theme;
        if answer.by_firm.is_empty() {
            text(ui, &cx.t(&message("meetings-no-meetings")), BODY, theme.c.muted);
            return;
        }
        let columns = [
            column(cx, "name", &field_label("organisation"), 230.0),
            column(cx, "place", &message("meetings-time"), 190.0),
            column(cx, "with", &message("meetings-with"), 220.0),
            column(cx, "result", &field_label("result"), 150.0),
        ];
        let language = cx.language;
        let (hall, context) = (answer.hall.as_ref(), &*cx);
        let mut row = |place: usize| {
            let (who, meeting) = *answer.by_firm.get(place)?;
            let line = answer.meetings.get(meeting)?;
            let other = if line.record.seller == Some(who) { line.record.buyer } else { line.record.seller };
            let (tone, icon) = mark(line.record.result);
            let icon = if icon.is_empty() { icons::CLOCK } else { icon };
            Some(TableRow {
                cells: vec![
                    answer.short(Some(who)).to_owned(),
                    place_of(context, hall, line.seat),
                    answer.short(other).to_owned(),
                    line.record.result.label().text(language),
                ],
                badge: Some((3, tone, icon)),
            })
        };
        let name = cx.t(&message("meetings-by-firm"));
        let id = Id::unique("meeting-firms");
        let count = answer.by_firm.len();
        let events = table(ui, &theme, id, &name, &mut self.firms, &columns, count, &[], language, &mut row);
        let at = |place: usize| answer.meetings.get(answer.by_firm.get(place)?.1);
        for event in events {
            match event {
                TableEvent::Moved(place) => self.chosen = at(place).map(|line| line.id).or(self.chosen),
                TableEvent::Open(place) => {
                    if let Some(line) = at(place) {
                        cx.ask(Action::Go(Route::Form(RecordKind::Meeting, Some(line.id.any()))));
                    }
                }
                TableEvent::Delete => {
                    if let Some(line) = self.firms.cursor.and_then(at) {
                        super::side::delete(cx, answer, line);
                    }
                }
                _ => {}
            }
        }
    }
}
