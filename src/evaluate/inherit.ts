// Inherited answers, followed from team to team. Each duty has at most one source, so a chain is walked once; a circle is not found.
import type { Link, NotFoundReason } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { lookup } from '../model/lookup.ts';
import type { CustomerRow } from '../model/matrix.ts';
import { type Judgement, judge } from './judge.ts';
import { type Decision, decide } from './result.ts';
import { type Scene, sceneOf } from './scene.ts';

/** Teams by id, each with what its own part comes to, and the links already followed. */
type Walk = {
  readonly teams: Readonly<Record<string, Judgement>>;
  readonly known: Map<string, Link | null>;
};

/** Links of every inheriting duty of the scene, by full id. */
export const linksOf = (scene: Scene): ReadonlyMap<string, Link> => {
  const walk = { teams: teamsOf(scene.inputs), known: new Map() };
  return new Map(
    scene.answered.flatMap((row) => {
      const link = follow(walk, row, [stepOf(scene, row)]);
      return link === null ? [] : [[row.id, link] as const];
    }),
  );
};

const teamsOf = (inputs: Inputs): Walk['teams'] =>
  Object.fromEntries(
    Object.entries(inputs.inherited).map(([team, theirs]) => [
      team,
      judge(sceneOf({ ...inputs, ...theirs, previous: null })),
    ]),
  );

/** A team may attest several systems; only the same duty of the same system closes a circle. */
const stepOf = ({ inputs }: Scene, row: CustomerRow): string =>
  `${inputs.attestation.team.id}.${inputs.attestation.system.id} ${row.id}`;

/** Null where nothing is inherited. `trail`: the steps from the first duty to this one. */
const follow = (walk: Walk, row: CustomerRow, trail: readonly string[]): Link | null => {
  const inherited = row.answer?.inherited;
  if (inherited === undefined) return null;
  const { from } = inherited;
  const duty = `${row.model.id}/${inherited.duty ?? row.duty.id}`;
  const team = lookup(walk.teams, from);
  if (team === null) return { from, duty, found: false, why: 'team-missing' };
  const source = sourceIn(team, row.model.id, duty);
  if (typeof source === 'string') return { from, duty, found: false, why: source };
  return { from, duty, ...takeOver(walk, team, source, trail) };
};

type Taken =
  | { readonly found: false; readonly why: 'cycle' }
  | Omit<Extract<Link, { found: true }>, 'from' | 'duty'>;

/** What their answer comes to, once their own source is known. */
const takeOver = (walk: Walk, team: Judgement, row: CustomerRow, trail: readonly string[]): Taken => {
  const step = stepOf(team.scene, row);
  if (trail.includes(step)) return { found: false, why: 'cycle' };
  const next = walk.known.has(step) ? (walk.known.get(step) ?? null) : follow(walk, row, [...trail, step]);
  walk.known.set(step, next);
  if (next?.found === false && next.why === 'cycle') return { found: false, why: 'cycle' };
  const { result } = decideFrom(team, row, next);
  return { found: true, result, statement: row.own?.statement ?? null, digest: row.duty.digest };
};

type Source = CustomerRow | NotFoundReason;

/** Their row, or the first reason why their answer cannot be taken over. */
const sourceIn = (team: Judgement, model: string, duty: string): Source => {
  const { matrix, inputs } = team.scene;
  if (!matrix.services.some((service) => service.model.id === model)) return 'model-not-attested';
  const row = matrix.customer.find(({ id }) => id === duty);
  if (row === undefined) return 'duty-unknown';
  if (!row.answered) return 'not-answered';
  const locked = inputs.lock === null ? null : lookup(inputs.lock.duties, duty);
  if (locked === null) return 'not-locked';
  return locked === row.duty.digest ? row : 'digest-differs';
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
