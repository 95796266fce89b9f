// Whether a role may sign now, as whom, and what the new line follows: asked before a key is used, so that nobody signs in vain.
import { approvalState } from '../evaluate/index.ts';
import { SIGN_OFF_ROLES, type SignOffRole } from '../model/attestation.ts';
import type { ApprovalState, OneHand } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { sortedEntries } from '../model/lookup.ts';
import type { Digest, Instant } from '../model/scalar.ts';
import type { Shown, SignOffFacts } from '../model/sign-off.ts';
import { type Certificate, usableForSigning } from '../pack/index.ts';
import { Failure } from '../problem.ts';

/** `signed`: the role has signed this very content already. `last` is the last line there is, `previous` what the next one names. */
export type NextSignOff = {
  readonly kind: 'open' | 'signed';
  readonly last: SignOffFacts | null;
  readonly previous: Digest | null;
  readonly sentence: string;
};

type Judged = { readonly inputs: Inputs; readonly evaluation: { readonly approvals: ApprovalState } };

/** Throws `sign-off-refused` when the policy asks for no such signature, a line is faulty, or the role before has not signed this content. */
export const nextSignOff = ({ inputs, evaluation }: Judged, role: SignOffRole): NextSignOff => {
  const { approvals } = evaluation;
  refuseUnasked(inputs, role);
  const faulty = approvals.signOffs.find(({ standing }) => standing === 'faulty')?.facts;
  if (faulty !== undefined)
    throw refused(
      `Line ${faulty.number} of the sign-offs does not hold. ${faulty.faults[0]?.sentence ?? ''}`,
      'Restore the file of sign-offs as it was, or remove it and have everybody sign again.',
    );
  const last = approvals.signOffs.at(-1)?.facts ?? null;
  const own = approvals.held.find((held) => held.role === role)?.signOff;
  const line = { last, previous: last?.line ?? null };
  if (own != null)
    return {
      kind: 'signed',
      ...line,
      sentence: `The ${role} has signed this very content already, in line ${own.number}.`,
    };
  refuseEarly(inputs, approvals, role);
  return { kind: 'open', ...line, sentence: '' };
};

const refuseUnasked = ({ policy }: Inputs, role: SignOffRole): void => {
  const { mode, roles } = policy.approvals;
  if (mode !== 'signed')
    throw refused(
      `The policy "${policy.title}" has approvals recorded, not signed.`,
      'Set `mode: signed` under `approvals` of the policy, or enter the approval in the attestation.',
    );
  if (!roles.includes(role))
    throw refused(`The policy asks for no ${role}.`, `It asks for ${roles.join(', ') || 'nobody'}.`);
};

const refuseEarly = ({ policy }: Inputs, { held }: ApprovalState, role: SignOffRole): void => {
  const asked = SIGN_OFF_ROLES.filter((one) => policy.approvals.roles.includes(one));
  const before = asked[asked.indexOf(role) - 1];
  if (before === undefined || held.some((one) => one.role === before)) return;
  throw refused(
    `The ${before} has not signed this content, and the ${role} signs after the ${before}.`,
    `Have the ${before} sign first.`,
  );
};

const refused = (sentence: string, hint: string): Failure => new Failure('sign-off-refused', sentence, hint);

/** What a signer says of themselves. */
export type SignerAsked = {
  readonly role: SignOffRole;
  readonly certificate: Certificate;
  /** Id in the attestation's people; null to go by the certificate. */
  readonly person: string | null;
  readonly at: Instant;
  readonly shown: Shown;
};

/**
 * The id of the person who signs. Throws `sign-off-refused` when the certificate names nobody the attestation lists, cannot sign now, or
 * when the sign-off would break the policy's order or separation.
 */
export const personFor = ({ inputs }: Judged, asked: SignerAsked): string => {
  const { facts } = asked.certificate;
  if (asked.at < facts.from || facts.to < asked.at)
    throw refused(
      `The certificate ${facts.subject} is valid from ${facts.from} to ${facts.to}, which is not now.`,
      'Sign with a certificate that is valid.',
    );
  const trouble = usableForSigning(asked.certificate);
  if (trouble !== null)
    throw refused(`The certificate ${facts.subject} ${trouble}.`, 'Sign with another one.');
  const person =
    asked.person === null ? personOn(inputs, asked.certificate) : personNamed(inputs, asked.person);
  refuseHand(inputs, asked, person);
  return person;
};

const peopleSaid = ({ attestation }: Inputs): string =>
  sortedEntries(attestation.people)
    .map(([id, { name }]) => `${id} (${name})`)
    .join(', ');

const personNamed = (inputs: Inputs, id: string): string => {
  if (Object.hasOwn(inputs.attestation.people, id)) return id;
  throw refused(`The attestation lists nobody as ${id}.`, `It lists ${peopleSaid(inputs) || 'nobody'}.`);
};

/** By the e-mail address first, which is one person's; then by the name. */
const personOn = (inputs: Inputs, { facts }: Certificate): string => {
  const people = sortedEntries(inputs.attestation.people);
  const byEmail = people.filter(
    ([, { email }]) => email !== undefined && facts.emails.includes(email.toLowerCase()),
  );
  const byName = people.filter(([, { name }]) => name.toLowerCase() === facts.name?.toLowerCase());
  const [only, second] = byEmail.length > 0 ? byEmail : byName;
  if (only !== undefined && second === undefined) return only[0];
  throw refused(
    `The certificate ${facts.subject} names ${only === undefined ? 'nobody' : 'several people'} whom the attestation lists.`,
    `Say who signs with --person: ${peopleSaid(inputs) || 'the attestation lists nobody'}.`,
  );
};

/** The rules that would find it afterwards are asked beforehand. */
const refuseHand = (inputs: Inputs, asked: SignerAsked, person: string): void => {
  const number = inputs.signOffs.length + 1;
  const { outOfOrder, oneHand } = approvalState({
    ...inputs,
    signOffs: [...inputs.signOffs, supposed(asked, person, number)],
  });
  const [pair] = oneHand.filter(({ second, first }) =>
    [first, second].some(({ signOff }) => signOff?.number === number),
  );
  if (pair !== undefined)
    throw refused(handSaid(pair), 'Have somebody else sign, with a key and a certificate of their own.');
  const [reversed] = outOfOrder;
  if (reversed !== undefined)
    throw refused(
      `The ${reversed[0].role} signed at ${reversed[0].at}, which is later than this machine's clock says now.`,
      'Set the clock right.',
    );
};

const handSaid = ({ first, second, shared }: OneHand): string =>
  first.person === second.person
    ? `${first.person} would be both ${first.role} and ${second.role}.`
    : `The ${first.role} (${first.person}) and the ${second.role} (${second.person}) would share ${shared}.`;

const NOTHING = `sha256:${'0'.repeat(64)}`;

const supposed = (
  { role, certificate, at, shown }: SignerAsked,
  person: string,
  number: number,
): SignOffFacts => ({
  number,
  role,
  person,
  at,
  shown,
  certificate: certificate.facts,
  proved: null,
  comment: null,
  line: NOTHING,
  previous: null,
  content: NOTHING,
  faults: [],
  changed: null,
});
