// One team's whole job: gather, judge, decide on the edition, build, write, and leave a trace. The same on the main thread and in a worker.
import { spanOf } from '../../model/period.ts';
import { nextEdition, seriesFolder } from '../../pack/index.ts';
import { asOfFor, judge } from '../../pipeline.ts';
import { Failure } from '../../problem.ts';
import { gatherInputs } from '../gather.ts';
import { buildTeam, type JudgedTeam } from './build-team.ts';
import { finalStands, isMadeOf } from './final-stands.ts';
import { leaveTrace } from './leave-trace.ts';
import { filesBefore, pathBefore } from './pack-before.ts';
import { recordingShelf } from './recording-shelf.ts';
import { codeFor, severitiesOf, type TeamResult } from './result.ts';
import type { Standing } from './up-to-date.ts';
import type { FinalOnDisk, TeamWishes, Workshop } from './workshop.ts';

/** Builds the pack of the attestation at `path`, or finds that its final pack was made from these very inputs. Throws what the stages throw. */
export const makeTeam = async (
  workshop: Workshop,
  wishes: TeamWishes,
  standing: Standing,
  path: string,
): Promise<TeamResult> => {
  const team = await judgeTeam(workshop, wishes, standing, path);
  const finals = await workshop.finalPacks(team.series);
  const periods = [...finals.map(({ period }) => period), await workshop.draftPeriod(team.series)];
  refuseOtherPeriod(periods, team.name.period);
  const last = finals.at(-1);
  if (last !== undefined && wishes.amend === null && isMadeOf(team, last, wishes))
    return finalStands(workshop, wishes, team, last);
  const edition = nextEdition({
    complete: team.judged.evaluation.approvals.complete,
    finals,
    amend: wishes.amend,
  });
  try {
    return await buildTeam(workshop, wishes, standing, team, edition);
  } catch (error) {
    // Another run may have put the very same pack there meanwhile.
    const now =
      error instanceof Failure && error.code === 'pack-final' ? await finalNow(workshop, team) : null;
    if (now === null || !isMadeOf(team, now, wishes)) throw error;
    return finalStands(workshop, wishes, team, now);
  }
};

const finalNow = async (workshop: Workshop, { series }: JudgedTeam): Promise<FinalOnDisk | null> =>
  (await workshop.finalPacks(series)).at(-1) ?? null;

const judgeTeam = async (
  workshop: Workshop,
  wishes: TeamWishes,
  standing: Standing,
  path: string,
): Promise<JudgedTeam> => {
  const recorder = recordingShelf(workshop.shelf, (target) => workshop.pathFrom(path, target));
  const before: { path: string | null } = { path: null };
  const { attestation, raw } = await gatherInputs(recorder.shelf, path, {
    policy: wishes.policy,
    previous: async ({ team, system, period }) => {
      const name = { team: team.id, system: system.id };
      before.path = await pathBefore(workshop, wishes, name, spanOf(period).from);
      return filesBefore(workshop, before.path);
    },
  });
  const asOf = asOfFor(attestation, wishes.asOf, wishes.today);
  const judged = await judge(raw, asOf.day);
  workshop.warn(judged.warnings);
  const name = {
    ...{ team: attestation.team.id, system: attestation.system.id },
    period: judged.evaluation.span.label,
  };
  const findings = severitiesOf(judged.evaluation.findings);
  const series = `${wishes.out}/${seriesFolder(name)}`;
  const begins = judged.evaluation.span.from;
  const known = { path, name, series, begins, asOf, findings, questions: recorder.questions() };
  return {
    ...{ path, judged, asOf, findings, name, series, before: before.path },
    code: codeFor(findings, wishes.failAt),
    // A warning has to be told at every build, so a pack with one is always built.
    traced: async (about) =>
      judged.warnings.length > 0 ? null : leaveTrace(workshop, wishes, standing, known, about),
  };
};

/** Labels that differ only in what no file name can hold share a folder; one must not take the place of the other. */
const refuseOtherPeriod = (there: readonly (string | null)[], period: string): void => {
  const other = there.find((one) => one !== null && one !== period);
  if (other !== undefined)
    throw new Failure(
      'output-exists',
      `The pack in the place of this one is of the period "${other}", not "${period}".`,
      'Give the period a label that makes another folder name, or build into another folder with -o.',
    );
};
