// What is remembered from one document to the next stays within its bounds, and what is used stays longest.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newMemory } from '../../../src/write/pdf/fonts/memory.ts';

const keys = Array.from({ length: 40 }, (_, index) => `word ${index}`);

test('what is asked for again and again is never forgotten, what came once is', () => {
  const memory = newMemory<string>(4);
  memory.keep('often', 'kept');
  for (const key of keys) {
    memory.keep(key, key);
    expect(memory.get('often')).toBe('kept');
  }
  expect(memory.get('word 0')).toBeUndefined();
  expect(memory.get('word 39')).toBe('word 39');
});

test('a memory tells what was kept last or nothing, and never holds more than two generations', () => {
  const step = fc.record({ key: fc.constantFrom(...keys), value: fc.option(fc.nat()) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 200 }), (most, steps) => {
      const memory = newMemory<number>(most);
      const all = new Map<string, number>();
      for (const { key, value } of steps) {
        if (value === null) expect([all.get(key), undefined]).toContain(memory.get(key));
        else {
          expect(memory.keep(key, value)).toBe(value);
          all.set(key, value);
          expect(memory.get(key)).toBe(value);
        }
      }
      const held = keys.filter((key) => memory.get(key) !== undefined);
      expect(held.length).toBeLessThanOrEqual(2 * most);
    }),
  );
});
