// Whether a team's pack is up to date, told from the trace of the build that made it: nothing is parsed and nothing evaluated.
import { sha256 } from '../../codec/digest.ts';
import type { Trace } from '../../model/trace.ts';
import { packFolder, seriesFolder, zipName } from '../../pack/index.ts';
import type { AsOf } from '../../pipeline.ts';
import { readTrace } from '../../read/index.ts';
import { finalsDigest, type RunCircumstances, runCircumstances, teamCircumstances } from './circumstances.ts';
import { digestBefore, pathBefore } from './pack-before.ts';
import { packThere } from './pack-fits.ts';
import { answerNow, type Bundled, bundledDigests } from './recording-shelf.ts';
import { codeFor, type UpToDate } from './result.ts';
import type { TeamWishes, Workshop } from './workshop.ts';

/** Everything that is asked once for all teams. */
export type Standing = { readonly run: RunCircumstances; readonly bundled: Bundled };

export const standingOf = async (workshop: Workshop, wishes: TeamWishes): Promise<Standing> => ({
  run: await runCircumstances(workshop, wishes),
  bundled: await bundledDigests(workshop.shelf),
});

/** Where the trace of an attestation lies: below the output folder, under a name that is the same wherever the program is run. */
export const tracePath = (workshop: Workshop, wishes: TeamWishes, attestation: string): string => {
  const digest = sha256(attestationAsTraced(workshop, wishes, attestation));
  return `${wishes.out}/${TRACES}/${digest.slice('sha256:'.length)}.json`;
};

/** The attestation's path as the output folder sees it. */
export const attestationAsTraced = (
  { pathFrom }: Workshop,
  { out }: TeamWishes,
  attestation: string,
): string => pathFrom(`${out}/${TRACES}`, attestation);

const TRACES = '.countersign';

/** Null: something changed, or nobody knows. Whatever is wrong with a file is found and told when the team is built. */
export const upToDate = async (
  workshop: Workshop,
  wishes: TeamWishes,
  standing: Standing,
  attestation: string,
): Promise<UpToDate | null> => {
  const trace = wishes.force ? null : traceOf(workshop, wishes, attestation);
  if (trace === null) return null;
  const { team, system, period, state, version } = trace;
  const name = { team, system, period, edition: { state, version } };
  const series = `${wishes.out}/${seriesFolder(name)}`;
  const pack = `${wishes.out}/${packFolder(name)}`;
  const { witness } = workshop;
  const same =
    sameAnswers(workshop, standing, attestation, trace) &&
    (await sameCircumstances(workshop, wishes, standing, attestation, trace)) &&
    finalsDigest(witness, series) === trace.finals &&
    isWhole(workshop, pack, trace) &&
    (!wishes.zip || (trace.zip !== null && sameFile(workshop, `${series}/${zipName(name)}`, trace.zip))) &&
    (await sameSeal(workshop, wishes, trace));
  if (!same) return null;
  return {
    outcome: 'up-to-date',
    code: codeFor(trace.findings, wishes.failAt),
    name: `${team}.${system}`,
    pack,
    packId: trace['pack-id'],
    untraced: null,
    ...{ state, version },
  };
};

const traceOf = (workshop: Workshop, wishes: TeamWishes, attestation: string): Trace | null => {
  const bytes = workshop.witness.bytes(tracePath(workshop, wishes, attestation));
  const trace = bytes === null || bytes === 'unreadable' ? null : readTrace(bytes);
  return trace?.attestation === attestationAsTraced(workshop, wishes, attestation) ? trace : null;
};

const sameAnswers = (
  { witness, shelf }: Workshop,
  { bundled }: Standing,
  attestation: string,
  { questions }: Trace,
): boolean =>
  questions.every(
    (question) =>
      answerNow(question, witness, bundled, (path) => shelf.beside(attestation, path)) === question.answer,
  );

const sameCircumstances = async (
  workshop: Workshop,
  wishes: TeamWishes,
  { run }: Standing,
  attestation: string,
  trace: Trace,
): Promise<boolean> => {
  const asOf = asOfNow(wishes, trace);
  if (asOf === null || (trace.fonts !== null && (await run.fonts()) !== trace.fonts)) return false;
  const own = {
    policy: wishes.policy === null ? null : workshop.pathFrom(attestation, wishes.policy),
    asOf,
    previous: await previousNow(workshop, wishes, trace),
  };
  return teamCircumstances(run, own) === trace.circumstances;
};

/**
 * The pack that it would go on from. Where nobody names one, a final pack keeps the one that it was built with: amending the period
 * before asks for no amendment of this one.
 */
const previousNow = async (workshop: Workshop, wishes: TeamWishes, trace: Trace): Promise<string | null> => {
  if (trace.state === 'final' && wishes.previous === null) return trace.previous;
  // What is wrong with the pack before is told when this one is built.
  const [found] = await Promise.allSettled([pathBefore(workshop, wishes, trace, trace.begins)]);
  return found.status === 'rejected' ? 'unreadable' : digestBefore(workshop, found.value);
};

/** The day it would be judged at; null where only the attestation knows. A final pack does not grow old: its own day stands. */
const asOfNow = ({ asOf, today }: TeamWishes, trace: Trace): AsOf | null => {
  const { from } = trace['as-of'];
  if (asOf !== null) return { day: asOf, from: 'option' };
  if (from === 'option') return null;
  return from === 'today' && trace.state === 'draft' ? { day: today, from } : trace['as-of'];
};

const isWhole = ({ witness }: Workshop, pack: string, trace: Trace): boolean => {
  const there = packThere(witness, pack);
  return there.kind === 'whole' && there.manifest === trace.manifest && there.envelope === trace.envelope;
};

const sameFile = ({ witness }: Workshop, path: string, digest: string): boolean => {
  const found = witness.measure(path);
  return found !== null && found !== 'unreadable' && found.sha256 === digest;
};

/** A final pack that is sealed stays so, whoever builds now; a draft is sealed anew when the certificate is another. */
const sameSeal = async (workshop: Workshop, wishes: TeamWishes, trace: Trace): Promise<boolean> => {
  if (!wishes.sealed || trace.state === 'final') return !wishes.sealed || trace.seal !== null;
  const seal = await workshop.seal();
  return seal?.signer.certificate.facts.fingerprint === trace.seal;
};
