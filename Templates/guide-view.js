// What a reader sees of a guide where they stand: pure elements of the guide and the session, with what each control does.

import { choiceBelow, end, isPartial, nameOf, nodeOf, placeOf, progress, solved, standing } from './guide-state.js';
import { fill } from './guide-steps.js';

// An element with properties and children; what is null or undefined is left out.
export function h(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

const button = (className, text, onclick) => h('button', { type: 'button', className, textContent: text, onclick });

// `actions` are what a reader can do: start, answer, back, startOver, copy, note.
export function view(guide, session, actions) {
  const { labels } = guide.site;
  const at = standing(session.trail);
  const head = h('h2', { className: 'kb-guide-name', id: 'kb--guide', textContent: labels.title });
  if (at === null) return [head, ...beginning(guide, session, actions)].filter(Boolean);
  const place = at === solved || at === end ? null : placeOf(guide, at);
  const body = place === null ? ending(guide, session, at === solved, actions)
    : place.kind === 'choice' ? choice(guide, place, actions)
      : place.kind === 'escalation' ? escalation(guide, session, place, actions) : node(guide, place, actions);
  const bar = h('div', { className: 'kb-guide-bar' },
    button('kb-quiet', labels.back, actions.back), button('kb-quiet', labels.startOver, actions.startOver));
  return [head, bar, far(guide, session), ...body].filter(Boolean);
}

function beginning({ site: { labels } }, { ticks, note }, actions) {
  const hasTraces = Object.keys(ticks).length > 0 || note !== '';
  return [
    h('p', { className: 'kb-guide-intro', textContent: labels.intro }),
    h('div', { className: 'kb-answers' }, button('kb-button kb-primary', labels.start, actions.start), hasTraces ? button('kb-quiet', labels.startOver, actions.startOver) : null),
  ];
}

function far(guide, { trail }) {
  const { labels } = guide.site;
  const { tried, left } = progress(guide, trail);
  const text = left > 0 ? fill(labels.progress, { tried, left }) : fill(labels.progressEnd, { tried });
  const bar = h('progress', { max: Math.max(tried + left, 1), value: left > 0 ? tried : Math.max(tried, 1) });
  bar.setAttribute('aria-label', labels.progressName);
  return h('div', { className: 'kb-guide-progress' }, bar, h('span', { textContent: text }));
}

// MARK: Texts

// HTML of the guide's own site, which has been reduced to what is safe. Ids stay with the article.
function html(node) {
  const content = h('div', { className: 'kb-guide-text' });
  content.innerHTML = node.html;
  content.querySelectorAll('[id]').forEach((element) => element.removeAttribute('id'));
  return content;
}

const hasText = (node) => node !== undefined && node.html !== '';

// The title has the focus when the place is reached.
function title(text, kind) {
  // “Option 1” needs no “Option” before it.
  const says = kind && !text.toLowerCase().replace(/^[^\p{L}]+/u, '').startsWith(kind.toLowerCase());
  return h('h3', { className: 'kb-guide-title', tabIndex: -1 }, says ? h('span', { className: 'kb-kind', textContent: kind }) : null, says ? ' ' : null, text);
}

// What leads up to a place: the reasons above it openly, what is only to be known folded away.
function before(guide, place) {
  return place.before.map((anchor) => nodeOf(guide, anchor)).filter(hasText).map((node) => (['cause', 'check', 'remedy', 'procedure'].includes(node.kind)
    ? h('div', {}, h('p', { className: 'kb-guide-part', textContent: node.title }), html(node))
    : h('details', { className: 'kb-guide-before' }, h('summary', { textContent: node.title }), html(node))));
}

function details(guide, place) {
  return place.details.map((anchor) => nodeOf(guide, anchor)).filter(hasText).map((node) => h('div', {}, h('h4', { textContent: node.title }), html(node)));
}

// Of a node that asks after each step, the one that is asked for, and all others folded away.
function step(guide, node, place) {
  const { labels } = guide.site;
  const number = node.steps.findIndex(({ key }) => key === place.steps[0]) + 1;
  const own = html(node).querySelector(`[data-kb-step="${CSS.escape(place.steps[0])}"]`);
  const isItem = own?.tagName === 'LI';
  const content = h('div', { className: 'kb-guide-text' }, own ? h(isItem ? 'ul' : 'div', {}, own) : null);
  const all = html(node);
  all.querySelectorAll(`[data-kb-step="${CSS.escape(place.steps[0])}"]`).forEach((element) => element.setAttribute('aria-current', 'step'));
  return [
    h('p', { className: 'kb-guide-part', textContent: `${node.title} (${number}/${node.steps.length})` }), title(node.steps[number - 1].text), content,
    h('details', { className: 'kb-guide-before' }, h('summary', { textContent: fill(labels.allSteps, { title: node.title }) }), all),
  ];
}

// Pages with guides of their own, to which a step leads.
function ways(guide, node, place, actions) {
  const steps = node.steps.filter(({ key, guides }) => guides && place.steps.includes(key));
  return steps.flatMap(({ guides }) => guides).map(({ href, title: name }) => h('p', { className: 'kb-guide-way' },
    h('a', { href: actions.addressOf(`${href}#guide`), textContent: fill(guide.site.labels.through, { title: name }), onclick: () => actions.leave(href) })));
}

// MARK: Places

function node(guide, place, actions) {
  const { labels } = guide.site;
  const own = nodeOf(guide, place.node);
  const below = choiceBelow(guide, place);
  const shown = isPartial(own, place) ? step(guide, own, place) : [title(own.title, labels[own.kind]), html(own)];
  return [
    ...before(guide, place), ...shown, ...details(guide, place), ...ways(guide, own, place, actions),
    ...(below ? [h('p', { className: 'kb-guide-part', textContent: labels.whichWay }), choices(below, labels.whichWay, (chosen) => actions.answer('unresolved', chosen))] : []),
    h('div', { className: 'kb-answers' },
      button('kb-button kb-primary', labels.fixed, () => actions.answer('fixed')), button('kb-button', labels.notFixed, () => actions.answer('unresolved'))),
    inArticle(guide, own),
  ];
}

function choices(place, name, choose) {
  const group = h('div', { className: 'kb-choices' }, place.choices.map((choice) => button('kb-button', choice.title, () => choose(choice.place))));
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', name);
  return group;
}

function choice(guide, place, actions) {
  const { labels } = guide.site;
  const name = nodeOf(guide, place.node).kind === 'condition' ? labels.whatIsSeen : labels.whichWay;
  const group = choices(place, name, (chosen) => actions.answer(chosen));
  group.append(button('kb-button kb-none', labels.none, () => actions.answer('unresolved')));
  return [...before(guide, place), title(name), group];
}

function inArticle(guide, own) {
  return h('p', { className: 'kb-guide-link' }, h('a', { href: guide.address(`#${encodeURIComponent(own.anchor)}`), textContent: guide.site.labels.inArticle }));
}

function escalation(guide, session, place, actions) {
  const { labels } = guide.site;
  const own = nodeOf(guide, place.node);
  return [
    ...before(guide, place), title(own.title, labels.escalation), html(own), ...details(guide, place), ...ways(guide, own, place, actions),
    h('div', { className: 'kb-answers' }, button('kb-button', labels.fixed, () => actions.answer('fixed'))),
    ...report(guide, session, actions), inArticle(guide, own),
  ];
}

function ending(guide, session, isSolved, actions) {
  const { labels } = guide.site;
  if (!isSolved) return [title(labels.unsolved), h('p', { textContent: labels.unsolvedText }), ...report(guide, session, actions)];
  const last = placeOf(guide, session.trail.at(-2).at);
  return [title(labels.solved), h('p', { textContent: `${labels.fixedBy}: ${nameOf(guide, last)}` }), ...report(guide, session, actions)];
}

// MARK: The summary

function report(guide, session, actions) {
  const { labels } = guide.site;
  const text = h('pre', { className: 'kb-summary', tabIndex: 0 });
  const show = () => { text.textContent = actions.summary('plain'); };
  const note = h('textarea', { id: 'kb--note', rows: 2, value: session.note });
  note.oninput = () => {
    actions.note(note.value);
    show();
  };
  show();
  return [
    h('p', { className: 'kb-note' }, h('label', { htmlFor: 'kb--note', textContent: labels.addNote }), note),
    h('div', { className: 'kb-answers' },
      copyButton('kb-button kb-primary', labels.copySummary, 'plain', labels, actions), copyButton('kb-button', labels.copyMarkdown, 'markdown', labels, actions),
      ...actions.support().map(({ name, write }) => h('a', { className: 'kb-button', href: write(), textContent: name, onfocus: rewrite(write), onpointerdown: rewrite(write) }))),
    h('details', { className: 'kb-guide-before' }, h('summary', { textContent: labels.summary }), text),
  ];
}

// The note may have been written since the link was made.
const rewrite = (write) => (event) => { event.currentTarget.href = write(); };

function copyButton(className, name, format, labels, actions) {
  const copy = button(className, name, async () => {
    if (!await actions.copy(format)) return;
    actions.announce(labels.copied);
    copy.classList.add('kb-done');
    setTimeout(() => copy.classList.remove('kb-done'), 2000);
  });
  return copy;
}
