// Our own packs, from bytes to bytes: built from a team's files as they were read, sealed, and verified again. No disk on either side.
import { product } from './places.mjs';
import { sealerOf } from './work/signed.mjs';

const NAME = { name: 'countersign', version: 'bench' };
/** All that a pack without timestamps can hold. */
const UNCHECKED = ['timestamp'];
/** Steps that a PDF alone has nothing for. */
const ALONE = ['members', 'evidence', 'documents'];

/** Readings are remembered by the file they were read from: another object for each time, or a second build would have it easier. */
const fresh = (value) => {
  if (value === null || value instanceof Uint8Array || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fresh(one)]));
};

const readTeam = async (attestation) => {
  const { gatherInputs, judge } = await product('index.js');
  const { diskShelf } = await product('io/shelf.js');
  const { diskWorld } = await product('cli/disk-world.js');
  const { raw } = await gatherInputs(diskShelf(), attestation, { policy: null });
  const world = await diskWorld(() => undefined);
  const { inputs } = await judge(raw, '2026-10-09');
  return { raw, template: await world.template(null), evidence: await world.evidence(attestation, inputs) };
};

/** What the program does between reading files and writing them: judge, report, draw, sign, list. */
const builder = async (team) => {
  const { buildPack, judge } = await product('index.js');
  const { now } = await product('io/clock.js');
  const { raw, template, evidence } = await readTeam(team.attestation);
  const signer = await sealerOf(team);
  const edition = { state: 'final', version: 1, supersedes: null };
  const making = { edition, tool: NAME, asOfFrom: 'attestation', template, language: 'en', paper: 'a4' };
  return async () => {
    const judged = await judge(fresh(raw), '2026-10-09');
    return buildPack(judged, { ...making, evidence, seal: { signer, at: now(), timestamp: null } });
  };
};

/** Throws where verifying did less than it is measured for. */
export const mustHold = ({ steps }, unchecked = UNCHECKED) => {
  const wrong = steps.filter(
    ({ id, outcome }) => outcome !== (unchecked.includes(id) ? 'not-checked' : 'ok'),
  );
  if (wrong.length > 0) throw new Error(`The pack does not hold: ${JSON.stringify(wrong)}`);
};

/** What verifying is handed beside the pack. */
export const verifyOptions = async (trust) => {
  const { reperform, trustFrom } = await product('index.js');
  const { diskShelf } = await product('io/shelf.js');
  return { reperform, trust: await trustFrom(diskShelf(), trust), require: [] };
};

/** `{ build, verify, verifyPdf }` of one team; what `build` gives is what the others take. */
export const openTeam = async (team) => {
  const { verifyPack, verifyPdf } = await product('index.js');
  const { growHeapSlowly } = await product('io/heap.js');
  const options = await verifyOptions(team.trust);
  // As the program does when it starts.
  growHeapSlowly();
  return {
    build: await builder(team),
    verify: async ({ members }) =>
      mustHold(await verifyPack(new Map(members.map(({ path, bytes }) => [path, bytes])), options)),
    verifyPdf: async ({ members }) => {
      const pdf = members.find(({ path }) => path.endsWith('.pdf'));
      mustHold(await verifyPdf(pdf.path, pdf.bytes, options), [...UNCHECKED, ...ALONE]);
    },
  };
};
