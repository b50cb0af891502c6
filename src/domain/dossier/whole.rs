//! Whether a picture was cut on its way: browsers show the upper part of such a one and say nothing.

use super::media_of;

/// Whether a picture goes on to its own end, as far as its kind tells; what is no picture is not looked at. That a browser
/// can show it, only a browser tells.
pub fn is_whole(bytes: &[u8]) -> bool {
    match media_of(bytes) {
        Some("image/jpeg") => jpeg_ends(bytes).is_some(),
        Some("image/png") => png_ends(bytes).is_some(),
        Some("image/webp") => webp_ends(bytes).is_some(),
        _ => true,
    }
}

/// Walks the segments of a JPEG to its end marker. What a phone puts behind that is its own affair, and so is a small
/// picture within a segment, which has an end marker too.
fn jpeg_ends(bytes: &[u8]) -> Option<()> {
    let mut at = 2;
    loop {
        // Between segments, and within a scan, everything up to a marker is passed over.
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        match *bytes.get(at + 1)? {
            0xD9 => return Some(()),
            // A byte of a scan that looks like a marker, a marker without content, or one that is filled up.
            0x00 | 0x01 | 0xD0..=0xD8 => at += 2,
            0xFF => at += 1,
            _ => {
                let length = u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]);
                at += 2 + usize::from(length.max(2));
            }
        }
    }
}

/// Walks the chunks of a PNG to the one that ends it.
fn png_ends(bytes: &[u8]) -> Option<()> {
    let mut at: usize = 8;
    loop {
        let head = bytes.get(at..at.checked_add(8)?)?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        at = at.checked_add(12)?.checked_add(usize::try_from(length).ok()?)?;
        if at > bytes.len() {
            return None;
        }
        if head.ends_with(b"IEND") {
            return Some(());
        }
    }
}

/// A WebP says at its head how long it is.
fn webp_ends(bytes: &[u8]) -> Option<()> {
    let length = u32::from_le_bytes([*bytes.get(4)?, *bytes.get(5)?, *bytes.get(6)?, *bytes.get(7)?]);
    let end = usize::try_from(length).ok()?.checked_add(8)?;
    (end <= bytes.len()).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A segment with a small picture in it, a scan with what looks like markers, a second scan, the end.
    fn jpeg() -> Vec<u8> {
        let parts: [&[u8]; 6] = [
            &[0xFF, 0xD8, 0xFF, 0xE1, 0, 8, 0xFF, 0xD8, 1, 2, 0xFF, 0xD9],
            &[0xFF, 0xDA, 0, 3, 0],
            &[1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4],
            &[0xFF, 0xFF, 0xDA, 0, 3, 0],
            &[5, 6],
            &[0xFF, 0xD9],
        ];
        parts.concat()
    }

    fn png() -> Vec<u8> {
        let chunk = |kind: &[u8], data: &[u8]| {
            [&u32::try_from(data.len()).expect("short").to_be_bytes(), kind, data, &[0; 4]].concat()
        };
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &[0; 13]), chunk(b"IDAT", b"IEND"), chunk(b"IEND", b"")].concat()
    }

    fn webp() -> Vec<u8> {
        [&b"RIFF"[..], &8_u32.to_le_bytes(), b"WEBPVP8 "].concat()
    }

    #[test]
    fn a_picture_that_was_cut_anywhere_is_not_whole() {
        for (whole, shortest) in [(jpeg(), 3), (png(), 8), (webp(), 12)] {
            assert!(is_whole(&whole), "{whole:?}");
            for length in shortest..whole.len() {
                assert!(!is_whole(&whole[..length]), "{length} of {whole:?}");
            }
        }
    }

    #[test]
    fn what_stands_behind_a_picture_and_what_is_none_is_left_alone() {
        assert!(is_whole(&[jpeg(), vec![7; 100]].concat()), "a phone's own notes");
        assert!(is_whole(&[png(), vec![7; 100]].concat()));
        assert!(is_whole(b"%PDF-1.4") && is_whole(b"") && is_whole(b"xyz"));
        assert!(!is_whole(b"\x89PNG\r\n\x1a\n\xFF\xFF\xFF\xFFIEND"), "a length that goes on for ever");
    }
}
