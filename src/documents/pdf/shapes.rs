//! The shapes of boards in the operators of PDF, and photographs as objects of the file.

use std::io::Write as _;
use std::sync::Arc;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use sha2::{Digest as _, Sha256};

use super::failed;
use crate::documents::PaperError;
use crate::documents::blocks::{Area, Colour};
use crate::documents::board::{Paint, Photo, Shape};
use crate::documents::layout::{Page, Pages};

/// How far the handles of a curve lie from the ends of a quarter of a circle, in radii.
const HANDLE: f32 = 0.5523;
/// Radius of the inner corners of a star, in outer radii.
const INNER: f32 = 0.42;

/// The different photographs of a document in their order.
pub(super) struct Photos(Vec<Arc<Photo>>);

impl Photos {
    pub(super) fn of(pages: &Pages) -> Self {
        let mut all: Vec<Arc<Photo>> = Vec::new();
        for photo in pages.pages.iter().flat_map(photos) {
            if !all.contains(photo) {
                all.push(Arc::clone(photo));
            }
        }
        Self(all)
    }

    fn number(&self, photo: &Arc<Photo>) -> usize {
        self.0.iter().position(|known| known == photo).unwrap_or_default()
    }

    /// Adds the photographs to the file and names them on the pages that show them.
    pub(super) fn add_to(
        &self,
        document: &mut lopdf::Document,
        pages: &Pages,
        ids: &[ObjectId],
        identifier: &mut Sha256,
    ) -> Result<(), PaperError> {
        let mut objects = Vec::new();
        for photo in &self.0 {
            identifier.update(&photo.jpeg);
            let colours = if photo.grey { "DeviceGray" } else { "DeviceRGB" };
            let head = dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "Filter" => "DCTDecode", "ColorSpace" => colours,
                "Width" => i64::from(photo.width), "Height" => i64::from(photo.height),
                "BitsPerComponent" => 8,
            };
            objects.push(document.add_object(Stream::new(head, photo.jpeg.clone()).with_compression(false)));
        }
        for (page, id) in pages.pages.iter().zip(ids) {
            let mut names = Dictionary::new();
            for number in photos(page).map(|photo| self.number(photo)) {
                if let Some(object) = objects.get(number) {
                    names.set(format!("P{number}"), *object);
                }
            }
            if names.is_empty() {
                continue;
            }
            let resources =
                document.get_dictionary(*id).and_then(|page| page.get(b"Resources")).map_err(failed)?;
            let mut resources = match resources {
                Object::Reference(id) => document.get_dictionary(*id).map_err(failed)?.clone(),
                other => other.as_dict().map_err(failed)?.clone(),
            };
            resources.set("XObject", names);
            let page = document.get_object_mut(*id).and_then(Object::as_dict_mut).map_err(failed)?;
            page.set("Resources", resources);
        }
        Ok(())
    }
}

fn photos(page: &Page) -> impl Iterator<Item = &Arc<Photo>> {
    page.shapes.iter().filter_map(|shape| match &shape.paint {
        Paint::Photo(photo) => Some(photo),
        _ => None,
    })
}

/// Draws the shapes of a page.
pub(super) struct Drawing<'a> {
    pub(super) out: &'a mut Vec<u8>,
    /// Height of the page: PDF counts from below.
    pub(super) height: f32,
    pub(super) photos: &'a Photos,
}

