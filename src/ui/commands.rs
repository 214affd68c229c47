//! Everything that can be done from the keyboard, defined once: the menu, the palette, the shortcuts and the
//! list of keys all come from here.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};
use egui_phosphor::regular as icons;

use super::action::{Action, ConferencePart, Preference, Route};
use crate::domain::RecordKind;
use crate::i18n::{Language, Message, message};
use crate::runtime::{Look, Preferences};

/// Something the program can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Find anything.
    Find,
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Go to the home screen.
    Home,
    /// Go to the villages.
    Villages,
    /// Go to the artisans.
    Artisans,
    /// Go to the partners.
    Partners,
    /// Go to the products.
    Products,
    /// Go to the MoUs.
    Mous,
    /// Go to the conference.
    Conference,
    /// Receive guests.
    CheckIn,
    /// Add a conference.
    NewConference,
    /// Run the signing ceremony.
    Ceremony,
    /// Look after the numbers of documents.
    Numbers,
    /// All that needs somebody.
    Reminders,
    /// What became of the MoUs that were signed.
    Statistics,
    /// The templates of MoUs.
    Templates,
    /// Add a village.
    NewVillage,
    /// Add an artisan.
    NewArtisan,
    /// Add a partner.
    NewPartner,
    /// Add a product.
    NewProduct,
    /// Make a MoU.
    NewMou,
    /// Save the form.
    Save,
    /// Go back.
    Back,
    /// Go to the villages to be preserved.
    Care,
    /// Go to the map.
    Map,
    /// Go to the people.
    People,
    /// Read contacts from a file.
    ImportContacts,
    /// Look for records that are the same.
    Duplicates,
    /// Look at the trash.
    Trash,
    /// Make a copy of the register.
    BackUp,
    /// Open another register.
    OpenFile,
    /// Close the register.
    CloseFile,
    /// The other language.
    OtherLanguage,
    /// Light or dark.
    OtherLook,
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// Text as it comes.
    UsualSize,
    /// Settings.
    Settings,
    /// The manual.
    Help,
    /// Version and licences.
    About,
    /// Close the window.
    Quit,
}

/// The groups of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Going somewhere.
    Go,
    /// Adding.
    Add,
    /// Changing what is there.
    Edit,
    /// The register as a file.
    File,
    /// How it looks.
    View,
    /// About the program.
    Help,
}

impl Group {
    /// All groups in order.
    pub const ALL: [Self; 6] = [Self::Go, Self::Add, Self::Edit, Self::File, Self::View, Self::Help];

    /// What it is called.
    pub fn label(self) -> Message {
        match self {
            Self::Go => message("group-go"),
            Self::Add => message("group-add"),
            Self::Edit => message("group-edit"),
            Self::File => message("group-file"),
            Self::View => message("group-view"),
            Self::Help => message("group-help"),
        }
    }
}

