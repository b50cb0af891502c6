#!/usr/bin/env bash
# Builds the page as it is published, into dist/: both wasm files.
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

# A folder of its own: the flags below are the page's alone, and `target/page/whole-names.txt` is found beside what it names.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/page

# No path of this machine in the program: two clones give the same bytes.
sysroot=$(rustc --print sysroot)
remap="--remap-path-prefix=$PWD=ocop --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$sysroot=rust"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$remap

if [ "${1:-}" = anatomy ]; then
  cargo build --quiet --release --bin ocop-app --target wasm32-unknown-unknown --no-default-features --features app
  exec node scripts/anatomy.mjs "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/ocop-app.wasm"
fi
exec trunk build --release --offline
