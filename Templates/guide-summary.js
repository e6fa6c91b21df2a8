/** @file A summary of what a reader tried, for those who help them next: as plain text and as Markdown. */

import { end, nameOf, nodeOf, placeOf, solved, standing } from './guide-state.js';

/**
 * @typedef {import('./guide-state.js').Guide} Guide
 * @typedef {import('./guide-state.js').GuidePlace} GuidePlace
 * @typedef {import('./guide-store.js').Session} Session
 * @typedef {typeof plain} Format
 */

const plain = {
  /** @param {string} text */
  title: (text) => text,
  /**
   * @param {string} name
   * @param {string} value
   */
  field: (name, value) => `${name}: ${value}`,
  /** @param {string} text */
  head: (text) => `${text}:`,
  /**
   * @param {string} mark
   * @param {string} answer
   * @param {string} text What it was the answer to; empty if the answer says it.
   */
  item: (mark, answer, text) => [`${mark} ${answer}`, text].filter(Boolean).join(' – '),
  /**
   * @param {boolean} isTicked
   * @param {string} text
   */
  step: (isTicked, text) => `  [${isTicked ? 'x' : ' '}] ${text}`,
};

/** @param {string} text */
const escape = (text) => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
/** @type {Format} */
const markdown = {
  title: (text) => `# ${escape(text)}`,
  field: (name, value) => `- **${name}:** ${/^https?:/.test(value) ? `<${value}>` : escape(value)}`,
  head: (text) => `## ${escape(text)}`,
  item: (mark, answer, text) => [`- ${mark} ${escape(answer)}`, text && `**${escape(text)}**`].filter(Boolean).join(' – '),
  step: (isTicked, text) => `  - [${isTicked ? 'x' : ' '}] ${escape(text)}`,
};

export const formats = { plain, markdown };

/**
 * The date as 2026-11-24 05:12 UTC, which sender and recipient understand alike.
 * @param {Date} date
 */
const dateText = (date) => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/**
 * The outcome comes first, since helpers look for it first.
 * @param {Guide} guide
 * @param {Session} session
 * @param {string} address Of the guide's page.
 * @param {Date} date
 * @param {Format} format
 */
export function summary(guide, session, address, date, format) {
  const { labels, title, page, version } = guide.site;
  const at = standing(session.trail);
  const isSolved = at === solved;
  const last = isSolved ? session.trail.at(-2).at : at;
  const result = isSolved ? format.field(labels.fixedBy, nameOf(guide, placeOf(guide, last))) : format.field(labels.result, labels.markNotFixed);
  const place = last === null || last === end ? '' : `#guide:${encodeURIComponent(last)}`;
  const blocks = [
    [format.title(`${page} (${title})`)],
    [result, format.field(labels.address, address + place), format.field(labels.date, dateText(date)), format.field(labels.version, version)],
  ];
  const asked = askedLines(guide, session, format);
  if (asked.length > 0) blocks.push([format.head(labels.asked), ...asked]);
  if (session.note.trim()) blocks.push([format.head(labels.note), session.note.trim()]);
  const tried = session.trail.filter(({ answer }) => answer !== undefined).flatMap((entry) => triedLines(guide, session, entry, format));
  if (tried.length > 0) blocks.push([format.head(labels.tried), ...tried]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/**
 * What was answered at a place: a mark, what it was about, and the answer in words.
 * @param {Guide} guide
 * @param {import('./guide-state.js').Trail[number]} entry
 */
export function answered(guide, { at, answer }) {
  const { labels } = guide.site;
  const place = placeOf(guide, at);
  if (answer === 'skipped') return { mark: '–', text: name(guide, place), answer: labels.markSkipped };
  if (place.kind !== 'choice') {
    const isGood = answer === 'fine' || answer === 'fixed';
    const word = { fine: labels.markFine, fixed: labels.markFixed, unresolved: labels.markNotFixed, other: labels.markNotIt }[answer] ?? labels.markFound;
    return { mark: isGood ? '✓' : answer === 'found' ? '→' : '✗', text: nameOf(guide, place), answer: word };
  }
  const chosen = place.choices.find(({ node }) => `=${node}` === answer);
  return chosen ? { mark: '→', text: '', answer: chosen.title } : { mark: '→', text: name(guide, place), answer: labels.none };
}

/**
 * What is asked at a place, in words.
 * @param {Guide} guide
 * @param {GuidePlace} place
 */
export function name(guide, place) {
  const { labels } = guide.site;
  if (place.kind !== 'choice') return nameOf(guide, place);
  return place.question === 'condition' ? labels.whatIsSeen : labels.whichWay;
}

/**
 * @param {Guide} guide
 * @param {Session} session
 * @param {import('./guide-state.js').Trail[number]} entry
 * @param {Format} format
 */
function triedLines(guide, { ticks }, entry, format) {
  const place = placeOf(guide, entry.at);
  if (!place) return [];
  const { mark, text, answer } = answered(guide, entry);
  const steps = stepsOf(guide, place);
  const done = steps.filter(({ key }) => ticks[key] === true).length;
  // Ticks say more than the answer only where some steps were left out.
  const isPartly = done > 0 && done < steps.length;
  return [format.item(mark, answer, text), ...(isPartly ? steps.map(({ key, text: step }) => format.step(ticks[key] === true, step)) : [])];
}

/**
 * @param {Guide} guide
 * @param {GuidePlace} place
 */
const stepsOf = (guide, place) => nodeOf(guide, place.node).steps.filter(({ key }) => place.steps.includes(key));

/**
 * What the article wants to have collected for those who help.
 * @param {Guide} guide
 * @param {Session} session
 * @param {Format} format
 */
function askedLines(guide, { trail, ticks }, format) {
  const place = placeOf(guide, standing(trail));
  if (place?.kind !== 'escalation') return [];
  const steps = stepsOf(guide, place);
  return steps.length > 0 ? steps.map(({ key, text }) => format.step(ticks[key] === true, text)) : [format.item('–', nodeOf(guide, place.node).title, '')];
}

/**
 * The address by which a site's support is asked for help.
 * @param {string} template With `{summary}`, `{title}` and `{url}`.
 * @param {Record<string, string>} values
 */
export function supportURL(template, values) {
  return template.replace(/\{(summary|title|url)\}/g, (_, name) => encodeURIComponent(values[name]));
}
