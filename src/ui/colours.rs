//! Colours of the two looks: four craft materials, each with one job. Indigo is what can be pressed, dó
//! paper is the ground, lacquer red the seal, gold leaf honours; beside them green, turmeric and madder for
//! done, look and stop. Every pair that carries text has a contrast of at least 4.5 (WCAG 2.2, 1.4.3).

use eframe::egui::Color32;

/// The colours by their role.
#[derive(Clone, Debug, PartialEq)]
pub struct Colours {
    /// Canvas of the program.
    pub background: Color32,
    /// Panes, top bar, status line.
    pub surface: Color32,
    /// Cards, tables, inputs, pop-ups.
    pub raised: Color32,
    /// Table header, disabled, page bed.
    pub sunken: Color32,
    /// Hairlines between areas.
    pub border: Color32,
    /// Outline of inputs and buttons.
    pub border_strong: Color32,
    /// Text.
    pub text: Color32,
    /// Labels, second lines.
    pub muted: Color32,
    /// The one filled button, switches.
    pub primary: Color32,
    /// The same under the pointer.
    pub primary_hover: Color32,
    /// The same while pressed.
    pub primary_pressed: Color32,
    /// Text on it.
    pub on_primary: Color32,
    /// Chips, active segment.
    pub primary_soft: Color32,
    /// Links, plain buttons.
    pub link: Color32,
    /// The seal and what carries it.
    pub accent: Color32,
    /// Ground of it.
    pub accent_soft: Color32,
    /// Text on it.
    pub on_accent: Color32,
    /// Honours.
    pub gold: Color32,
    /// Ground of them.
    pub gold_soft: Color32,
    /// Done.
    pub success: Color32,
    /// Ground of it.
    pub success_soft: Color32,
    /// Big panels of it.
    pub success_solid: Color32,
    /// Text on solid panels.
    pub on_solid: Color32,
    /// Lets pass, but look.
    pub warning: Color32,
    /// Ground of it.
    pub warning_soft: Color32,
    /// Big panels of it.
    pub warning_solid: Color32,
    /// Blocks.
    pub danger: Color32,
    /// Ground of it.
    pub danger_soft: Color32,
    /// Big panels of it.
    pub danger_solid: Color32,
    /// Selected row.
    pub selection: Color32,
    /// Row under the pointer.
    pub hover: Color32,
    /// Ring of the keyboard.
    pub focus: Color32,
    /// Navigation rail.
    pub rail: Color32,
    /// Text in it.
    pub rail_text: Color32,
    /// Current place in it.
    pub rail_active: Color32,
    /// Text on that.
    pub rail_active_text: Color32,
    /// Mark of the current place.
    pub rail_mark: Color32,
    /// Ring of the keyboard in the rail.
    pub rail_focus: Color32,
    /// Behind dialogs.
    pub scrim: Color32,
    /// The one shadow.
    pub shadow: Color32,
}

/// The colours of the stage: what the hall sees on the projector is the same in both looks.
pub struct Stage {
    /// Red lacquer.
    pub ground: Color32,
    /// Rings in it.
    pub ring: Color32,
    /// Gold leaf: titles and people.
    pub gold: Color32,
    /// Lines of gold.
    pub line: Color32,
    /// Text.
    pub text: Color32,
}

/// Red lacquer and gold leaf.
pub const STAGE: Stage = Stage {
    ground: Color32::from_rgb(0x4B, 0x12, 0x0D),
    ring: Color32::from_rgb(0x63, 0x22, 0x18),
    gold: Color32::from_rgb(0xF3, 0xD0, 0x8E),
    line: Color32::from_rgb(0xB0, 0x83, 0x3C),
    text: Color32::from_rgb(0xFD, 0xF6, 0xE7),
};

