//! Persons (người) and their craft side (nghệ nhân). A person can be artisan, contact, delegate and
//! officer at once; each role refers to the person.

use super::record::{CodeSet, PhoneNumbers, codes, record};
use super::{Id, Village};
use crate::i18n::Language;
use crate::places::CommuneCode;
use crate::vietnamese::{PartialDate, Sex};

record! {
    /// A person.
    Person {
        /// Full name in Vietnamese order, without titles.
        full_name: String,
        /// Name for sorting, given name first; empty follows the rule, text wins over it.
        sort_name: String,
        /// Honorific: "Ông", "Bà", "Đồng chí".
        honorific: String,
        /// Sex as on the identity card.
        sex: Option<Sex>,
        /// Birth, perhaps only a year.
        birth: Option<PartialDate>,
        /// Telephone numbers.
        phones: PhoneNumbers,
        /// E-mail address.
        email: String,
        /// Commune of the current list.
        commune: Option<CommuneCode>,
        /// House, street or hamlet.
        street: String,
        /// Address before 1 July 2025, as text.
        former_address: String,
        /// Code of the commune of that address in the list before 1 July 2025.
        former_commune: Option<CommuneCode>,
        /// Personal id number (số định danh cá nhân); shown masked.
        personal_id: String,
        /// Invented for the sample book.
        invented: bool,
        /// Remark of the office.
        note: String,
        /// Tags of the office.
        tags: CodeSet,
    }
}

impl Person {
    /// Somebody new: "Bà Nguyễn Thị Hường" is a woman spoken of as "Bà".
    pub fn called(words: &str) -> Self {
        let spoken = ["Ông", "Bà"].iter().find_map(|form| {
            let rest = words.strip_prefix(form)?.strip_prefix(' ')?;
            Some(((*form).to_owned(), rest.to_owned()))
        });
        let (honorific, full_name) = spoken.unwrap_or_else(|| (String::new(), words.to_owned()));
        Self { full_name, honorific, ..Self::default() }
    }

    /// How the person is spoken of: as noted, else by sex.
    pub fn polite(&self) -> &str {
        match self.honorific.as_str() {
            "" if self.is_woman() => "Bà",
            "" => "Ông",
            noted => noted,
        }
    }

    /// The same in a language: "Ông", "Mr."; English keeps no titles of honour.
    pub fn polite_in(&self, language: Language) -> &str {
        match language {
            Language::Vi => self.polite(),
            Language::En if self.is_woman() => "Ms.",
            Language::En => "Mr.",
        }
    }

    /// Whether the person is a woman, as far as is known; where nothing is noted, "Thị" in the name says so.
    pub fn is_woman(&self) -> bool {
        let named = || self.full_name.split(' ').skip(1).any(|word| word == "Thị");
        let spoken = || self.honorific == "Bà" || (self.honorific.is_empty() && named());
        self.sex.map_or_else(spoken, |sex| sex == Sex::Female)
    }
}

codes! {
    /// Whether an artisan works.
    ArtisanState, "artisan-state" {
        /// Works.
        #[default]
        Working = "working",
        /// Rests.
        Resting = "resting",
        /// Has died.
        Dead = "dead",
    }
}

record! {
    /// The craft side of a person.
    Artisan {
        /// The person.
        person: Option<Id<Person>>,
        /// The village.
        village: Option<Id<Village>>,
        /// The craft in words.
        craft: String,
        /// The year of starting.
        started: Option<i64>,
        /// Whether the artisan works.
        state: ArtisanState,
        /// Signature works.
        works: String,
        /// How many were taught.
        taught: Option<i64>,
        /// Remark of the office.
        note: String,
        /// Tags of the office.
        tags: CodeSet,
    }
}

record! {
    /// A master and an apprentice.
    Apprenticeship {
        /// Who taught.
        master: Option<Id<Artisan>>,
        /// Who learned.
        apprentice: Option<Id<Artisan>>,
        /// From when.
        from_date: Option<PartialDate>,
        /// Until when.
        to_date: Option<PartialDate>,
        /// Remark of the office.
        note: String,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_called_thi_is_spoken_of_as_a_woman_where_nothing_else_is_noted() {
        let person = |name: &str, honorific: &str, sex| Person {
            full_name: name.into(),
            honorific: honorific.into(),
            sex,
            ..Person::default()
        };
        assert_eq!(person("Lò Thị Pành", "", None).polite(), "Bà");
        assert_eq!(person("Thị Nở Văn", "", None).polite(), "Ông", "a family name says nothing");
        assert_eq!(person("Nguyễn Thị Lộ", "Ông", None).polite(), "Ông", "what is noted counts");
        assert_eq!(person("Trần Thị Nam", "", Some(Sex::Male)).polite(), "Ông");
    }
}
