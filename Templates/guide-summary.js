// What a reader tried, in words for whoever helps them next: as plain text and as Markdown.

import { end, nodeOf, placeOf, solved, standing } from './guide-state.js';

const plain = {
  title: (text) => `${text}\n${'='.repeat(Math.min(text.length, 72))}`,
  field: (name, value) => `${name}: ${value}`,
  head: (text) => `${text}:`,
  item: (title, answer) => `- ${title}${answer ? ` – ${answer}` : ''}`,
  step: (isTicked, text) => `  [${isTicked ? 'x' : ' '}] ${text}`,
};

const escape = (text) => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
const markdown = {
  title: (text) => `# ${escape(text)}`,
  field: (name, value) => `- **${name}:** ${/^https?:/.test(value) ? `<${value}>` : escape(value)}`,
  head: (text) => `## ${escape(text)}`,
  item: (title, answer) => `- **${escape(title)}**${answer ? ` – ${answer}` : ''}`,
  step: (isTicked, text) => `  - [${isTicked ? 'x' : ' '}] ${escape(text)}`,
};

export const formats = { plain, markdown };

// The date as 2026-11-24 05:12 UTC: the same for who sends and who reads.
const dateText = (date) => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

// A guide, the session in it, the page's address, the moment, and one of the formats.
export function summary(guide, session, address, date, format) {
  const { labels } = guide.site;
  const blocks = [[format.title(`${labels.title}: ${guide.site.page}`)], fields(guide, address, date, format)];
  const tried = triedItems(guide, session, format);
  if (tried.length > 0) blocks.push([format.head(labels.tried), ...tried]);
  blocks.push(outcome(guide, session, format));
  if (session.note.trim()) blocks.push([format.head(labels.note), session.note.trim()]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function fields(guide, address, date, format) {
  const { labels, title, page, version } = guide.site;
  return [
    format.field(labels.page, `${page} (${title})`), format.field(labels.address, address), format.field(labels.date, dateText(date)),
    format.field(labels.version, version),
  ];
}

function steps(guide, place, ticks, format) {
  const node = nodeOf(guide, place.node);
  return node.steps.filter(({ key }) => place.steps.includes(key)).map(({ key, text }) => format.step(ticks[key] === true, text));
}

function triedItems(guide, { trail, ticks }, format) {
  const { labels } = guide.site;
  const answers = { fixed: labels.fixed, unresolved: labels.notFixed };
  const visited = trail.filter((entry) => entry.answer !== undefined && ['node', 'escalation'].includes(placeOf(guide, entry.at)?.kind));
  return visited.flatMap((entry) => {
    const place = placeOf(guide, entry.at);
    return [format.item(nodeOf(guide, place.node).title, answers[entry.answer]), ...steps(guide, place, ticks, format)];
  });
}

function outcome(guide, { trail, ticks }, format) {
  const { labels } = guide.site;
  const at = standing(trail);
  if (at === solved) return [format.field(labels.fixedBy, nodeOf(guide, placeOf(guide, trail.at(-2).at).node).title)];
  const place = at === null || at === end ? undefined : placeOf(guide, at);
  if (place?.kind !== 'escalation') return [format.field(labels.result, labels.notFixed)];
  return [
    format.field(labels.result, labels.notFixed), '', format.head(labels.asked), format.item(nodeOf(guide, place.node).title, ''),
    ...steps(guide, place, ticks, format),
  ];
}
