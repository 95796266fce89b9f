// The new attestation of one entry of a roster.
import { newAttestation } from '../edit/new-attestation.ts';
import type { Model } from '../model/model.ts';
import type { Roster, RosterTeam } from '../model/roster.ts';
import { findModel, readNamed } from './find-model.ts';
import { isPath, type PathFrom } from './roll-file.ts';
import type { Shelf } from './shelf.ts';

/** A model that a roster names, and its path; null for a bundled one. */
export type RosterModel = { readonly model: Model; readonly path: string | null };
/** Finds a model by what a roster calls it. */
export type FindRosterModel = (word: string) => Promise<RosterModel>;

/** Each model is looked for once, however many teams have it. Paths and `models/` are from where the roster lies. */
export const rosterModels = (shelf: Shelf, rosterPath: string): FindRosterModel => {
  const known = new Map<string, Promise<RosterModel>>();
  const find = async (word: string): Promise<RosterModel> => {
    const named = isPath(word) || /\.ya?ml$/i.test(word);
    const { model, file } = named
      ? await readNamed(shelf, shelf.beside(rosterPath, word))
      : await findModel(shelf, rosterPath, { id: word });
    return { model, path: named || isPath(file.name) ? file.name : null };
  };
  return (word) => {
    const found = known.get(word) ?? find(word);
    known.set(word, found);
    return found;
  };
};

export type Starting = {
  readonly roster: Roster;
  /** Where the roster lies, and where the new file will. */
  readonly rosterPath: string;
  readonly to: string;
  readonly period: string;
  readonly schema: string;
  readonly find: FindRosterModel;
  readonly pathFrom: PathFrom;
};

export type Started = {
  readonly text: string;
  /** How many duties there are to answer. */
  readonly duties: number;
};

/** Throws `usage` for a period that is none, `model-not-found`, or `input-missing`. */
export const startFile = async (shelf: Shelf, one: RosterTeam, starting: Starting): Promise<Started> => {
  const { roster, rosterPath, to, find, pathFrom } = starting;
  const { team, system } = one;
  const models = await Promise.all((one.models ?? roster.defaults.models ?? []).map(find));
  const fromNew = (path: string | undefined): string | null =>
    path === undefined ? null : pathFrom(to, shelf.beside(rosterPath, path));
  const text = newAttestation({
    team: team.id,
    system: system.id,
    period: starting.period,
    models: models.map(({ model, path }) => ({ model, file: path === null ? null : pathFrom(to, path) })),
    schema: starting.schema,
    known: {
      teamName: team.name,
      contact: team.contact ?? null,
      systemName: system.name,
      instances: system.instances,
      people: one.people,
      policy: fromNew(one.policy ?? roster.defaults.policy),
      assurance: fromNew(one.assurance ?? roster.defaults.assurance),
    },
  });
  return { text, duties: models.reduce((sum, { model }) => sum + customerDuties(model), 0) };
};

/** How many duties of a model are the customer's. */
export const customerDuties = (model: Model): number =>
  model.areas.flatMap(({ resources }) => resources.flatMap(({ customer }) => customer)).length;
