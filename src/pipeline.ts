// The stages in order, top to bottom. No disk, no clock, no printing: bytes and days come in, values and bytes go out.
import { sha256 } from './codec/digest.ts';
import { prettyJson } from './codec/pretty-json.ts';
import type { TemplateFiles } from './document/files.ts';
import { evaluate } from './evaluate/index.ts';
import type { Attestation } from './model/attestation.ts';
import type { Evaluation } from './model/evaluation.ts';
import type { Inputs } from './model/inputs.ts';
import type { Paper } from './model/paper.ts';
import type { Edition, Maker, Report } from './model/report.ts';
import type { Day } from './model/scalar.ts';
import {
  aboutOf,
  buildManifest,
  ENVELOPE,
  MANIFEST,
  type Member,
  manifestBytes,
  REPORT,
  type Reperform,
  reportName,
  type SealMaking,
  sealManifest,
  sealPdf,
  sealPlace,
  workbookName,
} from './pack/index.ts';
import { diffsOf } from './pipeline/diffs.ts';
import { attachmentsOf, type Draw, type DrawHtml, draw, drawHtml } from './pipeline/draw.ts';
import { carriedEvidence, type EvidenceBytes, evidenceMembers } from './pipeline/evidence-members.ts';
import { inputMembers, inputsFromMembers, nameOf } from './pipeline/input-members.ts';
import { withInstalledFonts } from './pipeline/installed-fonts.ts';
import { mustRead } from './pipeline/must-read.ts';
import { type ParsedInputs, parseInputs } from './pipeline/parse-inputs.ts';
import type { RawInputs } from './pipeline/raw-inputs.ts';
import { signOffsOn } from './pipeline/sign-offs.ts';
import { templateDigest } from './pipeline/template-digest.ts';
import { readReport } from './read/index.ts';
import type { SourceFile } from './read/reading.ts';
import { buildReport } from './report/index.ts';

/** The day everything is judged at, and who said so. */
export type AsOf = { readonly day: Day; readonly from: Maker['as-of-from'] };

/** The caller's day, else the attestation's, else today. */
export const asOfFor = (attestation: Attestation, chosen: Day | null, today: Day): AsOf => {
  if (chosen !== null) return { day: chosen, from: 'option' };
  const own = attestation['as-of'];
  return own === undefined ? { day: today, from: 'today' } : { day: own, from: 'attestation' };
};

/** Inputs with what evaluation makes of them. */
export type Judged = Omit<ParsedInputs, 'inputs'> & {
  readonly inputs: Inputs;
  readonly raw: RawInputs;
  readonly evaluation: Evaluation;
};

/** read, merge, evaluate. Throws `input-invalid` with the diagnostics of all files. */
export const judge = async (raw: RawInputs, asOf: Day): Promise<Judged> => {
  const { inputs: unsigned, warnings } = parseInputs(raw, asOf);
  const inputs = { ...unsigned, signOffs: await signOffsOn(raw.signOffs, unsigned) };
  return { inputs, warnings, raw, evaluation: evaluate(inputs) };
};

/** What a report is made with, besides its inputs. `language` is the template's. */
export type ReportMaking = {
  readonly edition: Edition;
  readonly tool: Maker['tool'];
  readonly asOfFrom: Maker['as-of-from'];
  readonly template: TemplateFiles;
  readonly language: string;
  readonly paper: Paper;
};

/** What a pack is made with. */
export type Making = ReportMaking & {
  /** Bytes of the evidence files that are there, by evidence id. */
  readonly evidence: EvidenceBytes;
  /** Null for a pack without a seal. */
  readonly seal: SealMaking | null;
};

/** The manifest is the last of `members`: once it is written, the pack is whole. */
export type Pack = { readonly report: Report; readonly members: readonly Member[] };

/**
 * build the report, render and write the documents, list the members. The same arguments give the same bytes.
 * Throws `template-invalid`, and `disk` when evidence is not what the facts say. `drawWith` is for whoever draws by other means.
 */
