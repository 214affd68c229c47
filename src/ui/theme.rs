//! How everything looks: fonts, sizes of text, colours, distances. No other file names a colour or a size of
//! text.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak, Galley,
    Margin, Shadow, Stroke, Style, TextStyle, Ui, Visuals,
    style::{Selection, WidgetVisuals},
    text::{LayoutJob, TextFormat, TextWrapping},
};

use super::colours::{Colours, DARK, LIGHT};
use crate::documents::fonts::Face as PaperFace;
use crate::runtime::{Density, Look, Preferences};

/// One of the faces the program carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Running text.
    Regular,
    /// Labels and names.
    Medium,
    /// Titles.
    SemiBold,
    /// Figures of equal width, for columns and counters.
    Figures,
}

impl Face {
    fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::Medium => FontFamily::Name("medium".into()),
            Self::SemiBold => FontFamily::Name("semibold".into()),
            Self::Figures => FontFamily::Name("figures".into()),
        }
    }
}

/// A kind of text: size and height of its line in points, and face.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kind {
    /// Size.
    pub size: f32,
    /// Height of a line.
    pub line: f32,
    /// Face.
    pub face: Face,
}

const fn kind(size: f32, line: f32, face: Face) -> Kind {
    Kind { size, line, face }
}

/// Labels, second lines, the frame of the window.
pub const SMALL: Kind = kind(13.0, 18.0, Face::Regular);
/// The same, stronger.
pub const SMALL_MEDIUM: Kind = kind(13.0, 18.0, Face::Medium);
/// Lists beside tables.
pub const COMPACT: Kind = kind(14.0, 20.0, Face::Regular);
/// The same, stronger.
pub const COMPACT_MEDIUM: Kind = kind(14.0, 20.0, Face::Medium);
/// Everything.
pub const BODY: Kind = kind(15.0, 20.0, Face::Regular);
/// The same, stronger.
pub const BODY_MEDIUM: Kind = kind(15.0, 20.0, Face::Medium);
/// Titles of small cards.
pub const CARD: Kind = kind(15.0, 20.0, Face::SemiBold);
/// Paragraphs.
pub const PARAGRAPH: Kind = kind(15.0, 22.0, Face::Regular);
/// Figures in columns.
pub const FIGURES: Kind = kind(15.0, 20.0, Face::Figures);
/// Small figures in columns.
pub const SMALL_FIGURES: Kind = kind(13.0, 18.0, Face::Figures);
/// Titles of sections.
pub const SECTION: Kind = kind(17.0, 24.0, Face::SemiBold);
/// Name of a record.
pub const RECORD: Kind = kind(20.0, 26.0, Face::SemiBold);
/// Title of a screen.
pub const SCREEN: Kind = kind(22.0, 28.0, Face::SemiBold);
/// Key numbers.
pub const NUMBER: Kind = kind(26.0, 32.0, Face::SemiBold);

/// Titles over a stage, on a screen of 1366 points.
pub const STAGE_TITLE: Kind = kind(42.0, 54.0, Face::SemiBold);
/// Who signs there.
pub const STAGE_NAME: Kind = kind(46.0, 58.0, Face::SemiBold);
/// The people.
pub const STAGE_PERSON: Kind = kind(33.0, 42.0, Face::SemiBold);
/// Positions, subjects, lists.
pub const STAGE_TEXT: Kind = kind(24.0, 32.0, Face::Regular);
/// The same, stronger.
pub const STAGE_STRONG: Kind = kind(24.0, 32.0, Face::SemiBold);
/// The edge of the stage.
pub const STAGE_SMALL: Kind = kind(20.0, 28.0, Face::Regular);

impl Kind {
    /// The same for a larger or smaller stage.
    #[must_use]
    pub fn scaled(self, scale: f32) -> Self {
        Self { size: self.size * scale, line: self.line * scale, face: self.face }
    }
}

