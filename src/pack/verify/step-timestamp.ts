// Step `timestamp`: every timestamp in the pack is over the signature it stands beside, and none that was promised is missing.
import type { Instant } from '../../model/scalar.ts';
import { SIGN_OFFS } from '../names.ts';
import type { Certificate } from '../pki/certificate.ts';
import type { SignOffLine } from '../sign-offs/lines.ts';
import type { SealSide } from './step-seal.ts';
import { checked, type Detail, detail, notChecked, type Step } from './verification.ts';

/** A timestamp that holds, by what it is for: a side of the seal, or the line of a sign-off. */
export type Stamp = {
  readonly of: SealSide | SignOffLine;
  readonly member: string;
  readonly at: Instant;
  readonly authority: Certificate;
  readonly chain: readonly Certificate[];
};

type Asked = {
  readonly of: Stamp['of'];
  readonly member: string;
  /** As sentences begin. */
  readonly name: string;
  readonly promised: boolean;
  readonly token: Uint8Array | null;
  readonly signature: Uint8Array;
};

export const checkTimestamps = async (
  sides: readonly SealSide[],
  lines: readonly SignOffLine[],
): Promise<{ readonly step: Step; readonly stamps: readonly Stamp[] }> => {
  const asked = [...sides.map(ofSide), ...lines.map(ofLine)].filter(
    ({ promised, token }) => promised || token !== null,
  );
  if (asked.length === 0) {
    const sentence = 'There is no timestamp in this pack: times are as the signers claim.';
    return { step: notChecked('timestamp', detail('no-timestamp', null, sentence)), stamps: [] };
  }
  const found = await Promise.all(asked.map(examine));
  return {
    step: checked(
      'timestamp',
      found.flatMap((one) => ('code' in one ? [one] : [])),
    ),
    stamps: found.flatMap((one) => ('code' in one ? [] : [one])),
  };
};

const ofSide = (side: SealSide): Asked => ({
  of: side,
  member: side.member,
  name: `The seal in ${side.member}`,
  promised: side.promised,
  token: side.token,
  signature: side.signature,
});

const ofLine = (line: SignOffLine): Asked => ({
  of: line,
  member: SIGN_OFFS,
  name: `The sign-off in line ${line.number}`,
  promised: line.statement.predicate.timestamp,
  token: line.envelope.timestamp,
  signature: line.envelope.signature,
});

const examine = async ({ of, member, name, token, signature }: Asked): Promise<Stamp | Detail> => {
  if (token === null)
    return detail(
      'timestamp-stripped',
      member,
      `${name} promises a timestamp, and there is none: it was taken away.`,
    );
  const { checkTimestamp } = await import('../pki/timestamp-check.ts');
  const check = checkTimestamp(token, signature);
  return check.kind === 'refused'
    ? detail(check.code, member, `${name}: ${check.sentence}`)
    : { of, member, at: check.at, authority: check.certificate, chain: check.chain };
};
