// build: packs, each written whole or not at all.
import {
  buildPack,
  type Edition,
  nextEdition,
  type Pack,
  type Paper,
  packFolder,
  packIdOf,
  type SealMaking,
  seriesFolder,
  writeZip,
  zipName,
} from '../../index.ts';
import { Failure } from '../../problem.ts';
import { packLines, upToDateLines } from '../build-text.ts';
import type { Args, Command, Outcome } from '../contract.ts';
import { eachFile } from '../each-file.ts';
import { atLeast, failAtOption, type JudgedFile, judgeFile } from '../judging.ts';
import { AS_OF, FAIL_AT, LANGUAGE, PAPER, POLICY, paperOption, TEMPLATE } from '../options.ts';
import { CERTIFICATE, PASSPHRASE_FILE, sealOf, TIMESTAMP } from '../signing-options.ts';
import type { Terminal } from '../terminal.ts';
import type { FinalOnDisk, World } from '../world.ts';

export const build: Command = {
  name: 'build',
  operands: 'ATTESTATION…',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  says: 'Make the audit pack: PDF, workbook, data, inputs and evidence, with a manifest over all of it.',
  more: [
    'A pack is a draft, and replaced by the next build, until the approvals that the policy asks for are in. Then it is final: version 1 is never overwritten, and --amend makes version 2, which names version 1.',
    'The same inputs give the same bytes, wherever and whenever they are built.',
  ],
  options: [
    {
      kind: 'text',
      name: 'out',
      short: 'o',
      takes: 'FOLDER',
      says: 'Where packs go; out unless said otherwise.',
    },
    {
      kind: 'text',
      name: 'amend',
      takes: 'REASON',
      says: 'Supersede the final pack that is there, and say why.',
    },
    {
      kind: 'text',
      name: 'seal',
      takes: 'KEY',
      says: "Seal the pack with the organisation's key: a signature in the PDF (PAdES) and one over the manifest.",
    },
    CERTIFICATE,
    PASSPHRASE_FILE,
    TIMESTAMP,
    {
      kind: 'flag',
      name: 'pss',
      says: 'With an RSA key, use the padding PSS for the signature in the PDF, as some houses ask for.',
    },
    { kind: 'flag', name: 'zip', says: 'Write the pack as one zip file too, beside its folder.' },
    AS_OF,
    POLICY,
    FAIL_AT,
    TEMPLATE,
    LANGUAGE,
    PAPER,
  ],
  example: 'build payments.attestation.yaml',
  run: (args, world, terminal) => {
    const seal = sealOf(args, world);
    return eachFile(args.operands, world, terminal, (path) => buildOne(path, args, world, terminal, seal));
  },
};

const buildOne = async (
  path: string,
  args: Args,
  world: World,
  terminal: Terminal,
  seal: () => Promise<SealMaking | null>,
): Promise<Outcome> => {
  const failAt = failAtOption(args);
  const paper = paperOption(args);
  const judged = await judgeFile(path, args, world, terminal);
  const { team, system } = judged.inputs.attestation;
  const name = { team: team.id, system: system.id, period: judged.evaluation.span.label };
  const out = args.text('out') ?? 'out';
  const series = `${out}/${seriesFolder(name)}`;
  const finals = await world.finalPacks(series);
  refuseOtherPeriod([...finals.map(({ period }) => period), await world.draftPeriod(series)], name.period);
  const code = failAt !== null && atLeast(judged.evaluation.findings, failAt).length > 0 ? 1 : 0;
  const last = finals.at(-1);
  if (last !== undefined && args.text('amend') === null && isUpToDate(judged, last)) {
    if (args.text('seal') !== null && !last.sealed) throw unsealed(last.version);
    const folder = `${out}/${packFolder({ ...name, edition: { state: 'final', version: last.version } })}`;
    terminal.say(upToDateLines(folder, last.version));
    return {
      code,
      document: { attestation: path, pack: folder, 'up-to-date': true, 'pack-id': last.packId },
    };
  }
  const edition = nextEdition({
    complete: judged.evaluation.approvals.complete,
    finals,
    amend: args.text('amend'),
  });
  const pack = await make(path, judged, edition, { args, paper, world, seal: await seal() });
  const folder = `${out}/${packFolder({ ...name, edition })}`;
  world.goOn();
  await world.writePack(folder, pack.members, { final: edition.state === 'final' });
  const zip = args.flag('zip') ? `${out}/${seriesFolder(name)}/${zipName({ ...name, edition })}` : null;
  if (zip !== null)
    await world.writeFile(
      zip,
      writeZip(pack.members.map((member) => ({ path: member.path, data: member.bytes }))),
    );
  terminal.say(packLines(pack, { folder, zip }));
  return { code, document: documentOf(path, pack, folder, zip) };
};

/** A seal cannot be put on afterwards: a final pack never changes. */
const unsealed = (version: number): Failure =>
  new Failure(
    'pack-final',
    `Version ${version} of this pack was made from these very inputs, is final, and is not sealed.`,
    `Use --amend "REASON" with --seal to make version ${version + 1}, which is sealed and names version ${version}.`,
  );

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

/**
 * The same inputs were already approved and delivered. Where nobody named an as-of day, the pack's own counts: a job that runs every
 * night must not ask for an amendment because a day has passed.
 */
const isUpToDate = ({ inputs, evaluation, asOf }: JudgedFile, last: FinalOnDisk): boolean =>
  evaluation.approvals.complete &&
  last.packId === packIdOf(asOf.from === 'today' ? { ...inputs, asOf: last.asOf } : inputs);

type Tools = {
  readonly args: Args;
  readonly paper: Paper;
  readonly world: World;
  readonly seal: SealMaking | null;
};

const make = async (
  path: string,
  judged: JudgedFile,
  edition: Edition,
  { args, paper, world, seal }: Tools,
): Promise<Pack> =>
  buildPack(
    judged,
    {
      edition,
      tool: world.tool,
      asOfFrom: judged.asOf.from,
      template: await world.template(args.text('template')),
      language: args.text('lang') ?? 'en',
      paper,
      evidence: await world.evidence(path, judged.inputs),
      seal,
    },
    world.drawer(args.text('template')).pack,
  );

const documentOf = (
  path: string,
  { report, members }: Pack,
  folder: string,
  zip: string | null,
): unknown => ({
  attestation: path,
  pack: folder,
  zip,
  'up-to-date': false,
  'pack-id': report['pack-id'],
  edition: report.edition,
  'as-of': report['as-of'],
  totals: report.totals,
  members: members.map(({ path: member, bytes }) => ({ path: member, size: bytes.length })),
});
