// Runs on pages under `kbgen serve`, before live.js: panels that lie over the page, with styles of their own. It is part of no published site.
'use strict';

window.kbLivePanels = (() => {
  const style = `
    :host { all: initial; }
    details.panel { position: fixed; inset-block-end: 1rem; z-index: 2147483647; max-width: min(44rem, calc(100vw - 2rem));
      font: 0.875rem/1.45 system-ui, sans-serif; color: #f4f4f5; background: #27272a; border: 1px solid #71717a; border-radius: 0.5rem; }
    details.start { inset-inline-start: 1rem; }
    details.end { inset-inline-end: 1rem; width: max-content; }
    details.end[open] { width: min(26rem, calc(100vw - 2rem)); }
    summary { padding: 0.5rem 0.75rem; cursor: pointer; font-weight: 600; border-radius: 0.5rem; }
    summary:focus-visible, a:focus-visible, ol:focus-visible { outline: 3px solid #facc15; outline-offset: 2px; }
    details.error { border-color: #f87171; }
    ol { margin: 0; padding: 0 0.75rem 0.5rem; max-height: 50vh; overflow: auto; list-style: none; }
    details.end > ol { max-height: 70vh; }
    li { padding: 0.5rem 0; border-top: 1px solid #52525b; overflow-wrap: anywhere; }
    code { font: 0.8125rem/1.4 ui-monospace, monospace; color: #d4d4d8; }
    a { color: inherit; text-underline-offset: 0.15em; }
    .error strong { color: #fca5a5; }
    .warning strong { color: #fde68a; }
    p { margin: 0.125rem 0 0; }
    .kind { font-weight: 600; color: #a5b4fc; }
    .condition .kind { color: #fca5a5; } .cause .kind { color: #fdba74; } .check .kind { color: #fde68a; }
    .remedy .kind, .alternative .kind, .procedure .kind { color: #86efac; } .escalation .kind { color: #f0abfc; }
    .quiet { color: #d4d4d8; }
    li details summary { padding: 0.25rem 0; font-weight: 400; color: #d4d4d8; min-height: 1.5rem; }
    li details p { padding-inline-start: 1rem; color: #d4d4d8; }
    @media print { details { display: none; } }
  `;

  /**
   * @param {string} name
   * @param {string} text
   * @param {object} [properties]
   */
  const element = (name, text, properties = {}) => Object.assign(document.createElement(name), { textContent: text }, properties);

  /**
   * A panel in the shadow of an element of its own.
   * @param {string} label What screen readers call it.
   * @param {HTMLElement} details
   */
  function panel(label, details) {
    const host = document.createElement('kb-live');
    host.setAttribute('role', 'complementary');
    host.setAttribute('aria-label', label);
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    root.append(details);
    document.body.append(host);
    return host;
  }

  /**
   * @param {number} count
   * @param {string} noun
   */
  const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

  return { element, panel, plural };
})();
