// Drafts, final versions and amendments.
import { expect, test } from 'vitest';
import { nextEdition } from '../../src/pack/index.ts';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const V1 = { version: 1, manifest: digest('1') };
const V2 = { version: 2, manifest: digest('2') };

test.each([
  [
    'approvals missing',
    { complete: false, finals: [], amend: null },
    { state: 'draft', version: null, supersedes: null },
  ],
  [
    'approvals missing beside a final pack',
    { complete: false, finals: [V1], amend: null },
    { state: 'draft', version: null, supersedes: null },
  ],
  [
    'approvals complete',
    { complete: true, finals: [], amend: null },
    { state: 'final', version: 1, supersedes: null },
  ],
  [
    'amended',
    { complete: true, finals: [V1], amend: 'Why.' },
    { state: 'final', version: 2, supersedes: { ...V1, reason: 'Why.' } },
  ],
  [
    'amended again, whatever the order',
    { complete: true, finals: [V2, V1], amend: 'Why.' },
    { state: 'final', version: 3, supersedes: { ...V2, reason: 'Why.' } },
  ],
  [
    'a draft of an amendment',
    { complete: false, finals: [V1], amend: 'Why.' },
    { state: 'draft', version: null, supersedes: { ...V1, reason: 'Why.' } },
  ],
])('%s', (_name, asked, edition) => {
  expect(nextEdition(asked)).toEqual(edition);
});

test.each([
  ['pack-final', { complete: true, finals: [V1], amend: null }],
  ['usage', { complete: true, finals: [], amend: 'Why.' }],
  ['usage', { complete: true, finals: [V1], amend: ' ' }],
])('%s', (code, asked) => {
  expect(() => nextEdition(asked)).toThrow(expect.objectContaining({ code }));
});
