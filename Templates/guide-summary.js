/** @file A summary of what a reader tried, for those who help them next: as plain text and as Markdown. */

import { end, isPartial, nameOf, nodeOf, placeOf, solved, standing } from './guide-state.js';

/**
 * @typedef {import('./guide-state.js').Guide} Guide
 * @typedef {import('./guide-state.js').GuidePlace} GuidePlace
 * @typedef {import('./guide-store.js').Session} Session
 * @typedef {typeof plain} Format
 */

const plain = {
  /** @param {string} text */
  title: (text) => `${text}\n${'='.repeat(Math.min(text.length, 72))}`,
  /**
   * @param {string} name
   * @param {string} value
   */
  field: (name, value) => `${name}: ${value}`,
  /** @param {string} text */
  head: (text) => `${text}:`,
  /**
   * @param {string} title
   * @param {string} answer Empty if there is none.
   */
  item: (title, answer) => `- ${title}${answer ? ` – ${answer}` : ''}`,
  /**
   * @param {boolean} isTicked
   * @param {string} text
   */
  step: (isTicked, text) => `  [${isTicked ? 'x' : ' '}] ${text}`,
  /**
   * @param {string} text
   * @param {string} answer
   */
  answered: (text, answer) => `  - ${text} – ${answer}`,
};

/** @param {string} text */
const escape = (text) => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
/** @type {Format} */
const markdown = {
  title: (text) => `# ${escape(text)}`,
  field: (name, value) => `- **${name}:** ${/^https?:/.test(value) ? `<${value}>` : escape(value)}`,
  head: (text) => `## ${escape(text)}`,
  item: (title, answer) => `- **${escape(title)}**${answer ? ` – ${answer}` : ''}`,
  step: (isTicked, text) => `  - [${isTicked ? 'x' : ' '}] ${escape(text)}`,
  answered: (text, answer) => `  - ${escape(text)} – ${answer}`,
};

export const formats = { plain, markdown };

/**
 * The date as 2026-11-24 05:12 UTC, which sender and recipient understand alike.
 * @param {Date} date
 */
const dateText = (date) => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/**
 * @param {Guide} guide
 * @param {Session} session
 * @param {string} address Of the guide's page.
 * @param {Date} date
 * @param {Format} format
 */
export function summary(guide, session, address, date, format) {
  const { labels } = guide.site;
  const blocks = [[format.title(`${labels.title}: ${guide.site.page}`)], fields(guide, address, date, format)];
  // The outcome comes first, since helpers look for it first.
  blocks.push(outcome(guide, session, format));
  if (session.note.trim()) blocks.push([format.head(labels.note), session.note.trim()]);
  const asked = askedItems(guide, session, format);
  if (asked.length > 0) blocks.push([format.head(labels.asked), ...asked]);
  const tried = triedItems(guide, session, format);
  if (tried.length > 0) blocks.push([format.head(labels.tried), ...tried]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/**
 * @param {Guide} guide
 * @param {string} address
 * @param {Date} date
 * @param {Format} format
 */
function fields(guide, address, date, format) {
  const { labels, title, page, version } = guide.site;
  return [
    format.field(labels.page, `${page} (${title})`), format.field(labels.address, address), format.field(labels.date, dateText(date)),
    format.field(labels.version, version),
  ];
}

/**
 * @param {Guide} guide
 * @param {GuidePlace} place
 * @param {Session['ticks']} ticks
 * @param {Format} format
 */
function steps(guide, place, ticks, format) {
  const node = nodeOf(guide, place.node);
  return node.steps.filter(({ key }) => place.steps.includes(key)).map(({ key, text }) => format.step(ticks[key] === true, text));
}

/**
 * The nodes that were tried and the choices that were made. A node whose steps were asked for one by one lists its steps.
 * @param {Guide} guide
 * @param {Session} session
 * @param {Format} format
 */
function triedItems(guide, { trail, ticks }, format) {
  const { labels } = guide.site;
  /** @type {Record<string, string>} */
  const answers = { fixed: labels.fixed, unresolved: labels.notFixed };
  /** @type {import('./guide-state.js').GuideNode | null} */
  let last = null;
  return trail.filter(({ answer }) => answer !== undefined).flatMap(({ at, answer }) => {
    const place = placeOf(guide, at);
    const node = place ? nodeOf(guide, place.node) : undefined;
    if (!node) return [];
    if (place.kind === 'choice') {
      last = null;
      const chosen = place.choices.find((choice) => choice.place === answer);
      const question = node.kind === 'condition' ? labels.whatIsSeen : labels.whichWay;
      return [format.item(question, chosen ? chosen.title : labels.none)];
    }
    if (!isPartial(node, place)) {
      last = null;
      return [format.item(node.title, answers[answer]), ...steps(guide, place, ticks, format)];
    }
    const step = node.steps.find(({ key }) => key === place.steps[0]);
    const head = last === node ? [] : [format.item(node.title, '')];
    last = node;
    return [...head, format.answered(step.text, answers[answer])];
  });
}

/**
 * @param {Guide} guide
 * @param {Session} session
 * @param {Format} format
 */
function outcome(guide, { trail }, format) {
  const { labels } = guide.site;
  if (standing(trail) === solved) return [format.field(labels.fixedBy, nameOf(guide, placeOf(guide, trail.at(-2).at)))];
  return [format.field(labels.result, labels.notFixed)];
}

/**
 * @param {Guide} guide
 * @param {Session} session
 * @param {Format} format
 */
function askedItems(guide, { trail, ticks }, format) {
  const at = standing(trail);
  const place = at === null || at === end || at === solved ? undefined : placeOf(guide, at);
  if (place?.kind !== 'escalation') return [];
  return [format.item(nodeOf(guide, place.node).title, ''), ...steps(guide, place, ticks, format)];
}

/**
 * The address by which a site's support is asked for help.
 * @param {string} template With `{summary}`, `{title}` and `{url}`.
 * @param {Record<string, string>} values
 */
export function supportURL(template, values) {
  return template.replace(/\{(summary|title|url)\}/g, (_, name) => encodeURIComponent(values[name]));
}
