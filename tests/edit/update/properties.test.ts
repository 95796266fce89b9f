// Random attestations moved to random new revisions: no answer changes, no line of the file but those of the models' list goes or changes,
// and the lock holds for what holds and for nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Updated, updateAttestation } from '../../../src/edit/update/update.ts';
import { answerTo, isAnswered, isGiven } from '../../../src/model/answer.ts';
import { type Lock, NO_TEXT } from '../../../src/model/lock.ts';
import { mustRead } from '../../../src/pipeline/must-read.ts';
import { readAttestation } from '../../../src/read/index.ts';
import { fileOf } from '../../read/support.ts';
import { randomAttestation } from '../roll-forward/random-attestation.ts';
import { DUTIES, FATES, type Fate, twoModels } from './two-models.ts';

type Case = {
  readonly text: string;
  readonly fates: Readonly<Record<string, Fate>>;
  readonly locked: boolean;
};

const aCase: fc.Arbitrary<Case> = fc.record({
  text: randomAttestation.map(({ text }) => text),
  fates: fc
    .tuple(...DUTIES.map(() => fc.constantFrom(...FATES)))
    .map((fates) => Object.fromEntries(DUTIES.map((id, at) => [id, fates[at] ?? 'same']))),
  locked: fc.boolean(),
});

const read = (text: string) => mustRead(readAttestation(fileOf(text, 'pay.attestation.yaml')));

/** The lock as `lock` would have written it. */
const lockOf = ({ text, fates }: Case): Lock => ({
  format: 'countersign/lock@1',
  duties: Object.fromEntries(
    twoModels(fates)
      .before.areas.flatMap(({ resources }) => resources)
      .flatMap(({ code, customer }) =>
        customer.flatMap((duty): readonly (readonly [string, string])[] => {
          const found = answerTo(read(text).duties.svc ?? {}, duty.id, code);
          return found !== null && isAnswered(found.answer) ? [[`svc/${duty.id}`, duty.digest]] : [];
        }),
      ),
  ),
  evidence: {},
});

const update = (one: Case, file: string | null = null): Updated =>
  updateAttestation({
    ...twoModels(one.fates),
    attestation: read(one.text),
    name: 'pay.attestation.yaml',
    text: one.text,
    lock: one.locked ? lockOf(one) : null,
    file,
  });

const always = (check: (one: Case) => void): void => {
  fc.assert(fc.property(aCase, check), { numRuns: 20 });
};

/** Lines outside of the list of models, which may stand in brackets on one line. */
const others = (text: string): readonly string[] => {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('models:'));
  const behind = lines.slice(from + 1).findIndex((line) => /^[^ ]/.test(line));
  return [...lines.slice(0, from), ...lines.slice(from + 1 + behind)];
};

test('every line that does not speak of what changed is there, byte for byte and in its order', () => {
  always((one) => {
    const [old, now] = [others(one.text), others(update(one).text)];
    let at = 0;
    for (const line of now) if (line === old[at]) at += 1;
    // Within brackets new duties go into the line of the others.
    const left = old.slice(at, at + 1).filter((line) => !/^ *(?:svc|duties):/.test(line));
    expect(left).toEqual([]);
  });
});

test('answers stay as they are, new duties have none, and the revision before is named', () => {
  always((one) => {
    const { attestation, outcomes } = update(one, 'new.model.yaml');
    const old = read(one.text);
    for (const [key, answer] of Object.entries(old.duties.svc ?? {}))
      expect(attestation.duties.svc?.[key]).toEqual(answer);
    expect(attestation.models).toEqual([
      { ...old.models[0], revision: '2026-08-01', previous: '2026-01-01', file: 'new.model.yaml' },
    ]);
    const opened = outcomes.filter(({ kind }) => kind === 'opened').map(({ id }) => id);
    expect(opened).toEqual(DUTIES.filter((id) => ['added', 'taken'].includes(one.fates[id] ?? '')));
    for (const id of opened) expect(attestation.duties.svc).toHaveProperty([id]);
  });
});

test('the lock holds the new text of what still holds, the old one of what has to be looked at again', () => {
  always((one) => {
    const locked = { ...one, locked: true };
    const { lock, attestation } = update(locked);
    const { after } = twoModels(one.fates);
    for (const { code, customer } of after.areas.flatMap(({ resources }) => resources))
      for (const duty of customer) {
        const found = answerTo(read(one.text).duties.svc ?? {}, duty.id, code);
        const entry = lock?.duties[`svc/${duty.id}`];
        const fate = one.fates[duty.id] ?? 'same';
        if (found === null || !isGiven(found.answer)) expect(entry).toBeUndefined();
        else if (fate === 'reworded') expect(entry).not.toBe(duty.digest);
        else if (!isAnswered(found.answer)) expect(entry).toBeUndefined();
        else if (fate === 'same' || fate === 'editorial') expect(entry).toBe(duty.digest);
        else if (found.by === 'resource') expect(entry).toBe(NO_TEXT);
      }
    expect(attestation.team.id).toBe('pay');
  });
});

test('says why above each answer that has to be looked at again', () => {
  always((one) => {
    const { text, outcomes } = update(one);
    for (const outcome of outcomes) {
      const inside = text.replace(/\r\n/g, '\n').replace(/\n *# {3}/g, ' ');
      if (outcome.kind === 're-opened')
        expect(inside).toContain(`by the page of 2026-08-01: reworded. Before: "${outcome.before.text}"`);
      if (outcome.kind === 'opened')
        expect(inside).toContain(`# ${outcome.id} (line 7): ${outcome.after.text}`);
    }
  });
});
