//! The parts of a MoU that are filled in: number, day and conference, parties and signers, clauses, annex.

use eframe::egui::{CornerRadius, Frame, Id, Margin, Ui, vec2};
use egui_phosphor::regular as icons;

use super::annex::Annex;
use super::compared::Compared;
use super::new_signer::NewSigner;
use crate::documents::mou::placeholders::Placeholder;
use crate::domain::{
    AnyId, Cell, ClauseTree, ColumnType as _, Id as RecordId, Item, Mou, MouDossier, MouHead, MouLanguage,
    NumberSeries, Organisation, PageNumbering, PartyRole, Record as _, RecordKind,
};
use crate::i18n::{Language, field_label, message};
use crate::ops::{Choices, Command, LastWith, MouDeskAnswer, MouDraft};
use crate::problem::Problem;
use crate::runtime::{Slot, Templates};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, Tone, choice, date_field, heading, line};
use crate::ui::fields::{FieldStates, open_ui};
use crate::ui::screens::shelf::Shelf;
use crate::ui::screens::tree::Tree;
use crate::ui::theme::{BODY, CARD, SMALL_MEDIUM, space};
use crate::vietnamese::{parse_day_near, parse_integer, parse_money};

/// What the form remembers beside the draft.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) fields: FieldStates,
    /// Texts of numbers and days as they are typed.
    pub(super) typed: std::collections::BTreeMap<String, String>,
    /// Texts of them that are no number or no day, with what leads to their field; the MoU keeps what it had.
    pub(super) unread: std::collections::BTreeMap<String, String>,
    pub(super) open_party: Option<usize>,
    pub(super) signers: Vec<(RecordId<Organisation>, Slot<Choices>)>,
    /// The party whose signer is being added, or gets a paper to sign by.
    pub(super) new_signer: Option<(usize, NewSigner)>,
    /// The text has English words.
    pub(super) english: bool,
    /// The party whose organisation was just chosen, until its signer is.
    pub(super) unsigned: Option<usize>,
    /// The party that was said to be a person, until the person is chosen.
    pub(super) alone: Option<usize>,
    number: String,
    /// Why the number is taken off, as it is typed.
    pub(super) dropping: Option<String>,
    /// Numbers of the articles that are printed, by key, as the page has them.
    pub(super) numbers: std::collections::BTreeMap<String, u32>,
    /// Something was changed in this frame.
    pub touched: bool,
    /// The stored MoU is newer than what is shown; taken over when nobody types.
    pub stale: bool,
    pub(super) jump: Option<String>,
    pub(super) templates: Slot<Templates>,
    /// The MoU that is being written.
    pub(super) mou: Option<RecordId<Mou>>,
    pub(super) last: Slot<LastWith>,
    /// What an earlier MoU said, to be taken over.
    pub(super) taken_over: Option<MouDraft>,
    /// A text and the values it speaks of.
    pub(super) spoken: Option<(Vec<ClauseTree>, std::collections::BTreeSet<String>)>,
    /// What the text may speak of, as the page has it.
    pub(super) placeholders: std::sync::Arc<Vec<Placeholder>>,
    pub(super) tree: Tree,
    pub(super) compared: Compared,
    pub(super) annex: Annex,
    pub(super) shelf: Shelf,
}

/// The draft behind a dossier.
pub(super) fn draft_of(dossier: &MouDossier) -> MouDraft {
    MouDraft {
        mou: dossier.mou.clone(),
        parties: dossier
            .parties
            .iter()
            .map(|party| Item { id: party.id, record: party.party.clone() })
            .collect(),
        clauses: dossier.clauses.clone(),
        products: dossier.products.iter().map(|(line, _)| line.clone()).collect(),
    }
}

/// Gives what was saved meanwhile the ids it got, so that it is not added once more.
pub(super) fn adopt_ids(draft: &mut MouDraft, stored: &MouDraft) {
    if draft.parties.len() == stored.parties.len() {
        for (party, stored) in draft.parties.iter_mut().zip(&stored.parties) {
            party.id = stored.id;
        }
    }
    if draft.products.len() == stored.products.len() {
        for (line, stored) in draft.products.iter_mut().zip(&stored.products) {
            line.id = stored.id;
        }
    }
    adopt_clauses(&mut draft.clauses, &stored.clauses);
    draft.mou.number.clone_from(&stored.mou.number);
    draft.mou.series = stored.mou.series;
    draft.mou.state = stored.mou.state;
}

