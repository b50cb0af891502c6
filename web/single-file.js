// Brings out what the single file carries and starts the app. scripts/single-file.mjs packs it: the program, and
// texts by their names.

// The first paint comes before the work.
requestAnimationFrame(() => setTimeout(open));

async function open() {
  try {
    const [module, later] = ["ocop-program", "ocop-later"].map(compiled);
    const texts = await new Response(unpacked("ocop-texts")).json();

    // Where the app looks for what it would fetch from a host.
    window.ocopFiles = texts;

    // Allowed by their hashes, like this script; what is not as it was is stopped.
    addEventListener("securitypolicyviolation", fail);
    insert("style", texts["styles.css"]);
    const all = Promise.all([module, later]);
    all.catch(fail);
    window.ocopLater = () => later;
    window.ocopStart = async (start) => {
      // A file that is damaged anywhere is not begun with.
      const [module_or_path] = await all;
      mount(() => start({ module_or_path })).catch(fail);
    };
    insert("script", texts["app.js"], { type: "module" });
  } catch {
    fail();
  }
}

function compiled(id) {
  return WebAssembly.compileStreaming(new Response(unpacked(id), { headers: { "Content-Type": "application/wasm" } }));
}

function fail() {
  document.getElementById("loading")?.setAttribute("hidden", "");
  document.getElementById("failed")?.removeAttribute("hidden");
}

/** What stands in the page as text, unpacked. A packed stream holds its own checksum: damage makes an error. */
function unpacked(id) {
  const element = document.getElementById(id);
  const octets = fromText(element.textContent, Number(element.dataset.size));
  element.remove();
  return new Blob([octets]).stream().pipeThrough(new DecompressionStream("gzip"));
}

/** The bytes behind a text: of the digits of a number to the base of 63,425, those that are safe in a page. */
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

function insert(kind, content, properties = {}) {
  const element = Object.assign(document.createElement(kind), properties);
  element.textContent = content;
  document.head.append(element);
}
