#!/usr/bin/env bash
# Draws the PNG icons from web/icons/mark.svg with Chromium. Run after changing the mark; the pictures are committed.
set -euo pipefail
cd "$(dirname "$0")/../web/icons"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# draw FILE SIZE SCALE GROUND: the mark at SCALE on a ground that fills the square.
draw() {
  sed -e "s|<svg |<svg width=\"$2\" height=\"$2\" |" -e "s|<rect [^>]*>|<rect width=\"64\" height=\"64\" fill=\"$4\"/><g transform=\"translate(32 32) scale($3) translate(-32 -32)\">|" -e 's|</svg>|</g></svg>|' \
    mark.svg >"$work/mark.svg"
  printf '<body style="margin:0"><img style="display:block" src="mark.svg">' >"$work/mark.html"
  local sandbox=()
  [ "$(id -u)" -ne 0 ] || sandbox=(--no-sandbox)
  chromium --headless=new "${sandbox[@]}" --hide-scrollbars --force-device-scale-factor=1 --window-size="$2,$2" --user-data-dir="$work/profile" \
    --screenshot="$PWD/$1" "file://$work/mark.html" >/dev/null 2>&1
  echo "$1"
}

draw mark-192.png 192 1 '#1E6B45'
draw mark-512.png 512 1 '#1E6B45'
# The middle four fifths of a maskable icon are always seen.
draw maskable-512.png 512 0.8 '#1E6B45'
draw touch-180.png 180 0.9 '#1E6B45'