/// Distances and sizes in points.
pub mod space {
    /// Between things that belong together.
    pub const S: f32 = 8.0;
    /// Between fields.
    pub const M: f32 = 12.0;
    /// Inside cards and between them.
    pub const L: f32 = 16.0;
    /// Margin of a screen.
    pub const XL: f32 = 24.0;
    /// Height of buttons and inputs.
    pub const CONTROL: f32 = 32.0;
    /// Height of what is pressed with a finger.
    pub const TOUCH: f32 = 44.0;
    /// Height of a table's header.
    pub const TABLE_HEADER: f32 = 32.0;
    /// Width of the rail.
    pub const RAIL: f32 = 100.0;
    /// Height of the top bar.
    pub const TOP_BAR: f32 = 52.0;
    /// Height of the header of a screen.
    pub const SCREEN_HEADER: f32 = 60.0;
    /// Height of the status line.
    pub const STATUS_LINE: f32 = 28.0;
    /// Below this width of the window, what is less needed is left out.
    pub const NARROW: f32 = 1_300.0;
}

/// The look that is in force.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// Colours.
    pub c: &'static Colours,
    /// Dark or light.
    pub dark: bool,
    /// How close things stand.
    pub density: Density,
}

impl Theme {
    /// The light or dark look.
    pub fn new(dark: bool, density: Density) -> Self {
        Self { c: if dark { &DARK } else { &LIGHT }, dark, density }
    }

    /// Height of a row in a table.
    pub fn row(&self) -> f32 {
        match self.density {
            Density::Comfortable => 36.0,
            Density::Compact => 28.0,
        }
    }

    /// The ring around what the keyboard acts on.
    pub fn focus_ring(&self) -> Stroke {
        Stroke::new(2.0, self.c.focus)
    }

    /// A hairline.
    pub fn line(&self) -> Stroke {
        Stroke::new(1.0, self.c.border)
    }

    /// The shadow under pop-ups.
    pub fn popup_shadow(&self) -> Shadow {
        Shadow { offset: [0, 4], blur: 16, spread: 0, color: self.c.shadow }
    }

    /// The shadow under dialogs.
    pub fn dialog_shadow(&self) -> Shadow {
        Shadow { offset: [0, 8], blur: 28, spread: 0, color: self.c.shadow }
    }
}

/// A text laid out: at most so wide, at most so many lines.
pub fn galley(ui: &Ui, text: &str, kind: Kind, colour: Color32, width: f32, lines: usize) -> Arc<Galley> {
    ui.painter().layout_job(job(text, kind, colour, width, lines))
}

/// The same as a job, for texts of several kinds.
pub fn job(text: &str, kind: Kind, colour: Color32, width: f32, lines: usize) -> LayoutJob {
    let mut job = LayoutJob::single_section(text.to_owned(), format(kind, colour));
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: lines,
        break_anywhere: lines == 1,
        overflow_character: Some('…'),
    };
    job
}

/// How a kind of text is written.
pub fn format(kind: Kind, colour: Color32) -> TextFormat {
    TextFormat {
        font_id: font(kind),
        color: colour,
        line_height: Some(kind.line),
        valign: egui::Align::Center,
        ..TextFormat::default()
    }
}

/// The font of a kind of text.
pub fn font(kind: Kind) -> FontId {
    FontId::new(kind.size, kind.face.family())
}

/// The font of an icon.
pub fn icon_font(size: f32, filled: bool) -> FontId {
    FontId::new(size, FontFamily::Name(if filled { "icons-filled" } else { "icons" }.into()))
}

