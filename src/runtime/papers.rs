//! Printing MoUs: one now, or a thousand on all cores.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Session;
#[cfg(feature = "gui")]
use crate::documents::blocks::Document;
#[cfg(feature = "gui")]
use crate::documents::image::{PageImage, page_image};
#[cfg(feature = "gui")]
use crate::documents::layout::FieldArea;
use crate::documents::mou::data::{MouData, PrintLanguage, Standing};
use crate::documents::mou::facts::Facts;
use crate::documents::mou::fill::{Filled, fill};
#[cfg(feature = "gui")]
use crate::documents::mou::placeholders::{Placeholder, placeholders};
use crate::documents::mou::template::Template;
use crate::documents::mou::{Refused, check, records, review};
use crate::documents::{Engine, PaperError, Printed};
use crate::domain::{
    FrozenDocument, Id, Mou, MouDossier, MouLanguage, MouParty, MouState, PartyRole, Position, RecordKind,
};
use crate::error::{Error, ErrorKind, FileAction, Result};
#[cfg(feature = "gui")]
use crate::i18n::Message;
use crate::i18n::message;
use crate::ops::{Command, FrozenPaper, Outcome, mou_dossier};
use crate::places::Places;
use crate::problem::{Problem, blocks};
use crate::store::{Rows, Store, sha256};
use crate::vietnamese::{AmountStyle, fold, organisation_sort_name};

/// A printed MoU.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// What is missing or doubtful; a draft is printed all the same.
    pub problems: Vec<Problem>,
}

/// Prints a MoU: the very bytes of its final text, a reading copy of it in another language, or the draft
/// as it stands. `None` takes the language it is made in.
pub fn print(
    engine: &mut Engine,
    rows: Option<&Rows<'_>>,
    dossier: &MouDossier,
    language: Option<PrintLanguage>,
    places: &Places,
) -> Result<Paper> {
    let own = records::print_language(dossier.mou.language);
    let language = language.unwrap_or(own);
    match &dossier.frozen {
        Some(frozen) if language == records::print_language(frozen.language) => {
            let bytes = rows.map_or(Ok(None), |rows| rows.blob(&frozen.sha256))?;
            let pdf = bytes.map_or_else(|| print_frozen(engine, frozen, None), Ok)?;
            if sha256(&pdf) != frozen.sha256 {
                return Err(ErrorKind::PaperChanged(dossier.mou.number.clone()).into());
            }
            Ok(Paper { pdf, problems: Vec::new() })
        }
        Some(frozen) => {
            Ok(Paper { pdf: print_frozen(engine, frozen, Some(language))?, problems: Vec::new() })
        }
        None if dossier.mou.state != MouState::Draft => {
            Err(ErrorKind::PaperChanged(dossier.mou.number.clone()).into())
        }
        None => {
            let filled = filled(engine, dossier, language, Standing::Draft, places)?;
            let made_at = moment(dossier.changed_at)?;
            Ok(Paper { pdf: printed(engine, &filled.data, made_at)?.pdf, problems: filled.problems })
        }
    }
}

/// Prints a final text again from the data that was kept with it: the same bytes in its own language, a
/// reading copy in another.
fn print_frozen(
    engine: &mut Engine,
    frozen: &FrozenDocument,
    other: Option<PrintLanguage>,
) -> Result<Vec<u8>> {
    let mut data = data_of(frozen)?;
    if let Some(language) = other {
        data.language = language;
        data.standing = Standing::ReadingCopy;
        data.page_starts.clear();
    }
    Ok(printed(engine, &data, moment(frozen.made_at)?)?.pdf)
}

