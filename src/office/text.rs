//! Bytes as a text for an address: packed, with their checksum, in letters, digits, `-` and `_`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::crc::crc32;

/// The first sign of every text of this form.
const MARK: char = '1';

/// Octets of the checksum (CRC-32 of what is packed), which stand first.
const CHECK: usize = 4;

/// More than this is in no text, in octets.
const LARGEST: usize = 1 << 20;

/// Why a text from an address is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Cut off or changed on the way, or larger than any.
    Broken,
    /// Of a form that came after this program.
    Newer,
}

/// Bytes as such a text.
pub fn to_text(bytes: &[u8]) -> String {
    let mut octets = crc32(bytes).to_be_bytes().to_vec();
    octets.extend(compress_to_vec(bytes, 9));
    format!("{MARK}{}", URL_SAFE_NO_PAD.encode(octets))
}

/// The bytes that [`to_text`] made a text of; whatever a sentence puts behind a link is passed over.
pub fn from_text(text: &str) -> Result<Vec<u8>, TextFault> {
    let text = text.trim();
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let text = &text[..text.find(|c: char| !is_sign(c)).unwrap_or(text.len())];
    let packed = match text.strip_prefix(MARK) {
        Some(packed) => packed,
        None if text.starts_with(|c: char| c.is_ascii_digit() && c != '0') => return Err(TextFault::Newer),
        None => return Err(TextFault::Broken),
    };
    if packed.len() > LARGEST {
        return Err(TextFault::Broken);
    }
    let octets = URL_SAFE_NO_PAD.decode(packed).map_err(|_| TextFault::Broken)?;
    let (check, packed) = octets.split_first_chunk::<CHECK>().ok_or(TextFault::Broken)?;
    let bytes = decompress_to_vec_with_limit(packed, LARGEST).map_err(|_| TextFault::Broken)?;
    if crc32(&bytes).to_be_bytes() == *check { Ok(bytes) } else { Err(TextFault::Broken) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_goes_in_comes_out(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
            let text = to_text(&bytes);
            prop_assert!(text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
            prop_assert_eq!(from_text(&format!(" {text}. Xem nhé")), Ok(bytes));
        }

        #[test]
        fn whatever_is_changed_or_cut_is_told(bytes in proptest::collection::vec(any::<u8>(), 1..200), at in 1_usize..300) {
            let text = to_text(&bytes);
            let at = 1 + at % (text.len() - 1);
            prop_assert_eq!(from_text(&text[..at]), Err(TextFault::Broken));
            let other = if text.as_bytes()[at] == b'A' { 'B' } else { 'A' };
            let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            // Bits that fill up the last octet of what is packed say nothing.
            let read = from_text(&changed);
            prop_assert!(read == Err(TextFault::Broken) || read == Ok(bytes));
        }

        #[test]
        fn nothing_that_is_typed_does_harm(text in ".{0,60}") {
            let _ = from_text(&text);
        }
    }

    #[test]
    fn a_text_that_bursts_is_refused_and_one_of_a_later_form_is_told() {
        let burst = to_text(&vec![0; LARGEST + 1]);
        assert!(burst.len() < 2_000);
        assert_eq!(from_text(&burst), Err(TextFault::Broken));
        assert_eq!(from_text(&to_text(&vec![0; LARGEST])).map(|bytes| bytes.len()), Ok(LARGEST));
        for (text, fault) in
            [("2abc", TextFault::Newer), ("0abc", TextFault::Broken), ("x", TextFault::Broken), ("", TextFault::Broken)]
        {
            assert_eq!(from_text(text), Err(fault), "{text}");
        }
    }
}
