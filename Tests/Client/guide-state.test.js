// The state of a guide: the places that answers lead to, without a browser.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as state from '../../Templates/guide-state.js';

const place = (id, next, more = {}) => ({ id, kind: 'node', question: 'remedy', node: id, cause: id, before: [], details: [], steps: [], next, ...more });

// One cause with two options, then another cause, then an escalation.
const guide = {
  first: 'cause',
  nodes: ['cause', 'one', 'two', 'other', 'ask'].map((anchor, index) => ({
    anchor, line: index, parent: { one: 0, two: 0 }[anchor] ?? null, title: anchor, kind: 'remedy', steps: [], html: '',
  })),
  places: [
    place('cause', '~one'),
    place('~one', 'other', {
      kind: 'choice', question: 'alternative', node: 'one',
      choices: [{ title: 'One', node: 'one', place: 'one' }, { title: 'Two', node: 'two', place: 'two' }],
    }),
    place('one', 'other', { cause: 'cause' }), place('two', 'other', { cause: 'cause' }), place('other', 'ask'),
    place('ask', null, { kind: 'escalation', question: 'escalation' }),
  ],
};

const walk = (...answers) => answers.reduce((trail, given) => state.answer(guide, trail, given), state.start(guide));
const at = (trail) => state.standing(trail);

test('`unresolved` leads to the next place, and finally to the end', () => {
  assert.equal(at(walk()), 'cause');
  assert.equal(at(walk('unresolved')), '~one');
  assert.equal(at(walk('unresolved', '=two')), 'two');
  assert.equal(at(walk('unresolved', '=two', 'unresolved')), 'other');
  assert.equal(at(walk('unresolved', '=two', 'unresolved', 'unresolved')), 'ask');
});

test('choosing none leads to the place after the choice', () => assert.equal(at(walk('unresolved', 'none')), 'other'));

test('`fixed` ends the guide at every place except choices', () => {
  assert.equal(at(walk('fixed')), state.solved);
  assert.equal(at(walk('unresolved', '=one', 'fixed')), state.solved);
});

test('an impossible answer changes nothing', () => {
  assert.deepEqual(walk('elsewhere'), walk());
  assert.deepEqual(walk('unresolved', 'fixed'), walk('unresolved'));
  assert.deepEqual(walk('unresolved', '=gone'), walk('unresolved'));
  assert.deepEqual(walk('fine'), walk());
  assert.deepEqual(walk('fixed', 'unresolved'), walk('fixed'));
  assert.deepEqual(state.answer(guide, [], 'fixed'), []);
});

test('an answer does not modify the given trail', () => {
  const before = Object.freeze([Object.freeze({ at: 'cause' })]);
  state.answer(guide, before, 'unresolved');
  assert.deepEqual(before, [{ at: 'cause' }]);
});

test('back removes the last answer, down to the start', () => {
  assert.deepEqual(state.back(walk('unresolved', '=one')), walk('unresolved'));
  assert.deepEqual(state.back(walk('unresolved')), walk());
  assert.deepEqual(state.back(walk()), []);
  assert.deepEqual(state.back([]), []);
});

test('a link leads to its place and keeps the trail', () => {
  assert.deepEqual(state.jump(guide, [], 'other'), [{ at: 'other' }]);
  assert.deepEqual(state.jump(guide, walk('unresolved', '=one'), 'cause'), walk());
  assert.equal(at(state.jump(guide, walk('unresolved', '=one'), 'ask')), 'ask');
  assert.equal(state.jump(guide, walk('unresolved', '=one'), 'ask').length, 4);
});

test('a link to a missing place or to an end changes nothing', () => {
  for (const id of ['gone', '', state.solved, state.end]) assert.deepEqual(state.jump(guide, walk('unresolved'), id), walk('unresolved'));
});

