// <kb-guide src="guide.json">: leads a reader through the guide of a page. In the page itself it fills the section that it holds and keeps the
// place in the address; in any other page it brings its own style along and leaves the address alone.

import { placeOf, rank, solved, end, standing, answer, back, jump, restore, start } from './guide-state.js';
import { addBoxes, showTicks } from './guide-steps.js';
import { emptySession, openStore } from './guide-store.js';
import { formats, summary } from './guide-summary.js';
import { h, view } from './guide-view.js';

const prefix = '#guide:';
const returns = 'kb-guide-returns';

class GuideElement extends HTMLElement {
  connectedCallback() {
    this.ready ??= this.open();
  }

  // Reads the guide and shows where the reader stands.
  async open() {
    this.section ??= this.querySelector('section');
    this.isOwnPage ??= this.section !== null;
    this.source = new URL(this.getAttribute('src'), document.baseURI);
    try {
      const response = await fetch(this.source);
      if (!response.ok) throw new Error(`${response.status}`);
      this.guide = await response.json();
    } catch (error) {
      console.info(`kb-guide: ${this.source.href} cannot be read (${error.message})`);
      this.showFailure();
      return;
    }
    if (!this.section) this.bringStyle();
    this.guide.address = (address) => (this.isArticle && address.startsWith('#') ? address : this.addressOf(address));
    this.store = openStore(this.source.href);
    this.status = h('p', { className: 'kb-visually-hidden' });
    this.status.setAttribute('role', 'status');
    this.section.after(this.status);
    this.store.subscribe((session, isOwn) => this.changed(session, isOwn));
    if (this.isOwnPage) addEventListener('popstate', (event) => this.travelled(event.state));
    this.restore();
  }

  // Says that there is no guide now, and leads on; the next try begins anew.
  showFailure() {
    this.ready = undefined;
    if (!this.isOwnPage) return;
    this.section.querySelector('.kb-guide-failure')?.remove();
    const text = h('p', { className: 'kb-guide-failure', textContent: this.dataset.kbFailed });
    text.setAttribute('role', 'alert');
    const again = h('button', { type: 'button', className: 'kb-button', textContent: this.dataset.kbTryAgain, onclick: () => this.connectedCallback() });
    this.section.append(h('div', { className: 'kb-guide-failure' }, text, again));
  }

  // The page whose guide it is, where its addresses hold as they are.
  get isArticle() { return this.isOwnPage && this.addressOf('./') === new URL('./', location.href).href; }
  get trail() { return restore(this.guide, this.store.session.trail); }
  addressOf(address) { return new URL(address, new URL('./', this.source)).href; }

  bringStyle() {
    this.section = h('section', { className: 'kb-guide' });
    this.section.setAttribute('aria-label', this.guide.site.labels.title);
    const style = h('link', { rel: 'stylesheet', href: new URL('guide.css', import.meta.url).href });
    this.attachShadow({ mode: 'open' }).append(style, h('div', { className: 'kb-article' }, this.section));
  }

  // MARK: Where the reader stands

  // A link leads to its place, a reload stays, and who comes back another day stands where they stood.
  restore() {
    const linked = this.linkedPlace();
    const kept = this.isOwnPage ? history.state?.kbTrail : undefined;
    const trail = restore(this.guide, kept?.length && standing(kept) === linked ? kept : this.trail);
    const to = linked === null ? trail : jump(this.guide, trail, linked);
    this.isLinkStale = linked !== null && standing(to) !== linked;
    this.shownTicks = this.store.session.ticks;
    if (JSON.stringify(to) !== JSON.stringify(this.store.session.trail)) this.store.update(() => ({ trail: to })); else this.show();
    if (linked !== null && trail.length === 0 && standing(to) === linked) this.tell('start', this.idsOf(linked));
    if (linked !== null && standing(to) === linked) this.focusPlace();
    else if (this.isOwnPage && location.hash === '#guide') this.section.scrollIntoView({ behavior: 'instant' });
  }

  linkedPlace() {
    if (!this.isOwnPage || !location.hash.startsWith(prefix)) return null;
    try {
      return decodeURIComponent(location.hash.slice(prefix.length));
    } catch {
      return null;
    }
  }

  travelled(state) {
    const linked = this.linkedPlace();
    if (Array.isArray(state?.kbTrail)) this.store.update(() => ({ trail: restore(this.guide, state.kbTrail) }));
    else if (linked !== null) this.store.update(() => ({ trail: jump(this.guide, this.trail, linked) }));
    else return;
    this.focusPlace();
  }

  // Goes on, and remembers in the browser's history how one came there.
  go(trail) {
    if (this.isOwnPage) {
      history.replaceState({ kbTrail: this.trail }, '');
      const at = standing(trail);
      history.pushState({ kbTrail: trail }, '', at === null ? location.pathname + location.search : prefix + encodeURIComponent(at));
    }
    this.store.update(() => ({ trail }));
    this.focusPlace();
  }

  focusPlace() {
    const title = this.section.querySelector('.kb-guide-title') ?? this.section.querySelector('button');
    title?.focus({ preventScroll: true });
    const { top, bottom } = this.section.getBoundingClientRect();
    const header = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
    if (top < header || bottom > innerHeight) this.section.scrollIntoView({ behavior: 'instant' });
  }

  // MARK: Showing

