#!/usr/bin/env bash
# Writes release/: the folder as an archive, the page as one file, and their sums. The same commit gives the same bytes
# in every clone: scripts/build.sh tells the compiler no path of this machine, and the archive has no times or owners.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"/\1/p;T;q' Cargo.toml)
name=ocop-$version
rm -rf release
mkdir -p release
cp dist/ocop.html "release/$name.html"
tar --create --directory dist --exclude ./ocop.html --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
  --transform "s,^\.,$name," . | gzip --best --no-name >"release/$name.tar.gz"
(cd release && sha256sum "$name.html" "$name.tar.gz" | tee SHA256SUMS)
