// How our memory grows from 1,000 to 4,000 pages.
import { NAMES, OURS } from '../engines.mjs';
import { measureWhole } from './whole.mjs';

/** The floor drawn by hand is shown beside ours. */
const SHOWN = [OURS, 'pdfkit-raw'];

export const measureGrowth = (names, tell) =>
  measureWhole(
    NAMES.filter((name) => SHOWN.includes(name) && names.includes(name)),
    'w2x4',
    1,
    tell,
  );
