/** @file Answers queries from the files of the index, of which only the needed ones are loaded. Corresponds to Searcher in the program. */

import { compare, lastBefore, readJSON, readPageCounts, readTerms, readVariants, readWords } from './search-files.js';
import { openScoring } from './search-scoring.js';
import { allowedTypos, canJoin, distance, parseQuery, shortLength, simplify, stem, termsOf } from './search-terms.js';

/**
 * @typedef {import('./search-files.js').TermEntry} TermEntry
 * @typedef {import('./search-scoring.js').TermMatch} TermMatch
 * @typedef {import('./search-source.js').Find} Find
 * @typedef {import('./search-source.js').SearchResult} SearchResult
 * @typedef {import('./search-terms.js').Query & { isInflected: boolean }} Query
 * @typedef {import('./search-terms.js').QueryWord} QueryWord
 *
 * A page in the index. `sections` has the heading of each section with its anchor, unless `plainAnchor` gives the anchor.
 * @typedef {[title: string, url: string, crumbs: string[], kind: string, sections: (string | [string, string])[], lead: string]} PageEntry
 */

/** @param {string} title */
const plainAnchor = (title) => title.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

const maxCompletions = 8;
// Of how many of the best sections pages are searched for runs of words, and how many pages at most.
const maxRunCandidates = 10;
const maxRunPages = 6;
// For completions that each need a file of their own.
const maxFiles = 4;
// With this many known words in a query, the others are not corrected.
const enoughWords = 4;

/**
 * @param {(path: string) => Promise<Uint8Array | null>} load Gives a file of the index by its path; null if there is none.
 * @param {(url: string) => Promise<string>} text Gives the whole text of a page, for phrases in quotes.
 * @returns {Promise<Find>}
 */
