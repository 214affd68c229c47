//! Laid out pages become a PDF file.
//!
//! `printpdf` builds the document: pages, fonts, the maps from glyphs to characters. What it would do
//! loosely or slowly is put right on its `lopdf` document before that is saved: page contents, exact
//! widths, language, dates, outline, identifier. The same pages give the same bytes.

mod content;
mod shapes;
mod subsets;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary};
use printpdf::{
    Codepoint, FontId, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem,
};
use sha2::{Digest as _, Sha256};

use self::content::{Used, content};
use self::shapes::Photos;
pub use self::subsets::Subsets;
use self::subsets::base_font;
use super::PaperError;
use super::blocks::Properties;
use super::fonts::{Face, Faces, Fonts, Word};
use super::layout::Pages;

/// Name of the program in the files it makes.
const PRODUCER: &str = "Sổ Làng Nghề";

/// Writes the pages.
pub fn write(
    fonts: &Fonts,
    subsets: &mut Subsets,
    properties: &Properties,
    pages: &Pages,
    made_at: jiff::Timestamp,
) -> Result<Vec<u8>, PaperError> {
    let glyphs = glyphs(fonts, pages);
    let used = Faces::try_new(|face| match glyphs.get(face) {
        glyphs if glyphs.is_empty() => Ok(None),
        glyphs => subsets.get(fonts, face, glyphs.keys().copied().collect()).map(Some),
    })?;
    let mut document = skeleton(fonts, &used, &glyphs, properties, pages);
    let page_ids: Vec<ObjectId> = document.get_pages().into_values().collect();
    let mut identifier = Sha256::new();
    let photos = Photos::of(pages);
    photos.add_to(&mut document, pages, &page_ids, &mut identifier)?;
    for (page, id) in pages.pages.iter().zip(&page_ids) {
        let content = content(fonts, &used, &photos, pages, page);
        identifier.update(&content);
        let stream = document
            .get_dictionary(*id)
            .and_then(|page| page.get(b"Contents")?.as_reference())
            .map_err(failed)?;
        document.set_object(stream, packed(deflated(&content)?));
    }
    finish_fonts(&mut document, &used)?;
    finish_catalog(&mut document, properties, pages, &page_ids)?;
    let date = made_at.strftime("D:%Y%m%d%H%M%SZ").to_string();
    identifier.update(properties.title.as_bytes());
    identifier.update(date.as_bytes());
    finish_info(&mut document, &date)?;
    let identifier: Vec<u8> = identifier.finalize().iter().copied().take(16).collect();
    let identifier = Object::String(identifier, StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![identifier.clone(), identifier]));
    save(document)
}

/// The glyphs of each face with the characters they stand for, in ascending order.
fn glyphs<'a>(fonts: &'a Fonts, pages: &'a Pages) -> Faces<BTreeMap<u16, &'a str>> {
    let mut glyphs: Faces<BTreeMap<u16, &str>> = Faces::default();
    let mut add = |word: &'a Word| {
        let known = glyphs.get_mut(word.face);
        for glyph in &word.glyphs {
            known.entry(glyph.id).or_insert(&*glyph.text);
        }
    };
    let texts = pages
        .pages
        .iter()
        .flat_map(|page| page.furniture.iter().chain(&page.lines).chain(&page.turned))
        .map(|line| &line.words);
    for placed in texts.chain(pages.watermark.iter().map(|mark| &mark.words)).flatten() {
        add(&placed.word);
        if placed.spaced {
            add(fonts.space(placed.word.face));
        }
    }
    glyphs
}

/// The document as `printpdf` makes it, with empty pages.
fn skeleton(
    fonts: &Fonts,
    used: &Used,
    glyphs: &Faces<BTreeMap<u16, &str>>,
    properties: &Properties,
    pages: &Pages,
) -> lopdf::Document {
    let mut document = PdfDocument::new(&properties.title);
    let info = &mut document.metadata.info;
    info.subject.clone_from(&properties.subject);
    info.author.clone_from(&properties.author);
    info.creator = PRODUCER.into();
    info.producer = PRODUCER.into();
    // Showing every glyph once tells printpdf which ones to describe.
    let mut show = vec![Op::StartTextSection];
    for face in Face::ALL {
        let Some(subset) = used.get(face) else { continue };
        let id = FontId(resource(face).into());
        let font = PdfFont::new(subset.for_printpdf(face, fonts.parsed(face)));
        document.resources.fonts.map.insert(id.clone(), font);
        show.push(Op::SetFont { font: PdfFontHandle::External(id), size: Pt(1.0) });
        let points = glyphs.get(face).iter().map(|(glyph, text)| Codepoint {
            gid: subset.number(*glyph),
            offset: 0.0,
            cid: Some((*text).to_owned()),
        });
        show.push(Op::ShowText { items: vec![TextItem::GlyphIds(points.collect())] });
    }
    show.push(Op::EndTextSection);
    document.pages.extend(pages.pages.iter().map(|page| {
        let size = [page.format.width, page.format.height].map(|length| Pt(length).into());
        PdfPage::new(size[0], size[1], std::mem::take(&mut show))
    }));
    document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new())
}

