use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

use super::OfficeError;

/// Modules of white that a reader needs around a code (ISO/IEC 18004).
const QUIET: i32 = 4;

/// A text as a QR code in SVG, a unit a module. Refuses what does not fit (about 2,300 bytes).
pub fn qr_svg(text: &str) -> Result<String, OfficeError> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| OfficeError::TooLarge("QR".into()))?;
    let size = code.size();
    let side = size + 2 * QUIET;
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            // One bar for each run of dark modules.
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    ))
}
