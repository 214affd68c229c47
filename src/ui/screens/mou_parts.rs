//! The parts of a MoU that are filled in: number, day and conference, parties and signers, clauses, annex.

use eframe::egui::{CornerRadius, Frame, Id, Margin, Stroke, Ui, vec2};
use egui_phosphor::regular as icons;

use crate::documents::mou::template::Template;
use crate::domain::{
    AddressForm, AnyId, Cell, ClauseKind, ClauseTree, ColumnType as _, Id as RecordId, Item, Mou, MouDossier,
    MouHead, MouLanguage, MouParty, MouProduct, Organisation, PageNumbering, PartyRole, Person, Position,
    Record as _, RecordKind,
};
use crate::i18n::{Language, field_label, message};
use crate::ops::{Choices, Command, MouDeskAnswer, MouDraft};
use crate::runtime::{Slot, Ticket};
use crate::ui::action::{Action, Cx};
use crate::ui::components::{
    Button, Field, choice, date_field, heading, icon_button, line, link, switch, text, tick,
};
use crate::ui::fields::FieldStates;
use crate::ui::theme::{BODY, BODY_MEDIUM, CARD, COMPACT, SMALL, SMALL_MEDIUM, space};
use crate::vietnamese::{parse_day_near, parse_integer, parse_money};

/// The condition of a clause that is not printed.
const NEVER: &str = "never";

/// What the form remembers beside the draft.
#[derive(Default)]
pub(super) struct Parts {
    fields: FieldStates,
    /// Texts of numbers and days as they are typed.
    typed: std::collections::BTreeMap<String, String>,
    open_party: Option<usize>,
    open_clause: Option<usize>,
    signers: Vec<(RecordId<Organisation>, Slot<Choices>)>,
    new_signer: Option<NewSigner>,
    number: String,
    /// Something was changed in this frame.
    pub touched: bool,
    /// The stored MoU is newer than what is shown; taken over when nobody types.
    pub stale: bool,
    jump: Option<String>,
}

/// A signer that is being added.
#[derive(Default)]
struct NewSigner {
    party: usize,
    name: String,
    title: String,
    signs: bool,
    adding: Option<Ticket<crate::ops::Outcome>>,
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
    /// The stored MoU was taken over.
    pub(super) fn refresh(&mut self, dossier: &MouDossier) {
        self.stale = false;
        self.typed.clear();
        for party in &dossier.parties {
            if let (Some(id), Some(organisation)) = (party.party.organisation, &party.organisation) {
                self.fields.know(id.any(), &organisation.name);
            }
            if let (Some(id), Some(contact)) = (party.party.contact, &party.contact) {
                self.fields.know(id.any(), &contact.full_name);
            }
        }
        if let (Some(id), Some(village)) = (dossier.mou.village, &dossier.village) {
            self.fields.know(id.any(), &village.name);
        }
        for (line, product) in &dossier.products {
            if let (Some(id), Some(product)) = (line.record.product, product) {
                self.fields.know(id.any(), &product.name);
            }
        }
    }

