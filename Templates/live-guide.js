// Runs on pages under `kbgen serve`: shows how the page is read as a guide, and why. It is part of no published site.

/**
 * @typedef {object} OutlineNode
 * @property {string} kind
 * @property {string} title
 * @property {number} line
 * @property {number} depth
 * @property {string} anchor
 * @property {string[]} notes
 * @property {string[]} steps
 * @property {string[]} evidence
 * @property {string | null} next Where “Still not fixed” leads.
 */

/**
 * @typedef {object} Outline
 * @property {string} kind
 * @property {boolean} tree
 * @property {string} evidence
 * @property {OutlineNode[]} nodes
 */

window.kbLiveGuide = (() => {
  const { element, panel, plural } = window.kbLivePanels;
  const key = 'kb:live-guide';
  /** @type {HTMLElement | null} */
  let host = null;
  let last = '';

  /** @param {OutlineNode} node */
  function item(node) {
    const line = element('li', '', { className: node.kind });
    line.style.paddingInlineStart = `${node.depth}rem`;
    const facts = [`line ${node.line}`, ...(node.steps.length > 0 ? [plural(node.steps.length, 'step')] : []), ...node.notes];
    line.append(
      element('span', `${node.kind} `, { className: 'kind' }), element('a', node.title, { href: `#${node.anchor}` }),
      element('span', ` · ${facts.join(' · ')}`, { className: 'quiet' }));
    if (node.next) line.append(element('p', `still not fixed → ${node.next}`, { className: 'quiet' }));
    const why = element('details', '');
    why.append(element('summary', 'Why'), ...node.evidence.map((sentence) => element('p', sentence)));
    if (node.evidence.length > 0) line.append(why);
    return line;
  }

  /** @param {Outline} outline */
  const title = ({ kind, tree, nodes }) => (
    tree ? `Guide: ${kind}, ${plural(nodes.length, 'part')}` : `No guide: reads like ${kind}`);

  /**
   * Shows the tree beside the page. Whether it is open is remembered from page to page.
   * @param {Outline | null} outline Null for a page that does not exist.
   */
  return function show(outline) {
    const text = JSON.stringify(outline);
    if (text === last) return;
    last = text;
    host?.remove();
    host = null;
    if (!outline) return;
    const details = /** @type {HTMLDetailsElement} */ (
      element('details', '', { open: sessionStorage.getItem(key) === 'open', className: 'panel end' }));
    const list = element('ol', '');
    list.tabIndex = 0;
    list.append(element('li', `Because: ${outline.evidence}`, { className: 'quiet' }), ...outline.nodes.map(item));
    details.append(element('summary', title(outline)), list);
    details.addEventListener('toggle', () => sessionStorage.setItem(key, details.open ? 'open' : 'closed'));
    host = panel('The guide as kbgen reads it', details);
  };
})();
