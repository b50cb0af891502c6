// Unpacks what the single file carries: LZMA, written in seven bits a character. scripts/single-file.mjs packs it so
// and puts this code before it. Browsers unpack gzip by themselves, but gzip in base64 would be two thirds larger.

/** The values of seven bits that a text in a page cannot hold safely: ends of lines, and what ends or hides text. */
export const UNSAFE = [0x00, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b, 0x26, 0x3c, 0x7f];

/**
 * The bytes behind a text of seven bits a character. An unsafe value stands, together with the seven bits after it,
 * in one character of two bytes, so that it costs nothing.
 */
export function fromText(text) {
  const bytes = new Uint8Array(Math.floor((text.length + (text.match(/[^\x00-\x7f]/g) ?? []).length) * 7 / 8));
  let [held, bits, at] = [0, 0, 0];
  const take = (seven) => {
    held = (held << 7) | seven;
    bits += 7;
    if (bits < 8) return;
    bits -= 8;
    bytes[at++] = held >>> bits;
    held &= (1 << bits) - 1;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      take(code);
    } else {
      take(UNSAFE[(code - 128) >> 7]);
      take(code & 127);
    }
  }
  return bytes;
}

/** Decodes an .lzma file (the header of 13 bytes, then the stream) of known size. */
export function lzma(source, size) {
  const literalContext = source[0] % 9;
  const literalPosition = Math.floor(source[0] / 9) % 5;
  const positionMask = (1 << Math.floor(source[0] / 45)) - 1;
  const out = new Uint8Array(size);

  // The range decoder.
  let at = 14;
  let range = 0xffffffff;
  let code = 0;
  for (let i = 0; i < 4; i++) code = ((code << 8) | source[at++]) >>> 0;
  const narrow = () => {
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | source[at++]) >>> 0;
    }
  };
  const bit = (odds, i) => {
    const bound = (range >>> 11) * odds[i];
    if (code < bound) {
      range = bound;
      odds[i] += (2048 - odds[i]) >> 5;
      narrow();
      return 0;
    }
    range -= bound;
    code -= bound;
    odds[i] -= odds[i] >> 5;
    narrow();
    return 1;
  };
  const even = (count) => new Uint16Array(count).fill(1024);
  const tree = (odds, from, bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(odds, from + node);
    return node - (1 << bits);
  };
  const reverseTree = (odds, from, bits) => {
    let [node, value] = [1, 0];
    for (let i = 0; i < bits; i++) {
      const next = bit(odds, from + node);
      node = (node << 1) | next;
      value |= next << i;
    }
    return value;
  };

  const literals = even(0x300 << (literalContext + literalPosition));
  const [isMatch, isRepeat, isOlder, isOlder1, isOlder2, isLong] = [even(192), even(12), even(12), even(12), even(12), even(192)];
  const [slots, special, align] = [even(256), even(128), even(16)];
  const lengths = () => ({ choice: even(2), low: even(128), middle: even(128), high: even(256) });
  const [matchLengths, repeatLengths] = [lengths(), lengths()];
  const length = (model, place) => {
    if (!bit(model.choice, 0)) return 2 + tree(model.low, place << 3, 3);
    if (!bit(model.choice, 1)) return 10 + tree(model.middle, place << 3, 3);
    return 18 + tree(model.high, 0, 8);
  };
  const distance = (long) => {
    const slot = tree(slots, Math.min(long - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    let far = ((2 | (slot & 1)) << bits) >>> 0;
    if (slot < 14) return far + reverseTree(special, far - slot, bits);
    for (let i = bits - 1; i >= 4; i--) {
      range >>>= 1;
      if (code >= range) {
        code -= range;
        far += 2 ** i;
      }
      narrow();
    }
    return far + reverseTree(align, 0, 4);
  };

  let [state, pos] = [0, 0];
  let [back, back1, back2, back3] = [0, 0, 0, 0];
  while (pos < size) {
    const place = pos & positionMask;
    if (!bit(isMatch, (state << 4) + place)) {
      const before = pos ? out[pos - 1] : 0;
      const from = 0x300 * (((pos & ((1 << literalPosition) - 1)) << literalContext) + (before >> (8 - literalContext)));
      let symbol = 1;
      if (state > 6) {
        let expected = out[pos - back - 1];
        while (symbol < 0x100) {
          const hint = (expected >> 7) & 1;
          expected <<= 1;
          const next = bit(literals, from + ((1 + hint) << 8) + symbol);
          symbol = (symbol << 1) | next;
          if (hint !== next) break;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(literals, from + symbol);
      out[pos++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let long;
    if (bit(isRepeat, state)) {
      if (!bit(isOlder, state)) {
        if (!bit(isLong, (state << 4) + place)) {
          state = state < 7 ? 9 : 11;
          out[pos] = out[pos - back - 1];
          pos++;
          continue;
        }
      } else if (!bit(isOlder1, state)) {
        [back, back1] = [back1, back];
      } else if (!bit(isOlder2, state)) {
        [back, back1, back2] = [back2, back, back1];
      } else {
        [back, back1, back2, back3] = [back3, back, back1, back2];
      }
      long = length(repeatLengths, place);
      state = state < 7 ? 8 : 11;
    } else {
      [back1, back2, back3] = [back, back1, back2];
      long = length(matchLengths, place);
      state = state < 7 ? 7 : 10;
      back = distance(long);
      if (back >= pos) throw new Error("the file is damaged");
    }
    for (const end = Math.min(pos + long, size); pos < end; pos++) out[pos] = out[pos - back - 1];
  }
  return out;
}
