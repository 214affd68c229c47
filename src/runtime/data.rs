//! The open register as the screens see it: questions, commands and papers, none of which they wait for.
//!
//! One thread writes, one reads, one prints; the screens have no connection. What a command really changed
//! raises the versions of those kinds of records, after it is on disk and before its answer comes, so that
//! an answer is never older than its version says.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::{Date, DateTime};

use super::ceremony::{self, CeremonyPaper, FrozenMany, Pack};
use super::export::Export;
use super::lane::{Lane, Ticket, Wake};
use super::leaflet;
use super::papers::{self, Preview};
use super::pictures::{PictureDesk, Pixels, Source, Taken as TakenPicture};
use super::{Machine, Session, reprint};
use crate::documents::Engine;
use crate::documents::list::ListPaper;
use crate::documents::mou::data::PrintLanguage;
use crate::domain::{AnyId, FrozenDocument, Id, Mou, MouParty, Position, RecordKind};
use crate::error::{ErrorKind, Result};
use crate::i18n::{Language, Message};
use crate::ops::{
    Ceremony, Command, MouDraft, Outcome, Query, VillageLeaflet, draft_dossier, final_texts, mou_dossier,
    mous_in_order,
};
use crate::places::Places;
use crate::store::{BackupCopy, Changed, Originals, Store, Taken};

/// How the work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// On threads, for the window.
    Threads,
    /// At once on the caller's thread, for tests.
    Inline,
}

/// What the frame of the window says about the register.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Status {
    /// What undo would take back.
    pub undo: Option<Message>,
    /// What redo would do again.
    pub redo: Option<Message>,
    /// When something was last saved.
    pub saved_at: Option<DateTime>,
    /// The newest copy.
    pub copy: Option<BackupCopy>,
    /// A copy that should have been made and could not.
    pub copy_failed: Option<Message>,
    /// The code of this laptop.
    pub desk: String,
}

/// How far long work is, and whether it shall stop.
#[derive(Debug, Default)]
pub struct Progress {
    /// Pieces that are done.
    pub done: AtomicUsize,
    /// Pieces in all; 0 while it is not known.
    pub all: AtomicUsize,
    /// Somebody asked to stop.
    pub stop: AtomicBool,
}

/// What the printing thread works with.
pub(super) struct PaperDesk {
    pub(super) engine: Engine,
    pub(super) store: Store,
}

/// An open register.
pub struct Data {
    writer: Lane<Session>,
    reader: Lane<Store>,
    papers: Lane<PaperDesk>,
    pictures: Lane<PictureDesk>,
    shared: Arc<Shared>,
    machine: Machine,
    path: PathBuf,
    wake: Wake,
}

/// What the threads share.
#[derive(Default)]
struct Shared {
    versions: Vec<AtomicU64>,
    status: Mutex<Status>,
    /// What closing came to, for whoever closes.
    closed: Mutex<Option<Result<Option<BackupCopy>>>>,
}

impl Shared {
    fn new() -> Self {
        Self { versions: RecordKind::ALL.iter().map(|_| AtomicU64::new(0)).collect(), ..Self::default() }
    }

    fn changed(&self, changed: &Changed) {
        for (kind, version) in RecordKind::ALL.iter().zip(&self.versions) {
            if changed.kinds.contains(kind) {
                version.fetch_add(1, Ordering::Release);
            }
        }
    }

