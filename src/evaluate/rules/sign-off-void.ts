// A sign-off binds its signer to exact content; when that changes, it says nothing about what is there now.
import type { SignOffChanges } from '../../model/sign-off.ts';
import type { Rule } from '../rule.ts';
import { counted, dutyName, listed, signOffSaid } from '../say.ts';
import type { Scene } from '../scene.ts';

export const signOffVoid: Rule = {
  id: 'sign-off-void',
  title: 'Sign-off void',
  why: 'Nobody has signed what is here now.',
  severity: 'high',
  check: (scene) =>
    scene.approvals.signOffs.flatMap(({ facts, standing }) => {
      const { changed } = facts;
      if (standing !== 'void' || changed === null) return [];
      return [
        {
          duties: changed.duties.map(({ id }) => id),
          refs: changed.parts,
          sentence: `${signOffSaid(scene, facts)} is void, because since then ${listed(changesSaid(scene, changed))} changed.`,
          fix: 'Have it signed again, by the preparer first.',
        },
      ];
    }),
};

/** Names before the rest is counted. */
const NAMED = 6;

const changesSaid = (scene: Scene, { duties, parts }: SignOffChanges): readonly string[] => {
  const names = [
    ...duties.map(({ id, fields }) => `${dutyName(scene, id)} (${fields.join(', ')})`),
    ...parts,
  ];
  const more = names.length - NAMED;
  return more <= 0 ? names : [...names.slice(0, NAMED), counted(more, 'other part', 'other parts')];
};
