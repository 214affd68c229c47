//! The pictures and files of a record: small pictures in their order, added by dialog, by dropping files on the
//! window or by pasting; the first stands for the record.

use std::collections::HashMap;
use std::path::PathBuf;

use eframe::egui::{
    self, ColorImage, CornerRadius, Event, Frame, Id, Margin, Modal, Rect, Sense, TextureHandle,
    TextureOptions, Ui, pos2, vec2,
};
use egui_phosphor::regular as icons;

use crate::domain::{AnyId, Id as RecordId, Picture, PictureConsent, PictureRight, RecordKind, Stored};
use crate::i18n::{Message, message};
use crate::ops::Command;
use crate::runtime::{Pixels, Source, Ticket};
use crate::ui::action::{Action, Cx, Route};
use crate::ui::components::{
    Button, Field, Tone, badge, dialog_frame, heading, icon_button, line, link, text,
};
use crate::ui::theme::{self, BODY_MEDIUM, CARD, COMPACT, SMALL, space};

/// Pictures that are kept ready to be drawn.
const READY: usize = 120;
/// Width and height of a small picture on the screen.
const TILE: egui::Vec2 = vec2(206.0, 140.0);

/// Height of a file in a list.
const FILE: f32 = 32.0;

/// A picture on its way to the screen.
enum Shown {
    Asked(Ticket<Option<Pixels>>),
    Ready(TextureHandle),
    /// No picture, or not on this laptop.
    Nothing,
}

/// The pictures of whatever record is shown.
#[derive(Default)]
pub(super) struct Photos {
    shown: HashMap<(String, bool), Shown>,
    asking: Option<Asking>,
    /// The picture that is shown large.
    large: Option<Stored<Picture>>,
    saving: Option<Ticket<PathBuf>>,
    /// A copy of a file on its way to the system's own program for it, and that program on its way.
    opening: Option<Ticket<PathBuf>>,
    opened: Option<Ticket<()>>,
}

/// The dialog that asks for files of a record.
struct Asking {
    owner: (RecordKind, AnyId),
    /// What is typed.
    paths: String,
    /// The system's own dialog.
    dialog: Option<Ticket<Vec<PathBuf>>>,
    /// The keyboard is in its field already.
    focused: bool,
}

/// What a picture is called.
fn name_of(picture: &Picture) -> &str {
    if picture.caption.is_empty() { &picture.file_name } else { &picture.caption }
}

/// The action that puts a picture into the trash.
fn delete(stored: &Stored<Picture>) -> Action {
    let done = message("done-deleted").with("name", name_of(&stored.record));
    Action::Run(Box::new(Command::Delete(RecordKind::Picture, stored.id.any())), done)
}

/// Pixels as egui draws them.
fn texture(ui: &Ui, name: &str, pixels: &Pixels) -> TextureHandle {
    let image = ColorImage::from_rgb([pixels.width, pixels.height], &pixels.rgb);
    ui.ctx().load_texture(name.to_owned(), image, TextureOptions::LINEAR)
}

impl Photos {
    /// Draws the small or large picture of some bytes into a place, whole and in the middle; false while or where
    /// there is none.
    pub(super) fn picture(&mut self, ui: &Ui, cx: &Cx<'_>, sha256: &str, small: bool, place: Rect) -> bool {
        let key = (sha256.to_owned(), small);
        if self.shown.len() > READY && !self.shown.contains_key(&key) {
            self.shown.clear();
        }
        let entry =
            self.shown.entry(key).or_insert_with(|| Shown::Asked(cx.data.pixels(sha256.to_owned(), small)));
        if let Shown::Asked(ticket) = entry
            && let Some(answer) = ticket.poll()
        {
            *entry = match answer {
                Ok(Some(pixels)) => Shown::Ready(texture(ui, sha256, &pixels)),
                _ => Shown::Nothing,
            };
        }
        let Shown::Ready(texture) = entry else { return false };
        let size = texture.size_vec2();
        let scale = if small {
            // A tile is filled, and cut where the shapes differ.
            (place.width() / size.x).max(place.height() / size.y)
        } else {
            (place.width() / size.x).min(place.height() / size.y).min(1.0)
        };
        let drawn = size * scale;
        let (target, uv) = if small {
            let cut = place.size() / drawn;
            let uv = Rect::from_center_size(pos2(0.5, 0.5), cut.min(vec2(1.0, 1.0)));
            (place, uv)
        } else {
            (
                Rect::from_center_size(place.center(), drawn),
                Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
            )
        };
        let shape = egui::epaint::RectShape::filled(target, CornerRadius::same(6), egui::Color32::WHITE)
            .with_texture(texture.id(), uv);
        ui.painter().add(shape);
        true
    }

