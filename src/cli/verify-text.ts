// What verifying found, step by step, who signed, and what that does and does not establish.
import type { Signature, Step, StepId, Verification } from '../index.ts';
import { neutral } from './neutral.ts';
import { STEP_SENTENCES } from './step-sentences.ts';
import type { Line } from './terminal.ts';
import { wrap } from './wrap.ts';

const OUTCOMES = { ok: 'ok', failed: 'FAILED', 'not-checked': 'not checked' } as const;
const TONES = { ok: 'good', failed: 'error', 'not-checked': 'faint' } as const;

export const verificationLines = (path: string, verification: Verification): readonly Line[] => [
  { text: neutral(titleOf(path, verification)), tone: 'heading' },
  { text: '' },
  ...verification.steps.flatMap((step) => stepLines(step, STEP_SENTENCES[step.id])),
  { text: '' },
  ...signatureLines(verification.signatures),
  ...openingLines(verification.previous),
  ...closing(verification).flatMap((sentence) => wrap(neutral(sentence), 0).map((text) => ({ text }))),
];

const titleOf = (path: string, { pack }: Verification): string => {
  if (pack === null) return path;
  const edition = pack.version === null ? pack.state : `version ${pack.version}`;
  return `${path}: ${pack.team}.${pack.system}, ${pack.period}, ${edition}, as of ${pack['as-of']}`;
};

/** `says` is what it means that the step is ok. */
export const stepLines = (
  {
    number,
    outcome,
    details,
  }: Pick<Step, 'number' | 'outcome'> & {
    readonly details: readonly { readonly code: string; readonly sentence: string }[];
  },
  says: string,
): readonly Line[] => [
  {
    text: ` ${String(number).padStart(2)}  ${OUTCOMES[outcome].padEnd(13)}${says}`,
    tone: TONES[outcome],
  },
  ...details.flatMap(({ code, sentence }) =>
    wrap(neutral(outcome === 'failed' ? `[${code}] ${sentence}` : sentence), 18).map((text) => ({ text })),
  ),
];

export const signatureLines = (signatures: readonly Signature[]): readonly Line[] =>
  signatures.length === 0
    ? []
    : [{ text: 'Who signed', tone: 'heading' }, ...signatures.flatMap(signatureLine), { text: '' }];

const signatureLine = ({
  as,
  person,
  subject,
  fingerprint,
  at,
  proved,
  content,
}: Signature): readonly Line[] => {
  const time = at === null ? 'at no stated time' : `${at}, ${proved ? 'by timestamp' : 'as claimed'}`;
  return [
    { text: neutral(`  ${as.padEnd(9)}  ${person === null ? '' : `${person}, `}${time}`) },
    { text: neutral(`             ${subject}`) },
    { text: `             certificate ${fingerprint}` },
    ...(content === null ? [] : [{ text: `             over        ${content}` }]),
  ];
};

/** The digest is what anybody compares with the pack that was delivered then. */
const openingLines = (previous: Verification['previous']): readonly Line[] => {
  if (previous === null) return [];
  const edition = previous.version === null ? previous.state : `version ${previous.version}`;
  const sealed = previous.sealed ? 'sealed' : 'without a seal that holds';
  return [
    { text: 'Opening position', tone: 'heading' },
    { text: neutral(`  ${previous.period}, ${edition}, as of ${previous['as-of']}; ${sealed}`) },
    { text: `  manifest ${previous.manifest}` },
    { text: '' },
  ];
};

const closing = (verification: Verification): readonly string[] => {
  const { outcome, steps } = verification;
  if (outcome === 'failed') {
    const failed = steps.filter((step) => step.outcome === 'failed').map(({ number }) => number);
    const where = `${failed.length === 1 ? 'step' : 'steps'} ${failed.join(', ')}`;
    return [`Verification failed at ${where}. Do not rely on this pack; ask for it as it was delivered.`];
  }
  return [
    `Established: ${listed(established(verification))}.`,
    `Not established: ${listed(open(verification))}.${verification.pack?.state === 'draft' ? ' This is a draft.' : ''}`,
  ];
};

const isOk = ({ steps }: Verification, id: StepId): boolean =>
  steps.some((step) => step.id === id && step.outcome === 'ok');

const established = (verification: Verification): readonly string[] => {
  const ok = (id: StepId): boolean => isOk(verification, id);
  return [
    ...(ok('members') ? ['the files belong together and are unchanged since the manifest was written'] : []),
    ...(ok('seal') ? ['the seal is over exactly this'] : []),
    ...(ok('sign-offs') ? ['every sign-off is over exactly this content'] : []),
    ...(ok('trust') ? ['those who signed are among those you trust'] : []),
    ...(ok('evaluation') ? ['the results follow from the inputs'] : []),
  ];
};

const open = (verification: Verification): readonly string[] => {
  const ok = (id: StepId): boolean => isOk(verification, id);
  return [
    ...(ok('trust') && ok('seal') ? [] : ['who made the pack (origin not established)']),
    ...(ok('timestamp') ? [] : ['when it was signed']),
    'whether the answers and the evidence are true',
    'whether they suffice',
  ];
};

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? 'nothing') : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1)}`;
