// The text of the summary.
import assert from 'node:assert/strict';
import test from 'node:test';
import { formats, summary } from '../../Templates/guide-summary.js';

const labels = {
  title: 'Guided troubleshooting', page: 'Page', address: 'Address', date: 'Date', version: 'Version', tried: 'Tried',
  fixed: 'That fixed it',
  notFixed: 'Still not fixed', fixedBy: 'What fixed it', result: 'Result', asked: 'Asked for', note: 'Note',
};
const node = (anchor, title, ...steps) => ({ anchor, title, steps: steps.map((text, index) => ({ key: `${anchor}${index}`, text })) });
const guide = {
  site: { title: 'Help', page: 'No paper', version: '7', labels },
  nodes: [node('tray', '1. Open the *tray*', 'Pull', 'Look'), node('ask', 'Ask us', 'Send the log')],
  places: [
    { id: 'tray', kind: 'node', node: 'tray', steps: ['tray0', 'tray1'], next: 'ask' },
    { id: 'ask', kind: 'escalation', node: 'ask', steps: ['ask0'], next: null },
  ],
};
const date = new Date('2026-11-24T05:12:33Z');
const write = (session, format = 'plain') => (
  summary(guide, { ticks: {}, note: '', ...session }, 'https://kb.example/no-paper/', date, formats[format]));

test('an unresolved summary lists what was tried and what the escalation asks for', () => {
  const trail = [{ at: 'tray', answer: 'unresolved' }, { at: 'ask' }];
  assert.equal(write({ trail, ticks: { tray0: true, ask0: true }, note: ' It smokes. ' }), `Guided troubleshooting: No paper
================================

Page: No paper (Help)
Address: https://kb.example/no-paper/
Date: 2026-11-24 05:12 UTC
Version: 7

Result: Still not fixed

Note:
It smokes.

Asked for:
- Ask us
  [x] Send the log

Tried:
- 1. Open the *tray* – Still not fixed
  [x] Pull
  [ ] Look
`);
});

test('a resolved summary names the fix', () => {
  assert.equal(write({ trail: [{ at: 'tray', answer: 'fixed' }, { at: '~solved' }] }, 'markdown'), `# Guided troubleshooting: No paper

- **Page:** No paper (Help)
- **Address:** <https://kb.example/no-paper/>
- **Date:** 2026-11-24 05:12 UTC
- **Version:** 7

- **What fixed it:** 1. Open the \\*tray\\*

## Tried
- **1. Open the \\*tray\\*** – That fixed it
  - [ ] Pull
  - [ ] Look
`);
});

test('a summary at the end without an escalation asks for nothing', () => {
  assert.match(write({ trail: [{ at: 'tray', answer: 'unresolved' }, { at: '~end' }] }), /\nResult: Still not fixed\n\nTried:\n/);
});

test('a summary lists choices, and groups single steps below the title of their node', () => {
  const other = {
    ...guide,
    site: { ...guide.site, labels: { ...labels, whatIsSeen: 'What do you see?', none: 'None of these' } },
    nodes: [{ ...node('top', 'Symptoms'), kind: 'condition' }, node('tray', 'Tray', 'Pull', 'Look')],
    places: [
      { id: 'pick', kind: 'choice', node: 'top', steps: [], choices: [{ place: 'tray:0', title: 'It blinks' }], next: null },
      { id: 'tray:0', kind: 'node', node: 'tray', steps: ['tray0'], next: 'tray:1' },
      { id: 'tray:1', kind: 'node', node: 'tray', steps: ['tray1'], next: null },
    ],
  };
  const trail = [
    { at: 'pick', answer: 'tray:0' }, { at: 'tray:0', answer: 'unresolved' }, { at: 'tray:1', answer: 'fixed' }, { at: '~solved' },
  ];
  const text = summary(other, { ticks: {}, note: '', trail }, 'https://kb.example/', new Date(0), formats.plain);
  assert.match(text, /\nWhat fixed it: Tray: Look\n\nTried:\n- What do you see\? – It blinks\n- Tray\n/);
  assert.match(text, /\n- Tray\n  - Pull – Still not fixed\n  - Look – That fixed it\n$/);
});