/// A document on the screen: one of its pages as a picture of its very PDF.
#[cfg(feature = "gui")]
#[derive(Clone, Debug)]
pub struct Preview {
    /// The document.
    pub pdf: std::sync::Arc<Vec<u8>>,
    /// How many pages it has.
    pub count: usize,
    /// The page that is shown, counted from 0.
    pub page: usize,
    /// Its pixels.
    pub image: PageImage,
    /// What is missing or doubtful.
    pub problems: Vec<Problem>,
    /// What was looked at in a draft and is right.
    pub passed: Vec<Message>,
    /// Where the values of fields stand, in points from the top left of their page.
    pub fields: Vec<FieldArea>,
    /// The articles of a draft that are printed, by key, with their numbers.
    pub articles: Vec<(String, u32)>,
    /// What the text of a draft may speak of, with what it says now.
    pub placeholders: std::sync::Arc<Vec<Placeholder>>,
}

/// A page of a MoU, drawn from its PDF.
#[cfg(feature = "gui")]
pub(super) fn preview(
    engine: &mut Engine,
    rows: Rows<'_>,
    dossier: &MouDossier,
    language: Option<PrintLanguage>,
    places: &Places,
    (page, pixels_per_point): (usize, f32),
) -> Result<Preview> {
    let own = records::print_language(dossier.mou.language);
    let language = language.unwrap_or(own);
    let (mut articles, mut all, mut passed) = (Vec::new(), Vec::new(), Vec::new());
    let (pdf, problems, fields, count) = if dossier.frozen.is_none() && dossier.mou.state == MouState::Draft {
        let mut filled = filled(engine, dossier, language, Standing::Draft, places)?;
        filled.problems.extend(review::differences(dossier, &*template_of(dossier)?, &filled.data));
        let paper = printed(engine, &filled.data, moment(dossier.changed_at)?)?;
        passed = review::passed(dossier, &filled);
        articles = filled.data.articles.iter().map(|article| (article.key.clone(), article.number)).collect();
        all = placeholders(&facts_of(dossier, places), language, &filled.data.articles);
        (paper.pdf, filled.problems, paper.fields, paper.pages)
    } else {
        let paper = print(engine, Some(&rows), dossier, Some(language), places)?;
        let count = crate::documents::image::page_count(&paper.pdf).map_err(paper_error)?;
        (paper.pdf, paper.problems, Vec::new(), count)
    };
    let page = page.min(count.saturating_sub(1));
    let image = page_image(&pdf, page, pixels_per_point).map_err(paper_error)?;
    let (pdf, placeholders) = (std::sync::Arc::new(pdf), std::sync::Arc::new(all));
    Ok(Preview { pdf, count, page, image, problems, passed, fields, articles, placeholders })
}

/// Writes a PDF where an officer wants it.
#[cfg(feature = "gui")]
pub(super) fn save_paper(path: &Path, pdf: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Error::file(FileAction::MakeFolder, folder, error))?;
    }
    write_paper(path, pdf)
}

/// Makes a MoU's text final: prints it without anything missing and keeps the paper.
pub fn freeze(session: &mut Session, engine: &mut Engine, id: Id<Mou>, date: Date) -> Result<Outcome> {
    let store = session.register().store();
    let dossier = mou_dossier(&store.rows(), id)?;
    if dossier.mou.state != MouState::Draft {
        return Err(ErrorKind::TextFinal(dossier.mou.number).into());
    }
    let language = records::print_language(dossier.mou.language);
    let filled = filled(engine, &dossier, language, Standing::Final, store.places())?;
    if blocks(&filled.problems) {
        return Err(ErrorKind::Invalid(filled.problems).into());
    }
    let made_at = session.machine().now();
    let paper = final_paper(engine, filled.data, dossier.mou.language, made_at, date)?;
    session.run(&Command::Freeze(id, Box::new(paper)))
}

