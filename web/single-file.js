// Brings out what the single file carries and starts the app. scripts/single-file.mjs packs it: the program, and
// texts by their names.

// The first paint comes before the work.
requestAnimationFrame(() => setTimeout(open));

async function open() {
  try {
    const program = new Response(unpacked("ocop-program"), { headers: { "Content-Type": "application/wasm" } });
    const texts = await new Response(unpacked("ocop-texts")).json();

    // Where the app looks for what it would fetch from a host.
    window.ocopFiles = texts;

    // Allowed by their hashes, like this script; what is not as it was is stopped.
    addEventListener("securitypolicyviolation", fail);
    insert("style", texts["styles.css"]);
    const module = WebAssembly.compileStreaming(program);
    module.catch(fail);
    window.ocopStart = async (start) => {
      const module_or_path = await module;
      mount(() => start({ module_or_path })).catch(fail);
    };
    insert("script", texts["app.js"], { type: "module" });
  } catch {
    fail();
  }
}

function fail() {
  document.getElementById("loading")?.setAttribute("hidden", "");
  document.getElementById("failed")?.removeAttribute("hidden");
}

/** What stands in the page in base64, unpacked. A packed stream holds its own checksum: damage makes an error. */
function unpacked(id) {
  const element = document.getElementById(id);
  const text = element.textContent;
  element.remove();
  return new Blob([octets(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
}

function octets(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const octets = new Uint8Array(letters.length);
  for (let at = 0; at < octets.length; at++) octets[at] = letters.charCodeAt(at);
  return octets;
}

function insert(kind, content, properties = {}) {
  const element = Object.assign(document.createElement(kind), properties);
  element.textContent = content;
  document.head.append(element);
}
