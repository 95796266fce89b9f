// Which approvals count, and when they are complete.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import type { SignOffRole } from '../../src/model/attestation.ts';
import type { ApprovalState } from '../../src/model/evaluation.ts';
import { inputsOf } from './builders.ts';

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
const faults = ({ missing, outOfOrder, samePerson, complete }: ApprovalState): string => {
  const pair = ([a, b]: readonly [{ role: string }, { role: string }]): string => `${a.role}/${b.role}`;
  return [missing.join(' '), outOfOrder.map(pair).join(' '), samePerson.map(pair).join(' '), complete].join(
    '|',
  );
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
