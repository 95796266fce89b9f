// Two revisions of a small service, and what changed between them, made of a fate for each duty: independent of how models are compared.
import { sha256 } from '../../../src/codec/digest.ts';
import type { Duty, Model } from '../../../src/model/model.ts';
import type { DutyChange, ModelDiff } from '../../../src/model/model-diff.ts';

export const FATES = ['same', 'editorial', 'reworded', 'added', 'removed', 'given', 'taken'] as const;
export type Fate = (typeof FATES)[number];

/** Duties in the order of their ids. `given` goes to the provider as `-P9`; `taken` comes from there. */
export const twoModels = (
  fates: Readonly<Record<string, Fate>>,
): { readonly before: Model; readonly after: Model; readonly diff: ModelDiff } => {
  const has = (side: 'before' | 'after'): Model =>
    modelOf(side === 'before' ? '2026-01-01' : '2026-08-01', (id) => {
      const fate = fates[id] ?? 'same';
      if (fate === (side === 'before' ? 'added' : 'removed')) return null;
      if (fate === (side === 'before' ? 'taken' : 'given')) return null;
      return dutyOf(id, side, fate);
    });
  const duties = Object.entries(fates).flatMap(([id, fate]) => changeOf(id, fate));
  const [before, after] = [has('before'), has('after')];
  return {
    before,
    after,
    diff: {
      format: 'countersign/model-diff@1',
      before: { id: 'svc', title: 'Service', revision: before.revision },
      after: { id: 'svc', title: 'Service', revision: after.revision },
      matched: 'ids',
      unchanged: Object.values(fates).filter((fate) => fate === 'same').length,
      duties,
      places: [],
      scopes: [],
      material: duties.filter(({ kind }) => kind !== 'editorial').length,
    },
  };
};

const dutyOf = (id: string, side: 'before' | 'after', fate: Fate): Duty => {
  const text =
    fate === 'reworded' && side === 'after' ? `${id} with "other" words #new` : `${id} as it was: so`;
  const seen = fate === 'editorial' ? `${text} ${side}` : text;
  return { id, line: side === 'before' ? 5 : 7, text, digest: sha256(seen) };
};

const changeOf = (id: string, fate: Fate): readonly DutyChange[] => {
  const [before, after] = [dutyOf(id, 'before', fate), dutyOf(id, 'after', fate)];
  const provider = id.replace(/-C(\d+)$/, '-P9$1');
  switch (fate) {
    case 'same':
      return [];
    case 'editorial':
    case 'reworded':
      return [{ kind: fate, id, party: 'customer', before, after, words: null }];
    case 'added':
      return [{ kind: 'added', id, party: 'customer', after }];
    case 'removed':
      return [{ kind: 'removed', id, party: 'customer', before }];
    case 'given':
      return [{ kind: 'moved', id: provider, from: id, party: 'provider', before, after, words: null }];
    case 'taken':
      return [{ kind: 'moved', id, from: provider, party: 'customer', before, after, words: null }];
  }
};

export const DUTIES: readonly string[] = ['AA-01-C1', 'AA-01-C2', 'AA-01-C3', 'AA-02-C1', 'AA-03-C1'];

const modelOf = (revision: string, duty: (id: string) => Duty | null): Model => ({
  format: 'countersign/model@1',
  id: 'svc',
  title: 'Service',
  provider: { id: 'nimbus', name: 'Nimbus' },
  revision,
  text: 'verbatim',
  source: { title: 'Page', sha256: sha256(revision) },
  delegates: [],
  areas: [
    {
      code: 'AA',
      title: 'Area',
      line: 1,
      allocation: 'shared',
      delegates: [],
      resources: ['AA-01', 'AA-02', 'AA-03'].map((code) => ({
        code,
        title: `Resource ${code}`,
        line: 3,
        allocation: 'shared',
        delegates: [],
        provider: [],
        customer: DUTIES.filter((id) => id.startsWith(code)).flatMap((id) => duty(id) ?? []),
      })),
    },
  ],
  retired: [],
});
