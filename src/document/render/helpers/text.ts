// Helpers that make texts: words of the language, numbers, days, digests, ids.

import { didYouMean } from '../../did-you-mean.ts';
import type { HelperCall, HelperRow } from '../helper.ts';
import { kindOf } from '../values.ts';
import { wordAt } from '../words.ts';
import { numberAt, textAt } from './arguments.ts';

/** The word at a path with `{name}` filled in; a missing word or name stops rendering. */
export const wordText = (
  call: HelperCall,
  path: readonly string[],
  fill: Readonly<Record<string, unknown>>,
): string => {
  const word = wordAt(call.words, path);
  if (typeof word !== 'string') return missing(call, path);
  if (!word.includes('{')) return word;
  return word.replace(/\{([a-z0-9-]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(fill, name) ? fill[name] : undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    return call.fail(
      'words-missing',
      `The word \`${path.join('.')}\` asks for {${name}}, which is ${kindOf(value)} here.`,
      `Give it: ${name}=…`,
    );
  });
};

const missing = (call: HelperCall, path: readonly string[]): never => {
  const parent = wordAt(call.words, path.slice(0, -1));
  const beside = typeof parent === 'object' && parent !== null ? Object.keys(parent) : [];
  return call.fail(
    'words-missing',
    `There is no word \`${path.join('.')}\` in ${call.words.file}.`,
    didYouMean(path.at(-1) ?? '', beside, 'Add it there.'),
  );
};

const word = (call: HelperCall): string =>
  wordText(
    call,
    call.values.map((_, index) => textAt(call, index)),
    call.named,
  );

/** The text behind the last separator; all of it where there is none. */
const after = (call: HelperCall): string => {
  const [text, separator] = [textAt(call, 0), textAt(call, 1)];
  const at = separator === '' ? -1 : text.lastIndexOf(separator);
  return at < 0 ? text : text.slice(at + separator.length);
};

const plural = (call: HelperCall): string => textAt(call, numberAt(call, 0) === 1 ? 1 : 2);

/** Rounded to whole percent, but 100 only when it is all of them and 0 only when it is none. */
const percent = (call: HelperCall): string => {
  const [part, of] = [numberAt(call, 0), numberAt(call, 1)];
  if (of <= 0) return wordText(call, ['formats', 'percent-of-none'], {});
  const rounded = Math.round((part / of) * 100);
  const honest = part > 0 && part < of ? Math.min(99, Math.max(1, rounded)) : rounded;
  return wordText(call, ['formats', 'percent'], { number: honest });
};

const shortDigest = (call: HelperCall): string => {
  const digest = textAt(call, 0);
  const found = /^sha256:([0-9a-f]{12})[0-9a-f]{52}$/.exec(digest);
  return (
    found?.[1] ??
    call.fail(
      'value-invalid',
      `\`${digest.slice(0, 80)}\` is no digest.`,
      'Give a text like sha256: and 64 hex digits.',
    )
  );
};

/** Letters, digits, dots and hyphens stay; each other character becomes a hyphen, so that it is a fragment of an address as well. */
const anchor = (call: HelperCall): string =>
  call.values.map((_, index) => textAt(call, index).replace(/[^A-Za-z0-9.-]/g, '-')).join('-');

export const TEXTS: readonly HelperRow[] = [
  {
    name: 'word',
    usage: "(word 'result' duty.result)",
    does: 'The word at that path of the words file. `{name}` in it is filled from named values.',
    takes: [1, null],
    named: 'any',
    call: word,
  },
  {
    name: 'plural',
    usage: "(plural n 'duty' 'duties')",
    does: 'The first text for one, the second for any other number.',
    takes: [3, 3],
    named: [],
    call: plural,
  },
  {
    name: 'percent',
    usage: '(percent part whole)',
    does: 'Whole percent in the form of the words file; 0 and 100 only when exact.',
    takes: [2, 2],
    named: [],
    call: percent,
  },
  {
    name: 'short-digest',
    usage: '(short-digest digest)',
    does: 'The first twelve hex digits of a SHA-256 digest.',
    takes: [1, 1],
    named: [],
    call: shortDigest,
  },
  {
    name: 'concat',
    usage: '(concat a b …)',
    does: 'Texts and numbers in one text.',
    takes: [1, null],
    named: [],
    call: (call) => call.values.map((_, index) => textAt(call, index)).join(''),
  },
  {
    name: 'anchor',
    usage: "(anchor 'duty' duty.id)",
    does: 'A safe id for `id` and `href`, joined by hyphens.',
    takes: [1, null],
    named: [],
    call: anchor,
  },
  {
    name: 'after',
    usage: "(after duty.id '/')",
    does: 'The text behind the last separator; all of it where there is none.',
    takes: [2, 2],
    named: [],
    call: after,
  },
];