/// Gives the program its fonts. Called once, before the first frame.
pub fn install_fonts(context: &Context) {
    let mut fonts = FontDefinitions::empty();
    let faces: [(&str, &'static [u8]); 4] = [
        ("regular", PaperFace::Sans.bytes()),
        ("medium", include_bytes!("../../assets/fonts/BeVietnamPro-Medium.ttf")),
        ("semibold", PaperFace::SansBold.bytes()),
        ("figures", include_bytes!("../../assets/fonts/SLNNum-Regular.ttf")),
    ];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let icons = [("icons", egui_phosphor::Variant::Regular), ("icons-filled", egui_phosphor::Variant::Fill)];
    for (name, variant) in icons {
        let tweak = FontTweak { y_offset_factor: 0.07, ..FontTweak::default() };
        let data = FontData::from_static(variant.font_bytes()).tweak(tweak);
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
        fonts.families.insert(FontFamily::Name(name.into()), vec![name.to_owned(), "regular".to_owned()]);
    }
    fonts.families.insert(FontFamily::Proportional, vec!["regular".to_owned(), "icons".to_owned()]);
    fonts.families.insert(FontFamily::Monospace, vec!["figures".to_owned(), "regular".to_owned()]);
    for name in ["medium", "semibold", "figures"] {
        let fallback = vec![name.to_owned(), "regular".to_owned(), "icons".to_owned()];
        fonts.families.insert(FontFamily::Name(name.into()), fallback);
    }
    context.set_fonts(fonts);
}

/// Puts the look into force; cheap, so it is done whenever something of it changed.
pub fn apply(context: &Context, preferences: &Preferences) -> Theme {
    let preference = match preferences.look {
        Look::System => egui::ThemePreference::System,
        Look::Light => egui::ThemePreference::Light,
        Look::Dark => egui::ThemePreference::Dark,
    };
    context.options_mut(|options| {
        options.theme_preference = preference;
        options.fallback_theme = egui::Theme::Light;
        // The window is closed from its frame and from the menu; Ctrl+Q beside Ctrl+W costs work.
        options.quit_shortcuts.clear();
        options.zoom_with_keyboard = false;
    });
    for (theme, dark) in [(egui::Theme::Light, false), (egui::Theme::Dark, true)] {
        let theme_of_ours = Theme::new(dark, preferences.density);
        context.set_style_of(theme, style(&theme_of_ours));
    }
    context.set_zoom_factor(f32::from(preferences.text_percent) / 100.0);
    Theme::new(context.theme() == egui::Theme::Dark, preferences.density)
}

fn style(theme: &Theme) -> Style {
    let c = theme.c;
    let mut style = Style::default();
    for (name, kind) in [
        (TextStyle::Small, SMALL),
        (TextStyle::Body, BODY),
        (TextStyle::Button, BODY_MEDIUM),
        (TextStyle::Heading, SECTION),
        (TextStyle::Monospace, FIGURES),
    ] {
        style.text_styles.insert(name, font(kind));
    }
    style.visuals = visuals(theme);
    style.animation_time = 0.08;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    let spacing = &mut style.spacing;
    spacing.item_spacing = egui::vec2(space::S, space::S);
    spacing.button_padding = egui::vec2(space::M, 6.0);
    // Rows are as high as what stands in them; controls bring their own height.
    spacing.interact_size = egui::vec2(space::CONTROL, 18.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.scroll = egui::style::ScrollStyle {
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.2,
        active_handle_opacity: 0.6,
        ..egui::style::ScrollStyle::thin()
    };
    spacing.tooltip_width = 360.0;
    let _ = c;
    style
}

fn visuals(theme: &Theme) -> Visuals {
    let c = theme.c;
    let mut visuals = if theme.dark { Visuals::dark() } else { Visuals::light() };
    let radius = CornerRadius::same(6);
    let widget = |ground: Color32, outline: Color32, text: Color32| WidgetVisuals {
        bg_fill: ground,
        weak_bg_fill: ground,
        bg_stroke: Stroke::new(1.0, outline),
        corner_radius: radius,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(c.surface, c.border, c.text);
    visuals.widgets.inactive = widget(c.raised, c.border_strong, c.text);
    visuals.widgets.hovered = widget(c.hover, c.border_strong, c.text);
    visuals.widgets.active = widget(c.primary_soft, c.primary, c.text);
    visuals.widgets.open = widget(c.raised, c.border_strong, c.text);
    visuals.selection = Selection { bg_fill: c.selection, stroke: Stroke::new(1.0, c.text) };
    visuals.hyperlink_color = c.link;
    visuals.panel_fill = c.background;
    visuals.window_fill = c.raised;
    visuals.window_stroke = theme.line();
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.window_shadow = theme.dialog_shadow();
    visuals.popup_shadow = theme.popup_shadow();
    visuals.extreme_bg_color = c.raised;
    visuals.text_edit_bg_color = Some(c.raised);
    visuals.faint_bg_color = c.hover;
    visuals.weak_text_color = Some(c.muted);
    visuals.warn_fg_color = c.warning;
    visuals.error_fg_color = c.danger;
    visuals.text_cursor.stroke = Stroke::new(1.5, c.text);
    visuals
}
