// A gap needs an open remediation or a waiver in force.
import type { CustomerRow } from '../../model/matrix.ts';
import { worseInstances } from '../answer.ts';
import type { Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';

export const remediationMissing: Rule = {
  id: 'remediation-missing',
  title: 'No plan for a gap',
  why: 'A gap with neither a plan nor an accepted risk is a gap nobody deals with.',
  severity: 'moderate',
  check: (scene) =>
    scene.answered
      .filter((row) => hasOpenGap(scene, row))
      .map(({ id, name }) => ({
        duties: [id],
        refs: [],
        sentence: `${name} has a gap with neither an open remediation nor a waiver in force.`,
        fix: 'Plan a remediation with an owner and a day, or have the risk accepted.',
      })),
};

const UNMET: readonly (string | undefined)[] = ['partial', 'planned', 'not-implemented'];

const hasOpenGap = (scene: Scene, { own }: CustomerRow): boolean => {
  if (own === null) return false;
  const isOpen = (id: string | undefined): boolean =>
    scene.remediations.some((remediation) => remediation.id === id && remediation.item.status === 'open');
  const accepted = scene.waivers.some(({ id, state }) => id === own.waiver && state === 'in-force');
  if (accepted || isOpen(own.remediation)) return false;
  return (
    UNMET.includes(own.status) || worseInstances(own).some(([, { remediation }]) => !isOpen(remediation))
  );
};
