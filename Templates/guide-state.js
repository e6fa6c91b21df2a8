/** @file The state of a reader in a guide: pure functions of the guide and of the reader's trail. */

/**
 * A step that can be ticked.
 * @typedef {object} GuideStep
 * @property {string} key Unique on the page.
 * @property {string} text
 * @property {{ href: string, title: string }[]} [guides] Pages with guides of their own that the step leads to.
 *
 * A section of the article.
 * @typedef {object} GuideNode
 * @property {string} anchor
 * @property {string} title
 * @property {string} kind Such as `condition`, `cause`, `check`, `remedy`, `procedure` or `escalation`.
 * @property {string} html Of the guide's own site, reduced to safe elements.
 * @property {GuideStep[]} steps
 * @property {number} line
 * @property {number | null} parent The line of the node above it.
 *
 * A point at which the reader answers.
 * @typedef {object} GuidePlace
 * @property {string} id
 * @property {'node' | 'choice' | 'escalation'} kind
 * @property {string} node The anchor of its node.
 * @property {string[]} steps The keys of the steps to take here.
 * @property {string} next The place after the answer `unresolved`.
 * @property {{ place: string, title: string }[]} [choices]
 * @property {string[]} before The anchors of the nodes that lead up to it.
 * @property {string[]} details The anchors of the nodes with more about it.
 * @property {string | null} cause
 * @property {string | null} condition
 *
 * The contents of guide.json.
 * @typedef {object} Guide
 * @property {string} id
 * @property {string | null} first The first place.
 * @property {GuideNode[]} nodes
 * @property {GuidePlace[]} places
 * @property {{ labels: Record<string, string>, page: string, title: string, version: string, insights?: string, support?: string }} site
 * @property {(address: string) => string} [address] Resolves an address of the guide's page. Added by the element.
 *
 * The places that a reader has visited, with the answer given at each. The last one is the present place and has no answer yet.
 * Empty before the start.
 * @typedef {{ at: string, answer?: string }[]} Trail
 */

/** The ends that are not places of an article. */
export const solved = '~solved';
export const end = '~end';

/**
 * @param {Guide} guide
 * @param {string} id
 */
export const placeOf = (guide, id) => guide.places.find((place) => place.id === id);
/**
 * @param {Guide} guide
 * @param {string} anchor
 */
export const nodeOf = (guide, anchor) => guide.nodes.find((node) => node.anchor === anchor);
/**
 * The name of what is tried at a place: its node, or the single step of the node that the place is about.
 * @param {Guide} guide
 * @param {GuidePlace} place
 */
export function nameOf(guide, place) {
  const node = nodeOf(guide, place.node);
  const step = isPartial(node, place) ? node.steps.find(({ key }) => key === place.steps[0]) : undefined;
  return step ? `${node.title}: ${step.text}` : node.title;
}

/**
 * Whether the place is about some of the node's steps only.
 * @param {GuideNode} node
 * @param {GuidePlace} place
 */
export const isPartial = (node, place) => place.steps.length > 0 && place.steps.length < node.steps.length;

/**
 * The present place; null before the start.
 * @param {Trail} trail
 */
export const standing = (trail) => trail.at(-1)?.at ?? null;

/** @param {Trail[number]} entry */
const withoutAnswer = ({ at }) => ({ at });

/**
 * @param {Guide} guide
 * @param {string} id
 */
const exists = (guide, id) => id === solved || id === end || placeOf(guide, id) !== undefined;

/**
 * The part of a stored trail that is still valid, since the article may have lost places.
 * @param {Guide} guide
 * @param {Trail} trail
 * @returns {Trail}
 */
export function restore(guide, trail) {
  const lost = trail.findIndex(({ at }) => !exists(guide, at));
  const known = (lost < 0 ? trail : trail.slice(0, lost)).filter(({ at }, index) => index > 0 || placeOf(guide, at));
  // Nothing follows an end.
  const ending = known.findIndex(({ at }) => at === solved || at === end);
  const kept = ending < 0 ? known : known.slice(0, ending + 1);
  return kept.map((entry, index) => (index === kept.length - 1 ? withoutAnswer(entry) : entry));
}