export const buildPack = async (judged: Judged, making: Making, drawWith: Draw = draw): Promise<Pack> => {
  const inputs = inputMembers(judged.raw);
  const evidence = evidenceMembers(judged.inputs, making.evidence);
  const { report, template } = await reportMadeWith(judged, making);
  const reportFile: Member = { path: REPORT, bytes: reportBytes(report) };
  const { seal } = making;
  const place = seal === null ? null : sealPlace(report.organisation.name, seal);
  const drawn = await drawWith(report, template, attachmentsOf(reportFile, inputs), place);
  const pdf = seal === null ? drawn.pdf : await sealPdf(drawn.pdf, seal);
  const name = {
    team: report.team.id,
    system: report.system.id,
    period: report.period.label,
    edition: report.edition,
  };
  const members: readonly Member[] = [
    ...inputs.map(({ member, file }) => ({ path: member, bytes: file.bytes })),
    ...evidence.map(({ path, bytes }) => ({ path, bytes })),
    reportFile,
    { path: reportName(name), bytes: pdf },
    { path: workbookName(name), bytes: drawn.xlsx },
  ];
  const manifest = manifestBytes(buildManifest(members, aboutOf(report)));
  const envelope = seal === null ? [] : [{ path: ENVELOPE, bytes: await sealManifest(manifest, seal) }];
  return { report, members: [...members, ...envelope, { path: MANIFEST, bytes: manifest }] };
};

/** The same report rendered for a browser, with nothing written. Throws `template-invalid`. */
export const previewReport = async (
  judged: Judged,
  making: ReportMaking,
  drawWith: DrawHtml = drawHtml,
): Promise<{ readonly report: Report; readonly html: string }> => {
  const { report, template } = await reportMadeWith(judged, making);
  return { report, html: await drawWith(report, template) };
};

/** Makes the report of a pack again from its members: what `verifyPack` is handed. Throws `input-invalid` when they cannot be used. */
export const reperform: Reperform = async (members) => {
  const said = mustRead(readReport({ name: REPORT, bytes: members.get(REPORT) ?? new Uint8Array() }));
  const judged = await judge(inputsFromMembers(members), said['as-of']);
  const names = new Map(said.sources.map(({ member, name }) => [member, name]));
  // What made the pack, its edition and what its files were called are nowhere else; all the rest comes from the inputs.
  const report = reportOf(judged, {
    edition: said.edition,
    maker: said.maker,
    nameOf: (member) => names.get(member) ?? member,
  });
  return {
    packId: report['pack-id'],
    report: reportBytes(asBefore(said) ? withoutChanges(report) : report),
    approvals: judged.evaluation.approvals,
    mode: judged.inputs.policy.approvals.mode,
    people: judged.inputs.attestation.people,
  };
};

/** True for the report of a pack from before reports told what the provider changed. */
const asBefore = ({ services }: Report): boolean => services.every(({ changes }) => changes === undefined);

const withoutChanges = (report: Report): Report => ({
  ...report,
  services: report.services.map(({ changes, ...service }) =>
    changes === null || changes === undefined ? service : { ...service, changes },
  ),
});

type ReportAbout = {
  readonly edition: Edition;
  readonly maker: Maker;
  readonly nameOf: (member: string, file: SourceFile) => string;
};

/** The report, and the template as it is drawn with: which installed fonts that takes, only the report's texts say. */
const reportMadeWith = async (
  judged: Judged,
  making: ReportMaking,
): Promise<{ readonly report: Report; readonly template: TemplateFiles }> => {
  const { template } = making;
  if ((template.installed ?? []).length === 0) return { report: reportByTemplate(judged, making), template };
  const text = JSON.stringify(reportByTemplate(judged, making));
  const fitted = await withInstalledFonts(template, text);
  return { report: reportByTemplate(judged, { ...making, template: fitted }), template: fitted };
};

const reportByTemplate = (judged: Judged, making: ReportMaking): Report =>
  reportOf(judged, {
    edition: making.edition,
    maker: {
      tool: making.tool,
      template: {
        id: making.template.id,
        language: making.language,
        paper: making.paper,
        digest: templateDigest(making.template),
      },
      'as-of-from': making.asOfFrom,
    },
    nameOf: (_member, file) => nameOf(file),
  });

const reportOf = ({ raw, inputs, evaluation }: Judged, about: ReportAbout): Report =>
  buildReport(inputs, evaluation, {
    edition: about.edition,
    maker: about.maker,
    sources: inputMembers(raw).map(({ kind, member, file }) => ({
      kind,
      name: about.nameOf(member, file),
      member,
      sha256: sha256(file.bytes),
    })),
    members: Object.fromEntries(carriedEvidence(inputs).map(({ id, path }) => [id, path])),
    diffs: diffsOf(inputs),
  });

const reportBytes = (report: Report): Uint8Array => new TextEncoder().encode(prettyJson(report));
