//! The program in its window: which screen is shown, and what all screens have in common.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, CentralPanel, Frame, Id, Key, KeyboardShortcut, Modal, Modifiers, Ui};
use egui_phosphor::regular as icons;

use super::Opening;
use super::action::{Action, Cx, Route};
use super::commands::{self, Act, COMMANDS};
use super::components::{Button, dialog_frame, heading, is_covered, text};
use super::palette::Palette;
use super::screens::{
    AboutScreen, AtlasScreen, CeremonyScreen, CheckInScreen, ConferenceScreen, DuplicatesScreen, FormScreen,
    GalleryScreen, HelpScreen, HomeScreen, ImportDialog, MergeScreen, MouScreen, NumbersScreen,
    RegisterScreen, RemindersScreen, SettingsScreen, StartAsk, StartScreen, StatisticsScreen, Subject,
    TemplateDialog, TemplatesScreen, TrashScreen,
};
use super::shell::{self, Job};
use super::taking::TakingPictures;
use super::theme::{self, BODY, CARD, Theme, space};
use super::toasts::Toast;
use crate::domain::RecordKind;
use crate::error::{Error, Result};
use crate::i18n::{Language, Message, message};
use crate::ops::{Outcome, SavedSearches};
use crate::places::Places;
use crate::runtime::{Data, Desk, Draft, Machine, Preferences, Progress, Slot, Ticket, Wake, Work};
use crate::store::{BackupCopy, Taken};

/// A question that must be answered.
pub(super) enum Dialog {
    /// Put this copy back?
    Restore(BackupCopy),
    /// Something went wrong: what, and what to do.
    Failure(Error),
    /// Forms that were being filled in.
    Drafts(Vec<Draft>),
}

/// What a finished opening is followed by.
pub(super) struct AfterOpen {
    pub office: String,
    pub pattern: String,
}

/// Screens that are nothing without the register that is open.
#[derive(Default)]
struct Pages {
    home: HomeScreen,
    trash: TrashScreen,
    settings: SettingsScreen,
    duplicates: DuplicatesScreen,
    check_in: CheckInScreen,
    numbers: NumbersScreen,
    reminders: RemindersScreen,
    statistics: StatisticsScreen,
}

/// What the program waits for.
#[derive(Default)]
pub(super) struct Waiting {
    pub opening: Option<Ticket<Data>>,
    pub copying: Option<Ticket<PathBuf>>,
    pub choosing: Option<Ticket<Option<PathBuf>>>,
    pub restoring: Option<(PathBuf, Ticket<Option<PathBuf>>)>,
    pub commands: Vec<(Ticket<Outcome>, Message)>,
    /// MoUs that were left while they were being saved.
    pub left: Vec<MouScreen>,
    /// What is being taken back, and what is said when it has been.
    pub taken: Vec<(Ticket<Taken>, Message)>,
    pub copy: Option<Ticket<BackupCopy>>,
    pub new_mou: Option<Ticket<Outcome>>,
    pub printing: Option<(Arc<Progress>, Ticket<usize>, PathBuf)>,
    /// Pictures on their way in, record by record.
    pub pictures: Vec<TakingPictures>,
    /// Pictures that are being added, and how many.
    pub added: Vec<(Ticket<Outcome>, usize)>,
    pub kept: Vec<Ticket<()>>,
}