fn adopt_clauses(draft: &mut [ClauseTree], stored: &[ClauseTree]) {
    if draft.len() != stored.len() {
        return;
    }
    for (tree, stored) in draft.iter_mut().zip(stored) {
        tree.id = stored.id;
        tree.clause.mou = stored.clause.mou;
        tree.clause.parent = stored.clause.parent;
        tree.clause.sequence = stored.clause.sequence;
        adopt_clauses(&mut tree.children, &stored.children);
    }
}

/// How a value of the MoU itself is filled in.
#[derive(Clone, Copy)]
enum Value {
    Text,
    Lines,
    Number,
    Money,
    Day,
}

/// The values beside number, day, conference and subject, in the order of the text.
const VALUES: &[(&str, Value, f32)] = &[
    ("product_group", Value::Text, 0.5),
    ("village_name", Value::Text, 0.5),
    ("supply", Value::Text, 1.0),
    ("target_value", Value::Money, 0.5),
    ("contract_by", Value::Day, 0.5),
    ("corner_name", Value::Text, 0.5),
    ("outlets", Value::Number, 0.25),
    ("first_months", Value::Number, 0.25),
    ("certificates", Value::Text, 1.0),
    ("payment_days", Value::Number, 0.5),
    ("report_period", Value::Text, 0.5),
    ("review_months", Value::Number, 0.34),
    ("term_months", Value::Number, 0.33),
    ("notice_days", Value::Number, 0.33),
    ("copies_each", Value::Number, 0.5),
    ("witness_copies", Value::Number, 0.5),
    ("place", Value::Text, 1.0),
];

/// The placeholder a column of the MoU fills in the text.
fn placeholder_of(column: &str) -> &str {
    match column {
        "village_name" => "village",
        "target_value" => "target",
        "term_months" => "term",
        "payment_days" => "payment",
        "review_months" => "review",
        "notice_days" => "notice",
        "report_period" => "report",
        "corner_name" => "corner",
        "first_months" => "outlet_months",
        "copies_each" => "copies",
        "witness_copies" => "witness.copies",
        column => column,
    }
}

/// Narrower than this a form has no room for three fields in a row.
const SMALL_FORM: f32 = 360.0;

/// What is wrong with a text that cannot be read; not while it is being typed.
pub(super) fn unread(
    ui: &Ui,
    field: Id,
    unread: &std::collections::BTreeMap<String, String>,
    key: &str,
    typed: &str,
) -> Option<Problem> {
    let typing = ui.memory(|memory| memory.has_focus(field));
    let words = message("mou-not-read").with("text", typed);
    (!typing && unread.contains_key(key)).then(|| Problem::error(key, words))
}

/// The English values of a text that is printed in two languages.
const ENGLISH: &[&str] = &[
    "subject_en",
    "product_group_en",
    "supply_en",
    "corner_name_en",
    "certificates_en",
    "report_period_en",
    "place_en",
];

impl Parts {
    /// Whether the keyboard is in a text with marks: its keys come before those of the program.
    pub(super) fn writes(&self, context: &eframe::egui::Context) -> bool {
        self.tree.wording.writes(context)
    }

    /// The stored MoU was taken over.
    pub(super) fn refresh(&mut self, dossier: &MouDossier) {
        self.stale = false;
        self.typed.retain(|key, _| self.unread.contains_key(key));
        self.annex.refresh(dossier.products.iter().map(|(line, _)| line.id));
        for party in &dossier.parties {
            if let (Some(id), Some(organisation)) = (party.party.organisation, &party.organisation) {
                self.fields.know(id.any(), &organisation.name);
            }
            if let (Some(id), Some(person)) = (party.party.person, &party.person) {
                self.fields.know(id.any(), &person.full_name);
            }
            if let (Some(id), Some(contact)) = (party.party.contact, &party.contact) {
                self.fields.know(id.any(), &contact.full_name);
            }
        }
        if let (Some(id), Some(village)) = (dossier.mou.village, &dossier.village) {
            self.fields.know(id.any(), &village.name);
        }
    }