    fn with_status<T>(&self, change: impl FnOnce(&mut Status) -> T) -> T {
        change(&mut self.status.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn after(&self, session: &Session, changed: &Changed) {
        self.changed(changed);
        let now = session.machine().office_time();
        self.with_status(|status| {
            status.undo = session.register().undo_label().cloned();
            status.redo = session.register().redo_label().cloned();
            session.desk_code().clone_into(&mut status.desk);
            if changed.operation != 0 {
                status.saved_at = Some(now);
            }
        });
    }
}

impl Data {
    /// Opens a register, or makes a new one.
    pub fn open(
        machine: &Machine,
        path: &Path,
        officer: &str,
        work: Work,
        wake: Wake,
        make: bool,
    ) -> Result<Self> {
        let places = machine.places()?;
        let shared = Arc::new(Shared::new());
        let session = {
            let (machine, path, officer, shared) =
                (machine.clone(), path.to_owned(), officer.to_owned(), Arc::clone(&shared));
            move || -> Result<Session> {
                let session = if make {
                    Session::create(&machine, &path, &officer)?
                } else {
                    Session::open(&machine, &path, &officer)?
                };
                shared.after(&session, &Changed::default());
                let copies = crate::store::copies(&Machine::backups_of(&path), &path).unwrap_or_default();
                shared.with_status(|status| status.copy = copies.into_iter().next());
                Ok(session)
            }
        };
        let reader = {
            let path = path.to_owned();
            move || Store::open_beside(&path, places)
        };
        let desk = {
            let path = path.to_owned();
            move || -> Result<PaperDesk> {
                let store = Store::open_beside(&path, places)?;
                Ok(PaperDesk { engine: Engine::new().map_err(papers::paper_error)?, store })
            }
        };
        let pictures = {
            let path = path.to_owned();
            move || Ok(PictureDesk::new(&path))
        };
        let (writer, reader, papers, pictures) = match work {
            Work::Inline => (
                Lane::inline(session()?),
                Lane::inline(reader()?),
                Lane::inline(desk()?),
                Lane::inline(pictures()?),
            ),
            Work::Threads => {
                let closed = Arc::clone(&shared);
                let writer = Lane::start("writer", session, move |session| {
                    let result = session.close();
                    *closed.closed.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
                })?;
                let reader = Lane::start("reader", reader, drop)?;
                let papers = Lane::start("printer", desk, drop)?;
                (writer, reader, papers, Lane::start("pictures", pictures, drop)?)
            }
        };
        Ok(Self {
            writer,
            reader,
            papers,
            pictures,
            shared,
            machine: machine.clone(),
            path: path.to_owned(),
            wake,
        })
    }

    /// The data file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The machine it is open on.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// The administrative units.
    pub fn places(&self) -> Result<&'static Places> {
        self.machine.places()
    }

    /// What the frame of the window says.
    pub fn status(&self) -> Status {
        self.shared.with_status(|status| status.clone())
    }

    /// A number that grows whenever one of these kinds of records changed.
    pub fn version(&self, kinds: &[RecordKind]) -> u64 {
        let all = RecordKind::ALL.iter().zip(&self.shared.versions);
        all.filter(|(kind, _)| kinds.contains(kind)).map(|(_, version)| version.load(Ordering::Acquire)).sum()
    }

    /// Asks a question.
    pub fn ask<Q: Query>(&self, question: &Q) -> Ticket<Q::Answer> {
        let question = question.clone();
        self.reader.ask(&self.wake, move |store| question.answer(store))
    }

    /// Carries a command out.
    pub fn run(&self, command: Command) -> Ticket<Outcome> {
        let shared = Arc::clone(&self.shared);
        self.writer.ask(&self.wake, move |session| {
            let outcome = session.run(&command)?;
            shared.after(session, &outcome.changed);
            back_up_in_time(session, &shared);
            Ok(outcome)
        })
    }

    /// Who works from now on: every command after this one is theirs.
    pub fn set_officer(&self, officer: String) -> Ticket<()> {
        self.writer.ask(&self.wake, move |session| {
            session.set_officer(officer);
            Ok(())
        })
    }

    /// The code of this laptop: which numbers are kept for it, and where what it writes comes from.
    pub fn desk_code(&self) -> String {
        self.shared.with_status(|status| status.desk.clone())
    }

    /// Gives this laptop another code, now and for later starts.
    pub fn set_desk_code(&self, code: String) -> Ticket<()> {
        let shared = Arc::clone(&self.shared);
        self.writer.ask(&self.wake, move |session| {
            session.set_desk_code(&code)?;
            shared.after(session, &Changed::default());
            Ok(())
        })
    }

    /// Takes the last operation back.
    pub fn undo(&self) -> Ticket<Taken> {
        self.take(Session::undo)
    }

    /// Does the operation again that was taken back last.
    pub fn redo(&self) -> Ticket<Taken> {
        self.take(Session::redo)
    }

    /// Takes one earlier operation back, where it still stands.
    pub fn take_back(&self, operation: i64, label: Message) -> Ticket<Taken> {
        self.take(move |session| {
            session.write(|register, now| register.take_back_earlier(operation, label, now))
        })
    }

    /// Takes back what an earlier operation wrote into one field of one record.
    pub fn take_back_field(
        &self,
        operation: i64,
        row: AnyId,
        column: String,
        label: Message,
    ) -> Ticket<Taken> {
        self.take(move |session| {
            session.write(|register, now| register.take_back_field(operation, row, &column, label, now))
        })
    }

    fn take(&self, take: impl FnOnce(&mut Session) -> Result<Taken> + Send + 'static) -> Ticket<Taken> {
        let shared = Arc::clone(&self.shared);
        self.writer.ask(&self.wake, move |session| {
            let taken = take(session)?;
            shared.after(session, &taken.changed);
            Ok(taken)
        })
    }

    /// Makes a copy now.
    pub fn back_up(&self) -> Ticket<BackupCopy> {
        let shared = Arc::clone(&self.shared);
        self.writer.ask(&self.wake, move |session| {
            let copy = session.back_up()?;
            shared.with_status(|status| {
                status.copy = Some(copy.clone());
                status.copy_failed = None;
            });
            Ok(copy)
        })
    }

    /// The copies of this register, newest first.
    pub fn copies(&self) -> Ticket<Vec<BackupCopy>> {
        self.reader
            .ask(&self.wake, |store| crate::store::copies(&Machine::backups_of(store.path()), store.path()))
    }

    /// Makes the text of a MoU final.
    pub fn freeze(&self, id: Id<Mou>, date: Date) -> Ticket<Outcome> {
        let shared = Arc::clone(&self.shared);
        self.writer.ask(&self.wake, move |session| {
            let mut engine = Engine::new().map_err(papers::paper_error)?;
            let outcome = papers::freeze(session, &mut engine, id, date)?;
            shared.after(session, &outcome.changed);
            Ok(outcome)
        })
    }

    /// Makes the texts of many MoUs final, one after the other, until all are done or somebody stops it.
    pub fn freeze_many(&self, mous: Vec<Id<Mou>>, date: Date, progress: Arc<Progress>) -> Ticket<FrozenMany> {
        let shared = Arc::clone(&self.shared);
        let wake = Arc::clone(&self.wake);
        self.writer.ask(&self.wake, move |session| {
            ceremony::freeze_many(session, &mous, date, &progress, &mut |session, outcome| {
                shared.after(session, &outcome.changed);
                wake();
            })
        })
    }

    /// Has something made by the thread that makes papers.
    pub(super) fn with_paper_desk<R: Send + 'static>(
        &self,
        work: impl FnOnce(&mut PaperDesk) -> Result<R> + Send + 'static,
    ) -> Ticket<R> {
        self.papers.ask(&self.wake, work)
    }