    /// Goes to what a problem is about.
    pub(super) fn jump_to(&mut self, field: &str) {
        self.jump = Some(field.to_owned());
        let mut parts = field.split('.');
        if let (Some(who @ ("party" | "witness")), Some(number)) = (parts.next(), parts.next()) {
            let number: usize = number.parse().unwrap_or(1);
            // Witnesses stand after the parties; which is found when the list is drawn.
            self.open_party = Some(if who == "party" { number - 1 } else { usize::MAX - number });
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
        self.resolve_jump(draft);
        self.head_ui(ui, cx, id, answer, &mut draft.mou);
        ui.add_space(space::S);
        self.parties_ui(ui, cx, draft);
        ui.add_space(space::S);
        self.values_ui(ui, cx, &mut draft.mou);
        ui.add_space(space::S);
        self.clauses_ui(ui, cx, draft);
        ui.add_space(space::S);
        self.annex_ui(ui, cx, draft);
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
    fn wants(&mut self, field: &str) -> bool {
        let hit = self.jump.as_deref().is_some_and(|jump| {
            jump == field
                || match field {
                    "target_value" => jump == "target",
                    "term_months" => jump == "term",
                    "payment_days" => jump == "payment",
                    "review_months" => jump == "review",
                    "notice_days" => jump == "notice",
                    "report_period" => jump == "report",
                    "corner_name" => jump == "corner",
                    "first_months" => jump == "outlet_months",
                    "copies_each" => jump == "copies",
                    "witness_copies" => jump == "witness.copies",
                    "conference" => jump.starts_with("conference."),
                    _ => false,
                }
        });
        if hit {
            self.jump = None;
        }
        hit
    }

    fn focus(&mut self, ui: &Ui, field: &str, id: Id) {
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
        mou: &mut Mou,
    ) {
        heading(ui, &cx.t(&message("mou-head-title")), CARD, cx.theme.c.text);
        let half = (ui.available_width() - 10.0) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let names: Vec<String> = Template::built_in()
                .iter()
                .map(|template| match cx.language {
                    Language::Vi => template.name.vi.clone(),
                    Language::En => template.name.en.clone(),
                })
                .collect();
            let now = Template::built_in().iter().position(|template| template.id == mou.template);
            let shown =
                now.and_then(|place| names.get(place)).cloned().unwrap_or_else(|| mou.template.clone());
            let label = cx.t(&field_label("template"));
            let chosen = choice(
                ui,
                &cx.theme,
                cx.language,
                Id::unique("mou-template"),
                &label,
                &shown,
                &names,
                half,
                None,
            );
            if let Some(template) = chosen.and_then(|place| Template::built_in().get(place)) {
                mou.template.clone_from(&template.id);
                mou.template_version = i64::from(template.version);
            }
            self.number_ui(ui, cx, id, answer, mou, half);
        });
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let mut names = vec![cx.t(&message("word-none"))];
            names.extend(answer.conferences.iter().map(|(_, name)| name.clone()));
            let now = answer.conferences.iter().find(|(id, _)| Some(*id) == mou.conference);
            let shown = now.map_or_else(|| cx.t(&message("word-none")), |(_, name)| name.clone());
            let label = cx.t(&field_label("conference"));
            let field = Id::unique("mou-conference");
            self.focus(ui, "conference", field);
            let chosen = choice(ui, &cx.theme, cx.language, field, &label, &shown, &names, half, None);
            if let Some(place) = chosen {
                mou.conference =
                    place.checked_sub(1).and_then(|place| answer.conferences.get(place)).map(|found| found.0);
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
                self.fields.link_ui(ui, cx, field, "village", RecordKind::Village, &label, &mut hex, None);
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
                return;
            }
            let field = Id::unique("mou-number");
            self.focus(ui, "number", field);
            let hint = cx.t(&message("mou-number-hint"));
            Field::new(field, &label).hint(&hint).show(ui, &cx.theme, cx.language, &mut self.number);
            ui.horizontal(|ui| {
                let by_hand = self.number.trim().to_owned();
                if by_hand.is_empty() {
                    for (series, record) in answer.series.iter().take(2) {
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
            (Value::Day, cell) => {
                super::mou_editor::day(Option::<jiff::civil::Date>::from_cell(cell.clone()))
            }
            (_, Cell::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let label = cx.t(&field_label(column));
        let id = Id::unique(("mou-value", column));
        self.focus(ui, column, id);
        let mut typed = self.typed.remove(column).unwrap_or(shown);
        let response = match value {
            Value::Day => {
                date_field(ui, &cx.theme, cx.language, id, &label, &mut typed, cx.today, width, None)
            }
            Value::Lines => {
                Field::new(id, &label).rows(2).width(width).show(ui, &cx.theme, cx.language, &mut typed)
            }
            Value::Text => Field::new(id, &label).width(width).show(ui, &cx.theme, cx.language, &mut typed),
            Value::Number | Value::Money => {
                Field::new(id, &label).figures().width(width).show(ui, &cx.theme, cx.language, &mut typed)
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
            // What cannot be read yet stays in the field; the paper keeps what it had.
            if let Some(read) = read {
                *cell = read;
                *mou = Mou::from_cells(cells.into_iter());
            }
        }
        // What was typed stays as it was typed until the stored MoU is taken over.
        self.typed.insert(column.to_owned(), typed);
    }

    fn values_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, mou: &mut Mou) {
        heading(ui, &cx.t(&message("mou-values-title")), CARD, cx.theme.c.text);
        let full = ui.available_width();
        let mut rest = VALUES;
        while !rest.is_empty() {
            let mut share = 0.0;
            let count = rest
                .iter()
                .take_while(|(_, _, width)| {
                    share += width;
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
                        let width = (full - gaps) * width;
                        ui.set_width(width);
                        self.value_ui(ui, cx, mou, column, *value, width);
                    });
                }
            });
            rest = after;
        }
        if mou.language != MouLanguage::Vi {
            heading(ui, &cx.t(&message("mou-english-title")), CARD, cx.theme.c.text);
            for column in ENGLISH {
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

    fn parties_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut MouDraft) {
        heading(ui, &cx.t(&message("mou-parties-title")), CARD, cx.theme.c.text);
        let mut removed = None;
        let (mut parties, mut witnesses) = (0_u8, 0_u8);
        let count = draft.parties.len();
        for place in 0..count {
            let Some(item) = draft.parties.get_mut(place) else { continue };
            let role = match item.record.role {
                PartyRole::Party => {
                    let letter = char::from(b'A' + parties.min(25));
                    parties += 1;
                    cx.t(&message("mou-seat-party").with("letter", letter.to_string()))
                }
                PartyRole::Witness => {
                    witnesses += 1;
                    cx.t(&message("mou-seat-witness"))
                }
            };
            if self.party_ui(ui, cx, place, &role, &mut item.record) {
                removed = Some(place);
            }
        }
        if let Some(place) = removed {
            draft.parties.remove(place);
            self.open_party = None;
        }
        ui.horizontal(|ui| {
            let add = |role: PartyRole, parties: &mut Vec<Item<MouParty>>| {
                let same = parties.iter().filter(|party| party.record.role == role).count();
                let place = match role {
                    PartyRole::Party => parties.iter().filter(|party| party.record.role == role).count(),
                    PartyRole::Witness => parties.len(),
                };
                let record =
                    MouParty { role, sequence: i64::try_from(same + 1).unwrap_or(1), ..MouParty::default() };
                parties.insert(place, record.into());
                place
            };
            let label = cx.t(&message("mou-add-party"));
            let room = parties < 4;
            if Button::plain(&label).small().icon(icons::PLUS).enabled(room).show(ui, &cx.theme).clicked() {
                self.open_party = Some(add(PartyRole::Party, &mut draft.parties));
            }
            let label = cx.t(&message("mou-add-witness"));
            let room = witnesses < 2;
            if Button::plain(&label).small().icon(icons::PLUS).enabled(room).show(ui, &cx.theme).clicked() {
                self.open_party = Some(add(PartyRole::Witness, &mut draft.parties));
            }
        });
    }

    /// One party: a line, or its fields when it is open. Returns whether it shall go.
    fn party_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        place: usize,
        role: &str,
        party: &mut MouParty,
    ) -> bool {
        let mut remove = false;
        let open = self.open_party == Some(place);
        let signers = self.signers_of(cx, party.organisation);
        let outline = Stroke::new(1.0, cx.theme.c.border);
        let frame = Frame::new()
            .fill(cx.theme.c.raised)
            .stroke(outline)
            .corner_radius(CornerRadius::same(8))
            .inner_margin(Margin::symmetric(10, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            let signer = signers.iter().find(|signer| Some(signer.position) == party.signer);
            let name = party.organisation.and_then(|id| self.fields.name(id.any()));
            ui.horizontal(|ui| {
                ui.allocate_ui(vec2(88.0, 20.0), |ui| {
                    ui.set_width(88.0);
                    line(ui, role, COMPACT, cx.theme.c.muted);
                });
                let width = ui.available_width() - 36.0;
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let title = name.clone().unwrap_or_else(|| cx.t(&message("mou-choose-party")));
                    if link(ui, &cx.theme, &title, BODY_MEDIUM).clicked() {
                        self.open_party = if open { None } else { Some(place) };
                    }
                    let words = match signer {
                        Some(signer) => format!("{}, {}", signer.name, signer.title),
                        None => cx.t(&message("mou-no-signer")),
                    };
                    let ink = if signer.is_some() { cx.theme.c.muted } else { cx.theme.c.danger };
                    line(ui, &words, SMALL, ink);
                });
                let (icon, name) = if open {
                    (icons::CARET_UP, message("word-close"))
                } else {
                    (icons::CARET_DOWN, message("word-open"))
                };
                if icon_button(ui, &cx.theme, icon, &format!("{} {role}", cx.t(&name))).clicked() {
                    self.open_party = if open { None } else { Some(place) };
                }
            });
            if open {
                remove = self.open_party_ui(ui, cx, place, party, &signers);
            }
        });
        remove
    }

    fn open_party_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        place: usize,
        party: &mut MouParty,
        signers: &[crate::ops::Signer],
    ) -> bool {
        let key = format!("party.{place}");
        let label = cx.t(&field_label("organisation"));
        let id = Id::unique(("mou-party", place));
        let jump = self.jump.clone().unwrap_or_default();
        let about_signer = ["representative", "position", "signer", "authorisation", "principal"]
            .iter()
            .any(|part| jump.contains(part));
        if !jump.is_empty() && (jump.starts_with("party") || jump.starts_with("witness")) {
            let target = if about_signer { Id::unique(("mou-signer", place)) } else { id };
            ui.memory_mut(|memory| memory.request_focus(target));
            ui.scroll_to_cursor(Some(eframe::egui::Align::Center));
            self.jump = None;
        }
        let mut hex = party.organisation.map(|id| id.any().hex()).unwrap_or_default();
        self.fields.link_ui(ui, cx, id, &key, RecordKind::Organisation, &label, &mut hex, None);
        let organisation = AnyId::from_hex(&hex).map(RecordId::from_any);
        if organisation != party.organisation {
            party.organisation = organisation;
            party.signer = None;
        }
        if let Some(organisation) = party.organisation {
            let mut names: Vec<String> =
                signers.iter().map(|signer| format!("{}, {}", signer.name, signer.title)).collect();
            names.push(cx.t(&message("mou-new-signer")));
            let now = signers.iter().position(|signer| Some(signer.position) == party.signer);
            let shown = now
                .and_then(|place| names.get(place))
                .cloned()
                .unwrap_or_else(|| cx.t(&message("mou-no-signer")));
            let label = cx.t(&field_label("signer"));
            let id = Id::unique(("mou-signer", place));
            let chosen = choice(ui, &cx.theme, cx.language, id, &label, &shown, &names, f32::INFINITY, None);
            match chosen {
                Some(place_of) if place_of < signers.len() => {
                    party.signer = signers.get(place_of).map(|signer| signer.position);
                }
                Some(_) => {
                    self.new_signer = Some(NewSigner { party: place, signs: true, ..NewSigner::default() });
                }
                None => {}
            }
            self.new_signer_ui(ui, cx, place, organisation, party);
        }
        let values = AddressForm::ALL;
        let names: Vec<String> = values.iter().map(|value| cx.t(&value.label())).collect();
        let (label, shown) = (cx.t(&field_label("address_form")), cx.t(&party.address_form.label()));
        let id = Id::unique(("mou-address", place));
        let chosen = choice(ui, &cx.theme, cx.language, id, &label, &shown, &names, f32::INFINITY, None);
        if let Some(value) = chosen.and_then(|place| values.get(place)) {
            party.address_form = *value;
        }
        let label = cx.t(&field_label("contact"));
        let mut hex = party.contact.map(|id| id.any().hex()).unwrap_or_default();
        let id = Id::unique(("mou-contact", place));
        let key = format!("contact.{place}");
        self.fields.link_ui(ui, cx, id, &key, RecordKind::Person, &label, &mut hex, None);
        party.contact = AnyId::from_hex(&hex).map(RecordId::from_any);
        let label = cx.t(&message("mou-remove-party"));
        Button::plain(&label).small().icon(icons::TRASH).show(ui, &cx.theme).clicked()
    }

