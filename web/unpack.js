// Unpacks what the single file carries and starts the app. scripts/single-file.mjs writes in what stands where.
const STREAMS = "__STREAMS__"; // the code of the program; all the rest
const PROGRAM = "__PROGRAM__"; // how much of the rest comes before the code, and after it
const FILES = "__FILES__"; // [name, size] of what follows

unpackAll();

async function unpackAll() {
  const loading = document.getElementById("loading");
  const bar = document.createElement("progress");
  bar.setAttribute("aria-labelledby", "loading");
  loading.after(bar);
  try {
    const { unpacker, bytes } = window.ocopPacked;
    delete window.ocopPacked;
    const packed = cut(bytes, STREAMS.map((stream) => stream.packed));
    const done = STREAMS.map(() => 0);
    const whole = STREAMS.reduce((sum, stream) => sum + stream.size, 0);
    const [code, rest] = await Promise.all(
      STREAMS.map((stream, i) =>
        unpack({ ...stream, unpacker, packed: packed[i].slice() }, (count) => {
          done[i] = count;
          bar.value = done.reduce((sum, count) => sum + count) / whole;
        }),
      ),
    );
    const [before, after, ...files] = cut(rest, [...PROGRAM, ...FILES.map(([, size]) => size)]);
    const texts = Object.fromEntries(FILES.map(([name], i) => [name, new TextDecoder().decode(files[i])]));

    // Where the app looks for what it would fetch from a host.
    window.ocopFiles = texts;

    // Allowed by their hashes, like this script.
    insert("style", texts["styles.css"]);
    const program = new Blob([before, code, after]).arrayBuffer();
    window.ocopStart = async (init) => init({ module_or_path: await program }).catch(fail);
    insert("script", texts["app.js"], { type: "module" });
  } catch {
    fail();
  }

  function fail() {
    bar.remove();
    loading.hidden = true;
    document.getElementById("failed").hidden = false;
  }
}

function cut(bytes, sizes) {
  let at = 0;
  return sizes.map((size) => bytes.subarray(at, (at += size)));
}

/** Unpacks a stream beside the page, in a worker; in the page itself where there is none. */
function unpack(stream, told) {
  return new Promise((done, failed) => {
    const here = () => work(stream, told, () => new Promise((next) => setTimeout(next))).then(done, failed);
    try {
      const source = `${work}onmessage=({data})=>work(data,postMessage).then(postMessage,()=>postMessage(null))`;
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      worker.onerror = here;
      worker.onmessage = ({ data }) => {
        if (typeof data === "number") return told(data);
        worker.terminate();
        data ? done(data) : failed();
      };
      worker.postMessage(stream);
    } catch {
      here();
    }
  });
}

async function work({ unpacker, packed, size, code, sum }, told, pause) {
  const program = (await WebAssembly.instantiate(unpacker)).instance.exports;
  const place = program.room(packed.length, size, code);
  new Uint8Array(program.memory.buffer).set(packed, place);
  let at = 0;
  for (let done = 0; done < size; told(done)) {
    at = program.unpack((done = Math.min(size, done + 32768)));
    await pause?.();
  }
  if (program.sum() >>> 0 !== sum) throw new Error("the file is damaged");
  return new Uint8Array(program.memory.buffer).slice(at, at + size);
}

function insert(kind, content, properties = {}) {
  const element = Object.assign(document.createElement(kind), properties);
  element.textContent = content;
  document.head.append(element);
}
