// Whether a part of the document says anything is told without its text being put together.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentNode } from '../../../src/model/document.ts';
import { saysAnything, textOf } from '../../../src/write/pdf/boxes/document-text.ts';
import { el } from './tree.ts';

const text = fc.string({ unit: fc.constantFrom(' ', '\n', '\u00a0', '\u2003', 'a'), maxLength: 3 });
const display = fc.constantFrom('none' as const, 'inline' as const, 'block' as const);
const { node } = fc.letrec<{ node: DocumentNode | string; element: DocumentNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, text, tie('element')),
  element: fc
    .tuple(fc.constantFrom('p', 'br', 'span'), display, fc.array(tie('node'), { maxLength: 3 }))
    .map(([tag, shown, children]) => el(tag, { display: shown }, children)),
}));

test('a node says something exactly when its text is not empty', () => {
  fc.assert(
    fc.property(node, (made) => {
      const whole = el('th', {}, [made]);
      expect(saysAnything(whole)).toBe(textOf(whole) !== '');
    }),
    { numRuns: 500 },
  );
});
