/**
 * @file The scores of sections for a query, as Scoring computes them in the program. The score of each word is its rarity times its weight
 * in the section. A section that has few of the words scores less. Words elsewhere on a page count for all its sections, though less.
 */

import { eachPosting, lastBefore } from './search-files.js';

/**
 * A term that a word of the query matches: its entry, the factor by which it counts, and whether its sections count for the word's rarity.
 * @typedef {[entry: import('./search-files.js').TermEntry, factor: number, counts: boolean]} TermMatch
 *
 * @typedef {object} Hit
 * @property {number} page
 * @property {number} section Its index on the page.
 * @property {number} score
 *
 * @typedef {{ section: number, page: number, score: number }} ScoredSection
 *
 * The sections in which a word could be.
 * @typedef {{ sections: number, language: string | null }} Collection
 *
 * @typedef {import('./search-terms.js').Query} Query
 * @typedef {import('./search-terms.js').QueryWord} QueryWord
 * @typedef {{ weight: number, sections: Map<number, number>, pages: Map<number, number> }} ScoredWord
 */

/**
 * Gives a function that returns the best sections for a query, the best first.
 * @param {Record<string, any>} ranking The parameters that the index has.
 * @param {{ sections: number, hasGuide: boolean }[]} pages
 * @param {number[]} starts The first section of each page, and the number of all sections.
 * @param {string[]} languages Of the pages.
 */