    /// A signer who is not in the register yet: name and position, made in one step.
    fn new_signer_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        place: usize,
        organisation: RecordId<Organisation>,
        party: &mut MouParty,
    ) {
        let Some(new) = self.new_signer.as_mut().filter(|new| new.party == place) else { return };
        if let Some(answer) = new.adding.as_ref().and_then(Ticket::poll) {
            new.adding = None;
            match answer {
                Ok(outcome) => {
                    party.signer = outcome.id.map(RecordId::from_any);
                    self.new_signer = None;
                    return;
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        let theme = cx.theme;
        let label = cx.t(&field_label("full_name"));
        Field::new(Id::unique("new-signer-name"), &label).show(ui, &theme, cx.language, &mut new.name);
        let label = cx.t(&field_label("title"));
        Field::new(Id::unique("new-signer-title"), &label).show(ui, &theme, cx.language, &mut new.title);
        let label = cx.t(&message("mou-signs"));
        tick(ui, &theme, &mut new.signs, &label, None);
        let label = cx.t(&message("mou-add-signer"));
        let ready = !new.name.trim().is_empty() && !new.title.trim().is_empty() && new.adding.is_none();
        if Button::outline(&label).small().icon(icons::USER_PLUS).enabled(ready).show(ui, &theme).clicked() {
            let person = Person { full_name: new.name.clone(), ..Person::default() };
            let position = Position {
                organisation: Some(organisation),
                title: new.title.clone(),
                signs: new.signs,
                ..Position::default()
            };
            new.adding = Some(cx.data.run(Command::SavePerson {
                person: None,
                details: Box::new(person),
                role: None,
                held: position.into(),
            }));
        }
    }

    fn signers_of(
        &mut self,
        cx: &Cx<'_>,
        organisation: Option<RecordId<Organisation>>,
    ) -> Vec<crate::ops::Signer> {
        let Some(organisation) = organisation else { return Vec::new() };
        let at = self.signers.iter().position(|(id, _)| *id == organisation);
        let at = at.unwrap_or_else(|| {
            self.signers.push((organisation, Slot::default()));
            self.signers.len() - 1
        });
        let Some((_, slot)) = self.signers.get_mut(at) else { return Vec::new() };
        let answer = slot.get(cx.data, &Choices { organisation }).ready();
        answer.map(|signers| signers.to_vec()).unwrap_or_default()
    }

    fn clauses_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut MouDraft) {
        heading(ui, &cx.t(&message("mou-clauses-title")), CARD, cx.theme.c.text);
        let mut moved = None;
        let mut number = 0;
        let count = draft.clauses.len();
        for place in 0..count {
            let Some(tree) = draft.clauses.get_mut(place) else { continue };
            let is_article = tree.clause.kind == ClauseKind::Article;
            let on = tree.clause.condition != NEVER;
            if is_article && on {
                number += 1;
            }
            let open = self.open_clause == Some(place);
            if self.wants(&format!("article.{}", tree.clause.key)) {
                self.open_clause = Some(place);
                ui.scroll_to_cursor(Some(eframe::egui::Align::Center));
            }
            let title = title_of(&tree.clause.text);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.allocate_ui(vec2(30.0, 28.0), |ui| {
                    ui.set_width(30.0);
                    let mark = if is_article && on { number.to_string() } else { "–".to_owned() };
                    line(ui, &mark, COMPACT, cx.theme.c.muted);
                });
                let width = ui.available_width() - 104.0;
                ui.scope(|ui| {
                    ui.set_width(width);
                    if link(ui, &cx.theme, &title, if open { BODY_MEDIUM } else { BODY }).clicked() {
                        self.open_clause = if open { None } else { Some(place) };
                    }
                });
                let up = cx.t(&message("clause-up").with("title", title.as_str()));
                if icon_button(ui, &cx.theme, icons::ARROW_UP, &up).clicked() && place > 0 {
                    moved = Some((place, place - 1));
                }
                let down = cx.t(&message("clause-down").with("title", title.as_str()));
                if icon_button(ui, &cx.theme, icons::ARROW_DOWN, &down).clicked() && place + 1 < count {
                    moved = Some((place, place + 1));
                }
                let mut shown = on;
                if switch(ui, &cx.theme, &mut shown, &title).changed() {
                    tree.clause.condition = if shown {
                        usual_condition(&draft.mou.template, &tree.clause.key)
                    } else {
                        NEVER.to_owned()
                    };
                }
            });
            if open {
                clause_texts(ui, cx, tree, &format!("{place}"), draft.mou.language != MouLanguage::Vi);
            }
        }
        if let Some((from, to)) = moved {
            // Bases stand before articles.
            let same = draft.clauses.get(from).map(|tree| tree.clause.kind)
                == draft.clauses.get(to).map(|tree| tree.clause.kind);
            if same {
                draft.clauses.swap(from, to);
            }
        }
    }

    fn annex_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut MouDraft) {
        heading(ui, &cx.t(&message("mou-annex-title")), CARD, cx.theme.c.text);
        let mut removed = None;
        let half = (ui.available_width() - 20.0) / 3.0;
        for (place, item) in draft.products.iter_mut().enumerate() {
            let key = format!("annex.{place}");
            let record = &mut item.record;
            ui.push_id(("annex", place), |ui| {
                let label = cx.t(&field_label("product"));
                let mut hex = record.product.map(|id| id.any().hex()).unwrap_or_default();
                let id = Id::unique(("mou-annex", place));
                for column in ["quantity", "price", "specification"] {
                    let field = Id::unique(format!("annex.{place}.{column}"));
                    self.focus(ui, &format!("annex.{}.{column}", place + 1), field);
                }
                self.fields.link_ui(ui, cx, id, &key, RecordKind::Product, &label, &mut hex, None);
                record.product = AnyId::from_hex(&hex).map(RecordId::from_any);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    for column in ["specification", "quantity", "price"] {
                        ui.vertical(|ui| {
                            ui.set_width(half);
                            annex_value(ui, cx, &mut self.typed, place, column, record, half);
                        });
                    }
                });
                let label = cx.t(&message("mou-remove-product"));
                if Button::plain(&label).small().icon(icons::TRASH).show(ui, &cx.theme).clicked() {
                    removed = Some(place);
                }
                ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.line());
                ui.add_space(4.0);
            });
        }
        if let Some(place) = removed {
            draft.products.remove(place);
            self.typed.retain(|key, _| !key.starts_with("annex."));
        }
        let label = cx.t(&message("mou-add-product"));
        if Button::plain(&label).small().icon(icons::PLUS).show(ui, &cx.theme).clicked() {
            draft.products.push(MouProduct::default().into());
        }
    }
}