impl Drawing<'_> {
    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to memory cannot fail.
        let _ = self.out.write_fmt(text);
    }

    fn colour(&mut self, Colour(red, green, blue): Colour, operator: &str) {
        let [red, green, blue] = [red, green, blue].map(|part| f32::from(part) / 255.0);
        self.put(format_args!("{red:.3} {green:.3} {blue:.3} {operator}\n"));
    }

    /// The shapes from the back to the front.
    pub(super) fn shapes(&mut self, shapes: &[Shape]) {
        let mut ground = None;
        for shape in shapes {
            match &shape.paint {
                Paint::Ground(colour) => {
                    if ground != Some(*colour) {
                        self.colour(*colour, "rg");
                        ground = Some(*colour);
                    }
                    self.path(shape.area, shape.radius);
                    self.put(format_args!("f\n"));
                }
                Paint::Outline { width, colour, dashed } => {
                    self.put(format_args!("q\n"));
                    self.colour(*colour, "RG");
                    let dash = if *dashed { "[3 2] 0 d " } else { "" };
                    self.put(format_args!("{dash}{width:.2} w\n"));
                    self.path(shape.area, shape.radius);
                    self.put(format_args!("S Q\n"));
                }
                Paint::Star(rays, colour) => {
                    self.colour(*colour, "rg");
                    ground = Some(*colour);
                    self.star(shape.area, *rays);
                }
                Paint::Code(code) => {
                    self.put(format_args!("0 g\n"));
                    ground = None;
                    self.code(shape.area, code);
                }
                Paint::Photo(photo) => self.photo(shape, photo),
            }
        }
    }

    /// A rectangle, its corners round.
    fn path(&mut self, area: Area, radius: f32) {
        let bottom = self.height - area.y - area.height;
        let radius = radius.min(area.width / 2.0).min(area.height / 2.0);
        if radius <= 0.0 {
            self.put(format_args!("{:.2} {bottom:.2} {:.2} {:.2} re\n", area.x, area.width, area.height));
            return;
        }
        let (left, right, top) = (area.x, area.x + area.width, bottom + area.height);
        let far = radius * (1.0 - HANDLE);
        self.put(format_args!("{:.2} {bottom:.2} m\n", left + radius));
        // From edge to edge against the clock: where the straight line ends, and the corner after it.
        let corners = [
            ((right - radius, bottom), (right, bottom), (right, bottom + radius)),
            ((right, top - radius), (right, top), (right - radius, top)),
            ((left + radius, top), (left, top), (left, top - radius)),
            ((left, bottom + radius), (left, bottom), (left + radius, bottom)),
        ];
        for (from, corner, to) in corners {
            let handle = |end: (f32, f32)| {
                let towards = |end: f32, corner: f32| corner + (end - corner) * far / radius;
                (towards(end.0, corner.0), towards(end.1, corner.1))
            };
            let (first, second) = (handle(from), handle(to));
            self.put(format_args!("{:.2} {:.2} l {:.2} {:.2} ", from.0, from.1, first.0, first.1));
            self.put(format_args!("{:.2} {:.2} {:.2} {:.2} c\n", second.0, second.1, to.0, to.1));
        }
        self.put(format_args!("h\n"));
    }

    /// A star as wide as the area, one ray upright.
    fn star(&mut self, area: Area, rays: u16) {
        let centre = (area.x + area.width / 2.0, self.height - area.y - area.height / 2.0);
        let outer = area.width / 2.0;
        for corner in 0..rays * 2 {
            let turn = std::f32::consts::PI * f32::from(corner) / f32::from(rays);
            let radius = if corner % 2 == 0 { outer } else { outer * INNER };
            let (x, y) = (centre.0 + radius * turn.sin(), centre.1 + radius * turn.cos());
            self.put(format_args!("{x:.2} {y:.2} {}\n", if corner == 0 { "m" } else { "l" }));
        }
        self.put(format_args!("h f\n"));
    }

    /// Dark squares, those side by side as one strip.
    fn code(&mut self, area: Area, code: &[Vec<bool>]) {
        let count = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
        let side = area.width / count(code.len().max(1));
        for (row, squares) in code.iter().enumerate() {
            let bottom = self.height - area.y - count(row + 1) * side;
            let mut start = 0;
            for strip in squares.chunk_by(|one, next| one == next) {
                if strip.first() == Some(&true) {
                    let (x, width) = (area.x + count(start) * side, count(strip.len()) * side);
                    self.put(format_args!("{x:.2} {bottom:.2} {width:.2} {side:.2} re\n"));
                }
                start += strip.len();
            }
        }
        self.put(format_args!("f\n"));
    }

    /// A photograph that fills the area.
    fn photo(&mut self, shape: &Shape, photo: &Arc<Photo>) {
        let Area { x, y, width, height } = shape.area;
        self.put(format_args!("q\n"));
        self.path(shape.area, shape.radius);
        let (across, down) = (width / f32::from(photo.width), height / f32::from(photo.height));
        let scale = across.max(down);
        let (wide, high) = (f32::from(photo.width) * scale, f32::from(photo.height) * scale);
        let left = x + (width - wide) / 2.0;
        let bottom = self.height - y - height - (high - height) / 2.0;
        let number = self.photos.number(photo);
        self.put(format_args!("W n {wide:.2} 0 0 {high:.2} {left:.2} {bottom:.2} cm /P{number} Do Q\n"));
    }
}
