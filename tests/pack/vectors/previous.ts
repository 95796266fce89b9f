// A previous pack that is not one, not the right one or not sealed by anybody trusted, in packs whose every list and seal says otherwise.
import { PREVIOUS } from '../../../src/pack/index.ts';
import { packOf } from './recipe.ts';
import { REPORT, replaced, resealed, textOf, withInput, withMember, without } from './tamper.ts';
import type { Vector } from './vector.ts';
import { previousBy, type World } from './world.ts';

const sealedAnew =
  (edit: (base: World['base']) => World['base']): Vector['make'] =>
  ({ base, seal }) =>
    resealed(edit(base), seal);

/** The member taken out, and out of the report's list of its sources. */
const forgotten = (base: World['base'], path: string): World['base'] => {
  const report = JSON.parse(textOf(base, REPORT));
  const { sources }: { readonly sources: readonly { readonly member: string }[] } = report;
  const said = { ...report, sources: sources.filter(({ member }) => member !== path) };
  return without(withMember(base, REPORT, `${JSON.stringify(said, null, 2)}\n`), path);
};

export const previousVectors: readonly Vector[] = [
  {
    name: 'no previous pack, where there has to be one',
    codes: ['no-previous'],
    make: ({ recipe }) => packOf(recipe),
    require: ['previous'],
  },
  {
    name: 'a previous report without its manifest',
    codes: ['inputs-unusable', 'previous-missing'],
    make: sealedAnew((base) => forgotten(base, PREVIOUS.manifest)),
  },
  {
    name: 'a previous manifest that is none',
    codes: ['inputs-unusable', 'previous-unreadable'],
    make: sealedAnew((base) => withInput(base, PREVIOUS.manifest, '{"format":"countersign/manifest@1"}')),
  },
  {
    name: 'a previous report improved, listed and sealed',
    codes: ['inputs-unusable', 'previous-differs'],
    make: sealedAnew((base) =>
      withInput(base, PREVIOUS.report, textOf(base, PREVIOUS.report).replace('"planned"', '"implemented"')),
    ),
  },
  {
    name: 'a previous manifest of a later version, under the seal of the first',
    codes: ['envelope-differs', 'inputs-unusable', 'previous-differs'],
    make: sealedAnew((base) =>
      withInput(
        base,
        PREVIOUS.manifest,
        textOf(replaced(base, PREVIOUS.manifest, '"system":"sys"', '"system":"sis"'), PREVIOUS.manifest),
      ),
    ),
  },
  {
    name: 'a previous pack sealed by somebody else of the same name',
    codes: ['sealer-not-trusted', 'authority-not-trusted'],
    make: async ({ recipe, strangers }) => packOf({ ...recipe, previous: await previousBy(strangers) }),
  },
];
