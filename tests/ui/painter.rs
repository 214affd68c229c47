//! Draws what egui lays out, pixel by pixel on the processor: the same picture on every machine.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use eframe::egui::epaint::{ClippedPrimitive, ImageData, Primitive, Vertex};
use eframe::egui::{Color32, Context, FullOutput, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;

/// Width, height and pixels.
type Texture = (usize, usize, Vec<Color32>);

/// The textures egui asked for so far.
#[derive(Clone, Default)]
pub(crate) struct Painter(Arc<Mutex<HashMap<TextureId, Texture>>>);

impl TestRenderer for Painter {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut textures = self.0.lock().unwrap();
        #[expect(clippy::iter_over_hash_type, reason = "each texture is on its own")]
        for (id, changes) in std::mem::take(&mut delta.set) {
            for change in changes {
                let ImageData::Color(image) = change.image;
                let [width, height] = image.size;
                match change.pos {
                    None => {
                        textures.insert(id, (width, height, image.pixels.clone()));
                    }
                    Some([left, top]) => {
                        let (whole, _, pixels) = textures.get_mut(&id).unwrap();
                        for row in 0..height {
                            let to = (top + row) * *whole + left;
                            pixels[to..to + width].copy_from_slice(&image.pixels[row * width..][..width]);
                        }
                    }
                }
            }
        }
        // Freed textures stay until the test ends: the last frame still shows them.
        delta.free.clear();
    }
}

/// A picture, three bytes a pixel.
pub(crate) struct Picture {
    pub width: usize,
    pub height: usize,
    pub rgb: Vec<u8>,
}

impl Painter {
    /// Draws a frame.
    pub(crate) fn paint(&self, context: &Context, output: &FullOutput) -> Picture {
        let scale = context.pixels_per_point();
        let size = context.viewport_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut canvas = vec![Color32::BLACK; width * height];
        let textures = self.0.lock().unwrap();
        for ClippedPrimitive { clip_rect, primitive } in
            context.tessellate(output.shapes.clone(), output.pixels_per_point)
        {
            let Primitive::Mesh(mesh) = primitive else { continue };
            let texture = &textures[&mesh.texture_id];
            let clip = Rect::from_min_max(clip_rect.min * scale, clip_rect.max * scale);
            for triangle in mesh.indices.chunks(3) {
                let corners = [0, 1, 2].map(|corner| mesh.vertices[triangle[corner] as usize]);
                fill(&mut canvas, (width, height), clip, corners, texture, scale);
            }
        }
        let rgb = canvas.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
        Picture { width, height, rgb }
    }
}

/// Fills a triangle.
fn fill(
    canvas: &mut [Color32],
    (width, height): (usize, usize),
    clip: Rect,
    corners: [Vertex; 3],
    texture: &Texture,
    scale: f32,
) {
    let mut corners = corners;
    let cross =
        |from: Pos2, to: Pos2, at: Pos2| (to - from).x * (at - from).y - (to - from).y * (at - from).x;
    if cross(corners[0].pos, corners[1].pos, corners[2].pos) < 0.0 {
        corners.swap(1, 2);
    }
    let [a, b, c] = corners.map(|corner| corner.pos * scale);
    let area = cross(a, b, c);
    if area == 0.0 {
        return;
    }
    let bounds = Rect::from_points(&[a, b, c]).intersect(clip);
    let (left, right) = (bounds.left().floor().max(0.0) as usize, bounds.right().ceil().max(0.0) as usize);
    let (top, bottom) = (bounds.top().floor().max(0.0) as usize, bounds.bottom().ceil().max(0.0) as usize);
    let one_colour = corners[0].color == corners[1].color && corners[1].color == corners[2].color;
    // A pixel on the edge of two triangles belongs to one of them: to its top and left edges.
    let inside = |from: Pos2, to: Pos2, side: f32| {
        let way = to - from;
        side > 0.0 || (side == 0.0 && (way.y < 0.0 || (way.y == 0.0 && way.x > 0.0)))
    };
    for y in top..bottom.min(height) {
        for x in left..right.min(width) {
            let at = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            if at.x < clip.left() || at.x >= clip.right() || at.y < clip.top() || at.y >= clip.bottom() {
                continue;
            }
            let sides = [cross(b, c, at), cross(c, a, at), cross(a, b, at)];
            if !inside(b, c, sides[0]) || !inside(c, a, sides[1]) || !inside(a, b, sides[2]) {
                continue;
            }
            let shares = sides.map(|side| side / area);
            let mix = |of: fn(&Vertex) -> f32| -> f32 {
                corners.iter().zip(shares).map(|(corner, share)| of(corner) * share).sum()
            };
            let texel = sample(texture, mix(|corner| corner.uv.x), mix(|corner| corner.uv.y));
            let ink = if one_colour {
                corners[0].color.to_array().map(f32::from)
            } else {
                [
                    mix(|corner| f32::from(corner.color.r())),
                    mix(|corner| f32::from(corner.color.g())),
                    mix(|corner| f32::from(corner.color.b())),
                    mix(|corner| f32::from(corner.color.a())),
                ]
            };
            let source = [0, 1, 2, 3].map(|part| ink[part] * texel[part] / 255.0);
            let pixel = &mut canvas[y * width + x];
            let below = pixel.to_array().map(f32::from);
            let keep = 1.0 - source[3] / 255.0;
            let mixed =
                [0, 1, 2].map(|part| (source[part] + below[part] * keep).round().clamp(0.0, 255.0) as u8);
            *pixel = Color32::from_rgb(mixed[0], mixed[1], mixed[2]);
        }
    }
}

/// The colour of a texture between its pixels.
fn sample((width, height, pixels): &Texture, u: f32, v: f32) -> [f32; 4] {
    let (x, y) = (u * *width as f32 - 0.5, v * *height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (right, down) = (x - left, y - top);
    let texel = |column: f32, row: f32| {
        let column = column.clamp(0.0, *width as f32 - 1.0) as usize;
        let row = row.clamp(0.0, *height as f32 - 1.0) as usize;
        pixels[row * width + column].to_array().map(f32::from)
    };
    let corners = [
        (texel(left, top), (1.0 - right) * (1.0 - down)),
        (texel(left + 1.0, top), right * (1.0 - down)),
        (texel(left, top + 1.0), (1.0 - right) * down),
        (texel(left + 1.0, top + 1.0), right * down),
    ];
    [0, 1, 2, 3].map(|part| corners.iter().map(|(colour, share)| colour[part] * share).sum())
}
