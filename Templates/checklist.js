/** @file Makes the steps of a page a checklist: a checkbox before each, and the progress of each section and of the page. */

import { addBoxes, count, fill, showTicks } from './guide-steps.js';
import { emptySession, isEmpty, openStore } from './guide-store.js';

const { dataset: labels } = /** @type {HTMLElement} */ (document.querySelector('script[data-kb-done]'));
const article = document.querySelector('.kb-article');
const summary = /** @type {HTMLElement} */ (article.querySelector('.kb-checklist'));
/** How many steps are counted at most. */
const most = 30;
const store = openStore(new URL('guide.json', new URL('./', location.href)).href);

/** @param {HTMLElement[]} elements */
const keysOf = (elements) => elements.map((step) => step.dataset.kbStep);
const steps = [.../** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll('[data-kb-step]'))]
  .filter((step) => !step.closest('kb-guide'));
addBoxes(steps, store);

/**
 * The steps below each heading, up to the next.
 * @type {Map<HTMLElement, HTMLElement[]>}
 */
const sections = new Map();
/** @type {HTMLElement | null} */
let heading = null;
/** @type {NodeListOf<HTMLElement>} */
const elements = article.querySelectorAll(':is(h2, h3, h4, h5, h6), [data-kb-step]');
for (const element of elements) {
  if (element.closest('kb-guide')) continue;
  if (!element.dataset.kbStep) heading = element;
  else if (heading) sections.set(heading, [...(sections.get(heading) ?? []), element]);
}

const text = document.createElement('span');
text.setAttribute('role', 'status');
summary.append(text);

// On a page with a guide, the guide has this button.
const startOver = document.createElement('button');
startOver.type = 'button';
startOver.className = 'kb-quiet';
startOver.textContent = labels.kbStartOver;
startOver.addEventListener('click', () => {
  store.update(() => emptySession);
  steps[0].querySelector('input').focus();
});
if (!document.querySelector('kb-guide')) summary.append(startOver);

/** @param {import('./guide-store.js').Session} session */
function show(session) {
  showTicks(article, session);
  const { done, all } = count(keysOf(steps), session);
  // Nothing is counted before it has begun, or of so many that the number only discourages.
  text.textContent = done > 0 && all <= most ? fill(labels.kbDone, { done, all }) : '';
  startOver.hidden = isEmpty(session);
  summary.hidden = text.textContent === '' && (!startOver.isConnected || startOver.hidden);
  for (const [title, own] of sections) showTally(title, count(keysOf(own), session));
}

/**
 * Shows the progress of a section below its heading, once a step is ticked.
 * @param {HTMLElement} title
 * @param {{ done: number, all: number }} progress
 */
function showTally(title, { done, all }) {
  let tally = title.nextElementSibling?.matches('.kb-tally') ? title.nextElementSibling : null;
  if (done === 0 || all > most) return tally?.remove();
  if (!tally) {
    tally = document.createElement('p');
    tally.className = 'kb-tally';
    title.after(tally);
  }
  tally.textContent = fill(labels.kbDone, { done, all });
  tally.classList.toggle('kb-complete', done === all);
}

store.subscribe(show);
show(store.session);
