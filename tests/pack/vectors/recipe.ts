// How the pack of a vector is made: by the real pipeline from a recipe, in which every step can be another than it ought to be.

import { sha256 } from '../../../src/codec/digest.ts';
import { writeZip } from '../../../src/codec/zip.ts';
import type { SealPlace } from '../../../src/model/document.ts';
import type { Edition } from '../../../src/model/report.ts';
import type { SignOffAbout } from '../../../src/pack/index.ts';
import {
  type Members,
  membersOf,
  type SealMaking,
  type Stamper,
  signOffLine,
} from '../../../src/pack/index.ts';
import type { Signer } from '../../../src/pack/pki/signer.ts';
import type { Draw } from '../../../src/pipeline/draw.ts';
import { gatherInputs } from '../../../src/pipeline/gather.ts';
import type { PreviousFiles } from '../../../src/pipeline/shelf.ts';
import { buildPack, type Judged, judge, type Making } from '../../../src/pipeline.ts';
import { memoryShelf } from '../../pipeline/memory-shelf.ts';
import { tinyPdf } from '../tiny-pdf.ts';
import { ATTESTATION, type Files, SIGN_OFF_FILE } from './input-files.ts';

/** One sign-off to be made. `about` is what it says otherwise than it ought to. */
export type SignOffPlan = {
  readonly role: SignOffAbout['role'];
  readonly person: string;
  readonly signer: Signer;
  readonly at: string;
  readonly timestamp: Stamper | null;
};

export type Recipe = {
  readonly asOf: string;
  readonly files: Files;
  /** The pack that it goes on from. */
  readonly previous: PreviousFiles | null;
  readonly plans: readonly SignOffPlan[];
  /** Lines of the file of sign-offs, on their way into the pack. */
  readonly lines: (lines: readonly string[]) => readonly string[];
  /** Files as they are packed, when everybody has signed. */
  readonly later: (files: Files) => Files;
  readonly edition: Edition;
  readonly seal: SealMaking | null;
  readonly pdf: (attachments: ReadonlyMap<string, Uint8Array>, place: SealPlace | null) => Uint8Array;
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const gathered = async (files: Files, { asOf, previous }: Recipe): Promise<Judged> => {
  const options = { policy: null, previous: async () => previous };
  return judge((await gatherInputs(memoryShelf(files), ATTESTATION, options)).raw, asOf);
};

const SHOWN: SignOffAbout['shown'] = {
  'as-of': '2026-10-09',
  'in-scope': 4,
  supported: 3,
  findings: { low: 0, moderate: 0, high: 0, critical: 0 },
};

/** The lines of those who sign, one after the other, over the content of `files`. */
export const linesFor = async (recipe: Recipe): Promise<readonly string[]> => {
  const { inputs } = await gathered(recipe.files, recipe);
  const lines: string[] = [];
  for (const { role, person, signer, at, timestamp } of recipe.plans) {
    const before = lines.at(-1);
    const previous = before === undefined ? null : sha256(before);
    const about = { role, person, at, comment: null, previous, shown: SHOWN };
    lines.push(await signOffLine(inputs, about, signer, timestamp));
  }
  return lines;
};

/** The smallest documents that verification accepts. */
const drawBy =
  (pdf: Recipe['pdf']): Draw =>
  async (report, _template, attachments, place) => ({
    pdf: pdf(new Map(attachments.map(({ name, data }) => [name, data])), place),
    xlsx: writeZip([{ path: 'docProps/custom.xml', data: bytesOf(report['pack-id']) }]),
  });

const MAKING = {
  tool: { name: 'countersign', version: '0' },
  asOfFrom: 'option',
  template: { id: 'none', files: { 'report.hbs': bytesOf('x') } },
  language: 'en',
  paper: 'a4',
} as const;

const evidenceIn = (files: Files): Making['evidence'] =>
  Object.fromEntries(
    [
      ['EV-01', 'q3/one.txt'],
      ['EV-02', 'q3/two.txt'],
    ].flatMap(([id = '', path = '']) => (files[path] === undefined ? [] : [[id, bytesOf(files[path])]])),
  );

/** A pack in which everything but what the recipe asks for is as the program makes it. */
export const packOf = async (recipe: Recipe): Promise<Members> => {
  const lines = recipe.lines(await linesFor(recipe));
  const signed = lines.length === 0 ? {} : { [SIGN_OFF_FILE]: lines.map((line) => `${line}\n`).join('') };
  const files = recipe.later({ ...recipe.files, ...signed });
  const { edition, seal } = recipe;
  const making: Making = { ...MAKING, edition, evidence: evidenceIn(files), seal };
  const { members } = await buildPack(await gathered(files, recipe), making, drawBy(recipe.pdf));
  return membersOf(members);
};

export const usualPdf: Recipe['pdf'] = (attachments, place) => tinyPdf(attachments, place);
