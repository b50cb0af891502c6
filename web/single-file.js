// Begins the single file: brings out web/unpack.js and the program that it unpacks with, and leaves the rest to them.
// scripts/single-file.mjs writes in how long each part is.
const PARTS = "__PARTS__";

// The first paint comes before the work of unpacking.
requestAnimationFrame(() => setTimeout(open));

async function open() {
  try {
    const text = document.getElementById("ocop-parts");
    const bytes = fromText(text.textContent, PARTS.all);
    text.remove();
    const deflated = new Blob([bytes.subarray(0, PARTS.deflated)]);
    const inflated = deflated.stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const begin = new Uint8Array(await new Response(inflated).arrayBuffer());
    window.ocopPacked = { unpacker: begin.subarray(0, PARTS.unpacker), bytes: bytes.subarray(PARTS.deflated) };

    // Allowed by its hash, like this script.
    const script = document.createElement("script");
    script.textContent = new TextDecoder().decode(begin.subarray(PARTS.unpacker));
    document.head.append(script);
    // It takes what it was given at once, unless it is damaged: then the policy has stopped it.
    if (window.ocopPacked) throw new Error("the file is damaged");
  } catch {
    document.getElementById("loading").hidden = true;
    document.getElementById("failed").hidden = false;
  }
}

/** The bytes behind the text: of the digits of a number to the base of 63,425, those that are safe in a page. */
function fromText(text, size) {
  const words = new Uint16Array(Math.ceil(size / 2));
  let held = 0;
  for (let i = text.length - 1, at = words.length; i >= 0; i--) {
    const code = text.charCodeAt(i);
    held = held * 63425 + (code < 0xd800 ? code - 0x3d : code - 0xe000 + 55235);
    if (held < 2 ** 32) continue;
    words[--at] = held % 65536;
    held = Math.floor(held / 65536);
  }
  return new Uint8Array(words.buffer, 0, size);
}
