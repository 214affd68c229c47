//! An officer at the program: looks for things by name, presses, types.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Ui, UiBuilder, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

#[cfg(feature = "images")]
use super::painter::Painter;
use so_lang_nghe::i18n::Language;
#[cfg(feature = "images")]
use so_lang_nghe::runtime::Look;
use so_lang_nghe::runtime::{Machine, Preferences, Session, Work, make_sample_file};
use so_lang_nghe::store::{Access, Store};
use so_lang_nghe::ui::Opening;
use so_lang_nghe::ui::app::App;

/// 2026-11-26 08:00 in Vietnam.
pub(crate) const NOW: i64 = 1_795_654_800_000;

/// Who sits at the program.
const OFFICER: &str = "Trần Thu Hà";

/// A folder that goes away with its story.
pub(crate) struct Folder(pub PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cửa sổ {} {number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

#[cfg(feature = "images")]
impl Folder {
    /// A folder of this test, language and look, the same in every run.
    fn for_picture(preferences: &Preferences) -> Self {
        let thread = std::thread::current();
        let test = thread.name().unwrap_or_default().replace("::", " ");
        let name = format!("{test} {:?} {:?}", preferences.language, preferences.look);
        let path = Path::new("/tmp/so-lang-nghe-pictures").join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The sample book, made once for all stories.
fn sample() -> &'static Path {
    static SAMPLE: OnceLock<(PathBuf, Folder)> = OnceLock::new();
    let (path, _) = SAMPLE.get_or_init(|| {
        let folder = Folder::new();
        let path = folder.0.join("so-mau.langnghe");
        let machine = Machine::fixed(folder.0.clone(), NOW);
        make_sample_file(&machine, &path, 0, &mut |_| {}).unwrap();
        (path, folder)
    });
    path
}

/// A story.
pub(crate) struct Story {
    pub(crate) harness: Harness<'static, Option<App>>,
    pub(crate) folder: Option<Folder>,
    #[cfg(feature = "images")]
    painter: Painter,
}

impl Story {
    /// A book with so many artisans is open.
    pub(crate) fn with_artisans(count: usize) -> Self {
        let folder = Folder::new();
        let data = folder.0.join("so-mau.langnghe");
        let machine = Machine::fixed(folder.0.clone(), NOW);
        make_sample_file(&machine, &data, count, &mut |_| {}).unwrap();
        Preferences { officer: OFFICER.to_owned(), ..Preferences::default() }.save(&machine).unwrap();
        Self::on(folder, Opening { data: Some(data), ..Opening::default() }, vec2(1366.0, 768.0))
    }

    /// A machine on which the program was never started.
    pub(crate) fn first_start() -> Self {
        #[cfg(feature = "images")]
        let folder = Folder::for_picture(&Preferences::default());
        #[cfg(not(feature = "images"))]
        let folder = Folder::new();
        Self::on(folder, Opening::default(), vec2(1366.0, 768.0))
    }

    /// A file that is no register was asked for.
    #[cfg(feature = "images")]
    pub(crate) fn with_wrong_file() -> Self {
        let folder = Folder::for_picture(&Preferences::default());
        let data = folder.0.join("bảng lương.xlsx");
        fs::write(&data, "PK, but not a register").unwrap();
        Self::on(folder, Opening { data: Some(data), ..Opening::default() }, vec2(1366.0, 768.0))
    }

    /// The sample book is open.
    pub(crate) fn with_sample() -> Self {
        Self::in_language(Language::Vi, vec2(1366.0, 768.0))
    }

    /// The sample book is open, in a language and at a size of the window.
    pub(crate) fn in_language(language: Language, size: Vec2) -> Self {
        let preferences = Preferences { language: Some(language), ..Preferences::default() };
        Self::preferring(preferences, size, false)
    }

    #[cfg(feature = "images")]
    pub(crate) fn looking(language: Language, size: Vec2, look: Look) -> Self {
        let preferences = Preferences { language: Some(language), look, ..Preferences::default() };
        Self::preferring(preferences, size, false)
    }

    /// The sample book is open, with letters of this size.
    pub(crate) fn with_text(language: Language, size: Vec2, text_percent: u16) -> Self {
        let preferences = Preferences { language: Some(language), text_percent, ..Preferences::default() };
        Self::preferring(preferences, size, false)
    }

    #[cfg(feature = "images")]
    pub(crate) fn gallery(look: Look) -> Self {
        let preferences = Preferences { look, ..Preferences::default() };
        Self::preferring(preferences, vec2(1366.0, 1400.0), true)
    }

    /// The sample book is open, with these preferences.
    pub(crate) fn preferring(preferences: Preferences, size: Vec2, gallery: bool) -> Self {
        // Pictures show where the register lies, so it lies at the same place wherever the project does.
        #[cfg(feature = "images")]
        let folder = Folder::for_picture(&preferences);
        #[cfg(not(feature = "images"))]
        let folder = Folder::new();
        let data = folder.0.join("so-mau.langnghe");
        fs::copy(sample(), &data).unwrap();
        let machine = Machine::fixed(folder.0.clone(), NOW);
        let preferences = Preferences { officer: OFFICER.to_owned(), ..preferences };
        preferences.save(&machine).unwrap();
        machine.set_desk_code("A").unwrap();
        Self::on(folder, Opening { data: Some(data), gallery, ..Opening::default() }, size)
    }

    fn on(folder: Folder, opening: Opening, size: Vec2) -> Self {
        Self::at(folder, opening, size, NOW)
    }

    fn at(folder: Folder, opening: Opening, size: Vec2, now: i64) -> Self {
        let machine = Machine::fixed(folder.0.clone(), now);
        let mut builder = Harness::builder();
        #[cfg(feature = "images")]
        let painter = Painter::default();
        #[cfg(feature = "images")]
        {
            builder = builder.renderer(painter.clone());
        }
        builder = builder.with_size(size).with_step_dt(0.3).with_max_steps(50);
        let frame = move |ui: &mut Ui, app: &mut Option<App>| match app {
            Some(app) => {
                // The whole window, without the margin of the harness.
                let window = ui.ctx().content_rect();
                let mut ui = ui.new_child(UiBuilder::new().max_rect(window));
                ui.set_clip_rect(window);
                app.frame(&mut ui);
            }
            // The first frame only gives the program its fonts.
            None => *app = Some(App::new(ui.ctx(), &machine, Work::Inline, &opening).unwrap()),
        };
        let harness = builder.build_ui_state(frame, None);
        let mut story = Self {
            harness,
            folder: Some(folder),
            #[cfg(feature = "images")]
            painter,
        };
        story.settle();
        story
    }

    /// The power goes: the program ends without a word; then it is started again.
    pub(crate) fn crash_and_start_again(self) -> Self {
        self.crash_and_start_at(NOW)
    }

    /// The same; it is started again at another moment.
    pub(crate) fn crash_and_start_at(mut self, now: i64) -> Self {
        let folder = self.folder.take().unwrap();
        drop(self.harness);
        Self::at(folder, Opening::default(), vec2(1366.0, 768.0), now)
    }

    /// The window is closed, as by its corner; then the program is started again.
    pub(crate) fn close_and_start_again(mut self) -> Self {
        eframe::App::on_exit(self.harness.state_mut().as_mut().unwrap(), None);
        self.crash_and_start_again()
    }

    /// The program ends, the register is changed without it, and it is started again.
    pub(crate) fn changed_outside(mut self, change: impl FnOnce(&mut Session)) -> Self {
        let folder = self.folder.take().unwrap();
        drop(self.harness);
        let machine = Machine::fixed(folder.0.clone(), NOW);
        let path = folder.0.join("so-mau.langnghe");
        let mut session = Session::open(&machine, &path, OFFICER).unwrap();
        change(&mut session);
        session.close_without_copy().unwrap();
        Self::at(folder, Opening::default(), vec2(1366.0, 768.0), NOW)
    }

    /// Until short messages have gone; the pointer is away.
    #[cfg(feature = "images")]
    pub(crate) fn rest(&mut self) {
        self.harness.remove_cursor();
        for _ in 0..30 {
            self.harness.step();
        }
    }

    /// What the screen looks like.
    #[cfg(feature = "images")]
    pub(crate) fn picture(&self) -> super::painter::Picture {
        self.painter.paint(&self.harness.ctx, self.harness.output())
    }

    /// A few frames, about two seconds.
    pub(crate) fn settle(&mut self) {
        for _ in 0..6 {
            self.harness.step();
        }
    }

    pub(crate) fn home(&self) -> &Path {
        &self.folder.as_ref().unwrap().0
    }

    /// The register, read beside the program.
    pub(crate) fn store(&self) -> Store {
        let path = self.home().join("so-mau.langnghe");
        let places = so_lang_nghe::places::Places::built_in();
        Store::open(&path, Access::Read, &Machine::backups_of(&path), places).unwrap()
    }

    /// Presses a button, link, tab, tick or row with this name; the first of several.
    pub(crate) fn press(&mut self, name: &str) {
        let pressable = [
            Role::Button,
            Role::Link,
            Role::Tab,
            Role::CheckBox,
            Role::RadioButton,
            Role::Switch,
            Role::MenuItem,
            Role::ListBoxOption,
            Role::ComboBox,
            Role::ColumnHeader,
        ];
        self.bring_into_view(name, &pressable);
        let nodes: Vec<_> = self.harness.query_all_by_label(name).collect();
        let node = nodes.iter().find(|node| pressable.contains(&node.accesskit_node().role()));
        match node {
            Some(node) => node.click(),
            None => panic!("nothing to press is called {name:?}; there is:\n{}", self.names()),
        }
        self.settle();
    }

    /// Scrolls to something, as the wheel or a screen reader would.
    fn bring_into_view(&mut self, name: &str, roles: &[Role]) {
        let nodes: Vec<_> = self.harness.query_all_by_label(name).collect();
        let node = nodes.iter().find(|node| roles.contains(&node.accesskit_node().role()));
        let window = self.harness.ctx.content_rect();
        if let Some(node) = node
            && !window.shrink2(vec2(0.0, 80.0)).contains_rect(node.rect())
        {
            node.scroll_to_me();
            self.settle();
        }
    }

    /// Switches something on or off.
    pub(crate) fn switch(&mut self, name: &str) {
        self.bring_into_view(name, &[Role::Switch]);
        self.harness.get_by_role_and_label(Role::Switch, name).click();
        self.settle();
    }

    /// Presses the row of a table whose name begins so.
    pub(crate) fn press_row(&mut self, name: &str) {
        let rows: Vec<_> = self.harness.query_all_by_role(Role::Row).collect();
        let row =
            rows.iter().find(|row| row.accesskit_node().label().is_some_and(|label| label.starts_with(name)));
        match row {
            Some(row) => row.click(),
            None => panic!("no row begins with {name:?}; there is:\n{}", self.names()),
        }
        self.settle();
    }

    /// Presses a row with the other button of the mouse.
    pub(crate) fn press_row_other_button(&mut self, name: &str) {
        let row = self
            .harness
            .query_all_by_role(Role::Row)
            .find(|row| row.accesskit_node().label().is_some_and(|label| label.starts_with(name)));
        row.unwrap_or_else(|| panic!("no row begins with {name:?}")).click_secondary();
        self.settle();
    }

    /// Presses the button of this name that was drawn last: one of a menu.
    pub(crate) fn press_last(&mut self, name: &str) {
        let node = self.harness.query_all_by_role_and_label(Role::Button, name).last();
        node.unwrap_or_else(|| panic!("nothing to press is called {name:?}")).click();
        self.settle();
    }

    /// The middle of what has this role and a name that fits.
    pub(crate) fn middle(&self, role: Role, fits: impl Fn(&str) -> bool) -> Pos2 {
        let nodes: Vec<_> = self.harness.query_all_by_role(role).collect();
        let node = nodes.iter().find(|node| node.accesskit_node().label().is_some_and(|name| fits(&name)));
        node.unwrap_or_else(|| panic!("no {role:?} fits; there is:\n{}", self.names())).rect().center()
    }

    /// Drags with the mouse.
    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) {
        let button = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.harness.event(Event::PointerMoved(from));
        self.harness.step();
        self.harness.event(button(from, true));
        self.harness.step();
        for part in [0.3, 0.7, 1.0] {
            self.harness.event(Event::PointerMoved(from + (to - from) * part));
            self.harness.step();
        }
        self.harness.event(button(to, false));
        self.settle();
    }

    /// Puts the keyboard into the field of this name.
    pub(crate) fn enter(&mut self, name: &str) {
        let fields = [Role::TextInput, Role::MultilineTextInput];
        self.bring_into_view(name, &fields);
        let nodes: Vec<_> = self.harness.query_all_by_label(name).collect();
        let node = nodes.iter().find(|node| fields.contains(&node.accesskit_node().role()));
        match node {
            Some(node) => node.click(),
            None => panic!("no field is called {name:?}; there is:\n{}", self.names()),
        }
        self.settle();
    }

    /// Types into the field of this name, after what is there.
    pub(crate) fn type_into(&mut self, name: &str, text: &str) {
        self.enter(name);
        self.key(Key::End);
        self.type_text(text);
    }

    /// Types where the keyboard is.
    pub(crate) fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    pub(crate) fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    pub(crate) fn ctrl(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.settle();
    }

    /// Whether something with this name is on the screen.
    pub(crate) fn sees(&self, name: &str) -> bool {
        self.harness.query_all_by_label_contains(name).next().is_some()
    }

    #[track_caller]
    pub(crate) fn must_see(&self, name: &str) {
        assert!(self.sees(name), "{name:?} is not on the screen; there is:\n{}", self.names());
    }

    /// Presses Tab until the keyboard is at what has this name; backwards when that is nearer.
    #[track_caller]
    pub(crate) fn tab_to(&mut self, name: &str) {
        // Something called exactly so is meant before what only begins so.
        let exact = self.harness.query_all_by_label(name).next().is_some();
        for back in [false, true] {
            for _ in 0..if back { 120 } else { 60 } {
                let names = |node: &egui_kittest::Node<'_>| {
                    let node = node.accesskit_node();
                    node.is_focused()
                        && node
                            .label()
                            .is_some_and(|label| if exact { label == name } else { label.starts_with(name) })
                };
                if self.harness.root().children_recursive().any(|node| names(&node)) {
                    return;
                }
                let held = if back { Modifiers::SHIFT } else { Modifiers::NONE };
                self.harness.key_press_modifiers(held, Key::Tab);
                self.harness.step();
                self.harness.step();
            }
        }
        panic!("Tab does not reach {name:?}; there is:\n{}", self.names());
    }

    /// The text of a field.
    pub(crate) fn value(&self, name: &str) -> String {
        let fields = [Role::TextInput, Role::MultilineTextInput, Role::ComboBox];
        let node =
            self.harness.query_all_by_label(name).find(|node| fields.contains(&node.accesskit_node().role()));
        node.unwrap_or_else(|| panic!("no field is called {name:?}:\n{}", self.names()))
            .value()
            .unwrap_or_default()
    }

    /// Every name on the screen with its role, for messages of failed tests.
    pub(crate) fn names(&self) -> String {
        let mut names = Vec::new();
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            if let Some(label) = node.label() {
                names.push(format!("{:?} {label:?}", node.role()));
            }
        }
        names.join("\n")
    }
}
