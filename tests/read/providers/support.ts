// A page with one table, as the readers of all dialects take it: short texts that are easy to compare.
import { claimsOf } from '../../../src/read/claims.ts';
import { scanPage } from '../../../src/read/page/scan.ts';
import { sectionsOf } from '../../../src/read/page/section.ts';
import type { Matrix } from '../../../src/read/providers/dialect.ts';
import { namesOnPage } from '../../../src/read/providers/page-provider.ts';
import { fixture, namesFrom } from '../support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));

const dashes = (columns: number): string => `|${'---|'.repeat(columns)}`;

/** A pipe table; `columns` are those of its delimiter. */
const table = (rows: readonly string[], columns?: number): string => {
  const [header = '', ...body] = rows;
  const own = header
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|').length;
  return [header, dashes(columns ?? own), ...body].join('\n');
};

const claims = (page: string) => {
  const sections = sectionsOf(scanPage(page));
  const own = namesOnPage(sections, names);
  return { provider: own.provider.name, ...claimsOf({ names: own, title: 'T', sections }) };
};

/** `title: provider | customer` for each resource, duties with `; ` between; `reason line: text` for what is left out. */
export const read = (page: string) => {
  const { provider, claimed, leftOut } = claims(page);
  const list = (duties: readonly { readonly text: string }[]): string =>
    duties.map(({ text }) => text).join('; ');
  return {
    provider,
    dialects: claimed.map(({ dialect }) => dialect),
    resources: claimed.flatMap(({ part, resources }) =>
      resources.map(
        (one) =>
          `${part === undefined ? '' : `[${part.text}] `}${one.title?.text ?? '-'}: ${list(one.provider)} | ${list(one.customer)}`,
      ),
    ),
    leftOut: [...leftOut, ...claimed.flatMap((claim) => [...claim.leftOut, ...matrixRows(claim.matrix)])].map(
      ({ line, reason, text }) => `${reason} ${line}: ${text}`,
    ),
    remarks: claimed.flatMap(({ remarks }) => remarks ?? []).map(({ line, kind }) => `${kind} ${line}`),
    raci: claimed.flatMap(({ resources }) =>
      resources.map(({ raci }) => `${raci?.provider}/${raci?.customer}`),
    ),
    matrices: claimed.flatMap(({ matrix }) => matrix ?? []),
    homes: claimed.map(({ home }) => home?.text ?? null),
    allocations: claimed.flatMap(({ resources }) => resources.map(({ allocation }) => allocation)),
  };
};

/** As the page accounts for them. */
const matrixRows = (matrix: Matrix | undefined) =>
  (matrix?.rows ?? []).map(({ resource }) => ({ ...resource, reason: 'matrix' }));

/** Under a title and a heading; the table begins at line 4. */
export const readTable = (rows: readonly string[], columns?: number) =>
  read(`# T\n## Lamps\n\n${table(rows, columns)}\n`);