fn annex_value(
    ui: &mut Ui,
    cx: &Cx<'_>,
    kept: &mut std::collections::BTreeMap<String, String>,
    place: usize,
    column: &str,
    record: &mut MouProduct,
    width: f32,
) {
    let key = format!("annex.{place}.{column}");
    let number = match column {
        "quantity" => record.quantity,
        "price" => record.price,
        _ => None,
    };
    let shown = match column {
        "specification" => record.specification.clone(),
        _ => number.map(|number| crate::vietnamese::group(number, Language::Vi)).unwrap_or_default(),
    };
    let mut typed = kept.remove(&key).unwrap_or(shown);
    let label = cx.t(&field_label(column));
    let field = Field::new(Id::unique(key.clone()), &label).width(width);
    let field = if column == "specification" { field } else { field.figures() };
    if field.show(ui, &cx.theme, cx.language, &mut typed).changed() {
        let trimmed = typed.trim();
        match column {
            "specification" => record.specification.clone_from(&typed),
            "quantity" => record.quantity = parse_integer(trimmed).ok(),
            _ => record.price = parse_money(trimmed).ok(),
        }
    }
    kept.insert(key, typed);
}

/// The first words of a clause.
fn title_of(text: &str) -> String {
    let plain = text.replace("**", "").replace("[[", "").replace("]]", "");
    let first = plain.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    first.trim().to_owned()
}

