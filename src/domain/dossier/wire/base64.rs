//! Base64 with the standard alphabet and padding (RFC 4648, section 4), for attachments.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};

/// Bits left over in the last letter mean nothing: some writers leave any.
const ENGINE: GeneralPurpose =
    GeneralPurpose::new(&STANDARD, GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true));

pub(super) fn encode(bytes: &[u8]) -> String {
    ENGINE.encode(bytes)
}

/// The bytes, or `None` if the text is not base64.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    ENGINE.decode(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_other_writers_may_leave_in_the_last_letter_and_nothing_that_is_not_base64() {
        for (coded, plain) in [("", ""), ("Zg==", "f"), ("Zh==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo")] {
            assert_eq!(decode(coded).as_deref(), Some(plain.as_bytes()), "{coded}");
        }
        for bad in ["Z", "Zg", "Zg=", "Z===", "====", "Zm9v\n", "Zm9ü", "Zm=v"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
