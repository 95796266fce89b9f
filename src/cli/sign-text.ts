// What somebody is about to sign, and what was signed.
import {
  type Certificate,
  customerTotals,
  type Finding,
  SEVERITIES,
  type SignOffFacts,
  type SignOffRole,
} from '../index.ts';
import { findingCount, headline } from './findings-text.ts';
import type { JudgedFile } from './judging.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { wrap } from './wrap.ts';

/** Findings shown one by one; the rest is counted. */
const SHOWN = 5;

export const summaryLines = (
  path: string,
  { inputs, evaluation }: JudgedFile,
  role: SignOffRole,
  last: SignOffFacts | null,
): readonly Line[] => {
  const { team, system } = inputs.attestation;
  return [
    {
      text: neutral(`${path}: ${team.name}, ${system.name}, ${evaluation.span.label}, as ${role}`),
      tone: 'heading',
    },
    { text: `  ${headline(customerTotals(evaluation.customer))}` },
    { text: `  ${findingCount(evaluation.findings)}` },
    ...worstLines(evaluation.findings),
    ...sinceLines(last),
  ];
};

const worstLines = (findings: readonly Finding[]): readonly Line[] => {
  const worst = findings.filter(({ severity }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf('high'));
  const more = worst.length - SHOWN;
  return [
    ...worst
      .slice(0, SHOWN)
      .flatMap(({ severity, sentence }) =>
        wrap(neutral(`${severity}: ${sentence}`), 4).map((text) => ({ text })),
      ),
    ...(more > 0 ? [{ text: `    and ${more} more that are high or critical` }] : []),
  ];
};

const sinceLines = (last: SignOffFacts | null): readonly Line[] => {
  if (last === null) return [{ text: '  Nobody has signed before.' }];
  const who = `the ${last.role}'s sign-off of ${last.at}`;
  return wrap(neutral(sinceSentence(who, last)), 2).map((text) => ({ text }));
};

const sinceSentence = (who: string, { changed }: SignOffFacts): string => {
  if (changed === null) return `Nothing changed since ${who}.`;
  const names = [...changed.duties.map(({ id, fields }) => `${id} (${fields.join(', ')})`), ...changed.parts];
  return `Changed since ${who}: ${names.join(', ')}.`;
};

export const signedLines = (file: string, judged: JudgedFile, facts: SignOffFacts): readonly Line[] => [
  {
    text: neutral(
      `  Signed as ${facts.role} by ${personSaid(judged, facts.person)}, ${facts.proved === null ? `at ${facts.at} as claimed` : `at ${facts.proved.at} by timestamp`}`,
    ),
    tone: 'good',
  },
  { text: neutral(`  ${facts.certificate?.subject ?? ''}`) },
  { text: neutral(`  line ${facts.number} of ${file}`) },
  ...missingLines(judged),
];

const personSaid = ({ inputs }: JudgedFile, id: string): string => {
  const person = Object.hasOwn(inputs.attestation.people, id) ? inputs.attestation.people[id] : undefined;
  return person === undefined ? id : `${person.name} (${id})`;
};

const missingLines = ({ evaluation }: JudgedFile): readonly Line[] => {
  const { missing, complete } = evaluation.approvals;
  if (complete) return [{ text: '  Every sign-off that the policy asks for is in.' }];
  return missing.length === 0 ? [] : [{ text: `  Still to sign: ${missing.join(', ')}.` }];
};

export const requestLines = (target: string, { key, facts }: Certificate, path: string): readonly Line[] => [
  { text: neutral(`  ${target}: the bytes to sign, by ${facts.subject}`), tone: 'good' },
  {
    text: neutral(
      `  Sign them ${HOW[key.kind === 'ecdsa' ? key.curve : key.kind]}, or as a detached CMS, and give the`,
    ),
  },
  {
    text: neutral(
      `  signature back with --attach: countersign sign ${path} … --request ${target} --attach SIGNATURE`,
    ),
  },
];

const HOW = {
  rsa: 'with RSA PKCS#1 v1.5 and SHA-256',
  'rsa-pss': 'with RSA-PSS, SHA-256 and a salt of 32 bytes',
  'P-256': 'with ECDSA and SHA-256',
  'P-384': 'with ECDSA and SHA-384',
  'P-521': 'with ECDSA and SHA-512',
} as const;
