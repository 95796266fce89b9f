// Whether a certificate leads to one that the caller trusts: a subset of RFC 5280, section 6, that is strict where it is short.
// Certificates come from strangers, so a path is at most eight long, uses none twice, and the whole search has a budget.
import type { Instant } from '../../model/scalar.ts';
import type { Certificate } from './certificate.ts';
import { criticalTrouble } from './certificate-purpose.ts';
import { suits } from './scheme.ts';

export type PathQuestion = {
  /** Certificates that may stand between; they are trusted for nothing. */
  readonly intermediates: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  /** Every certificate of the path must be valid then. */
  readonly at: Instant;
};
export type PathAnswer =
  | {
      readonly kind: 'ok';
      /** From the leaf to the anchor, both included; one certificate when the leaf is an anchor itself. */
      readonly path: readonly Certificate[];
      readonly anchor: Certificate;
    }
  | { readonly kind: 'refused'; readonly sentence: string };

const LONGEST_PATH = 8;
/** Signatures of certificates that are checked in one search. */
const MOST_CHECKS = 100;

type Search = PathQuestion & { checks: number; readonly troubles: string[] };

/** Revocation is not looked into: nothing here goes to the network. */
export const pathTo = (leaf: Certificate, question: PathQuestion): PathAnswer => {
  const search: Search = { ...question, checks: 0, troubles: [] };
  const trouble = aloneTrouble(leaf, question.at);
  if (trouble !== null) return { kind: 'refused', sentence: trouble };
  const path = isAnchor(leaf, search) ? [leaf] : climb([leaf], search);
  const anchor = path?.at(-1);
  if (path !== null && anchor !== undefined) return { kind: 'ok', path, anchor };
  const [first] = search.troubles;
  return { kind: 'refused', sentence: first ?? `No trusted certificate is above ${leaf.facts.subject}.` };
};

const isAnchor = (one: Certificate, { anchors }: PathQuestion): boolean =>
  anchors.some((anchor) => anchor.facts.fingerprint === one.facts.fingerprint);

/** The first path from these certificates up; anchors are tried before what came with the signature. */
const climb = (path: readonly Certificate[], search: Search): readonly Certificate[] | null => {
  const below = path.at(-1);
  if (below === undefined) return null;
  if (path.length >= LONGEST_PATH) {
    search.troubles.push(`The path of certificates is longer than ${LONGEST_PATH}.`);
    return null;
  }
  for (const issuer of [...search.anchors, ...search.intermediates]) {
    if (!canBeAbove(issuer, path, search) || !issued(issuer, below, search)) continue;
    const trouble = aloneTrouble(issuer, search.at) ?? issuerTrouble(issuer, path);
    if (trouble !== null) search.troubles.push(trouble);
    else if (isAnchor(issuer, search)) return [...path, issuer];
    else {
      const found = climb([...path, issuer], search);
      if (found !== null) return found;
    }
  }
  return null;
};

const canBeAbove = (issuer: Certificate, path: readonly Certificate[], search: Search): boolean => {
  const below = path.at(-1);
  const named = below !== undefined && sameName(issuer.fields.subject, below.fields.issuer);
  if (!named || path.some((one) => one.facts.fingerprint === issuer.facts.fingerprint)) return false;
  if (search.checks < MOST_CHECKS) return true;
  search.troubles.unshift(`More than ${MOST_CHECKS} certificates that could be above were tried.`);
  return false;
};

const issued = (issuer: Certificate, below: Certificate, search: Search): boolean => {
  search.checks += 1;
  const { x509, fields, facts } = below;
  if (fields.signed === null || !suits(issuer.key, fields.signed)) {
    search.troubles.push(
      `The certificate of ${facts.subject} is signed with an algorithm that is not used here.`,
    );
    return false;
  }
  return x509.verify(issuer.x509.publicKey);
};

/** What is wrong with a certificate wherever it stands. */
const aloneTrouble = ({ facts, fields }: Certificate, at: Instant): string | null => {
  const who = `The certificate of ${facts.subject}`;
  if (at < facts.from) return `${who} was not yet valid at ${at}; it is from ${facts.from}.`;
  if (at > facts.to) return `${who} was no longer valid at ${at}; it ended at ${facts.to}.`;
  const trouble = criticalTrouble(fields.extensions);
  return trouble === null ? null : `${who} ${trouble}.`;
};

/** What is wrong with a certificate as the issuer of the last one of `path`. */
const issuerTrouble = ({ facts, fields }: Certificate, path: readonly Certificate[]): string | null => {
  const who = `The certificate of ${facts.subject}`;
  const { purpose } = fields;
  if (typeof purpose === 'string') return `${who} ${purpose}.`;
  if (!purpose.authority) return `${who} is not that of an authority that may issue certificates.`;
  if (!purpose.issues) return `${who} is not for issuing certificates.`;
  const between = path.slice(1).filter((one) => !isSelfIssued(one)).length;
  return purpose.longest !== null && between > purpose.longest
    ? `${who} allows ${purpose.longest} further authorities below it; there are ${between}.`
    : null;
};

const isSelfIssued = ({ fields: { issuer, subject } }: Certificate): boolean => sameName(issuer, subject);

const sameName = (a: { readonly bytes: Uint8Array }, b: { readonly bytes: Uint8Array }): boolean =>
  Buffer.compare(a.bytes, b.bytes) === 0;