/// Prints a final text and puts everything together that is kept of it.
fn final_paper(
    engine: &mut Engine,
    text: MouData,
    language: MouLanguage,
    made_at: i64,
    date: Date,
) -> Result<FrozenPaper> {
    let printed = printed(engine, &text, moment(made_at)?)?;
    let text = MouData { signed_pages: Some(printed.body), ..text };
    let json = serde_json::to_string(&text)
        .map_err(|error| Error::new(ErrorKind::Bug("the data of a text cannot be kept")).because(error))?;
    Ok(FrozenPaper {
        pdf: printed.pdf,
        pages: printed.pages,
        language,
        data: json,
        template_version: i64::from(text.template_version),
        template: text.template,
        made_at,
        date,
    })
}

/// Lets somebody else sign for a party of a final text: a new paper in which nothing else is different,
/// whatever changed in the register since.
pub fn replace_signer(
    session: &mut Session,
    engine: &mut Engine,
    id: Id<Mou>,
    (party, signer): (Id<MouParty>, Id<Position>),
    date: Date,
) -> Result<Outcome> {
    let store = session.register().store();
    let rows = store.rows();
    let mut dossier = mou_dossier(&rows, id)?;
    let Some(frozen) = dossier.frozen.clone() else {
        return Err(ErrorKind::PaperChanged(dossier.mou.number).into());
    };
    let position = rows.get(signer)?.record;
    let person = rows.linked(position.person)?.map(|stored| stored.record);
    let now = person.as_ref().map(|person| person.full_name.clone()).unwrap_or_default();
    let mut before = String::new();
    let mut place = None;
    for role in [PartyRole::Party, PartyRole::Witness] {
        let same_role = dossier.parties.iter_mut().filter(|dossier| dossier.party.role == role);
        for (number, dossier) in same_role.enumerate() {
            if dossier.id == Some(party) {
                before = dossier.signer.as_ref().map(|person| person.full_name.clone()).unwrap_or_default();
                dossier.party.signer = Some(signer);
                dossier.position = Some(position.clone());
                dossier.signer.clone_from(&person);
                place = Some((role, number));
            }
        }
    }
    let Some((role, number)) = place else {
        return Err(ErrorKind::NotFound(RecordKind::MouParty.label()).into());
    };
    let language = records::print_language(frozen.language);
    let filled = filled(engine, &dossier, language, Standing::Final, store.places())?;
    let own = if role == PartyRole::Party { "party" } else { "witness" };
    let own = format!("{own}.{}.", number + 1);
    let wrong: Vec<Problem> =
        filled.problems.into_iter().filter(|problem| problem.field.starts_with(&own)).collect();
    if blocks(&wrong) {
        return Err(ErrorKind::Invalid(wrong).into());
    }
    let mut text = data_of(&frozen)?;
    let (_, before_pages) = engine.lay_out_mou(&text);
    text.take_signer(&filled.data, role == PartyRole::Witness, number);
    text.page_starts.clone_from(&before_pages.starts);
    if engine.lay_out_mou(&text).1.pages.len() != before_pages.pages.len() {
        // There is no room for the new names: the pages begin where they have to.
        text.page_starts.clear();
        text.signed_pages = None;
    }
    let made_at = session.machine().now();
    let paper = final_paper(engine, text, frozen.language, made_at, date)?;
    let note = format!("{before} → {now}");
    session.run(&Command::ReplaceSigner { mou: id, party, signer, paper: Box::new(paper), note })
}

/// The complete data a final text was made from.
pub(super) fn data_of(frozen: &FrozenDocument) -> Result<MouData> {
    serde_json::from_str(&frozen.data)
        .map_err(|error| Error::new(ErrorKind::Bug("the data of a final text cannot be read")).because(error))
}

/// A MoU as a file that offices can edit: a final text says what its paper says, a draft what it says now.
#[cfg(feature = "gui")]
pub(super) fn editable(
    engine: &mut Engine,
    dossier: &MouDossier,
    language: Option<PrintLanguage>,
    places: &Places,
) -> Result<Vec<u8>> {
    let own = records::print_language(dossier.mou.language);
    let wanted = language.unwrap_or(own);
    let mut data = match &dossier.frozen {
        Some(frozen) => data_of(frozen)?,
        None => filled(engine, dossier, wanted, Standing::Draft, places)?.data,
    };
    if wanted != data.language {
        data.language = wanted;
        data.page_starts.clear();
        if data.standing == Standing::Final {
            data.standing = Standing::ReadingCopy;
        }
    }
    let (document, _) = engine.lay_out_mou(&data);
    crate::documents::docx::docx(&document).map_err(paper_error)
}

