// What stands in the files of an index, as SearchIndex writes them.

// By the bytes of UTF-8, as the index is ordered: surrogates stand behind all other units.
export function compare(one, other) {
  const order = (unit) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const difference = order(one.charCodeAt(index)) - order(other.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

// The last index whose value does not lie behind what is looked for; -1 if there is none.
export function lastBefore(count, isBehind) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(middle)) high = middle; else low = middle + 1;
  }
  return low - 1;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

// How many sections each page has, and whether it has a guide: five bits a digit, the low ones first; all digits but the last have the sixth bit.
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

export const readJSON = (bytes) => JSON.parse(decoder.decode(bytes));

// A file of terms: each with how many bytes it shares with the one before, how many more it has and these, in how many sections it stands, how many postings
// there are, their length in bytes, and these.
export function readTerms(bytes) {
  const entries = new Map();
  let place = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[place++];
      value |= (byte & 0x7f) << shift;
      if (!(byte >= 0x80)) return value >>> 0;
    }
  };
  let term = new Uint8Array(0);
  while (place < bytes.length) {
    const shared = bytes[place++];
    const more = bytes[place++];
    const next = new Uint8Array(shared + more);
    next.set(term.subarray(0, shared));
    next.set(bytes.subarray(place, place + more), shared);
    place += more;
    term = next;
    const text = decoder.decode(term);
    const count = varint();
    const kept = varint();
    const length = varint();
    entries.set(text, { term: text, count, kept, packed: bytes.subarray(place, place + length) });
    place += length;
  }
  return entries;
}

// Postings, as many of them as are there, as Rice's code has them: the first byte says how many low bits of a distance are written as they are; behind these stand four bits for the level.
export function eachPosting({ packed, kept }, body) {
  const parameter = packed[0];
  let place = 8;
  const bit = () => (packed[place >> 3] >> (7 - (place++ & 7))) & 1;
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
    const level = read(4);
    if (place > packed.length * 8) return;
    body(section, level);
    next = section + 1;
  }
}

// A list of words, each with in how many sections it stands as a power of two.
export const readWords = (bytes) => decoder.decode(bytes).split('\n').filter(Boolean).map((line) => {
  const space = line.lastIndexOf(' ');
  return { text: line.slice(0, space), magnitude: Number(line.slice(space + 1)) };
});

// Pairs of characters, the second of which is what the index has instead of the first.
export function readVariants(bytes) {
  const characters = [...decoder.decode(bytes)];
  return new Map(characters.flatMap((character, index) => (index % 2 === 0 ? [[character, characters[index + 1]]] : [])));
}
