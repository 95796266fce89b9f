// The names in the program are those of data/names/; where they are not, `npm run names` writes them anew.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUNDLED_NAMES } from '../../src/io/bundled-names.ts';
import { readNames } from '../../src/read/names.ts';

test('the bundled names are those of the file', () => {
  const bytes = readFileSync(new URL('../../data/names/ibm.names.yaml', import.meta.url));
  const { value } = readNames({ name: 'ibm.names.yaml', bytes });
  expect(BUNDLED_NAMES).toEqual(value);
  expect(Object.keys(BUNDLED_NAMES.services)).toEqual(Object.keys(value?.services ?? {}));
});
