//! Packs a part of the single file, for unpack.rs to unpack:
//!
//!     pack code|texts <BYTES >PACKED
//!
//! PACKED begins with the sum of what was packed, four bytes, the lowest first.

mod code;
mod coder;
mod model;

use std::io::{Read, Write, stdin, stdout};

use model::Matter;

fn main() -> std::io::Result<()> {
    let matter = match std::env::args().nth(1).as_deref() {
        Some("code") => Matter::Code,
        Some("texts") => Matter::Texts,
        _ => return Err(std::io::Error::other("pack code|texts <BYTES >PACKED")),
    };
    let mut bytes = Vec::new();
    stdin().read_to_end(&mut bytes)?;
    let packed = coder::pack(matter, &bytes);
    if coder::unpack(matter, &packed, bytes.len()) != bytes {
        return Err(std::io::Error::other("what was packed does not come out again"));
    }
    stdout().write_all(&coder::sum(&bytes).to_le_bytes())?;
    stdout().write_all(&packed)
}