/// Daylight.
pub const LIGHT: Colours = Colours {
    background: Color32::from_rgb(0xEF, 0xED, 0xE6),
    surface: Color32::from_rgb(0xF8, 0xF6, 0xF1),
    raised: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    sunken: Color32::from_rgb(0xE7, 0xE4, 0xDB),
    border: Color32::from_rgb(0xD9, 0xD4, 0xC8),
    border_strong: Color32::from_rgb(0x8A, 0x84, 0x77),
    text: Color32::from_rgb(0x21, 0x1F, 0x1B),
    muted: Color32::from_rgb(0x5C, 0x57, 0x4E),
    primary: Color32::from_rgb(0x2B, 0x40, 0x79),
    primary_hover: Color32::from_rgb(0x22, 0x34, 0x6A),
    primary_pressed: Color32::from_rgb(0x18, 0x26, 0x52),
    on_primary: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    primary_soft: Color32::from_rgb(0xE3, 0xE8, 0xF4),
    link: Color32::from_rgb(0x2B, 0x40, 0x79),
    accent: Color32::from_rgb(0x98, 0x34, 0x1A),
    accent_soft: Color32::from_rgb(0xF5, 0xE5, 0xDC),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    gold: Color32::from_rgb(0x7A, 0x5A, 0x14),
    gold_soft: Color32::from_rgb(0xF6, 0xED, 0xD3),
    success: Color32::from_rgb(0x2B, 0x66, 0x38),
    success_soft: Color32::from_rgb(0xE1, 0xEF, 0xE0),
    success_solid: Color32::from_rgb(0x28, 0x62, 0x37),
    on_solid: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    warning: Color32::from_rgb(0x84, 0x50, 0x00),
    warning_soft: Color32::from_rgb(0xFB, 0xEE, 0xD2),
    warning_solid: Color32::from_rgb(0x84, 0x50, 0x00),
    danger: Color32::from_rgb(0xAE, 0x1B, 0x32),
    danger_soft: Color32::from_rgb(0xFB, 0xE3, 0xE4),
    danger_solid: Color32::from_rgb(0xAE, 0x1B, 0x32),
    selection: Color32::from_rgb(0xDC, 0xE3, 0xF3),
    hover: Color32::from_rgb(0xF1, 0xEE, 0xE7),
    focus: Color32::from_rgb(0x3C, 0x5F, 0xCB),
    rail: Color32::from_rgb(0x1C, 0x27, 0x45),
    rail_text: Color32::from_rgb(0xCB, 0xD2, 0xE6),
    rail_active: Color32::from_rgb(0x31, 0x41, 0x6F),
    rail_active_text: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    rail_mark: Color32::from_rgb(0xE2, 0x80, 0x5A),
    rail_focus: Color32::from_rgb(0xB7, 0xC7, 0xFF),
    scrim: Color32::from_rgb(0x17, 0x15, 0x0F),
    shadow: Color32::from_rgba_premultiplied(7, 6, 4, 46),
};