fn filled(
    engine: &Engine,
    dossier: &MouDossier,
    language: PrintLanguage,
    standing: Standing,
    places: &Places,
) -> Result<Filled> {
    let template = template_of(dossier)?;
    let facts = facts_of(dossier, places);
    let mut filled = fill(&facts, &records::clauses(&dossier.clauses), &template, language, standing);
    filled.problems.extend(review::check(dossier, &filled.data));
    filled.problems.extend(check::letters(engine, &filled.data));
    Ok(filled)
}

fn facts_of(dossier: &MouDossier, places: &Places) -> Facts {
    let author = dossier.host.as_ref().map_or("Sổ Làng Nghề", |host| &host.name);
    records::facts(dossier, places, author, AmountStyle::default())
}

/// A MoU to be filled in by hand: this number, and what MoUs signed at the same place and day have in common
/// with the model; where it was made at this moment, milliseconds since 1970 in UTC.
#[cfg(feature = "gui")]
pub(super) fn blank(
    engine: &mut Engine,
    model: &MouDossier,
    number: &str,
    places: &Places,
    made_at: i64,
) -> Result<Vec<u8>> {
    let template = template_of(model)?;
    let facts = facts_of(model, places);
    let data = crate::documents::mou::blank::blank(&facts, number, &template);
    Ok(printed(engine, &data, moment(made_at)?)?.pdf)
}

/// The template of a MoU: one of the office, or one that comes with the program.
pub fn template_of(dossier: &MouDossier) -> Result<Cow<'static, Template>> {
    let key = dossier.mou.template.as_str();
    if let Some(source) = &dossier.wording {
        return Template::load(source)
            .map(Cow::Owned)
            .map_err(|problems| ErrorKind::Invalid(problems).into());
    }
    let known = Template::built_in().iter().find(|template| template.id == key);
    let missing = || ErrorKind::NotFound(message("mou-template-unknown").with("template", key));
    Ok(Cow::Borrowed(known.ok_or_else(missing)?))
}

pub(super) fn printed(engine: &mut Engine, data: &MouData, made_at: Timestamp) -> Result<Printed> {
    engine.mou(data, made_at).map_err(|refused| match refused {
        Refused::Problems(problems) => ErrorKind::Invalid(problems).into(),
        Refused::Failed(error) => paper_error(error),
    })
}

pub(super) fn paper_error(error: PaperError) -> Error {
    Error::new(ErrorKind::Bug("a document could not be made")).because(error)
}

/// Any other paper as a PDF that says when it was made, milliseconds since 1970 in UTC.
#[cfg(feature = "gui")]
pub(super) fn pdf_of(engine: &mut Engine, document: &Document, made_at: i64) -> Result<Vec<u8>> {
    let pages = engine.lay_out(document);
    engine.pdf(document, &pages, moment(made_at)?).map_err(paper_error)
}

pub(super) fn moment(millis: i64) -> Result<Timestamp> {
    Timestamp::from_millisecond(millis)
        .map_err(|error| Error::new(ErrorKind::Bug("a moment outside the calendar")).because(error))
}

/// MoUs to be printed into a folder.
pub struct PaperQueue<'q> {
    /// Which, in order.
    pub mous: &'q [Id<Mou>],
    /// In which language; `None` takes each MoU's own.
    pub language: Option<PrintLanguage>,
    /// Where to.
    pub folder: &'q Path,
}

/// A MoU on its way to a printing thread.
struct Job {
    dossier: MouDossier,
    /// Bytes that need no printing: those of a final text.
    ready: Option<Vec<u8>>,
    path: PathBuf,
}

