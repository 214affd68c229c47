//! A person or organisation as a contact for telephones: out as a vCard file or a QR code, and in from files.

use std::path::PathBuf;

use eframe::egui::{Color32, Id, Modal, Rect, Sense, Ui, pos2, vec2};
use egui_phosphor::regular as icons;

use super::path_field::PathField;
use super::path_field::file_name;
use crate::documents::vcard::{Contact, qr};
use crate::domain::{Organisation, Person, PhoneNumber, PhoneNumbers, RecordKind};
use crate::i18n::{Language, message};
use crate::ops::{AnyRecord, Command, DetailAnswer, Shown};
use crate::runtime::Ticket;
use crate::ui::action::{Action, Cx};
use crate::ui::components::{Button, Field, Tone, dialog_frame, heading, line, text};
use crate::ui::forms;
use crate::ui::theme::{BODY, CARD, SMALL, space};
use crate::vietnamese::{PartialDate, parse_phones};

/// Width of the code on the screen.
const CODE: f32 = 232.0;
/// Light squares round the code, as readers need them.
const QUIET: usize = 4;

/// The contact of a record, for those kinds that are one.
pub(super) fn contact_of(answer: &DetailAnswer, cx: &Cx<'_>) -> Option<Contact> {
    let address = |street: &str, commune| {
        let commune = Option::and_then(commune, |code| cx.places.commune_address(code, Language::Vi));
        let parts = [Some(street.to_owned()).filter(|street| !street.is_empty()), commune];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let phones = |numbers: &PhoneNumbers| numbers.0.iter().map(|number| number.digits.clone()).collect();
    let person = match (&answer.record, &answer.person) {
        (AnyRecord::Organisation(record), _) => {
            return Some(Contact {
                is_organisation: true,
                name: record.name.clone(),
                phones: phones(&record.phones),
                email: record.email.clone(),
                website: record.website.clone(),
                address: address(&record.street, record.commune),
                ..Contact::default()
            });
        }
        (AnyRecord::Person(person), _) => person,
        (_, Some((_, person))) => person,
        _ => return None,
    };
    let office = answer.related.iter().find(|related| related.kind == RecordKind::Position);
    let organisation = office.and_then(|office| {
        office.second.iter().find_map(|value| match value {
            Shown::Record(RecordKind::Organisation, _, name) => Some(name.clone()),
            _ => None,
        })
    });
    Some(Contact {
        name: person.full_name.clone(),
        honorific: person.honorific.clone(),
        organisation: organisation.unwrap_or_default(),
        title: office.map(|office| cx.shown(&office.name)).unwrap_or_default(),
        phones: phones(&person.phones),
        email: person.email.clone(),
        address: address(&person.street, person.commune),
        ..Contact::default()
    })
}

/// A contact on its way out.
pub(super) struct ContactDialog {
    contact: Contact,
    code: Option<Vec<Vec<bool>>>,
    path: String,
    writing: Option<Ticket<PathBuf>>,
}

impl ContactDialog {
    /// For a contact; an organisation's is shown as a code, too.
    pub(super) fn new(contact: Contact, cx: &Cx<'_>) -> Self {
        let code = if contact.is_organisation { qr(&contact.vcard()) } else { None };
        let safe = file_name(&contact.name);
        let path = cx.data.machine().home().join("danh-thiep").join(format!("{safe}.vcf"));
        Self { contact, code, path: path.display().to_string(), writing: None }
    }

    /// Draws the dialog; false when it is done.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        if let Some(answer) = self.writing.as_ref().and_then(Ticket::poll) {
            self.writing = None;
            match answer {
                Ok(path) => {
                    let words = message("photos-saved").with("path", path.display().to_string());
                    cx.ask(Action::Say(Tone::Good, words));
                    return false;
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        let mut stays = true;
        let modal = Modal::new(Id::unique("contact")).frame(dialog_frame(&cx.theme)).show(ui.ctx(), |ui| {
            ui.set_width(520.0);
            heading(ui, &self.contact.name, CARD, cx.theme.c.text);
            ui.add_space(space::S);
            ui.horizontal_top(|ui| {
                if let Some(code) = &self.code {
                    code_ui(ui, code, &cx.t(&message("contact-code")));
                    ui.add_space(space::M);
                }
                ui.vertical(|ui| {
                    let contact = &self.contact;
                    let role = [contact.title.as_str(), contact.organisation.as_str()];
                    let role: Vec<&str> = role.into_iter().filter(|words| !words.is_empty()).collect();
                    let phones: Vec<String> =
                        contact.phones.iter().map(|digits| crate::vietnamese::phone::show(digits)).collect();
                    for words in [
                        role.join(", "),
                        phones.join(", "),
                        contact.email.clone(),
                        contact.website.clone(),
                        contact.address.clone(),
                    ] {
                        if !words.is_empty() {
                            text(ui, &words, BODY, cx.theme.c.text);
                        }
                    }
                    text(ui, &cx.t(&message("contact-explain")), SMALL, cx.theme.c.muted);
                });
            });
            ui.add_space(space::S);
            let label = cx.t(&message("paper-path"));
            let theme = cx.theme;
            Field::new(Id::unique("contact-path"), &label).show(ui, &theme, cx.language, &mut self.path);
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                stays = !Button::plain(&cx.t(&message("act-close"))).show(ui, &cx.theme).clicked();
                let save = cx.t(&message("contact-save"));
                let button = Button::primary(&save).icon(icons::ADDRESS_BOOK).enabled(self.writing.is_none());
                if button.show(ui, &cx.theme).clicked() {
                    let path = PathBuf::from(self.path.trim()).with_extension("vcf");
                    self.writing = Some(cx.desk.save(path, self.contact.vcard().into_bytes()));
                }
            });
        });
        stays && !modal.should_close()
    }
}