/// Name of a face in the page contents.
fn resource(face: Face) -> &'static str {
    match face {
        Face::Regular => "R",
        Face::Bold => "B",
        Face::Italic => "I",
        Face::BoldItalic => "BI",
        Face::Sans => "S",
        Face::SansBold => "SB",
    }
}

/// Writes exact widths (`printpdf` cuts them to whole numbers) and marks the programs as deflated.
fn finish_fonts(document: &mut lopdf::Document, used: &Used) -> Result<(), PaperError> {
    for object in document.objects.values_mut() {
        let Ok(font) = object.as_dict_mut() else { continue };
        let Some(subset) = subset_of(used, font) else { continue };
        let Ok(Object::Array(descendants)) = font.get_mut(b"DescendantFonts") else { continue };
        for descendant in descendants.iter_mut().filter_map(|font| font.as_dict_mut().ok()) {
            let widths =
                subset.widths.iter().map(|width| Object::Real((width * 100.0).round() / 100.0)).collect();
            descendant.set("W", vec![Object::Integer(0), Object::Array(widths)]);
        }
    }
    let programs: Vec<(ObjectId, Arc<subsets::Subset>)> = document
        .objects
        .values()
        .filter_map(|object| {
            let descriptor = object.as_dict().ok()?;
            Some((descriptor.get(b"FontFile2").ok()?.as_reference().ok()?, subset_of(used, descriptor)?))
        })
        .collect();
    for (id, subset) in programs {
        let length = i64::try_from(subset.program_length).map_err(failed)?;
        let stream = document.get_object_mut(id).and_then(Object::as_stream_mut).map_err(failed)?;
        stream.dict.set("Length1", length);
        stream.dict.set("Filter", "FlateDecode");
        stream.allows_compression = false;
    }
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.get(b"Filter").is_err() {
            *stream = packed(deflated(&stream.content)?);
        }
    }
    Ok(())
}

/// The subset that a font or font descriptor of the file belongs to.
fn subset_of(used: &Used, font: &Dictionary) -> Option<Arc<subsets::Subset>> {
    let name = font.get(b"BaseFont").or_else(|_| font.get(b"FontName")).ok()?.as_name().ok()?;
    let face = Face::ALL.into_iter().find(|face| base_font(*face).as_bytes() == name)?;
    used.get(face).clone()
}

/// Sets language, title bar and outline.
fn finish_catalog(
    document: &mut lopdf::Document,
    properties: &Properties,
    pages: &Pages,
    ids: &[ObjectId],
) -> Result<(), PaperError> {
    let outline = add_outline(document, pages, ids);
    let catalog = document.catalog_mut().map_err(failed)?;
    catalog.set("Lang", Object::string_literal(properties.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    Ok(())
}

/// Adds the outline: one flat list of headings.
fn add_outline(document: &mut lopdf::Document, pages: &Pages, page_ids: &[ObjectId]) -> Option<ObjectId> {
    let entries = &pages.outline;
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    let (first, last) = ids.first().zip(ids.last())?;
    for (index, (entry, id)) in entries.iter().zip(&ids).enumerate() {
        let page = *page_ids.get(entry.page)?;
        let height = pages.pages.get(entry.page)?.format.height;
        let top = Object::Real((height - entry.y).round());
        let mut item = dictionary! {
            "Parent" => root,
            "Title" => lopdf::text_string(&entry.title),
            "Dest" => vec![page.into(), "XYZ".into(), Object::Null, top, Object::Null],
        };
        if let Some(previous) = index.checked_sub(1).and_then(|index| ids.get(index)) {
            item.set("Prev", *previous);
        }
        if let Some(next) = ids.get(index + 1) {
            item.set("Next", *next);
        }
        document.set_object(*id, item);
    }
    let count = i64::try_from(ids.len()).unwrap_or_default();
    document.set_object(
        root,
        dictionary! { "Type" => "Outlines", "First" => *first, "Last" => *last, "Count" => count },
    );
    Some(root)
}

/// Sets the dates and takes out what `printpdf` always writes and nobody needs.
fn finish_info(document: &mut lopdf::Document, date: &str) -> Result<(), PaperError> {
    let id = document.trailer.get(b"Info").and_then(Object::as_reference).map_err(failed)?;
    let info = document.get_object_mut(id).and_then(Object::as_dict_mut).map_err(failed)?;
    for key in ["GTS_PDFXVersion", "Identifier", "Trapped", "Keywords"] {
        info.remove(key.as_bytes());
    }
    info.set("CreationDate", Object::string_literal(date));
    info.set("ModDate", Object::string_literal(date));
    Ok(())
}

fn save(mut document: lopdf::Document) -> Result<Vec<u8>, PaperError> {
    document.version = "1.7".into();
    let mut bytes = Vec::with_capacity(65_536);
    let options =
        SaveOptions::builder().use_object_streams(true).use_xref_streams(true).compression_level(6).build();
    document.save_with_options(&mut bytes, options).map_err(failed)?;
    Ok(bytes)
}

/// A stream of bytes that are deflated already.
fn packed(bytes: Vec<u8>) -> Stream {
    Stream::new(dictionary! { "Filter" => "FlateDecode" }, bytes).with_compression(false)
}

fn deflated(bytes: &[u8]) -> Result<Vec<u8>, PaperError> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(6));
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(failed)
}

