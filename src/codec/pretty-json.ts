// JSON that people also read: sorted keys, two spaces, a line end. One text for one value, like the canonical form.
import { jsonText } from './json-text.ts';

/** What canonical JSON holds, laid out, with keys in the same order. Throws a `bug` failure on what JSON cannot hold. */
export const prettyJson = (value: unknown): string =>
  `${jsonText(value, { line: '\n', indent: '  ', colon: ': ' })}\n`;
