// What may be typed into cells, as the file says it. exceljs knows validations by single cells, and not how to escape what they tell people.
import type { Allowed, Validation } from '../../model/workbook.ts';
import { rangeName } from './grid.ts';
import { attributeText, escapeXml } from './text.ts';

/** 1900-03-01, the first day that all spreadsheet programs count alike. */
const FIRST_DAY = 61;

/** The `dataValidations` element of a sheet; empty without any. */
export const validationElements = (validations: readonly Validation[]): string =>
  validations.length === 0
    ? ''
    : `<dataValidations count="${validations.length}">${validations.map(validationElement).join('')}</dataValidations>`;

const validationElement = ({ ranges, allowed, prompt, refusal }: Validation): string => {
  const { type, formula } = ruleOf(allowed);
  const attributes = [
    `${type} errorStyle="stop" allowBlank="1"`,
    ...(prompt === null ? [] : ['showInputMessage="1"']),
    'showErrorMessage="1"',
    ...message('errorTitle', refusal?.title),
    ...message('error', refusal?.text),
    ...message('promptTitle', prompt?.title),
    ...message('prompt', prompt?.text),
    `sqref="${ranges.map(rangeName).join(' ')}"`,
  ];
  return `<dataValidation ${attributes.join(' ')}><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
};

const message = (name: string, text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : [`${name}="${attributeText(text)}"`];

const ruleOf = (allowed: Allowed): { type: string; formula: string } => {
  if (allowed.kind === 'list') return { type: 'type="list"', formula: allowed.list };
  if (allowed.kind === 'date')
    return { type: 'type="date" operator="greaterThanOrEqual"', formula: String(FIRST_DAY) };
  if (allowed.kind === 'whole-number')
    return { type: 'type="whole" operator="greaterThanOrEqual"', formula: '0' };
  return { type: 'type="textLength" operator="lessThanOrEqual"', formula: String(allowed.longest) };
};
