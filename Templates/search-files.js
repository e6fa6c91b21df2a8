/** @file Readers of the files of the search index, as SearchIndex writes them. */

/**
 * Compares strings by their bytes in UTF-8, the order of the index, in which surrogates sort after all other code units.
 * @param {string} one
 * @param {string} other
 */
export function compare(one, other) {
  /** @param {number} unit */
  const order = (unit) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const difference = order(one.charCodeAt(index)) - order(other.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/**
 * Binary search for the last index that does not come after a value; -1 if there is none.
 * @param {number} count
 * @param {(index: number) => boolean} isAfter
 */
export function lastBefore(count, isAfter) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(middle)) high = middle; else low = middle + 1;
  }
  return low - 1;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The number of sections of each page, and whether it has a guide. Each digit has five bits, the lowest first; the sixth bit is set in all
 * digits of a number except the last.
 * @param {string} text
 */
export function readPageCounts(text) {
  const pages = [];
  let value = 0;
  let shift = 0;
  for (const digit of text) {
    const bits = digits.indexOf(digit);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits < 32) {
      pages.push({ sections: value >> 1, hasGuide: (value & 1) === 1 });
      value = 0;
      shift = 0;
    }
  }
  return pages;
}

const decoder = new TextDecoder();

/** @param {Uint8Array} bytes */
export const readJSON = (bytes) => JSON.parse(decoder.decode(bytes));

/**
 * A term with its postings: the sections that contain it, each with an impact.
 * @typedef {object} TermEntry
 * @property {string} term
 * @property {number} count The number of sections that contain the term.
 * @property {number} kept The number of postings, which may be lower.
 * @property {Uint8Array} packed
 */

/**
 * Reads a file of terms. Each has the number of bytes shared with the term before, the number of further bytes and these bytes, the number
 * of sections, the number of postings, and the length of the postings in bytes and these bytes.
 * @param {Uint8Array} bytes
 */
export function readTerms(bytes) {
  /** @type {Map<string, TermEntry>} */
  const entries = new Map();
  let offset = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[offset++];
      value |= (byte & 0x7f) << shift;
      if (!(byte >= 0x80)) return value >>> 0;
    }
  };
  let term = new Uint8Array(0);
  while (offset < bytes.length) {
    const shared = bytes[offset++];
    const more = bytes[offset++];
    const next = new Uint8Array(shared + more);
    next.set(term.subarray(0, shared));
    next.set(bytes.subarray(offset, offset + more), shared);
    offset += more;
    term = next;
    const text = decoder.decode(term);
    const count = varint();
    const kept = varint();
    const length = varint();
    entries.set(text, { term: text, count, kept, packed: bytes.subarray(offset, offset + length) });
    offset += length;
  }
  return entries;
}

/**
 * Calls a function with each posting. The distances between sections are in Rice code: the first byte is the number of low bits that are
 * written as they are. Four bits for the impact follow each distance.
 * @param {TermEntry} entry Which may be cut off.
 * @param {(section: number, impact: number) => void} body
 */
export function eachPosting({ packed, kept }, body) {
  const parameter = packed[0];
  let position = 8;
  const bit = () => (packed[position >> 3] >> (7 - (position++ & 7))) & 1;
  /** @param {number} count Of bits. */
  const read = (count) => {
    let value = 0;
    for (let index = 0; index < count; index += 1) value = (value << 1) | bit();
    return value;
  };
  let next = 0;
  for (let index = 0; index < kept; index += 1) {
    let ones = 0;
    while (bit() === 1) ones += 1;
    const section = next + ((ones << parameter) | read(parameter));
    const impact = read(4);
    if (position > packed.length * 8) return;
    body(section, impact);
    next = section + 1;
  }
}

/**
 * A list of words. A line has the number of bytes shared with the word before, in base 36, the rest of the word, and the number of sections
 * that contain the word as a power of two, in base 36.
 * @param {Uint8Array} bytes
 */
export function readWords(bytes) {
  /** @type {{ text: string, magnitude: number }[]} */
  const words = [];
  /** @param {number} offset */
  const digit = (offset) => parseInt(String.fromCharCode(bytes[offset]), 36);
  let word = new Uint8Array(0);
  for (let start = 0, end = bytes.indexOf(10); end > start + 1; start = end + 1, end = bytes.indexOf(10, start)) {
    const shared = digit(start);
    if (!(shared <= word.length)) continue;
    const next = new Uint8Array(shared + end - start - 2);
    next.set(word.subarray(0, shared));
    next.set(bytes.subarray(start + 1, end - 1), shared);
    word = next;
    words.push({ text: decoder.decode(word), magnitude: digit(end - 1) });
  }
  return words;
}

/**
 * Pairs of characters, of which the index has the second instead of the first.
 * @param {Uint8Array} bytes
 */
export function readVariants(bytes) {
  const characters = [...decoder.decode(bytes)];
  /** @type {Map<string, string>} */
  const variants = new Map();
  for (let index = 0; index < characters.length; index += 2) variants.set(characters[index], characters[index + 1]);
  return variants;
}
