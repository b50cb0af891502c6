#!/usr/bin/env bash
# Brings the tools this project needs, once, into a cached folder, and leaves alone what is there.
#
#   scripts/setup.sh build     to build and serve the page: wasm target, trunk, wasm-bindgen, wasm-split-cli, wasm-opt,
#                              esbuild, zopfli
#   scripts/setup.sh browser   also Chromium with its driver, fonts and axe-core, for pictures and measurements
#   scripts/setup.sh test      also Firefox and WebKit with their drivers, and Chromium without a browser around the page;
#                              LibreOffice and poppler, which read what the page writes
#
# The versions are pinned here and nowhere else, but for wasm-bindgen, which Cargo.toml must match.
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK=0.21.14          # 0.22 needs a newer Rust than rust-version in Cargo.toml
WASM_BINDGEN=0.2.130   # the same as in Cargo.toml, to the last digit
WASM_SPLIT=0.2.4       # reads what wasm_split_helpers of Cargo.toml marks
ESBUILD=0.28.2
BINARYEN=132.0.0       # Debian's own wasm-opt is too old to read what this Rust writes
GECKODRIVER=0.37.1
AXE=4.14.1

level=${1:-build}
tools=${XDG_CACHE_HOME:-$HOME/.cache}/ocop-tools
mkdir -p "$tools/bin"
export PATH="$tools/bin:$PATH"
unset CARGO_TARGET_DIR CARGO_BUILD_TARGET RUSTFLAGS

say() { printf 'setup: %s\n' "$*"; }

# What could not be brought, and what a person can do about it; told together at the end.
missing=()
lacks() { missing+=("$1
    $2"); }

# One set-up at a time: two would compile the same tools twice.
if command -v flock >/dev/null; then
  exec 9>"$tools/.lock"
  flock --nonblock 9 || { say "another set-up is running: waiting for it"; flock 9; }
fi

# has COMMAND VERSION: the command is on PATH and says that version.
has() {
  command -v "$1" >/dev/null || return 1
  case $("$1" --version 2>/dev/null) in *"$2"*) ;; *) return 1 ;; esac
}

# has_crate NAME VERSION COMMAND: the same of a command from crates.io; not all of them tell their version.
has_crate() { has "$3" "$2" || grep -qsF "\"$1 $2 " "$tools/.crates.toml"; }

# debian PACKAGE…: installs Debian packages; fails quietly where that is not possible.
updated=
debian() {
  command -v apt-get >/dev/null || return 1
  local as=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null && sudo --non-interactive true 2>/dev/null || return 1
    as=(sudo --non-interactive)
  fi
  say "installing Debian's $* (a minute or two)"
  if [ -z "$updated" ]; then "${as[@]}" apt-get update -qq >/dev/null 2>&1 || true; updated=yes; fi
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$tools/apt.log" 2>&1
}

# crate NAME VERSION COMMAND MINUTES [FLAG…]: a command from crates.io: ready-made where cargo-binstall is there and
# finds one, else built. It runs for seconds, so it is compiled quickly rather than well: no optimisation between crates,
# little within them.
crate() {
  local name=$1 version=$2 command=$3 minutes=$4
  shift 4
  has_crate "$name" "$version" "$command" && return 0
  if command -v cargo-binstall >/dev/null; then
    say "fetching $name $version ready-made"
    timeout 120 cargo binstall --no-confirm --disable-strategies compile --root "$tools" "$name@$version" >"$tools/$name.log" 2>&1 </dev/null && has_crate "$name" "$version" "$command" && return 0
  fi
  say "building $name $version (about $minutes min on two cores, only this once)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install "$name" --version "$version" --root "$tools" --force --quiet "$@" >"$tools/$name.log" 2>&1 </dev/null && has_crate "$name" "$version" "$command" && return 0
  tail -n 5 "$tools/$name.log"
  lacks "$name $version" "cargo install $name --version $version $*   (the whole story: $tools/$name.log)"
}

# package NAME VERSION: a package from npm, into the same folder.
package() {
  grep -qsF "\"version\": \"$2\"" "$tools/node_modules/$1/package.json" && return 0
  command -v npm >/dev/null || { lacks "$1 $2" "needs npm, see above"; return 0; }
  say "fetching $1 $2 from npm"
  (cd "$tools" && { [ -f package.json ] || echo '{"private": true}' >package.json; } &&
    npm install --no-audit --no-fund --loglevel=error --save-exact "$1@$2" >"$tools/npm.log" 2>&1) && return 0
  tail -n 5 "$tools/npm.log"
  lacks "$1 $2 (npm)" "npm install --prefix $tools $1@$2"
}

