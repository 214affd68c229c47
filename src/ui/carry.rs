//! Carrying out what screens asked for, after the frame; and taking the answers that came meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use eframe::egui;

use super::action::{Action, ConferencePart, Preference, Route};
use super::app::{AfterOpen, App, Dialog};
use super::components::Tone;
use super::palette::Palette;
use super::screens::{ImportDialog, RegisterScreen, Subject, TemplateDialog, has_list};
use super::taking::TakingPictures;
use super::theme;
use super::toasts::Toast;
use crate::domain::{Id, Mou, NumberSeries, Organisation, OrganisationKind, RecordKind};
use crate::error::{Error, Result};
use crate::i18n::{Message, message};
use crate::ops::Command;
use crate::runtime::{Draft, Progress, Ticket};
use crate::store::BackupCopy;

impl App {
    pub(super) fn carry_out(&mut self, context: &egui::Context, actions: Vec<Action>) {
        for action in actions {
            self.carry_one(context, action);
        }
    }

    fn carry_one(&mut self, context: &egui::Context, action: Action) {
        match action {
            Action::Go(route) => self.go(route),
            Action::Replace(route) => {
                self.leave();
                self.route = route;
            }
            Action::Back => self.go_back(),
            Action::Saved(..)
                if matches!(
                    self.back.last(),
                    Some(Route::Mou(_) | Route::Conference(..) | Route::CheckIn(_))
                ) =>
            {
                self.form = None;
                self.go_back();
            }
            Action::Saved(kind, id) => {
                // The form that led here is done with.
                self.form = None;
                self.show(kind, id);
                self.back.pop_if(|before| matches!(before, Route::Form(..) | Route::Part(..)));
            }
            Action::Show(kind, id) => self.show(kind, id),
            Action::Search(kind, text) => {
                self.registers.entry(kind).or_insert_with(|| RegisterScreen::new(kind)).search(text);
                self.go(Route::List(kind));
            }
            Action::ShowList(list) => {
                let kind = list.kind;
                self.registers.entry(kind).or_insert_with(|| RegisterScreen::new(kind)).show_list(list);
                self.go(if kind == RecordKind::Mou { Route::Mous } else { Route::List(kind) });
            }
            Action::Run(command, done) => {
                if let Some(data) = &self.data {
                    self.waiting.commands.push((data.run(*command), done));
                }
            }
            Action::Undo | Action::Redo | Action::TakeBack(..) | Action::TakeBackField(..) => {
                self.take_back(action);
            }
            Action::BackUp => {
                if let Some(data) = &self.data {
                    self.waiting.copy = Some(data.back_up());
                }
            }
            Action::Restore(copy) => self.dialog = Some(Dialog::Restore(copy)),
            Action::NewMou => self.new_mou = self.data.is_some().then(TemplateDialog::default),
            Action::NewMouOf(draft) => {
                if let Some(data) = &self.data {
                    self.waiting.new_mou = Some(data.run(Command::SaveMou(None, draft)));
                }
            }
            Action::PrintAll(folder) => self.print_all(folder),
            Action::Say(tone, words) => self.say(tone, words, None),
            Action::Fail(error) => self.fail(error),
            Action::Prefer(preference) => self.prefer(context, preference),
            Action::Open(path) => self.open_after_asking(path),
            Action::ChooseFile => {
                // What is open stays open until something else is chosen.
                self.waiting.choosing = Some(self.desk.ask_path(super::dialogs::open_register));
            }
            Action::OpenSample => {
                self.close_register();
                self.failure = None;
                self.waiting.opening = Some(self.desk.open_sample(self.preferences.officer.clone()));
            }
            Action::Create(path, office, pattern) => {
                self.close_register();
                self.failure = None;
                self.after_open = Some(AfterOpen { office, pattern });
                self.waiting.opening = Some(self.desk.create(path, self.preferences.officer.clone()));
            }
            Action::CloseFile => self.close_register(),
            Action::Palette => self.palette = Some(Palette::new()),
            Action::TakePictures(kind, id, sources) => {
                if let Some(data) = &self.data {
                    self.waiting.pictures.push(TakingPictures::begin(data, kind, id, sources));
                }
            }
            Action::ImportContacts => self.import = Some(ImportDialog::default()),
            Action::Fill(kind, fields) => {
                let subject = Subject { kind, id: None, of: None };
                let (form, at) = (subject.draft_key(), self.machine.now());
                let draft = Draft { form: form.clone(), name: String::new(), at, fields };
                self.go(Route::Home);
                self.drafts.insert(form, draft);
                self.go(subject.route());
            }
            Action::KeepDraft(draft) => {
                if let Some(data) = &self.data {
                    self.waiting.kept.push(self.desk.keep_draft(data.path(), draft));
                }
            }
            Action::DropDraft(form) => {
                self.drafts.remove(&form);
                if let Some(data) = &self.data {
                    self.waiting.kept.push(self.desk.drop_draft(data.path(), form));
                }
            }
            Action::Quit => self.quit = true,
        }
        context.request_repaint();
    }

