//! The window: screens over the register, drawn with egui.
//!
//! Data flows one way: a screen draws answers and collects [`action::Action`]s; after the frame
//! [`app::App`] carries them out; what changed raises versions, and the slots of the screens ask again.
//! Nothing here waits: the register, files and paper are on threads of [`crate::runtime`].

pub mod action;
pub mod app;
mod carry;
pub mod colours;
pub mod commands;
pub mod components;
mod conference_sections;
pub mod dialogs;
pub mod fields;
pub mod forms;
mod office_sections;
pub mod palette;
pub mod pictures;
pub mod screens;
pub mod sections;
pub mod shell;
mod taking;
pub mod theme;
mod toasts;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use self::app::App;
use crate::error::{Error, ErrorKind, Result};
use crate::runtime::{Desk, Machine, Preferences, RendererChoice, Work};

/// How the window is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The register to open.
    pub data: Option<PathBuf>,
    /// What draws it; `None` takes what is remembered.
    pub renderer: Option<RendererChoice>,
    /// Show the gallery of components.
    pub gallery: bool,
    /// Close again as soon as the first screen with data is painted; for measuring.
    pub once: bool,
}

/// The name by which systems know the program: its desktop entry, its icons.
pub const APP_ID: &str = "vn.langnghe.SoLangNghe";

/// Opens the window and returns when it is closed. What draws it is tried in turn unless the command line
/// names it, and what worked is remembered.
pub fn run(machine: &Machine, opening: &Opening) -> Result<()> {
    let choice = opening.renderer.unwrap_or(Preferences::load(machine).renderer);
    let (first, other) = match choice {
        RendererChoice::Wgpu if cfg!(feature = "wgpu") => (RendererChoice::Wgpu, RendererChoice::Glow),
        _ => (RendererChoice::Glow, RendererChoice::Wgpu),
    };
    let Err(failure) = open(machine, opening, first) else { return Ok(()) };
    let named = opening.renderer.is_some_and(|named| named != RendererChoice::Auto);
    if named || !cfg!(feature = "wgpu") || !Desk::has_display() {
        return Err(Error::new(ErrorKind::NoWindow).because(failure));
    }
    // What failed may have left the graphics driver in a bad state: the other one gets its own process.
    let mut arguments: Vec<OsString> = vec!["--renderer".into(), other.code().into()];
    for (flag, is_on) in [("--gallery", opening.gallery), ("--once", opening.once)] {
        arguments.extend(is_on.then(|| flag.into()));
    }
    if let Some(data) = &opening.data {
        arguments.extend(["--data".into(), data.into()]);
    }
    Desk::start_again(&arguments)?;
    Preferences { renderer: other, ..Preferences::load(machine) }.save(machine)
}

fn open(
    machine: &Machine,
    opening: &Opening,
    renderer: RendererChoice,
) -> std::result::Result<(), Box<dyn std::error::Error + Send + Sync>> {
    if !Desk::has_display() {
        return Err("no display".into());
    }
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Sổ Làng Nghề")
        .with_app_id(APP_ID)
        .with_inner_size([1_366.0, 768.0])
        .with_min_inner_size([900.0, 600.0])
        // With the frame of the desktop around it, a window of that size is larger than a small screen.
        .with_maximized(true)
        .with_clamp_size_to_monitor_size(true);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(pictures::SEAL) {
        viewport = viewport.with_icon(Arc::new(icon));
    }
    let options = eframe::NativeOptions {
        viewport,
        renderer: match renderer {
            #[cfg(feature = "wgpu")]
            RendererChoice::Wgpu => eframe::Renderer::Wgpu,
            _ => eframe::Renderer::Glow,
        },
        ..eframe::NativeOptions::default()
    };
    let (machine, opening) = (machine.clone(), opening.clone());
    eframe::run_native(
        APP_ID,
        options,
        Box::new(move |creation| {
            let app = App::new(&creation.egui_ctx, &machine, Work::Threads, &opening)?;
            Ok(Box::new(app))
        }),
    )
    .map_err(|error| error.to_string().into())
}
