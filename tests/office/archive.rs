//! Archives go out and come back, with their photos.

use super::*;

#[test]
fn everything_leaves_in_one_archive_and_comes_back() {
    let dossier = example::tea();
    let json = wire::to_json(&dossier);
    let mut writer = ZipWriter::default();
    let mut archive = Vec::new();
    let mut add = |name: &str, bytes: &[u8]| {
        archive.extend(writer.add(name, Modified::parse("2026-11-05"), bytes).expect("added"));
    };
    add(&forms::file_name(&dossier, "2026-11-05", "json"), json.as_bytes());
    let photos = forms::evidence_files(&dossier);
    for photo in &photos {
        add(&photo.path, photo.attachment.as_bytes());
    }
    archive.extend(writer.finish().expect("ended"));

    let archive = now(Archive::open(archive)).expect("opens");
    let opened = now(look_through(&archive)).expect("reads");
    assert_eq!(opened.dossiers.len(), 1);
    let (back, warnings) = wire::from_json(&opened.dossiers[0].text).expect("it reads");
    assert_eq!((back, warnings), (dossier, Vec::new()));
    assert_eq!(opened.files.len(), 1 + photos.len());
    for photo in &photos {
        assert_eq!(now(archive.read_named(&photo.path, 1 << 20)).expect("reads"), photo.attachment.as_bytes());
    }
}

