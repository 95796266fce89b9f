// Step `previous`: what is carried of the previous pack belongs together, and where it was sealed, the seal holds. Whether it is the pack
// that was delivered then, whoever has that one sees by the digest of its manifest.
import { sha256 } from '../../codec/digest.ts';
import { type PreviousManifest, previousManifest, previousReport } from '../../model/previous.ts';
import type { Digest } from '../../model/scalar.ts';
import { manifestDigest } from '../manifest.ts';
import type { Members } from '../member.ts';
import { PREVIOUS, REPORT } from '../names.ts';
import { readMember } from './read-member.ts';
import { type SealedPrevious, sealOfPrevious } from './seal-of-previous.ts';
import type { TrustStore } from './trust-store.ts';
import {
  checked,
  type Detail,
  detail,
  notChecked,
  type OpeningPack,
  type Signature,
  type Step,
  unreached,
} from './verification.ts';

export type PreviousSeen = {
  readonly step: Step;
  /** Null where there is no previous pack, or where it cannot be read. */
  readonly opening: OpeningPack | null;
  /** Whoever sealed it; none where it was not sealed or the seal does not hold. */
  readonly signatures: readonly Signature[];
};

/** `team` is this pack's; `earlier` are the steps that looked at the members it stands on. */
export const checkPrevious = async (
  members: Members,
  { team, trust, earlier }: { team: string; trust: TrustStore | null; earlier: readonly Step[] },
): Promise<PreviousSeen> => {
  if (!Object.values(PREVIOUS).some((path) => members.has(path)))
    return without(notChecked('previous', none));
  const altered = earlier.find(
    ({ outcome, details }) => outcome === 'failed' && details.some(({ member }) => isPrevious(member)),
  );
  if (altered !== undefined) return without(unreached('previous', altered.id));
  const missing = [PREVIOUS.report, PREVIOUS.manifest].filter((path) => !members.has(path));
  if (missing.length > 0) return without(checked('previous', missing.map(missed)));
  const bytes = members.get(PREVIOUS.manifest) ?? new Uint8Array();
  const read = readMember(PREVIOUS.manifest, bytes, previousManifest);
  if (read.kind === 'unreadable')
    return without(checked('previous', [detail('previous-unreadable', PREVIOUS.manifest, read.sentence)]));
  const seal = await sealOfPrevious(members, bytes, { team, trust });
  return seen(read.value, manifestDigest(bytes), seal, fits(members, read.value));
};

const without = (step: Step): PreviousSeen => ({ step, opening: null, signatures: [] });

const none = detail(
  'no-previous',
  null,
  'There is no previous pack in this pack: nothing is said of what moved.',
);

const isPrevious = (member: string | null): boolean =>
  Object.values(PREVIOUS).some((path) => path === member);

const missed = (path: string): Detail =>
  detail('previous-missing', path, `There is no ${path}, and the previous pack cannot be read without it.`);

const seen = (
  manifest: PreviousManifest,
  digest: Digest,
  seal: SealedPrevious,
  failures: readonly Detail[],
): PreviousSeen => ({
  step: checked('previous', [...failures, ...seal.failures]),
  opening: {
    'pack-id': manifest['pack-id'],
    period: manifest.period,
    'as-of': manifest['as-of'],
    state: manifest.state,
    version: manifest.version,
    manifest: digest,
    sealed: seal.kind === 'sealed',
  },
  signatures: seal.kind === 'sealed' ? [seal.signature] : [],
});

/** The report is the one that the manifest lists, and both say the same of the pack. */
const fits = (members: Members, manifest: PreviousManifest): readonly Detail[] => {
  const bytes = members.get(PREVIOUS.report) ?? new Uint8Array();
  const differs = (sentence: string): readonly Detail[] => [
    detail('previous-differs', PREVIOUS.report, sentence),
  ];
  if (manifest.members.find(({ path }) => path === REPORT)?.sha256 !== sha256(bytes))
    return differs(`${PREVIOUS.report} is not the report that ${PREVIOUS.manifest} lists.`);
  const read = readMember(PREVIOUS.report, bytes, previousReport);
  if (read.kind === 'unreadable') return [detail('previous-unreadable', PREVIOUS.report, read.sentence)];
  const { value } = read;
  const same =
    value['pack-id'] === manifest['pack-id'] &&
    value.team.id === manifest.team &&
    value.system.id === manifest.system &&
    value.period.label === manifest.period;
  return same ? [] : differs(`${PREVIOUS.report} and ${PREVIOUS.manifest} speak of different packs.`);
};