/// One command.
pub struct CommandInfo {
    /// What it does.
    pub act: Act,
    /// Where it stands in the menu.
    pub group: Group,
    /// What it is called.
    pub label: fn() -> Message,
    /// Its sign.
    pub icon: &'static str,
    /// Its keys.
    pub keys: Option<KeyboardShortcut>,
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn command(
    act: Act,
    group: Group,
    label: fn() -> Message,
    icon: &'static str,
    keys: Option<KeyboardShortcut>,
) -> CommandInfo {
    CommandInfo { act, group, label, icon, keys }
}

/// All commands, in the order of the menu.
pub const COMMANDS: &[CommandInfo] = &[
    command(Act::Find, Group::Go, || message("act-find"), icons::MAGNIFYING_GLASS, Some(ctrl(Key::K))),
    command(Act::Home, Group::Go, || message("nav-home"), icons::HOUSE, Some(ctrl(Key::Num1))),
    command(Act::Villages, Group::Go, || message("nav-villages"), icons::YARN, Some(ctrl(Key::Num2))),
    command(Act::Artisans, Group::Go, || message("nav-artisans"), icons::USERS_THREE, Some(ctrl(Key::Num3))),
    command(Act::Partners, Group::Go, || message("nav-partners"), icons::STOREFRONT, Some(ctrl(Key::Num4))),
    command(Act::Products, Group::Go, || message("nav-products"), icons::PACKAGE, Some(ctrl(Key::Num5))),
    command(Act::Mous, Group::Go, || message("nav-mous"), icons::HANDSHAKE, Some(ctrl(Key::Num6))),
    command(Act::Conference, Group::Go, || message("nav-conference"), icons::PRESENTATION, None),
    command(Act::CheckIn, Group::Go, || message("check-in-title"), icons::IDENTIFICATION_BADGE, None),
    command(Act::Ceremony, Group::Go, || message("ceremony-title"), icons::SIGNATURE, None),
    command(Act::Numbers, Group::Go, || message("nav-numbers"), icons::HASH, None),
    command(Act::Reminders, Group::Go, || message("nav-reminders"), icons::BELL, None),
    command(Act::Statistics, Group::Go, || message("nav-statistics"), icons::CHART_BAR, None),
    command(Act::Templates, Group::Go, || message("nav-templates"), icons::FILES, None),
    command(Act::Care, Group::Go, || message("nav-care"), icons::PLANT, Some(ctrl(Key::Num8))),
    command(Act::Map, Group::Go, || message("nav-map"), icons::MAP_TRIFOLD, Some(ctrl(Key::Num9))),
    command(Act::People, Group::Go, || message("nav-people"), icons::USER, Some(ctrl(Key::Num7))),
    command(Act::Back, Group::Go, || message("act-back"), icons::ARROW_LEFT, Some(plain(Key::Escape))),
    command(Act::NewVillage, Group::Add, || message("act-new-village"), icons::PLUS, None),
    command(Act::NewArtisan, Group::Add, || message("act-new-artisan"), icons::USER_PLUS, None),
    command(Act::NewPartner, Group::Add, || message("act-new-partner"), icons::STOREFRONT, None),
    command(Act::NewProduct, Group::Add, || message("act-new-product"), icons::PACKAGE, None),
    command(Act::NewConference, Group::Add, || message("act-new-conference"), icons::PRESENTATION, None),
    command(Act::NewMou, Group::Add, || message("act-new-mou"), icons::FILE_PLUS, Some(ctrl(Key::M))),
    command(Act::Save, Group::Edit, || message("act-save"), icons::CHECK, Some(ctrl(Key::S))),
    command(Act::Undo, Group::Edit, || message("act-undo"), icons::ARROW_U_UP_LEFT, Some(ctrl(Key::Z))),
    command(Act::Redo, Group::Edit, || message("act-redo"), icons::ARROW_U_UP_RIGHT, Some(ctrl(Key::Y))),
    command(Act::ImportContacts, Group::Add, || message("act-import-contacts"), icons::ADDRESS_BOOK, None),
    command(Act::Duplicates, Group::Edit, || message("nav-duplicates"), icons::COPY, None),
    command(Act::Trash, Group::Edit, || message("nav-trash"), icons::TRASH, None),
    command(Act::OpenFile, Group::File, || message("act-open"), icons::FOLDER_OPEN, Some(ctrl(Key::O))),
    command(Act::CloseFile, Group::File, || message("act-close-file"), icons::BOOKS, None),
    command(Act::BackUp, Group::File, || message("act-back-up"), icons::SHIELD_CHECK, Some(ctrl(Key::B))),
    command(Act::Quit, Group::File, || message("act-quit"), icons::SIGN_OUT, None),
    command(
        Act::OtherLanguage,
        Group::View,
        || message("act-other-language"),
        icons::TRANSLATE,
        Some(KeyboardShortcut::new(CTRL_SHIFT, Key::L)),
    ),
    command(
        Act::OtherLook,
        Group::View,
        || message("act-other-look"),
        icons::CIRCLE_HALF,
        Some(KeyboardShortcut::new(CTRL_SHIFT, Key::D)),
    ),
    command(Act::Larger, Group::View, || message("act-larger"), icons::TEXT_AA, Some(ctrl(Key::Plus))),
    command(Act::Smaller, Group::View, || message("act-smaller"), icons::TEXT_AA, Some(ctrl(Key::Minus))),
    command(Act::UsualSize, Group::View, || message("act-usual-size"), icons::TEXT_AA, Some(ctrl(Key::Num0))),
    command(Act::Settings, Group::View, || message("nav-settings"), icons::GEAR_SIX, Some(ctrl(Key::Comma))),
    command(Act::Help, Group::Help, || message("nav-help"), icons::QUESTION, Some(plain(Key::F1))),
    command(Act::About, Group::Help, || message("nav-about"), icons::INFO, None),
];

/// The command of an act.
pub fn info(act: Act) -> Option<&'static CommandInfo> {
    COMMANDS.iter().find(|command| command.act == act)
}

