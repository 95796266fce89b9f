// Random attestations rolled forward: the result reads, says what is kept and nothing of what is cleared, keeps every comment that is not
// about what went, and can be rolled forward again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RolledForward, rollForward } from '../../../src/edit/roll-forward/roll-forward.ts';
import { carriedMark, isGiven } from '../../../src/model/answer.ts';
import type { Answer, Attestation } from '../../../src/model/attestation.ts';
import { spanOf } from '../../../src/model/period.ts';
import { mustRead } from '../../../src/pipeline/must-read.ts';
import { readAttestation } from '../../../src/read/index.ts';
import { randomAttestation, type WrittenAttestation } from './random-attestation.ts';

const read = (text: string): Attestation =>
  mustRead(readAttestation({ name: 'pay.attestation.yaml', bytes: new TextEncoder().encode(text) }));

const roll = (text: string, period: string): RolledForward =>
  rollForward({
    attestation: read(text),
    name: 'pay.attestation.yaml',
    text,
    period,
    previous: '../old/pay.attestation.yaml',
    rebase: (path) => `../old/${path}`,
    paths: { models: { svc: '../old/models/svc.model.yaml' } },
  });

const always = (check: (written: WrittenAttestation) => void): void => {
  fc.assert(fc.property(randomAttestation, check), { numRuns: 25 });
};

const answersOf = ({ duties }: Attestation): readonly (readonly [string, Answer])[] =>
  Object.entries(duties.svc ?? {});

const DAYS = ['tests', 'last-performed', 'carried-from', 'inherited'];
const kept = (part: object): unknown =>
  Object.fromEntries(Object.entries(part).filter(([key]) => !DAYS.includes(key)));

test('keeps what stays true, clears what was of the old period, and says what waits', () => {
  always(({ text }) => {
    const old = read(text);
    const { attestation: next, carried } = roll(text, '2026-Q4');
    expect(next.period).toBe('2026-Q4');
    expect(next.previous).toBe('../old/pay.attestation.yaml');
    expect([next['as-of'], next.approvals, next.assertion['subsequent-events']]).toEqual([
      undefined,
      [],
      undefined,
    ]);
    expect(next.assertion.limitations).toEqual(old.assertion.limitations);
    expect(next.people).toEqual(old.people);
    const { previous: _moved, ...service } = old.models[0] ?? expect.unreachable();
    expect(next.models).toEqual([{ ...service, file: '../old/models/svc.model.yaml' }]);
    const after = new Map(answersOf(next));
    expect([...after.keys()].sort()).toEqual(
      answersOf(old)
        .map(([key]) => key)
        .sort(),
    );
    for (const [key, before] of answersOf(old)) {
      const now = after.get(key);
      if (now === undefined) return expect.unreachable();
      expect(kept(now)).toEqual(kept(before));
      expect([now.tests, now['last-performed']]).toEqual([[], undefined]);
      expect(carriedMark(now)).toBe(
        carriedMark(before) ?? (isGiven(before) ? spanOf(old.period).label : null),
      );
    }
    expect(carried).toBe(
      [...after.values()].filter((one) => isGiven(one) && carriedMark(one) !== null).length,
    );
    for (const [id, { at: _at, covers: _covers, records: _records, ...recipe }] of Object.entries(
      old.evidence,
    ))
      expect(next.evidence[id]).toEqual(recipe);
  });
});

test('leaves behind only what has had its day and is named by nobody', () => {
  always(({ text }) => {
    const old = read(text);
    const { attestation: next, leftBehind } = roll(text, '2026-Q4');
    const gone = new Set(leftBehind.map(({ id }) => id));
    for (const [id, { expires }] of Object.entries(old.waivers)) {
      expect(id in next.waivers).toBe(!gone.has(id));
      if (gone.has(id)) expect(expires < '2026-10-01').toBe(true);
    }
    for (const [id, { status }] of Object.entries(old.remediations)) {
      expect(next.remediations[id]).toEqual(gone.has(id) ? undefined : old.remediations[id]);
      if (status === 'open') expect(gone.has(id)).toBe(false);
    }
  });
});

test('keeps every comment that does not stand in what went, and the old day of what was performed', () => {
  always(({ text, remarks }) => {
    const { text: rolled, leftBehind } = roll(text, '2026-Q4');
    const gone = [
      /^(as-of|approvals)($|\/)/,
      /^models\/0\/previous$/,
      /^assertion\/subsequent-events$/,
      /^duties\/.*\/(tests|last-performed)($|\/)/,
      /^evidence\/[^/]+\/(at|covers|records)$/,
      ...leftBehind.map(({ id }) => new RegExp(`^[^/]+/${id}($|/)`)),
    ];
    const isGone = (path: string): boolean => gone.some((one) => one.test(path));
    for (const { text: remark, path, where } of remarks) {
      const place = where === 'above' ? path.slice(0, path.lastIndexOf('/') + 1).replace(/\/$/, '') : path;
      if (!isGone(place)) expect(rolled, `${remark} at ${path}`).toContain(remark);
    }
    for (const [, { 'last-performed': day }] of answersOf(read(text)))
      if (day !== undefined)
        expect(rolled).toContain(`# last performed, as told for ${spanOf(read(text).period).label}: ${day}`);
  });
});

test('can be rolled forward again, and what was never confirmed keeps its first period', () => {
  always(({ text }) => {
    const once = roll(text, '2026-Q4');
    const twice = roll(once.text, '2027');
    expect(twice.leftBehind.every(({ kind }) => kind === 'waiver')).toBe(true);
    for (const [key, answer] of answersOf(once.attestation))
      expect(carriedMark(new Map(answersOf(twice.attestation)).get(key) ?? answer)).toBe(carriedMark(answer));
    // The second changes the period and paths, but no answer any more.
    expect(twice.attestation.duties).toEqual(once.attestation.duties);
  });
});
