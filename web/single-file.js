// Starts the app in the single file. scripts/single-file.mjs puts web/unpack.mjs before it and writes in the parts.
const PARTS = "__PARTS__"; // [name, size] in the order in which they are packed

// The first paint comes before the work of unpacking.
requestAnimationFrame(() => setTimeout(open));

async function open() {
  try {
    const size = PARTS.reduce((sum, [, size]) => sum + size, 0);
    const bytes = lzma(fromText(document.getElementById("ocop-parts").textContent), size);
    const parts = {};
    let at = 0;
    for (const [name, size] of PARTS) parts[name] = bytes.subarray(at, (at += size));
    const text = (name) => new TextDecoder().decode(parts[name]);

    // Where the app looks for what it would fetch from a host.
    window.ocopFiles = Object.fromEntries(Object.keys(parts).filter((name) => name.endsWith(".json")).map((name) => [name, text(name)]));

    // Allowed by their hashes, like this script.
    insert("style", text("styles.css"));
    window.ocopStart = (init) => init({ module_or_path: parts["app.wasm"] }).catch(fail);
    insert("script", text("app.js"), { type: "module" });
  } catch {
    fail();
  }
}

function insert(kind, content, properties = {}) {
  const element = Object.assign(document.createElement(kind), properties);
  element.textContent = content;
  document.head.append(element);
}

function fail() {
  document.getElementById("loading")?.setAttribute("hidden", "");
  document.getElementById("failed")?.removeAttribute("hidden");
}
