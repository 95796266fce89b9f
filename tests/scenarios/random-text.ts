// Texts and days that people, pastes and attackers put into files, as far as a font can draw them.
import type { Random } from './random.ts';

const PIECES = [
  'Alerts go to the engineer on call.',
  'Überprüft am Monatsende – Größe, Naïveté, Łódź.',
  'Проверено ежемесячно.',
  '<b>not bold</b> & <script>alert(1)</script>',
  '{{team.name}} {{{raw}}} {{> partial}}',
  '=HYPERLINK("http://example.com","click")',
  '+1 -1 @SUM(A1)',
  "it's 'quoted' \"twice\"",
  'see: a colon, a - dash, a [bracket], a {brace}, 100 %, | and >',
  '# not a comment',
  'null',
  '~',
  'true',
  '0123',
  '1e3',
  '2026-13-45',
  'one\ntwo\n\n- three',
  'C:\\temp\\new $1 $& \\u0000',
  'x'.repeat(400),
  'https://example.com/a/very/long/path/that/does/not/break/anywhere/at/all/?query=value&other=value#fragment',
] as const;

/** One to three pieces; once in a while far too many. Never blank. */
export const randomText = (random: Random): string => {
  const count = random.chance(0.01) ? 400 : 1 + random.whole(3);
  return Array.from({ length: count }, () => random.pick(PIECES)).join(' ');
};

const DAYS = [
  '2025-09-30',
  '2026-06-30',
  '2026-07-01',
  '2026-08-15',
  '2026-09-30',
  '2026-10-01',
  '2026-10-09',
] as const;

/** Days around the borders of the period. */
export const randomDay = (random: Random): string => random.pick(DAYS);
