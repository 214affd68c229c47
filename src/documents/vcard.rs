//! Contacts as vCard files (RFC 2426, version 3.0: the one every telephone and mail program reads), and as a QR
//! code. Only what is public goes out: no personal id, no account.

use fast_qr::{ECL, QRBuilder};

/// A person or organisation as a contact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Whether it is an organisation.
    pub is_organisation: bool,
    /// Full name in Vietnamese order.
    pub name: String,
    /// "Ông", "Bà".
    pub honorific: String,
    /// Where the person works.
    pub organisation: String,
    /// What the person is there.
    pub title: String,
    /// Telephone numbers, digits with the leading 0.
    pub phones: Vec<String>,
    /// E-mail address.
    pub email: String,
    /// Website.
    pub website: String,
    /// Address in one line.
    pub address: String,
    /// Day of birth as `1971-03-02`, `1971-03` or `1971`; read, never written.
    pub birth: String,
}

/// Longer lines are folded (RFC 2426, 2.6), in bytes.
const LONGEST: usize = 75;

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace(['\r', '\n'], "\\n")
}

impl Contact {
    /// The contact as one card.
    pub fn vcard(&self) -> String {
        let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:3.0".to_owned()];
        let mut add = |name: &str, value: &str| {
            if !value.is_empty() {
                lines.push(format!("{name}:{}", escaped(value)));
            }
        };
        add("FN", &self.name);
        if self.is_organisation {
            add("ORG", &self.name);
        } else {
            add("ORG", &self.organisation);
            add("TITLE", &self.title);
        }
        for phone in &self.phones {
            // Abroad, too: the leading 0 is only for calls at home.
            let digits = phone.strip_prefix('0').map_or_else(|| phone.clone(), |rest| format!("+84{rest}"));
            add("TEL;TYPE=VOICE", &digits);
        }
        add("EMAIL;TYPE=INTERNET", &self.email);
        add("URL", &self.website);
        if !self.address.is_empty() {
            lines.push(format!("ADR;TYPE=WORK:;;{};;;;Việt Nam", escaped(&self.address)));
        }
        // Family, given and middle names: the first word, the last, what stands between.
        let words: Vec<&str> = self.name.split_whitespace().collect();
        let structured = match words.as_slice() {
            [family, middle @ .., given] if !self.is_organisation => format!(
                "N:{};{};{};{};",
                escaped(family),
                escaped(given),
                escaped(&middle.join(" ")),
                escaped(&self.honorific)
            ),
            _ => format!("N:{};;;;", escaped(&self.name)),
        };
        lines.insert(3.min(lines.len()), structured);
        lines.push("END:VCARD".to_owned());
        lines.iter().map(|line| folded(line)).collect()
    }

    /// The cards of a file; what cannot be read is passed over.
    pub fn read_all(file: &[u8]) -> Vec<Self> {
        let text = String::from_utf8_lossy(file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file)).into_owned();
        let mut all = Vec::new();
        let mut open: Option<Self> = None;
        for line in unfolded(&text) {
            let Some((property, value)) = line.split_once(':') else { continue };
            let mut parts = property.split(';');
            let name = parts.next().unwrap_or_default();
            // A group before the name, as Apple writes it: "item1.TEL".
            let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
            let quoted = parts.any(|part| part.to_ascii_uppercase().contains("QUOTED-PRINTABLE"));
            let value = if quoted { from_quoted_printable(value) } else { value.to_owned() };
            match (name.as_str(), &mut open) {
                ("BEGIN", _) => open = Some(Self::default()),
                ("END", _) => all.extend(open.take().map(Self::complete)),
                (_, Some(contact)) => contact.take(&name, &value),
                _ => {}
            }
        }
        all.retain(|contact| !contact.name.is_empty());
        all
    }

    fn take(&mut self, name: &str, value: &str) {
        let parts = split_unescaped(value);
        let first = parts.first().cloned().unwrap_or_default();
        match name {
            "FN" => self.name = plain(value),
            "N" => {
                self.honorific = parts.get(3).cloned().unwrap_or_default();
                if self.name.is_empty() {
                    let order = [0, 2, 1].map(|place| parts.get(place).cloned().unwrap_or_default());
                    self.name = order.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
                }
            }
            "KIND" | "X-ABSHOWAS" => {
                self.is_organisation |=
                    ["ORG", "ORGANIZATION", "COMPANY"].contains(&first.to_ascii_uppercase().as_str());
            }
            "ORG" => self.organisation = first,
            "TITLE" => self.title = plain(value),
            "TEL" => self.phones.push(first.trim_start_matches("tel:").to_owned()),
            "EMAIL" if self.email.is_empty() => self.email = plain(value),
            "URL" if self.website.is_empty() => self.website = plain(value),
            "ADR" if self.address.is_empty() => {
                let given = parts.iter().filter(|part| !part.trim().is_empty() && *part != "Việt Nam");
                self.address = given.cloned().collect::<Vec<_>>().join(", ");
            }
            "BDAY" => {
                let digits: String = first.chars().filter(char::is_ascii_digit).collect();
                self.birth = match (digits.get(..4), digits.get(4..6), digits.get(6..8)) {
                    (Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
                    (Some(year), ..) => year.to_owned(),
                    _ => String::new(),
                };
            }
            _ => {}
        }
    }

    fn complete(mut self) -> Self {
        if self.name.is_empty() {
            self.name.clone_from(&self.organisation);
        }
        if self.name == self.organisation {
            self.is_organisation = true;
            self.organisation.clear();
        }
        self
    }
}

