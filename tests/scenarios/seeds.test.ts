// A new attestation, filled in with any valid answers, goes through lock, check, build and verify; and a pack with one flipped byte does not.
// How many seeds are tried (COUNTERSIGN_SEEDS) and drawn (COUNTERSIGN_DRAWN) is few here; conformance tries and draws two hundred.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { diskWorld } from '../../src/cli/disk-world.ts';
import { writeZip } from '../../src/codec/zip.ts';
import type { Member } from '../../src/pack/index.ts';
import { membersOf, type VerifyOptions, verifyPack } from '../../src/pack/index.ts';
import type { Draw } from '../../src/pipeline/draw.ts';
import { gatherInputs } from '../../src/pipeline/gather.ts';
import { buildPack, judge, reperform } from '../../src/pipeline.ts';
import { countersign, inFolder, TODAY } from '../cli/transcript.ts';
import { tinyPdf } from '../pack/tiny-pdf.ts';
import { fillIn } from './fill-in.ts';
import { type Random, randomFrom } from './random.ts';

const SEEDS = Array.from({ length: Number(process.env.COUNTERSIGN_SEEDS ?? '40') }, (_, seed) => seed);
const DRAWN = Number(process.env.COUNTERSIGN_DRAWN ?? '3');

const ANYBODY: VerifyOptions = { reperform, trust: null, require: [] };

/** Stands for the documents, with just enough for verification to open them. */
const stub: Draw = async (report, _template, attachments) => ({
  pdf: tinyPdf(new Map(attachments.map(({ name, data }) => [name, data]))),
  xlsx: writeZip([
    { path: 'docProps/custom.xml', data: new TextEncoder().encode(`<p>${report['pack-id']}</p>`) },
  ]),
});

/** Runs a command that has to end with one of these codes. */
const does = async (words: string, ...codes: readonly number[]): Promise<readonly string[]> => {
  const { output, code } = await countersign(words.split(' '));
  expect(codes, output.join('\n')).toContain(code);
  return output;
};

const prepare = async (team: string, random: Random, platform: string | null): Promise<string> => {
  const file = `${team}.attestation.yaml`;
  await does(`init ibm-code-engine --team ${team} --system checkout --period 2026-Q3`, 0);
  const filled = fillIn(readFileSync(file, 'utf8'), random, platform);
  writeFileSync(file, filled.text);
  for (const [path, text] of filled.evidence) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  await does(`lock ${file} --replace`, 0);
  return file;
};

/** A seed's attestation, locked and checked, and half of the time one it inherits from. */
const prepared = async (seed: number): Promise<{ readonly file: string; readonly random: Random }> => {
  const random = randomFrom(seed);
  const platform = random.chance(0.5) ? 'platform' : null;
  if (platform !== null) await prepare(platform, random, null);
  const file = await prepare('payments', random, platform);
  await does(`check ${file}`, 0, 1);
  return { file, random };
};

const assemble = async (file: string): Promise<readonly Member[]> => {
  const world = await diskWorld(() => undefined);
  const { raw } = await gatherInputs(world.shelf, file, { policy: null });
  const judged = await judge(raw, TODAY);
  const { complete } = judged.evaluation.approvals;
  const { members } = await buildPack(
    judged,
    {
      edition: { state: complete ? 'final' : 'draft', version: complete ? 1 : null, supersedes: null },
      tool: world.tool,
      asOfFrom: 'today',
      template: { id: 'none', files: {} },
      language: 'en',
      paper: 'a4',
      evidence: await world.evidence(file, judged.inputs),
      seal: null,
    },
    stub,
  );
  return members;
};

const flipped = (bytes: Uint8Array, random: Random): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const at = random.whole(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.whole(8));
  return copy;
};

test.each(SEEDS)('seed %i, without drawing', async (seed) => {
  await inFolder(async () => {
    const { file, random } = await prepared(seed);
    const members = await assemble(file);
    const verification = await verifyPack(membersOf(members), ANYBODY);
    expect(
      verification.steps.flatMap(({ outcome, details }) => (outcome === 'failed' ? details : [])),
    ).toEqual([]);
    const victim = random.pick(members.filter(({ bytes }) => bytes.length > 0));
    const spoilt = new Map(membersOf(members)).set(victim.path, flipped(victim.bytes, random));
    const answer = await verifyPack(spoilt, ANYBODY);
    expect(answer.outcome).toBe('failed');
    // What an altered list says of a member cannot be told from an altered member, so that both are named.
    const said = answer.steps.flatMap(({ details }) => details.map(({ sentence }) => sentence)).join('\n');
    expect(said).toContain(victim.path);
  });
});

test.each(SEEDS.slice(0, DRAWN))(
  'seed %i, drawn; every member with a flipped byte is named',
  { timeout: 300_000 },
  async (seed) => {
    await inFolder(async () => {
      const { file, random } = await prepared(seed);
      const [outcome] = JSON.parse((await does(`build ${file} --json`, 0)).join('\n'));
      await does(`verify ${outcome.pack}`, 0);
      for (const { path } of outcome.members) {
        const place = join(outcome.pack, path);
        const bytes = readFileSync(place);
        writeFileSync(place, flipped(bytes, random));
        const said = (await does(`verify ${outcome.pack}`, 1)).join('').replaceAll(/\s+/g, '');
        expect(said).toContain(path);
        writeFileSync(place, bytes);
      }
      await does(`verify ${outcome.pack}`, 0);
    });
  },
);
