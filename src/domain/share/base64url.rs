//! Base64url without padding (RFC 4648, section 5), strict: one text for each value.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

pub(super) fn encode(octets: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(octets)
}

/// `None`: another character, a length that none has, or bits left over that are not 0.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_for_each_value() {
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
        for text in ["Zh", "Zm9", "Z", "Zm9vY", "Zg==", "Zm+v", "Zm/v", "Zm v", "Zm9vé"] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }
}
