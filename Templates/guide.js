/**
 * @file <kb-guide src="guide.json"> leads a reader through the guide of a page. In the page itself it opens as the page's only content, and keeps
 * the reader's place in the address. In any other page it brings its own style and leaves the address alone.
 */

import { isHandedOver, linkedPlace, pushTrail } from './guide-address.js';
import { copyText, selectSummary } from './guide-clipboard.js';
import { button, h } from './guide-elements.js';
import { changedSteps, identify, report } from './guide-events.js';
import { map } from './guide-map.js';
import { addReturn, returnFrom } from './guide-returns.js';
import { answer, back, end, jump, placeOf, restore, solved, standing, start } from './guide-state.js';
import { addBoxes, showTicks } from './guide-steps.js';
import { emptySession, isEmpty, openStore, parseTrail } from './guide-store.js';
import { formats, name, summary, supportURL } from './guide-summary.js';
import { view } from './guide-view.js';

/** @typedef {import('./guide-state.js').Trail} Trail */

/** How long “Start over” can be undone, in milliseconds. */
const undoTime = 10_000;
/** How long what was done is said, in milliseconds. */
const noticeTime = 4_000;
/** After which time a reader is welcomed back, in milliseconds. */
const longAgo = 3_600_000;

export class GuideElement extends HTMLElement {
  /**
   * The bar in the article; null in a page of somebody else's.
   * @type {HTMLElement | null}
   */
  entry = null;

  connectedCallback() {
    this.ready ??= this.open();
  }

  /** Loads the guide and shows the reader's place in it. */
  async open() {
    this.entry ??= this.querySelector('section');
    this.isOwnPage = this.isOwnPage ?? this.entry !== null;
    this.source = new URL(this.getAttribute('src'), document.baseURI);
    try {
      const response = await fetch(this.source);
      if (!response.ok) throw new Error(`${response.status}`);
      /** @type {import('./guide-state.js').Guide} */
      this.guide = await response.json();
    } catch (error) {
      const hint = this.source.origin === location.origin ? '' : '; its host must answer with the header Access-Control-Allow-Origin';
      console.info(`kb-guide: ${this.source.href} cannot be read (${/** @type {Error} */ (error).message})${hint}`);
      this.showFailure();
      return;
    }
    this.guide.isPage = this.isOwnPage;
    this.guide.address = (address) => (this.isArticle && address.startsWith('#') ? address : this.addressOf(address));
    this.store = openStore(this.source.href);
    this.makeSurface();
    this.store.subscribe((session, isOwn) => this.changed(session, isOwn));
    if (this.isOwnPage) addEventListener('popstate', (event) => this.travelled(event.state));
    this.restore();
  }

  /** Shows that the guide could not be loaded, with a button to retry. */
  showFailure() {
    this.ready = undefined;
    if (!this.isOwnPage) return;
    this.entry.querySelector('.kb-guide-failure')?.remove();
    const text = h('p', { textContent: this.dataset.kbFailed });
    text.setAttribute('role', 'alert');
    const again = button('kb-button', this.dataset.kbTryAgain, () => this.connectedCallback());
    this.entry.append(h('div', { className: 'kb-guide-failure' }, text, again));
  }

  /** Whether this is the page that the guide is of, in which fragments work as they are. */
  get isArticle() { return this.isOwnPage && this.pageAddress === new URL('./', location.href).href; }
  get pageAddress() { return this.addressOf('./'); }
  get trail() { return restore(this.guide, this.store.session.trail); }
  get session() { return { ...this.store.session, trail: this.trail }; }
  /** @param {string} address Relative to the guide's page. */
  addressOf(address) { return new URL(address, new URL('./', this.source)).href; }

