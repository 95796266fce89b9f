// The world that every vector starts from: three people, a sealer, a timestamp server, a reader who trusts exactly these, strangers
// whom nobody trusts, and the pack that they made.
import { expect } from 'vitest';
import { type Trust, trust } from '../../../src/model/trust.ts';
import type { Members, SealMaking, Stamper, TrustStore } from '../../../src/pack/index.ts';
import { type Certificate, readCertificate } from '../../../src/pack/pki/certificate.ts';
import { toPem } from '../../../src/pack/pki/index.ts';
import type { PreviousFiles } from '../../../src/pipeline/shelf.ts';
import { judgedQuarter, keptOf, Q2, packOf as quarterPack } from '../../pipeline/quarters.ts';
import { type Identity, makeIdentity, signerOf, TIME_STAMPING } from './certificate-maker.ts';
import { stamperOf } from './cms-maker.ts';
import { FILES } from './input-files.ts';
import { packOf, type Recipe, type SignOffPlan, usualPdf } from './recipe.ts';

/** Who signs what. */
export type People = {
  readonly preparer: Identity;
  readonly reviewer: Identity;
  readonly approver: Identity;
  readonly sealer: Identity;
  readonly clock: Identity;
};

export type World = {
  readonly people: People;
  /** The same names, other keys: whoever wants to pass for them. */
  readonly strangers: People;
  readonly stamp: Stamper;
  readonly seal: SealMaking;
  readonly recipe: Recipe;
  /** The pack that verifies, made by the recipe with a previous pack to go on from. */
  readonly base: Members;
  readonly trust: TrustStore;
};

export const PERSONS = { preparer: 'lead', reviewer: 'risk', approver: 'head' } as const;
export const TIMES = {
  preparer: '2026-10-06T09:00:00Z',
  reviewer: '2026-10-07T09:00:00Z',
  approver: '2026-10-08T09:00:00Z',
} as const;
const SEALED_AT = '2026-10-09T08:30:00Z';
export type Role = keyof typeof PERSONS;
const ROLES: readonly Role[] = ['preparer', 'reviewer', 'approver'];

export const CLOCK = {
  name: 'Example Time',
  organisation: 'Example Trust Services',
  purposes: { oids: [TIME_STAMPING], critical: true },
} as const;

const newPeople = (): People => ({
  preparer: makeIdentity({ name: 'Robin Example', email: 'robin@bank.example' }),
  reviewer: makeIdentity({ name: 'Kim Example', email: 'kim@bank.example' }),
  approver: makeIdentity({ name: 'Sam Example', email: 'sam@bank.example' }),
  sealer: makeIdentity({ name: 'Northfield Example Seal' }),
  clock: makeIdentity(CLOCK),
});

/** Sign-offs get their timestamps a second after the time that they claim. */
export const stampAt = (clock: Identity, claimed: string): Stamper =>
  stamperOf({ authority: clock, at: claimed.replace('00Z', '01Z') });

/** One plan; the signer is the role's own where nobody else is named. */
export const planFor = (people: People, role: Role, other: Partial<SignOffPlan> = {}): SignOffPlan => ({
  role,
  person: PERSONS[role],
  signer: signerOf(people[role]),
  at: TIMES[role],
  timestamp: stampAt(people.clock, other.at ?? TIMES[role]),
  ...other,
});

export const plansOf = (people: People): readonly SignOffPlan[] => ROLES.map((role) => planFor(people, role));

export const sealingBy = (sealer: Identity, timestamp: Stamper | null): SealMaking => ({
  signer: signerOf(sealer),
  at: SEALED_AT,
  timestamp,
});

const pemOf = (one: Identity): string => toPem('CERTIFICATE', one.der);

const certificateIn = (one: Identity): Certificate => {
  const read = readCertificate(one.der);
  return typeof read === 'string' ? expect.unreachable(read) : read;
};

/** A trust store from the file's own shape, with certificates by name. */
const storeOf = (
  said: Omit<Partial<Trust>, 'certificates'>,
  certificates: Readonly<Record<string, Identity>>,
): TrustStore => {
  const pems = Object.fromEntries(Object.entries(certificates).map(([name, one]) => [name, pemOf(one)]));
  const named = Object.fromEntries(Object.entries(pems).map(([name, pem]) => [name, { pem }]));
  const file = trust.parse({ format: 'countersign/trust@1', ...said, certificates: named });
  const read = Object.entries(certificates).map(([name, one]) => [name, certificateIn(one)] as const);
  return { trust: file, certificates: Object.fromEntries(read) };
};

/** The entry that lets one role's own certificate sign. */
export const entryFor = (role: Role): Trust['people'][number] => ({
  certificate: role,
  person: PERSONS[role],
  roles: [role],
});

/** Trusts exactly these, but for what `other` says. */
export const trusting = (
  people: People,
  other: Omit<Partial<Trust>, 'certificates'> = {},
  more: Readonly<Record<string, Identity>> = {},
): TrustStore =>
  storeOf(
    {
      people: ROLES.map(entryFor),
      seals: [{ certificate: 'sealer' }],
      timestamps: [{ certificate: 'clock' }],
      ...other,
    },
    { ...people, ...more },
  );

/** The quarter before, sealed. */
export const previousBy = async ({ sealer, clock }: People): Promise<PreviousFiles> => {
  const answers = 'AA-01-C1: { status: planned }, AA-01-C2: { status: implemented, statement: Seen. }';
  const seal = sealingBy(sealer, stamperOf({ authority: clock }));
  return keptOf(await quarterPack(await judgedQuarter(Q2, answers), { seal }));
};

export const makeWorld = async (): Promise<World> => {
  const [people, strangers] = [newPeople(), newPeople()];
  const stamp = stamperOf({ authority: people.clock });
  const seal = sealingBy(people.sealer, stamp);
  const recipe: Recipe = {
    asOf: '2026-10-09',
    files: FILES,
    previous: null,
    plans: plansOf(people),
    lines: (lines) => lines,
    later: (files) => files,
    edition: { state: 'final', version: 1, supersedes: null },
    seal,
    pdf: usualPdf,
  };
  const base = await packOf({ ...recipe, previous: await previousBy(people) });
  return { people, strangers, stamp, seal, recipe, base, trust: trusting(people) };
};