#[test]
fn python_reads_the_archive() {
    needs("python3");
    let mut writer = ZipWriter::default();
    let text = "Suối Mây ".repeat(500);
    let mut bytes = writer.add("hồ sơ.json", Modified::parse("2026-11-05"), text.as_bytes()).expect("added");
    bytes.extend(writer.add("minh-chung/01a.jpg", Modified::default(), &[0xff, 0xd8, 0xff]).expect("added"));
    bytes.extend(writer.add("empty.txt", Modified::default(), b"").expect("added"));
    bytes.extend(writer.finish().expect("finished"));
    let file = scratch("zip").join("all.zip");
    std::fs::write(&file, bytes).expect("written");
    let script = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n\
                  print([(i.filename, i.file_size, i.date_time[:3]) for i in z.infolist()])";
    let run = Command::new("python3").args(["-c", script]).arg(&file).output().expect("python3 starts");
    assert_eq!(
        String::from_utf8_lossy(&run.stdout).trim(),
        format!(
            "[('hồ sơ.json', {}, (2026, 11, 5)), ('minh-chung/01a.jpg', 3, (1980, 1, 1)), ('empty.txt', 0, (1980, 1, 1))]",
            text.len()
        ),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

#[test]
fn a_copy_in_an_archive_will_do_where_there_is_no_json() {
    let dossier = example::tea();
    let html = forms::copy_html(&dossier, &PaperNames::new(), &BTreeMap::new(), None);
    let archive = archive_of(&[("ghi chú.json", b"{}".as_slice()), ("ho-so.HTML", html.as_bytes())]);
    let opened = now(look_through(&now(Archive::open(archive)).expect("opens"))).expect("reads");
    assert_eq!(opened.dossiers.len(), 1);
    assert_eq!(wire::from_json(&opened.dossiers[0].text).expect("it reads").0, forms::handed_in(&dossier));
}

/// An archive in memory, and how many bytes of it were read.
struct Counted {
    bytes: Vec<u8>,
    read: Rc<Cell<u64>>,
}

impl Source for Counted {
    fn length(&self) -> u64 {
        self.bytes.length()
    }

    async fn bytes(&self, range: Range<u64>) -> Result<Vec<u8>, OfficeError> {
        self.read.set(self.read.get() + range.end - range.start);
        self.bytes.bytes(range).await
    }
}

#[test]
fn an_archive_of_many_megabytes_opens_by_its_end() {
    // Noise does not pack: 300 photos are as large inside an archive as outside.
    let photo: Vec<u8> = (0..3_000_000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let bytes = archive_of(&[("mot.jpg", &photo), ("hai.jpg", &photo), ("ho-so.json", b"{}")]);
    assert!(bytes.len() > 5 << 20);
    let whole = bytes.length();
    let read = Rc::new(Cell::new(0));
    let archive = now(Archive::open(Counted { bytes, read: Rc::clone(&read) })).expect("opens");
    assert!(read.get() < whole / 2, "no photo is read to open it, but {} of {whole} bytes were", read.get());
    read.set(0);
    assert_eq!(now(archive.read_named("ho-so.json", LARGEST_FILE)).expect("reads"), b"{}");
    assert!(read.get() < 1_000, "a small file is read by itself, but {} bytes were", read.get());
    read.set(0);
    assert_eq!(now(archive.read_named("hai.jpg", LARGEST_FILE)).expect("reads"), photo);
    assert!(read.get() < whole * 2 / 3, "one photo is read at a time, but {} of {whole} bytes were", read.get());
}

/// How many photos of each dossier are found in an archive of `tests/archives/`, of how many.
#[track_caller]
fn check_photos(bytes: Vec<u8>, expected: &[(&str, usize, usize)]) {
    let archive = now(Archive::open(bytes)).expect("opens");
    let opened = now(look_through(&archive)).expect("reads");
    let dossiers: Vec<Dossier> =
        opened.dossiers.iter().map(|dossier| wire::from_json(&dossier.text).expect("a dossier").0).collect();
    let wanted = opened.dossiers.iter().zip(&dossiers).map(|(file, dossier)| (file.name.as_str(), wanted(dossier)));
    let wanted: Vec<(&str, Vec<Wanted>)> = wanted.collect();
    let found = matched(archive.files(), &wanted);
    let counts: Vec<(&str, usize, usize)> = dossiers
        .iter()
        .zip(&found)
        .map(|(dossier, found)| (dossier.id.as_str(), found.iter().flatten().count(), found.len()))
        .collect();
    assert_eq!(counts, expected);
    for ((_, wanted), found) in wanted.iter().zip(&found) {
        for (wanted, place) in wanted.iter().zip(found) {
            let Some(place) = place else { continue };
            let bytes = now(archive.read(&archive.files()[*place], 1 << 20)).expect("a photo");
            assert_eq!(bytes.len() as u64, wanted.size);
        }
    }
}

fn wanted(dossier: &Dossier) -> Vec<Wanted> {
    let attached = dossier.papers.iter().flat_map(|paper| &paper.attachments);
    let of = |id: &str| attached.clone().find(|file| file.id == id).expect("attached");
    let files = forms::evidence_files(dossier).into_iter();
    let wanted = files.map(|file| {
        let Attachment { size, sum, .. } = of(&file.attachment);
        Wanted { size: *size, sum: *sum, path: file.path, attachment: file.attachment }
    });
    wanted.collect()
}

#[test]
fn a_set_that_was_unpacked_and_packed_again_keeps_its_photos() {
    check_photos(packed("trong-thu-muc.zip"), &[("upgrade-12", 2, 2)]);
    check_photos(packed("mac-thu-muc.zip"), &[("upgrade-12", 2, 2)]);
}

#[test]
fn photos_are_found_under_other_names_and_behind_backslashes() {
    let archive = now(Archive::open(packed("trong-thu-muc.zip"))).expect("opens");
    let again = |rename: &dyn Fn(&str) -> String| {
        let all =
            archive.files().iter().map(|file| (rename(&file.name), now(archive.read(file, 1 << 20)).expect("read")));
        let all: Vec<(String, Vec<u8>)> = all.collect();
        archive_of(&all.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
    };
    check_photos(again(&|name| name.replace('/', "\\")), &[("upgrade-12", 2, 2)]);
    check_photos(again(&|name| name.replace("minh-chung/01a", "anh/ảnh chụp")), &[("upgrade-12", 2, 2)]);
    check_photos(again(&|name| name.replace("01b", "b").replace("ho-so-tra/", "")), &[("upgrade-12", 2, 2)]);
}

#[test]
fn no_photo_of_another_product_is_taken() {
    check_photos(packed("gop-hai-san-pham.zip"), &[("sp-B", 1, 1), ("sp-A", 0, 1)]);
    // The same size under the same path for two different photos: neither claim is believed.
    let archive = now(Archive::open(packed("gop-hai-san-pham.zip"))).expect("opens");
    let all = archive.files().iter().map(|file| {
        let text = now(archive.read(file, 1 << 20)).expect("read");
        let same = String::from_utf8(text.clone()).map(|text| text.replace("\"size\": 2850", "\"size\": 2871"));
        (file.name.as_str(), same.map_or(text, String::into_bytes))
    });
    let all: Vec<(&str, Vec<u8>)> = all.collect();
    let again = archive_of(&all.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect::<Vec<_>>());
    check_photos(again, &[("sp-B", 0, 1), ("sp-A", 0, 1)]);
}

#[test]
fn the_sum_tells_a_photo_from_every_other_and_from_a_damaged_one() {
    let photo = |mark: u8| vec![mark; 9];
    let of = |mark: u8, sum: bool| Wanted {
        path: format!("minh-chung/{mark}.jpg"),
        size: 9,
        sum: sum.then(|| crc32(&photo(mark))),
        attachment: mark.to_string(),
    };
    let found = |files: &[(&str, u8)], wanted: Vec<Wanted>| {
        let content: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, mark)| (*name, photo(*mark))).collect();
        let archive: Vec<(&str, &[u8])> = content.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        let archive = now(Archive::open(archive_of(&archive))).expect("opens");
        let places = matched(archive.files(), &[("ho-so.json", wanted.clone())]).remove(0);
        let told = places.into_iter().zip(wanted).map(|(place, wanted)| {
            let bytes = now(archive.read(&archive.files()[place?], 9)).expect("reads");
            let photo = Attachment { sum: wanted.sum, ..photo_called(&wanted.attachment) };
            Some((bytes[0], photo.is_whole(crc32(&bytes))))
        });
        told.collect::<Vec<_>>()
    };
    // Swapped names of one size: the sum finds each, without it each name is believed.
    let swapped = [("minh-chung/1.jpg", 2), ("minh-chung/2.jpg", 1)];
    assert_eq!(found(&swapped, vec![of(1, true), of(2, true)]), [Some((1, true)), Some((2, true))]);
    assert_eq!(found(&swapped, vec![of(1, false), of(2, false)]), [Some((2, true)), Some((1, true))]);
    // Renamed among others of its size.
    let renamed = [("a.jpg", 1), ("b.jpg", 2), ("c.jpg", 3)];
    assert_eq!(found(&renamed, vec![of(2, true)]), [Some((2, true))]);
    assert_eq!(found(&renamed, vec![of(2, false)]), [None]);
    // Other bytes in its place are found out; under another name they are nobody's.
    assert_eq!(found(&[("minh-chung/1.jpg", 7)], vec![of(1, true)]), [Some((7, false))]);
    assert_eq!(found(&[("a.jpg", 7)], vec![of(1, true)]), [None]);
    // One photo put to two papers is no dispute.
    let twice = Wanted { path: "minh-chung/1b.jpg".into(), attachment: "more".into(), ..of(1, true) };
    assert_eq!(found(&[("a.jpg", 1)], vec![of(1, true), twice]), [Some((1, true)), Some((1, true))]);
}

fn photo_called(name: &str) -> Attachment {
    Attachment { id: name.into(), name: name.into(), media: "image/jpeg".into(), size: 9, sum: None }
}
