//! Pictures and files (ảnh, tệp) of any record. The bytes lie beside the register under their SHA-256.

use super::record::{codes, record};
use super::{Artisan, Conference, Id, Mou, Organisation, Person, Product, ProgrammeItem, Village};
use crate::vietnamese::PartialDate;

codes! {
    /// By what right a picture may be shown and printed (Law on Intellectual Property 50/2005/QH11, articles
    /// 14 and 20: photographs are protected works).
    PictureRight, "picture-right" {
        /// Nobody has asked.
        #[default]
        Unknown = "unknown",
        /// Taken by the office itself.
        Own = "own",
        /// The author allowed it.
        Allowed = "allowed",
        /// Free to use.
        Free = "free",
        /// Not to be shown outside the office.
        Internal = "internal",
    }
}

codes! {
    /// Whether the people who can be recognised agreed (Civil Code 91/2015/QH13, article 32).
    PictureConsent, "picture-consent" {
        /// Nobody has asked.
        #[default]
        Unknown = "unknown",
        /// Nobody can be recognised.
        Nobody = "nobody",
        /// They agreed.
        Given = "given",
        /// They did not agree.
        Refused = "refused",
    }
}

record! {
    /// A picture or file of exactly one record.
    Picture {
        /// The village it belongs to.
        village: Option<Id<Village>>,
        /// The artisan it belongs to.
        artisan: Option<Id<Artisan>>,
        /// The person it belongs to.
        person: Option<Id<Person>>,
        /// The organisation it belongs to.
        organisation: Option<Id<Organisation>>,
        /// The product it belongs to.
        product: Option<Id<Product>>,
        /// The conference it belongs to.
        conference: Option<Id<Conference>>,
        /// The MoU it belongs to.
        mou: Option<Id<Mou>>,
        /// The point of a programme it belongs to: what is shown or read there.
        programme_item: Option<Id<ProgrammeItem>>,
        /// SHA-256 of its bytes in hexadecimal.
        sha256: String,
        /// The name it had.
        file_name: String,
        /// "jpeg", "png" for pictures; the ending of the name for other files.
        media: String,
        /// Width in pixels; nothing for files that are no pictures.
        width: Option<i64>,
        /// Height in pixels.
        height: Option<i64>,
        /// How many bytes.
        length: i64,
        /// Caption.
        caption: String,
        /// Caption in English.
        caption_en: String,
        /// Who took it.
        author: String,
        /// When it was taken.
        taken: Option<PartialDate>,
        /// By what right it is used.
        usage_right: PictureRight,
        /// Whether the people shown agreed.
        consent: PictureConsent,
        /// Place among the pictures of its record.
        sequence: i64,
        /// The picture that stands for the record.
        is_main: bool,
        /// Remark of the office.
        note: String,
    }
}

impl Picture {
    /// Whether it may be printed for the public: there is a right to use it, and the people shown agreed or
    /// nobody can be recognised. What nobody asked is no.
    pub fn may_be_published(&self) -> bool {
        let right =
            matches!(self.usage_right, PictureRight::Own | PictureRight::Allowed | PictureRight::Free);
        right && matches!(self.consent, PictureConsent::Nobody | PictureConsent::Given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_somebody_asked_and_nobody_refused_is_published() {
        let mut may = Vec::new();
        for right in PictureRight::ALL {
            for consent in PictureConsent::ALL {
                let picture = Picture { usage_right: *right, consent: *consent, ..Picture::default() };
                if picture.may_be_published() {
                    may.push((*right, *consent));
                }
            }
        }
        let rights = [PictureRight::Own, PictureRight::Allowed, PictureRight::Free];
        let asked = [PictureConsent::Nobody, PictureConsent::Given];
        let expected: Vec<_> =
            rights.iter().flat_map(|right| asked.map(|consent| (*right, consent))).collect();
        assert_eq!(may, expected);
    }
}
