// Signed sign-offs: what a line of `*.signoffs.jsonl` says under its signature, and what examining the lines showed.
import { z } from 'zod';
import { SIGN_OFF_ROLES } from './attestation.ts';
import { certificateFacts } from './certificate.ts';
import { day, digest, type Frozen, fullDutyId, id, instant } from './scalar.ts';

/** The in-toto type of a statement, and ours of what it says of its subjects. */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const SIGN_OFF_TYPE = 'countersign:sign-off@1';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
/** The first 16 hex digits of a digest: enough to tell what changed, while integrity rests on the whole digests beside it. */
const mark = z.string().regex(/^[0-9a-f]{16}$/);
const whole = z.int().min(0);

/** A subject is one input, by the SHA-256 of its canonical JSON. */
const subject = z.strictObject({ name: z.string(), digest: z.strictObject({ sha256: hex }) });

/** One digest for each answered duty, and marks of its fields by name. */
const signedDuties = z.record(fullDutyId, z.strictObject({ digest, fields: z.record(z.string(), mark) }));

/** Marks of everything else by name: `evidence/EV-01`, `people/lead`, `policy`. */
const signedParts = z.record(z.string(), mark);

/** What the signer was shown before signing. */
export const shown = z.strictObject({
  'as-of': day,
  'in-scope': whole,
  supported: whole,
  findings: z.strictObject({ low: whole, moderate: whole, high: whole, critical: whole }),
});
export type Shown = Frozen<z.infer<typeof shown>>;

export const signOffStatement = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z.array(subject).min(1),
  predicateType: z.literal(SIGN_OFF_TYPE),
  predicate: z.strictObject({
    role: z.enum(SIGN_OFF_ROLES),
    person: id,
    team: id,
    system: id,
    period: z.string(),
    /** The signer's own clock. */
    at: instant,
    /** Promises a timestamp beside the signature: one that is then missing was taken away. */
    timestamp: z.boolean(),
    /** The certificate that this is signed for, so that no other one of the same key can take its place. */
    certificate: digest,
    comment: z.string().nullable(),
    /** Digest of the line before; null on the first line. */
    previous: digest.nullable(),
    shown,
    duties: signedDuties,
    parts: signedParts,
  }),
});
export type SignOffStatement = Frozen<z.infer<typeof signOffStatement>>;

/** What a sign-off is made over, and what it is compared with later. */
export type SignedContent = {
  readonly subject: SignOffStatement['subject'];
  readonly duties: SignOffStatement['predicate']['duties'];
  readonly parts: SignOffStatement['predicate']['parts'];
};

export const SIGN_OFF_FAULTS = [
  'sign-off-signature',
  'sign-off-certificate',
  'sign-off-chain',
  'sign-off-elsewhere',
  'timestamp-stripped',
  'timestamp-unreadable',
  'timestamp-imprint',
  'timestamp-signature',
  'timestamp-purpose',
  'timestamp-algorithm',
  'timestamp-certificate',
] as const;
export type SignOffFaultCode = (typeof SIGN_OFF_FAULTS)[number];

/** Names of what is no longer as it was signed. */
export const signOffChanges = z.strictObject({
  duties: z.array(z.strictObject({ id: fullDutyId, fields: z.array(z.string()) })),
  parts: z.array(z.string()),
});
export type SignOffChanges = Frozen<z.infer<typeof signOffChanges>>;

/** A timestamp whose signature, imprint and purpose hold. Whether its authority is to be trusted is the reader's to say. */
export const provenTime = z.strictObject({ at: instant, authority: certificateFacts });
export type ProvenTime = Frozen<z.infer<typeof provenTime>>;

/** One line examined: what it says, by which certificate, what is wrong with it, and what has changed since. */
export const signOffFacts = z.strictObject({
  /** The line's number, from 1. */
  number: z.int().min(1),
  role: z.enum(SIGN_OFF_ROLES),
  /** Id in the attestation's people. */
  person: id,
  at: instant,
  proved: provenTime.nullable(),
  /** Null when what stands there is no certificate. */
  certificate: certificateFacts.nullable(),
  comment: z.string().nullable(),
  shown,
  /** Digest of the line, which the next one names. */
  line: digest,
  previous: digest.nullable(),
  /** One digest over all subjects. */
  content: digest,
  faults: z.array(z.strictObject({ code: z.enum(SIGN_OFF_FAULTS), sentence: z.string() })),
  /** Null while the content is the signed one. */
  changed: signOffChanges.nullable(),
});
export type SignOffFacts = Frozen<z.infer<typeof signOffFacts>>;

/** `superseded`: a later sign-off took its place; `void`: the content is no longer the signed one; `faulty`: it proves nothing. */
export const STANDINGS = ['valid', 'void', 'faulty', 'superseded'] as const;
export type Standing = (typeof STANDINGS)[number];
