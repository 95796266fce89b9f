// The report and the manifest of the pack before this one, read together: they must be of one pack, or there is no opening position.
import { sha256 } from '../codec/digest.ts';
import {
  type Previous,
  type PreviousManifest,
  type PreviousReport,
  previousManifest,
  previousReport,
} from '../model/previous.ts';
import type { Diagnostic } from '../problem.ts';
import { readJson } from './json.ts';
import type { Reading, SourceFile } from './reading.ts';
import { aboutFile } from './source-text.ts';

/** Reads both, and holds them against one another by digest, pack id and what they call themselves. */
export const readPrevious = (files: {
  readonly report: SourceFile;
  readonly manifest: SourceFile;
}): Reading<Previous> => {
  const report = readJson(files.report, { format: 'countersign/report@1', schema: previousReport });
  const manifest = readJson(files.manifest, { format: 'countersign/manifest@1', schema: previousManifest });
  const told = [...report.diagnostics, ...manifest.diagnostics];
  if (report.value === null || manifest.value === null) return { value: null, diagnostics: told };
  const trouble =
    misfit(files.report, report.value, manifest.value) ?? twice(report.value, files.report.name);
  return trouble === null
    ? { value: previousOf(files, report.value), diagnostics: told }
    : { value: null, diagnostics: [...told, trouble] };
};

const previousOf = (
  files: { readonly report: SourceFile; readonly manifest: SourceFile },
  report: PreviousReport,
): Previous => ({
  report: sha256(files.report.bytes),
  manifest: sha256(files.manifest.bytes),
  packId: report['pack-id'],
  team: report.team.id,
  system: report.system.id,
  period: report.period,
  asOf: report['as-of'],
  state: report.edition.state,
  version: report.edition.version,
  duties: dutiesIn(report),
  remediations: report.remediations,
  standings: report.movement?.duties ?? [],
});

const dutiesIn = ({ services }: PreviousReport): Previous['duties'] =>
  services
    .flatMap(({ areas }) => areas)
    .flatMap(({ resources }) => resources)
    .flatMap(({ customer }) => customer);

/** The first way in which the two are not of one pack. */
const misfit = (file: SourceFile, report: PreviousReport, manifest: PreviousManifest): Diagnostic | null => {
  const listed = manifest.members.find(({ path }) => path === 'report.json')?.sha256;
  if (listed !== sha256(file.bytes))
    return refused(file.name, 'The previous report.json is not the one that its manifest.json lists.');
  const pairs = [
    ['pack id', report['pack-id'], manifest['pack-id']],
    ['team', report.team.id, manifest.team],
    ['system', report.system.id, manifest.system],
    ['period', report.period.label, manifest.period],
    ['as-of day', report['as-of'], manifest['as-of']],
    ['state', report.edition.state, manifest.state],
    ['version', report.edition.version, manifest.version],
  ] as const;
  const other = pairs.find(([, a, b]) => a !== b);
  if (other === undefined) return null;
  const [what, a, b] = other;
  return refused(
    file.name,
    `The previous report.json and manifest.json name another ${what}: ${a ?? 'none'} and ${b ?? 'none'}.`,
  );
};

/** Counts would not add up if a duty or a remediation stood there twice. */
const twice = (report: PreviousReport, file: string): Diagnostic | null => {
  for (const ids of [
    dutiesIn(report).map(({ id }) => id),
    report.remediations.map(({ id }) => id),
    (report.movement?.duties ?? []).map(({ id }) => id),
  ]) {
    const seen = new Set<string>();
    const id = ids.find((one) => seen.size === seen.add(one).size);
    if (id !== undefined) return refused(file, `The previous report.json has ${id} twice.`);
  }
  return null;
};

const refused = (file: string, sentence: string): Diagnostic =>
  aboutFile(file, {
    code: 'previous-refused',
    sentence,
    hint: 'Give the previous pack as it was delivered.',
  });