/// Keys as they stand on the keyboard: "Ctrl K".
pub fn keys_text(keys: &KeyboardShortcut) -> String {
    let mut text = String::new();
    if keys.modifiers.command {
        text.push_str(if cfg!(target_os = "macos") { "Cmd " } else { "Ctrl " });
    }
    if keys.modifiers.shift {
        text.push_str("Shift ");
    }
    text.push_str(match keys.logical_key {
        Key::Plus => "+",
        Key::Minus => "-",
        Key::Comma => ",",
        Key::Escape => "Esc",
        key => key.symbol_or_name(),
    });
    text
}

/// One step of the size of text, in percent.
const STEP: u16 = 10;

/// What an act asks the program to do; nothing for those that belong to what is on the screen.
pub fn action(act: Act, language: Language, preferences: &Preferences, dark: bool) -> Option<Action> {
    let (low, high) = Preferences::TEXT_RANGE;
    let size = |percent: u16| Some(Action::Prefer(Preference::Text(percent.clamp(low, high))));
    let form = |kind| Some(Action::Go(Route::Form(kind, None)));
    match act {
        Act::Find => Some(Action::Palette),
        Act::Undo => Some(Action::Undo),
        Act::Redo => Some(Action::Redo),
        Act::Home => Some(Action::Go(Route::Home)),
        Act::Villages => Some(Action::Go(Route::List(RecordKind::Village))),
        Act::Artisans => Some(Action::Go(Route::List(RecordKind::Artisan))),
        Act::Partners => Some(Action::Go(Route::List(RecordKind::Organisation))),
        Act::Products => Some(Action::Go(Route::List(RecordKind::Product))),
        Act::Mous => Some(Action::Go(Route::Mous)),
        Act::Numbers => Some(Action::Go(Route::Numbers)),
        Act::Reminders => Some(Action::Go(Route::Reminders)),
        Act::Statistics => Some(Action::Go(Route::Statistics)),
        Act::Templates => Some(Action::Go(Route::Templates)),
        Act::Conference => Some(Action::Go(Route::Conference(None, ConferencePart::Plan))),
        Act::CheckIn => Some(Action::Go(Route::CheckIn(None))),
        Act::NewConference => form(RecordKind::Conference),
        Act::Ceremony => Some(Action::Go(Route::Ceremony)),
        Act::NewVillage => form(RecordKind::Village),
        Act::NewArtisan => form(RecordKind::Artisan),
        Act::NewPartner => form(RecordKind::Organisation),
        Act::NewProduct => form(RecordKind::Product),
        Act::NewMou => Some(Action::NewMou),
        Act::Save => None,
        Act::Back => Some(Action::Back),
        Act::Care => Some(Action::Go(Route::Care)),
        Act::Map => Some(Action::Go(Route::Map)),
        Act::People => Some(Action::Go(Route::List(RecordKind::Person))),
        Act::ImportContacts => Some(Action::ImportContacts),
        Act::Duplicates => Some(Action::Go(Route::Duplicates)),
        Act::Trash => Some(Action::Go(Route::Trash)),
        Act::BackUp => Some(Action::BackUp),
        Act::OpenFile => Some(Action::ChooseFile),
        Act::CloseFile => Some(Action::CloseFile),
        Act::OtherLanguage => Some(Action::Prefer(Preference::Language(match language {
            Language::Vi => Language::En,
            Language::En => Language::Vi,
        }))),
        Act::OtherLook => Some(Action::Prefer(Preference::Look(if dark { Look::Light } else { Look::Dark }))),
        Act::Larger => size(preferences.text_percent + STEP),
        Act::Smaller => size(preferences.text_percent.saturating_sub(STEP)),
        Act::UsualSize => size(100),
        Act::Settings => Some(Action::Go(Route::Settings)),
        Act::Help => Some(Action::Go(Route::Help)),
        Act::About => Some(Action::Go(Route::About)),
        Act::Quit => Some(Action::Quit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_keys_and_no_acts_stand_twice() {
        for (place, one) in COMMANDS.iter().enumerate() {
            for other in &COMMANDS[place + 1..] {
                assert!(one.act != other.act);
                assert!(one.keys.is_none() || one.keys != other.keys, "{:?} {:?}", one.act, other.act);
            }
        }
    }

    #[test]
    fn every_group_has_commands() {
        for group in Group::ALL {
            assert!(COMMANDS.iter().any(|command| command.group == group), "{group:?}");
        }
    }
}
