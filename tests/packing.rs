//! What packs the single file: whatever goes in comes out again, and nothing that is damaged breaks the unpacker.

#[path = "../web/packing/code.rs"]
mod code;
#[path = "../web/packing/coder.rs"]
mod coder;
#[path = "../web/packing/model.rs"]
mod model;

use model::Matter;
use proptest::prelude::*;

const BOTH: [Matter; 2] = [Matter::Code, Matter::Texts];

#[test]
fn the_edges_come_out_again() {
    for bytes in [&[][..], &[0], &[255], &[128; 7], &[0; 4096], "Chấm sao OCOP".as_bytes()] {
        for matter in BOTH {
            assert_eq!(coder::unpack(matter, &coder::pack(matter, bytes), bytes.len()), bytes, "{matter:?} {bytes:?}");
        }
    }
}

#[test]
fn a_text_takes_a_quarter_of_its_room_and_what_repeats_hardly_any() {
    let text = include_str!("../src/domain/decisions/26-2026/guide/vi.json");
    let once = coder::pack(Matter::Texts, text.as_bytes()).len();
    assert!(once * 4 < text.len(), "{once} bytes of {}", text.len());
    let twice = coder::pack(Matter::Texts, text.repeat(2).as_bytes()).len();
    assert!(twice < once + once / 20, "{twice} bytes for twice the text, {once} for it once");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn anything_comes_out_again(bytes in prop::collection::vec(any::<u8>(), 0..2000), matter in prop::sample::select(&BOTH[..])) {
        prop_assert_eq!(coder::unpack(matter, &coder::pack(matter, &bytes), bytes.len()), bytes);
    }

    /// Instructions and operands as they come, and numbers that never end.
    #[test]
    fn anything_that_looks_like_code_comes_out_again(
        bytes in prop::collection::vec(prop::sample::select(&[0x00, 0x01, 0x0b, 0x0e, 0x10, 0x20, 0x28, 0x41, 0x44, 0x7f, 0x80, 0xfc, 0xff][..]), 0..2000),
    ) {
        prop_assert_eq!(coder::unpack(Matter::Code, &coder::pack(Matter::Code, &bytes), bytes.len()), bytes);
    }

    #[test]
    fn what_is_damaged_unpacks_to_something_else_and_the_sum_tells(
        bytes in prop::collection::vec(any::<u8>(), 100..500),
        at in any::<prop::sample::Index>(),
        bit in 0..8u8,
        matter in prop::sample::select(&BOTH[..]),
    ) {
        let mut packed = coder::pack(matter, &bytes);
        // The last bytes only end the last bit; any will do.
        let at = at.index(packed.len() - 8);
        packed[at] ^= 1 << bit;
        let unpacked = coder::unpack(matter, &packed, bytes.len());
        prop_assert_ne!(coder::sum(&unpacked), coder::sum(&bytes));
    }

    #[test]
    fn any_bytes_unpack_to_something(packed in prop::collection::vec(any::<u8>(), 0..300), matter in prop::sample::select(&BOTH[..])) {
        prop_assert_eq!(coder::unpack(matter, &packed, 1000).len(), 1000);
    }
}
