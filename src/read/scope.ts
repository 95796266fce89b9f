// What an area's introduction gives to whom, sentence by sentence, told from who shares, and who is responsible.

import type { Allocation, Scope } from '../model/model.ts';
import type { Names } from '../model/names.ts';
import type { Party } from '../model/party.ts';
import { keyedDigest, readable } from './duty-text.ts';
import type { KeyedText } from './providers/dialect.ts';
import { partyNamed } from './providers/holder.ts';
import { sentencesOf } from './sentences.ts';

/** Paragraphs between an area's heading and what it heads, and those of them that are notes. */
type Introduction = { readonly intro: readonly KeyedText[]; readonly setOff: readonly KeyedText[] };

type Share = 'shared' | Party | 'other';

/** Null for an area without an introduction. Some pages write it as a note; other notes give nothing to anybody. */
export const scopeOf = (area: Introduction, names: Names): Scope | null => {
  const intro = introOf(area, names);
  const first = intro[0];
  if (first === undefined) return null;
  const sentences = intro.flatMap(({ text }) => sentencesOf(readable(text, names)));
  const shares = sentences.map((sentence) => shareOf(sentence, names));
  const say = (share: Share): string => sentences.filter((_, index) => shares[index] === share).join(' ');
  const digest = keyedDigest(intro.map(({ text }) => text).join(' '));
  return {
    line: first.line,
    ...filled({
      shared: say('shared'),
      provider: say('provider'),
      customer: say('customer'),
      other: say('other'),
    }),
    digest,
  };
};

/** What counts of it, in the order of the page. */
export const introOf = ({ intro, setOff }: Introduction, names: Names): readonly KeyedText[] =>
  [...intro, ...setOff.filter((note) => gives(note, names))].sort((a, b) => a.line - b.line);

/** True for a text of which a sentence says whose something is. */
export const gives = ({ text }: KeyedText, names: Names): boolean =>
  sentencesOf(readable(text, names)).some((sentence) => shareOf(sentence, names) !== 'other');

const filled = (texts: Readonly<Record<Share, string>>): Partial<Record<Share, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

/** Who is named before the verb holds what comes behind it. */
const shareOf = (sentence: string, names: Names): Share => {
  const [subject = '', verb = ''] = sentence.split(
    /\b((?:share|shares) responsibilit|(?:is|are) (?:\w+ly )?responsible)/,
    2,
  );
  if (verb.startsWith('share')) return 'shared';
  if (verb === '' || subject.length > 80) return 'other';
  return partyNamed(subject, names) ?? 'other';
};

/** An area is whose its introduction and its duties say; both count, so that neither understates. */
export const allocationOf = (parties: readonly Party[], scope: Scope | null): Allocation => {
  const provider =
    parties.includes('provider') || scope?.provider !== undefined || scope?.shared !== undefined;
  const customer =
    parties.includes('customer') || scope?.customer !== undefined || scope?.shared !== undefined;
  if (provider && customer) return 'shared';
  if (provider) return 'provider';
  return customer ? 'customer' : 'none';
};
