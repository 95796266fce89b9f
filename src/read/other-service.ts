// Rows that were written for another service and pasted here. Pages name other services on every line, so that only two signs count: a title
// of its own, and a table that speaks of one other service throughout and of this one nowhere.

import { lookup } from '../model/lookup.ts';
import type { Claimed } from './claims.ts';
import { servicesIn } from './delegates.ts';
import { readable } from './duty-text.ts';
import { fold } from './fold.ts';
import { plainText } from './page/markup.ts';
import type { Heading } from './page/page.ts';
import type { PageContext, RawResource } from './providers/dialect.ts';

/** `self` is the id of the page's own service; null where it is not known, and then nothing is another's. */
export const isOtherService = (claimed: Claimed, context: PageContext, self: string | null): boolean =>
  self !== null && (underOtherTitle(claimed, context, self) || speaksOfOther(claimed, context, self));

/** A second title on the page that names another service and not this one. */
const underOtherTitle = ({ section }: Claimed, { names, sections }: PageContext, self: string): boolean => {
  const [title] = section.path;
  if (title === undefined || title.depth > 1 || title === firstHeading(sections)) return false;
  const named = servicesIn(plainText(title.text), names);
  return named.length > 0 && !named.includes(self);
};

const firstHeading = (sections: PageContext['sections']): Heading | null =>
  (sections[0]?.path ?? [])[0] ?? (sections[1]?.path ?? [])[0] ?? null;

/** With fewer rows a service that all of them name can be what the area is about. */
const FEWEST = 3;

const speaksOfOther = (claimed: Claimed, { names }: PageContext, self: string): boolean => {
  const { resources, matrix, section, blocks } = claimed;
  if (matrix !== undefined || resources.length < FEWEST) return false;
  const around = [
    ...section.path.slice(1).map(({ text }) => text),
    ...section.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
    ...blocks.flatMap((block) => (block.kind === 'table' ? [block.caption ?? ''] : [])),
  ].map(plainText);
  if (around.some((text) => servicesIn(text, names).includes(self))) return false;
  const counts = new Map<string, number>();
  for (const resource of resources)
    for (const one of new Set(textsOf(resource).flatMap((text) => servicesIn(text, names))))
      counts.set(one, (counts.get(one) ?? 0) + 1);
  if (counts.has(self)) return false;
  const headings = new Set(fold(around.map((text) => readable(text, names)).join(' ')).split(' '));
  return [...counts].some(
    ([service, rows]) =>
      rows * 2 > resources.length && rows >= FEWEST && !isSubject(service, headings, names),
  );
};

/** An area about access names the service for access in each row, and is not its page for that. */
const isSubject = (service: string, words: ReadonlySet<string>, names: PageContext['names']): boolean => {
  const provider = new Set(fold(`${names.provider.name} cloud`).split(' '));
  const own = fold(lookup(names.services, service)?.title ?? service).split(' ');
  return own.some((word) => !provider.has(word) && word.length > 3 && words.has(word));
};

const textsOf = ({ title, provider, customer }: RawResource): readonly string[] =>
  [...(title === null ? [] : [title]), ...provider, ...customer].map(({ text }) => text);