/// The code, black on white in either look: readers expect it so.
fn code_ui(ui: &mut Ui, code: &[Vec<bool>], name: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(CODE, CODE), Sense::hover());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Image, true, name));
    ui.painter().rect_filled(rect, 4.0, Color32::WHITE);
    let count = |number: usize| f32::from(u16::try_from(number).unwrap_or(1));
    let square = CODE / count(code.len() + 2 * QUIET);
    for (row, squares) in code.iter().enumerate() {
        for (column, _) in squares.iter().enumerate().filter(|(_, dark)| **dark) {
            let at = rect.min + vec2(count(column + QUIET), count(row + QUIET)) * square;
            let dark = Rect::from_min_max(at, pos2(at.x + square + 0.2, at.y + square + 0.2));
            ui.painter().rect_filled(dark, 0.0, Color32::BLACK);
        }
    }
}

/// Contacts on their way in.
#[derive(Default)]
pub struct ImportDialog {
    path: PathField,
    reading: Option<Ticket<Vec<u8>>>,
    nothing: bool,
}

impl ImportDialog {
    /// Draws the dialog; false when it is done.
    pub fn ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        if let Some(answer) = self.reading.as_ref().and_then(Ticket::poll) {
            self.reading = None;
            match answer {
                Ok(bytes) => {
                    let contacts = Contact::read_all(&bytes);
                    self.nothing = contacts.is_empty();
                    if !self.nothing {
                        take(cx, contacts);
                        return false;
                    }
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        let mut stays = true;
        let modal =
            Modal::new(Id::unique("import-contacts")).frame(dialog_frame(&cx.theme)).show(ui.ctx(), |ui| {
                ui.set_width(520.0);
                heading(ui, &cx.t(&message("act-import-contacts")), CARD, cx.theme.c.text);
                text(ui, &cx.t(&message("contact-import-explain")), SMALL, cx.theme.c.muted);
                ui.add_space(space::S);
                self.path.ui(ui, cx, "import-path", &cx.t(&message("contact-import-path")));
                if self.nothing {
                    line(ui, &cx.t(&message("contact-import-nothing")), SMALL, cx.theme.c.danger);
                }
                ui.add_space(space::M);
                ui.horizontal(|ui| {
                    stays = !Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked();
                    let choose = cx.t(&message("photos-choose"));
                    self.path.button_ui(ui, cx, &choose, |_| crate::ui::dialogs::open_contacts);
                    let go = cx.t(&message("contact-import-go"));
                    let path = self.path.path().filter(|_| self.reading.is_none());
                    if Button::primary(&go).enabled(path.is_some()).show(ui, &cx.theme).clicked() {
                        self.reading = path.map(|path| cx.desk.read(path));
                    }
                });
            });
        stays && !modal.should_close()
    }
}

/// One contact goes into a form, where duplicates are warned of and more can be added; several become records
/// in one step.
fn take(cx: &mut Cx<'_>, contacts: Vec<Contact>) {
    let records: Vec<AnyRecord> = contacts.into_iter().map(record).collect();
    if let [record] = records.as_slice() {
        let kind = record.kind();
        cx.ask(Action::Fill(kind, forms::typed(kind, record, None)));
        return;
    }
    let done = message("contact-imported").with("count", records.len());
    cx.ask(Action::Run(Box::new(Command::AddMany(records)), done));
}

/// A contact as a record.
fn record(contact: Contact) -> AnyRecord {
    let numbers = contact.phones.iter().flat_map(|phone| parse_phones(phone).0);
    let phones =
        PhoneNumbers(numbers.map(|phone| PhoneNumber { digits: phone.digits, zalo: false }).collect());
    if contact.is_organisation {
        return Organisation {
            name: contact.name,
            phones,
            email: contact.email,
            website: contact.website,
            street: contact.address,
            ..Organisation::default()
        }
        .into();
    }
    let office = [contact.title, contact.organisation];
    let office: Vec<String> = office.into_iter().filter(|words| !words.is_empty()).collect();
    Person {
        full_name: contact.name,
        honorific: contact.honorific,
        birth: PartialDate::from_iso(&contact.birth),
        phones,
        email: contact.email,
        street: contact.address,
        note: office.join(", "),
        ..Person::default()
    }
    .into()
}
