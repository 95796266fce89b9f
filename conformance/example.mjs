// The example pack, built by the command as a user would run it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { output } from './shell.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const WORK = join(ROOT, '.reports/conformance');
export const PROGRAM = join(ROOT, 'dist/cli/main.js');
export const ATTESTATION = 'attestations/2026-Q3/payments.attestation.yaml';

/** Builds the pack into `folder` and says where it is. `data`, `node` and `options` vary what must not matter. */
export const buildExample = (
  folder,
  { data = join(ROOT, 'data'), node = process.execPath, options = {} } = {},
) => {
  output(node, [PROGRAM, 'build', join(data, ATTESTATION), '-o', folder], { cwd: ROOT, ...options });
  return join(folder, '2026-Q3/payments.checkout/draft');
};

export const verifyPack = (pack, node = process.execPath) =>
  output(node, [PROGRAM, 'verify', pack], { cwd: ROOT });

/** Every member of a pack by its path, with its bytes. */
export const membersOf = (pack) =>
  new Map(
    readdirSync(pack, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(pack.length + 1), readFileSync(path)]),
  );

/** A pack with what the steps ask of it: its one member that ends so, its report, and the duties of both parties. */
export const openPack = (folder) => {
  const members = membersOf(folder);
  const pathOf = (ending) => {
    const path = [...members.keys()].find((name) => !name.includes('/') && name.endsWith(ending));
    if (path === undefined) throw new Error(`the pack has no ${ending}`);
    return join(folder, path);
  };
  const report = JSON.parse(members.get('report.json').toString('utf8'));
  const resources = report.services.flatMap(({ areas }) => areas.flatMap((area) => area.resources));
  return {
    folder,
    members,
    report,
    pdf: pathOf('-report.pdf'),
    workbook: pathOf('-workbook.xlsx'),
    customerDuties: resources.flatMap(({ customer }) => customer),
    providerDuties: resources.flatMap(({ provider }) => provider),
  };
};
