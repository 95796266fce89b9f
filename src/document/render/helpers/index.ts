// The list of helpers. A new one is a row in one of these files, or a new file and a line here.
import type { HelperRow } from '../helper.ts';
import { DAYS } from './days.ts';
import { DIRECTIONS } from './direction.ts';
import { DRAWINGS } from './drawings.ts';
import { LISTS } from './lists.ts';
import { LOGIC } from './logic.ts';
import { TEXTS } from './text.ts';
import { TIMELINES } from './timeline.ts';

export const HELPERS: readonly HelperRow[] = [
  ...TEXTS,
  ...DIRECTIONS,
  ...DAYS,
  ...LOGIC,
  ...LISTS,
  ...DRAWINGS,
  ...TIMELINES,
];
export const HELPERS_BY_NAME: ReadonlyMap<string, HelperRow> = new Map(HELPERS.map((row) => [row.name, row]));

/** Block helpers, for the documentation and the lint; render/blocks.ts makes them act. */
export const BLOCKS = [
  {
    name: 'if',
    usage: '{{#if a}} … {{else if b}} … {{else}} … {{/if}}',
    does: 'Its block when the value is not false. Null is false; a missing name is an error.',
    inverse: true,
  },
  {
    name: 'unless',
    usage: '{{#unless a}} … {{/unless}}',
    does: 'Its block when the value is false.',
    inverse: true,
  },
  {
    name: 'each',
    usage: '{{#each list as |item index|}} … {{else}} … {{/each}}',
    does: 'Its block for each item of a list, or each member of a record; `else` for an empty one. Null is refused. Inside: `@index`, `@key`, `@first`, `@last`.',
    inverse: true,
  },
  {
    name: 'with',
    usage: '{{#with value as |name|}} … {{else}} … {{/with}}',
    does: 'Its block with the value as `this`; `else` for null.',
    inverse: true,
  },
] as const;