build_tools() {
  command -v cargo >/dev/null || lacks "Rust 1.95 or newer" "https://rustup.rs, or your system's packages"
  if ! [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)" ]; then
    say "adding the wasm32-unknown-unknown target"
    rustup target add wasm32-unknown-unknown >/dev/null 2>&1 ||
      lacks "the wasm32-unknown-unknown target" "rustup target add wasm32-unknown-unknown"
  fi
  # A C compiler links the tools built here.
  command -v cc >/dev/null || debian gcc libc6-dev || lacks "a C compiler (cc)" "apt-get install gcc libc6-dev"
  command -v node >/dev/null || debian nodejs || lacks "Node.js 18 or newer (node)" "apt-get install nodejs"
  command -v npm >/dev/null || debian npm || lacks "npm" "apt-get install npm"

  # Without what it serves and updates itself with.
  crate trunk "$TRUNK" trunk 3 --locked --no-default-features
  # Its lock file names a version that crates.io no longer serves: hence no --locked.
  crate wasm-bindgen-cli "$WASM_BINDGEN" wasm-bindgen 2 --bin wasm-bindgen
  crate wasm_split_cli_support "$WASM_SPLIT" wasm-split-cli 1 --locked --features build-binary
  if ! has esbuild "$ESBUILD"; then
    package esbuild "$ESBUILD"
    ln -sf ../node_modules/esbuild/bin/esbuild "$tools/bin/esbuild"
  fi
  command -v zopfli >/dev/null || debian zopfli || lacks "zopfli, which packs the single file" "apt-get install zopfli"
  if ! has wasm-opt "version ${BINARYEN%%.*}"; then
    package binaryen "$BINARYEN"
    ln -sf ../node_modules/binaryen/bin/wasm-opt "$tools/bin/wasm-opt"
  fi
}

browser_tools() {
  command -v chromium >/dev/null && command -v chromedriver >/dev/null || debian chromium chromium-driver ||
    lacks "Chromium and its driver" "apt-get install chromium chromium-driver"
  # Without it Vietnamese falls back to a font in which marks and letters do not meet.
  fc-list 2>/dev/null | grep 'NotoSans-Regular' >/dev/null || debian fontconfig fonts-noto-core ||
    lacks "fonts-noto-core" "apt-get install fonts-noto-core"
  package axe-core "$AXE"
}

# The forms are set in three fonts by the tests. Liberation lies with the tools alone: installed, it would be what
# every page of the machine is shown in. Its first version has no Vietnamese.
form_fonts() {
  fc-list 2>/dev/null | grep 'DejaVuSerif-Bold' >/dev/null || debian fontconfig fonts-dejavu-core ||
    lacks "fonts-dejavu-core" "apt-get install fonts-dejavu-core"
  [ -f "$tools/fonts/LiberationSerif-Regular.ttf" ] && return 0
  local apart name
  apart=$(mktemp -d)
  for name in fonts-liberation2 fonts-liberation; do
    (cd "$apart" && apt-get download -qq "$name" && dpkg-deb -x "$name"_*.deb .) >/dev/null 2>&1 || continue
    mkdir -p "$tools/fonts"
    find "$apart" -name 'LiberationSerif-*.ttf' -exec cp {} "$tools/fonts/" \; && [ -f "$tools/fonts/LiberationSerif-Regular.ttf" ] && break
  done
  rm -rf "$apart"
  [ -f "$tools/fonts/LiberationSerif-Regular.ttf" ] ||
    lacks "Liberation fonts 2" "the package fonts-liberation2: its LiberationSerif-*.ttf into $tools/fonts"
}

office_tools() {
  command -v soffice >/dev/null && command -v pdftotext >/dev/null || debian libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils ||
    lacks "LibreOffice and pdftotext" "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils"
  form_fonts
  # Its archive module reads what the page packs.
  command -v python3 >/dev/null || debian python3 || lacks "Python 3" "apt-get install python3"
}

firefox_tools() {
  command -v firefox-esr >/dev/null || command -v firefox >/dev/null || debian firefox-esr ||
    lacks "Firefox" "apt-get install firefox-esr"
  crate geckodriver "$GECKODRIVER" geckodriver 3 --locked
}

# Chromium with the page and nothing around it.
chromium_shell() {
  [ -x /usr/lib/chromium/chromium-headless-shell ] || debian chromium-headless-shell ||
    lacks "Chromium's headless shell" "apt-get install chromium-headless-shell"
}

# Safari's engine, as GTK has it. Its browser has no mode without a screen: Xvfb is one.
webkit_tools() {
  command -v WebKitWebDriver >/dev/null && command -v Xvfb >/dev/null || debian webkit2gtk-driver xvfb ||
    lacks "WebKit and its driver, Xvfb" "apt-get install webkit2gtk-driver xvfb"
}

build_tools
case $level in
  build) ;;
  browser) browser_tools ;;
  test) browser_tools; chromium_shell; office_tools; firefox_tools; webkit_tools ;;
  *) echo "usage: scripts/setup.sh [build|browser|test]" >&2; exit 2 ;;
esac

if [ ${#missing[@]} -gt 0 ]; then
  echo "setup: missing, and could not be installed from here:" >&2
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
fi
say "everything needed to $level is here ($tools)"
