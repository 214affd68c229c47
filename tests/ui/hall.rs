//! The window for the projector as a window of its own, beside that of the officer.

use std::cell::RefCell;

use eframe::egui::{
    Context, Event, ImmediateViewport, Key, Modifiers, Pos2, RawInput, Rect, ViewportBuilder,
    ViewportCommand, ViewportId, ViewportInfo, vec2,
};

use super::story::Story;

/// What the second window is told, and what it says.
#[derive(Default)]
struct Hall {
    events: Vec<Event>,
    full: bool,
    /// How it was asked for in the last frame, and the names in it; nothing when it was not drawn.
    shown: Option<(ViewportBuilder, String)>,
}

thread_local! {
    static HALL: RefCell<Hall> = RefCell::default();
}

/// From now on windows beside the first one are windows, as on a desktop.
pub(super) fn open_windows(story: &Story) {
    HALL.take();
    Context::set_immediate_viewport_renderer(|context, viewport| {
        let ImmediateViewport { ids, builder, mut viewport_ui_cb } = viewport;
        let (events, full) = HALL.with_borrow_mut(|hall| (std::mem::take(&mut hall.events), hall.full));
        let info = ViewportInfo { fullscreen: Some(full), ..ViewportInfo::default() };
        let input = RawInput {
            viewport_id: ids.this,
            viewports: std::iter::once((ids.this, info)).collect(),
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(960.0, 540.0))),
            events,
            ..RawInput::default()
        };
        let mut output = context.run_ui(input, |ui| viewport_ui_cb(ui));
        output.textures_delta.clear();
        let nodes = output.platform_output.accesskit_update.map(|update| update.nodes).unwrap_or_default();
        let names: Vec<_> = nodes.iter().filter_map(|(_, node)| node.label().or(node.value())).collect();
        HALL.with_borrow_mut(|hall| hall.shown = Some((builder, names.join("\n"))));
    });
    story.harness.ctx.set_embed_viewports(false);
}

/// What the hall sees now; nothing when the window is gone.
pub(super) fn seen(story: &mut Story) -> Option<String> {
    HALL.with_borrow_mut(|hall| hall.shown = None);
    story.harness.step();
    HALL.with_borrow(|hall| hall.shown.as_ref().map(|(_, names)| names.clone()))
}

/// Presses a key in the second window; whether it asked to cover its screen, or no longer to do so.
pub(super) fn press(story: &mut Story, key: Key) -> Option<bool> {
    let event =
        |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    HALL.with_borrow_mut(|hall| hall.events.extend([event(true), event(false)]));
    story.harness.step();
    let output = &story.harness.output().viewport_output;
    let commands = output.get(&ViewportId::from_hash_of("projector")).map(|output| output.commands.clone());
    let full = commands.into_iter().flatten().find_map(|command| match command {
        ViewportCommand::Fullscreen(full) => Some(full),
        _ => None,
    });
    HALL.with_borrow_mut(|hall| hall.full = full.unwrap_or(hall.full));
    story.settle();
    full
}
