// Answers queries from the files of an index, of which it loads only those that a query needs: what Searcher and Scoring are for the program.

import { compare, decoder, eachPosting, lastBefore, readPageCounts, readTerms, readWords } from './search-files.js';
import { allowedTypos, canJoin, distance, parseQuery, shortLength, stem, termsOf } from './search-terms.js';

const plainAnchor = (title) => title.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

const mostCompletions = 8;

// `load` gives a promise of the bytes of a file of the index by its path, or of null; `text` one of a page's whole text by its address, for phrases in quotes.
export async function openIndex(load, text) {
  const head = JSON.parse(decoder.decode(await load('index.json')));
  const { ranking } = head;
  const pages = readPageCounts(head.pages);
  const starts = [0];
  for (const page of pages) starts.push(starts.at(-1) + page.sections);
  const languages = head.languages.flatMap(([tag, count]) => Array(count).fill(tag));
  // Where all pages are English, no word is there but by its stem.
  const isEnglish = languages.every((tag) => tag.startsWith('en'));
  const stemOf = (word) => stem(word, ranking.endings);
  const synonyms = new Map();
  for (const group of ranking.synonyms.map((line) => line.split(' '))) {
    for (const word of group) {
      const key = stemOf(word);
      synonyms.set(key, [...(synonyms.get(key) ?? []), ...group.filter((other) => other !== word)]);
    }
  }
  const pageOf = (section) => Math.min(lastBefore(starts.length - 1, (index) => starts[index] > section), pages.length - 1);

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
  const fileOf = (term) => (head.shards.length === 0 ? -1 : Math.max(0, lastBefore(head.shards.length, (index) => compare(term, head.shards[index]) < 0)));
  const wordFile = async (first) => {
    const name = first?.codePointAt(0).toString(16);
    if (!head.words.includes(name)) return [];
    return await file(`words/${name}.txt`, readWords) ?? [];
  };
  const pageEntry = async (page) => {
    const entries = await file(`pages/${Math.floor(page / head.pagesPerBlock)}.json`, (bytes) => JSON.parse(decoder.decode(bytes)));
    return entries?.[page % head.pagesPerBlock];
  };

  // MARK: Terms

  async function entry(term) {
    const number = fileOf(term);
    return number < 0 ? undefined : (await termFile(number))?.get(term);
  }

  async function entriesOf(word) {
    const found = await Promise.all([...new Set(isEnglish ? [stemOf(word)] : [word, stemOf(word)])].map(entry));
    return found.filter(Boolean);
  }

  // Of a text that is a word as it is, only what stands beside it counts, for which nothing more has to be loaded.
  async function completions(prefix, isFound) {
    if (new TextEncoder().encode(prefix).length < 2 || head.shards.length === 0) return [];
    const first = fileOf(prefix);
    let last = first;
    while (!isFound && head.shards[last + 1]?.startsWith(prefix)) last += 1;
    if (last - first < 2) {
      const known = await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => termFile(first + index)));
      const found = known.flatMap((entries) => [...(entries?.values() ?? [])].filter(({ term }) => term.startsWith(prefix) && !term.includes(' ')));
      return found.sort((one, other) => other.count - one.count || compare(one.term, other.term)).slice(0, mostCompletions);
    }
    const words = (await wordFile([...prefix][0])).filter((word) => word.text.startsWith(prefix));
    words.sort((one, other) => other.magnitude - one.magnitude || compare(one.text, other.text));
    return (await Promise.all(words.slice(0, mostCompletions).map(({ text: word }) => entry(word)))).filter(Boolean);
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

  async function match(word, isSpoken) {
    const terms = [];
    const has = (found) => terms.some(([{ term }]) => term === found.term);
    const add = (found, factor, counts) => {
      terms.push([found, factor, counts]);
    };
    const isKnown = () => terms.some(([, , counts]) => counts);
    for (const found of await entriesOf(word.term)) add(found, 1, true);
    const isFound = isKnown();
    if (word.isOpen || (word.isGram && [...word.term].length === 1)) {
      const factor = isFound ? ranking.completion : ranking.onlyCompletion;
      for (const found of await completions(word.term, isFound)) if (!has(found)) add(found, factor, !isFound);
      const begun = !isKnown() ? await beginning(word.term) : null;
      if (begun) add(begun, factor, true);
    }
    if (isSpoken && !word.isStopWord) {
      const others = await Promise.all((synonyms.get(stemOf(word.term)) ?? []).map(entriesOf));
      for (const found of others.flat()) if (!has(found)) add(found, ranking.synonym, !isFound);
    }
    if (!isKnown() && !word.isGram) {
      for (const [found, far] of await mended(word.term)) add(found, far === 1 ? ranking.oneTypo : ranking.twoTypos, true);
    }
    return terms;
  }

  async function matches({ words, isSpoken }) {
    const found = await Promise.all(words.map((word) => match(word, isSpoken)));
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

  // MARK: Scores

  // In how many sections a word could stand: those in the reader's language, of whose words others' pages know little.
  function sectionsIn(language) {
    const own = pages.reduce((sum, page, index) => sum + (languages[index] === language ? page.sections : 0), 0);
    return own > 0 && own < starts.at(-1) ? { sections: own, language } : { sections: starts.at(-1), language: null };
  }

  // In how many of them a term stands; of one that is only known where it counts most, about how many.
  function countIn(known, { language }) {
    if (language === null || known.kept === 0) return known.count;
    let own = 0;
    eachPosting(known, (section) => { if (languages[pageOf(section)] === language) own += 1; });
    return (own * known.count) / known.kept;
  }

  const rarity = (count, all) => Math.log(1 + (Math.max(all - count, 0) + 0.5) / (Math.min(count, all) + 0.5));

  function weightOf(word, words, found) {
    let weight = 1;
    if (word.isStopWord && words.some((other) => !other.isStopWord)) weight *= ranking.stopWord;
    if (word.isParticle) weight *= ranking.particle;
    if (word.isVariable) weight *= ranking.variable;
    if (word.compound !== null && found[word.compound].length > 0) weight *= ranking.part;
    return weight;
  }

  function scoreWords(query, found, all) {
    const scored = [];
    query.words.forEach((word, index) => {
      const terms = found[index];
      if (terms.length === 0) return;
      const count = terms.reduce((sum, [known, , counts]) => sum + (counts ? countIn(known, all) : 0), 0);
      const own = rarity(count, all.sections);
      const sections = new Map();
      const best = new Map();
      for (const [known, factor, counts] of terms) {
        // A common word that stands for a rare one is no rarer for that.
        const share = counts ? factor : factor * Math.min(1, rarity(countIn(known, all), all.sections) / own);
        eachPosting(known, (section, level) => {
          const value = share * (level / 4) ** ranking.power;
          if (value > (sections.get(section) ?? 0)) sections.set(section, value);
        });
      }
      for (const [section, value] of sections) {
        const page = pageOf(section);
        if (value > (best.get(page) ?? 0)) best.set(page, value);
      }
      scored.push({ weight: own * weightOf(word, query.words, found), sections, pages: best });
    });
    return scored;
  }

  function scorePairs(entries, all) {
    const pairs = new Map();
    for (const known of entries.filter(Boolean)) {
      const weight = rarity(countIn(known, all), all.sections) * ranking.pair;
      eachPosting(known, (section, level) => pairs.set(section, (pairs.get(section) ?? 0) + (weight * level) / 4));
    }
    return pairs;
  }

  // What stands elsewhere on a page counts for all its sections, though less, and a section that has few of the words counts less.
  function rank(query, scored, pairs, language) {
    const total = scored.reduce((sum, { weight }) => sum + weight, 0);
    if (!(total > 0)) return [];
    const scores = [];
    for (const section of new Set(scored.flatMap(({ sections }) => [...sections.keys()]))) {
      const page = pageOf(section);
      const share = ranking.page / (1 + ranking.pageLength * Math.log2(pages[page].sections));
      let sum = pairs.get(section) ?? 0;
      let covered = 0;
      for (const { weight, sections, pages: best } of scored) {
        const own = sections.get(section) ?? 0;
        const elsewhere = (best.get(page) ?? 0) * share;
        sum += weight * Math.max(own, elsewhere);
        covered += weight * (own > 0 ? 1 : elsewhere > 0 ? share : 0);
      }
      let score = sum * (ranking.floor + (1 - ranking.floor) * (covered / total) ** ranking.coverage);
      if (query.asksForHelp && pages[page].hasGuide) score *= ranking.guide;
      if (language && languages[page] === language) score *= ranking.language;
      scores.push({ section, page, score });
    }
    return scores.sort((one, other) => other.score - one.score || one.section - other.section);
  }

  // Of a page the best section, with something for the second; the others only behind what other pages have.
  function spread(scores) {
    const own = new Map();
    for (const scored of scores) {
      if (own.has(scored.page)) own.get(scored.page).push(scored); else own.set(scored.page, [scored]);
    }
    const hits = [];
    for (const scored of scores) {
      const sections = own.get(scored.page);
      const others = sections.indexOf(scored);
      if (others >= 3) continue;
      let { score } = scored;
      if (others === 0 && sections.length > 1) score += ranking.second * sections[1].score;
      score *= ranking.furtherSection ** others;
      hits.push({ page: scored.page, section: scored.section - starts[scored.page], score, place: hits.length });
    }
    return hits.sort((one, other) => other.score - one.score || one.place - other.place);
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

  async function withPhrases(hits, phrases) {
    const kept = await Promise.all(hits.slice(0, 60).map(async (hit) => {
      const words = termsOf(await text((await pageEntry(hit.page))[1]) ?? '').filter(({ role }) => role !== 'part').map(({ term }) => term);
      return phrases.every((phrase) => hasPhrase(words, phrase));
    }));
    return hits.filter((_, index) => kept[index]);
  }

  // The best sections, the best first, and the terms by which they were found.
  return async function find(asked, { language = null, limit = 10 } = {}) {
    const query = parseQuery(asked, ranking);
    const [found, pairs] = await Promise.all([matches(query), Promise.all(query.pairs.map(entry))]);
    const all = sectionsIn(language);
    let hits = spread(rank(query, scoreWords(query, found, all), scorePairs(pairs, all), language));
    if (query.phrases.length > 0) hits = await withPhrases(hits, query.phrases);
    const isMarked = (word) => !word.isStopWord || query.words.every((other) => other.isStopWord);
    const terms = new Set(found.flatMap((word, index) => (isMarked(query.words[index]) ? word.map(([{ term }]) => term) : [])));
    return { results: await Promise.all(hits.slice(0, limit).map(result)), isMatch: (word) => terms.has(word) || terms.has(stemOf(word)) };
  };
}
