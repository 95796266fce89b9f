// What the readers took for duties, without what is none: each such text leaves with its reason.
import type { LeftOut, LeftOutReason } from '../model/import-report.ts';
import type { Names } from '../model/names.ts';
import { PARTIES, type Party } from '../model/party.ts';
import type { Claimed, Claims } from './claims.ts';
import { readable } from './duty-text.ts';
import { isPlaceholder, isUnwrittenTitle, saysNothing } from './empty-text.ts';
import { leftOut } from './left-out.ts';
import { answersForAll, behindNone, explainsNone, isNegative } from './no-duty.ts';
import { isOtherService } from './other-service.ts';
import type { KeyedText, PageContext, RawResource } from './providers/dialect.ts';

/** `self` is the id of the service that the page is about, where the names file knows it. */
export const sift = (
  { claimed, leftOut: before }: Claims,
  context: PageContext,
  self: string | null,
): Claims => {
  const left: LeftOut[] = [...before];
  const kept = claimed.map((claim) => {
    const from = left.length;
    const sifted = isOtherService(claim, context, self)
      ? withoutAll(claim, left)
      : withoutNone(claim, context, left);
    tellPart(sifted, left.slice(from), left);
    return sifted;
  });
  return { claimed: kept, leftOut: left };
};

/** A part of which nothing is left makes no area: what heads it leaves for the reason that the first of the rest did. */
const tellPart = (
  { part, resources, matrix, leftOut: byReader }: Claimed,
  bySift: readonly LeftOut[],
  left: LeftOut[],
): void => {
  const [first] = [...bySift, ...byReader];
  if (part === undefined || resources.length > 0 || matrix !== undefined || first === undefined) return;
  left.push(leftOut(part.line, first.reason, part.text));
};

const withoutAll = (claim: Claimed, left: LeftOut[]): Claimed => {
  const { matrix, resources, ...rest } = claim;
  for (const { title, provider, customer } of resources)
    for (const one of [...(title === null ? [] : [title]), ...provider, ...customer])
      left.push(leftOut(one.line, 'other-service', one.text));
  for (const { resource } of matrix?.rows ?? [])
    left.push(leftOut(resource.line, 'other-service', resource.text));
  return { ...rest, resources: [] };
};

const withoutNone = (claim: Claimed, context: PageContext, left: LeftOut[]): Claimed => ({
  ...claim,
  resources: claim.resources.flatMap((resource) => siftResource(resource, context, left)),
});

type Sides = Record<Party, KeyedText[]>;

const siftResource = (raw: RawResource, context: PageContext, left: LeftOut[]): readonly RawResource[] => {
  const sides: Sides = { provider: [], customer: [] };
  const out: LeftOut[] = [];
  for (const party of PARTIES) for (const text of raw[party]) siftText(text, party, sides, out, context);
  const resource = { ...raw, ...sides };
  for (const one of out) left.push(one);
  const isEmpty = sides.provider.length === 0 && sides.customer.length === 0;
  if (!isEmpty || raw.allocation !== null || raw.raci !== null) return [resource];
  return withoutDuties(resource, out, context, left);
};

/** A resource of which the row says nothing stays, so that it is seen, and its reader has told the row; one whose text was of no use goes with it. */
const withoutDuties = (
  resource: RawResource,
  out: readonly LeftOut[],
  { names }: PageContext,
  left: LeftOut[],
): readonly RawResource[] => {
  const { title } = resource;
  if (title === null) return [];
  const isUnwritten = isUnwrittenTitle(readable(title.text, names));
  if (out.length === 0) return isUnwritten ? [] : [resource];
  const reason = isUnwritten ? 'placeholder' : out.find((one) => one.reason !== 'says-nothing')?.reason;
  if (reason === undefined) return [resource];
  left.push(leftOut(title.line, reason, title.text));
  return [];
};

const siftText = (
  text: KeyedText,
  party: Party,
  sides: Sides,
  out: LeftOut[],
  context: PageContext,
): void => {
  const { names } = context;
  const leave = (reason: LeftOutReason): unknown => out.push(leftOut(text.line, reason, text.text));
  if (saysNothing(text.text, names)) return void leave('says-nothing');
  if (isPlaceholder(text.text, names)) return void leave('placeholder');
  if (isNegative(text.text, names) || sparesOf(text.text, party, names)) return void leave('negative');
  if (isSign(text.text)) return void leave('party-unclear');
  sides[party].push(text);
};

/** Ticks, crosses, names of signs between colons: they say of something else that it is somebody's, and nothing themselves. */
const isSign = (text: string): boolean =>
  text.length <= 80 && !/[\p{L}\p{N}]/u.test(text.replace(/:[a-z0-9_+-]{1,40}:/gi, ''));

/** `None. IBM is fully responsible for …` in the customer's column: it spares this party, and what it says of another is no duty in its column. */
const sparesOf = (text: string, party: Party, names: Names): boolean => {
  const more = behindNone(text);
  if (more === null) return false;
  const owner = answersForAll(more, names);
  return isNegative(more, names) || explainsNone(more, names) || (owner !== null && owner !== party);
};