  changed(session, isOwn) {
    if (isOwn) this.tellSteps(session.ticks);
    this.shownTicks = session.ticks;
    const shown = JSON.stringify([this.trail, Object.keys(session.ticks).length > 0]);
    // A tick or a word of the note must not take away what the reader is in.
    if (standing(this.trail) === this.shownPlace && this.shownPlace !== null) showTicks(this.section, session);
    else if (shown !== this.shownState) this.show();
  }

  show() {
    const session = { ...this.store.session, trail: this.trail };
    this.shownPlace = standing(session.trail);
    this.shownState = JSON.stringify([session.trail, Object.keys(session.ticks).length > 0]);
    const stale = this.isLinkStale ? h('p', { className: 'kb-guide-failure', textContent: this.guide.site.labels.placeGone }) : '';
    this.isLinkStale = false;
    this.section.replaceChildren(...view(this.guide, session, this.actions), stale, this.returnLink() ?? '');
    this.status.textContent = this.section.querySelector('.kb-guide-progress')?.textContent ?? '';
    addBoxes(this.section.querySelectorAll('[data-kb-step]'), this.store);
    showTicks(this.section, session);
    if (!this.isArticle) this.resolveAddresses();
    this.dispatchEvent(new CustomEvent('kb:shown', { bubbles: true, detail: { section: this.section } }));
  }

  // Addresses in the guide are relative to its page.
  resolveAddresses() {
    for (const name of ['href', 'src', 'srcset']) {
      this.section.querySelectorAll(`.kb-guide-text [${name}]`).forEach((element) => element.setAttribute(name, this.addressOf(element.getAttribute(name))));
    }
  }

  start() {
    this.go(start(this.guide));
    this.tell('start', this.idsOf(standing(this.trail)));
  }

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
      copy: (format) => this.copy(this.summary(format)),
      announce: (text) => { this.status.textContent = text; },
      support: () => this.support(),
      addressOf: (address) => this.addressOf(address),
      leave: (href) => this.leave(href),
    };
  }

  answer(given) {
    const from = this.idsOf(standing(this.trail));
    const next = answer(this.guide, this.trail, given);
    this.go(next);
    const at = standing(next);
    this.tell('answer', { ...from, answer: ['fixed', 'unresolved'].includes(given) ? given : 'chosen', next: this.idsOf(at) });
    if (at === solved) this.tell('solved', from);
    if (at === end || placeOf(this.guide, at)?.kind === 'escalation') this.tell('escalated', { ...from, next: this.idsOf(at) });
  }

  // MARK: What others learn of it

  idsOf(id) {
    const place = placeOf(this.guide, id);
    if (!place || place.kind === 'escalation' || place.cause === null) return { place: id };
    return { place: id, node: place.node, cause: place.cause, condition: place.condition, rank: rank(this.guide, place) };
  }

  tellSteps(ticks) {
    for (const node of this.guide.nodes) {
      for (const { key } of node.steps) {
        if ((ticks[key] === true) !== (this.shownTicks[key] === true)) this.tell('step', { node: node.anchor, step: key, ticked: ticks[key] === true });
      }
    }
  }

  tell(name, ids) {
    const detail = { guide: this.guide.id, ...ids };
    this.dispatchEvent(new CustomEvent(`kb:${name}`, { bubbles: true, composed: true, detail }));
    const { insights } = this.guide.site;
    if (insights) navigator.sendBeacon(insights, `${JSON.stringify({ event: `kb:${name}`, ...detail })}\n`);
  }

  summary(format) {
    const session = { ...this.store.session, trail: this.trail };
    return summary(this.guide, session, this.addressOf('./'), new Date(), formats[format]);
  }

  // Where the browser gives no access to the clipboard, what is selected can still be copied. Tells whether it was copied; where not, the summary is opened and selected for the reader to copy.
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const focused = this.section.getRootNode().activeElement;
      const area = h('textarea', { value: text });
      this.section.append(area);
      area.select();
      const isCopied = document.execCommand('copy');
      area.remove();
      focused?.focus();
      if (!isCopied) this.selectSummary();
      return isCopied;
    }
  }

  selectSummary() {
    const summary = this.section.querySelector('.kb-summary');
    summary.closest('details').open = true;
    summary.focus();
    getSelection().selectAllChildren(summary);
  }

  support() {
    const { labels, support, page } = this.guide.site;
    if (!support) return [];
    const write = () => {
      const values = { summary: this.summary('plain'), title: page, url: this.addressOf('./') };
      return support.replace(/\{(summary|title|url)\}/g, (_, name) => encodeURIComponent(values[name]));
    };
    return [{ name: support.startsWith('mailto:') ? labels.mail : labels.ticket, write }];
  }

  // MARK: Going through another guide, and back

  leave(href) {
    const here = { to: this.addressOf(href), back: location.href, title: this.guide.site.page };
    this.keepReturns([...this.returns(), here]);
  }

  returns() {
    try {
      return JSON.parse(sessionStorage.getItem(returns)) ?? [];
    } catch {
      return [];
    }
  }

  keepReturns(list) {
    try {
      sessionStorage.setItem(returns, JSON.stringify(list));
    } catch {
      // The browser's own way back remains.
    }
  }

  returnLink() {
    const list = this.returns();
    const last = list.at(-1);
    if (!this.isOwnPage || last?.to !== this.addressOf('./') || new URL(last.back).origin !== location.origin) return null;
    const { labels } = this.guide.site;
    return h('p', { className: 'kb-guide-way' },
      h('a', { href: last.back, textContent: labels.returnTo.replace('{title}', last.title), onclick: () => this.keepReturns(list.slice(0, -1)) }));
  }
}

customElements.define('kb-guide', GuideElement);
