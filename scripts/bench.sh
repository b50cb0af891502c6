#!/usr/bin/env bash
# Measures the page and the rating and prints the figures beside their budgets. Nothing fails by the clock.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh browser
printf '\n==> building the page (release)\n'
scripts/build.sh
node scripts/single-file.mjs dist

printf '\n==> on the wire\n'
node scripts/weigh.mjs dist target/bench-site
cp dist/ocop.html target/bench-site/
cargo run --quiet --no-default-features -- catalogue | node benches/by-hand/lay-out.mjs target/bench-by-hand

printf '\n==> native, one core\n'
cargo bench --quiet --no-default-features --bench rating --bench find
cargo bench --quiet --no-default-features --features office --bench large

printf '\n==> a cheap phone on a weak line (headless Chromium, processor 6x slower, 1.44 Mbit/s, 300 ms)\n'
cargo test --quiet --test speed
