//! The marks inside the texts of a MoU: placeholders, optional parts, bold, italics, conditions.

/// A piece of a text with marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words that are printed as they are.
    Words(String),
    /// `{{name}}`: a value.
    Field(String),
    /// `{{article:key}}`: the number of an article.
    Article(String),
    /// `[[ … ]]`: falls away when a value inside is not there.
    Optional(Vec<Piece>),
    /// `**`: bold begins or ends.
    Strong,
    /// `__`: italics begin or end.
    Slanted,
}

/// What bold letters stand between.
pub const BOLD: &str = "**";
/// What letters in italics stand between.
pub const ITALIC: &str = "__";

/// A text taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parsed {
    /// The pieces in order; a mark that is not closed stays as words.
    pub pieces: Vec<Piece>,
    /// All marks are closed and no single brace is left over, save `{pages}`.
    pub well_formed: bool,
}

/// Takes a text with marks apart; runs of white space count as one space.
pub(super) fn parse(text: &str) -> Parsed {
    let text = squeeze(text);
    let mut rest = text.as_str();
    let mut well_formed = true;
    let pieces = parse_level(&mut rest, 0, &mut well_formed);
    Parsed { pieces, well_formed }
}

/// How deep `[[ … ]]` may stand inside each other: more is a slip, and bounds the recursion.
const DEEPEST: u8 = 4;

fn parse_level(rest: &mut &str, depth: u8, well_formed: &mut bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut strong, mut slanted) = (false, false);
    let mut closed = depth == 0;
    while let Some((start, mark)) = next_mark(rest) {
        let (words, tail) = rest.split_at(start);
        push_words(&mut pieces, words, well_formed);
        *rest = tail.strip_prefix(mark).unwrap_or(tail);
        match mark {
            BOLD => {
                strong = !strong;
                pieces.push(Piece::Strong);
            }
            ITALIC => {
                slanted = !slanted;
                pieces.push(Piece::Slanted);
            }
            "[[" if depth < DEEPEST => {
                pieces.push(Piece::Optional(parse_level(rest, depth + 1, well_formed)));
            }
            "]]" if depth > 0 => {
                closed = true;
                break;
            }
            "{{" if let Some((name, tail)) = rest.split_once("}}")
                && !name.contains(['{', '[']) =>
            {
                *rest = tail;
                let name = name.trim();
                pieces.push(match name.strip_prefix("article:") {
                    Some(key) => Piece::Article(key.trim().to_owned()),
                    None => Piece::Field(name.to_owned()),
                });
            }
            _ => {
                *well_formed = false;
                pieces.push(Piece::Words(mark.to_owned()));
            }
        }
    }
    if !closed || depth == 0 {
        push_words(&mut pieces, rest, well_formed);
        *rest = "";
    }
    *well_formed &= closed && !strong && !slanted;
    pieces
}

fn next_mark(text: &str) -> Option<(usize, &'static str)> {
    let found = ["{{", "[[", "]]", BOLD].into_iter().filter_map(|mark| Some((text.find(mark)?, mark)));
    found.chain(next_italic(text).map(|start| (start, ITALIC))).min()
}

/// Two underscores; a longer run is a line to write on.
fn next_italic(text: &str) -> Option<usize> {
    text.match_indices(ITALIC).map(|(start, _)| start).find(|start| {
        let (before, after) = (text.get(..*start), text.get(start + ITALIC.len()..));
        !before.is_some_and(|before| before.ends_with('_'))
            && !after.is_some_and(|after| after.starts_with('_'))
    })
}

fn push_words(pieces: &mut Vec<Piece>, words: &str, well_formed: &mut bool) {
    *well_formed &= !words.replace("{pages}", "").contains(['{', '}']);
    if !words.is_empty() {
        pieces.push(Piece::Words(words.to_owned()));
    }
}

/// Whether a condition holds, given which names have a value; terms with unknown names (`None`) are ignored,
/// so that a slip does not make a clause disappear.
pub(super) fn holds(condition: &str, has: impl Fn(&str) -> Option<bool>) -> bool {
    terms(condition).all(|(wanted, name)| has(name).is_none_or(|has| has == wanted))
}

/// The terms of a condition: whether the name must have a value, and the name.
pub(super) fn terms(condition: &str) -> impl Iterator<Item = (bool, &str)> {
    condition
        .split('+')
        .map(str::trim)
        .filter(|term| !term.is_empty())
        .map(|term| term.strip_prefix("not ").map_or((true, term), |name| (false, name.trim())))
}

pub(super) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_apart_at_its_marks() {
        let parsed =
            parse("Tại {{ place }}[[,\n do {{a.name}}[[ x]]]] **đậm** __x__ {{article:term}} {pages}");
        assert!(parsed.well_formed);
        let words = |text: &str| Piece::Words(text.to_owned());
        assert_eq!(
            parsed.pieces,
            [
                words("Tại "),
                Piece::Field("place".to_owned()),
                Piece::Optional(vec![
                    words(", do "),
                    Piece::Field("a.name".to_owned()),
                    Piece::Optional(vec![words(" x")])
                ]),
                words(" "),
                Piece::Strong,
                words("đậm"),
                Piece::Strong,
                words(" "),
                Piece::Slanted,
                words("x"),
                Piece::Slanted,
                words(" "),
                Piece::Article("term".to_owned()),
                words(" {pages}"),
            ]
        );
    }

    #[test]
    fn marks_that_are_not_closed_are_found_and_lose_no_words() {
        for text in [
            "a {{b",
            "a {{b {{c}}",
            "a [[b",
            "a ]] b",
            "a **b",
            "a __b",
            "a {b} c",
            "a }} b",
            "[[**a]] b**",
            "a {pagse}",
            "[[a [[b [[c [[d [[e]]]]]]]]]]",
        ] {
            assert!(!parse(text).well_formed, "{text}");
        }
        assert_eq!(
            parse("a [[b").pieces,
            [Piece::Words("a ".to_owned()), Piece::Optional(vec![Piece::Words("b".to_owned())])]
        );
    }

    #[test]
    fn a_line_to_write_on_is_no_mark() {
        let parsed = parse("Số ______ và ___");
        assert!(parsed.well_formed);
        assert_eq!(parsed.pieces, [Piece::Words("Số ______ và ___".to_owned())]);
    }

    #[test]
    fn conditions_join_terms_and_ignore_unknown_ones() {
        let has = |name: &str| match name {
            "annex" => Some(true),
            "witness" => Some(false),
            _ => None,
        };
        for (condition, expected) in [
            ("", true),
            ("annex", true),
            ("not annex", false),
            ("witness", false),
            ("annex+not witness", true),
            (" annex + witness ", false),
            ("anex", true),
            ("not anex", true),
        ] {
            assert_eq!(holds(condition, has), expected, "{condition}");
        }
    }
}