export async function openIndex(load, text) {
  const head = readJSON(await load('index.json'));
  const { ranking } = head;
  const pages = readPageCounts(head.pages);
  const starts = [0];
  for (const page of pages) starts.push(starts.at(-1) + page.sections);
  /** @type {string[]} */
  const languages = head.languages.flatMap((/** @type {[string, number]} */ [tag, count]) => Array(count).fill(tag));
  // If all pages are in English, the index has words by their stems only.
  const isEnglish = languages.every((tag) => tag.startsWith('en'));
  /** @param {string} word */
  const stemOf = (word) => stem(word, ranking.endings);
  /** @type {Map<string, string[]>} */
  const synonyms = new Map();
  // In a group of synonyms, the words of the site come before `|`, further words of its readers after it.
  for (const group of ranking.synonyms) {
    const [own, others] = group.split('|').map((/** @type {string} */ words) => words.split(' ').filter(Boolean));
    for (const word of [...own, ...others]) {
      const key = stemOf(word);
      synonyms.set(key, [...(synonyms.get(key) ?? []), ...own.filter((/** @type {string} */ other) => other !== word)]);
    }
  }

  const score = openScoring(ranking, pages, starts, languages);

  // MARK: Files

  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  /**
   * @template Contents
   * @param {string} path
   * @param {(bytes: Uint8Array) => Contents} read
   * @returns {Promise<Contents | null>}
   */
  function file(path, read) {
    if (!files.has(path)) {
      const loaded = load(`${path}?${head.version}`).then((bytes) => (bytes ? read(bytes) : null));
      files.set(path, loaded);
      // A failed file is loaded again when it is next needed.
      loaded.catch(() => files.delete(path));
    }
    return files.get(path);
  }

  /** @param {number} number */
  const termFile = (number) => file(`terms/${number}.bin`, readTerms);
  /**
   * A part of the directory: the first term of each of its files.
   * @param {number} number
   * @returns {Promise<string[] | null>}
   */
  const directory = (number) => file(`rows/${number}.json`, readJSON);
  // A directory of one part is needed for any query.
  if (head.rows.length === 1) directory(0).catch(() => {});
  /**
   * @param {string[]} bounds
   * @param {string} term
   */
  const indexIn = (bounds, term) => Math.max(0, lastBefore(bounds.length, (index) => compare(term, bounds[index]) < 0));
  /**
   * The number of the file that has a term, if any has it.
   * @param {string} term
   */
  async function fileOf(term) {
    if (head.rows.length === 0) return -1;
    const number = indexIn(head.rows, term);
    return number * head.rowLength + indexIn(await directory(number) ?? [], term);
  }
  /**
   * Whether the first term of a file has a prefix.
   * @param {number} number
   * @param {string} prefix
   */
  async function begins(number, prefix) {
    const index = Math.floor(number / head.rowLength);
    return index < head.rows.length && ((await directory(index))?.[number % head.rowLength]?.startsWith(prefix) ?? false);
  }
  /**
   * The words that begin with a character, or have it in the second place.
   * @param {string | undefined} first
   */
  const wordFile = async (first) => {
    const name = first?.codePointAt(0).toString(16);
    if (!head.words.includes(name)) return [];
    return await file(`words/${name}.txt`, readWords) ?? [];
  };
  /**
   * @param {number} page
   * @returns {Promise<PageEntry | undefined>}
   */
  const pageEntry = async (page) => {
    const entries = await file(`pages/${Math.floor(page / head.pagesPerBlock)}.json`, readJSON);
    return entries?.[page % head.pagesPerBlock];
  };

  // MARK: Terms

  /**
   * @param {string} term
   * @returns {Promise<TermEntry | undefined>}
   */
  async function entry(term) {
    const number = await fileOf(term);
    return number < 0 ? undefined : (await termFile(number))?.get(term);
  }

  /**
   * The entries of a word and its stem.
   * @param {string} word
   */
  async function entriesOf(word) {
    const found = await Promise.all([...new Set(isEnglish ? [stemOf(word)] : [word, stemOf(word)])].map(entry));
    return found.filter(Boolean);
  }

  /**
   * The most frequent terms with a prefix. For a prefix that is a term itself, only those in its own file, so that nothing else is loaded.
   * @param {string} prefix
   * @param {boolean} isFound
   */
  async function completions(prefix, isFound) {
    if (new TextEncoder().encode(prefix).length < 2 || head.rows.length === 0) return [];
    const first = await fileOf(prefix);
    let last = first;
    while (!isFound && last - first < 2 && await begins(last + 1, prefix)) last += 1;
    if (last - first < 2) {
      const known = await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => termFile(first + index)));
      const found = known.flatMap((entries) => [...(entries?.values() ?? [])])
        .filter(({ term }) => term.startsWith(prefix) && !term.includes(' '));
      return found.sort((one, other) => other.count - one.count || compare(one.term, other.term)).slice(0, maxCompletions);
    }
    const words = (await wordFile([...prefix][0])).filter((word) => word.text.startsWith(prefix));
    words.sort((one, other) => other.magnitude - one.magnitude || compare(one.text, other.text));
    return (await Promise.all(words.slice(0, maxFiles).map(({ text: word }) => entry(word)))).filter(Boolean);
  }

  /**
   * The stem that an unfinished word begins with: “configur” of “configura”.
   * @param {string} word
   */
  async function beginning(word) {
    const characters = [...word];
    for (let length = characters.length - 1; length >= Math.max(4, characters.length - 5); length -= 1) {
      const found = await entry(characters.slice(0, length).join(''));
      if (found) return found;
    }
    return null;
  }

  /**
   * Terms that seem to differ from a word in their endings only: those that share most of its letters and are not much longer.
   * @param {string} word
   */
  async function inflections(word) {
    const characters = [...word];
    if (characters.length < 5 || /[0-9]/.test(word) || head.rows.length === 0) return [];
    const prefix = characters.slice(0, Math.max(4, Math.ceil((characters.length * 7) / 10))).join('');
    const first = await fileOf(prefix);
    const files = await Promise.all([first, ...(await begins(first + 1, prefix) ? [first + 1] : [])].map(termFile));
    /** @param {TermEntry} entry */
    const isNear = ({ term }) => term.startsWith(prefix) && !term.includes(' ') && [...term].length <= characters.length + 3;
    return files.flatMap((entries) => [...(entries?.values() ?? [])].filter(isNear));
  }

  /**
   * The words nearest to a misspelt one, with their distances.
   * @param {string} word
   * @returns {Promise<[TermEntry, number][]>}
   */
  async function corrections(word) {
    const letters = [...stemOf(word)];
    let limit = allowedTypos(letters.length);
    if (limit === 0 || /[0-9]/.test(word)) return [];
    /** @type {{ text: string, magnitude: number, far: number }[]} */
    const found = [];
    for (const first of new Set(letters.slice(0, 2))) {
      for (const candidate of await wordFile(first)) {
        if (found.some(({ text: known }) => known === candidate.text)) continue;
        const far = distance(letters, [...candidate.text], limit);
        if (far === null) continue;
        limit = Math.min(limit, far);
        found.push({ ...candidate, far });
      }
    }
    const best = found.filter(({ far }) => far === limit)
      .sort((one, other) => other.magnitude - one.magnitude || compare(one.text, other.text)).slice(0, 3);
    const entries = await Promise.all(best.map(({ text: candidate }) => entriesOf(candidate)));
    return entries.flatMap((known, index) => known.map((found) => /** @type {[TermEntry, number]} */ ([found, best[index].far])));
  }

  /**
   * The terms that a word of a query stands for.
   * @param {QueryWord} word
   * @param {Query} query
   */
  async function match(word, { isSpoken, isInflected }) {
    /** @type {TermMatch[]} */
    const terms = [];
    /** @param {TermEntry} found */
    const has = (found) => terms.some(([{ term }]) => term === found.term);
    /**
     * @param {TermEntry} found
     * @param {number} factor
     * @param {boolean} counts
     */
    const add = (found, factor, counts) => {
      terms.push([found, factor, counts]);
    };
    for (const found of await entriesOf(word.term)) add(found, 1, true);
    const isFound = isKnown(terms);
    const isCommon = terms.reduce((sum, [{ count }]) => sum + count, 0) > ranking.common * starts.at(-1);
    if (word.isOpen || (word.isGram && [...word.term].length === 1)) {
      const factor = isFound ? ranking.completion : ranking.onlyCompletion;
      for (const found of await completions(word.term, isFound)) if (!has(found)) add(found, factor, !isFound);
    }
    if (isInflected && !word.isGram) {
      for (const found of await inflections(word.term)) if (!has(found)) add(found, ranking.inflection, !isFound);
    }
    if (isSpoken && !word.isStopWord && !isCommon) {
      const others = await Promise.all((synonyms.get(stemOf(word.term)) ?? []).map(entriesOf));
      for (const found of others.flat()) if (!has(found)) add(found, ranking.synonym, !isFound);
    }
    return terms;
  }

  /** @param {TermMatch[]} terms */
  const isKnown = (terms) => terms.some(([, , counts]) => counts);

  /**
   * Adds the nearest words for unknown ones, or what they begin with. If several others are known, corrections matter little, and the lists of
   * words are long.
   * @param {QueryWord[]} words
   * @param {TermMatch[][]} found
   */
  async function correct(words, found) {
    const isCorrected = words.filter((word, index) => !word.isStopWord && isKnown(found[index])).length < enoughWords;
    await Promise.all(words.map(async (word, index) => {
      if (isKnown(found[index]) || word.isGram || word.isStopWord) return;
      const nearest = isCorrected ? await corrections(word.term) : [];
      // What is being typed is rather a beginning than wrong in two places.
      const begun = word.isOpen && nearest[0]?.[1] !== 1 ? await beginning(word.term) : null;
      if (begun) {
        found[index].push([begun, ranking.onlyCompletion, true]);
        return;
      }
      for (const [known, far] of nearest) found[index].push([known, far === 1 ? ranking.oneTypo : ranking.twoTypos, true]);
    }));
  }

  /**
   * The terms that each word of a query stands for.
   * @param {Query} query
   */
  async function matches(query) {
    const { words } = query;
    const found = await Promise.all(words.map((word) => match(word, query)));
    await correct(words, found);
    if (words.length > shortLength) return found;
    // “web hook” finds webhook.
    for (let index = 0; index + 1 < words.length; index += 1) {
      if (!canJoin(words[index]) || !canJoin(words[index + 1])) continue;
      for (const known of await entriesOf(words[index].term + words[index + 1].term)) {
        for (const half of [index, index + 1]) found[half].push([known, 1, !isKnown(found[half])]);
      }
    }
    return found;
  }

  // MARK: Results

  /** @param {import('./search-scoring.js').Hit} hit */
  async function result({ page, section, score }) {
    const [title, url, crumbs, kind, sections, lead] = await pageEntry(page);
    const own = section === 0 ? null : sections[section - 1];
    const [name, anchor] = own === null || own === undefined ? ['', ''] : typeof own === 'string' ? [own, plainAnchor(own)] : own;
    return {
      title, section: name, page: url, url: url + (anchor ? `#${encodeURIComponent(anchor)}` : ''), anchor, crumbs, kind,
      hasGuide: pages[page].hasGuide, score,
      lead: section === 0 ? lead : '',
    };
  }

  /**
   * @param {string[]} words
   * @param {string[]} phrase
   */
  const hasPhrase = (words, phrase) => words.some((_, start) => phrase.every((term, index) => words[start + index] === term));

  /**
   * The hits whose pages contain all phrases.
   * @param {import('./search-scoring.js').Hit[]} hits
   * @param {string[][]} phrases
   * @param {Map<string, string>} variants
   */
  async function withPhrases(hits, phrases, variants) {
    const kept = await Promise.all(hits.map(async (hit) => {
      const words = await wordsOf(hit.page, variants);
      return phrases.every((phrase) => hasPhrase(words, phrase));
    }));
    return hits.filter((_, index) => kept[index]);
  }

  /**
   * The terms of a page's text in their order.
   * @param {number} page
   * @param {Map<string, string>} variants
   */
  const wordsOf = async (page, variants) => termsOf(await text((await pageEntry(page))[1]) ?? '').filter(({ role }) => role !== 'part')
    .map(({ term }) => simplify(term, variants));

  /**
   * The hits, with those of the best before the others on whose pages words of the query follow one another as they do in the query.
   * @param {import('./search-scoring.js').Hit[]} hits
   * @param {(hit: import('./search-scoring.js').Hit) => number} closeness
   * @param {string[][]} runs
   * @param {Map<string, string>} variants
   */
  async function preferring(hits, closeness, runs, variants) {
    /** @type {Map<number, number>} */
    const shares = new Map();
    for (const hit of hits.slice(0, maxRunCandidates)) {
      if (shares.size < maxRunPages && closeness(hit) >= ranking.runClose) shares.set(hit.page, 0);
    }
    await Promise.all([...shares.keys()].map(async (page) => {
      // A page that cannot be read gains nothing.
      const words = await wordsOf(page, variants).catch(() => /** @type {string[]} */ ([]));
      shares.set(page, runs.filter((run) => hasPhrase(words, run)).length / runs.length);
    }));
    /** @param {number} index */
    const gain = (index) => (index < maxRunCandidates ? ranking.run * (shares.get(hits[index].page) ?? 0) : 0);
    return hits.map((hit, index) => ({ ...hit, score: hit.score * (1 + gain(index)) }))
      .sort((one, other) => other.score - one.score);
  }

  /** @type {Find} */
  return async function find(asked, { language = null, limit = 10 } = {}) {
    const variants = (/\p{Script=Han}/u.test(asked) ? await file('han.txt', readVariants) : null) ?? new Map();
    // Stems are known for English only.
    const isInflected = !(language ?? languages[0] ?? 'en').startsWith('en');
    const query = { ...parseQuery(asked, ranking, variants), isInflected };
    const [found, pairs, title] = await Promise.all([
      matches(query), Promise.all(query.pairs.map(entry)), query.title === null ? undefined : entry(query.title),
    ]);
    const ranked = score(query, found, pairs, title, language);
    let { hits } = ranked;
    if (query.phrases.length > 0) hits = await withPhrases(hits.slice(0, Math.max(limit, 60)), query.phrases, variants);
    if (query.runs.length > 0) hits = await preferring(hits, ranked.closeness, query.runs, variants);
    /** @param {QueryWord} word */
    const isMarked = (word) => !word.isStopWord || query.words.every((other) => other.isStopWord);
    const terms = new Set(found.flatMap((word, index) => (isMarked(query.words[index]) ? word.map(([{ term }]) => term) : [])));
    return {
      results: await Promise.all(hits.slice(0, limit).map(result)),
      count: hits.length,
      isClose: hits.length > 0 && ranked.closeness(hits[0]) >= ranking.close,
      isMatch: (word) => terms.has(simplify(word, variants)) || terms.has(stemOf(word)),
    };
  };
}
