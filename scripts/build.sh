#!/usr/bin/env bash
# Builds the page as it is published, into dist/: both wasm files, with the standard library compiled for size.
#
# The one that comes with Rust is compiled for speed, and carries the words of panics. Cargo compiles it anew from
# rust-src, which scripts/setup.sh brings; Rust 1.95 calls that unstable, hence RUSTC_BOOTSTRAP. A debug build
# (trunk serve) takes the ordinary one, and so does all that runs outside a browser.
set -euo pipefail
cd "$(dirname "$0")/.."

# A folder of its own: some crates look at RUSTC_BOOTSTRAP, and in one folder with `cargo run --release` either build
# would undo the other's.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/page

# A panic stops the wasm at once, without a message; {:?} writes nothing, so that no word on the page may come from it.
small=(
  RUSTC_BOOTSTRAP=1
  CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"
)

# Without rust-src, or with a Rust that does it in another way, the page is bigger, and otherwise the same. One small
# crate tells; the library it compiles is the page's.
if ! answer=$(env "${small[@]}" cargo build --quiet --release --target wasm32-unknown-unknown --package qrcodegen 2>&1); then
  reason=$(grep -m1 '^error' <<<"$answer" || true)
  echo "    with Rust's own standard library, so the page is bigger: it does not compile here (${reason:-no reason told})"
  small=()
fi

exec env "${small[@]}" trunk build --release --offline
