/** @file The elements that show a place of a guide: pure functions of the guide, the session, and the actions of the controls. */

import { choiceBelow, end, isPartial, nameOf, nodeOf, placeOf, progress, solved, standing } from './guide-state.js';
import { safeFragment } from './guide-html.js';
import { fill } from './guide-steps.js';

/**
 * @typedef {import('./guide-state.js').Guide} Guide
 * @typedef {import('./guide-state.js').GuideNode} GuideNode
 * @typedef {import('./guide-state.js').GuidePlace} GuidePlace
 * @typedef {import('./guide-store.js').Session} Session
 * @typedef {'plain' | 'markdown'} SummaryFormat
 *
 * What a reader can do.
 * @typedef {object} Actions
 * @property {() => void} start
 * @property {(...given: string[]) => void} answer Gives one or more answers in turn.
 * @property {() => void} back
 * @property {() => void} startOver
 * @property {(note: string) => void} note
 * @property {(format: SummaryFormat) => string} summary
 * @property {(format: SummaryFormat) => Promise<boolean>} copy
 * @property {(text: string) => void} announce Says a text to screen readers.
 * @property {() => { name: string, write: () => string }[]} support Links to support, with functions that make their addresses.
 * @property {(address: string) => string} addressOf
 * @property {(href: string) => void} leave
 */

/**
 * Creates an element. Children that are null or undefined are left out.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @param {...(Node | string | null | undefined | (Node | string | null | undefined)[])} children
 */
export function h(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

/**
 * @param {string} className
 * @param {string} text
 * @param {() => void} onclick
 */
const button = (className, text, onclick) => h('button', { type: 'button', className, textContent: text, onclick });

/**
 * @param {Guide} guide
 * @param {Session} session
 * @param {Actions} actions
 */
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
  return [head, bar, progressBar(guide, session), ...body].filter(Boolean);
}

/**
 * @param {Guide} guide
 * @param {Session} session
 * @param {Actions} actions
 */
function beginning({ site: { labels } }, { ticks, note }, actions) {
  const hasTraces = Object.keys(ticks).length > 0 || note !== '';
  return [
    h('p', { className: 'kb-guide-intro', textContent: labels.intro }),
    h('div', { className: 'kb-answers' }, button('kb-button kb-primary', labels.start, actions.start),
      hasTraces ? button('kb-quiet', labels.startOver, actions.startOver) : null),
  ];
}

/**
 * @param {Guide} guide
 * @param {Session} session
 */
function progressBar(guide, { trail }) {
  const { labels } = guide.site;
  const { tried, left } = progress(guide, trail);
  const text = left > 0 ? fill(labels.progress, { tried, left }) : fill(labels.progressEnd, { tried });
  const bar = h('progress', { max: Math.max(tried + left, 1), value: left > 0 ? tried : Math.max(tried, 1) });
  bar.setAttribute('aria-label', labels.progressName);
  return h('div', { className: 'kb-guide-progress' }, bar, h('span', { textContent: text }));
}

// MARK: Texts

/**
 * The text of a node. Ids are left to the article, which may be on the same page.
 * @param {Guide} guide
 * @param {GuideNode} node
 */
function html(guide, node) {
  const content = h('div', { className: 'kb-guide-text' });
  content.append(safeFragment(node.html, guide.address('./')));
  return content;
}

/** @param {GuideNode | undefined} node */
const hasText = (node) => node !== undefined && node.html !== '';

/**
 * The title of a place, which takes the focus when the place is reached.
 * @param {string} text
 * @param {string} [kind]
 */
function title(text, kind) {
  // “Option 1” needs no “Option” before it.
  const showsKind = kind && !text.toLowerCase().replace(/^[^\p{L}]+/u, '').startsWith(kind.toLowerCase());
  return h('h3', { className: 'kb-guide-title', tabIndex: -1 },
    showsKind ? h('span', { className: 'kb-kind', textContent: kind }) : null, showsKind ? ' ' : null, text);
}

/**
 * The texts that lead up to a place. Reasons are shown, background is collapsed.
 * @param {Guide} guide
 * @param {GuidePlace} place
 */
function before(guide, place) {
  const nodes = place.before.map((anchor) => nodeOf(guide, anchor)).filter(hasText);
  return nodes.map((node) => (['cause', 'check', 'remedy', 'procedure'].includes(node.kind)
    ? h('div', {}, h('p', { className: 'kb-guide-part', textContent: node.title }), html(guide, node))
    : h('details', { className: 'kb-guide-before' }, h('summary', { textContent: node.title }), html(guide, node))));
}

/**
 * @param {Guide} guide
 * @param {GuidePlace} place
 */
function details(guide, place) {
  return place.details.map((anchor) => nodeOf(guide, anchor)).filter(hasText)
    .map((node) => h('div', {}, h('h4', { textContent: node.title }), html(guide, node)));
}

/**
 * The step that a place is about, with all steps of its node collapsed below.
 * @param {Guide} guide
 * @param {GuideNode} node
 * @param {GuidePlace} place
 */
function step(guide, node, place) {
  const { labels } = guide.site;
  const number = node.steps.findIndex(({ key }) => key === place.steps[0]) + 1;
  const selector = `[data-kb-step="${CSS.escape(place.steps[0])}"]`;
  const own = html(guide, node).querySelector(selector);
  const isItem = own?.tagName === 'LI';
  const content = h('div', { className: 'kb-guide-text' }, own ? h(isItem ? 'ul' : 'div', {}, own) : null);
  const all = html(guide, node);
  all.querySelectorAll(selector).forEach((element) => element.setAttribute('aria-current', 'step'));
  return [
    h('p', { className: 'kb-guide-part', textContent: `${node.title} (${number}/${node.steps.length})` }),
    title(node.steps[number - 1].text), content,
    h('details', { className: 'kb-guide-before' }, h('summary', { textContent: fill(labels.allSteps, { title: node.title }) }), all),
  ];
}