fn failed(error: impl std::fmt::Display) -> PaperError {
    PaperError::Pdf(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Engine;
    use crate::documents::mou::data::{MouData, PrintLanguage, Standing};
    use crate::documents::mou::sample::mou;

    fn at(time: &str) -> jiff::Timestamp {
        time.parse().unwrap()
    }

    fn print(engine: &mut Engine, data: &MouData) -> Vec<u8> {
        engine.mou(data, at("2026-12-18T02:03:04Z")).unwrap().pdf
    }

    fn opened(data: &MouData) -> lopdf::Document {
        lopdf::Document::load_mem(&print(&mut Engine::new().unwrap(), data)).unwrap()
    }

    fn info(document: &lopdf::Document, key: &str) -> String {
        let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        lopdf::decode_text_string(document.get_dictionary(info).unwrap().get(key.as_bytes()).unwrap())
            .unwrap()
    }

    /// The text of a file as a reader copies it, from its own maps of glyphs to characters.
    fn copied(document: &lopdf::Document) -> String {
        let pages: Vec<u32> = document.get_pages().into_keys().collect();
        let text = document.extract_text(&pages).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_file_gives_back_every_paragraph_exactly() {
        for language in [PrintLanguage::Vi, PrintLanguage::En, PrintLanguage::ViEn] {
            let data = MouData { language, ..mou(0) };
            let printed = Engine::new().unwrap().mou(&data, at("2026-12-18T02:03:04Z")).unwrap();
            let copied = copied(&lopdf::Document::load_mem(&printed.pdf).unwrap());
            let mut found = 0;
            for paragraph in printed.text.lines().filter(|line| line.len() > 30) {
                // A page number may stand in the middle of a paragraph that goes over a page.
                let missing = !copied.contains(paragraph);
                found += usize::from(!missing);
                assert!(!missing || paragraph.len() > 100, "{language:?}: {paragraph}\n{copied}");
            }
            assert!(found > 50, "{found}");
        }
    }

    #[test]
    fn the_same_data_gives_the_same_bytes_whatever_was_printed_before() {
        let mut first = Engine::new().unwrap();
        let mut second = Engine::new().unwrap();
        for index in 1..4 {
            print(&mut second, &mou(index));
        }
        for data in [mou(0), MouData { language: PrintLanguage::ViEn, standing: Standing::Draft, ..mou(3) }] {
            let bytes = print(&mut first, &data);
            assert_eq!(bytes, print(&mut second, &data));
            assert_eq!(bytes, print(&mut first, &data));
        }
        assert_ne!(print(&mut first, &mou(1)), print(&mut first, &mou(2)));
    }

    #[test]
    fn another_moment_changes_dates_and_identifier_only() {
        let mut engine = Engine::new().unwrap();
        let early = engine.mou(&mou(0), at("2026-12-18T02:03:04Z")).unwrap().pdf;
        let late = engine.mou(&mou(0), at("2027-01-02T02:03:04Z")).unwrap().pdf;
        let (early, late) = [early, late].map(|pdf| lopdf::Document::load_mem(&pdf).unwrap()).into();
        let (early, late): (lopdf::Document, lopdf::Document) = (early, late);
        assert_eq!(info(&early, "CreationDate"), "D:20261218020304Z");
        assert_eq!(info(&late, "ModDate"), "D:20270102020304Z");
        assert_ne!(early.trailer.get(b"ID").unwrap(), late.trailer.get(b"ID").unwrap());
        assert_eq!(copied(&early), copied(&late));
    }

    #[test]
    fn properties_say_what_it_is_in_which_language_and_by_whom() {
        let document = opened(&mou(0));
        assert_eq!(
            info(&document, "Title"),
            "BIÊN BẢN GHI NHỚ HỢP TÁC 05/2026/BBGN-HHLN – Về việc tiêu thụ và quảng bá sản phẩm mây tre đan của làng nghề Đan Hòa"
        );
        assert_eq!(info(&document, "Author"), "Hiệp hội Làng nghề Việt Nam");
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"vi-VN");
        let preferences = catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap();
        assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
        let english = opened(&MouData { language: PrintLanguage::En, ..mou(0) });
        assert_eq!(english.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
        assert!(
            info(&english, "Title").starts_with("MEMORANDUM OF UNDERSTANDING 05/2026/BBGN-HHLN – on the")
        );
    }

    #[test]
    fn the_outline_lists_articles_and_annex_in_order() {
        let document = opened(&mou(0));
        let outlines = document.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
        let outlines = document.get_dictionary(outlines).unwrap();
        let mut next = outlines.get(b"First").unwrap().as_reference().ok();
        let mut titles = Vec::new();
        while let Some(id) = next {
            let item = document.get_dictionary(id).unwrap();
            titles.push(lopdf::decode_text_string(item.get(b"Title").unwrap()).unwrap());
            next = item.get(b"Next").ok().and_then(|next| next.as_reference().ok());
        }
        assert_eq!(titles.len(), 15);
        assert_eq!(titles[9], "Điều 10. Tài chính");
        assert_eq!(titles[14], "PHỤ LỤC");
        assert_eq!(outlines.get(b"Count").unwrap().as_i64().unwrap(), 15);
    }

    #[test]
    fn fonts_are_embedded_subsets_with_exact_widths() {
        let document = opened(&mou(0));
        let fonts: Vec<&Dictionary> = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|font| {
                font.get(b"Subtype").is_ok_and(|subtype| subtype.as_name().is_ok_and(|name| name == b"Type0"))
            })
            .collect();
        assert_eq!(fonts.len(), 3);
        for font in fonts {
            let name = String::from_utf8(font.get(b"BaseFont").unwrap().as_name().unwrap().to_vec()).unwrap();
            assert!(name.starts_with("SLNTIN+Tinos-"), "{name}");
            let descendant = font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
            let widths = descendant.get(b"W").unwrap().as_array().unwrap()[1].as_array().unwrap();
            assert!(widths.len() > 30);
            let descriptor = descendant.get(b"FontDescriptor").unwrap().as_reference().unwrap();
            let descriptor = document.get_dictionary(descriptor).unwrap();
            let program = descriptor.get(b"FontFile2").unwrap().as_reference().unwrap();
            let program = document.get_object(program).unwrap().as_stream().unwrap();
            let bytes = program.decompressed_content().unwrap();
            assert_eq!(
                i64::try_from(bytes.len()).unwrap(),
                program.dict.get(b"Length1").unwrap().as_i64().unwrap()
            );
            assert!(bytes.len() < 120_000, "{name} has {} bytes", bytes.len());
        }
    }

    #[test]
    fn files_are_small() {
        let mut engine = Engine::new().unwrap();
        assert!(print(&mut engine, &mou(0)).len() < 60_000);
        assert!(print(&mut engine, &MouData { language: PrintLanguage::ViEn, ..mou(0) }).len() < 100_000);
    }

    #[test]
    fn only_a_draft_has_words_across_its_pages() {
        let across = |data: &MouData| copied(&opened(data)).matches("DỰ THẢO").count();
        assert_eq!(across(&mou(0)), 0);
        assert_eq!(across(&MouData { standing: Standing::Draft, ..mou(0) }), 5);
        let english = MouData { standing: Standing::Draft, language: PrintLanguage::En, ..mou(0) };
        assert_eq!(copied(&opened(&english)).matches("DRAFT").count(), 5);
    }

    #[test]
    fn kept_subsets_are_bounded() {
        let fonts = Fonts::new().unwrap();
        let mut subsets = Subsets::default();
        for glyph in 10..100 {
            subsets.get(&fonts, Face::Bold, vec![glyph]).unwrap();
        }
        let first = subsets.get(&fonts, Face::Bold, vec![10, 20]).unwrap();
        assert!(Arc::ptr_eq(&first, &subsets.get(&fonts, Face::Bold, vec![10, 20]).unwrap()));
        assert!(subsets.kept(Face::Bold) <= 16);
        assert_eq!((first.number(10), first.number(20), first.number(30)), (1, 2, 0));
    }
}