    /// Writes everything a ceremony needs on paper into a folder: the MoUs in their order, the order itself,
    /// the table of copies, whom to call, the script, the plates, blank forms.
    pub fn ceremony_pack(
        &self,
        question: Ceremony,
        folder: PathBuf,
        language: Language,
        progress: Arc<Progress>,
    ) -> Ticket<Pack> {
        let (now, code) = (self.machine.now(), self.desk_code());
        self.papers.ask(&self.wake, move |desk| {
            let answer = Ceremony { language, ..question }.answer(&mut desk.store)?;
            let place = (folder.as_path(), language, now);
            ceremony::write_pack(&mut desk.engine, &desk.store, &answer, place, &code, &progress)
        })
    }

    /// One of the papers of a ceremony.
    pub fn ceremony_paper(
        &self,
        question: Ceremony,
        paper: CeremonyPaper,
        language: Language,
    ) -> Ticket<(String, Vec<u8>)> {
        let now = self.machine.now();
        self.papers.ask(&self.wake, move |desk| {
            let answer = Ceremony { language, ..question }.answer(&mut desk.store)?;
            let document = paper.document(&desk.store, &answer, language)?;
            Ok((paper.file_name().to_owned(), papers::pdf_of(&mut desk.engine, &document, now)?))
        })
    }

    /// The leaflet of a village, with the photographs that may be printed and lie on this laptop.
    pub fn leaflet(&self, question: VillageLeaflet) -> Ticket<(String, Vec<u8>)> {
        let now = self.machine.now();
        self.papers.ask(&self.wake, move |desk| {
            let facts = question.answer(&mut desk.store)?;
            let mut originals = Originals::of(desk.store.path());
            let leaflet = leaflet::leaflet(&facts, desk.store.places(), question.today, &mut originals)?;
            let document = leaflet.document(&mut desk.engine);
            let name = format!("To-gioi-thieu_{}.pdf", papers::plain(&facts.village.name));
            Ok((name, papers::pdf_of(&mut desk.engine, &document, now)?))
        })
    }