/// The program.
pub struct App {
    pub(super) machine: Machine,
    pub(super) desk: Desk,
    pub(super) places: &'static Places,
    pub(super) preferences: Preferences,
    pub(super) theme: Theme,
    pub(super) data: Option<Data>,
    pub(super) failure: Option<Error>,
    pub(super) after_open: Option<AfterOpen>,
    pub(super) start: StartScreen,
    pub(super) route: Route,
    pub(super) back: Vec<Route>,
    pub(super) registers: BTreeMap<RecordKind, RegisterScreen>,
    pub(super) form: Option<FormScreen>,
    pub(super) mou: Option<MouScreen>,
    pub(super) drafts: BTreeMap<String, Draft>,
    /// What shows only what is in the register.
    pages: Pages,
    help: HelpScreen,
    about: AboutScreen,
    gallery: GalleryScreen,
    saved: Slot<SavedSearches>,
    ceremony: CeremonyScreen,
    pub(super) conference: ConferenceScreen,
    pub(super) templates: TemplatesScreen,
    pub(super) atlas: AtlasScreen,
    pub(super) import: Option<ImportDialog>,
    pub(super) new_mou: Option<TemplateDialog>,
    merge: Option<MergeScreen>,
    pub(super) palette: Option<Palette>,
    pub(super) toasts: Vec<Toast>,
    pub(super) dialog: Option<Dialog>,
    pub(super) waiting: Waiting,
    pub(super) quit: bool,
    /// Close as soon as the home screen is painted.
    once: bool,
    /// In the last frame a field had the keyboard or something had opened over the screen.
    occupied: bool,
}

fn is_occupied(context: &egui::Context) -> bool {
    context.text_edit_focused() || is_covered(context)
}

impl App {
    /// The program on this machine. Opens the register that is asked for, else the one that was open last.
    pub fn new(context: &egui::Context, machine: &Machine, work: Work, opening: &Opening) -> Result<Self> {
        let preferences = Preferences::load(machine);
        theme::install_fonts(context);
        let theme = theme::apply(context, &preferences);
        let waker = context.clone();
        let wake: Wake = Arc::new(move || waker.request_repaint());
        let desk = Desk::new(machine, work, wake)?;
        let mut app = Self {
            places: machine.places()?,
            start: StartScreen::new(&preferences, machine.home()),
            machine: machine.clone(),
            desk,
            preferences,
            theme,
            data: None,
            failure: None,
            after_open: None,
            route: if opening.gallery { Route::Gallery } else { Route::Home },
            back: Vec::new(),
            registers: BTreeMap::new(),
            form: None,
            mou: None,
            drafts: BTreeMap::new(),
            pages: Pages::default(),
            help: HelpScreen,
            about: AboutScreen,
            gallery: GalleryScreen::default(),
            saved: Slot::default(),
            ceremony: CeremonyScreen::default(),
            conference: ConferenceScreen::default(),
            templates: TemplatesScreen::default(),
            atlas: AtlasScreen::default(),
            import: None,
            new_mou: None,
            merge: None,
            palette: None,
            toasts: Vec::new(),
            dialog: None,
            waiting: Waiting::default(),
            quit: false,
            once: opening.once,
            occupied: false,
        };
        let last = app.preferences.recent.first().filter(|path| path.exists()).cloned();
        if let Some(path) = opening.data.clone().or(last) {
            app.open(path);
        }
        app.poll();
        Ok(app)
    }

    /// The language of the program.
    pub fn language(&self) -> Language {
        self.preferences.language.unwrap_or_default()
    }

    /// Nothing of the register that was open is shown in the next one.
    pub(super) fn forget_register(&mut self) {
        self.registers.clear();
        self.pages = Pages::default();
        self.saved = Slot::default();
        self.ceremony = CeremonyScreen::default();
        self.conference = ConferenceScreen::default();
        self.templates = TemplatesScreen::default();
        self.merge = None;
        self.atlas = AtlasScreen::default();
        self.drafts.clear();
        self.back.clear();
        self.toasts.clear();
        self.palette = None;
        self.waiting.new_mou = None;
        self.waiting.pictures.clear();
        self.waiting.added.clear();
    }

    /// Where we are.
    pub fn route(&self) -> Route {
        self.route
    }

