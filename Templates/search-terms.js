/**
 * @file Splits texts into the terms of the index, and queries into words. Corresponds to Tokenizer, Stemmer and Query in the program.
 */

import { essence } from './search-pasted.js';

/**
 * `word`; `whole`, all of a compound (`invalidgrant`); `part`, a part of one; `gram`, a pair of characters.
 * @typedef {'word' | 'whole' | 'part' | 'gram'} Role
 *
 * @typedef {object} QueryWord
 * @property {string} term
 * @property {number | null} compound The index of the compound that it is a part of.
 * @property {boolean} isVariable Whether it is likely to differ from one message to the next, such as a number.
 * @property {boolean} isStopWord
 * @property {boolean} isOpen Whether it may still be typed on.
 * @property {boolean} isGram
 * @property {boolean} isParticle
 *
 * @typedef {object} Query
 * @property {QueryWord[]} words
 * @property {string[][]} phrases The terms of each phrase in quotes.
 * @property {string[][]} runs All runs of `runLength` terms that follow each other; none where phrases are quoted.
 * @property {string[]} pairs Words that follow each other.
 * @property {string | null} title The term of a title that is just the query.
 * @property {boolean} isSpoken Whether it is phrased in everyday words, not a message.
 * @property {boolean} asksForHelp
 */

// Thai, Lao, Myanmar, Khmer, kana, Han and Hangul are split into pairs of characters.
const gramRanges = [
  [0x0e01, 0x0e2e], [0x0e30, 0x0e3a], [0x0e40, 0x0e4e], [0x0e81, 0x0edf], [0x1000, 0x1049], [0x1780, 0x17d3], [0x3041, 0x3096],
  [0x3099, 0x309a], [0x309d, 0x309f], [0x30a1, 0x30fa], [0x30fc, 0x30ff], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xac00, 0xd7a3],
  [0xf900, 0xfaff], [0x20000, 0x323af],
];

/** @param {string} character */
function kindOf(character) {
  const code = character.codePointAt(0);
  if (code < 0x80) return /[0-9A-Za-z]/.test(character) ? 'letter' : 'separator';
  if (code >= 0x0e01 && gramRanges.some(([first, last]) => code >= first && code <= last)) return 'gram';
  if (code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff || (code >= 0x300 && code <= 0x36f)) {
    return 'ignored';
  }
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? 'letter' : 'separator';
}

/** @type {Record<string, string>} */
const plain = {
  đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ł: 'l', ø: 'o', ŧ: 't', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ',
};
const greekAndCyrillic = 'άέήίϊΐόύϋΰώйёїўѓќѐѝ';

/**
 * Lower case; Latin, Greek and Cyrillic without accents; full-width forms as ASCII.
 * @param {string} character
 */
export function fold(character) {
  const code = character.codePointAt(0);
  if (code >= 0xff10 && code <= 0xff5a) return String.fromCodePoint(code - 0xfee0).toLowerCase();
  let out = '';
  for (const lower of character.toLowerCase()) {
    if (/[\u0300-\u036f]/.test(lower)) continue;
    const base = lower.normalize('NFD').replace(/[\u0300-\u036f]+/g, '');
    const isPlain = /^[a-zæøœ]+$/.test(base) || greekAndCyrillic.includes(lower);
    out += plain[lower] ?? (isPlain ? plain[base] ?? base : lower);
  }
  return out;
}

const encoder = new TextEncoder();
const maxTermSize = 40;

/**
 * The longest beginning of a term that the index has, by its size in UTF-8.
 * @param {string} term
 */
function cut(term) {
  if (term.length * 3 <= maxTermSize || encoder.encode(term).length <= maxTermSize) return term;
  let out = '';
  let size = 0;
  for (const character of term) {
    size += encoder.encode(character).length;
    if (size > maxTermSize) break;
    out += character;
  }
  return out;
}

/** @param {string} character */
const isASCII = (character) => character.charCodeAt(0) < 0x80;

/**
 * The terms of a text in its order.
 * @param {string} text
 */
