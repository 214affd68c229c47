//! Photographs on their way into the register: turned upright, made no larger than a screen and a printed page
//! need, freed of everything a camera wrote about place and owner; and small pictures for lists.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits};

use crate::domain::Picture;
use crate::error::{ErrorKind, Result};
use crate::i18n::{Message, message};
use crate::store::{Originals, sha256};

/// No side of a kept picture is longer, in pixels.
const LONGEST: u32 = 2_000;
/// No side of a small picture is longer, in pixels.
const SMALL: u32 = 360;
/// Larger pictures than this many pixels are refused before they are unpacked: they would fill the memory.
const MOST_PIXELS: u64 = 150_000_000;
/// Larger files are refused, in bytes.
const MOST_BYTES: u64 = 100 * 1024 * 1024;
/// Other files than pictures are kept as they are up to this many bytes.
const MOST_FILE_BYTES: u64 = 30 * 1024 * 1024;
/// Quality of kept pictures, in percent.
const QUALITY: u8 = 85;

/// A picture as a screen draws it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Red, green and blue of every pixel, row by row.
    pub rgb: Vec<u8>,
}

/// Where a picture comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Pixels that were pasted.
    Pasted(Pixels),
}

/// What became of one file.
#[derive(Clone, Debug)]
pub enum Taken {
    /// It is kept; the record speaks of it, its owner is still to be named.
    Kept(Box<Picture>),
    /// It cannot be kept, and why.
    Refused(Message),
}

/// Pictures on their own thread.
pub(super) struct PictureDesk {
    originals: Originals,
}

impl PictureDesk {
    pub(super) fn new(register: &Path) -> Self {
        Self { originals: Originals::of(register) }
    }

    /// Prepares a picture or file and keeps its bytes.
    pub(super) fn take(&mut self, source: &Source) -> Result<Taken> {
        let prepared = match source {
            Source::Pasted(pixels) => prepare_pixels(pixels),
            Source::File(path) => prepare_file(path),
        };
        let Prepared { bytes, small, picture } = match prepared {
            Ok(prepared) => prepared,
            Err(refused) => return Ok(Taken::Refused(refused)),
        };
        self.originals.keep(&picture.sha256, bytes, small)?;
        Ok(Taken::Kept(Box::new(picture)))
    }

    /// The pixels of a small or the large picture; nothing where it is no picture or not on this laptop.
    pub(super) fn pixels(&mut self, sha256: &str, small: bool) -> Result<Option<Pixels>> {
        let bytes = if small { self.originals.small(sha256)? } else { self.originals.original(sha256)? };
        Ok(bytes.and_then(|bytes| decode(&bytes).ok()).map(|picture| pixels(&picture)))
    }

    /// Writes the original bytes to a path.
    pub(super) fn save(&mut self, sha256: &str, path: &Path) -> Result<()> {
        let bytes = self.originals.original(sha256)?;
        let bytes = bytes.ok_or_else(|| ErrorKind::NotFound(crate::domain::RecordKind::Picture.label()))?;
        super::papers::save_paper(path, &bytes)
    }
}

/// A picture ready to be kept.
struct Prepared {
    bytes: Vec<u8>,
    small: Option<Vec<u8>>,
    picture: Picture,
}