    /// Draws a frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.theme = Theme::new(ui.ctx().theme() == egui::Theme::Dark, self.preferences.density);
        self.poll();
        let mut actions = Vec::new();
        self.keys(ui, &mut actions);
        if self.data.is_some() {
            self.open_ui(ui, &mut actions);
        } else {
            self.start_ui(ui, &mut actions);
        }
        self.dialog_ui(ui, &mut actions);
        self.toasts_ui(ui, &mut actions);
        // Escape first leaves the field or closes what has opened; only then the screen.
        let occupied = std::mem::replace(&mut self.occupied, is_occupied(ui.ctx()));
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) && !occupied {
            actions.push(Action::Back);
        }
        self.carry_out(ui.ctx(), actions);
    }

    /// The first screen, while no register is open.
    fn start_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        self.quit |= self.once && self.failure.is_some();
        let opening = self.waiting.opening.is_some() || self.waiting.copying.is_some();
        let (theme, language) = (self.theme, self.language());
        let asks = self.start.ui(ui, &theme, language, &self.preferences, opening, self.failure.as_ref());
        for ask in asks {
            use super::action::Preference;
            match ask {
                StartAsk::Language(language) => actions.push(Action::Prefer(Preference::Language(language))),
                StartAsk::Officer(name) => actions.push(Action::Prefer(Preference::Officer(name))),
                StartAsk::Sample => actions.push(Action::OpenSample),
                StartAsk::Create(path, office, pattern) => {
                    actions.push(Action::Create(path, office, pattern));
                }
                StartAsk::Open(path) => actions.push(Action::Open(path)),
                StartAsk::OpenThere(path) => self.open(path),
                StartAsk::CopyAndOpen(path) => {
                    self.failure = None;
                    self.waiting.copying = Some(self.desk.copy_here(path));
                }
                StartAsk::Choose => actions.push(Action::ChooseFile),
            }
        }
    }

    /// The open register: frame and screen.
    fn open_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(data) = &self.data else { return };
        let mut cx = Cx {
            theme: self.theme,
            language: self.preferences.language.unwrap_or_default(),
            data,
            desk: &self.desk,
            places: self.places,
            today: self.machine.office_time().date(),
            now: self.machine.now(),
            preferences: &self.preferences,
            actions,
            narrow: ui.available_width() < space::NARROW,
            busy: !self.waiting.commands.is_empty(),
        };
        let cx = &mut cx;
        let counts = self.pages.home.view(cx.data, cx.today).ready();
        let job = self
            .waiting
            .printing
            .as_ref()
            .map(|(progress, ..)| Job { label: message("job-printing"), progress });
        let pictures = self.waiting.pictures.first();
        let job =
            job.or(pictures.map(|taking| Job { label: message("job-pictures"), progress: &taking.progress }));
        self.quit |= self.once && counts.is_some();
        let of_screen = (self.route == Route::Ceremony).then(|| self.ceremony.status(cx));
        shell::status_line(ui, cx, counts.as_deref(), job.as_ref(), of_screen);
        if job.is_some() {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(200));
        }
        let saved = self.saved.get(cx.data, &SavedSearches).ready();
        shell::rail(ui, cx, self.route, saved.as_deref().map(Vec::as_slice).unwrap_or_default());
        shell::top_bar(ui, cx);
        let ground = Frame::new().fill(self.theme.c.background);
        CentralPanel::no_frame().frame(ground).show(ui, |ui| match self.route {
            Route::Home => self.pages.home.ui(ui, cx),
            Route::List(_) | Route::Mous => {
                let kind = if let Route::List(kind) = self.route { kind } else { RecordKind::Mou };
                self.registers.entry(kind).or_insert_with(|| RegisterScreen::new(kind)).ui(ui, cx);
            }
            Route::Form(RecordKind::MouTemplate, Some(id)) => {
                self.templates.edit(ui, cx, id, &mut self.drafts);
            }
            Route::Form(..) | Route::Part(..) => {
                FormScreen::show(&mut self.form, &mut self.drafts, ui, cx, self.route);
            }
            Route::Mou(id) => {
                if self.mou.as_ref().is_none_or(|mou| mou.id() != id) {
                    self.mou = Some(MouScreen::new(id));
                }
                if let Some(mou) = &mut self.mou {
                    mou.ui(ui, cx);
                }
            }
            Route::Care | Route::Map => self.atlas.ui(ui, cx),
            Route::Ceremony => self.ceremony.ui(ui, cx),
            Route::Conference(id, part) => self.conference.ui(ui, cx, id, part),
            Route::CheckIn(id) => self.pages.check_in.ui(ui, cx, id),
            Route::Numbers => self.pages.numbers.ui(ui, cx),
            Route::Reminders => self.pages.reminders.ui(ui, cx),
            Route::Statistics => self.pages.statistics.ui(ui, cx),
            Route::Templates => self.templates.ui(ui, cx),
            Route::Duplicates => self.pages.duplicates.ui(ui, cx),
            Route::Merge(kind, keep, lose) => {
                let fits = self.merge.as_ref().is_some_and(|merge| {
                    let (known, one, two) = merge.subject();
                    // Which of the two is kept can be turned round on the screen.
                    known == kind && [(keep, lose), (lose, keep)].contains(&(one, two))
                });
                if !fits {
                    self.merge = Some(MergeScreen::new(kind, keep, lose));
                }
                if let Some(merge) = &mut self.merge {
                    merge.ui(ui, cx);
                }
            }
            Route::Trash => self.pages.trash.ui(ui, cx),
            Route::Settings => self.pages.settings.ui(ui, cx),
            Route::Help => self.help.ui(ui, cx),
            Route::About => self.about.ui(ui, cx),
            Route::Gallery => self.gallery.ui(ui, cx),
        });
        // The hall goes on seeing the ceremony, whatever is looked up beside it.
        self.ceremony.second_screen(ui, cx, self.route == Route::Ceremony);
        if let Some(mut import) = self.import.take()
            && import.ui(ui, cx)
        {
            self.import = Some(import);
        }
        if let Some(mut dialog) = self.new_mou.take()
            && dialog.ui(ui, cx)
        {
            self.new_mou = Some(dialog);
        }
        if let Some(mut palette) = self.palette.take()
            && palette.ui(ui, cx)
        {
            self.palette = Some(palette);
        }
    }

    /// The shortcuts. What belongs to a text field while one has the keyboard is left to it.
    fn keys(&self, ui: &Ui, actions: &mut Vec<Action>) {
        if self.palette.is_some() || self.dialog.is_some() {
            return;
        }
        let typing = ui.ctx().text_edit_focused();
        // Ctrl+B is bold there.
        let writes = typing
            && (self.mou.as_ref().is_some_and(|mou| mou.writes(ui.ctx())) || self.templates.writes(ui.ctx()));
        let shift_z = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
        let equals = KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals);
        let others = [(Act::Redo, shift_z), (Act::Larger, equals)];
        let own = COMMANDS.iter().filter_map(|command| Some((command.act, command.keys?)));
        let mut all: Vec<_> = others.into_iter().chain(own).collect();
        // Those with Shift first: a shortcut without it also answers to it.
        all.sort_by_key(|(_, keys)| !keys.modifiers.shift);
        for (act, keys) in all {
            let of_fields = matches!(act, Act::Undo | Act::Redo);
            let needs_data = !matches!(
                act,
                Act::OpenFile
                    | Act::OtherLanguage
                    | Act::OtherLook
                    | Act::Larger
                    | Act::Smaller
                    | Act::UsualSize
            );
            let left_alone = act == Act::Back
                || act == Act::Save
                || (act == Act::BackUp && writes)
                || (of_fields && (typing || self.templates.takes_back()))
                || (needs_data && self.data.is_none());
            if !left_alone && ui.input_mut(|input| input.consume_shortcut(&keys)) {
                actions.extend(commands::action(act, self.language(), &self.preferences, self.theme.dark));
            }
        }
    }

    fn dialog_ui(&mut self, ui: &Ui, actions: &mut Vec<Action>) {
        let Some(dialog) = self.dialog.take() else { return };
        let (theme, language) = (self.theme, self.language());
        let frame = dialog_frame(&theme);
        let mut stays = true;
        let modal = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(460.0);
            match &dialog {
                Dialog::Restore(copy) => {
                    heading(ui, &message("restore-title").text(language), CARD, theme.c.text);
                    let date = crate::vietnamese::PartialDate::Day(copy.made_at.date()).show(language);
                    let when = format!("{date} {:02}:{:02}", copy.made_at.hour(), copy.made_at.minute());
                    let words = message("restore-explain").with("when", when).text(language);
                    text(ui, &words, BODY, theme.c.text);
                    ui.add_space(space::M);
                    ui.horizontal(|ui| {
                        let keep = message("act-cancel").text(language);
                        if Button::plain(&keep).show(ui, &theme).clicked() {
                            stays = false;
                        }
                        let go = message("restore-go").text(language);
                        if Button::danger(&go).show(ui, &theme).clicked() {
                            self.restore(copy.clone());
                            stays = false;
                        }
                    });
                }
                Dialog::Failure(error) => {
                    heading(ui, &error.message().text(language), CARD, theme.c.text);
                    // What is wrong, not only that something is.
                    if let crate::error::ErrorKind::Invalid(problems) = error.kind() {
                        for problem in problems {
                            text(ui, &problem.text(language), BODY, theme.c.text);
                        }
                    }
                    text(ui, &error.hint().text(language), BODY, theme.c.text);
                    let details = error.details();
                    if !details.is_empty() {
                        text(ui, &details, theme::SMALL, theme.c.muted);
                    }
                    ui.add_space(space::M);
                    let close = message("act-understood").text(language);
                    if Button::outline(&close).show(ui, &theme).clicked() {
                        stays = false;
                    }
                }
                Dialog::Drafts(drafts) => {
                    stays = drafts_ui(ui, &theme, language, drafts, actions);
                }
            }
        });
        if stays && !modal.should_close() {
            self.dialog = Some(dialog);
        }
    }
}

