// What verifying a roll-up found, step by step, and what that does and does not establish.
import type { RollupStepId, RollupVerification } from '../index.ts';
import { neutral } from './neutral.ts';
import { STEP_SENTENCES } from './step-sentences.ts';
import type { Line } from './terminal.ts';
import { signatureLines, stepLines } from './verify-text.ts';
import { wrap } from './wrap.ts';

const SAYS: Readonly<Record<RollupStepId, string>> = {
  structure: 'The roll-up can be read, in the one form that it may have',
  members: STEP_SENTENCES.members,
  identity: 'Manifest, portfolio and file names speak of the same roll-up',
  seal: STEP_SENTENCES.seal,
  timestamp: STEP_SENTENCES.timestamp,
  trust: 'Whoever sealed is somebody you trust to',
  certificates: STEP_SENTENCES.certificates,
  packs: 'The packs it was made from are still the ones it names',
  portfolio: 'The packs, rolled up again, give the same portfolio',
  documents: 'PDF and workbook carry what lies in the roll-up',
};

export const rollupVerificationLines = (path: string, verification: RollupVerification): readonly Line[] => [
  { text: neutral(titleOf(path, verification)), tone: 'heading' },
  { text: '' },
  ...verification.steps.flatMap((step) => stepLines(shortened(step), SAYS[step.id])),
  { text: '' },
  ...signatureLines(verification.signatures),
  ...closing(verification).flatMap((sentence) => wrap(neutral(sentence), 0).map((text) => ({ text }))),
];

/** How many packs that are not at hand are named; all of them stand in the JSON. */
const NAMED = 3;

/** Where no pack lies beside a roll-up, hundreds of lines would say the same. What failed is always told in full. */
const shortened = (
  step: RollupStep,
): Pick<RollupStep, 'number' | 'outcome'> & { details: readonly Told[] } => {
  const absent = step.details.filter(({ code }) => code === 'pack-not-at-hand');
  const rest = absent.length - NAMED;
  if (step.outcome === 'failed' || rest < 2) return step;
  const sentence = `${rest} more of the packs listed are not at hand; --json names them all.`;
  return {
    ...step,
    details: [
      ...absent.slice(0, NAMED),
      { code: 'pack-not-at-hand', sentence },
      ...step.details.filter(({ code }) => code !== 'pack-not-at-hand'),
    ],
  };
};

type RollupStep = RollupVerification['steps'][number];
type Told = { readonly code: string; readonly sentence: string };

const titleOf = (path: string, { rollup }: RollupVerification): string => {
  if (rollup === null) return path;
  const edition = rollup.version === null ? rollup.state : `version ${rollup.version}`;
  return `${path}: all teams, ${rollup.period}, ${edition}, as of ${rollup['as-of']}`;
};

const closing = ({ outcome, steps, rollup }: RollupVerification): readonly string[] => {
  const failed = steps.filter((step) => step.outcome === 'failed').map(({ number }) => number);
  if (outcome === 'failed')
    return [
      `Verification failed at ${failed.length === 1 ? 'step' : 'steps'} ${failed.join(', ')}. Do not rely on this roll-up; ask for it, or for the packs named, as they were delivered.`,
    ];
  const ok = (id: RollupStepId): boolean => steps.some((step) => step.id === id && step.outcome === 'ok');
  const established = [
    'the files belong together and are unchanged since the manifest was written',
    ...(ok('seal') ? ['the seal is over exactly this'] : []),
    ...(ok('packs') ? ['the packs are those it was made from'] : []),
    ...(ok('portfolio') ? ['the figures follow from the packs'] : []),
  ];
  const open = [
    ...(ok('trust') && ok('seal') ? [] : ['who made the roll-up (origin not established)']),
    ...(ok('packs') ? [] : ['whether the packs are still those it was made from']),
    'whether each pack is genuine: verify it by itself',
  ];
  return [
    `Established: ${established.join('; ')}.`,
    `Not established: ${open.join('; ')}.${rollup?.state === 'draft' ? ' This is a draft.' : ''}`,
  ];
};
