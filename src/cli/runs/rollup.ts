// What rollup does: gather, prepare, see whether it is there already, draw, write.
import {
  draftRollupPeriod,
  type Edition,
  editionName,
  type FinalRollup,
  finalRollups,
  gatherRollup,
  isRollupComplete,
  makeRollup,
  nextEdition,
  type Prepared,
  prepareRollup,
  type SourceFile,
} from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { paperOption } from '../option-values.ts';
import { rollupLines, upToDateRollup } from '../rollup-text.ts';
import { sealOf } from '../signing.ts';
import type { World } from '../world.ts';

export const runRollup: Command['run'] = async (args, world, terminal) => {
  const seal = sealOf(args, world);
  const out = args.text('out') ?? `${args.operands[0] ?? ''}/rollup`;
  const prepared = await prepare(args, out, world);
  const { portfolio } = prepared;
  const finals = await finalRollups(world.packShelf, out);
  const draft = await draftRollupPeriod(world.packShelf, out);
  refuseOtherPeriod(out, [...finals.map(({ period }) => period), draft], portfolio.period.label);
  const last = finals.at(-1);
  if (last !== undefined && args.text('amend') === null && isUpToDate(prepared, last)) {
    if (args.text('seal') !== null && !last.sealed) throw unsealed(last.version);
    const folder = `${out}/v${last.version}`;
    terminal.say(upToDateRollup(folder, last.version));
    return {
      code: 0,
      document: { rollup: folder, 'up-to-date': true, 'rollup-id': last.rollupId },
    };
  }
  const edition = editionFor(prepared, finals, args.text('amend'));
  const drawer = world.drawer(args.text('template'));
  const made = await makeRollup(prepared, edition, drawer, await seal());
  const folder = `${out}/${editionName(edition)}`;
  world.goOn();
  const rename = args.flag('no-rename') ? 'none' : 'atomic';
  await world.writePack(folder, made.members, { final: edition.state === 'final', rename });
  terminal.say(rollupLines(made, folder));
  return { code: 0, document: documentOf(made, folder) };
};

const prepare = async (args: Args, out: string, world: World): Promise<Prepared> => {
  const roster = args.text('roster');
  const inputs = await gatherRollup(world.packShelf, {
    folder: args.operands[0] ?? '',
    // Every edition lies as deep as the draft.
    from: `${out}/draft/manifest.json`,
    previous: args.text('previous'),
    roster: roster === null ? null : await needed(world, roster),
  });
  return prepareRollup(inputs, {
    tool: world.tool,
    template: await world.template(args.text('template'), 'portfolio'),
    language: args.text('lang') ?? 'en',
    paper: paperOption(args),
  });
};

const needed = async (world: World, path: string): Promise<SourceFile> => {
  const file = await world.shelf.read(path);
  if (file === null) throw new Failure('input-missing', `There is no roster ${path}.`, 'Check the path.');
  return file;
};

/** Folders can be named by -o, and one quarter must not take the place of another. */
const refuseOtherPeriod = (out: string, there: readonly (string | null)[], period: string): void => {
  const other = there.find((one) => one !== null && one !== period);
  if (other !== undefined)
    throw new Failure(
      'output-exists',
      `${out} holds a roll-up of the period "${other}", not of "${period}".`,
      'Name another folder with -o.',
    );
};

const isUpToDate = ({ portfolio }: Prepared, last: FinalRollup): boolean =>
  isRollupComplete(portfolio) && last.rollupId === portfolio['rollup-id'];

/** A seal cannot be put on afterwards: what is final never changes. */
const unsealed = (version: number): Failure =>
  new Failure(
    'pack-final',
    `Version ${version} of this roll-up was made from these very packs, is final, and is not sealed.`,
    `Use --amend "REASON" with --seal to make version ${version + 1}, which is sealed and names version ${version}.`,
  );

const editionFor = (
  { portfolio }: Prepared,
  finals: readonly FinalRollup[],
  amend: string | null,
): Edition => {
  const complete = isRollupComplete(portfolio);
  const last = finals.at(-1);
  if (complete && last !== undefined && amend === null)
    throw new Failure(
      'pack-final',
      `Version ${last.version} of this roll-up is final and is never overwritten; the packs are no longer those it was made from.`,
      `Use --amend "REASON" to make version ${last.version + 1}, which names version ${last.version}.`,
    );
  return nextEdition({ complete, finals, amend });
};

const documentOf = (
  { portfolio, members }: Awaited<ReturnType<typeof makeRollup>>,
  folder: string,
): unknown => ({
  rollup: folder,
  'up-to-date': false,
  'rollup-id': portfolio['rollup-id'],
  edition: portfolio.edition,
  period: portfolio.period,
  'as-of': portfolio['as-of'],
  packs: portfolio.packs,
  totals: portfolio.totals,
  missing: portfolio.missing,
  drafts: portfolio.teams.filter(({ edition }) => edition.state === 'draft').map(({ name }) => name),
  refused: portfolio.refused,
  movement: portfolio.movement,
  members: members.map(({ path, bytes }) => ({ path, size: bytes.length })),
});