/// What came of a MoU.
pub(super) type Done = (PathBuf, Result<Vec<Problem>>);

/// Prints many MoUs with all cores; memory does not grow with their number.
///
/// Reading stays on this thread, laying out and writing go to the others. `done` hears of each MoU, in
/// the order they are finished.
pub fn print_many(store: &Store, queue: &PaperQueue<'_>, done: &mut dyn FnMut(Done)) -> Result<()> {
    let folder = queue.folder;
    fs::create_dir_all(folder).map_err(|error| Error::file(FileAction::MakeFolder, folder, error))?;
    let threads = thread::available_parallelism().map_or(1, usize::from).min(queue.mous.len().max(1));
    let places = store.places();
    let (jobs, waiting) = sync_channel::<Job>(threads * 2);
    let waiting = Mutex::new(waiting);
    let (finished, results) = sync_channel::<Done>(threads * 2);
    thread::scope(|scope| {
        for number in 0..threads {
            let (waiting, finished) = (&waiting, finished.clone());
            thread::Builder::new()
                .name(format!("print-{number}"))
                .spawn_scoped(scope, move || print_waiting(waiting, &finished, queue.language, places))
                .map_err(|error| Error::new(ErrorKind::Bug("a thread cannot be started")).because(error))?;
        }
        drop(finished);
        let fed = feed(store, queue, jobs, &results, done);
        for result in results {
            done(result);
        }
        fed
    })
}

/// Reads MoU after MoU and hands it over, hearing of finished ones in between.
fn feed(
    store: &Store,
    queue: &PaperQueue<'_>,
    jobs: SyncSender<Job>,
    results: &Receiver<Done>,
    done: &mut dyn FnMut(Done),
) -> Result<()> {
    let rows = store.rows();
    let mut names = BTreeSet::new();
    for id in queue.mous {
        let dossier = mou_dossier(&rows, *id)?;
        let wanted = queue.language.unwrap_or(records::print_language(dossier.mou.language));
        let ready = match &dossier.frozen {
            Some(frozen) if records::print_language(frozen.language) == wanted => {
                rows.blob(&frozen.sha256)?
            }
            _ => None,
        };
        let path = queue.folder.join(free_name(&file_name(&dossier, queue.language), &mut names));
        let mut job = Some(Job { dossier, ready, path });
        while let Some(waiting) = job.take() {
            match jobs.try_send(waiting) {
                Ok(()) => {}
                // Both queues are short: take results out until there is room.
                Err(std::sync::mpsc::TrySendError::Full(back)) => {
                    job = Some(back);
                    let finished = results.recv();
                    done(finished.ok().ok_or(ErrorKind::Bug("the printing threads are gone"))?);
                }
                Err(std::sync::mpsc::TrySendError::Disconnected(_)) => {
                    return Err(ErrorKind::Bug("the printing threads are gone").into());
                }
            }
        }
        while let Ok(result) = results.try_recv() {
            done(result);
        }
    }
    // No more MoUs: the threads end when the last is taken.
    drop(jobs);
    Ok(())
}

/// One printing thread: takes MoUs until there are no more.
fn print_waiting(
    waiting: &Mutex<Receiver<Job>>,
    finished: &SyncSender<Done>,
    language: Option<PrintLanguage>,
    places: &Places,
) {
    let mut engine = None;
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        // A mistake of ours in one paper must not cost the others.
        let result = catch_unwind(AssertUnwindSafe(|| {
            let engine = match &mut engine {
                Some(engine) => engine,
                none => none.insert(Engine::new().map_err(paper_error)?),
            };
            print_job(engine, &job, language, places)
        }));
        let result = result.unwrap_or_else(|_| {
            engine = None;
            Err(ErrorKind::Bug("a paper could not be laid out").into())
        });
        if finished.send((job.path, result)).is_err() {
            return;
        }
    }
}