/**
 * @param {Guide} guide
 * @returns {Trail}
 */
export function start(guide) {
  return guide.first === null ? [] : [{ at: guide.first }];
}

/**
 * The place that an answer leads to; null if the answer is not possible here.
 * @param {Guide} guide
 * @param {string} id
 * @param {string} answer `fixed`, `unresolved`, or the chosen place.
 */
export function target(guide, id, answer) {
  const place = placeOf(guide, id);
  if (!place) return null;
  if (answer === 'fixed') return place.kind === 'choice' ? null : solved;
  if (answer === 'unresolved') return place.next;
  return place.choices?.some((choice) => choice.place === answer) ? answer : null;
}

/**
 * @param {Guide} guide
 * @param {Trail} trail
 * @param {string} given
 * @returns {Trail}
 */
export function answer(guide, trail, given) {
  const next = trail.length > 0 ? target(guide, standing(trail), given) : null;
  if (next === null) return trail;
  return [...trail.slice(0, -1), { at: standing(trail), answer: given }, { at: next }];
}

/**
 * @param {Trail} trail
 * @returns {Trail}
 */
export function back(trail) {
  const kept = trail.slice(0, -1);
  return kept.map((entry, index) => (index === kept.length - 1 ? withoutAnswer(entry) : entry));
}

/**
 * Follows a link: back to a place on the trail, or on to another place, which keeps the trail.
 * @param {Guide} guide
 * @param {Trail} trail
 * @param {string} id
 * @returns {Trail}
 */
export function jump(guide, trail, id) {
  const known = trail.findLastIndex(({ at }) => at === id);
  if (known >= 0) return [...trail.slice(0, known), { at: id }];
  return placeOf(guide, id) ? [...trail, { at: id }] : trail;
}

/**
 * The number of places that were tried, and the largest number that may be left, including the present one.
 * @param {Guide} guide
 * @param {Trail} trail
 */
export function progress(guide, trail) {
  const tried = trail.filter(({ at, answer: given }) => given !== undefined && placeOf(guide, at)?.kind === 'node').length;
  return { tried, left: longest(guide, standing(trail), new Map()) };
}

/**
 * The length of the longest way from a place.
 * @param {Guide} guide
 * @param {string | null} id
 * @param {Map<string, number>} known
 * @returns {number}
 */
function longest(guide, id, known) {
  const place = id === null ? undefined : placeOf(guide, id);
  if (!place || place.kind === 'escalation') return 0;
  if (known.has(id)) return known.get(id);
  // Ends cycles: a place that is reached again while it is being counted counts as nothing.
  known.set(id, 0);
  const ways = [place.next, ...(place.choices ?? []).map((choice) => choice.place)];
  const length = (place.kind === 'node' ? 1 : 0) + Math.max(...ways.map((way) => longest(guide, way, known)));
  known.set(id, length);
  return length;
}

/**
 * The choice right below a place in the article, which can be made at the place.
 * @param {Guide} guide
 * @param {GuidePlace} place
 */
export function choiceBelow(guide, place) {
  const next = place.kind === 'node' ? placeOf(guide, place.next) : undefined;
  if (next?.kind !== 'choice') return undefined;
  const chosen = nodeOf(guide, next.node);
  return chosen.parent === nodeOf(guide, place.node).line ? next : undefined;
}

/**
 * The position of a place's cause among the causes of its condition, in the order of the guide, from 1.
 * @param {Guide} guide
 * @param {GuidePlace} place
 */
export function rank(guide, place) {
  const causes = guide.places.filter(({ kind, condition }) => kind === 'node' && condition === place.condition).map(({ cause }) => cause);
  return [...new Set(causes)].indexOf(place.cause) + 1;
}