export function openScoring(ranking, pages, starts, languages) {
  /** @param {number} section */
  const pageOf = (section) => Math.min(lastBefore(starts.length - 1, (index) => starts[index] > section), pages.length - 1);

  /**
   * The sections in the reader's language, since pages in other languages say little about its words.
   * @param {string | null} language
   * @returns {Collection}
   */
  function sectionsIn(language) {
    const own = pages.reduce((sum, page, index) => sum + (languages[index] === language ? page.sections : 0), 0);
    return own > 0 && own < starts.at(-1) ? { sections: own, language } : { sections: starts.at(-1), language: null };
  }

  /**
   * The number of these sections that contain a term. An estimate for a term of which only the postings with the highest impact are kept.
   * @param {import('./search-files.js').TermEntry} known
   * @param {Collection} collection
   */
  function countIn(known, { language }) {
    if (language === null || known.kept === 0) return known.count;
    let own = 0;
    eachPosting(known, (section) => { if (languages[pageOf(section)] === language) own += 1; });
    return (own * known.count) / known.kept;
  }

  /**
   * @param {number} count
   * @param {number} all
   */
  const rarity = (count, all) => Math.log(1 + (Math.max(all - count, 0) + 0.5) / (Math.min(count, all) + 0.5));

  /**
   * @param {QueryWord} word
   * @param {QueryWord[]} words
   * @param {TermMatch[][]} found
   */
  function weightOf(word, words, found) {
    let weight = 1;
    if (word.isStopWord && words.some((other) => !other.isStopWord)) weight *= ranking.stopWord;
    if (word.isParticle) weight *= ranking.particle;
    if (word.isVariable) weight *= ranking.variable;
    if (word.compound !== null && found[word.compound].length > 0) weight *= ranking.part;
    return weight;
  }

  /**
   * @param {Query} query
   * @param {TermMatch[][]} found The terms that each word matches.
   * @param {Collection} all
   */
  function scoreWords(query, found, all) {
    /** @type {ScoredWord[]} */
    const scored = [];
    query.words.forEach((word, index) => {
      const terms = found[index];
      if (terms.length === 0) return;
      const count = terms.reduce((sum, [known, , counts]) => sum + (counts ? countIn(known, all) : 0), 0);
      const own = rarity(count, all.sections);
      const sections = new Map();
      const best = new Map();
      for (const [known, factor, counts] of terms) {
        // A common term that replaces a rare word does not become rare.
        const share = counts ? factor : factor * Math.min(1, rarity(countIn(known, all), all.sections) / own);
        eachPosting(known, (section, impact) => {
          const value = share * (impact / 4) ** ranking.power;
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

  /**
   * @param {(import('./search-files.js').TermEntry | undefined)[]} entries
   * @param {Collection} all
   */
  function scorePairs(entries, all) {
    /** @type {Map<number, number>} */
    const pairs = new Map();
    for (const known of entries.filter(Boolean)) {
      const weight = rarity(countIn(known, all), all.sections) * ranking.pair;
      eachPosting(known, (section, impact) => pairs.set(section, (pairs.get(section) ?? 0) + (weight * impact) / 4));
    }
    return pairs;
  }

  /**
   * The share of a word's best score on a page that its other sections get.
   * @param {number} page
   */
  const shareOf = (page) => ranking.page / (1 + ranking.pageLength * Math.log2(pages[page].sections));

  /**
   * The weights of the words that a section has, each less if it hardly has it.
   * @param {ScoredWord[]} scored
   * @param {number} section
   * @param {number} page
   */
  const covered = (scored, section, page) => scored.reduce((sum, { weight, sections, pages: best }) => {
    const own = sections.get(section) ?? 0;
    const most = own > 0 ? own : best.get(page) ?? 0;
    return sum + weight * Math.min(1, most * ranking.covering) * (own > 0 ? 1 : shareOf(page));
  }, 0);

  /**
   * @param {Query} query
   * @param {ScoredWord[]} scored
   * @param {Map<number, number>} pairs
   * @param {Map<number, number>} titles The impacts of titles that are just the query.
   * @param {string | null} language
   */
  function rank(query, scored, pairs, titles, language) {
    const total = scored.reduce((sum, { weight }) => sum + weight, 0);
    if (!(total > 0)) return [];
    /** @type {ScoredSection[]} */
    const scores = [];
    for (const section of new Set([...scored.flatMap(({ sections }) => [...sections.keys()]), ...titles.keys()])) {
      const page = pageOf(section);
      const share = shareOf(page);
      let sum = pairs.get(section) ?? 0;
      for (const { weight, sections, pages: best } of scored) sum += weight * Math.max(sections.get(section) ?? 0, (best.get(page) ?? 0) * share);
      let score = sum * (ranking.floor + (1 - ranking.floor) * (covered(scored, section, page) / total) ** ranking.coverage);
      if (titles.has(section)) score += total * titles.get(section) * ranking.whole;
      if (query.asksForHelp && pages[page].hasGuide) score *= ranking.guide;
      if (language && languages[page] === language) score *= ranking.language;
      scores.push({ section, page, score });
    }
    return scores.sort((one, other) => other.score - one.score || one.section - other.section);
  }

  /**
   * How much of what was asked a section has, from 0 to 1: the share of the query's words by their weights, where a word that the index does not
   * have is as rare as can be.
   * @param {Hit} hit
   * @param {Query} query
   * @param {TermMatch[][]} found
   * @param {ScoredWord[]} scored
   * @param {Map<number, number>} titles
   * @param {Collection} all
   */
  function closeness(hit, query, found, scored, titles, all) {
    const section = hit.section + starts[hit.page];
    if (titles.has(section)) return 1;
    const unknown = query.words.filter((word, index) => (
      found[index].length === 0 && !word.isStopWord && !word.isVariable && word.compound === null));
    const total = scored.reduce(
      (sum, { weight }) => sum + weight, unknown.reduce((sum, word) => sum + rarity(0, all.sections) * weightOf(word, query.words, found), 0));
    return total > 0 ? covered(scored, section, hit.page) / total : 0;
  }

  /**
   * Lowers the scores of further sections of a page, so that they come after those of other pages. The second section adds to the score of
   * the best one. A page has three sections at most.
   * @param {ScoredSection[]} scores The best first.
   * @returns {Hit[]}
   */
  function spread(scores) {
    /** @type {Map<number, ScoredSection[]>} */
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
      hits.push({ page: scored.page, section: scored.section - starts[scored.page], score, index: hits.length });
    }
    return hits.sort((one, other) => other.score - one.score || one.index - other.index);
  }

  /**
   * @param {Query} query
   * @param {TermMatch[][]} found The terms that each word matches.
   * @param {(import('./search-files.js').TermEntry | undefined)[]} pairs
   * @param {import('./search-files.js').TermEntry | undefined} title
   * @param {string | null} language
   */
  return (query, found, pairs, title, language) => {
    const all = sectionsIn(language);
    /** @type {Map<number, number>} */
    const titles = new Map();
    if (title) eachPosting(title, (section, impact) => titles.set(section, impact / 4));
    const scored = scoreWords(query, found, all);
    const hits = spread(rank(query, scored, scorePairs(pairs, all), titles, language));
    return { hits, closeness: (/** @type {Hit} */ hit) => closeness(hit, query, found, scored, titles, all) };
  };
}
