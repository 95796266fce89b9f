// Which approvals count, and when they are complete.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import type { SignOffRole } from '../../src/model/attestation.ts';
import type { CertificateFacts } from '../../src/model/certificate.ts';
import type { ApprovalState } from '../../src/model/evaluation.ts';
import type { SignOffFacts } from '../../src/model/sign-off.ts';
import { inputsOf } from './builders.ts';
import { THREE as SIGNED, signedBy, signedInputs } from './cases/sign-offs.ts';

type Asked = {
  readonly mode?: 'recorded' | 'signed';
  readonly separation?: 'all-different' | 'two-people';
  readonly roles?: SignOffRole[];
};

/** `given` is written `preparer lead 05`: role, person, day of October. */
const stateOf = (given: readonly string[], asked: Asked = {}): ApprovalState => {
  const approvals = given.map((text) => {
    const [role, person = '', date = ''] = text.split(' ');
    return { role: role as SignOffRole, person, date: `2026-10-${date}`, reference: text };
  });
  const policy = {
    approvals: {
      mode: 'recorded' as const,
      separation: 'all-different' as const,
      roles: ['preparer', 'reviewer', 'approver'] as SignOffRole[],
      ...asked,
    },
  };
  return evaluate(inputsOf({ attestation: { approvals }, policy })).approvals;
};

/** What is wrong, in short. */
const faults = ({ missing, outOfOrder, oneHand, complete }: ApprovalState): string => {
  const pair = ([a, b]: readonly [{ role: string }, { role: string }]): string => `${a.role}/${b.role}`;
  return [
    missing.join(' '),
    outOfOrder.map(pair).join(' '),
    oneHand.map(({ first, second }) => pair([first, second])).join(' '),
    complete,
  ].join('|');
};

const THREE = ['preparer lead 05', 'reviewer sre 06', 'approver boss 07'];

describe('approvals', () => {
  it('are complete when each role has approved, in order, in different hands', () => {
    expect(faults(stateOf(THREE))).toBe('|||true');
    expect(faults(stateOf(THREE.toReversed()))).toBe('|||true');
    expect(faults(stateOf(['preparer lead 05', 'reviewer sre 05', 'approver boss 05']))).toBe('|||true');
    expect(faults(stateOf(THREE.slice(1)))).toBe('preparer|||false');
    expect(faults(stateOf([], { roles: [] }))).toBe('|||true');
  });

  it('count the latest of each role, and of two on one day the one listed later', () => {
    expect(faults(stateOf([...THREE, 'preparer lead 08']))).toBe('|preparer/reviewer||false');
    expect(faults(stateOf(['preparer lead 08', 'preparer lead 05', ...THREE.slice(1)]))).toBe(
      '|preparer/reviewer||false',
    );
    expect(faults(stateOf([...THREE, 'approver lead 07']))).toBe('||preparer/approver|false');
    expect(faults(stateOf(['approver lead 07', ...THREE]))).toBe('|||true');
  });

  it('do not count where the policy asks for signatures, but are shown', () => {
    const state = stateOf(THREE, { mode: 'signed' });
    expect(faults(state)).toBe('preparer reviewer approver|||false');
    expect(state.given).toHaveLength(3);
  });

  it('may be shared by neighbours where two people are enough, never by all', () => {
    const two = { separation: 'two-people' as const };
    const shared = ['preparer lead 05', 'reviewer lead 06', 'approver boss 07'];
    expect(faults(stateOf(shared))).toBe('||preparer/reviewer|false');
    expect(faults(stateOf(shared, two))).toBe('|||true');
    expect(faults(stateOf(['preparer lead 05', 'reviewer sre 06', 'approver lead 07'], two))).toBe(
      '||preparer/approver|false',
    );
    const alone = ['preparer lead 05', 'reviewer lead 06'];
    expect(faults(stateOf(alone, { ...two, roles: ['preparer', 'reviewer'] }))).toBe(
      '||preparer/reviewer|false',
    );
    expect(faults(stateOf(alone, two))).toBe('approver|||false');
  });
});