/// When the template prints a clause of its own.
fn usual_condition(template: &str, key: &str) -> String {
    let template = Template::built_in().iter().find(|built_in| built_in.id == template);
    let article = template.and_then(|template| template.articles.iter().find(|node| node.key == key));
    article.map(|node| node.when.clone()).filter(|when| when != NEVER).unwrap_or_default()
}

/// The texts of a clause and of what stands below it.
fn clause_texts(ui: &mut Ui, cx: &Cx<'_>, tree: &mut ClauseTree, path: &str, english: bool) {
    ui.indent(("clause", path), |ui| {
        let label = cx.t(&field_label("text"));
        let rows = (tree.clause.text.chars().count() / 52 + 1).clamp(2, 8);
        let id = Id::unique(("clause-text", path));
        Field::new(id, "").name(&label).rows(rows).show(ui, &cx.theme, cx.language, &mut tree.clause.text);
        if english {
            let label = cx.t(&field_label("text_en"));
            let id = Id::unique(("clause-text-en", path));
            let field = Field::new(id, &label).rows(rows);
            field.show(ui, &cx.theme, cx.language, &mut tree.clause.text_en);
        }
        if !tree.clause.condition.is_empty() && tree.clause.condition != NEVER {
            let words = message("clause-when").with("condition", tree.clause.condition.as_str());
            text(ui, &cx.t(&words), SMALL, cx.theme.c.muted);
        }
        for (place, child) in tree.children.iter_mut().enumerate() {
            clause_texts(ui, cx, child, &format!("{path}.{place}"), english);
        }
    });
}
