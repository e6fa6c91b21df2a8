// Answers queries from the files of an index, of which it loads only those that a query needs: what Searcher is for the program.

import { compare, lastBefore, readJSON, readPageCounts, readTerms, readVariants, readWords } from './search-files.js';
import { openScoring } from './search-scoring.js';
import { allowedTypos, canJoin, distance, parseQuery, shortLength, simplify, stem, termsOf } from './search-terms.js';

const plainAnchor = (title) => title.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

const mostCompletions = 8;
// Where each needs a file of its own.
const mostFiles = 4;
// So many words of a query that others need not be mended.
const enoughWords = 4;

// `load` gives a promise of the bytes of a file of the index by its path, or of null; `text` one of a page's whole text by its address, for phrases in quotes.
export async function openIndex(load, text) {
  const head = readJSON(await load('index.json'));
  const { ranking } = head;
  const pages = readPageCounts(head.pages);
  const starts = [0];
  for (const page of pages) starts.push(starts.at(-1) + page.sections);
  const languages = head.languages.flatMap(([tag, count]) => Array(count).fill(tag));
  // Where all pages are English, no word is there but by its stem.
  const isEnglish = languages.every((tag) => tag.startsWith('en'));
  const stemOf = (word) => stem(word, ranking.endings);
  const synonyms = new Map();
  // The words of a group that the site has, and behind `|` those that its readers may use.
  for (const [own, others] of ranking.synonyms.map((line) => line.split('|').map((words) => words.split(' ').filter(Boolean)))) {
    for (const word of [...own, ...others]) {
      const key = stemOf(word);
      synonyms.set(key, [...(synonyms.get(key) ?? []), ...own.filter((other) => other !== word)]);
    }
  }

  const score = openScoring(ranking, pages, starts, languages);

  // MARK: Files

  const files = new Map();
  function file(path, read) {
    if (!files.has(path)) {
      const loaded = load(`${path}?${head.version}`).then((bytes) => (bytes ? read(bytes) : null));
      files.set(path, loaded);
      // What failed is tried anew.
      loaded.catch(() => files.delete(path));
    }
    return files.get(path);
  }

  const termFile = (number) => file(`terms/${number}.bin`, readTerms);
  const row = (number) => file(`rows/${number}.json`, readJSON);
  // A site that has one row needs it for whatever is asked.
  if (head.rows.length === 1) row(0).catch(() => {});
  const placeIn = (bounds, term) => Math.max(0, lastBefore(bounds.length, (index) => compare(term, bounds[index]) < 0));
  // The number of the file in which a term stands, if it is anywhere.
  async function fileOf(term) {
    if (head.rows.length === 0) return -1;
    const number = placeIn(head.rows, term);
    return number * head.rowLength + placeIn(await row(number) ?? [], term);
  }
  // Whether the file of terms of that number begins so.
  async function begins(number, prefix) {
    const place = Math.floor(number / head.rowLength);
    return place < head.rows.length && ((await row(place))?.[number % head.rowLength]?.startsWith(prefix) ?? false);
  }
  const wordFile = async (first) => {
    const name = first?.codePointAt(0).toString(16);
    if (!head.words.includes(name)) return [];
    return await file(`words/${name}.txt`, readWords) ?? [];
  };
  const pageEntry = async (page) => {
    const entries = await file(`pages/${Math.floor(page / head.pagesPerBlock)}.json`, readJSON);
    return entries?.[page % head.pagesPerBlock];
  };

  // MARK: Terms

  async function entry(term) {
    const number = await fileOf(term);
    return number < 0 ? undefined : (await termFile(number))?.get(term);
  }

  async function entriesOf(word) {
    const found = await Promise.all([...new Set(isEnglish ? [stemOf(word)] : [word, stemOf(word)])].map(entry));
    return found.filter(Boolean);
  }

  // Of a text that is a word as it is, only what stands beside it counts, for which nothing more has to be loaded.
  async function completions(prefix, isFound) {
    if (new TextEncoder().encode(prefix).length < 2 || head.rows.length === 0) return [];
    const first = await fileOf(prefix);
    let last = first;
    while (!isFound && last - first < 2 && await begins(last + 1, prefix)) last += 1;
    if (last - first < 2) {
      const known = await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => termFile(first + index)));
      const found = known.flatMap((entries) => [...(entries?.values() ?? [])].filter(({ term }) => term.startsWith(prefix) && !term.includes(' ')));
      return found.sort((one, other) => other.count - one.count || compare(one.term, other.term)).slice(0, mostCompletions);
    }
    const words = (await wordFile([...prefix][0])).filter((word) => word.text.startsWith(prefix));
    words.sort((one, other) => other.magnitude - one.magnitude || compare(one.text, other.text));
    return (await Promise.all(words.slice(0, mostFiles).map(({ text: word }) => entry(word)))).filter(Boolean);
  }

  // The stem that a word which is still being typed begins with: “configura” with “configur”.
  async function beginning(word) {
    const characters = [...word];
    for (let length = characters.length - 1; length >= Math.max(4, characters.length - 5); length -= 1) {
      const found = await entry(characters.slice(0, length).join(''));
      if (found) return found;
    }
    return null;
  }

  // Words that differ from another in their endings alone, as far as can be seen: those with most of its letters, and few more.
  async function inflections(word) {
    const characters = [...word];
    if (characters.length < 5 || /[0-9]/.test(word) || head.rows.length === 0) return [];
    const prefix = characters.slice(0, Math.max(4, Math.ceil((characters.length * 7) / 10))).join('');
    const first = await fileOf(prefix);
    const files = await Promise.all([first, ...(await begins(first + 1, prefix) ? [first + 1] : [])].map(termFile));
    const isNear = ({ term }) => term.startsWith(prefix) && !term.includes(' ') && [...term].length <= characters.length + 3;
    return files.flatMap((entries) => [...(entries?.values() ?? [])].filter(isNear));
  }

  // The words that a misspelt one is nearest to.
  async function mended(word) {
    const wanted = [...stemOf(word)];
    let limit = allowedTypos(wanted.length);
    if (limit === 0 || /[0-9]/.test(word)) return [];
    const found = [];
    for (const first of new Set(wanted.slice(0, 2))) {
      for (const candidate of await wordFile(first)) {
        const far = distance(wanted, [...candidate.text], limit);
        if (far === null) continue;
        limit = Math.min(limit, far);
        found.push({ ...candidate, far });
      }
    }
    const best = found.filter(({ far }) => far === limit).sort((one, other) => other.magnitude - one.magnitude || compare(one.text, other.text)).slice(0, 3);
    return (await Promise.all(best.map(async ({ text: candidate, far }) => (await entriesOf(candidate)).map((known) => [known, far])))).flat();
  }

  async function match(word, { isSpoken, isInflected }) {
    const terms = [];
    const has = (found) => terms.some(([{ term }]) => term === found.term);
    const add = (found, factor, counts) => {
      terms.push([found, factor, counts]);
    };
    for (const found of await entriesOf(word.term)) add(found, 1, true);
    const isFound = isKnown(terms);
    const isCommon = terms.reduce((sum, [{ count }]) => sum + count, 0) > ranking.common * starts.at(-1);
    if (word.isOpen || (word.isGram && [...word.term].length === 1)) {
      const factor = isFound ? ranking.completion : ranking.onlyCompletion;
      for (const found of await completions(word.term, isFound)) if (!has(found)) add(found, factor, !isFound);
      const begun = !isKnown(terms) ? await beginning(word.term) : null;
      if (begun) add(begun, factor, true);
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

  const isKnown = (terms) => terms.some(([, , counts]) => counts);

  // The nearest words to those that are nowhere. Beside several that are known they say little, and the lists of words are long.
  async function mend(words, found) {
    if (words.filter((word, index) => !word.isStopWord && isKnown(found[index])).length >= enoughWords) return;
    await Promise.all(words.map(async (word, index) => {
      if (isKnown(found[index]) || word.isGram || word.isStopWord) return;
      for (const [known, far] of await mended(word.term)) found[index].push([known, far === 1 ? ranking.oneTypo : ranking.twoTypos, true]);
    }));
  }

  async function matches(query) {
    const { words } = query;
    const found = await Promise.all(words.map((word) => match(word, query)));
    await mend(words, found);
    if (words.length > shortLength) return found;
    // “web hook” finds webhook.
    for (let index = 0; index + 1 < words.length; index += 1) {
      if (!canJoin(words[index]) || !canJoin(words[index + 1])) continue;
      for (const known of await entriesOf(words[index].term + words[index + 1].term)) {
        for (const place of [index, index + 1]) {
          found[place].push([known, 1, !found[place].some(([, , counts]) => counts)]);
        }
      }
    }
    return found;
  }

  // MARK: Results

  async function result({ page, section, score }) {
    const [title, url, crumbs, kind, sections, lead] = await pageEntry(page);
    const own = section === 0 ? null : sections[section - 1];
    const [name, anchor] = own === null || own === undefined ? ['', ''] : typeof own === 'string' ? [own, plainAnchor(own)] : own;
    return {
      title, section: name, page: url, url: url + (anchor ? `#${encodeURIComponent(anchor)}` : ''), anchor, crumbs, kind, hasGuide: pages[page].hasGuide, score,
      lead: section === 0 ? lead : '',
    };
  }

  const hasPhrase = (words, phrase) => words.some((_, start) => phrase.every((term, index) => words[start + index] === term));

  async function withPhrases(hits, phrases, variants) {
    const kept = await Promise.all(hits.map(async (hit) => {
      const words = termsOf(await text((await pageEntry(hit.page))[1]) ?? '').filter(({ role }) => role !== 'part').map(({ term }) => simplify(term, variants));
      return phrases.every((phrase) => hasPhrase(words, phrase));
    }));
    return hits.filter((_, index) => kept[index]);
  }

  // The best sections, the best first, and the terms by which they were found.
  return async function find(asked, { language = null, limit = 10 } = {}) {
    const variants = (/\p{Script=Han}/u.test(asked) ? await file('han.txt', readVariants) : null) ?? new Map();
    // Of other languages than English no stems are known.
    const isInflected = !(language ?? languages[0] ?? 'en').startsWith('en');
    const query = { ...parseQuery(asked, ranking, variants), isInflected };
    const [found, pairs] = await Promise.all([matches(query), Promise.all(query.pairs.map(entry))]);
    let hits = score(query, found, pairs, language);
    if (query.phrases.length > 0) hits = await withPhrases(hits.slice(0, Math.max(limit, 60)), query.phrases, variants);
    const isMarked = (word) => !word.isStopWord || query.words.every((other) => other.isStopWord);
    const terms = new Set(found.flatMap((word, index) => (isMarked(query.words[index]) ? word.map(([{ term }]) => term) : [])));
    return { results: await Promise.all(hits.slice(0, limit).map(result)), isMatch: (word) => terms.has(simplify(word, variants)) || terms.has(stemOf(word)) };
  };
}