    /// Lets somebody else sign for a party of a final text that nobody signed yet.
    pub fn replace_signer(
        &self,
        id: Id<Mou>,
        party: Id<MouParty>,
        signer: Id<Position>,
        date: Date,
    ) -> Ticket<Outcome> {
        let shared = Arc::clone(&self.shared);
        self.writer.ask(&self.wake, move |session| {
            let mut engine = Engine::new().map_err(papers::paper_error)?;
            let outcome = papers::replace_signer(session, &mut engine, id, (party, signer), date)?;
            shared.after(session, &outcome.changed);
            Ok(outcome)
        })
    }

    /// The very bytes of a final text, also of one that was replaced, with the name their file should have.
    pub fn final_text(&self, id: Id<FrozenDocument>) -> Ticket<(String, Vec<u8>)> {
        self.papers.ask(&self.wake, move |desk| {
            let rows = desk.store.rows();
            let frozen = rows.get(id)?.record;
            let pdf = rows.blob(&frozen.sha256)?;
            let pdf = pdf.ok_or_else(|| ErrorKind::NotFound(RecordKind::FrozenDocument.label()))?;
            let short = frozen.sha256.get(..8).unwrap_or_default();
            Ok((format!("BBGN_{short}.pdf"), pdf))
        })
    }

    /// Which pages of a MoU's final text differ from those of the texts before it, counted from 1, as a PDF of only
    /// these pages; nothing when none was before it.
    pub fn changed_pages(&self, id: Id<Mou>) -> Ticket<Option<(Vec<usize>, Vec<u8>)>> {
        self.papers.ask(&self.wake, move |desk| {
            let texts = final_texts(desk.store.rows(), id)?.into_iter().map(|stored| stored.record);
            match texts.collect::<Vec<_>>().as_slice() {
                [newest, earlier @ ..] => reprint::changed_pages(&mut desk.engine, earlier, newest),
                [] => Ok(None),
            }
        })
    }

    /// The pages of a MoU's final text on which is signed, in the same way.
    pub fn signed_pages(&self, id: Id<Mou>) -> Ticket<Option<(Vec<usize>, Vec<u8>)>> {
        self.papers.ask(&self.wake, move |desk| match final_texts(desk.store.rows(), id)?.first() {
            Some(newest) => reprint::signed_pages(&mut desk.engine, &newest.record),
            None => Ok(None),
        })
    }

    /// A page (from 0) of a draft as it stands on the screen, or of a final text.
    pub fn preview(
        &self,
        id: Id<Mou>,
        draft: Option<MouDraft>,
        language: Option<PrintLanguage>,
        page: usize,
        pixels_per_point: f32,
    ) -> Ticket<Preview> {
        let now = self.machine.now();
        self.papers.ask(&self.wake, move |desk| {
            let dossier = match &draft {
                Some(draft) => draft_dossier(&desk.store.rows(), id, draft, now)?,
                None => mou_dossier(&desk.store.rows(), id)?,
            };
            let rows = desk.store.rows();
            papers::preview(
                &mut desk.engine,
                rows,
                &dossier,
                language,
                desk.store.places(),
                (page, pixels_per_point),
            )
        })
    }

    /// The PDF of a MoU with the name its file should have.
    pub fn paper(&self, id: Id<Mou>, language: Option<PrintLanguage>) -> Ticket<(String, Vec<u8>)> {
        self.papers.ask(&self.wake, move |desk| paper_of(desk, id, language))
    }

    /// The same as a file that offices can edit.
    pub fn editable(&self, id: Id<Mou>, language: Option<PrintLanguage>) -> Ticket<(String, Vec<u8>)> {
        self.papers.ask(&self.wake, move |desk| {
            let dossier = mou_dossier(&desk.store.rows(), id)?;
            let file = papers::editable(&mut desk.engine, &dossier, language, desk.store.places())?;
            let name = papers::file_name(&dossier, language);
            Ok((name.replace(".pdf", ".docx"), file))
        })
    }

