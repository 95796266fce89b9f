// The sign-offs beside an attestation: who signed, as what, and whether it still counts.
import type { Evaluation, SignOffFacts } from '../index.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { wrap } from './wrap.ts';

type Judged = Evaluation['approvals']['signOffs'][number];

/** Nothing where nobody has signed. */
export const signOffLines = ({ approvals }: Evaluation): readonly Line[] =>
  approvals.signOffs.length === 0
    ? []
    : [{ text: 'Sign-offs', tone: 'heading' }, ...approvals.signOffs.flatMap(linesOf), { text: '' }];

const linesOf = ({ facts, standing }: Judged): readonly Line[] => {
  const when = facts.proved === null ? `${facts.at}, as claimed` : `${facts.proved.at}, by timestamp`;
  return [
    {
      text: neutral(`  ${facts.role.padEnd(9)}  ${standing.padEnd(10)}  ${facts.person}, ${when}`),
      tone: standing === 'valid' ? 'good' : standing === 'superseded' ? 'faint' : 'error',
    },
    ...[...whyFaulty(facts), ...(standing === 'void' ? whyVoid(facts) : [])].flatMap((sentence) =>
      wrap(neutral(sentence), 23).map((text) => ({ text })),
    ),
  ];
};

const whyFaulty = ({ faults }: SignOffFacts): readonly string[] =>
  faults.map(({ code, sentence }) => `[${code}] ${sentence}`);

const whyVoid = ({ changed }: SignOffFacts): readonly string[] => [
  ...(changed?.duties ?? []).map(({ id, fields }) => `${id} changed: ${fields.join(', ')}`),
  ...((changed?.parts ?? []).length === 0 ? [] : [`Changed besides: ${(changed?.parts ?? []).join(', ')}`]),
];
