// Report and form to bytes: the template rendered, and drawn as PDF and XLSX. What draws is loaded here and only when something is drawn,
// because `check` and `--help` must not wait for it.

import type { TemplateFiles } from '../document/files.ts';
import type { Attachment, SealPlace } from '../model/document.ts';
import type { FormData } from '../model/form.ts';
import type { Report } from '../model/report.ts';
import type { Member } from '../pack/index.ts';
import type { InputMember } from './input-members.ts';

export type Drawn = { readonly pdf: Uint8Array; readonly xlsx: Uint8Array };

/** With a seal, the PDF has room for it, and nothing is signed yet. */
export type Draw = (
  report: Report,
  template: TemplateFiles,
  attachments: readonly Attachment[],
  seal: SealPlace | null,
) => Promise<Drawn>;

/** The report as one HTML file. */
export type DrawHtml = (report: Report, template: TemplateFiles) => Promise<string>;

/** A fill-in form as a workbook. */
export type DrawForm = (form: FormData, template: TemplateFiles) => Promise<Uint8Array>;

/** All ways to draw, wherever they are done. */
export type Drawer = { readonly pack: Draw; readonly html: DrawHtml; readonly form: DrawForm };

/** Throws `template-invalid` with the diagnostics of template and document. */
export const draw: Draw = async (report, template, attachments, seal) => {
  const { loadTemplate, renderReport, renderWorkbook } = await import('../document/index.ts');
  const { writePdf } = await import('../write/pdf/index.ts');
  const { writeXlsx } = await import('../write/xlsx/index.ts');
  const loaded = loadTemplate(template, report.maker.template.language);
  const pdf = await writePdf(renderReport(loaded, report), attachments, seal);
  return { pdf, xlsx: await writeXlsx(renderWorkbook(loaded, report)) };
};

/** Throws `template-invalid` as `draw` does, but for what only paper shows. */
export const drawHtml: DrawHtml = async (report, template) => {
  const { loadTemplate, renderReport } = await import('../document/index.ts');
  const { writeHtml } = await import('../write/html/index.ts');
  return writeHtml(renderReport(loadTemplate(template, report.maker.template.language), report));
};

/** Throws `template-invalid` as `draw` does, and for a template that makes no forms. */
export const drawForm: DrawForm = async (form, template) => {
  const { loadTemplate, renderForm } = await import('../document/index.ts');
  const { writeXlsx } = await import('../write/xlsx/index.ts');
  return writeXlsx(renderForm(loadTemplate(template, form.maker.template.language), form));
};

/** Draws right here: for templates that are trusted. */
export const DRAWER: Drawer = { pack: draw, html: drawHtml, form: drawForm };

const MIME = { yaml: 'application/yaml', json: 'application/json', jsonl: 'application/jsonl' } as const;

const mimeOf = (member: string): string =>
  MIME[member.endsWith('.json') ? 'json' : member.endsWith('.jsonl') ? 'jsonl' : 'yaml'];

/** Programs that unpack attachments stumble over folders in their names. No input's path has an underscore, so that the path can be had back. */
const attachmentName = (member: string): string => member.replaceAll('/', '_');

/** What the PDF carries inside it: the report as data, and every input as the source it was made from, under its path in the pack with `_` for `/`. */
export const attachmentsOf = (report: Member, inputs: readonly InputMember[]): readonly Attachment[] => [
  {
    name: report.path,
    mime: MIME.json,
    description: 'The report as data',
    relationship: 'Data',
    data: report.bytes,
  },
  ...inputs.map(({ member, file, kind }) => ({
    name: attachmentName(member),
    mime: mimeOf(member),
    description: `Input: ${kind}`,
    relationship: 'Source' as const,
    data: file.bytes,
  })),
];
