// Declared values to computed ones: inheritance, initial values, lengths in points, colours without names.
import type { Border, Edges, Size, Style, Track } from '../../model/document.ts';
import type { Computed, LineHeight, Winners } from './computed.ts';
import { splitInherited, takeOver } from './inherit.ts';
import { COUNTER_STYLES } from './names.ts';
import { type CounterStep, type DeclaredPart, points, type Value } from './value.ts';
import type { Variables } from './variables.ts';

const NORMAL: LineHeight = { kind: 'factor', factor: 1.2 };
const MEDIUM: Value = { kind: 'length', value: 1.5, unit: 'pt' };

/** What each length of an element is measured with: its own font size and the root's. */
type Measure = { readonly em: number; readonly rem: number };

const lengthOf = (value: Value | undefined, measure: Measure): number | null =>
  value?.kind === 'length' ? points(value.value, value.unit, measure.em, measure.rem) : null;

const sizeOf = (value: Value | undefined, measure: Measure, initial: Size): Size => {
  if (value === undefined) return initial;
  if (value.kind === 'percent') return { percent: value.value };
  return value.kind === 'keyword' ? 'auto' : (lengthOf(value, measure) ?? initial);
};

const wordOf = <T extends string>(value: Value | undefined, words: readonly T[]): T | null =>
  value?.kind === 'keyword' ? (words.find((word) => word === value.word) ?? null) : null;

const numberOf = (value: Value | undefined): number | null => (value?.kind === 'number' ? value.value : null);

const namesOf = (value: Value | undefined): readonly string[] | null =>
  value?.kind === 'names' ? value.names : null;

const colorOf = (value: Value | undefined, current: string): string | null => {
  if (value?.kind === 'color') return value.color;
  return value?.kind === 'keyword' && value.word === 'currentcolor' ? current : null;
};

const fontSizeOf = (value: Value | undefined, parent: number, rem: number): number => {
  if (value?.kind === 'percent') return (value.value / 100) * parent;
  return lengthOf(value, { em: parent, rem }) ?? parent;
};

const lineHeightOf = (value: Value | undefined, parent: LineHeight, measure: Measure): LineHeight => {
  if (value === undefined) return parent;
  if (value.kind === 'number') return { kind: 'factor', factor: value.value };
  if (value.kind === 'percent') return { kind: 'points', points: (value.value / 100) * measure.em };
  const length = lengthOf(value, measure);
  return length === null ? NORMAL : { kind: 'points', points: length };
};

const weightOf = (value: Value | undefined): number | null => {
  const word = wordOf(value, ['normal', 'bold']);
  return word === null ? numberOf(value) : { normal: 400, bold: 700 }[word];
};

const edges = <T>(edge: (side: string) => T): Edges<T> => ({
  top: edge('top'),
  right: edge('right'),
  bottom: edge('bottom'),
  left: edge('left'),
});

const borderOf = (winners: Winners, side: string, measure: Measure, current: string): Border => {
  const style = wordOf(winners.get(`border-${side}-style`), ['none', 'solid', 'dashed', 'dotted']) ?? 'none';
  const width =
    style === 'none' ? 0 : (lengthOf(winners.get(`border-${side}-width`) ?? MEDIUM, measure) ?? 0);
  return { style, width, color: colorOf(winners.get(`border-${side}-color`), current) ?? current };
};

type Inherited = Pick<
  Style,
  | 'fontFamily'
  | 'fontWeight'
  | 'fontStyle'
  | 'color'
  | 'textAlign'
  | 'direction'
  | 'textDecoration'
  | 'textTransform'
  | 'textIndent'
  | 'letterSpacing'
  | 'wordSpacing'
  | 'whiteSpace'
  | 'overflowWrap'
  | 'orphans'
  | 'widows'
  | 'listStyleType'
>;

const INITIAL: Inherited = {
  fontFamily: ['sans-serif'],
  fontWeight: 400,
  fontStyle: 'normal',
  color: '#000000',
  textAlign: 'start',
  direction: 'ltr',
  textDecoration: 'none',
  textTransform: 'none',
  textIndent: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  whiteSpace: 'normal',
  overflowWrap: 'normal',
  orphans: 2,
  widows: 2,
  listStyleType: 'disc',
};

/** `normal` adds nothing. */
const spacingOf = (value: Value | undefined, inherited: number, measure: Measure): number =>
  value === undefined ? inherited : (lengthOf(value, measure) ?? 0);

const LIST_STYLES = ['none', 'disc', 'circle', 'square', ...COUNTER_STYLES] as const;