/// A line broken after so many bytes between letters, each further one with a space before it.
fn folded(line: &str) -> String {
    let (mut text, mut length) = (String::new(), 0);
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text.push_str("\r\n");
    text
}

/// The lines of a file with folded ones put together, also those that end with `=` (version 2.1).
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        let line = line.trim_end_matches('\r');
        match lines.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(line.get(1..).unwrap_or_default()),
            Some(last) if goes_on => last.push_str(line),
            _ => lines.push(line.to_owned()),
        }
        let last = lines.last_mut();
        goes_on = last.as_ref().is_some_and(|last| {
            last.to_ascii_uppercase().contains("QUOTED-PRINTABLE") && last.ends_with('=')
        });
        if let (true, Some(last)) = (goes_on, last) {
            last.pop();
        }
    }
    lines
}

/// A value divided at semicolons that are not escaped, each part plain.
fn split_unescaped(value: &str) -> Vec<String> {
    let (mut parts, mut part, mut escape) = (Vec::new(), String::new(), false);
    for letter in value.chars() {
        match letter {
            ';' if !escape => parts.push(plain(&std::mem::take(&mut part))),
            _ => part.push(letter),
        }
        escape = letter == '\\' && !escape;
    }
    parts.push(plain(&part));
    parts
}

fn plain(value: &str) -> String {
    let (mut text, mut escape) = (String::new(), false);
    for letter in value.chars() {
        match (escape, letter) {
            (false, '\\') => {
                escape = true;
                continue;
            }
            (true, 'n' | 'N') => text.push(' '),
            (_, letter) => text.push(letter),
        }
        escape = false;
    }
    text.trim().to_owned()
}

fn from_quoted_printable(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let byte = hex.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        if let (b'=', Some(byte)) = (first, byte) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A text as a QR code: rows of dark (true) and light squares; nothing when it is too long for one.
pub fn qr(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let row = |number: usize| {
        (0..code.size).map(|column| code[number].get(column).is_some_and(|square| square.value())).collect()
    };
    Some((0..code.size).map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn contact() -> Contact {
        Contact {
            name: "Nguyễn Thị Minh Hường".into(),
            honorific: "Bà".into(),
            organisation: "HTX Thêu Quất Động; chi nhánh 1, Hà Nội".into(),
            title: "Giám đốc".into(),
            phones: vec!["0912345678".into()],
            email: "huong@htx.example".into(),
            website: "htx.example".into(),
            address: "Thôn Quất Động, xã Thượng Phúc, thành phố Hà Nội".into(),
            ..Contact::default()
        }
    }

    #[test]
    fn a_card_comes_back_as_it_went_out() {
        let card = contact().vcard();
        assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\n") && card.ends_with("END:VCARD\r\n"));
        assert!(card.contains("N:Nguyễn;Hường;Thị Minh;Bà;"), "{card}");
        assert!(card.lines().all(|line| line.len() <= LONGEST), "{card}");
        let read = Contact::read_all(card.as_bytes());
        let expected = Contact { phones: vec!["+84912345678".into()], ..contact() };
        assert_eq!(read, [expected]);
    }

    #[test]
    fn cards_of_telephones_and_old_programs_are_read() {
        let file = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Tr=E1=BA=A7n;B=C3=ACnh;V=C4=83n;;\n\
            TEL;CELL:0912 345 678\nBDAY:19600215\nEND:VCARD\n\
            BEGIN:VCARD\nVERSION:3.0\nitem1.ORG:Công ty Gốm;\nitem1.TEL:024 3825 2096\nEND:VCARD\nrubbish";
        let read = Contact::read_all(file.as_bytes());
        assert_eq!(read.len(), 2);
        assert_eq!((read[0].name.as_str(), read[0].birth.as_str()), ("Trần Văn Bình", "1960-02-15"));
        assert!(read[1].is_organisation && read[1].name == "Công ty Gốm");
    }

    #[test]
    fn a_contact_fits_into_a_code() {
        let code = qr(&contact().vcard()).unwrap();
        assert_eq!(code.len(), code[0].len());
        // The three marks of the corners.
        for (row, column) in [(0, 0), (0, code.len() - 7), (code.len() - 7, 0)] {
            assert!((0..7).all(|step| code[row][column + step] && code[row + 6][column + step]));
        }
        assert!(qr(&"x".repeat(5_000)).is_none());
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_card_is_read_without_harm(file in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut card = b"BEGIN:VCARD\r\nFN:".to_vec();
            card.extend(file);
            card.extend(b"\r\nEND:VCARD\r\n");
            let _ = Contact::read_all(&card);
        }
    }
}
