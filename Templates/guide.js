/**
 * @file <kb-guide src="guide.json"> leads a reader through the guide of a page. In the page itself it fills the section inside it,
 * and keeps the reader's place in the address. In any other page it brings its own style and leaves the address alone.
 */

import { linkedPlace, pushTrail } from './guide-address.js';
import { copyText, selectSummary } from './guide-clipboard.js';
import { changedSteps, identify, report } from './guide-events.js';
import { addReturn, returnFrom } from './guide-returns.js';
import { answer, back, end, jump, placeOf, restore, solved, standing, start } from './guide-state.js';
import { addBoxes, showTicks } from './guide-steps.js';
import { emptySession, openStore, parseTrail } from './guide-store.js';
import { formats, summary, supportURL } from './guide-summary.js';
import { h, view } from './guide-view.js';

/** @typedef {import('./guide-state.js').Trail} Trail */

export class GuideElement extends HTMLElement {
  connectedCallback() {
    this.ready ??= this.open();
  }

  /** Loads the guide and shows the reader's place in it. */
  async open() {
    this.section ??= this.querySelector('section');
    this.isOwnPage = this.isOwnPage ?? this.section !== null;
    this.source = new URL(this.getAttribute('src'), document.baseURI);
    try {
      const response = await fetch(this.source);
      if (!response.ok) throw new Error(`${response.status}`);
      /** @type {import('./guide-state.js').Guide} */
      this.guide = await response.json();
    } catch (error) {
      console.info(`kb-guide: ${this.source.href} cannot be read (${/** @type {Error} */ (error).message})`);
      this.showFailure();
      return;
    }
    if (!this.section) this.addStyle();
    this.guide.address = (address) => (this.isArticle && address.startsWith('#') ? address : this.addressOf(address));
    this.store = openStore(this.source.href);
    this.status = h('p', { className: 'kb-visually-hidden' });
    this.status.setAttribute('role', 'status');
    this.section.after(this.status);
    this.store.subscribe((session, isOwn) => this.changed(session, isOwn));
    if (this.isOwnPage) addEventListener('popstate', (event) => this.travelled(event.state));
    this.restore();
  }

  /** Shows that the guide could not be loaded, with a button to retry. */
  showFailure() {
    this.ready = undefined;
    if (!this.isOwnPage) return;
    this.section.querySelector('.kb-guide-failure')?.remove();
    const text = h('p', { className: 'kb-guide-failure', textContent: this.dataset.kbFailed });
    text.setAttribute('role', 'alert');
    const again = h('button', {
      type: 'button', className: 'kb-button', textContent: this.dataset.kbTryAgain, onclick: () => this.connectedCallback(),
    });
    this.section.append(h('div', { className: 'kb-guide-failure' }, text, again));
  }

  /** Whether this is the page that the guide is of, in which fragments work as they are. */
  get isArticle() { return this.isOwnPage && this.pageAddress === new URL('./', location.href).href; }
  get pageAddress() { return this.addressOf('./'); }
  get trail() { return restore(this.guide, this.store.session.trail); }
  get session() { return { ...this.store.session, trail: this.trail }; }
  /** @param {string} address Relative to the guide's page. */
  addressOf(address) { return new URL(address, new URL('./', this.source)).href; }

  addStyle() {
    this.section = h('section', { className: 'kb-guide' });
    this.section.setAttribute('aria-label', this.guide.site.labels.title);
    const style = h('link', { rel: 'stylesheet', href: new URL('guide.css', import.meta.url).href });
    this.attachShadow({ mode: 'open' }).append(style, h('div', { className: 'kb-article' }, this.section));
  }

  // MARK: The reader's place

  /** Goes to the place that the address links to; otherwise continues where the reader was, also on another day. */
  restore() {
    const linked = this.isOwnPage ? linkedPlace() : null;
    const kept = this.isOwnPage ? parseTrail(history.state?.kbTrail) : [];
    const trail = restore(this.guide, kept.length > 0 && standing(kept) === linked ? kept : this.trail);
    const to = linked === null ? trail : jump(this.guide, trail, linked);
    const isLinked = linked !== null && standing(to) === linked;
    this.isLinkStale = linked !== null && !isLinked;
    this.shownTicks = this.store.session.ticks;
    if (JSON.stringify(to) !== JSON.stringify(this.store.session.trail)) this.store.update(() => ({ trail: to })); else this.show();
    if (isLinked && trail.length === 0) this.report('start', this.identify(linked));
    if (isLinked) this.focusPlace();
    else if (this.isOwnPage && location.hash === '#guide') this.section.scrollIntoView({ behavior: 'instant' });
  }

  /**
   * Follows the browser's Back and Forward.
   * @param {{ kbTrail?: Trail } | null} state
   */
  travelled(state) {
    const linked = linkedPlace();
    if (Array.isArray(state?.kbTrail)) this.store.update(() => ({ trail: restore(this.guide, parseTrail(state.kbTrail)) }));
    else if (linked !== null) this.store.update(() => ({ trail: jump(this.guide, this.trail, linked) }));
    else return;
    this.focusPlace();
  }