    /// Takes something back, or does it again.
    fn take_back(&mut self, action: Action) {
        match action {
            Action::Undo => {
                if let (Some(data), Some(mou)) = (&self.data, &mut self.mou) {
                    mou.save_now(data);
                }
                if let Some(data) = &self.data {
                    self.waiting.taken.push((data.undo(), message("done-undone")));
                }
            }
            Action::Redo => {
                if let Some(data) = &self.data {
                    self.waiting.taken.push((data.redo(), message("done-redone")));
                }
            }
            Action::TakeBack(operation, label) => {
                if let Some(data) = &self.data {
                    self.waiting.taken.push((data.take_back(operation, label), message("done-undone")));
                }
            }
            Action::TakeBackField(operation, row, column, field) => {
                if let Some(data) = &self.data {
                    let label = message("operation-field-back").with("field", field);
                    let taken = data.take_back_field(operation, row, column, label);
                    self.waiting.taken.push((taken, message("done-undone")));
                }
            }
            _ => {}
        }
    }

    pub(super) fn go(&mut self, route: Route) {
        if route == self.route {
            return;
        }
        self.leave();
        self.back.push(self.route);
        if self.back.len() > 50 {
            self.back.remove(0);
        }
        self.route = route;
        match route {
            Route::Care => self.atlas.show_care(),
            Route::Map => self.atlas.show_map(),
            _ => {}
        }
    }

    fn go_back(&mut self) {
        self.leave();
        if let Some(route) = self.back.pop() {
            self.route = route;
        } else {
            self.route = Route::Home;
        }
    }

    /// What was being typed is kept when a form is left; a MoU and what stands on the page of a conference are
    /// saved.
    fn leave(&mut self) {
        if let Some(data) = &self.data {
            let saved = self.conference.save_now(self.machine.office_time().date());
            let saved = saved.into_iter().map(|(command, done)| (data.run(command), done));
            self.waiting.commands.extend(saved);
        }
        if let Some(mut mou) = self.mou.take()
            && let Some(data) = &self.data
        {
            mou.save_now(data);
            self.waiting.left.push(mou);
        }
        let now = self.machine.now();
        let left = self.form.take().and_then(|form| form.draft(now));
        if let Some(draft) = left.or_else(|| self.templates.leave(now))
            && let Some(data) = &self.data
        {
            self.drafts.insert(draft.form.clone(), draft.clone());
            self.waiting.kept.push(self.desk.keep_draft(data.path(), draft));
            self.say(Tone::Busy, message("draft-left"), None);
        }
    }

    fn show(&mut self, kind: RecordKind, id: crate::domain::AnyId) {
        if kind == RecordKind::Mou {
            return self.go(Route::Mou(Id::from_any(id)));
        }
        if kind == RecordKind::Conference {
            return self.go(Route::Conference(Some(Id::from_any(id)), ConferencePart::Plan));
        }
        if !has_list(kind) {
            return;
        }
        self.registers.entry(kind).or_insert_with(|| RegisterScreen::new(kind)).choose(id);
        self.go(Route::List(kind));
    }

    pub(super) fn say(&mut self, tone: Tone, words: Message, undo: Option<i64>) {
        self.toasts.retain(|toast| toast.words != words);
        if self.toasts.len() > 2 {
            self.toasts.remove(0);
        }
        self.toasts.push(Toast { tone, words, until: None, undo });
    }

    pub(super) fn fail(&mut self, error: Error) {
        self.dialog = Some(Dialog::Failure(error));
    }

    fn prefer(&mut self, context: &egui::Context, preference: Preference) {
        match preference {
            Preference::Language(language) => self.preferences.language = Some(language),
            Preference::Look(look) => self.preferences.look = look,
            Preference::Text(percent) => self.preferences.text_percent = percent,
            Preference::Density(density) => self.preferences.density = density,
            Preference::Officer(name) => {
                if let Some(data) = &self.data {
                    self.waiting.kept.push(data.set_officer(name.clone()));
                }
                self.preferences.officer = name;
            }
            Preference::CheckInDesk(desk) => self.preferences.desk = desk,
            Preference::Pack(pack) => self.preferences.pack = Some(pack),
            Preference::Badges(size) => self.preferences.badges = size,
            Preference::Desk(code) => {
                if let Some(data) = &self.data {
                    self.waiting.kept.push(data.set_desk_code(code));
                }
            }
            Preference::Renderer(renderer) => self.preferences.renderer = renderer,
            Preference::Table(table, layout) => {
                self.preferences.tables.insert(table, layout);
            }
        }
        self.theme = theme::apply(context, &self.preferences);
        self.remember();
    }

