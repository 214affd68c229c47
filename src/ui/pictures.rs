//! The pictures the program carries: the seal, and a motif for every trade where there is no photograph.

use eframe::egui::{
    self, ColorImage, CornerRadius, Id, Rect, Sense, TextureHandle, TextureOptions, Ui, Vec2, pos2,
};

use crate::domain::Trade;

macro_rules! motifs {
    ($($name:literal),*) => {
        /// The bytes of a motif.
        fn motif_bytes(name: &str) -> Option<&'static [u8]> {
            match name {
                $($name => Some(include_bytes!(concat!("../../assets/pictures/motifs/", $name, ".png"))),)*
                _ => None,
            }
        }
    };
}

motifs!(
    "brocade",
    "bronze",
    "carving",
    "drum",
    "embroidery",
    "fan",
    "food",
    "forge",
    "grain",
    "hat",
    "incense",
    "jar",
    "lacquer",
    "pottery",
    "rattan",
    "sedge",
    "silk",
    "silver",
    "stone",
    "tohe",
    "woodblock"
);

/// The seal, 256 pixels wide and high.
pub const SEAL: &[u8] = include_bytes!("../../assets/pictures/seal.png");

/// The motif of a trade.
fn motif_of(trade: Trade) -> &'static str {
    match trade {
        Trade::Ceramics => "pottery",
        Trade::RattanBamboo => "rattan",
        Trade::Sedge => "sedge",
        Trade::Lacquer => "lacquer",
        Trade::Inlay | Trade::Metal | Trade::Leather => "silver",
        Trade::Wood => "carving",
        Trade::Stone => "stone",
        Trade::Weaving => "silk",
        Trade::Embroidery => "embroidery",
        Trade::PaperPrints => "woodblock",
        Trade::HatsFans => "hat",
        Trade::Incense | Trade::Medicine => "incense",
        Trade::Forging => "forge",
        Trade::Food | Trade::Tea => "food",
        Trade::SpiritFishSauce => "jar",
        Trade::Plants | Trade::Salt => "grain",
        Trade::Toys => "tohe",
        Trade::Instruments => "drum",
        Trade::Tailoring => "brocade",
    }
}

/// The motif of a trade by its code; the usual one for none.
pub fn motif(ui: &mut Ui, trade: &str, size: Vec2) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    motif_in(ui, trade, rect);
}

/// The motif of a trade by its code, in a place; the usual one for none.
pub fn motif_in(ui: &Ui, trade: &str, place: Rect) {
    let name = Trade::from_code(trade).map_or("brocade", motif_of);
    if let Some(texture) = motif_bytes(name).and_then(|bytes| texture(ui, name, bytes)) {
        draw(ui, &texture, place, 6);
    }
}

/// The seal.
pub fn seal(ui: &Ui, rect: Rect) {
    if let Some(texture) = texture(ui, "seal", SEAL) {
        draw(ui, &texture, rect, 4);
    }
}

/// A picture cut from the middle to the shape of the rectangle.
fn draw(ui: &Ui, texture: &TextureHandle, rect: Rect, radius: u8) {
    let own = texture.size_vec2();
    let (wide, high) = (rect.width() / own.x, rect.height() / own.y);
    let shown = if wide > high { egui::vec2(1.0, high / wide) } else { egui::vec2(wide / high, 1.0) };
    let from = pos2((1.0 - shown.x) / 2.0, (1.0 - shown.y) / 2.0);
    let uv = Rect::from_min_size(from, shown);
    egui::Image::new(texture).uv(uv).corner_radius(CornerRadius::same(radius)).paint_at(ui, rect);
}

/// A texture that is made once.
fn texture(ui: &Ui, name: &str, png: &'static [u8]) -> Option<TextureHandle> {
    let id = Id::unique(("picture", name));
    if let Some(texture) = ui.data(|data| data.get_temp::<TextureHandle>(id)) {
        return Some(texture);
    }
    let icon = eframe::icon_data::from_png_bytes(png).ok()?;
    let size = [usize::try_from(icon.width).ok()?, usize::try_from(icon.height).ok()?];
    let image = ColorImage::from_rgba_unmultiplied(size, &icon.rgba);
    let texture = ui.ctx().load_texture(name, image, TextureOptions::LINEAR);
    ui.data_mut(|data| data.insert_temp(id, texture.clone()));
    Some(texture)
}
