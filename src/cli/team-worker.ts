// A worker thread that builds one team after the other, exactly as the main thread would.
import { type Diagnostic, makeTeam, standingOf } from '../index.ts';
import { FENCED_DRAWER } from '../io/fence.ts';
import { serveJobs } from '../io/serve-jobs.ts';
import { thrownAsData } from '../io/thrown.ts';
import { interruption } from '../problem.ts';
import type { Args } from './contract.ts';
import { diskWorld } from './disk-world.ts';
import { sealOf } from './signing.ts';
import type { Sealing, TeamDone, TeamJob, TeamSetup } from './team-job.ts';
import { openWorkshop } from './workshop.ts';
import type { World } from './world.ts';

const makeServer = async (
  { wishes, template, sealing }: TeamSetup,
  stopped: () => boolean,
): Promise<(job: TeamJob) => Promise<TeamDone>> => {
  const goOn = (): void => {
    if (stopped()) throw interruption();
  };
  const disk = await diskWorld(goOn);
  const world: World = {
    ...disk,
    passphrase: async () => sealing.passphrase ?? '',
    // This very thread is what a stranger's template can end; one more for each would only have to be warmed up, too.
    keptDrawer: (folder) =>
      folder === null ? disk.keptDrawer(null) : { ...FENCED_DRAWER, close: async () => undefined },
  };
  const warnings: Diagnostic[] = [];
  const { workshop } = openWorkshop(world, template, sealOf(argsOf(sealing), world), (told) => {
    warnings.push(...told);
  });
  const standing = await standingOf(workshop, wishes);
  return (path) => {
    warnings.length = 0;
    return perform(world, warnings, async () => {
      goOn();
      return makeTeam(workshop, wishes, standing, path);
    });
  };
};

const perform = async (
  world: World,
  warnings: readonly Diagnostic[],
  work: () => ReturnType<typeof makeTeam>,
): Promise<TeamDone> => {
  const start = world.milliseconds();
  const about = (): Omit<TeamDone, 'ended'> => ({
    warnings: [...warnings],
    milliseconds: world.milliseconds() - start,
  });
  try {
    const result = await work();
    return { ...about(), ended: { kind: 'result', result } };
  } catch (error) {
    return { ...about(), ended: { kind: 'thrown', thrown: thrownAsData(error) } };
  }
};

const argsOf = ({ texts, pss }: Sealing): Args => ({
  operands: [],
  text: (option) => texts[option] ?? null,
  flag: (option) => option === 'pss' && pss,
});

serveJobs(makeServer);