fn prepare_file(path: &Path) -> std::result::Result<Prepared, Message> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let named = |refused: Message| refused.with("name", name.clone());
    let unreadable = |_: std::io::Error| named(message("picture-unreadable"));
    let length = std::fs::metadata(path).map_err(unreadable)?.len();
    if length > MOST_BYTES {
        return Err(named(message("picture-too-many-bytes")).with("most", MOST_BYTES / 1024 / 1024));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let reader = ImageReader::new(Cursor::new(&bytes)).with_guessed_format();
    let is_picture = reader.is_ok_and(|reader| reader.format().is_some());
    if !is_picture {
        return match ending.as_str() {
            "heic" | "heif" | "avif" => Err(named(message("picture-heic"))),
            "jpg" | "jpeg" | "png" | "webp" | "gif" | "bmp" | "tif" | "tiff" => {
                Err(named(message("picture-broken")))
            }
            _ if length > MOST_FILE_BYTES => {
                Err(named(message("picture-too-many-bytes")).with("most", MOST_FILE_BYTES / 1024 / 1024))
            }
            _ if bytes.is_empty() => Err(named(message("picture-empty"))),
            _ => Ok(as_file(bytes, name, ending)),
        };
    }
    let picture = decode(&bytes).map_err(|why| match why {
        Refusal::TooLarge => named(message("picture-too-large")),
        Refusal::Broken => named(message("picture-broken")),
    })?;
    Ok(as_picture(&picture, name))
}

fn prepare_pixels(pixels: &Pixels) -> std::result::Result<Prepared, Message> {
    let side = |length: usize| u32::try_from(length).unwrap_or(0);
    let buffer = image::RgbImage::from_raw(side(pixels.width), side(pixels.height), pixels.rgb.clone());
    let name = message("picture-pasted").text(crate::i18n::Language::Vi);
    let refused = || message("picture-broken").with("name", name.clone());
    Ok(as_picture(&DynamicImage::ImageRgb8(buffer.ok_or_else(refused)?), format!("{name}.jpg")))
}

fn as_file(bytes: Vec<u8>, file_name: String, media: String) -> Prepared {
    let picture = Picture {
        sha256: sha256(&bytes),
        file_name,
        media,
        length: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        ..Picture::default()
    };
    Prepared { bytes, small: None, picture }
}

fn as_picture(picture: &DynamicImage, file_name: String) -> Prepared {
    let kept = shrunk(picture, LONGEST);
    let bytes = jpeg(&kept);
    let small = jpeg(&shrunk(&kept, SMALL));
    let record = Picture {
        sha256: sha256(&bytes),
        file_name,
        media: "jpeg".to_owned(),
        width: Some(i64::from(kept.width())),
        height: Some(i64::from(kept.height())),
        length: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        ..Picture::default()
    };
    Prepared { bytes, small: Some(small), picture: record }
}

/// No side longer than this; smaller pictures stay as they are.
fn shrunk(picture: &DynamicImage, longest: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= longest {
        return picture.clone();
    }
    picture.thumbnail(longest, longest)
}

/// Why a picture cannot be unpacked.
enum Refusal {
    TooLarge,
    Broken,
}

impl From<std::io::Error> for Refusal {
    fn from(_: std::io::Error) -> Self {
        Self::Broken
    }
}

impl From<image::ImageError> for Refusal {
    fn from(error: image::ImageError) -> Self {
        if matches!(error, image::ImageError::Limits(_)) { Self::TooLarge } else { Self::Broken }
    }
}

/// Unpacks a picture and turns it the way the camera was held. Nothing else of what the camera wrote stays.
fn decode(bytes: &[u8]) -> std::result::Result<DynamicImage, Refusal> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 4);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refusal::TooLarge);
    }
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn jpeg(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What is transparent becomes white, as on paper.
    let rgba = picture.to_rgba8();
    let mut rgb = image::RgbImage::new(rgba.width(), rgba.height());
    for (from, to) in rgba.pixels().zip(rgb.pixels_mut()) {
        let [red, green, blue, alpha] = from.0.map(u16::from);
        let over = |part: u16| u8::try_from((part * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255);
        to.0 = [over(red), over(green), over(blue)];
    }
    // Writing into memory cannot fail.
    let _ = JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&rgb);
    bytes
}