test('a stored trail is restored up to the first missing place', () => {
  assert.deepEqual(state.restore(guide, walk('unresolved', '=one')), walk('unresolved', '=one'));
  const trail = [{ at: 'cause', answer: 'unresolved' }, { at: 'gone', answer: 'unresolved' }, { at: 'other' }];
  assert.deepEqual(state.restore(guide, trail), walk());
  assert.deepEqual(state.restore(guide, [{ at: 'gone' }]), []);
  assert.deepEqual(state.restore(guide, [{ at: state.solved }]), []);
  assert.deepEqual(state.restore(guide, walk('fixed')), walk('fixed'));
});

test('every question but the last can be skipped', () => {
  assert.equal(at(walk('skipped')), '~one');
  assert.equal(at(walk('skipped', 'skipped', 'skipped')), 'ask');
  assert.equal(at(walk('skipped', 'skipped', 'skipped', 'skipped')), 'ask');
});

test('what is found by looking leads on, and what is not passes it by', () => {
  const looked = { ...guide, places: [place('cause', 'other', { question: 'check', found: 'two' }), place('two', 'other'), place('other', '~end')] };
  assert.equal(state.target(looked, 'cause', 'found'), 'two');
  assert.equal(state.target(looked, 'cause', 'fine'), 'other');
  assert.equal(state.target(looked, 'cause', 'fixed'), null);
});

test('progress counts the questions, and the longest way left', () => {
  assert.deepEqual(state.progress(guide, walk()), { number: 1, count: 4, isOver: false });
  assert.deepEqual(state.progress(guide, walk('unresolved')), { number: 2, count: 4, isOver: false });
  assert.deepEqual(state.progress(guide, walk('unresolved', '=one', 'unresolved')), { number: 4, count: 4, isOver: false });
  assert.equal(state.progress(guide, walk('fixed')).isOver, true);
});

test('how many questions there are is unknown before the reader says what they see', () => {
  const asked = { ...guide, first: '~a', places: [place('~a', '~end', { kind: 'choice', question: 'condition', choices: [] })] };
  assert.equal(state.progress(asked, [{ at: '~a' }]).count, null);
});

test('a cycle ends the count', () => {
  const circle = { ...guide, places: [place('cause', 'other'), place('other', 'cause')] };
  assert.equal(state.progress(circle, state.start(circle)).count, 2);
});

test('only stops count as tried', () => {
  assert.equal(state.triedCount(guide, walk('unresolved', '=one')), 1);
  assert.equal(state.triedCount(guide, walk('unresolved', '=one', 'unresolved')), 2);
});

test('the text of what was chosen is shown behind the choice, unless it is the place itself', () => {
  assert.equal(state.chosenBefore(guide, walk('unresolved', '=one')), undefined);
  const without = { ...guide, places: [place('~one', 'ask', { kind: 'choice', choices: [{ node: 'one', place: 'ask' }] }), place('ask', null)] };
  assert.equal(state.chosenBefore(without, [{ at: '~one', answer: '=one' }, { at: 'ask' }]).anchor, 'one');
});

test('causes are ranked in the order of the guide', () => {
  assert.deepEqual(['cause', 'two', 'other'].map((id) => state.rank(guide, state.placeOf(guide, id))), [1, 1, 2]);
});

test('every way through the guide ends', () => {
  const ends = new Set();
  const follow = (trail, depth) => {
    assert.ok(depth < 20);
    const here = state.placeOf(guide, at(trail));
    const choices = (here?.choices ?? []).map((choice) => `=${choice.node}`);
    const answers = ['fixed', 'unresolved', 'none', 'skipped', ...choices].filter((given) => here && state.target(guide, here.id, given) !== null);
    if (answers.length === 0) ends.add(at(trail));
    for (const given of answers) follow(state.answer(guide, trail, given), depth + 1);
  };
  follow(state.start(guide), 0);
  assert.deepEqual([...ends].sort(), ['ask', state.solved]);
});

test('a restored trail stops at an end', () => {
  const some = { places: [{ id: 'a', kind: 'node', node: 'a', steps: [], next: null }], nodes: [], first: 'a' };
  assert.deepEqual(state.restore(some, [{ at: 'a' }, { at: state.solved }, { at: state.solved }]), [{ at: 'a' }, { at: state.solved }]);
  assert.deepEqual(state.restore(some, [{ at: state.solved }]), []);
});
