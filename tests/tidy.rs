//! What reviewers would otherwise have to repeat: layers, sizes, headers, files that are used.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

/// The longest file, without its tests.
const LONGEST: usize = 600;

/// What each module may use of the others; everybody may use what stands at the bottom.
const LAYERS: [(&str, &[&str]); 12] = [
    ("cli", &["ui", "runtime", "ops", "store", "documents", "domain"]),
    ("ui", &["runtime", "ops", "store", "documents", "domain"]),
    ("runtime", &["ops", "store", "documents", "domain"]),
    ("ops", &["store", "domain"]),
    ("documents", &["domain"]),
    ("store", &["domain"]),
    ("domain", &[]),
    ("error", &["domain"]),
    ("problem", &[]),
    ("places", &[]),
    ("vietnamese", &[]),
    ("i18n", &[]),
];
const BOTTOM: [&str; 5] = ["error", "problem", "i18n", "places", "vietnamese"];

/// Crates that only one module may use.
const RESERVED: [(&str, &[&str]); 21] = [
    ("eframe", &["ui"]),
    ("egui_extras", &["ui"]),
    ("egui_phosphor", &["ui"]),
    ("rfd", &["ui"]),
    ("rusqlite", &["store"]),
    ("parley", &["documents"]),
    ("printpdf", &["documents"]),
    ("lopdf", &["documents"]),
    ("subsetter", &["documents"]),
    ("hayro", &["documents"]),
    ("flate2", &["documents"]),
    ("toml", &["documents"]),
    ("rust_xlsxwriter", &["documents"]),
    ("fast_qr", &["documents"]),
    ("image", &["runtime"]),
    ("fluent_bundle", &["i18n"]),
    ("icu_collator", &["vietnamese"]),
    ("lexopt", &["cli"]),
    ("uuid", &["runtime"]),
    ("std::thread", &["runtime"]),
    ("std::net", &[]),
];

struct Source {
    path: PathBuf,
    module: String,
    text: String,
}

impl Source {
    /// The text before the tests at its end.
    fn without_tests(&self) -> &str {
        let marker = "\n#[cfg(test)]\n";
        let inline = |start: &usize| self.text[start + marker.len()..].lines().next().unwrap().ends_with('{');
        let end = self.text.match_indices(marker).map(|(start, _)| start).find(inline);
        &self.text[..end.unwrap_or(self.text.len())]
    }

    /// The code without its tests and comments.
    fn code(&self) -> String {
        self.without_tests()
            .lines()
            .map(|line| line.split("//").next().unwrap())
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut files = Vec::new();
    walk(&root().join("src"), &mut files);
    let rust = files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    let sources: Vec<_> = rust
        .map(|path| {
            let inside = path.strip_prefix(root().join("src")).unwrap().to_owned();
            let module = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
            Source { text: fs::read_to_string(&path).unwrap(), path: inside, module }
        })
        .collect();
    assert!(sources.len() > 40);
    sources
}

#[test]
fn layers_point_down() {
    for source in sources() {
        if ["lib", "main"].contains(&source.module.as_str()) {
            continue;
        }
        let (_, allowed) = LAYERS.iter().find(|(name, _)| *name == source.module).unwrap_or_else(|| {
            panic!("{} belongs to no layer", source.path.display());
        });
        for used in source.code().split("crate::").skip(1) {
            let used: String =
                used.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            let fine = used.is_empty()
                || used == source.module
                || allowed.contains(&used.as_str())
                || BOTTOM.contains(&used.as_str());
            assert!(fine, "{} uses crate::{used}", source.path.display());
        }
    }
}

#[test]
fn some_crates_are_reserved_to_one_layer() {
    for source in sources() {
        let code = source.code();
        for (name, modules) in RESERVED {
            let used = code.contains(&format!("{name}::")) || code.contains(&format!("use {name};"));
            assert!(
                !used || modules.contains(&source.module.as_str()),
                "{} uses {name}",
                source.path.display()
            );
        }
    }
}

#[test]
fn only_the_runtime_reads_the_clock() {
    for source in sources().iter().filter(|source| source.module != "runtime") {
        for name in
            ["Timestamp::now", "Zoned::now", "SystemTime::now", "Instant::now", "env::var", "env::temp_dir"]
        {
            assert!(!source.code().contains(name), "{} uses {name}", source.path.display());
        }
    }
}

#[test]
fn every_file_says_what_it_is_and_none_is_too_long() {
    for source in sources() {
        assert!(source.text.starts_with("//!"), "{}", source.path.display());
        let lines = source.without_tests().lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", source.path.display());
    }
}

#[test]
fn no_sentence_for_people_stands_in_the_code() {
    let vietnamese = |letter: char| "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ".contains(letter);
    // Words the language rules themselves are made of, the invented names of the sample book, and the name
    // of the program.
    let allowed = ["vietnamese", "places", "domain"];
    for source in sources() {
        if allowed.contains(&source.module.as_str())
            || source.path.ends_with("scale.rs")
            || source.path.ends_with("sample.rs")
        {
            continue;
        }
        for (number, line) in source.code().lines().enumerate() {
            let texts = line.split('"').skip(1).step_by(2);
            for text in texts.filter(|text| text.to_lowercase().chars().any(vietnamese)) {
                let small = text == "Sổ Làng Nghề" || text.split_whitespace().count() <= 4;
                assert!(small, "{}:{}: {text}", source.path.display(), number + 1);
            }
        }
    }
}

#[test]
fn todo_names_an_issue() {
    for source in sources() {
        for line in source.text.lines().filter(|line| line.contains("TODO")) {
            assert!(line.contains("TODO(#"), "{}: {line}", source.path.display());
        }
    }
}

#[test]
fn the_changelog_is_kept() {
    assert!(fs::read_to_string(root().join("CHANGELOG.md")).unwrap().contains("## Unreleased"));
}

#[test]
fn the_top_level_is_what_it_should_be() {
    let known = [
        ".ci",
        ".git",
        ".gitignore",
        "ARCHITECTURE.md",
        "BENCHMARKS.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "assets",
        "benches",
        "clippy.toml",
        "packaging",
        "rustfmt.toml",
        "src",
        "target",
        "tests",
    ];
    for entry in fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(&name.as_str()), "{name}");
    }
}
