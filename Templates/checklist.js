// The steps of a page as a checklist: a box before each, and how far its reader is, by section and in all. The article is whole without it.

import { addBoxes, count, fill, showTicks } from './guide-steps.js';
import { emptySession, isEmpty, openStore } from './guide-store.js';

const labels = document.querySelector('script[data-kb-done]').dataset;
const article = document.querySelector('.kb-article');
const summary = article.querySelector('.kb-checklist');
const store = openStore(new URL('guide.json', new URL('./', location.href)).href);

const keysOf = (steps) => steps.map((step) => step.dataset.kbStep);
const steps = [...article.querySelectorAll('[data-kb-step]')].filter((step) => !step.closest('kb-guide'));
addBoxes(steps, store);

// The steps below each heading, up to the next.
const sections = new Map();
let heading = null;
for (const element of article.querySelectorAll(':is(h2, h3, h4, h5, h6), [data-kb-step]')) {
  if (element.closest('kb-guide')) continue;
  if (!element.dataset.kbStep) heading = element;
  else if (heading) sections.set(heading, [...(sections.get(heading) ?? []), element]);
}

const text = document.createElement('span');
text.setAttribute('role', 'status');
summary.append(text);

// A page with a guide has the button there.
const startOver = document.createElement('button');
startOver.type = 'button';
startOver.className = 'kb-quiet';
startOver.textContent = labels.kbStartOver;
startOver.addEventListener('click', () => {
  store.update(() => emptySession);
  steps[0].querySelector('input').focus();
});
if (!document.querySelector('kb-guide')) summary.append(startOver);

function show(session) {
  showTicks(article, session);
  text.textContent = fill(labels.kbDone, count(keysOf(steps), session));
  startOver.hidden = isEmpty(session);
  for (const [title, own] of sections) showTally(title, count(keysOf(own), session));
}

// Below the heading, once there is something to tell.
function showTally(title, { done, all }) {
  let tally = title.nextElementSibling?.matches('.kb-tally') ? title.nextElementSibling : null;
  if (done === 0) return tally?.remove();
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
