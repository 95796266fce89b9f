// What verifying found, step by step, and what that does and does not establish.
import type { Step, StepId, Verification } from '../index.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { wrap } from './wrap.ts';

const SAYS: Readonly<Record<StepId, string>> = {
  structure: 'There is a manifest, and it can be read',
  members: 'The files are the ones the manifest lists, byte for byte',
  identity: 'Manifest, report and file names speak of the same pack',
  inputs: 'Inputs and evidence are the ones the report was made from',
  evaluation: 'The inputs, evaluated again, give the same report',
  documents: 'PDF and workbook show what the report says',
  'sign-offs': 'Sign-offs are bound to this content',
  seal: 'The pack is sealed by somebody you trust',
};
const OUTCOMES = { ok: 'ok', failed: 'FAILED', 'not-checked': 'not checked' } as const;
const TONES = { ok: 'good', failed: 'error', 'not-checked': 'faint' } as const;

export const verificationLines = (path: string, verification: Verification): readonly Line[] => [
  { text: neutral(titleOf(path, verification)), tone: 'heading' },
  { text: '' },
  ...verification.steps.flatMap(stepLines),
  { text: '' },
  ...closing(verification).flatMap((sentence) => wrap(neutral(sentence), 0).map((text) => ({ text }))),
];

const titleOf = (path: string, { pack }: Verification): string => {
  if (pack === null) return path;
  const edition = pack.version === null ? pack.state : `version ${pack.version}`;
  return `${path}: ${pack.team}.${pack.system}, ${pack.period}, ${edition}, as of ${pack['as-of']}`;
};

const stepLines = ({ number, id, outcome, details }: Step): readonly Line[] => [
  { text: `  ${number}  ${OUTCOMES[outcome].padEnd(13)}${SAYS[id]}`, tone: TONES[outcome] },
  ...details.flatMap(({ code, sentence }) =>
    wrap(neutral(outcome === 'failed' ? `[${code}] ${sentence}` : sentence), 18).map((text) => ({ text })),
  ),
];

const closing = ({ outcome, steps, pack }: Verification): readonly string[] => {
  if (outcome === 'failed') {
    const failed = steps.filter((step) => step.outcome === 'failed').map(({ number }) => number);
    const where = `${failed.length === 1 ? 'step' : 'steps'} ${failed.join(', ')}`;
    return [`Verification failed at ${where}. Do not rely on this pack; ask for it as it was delivered.`];
  }
  const evaluated = steps.some(({ id, outcome: step }) => id === 'evaluation' && step === 'ok');
  const established = evaluated
    ? 'the files belong together and are unchanged since the manifest was written, and the results follow from the inputs.'
    : 'the files belong together and are unchanged since the manifest was written.';
  return [
    `Established: ${established}`,
    `Not established: who made the pack (origin not established), whether the answers and the evidence are true, and whether they suffice.${pack?.state === 'draft' ? ' This is a draft.' : ''}`,
  ];
};