/// Evening.
pub const DARK: Colours = Colours {
    background: Color32::from_rgb(0x14, 0x16, 0x1B),
    surface: Color32::from_rgb(0x1A, 0x1D, 0x24),
    raised: Color32::from_rgb(0x22, 0x26, 0x2F),
    sunken: Color32::from_rgb(0x10, 0x12, 0x16),
    border: Color32::from_rgb(0x35, 0x3B, 0x48),
    border_strong: Color32::from_rgb(0x74, 0x7D, 0x8F),
    text: Color32::from_rgb(0xEC, 0xEA, 0xE4),
    muted: Color32::from_rgb(0xA9, 0xAD, 0xB8),
    primary: Color32::from_rgb(0x9D, 0xB1, 0xF3),
    primary_hover: Color32::from_rgb(0xB3, 0xC3, 0xF8),
    primary_pressed: Color32::from_rgb(0x86, 0x9C, 0xE6),
    on_primary: Color32::from_rgb(0x11, 0x17, 0x2B),
    primary_soft: Color32::from_rgb(0x2A, 0x33, 0x54),
    link: Color32::from_rgb(0xA9, 0xBB, 0xF6),
    accent: Color32::from_rgb(0xF0, 0x94, 0x6F),
    accent_soft: Color32::from_rgb(0x40, 0x27, 0x1D),
    on_accent: Color32::from_rgb(0x24, 0x10, 0x0A),
    gold: Color32::from_rgb(0xE0, 0xBC, 0x6A),
    gold_soft: Color32::from_rgb(0x37, 0x30, 0x17),
    success: Color32::from_rgb(0x8B, 0xCB, 0x95),
    success_soft: Color32::from_rgb(0x1E, 0x35, 0x25),
    success_solid: Color32::from_rgb(0x8B, 0xCB, 0x95),
    on_solid: Color32::from_rgb(0x0F, 0x1A, 0x12),
    warning: Color32::from_rgb(0xE8, 0xB7, 0x5E),
    warning_soft: Color32::from_rgb(0x3A, 0x2D, 0x13),
    warning_solid: Color32::from_rgb(0xE8, 0xB7, 0x5E),
    danger: Color32::from_rgb(0xFF, 0x95, 0x9B),
    danger_soft: Color32::from_rgb(0x46, 0x22, 0x2A),
    danger_solid: Color32::from_rgb(0xFF, 0x95, 0x9B),
    selection: Color32::from_rgb(0x2B, 0x36, 0x5B),
    hover: Color32::from_rgb(0x27, 0x2C, 0x36),
    focus: Color32::from_rgb(0xB7, 0xC7, 0xFF),
    rail: Color32::from_rgb(0x0E, 0x11, 0x17),
    rail_text: Color32::from_rgb(0xB9, 0xC0, 0xD2),
    rail_active: Color32::from_rgb(0x2A, 0x33, 0x54),
    rail_active_text: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    rail_mark: Color32::from_rgb(0xF0, 0x94, 0x6F),
    rail_focus: Color32::from_rgb(0xB7, 0xC7, 0xFF),
    scrim: Color32::from_rgb(0x00, 0x00, 0x00),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 115),
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.2.
    fn luminance(colour: Color32) -> f64 {
        let linear = |byte: u8| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn texts_can_be_read_and_outlines_be_seen_in_both_looks() {
        for c in [LIGHT, DARK] {
            for (front, ground, least) in [
                (c.text, c.background, 4.5),
                (c.text, c.surface, 4.5),
                (c.text, c.raised, 4.5),
                (c.text, c.sunken, 4.5),
                (c.text, c.selection, 4.5),
                (c.text, c.hover, 4.5),
                (c.muted, c.background, 4.5),
                (c.muted, c.surface, 4.5),
                (c.muted, c.raised, 4.5),
                (c.muted, c.sunken, 4.5),
                (c.muted, c.selection, 4.5),
                (c.muted, c.hover, 4.5),
                (c.on_primary, c.primary, 4.5),
                (c.on_primary, c.primary_hover, 4.5),
                (c.on_primary, c.primary_pressed, 4.5),
                (c.link, c.background, 4.5),
                (c.link, c.surface, 4.5),
                (c.link, c.raised, 4.5),
                (c.link, c.selection, 4.5),
                (c.link, c.primary_soft, 4.5),
                (c.accent, c.background, 4.5),
                (c.accent, c.surface, 4.5),
                (c.accent, c.raised, 4.5),
                (c.accent, c.accent_soft, 4.5),
                (c.on_accent, c.accent, 4.5),
                (c.gold, c.raised, 4.5),
                (c.gold, c.surface, 4.5),
                (c.gold, c.gold_soft, 4.5),
                (c.gold, c.selection, 4.5),
                (c.success, c.background, 4.5),
                (c.success, c.surface, 4.5),
                (c.success, c.raised, 4.5),
                (c.success, c.success_soft, 4.5),
                (c.success, c.selection, 4.5),
                (c.on_solid, c.success_solid, 4.5),
                (c.warning, c.background, 4.5),
                (c.warning, c.surface, 4.5),
                (c.warning, c.raised, 4.5),
                (c.warning, c.warning_soft, 4.5),
                (c.warning, c.selection, 4.5),
                (c.on_solid, c.warning_solid, 4.5),
                (c.danger, c.background, 4.5),
                (c.danger, c.surface, 4.5),
                (c.danger, c.raised, 4.5),
                (c.danger, c.danger_soft, 4.5),
                (c.danger, c.selection, 4.5),
                (c.on_solid, c.danger_solid, 4.5),
                (c.text, c.primary_soft, 4.5),
                (c.text, c.success_soft, 4.5),
                (c.text, c.warning_soft, 4.5),
                (c.text, c.danger_soft, 4.5),
                (c.text, c.accent_soft, 4.5),
                (c.text, c.gold_soft, 4.5),
                (c.muted, c.primary_soft, 4.5),
                (c.muted, c.success_soft, 4.5),
                (c.muted, c.warning_soft, 4.5),
                (c.muted, c.danger_soft, 4.5),
                (c.muted, c.accent_soft, 4.5),
                (c.muted, c.gold_soft, 4.5),
                (c.rail_text, c.rail, 4.5),
                (c.rail_active_text, c.rail_active, 4.5),
                (c.rail_mark, c.rail, 3.0),
                (c.rail_mark, c.rail_active, 3.0),
                (c.border_strong, c.raised, 3.0),
                (c.border_strong, c.surface, 3.0),
                (c.border_strong, c.background, 3.0),
                (c.focus, c.background, 3.0),
                (c.focus, c.surface, 3.0),
                (c.focus, c.raised, 3.0),
                (c.focus, c.selection, 3.0),
                (c.rail_focus, c.rail, 3.0),
            ] {
                let found = contrast(front, ground);
                assert!(found >= least, "{front:?} on {ground:?}: {found:.2}");
            }
        }
    }
}
