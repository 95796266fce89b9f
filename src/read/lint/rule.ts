// The contract of lint rules: a model, and what is known of the page it was read from, go in; what looks wrong on the provider's side comes out.
import type { LeftOut, LintFinding, LintRule } from '../../model/import-report.ts';
import type { Area, Model, Resource } from '../../model/model.ts';
import type { Names } from '../../model/names.ts';
import type { RawAreas } from '../raw-areas.ts';

/** What only the page tells: texts with their name keys, and what was left out. */
export type LintedPage = {
  readonly raw: RawAreas;
  /** Ids that mean the page's own service. */
  readonly own: ReadonlySet<string>;
  readonly leftOut: readonly LeftOut[];
  readonly names: Names;
};

export type LintScene = {
  readonly model: Model;
  /** Null for a model that was read from its file. */
  readonly page: LintedPage | null;
  /** Ids of the models at hand; null where nobody looked. */
  readonly known: ReadonlySet<string> | null;
};

/** A rule says nothing where what it looks at is not known. */
export type Lint = { readonly rule: LintRule; readonly find: (scene: LintScene) => readonly LintFinding[] };

export type Placed = { readonly area: Area; readonly resource: Resource };

export const resourcesOf = ({ areas }: Model): readonly Placed[] =>
  areas.flatMap((area) => area.resources.map((resource) => ({ area, resource })));
