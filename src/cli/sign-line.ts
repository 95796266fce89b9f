// The next line of an attestation's sign-offs, made in the way that the options ask for.
import {
  attachedLine,
  bytesToSign,
  customerTotals,
  findingTotals,
  type KeyHolder,
  personFor,
  requestedStatement,
  type Signer,
  type SignOffAbout,
  type SignOffRole,
  signOffLine,
} from '../index.ts';
import { Failure } from '../problem.ts';
import type { Args } from './contract.ts';
import type { JudgedFile } from './judging.ts';
import { keyHolderOf, stamperOf } from './signing.ts';
import type { World } from './world.ts';

/** What is signed, by which role, and what the line follows. */
export type Signing = {
  readonly judged: JudgedFile;
  readonly role: SignOffRole;
  readonly previous: SignOffAbout['previous'];
  readonly args: Args;
  readonly world: World;
};

type Said = Pick<SignOffAbout, 'role' | 'person' | 'at' | 'comment' | 'previous' | 'shown'>;

const saidBy = (
  { certificate }: KeyHolder,
  { judged, role, previous, args, world }: Signing,
  { at, person }: { readonly at: SignOffAbout['at']; readonly person: string | null } = {
    at: world.now(),
    person: args.text('person'),
  },
): Said => {
  const shown = shownOf(judged);
  return {
    role,
    at,
    shown,
    previous,
    person: personFor(judged, { role, certificate, person, at, shown }),
    comment: args.text('comment'),
  };
};

const shownOf = ({ evaluation, inputs }: JudgedFile): SignOffAbout['shown'] => {
  const customer = customerTotals(evaluation.customer);
  const { of: _of, ...findings } = findingTotals(evaluation.findings);
  return {
    'as-of': inputs.asOf,
    'in-scope': customer['in-scope'],
    supported: customer.supported,
    findings,
  };
};

/** With a key at hand. */
export const signedHere = (signer: Signer, signing: Signing): Promise<string> =>
  signOffLine(signing.judged.inputs, saidBy(signer, signing), signer, stamperOf(signing.args, signing.world));

/** The bytes for a key that is elsewhere, and whose it is. */
export const requestFor = async (
  signing: Signing,
): Promise<{ readonly bytes: Uint8Array; readonly holder: KeyHolder }> => {
  const holder = await keyHolderOf(signing.args, signing.world);
  const about = {
    ...saidBy(holder, signing),
    certificate: holder.certificate.facts.fingerprint,
    timestamp: signing.args.text('timestamp') !== null,
  };
  return { bytes: bytesToSign(signing.judged.inputs, about), holder };
};

/** With what came back. Throws `request-stale` when it answers a request that is no longer the one to answer. */
export const attached = async (signing: Signing): Promise<string> => {
  const { judged, role, previous, args, world } = signing;
  const [request, signature] = [await fileOf('request', args, world), await fileOf('attach', args, world)];
  const holder = await keyHolderOf(args, world);
  const said = requestedStatement(request);
  if (said !== null && said.role !== role)
    throw stale(`The request is for the ${said.role}, not the ${role}.`, `Write --role ${said.role}.`);
  if (said !== null && said.previous !== previous)
    throw stale('Somebody else has signed since the request was written.', 'Write it again with --request.');
  if (said !== null) saidBy(holder, signing, said);
  return attachedLine(judged.inputs, request, signature, holder, stamperOf(args, world));
};

const stale = (sentence: string, hint: string): Failure => new Failure('request-stale', sentence, hint);

const fileOf = async (option: 'request' | 'attach', args: Args, world: World): Promise<Uint8Array> => {
  const path = args.text(option) ?? '';
  const file = await world.shelf.read(path);
  if (file === null) throw new Failure('input-missing', `There is no file ${path}.`, 'Check the path.');
  return file.bytes;
};