export function termsOf(text) {
  /** @type {{ term: string, role: Role }[]} */
  const terms = [];
  let run = '';
  /** @type {number[]} */
  let cuts = [];
  // Those behind a dot.
  /** @type {number[]} */
  let dots = [];
  let connector = '';
  let capitals = 0;
  let isAfterLower = false;
  let isEnding = false;
  /** @type {string[]} */
  let grams = [];

  /** @param {number} position */
  const addCut = (position) => { if (position > (cuts.at(-1) ?? 0)) cuts.push(position); };
  /**
   * @param {string} term
   * @param {Role} role
   */
  const emit = (term, role) => terms.push({ term: cut(term), role });

  /** @param {string} character */
  function append(character) {
    if (isEnding) return;
    const isUpper = /[A-Z]/.test(character);
    if (connector) {
      if (connector === '.' && /[0-9]/.test(character) && /[0-9]$/.test(run)) {
        run += '.';
      } else {
        addCut(run.length);
        if (connector === '.') dots.push(run.length);
      }
      connector = '';
      capitals = 0;
    } else if (isUpper && isAfterLower) {
      addCut(run.length);
    } else if (!isUpper && capitals > 1 && /[a-z]/.test(character)) {
      addCut(run.length - 1);
    }
    run += character.toLowerCase();
    capitals = isUpper ? capitals + 1 : 0;
    isAfterLower = /[a-z]/.test(character);
  }

  function endRun() {
    connector = '';
    capitals = 0;
    isAfterLower = false;
    isEnding = false;
    if (!run) return;
    if (cuts.at(-1) === run.length - 2 && run.endsWith('s') && isASCII(run.at(-2))) cuts.pop();
    emitRun();
    run = '';
    cuts = [];
    dots = [];
  }

  /** @param {number[]} starts */
  function partsOf(starts) {
    /** @type {[start: number, end: number][]} */
    const parts = [];
    let start = 0;
    for (const end of [...starts, run.length]) {
      // A single letter belongs to what follows it: OAuth, iPhone.
      if (end - start === 1 && isASCII(run[start]) && end < run.length) continue;
      parts.push([start, end]);
      start = end;
    }
    return parts;
  }

  function emitRun() {
    if (cuts.length === 0) {
      // `v2` is version 2, and `tls1.3` has version 1.3.
      const number = /^(?:v(?=[0-9.]+$)|[^0-9]+(?=[0-9]+\.[0-9.]*$))/.exec(run)?.[0].length;
      emit(run, number ? 'whole' : 'word');
      if (number) emit(run.slice(number), 'part');
      return;
    }
    const parts = partsOf(cuts);
    emit(run, parts.length === 1 ? 'word' : 'whole');
    if (parts.length > 1) {
      for (const [start, end] of parts) if (end - start > 1 || !isASCII(run[start])) emit(run.slice(start, end), 'part');
    }
    // `method_name` of `Class.method_name`.
    let next = 0;
    for (const [start, end] of partsOf(dots)) {
      while (cuts[next] <= start) next += 1;
      if (end - start < run.length && cuts[next] < end) emit(run.slice(start, end), 'part');
    }
  }

  function endGrams() {
    if (grams.length === 1) emit(grams[0], 'gram');
    for (let index = 0; index + 1 < grams.length; index += 1) emit(grams[index] + grams[index + 1], 'gram');
    grams = [];
  }

  function end() {
    endRun();
    endGrams();
  }

  for (const character of text) {
    const kind = kindOf(character);
    if (kind === 'letter') {
      endGrams();
      if (isASCII(character)) {
        append(character);
      } else if (!isEnding) {
        if (connector) addCut(run.length);
        connector = '';
        run += fold(character);
        capitals = 0;
        isAfterLower = false;
      }
    } else if (kind === 'gram') {
      endRun();
      grams.push(character);
    } else if (character === "'" || character === '’') {
      isEnding = run !== '';
    } else if ('_-.'.includes(character) && run && !connector) {
      connector = character;
    } else if (kind === 'separator') {
      end();
    }
  }
  end();
  return terms;
}

/**
 * @param {string} word
 * @param {[ending: string, replacement: string, minLength: number][]} endings From the index; the first that fits is replaced. `minLength`
 * is of the word without the ending.
 */
export function stem(word, endings) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let stemmed = word;
  for (let round = 0; round < 4 && stemmed.length > 3; round += 1) {
    const found = endings.find(([ending, , minLength]) => (
      stemmed.endsWith(ending) && stemmed.length - ending.length >= minLength && /[aeiouy]/.test(stemmed.slice(0, -ending.length))));
    if (!found || found[0] === found[1]) break;
    stemmed = stemmed.slice(0, -found[0].length) + found[1];
  }
  return stemmed.length > 3 && stemmed.at(-1) === stemmed.at(-2) ? stemmed.slice(0, -1) : stemmed;
}

/** @param {string} term */
const sizeOf = (term) => encoder.encode(term).length;
const maxWords = 24;
export const shortLength = 6;

/**
 * Whether a term is a number or a long hexadecimal number. Those that begin with `0x`, such as `0x80070005`, are error codes.
 * @param {string} term
 */
function isVariable(term) {
  if (/^[0-9.]+$/.test(term)) return true;
  if (sizeOf(term) < 6 || term.startsWith('0x') || !/[0-9]/.test(term)) return false;
  return /^[0-9a-f]+$/.test(term) || term.replace(/[^0-9]/g, '').length * 2 > sizeOf(term);
}

/** @param {string} term */
const isCode = (term) => sizeOf(term) > 3 && /[0-9]/.test(term) && /[a-z]/.test(term);

/**
 * A pair of characters as the index has it.
 * @param {string} term
 * @param {Map<string, string>} variants The simplified forms of Chinese characters.
 */
export const simplify = (term, variants) => [...term].map((character) => variants.get(character) ?? character).join('');

// MARK: Queries

/**
 * The term of a title that is just this (WholeTitle in the program): its first word, and a hash of all. Null for too many words.
 * @param {string[]} words
 */
