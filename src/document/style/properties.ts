// The properties of the subset, as data: the theme's parser enforces this table and docs/templates.md prints it.
// A value is a keyword as it stands, or a `<type>` that style/read-value.ts knows.

import { COUNTER_STYLES } from './names.ts';

export type PropertyRow = {
  readonly name: string;
  readonly values: readonly string[];
  readonly initial: string;
  readonly inherited: boolean;
  /** How many of the values may stand together. */
  readonly many: 'one' | 'one or two' | 'one to four' | 'any order' | 'list';
  readonly on: 'elements' | '@page' | '@font-face';
  /** A shorthand sets these; alone it means nothing. */
  readonly sets: readonly string[];
};

type More = Partial<Pick<PropertyRow, 'many' | 'on' | 'sets'>>;
const row = (
  name: string,
  values: string,
  initial: string,
  inherited: boolean,
  more: More = {},
): PropertyRow => ({
  name,
  values: values.split(' '),
  initial,
  inherited,
  many: more.many ?? 'one',
  on: more.on ?? 'elements',
  sets: more.sets ?? [],
});

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
const sides = (pattern: string): readonly string[] => SIDES.map((side) => pattern.replace('*', side));
const perSide = (pattern: string, values: string, initial: string): readonly PropertyRow[] =>
  sides(pattern).map((name) => row(name, values, initial, false));

const BORDER_STYLES = 'none solid dashed dotted';
const BORDER = `<length> ${BORDER_STYLES} <color>`;
const ofSide = (side: string): readonly string[] =>
  ['width', 'style', 'color'].map((part) => `border-${side}-${part}`);

const DISPLAYS =
  'block inline list-item grid none table table-caption table-header-group table-row-group table-row table-cell';

export const ELEMENT_PROPERTIES: readonly PropertyRow[] = [
  row('display', DISPLAYS, 'inline', false),
  row('font-family', '<family>', 'sans-serif', true, { many: 'list' }),
  row('font-size', '<length> <percentage>', '10pt', true),
  row('font-weight', 'normal bold <weight>', 'normal', true),
  row('font-style', 'normal italic', 'normal', true),
  row('color', '<color>', '#000000', true),
  row('background-color', '<color> transparent', 'transparent', false),
  row('line-height', 'normal <number> <length> <percentage>', 'normal', true),
  row('direction', 'ltr rtl', 'ltr', true),
  row('text-align', 'start end left right center justify <point>', 'start', true),
  row('text-decoration', 'none underline line-through', 'none', true),
  row('text-transform', 'none uppercase lowercase', 'none', true),
  row('text-indent', '<length>', '0', true),
  row('letter-spacing', 'normal <length>', 'normal', true),
  row('word-spacing', 'normal <length>', 'normal', true),
  row('white-space', 'normal nowrap pre pre-wrap', 'normal', true),
  row('overflow-wrap', 'normal anywhere', 'normal', true),
  row('vertical-align', 'baseline top middle bottom super sub', 'baseline', false),
  row('margin', '<length> <percentage> auto', '0', false, { many: 'one to four', sets: sides('margin-*') }),
  ...perSide('margin-*', '<length> <percentage> auto', '0'),
  row('padding', '<positive-length>', '0', false, { many: 'one to four', sets: sides('padding-*') }),
  ...perSide('padding-*', '<positive-length>', '0'),
  row('border', BORDER, 'none', false, { many: 'any order', sets: SIDES.flatMap(ofSide) }),
  ...SIDES.map((side) =>
    row(`border-${side}`, BORDER, 'none', false, { many: 'any order', sets: ofSide(side) }),
  ),
  row('border-width', '<positive-length>', '0', false, {
    many: 'one to four',
    sets: sides('border-*-width'),
  }),
  row('border-style', BORDER_STYLES, 'none', false, { many: 'one to four', sets: sides('border-*-style') }),
  row('border-color', '<color>', 'currentcolor', false, {
    many: 'one to four',
    sets: sides('border-*-color'),
  }),
  ...perSide('border-*-width', '<positive-length>', '1.5pt'),
  ...perSide('border-*-style', BORDER_STYLES, 'none'),
  ...perSide('border-*-color', '<color>', 'currentcolor'),
  row('border-radius', '<positive-length>', '0', false),
  row('width', 'auto <positive-length> <percentage>', 'auto', false),
  row('max-width', 'none <positive-length> <percentage>', 'none', false),
  row('height', 'auto <positive-length> <percentage>', 'auto', false),
  row('min-height', '<positive-length>', '0', false),
  row('grid-template-columns', 'none <tracks>', 'none', false),
  row('column-gap', 'normal <positive-length>', 'normal', false),
  row('row-gap', 'normal <positive-length>', 'normal', false),
  row('gap', 'normal <positive-length>', 'normal', false, {
    many: 'one or two',
    sets: ['row-gap', 'column-gap'],
  }),
  row('grid-column', 'auto <grid-span>', 'auto', false),
  row('break-before', 'auto page avoid', 'auto', false),
  row('break-after', 'auto page avoid', 'auto', false),
  row('break-inside', 'auto avoid', 'auto', false),
  row('orphans', '<integer>', '2', true),
  row('widows', '<integer>', '2', true),
  row('page', 'auto <name>', 'auto', false),
  row('list-style-type', `none disc circle square ${COUNTER_STYLES.join(' ')}`, 'disc', true),
  row('bookmark-level', 'none <integer>', 'none', false),
  row('string-set', 'none <string-set>', 'none', false, { many: 'list' }),
  row('counter-reset', 'none <counters>', 'none', false),
  row('counter-increment', 'none <counters>', 'none', false),
  row('content', 'none <content>', 'none', false, { many: 'any order' }),
];

export const PAGE_PROPERTIES: readonly PropertyRow[] = [
  row('size', '<page-size>', 'A4', false, { on: '@page' }),
  row('margin', '<positive-length>', '2cm', false, {
    on: '@page',
    many: 'one to four',
    sets: sides('margin-*'),
  }),
  ...sides('margin-*').map((name) => row(name, '<positive-length>', '2cm', false, { on: '@page' })),
];

export const FACE_PROPERTIES: readonly PropertyRow[] = [
  row('font-family', '<family>', '', false, { on: '@font-face' }),
  row('font-weight', 'normal bold <weight>', 'normal', false, { on: '@font-face' }),
  row('font-style', 'normal italic', 'normal', false, { on: '@font-face' }),
  row('src', '<url>', '', false, { on: '@font-face' }),
];

const byName = (rows: readonly PropertyRow[]): ReadonlyMap<string, PropertyRow> =>
  new Map(rows.map((entry) => [entry.name, entry]));
export const TABLES = {
  elements: byName(ELEMENT_PROPERTIES),
  '@page': byName(PAGE_PROPERTIES),
  '@font-face': byName(FACE_PROPERTIES),
} as const;
export type PropertyTable = ReadonlyMap<string, PropertyRow>;
