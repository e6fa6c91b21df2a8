// The text of the summary.
import assert from 'node:assert/strict';
import test from 'node:test';
import { formats, summary } from '../../Templates/guide-summary.js';

const labels = {
  address: 'Address', date: 'Date', version: 'Version', tried: 'Tried', fixedBy: 'What fixed it', result: 'Result', asked: 'Asked for', note: 'Note',
  whatIsSeen: 'What do you see?', whichWay: 'Which fits?', none: 'None of these fits', markFixed: 'fixed it', markNotFixed: 'not fixed', markFine: 'fine',
  markFound: 'not as it should be', markNotIt: 'not the cause', markSkipped: 'skipped',
};
const node = (anchor, title, ...steps) => ({ anchor, title, steps: steps.map((text, index) => ({ key: `${anchor}${index}`, text })) });
const guide = {
  site: { title: 'Help', page: 'No paper', version: '7', labels },
  nodes: [node('tray', '1. Open the *tray*', 'Pull', 'Look'), node('ask', 'Ask us', 'Send the log')],
  places: [
    { id: 'tray', kind: 'node', question: 'remedy', node: 'tray', steps: ['tray0', 'tray1'], next: 'ask' },
    { id: 'ask', kind: 'escalation', question: 'escalation', node: 'ask', steps: ['ask0'], next: null },
  ],
};
const date = new Date('2026-11-24T05:12:33Z');
const write = (session, format = 'plain') => (
  summary(guide, { ticks: {}, note: '', ...session }, 'https://kb.example/no-paper/', date, formats[format]));

test('an unresolved summary begins with what its reader needs to know first', () => {
  const trail = [{ at: 'tray', answer: 'unresolved' }, { at: 'ask' }];
  assert.equal(write({ trail, ticks: { tray0: true, ask0: true }, note: ' It smokes. ' }), `No paper (Help)

Result: not fixed
Address: https://kb.example/no-paper/#guide:ask
Date: 2026-11-24 05:12 UTC
Version: 7

Asked for:
  [x] Send the log

Note:
It smokes.

Tried:
✗ not fixed – 1. Open the *tray*
  [x] Pull
  [ ] Look
`);
});

test('a resolved summary names the fix', () => {
  assert.equal(write({ trail: [{ at: 'tray', answer: 'fixed' }, { at: '~solved' }] }, 'markdown'), `# No paper (Help)

- **What fixed it:** 1. Open the \\*tray\\*
- **Address:** <https://kb.example/no-paper/#guide:tray>
- **Date:** 2026-11-24 05:12 UTC
- **Version:** 7

## Tried
- ✓ fixed it – **1. Open the \\*tray\\***
`);
});

test('ticks are told only where some steps were left out', () => {
  const trail = [{ at: 'tray', answer: 'unresolved' }, { at: '~end' }];
  assert.match(write({ trail }), /\n✗ not fixed – 1\. Open the \*tray\*\n$/);
  assert.match(write({ trail, ticks: { tray0: true, tray1: true } }), /\n✗ not fixed – 1\. Open the \*tray\*\n$/);
});

test('each answer has its mark', () => {
  const place = (id, question, more = {}) => ({ id, kind: 'node', question, node: id, steps: [], next: null, ...more });
  const other = {
    ...guide,
    nodes: ['look', 'why', 'do', 'top'].map((anchor) => node(anchor, anchor)),
    places: [
      place('~top', 'condition', { kind: 'choice', node: 'top', choices: [{ node: 'top', place: 'look', title: 'It blinks' }] }),
      place('look', 'check'), place('why', 'cause'), place('do', 'remedy'),
    ],
  };
  const trail = [
    { at: '~top', answer: '=top' }, { at: 'look', answer: 'fine' }, { at: 'why', answer: 'other' }, { at: 'look', answer: 'found' },
    { at: 'do', answer: 'skipped' }, { at: '~top', answer: 'none' }, { at: '~end' },
  ];
  const text = summary(other, { ticks: {}, note: '', trail }, 'https://kb.example/', new Date(0), formats.plain);
  assert.deepEqual(text.split('Tried:\n')[1].trim().split('\n'), [
    '→ It blinks', '✓ fine – look', '✗ not the cause – why', '→ not as it should be – look', '– skipped – do', '→ None of these fits – What do you see?',
  ]);
});
