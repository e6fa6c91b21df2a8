/** @file The ends of a guide: it works, or somebody else has to help. */

import { chosenBefore, nameOf, nodeOf, placeOf, solved, standing, triedCount } from './guide-state.js';
import { button, h, title } from './guide-elements.js';
import { after, html, ways, whole } from './guide-text.js';

/**
 * @typedef {import('./guide-state.js').Guide} Guide
 * @typedef {import('./guide-store.js').Session} Session
 * @typedef {import('./guide-view.js').Actions} Actions
 */

/**
 * What the article says of whom to ask.
 * @param {Guide} guide
 * @param {Session} session
 * @param {import('./guide-state.js').GuidePlace} place
 * @param {Actions} actions
 */
export function escalation(guide, session, place, actions) {
  const own = nodeOf(guide, place.node);
  return [title(own.title), html(guide, own), ...after(guide, place), ...ways(guide, own, place, actions), ...handOver(guide, session, actions)];
}

/**
 * @param {Guide} guide
 * @param {Session} session
 * @param {Actions} actions
 */
export function ending(guide, session, actions) {
  const { labels } = guide.site;
  if (standing(session.trail) !== solved) {
    const hasTried = triedCount(guide, session.trail) > 0;
    const chosen = chosenBefore(guide, session.trail);
    const said = chosen ? whole(guide, chosen) : [];
    // Where nothing of it is a step, what the article says of the reader's choice is all that there is, and is no context.
    if (!hasTried && said.length > 0) return [title(chosen.title), ...said, ...handOver(guide, session, actions)];
    return [
      ...(said.length > 0 ? [h('div', { className: 'kb-guide-context' }, said)] : []),
      title(hasTried ? labels.unsolved : labels.nothingFits), h('p', { textContent: hasTried ? labels.unsolvedText : labels.nothingFitsText }),
      ...handOver(guide, session, actions),
    ];
  }
  const last = placeOf(guide, session.trail.at(-2).at);
  return [title(labels.solved), h('p', { textContent: `${labels.fixedBy}: ${nameOf(guide, last)}` }), ...summaryText(labels, actions).parts];
}

/**
 * The note, and the summary for those who help.
 * @param {Guide} guide
 * @param {Session} session
 * @param {Actions} actions
 */
function handOver(guide, session, actions) {
  const { labels } = guide.site;
  const { parts, show } = summaryText(labels, actions);
  const note = h('textarea', { id: 'kb--note', rows: 2, value: session.note });
  note.oninput = () => {
    actions.note(note.value);
    show();
  };
  return [h('p', { className: 'kb-note' }, h('label', { htmlFor: 'kb--note', textContent: labels.addNote }), note), ...parts];
}

/**
 * @param {Record<string, string>} labels
 * @param {Actions} actions
 */
function summaryText(labels, actions) {
  const text = h('pre', { className: 'kb-summary', tabIndex: 0 });
  const show = () => { text.textContent = actions.summary(); };
  show();
  return { parts: [h('details', { className: 'kb-guide-context' }, h('summary', { textContent: labels.summary }), text)], show };
}

/**
 * The one way to support, and the summary for it.
 * @param {Guide} guide
 * @param {boolean} isSolved
 * @param {Actions} actions
 */
export function lastButtons(guide, isSolved, actions) {
  const { labels } = guide.site;
  const support = isSolved ? null : actions.support();
  if (!support) return h('div', { className: 'kb-answers' }, copyButton(isSolved ? 'kb-quiet' : 'kb-button', labels, actions));
  // The note may have changed since the address was made.
  /** @type {(event: Event) => void} */
  const rewrite = ({ currentTarget }) => { /** @type {HTMLAnchorElement} */ (currentTarget).href = support.write(); };
  return h('div', { className: 'kb-answers' },
    h('a', { className: 'kb-button kb-primary', href: support.write(), textContent: support.name, onfocus: rewrite, onpointerdown: rewrite }),
    copyButton('kb-button', labels, actions));
}

/**
 * @param {string} className
 * @param {Record<string, string>} labels
 * @param {Actions} actions
 */
function copyButton(className, labels, actions) {
  const copy = button(className, labels.copySummary, async () => {
    if (!await actions.copy()) return;
    actions.announce(labels.copied);
    copy.classList.add('kb-done');
    setTimeout(() => copy.classList.remove('kb-done'), 2000);
  });
  return copy;
}