    fn remember(&mut self) {
        self.waiting.kept.push(self.desk.remember(&self.preferences));
    }

    /// Opens a register; one that lies on a stick or network drive only after asking.
    fn open_after_asking(&mut self, path: PathBuf) {
        let known = self.preferences.recent.contains(&path);
        if !known && self.start.foreign.is_none() && self.desk.is_elsewhere(&path) {
            self.close_register();
            self.start.foreign = Some(path);
            return;
        }
        self.open(path);
    }

    pub(super) fn open(&mut self, path: PathBuf) {
        self.close_register();
        self.failure = None;
        self.waiting.opening = Some(self.desk.open(path, self.preferences.officer.clone()));
    }

    /// Saves, makes a copy, lets the register go.
    pub(super) fn close_register(&mut self) {
        self.leave();
        if let Some(data) = &self.data {
            let drafts = self.conference.drafts(self.machine.now()).into_iter();
            self.waiting.kept.extend(drafts.map(|draft| self.desk.keep_draft(data.path(), draft)));
        }
        if let Some((progress, ..)) = self.waiting.printing.take() {
            progress.stop.store(true, Ordering::Relaxed);
        }
        let Some(data) = self.data.take() else { return };
        self.forget_register();
        if self.route != Route::Gallery {
            self.route = Route::Home;
        }
        let closed = data.close();
        let left = std::mem::take(&mut self.waiting.left);
        let saved = left.into_iter().filter_map(|mut mou| mou.saved()).collect::<Result<()>>();
        // What was asked for last is done as well; it is not said over the next register.
        let asked = std::mem::take(&mut self.waiting.commands);
        let mut answers = asked.into_iter().filter_map(|(ticket, _)| ticket.poll());
        let done = answers.try_for_each(|answer| answer.map(drop));
        if let Err(error) = saved.and(done).and(closed.map(drop)) {
            self.failure = Some(error);
        }
    }

    pub(super) fn restore(&mut self, copy: BackupCopy) {
        let Some(path) = self.data.as_ref().map(|data| data.path().to_owned()) else { return };
        self.close_register();
        self.waiting.restoring = Some((path.clone(), self.desk.restore(path, copy.path)));
    }

    fn print_all(&mut self, folder: PathBuf) {
        let Some(data) = self.data.as_ref().filter(|_| self.waiting.printing.is_none()) else { return };
        let progress = Arc::new(Progress::default());
        let ticket = data.print_all(folder.clone(), Arc::clone(&progress));
        self.waiting.printing = Some((progress, ticket, folder));
    }

    /// Takes every answer that is there.
    pub(super) fn poll(&mut self) {
        self.poll_opening();
        self.poll_left();
        self.poll_pictures();
        self.poll_commands();
        if let Some(answer) = take(&mut self.waiting.copy) {
            match answer {
                Ok(copy) => {
                    let path = copy.path.display().to_string();
                    self.say(Tone::Good, message("done-copy").with("path", path), None);
                }
                Err(error) => self.fail(error),
            }
        }
        if let Some(answer) = take(&mut self.waiting.new_mou) {
            match answer {
                Ok(outcome) => {
                    if let Some(id) = outcome.id {
                        self.go(Route::Mou(Id::<Mou>::from_any(id)));
                    }
                }
                Err(error) => self.fail(error),
            }
        }
        if let Some((_, ticket, _)) = &self.waiting.printing
            && let Some(answer) = ticket.poll()
            && let Some((_, _, folder)) = self.waiting.printing.take()
        {
            match answer {
                Ok(count) => {
                    let words = message("done-printed")
                        .with("count", count)
                        .with("path", folder.display().to_string());
                    self.say(Tone::Good, words, None);
                }
                Err(error) => self.fail(error),
            }
        }
        let mut kept = std::mem::take(&mut self.waiting.kept);
        let mut failures = Vec::new();
        kept.retain(|ticket| match ticket.poll() {
            None => true,
            Some(Ok(())) => false,
            Some(Err(error)) => {
                failures.push(error);
                false
            }
        });
        self.waiting.kept = kept;
        for error in failures {
            self.say(Tone::Look, error.message(), None);
        }
    }

    /// A MoU that was left and could not be saved is shown again, with what was typed into it.
    fn poll_left(&mut self) {
        for mut mou in std::mem::take(&mut self.waiting.left) {
            match mou.saved() {
                None => self.waiting.left.push(mou),
                Some(Ok(())) => {}
                Some(Err(error)) => {
                    self.go(Route::Mou(mou.id()));
                    self.mou = Some(mou);
                    self.fail(error);
                }
            }
        }
    }

