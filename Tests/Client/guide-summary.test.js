// The summary, word for word.
import assert from 'node:assert/strict';
import test from 'node:test';
import { formats, summary } from '../../Templates/guide-summary.js';

const labels = {
  title: 'Guided troubleshooting', page: 'Page', address: 'Address', date: 'Date', version: 'Version', tried: 'Tried', fixed: 'That fixed it',
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
const write = (session, format = 'plain') => summary(guide, { ticks: {}, note: '', ...session }, 'https://kb.example/no-paper/', new Date('2026-11-24T05:12:33Z'), formats[format]);

test('nothing helped: what was tried, and what is asked for', () => {
  assert.equal(write({ trail: [{ at: 'tray', answer: 'unresolved' }, { at: 'ask' }], ticks: { tray0: true, ask0: true }, note: ' It smokes. ' }), `Guided troubleshooting: No paper
================================

Page: No paper (Help)
Address: https://kb.example/no-paper/
Date: 2026-11-24 05:12 UTC
Version: 7

Tried:
- 1. Open the *tray* – Still not fixed
  [x] Pull
  [ ] Look

Result: Still not fixed

Asked for:
- Ask us
  [x] Send the log

Note:
It smokes.
`);
});

test('fixed: by what', () => {
  assert.equal(write({ trail: [{ at: 'tray', answer: 'fixed' }, { at: '~solved' }] }, 'markdown'), `# Guided troubleshooting: No paper

- **Page:** No paper (Help)
- **Address:** <https://kb.example/no-paper/>
- **Date:** 2026-11-24 05:12 UTC
- **Version:** 7

## Tried
- **1. Open the \\*tray\\*** – That fixed it
  - [ ] Pull
  - [ ] Look

- **What fixed it:** 1. Open the \\*tray\\*
`);
});

test('the article names nobody to ask', () => {
  assert.match(write({ trail: [{ at: 'tray', answer: 'unresolved' }, { at: '~end' }] }), /Result: Still not fixed\n$/);
});