/// Forms that were being filled in when the program ended: go on with one, or let them go.
fn drafts_ui(
    ui: &mut Ui,
    theme: &Theme,
    language: Language,
    drafts: &[Draft],
    actions: &mut Vec<Action>,
) -> bool {
    let mut stays = true;
    heading(ui, &message("drafts-title").with("count", drafts.len()).text(language), CARD, theme.c.text);
    text(ui, &message("drafts-explain").text(language), BODY, theme.c.muted);
    for draft in drafts.iter().take(6) {
        let Some(subject) = Subject::of_draft(&draft.form) else { continue };
        let name = if draft.name.trim().is_empty() {
            message("form-new").text(language)
        } else {
            draft.name.clone()
        };
        let words = format!("{} · {name}", subject.kind.label().text(language));
        ui.horizontal(|ui| {
            let width = ui.available_width() - 130.0;
            ui.scope(|ui| {
                ui.set_width(width);
                super::components::line(ui, &words, BODY, theme.c.text);
            });
            let go = message("drafts-go-on").text(language);
            let full = format!("{go}: {words}");
            if Button::outline(&go).small().icon(icons::PENCIL_SIMPLE).name(&full).show(ui, theme).clicked() {
                actions.push(Action::Go(subject.route()));
                stays = false;
            }
        });
    }
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        let later = message("drafts-later").text(language);
        if Button::plain(&later).show(ui, theme).clicked() {
            stays = false;
        }
        let drop = message("drafts-drop").text(language);
        if Button::danger(&drop).show(ui, theme).clicked() {
            actions.extend(drafts.iter().map(|draft| Action::DropDraft(draft.form.clone())));
            stays = false;
        }
    });
    stays
}

impl eframe::App for App {
    fn logic(&mut self, _context: &egui::Context, _frame: &mut eframe::Frame) {
        // Also while the window is hidden: answers are taken, jobs end.
        self.poll();
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
        if std::mem::take(&mut self.quit) {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.close_register();
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.theme.c.background.to_normalized_gamma_f32()
    }
}