    /// Goes to what a problem is about.
    pub(super) fn jump_to(&mut self, field: &str) {
        // What is said of a line as a whole leads to its product.
        let line = field.strip_prefix("annex.row.").map(|row| format!("annex.{row}.product"));
        let field = line.as_deref().unwrap_or(field);
        self.jump = Some(field.to_owned());
        let mut parts = field.split('.');
        let seat = (parts.next(), parts.next().and_then(|number| number.parse::<usize>().ok()));
        match seat {
            (Some("party"), Some(number)) => self.open_party = number.checked_sub(1),
            // Witnesses stand after the parties; which is found when the list is drawn.
            (Some("witness"), Some(number)) => self.open_party = Some(usize::MAX - number),
            (Some("annex"), Some(number)) => self.annex.show(number.checked_sub(1)),
            _ => {}
        }
    }

    /// Draws the form.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        id: RecordId<Mou>,
        answer: &MouDeskAnswer,
        draft: &mut MouDraft,
    ) {
        let before = draft.clone();
        ui.spacing_mut().item_spacing.y = 8.0;
        self.mou = Some(id);
        self.resolve_jump(draft);
        self.head_ui(ui, cx, id, answer, draft);
        ui.add_space(space::S);
        self.parties_ui(ui, cx, draft);
        ui.add_space(space::S);
        self.values_ui(ui, cx, draft);
        ui.add_space(space::S);
        self.details_ui(ui, cx, draft);
        ui.add_space(space::S);
        self.clauses_ui(ui, cx, answer, draft);
        ui.add_space(space::S);
        self.annex_ui(ui, cx, draft);
        self.tree.wording.placeholders_ui(ui, cx, &self.placeholders);
        if let Some(other) = self.taken_over.take() {
            draft.take_over(&other);
            cx.ask(Action::Say(Tone::Good, message("done-taken-over")));
        }
        self.touched = *draft != before;
    }

    fn resolve_jump(&mut self, draft: &MouDraft) {
        if let Some(open) = self.open_party.filter(|open| *open > 1_000) {
            let number = usize::MAX - open;
            let mut witnesses = draft
                .parties
                .iter()
                .enumerate()
                .filter(|(_, party)| party.record.role == PartyRole::Witness)
                .map(|(place, _)| place);
            self.open_party = witnesses.nth(number.saturating_sub(1));
        }
    }

    /// Whether the keyboard shall go to this field now.
    pub(super) fn wants(&mut self, field: &str) -> bool {
        let hit = self.jump.as_deref().is_some_and(|jump| {
            jump == field
                || match field {
                    "conference" => jump.starts_with("conference."),
                    column => jump == placeholder_of(column),
                }
        });
        if hit {
            self.jump = None;
        }
        hit
    }

    pub(super) fn focus(&mut self, ui: &Ui, field: &str, id: Id) {
        if self.wants(field) {
            ui.memory_mut(|memory| memory.request_focus(id));
            ui.scroll_to_cursor(Some(eframe::egui::Align::Center));
        }
    }

    fn head_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        id: RecordId<Mou>,
        answer: &MouDeskAnswer,
        draft: &mut MouDraft,
    ) {
        heading(ui, &cx.t(&message("mou-head-title")), CARD, cx.theme.c.text);
        let half = (ui.available_width() - 10.0) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            self.template_ui(ui, cx, draft, half);
            self.number_ui(ui, cx, id, answer, &draft.mou, half);
        });
        let mou = &mut draft.mou;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let mut names = vec![cx.t(&message("word-none"))];
            names.extend(answer.conferences.iter().map(|(_, name)| name.clone()));
            let now = answer.conferences.iter().find(|(id, _)| Some(*id) == mou.conference);
            let shown = now.map_or_else(|| cx.t(&message("word-none")), |(_, name)| name.clone());
            let label = cx.t(&field_label("conference"));
            let field = Id::unique("mou-conference");
            self.focus(ui, "conference", field);
            let corner = ui.cursor().min + vec2(half, 0.0);
            let chosen = choice(ui, &cx.theme, cx.language, field, &label, &shown, &names, half, None);
            if let Some(place) = chosen {
                mou.conference =
                    place.checked_sub(1).and_then(|place| answer.conferences.get(place)).map(|found| found.0);
            }
            if let Some((conference, name)) = now {
                open_ui(ui, cx, corner, RecordKind::Conference, conference.any(), name);
            }
            self.value_ui(ui, cx, mou, "date", Value::Day, half);
        });
        self.value_ui(ui, cx, mou, "subject", Value::Lines, f32::INFINITY);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            ui.vertical(|ui| {
                ui.set_width(half);
                let label = cx.t(&field_label("village"));
                let field = Id::unique("mou-village");
                self.focus(ui, "village", field);
                let mut hex = mou.village.map(|id| id.any().hex()).unwrap_or_default();
                self.fields.link_ui(
                    ui,
                    cx,
                    field,
                    "village",
                    RecordKind::Village,
                    &label,
                    None,
                    &mut hex,
                    None,
                );
                mou.village = AnyId::from_hex(&hex).map(RecordId::from_any);
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                let values = MouLanguage::ALL;
                let names: Vec<String> = values.iter().map(|value| cx.t(&value.label())).collect();
                let (label, shown) = (cx.t(&field_label("language")), cx.t(&mou.language.label()));
                let field = Id::unique("mou-language");
                let chosen = choice(ui, &cx.theme, cx.language, field, &label, &shown, &names, half, None);
                if let Some(value) = chosen.and_then(|place| values.get(place)) {
                    mou.language = *value;
                }
            });
        });
    }

    /// The number: given from a series, or written by hand.
    fn number_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        id: RecordId<Mou>,
        answer: &MouDeskAnswer,
        mou: &Mou,
        width: f32,
    ) {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 3.0;
            let label = cx.t(&field_label("number"));
            if !mou.number.is_empty() {
                line(ui, &label, SMALL_MEDIUM, cx.theme.c.muted);
                Frame::new()
                    .fill(cx.theme.c.sunken)
                    .corner_radius(CornerRadius::same(6))
                    .inner_margin(Margin::symmetric(10, 6))
                    .show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        line(ui, &mou.number, BODY, cx.theme.c.text);
                    });
                self.drop_number_ui(ui, cx, id);
                return;
            }
            let field = Id::unique("mou-number");
            self.focus(ui, "number", field);
            let hint = cx.t(&message("mou-number-hint"));
            Field::new(field, &label).hint(&hint).show(ui, &cx.theme, cx.language, &mut self.number);
            ui.horizontal(|ui| {
                let by_hand = self.number.trim().to_owned();
                if by_hand.is_empty() {
                    // Those of the year of its day; when there is none, what there is.
                    let year = i64::from(mou.date.unwrap_or(cx.today).year());
                    let fits = |record: &NumberSeries| record.year.is_none_or(|of| of == year);
                    let any = answer.series.iter().any(|(_, record)| fits(record));
                    for (series, record) in answer.series.iter().filter(|(_, record)| !any || fits(record)) {
                        let give = cx.t(&message("mou-give-number"));
                        let name = format!("{give}: {}", record.name);
                        let button = Button::outline(&give).small().icon(icons::HASH).name(&name);
                        if button.show(ui, &cx.theme).on_hover_text(&name).clicked() {
                            let command = Command::IssueNumber(id, *series);
                            cx.ask(Action::Run(Box::new(command), message("done-number")));
                        }
                    }
                } else {
                    let write = cx.t(&message("mou-write-number"));
                    if Button::outline(&write).small().icon(icons::CHECK).show(ui, &cx.theme).clicked() {
                        let command = Command::WriteNumber(id, by_hand);
                        cx.ask(Action::Run(Box::new(command), message("done-number")));
                        self.number.clear();
                    }
                }
            });
        });
    }

    /// One value of the MoU by its column.
    fn value_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, mou: &mut Mou, column: &str, value: Value, width: f32) {
        let mut cells = mou.cells();
        let place = Mou::COLUMNS.iter().position(|name| *name == column);
        let Some(cell) = place.and_then(|place| cells.get_mut(place)) else { return };
        let shown = match (&value, &*cell) {
            (Value::Money | Value::Number, Cell::Integer(number)) => {
                crate::vietnamese::group(*number, Language::Vi)
            }
            (Value::Day, cell) => super::editor::day(Option::<jiff::civil::Date>::from_cell(cell.clone())),
            (_, Cell::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let label = cx.t(&field_label(column));
        let id = Id::unique(("mou-value", column));
        self.focus(ui, column, id);
        let mut typed = self.typed.remove(column).unwrap_or(shown);
        let problem = unread(ui, id, &self.unread, column, &typed);
        let response = match value {
            Value::Day => {
                let problem = problem.as_ref();
                date_field(ui, &cx.theme, cx.language, id, &label, None, &mut typed, cx.today, width, problem)
            }
            Value::Lines => {
                Field::new(id, &label).rows(2).width(width).show(ui, &cx.theme, cx.language, &mut typed)
            }
            Value::Text => Field::new(id, &label).width(width).show(ui, &cx.theme, cx.language, &mut typed),
            Value::Number | Value::Money => {
                let field = Field::new(id, &label).figures().width(width).problem(problem.as_ref());
                field.show(ui, &cx.theme, cx.language, &mut typed)
            }
        };
        if response.changed() {
            let trimmed = typed.trim();
            let read = match value {
                Value::Text | Value::Lines => Some(Cell::Text(typed.clone())),
                _ if trimmed.is_empty() => Some(Cell::Null),
                Value::Number => parse_integer(trimmed).ok().map(Cell::Integer),
                Value::Money => parse_money(trimmed).ok().map(Cell::Integer),
                Value::Day => match parse_day_near(trimmed, cx.today) {
                    Some(crate::vietnamese::PartialDate::Day(date)) => Some(Some(date).to_cell()),
                    _ => None,
                },
            };
            // What cannot be read stays in the field and is told there; the paper keeps what it had.
            if let Some(read) = read {
                *cell = read;
                *mou = Mou::from_cells(cells.into_iter());
                self.unread.remove(column);
            } else {
                self.unread.insert(column.to_owned(), column.to_owned());
            }
        }
        // What was typed stays as it was typed until the stored MoU is taken over.
        self.typed.insert(column.to_owned(), typed);
    }

    fn values_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut MouDraft) {
        heading(ui, &cx.t(&message("mou-values-title")), CARD, cx.theme.c.text);
        let full = ui.available_width();
        // In large letters two stand in a row at most.
        let share_of = |width: f32| match width {
            width if full >= SMALL_FORM => width,
            width if width < 0.5 => 0.5,
            _ => 1.0,
        };
        let witnesses = draft.parties.iter().any(|party| party.record.role == PartyRole::Witness);
        let asked: Vec<_> = VALUES
            .iter()
            .filter(|(column, ..)| match *column {
                "place" | "term_months" | "copies_each" => true,
                "witness_copies" => witnesses,
                column => self.speaks_of(&draft.clauses, placeholder_of(column)),
            })
            .collect();
        let mou = &mut draft.mou;
        let mut rest = asked.as_slice();
        while !rest.is_empty() {
            let mut share = 0.0;
            let count = rest
                .iter()
                .take_while(|(_, _, width)| {
                    share += share_of(*width);
                    share <= 1.01
                })
                .count()
                .max(1);
            let (row, after) = rest.split_at(count.min(rest.len()));
            let gaps = 10.0 * f32::from(u8::try_from(row.len() - 1).unwrap_or(0));
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                for (column, value, width) in row {
                    ui.vertical(|ui| {
                        let width = (full - gaps) * share_of(*width);
                        ui.set_width(width);
                        self.value_ui(ui, cx, mou, column, *value, width);
                    });
                }
            });
            rest = after;
        }
        if mou.language != MouLanguage::Vi {
            heading(ui, &cx.t(&message("mou-english-title")), CARD, cx.theme.c.text);
            let said = |column: &str| {
                let vi = column.strip_suffix("_en").unwrap_or(column);
                vi == "subject" || asked.iter().any(|(column, ..)| *column == vi)
            };
            for column in ENGLISH.iter().filter(|column| said(column)) {
                self.value_ui(ui, cx, mou, column, Value::Text, f32::INFINITY);
            }
        }
        let half = (full - 10.0) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let names: Vec<String> = MouHead::ALL.iter().map(|value| cx.t(&value.label())).collect();
            let (label, shown) = (cx.t(&field_label("head")), cx.t(&mou.head.label()));
            let chosen = choice(
                ui,
                &cx.theme,
                cx.language,
                Id::unique("mou-head"),
                &label,
                &shown,
                &names,
                half,
                None,
            );
            if let Some(value) = chosen.and_then(|place| MouHead::ALL.get(place)) {
                mou.head = *value;
            }
            let names: Vec<String> = PageNumbering::ALL.iter().map(|value| cx.t(&value.label())).collect();
            let (label, shown) = (cx.t(&field_label("page_numbering")), cx.t(&mou.page_numbering.label()));
            let chosen = choice(
                ui,
                &cx.theme,
                cx.language,
                Id::unique("mou-pages"),
                &label,
                &shown,
                &names,
                half,
                None,
            );
            if let Some(value) = chosen.and_then(|place| PageNumbering::ALL.get(place)) {
                mou.page_numbering = *value;
            }
        });
    }
}