function wholeTitle(words) {
  if (words.length === 0 || words.length > maxWords) return null;
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(words.map((word) => `${word}\0`).join(''))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `${words[0]} =${((hash ^ (hash >>> 24)) & 0xffffff).toString(36)}`;
}

const runLength = 4;
const statusWords = new Set(['http', 'status', 'code', 'error', '2', '1.1']);

/**
 * @param {string} asked
 * @param {Record<string, any>} ranking The parameters that the index has.
 * @param {Map<string, string>} variants
 * @returns {Query}
 */
export function parseQuery(asked, ranking, variants) {
  const text = essence(asked);
  /** @param {string} part */
  const read = (part) => termsOf(part).map(({ term, role }) => ({ term: role === 'gram' ? simplify(term, variants) : term, role }));
  const terms = read(text);
  const stopWords = new Set(ranking.stopWords.split(' '));
  const signals = new Set(ranking.signals.split(' '));
  const isLong = terms.filter(({ role }) => role !== 'part').length > shortLength;
  // Quotes in a pasted message belong to the message.
  const phrases = isLong ? [] : text.split(/["“”„]/).filter((_, index) => index % 2 === 1)
    .map((part) => read(part).filter(({ role }) => role !== 'part').map(({ term }) => term)).filter((phrase) => phrase.length > 1);
  const last = [...text].at(-1);
  const isOpen = last !== undefined && kindOf(last) === 'letter';
  /** @type {QueryWord[]} */
  let words = [];
  const seen = new Map();
  /** @type {number | null} */
  let compound = null;
  terms.forEach(({ term, role }, index) => {
    if (role !== 'part') compound = null;
    if (!seen.has(term)) {
      seen.set(term, words.length);
      words.push({
        term, compound: role === 'part' ? compound : null, isVariable: isLong && isVariable(term) && !(/^[0-9]{3}$/.test(term) && statusWords.has(terms[index - 1]?.term)), isStopWord: stopWords.has(term),
        isOpen: isOpen && index === terms.length - 1, isGram: role === 'gram',
        isParticle: role === 'gram' && [...term].some((character) => ranking.particles.includes(character)),
      });
    }
    if (role === 'whole') compound = seen.get(term);
  });
  if (words.length > maxWords) words = cutWords(words);
  const spoken = terms.filter(({ role }) => role === 'word').length;
  const isMessage = terms.some(({ term }) => signals.has(term) || isCode(term)) || words.some((word) => word.isVariable);
  const sequence = terms.filter(({ term, role }) => role !== 'part' && !stopWords.has(term))
    .map(({ term, role }) => (role === 'gram' ? term : stem(term, ranking.endings)));
  const pairs = sequence.slice(1).map((term, index) => `${sequence[index]} ${term}`).slice(0, maxWords);
  const plainTerms = terms.filter(({ role }) => role !== 'part').map(({ term }) => term);
  const runs = phrases.length > 0 ? [] : plainTerms.slice(0, maxWords).map((_, index, first) => first.slice(index, index + runLength))
    .filter((run) => run.length === runLength);
  return {
    words, phrases, runs, pairs, title: wholeTitle(plainTerms), isSpoken: spoken > 2 && !isMessage, asksForHelp: /[?？]/.test(text) || isLong || spoken > 3 || isMessage,
  };
}

/**
 * Shortens a long query. Variable words and stop words are dropped first, then the last words.
 * @param {QueryWord[]} words
 */
function cutWords(words) {
  /** @param {number} index */
  const isMinor = (index) => (words[index].isVariable || words[index].isStopWord ? 1 : 0);
  const kept = [...words.keys()].sort((one, other) => isMinor(one) - isMinor(other) || one - other).slice(0, maxWords)
    .sort((one, other) => one - other);
  const indexes = new Map(kept.map((index, newIndex) => [index, newIndex]));
  return kept.map((index) => ({ ...words[index], compound: indexes.get(words[index].compound) ?? null }));
}

/**
 * Whether a word may be half of a compound, as “web hook” of “webhook”.
 * @param {QueryWord} word
 */
export const canJoin = ({ isGram, compound, isStopWord, term }) => !isGram && compound === null && !isStopWord && sizeOf(term) > 1;

/**
 * The number of letters that may be wrong.
 * @param {number} length Of the word.
 */
export const allowedTypos = (length) => (length < 4 ? 0 : length < 7 ? 1 : 2);

/**
 * The optimal string alignment distance: the number of letters to insert, delete, replace or swap with their neighbours. Null if it is more
 * than `limit`.
 * @param {string | string[]} one
 * @param {string | string[]} other
 * @param {number} limit
 */
export function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return null;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1) {
      let value = Math.min(row[j] + (one[i] === other[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1);
      if (i > 0 && j > 0 && one[i] === other[j - 1] && one[i - 1] === other[j]) value = Math.min(value, before[j - 1] + 1);
      next.push(value);
    }
    if (next.every((value) => value > limit)) return null;
    before = row;
    row = next;
  }
  return row[other.length] <= limit ? row[other.length] : null;
}
