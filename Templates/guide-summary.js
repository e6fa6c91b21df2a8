// What a reader tried, in words for whoever helps them next: as plain text and as Markdown.

import { end, isPartial, nameOf, nodeOf, placeOf, solved, standing } from './guide-state.js';

const plain = {
  title: (text) => `${text}\n${'='.repeat(Math.min(text.length, 72))}`,
  field: (name, value) => `${name}: ${value}`,
  head: (text) => `${text}:`,
  item: (title, answer) => `- ${title}${answer ? ` – ${answer}` : ''}`,
  step: (isTicked, text) => `  [${isTicked ? 'x' : ' '}] ${text}`,
  answered: (text, answer) => `  - ${text} – ${answer}`,
};

const escape = (text) => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
const markdown = {
  title: (text) => `# ${escape(text)}`,
  field: (name, value) => `- **${name}:** ${/^https?:/.test(value) ? `<${value}>` : escape(value)}`,
  head: (text) => `## ${escape(text)}`,
  item: (title, answer) => `- **${escape(title)}**${answer ? ` – ${answer}` : ''}`,
  step: (isTicked, text) => `  - [${isTicked ? 'x' : ' '}] ${escape(text)}`,
  answered: (text, answer) => `  - ${escape(text)} – ${answer}`,
};

export const formats = { plain, markdown };

// The date as 2026-11-24 05:12 UTC: the same for who sends and who reads.
const dateText = (date) => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

// A guide, the session in it, the page's address, the moment, and one of the formats.
export function summary(guide, session, address, date, format) {
  const { labels } = guide.site;
  const blocks = [[format.title(`${labels.title}: ${guide.site.page}`)], fields(guide, address, date, format)];
  // What a helper wants to know first stands first.
  blocks.push(outcome(guide, session, format));
  if (session.note.trim()) blocks.push([format.head(labels.note), session.note.trim()]);
  const asked = askedItems(guide, session, format);
  if (asked.length > 0) blocks.push([format.head(labels.asked), ...asked]);
  const tried = triedItems(guide, session, format);
  if (tried.length > 0) blocks.push([format.head(labels.tried), ...tried]);
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

// Node by node, with what was chosen on the way; of a node whose steps were asked for one by one, these.
function triedItems(guide, { trail, ticks }, format) {
  const { labels } = guide.site;
  const answers = { fixed: labels.fixed, unresolved: labels.notFixed };
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

function outcome(guide, { trail }, format) {
  const { labels } = guide.site;
  if (standing(trail) === solved) return [format.field(labels.fixedBy, nameOf(guide, placeOf(guide, trail.at(-2).at)))];
  return [format.field(labels.result, labels.notFixed)];
}

function askedItems(guide, { trail, ticks }, format) {
  const at = standing(trail);
  const place = at === null || at === end || at === solved ? undefined : placeOf(guide, at);
  if (place?.kind !== 'escalation') return [];
  return [format.item(nodeOf(guide, place.node).title, ''), ...steps(guide, place, ticks, format)];
}