const inheritedOf = (winners: Winners, from: Inherited, measure: Measure): Inherited => ({
  fontFamily: namesOf(winners.get('font-family')) ?? from.fontFamily,
  fontWeight: weightOf(winners.get('font-weight')) ?? from.fontWeight,
  fontStyle: wordOf(winners.get('font-style'), ['normal', 'italic']) ?? from.fontStyle,
  color: colorOf(winners.get('color'), from.color) ?? from.color,
  direction: wordOf(winners.get('direction'), ['ltr', 'rtl']) ?? from.direction,
  textAlign:
    wordOf(winners.get('text-align'), ['start', 'end', 'left', 'right', 'center', 'justify', 'decimal']) ??
    from.textAlign,
  textDecoration:
    wordOf(winners.get('text-decoration'), ['none', 'underline', 'line-through']) ?? from.textDecoration,
  textTransform:
    wordOf(winners.get('text-transform'), ['none', 'uppercase', 'lowercase']) ?? from.textTransform,
  textIndent: lengthOf(winners.get('text-indent'), measure) ?? from.textIndent,
  letterSpacing: spacingOf(winners.get('letter-spacing'), from.letterSpacing, measure),
  wordSpacing: spacingOf(winners.get('word-spacing'), from.wordSpacing, measure),
  whiteSpace: wordOf(winners.get('white-space'), ['normal', 'nowrap', 'pre', 'pre-wrap']) ?? from.whiteSpace,
  overflowWrap: wordOf(winners.get('overflow-wrap'), ['normal', 'anywhere']) ?? from.overflowWrap,
  orphans: numberOf(winners.get('orphans')) ?? from.orphans,
  widows: numberOf(winners.get('widows')) ?? from.widows,
  listStyleType: wordOf(winners.get('list-style-type'), LIST_STYLES) ?? from.listStyleType,
});

const tracksOf = (value: Value | undefined, measure: Measure): readonly Track[] =>
  value?.kind === 'list' ? value.values.map((track) => trackOf(track, measure)) : [];

const trackOf = (value: Value, measure: Measure): Track => {
  if (value.kind === 'fraction') return { kind: 'fraction', fraction: value.value };
  const size = sizeOf(value, measure, 'auto');
  return size === 'auto' ? { kind: 'auto' } : { kind: 'size', size };
};

const pageName = (value: Value | undefined): string | null => (value?.kind === 'keyword' ? value.word : null);

type Own = Omit<Style, keyof Inherited | 'fontSize' | 'lineHeight'>;

const ownOf = (winners: Winners, measure: Measure, color: string): Own => ({
  display:
    wordOf(winners.get('display'), [
      'block',
      'inline',
      'list-item',
      'grid',
      'table',
      'table-caption',
      'table-header-group',
      'table-row-group',
      'table-row',
      'table-cell',
      'none',
    ]) ?? 'inline',
  backgroundColor: colorOf(winners.get('background-color'), color),
  verticalAlign:
    wordOf(winners.get('vertical-align'), ['baseline', 'top', 'middle', 'bottom', 'super', 'sub']) ??
    'baseline',
  margin: edges((side) => sizeOf(winners.get(`margin-${side}`), measure, 0)),
  padding: edges((side) => lengthOf(winners.get(`padding-${side}`), measure) ?? 0),
  border: edges((side) => borderOf(winners, side, measure, color)),
  borderRadius: lengthOf(winners.get('border-radius'), measure) ?? 0,
  width: sizeOf(winners.get('width'), measure, 'auto'),
  maxWidth: sizeOf(winners.get('max-width'), measure, 'auto'),
  gridColumns: tracksOf(winners.get('grid-template-columns'), measure),
  columnGap: lengthOf(winners.get('column-gap'), measure) ?? 0,
  rowGap: lengthOf(winners.get('row-gap'), measure) ?? 0,
  gridSpan: numberOf(winners.get('grid-column')) ?? 1,
  minHeight: lengthOf(winners.get('min-height'), measure) ?? 0,
  height: sizeOf(winners.get('height'), measure, 'auto'),
  breakBefore: wordOf(winners.get('break-before'), ['auto', 'page', 'avoid']) ?? 'auto',
  breakAfter: wordOf(winners.get('break-after'), ['auto', 'page', 'avoid']) ?? 'auto',
  breakInside: wordOf(winners.get('break-inside'), ['auto', 'avoid']) ?? 'auto',
  page: pageName(winners.get('page')) ?? 'auto',
  bookmarkLevel: numberOf(winners.get('bookmark-level')) ?? 0,
  stringSet: namesOf(winners.get('string-set')) ?? [],
});

const contentOf = (value: Value | undefined): readonly DeclaredPart[] | null =>
  value?.kind === 'content' ? value.parts : null;

const stepsOf = (value: Value | undefined): readonly CounterStep[] =>
  value?.kind === 'counters' ? value.steps : [];

/** The size that `rem` means before the root has one. */
const ROOT_SIZE = 10;

/** Computes an element's style below its parent's; `rem` is the root's font size, null for the root itself. */
export const compute = (
  won: Winners,
  variables: Variables,
  parent: Computed | null,
  rem: number | null,
): Computed => {
  const { own: winners, taken } = splitInherited(won);
  const parentSize = parent?.style.fontSize ?? ROOT_SIZE;
  const em = fontSizeOf(winners.get('font-size'), parentSize, rem ?? ROOT_SIZE);
  const measure = { em, rem: rem ?? em };
  const lineHeight = lineHeightOf(winners.get('line-height'), parent?.lineHeight ?? NORMAL, measure);
  const inherited = inheritedOf(winners, parent?.style ?? INITIAL, measure);
  const style: Style = {
    ...inherited,
    ...ownOf(winners, measure, inherited.color),
    fontSize: em,
    lineHeight: lineHeight.kind === 'factor' ? lineHeight.factor * em : lineHeight.points,
  };
  return {
    style: parent === null ? style : takeOver(style, taken, parent.style),
    lineHeight,
    variables,
    content: contentOf(winners.get('content')),
    counters: {
      reset: stepsOf(winners.get('counter-reset')),
      increment: stepsOf(winners.get('counter-increment')),
    },
    rem: measure.rem,
  };
};
