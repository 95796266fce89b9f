// Models made of a few words, for tests of what changed.
import { createHash } from 'node:crypto';
import type { Area, Duty, Model } from '../../src/model/model.ts';
import type { ModelDiff } from '../../src/model/model-diff.ts';

/** Titles of areas, of their resources, and what each party does there. */
export type Sketch = Readonly<
  Record<string, Readonly<Record<string, { readonly p?: readonly string[]; readonly c?: readonly string[] }>>>
>;

export const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** A model as an import without one before it numbers it: areas A, B, …; what stands behind `|` in a duty is what its digest is taken over. */
export const modelOf = (sketch: Sketch, more: Partial<Model> = {}): Model => ({
  format: 'countersign/model@1',
  id: 'nimbus-lantern',
  title: 'Nimbus Lantern',
  provider: { id: 'nimbus', name: 'Nimbus' },
  revision: '2026-03-31',
  text: 'verbatim',
  source: { title: 'Who does what in Lantern', sha256: digestOf('page') },
  delegates: [],
  areas: Object.entries(sketch).map(([title, resources], index) =>
    areaOf(String.fromCharCode(65 + index), title, resources),
  ),
  retired: [],
  ...more,
});

const areaOf = (code: string, title: string, resources: Sketch[string]): Area => ({
  code,
  title,
  line: 1,
  allocation: 'shared',
  delegates: [],
  resources: Object.entries(resources).map(([name, { p = [], c = [] }], index) => {
    const own = `${code}-${String(index + 1).padStart(2, '0')}`;
    return {
      code: own,
      title: name,
      line: index + 2,
      allocation: 'shared',
      delegates: [],
      provider: p.map((text, at) => dutyOf(`${own}-P${at + 1}`, text)),
      customer: c.map((text, at) => dutyOf(`${own}-C${at + 1}`, text)),
    };
  }),
});

const dutyOf = (id: string, written: string): Duty => {
  const [text = '', keyed = text] = written.split('|');
  return { id, line: 2, text, digest: digestOf(keyed) };
};

export const dutiesOf = ({ areas }: Model): readonly Duty[] =>
  areas.flatMap(({ resources }) => resources.flatMap((one) => [...one.provider, ...one.customer]));

/** `kind id`, and `kind id < id before` for what moved. */
export const changesIn = ({ duties }: ModelDiff): readonly string[] =>
  duties.map((one) => (one.kind === 'moved' ? `moved ${one.id} < ${one.from}` : `${one.kind} ${one.id}`));
