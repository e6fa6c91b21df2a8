// Where a reader stands in a guide: pure functions of the guide and of the trail, the places they have been at with the answer they gave at each.
// The last entry of a trail is where they stand, and has no answer yet; an empty trail is before the start.

export const solved = '~solved';
export const end = '~end';

export const placeOf = (guide, id) => guide.places.find((place) => place.id === id);
export const nodeOf = (guide, anchor) => guide.nodes.find((node) => node.anchor === anchor);
// What is tried at a place: the node, or the one of its steps that is asked for there.
export function nameOf(guide, place) {
  const node = nodeOf(guide, place.node);
  const step = isPartial(node, place) ? node.steps.find(({ key }) => key === place.steps[0]) : undefined;
  return step ? `${node.title}: ${step.text}` : node.title;
}

export const isPartial = (node, place) => place.steps.length > 0 && place.steps.length < node.steps.length;

export const standing = (trail) => trail.at(-1)?.at ?? null;

const withoutAnswer = ({ at }) => ({ at });

// Before the start, at a place, or at one of the two ends that no article has.
const exists = (guide, id) => id === solved || id === end || placeOf(guide, id) !== undefined;

// A trail of another day, of which the article may have lost places since: as far as it is still true.
export function restore(guide, trail) {
  const lost = trail.findIndex(({ at }) => !exists(guide, at));
  const known = (lost < 0 ? trail : trail.slice(0, lost)).filter(({ at }, index) => index > 0 || placeOf(guide, at));
  // Nothing comes behind an end.
  const ending = known.findIndex(({ at }) => at === solved || at === end);
  const kept = ending < 0 ? known : known.slice(0, ending + 1);
  return kept.map((entry, index) => (index === kept.length - 1 ? withoutAnswer(entry) : entry));
}

export function start(guide) {
  return guide.first === null ? [] : [{ at: guide.first }];
}

// Where an answer leads: `fixed`, `unresolved`, or the place that was chosen. Null for what is no answer here.
export function target(guide, id, answer) {
  const place = placeOf(guide, id);
  if (!place) return null;
  if (answer === 'fixed') return place.kind === 'choice' ? null : solved;
  if (answer === 'unresolved') return place.next;
  return place.choices?.some((choice) => choice.place === answer) ? answer : null;
}

export function answer(guide, trail, given) {
  const next = trail.length > 0 ? target(guide, standing(trail), given) : null;
  if (next === null) return trail;
  return [...trail.slice(0, -1), { at: standing(trail), answer: given }, { at: next }];
}

export function back(trail) {
  const kept = trail.slice(0, -1);
  return kept.map((entry, index) => (index === kept.length - 1 ? withoutAnswer(entry) : entry));
}

// By a link: back to a place on the trail, or on to another, which keeps what was tried before.
export function jump(guide, trail, id) {
  const known = trail.findLastIndex(({ at }) => at === id);
  if (known >= 0) return [...trail.slice(0, known), { at: id }];
  return placeOf(guide, id) ? [...trail, { at: id }] : trail;
}

// How many places a reader has tried, and how many are left at most, the present one among them.
export function progress(guide, trail) {
  const tried = trail.filter(({ at, answer: given }) => given !== undefined && placeOf(guide, at)?.kind === 'node').length;
  return { tried, left: longest(guide, standing(trail), new Map()) };
}

function longest(guide, id, known) {
  const place = id === null ? undefined : placeOf(guide, id);
  if (!place || place.kind === 'escalation') return 0;
  if (known.has(id)) return known.get(id);
  // A place that is met again while it is counted would be a circle.
  known.set(id, 0);
  const ways = [place.next, ...(place.choices ?? []).map((choice) => choice.place)];
  const length = (place.kind === 'node' ? 1 : 0) + Math.max(...ways.map((way) => longest(guide, way, known)));
  known.set(id, length);
  return length;
}

// The choice that stands below a place, and can be made there at once.
export function choiceBelow(guide, place) {
  const next = place.kind === 'node' ? placeOf(guide, place.next) : undefined;
  if (next?.kind !== 'choice') return undefined;
  const chosen = nodeOf(guide, next.node);
  return chosen.parent === nodeOf(guide, place.node).line ? next : undefined;
}

// The order of the causes of a condition as readers meet them, from 1.
export function rank(guide, place) {
  const causes = guide.places.filter(({ kind, condition }) => kind === 'node' && condition === place.condition).map(({ cause }) => cause);
  return [...new Set(causes)].indexOf(place.cause) + 1;
}