  /** What the guide is shown in: the whole page, or the element itself in a page of somebody else's. */
  makeSurface() {
    this.surface = h('section', { className: 'kb-guide kb-doing' });
    this.surface.setAttribute('aria-label', this.guide.site.labels.title);
    this.status = h('p', { className: 'kb-visually-hidden' });
    this.status.setAttribute('role', 'status');
    this.screen = h('div', { className: 'kb-screen' });
    this.notice = h('div', { className: 'kb-notice', hidden: true });
    this.surface.append(this.notice, this.screen, this.status);
    if (this.isOwnPage) {
      this.page = h('main', { className: 'kb-doing-page' }, this.surface);
      addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !this.surface.isConnected || event.defaultPrevented) return;
        if (this.surface.classList.contains('kb-shows-map')) this.showMap(false); else this.read();
      });
      return;
    }
    const style = h('link', { rel: 'stylesheet', href: new URL('guide.css', import.meta.url).href });
    this.attachShadow({ mode: 'open' }).append(style, h('div', { className: 'kb-article' }, this.surface));
  }

  /**
   * Makes the guide the page's only content, or the article again.
   * @param {boolean} isOpen
   */
  openSurface(isOpen) {
    if (!this.isOwnPage || isOpen === this.surface.isConnected) return;
    document.documentElement.classList.toggle('kb-is-doing', isOpen);
    for (const element of document.body.children) if (element !== this.page && element.tagName !== 'SCRIPT') element.toggleAttribute('inert', isOpen);
    if (isOpen) document.body.append(this.page); else this.page.remove();
  }

  // MARK: The reader's place

  /** Goes to the place that the address links to. Without one, the article stays, and its entry says where the reader stopped. */
  restore() {
    if (this.isOwnPage && isHandedOver()) {
      this.shownTicks = this.store.session.ticks;
      this.showEntry();
      this.showHandover();
      return;
    }
    const linked = this.isOwnPage ? linkedPlace() : null;
    const kept = this.isOwnPage ? parseTrail(history.state?.kbTrail) : [];
    const trail = restore(this.guide, kept.length > 0 && standing(kept) === linked ? kept : this.trail);
    const to = linked === null ? trail : jump(this.guide, trail, linked);
    const isLinked = linked !== null && standing(to) === linked;
    const isReturning = Date.now() - (this.store.session.time || Date.now()) > longAgo;
    this.shownTicks = this.store.session.ticks;
    if (JSON.stringify(to) !== JSON.stringify(this.store.session.trail)) this.store.update(() => ({ trail: to }));
    if (!this.isOwnPage || isLinked) this.show();
    this.showEntry();
    if (linked !== null && !isLinked) this.sayOnEntry(this.guide.site.labels.placeGone);
    if (!isLinked) return;
    this.focusPlace();
    if (trail.length === 0) this.report('start', this.identify(linked));
    const { labels } = this.guide.site;
    if (standing(trail) !== linked) this.say(labels.linked, [[labels.fromBeginning, () => this.start()]]);
    else if (isReturning) this.say(this.stoppedAt(), [[labels.goOn, () => this.unsay()], [labels.startOver, () => this.startOver()]]);
  }

  /**
   * Follows the browser's Back and Forward.
   * @param {{ kbTrail?: Trail } | null} state
   */
  travelled(state) {
    const linked = linkedPlace();
    if (linked === null) {
      this.openSurface(false);
      if (isHandedOver()) this.showHandover();
      this.showEntry();
      return;
    }
    const trail = Array.isArray(state?.kbTrail) ? restore(this.guide, parseTrail(state.kbTrail)) : jump(this.guide, this.trail, linked);
    if (standing(trail) === null) return;
    this.surface.classList.remove('kb-shows-map');
    this.store.update(() => ({ trail }));
    this.show();
    this.focusPlace();
  }

  /** Shows what somebody did, as the address says it. */
  async showHandover() {
    const { decode, view: handedOver } = await import('./guide-handover.js');
    const handed = await decode(this.guide, location.hash);
    if (!handed) {
      this.sayOnEntry(this.guide.site.labels.placeGone);
      return;
    }
    this.openSurface(true);
    this.screen.replaceChildren(...handedOver(this.guide, handed, { goOn: () => this.takeOver(handed.session), read: () => this.leave() }));
    this.focusPlace();
  }

  /**
   * Goes on where somebody else was. It can be undone for a while.
   * @param {import('./guide-store.js').Session} session
   */
  takeOver(session) {
    const before = this.session;
    this.store.update(() => session);
    if (session.trail.length > 0) this.go(session.trail); else this.start();
    if (!isEmpty(before)) this.offerUndo(this.guide.site.labels.tookOver, before);
  }

  /** @param {Trail} trail */
  go(trail) {
    this.unsay();
    this.surface.classList.remove('kb-shows-map');
    this.screen.dataset.kbDirection = trail.length < this.trail.length ? 'back' : 'on';
    if (this.isOwnPage) pushTrail(this.trail, trail);
    this.store.update(() => ({ trail, time: Date.now() }));
    this.show();
    this.focusPlace();
  }

  focusPlace() {
    /** @type {HTMLElement | null} */
    const title = this.surface.querySelector('.kb-guide-title') ?? this.surface.querySelector('button');
    title?.focus({ preventScroll: true });
    if (this.isOwnPage) this.surface.scrollIntoView({ behavior: 'instant' });
    else if (this.surface.getBoundingClientRect().top < 0) this.surface.scrollIntoView({ behavior: 'instant' });
  }

  start() {
    const trail = start(this.guide);
    if (trail.length === 0) return;
    this.go(trail);
    this.report('start', this.identify(standing(this.trail)));
  }

  /** Goes on where the reader was. */
  goOn() {
    if (this.trail.length > 0) this.go(this.trail); else this.start();
  }

  /** Back to the article, at the part that the present place is about. */
  read() { this.leave(placeOf(this.guide, standing(this.trail))?.node); }

  /**
   * Back to the article: to a part of it, or to the bar of the guide.
   * @param {string} [anchor]
   */
  leave(anchor) {
    this.openSurface(false);
    history.pushState({ kbTrail: this.trail }, '', location.pathname + location.search + (anchor ? `#${encodeURIComponent(anchor)}` : ''));
    this.showEntry();
    const element = anchor ? document.getElementById(anchor) : this.entry;
    element?.scrollIntoView({ behavior: 'instant' });
    const isFocusable = element?.matches('a, button, [tabindex]');
    if (element && !isFocusable) element.tabIndex = -1;
    element?.focus({ preventScroll: true });
  }

  /** @param {boolean} isShown */
  showMap(isShown) {
    this.surface.classList.toggle('kb-shows-map', isShown);
    /** @type {HTMLElement} */ (this.surface.querySelector(isShown ? '.kb-rail button' : '.kb-guide-title')).focus();
  }

  /**
   * Goes back to an answer. The answers after it are kept, if the new one leads the same way.
   * @param {number} index
   */
  change(index) {
    const { trail } = this;
    this.go(trail.slice(0, index + 1).map((entry, at) => (at === index ? { at: entry.at } : entry)));
    /** @type {Trail} */
    this.later = trail.slice(index + 1);
  }

  /** Forgets everything, and begins again. It can be undone for a while. */
  startOver() {
    const before = this.session;
    this.store.update(() => emptySession);
    if (this.surface.isConnected) this.go(start(this.guide)); else this.showEntry();
    this.offerUndo(this.guide.site.labels.startedOver, before);
  }

  /**
   * @param {string} text What happened.
   * @param {import('./guide-store.js').Session} before
   */
  offerUndo(text, before) {
    const undo = () => {
      this.store.update(() => before);
      if (before.trail.length > 0) this.go(before.trail); else this.leave();
    };
    this.say(text, [[this.guide.site.labels.undo, undo]]);
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => this.unsay(), undoTime);
  }

  /** @param {string} given */
  answer(given) {
    const from = this.identify(standing(this.trail));
    const answered = answer(this.guide, this.trail, given);
    if (answered === this.trail) return;
    const isSameWay = this.later?.[0]?.at === standing(answered);
    const trail = isSameWay ? [...answered.slice(0, -1), ...this.later] : answered;
    this.later = undefined;
    this.go(trail);
    const at = standing(trail);
    const next = this.identify(at);
    this.report('answer', { ...from, answer: given.startsWith('=') ? 'chosen' : given, next });
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
    if (standing(this.trail) === this.shownPlace) showTicks(this.surface, session);
    else if (!isOwn && this.surface.isConnected) this.show();
    if (!isOwn) this.showEntry();
  }

  show() {
    const { session } = this;
    this.shownPlace = standing(session.trail);
    if (this.shownPlace === null) return this.isOwnPage ? this.openSurface(false) : this.showBeginning();
    this.openSurface(true);
    this.screen.replaceChildren(...view(this.guide, session, this.actions), map(this.guide, session.trail, () => this.showMap(false)));
    const returning = this.returnLink();
    if (returning) this.screen.querySelector('.kb-doing-body').append(returning);
    this.status.textContent = this.screen.querySelector('.kb-doing-step')?.textContent ?? '';
    addBoxes(this.screen.querySelectorAll('[data-kb-step]'), this.store);
    showTicks(this.screen, session);
    if (!this.isArticle) this.resolveAddresses();
    this.dispatchEvent(new CustomEvent('kb:shown', { bubbles: true, detail: { section: this.screen } }));
  }

  /** In a page of somebody else's: what it is about, and the button to start. */
  showBeginning() {
    const { labels, page } = this.guide.site;
    this.screen.replaceChildren(
      h('p', { className: 'kb-doing-problem', textContent: page }), button('kb-button kb-primary', labels.start, () => this.start()));
  }

  /** Where the reader stopped, on the article's own bar. */
  showEntry() {
    if (!this.isOwnPage) return;
    const [first, over] = this.entry.querySelectorAll('button');
    const { labels } = this.guide.site;
    const hasStopped = this.trail.length > 0;
    this.entry.querySelector('.kb-guide-intro').textContent = hasStopped ? this.stoppedAt() : this.dataset.kbIntro;
    first.textContent = hasStopped ? labels.goOn : labels.start;
    first.onclick = () => this.goOn();
    over.hidden = !hasStopped && Object.keys(this.store.session.ticks).length === 0 && this.store.session.note === '';
    over.onclick = () => this.startOver();
    first.hidden = false;
  }

  stoppedAt() {
    const { labels } = this.guide.site;
    const at = standing(this.trail);
    const place = placeOf(this.guide, at);
    const title = place ? name(this.guide, place) : at === solved ? labels.solved : labels.unsolved;
    return labels.stoppedAt.replace('{title}', title.replace(/[.。]$/, ''));
  }

  /** @param {string} text */
  sayOnEntry(text) {
    const line = h('p', { className: 'kb-guide-failure', textContent: text });
    line.setAttribute('role', 'alert');
    this.entry.append(line);
  }

  /**
   * Says something above the screen.
   * @param {string} text
   * @param {[string, () => void][]} actions
   */
  say(text, actions) {
    const buttons = actions.map(([label, action]) => button('kb-quiet', label, action));
    this.notice.replaceChildren(h('p', { textContent: text }), ...buttons);
    this.notice.hidden = false;
    if (!this.surface.isConnected) this.entry?.append(this.notice);
    else this.surface.prepend(this.notice);
    this.status.textContent = text;
  }

  unsay() {
    if (this.status.textContent === this.notice.querySelector('p')?.textContent) this.status.textContent = '';
    this.notice.replaceChildren();
    this.notice.hidden = true;
  }

  /** Addresses in the guide are relative to its page. */
  resolveAddresses() {
    for (const name of ['href', 'src', 'srcset']) {
      this.screen.querySelectorAll(`.kb-guide-text [${name}]`)
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
      answer: (given) => this.answer(given),
      back: () => this.back(),
      change: (index) => this.change(index),
      startOver: () => this.startOver(),
      read: this.isOwnPage ? () => this.read() : null,
      showMap: () => this.showMap(true),
      note: (note) => this.store.update(() => ({ note })),
      summary: () => this.summary('plain'),
      copy: async () => {
        const isCopied = await copyText(this.summary('plain'), this.surface);
        if (!isCopied) selectSummary(this.surface);
        return isCopied;
      },
      copyDone: this.trail.length < 2 && Object.keys(this.store.session.ticks).length === 0 ? null : async () => {
        const { encode } = await import('./guide-handover.js');
        return copyText(this.pageAddress + await encode(this.guide, this.session), this.surface);
      },
      copyLink: () => copyText(`${this.pageAddress}#guide:${encodeURIComponent(standing(this.trail))}`, this.surface),
      announce: (text) => {
        this.say(text, []);
        clearTimeout(this.noticeTimer);
        this.noticeTimer = setTimeout(() => this.unsay(), noticeTime);
      },
      support: () => this.support(),
      addressOf: (address) => this.addressOf(address),
      leave: (href) => addReturn({ to: this.addressOf(href), back: location.href, title: this.guide.site.page }),
    };
  }

  /** To the question before; from the first, to the article. */
  back() {
    const trail = back(this.trail);
    if (trail.length > 0) return this.go(trail);
    if (this.isOwnPage) return this.leave();
    this.store.update(() => ({ trail }));
    this.show();
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
    if (!support) return null;
    const write = () => supportURL(support, { summary: this.summary('plain'), title: page, url: this.pageAddress });
    return { name: support.startsWith('mailto:') ? labels.mail : labels.ticket, write };
  }
}

customElements.define('kb-guide', GuideElement);