    /// Prints all MoUs into a folder, one after the other, until all are done or somebody stops it.
    pub fn print_all(&self, folder: PathBuf, progress: Arc<Progress>) -> Ticket<usize> {
        let wake = Arc::clone(&self.wake);
        self.papers.ask(&self.wake, move |desk| {
            let mous = mous_in_order(&desk.store.rows())?;
            progress.all.store(mous.len(), Ordering::Relaxed);
            let (mut printed, mut names) = (0, BTreeSet::new());
            for id in mous {
                if progress.stop.load(Ordering::Relaxed) {
                    break;
                }
                let (name, pdf) = paper_of(desk, id, None)?;
                papers::save_paper(&folder.join(papers::free_name(&name, &mut names)), &pdf)?;
                printed += 1;
                progress.done.store(printed, Ordering::Relaxed);
                wake();
            }
            Ok(printed)
        })
    }

    /// Writes a list as it is seen into a file: a workbook, comma-separated values, a text to edit or pages, as the name ends.
    pub fn export(&self, export: Export, path: PathBuf) -> Ticket<PathBuf> {
        let now = self.machine.now();
        self.papers.ask(&self.wake, move |desk| {
            let paper = export.paper(&mut desk.store)?;
            write_list(desk, &paper, now, &path)?;
            Ok(path)
        })
    }

    /// Writes a list that is complete in the same way.
    pub fn write_list(&self, paper: ListPaper, path: PathBuf) -> Ticket<PathBuf> {
        let now = self.machine.now();
        self.papers.ask(&self.wake, move |desk| {
            write_list(desk, &paper, now, &path)?;
            Ok(path)
        })
    }

    /// Prepares a picture or file and keeps its bytes; the record that speaks of it is added afterwards.
    pub fn take_picture(&self, source: Source) -> Ticket<TakenPicture> {
        self.pictures.ask(&self.wake, move |desk| desk.take(&source))
    }

    /// The pixels of a small or the large picture; nothing where it is no picture or not on this laptop.
    pub fn pixels(&self, sha256: String, small: bool) -> Ticket<Option<Pixels>> {
        self.pictures.ask(&self.wake, move |desk| desk.pixels(&sha256, small))
    }

    /// Writes the bytes of a picture or file to a path.
    pub fn save_picture(&self, sha256: String, path: PathBuf) -> Ticket<PathBuf> {
        self.pictures.ask(&self.wake, move |desk| desk.save(&sha256, &path).map(|()| path))
    }

    /// Makes a copy if anything changed, and lets the data file go.
    pub fn close(mut self) -> Result<Option<BackupCopy>> {
        self.papers.finish();
        self.pictures.finish();
        self.reader.finish();
        if let Some(session) = self.writer.finish() {
            return session.close();
        }
        let closed = self.shared.closed.lock().unwrap_or_else(PoisonError::into_inner).take();
        closed.unwrap_or_else(|| Err(ErrorKind::Bug("the writer is gone").into()))
    }
}

fn write_list(desk: &mut PaperDesk, paper: &ListPaper, now: i64, path: &Path) -> Result<()> {
    let bytes = match path.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => paper.csv(),
        Some("xlsx") => paper.xlsx().map_err(papers::paper_error)?,
        Some("docx") => crate::documents::docx::docx(&paper.document()).map_err(papers::paper_error)?,
        _ => papers::pdf_of(&mut desk.engine, &paper.document(), now)?,
    };
    papers::save_paper(path, &bytes)
}

fn back_up_in_time(session: &mut Session, shared: &Shared) {
    match session.back_up_in_time() {
        Ok(Some(copy)) => shared.with_status(|status| {
            status.copy = Some(copy);
            status.copy_failed = None;
        }),
        Ok(None) => {}
        // The command itself was saved; the copy is tried again after the next one.
        Err(error) => shared.with_status(|status| status.copy_failed = Some(error.message())),
    }
}

fn paper_of(desk: &mut PaperDesk, id: Id<Mou>, language: Option<PrintLanguage>) -> Result<(String, Vec<u8>)> {
    let rows = desk.store.rows();
    let dossier = mou_dossier(&rows, id)?;
    let paper = papers::print(&mut desk.engine, Some(&rows), &dossier, language, desk.store.places())?;
    Ok((papers::file_name(&dossier, language), paper.pdf))
}
