// The stages in order, top to bottom. No disk, no clock, no printing: bytes and days come in, values and bytes go out.
import { evaluate } from './evaluate/index.ts';
import type { Attestation } from './model/attestation.ts';
import type { Evaluation } from './model/evaluation.ts';
import type { Maker } from './model/report.ts';
import type { Day } from './model/scalar.ts';
import { type ParsedInputs, parseInputs } from './pipeline/parse-inputs.ts';
import type { RawInputs } from './pipeline/raw-inputs.ts';

/** The day everything is judged at, and who said so. */
export type AsOf = { readonly day: Day; readonly from: Maker['as-of-from'] };

/** The caller's day, else the attestation's, else today. */
export const asOfFor = (attestation: Attestation, chosen: Day | null, today: Day): AsOf => {
  if (chosen !== null) return { day: chosen, from: 'option' };
  const own = attestation['as-of'];
  return own === undefined ? { day: today, from: 'today' } : { day: own, from: 'attestation' };
};

/** Inputs with what evaluation makes of them. */
export type Judged = ParsedInputs & { readonly raw: RawInputs; readonly evaluation: Evaluation };

/** read, merge, evaluate. Throws `input-invalid` with the diagnostics of all files. */
export const judge = (raw: RawInputs, asOf: Day): Judged => {
  const parsed = parseInputs(raw, asOf);
  return { ...parsed, raw, evaluation: evaluate(parsed.inputs) };
};