  /** @param {Trail} trail */
  go(trail) {
    if (this.isOwnPage) pushTrail(this.trail, trail);
    this.store.update(() => ({ trail }));
    this.focusPlace();
  }

  focusPlace() {
    /** @type {HTMLElement | null} */
    const title = this.section.querySelector('.kb-guide-title') ?? this.section.querySelector('button');
    title?.focus({ preventScroll: true });
    const { top, bottom } = this.section.getBoundingClientRect();
    const header = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
    if (top < header || bottom > innerHeight) this.section.scrollIntoView({ behavior: 'instant' });
  }

  start() {
    this.go(start(this.guide));
    this.report('start', this.identify(standing(this.trail)));
  }

  /** @param {string} given */
  answer(given) {
    const from = this.identify(standing(this.trail));
    const trail = answer(this.guide, this.trail, given);
    this.go(trail);
    const at = standing(trail);
    const next = this.identify(at);
    this.report('answer', { ...from, answer: ['fixed', 'unresolved'].includes(given) ? given : 'chosen', next });
    if (at === solved) this.report('solved', from);
    if (at === end || placeOf(this.guide, at)?.kind === 'escalation') this.report('escalated', { ...from, next });
  }

  // MARK: Showing

  /**
   * @param {import('./guide-store.js').Session} session
   * @param {boolean} isOwn
   */
  changed(session, isOwn) {
    if (isOwn) for (const step of changedSteps(this.guide, this.shownTicks, session.ticks)) this.report('step', step);
    this.shownTicks = session.ticks;
    // A tick or an edit of the note must not replace the element that the reader is in.
    if (standing(this.trail) === this.shownPlace && this.shownPlace !== null) showTicks(this.section, session);
    else if (this.stateOf(session) !== this.shownState) this.show();
  }

  /** @param {import('./guide-store.js').Session} session */
  stateOf({ ticks }) { return JSON.stringify([this.trail, Object.keys(ticks).length > 0]); }

  show() {
    const { session } = this;
    this.shownPlace = standing(session.trail);
    this.shownState = this.stateOf(session);
    const stale = this.isLinkStale ? h('p', { className: 'kb-guide-failure', textContent: this.guide.site.labels.placeGone }) : '';
    this.isLinkStale = false;
    this.section.replaceChildren(...view(this.guide, session, this.actions), stale, this.returnLink() ?? '');
    this.status.textContent = this.section.querySelector('.kb-guide-progress')?.textContent ?? '';
    addBoxes(this.section.querySelectorAll('[data-kb-step]'), this.store);
    showTicks(this.section, session);
    if (!this.isArticle) this.resolveAddresses();
    this.dispatchEvent(new CustomEvent('kb:shown', { bubbles: true, detail: { section: this.section } }));
  }

  /** Addresses in the guide are relative to its page. */
  resolveAddresses() {
    for (const name of ['href', 'src', 'srcset']) {
      this.section.querySelectorAll(`.kb-guide-text [${name}]`)
        .forEach((element) => element.setAttribute(name, this.addressOf(element.getAttribute(name))));
    }
  }

  returnLink() {
    const last = this.isOwnPage ? returnFrom(this.pageAddress) : null;
    if (!last) return null;
    const text = this.guide.site.labels.returnTo.replace('{title}', last.title);
    return h('p', { className: 'kb-guide-way' }, h('a', { href: last.back, textContent: text, onclick: last.remove }));
  }

  // MARK: Actions

  /** @returns {import('./guide-view.js').Actions} */
  get actions() {
    return {
      start: () => this.start(),
      answer: (...given) => given.forEach((one) => this.answer(one)),
      back: () => this.go(back(this.trail)),
      startOver: () => {
        this.go([]);
        this.store.update(() => emptySession);
        this.focusPlace();
      },
      note: (note) => this.store.update(() => ({ note })),
      summary: (format) => this.summary(format),
      copy: async (format) => {
        const isCopied = await copyText(this.summary(format), this.section);
        if (!isCopied) selectSummary(this.section);
        return isCopied;
      },
      announce: (text) => { this.status.textContent = text; },
      support: () => this.support(),
      addressOf: (address) => this.addressOf(address),
      leave: (href) => addReturn({ to: this.addressOf(href), back: location.href, title: this.guide.site.page }),
    };
  }

  /** @param {string} id */
  identify(id) { return identify(this.guide, id); }

  /**
   * @param {string} name
   * @param {object} properties
   */
  report(name, properties) { report(this, this.guide, name, properties); }

  /** @param {keyof typeof formats} format */
  summary(format) {
    return summary(this.guide, this.session, this.pageAddress, new Date(), formats[format]);
  }

  support() {
    const { labels, support, page } = this.guide.site;
    if (!support) return [];
    const write = () => supportURL(support, { summary: this.summary('plain'), title: page, url: this.pageAddress });
    return [{ name: support.startsWith('mailto:') ? labels.mail : labels.ticket, write }];
  }
}

customElements.define('kb-guide', GuideElement);
