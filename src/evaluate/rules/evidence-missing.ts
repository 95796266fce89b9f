// Fewer items than the policy expects, a type that none has, or an id that is not listed.
import type { Evidence } from '../../model/attestation.ts';
import { lookup } from '../../model/lookup.ts';
import type { CustomerRow } from '../../model/matrix.ts';
import { isInPlace } from '../answer.ts';
import type { Rule } from '../rule.ts';
import { counted, listed } from '../say.ts';
import type { Scene } from '../scene.ts';

export const evidenceMissing: Rule = {
  id: 'evidence-missing',
  title: 'Evidence missing',
  why: 'An answer without the evidence expected of it is only a word.',
  severity: 'high',
  check: (scene) =>
    scene.answered.flatMap((row) => {
      const lacks = isInPlace(row.own) ? lacksOf(scene, row) : [];
      if (lacks.length === 0) return [];
      return [
        {
          duties: [row.id],
          refs: unlisted(scene, row),
          sentence: `${row.name} ${listed(lacks)}.`,
          fix: 'Add the evidence and lock it.',
        },
      ];
    }),
};

const itemsOf = ({ inputs }: Scene, { evidence }: CustomerRow): readonly Evidence[] =>
  evidence.flatMap((id) => lookup(inputs.attestation.evidence, id) ?? []);

const unlisted = ({ inputs }: Scene, { evidence }: CustomerRow): readonly string[] =>
  evidence.filter((id) => lookup(inputs.attestation.evidence, id) === null);

const lacksOf = (scene: Scene, row: CustomerRow): readonly string[] => {
  const { evidence: wanted, types } = row.expected;
  const items = itemsOf(scene, row);
  const absent = types.filter((type) => !items.some((item) => item.type === type));
  const unknown = unlisted(scene, row);
  const few = `has ${items.length} of ${counted(wanted, 'item', 'items')} of evidence expected`;
  return [
    ...(items.length < wanted ? [few] : []),
    ...(absent.length > 0 ? [`has no evidence of the type expected (${absent.join(', ')})`] : []),
    ...(unknown.length > 0 ? [`names evidence that is not listed (${unknown.join(', ')})`] : []),
  ];
};
