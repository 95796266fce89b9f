// Page numbers and running strings inside the text: known only when the pages are, so layout asks what the
// pass before it found out.

import { counterText } from '../../../model/counter-text.ts';
import type { ContentPart, CounterStyle } from '../../../model/document.ts';

type Lookup<Key, Value> = { readonly get: (key: Key) => Value | undefined };

/** What is known so far. Page numbers are one-based. */
export type Knowledge = {
  readonly pages: number;
  readonly targets: Lookup<string, number>;
  /** By the number of the use. */
  readonly uses: Lookup<number, number>;
  /** Value of each named string on each page. */
  readonly strings: Lookup<number, Lookup<string, string>>;
  /** Give every number the width of four digits, so that other numbers no longer move the text. */
  readonly reserve: boolean;
};

export const NOTHING_KNOWN: Knowledge = {
  pages: 0,
  targets: new Map(),
  uses: new Map(),
  strings: new Map(),
  reserve: false,
};

/** Text of a part on `page`, null while that is not known; a stand-in of likely width as long as nothing is known. */
export function dynamicText(part: ContentPart, page: number | null, known: Knowledge): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'leader':
      return part.fill;
    case 'target-page':
      return numberText(known.targets.get(part.id), part.style);
    case 'counter':
      return numberText(part.counter === 'pages' ? known.pages : page, part.style);
    case 'string':
      return page === null ? '' : (known.strings.get(page)?.get(part.name) ?? '');
  }
}

/** A page number in its style; a stand-in of two digits as long as there is none. */
const numberText = (page: number | null | undefined, style: CounterStyle): string =>
  page === null || page === undefined || page === 0 ? '00' : counterText(page, style);