fn print_job(
    engine: &mut Engine,
    job: &Job,
    language: Option<PrintLanguage>,
    places: &Places,
) -> Result<Vec<Problem>> {
    let (pdf, problems) = if let Some(bytes) = &job.ready {
        (bytes.clone(), Vec::new())
    } else {
        let paper = print(engine, None, &job.dossier, language, places)?;
        (paper.pdf, paper.problems)
    };
    write_paper(&job.path, &pdf)?;
    Ok(problems)
}

/// Writes a paper beside its place and moves it there, so that nobody opens half a file.
#[expect(
    clippy::disallowed_methods,
    reason = "a print can be made again; waiting for the disk a thousand times cannot"
)]
fn write_paper(path: &Path, pdf: &[u8]) -> Result<()> {
    let arriving = path.with_extension("pdf.tmp");
    let written = fs::write(&arriving, pdf).and_then(|()| fs::rename(&arriving, path));
    written.map_err(|error| {
        // On a full disk half a file would be in the way; if it cannot go either, it stays.
        let _ = fs::remove_file(&arriving);
        Error::file(FileAction::Write, path, error)
    })
}

/// A party's share of a file name: four of them still fit where paths end at 260 letters (Windows).
const NAME_LENGTH: usize = 30;

/// The name of a paper's file, without diacritics: `BBGN_05-2026_DanHoa-BaMua.pdf`; the language stands in
/// it where it is not the MoU's own.
pub(super) fn file_name(dossier: &MouDossier, language: Option<PrintLanguage>) -> String {
    let mou = &dossier.mou;
    let begins_with_digit = |part: &&str| part.starts_with(|first: char| first.is_ascii_digit());
    let number: Vec<_> = mou.number.split('/').filter(begins_with_digit).map(plain).collect();
    let number = if number.is_empty() { "nhap".to_owned() } else { number.join("-") };
    let parties = dossier.parties.iter().filter(|party| party.party.role == PartyRole::Party);
    let names = parties.filter_map(|party| {
        if let Some(person) = &party.person {
            return Some(plain(&person.full_name).chars().take(NAME_LENGTH).collect());
        }
        let organisation = party.organisation.as_ref()?;
        let short = Some(organisation.short()).filter(|short| !short.is_empty())?;
        Some(plain(&organisation_sort_name(short)).chars().take(NAME_LENGTH).collect::<String>())
    });
    let names = names.collect::<Vec<_>>().join("-");
    let other = match language {
        Some(language) if language != records::print_language(mou.language) => match language {
            PrintLanguage::Vi => "_vi",
            PrintLanguage::En => "_en",
            PrintLanguage::ViEn => "_vi-en",
        },
        _ => "",
    };
    format!("BBGN_{number}_{names}{other}.pdf")
}

/// The words of a name run together without tones: "Đan Hòa" is `DanHoa`.
pub(super) fn plain(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    words.collect()
}

/// A name that no paper of this run has yet.
pub(super) fn free_name(name: &str, names: &mut BTreeSet<String>) -> String {
    let stem = name.strip_suffix(".pdf").unwrap_or(name);
    let mut free = name.to_owned();
    let mut number = 2;
    while !names.insert(free.clone()) {
        free = format!("{stem}_{number}.pdf");
        number += 1;
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_have_no_diacritics_and_no_spaces() {
        assert_eq!(plain("Đan Hòa"), "DanHoa");
        assert_eq!(plain("Ba Mùa"), "BaMua");
        assert_eq!(plain("05"), "05");
    }

    #[test]
    fn a_second_paper_with_the_same_name_gets_a_number() {
        let mut names = BTreeSet::new();
        assert_eq!(free_name("a.pdf", &mut names), "a.pdf");
        assert_eq!(free_name("a.pdf", &mut names), "a_2.pdf");
        assert_eq!(free_name("a.pdf", &mut names), "a_3.pdf");
    }
}
