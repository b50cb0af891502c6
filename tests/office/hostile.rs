//! Archives made to harm, damaged or locked are refused in words.

use super::*;

#[test]
fn a_locked_archive_and_a_word_file_say_what_they_are() {
    assert_eq!(now(Archive::open(packed("mat-khau2.zip"))).map(drop), Err(OfficeError::Locked));
    let word = office::docx("Trà", &both_forms(&example::tea()), "").expect("it is made");
    let word = now(Archive::open(word)).expect("opens");
    assert_eq!(now(look_through(&word)).map(drop), Err(OfficeError::OfficeFile));
}

/// Where the directory of an archive begins.
fn directory(archive: &[u8]) -> usize {
    archive.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("a directory")
}

#[test]
fn what_is_no_archive_is_refused() {
    let whole = archive_of(&[("a.json", b"{}".as_slice())]);
    for bytes in [b"".as_slice(), b"PK\x03\x04", b"{}", &whole[..whole.len() - 1], &whole[4..]] {
        assert!(
            now(Archive::open(bytes.to_vec())).is_err()
                || now(Archive::open(bytes.to_vec())).is_ok_and(|a| now(a.read_named("a.json", 9)).is_err())
        );
    }
}

#[test]
fn a_file_that_unpacks_to_more_than_it_says_is_refused() {
    let zeros = vec![0u8; 1 << 20];
    let mut archive = archive_of(&[("a.json", &zeros)]);
    let size = directory(&archive) + 24;
    archive[size..size + 4].copy_from_slice(&100u32.to_le_bytes());
    let archive = now(Archive::open(archive)).expect("its list reads");
    assert_eq!(now(archive.read_named("a.json", 1 << 30)), Err(OfficeError::Damaged("a.json".into())));
}

#[test]
fn a_file_beyond_the_limit_is_not_unpacked() {
    let archive = now(Archive::open(archive_of(&[("a.json", &vec![0u8; 1 << 20])]))).expect("opens");
    assert_eq!(
        now(archive.read_named("a.json", 1 << 19)),
        Err(OfficeError::TooLargeToOpen { name: "a.json".into(), megabytes: 2 })
    );
    assert_eq!(now(archive.read_named("b.json", 1 << 19)), Err(OfficeError::NoSuchFile("b.json".into())));
}

/// Each says in the reader's language what is wrong and where, and the way on.
#[test]
fn a_damaged_archive_says_what_is_wrong_with_it() {
    let says = |bytes: Vec<u8>, word: &str| {
        let told = match now(Archive::open(bytes)) {
            Err(error) => error,
            Ok(archive) => now(look_through(&archive)).expect_err("nothing in it can be read"),
        };
        let text = told.text(Language::Vi);
        assert!(text.contains(word) && text.contains("Hãy") && text != told.text(Language::En), "{text}");
    };
    let whole = archive_of(&[("thu-muc/ho-so.json", b"{\"format\":\"ocop-dossier\"}".as_slice())]);
    says(whole[..whole.len() - 30].to_vec(), "cắt ngang");
    let mut changed = whole.clone();
    changed[60] ^= 1;
    says(changed, "“thu-muc/ho-so.json”");
    // 30 MB of nothing in 30 kB.
    let bomb = archive_of(&[("bom.json", &vec![b' '; 30_000_000])]);
    assert!(bomb.len() < 40_000);
    says(bomb, "“bom.json” trong tệp nén khi giải nén ra 30 MB");
}

#[test]
fn files_that_share_bytes_are_refused() {
    // A second line of the directory that points at the first file's bytes.
    let mut archive = archive_of(&[("a.json", b"{\"a\":\"aaaaaaaaaaaaaaaa\"}".as_slice())]);
    let from = directory(&archive);
    let end = archive.len() - 22;
    let line = archive[from..end].to_vec();
    archive.splice(end..end, line.iter().copied());
    let end = archive.len() - 22;
    archive[end + 8..end + 10].copy_from_slice(&2u16.to_le_bytes());
    archive[end + 10..end + 12].copy_from_slice(&2u16.to_le_bytes());
    archive[end + 12..end + 16].copy_from_slice(&(2 * line.len() as u32).to_le_bytes());
    assert_eq!(now(Archive::open(archive)).map(|_| ()), Err(OfficeError::Hostile));
}

#[test]
fn too_many_files_are_refused() {
    let names: Vec<String> = (0..6000).map(|number| format!("{number}.json")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(now(Archive::open(archive_of(&files))).map(|_| ()), Err(OfficeError::Hostile));
    // So many that not even the list of them is read whole: it is too long, and nothing of it is missing.
    let names: Vec<String> = (0..6000).map(|number| format!("{number}-{}.json", "a".repeat(400))).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(now(Archive::open(archive_of(&files))).map(|_| ()), Err(OfficeError::Hostile));
}

proptest! {
    /// Whatever bytes somebody opens: no panic, and nothing unpacks beyond the limit.
    #[test]
    fn no_bytes_upset_the_reader(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12)) {
        let text = "Suối Mây ".repeat(200);
        let mut bytes = archive_of(&[("a.json", text.as_bytes()), ("b.jpg", b"photo"), ("c.html", b"<p>")]);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(archive) = now(Archive::open(bytes)) {
            for file in archive.files() {
                let read = now(archive.read(file, 4096));
                prop_assert!(read.is_err() || read.is_ok_and(|read| read.len() <= 4096));
            }
            let _ = now(look_through(&archive));
        }
    }
}

#[test]
fn names_cannot_leave_the_archive() {
    let archive =
        now(Archive::open(archive_of(&[("../../etc/passwd", b"x".as_slice()), ("/b", b"y")]))).expect("opens");
    let names: Vec<&str> = archive.files().iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["etc/passwd", "b"]);
}

#[test]
fn a_byte_changed_in_a_file_is_noticed() {
    let mut archive = archive_of(&[("a.jpg", b"photo".as_slice())]);
    let place = archive.windows(5).position(|bytes| bytes == b"photo").expect("stored as it is");
    archive[place] ^= 1;
    let archive = now(Archive::open(archive)).expect("opens");
    assert_eq!(now(archive.read_named("a.jpg", 100)), Err(OfficeError::Damaged("a.jpg".into())));
}