fn pixels(picture: &DynamicImage) -> Pixels {
    let rgb = picture.to_rgb8();
    Pixels {
        width: usize::try_from(rgb.width()).unwrap_or(0),
        height: usize::try_from(rgb.height()).unwrap_or(0),
        rgb: rgb.into_raw(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of 40 × 20 pixels, the left half red, with what a camera writes: held upright (orientation 6), and
    /// a place.
    fn photograph() -> Vec<u8> {
        let picture = image::RgbImage::from_fn(40, 20, |x, _| {
            if x < 20 { image::Rgb([220, 20, 20]) } else { image::Rgb([20, 20, 220]) }
        });
        let plain = jpeg(&DynamicImage::ImageRgb8(picture));
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        exif.extend(b"GPS 21.0278 105.8342");
        let length = u16::try_from(exif.len() + 2).unwrap();
        let mut bytes = plain[..2].to_vec();
        bytes.extend([0xFF, 0xE1]);
        bytes.extend(length.to_be_bytes());
        bytes.extend(exif);
        bytes.extend(&plain[2..]);
        bytes
    }

    fn in_file(name: &str, bytes: &[u8]) -> std::result::Result<Prepared, Message> {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        #[expect(clippy::disallowed_methods, reason = "a folder for this test")]
        let folder = std::env::temp_dir().join(format!(
            "so-lang-nghe-pictures-{}-{}",
            std::process::id(),
            NUMBER.fetch_add(1, Ordering::Relaxed)
        ));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        #[expect(clippy::disallowed_methods, reason = "a file for this test")]
        std::fs::write(&path, bytes).unwrap();
        let prepared = prepare_file(&path);
        std::fs::remove_dir_all(folder).unwrap();
        prepared
    }

    fn refusal(name: &str, bytes: &[u8]) -> String {
        in_file(name, bytes).err().map(|words| words.key().to_owned()).unwrap_or_default()
    }

    #[test]
    fn a_photograph_is_turned_upright_and_says_no_more_where_it_was_taken() {
        let Prepared { bytes, small, picture } = in_file("ảnh.jpg", &photograph()).unwrap();
        assert_eq!((picture.width, picture.height), (Some(20), Some(40)));
        assert_eq!(picture.sha256, sha256(&bytes));
        let found = |needle: &[u8]| bytes.windows(needle.len()).any(|part| part == needle);
        assert!(!found(b"Exif") && !found(b"GPS"));
        let upright = pixels(&decode(&bytes).ok().unwrap());
        assert!(upright.rgb[0] > 150 && upright.rgb[2] < 100, "red is above now");
        assert!(small.is_some());
    }

    #[test]
    fn large_pictures_shrink_and_keep_their_shape() {
        let wide = DynamicImage::ImageRgb8(image::RgbImage::new(5_000, 1_250));
        let Prepared { picture, .. } = as_picture(&wide, "a.png".into());
        assert_eq!((picture.width, picture.height), (Some(2_000), Some(500)));
    }

    #[test]
    fn what_is_no_picture_is_told_and_other_files_are_kept_as_they_are() {
        assert_eq!(refusal("a.jpg", b"not a picture"), "picture-broken");
        assert_eq!(refusal("a.jpg", &photograph()[..300]), "picture-broken");
        assert_eq!(refusal("a.heic", b"\0\0\0\x18ftypheic"), "picture-heic");
        assert_eq!(refusal("a.pdf", b""), "picture-empty");
        assert!(prepare_file(Path::new("/nirgends/ảnh.jpg")).is_err());
        let scan = in_file("bản quét.pdf", b"%PDF-1.7 scan").unwrap();
        assert_eq!((scan.picture.media.as_str(), scan.picture.width, scan.small), ("pdf", None, None));
        assert_eq!(scan.bytes, b"%PDF-1.7 scan");
    }

    #[test]
    fn a_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked() {
        // The head of a PNG of 60,000 × 60,000 pixels.
        let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xEA\x60\0\0\xEA\x60\x08\x02\0\0\0".to_vec();
        let crc = crc32(&bomb[12..29]);
        bomb.extend(crc.to_be_bytes());
        bomb.extend(b"\0\0\0\0IDAT\x35\xAF\x06\x1E");
        assert_eq!(refusal("bom.png", &bomb), "picture-too-large");
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |mut crc, byte| {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
            }
            crc
        })
    }
}
