// Why a page gives no model at all.
import { PARTIES } from '../model/party.ts';
import type { Day } from '../model/scalar.ts';
import type { Diagnostic } from '../problem.ts';
import type { Page } from './page/page.ts';
import { cutError } from './page-trouble.ts';
import type { RawArea, RawAreas } from './raw-areas.ts';
import { diagnosticAt, lineSpan, type SourceText, type Trouble } from './source-text.ts';

/** `refusal` is what is said of a page that gives no duty to anybody, or is nobody’s; null of any other. */
export const importErrors = (
  source: SourceText,
  page: Page,
  { areas }: RawAreas,
  revision: Day | null,
  refusal: Trouble | null,
): readonly Diagnostic[] => {
  const cut = cutError(source, page);
  if (cut !== null) return [cut];
  const atTitle = ({ title }: RawArea, trouble: Trouble): Diagnostic =>
    diagnosticAt(source, lineSpan(source, title.line), trouble);
  return [
    ...areas.slice(MOST_AREAS, MOST_AREAS + 1).map((area) => atTitle(area, TOO_MANY_AREAS)),
    ...(refusal === null ? [] : [diagnosticAt(source, null, refusal)]),
    ...(revision === null ? [diagnosticAt(source, null, NO_DATE)] : []),
    ...areas.filter(overflows).map((area) => atTitle(area, TOO_MANY)),
  ];
};

/** Codes have room for six letters and two digits, so that this many areas may have the same initials. */
const MOST_AREAS = 99;

/** Ids have room for three digits. */
const overflows = ({ resources }: RawArea): boolean =>
  resources.length > 999 || resources.some((one) => PARTIES.some((party) => one[party].length > 999));

const NO_DATE: Trouble = {
  code: 'key-missing',
  sentence: 'The page does not say of which day it is, and the import was given none.',
  hint: 'Give the day of the page with --revision YYYY-MM-DD, or put `lastupdated: "YYYY-MM-DD"` between two lines `---` at its top.',
};

const TOO_MANY: Trouble = {
  code: 'value-invalid',
  sentence: 'The area has more than 999 resources, or a resource more than 999 duties of one party.',
  hint: 'This is no page of responsibilities; check that it is the file you meant.',
};

const TOO_MANY_AREAS: Trouble = {
  code: 'value-invalid',
  sentence: `The page has more than ${MOST_AREAS} areas with duties; this is the next one.`,
  hint: 'This is no page of responsibilities; check that it is the file you meant.',
};
