/** @file The screen of a guide: one question, what it is about, and its answers. Pure functions of the guide, the session and what the controls do. */

import { answers, chosenBefore, end, isPartial, nodeOf, placeOf, progress, solved, standing } from './guide-state.js';
import { button, h, title } from './guide-elements.js';
import { choices } from './guide-choices.js';
import { after, hasText, html, stepText, ways, whole } from './guide-text.js';
import { ending, escalation, lastButtons } from './guide-ending.js';
import { more, tried } from './guide-extras.js';
import { fill } from './guide-steps.js';
import { name } from './guide-summary.js';

/**
 * @typedef {import('./guide-state.js').Guide} Guide
 * @typedef {import('./guide-state.js').GuideNode} GuideNode
 * @typedef {import('./guide-state.js').GuidePlace} GuidePlace
 * @typedef {import('./guide-store.js').Session} Session
 *
 * What a reader can do.
 * @typedef {object} Actions
 * @property {(given: string) => void} answer
 * @property {() => void} back
 * @property {(index: number) => void} change Goes back to an entry of the trail.
 * @property {() => void} startOver
 * @property {(() => void) | null} read Goes to the article; null where there is none.
 * @property {() => void} showMap
 * @property {(note: string) => void} note
 * @property {() => string} summary
 * @property {() => Promise<boolean>} copy
 * @property {() => Promise<boolean>} copyLink
 * @property {(() => Promise<boolean>) | null} copyDone Copies a link with what was done; null if nothing was.
 * @property {(text: string) => void} announce Says a text for a moment.
 * @property {() => { name: string, write: () => string } | null} support A link to support, with a function that makes its address.
 * @property {(address: string) => string} addressOf
 * @property {(href: string) => void} leave
 *
 * The name of what can be answered, by question and answer.
 * @typedef {Record<string, string>} Labels
 */

/** The names of the answers and questions among the labels. */
const names = {
  fixed: 'fixed', unresolved: 'unresolved', fine: 'fine', other: 'other', none: 'none', skipped: 'skip',
};
const questions = { cause: 'isThisIt', check: 'isItFine', remedy: 'didItHelp' };

/**
 * The parts of the screen, from the top down.
 * @param {Guide} guide
 * @param {Session} session
 * @param {Actions} actions
 */
export function view(guide, session, actions) {
  const at = standing(session.trail);
  const place = at === solved || at === end ? null : placeOf(guide, at);
  const before = place === null ? [] : context(guide, session, place);
  const body = place === null ? ending(guide, session, actions)
    : place.kind === 'escalation' ? escalation(guide, session, place, actions)
      : place.kind === 'choice' ? [] : asked(guide, place, actions);
  // The question stands with its answers where something to read comes before it, so that both are in sight.
  const question = place?.kind === 'choice' ? title(name(guide, place)) : null;
  const isLong = before.length > 0;
  return [
    head(guide, session),
    h('div', { className: question && !isLong ? 'kb-doing-body kb-short' : 'kb-doing-body' },
      before, isLong ? null : question, body, tried(guide, session, actions)),
    answerBar(guide, session, place, isLong ? question : null, actions),
  ];
}

/**
 * The name of the problem, and how far the reader is.
 * @param {Guide} guide
 * @param {Session} session
 */
function head(guide, { trail }) {
  const { labels, page } = guide.site;
  const { number, count, isOver } = progress(guide, trail);
  const text = isOver ? '' : count === null ? fill(labels.step, { number }) : fill(labels.stepOf, { number, count });
  const bar = h('progress', { max: count ?? 100, value: isOver ? (count ?? 100) : count === null ? 0 : number - 1 });
  bar.setAttribute('aria-label', labels.progressName);
  const status = h('p', { className: 'kb-doing-step', textContent: text });
  return h('div', { className: 'kb-doing-head' },
    h(guide.isPage ? 'h1' : 'p', { className: 'kb-doing-problem', textContent: page }), status, bar);
}

/**
 * What leads up to a place: the text of what was chosen, and of what has no question of its own. Long texts are folded.
 * @param {Guide} guide
 * @param {Session} session
 * @param {GuidePlace} place
 */
