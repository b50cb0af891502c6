//! Pictures made smaller, for photos of papers taken with a telephone.

use gloo::file::Blob;
use gloo::utils::{document, window};
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

/// How well JPEG keeps what is written on a paper: small print stays readable.
const QUALITY: f64 = 0.8;

/// A picture drawn anew as JPEG, with its longer side at most `side` pixels. `None` where the browser
/// cannot read the picture.
pub async fn shrink(media: &str, bytes: &[u8], side: u32) -> Option<Vec<u8>> {
    let bitmap = decode(media, bytes).await?;
    let (width, height) = (bitmap.width(), bitmap.height());
    let longer = width.max(height);
    if longer == 0 {
        return None;
    }
    let fit = |length: u32| if longer > side { (length * side / longer).max(1) } else { length };
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(fit(width));
    canvas.set_height(fit(height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // Where the picture is see-through, paper is white.
    context.set_fill_style_str("#fff");
    let (wide, high) = (f64::from(fit(width)), f64::from(fit(height)));
    context.fill_rect(0.0, 0.0, wide, high);
    context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, wide, high).ok()?;
    bitmap.close();
    let promise = Promise::new(&mut |resolve, reject| {
        let drawn = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        if canvas.to_blob_with_type_and_encoder_options(drawn.unchecked_ref(), "image/jpeg", &QUALITY.into()).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    let drawn: web_sys::Blob = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    gloo::file::futures::read_as_bytes(&Blob::from(drawn)).await.ok()
}

/// Whether the browser can read a picture.
pub async fn can_be_read(media: &str, bytes: &[u8]) -> bool {
    decode(media, bytes).await.map(|bitmap| bitmap.close()).is_some()
}

async fn decode(media: &str, bytes: &[u8]) -> Option<ImageBitmap> {
    let blob = Blob::new_with_options(bytes, Some(media));
    let bitmap = JsFuture::from(window().create_image_bitmap_with_blob(blob.as_ref()).ok()?).await.ok()?;
    bitmap.dyn_into().ok()
}
