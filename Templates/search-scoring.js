// The score of each section for a query: what Scoring is for the program. For every word how rare it is times how much it counts there, and less for a section that has
// few of the words. What stands elsewhere on a page counts for all its sections, though less.

import { eachPosting, lastBefore } from './search-files.js';

// `starts` has the first section of each page. Gives a function of a query, of what its words and its pairs of words find, and of the reader's language; that gives the
// best sections, the best first.
export function openScoring(ranking, pages, starts, languages) {
  const pageOf = (section) => Math.min(lastBefore(starts.length - 1, (index) => starts[index] > section), pages.length - 1);

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
        const most = best.get(page) ?? 0;
        sum += weight * Math.max(own, most * share);
        covered += weight * Math.min(1, (own > 0 ? own : most) * ranking.covering) * (own > 0 ? 1 : share);
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

  return (query, found, pairs, language) => {
    const all = sectionsIn(language);
    return spread(rank(query, scoreWords(query, found, all), scorePairs(pairs, all), language));
  };
}
