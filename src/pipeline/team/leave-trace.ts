// Writes down what a pack was made from, once it lies there whole, so that the next run can see that nothing has changed.
import { prettyJson } from '../../codec/pretty-json.ts';
import type { Day } from '../../model/scalar.ts';
import type { Question, Trace } from '../../model/trace.ts';
import type { AsOf } from '../../pipeline.ts';
import { Failure } from '../../problem.ts';
import { finalsDigest, teamCircumstances } from './circumstances.ts';
import type { SeverityCounts } from './result.ts';
import { attestationAsTraced, type Standing, tracePath } from './up-to-date.ts';
import type { TeamWishes, Workshop } from './workshop.ts';

/** The pack as it was written, or as it stands. */
export type Traced = Pick<
  Trace,
  'state' | 'version' | 'pack-id' | 'manifest' | 'envelope' | 'zip' | 'seal' | 'previous'
> & {
  readonly usesInstalledFonts: boolean;
};

/** What was known of the team before it was built. */
export type Known = {
  readonly path: string;
  readonly name: { readonly team: string; readonly system: string; readonly period: string };
  readonly series: string;
  /** First day of the period. */
  readonly begins: Day;
  readonly asOf: AsOf;
  readonly findings: SeverityCounts;
  readonly questions: readonly Question[];
};

/** Null, or why there is no trace: the pack is whole without, and the next run builds it again. */
export const leaveTrace = async (
  workshop: Workshop,
  wishes: TeamWishes,
  standing: Standing,
  known: Known,
  traced: Traced,
): Promise<string | null> => {
  try {
    const trace = await traceOf(workshop, wishes, standing, known, traced);
    await workshop.writeTrace(tracePath(workshop, wishes, known.path), prettyJson(trace));
    return null;
  } catch (error) {
    if (error instanceof Failure && error.code === 'disk') return error.message;
    throw error;
  }
};

const traceOf = async (
  workshop: Workshop,
  wishes: TeamWishes,
  { run }: Standing,
  { path, name, series, begins, asOf, findings, questions }: Known,
  { usesInstalledFonts, ...pack }: Traced,
): Promise<Trace> => {
  const own = {
    policy: wishes.policy === null ? null : workshop.pathFrom(path, wishes.policy),
    asOf,
    previous: pack.previous,
  };
  return {
    format: 'countersign/trace@1',
    attestation: attestationAsTraced(workshop, wishes, path),
    questions,
    circumstances: teamCircumstances(run, own),
    begins,
    'as-of': asOf,
    fonts: usesInstalledFonts ? await run.fonts() : null,
    ...name,
    ...pack,
    findings,
    finals: finalsDigest(workshop.witness, series),
  };
};
