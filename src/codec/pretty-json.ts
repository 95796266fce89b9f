// JSON that people also read: sorted keys, two spaces, a line end. One text for one value, like the canonical form.
import { canonicalJson } from './canonical-json.ts';

/** What canonical JSON holds, laid out. Throws a `bug` failure on what JSON cannot hold. */
export const prettyJson = (value: unknown): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