/**
 * Links to other guides that the steps of a place lead to.
 * @param {Guide} guide
 * @param {GuideNode} node
 * @param {GuidePlace} place
 * @param {Actions} actions
 */
function ways(guide, node, place, actions) {
  const steps = node.steps.filter(({ key, guides }) => guides && place.steps.includes(key));
  return steps.flatMap(({ guides }) => guides).map(({ href, title: name }) => h('p', { className: 'kb-guide-way' }, h('a', {
    href: actions.addressOf(`${href}#guide`), textContent: fill(guide.site.labels.through, { title: name }),
    onclick: () => actions.leave(href),
  })));
}

// MARK: Places

/**
 * @param {Guide} guide
 * @param {GuidePlace} place
 * @param {Actions} actions
 */
function node(guide, place, actions) {
  const { labels } = guide.site;
  const own = nodeOf(guide, place.node);
  const below = choiceBelow(guide, place);
  const shown = isPartial(own, place) ? step(guide, own, place) : [title(own.title, labels[own.kind]), html(guide, own)];
  return [
    ...before(guide, place), ...shown, ...details(guide, place), ...ways(guide, own, place, actions),
    ...(below ? [
      h('p', { className: 'kb-guide-part', textContent: labels.whichWay }),
      choices(below, labels.whichWay, (chosen) => actions.answer('unresolved', chosen)),
    ] : []),
    h('div', { className: 'kb-answers' },
      button('kb-button kb-primary', labels.fixed, () => actions.answer('fixed')),
      button('kb-button', labels.notFixed, () => actions.answer('unresolved'))),
    inArticle(guide, own),
  ];
}

/**
 * @param {GuidePlace} place
 * @param {string} name
 * @param {(chosen: string) => void} choose
 */
function choices(place, name, choose) {
  const buttons = place.choices.map((choice) => button('kb-button', choice.title, () => choose(choice.place)));
  const group = h('div', { className: 'kb-choices' }, buttons);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', name);
  return group;
}

/**
 * @param {Guide} guide
 * @param {GuidePlace} place
 * @param {Actions} actions
 */
function choice(guide, place, actions) {
  const { labels } = guide.site;
  const name = nodeOf(guide, place.node).kind === 'condition' ? labels.whatIsSeen : labels.whichWay;
  const group = choices(place, name, (chosen) => actions.answer(chosen));
  group.append(button('kb-button kb-none', labels.none, () => actions.answer('unresolved')));
  return [...before(guide, place), title(name), group];
}

/**
 * @param {Guide} guide
 * @param {GuideNode} own
 */
function inArticle(guide, own) {
  return h('p', { className: 'kb-guide-link' },
    h('a', { href: guide.address(`#${encodeURIComponent(own.anchor)}`), textContent: guide.site.labels.inArticle }));
}

/**
 * @param {Guide} guide
 * @param {Session} session
 * @param {GuidePlace} place
 * @param {Actions} actions
 */
function escalation(guide, session, place, actions) {
  const { labels } = guide.site;
  const own = nodeOf(guide, place.node);
  return [
    ...before(guide, place), title(own.title, labels.escalation), html(guide, own), ...details(guide, place), ...ways(guide, own, place, actions),
    h('div', { className: 'kb-answers' }, button('kb-button', labels.fixed, () => actions.answer('fixed'))),
    ...report(guide, session, actions), inArticle(guide, own),
  ];
}

/**
 * @param {Guide} guide
 * @param {Session} session
 * @param {boolean} isSolved
 * @param {Actions} actions
 */
function ending(guide, session, isSolved, actions) {
  const { labels } = guide.site;
  if (!isSolved) return [title(labels.unsolved), h('p', { textContent: labels.unsolvedText }), ...report(guide, session, actions)];
  const last = placeOf(guide, session.trail.at(-2).at);
  return [title(labels.solved), h('p', { textContent: `${labels.fixedBy}: ${nameOf(guide, last)}` }), ...report(guide, session, actions)];
}

// MARK: The summary

/**
 * @param {Guide} guide
 * @param {Session} session
 * @param {Actions} actions
 */
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
      copyButton('kb-button kb-primary', labels.copySummary, 'plain', labels, actions),
      copyButton('kb-button', labels.copyMarkdown, 'markdown', labels, actions),
      ...actions.support().map(({ name, write }) => h('a', {
        className: 'kb-button', href: write(), textContent: name, onfocus: rewrite(write), onpointerdown: rewrite(write),
      }))),
    h('details', { className: 'kb-guide-before' }, h('summary', { textContent: labels.summary }), text),
  ];
}

/**
 * Makes the address of a link anew, since the note may have changed.
 * @param {() => string} write
 * @returns {(event: Event) => void}
 */
const rewrite = (write) => ({ currentTarget }) => { /** @type {HTMLAnchorElement} */ (currentTarget).href = write(); };

/**
 * @param {string} className
 * @param {string} name
 * @param {SummaryFormat} format
 * @param {Record<string, string>} labels
 * @param {Actions} actions
 */
function copyButton(className, name, format, labels, actions) {
  const copy = button(className, name, async () => {
    if (!await actions.copy(format)) return;
    actions.announce(labels.copied);
    copy.classList.add('kb-done');
    setTimeout(() => copy.classList.remove('kb-done'), 2000);
  });
  return copy;
}