function context(guide, { trail }, place) {
  const chosen = chosenBefore(guide, trail);
  // If nothing is to be done about what was chosen, the place is elsewhere, and all that the article says of it comes before that.
  const isLeft = chosen !== undefined && !isBelow(guide, nodeOf(guide, place.node), chosen);
  const nodes = [...(chosen ? [chosen] : []), ...place.before.map((anchor) => nodeOf(guide, anchor))];
  return nodes.filter((node) => hasText(node) || (isLeft && node === chosen)).map((node) => {
    const text = h('div', {}, isLeft && node === chosen ? whole(guide, node) : html(guide, node));
    const title = node.title === guide.site.page ? [] : [h('p', { className: 'kb-guide-part', textContent: node.title })];
    // What has steps is done, not only read.
    if (text.textContent.length < 400 || node.steps.length > 0) return h('div', { className: 'kb-guide-context' }, title, text);
    return h('details', { className: 'kb-guide-context' }, h('summary', { textContent: node.title }), text);
  });
}

/**
 * @param {Guide} guide
 * @param {GuideNode} node
 * @param {GuideNode} above
 * @returns {boolean} Whether a node is another or stands below it.
 */
function isBelow(guide, node, above) {
  const parent = guide.nodes.find(({ line }) => line === node.parent);
  return node === above || (parent !== undefined && isBelow(guide, parent, above));
}

/**
 * What a place asks about.
 * @param {Guide} guide
 * @param {GuidePlace} place
 * @param {Actions} actions
 */
function asked(guide, place, actions) {
  const { labels } = guide.site;
  const own = nodeOf(guide, place.node);
  const number = isPartial(own, place) ? own.steps.findIndex(({ key }) => key === place.steps[0]) + 1 : 0;
  const part = number > 0 ? fill(labels.tryOf, { number, count: own.steps.length }) : '';
  const isPage = own.title === guide.site.page;
  return [
    title(isPage ? part || labels.didItHelp : own.title), part && !isPage ? h('p', { className: 'kb-guide-part', textContent: part }) : null,
    number > 0 ? stepText(guide, own, number) : html(guide, own), ...after(guide, place), ...ways(guide, own, place, actions),
  ];
}

/**
 * What can be answered, and the ways around it.
 * @param {Guide} guide
 * @param {Session} session
 * @param {GuidePlace | null} place
 * @param {HTMLElement | null} question
 * @param {Actions} actions
 */
function answerBar(guide, session, place, question, actions) {
  const { labels } = guide.site;
  const isAsked = place !== null && place.kind !== 'escalation';
  const aside = h('div', { className: 'kb-aside-answers' },
    isAsked ? button('kb-quiet', labels.skip, () => actions.answer('skipped')) : null,
    button('kb-quiet', labels.back, actions.back), more(guide, place, actions));
  const group = h('div', { className: 'kb-answer' }, question,
    isAsked ? answerButtons(guide, place, actions) : lastButtons(guide, standing(session.trail) === solved, actions), aside);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', labels.answer);
  return group;
}

/**
 * @param {Guide} guide
 * @param {GuidePlace} place
 * @param {Actions} actions
 */
function answerButtons(guide, place, actions) {
  const { labels } = guide.site;
  if (place.kind === 'choice') return choices(guide, place, actions);
  const own = nodeOf(guide, place.node);
  const question = labels[/** @type {Record<string, string>} */ (questions)[place.question]];
  const buttons = answers[place.question].map((answer) => button(
    answer === 'fixed' ? 'kb-button kb-primary' : 'kb-button', nameOfAnswer(labels, place, answer), () => actions.answer(answer)));
  return [
    own.title === guide.site.page && !isPartial(own, place) ? null : h('p', { className: 'kb-question', textContent: question }),
    h('div', { className: 'kb-answers' }, buttons),
  ];
}

/**
 * @param {Labels} labels
 * @param {GuidePlace} place
 * @param {string} answer
 */
function nameOfAnswer(labels, place, answer) {
  if (answer === 'found') return place.question === 'check' ? labels.notFine : labels.found;
  return labels[/** @type {Record<string, string>} */ (names)[answer]];
}
