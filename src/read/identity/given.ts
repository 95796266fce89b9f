// What was given before: codes of areas, and how far numbers go. Nothing of it is given to anything else.
import type { Area, Model } from '../../model/model.ts';
import { PARTIES } from '../../model/party.ts';

/** Area codes, and the highest number given behind each prefix: `IOM-` for resources, `IOM-01-C` for duties. */
export type Given = { readonly codes: ReadonlySet<string>; readonly highest: ReadonlyMap<string, number> };

export const givenBefore = (areas: readonly Area[], retired: Model['retired']): Given => {
  const resources = areas.flatMap((area) => area.resources.map(({ code }) => code));
  const codes = new Set(areas.map(({ code }) => code));
  const highest = new Map<string, number>();
  for (const id of [...resources, ...dutyIds(areas), ...retired.map((one) => one.id)]) {
    const [area = '', resource = '', duty = ''] = id.split('-');
    codes.add(area);
    raise(highest, `${area}-`, Number(resource));
    if (duty !== '') raise(highest, `${area}-${resource}-${duty.charAt(0)}`, Number(duty.slice(1)));
  }
  return { codes, highest };
};

const raise = (highest: Map<string, number>, prefix: string, number: number): void => {
  highest.set(prefix, Math.max(highest.get(prefix) ?? 0, number));
};

export const dutyIds = (areas: readonly Area[]): readonly string[] =>
  areas.flatMap(({ resources }) =>
    resources.flatMap((one) => PARTIES.flatMap((party) => one[party].map(({ id }) => id))),
  );
