/**
 * @file Handing a guide over: what a reader did, as part of an address that is sent to nobody but whom they give it to. Fragments do not reach
 * servers. Loaded when it is asked for.
 */

import { button, h, title } from './guide-elements.js';
import { placeOf, restore } from './guide-state.js';
import { parseSession } from './guide-store.js';
import { answered, name } from './guide-summary.js';

/**
 * @typedef {import('./guide-state.js').Guide} Guide
 * @typedef {import('./guide-store.js').Session} Session
 */

export const prefix = '#guide-done:';
/** Longer notes are cut, so that the address can be sent; larger data are not read. */
const maxNote = 2_000;
const maxBytes = 200_000;

/**
 * A hash of the guide (FNV-1a of 32 bits), by which the recipient learns whether the article has changed.
 * @param {Guide} guide
 */
function editionOf({ nodes, places }) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify([nodes.map((node) => [node.title, node.html, node.steps.map(({ text }) => text)]), places]))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/**
 * The part of an address that says what was done: JSON, deflated, in the alphabet of URLs (https://www.rfc-editor.org/rfc/rfc4648#section-5).
 * @param {Guide} guide
 * @param {Session} session
 */
export async function encode(guide, { trail, ticks, note }) {
  const done = [editionOf(guide), trail.map(({ at, answer }) => (answer === undefined ? [at] : [at, answer])), Object.keys(ticks), note.slice(0, maxNote)];
  const deflated = new Blob([JSON.stringify(done)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
  return prefix + btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @returns {Promise<string>}
 */
async function readText(stream) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text;
    size += value.length;
    // A small address may unfold to anything.
    if (size > maxBytes) throw new RangeError('too long');
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * What somebody did, and whether the article has changed since. Null if the address does not say.
 * @param {Guide} guide
 * @param {string} hash
 * @returns {Promise<{ session: Session, hasChanged: boolean } | null>}
 */
export async function decode(guide, hash) {
  try {
    const data = atob(hash.slice(prefix.length).replace(/-/g, '+').replace(/_/g, '/'));
    if (data.length > maxBytes) return null;
    const bytes = Uint8Array.from(data, (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const [edition, trail, ticks, note] = JSON.parse(await readText(stream));
    const session = parseSession(JSON.stringify({
      trail: trail.map((/** @type {string[]} */ [at, answer]) => ({ at, answer })), note, time: Date.now(),
      ticks: Object.fromEntries(ticks.map((/** @type {string} */ key) => [key, true])),
    }));
    return { session: { ...session, trail: restore(guide, session.trail) }, hasChanged: edition !== editionOf(guide) };
  } catch {
    return null;
  }
}

/**
 * What somebody did, to be looked at: nothing of it is stored before the reader goes on from it.
 * @param {Guide} guide
 * @param {{ session: Session, hasChanged: boolean }} handed
 * @param {{ goOn: () => void, read: () => void }} actions
 */
export function view(guide, { session, hasChanged }, actions) {
  const { labels, page } = guide.site;
  const lines = session.trail.filter(({ at, answer }) => answer !== undefined && placeOf(guide, at)).map((entry) => {
    const { mark, text, answer } = answered(guide, entry);
    return h('li', {}, `${mark} ${[text, answer].filter(Boolean).join(' – ')}`);
  });
  const steps = guide.nodes.flatMap((node) => node.steps).filter(({ key }) => session.ticks[key] === true);
  const at = placeOf(guide, session.trail.at(-1)?.at);
  return [
    h('div', { className: 'kb-doing-head' }, h('h1', { className: 'kb-doing-problem', textContent: page })),
    h('div', { className: 'kb-doing-body' },
      title(labels.handedOver), hasChanged ? h('p', { className: 'kb-guide-context', textContent: labels.changedSince }) : null,
      lines.length > 0 ? h('ol', { className: 'kb-handed' }, lines) : null,
      at ? h('p', {}, `${labels.reached} ${name(guide, at)}`) : null,
      steps.length > 0 ? h('details', { className: 'kb-guide-context' }, h('summary', { textContent: labels.doneSteps }),
        h('ul', {}, steps.map(({ text }) => h('li', { textContent: text })))) : null,
      session.note.trim() ? h('blockquote', { className: 'kb-handed-note', textContent: session.note.trim() }) : null),
    h('div', { className: 'kb-answer' },
      h('div', { className: 'kb-answers' }, button('kb-button kb-primary', labels.goOnFromHere, actions.goOn), button('kb-button', labels.readArticle, actions.read))),
  ];
}
