//! The part of the packer that stands in the single file, as WebAssembly. It unpacks step by step, so that the page
//! can tell how far it is:
//!
//! - `room(packed, unpacked, code)` makes room for so many bytes and tells where to write the packed ones. `code`: 1 for
//!   [`Matter::Code`].
//! - `unpack(upto)` goes on until so many bytes are there, and tells where the first one stands.
//! - `sum()` is that of what was unpacked.

#![no_std]

mod code;
mod coder;
mod model;

use core::arch::wasm32::{memory_grow, unreachable};
use core::mem::MaybeUninit;
use core::slice;

use coder::Decoder;
use model::{Matter, Model};

static mut MODEL: MaybeUninit<Model> = MaybeUninit::zeroed();
static mut WORK: Option<Work> = None;

struct Work {
    decoder: Decoder,
    packed: &'static mut [u8],
    /// Room for what is unpacked, and how much of it is.
    bytes: &'static mut [u8],
    done: usize,
}

// SAFETY, of all below: there is one thread, no function calls another, and a model may be all zero.

#[unsafe(no_mangle)]
extern "C" fn room(packed: usize, unpacked: usize, code: u32) -> *mut u8 {
    const PAGE: usize = 1 << 16;
    let first = memory_grow::<0>(packed.saturating_add(unpacked).div_ceil(PAGE));
    if first == usize::MAX {
        unreachable();
    }
    let at = (first * PAGE) as *mut u8;
    unsafe {
        (*(&raw mut MODEL).cast::<Model>()).start(if code == 1 { Matter::Code } else { Matter::Texts });
        WORK = Some(Work {
            decoder: Decoder::new(),
            packed: slice::from_raw_parts_mut(at, packed),
            bytes: slice::from_raw_parts_mut(at.add(packed), unpacked),
            done: 0,
        });
    }
    at
}

#[unsafe(no_mangle)]
extern "C" fn unpack(upto: usize) -> *const u8 {
    let (model, work) = unsafe { (&mut *(&raw mut MODEL).cast::<Model>(), &mut *(&raw mut WORK)) };
    let Some(Work { decoder, packed, bytes, done }) = work else { unreachable() };
    while *done < upto.min(bytes.len()) {
        bytes[*done] = decoder.byte(model, packed, &bytes[..*done]);
        *done += 1;
        model.after(&bytes[..*done]);
    }
    bytes.as_ptr()
}

#[unsafe(no_mangle)]
extern "C" fn sum() -> u32 {
    match unsafe { &*(&raw const WORK) } {
        Some(work) => coder::sum(work.bytes),
        None => 0,
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    unreachable()
}
