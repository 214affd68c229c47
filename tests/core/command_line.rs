//! The program as offices script it.

use std::path::Path;
use std::process::{Command, Output};

use crate::common::Folder;

fn program(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_so-lang-nghe"));
    // No test opens a window.
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command.env("SO_LANG_NGHE_HOME", folder.file("home")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Runs a command that has to succeed, and returns what it printed.
fn succeeds(folder: &Folder, arguments: &[&str]) -> String {
    let output = program(folder, arguments);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{arguments:?}\n{}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    text(&output.stdout)
}

/// Runs a command that has to fail with this code, and returns its complaint.
fn fails(folder: &Folder, code: i32, arguments: &[&str]) -> String {
    let output = program(folder, arguments);
    let complaint = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{complaint}");
    assert!(complaint.lines().count() >= 2, "what happened and what to do: {complaint}");
    complaint
}

fn demo(folder: &Folder) -> String {
    let data = folder.file("sổ mẫu.langnghe").display().to_string();
    succeeds(folder, &["demo", "--data", &data]);
    data
}

#[test]
fn sample_makes_the_sample_book_and_prints_its_mous_and_can_do_so_again() {
    let folder = Folder::new();
    for _ in 0..2 {
        let said = succeeds(&folder, &["sample"]);
        let printed: Vec<_> = said.lines().filter(|line| line.ends_with(".pdf")).collect();
        assert_eq!(printed.len(), 6, "{said}");
        assert!(printed.iter().all(|path| std::fs::read(path).unwrap().starts_with(b"%PDF")));
    }
}

#[test]
#[cfg(all(feature = "gui", not(any(windows, target_os = "macos"))))]
fn without_a_display_the_window_says_so_in_one_sentence() {
    let folder = Folder::new();
    for arguments in [&[][..], &["--renderer", "glow"], &["--renderer", "auto"]] {
        let complaint = fails(&folder, 1, arguments);
        assert!(complaint.starts_with("Không mở được cửa sổ"), "{complaint}");
    }
    fails(&folder, 2, &["--renderer", "crayon"]);
}

#[test]
fn mous_are_printed_by_number_and_in_each_language_with_names_without_diacritics() {
    let folder = Folder::new();
    let data = demo(&folder);
    let out = folder.file("ra").display().to_string();
    let said = succeeds(&folder, &["mou", "--data", &data, "--number", "05/2026/BBGN-HHLN", "--out", &out]);
    assert!(said.contains("BBGN_05-2026_DanHoa-BaMua.pdf"), "{said}");
    let said = succeeds(
        &folder,
        &["mou", "--data", &data, "--number", "05/2026", "--language", "en", "--out", &out],
    );
    assert!(said.contains("BBGN_05-2026_DanHoa-BaMua_en.pdf"), "{said}");
    for language in ["vi", "en", "vi-en"] {
        let said =
            succeeds(&folder, &["mou", "--data", &data, "--all", "--language", language, "--out", &out]);
        assert_eq!(said.lines().filter(|line| line.ends_with(".pdf")).count(), 6);
        for path in said.lines().filter(|line| line.ends_with(".pdf")) {
            let name = Path::new(path).file_name().unwrap().to_str().unwrap();
            assert!(name.is_ascii() && !name.contains(' '), "{name}");
        }
    }
    let complaint = fails(&folder, 1, &["mou", "--data", &data, "--number", "77/2026", "--out", &out]);
    assert!(complaint.contains("77/2026"));
}

#[test]
fn search_prints_kind_name_and_place_one_hit_a_line() {
    let folder = Folder::new();
    let data = demo(&folder);
    let said = succeeds(&folder, &["search", "--data", &data, "bat", "trang", "--limit", "3"]);
    assert_eq!(said.lines().next(), Some("làng nghề\tGốm Bát Tràng\tBát Tràng, Hà Nội"));
    assert_eq!(said.lines().count(), 3);
    let said = succeeds(&folder, &["--ui-language", "en", "search", "--data", &data, "Đông Hồ"]);
    assert!(said.starts_with("craft village\tTranh dân gian Đông Hồ"), "{said}");
    let nothing = program(&folder, &["search", "--data", &data, "xyzzy"]);
    assert_eq!(text(&nothing.stdout), "");
    assert!(text(&nothing.stderr).contains("xyzzy"));
}

#[test]
fn a_sound_register_passes_the_check_and_a_broken_one_does_not() {
    let folder = Folder::new();
    let data = demo(&folder);
    assert!(succeeds(&folder, &["check", "--data", &data]).contains("nguyên vẹn"));
    let connection = rusqlite::Connection::open(&data).unwrap();
    connection.execute_batch("UPDATE blob SET bytes = x'00'").unwrap();
    drop(connection);
    let output = program(&folder, &["check", "--data", &data]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stdout).contains("05/2026/BBGN-HHLN"),
        "names the paper that is no longer what was signed"
    );
}

#[test]
fn a_backup_can_be_restored() {
    let folder = Folder::new();
    let data = demo(&folder);
    let to = folder.file("USB").display().to_string();
    let said = succeeds(&folder, &["backup", "--data", &data, "--to", &to]);
    let copy = said.split('“').nth(1).unwrap().split('”').next().unwrap().to_owned();
    std::fs::write(&data, b"SQLite format 3\0broken").unwrap();
    let said = succeeds(&folder, &["restore", "--data", &data, "--from", &copy]);
    assert_eq!(said.lines().count(), 2, "{said}");
    succeeds(&folder, &["check", "--data", &data]);
}

#[test]
fn errors_say_what_happened_and_what_to_do_in_the_chosen_language() {
    let folder = Folder::new();
    let data = demo(&folder);
    let missing = folder.file("không có.langnghe").display().to_string();
    assert!(fails(&folder, 1, &["check", "--data", &missing]).starts_with("Không có tệp"));
    assert!(
        fails(&folder, 1, &["check", "--data", &missing, "--ui-language", "en"])
            .starts_with("There is no file")
    );
    assert!(
        fails(&folder, 1, &["check", "--ui-language=en", "--data", &missing]).starts_with("There is no file")
    );
    assert!(fails(&folder, 1, &["demo", "--data", &data]).contains("Đã có tệp"));
    for (arguments, word) in [
        (&["demo"][..], "--data"),
        (&["gì"], "gì"),
        (&["mou", "--data", &data, "--out", "x"], "--number"),
        (&["mou", "--data", &data, "--all", "--number", "5", "--out", "x"], "--all"),
        (&["mou", "--data", &data, "--all", "--language", "fr", "--out", "x"], "fr"),
        (&["search", "--data", &data], "search"),
        (&["check", "--data", &data, "--limit", "3"], "--limit"),
        (&["check", "--data", &data, "thừa"], "thừa"),
        (&["demo", "--data"], "--data"),
        (&["demo", "--data", "x", "--scale", "nhiều"], "nhiều"),
        (&["demo", "--data", ""], "--data"),
        (&["demo", "--data", "x", "--scale", "99999999999"], "--scale"),
        (&["mou", "--data", &data, "--number", " ", "--out", "x"], "--number"),
        (&["search", "--data", &data, "a", "--limit", "0"], "--limit"),
        (&["--ui-language", "fr"], "fr"),
        (&["--lạ"], "--lạ"),
        (&["--scale", "3"], "--scale"),
    ] {
        let complaint = fails(&folder, 2, arguments);
        assert!(complaint.lines().next().unwrap().contains(word), "{arguments:?}: {complaint}");
    }
}

#[test]
fn help_and_version_answer_in_both_languages() {
    let folder = Folder::new();
    assert!(succeeds(&folder, &["--help"]).contains("Cách dùng"));
    let help = succeeds(&folder, &["--help", "--ui-language", "en"]);
    for command in ["demo", "mou", "search", "check", "backup", "restore"] {
        assert!(help.contains(command), "{command}");
    }
    assert_eq!(succeeds(&folder, &["--version"]).trim(), concat!("so-lang-nghe ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_killed_program_leaves_nothing_half_and_can_be_started_again() {
    for wait in [30, 150, 400, 900] {
        let folder = Folder::new();
        let data = folder.file("dở dang.langnghe");
        let mut child = Command::new(env!("CARGO_BIN_EXE_so-lang-nghe"))
            .env("SO_LANG_NGHE_HOME", folder.file("home"))
            .args(["demo", "--scale", "20000", "--data"])
            .arg(&data)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(!data.exists(), "twenty thousand artisans take longer than that");
        let data = data.display().to_string();
        succeeds(&folder, &["demo", "--data", &data]);
        succeeds(&folder, &["check", "--data", &data]);
        let left = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = left.filter(|name| name.to_string_lossy().contains(".tmp")).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

#[test]
fn a_register_killed_while_it_is_written_keeps_every_finished_change() {
    let folder = Folder::new();
    let data = demo(&folder);
    // A second program dies in the middle of printing; the register is only read and stays sound.
    let mut child = Command::new(env!("CARGO_BIN_EXE_so-lang-nghe"))
        .args(["mou", "--all", "--out"])
        .arg(folder.file("ra"))
        .args(["--data", &data])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(50));
    child.kill().unwrap();
    child.wait().unwrap();
    succeeds(&folder, &["check", "--data", &data]);
}

#[test]
fn results_that_cannot_be_written_are_a_failure() {
    if let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") {
        let folder = Folder::new();
        let mut command = Command::new(env!("CARGO_BIN_EXE_so-lang-nghe"));
        let output = command
            .env("SO_LANG_NGHE_HOME", folder.file("home"))
            .arg("--help")
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
    }
}
