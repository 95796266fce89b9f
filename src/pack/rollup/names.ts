// What the files of a roll-up are called.
import { editionName, type PackName, pathPart } from '../names.ts';

export const PORTFOLIO = 'portfolio.json';
/** The roster, its bytes as they were; a member only where one was given. */
export const ROSTER = 'inputs/roster.yaml';

/** `period` is the period's label. */
export type RollupName = Pick<PackName, 'period' | 'edition'>;

/** `rollup-2026-Q3-v1-report.pdf` */
export const rollupReport = (name: RollupName): string => `${stem(name)}-report.pdf`;
/** `rollup-2026-Q3-v1-workbook.xlsx` */
export const rollupWorkbook = (name: RollupName): string => `${stem(name)}-workbook.xlsx`;
/** `rollup-2026-Q3-v1-page.html` */
export const rollupPage = (name: RollupName): string => `${stem(name)}-page.html`;

const stem = ({ period, edition }: RollupName): string =>
  `rollup-${pathPart(period)}-${editionName(edition)}`;
