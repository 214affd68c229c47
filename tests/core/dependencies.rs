//! The program is offline: no crate in its whole tree can open a connection.

use std::collections::BTreeSet;
use std::process::Command;

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

/// The crates of a build for the systems the program runs on: what is only there for browsers is left out.
fn native_tree(features: &[&str]) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for target in ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"] {
        let output = Command::new(env!("CARGO"))
            .args(["tree", "--offline", "--locked", "--edges", "normal,build", "--target", target])
            .args(["--prefix", "none", "--format", "{p}"])
            .args(features)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        all.extend(text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned));
    }
    all
}

#[test]
fn no_crate_of_the_tree_is_for_networks() {
    let crates = native_tree(&["--features", "wgpu"]);
    assert!(crates.contains("libsqlite3-sys") && crates.len() > 100, "the tree was not read");
    let found: Vec<_> = NETWORK.iter().filter(|name| crates.contains(**name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_window_toolkit_is_needed_by_the_core() {
    let core = native_tree(&["--no-default-features"]);
    for name in ["eframe", "egui", "winit", "wgpu", "rfd", "hayro"] {
        assert!(!core.contains(name), "{name}");
    }
    assert!(native_tree(&[]).contains("eframe"), "the window is there by default");
}

#[test]
fn wgpu_is_built_only_where_it_is_asked_for() {
    assert!(!native_tree(&[]).contains("wgpu"));
    assert!(native_tree(&["--features", "wgpu"]).contains("wgpu"));
}
