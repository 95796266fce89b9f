// Inherited answers, followed from team to team. Each duty has at most one source, so a chain is walked once; a circle is not found.
import type { Link, NotFoundReason } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { lookup } from '../model/lookup.ts';
import type { CustomerRow } from '../model/matrix.ts';
import { type Judgement, judge } from './judge.ts';
import { type Decision, decide } from './result.ts';
import { type Scene, sceneOf } from './scene.ts';

/** Teams by id, each with what its own part comes to. */
type Teams = Readonly<Record<string, Judgement>>;

/** Links of every inheriting duty of the scene, by full id. */
export const linksOf = (scene: Scene): ReadonlyMap<string, Link> => {
  const teams = teamsOf(scene.inputs);
  const home = scene.inputs.attestation.team.id;
  return new Map(
    scene.answered.flatMap((row) => {
      const link = follow(teams, row, [`${home} ${row.id}`]);
      return link === null ? [] : [[row.id, link] as const];
    }),
  );
};

const teamsOf = (inputs: Inputs): Teams =>
  Object.fromEntries(
    Object.entries(inputs.inherited).map(([team, theirs]) => [
      team,
      judge(sceneOf({ ...inputs, ...theirs })),
    ]),
  );

const follow = (teams: Teams, row: CustomerRow, trail: readonly string[]): Link | null => {
  const inherited = row.answer?.inherited;
  if (inherited === undefined) return null;
  const duty = `${row.model.id}/${inherited.duty ?? row.duty.id}`;
  const place = { from: inherited.from, duty };
  const missing = (why: NotFoundReason): Link => ({ ...place, found: false, why });
  const team = lookup(teams, inherited.from);
  if (team === null) return missing('team-missing');
  const step = `${inherited.from} ${duty}`;
  const source = sourceIn(team, row.model.id, duty);
  if (typeof source === 'string') return missing(source);
  const next = trail.includes(step) ? null : follow(teams, source.row, [...trail, step]);
  if (trail.includes(step) || (next?.found === false && next.why === 'cycle')) return missing('cycle');
  const { result } = decideFrom(team, source.row, next);
  return {
    ...place,
    found: true,
    result,
    statement: source.row.own?.statement ?? null,
    digest: source.row.duty.digest,
  };
};

/** Their row, or the first reason why their answer cannot be taken over. */
const sourceIn = (
  team: Judgement,
  model: string,
  duty: string,
): { readonly row: CustomerRow } | NotFoundReason => {
  const { matrix, inputs } = team.scene;
  if (!matrix.services.some((service) => service.model.id === model)) return 'model-not-attested';
  const row = matrix.customer.find(({ id }) => id === duty);
  if (row === undefined) return 'duty-unknown';
  if (!row.answered) return 'not-answered';
  const locked = inputs.lock === null ? null : lookup(inputs.lock.duties, duty);
  if (locked === null) return 'not-locked';
  return locked === row.duty.digest ? { row } : 'digest-differs';
};

/** The table, with what the link adds to what was observed on the duty itself. */
export const decideFrom = ({ observed }: Judgement, row: CustomerRow, link: Link | null): Decision => {
  const own = observed.get(row.id) ?? new Set<string>();
  return decide({
    status: row.own?.status ?? null,
    observed: link?.found === false ? new Set([...own, 'inherited-not-found']) : own,
    inherited: link?.found === true ? link.result : null,
  });
};
