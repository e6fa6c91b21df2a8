/** @file What matters of a text that somebody pasted: the message, without what surrounds it. Corresponds to PastedText in the program. */

const encoder = new TextEncoder();
/** @param {string} term */
const sizeOf = (term) => encoder.encode(term).length;

const quietLevels = new Set(['INFO', 'DEBUG', 'TRACE', 'NOTICE', 'VERBOSE']);
const loudLevels = new Set(['ERROR', 'FATAL', 'CRITICAL', 'SEVERE', 'PANIC']);
const faults = ['error', 'exception', 'fail', 'fatal', 'cannot', "can't", 'denied', 'refused', 'invalid', 'panic', 'unable', 'not found'];

/** @param {string} word */
const isDate = (word) => /^[[(]*[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}/.test(word);

/** @param {string[]} words */
function isQuiet(words) {
  const levels = words.slice(0, 8).map((word) => word.replace(/[^A-Za-z]/g, '').toUpperCase());
  return levels.some((level) => quietLevels.has(level)) && !levels.some((level) => loudLevels.has(level));
}

/** @param {string[]} words */
function tellsFault(words) {
  const text = words.join(' ').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return faults.some((fault) => text.includes(fault));
}

/** @param {string} text */
function linesOf(text) {
  const lines = text.split(/[\n\r]/).map((line) => line.split(/[ \t]/).filter(Boolean)).filter((line) => line.length > 0);
  if (lines.length !== 1 || lines[0].filter(isDate).length < 2) return lines;
  /** @type {string[][]} */
  const cut = [[]];
  for (const word of lines[0]) {
    if (isDate(word) && cut.at(-1).length > 0) cut.push([]);
    cut.at(-1).push(word);
  }
  return cut;
}

/**
 * How many words a stack frame takes at the beginning of some words; 0 if there is none.
 * @param {string[]} words
 */
function frameLength(words) {
  const [first, second] = words;
  if (/^[\^~]+$/.test(first)) return 1;
  if (words.length > 4 && first === 'Traceback' && second === '(most') return 5;
  if (words.length > 2 && first === '...' && words[2] === 'more') return 3;
  if (first === 'File' && second?.startsWith('"')) {
    const end = words.slice(0, 6).findIndex((word) => word.endsWith('",') || word.endsWith('"'));
    if (end < 0 || end + 2 >= words.length || words[end + 1] !== 'line') return 0;
    return end + 4 < words.length && words[end + 3] === 'in' ? end + 5 : end + 3;
  }
  if (first !== 'at' || second === undefined) return 0;
  const end = words.slice(0, 5).findIndex((word) => word.endsWith(')'));
  if (end > 0 && words.slice(1, end + 1).some((word) => word.includes('(')) && (words[end].includes(':') || second.includes('.'))) return end + 1;
  return /:[0-9]+:[0-9]+$/.test(second) ? 2 : 0;
}

/** @param {string[]} line */
function withoutFrames(line) {
  const kept = [];
  for (let index = 0; index < line.length;) {
    const length = frameLength(line.slice(index, index + 10));
    if (length === 0) kept.push(line[index]);
    index += Math.max(length, 1);
  }
  return kept;
}

/** @param {string} word */
function isNoise(word) {
  if (word.includes('://') || word.split('/').length > 3 || word.split('\\').length > 3) return true;
  const digits = word.replace(/[^0-9]/g, '').length;
  const marks = word.replace(/[^-:.,/+[\]()TZ]/g, '').length;
  if (digits > 3 && marks > 1 && digits + marks === sizeOf(word)) return true;
  return word.length > 35 && word.split('-').length > 4 && /^[-0-9A-Fa-f[\](){},;:"']+$/.test(word);
}

/**
 * What matters of a pasted text: the message, without stack frames, log lines, times and places. The lines that tell of the fault first, and the
 * latest of them at the beginning.
 * @param {string} text
 */
export function essence(text) {
  const lines = linesOf(text);
  if (lines.reduce((sum, line) => sum + line.length, 0) < 8) return text;
  /** @type {string[][]} */
  const framed = [];
  let isCode = false;
  lines.forEach((line, index) => {
    const rest = withoutFrames(line);
    if (isCode && rest.length === line.length && index + 1 < lines.length) {
      isCode = false;
      return;
    }
    isCode = line[0] === 'File' && rest.length < line.length;
    if (rest.length > 0) framed.push(rest);
  });
  const loud = framed.filter((line) => !isQuiet(line));
  const kept = (loud.length > 0 ? loud : framed).map((line) => line.filter((word) => !isNoise(word))).filter((line) => line.length > 0).reverse();
  const result = [...kept.filter(tellsFault), ...kept.filter((line) => !tellsFault(line))].map((line) => line.join(' ')).join('\n');
  return /[A-Za-z]/.test(result) ? result : text;
}
