// What people who fill in a form have to know of the provider's page: which duties have other words than were answered, and which are new.
import type { FormNews } from '../model/form.ts';
import type { Lock } from '../model/lock.ts';
import { lookup, sortedEntries } from '../model/lookup.ts';
import type { Duty, Model } from '../model/model.ts';

/** By full duty id. `earlier` has the models that the answers were moved from, as far as they are at hand. */
export const newsOf = (
  models: Readonly<Record<string, Model>>,
  earlier: Readonly<Record<string, Model>>,
  lock: Lock | null,
): ReadonlyMap<string, FormNews> =>
  new Map(
    sortedEntries(models).flatMap(([id, model]) => {
      const before = lookup(earlier, id);
      const old = before === null ? null : new Map(customerDuties(before).map((duty) => [duty.id, duty]));
      return customerDuties(model).flatMap((duty): readonly (readonly [string, FormNews])[] => {
        const full = `${id}/${duty.id}`;
        const locked = lookup(lock?.duties ?? {}, full);
        const was = old?.get(duty.id) ?? null;
        if (old !== null && was === null) return [[full, { what: 'new', before: null }]];
        if (locked === null || locked === duty.digest) return [];
        const text = was?.digest === locked ? was.text : null;
        return [[full, { what: 're-opened', before: text }]];
      });
    }),
  );

const customerDuties = ({ areas }: Model): readonly Duty[] =>
  areas.flatMap(({ resources }) => resources.flatMap(({ customer }) => customer));
