//! The program is offline: no crate in its whole tree can open a connection.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Crates that speak over a network, or that programs use to do so.
const NETWORK: [&str; 40] = [
    "actix-web",
    "async-std",
    "axum",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hickory-resolver",
    "http",
    "http-body",
    "hyper",
    "hyper-util",
    "isahc",
    "libp2p",
    "mio",
    "native-tls",
    "openssl",
    "openssl-sys",
    "postgres",
    "quinn",
    "reqwest",
    "rustls",
    "schannel",
    "security-framework",
    "smol",
    "socket2",
    "ssh2",
    "surf",
    "tiny_http",
    "tokio",
    "tokio-net",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "warp",
    "webpki",
    "webpki-roots",
    "websocket",
    "zeroconf",
];

/// Crates that are only built for a browser, which the program never runs in; they are not entered.
const BROWSER: [&str; 4] = ["js-sys", "wasm-bindgen", "wasm-bindgen-futures", "web-sys"];

/// The crates the program is built from on any system, tests included, as the lock file says.
fn tree() -> BTreeSet<String> {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let quoted = |line: &str| line.split('"').nth(1).map(|name| name.split(' ').next().unwrap().to_owned());
    let mut edges: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let name = package.lines().find(|line| line.starts_with("name = ")).and_then(quoted).unwrap();
        let needs = package.lines().filter(|line| line.starts_with(" \"")).filter_map(quoted);
        edges.entry(name).or_default().extend(needs);
    }
    let mut reached = BTreeSet::new();
    let mut waiting = vec!["so-lang-nghe".to_owned()];
    while let Some(name) = waiting.pop() {
        if !BROWSER.contains(&name.as_str()) && reached.insert(name.clone()) {
            waiting
                .extend(edges.get(&name).unwrap_or_else(|| panic!("{name} is not in the lock file")).clone());
        }
    }
    reached
}

#[test]
fn no_crate_of_the_tree_is_for_networks() {
    let crates = tree();
    assert!(crates.contains("libsqlite3-sys") && crates.len() > 100, "the lock file was not read");
    let found: Vec<_> = NETWORK.iter().filter(|name| crates.contains(**name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_window_toolkit_is_needed_by_the_core() {
    let crates = tree();
    for name in ["eframe", "egui", "winit", "wgpu"] {
        assert!(
            !crates.contains(name),
            "{name}: when the window comes, this test asks for the tree of the core alone"
        );
    }
}