    /// Pictures that are ready become records of theirs, in one step.
    fn poll_pictures(&mut self) {
        for mut taking in std::mem::take(&mut self.waiting.pictures) {
            let Some(command) = taking.poll() else {
                self.waiting.pictures.push(taking);
                continue;
            };
            for why in taking.refused.iter().take(2) {
                self.say(Tone::Look, why.clone(), None);
            }
            if taking.refused.len() > 2 {
                let words = message("photos-refused").with("count", taking.refused.len() - 2);
                self.say(Tone::Look, words, None);
            }
            if let (Some(data), Command::AddMany(records)) = (&self.data, &command)
                && !records.is_empty()
            {
                let count = records.len();
                self.waiting.added.push((data.run(command), count));
            }
        }
        for (ticket, count) in std::mem::take(&mut self.waiting.added) {
            match ticket.poll() {
                None => self.waiting.added.push((ticket, count)),
                Some(Ok(outcome)) if outcome.changed.operation == 0 => {
                    self.say(Tone::Look, message("photos-known"), None);
                }
                Some(Ok(outcome)) => {
                    let done = message("photos-added").with("count", count);
                    self.say(Tone::Good, done, Some(outcome.changed.operation));
                }
                Some(Err(error)) => self.fail(error),
            }
        }
    }

    fn poll_commands(&mut self) {
        let commands = std::mem::take(&mut self.waiting.commands);
        for (ticket, done) in commands {
            match ticket.poll() {
                None => self.waiting.commands.push((ticket, done)),
                Some(Ok(outcome)) => {
                    if done != Message::default() {
                        let operation = outcome.changed.operation;
                        self.say(Tone::Good, done, (operation != 0).then_some(operation));
                    }
                    if let Some(warning) = outcome.warnings.first() {
                        self.say(Tone::Look, warning.message.clone(), None);
                    }
                }
                Some(Err(error)) => self.fail(error),
            }
        }
        let taken = std::mem::take(&mut self.waiting.taken);
        for (ticket, done) in taken {
            match ticket.poll() {
                None => self.waiting.taken.push((ticket, done)),
                Some(Ok(taken)) if taken.kept.is_empty() => {
                    self.say(Tone::Good, done.with("what", taken.what), None);
                }
                Some(Ok(taken)) => {
                    let words = message("done-partly").with("count", taken.kept.len());
                    self.say(Tone::Look, words, None);
                }
                Some(Err(error)) => self.say(Tone::Look, error.message(), None),
            }
        }
    }

    fn poll_opening(&mut self) {
        if let Some(answer) = take(&mut self.waiting.choosing) {
            match answer {
                Ok(Some(path)) => self.open_after_asking(path),
                Ok(None) => {}
                Err(error) => self.failure = Some(error),
            }
        }
        if let Some(answer) = take(&mut self.waiting.copying) {
            match answer {
                Ok(path) => self.open(path),
                Err(error) => self.failure = Some(error),
            }
        }
        if let Some((_, ticket)) = &self.waiting.restoring
            && let Some(answer) = ticket.poll()
            && let Some((path, _)) = self.waiting.restoring.take()
        {
            match answer {
                Ok(_) => {
                    self.say(Tone::Good, message("done-restored-copy"), None);
                    self.open(path);
                }
                Err(error) => self.failure = Some(error),
            }
        }
        let Some(answer) = take(&mut self.waiting.opening) else { return };
        match answer {
            Ok(data) => {
                let path = data.path().to_owned();
                if let Some(AfterOpen { office, pattern }) = self.after_open.take() {
                    let year = i64::from(self.machine.office_time().year());
                    let office = Organisation {
                        name: office,
                        kind: OrganisationKind::Association,
                        ..Organisation::default()
                    };
                    let name = message("series-first").text(self.language());
                    let series =
                        NumberSeries { name, pattern, year: Some(year), first: 1, note: String::new() };
                    for record in [office.into(), series.into()] {
                        self.waiting.commands.push((data.run(Command::Add(record)), Message::default()));
                    }
                }
                self.data = Some(data);
                self.opened(&path);
            }
            Err(error) => {
                self.after_open = None;
                self.failure = Some(error);
            }
        }
    }

    fn opened(&mut self, path: &Path) {
        if self.preferences.language.is_none() {
            self.preferences.language = Some(self.language());
        }
        self.preferences.opened(path);
        self.remember();
        let drafts = Draft::all(&self.machine, path);
        self.drafts = drafts.iter().map(|draft| (draft.form.clone(), draft.clone())).collect();
        if !drafts.is_empty() {
            self.dialog = Some(Dialog::Drafts(drafts));
        }
    }
}

/// The answer of a ticket that is there; the ticket goes with it.
fn take<A>(ticket: &mut Option<Ticket<A>>) -> Option<Result<A>> {
    let answer = ticket.as_ref().and_then(Ticket::poll)?;
    *ticket = None;
    Some(answer)
}
