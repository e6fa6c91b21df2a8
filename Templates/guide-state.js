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
 * @property {'condition' | 'alternative' | 'cause' | 'check' | 'remedy' | 'escalation'} question What is asked there.
 * @property {string} node The anchor of its node.
 * @property {string[]} steps The keys of the steps to take here.
 * @property {string} next The place after the answers `unresolved`, `fine`, `other`, `none` and `skipped`.
 * @property {string} [found] The place after the answer `found`.
 * @property {{ node: string, place: string, title: string }[]} [choices]
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
 * @property {boolean} [isPage] Whether it is shown as the only content of a page. Added by the element.
 * @property {(address: string) => string} [address] Resolves an address of the guide's page. Added by the element.
 *
 * The places that a reader has visited, with the answer given at each: one of `answers`, or the anchor of the node that was chosen. The last one is
 * the present place and has no answer yet. Empty before the start.
 * @typedef {{ at: string, answer?: string }[]} Trail
 */

/**
 * The answers to each question, but `skipped`, which every question has, and the nodes to choose.
 * @type {Record<string, string[]>}
 */
export const answers = {
  condition: ['none'], alternative: ['none'], cause: ['found', 'other'], check: ['fine', 'found'], remedy: ['fixed', 'unresolved'], escalation: [],
};

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
 * The place that an answer leads to; null if the answer is not possible here. What can be chosen begins with `=`, so that no anchor is taken for an
 * answer.
 * @param {Guide} guide
 * @param {string} id
 * @param {string} answer
 */
export function target(guide, id, answer) {
  const place = placeOf(guide, id);
  if (!place || place.kind === 'escalation') return null;
  if (answer.startsWith('=')) return place.choices?.find(({ node }) => `=${node}` === answer)?.place ?? null;
  if (answer !== 'skipped' && !answers[place.question].includes(answer)) return null;
  return answer === 'fixed' ? solved : answer === 'found' ? place.found : place.next;
}

/**
 * The node that was chosen right before the present place, if it has no place of its own: its text belongs to what follows.
 * @param {Guide} guide
 * @param {Trail} trail
 */
export function chosenBefore(guide, trail) {
  const answer = trail.at(-2)?.answer ?? '';
  const at = placeOf(guide, standing(trail));
  const anchor = answer.startsWith('=') ? answer.slice(1) : null;
  return anchor === null || at?.kind !== 'choice' && at?.node === anchor ? undefined : nodeOf(guide, anchor);
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
 * Which question this is, from 1, and how many there may be in all; null while the reader has not said what they see.
 * @param {Guide} guide
 * @param {Trail} trail
 */
export function progress(guide, trail) {
  const answered = trail.length - 1;
  const left = longest(guide, standing(trail), new Map());
  const isOpen = placeOf(guide, standing(trail))?.question === 'condition';
  return { number: answered + 1, count: isOpen ? null : answered + left, isOver: left === 0 };
}

/**
 * The stops that were answered; choices are none.
 * @param {Guide} guide
 * @param {Trail} trail
 */
export const triedCount = (guide, trail) => trail.filter(({ at, answer: given }) => given !== undefined && placeOf(guide, at)?.kind === 'node').length;

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
  const ways = [place.next, place.found ?? null, ...(place.choices ?? []).map((choice) => choice.place)];
  const length = 1 + Math.max(...ways.map((way) => longest(guide, way, known)));
  known.set(id, length);
  return length;
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