    /// Draws the tab.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        owner: (RecordKind, AnyId),
        pictures: &[Stored<Picture>],
    ) {
        let width = ((ui.available_width() - 12.0) / 2.0).clamp(120.0, TILE.x);
        for (row, pair) in pictures.chunks(2).enumerate() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                for (column, stored) in pair.iter().enumerate() {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        ui.spacing_mut().item_spacing.y = 3.0;
                        self.tile_ui(ui, cx, pictures, 2 * row + column, stored, width);
                    });
                }
            });
            ui.add_space(8.0);
        }
        ui.add_space(6.0);
        let add = cx.t(&message("photos-add"));
        if Button::outline(&add).small().icon(icons::IMAGE).show(ui, &cx.theme).clicked() {
            self.ask(owner);
        }
        text(ui, &cx.t(&message("photos-explain")), SMALL, cx.theme.c.muted);
        self.dialogs_ui(ui, cx);
    }

    /// Asks for files of a record.
    pub(super) fn ask(&mut self, owner: (RecordKind, AnyId)) {
        self.asking = Some(Asking { owner, paths: String::new(), dialog: None, focused: false });
    }

    /// Draws whatever is open over the window.
    pub(super) fn dialogs_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        self.asking_ui(ui, cx);
        self.large_ui(ui, cx);
        self.open_ui(cx);
    }

    /// Draws the files of a record one below the other: each is opened by its name.
    pub(super) fn lines_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, files: &[Stored<Picture>]) {
        for stored in files {
            let picture = &stored.record;
            let name = name_of(picture);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.set_min_height(FILE);
                let sign = if picture.width.is_some() { icons::IMAGE } else { icons::PAPERCLIP };
                let (rect, _) = ui.allocate_exact_size(vec2(16.0, COMPACT.line), Sense::hover());
                let (middle, font) = (egui::Align2::CENTER_CENTER, theme::icon_font(14.0, false));
                ui.painter().text(rect.center(), middle, sign, font, cx.theme.c.muted);
                let room = (ui.available_width() - 40.0).max(60.0);
                let pressed = ui.scope(|ui| {
                    ui.set_max_width(room);
                    link(ui, &cx.theme, name, COMPACT).clicked()
                });
                if pressed.inner {
                    if picture.width.is_some() {
                        self.large = Some(stored.clone());
                    } else {
                        let path = cx.data.machine().home().join("anh").join(&picture.file_name);
                        self.opening = Some(cx.data.save_picture(picture.sha256.clone(), path));
                    }
                }
                let label = cx.t(&message("related-delete").with("name", name));
                if icon_button(ui, &cx.theme, icons::X, &label).clicked() {
                    cx.ask(delete(stored));
                }
            });
        }
    }

    /// Hands the copy of a file to the system's own program for it.
    fn open_ui(&mut self, cx: &mut Cx<'_>) {
        if let Some(answer) = self.opening.as_ref().and_then(Ticket::poll) {
            self.opening = None;
            match answer {
                Ok(path) => self.opened = Some(cx.desk.show(path)),
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        if let Some(answer) = self.opened.as_ref().and_then(Ticket::poll) {
            self.opened = None;
            if let Err(error) = answer {
                cx.ask(Action::Fail(error));
            }
        }
    }

    fn tile_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        pictures: &[Stored<Picture>],
        place: usize,
        stored: &Stored<Picture>,
        width: f32,
    ) {
        let picture = &stored.record;
        let name = name_of(picture);
        let (rect, response) = ui.allocate_exact_size(vec2(width, TILE.y), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, name));
        let is_picture = picture.width.is_some();
        if !self.picture(ui, cx, &picture.sha256, true, rect) {
            ui.painter().rect_filled(rect, CornerRadius::same(6), cx.theme.c.sunken);
            let sign = if is_picture { icons::IMAGE } else { icons::FILE };
            let (middle, font) = (egui::Align2::CENTER_CENTER, theme::icon_font(34.0, false));
            ui.painter().text(rect.center(), middle, sign, font, cx.theme.c.muted);
        }
        if response.has_focus() {
            let ring = cx.theme.focus_ring();
            ui.painter().rect_stroke(rect, CornerRadius::same(6), ring, egui::StrokeKind::Inside);
        }
        if response.clicked() {
            self.large = Some(stored.clone());
        }
        line(ui, name, BODY_MEDIUM, cx.theme.c.text);
        let rights =
            picture.usage_right == PictureRight::Unknown || picture.consent == PictureConsent::Unknown;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if place == 0 && is_picture {
                badge(ui, &cx.theme, Tone::Honour, icons::STAR, &cx.t(&message("photos-main")));
            } else if rights && is_picture {
                line(ui, &cx.t(&message("photos-rights")), COMPACT, cx.theme.c.muted);
            }
        });
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let order: Vec<RecordId<Picture>> = pictures.iter().map(|stored| stored.id).collect();
            let arranged = |from: usize, to: usize| {
                let mut order = order.clone();
                let moved = order.remove(from);
                order.insert(to, moved);
                Action::Run(Box::new(Command::ArrangePictures(order)), message("photos-arranged"))
            };
            let named = |words: Message| cx.t(&words.with("name", name));
            let (first, before, edit, remove) = (
                named(message("photos-first")),
                named(message("photos-earlier")),
                named(message("photos-edit")),
                named(message("related-delete")),
            );
            let mut asked = None;
            if place > 0 && icon_button(ui, &cx.theme, icons::STAR, &first).clicked() {
                asked = Some(arranged(place, 0));
            }
            if place > 0 && icon_button(ui, &cx.theme, icons::ARROW_LEFT, &before).clicked() {
                asked = Some(arranged(place, place - 1));
            }
            if icon_button(ui, &cx.theme, icons::PENCIL_SIMPLE, &edit).clicked() {
                asked = Some(Action::Go(Route::Form(RecordKind::Picture, Some(stored.id.any()))));
            }
            if icon_button(ui, &cx.theme, icons::TRASH, &remove).clicked() {
                asked = Some(delete(stored));
            }
            cx.actions.extend(asked);
        });
    }

    /// Asks for files: by their paths, or with the system's own dialog.
    fn asking_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let Some(Asking { owner, paths, dialog, focused }) = &mut self.asking else { return };
        let owner = *owner;
        let mut sources = Vec::new();
        let mut stays = true;
        if let Some(answer) = dialog.as_ref().and_then(Ticket::poll) {
            *dialog = None;
            sources.extend(answer.unwrap_or_default().into_iter().map(Source::File));
        }
        let frame = dialog_frame(&cx.theme);
        let modal = Modal::new(Id::unique("photos-add")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(520.0);
            heading(ui, &cx.t(&message("photos-add")), CARD, cx.theme.c.text);
            ui.add_space(space::S);
            let label = cx.t(&message("photos-paths"));
            let (theme, field) = (cx.theme, Id::unique("photos-paths"));
            if !*focused {
                // The first frame only measures; the keyboard is taken as soon as the field is there.
                *focused = ui.memory(|memory| memory.has_focus(field));
                ui.memory_mut(|memory| memory.request_focus(field));
            }
            Field::new(field, &label).rows(3).show(ui, &theme, cx.language, paths);
            text(ui, &cx.t(&message("photos-paths-explain")), SMALL, cx.theme.c.muted);
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                stays = !Button::plain(&cx.t(&message("act-cancel"))).show(ui, &cx.theme).clicked();
                let choose = cx.t(&message("photos-choose"));
                if Button::outline(&choose).icon(icons::FOLDER_OPEN).show(ui, &cx.theme).clicked() {
                    *dialog = Some(cx.desk.ask_path(crate::ui::dialogs::open_pictures));
                }
                let go = cx.t(&message("photos-go"));
                let ready = !paths.trim().is_empty();
                if Button::primary(&go).enabled(ready).show(ui, &cx.theme).clicked() {
                    let lines = paths.lines().map(str::trim).filter(|line| !line.is_empty());
                    sources.extend(lines.map(|line| Source::File(PathBuf::from(line.trim_matches('"')))));
                }
            });
        });
        if !sources.is_empty() || !stays || modal.should_close() {
            self.asking = None;
        }
        if !sources.is_empty() {
            cx.ask(Action::TakePictures(owner.0, owner.1, sources));
        }
    }

    /// One picture over the window; a file can be saved from here.
    fn large_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        if let Some(answer) = self.saving.as_ref().and_then(Ticket::poll) {
            self.saving = None;
            match answer {
                Ok(path) => {
                    let words = message("photos-saved").with("path", path.display().to_string());
                    cx.ask(Action::Say(Tone::Good, words));
                }
                Err(error) => cx.ask(Action::Fail(error)),
            }
        }
        let Some(stored) = self.large.take() else { return };
        let room = ui.ctx().content_rect().size() - vec2(120.0, 150.0);
        let mut stays = true;
        let frame = Frame::new()
            .fill(cx.theme.c.raised)
            .stroke(cx.theme.line())
            .corner_radius(CornerRadius::same(10))
            .inner_margin(Margin::same(14));
        let modal = Modal::new(Id::unique("photo")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(room.x);
            let picture = &stored.record;
            let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
            if !self.picture(ui, cx, &picture.sha256, false, rect) {
                let words = if picture.width.is_some() {
                    message("photos-elsewhere")
                } else {
                    message("photos-file")
                };
                let galley = theme::galley(ui, &cx.t(&words), BODY_MEDIUM, cx.theme.c.muted, rect.width(), 3);
                ui.painter().galley(rect.center() - galley.size() / 2.0, galley, cx.theme.c.muted);
            }
            ui.horizontal(|ui| {
                stays = !Button::outline(&cx.t(&message("act-close"))).show(ui, &cx.theme).clicked();
                let save = cx.t(&message("photos-save"));
                if Button::plain(&save).icon(icons::DOWNLOAD_SIMPLE).show(ui, &cx.theme).clicked() {
                    let path = cx.data.machine().home().join("anh").join(&picture.file_name);
                    self.saving = Some(cx.data.save_picture(picture.sha256.clone(), path));
                }
                let by: Vec<&str> = [picture.caption.as_str(), picture.author.as_str()]
                    .into_iter()
                    .filter(|words| !words.is_empty())
                    .collect();
                line(ui, &by.join(" · "), SMALL, cx.theme.c.muted);
            });
        });
        if stays && !modal.should_close() {
            self.large = Some(stored);
        }
    }
}

/// Takes what was dropped or pasted; whether anything was.
pub(super) fn receive(ui: &Ui, cx: &mut Cx<'_>, owner: (RecordKind, AnyId)) -> bool {
    let sources = dropped(ui);
    let came = !sources.is_empty();
    if came {
        cx.ask(Action::TakePictures(owner.0, owner.1, sources));
    }
    came
}

/// Files that were dropped on the window, pictures that were pasted.
fn dropped(ui: &Ui) -> Vec<Source> {
    let typing = ui.ctx().text_edit_focused();
    ui.input(|input| {
        let files = input.raw.dropped_files.iter().map(|file| Source::File(file.path().to_owned()));
        let pasted = input.events.iter().filter(|_| !typing).filter_map(|event| match event {
            Event::PasteImage(image) => Some(Source::Pasted(Pixels {
                width: image.width(),
                height: image.height(),
                rgb: image.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect(),
            })),
            Event::Paste(text) => {
                Some(PathBuf::from(text.trim())).filter(|path| path.is_file()).map(Source::File)
            }
            _ => None,
        });
        files.chain(pasted).collect()
    })
}
