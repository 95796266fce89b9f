// What comparing an auditor's copy with the pack's workbook found, one line for each difference, and what that does and does not establish.
import type { CopyComparison, Verification, WorkbookDifference, WorkbookNote } from '../index.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { wrap } from './wrap.ts';

/** Differences that are printed; `--json` has more. */
const MOST_PRINTED = 200;

export const copyLines = (
  path: string,
  comparison: CopyComparison,
  verification: Verification,
): readonly Line[] => [
  { text: '' },
  { text: 'The copy', tone: 'heading' },
  ...(comparison.kind === 'compared'
    ? comparedLines(path, comparison)
    : paragraph(`${path} was compared with nothing. ${comparison.why}`)),
  ...(isAltered(verification) ? paragraph(UNRELIABLE) : []),
];

const UNRELIABLE =
  'The files of the pack are not the ones its manifest lists, so that its own workbook cannot be relied upon either.';

const isAltered = ({ steps }: Verification): boolean =>
  steps.some(({ id, outcome }) => id === 'members' && outcome === 'failed');

type Compared = Extract<CopyComparison, { kind: 'compared' }>;

const comparedLines = (path: string, { original, differences, total, notes }: Compared): readonly Line[] => {
  const printed = differences.slice(0, MOST_PRINTED);
  return [
    ...paragraph(`${path} beside ${original}:`),
    ...printed.map(
      (difference): Line => ({ text: neutral(`  ${differenceText(difference)}`), tone: 'error' }),
    ),
    ...(total > printed.length ? [{ text: `  … and ${total - printed.length} more; see --json.` }] : []),
    ...notes.map((note) => ({ text: neutral(`  Note: ${noteText(note)}`) })),
    ...paragraph(total === 0 ? SAME : counted(total)),
  ];
};

const paragraph = (text: string): readonly Line[] => wrap(neutral(text), 0).map((line) => ({ text: line }));

const SAME =
  'No difference: wherever the workbook is not open to be typed into, the copy says what the original says. What auditors wrote into their own cells was not compared, nor were colours, widths, comments and pictures, nor which rows, columns and sheets are hidden. Comparing does not establish who worked on the copy.';

const counted = (total: number): string =>
  `${total === 1 ? 'One difference' : `${total} differences`} in cells that are not open to be typed into. The original is what the pack holds. Comparing does not establish who changed the copy, when or why.`;

/** `H12`, and the place in the original where a row or column has moved. */
const placed = (sheet: string, address: string, was: string): string =>
  `${sheet}!${address}${was === address ? '' : ` (${was} in the original)`}`;

const differenceText = (difference: WorkbookDifference): string => {
  switch (difference.kind) {
    case 'sheet-missing':
      return `${difference.sheet}  this sheet is missing`;
    case 'sheet-added':
      return `${difference.sheet}  this sheet is new`;
    case 'cell':
      return `${placed(difference.sheet, difference.address, difference.was)}  ${difference.now}  was ${difference.before}`;
    case 'number-format':
      return `${placed(difference.sheet, difference.address, difference.was)}  shown through the format ${difference.now}  was ${difference.before}`;
    case 'row-missing':
      return `${difference.sheet}!${difference.address}  this row of the original is missing: ${difference.called}`;
    case 'row-added':
      return `${difference.sheet}!${difference.address}  this row is new: ${difference.cells.map(({ address, value }) => `${address} ${value}`).join(', ')}`;
    case 'column-missing':
      return `${difference.sheet}!${difference.address}  this column of the original is missing: ${difference.called}`;
    case 'column-added':
      return `${difference.sheet}!${difference.address}  this column is new: ${difference.called}`;
    case 'name':
      return `the name ${difference.name}  ${difference.now}  was ${difference.before}`;
  }
};

const noteText = ({ kind, sheet }: WorkbookNote): string => {
  switch (kind) {
    case 'rows-moved':
      return `the rows of ${sheet ?? ''} are in another order.`;
    case 'columns-moved':
      return `the columns of ${sheet ?? ''} are in another order.`;
    case 'macros':
      return 'the copy has macros, which the original does not need.';
    case 'external-links':
      return 'the copy refers to other files.';
  }
};
