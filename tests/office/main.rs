//! Files for other programs: that those programs read what was written, and that archives made to
//! harm are refused.

mod archive;
#[path = "../forms/example.rs"]
mod example;
mod fonts;
mod hostile;
mod papers;
mod word;
mod workbook;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::Command;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use ocop::domain::calendar::Date;
use ocop::domain::decision::Language;
use ocop::domain::dossier::{Attachment, Dossier, DossierKind, Field, PaperRecord, Writing, wire};
use ocop::domain::forms::bound::WrittenHere;
use ocop::domain::forms::{self, Block, Document, Inline, PaperNames, Style};
use ocop::domain::templates::{Body, Prompt, Template, Templates, draw, written_here};
use ocop::office::{
    self, Archive, LARGEST_FILE, Modified, OfficeError, Source, Wanted, ZipWriter, crc32, look_through, matched,
};
use proptest::prelude::*;

fn both_forms(dossier: &Dossier) -> Vec<Document> {
    vec![forms::form01(dossier), forms::form02(dossier, &PaperNames::new())]
}

fn bound_file(dossier: &Dossier) -> Vec<Document> {
    forms::bound::bound(dossier, &PaperNames::new(), Date::parse("26/11/2026").expect("a day"), &WrittenHere::new())
}

/// A folder of this test's own under cargo's.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's folder for tests can be written");
    folder
}

/// A program that `make test` brings: what cannot be tested has not passed.
fn needs(program: &str) {
    let found = Command::new(program).arg("--version").output().is_ok();
    assert!(found, "{program} is not installed: `scripts/setup.sh test` brings it");
}

/// Lets LibreOffice convert a file; its profile stays in the folder.
fn libreoffice(folder: &Path, to: &str, files: &[PathBuf]) {
    libreoffice_with(folder, to, files, None);
}

/// The same with fontconfig's settings instead of the machine's own.
fn libreoffice_with(folder: &Path, to: &str, files: &[PathBuf], fonts: Option<&Path>) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut run = Command::new("soffice");
    if let Some(settings) = fonts {
        run.env("FONTCONFIG_FILE", settings);
    }
    let run = run
        .args(["--headless", &profile, "--convert-to", to, "--outdir"])
        .arg(folder)
        .args(files)
        .output()
        .expect("soffice starts");
    assert!(run.status.success(), "soffice: {}", String::from_utf8_lossy(&run.stderr));
}

fn archive_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::default();
    let mut out = Vec::new();
    for (name, bytes) in files {
        out.extend(writer.add(name, Modified::default(), bytes).expect("added"));
    }
    out.extend(writer.finish().expect("finished"));
    out
}

/// What an archive in memory gives at once.
fn now<T>(answer: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(answer).poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("what is in memory is there at once"),
    }
}

#[test]
fn a_code_is_drawn_and_an_endless_text_refused() {
    let svg = office::qr_svg("https://example.vn/#/criteria/11").expect("it fits");
    assert!(svg.starts_with("<svg xmlns=") && svg.contains("viewBox=\"0 0 37 37\""));
    assert!(office::qr_svg(&"x".repeat(5000)).is_err());
}

fn packed(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archives").join(name)).expect(name)
}
