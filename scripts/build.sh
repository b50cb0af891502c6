#!/usr/bin/env bash
# Builds the page as it is published, into dist/: both wasm files, with the standard library compiled for size.
#
# The one that comes with Rust is compiled for speed, and carries the words of panics. Cargo compiles it anew from
# rust-src, which scripts/setup.sh brings; Rust 1.95 calls that unstable, hence RUSTC_BOOTSTRAP. A debug build
# (trunk serve) takes the ordinary one, and so does all that runs outside a browser.
#
#   scripts/build.sh            into dist/
#   scripts/build.sh anatomy    the first program alone, and what it is made of (scripts/anatomy.mjs)
#   scripts/build.sh decisions  the page with the invented second decision as well (tests/decisions/), into
#                               target/decisions/page, for the browser tests: quickly built, slow and big
set -euo pipefail
cd "$(dirname "$0")/.."

# Beside the native tests of that decision, and like them without a release's hour of patience.
if [ "${1:-}" = decisions ]; then
  export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/decisions OCOP_DECISIONS=${OCOP_DECISIONS:-tests/decisions}
  mkdir -p "$CARGO_TARGET_DIR/page"
  exec trunk build --offline --dist "$CARGO_TARGET_DIR/page"
fi

# A folder of its own: some crates look at RUSTC_BOOTSTRAP, and in one folder with `cargo run --release` either build
# would undo the other's.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/page

# No path of this machine in the program: two clones give the same bytes.
sysroot=$(rustc --print sysroot)
remap="--remap-path-prefix=$PWD=ocop --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$sysroot=rust"
flags=CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS

# A panic stops the wasm at once, without a message: web/broken.js tells the place instead. {:?} writes nothing, so that
# no word on the page may come from it.
small=(
  RUSTC_BOOTSTRAP=1
  CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  $flags="$remap -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"
)

# Without rust-src, or with a Rust that does it in another way, the page is bigger, and otherwise the same. One small
# crate tells; the library it compiles is the page's.
if ! answer=$(env "${small[@]}" cargo build --quiet --release --target wasm32-unknown-unknown --package qrcodegen 2>&1); then
  reason=$(grep -m1 '^error' <<<"$answer" || true)
  echo "    with Rust's own standard library, so the page is bigger: it does not compile here (${reason:-no reason told})"
  small=("$flags=$remap")
fi

if [ "${1:-}" = anatomy ]; then
  env "${small[@]}" cargo build --quiet --release --bin ocop-app --target wasm32-unknown-unknown --no-default-features --features app
  exec node scripts/anatomy.mjs "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/ocop-app.wasm"
fi
exec env "${small[@]}" trunk build --release --offline