describe('signed sign-offs', () => {
  const stateWith = (...signOffs: readonly SignOffFacts[]): ApprovalState =>
    evaluate(signedInputs(signOffs)).approvals;
  const standings = ({ signOffs }: ApprovalState): string =>
    signOffs.map(({ standing }) => standing).join(' ');
  const changed = { duties: [], parts: ['policy'] };

  it('are complete when each role has signed this content', () => {
    expect(faults(stateWith(...SIGNED))).toBe('|||true');
    expect(faults(stateWith(...SIGNED.slice(0, 2)))).toBe('approver|||false');
  });

  it('count no more when the content changed or the line is faulty', () => {
    const [preparer, reviewer, approver] = SIGNED;
    const voided = stateWith(preparer, { ...reviewer, changed }, approver);
    expect([standings(voided), faults(voided)]).toEqual(['valid void valid', 'reviewer|||false']);
    const fault = { code: 'sign-off-chain', sentence: 'No.' } as const;
    const faulty = stateWith(preparer, { ...reviewer, faults: [fault] }, approver);
    expect([standings(faulty), faults(faulty)]).toEqual(['valid faulty valid', 'reviewer|||false']);
  });

  it('begin anew when the first role signs again', () => {
    const again = stateWith(...SIGNED, signedBy(4, 'preparer', 'lead', '12:00:00'));
    expect(standings(again)).toBe('superseded superseded superseded valid');
    expect(faults(again)).toBe('reviewer approver|||false');
  });

  it('follow one another by line and by time', () => {
    const lines = stateWith(
      signedBy(1, 'preparer', 'lead', '09:00:00'),
      signedBy(2, 'approver', 'boss', '11:00:00'),
      signedBy(3, 'reviewer', 'sre', '10:00:00'),
    );
    expect(faults(lines)).toBe('|reviewer/approver||false');
    const times = stateWith(...SIGNED.slice(0, 2), signedBy(3, 'approver', 'boss', '09:30:00'));
    expect(faults(times)).toBe('|reviewer/approver||false');
  });

  it('follow one another by what timestamps prove, and no clock is held against an authority', () => {
    const [preparer, reviewer, approver] = SIGNED;
    const proved = (facts: SignOffFacts, time: string): SignOffFacts => ({
      ...facts,
      proved: { at: `2026-10-07T${time}Z`, authority: facts.certificate ?? expect.unreachable() },
    });
    expect(faults(stateWith(proved(preparer, '10:00:05'), reviewer, approver))).toBe('|||true');
    const reversed = stateWith(proved(preparer, '10:00:05'), proved(reviewer, '10:00:04'), approver);
    expect(faults(reversed)).toBe('|preparer/reviewer||false');
  });

  it.each<[string, (one: CertificateFacts, other: CertificateFacts) => Partial<CertificateFacts>]>([
    ['the key', (one) => ({ 'key-digest': one['key-digest'] })],
    ['the e-mail address on both certificates', (one) => ({ emails: ['boss@example.com', ...one.emails] })],
    ['the name on both certificates', (one) => ({ subject: one.subject.toUpperCase() })],
  ])('come from one hand when certificates share %s', (shared, change) => {
    const [preparer, reviewer, approver] = SIGNED;
    const [one, other] = [preparer.certificate, approver.certificate];
    if (one === null || other === null) expect.unreachable();
    const state = stateWith(preparer, reviewer, {
      ...approver,
      certificate: { ...other, ...change(one, other) },
    });
    expect(state.oneHand.map((hand) => hand.shared)).toEqual([shared]);
    expect(state.complete).toBe(false);
  });

  it('do not count where approvals are recorded, but are shown', () => {
    const state = evaluate(inputsOf({ signOffs: SIGNED, attestation: { approvals: [] } })).approvals;
    expect([state.signOffs.length, faults(state)]).toEqual([3, 'preparer reviewer approver|||false']);
  });
});
