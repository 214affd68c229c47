//! Papers for the guests of a conference: letters, form, list to sign, badges, certificates.

use super::{GM, Papers, courtesy};
use crate::documents::badges::{Badge, BadgeGroup, BadgeSize, Badges};
use crate::documents::certificate::{Attendee, Certificates};
use crate::documents::conference::attendance::{Attendance, BLANK_ROWS, Delegate, Group};
use crate::documents::conference::letters::{Invitation, Thanks};
use crate::documents::conference::registration::RegistrationForm;
use crate::documents::conference::{Guest, Head};
use crate::domain::{Booth, ConsentPurpose, GuestGroup, Id, Participation, ParticipationForm, ProgrammeItem};
use crate::error::Result;
use crate::i18n::{Language, message};
use crate::ops::{ConferenceReport, DeskEntries, Query as _, Signers, has_badge, programme, signers};
use crate::vietnamese::{joined, long_date, phone, show_time};

/// So many points of a programme stand in an invitation as they are.
const SHORT: usize = 7;

impl Papers<'_> {
    pub(super) fn invitations(&mut self, only: Option<&[Id<Participation>]>) -> Result<Invitation> {
        let mut guests = self.guests(only)?;
        if only.is_none() {
            // Who came by oneself or instead of somebody was not invited by letter.
            guests.retain(|guest| !guest.record.walk_in && guest.record.substitute_for.is_none());
        }
        let points = programme(self.store.rows(), self.id)?;
        let programme: Vec<_> = points.into_iter().map(|(item, _)| item.record).collect();
        let chair = self.store.rows().linked(self.conference.chair)?.map(|chair| chair.record);
        // In short: of a long programme what takes its time and somebody leads.
        let long = programme.len() > SHORT;
        let leads = |item: &&ProgrammeItem| {
            let led = item.person.is_some() || !item.speaker.is_empty();
            !long || (led && item.minutes.is_none_or(|minutes| minutes >= 30))
        };
        let points = programme.iter().filter(leads).map(|item| {
            let point = self.language.pick(&item.point, &item.point_en);
            let time = item.start.map(|time| show_time(time, self.language)).unwrap_or_default();
            [time, point.to_owned()]
        });
        // With the number and the day of the letter, also when it is printed again later.
        let invited = |guest: &crate::ops::Guest| {
            let own = &guest.record.invitation_number;
            let number = if own.is_empty() { String::new() } else { self.number(own, GM) };
            Guest { number, date: guest.record.invited_on, ..Self::named(guest) }
        };
        Ok(Invitation {
            head: Head { number: self.number("", GM), ..self.head() },
            conference: self.name(),
            theme: self.conference.theme.clone(),
            hosts: self.conference.cohosts.clone(),
            chair: chair
                .map(|chair| format!("{} {}", courtesy(chair.polite(), self.language), chair.full_name))
                .unwrap_or_default(),
            time: self.time(&programme),
            place: self.place(),
            programme: points.collect(),
            answer_by: self.conference.answer_by.map(|day| self.day(day)).unwrap_or_default(),
            contact: self.conference.contact.clone(),
            recipients: self.recipients(true, ""),
            signer: self.signer(self.language)?,
            guests: guests.iter().map(invited).collect(),
        })
    }

    pub(super) fn thanks(&mut self, only: Option<&[Id<Participation>]>) -> Result<Thanks> {
        let answer = ConferenceReport { conference: self.id }.answer(self.store)?;
        Ok(Thanks {
            head: self.head(),
            conference: self.name(),
            time: self.days(self.language),
            place: self.place(),
            results: self.results(&answer),
            recipients: self.recipients(true, ""),
            signer: self.signer(self.language)?,
            guests: self.present(only)?.iter().map(Self::named).collect(),
        })
    }

    pub(super) fn registration(&self) -> RegistrationForm {
        RegistrationForm {
            agency: self.agency(),
            conference: self.name(),
            time: self.days(self.language),
            place: self.place(),
            send_by: self.conference.answer_by.map(|day| self.day(day)).unwrap_or_default(),
            send_to: self.conference.contact.clone(),
            language: self.language,
        }
    }

    pub(super) fn attendance(&mut self) -> Result<Attendance> {
        let guests = self.guests(None)?;
        let expected = guests.iter().filter(|guest| guest.record.is_expected());
        let delegates = expected.map(|guest| Delegate {
            name: format!("{} {}", guest.polite, guest.name),
            office: joined([&guest.title, &guest.organisation], ", "),
            phone: guest.phones.0.first().map(|number| phone_of(guest, &number.digits)).unwrap_or_default(),
        });
        Ok(Attendance {
            agency: self.agency(),
            conference: self.name(),
            time: self.days(self.language),
            place: self.venue(self.language),
            groups: vec![Group { heading: String::new(), delegates: delegates.collect() }],
            blank_rows: BLANK_ROWS,
            language: self.language,
        })
    }

    pub(super) fn badges(&mut self, size: BadgeSize, only: Option<&[Id<Participation>]>) -> Result<Badges> {
        let entries = DeskEntries { conference: Some(self.id), today: self.today }.answer(self.store)?;
        let mut guests = self.guests(only)?;
        guests
            .retain(|guest| only.is_some() || has_badge(&guest.record, entries.arrival(guest.id).is_some()));
        let rows = self.store.rows();
        let signers = signers(rows, self.id)?;
        let mut booths: Vec<Booth> =
            rows.children::<Booth>("conference", self.id.any())?.into_iter().map(|of| of.record).collect();
        booths.retain(|booth| booth.takes_part(false));
        booths.sort_by(|one, other| one.code.cmp(&other.code));
        let badge = |guest: &crate::ops::Guest| Badge {
            group: badge_group(&guest.record),
            honorific: guest.polite.clone(),
            name: guest.name.clone(),
            position: guest.title.clone(),
            organisation: guest.organisation.clone(),
            code: guest.record.code.clone(),
            seat: self.seat(&guest.record, &booths, &signers),
        };
        Ok(Badges {
            size,
            host: self.agency(),
            conference: self.name(),
            date: self.conference.from_date.map(|day| self.day(day)).unwrap_or_default(),
            place: self.venue(self.language),
            badges: guests.iter().map(badge).collect(),
            language: self.language,
        })
    }

    /// Where a guest belongs: at which booth, and when it is the guest's turn to sign.
    fn seat(&self, guest: &Participation, booths: &[Booth], signers: &Signers) -> String {
        let own =
            booths.iter().filter(|booth| booth.organisation.is_some_and(|id| guest.organisation == Some(id)));
        let codes: Vec<&str> = own.map(|booth| booth.code.as_str()).collect();
        let exhibits = guest.forms.0.contains(ParticipationForm::Booth.code()) && !codes.is_empty();
        let booth = exhibits.then(|| message("sign-booth").with("code", codes.join(", ")));
        let signs = signers.of(guest).filter(|signs| signs.in_person).map(|signs| match signs.batch {
            0 => message("badge-signs").with("place", signs.place),
            batch => message("badge-signs-batch").with("place", signs.place).with("batch", batch),
        });
        let said: Vec<String> = booth.iter().chain(&signs).map(|words| self.say(words)).collect();
        said.join(" · ")
    }

    pub(super) fn certificates(&mut self, only: Option<&[Id<Participation>]>) -> Result<Certificates> {
        let languages = [Language::Vi, Language::En];
        let [signer, english] = [self.signer(Language::Vi)?, self.signer(Language::En)?];
        let last = self.conference.to_date.or(self.conference.from_date);
        let held = languages.map(|language| joined([self.days(language), self.venue(language)], ", "));
        let given = languages.map(|language| {
            let day = last.map(|day| long_date(day, language)).unwrap_or_default();
            joined([self.province(), day], ", ")
        });
        let language = std::mem::replace(&mut self.language, Language::Vi);
        let present = self.present(only);
        self.language = language;
        let present = present?;
        let mut in_english = present.clone();
        self.english_guests(&mut in_english)?;
        let role = |guest: &crate::ops::Guest| joined([&guest.title, &guest.organisation], ", ");
        let attendees = present.iter().zip(&in_english).map(|(guest, english)| {
            let roles = [role(guest), role(english)];
            let again = roles[0] == roles[1];
            Attendee {
                honorific: [guest.polite.clone(), english.polite.clone()],
                name: guest.name.clone(),
                role: if again { [role(guest), String::new()] } else { roles },
                number: guest.record.code.clone(),
            }
        });
        Ok(Certificates {
            host: [self.host.name.clone(), self.host.name_en.clone()],
            conference: [self.conference.name.clone(), self.conference.name_en.clone()],
            held,
            given,
            position: [signer.position, english.position],
            signer: signer.name,
            attendees: attendees.collect(),
            language: self.language,
        })
    }
}

/// A telephone number on a list that lies on the desk for all to see: whole only of who agreed to be found by
/// partners.
fn phone_of(guest: &crate::ops::Guest, digits: &str) -> String {
    if guest.record.agreed(ConsentPurpose::Partners) { phone::show(digits) } else { phone::masked(digits) }
}

/// The band of a badge: those of the committee and the press are known by their group, exhibitors by what they
/// come for, guests are leaders and bodies.
fn badge_group(record: &Participation) -> BadgeGroup {
    match record.guest_group {
        GuestGroup::Organiser => BadgeGroup::Organiser,
        GuestGroup::Press => BadgeGroup::Press,
        GuestGroup::Central | GuestGroup::Province | GuestGroup::Department | GuestGroup::Sponsor => {
            BadgeGroup::Guest
        }
        _ if record.forms.0.contains(ParticipationForm::Booth.code()) => BadgeGroup::Exhibitor,
        _ => BadgeGroup::Delegate,
    }
}
