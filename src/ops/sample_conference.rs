//! The conference of the sample book: its plan and who is invited.

use super::sample::{Filling, code, day, set};
use super::sample_files::{ConferenceFile, ParticipantFile};
use crate::domain::{
    BudgetLine, CommitteeMember, Conference, ConferenceTask, Id, Organisation, Participation, ProgrammeItem,
};
use crate::error::{ErrorKind, Result};
use crate::places::CommuneCode;
use crate::vietnamese::parse_time;

impl Filling<'_, '_> {
    pub(super) fn conferences(&mut self, files: &[ConferenceFile]) -> Result<()> {
        for file in files {
            let names = |keys: &[String]| -> Result<String> {
                let names: Result<Vec<_>> = keys.iter().map(|key| self.organisation_name(key)).collect();
                Ok(names?.join(", "))
            };
            let conference = Conference {
                name: file.name.clone(),
                name_en: file.name_en.clone(),
                theme: file.theme.clone(),
                kind: code(&file.kind),
                from_date: day(&file.from),
                to_date: day(&file.to),
                venue: file.venue.clone(),
                venue_en: file.venue_en.clone(),
                commune: CommuneCode::parse(&file.commune),
                street: file.street.clone(),
                host: self.id(&file.host)?,
                cohosts: names(&file.cohosts)?,
                sponsors: names(&file.sponsors)?,
                planned_delegates: file.planned.delegates,
                planned_booths: file.planned.booths,
                planned_mous: file.planned.mous,
                code_prefix: file.code_prefix.clone(),
                state: code(&file.state),
                invented: file.invented,
                answer_by: day(&file.answer_by),
                contact: file.contact.clone(),
                chair: self.id(&file.chair)?,
                secretary: self.id(&file.secretary)?,
                meeting_tables: file.meetings.tables,
                meeting_minutes: file.meetings.minutes,
                meeting_from: parse_time(&file.meetings.from).ok(),
                meeting_to: parse_time(&file.meetings.to).ok(),
                ..Conference::default()
            };
            let id = Id::from_any(self.add(&file.key, conference)?);
            self.conference_parts(id, file)?;
            for participant in &file.participants {
                self.participation(id, participant)?;
            }
        }
        Ok(())
    }

    fn organisation_name(&self, key: &str) -> Result<String> {
        let id = self.id::<Organisation>(key)?.ok_or(ErrorKind::Bug("an organisation without a key"))?;
        Ok(self.writer.rows().get(id)?.record.name)
    }

    fn participation(&mut self, conference: Id<Conference>, file: &ParticipantFile) -> Result<()> {
        let participation = Participation {
            conference: Some(conference),
            person: self.id(&file.person)?,
            organisation: self.id(&file.organisation)?,
            guest_group: code(&file.guest_group),
            protocol_order: file.protocol_order,
            class: code(&file.class),
            invitation_number: file.invitation_number.clone(),
            invitation_channel: code(&file.invitation_channel),
            invited_on: day(&file.invited_on),
            answer: code(&file.answer),
            substitute_for: self.id(&file.substitute_for)?,
            forms: set(&file.forms),
            code: file.code.clone(),
            companions: file.companions,
            meal: code(&file.meal),
            consent: false,
            note: file.notes.clone(),
            ..Participation::default()
        };
        self.add(&file.code, participation)?;
        Ok(())
    }

    /// Programme, committee, tasks and budget.
    fn conference_parts(&mut self, id: Id<Conference>, file: &ConferenceFile) -> Result<()> {
        let conference = Some(id);
        for (item, number) in file.programme.iter().zip(1..) {
            let item = ProgrammeItem {
                conference,
                date: day(&file.from),
                start: parse_time(&item.start).ok(),
                minutes: item.minutes,
                point: item.point.clone(),
                point_en: item.point_en.clone(),
                person: self.id(&item.person)?,
                speaker: item.speaker.clone(),
                ..ProgrammeItem::default()
            };
            self.add(&format!("{number}"), item)?;
        }
        for (member, sequence) in file.committee.iter().zip(1..) {
            let member = CommitteeMember {
                conference,
                subcommittee: code(&member.subcommittee),
                person: self.id(&member.person)?,
                duty: member.duty.clone(),
                work: member.work.clone(),
                sequence,
            };
            self.add(&format!("{sequence}"), member)?;
        }
        for (task, number) in file.tasks.iter().zip(1..) {
            let task = ConferenceTask {
                conference,
                task: task.task.clone(),
                responsible: task.responsible.clone(),
                due: day(&task.due),
                state: code(&task.state),
                done_on: day(&task.done_on),
                ..ConferenceTask::default()
            };
            self.add(&format!("{number}"), task)?;
        }
        for (line, number) in file.budget.iter().zip(1..) {
            let line = BudgetLine {
                conference,
                item: line.item.clone(),
                planned: line.planned,
                spent: line.spent,
                paid_by: line.source.clone(),
                ..BudgetLine::default()
            };
            self.add(&format!("{number}"), line)?;
        }
        Ok(())
    }
}
