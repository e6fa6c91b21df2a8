/**
 * @file Makes elements of the HTML in a guide. The file that it comes from may have been replaced by somebody who can write to the host,
 * so nothing is made of it but what kbgen itself writes: known elements and attributes, no scripts, nothing from other hosts.
 */

const elements = new Set(('a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure '
  + 'h2 h3 h4 h5 h6 hr i img input ins kbd li mark nav ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup '
  + 'table tbody td tfoot th thead time tr u ul var video audio wbr').split(' '));

const mathML = 'http://www.w3.org/1998/Math/MathML';

/** What formulas are made of. Drawings stay out: their source is in the text, too. */
const formulaElements = new Set(('math mfrac mi mn mo mover mphantom mrow ms mspace mstyle msub msubsup msup mtable mtd mtext mtr munder '
  + 'munderover').split(' '));

const formulaAttributes = new Set(('accent accentunder alttext class display displaystyle fence form linethickness lspace mathvariant maxsize '
  + 'minsize rspace stretchy width').split(' '));

/** Elements that are left out with what is in them. Of others that are not known, the content stays. */
const opaque = new Set(('script style template iframe frame frameset object embed applet noscript noembed noframes head title xmp '
  + 'plaintext textarea select').split(' '));

const attributes = new Set(('class title lang dir role hidden open start reversed value type checked disabled colspan rowspan scope headers '
  + 'width height alt loading decoding datetime cite controls preload loop muted media sizes name tabindex').split(' '));

const addresses = new Set(['href', 'src', 'srcset', 'poster']);

/** Schemes that run scripts. */
const active = new Set(['javascript:', 'vbscript:', 'data:', 'blob:', 'filesystem:', 'view-source:']);

/**
 * @param {string} html
 * @param {string} base The address of the page that the HTML is from, to which its addresses are relative.
 */
export function safeFragment(html, base) {
  const fragment = document.createDocumentFragment();
  // A document of the parser's runs nothing and loads nothing.
  copy(new DOMParser().parseFromString(html, 'text/html').body, fragment, new URL(base));
  return fragment;
}

/**
 * @param {Node} from
 * @param {Node} to
 * @param {URL} base
 */
function copy(from, to, base) {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(child.nodeValue));
    if (child.nodeType !== Node.ELEMENT_NODE) continue;
    const element = /** @type {Element} */ (child);
    const name = element.localName;
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') {
      if (element.namespaceURI === mathML && formulaElements.has(name)) copy(element, to.appendChild(formulaCopyOf(element)), base);
      continue;
    }
    if (opaque.has(name)) continue;
    if (!elements.has(name) || (name === 'input' && element.getAttribute('type') !== 'checkbox')) copy(element, to, base);
    else copy(element, to.appendChild(copyOf(element, base)), base);
  }
}

/** @param {Element} element */
function formulaCopyOf(element) {
  const made = document.createElementNS(mathML, element.localName);
  for (const { name, value } of element.attributes) if (formulaAttributes.has(name)) made.setAttribute(name, value);
  return made;
}

/**
 * @param {Element} element
 * @param {URL} base
 */
function copyOf(element, base) {
  const made = document.createElement(element.localName);
  for (const { name, value } of element.attributes) {
    const isAllowed = attributes.has(name) || /^(?:data|aria)-[a-z-]+$/.test(name) || (addresses.has(name) && isSafe(name, value, base));
    if (isAllowed) made.setAttribute(name, value);
  }
  return made;
}

/**
 * Whether an address runs nothing and, if it is loaded without being asked for, is on the guide's own host.
 * @param {string} name
 * @param {string} value
 * @param {URL} base
 */
function isSafe(name, value, base) {
  if (name === 'href') return !active.has(resolve(value, base)?.protocol ?? 'javascript:');
  // kbgen writes one address in `srcset`, with a description of its size behind it or without.
  if (name === 'src' && /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(value)) return true;
  const parts = name === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s/)[0]) : [value];
  return parts.map((part) => resolve(part, base)).every((url) => url?.protocol === base.protocol && url.host === base.host);
}

/**
 * @param {string} address
 * @param {URL} base
 */
function resolve(address, base) {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
