// The table from status to result over all combinations, against an expectation that is written down and not computed.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import { STATUSES, type Status } from '../../src/model/attestation.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { type AnswerFile, anAttestation, aTeam, inputsOf, sound } from './builders.ts';
import { canStandTogether, DEFECTS, type DefectName, defect, EVIDENCE } from './defects.ts';

// S supported, P partly-supported, U unsupported, N not-applicable, R re-opened, - not-answered. `+` is a status with a reason.
const OWN_PART = `
status           none statement evidence file changed unlocked outside out-of-date no-lock dev-open dev-met sample by-owner instance text
implemented       S       U        U      U      U        U       U         U         U       U        P      U       U        P      R
implemented+      S       U        U      U      U        U       U         U         U       U        P      U       U        P      R
alternative       U       U        U      U      U        U       U         U         U       U        U      U       U        U      R
alternative+      S       U        U      U      U        U       U         U         U       U        P      U       U        P      R
partial           P       U        U      U      U        U       U         U         U       U        P      U       U        P      R
partial+          P       U        U      U      U        U       U         U         U       U        P      U       U        P      R
planned           U       U        U      U      U        U       U         U         U       U        U      U       U        U      R
planned+          U       U        U      U      U        U       U         U         U       U        U      U       U        U      R
not-implemented   U       U        U      U      U        U       U         U         U       U        U      U       U        U      R
not-implemented+  U       U        U      U      U        U       U         U         U       U        U      U       U        U      R
not-applicable    U       U        U      U      U        U       U         U         U       U        U      U       U        U      R
not-applicable+   N       N        N      N      N        N       N         N         N       N        N      N       N        N      R
none              -       -        -      -      -        -       -         -         -       -        -      -       -        -      -
none+             -       -        -      -      -        -       -         -         -       -        -      -       -        -      -`;

// Line 4: the source's result down (x: not found), the own part's across.
const MEETING = `
source  N S P U R -
N       N S P U R -
S       S S P U R -
P       P P P U R -
U       U U U U R -
x       U U U U R -`;

const WORD = {
  S: 'supported',
  P: 'partly-supported',
  U: 'unsupported',
  N: 'not-applicable',
  R: 're-opened',
  '-': 'not-answered',
};
type Letter = keyof typeof WORD;
/** Of two defects together the letter named first here stands. */
const GRAVEST_FIRST: readonly Letter[] = ['-', 'R', 'U', 'P', 'S', 'N'];

const grid = (text: string): Readonly<Record<string, Readonly<Record<string, Letter>>>> => {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return Object.fromEntries(
    rows.map(([name, ...cells]) => [
      name,
      Object.fromEntries(cells.map((cell, at) => [head[at + 1], cell as Letter])),
    ]),
  );
};
const OWN = grid(OWN_PART);
const MEETS = grid(MEETING);
const NAMES = Object.keys(DEFECTS) as readonly DefectName[];

const SOURCES: Readonly<Record<string, AnswerFile>> = {
  N: { status: 'not-applicable', owner: 'lead', reason: 'Not used.' },
  S: sound,
  P: { ...sound, status: 'partial' },
  U: { ...sound, status: 'planned' },
  x: {},
};

const platformWith = (answer: AnswerFile): Inputs['inherited'] => ({
  platform: aTeam(anAttestation({ 'OPS-01-C1': answer }, { team: { id: 'platform', name: 'Platform' } })),
});

const answerFor = (row: string, names: readonly DefectName[]): AnswerFile => {
  const word = STATUSES.find((status: Status) => row === status || row === `${status}+`);
  const { statement, ...rest } = sound;
  const silent = names.some((name) => defect(name).without === 'statement');
  return {
    ...(silent ? rest : { ...rest, statement }),
    ...(row.endsWith('+') ? { reason: 'For a good reason.' } : {}),
    ...Object.assign({}, ...names.map((name) => defect(name).answer)),
    // Last, because `sound` has a status of its own.
    status: word,
  };
};

const resultOf = (
  answer: AnswerFile,
  names: readonly DefectName[],
  inherited: Inputs['inherited'] = {},
): string | undefined => {
  const clean = inputsOf({
    answers: { 'OPS-01-C1': answer },
    attestation: { evidence: EVIDENCE },
    inherited,
  });
  const inputs = names.reduce((soFar, name) => defect(name).inputs?.(soFar) ?? soFar, clean);
  return evaluate(inputs).customer.find(({ row }) => row.duty.id === 'OPS-01-C1')?.result;
};

describe('the table', () => {
  it('is written down for every status, reason and defect', () => {
    const rows = [...STATUSES, 'none'].flatMap((status) => [status, `${status}+`]);
    expect(Object.keys(OWN).toSorted()).toEqual(rows.toSorted());
    for (const row of Object.values(OWN)) expect(Object.keys(row)).toEqual(NAMES);
  });

  for (const [row, cells] of Object.entries(OWN)) {
    it(`holds for ${row} with every defect`, () => {
      for (const name of NAMES)
        expect(resultOf(answerFor(row, [name]), [name]), name).toBe(WORD[cells[name] ?? '-']);
    });

    it(`holds for ${row} with every defect, inherited from every source`, () => {
      for (const name of NAMES) {
        const answer: AnswerFile = { inherited: { from: 'platform', ours: answerFor(row, [name]) } };
        for (const [letter, met] of Object.entries(MEETS)) {
          const found = resultOf(answer, [name], platformWith(SOURCES[letter] ?? {}));
          expect(found, `${name} from ${letter}`).toBe(WORD[met[cells[name] ?? '-'] ?? '-']);
        }
      }
    });

    it(`holds for ${row} with every two defects`, () => {
      for (const one of NAMES) {
        for (const other of NAMES.filter((name) => canStandTogether(one, name))) {
          const letters = [cells[one], cells[other]];
          const expected = GRAVEST_FIRST.find((letter) => letters.includes(letter)) ?? '-';
          expect(resultOf(answerFor(row, [one, other]), [one, other]), `${one} ${other}`).toBe(
            WORD[expected],
          );
        }
      }
    });
  }

  it('takes the source alone when nothing is left to do', () => {
    const answer: AnswerFile = { owner: 'lead', inherited: { from: 'platform', ours: 'none' } };
    for (const [letter, expected] of [
      ['N', 'N'],
      ['S', 'S'],
      ['P', 'P'],
      ['U', 'U'],
      ['x', 'U'],
    ] as const) {
      expect(resultOf(answer, [], platformWith(SOURCES[letter] ?? {})), letter).toBe(WORD[expected]);
    }
    expect(resultOf(answer, ['text'], platformWith(sound))).toBe('re-opened');
    expect(resultOf(answer, ['no-lock'], platformWith(sound))).toBe('unsupported');
  });

  it('gives every result that is neither supported nor not-applicable a finding that names the duty', () => {
    for (const row of Object.keys(OWN)) {
      for (const name of NAMES) {
        const clean = inputsOf({
          answers: { 'OPS-01-C1': answerFor(row, [name]) },
          attestation: { evidence: EVIDENCE },
        });
        const { customer, findings } = evaluate(defect(name).inputs?.(clean) ?? clean);
        for (const { row: duty, result } of customer.filter(({ line }) => line !== 9 && line !== 3)) {
          expect(
            findings.some(({ duties }) => duties.includes(duty.id)),
            `${row} ${name} ${result}`,
          ).toBe(true);
        }
      }
    }
  });
});
