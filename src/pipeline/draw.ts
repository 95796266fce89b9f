// Report, portfolio and form to bytes: the template rendered, and drawn as PDF and XLSX. What draws is loaded here and only when something is drawn,
// because `check` and `--help` must not wait for it.

import type { Template, TemplateFiles } from '../document/index.ts';
import type { Attachment, SealPlace } from '../model/document.ts';
import type { FormData } from '../model/form.ts';
import type { Report } from '../model/report.ts';
import type { WorkbookAbout } from '../model/workbook.ts';
import type { Member } from '../pack/index.ts';
import type { InputMember } from './input-members.ts';
import { rememberingTemplates } from './template-once.ts';

/** A report or a portfolio: data that says what it is made with. */
export type Drawable = WorkbookAbout & {
  readonly maker: { readonly template: { readonly language: string } };
};

export type Drawn = { readonly pdf: Uint8Array; readonly xlsx: Uint8Array };

/** With a seal, the PDF has room for it, and nothing is signed yet. */
export type Draw<T extends Drawable = Report> = (
  report: T,
  template: TemplateFiles,
  attachments: readonly Attachment[],
  seal: SealPlace | null,
) => Promise<Drawn>;

/** The report as one HTML file. */
export type DrawHtml = (report: Drawable, template: TemplateFiles) => Promise<string>;

/** A fill-in form as a workbook. */
export type DrawForm = (form: FormData, template: TemplateFiles) => Promise<Uint8Array>;

/** All ways to draw, wherever they are done. */
export type Drawer = { readonly pack: Draw<Drawable>; readonly html: DrawHtml; readonly form: DrawForm };

let loader: ReturnType<typeof rememberingTemplates> | null = null;

const load = async (template: TemplateFiles, language: string): Promise<Template> => {
  const { loadTemplate } = await import('../document/index.ts');
  loader ??= rememberingTemplates(loadTemplate);
  return loader(template, language);
};

/** Throws `template-invalid` with the diagnostics of template and document. */
export const draw: Draw<Drawable> = async (report, template, attachments, seal) => {
  const { renderReport, renderWorkbook } = await import('../document/index.ts');
  const { writePdf } = await import('../write/pdf/index.ts');
  const { writeXlsx } = await import('../write/xlsx/index.ts');
  const loaded = await load(template, report.maker.template.language);
  const pdf = await writePdf(renderReport(loaded, report), attachments, seal);
  return { pdf, xlsx: await writeXlsx(renderWorkbook(loaded, report)) };
};

/** Throws `template-invalid` as `draw` does, but for what only paper shows. */
export const drawHtml: DrawHtml = async (report, template) => {
  const { renderReport } = await import('../document/index.ts');
  const { writeHtml } = await import('../write/html/index.ts');
  return writeHtml(renderReport(await load(template, report.maker.template.language), report));
};

/** Throws `template-invalid` as `draw` does, and for a template that makes no forms. */
export const drawForm: DrawForm = async (form, template) => {
  const { renderForm } = await import('../document/index.ts');
  const { writeXlsx } = await import('../write/xlsx/index.ts');
  return writeXlsx(renderForm(await load(template, form.maker.template.language), form));
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
