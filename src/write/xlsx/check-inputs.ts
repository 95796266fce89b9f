// What the validations and conditional looks of a sheet cannot be: about cells that are not there, or too long in what they tell people.
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from '../../model/sheet-limits.ts';
import type { CellRange, Sheet, Validation } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { formulaTroubles, type Known } from './check-formula.ts';
import { complaint, complaints, firstPlace, type Trouble } from './complaint.ts';

const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;
const MOST_VALIDATIONS = 65_534;

/** Complaints about what may be typed into a sheet and what it looks like then. */
export const checkInputs = (sheet: Sheet, known: Known): readonly Diagnostic[] => [
  ...sheet.validations.flatMap((validation, index) =>
    complaints(sheet, `Sheet "${sheet.name}", input ${index + 1}`, [
      ...rangeTroubles(validation.ranges),
      ...allowedTroubles(validation, known),
      ...messageTroubles(validation),
    ]),
  ),
  ...sheet.looks.flatMap(({ ranges, formula }, index) =>
    complaints(sheet, `Sheet "${sheet.name}", look ${index + 1}`, [
      ...rangeTroubles(ranges),
      ...formulaTroubles(formula, known),
    ]),
  ),
  ...(sheet.validations.length > MOST_VALIDATIONS ? [tooMany(sheet)] : []),
];

const rangeTroubles = (ranges: readonly CellRange[]): readonly Trouble[] =>
  ranges.length > 0 && ranges.every(isRange)
    ? []
    : [
        [
          'markup-structure',
          'it is about no cells, or about cells outside the sheet.',
          'Name cells of the sheet.',
        ],
      ];

const isRange = ({ top, left, bottom, right }: CellRange): boolean =>
  [top, left, bottom, right].every(Number.isInteger) &&
  1 <= top &&
  top <= bottom &&
  bottom <= MOST_ROWS &&
  1 <= left &&
  left <= right &&
  right <= MOST_COLUMNS;

const allowedTroubles = ({ allowed }: Validation, known: Known): readonly Trouble[] => {
  if (allowed.kind === 'list') return formulaTroubles(allowed.list, known);
  if (allowed.kind !== 'text') return [];
  const { longest } = allowed;
  return Number.isInteger(longest) && longest >= 0 && longest <= LONGEST_CELL
    ? []
    : [
        [
          'value-invalid',
          `a text of at most ${longest} characters cannot be asked for.`,
          `Ask for 0 to ${LONGEST_CELL} characters.`,
        ],
      ];
};

const messageTroubles = ({ prompt, refusal }: Validation): readonly Trouble[] => [
  ...lengthTrouble('title of its prompt', prompt?.title, LONGEST_TITLE),
  ...lengthTrouble('prompt', prompt?.text, LONGEST_MESSAGE),
  ...lengthTrouble('title of its refusal', refusal?.title, LONGEST_TITLE),
  ...lengthTrouble('refusal', refusal?.text, LONGEST_MESSAGE),
];

const lengthTrouble = (what: string, text: string | undefined, longest: number): readonly Trouble[] =>
  text === undefined || text.length <= longest
    ? []
    : [
        [
          'value-invalid',
          `the ${what} has ${text.length} characters; the format holds ${longest}.`,
          'Shorten it.',
        ],
      ];

const tooMany = (sheet: Sheet): Diagnostic =>
  complaint(
    'markup-structure',
    firstPlace(sheet),
    `The sheet "${sheet.name}" has ${sheet.validations.length} inputs of different kinds; a sheet holds ${MOST_VALIDATIONS}.`,
    'Let cells that take the same share one input.',
  );
