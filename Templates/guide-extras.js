/** @file What stands beside the question: what was tried, and the menu. */

import { placeOf, triedCount } from './guide-state.js';
import { button, h } from './guide-elements.js';
import { answered } from './guide-summary.js';
import { fill } from './guide-steps.js';

/**
 * @typedef {import('./guide-state.js').Guide} Guide
 * @typedef {import('./guide-view.js').Actions} Actions
 */

/**
 * One line for each answer, which can be changed.
 * @param {Guide} guide
 * @param {import('./guide-store.js').Session} session
 * @param {Actions} actions
 */
export function tried(guide, { trail }, actions) {
  const { labels } = guide.site;
  const lines = trail.map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.answer !== undefined && placeOf(guide, entry.at));
  if (triedCount(guide, trail) === 0) return null;
  return h('details', { className: 'kb-tried' },
    h('summary', { textContent: fill(labels.triedCount, { count: triedCount(guide, trail) }) }),
    h('ol', {}, lines.map(({ entry, index }) => {
      const { mark, text, answer } = answered(guide, entry);
      const change = button('kb-quiet', labels.change, () => actions.change(index));
      change.setAttribute('aria-label', `${labels.change}: ${text || answer}`);
      return h('li', {}, h('span', {}, `${mark} ${[text, answer].filter(Boolean).join(' – ')}`), change);
    })));
}

/**
 * The button “More” and its menu.
 * @param {Guide} guide
 * @param {import('./guide-state.js').GuidePlace | null} place
 * @param {Actions} actions
 */
export function more(guide, place, actions) {
  const { labels } = guide.site;
  const menu = h('div', { className: 'kb-more-menu', id: 'kb--more', hidden: true });
  const open = button('kb-quiet', labels.more, () => show(menu.hidden));
  open.setAttribute('aria-expanded', 'false');
  open.setAttribute('aria-controls', 'kb--more');
  /** @param {boolean} isShown */
  const show = (isShown) => {
    menu.hidden = !isShown;
    open.setAttribute('aria-expanded', String(isShown));
    if (isShown) menu.querySelector('button').focus();
  };
  /** @param {() => void} action */
  const closing = (action) => () => {
    show(false);
    open.focus();
    action();
  };
  menu.append(...[
    place ? button('kb-quiet', labels.copyLink, closing(async () => { if (await actions.copyLink()) actions.announce(labels.copied); })) : null,
    actions.copyDone
      ? button('kb-quiet', labels.copyDone, closing(async () => { if (await actions.copyDone()) actions.announce(labels.copied); })) : null,
    button('kb-quiet', labels.showMap, closing(actions.showMap)),
    actions.read ? button('kb-quiet', labels.readArticle, actions.read) : null,
    button('kb-quiet', labels.startOver, actions.startOver),
  ].filter(Boolean));
  const whole = h('div', { className: 'kb-more' }, menu, open);
  whole.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || menu.hidden) return;
    // The menu closes, not the guide.
    event.preventDefault();
    show(false);
    open.focus();
  });
  whole.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !whole.contains(relatedTarget)) show(false);
  });
  return whole;
}
