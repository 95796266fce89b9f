// The document room's public names: a template folder and a report in, a document or a workbook tree out.
import type { Document } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Template } from './load.ts';
import { withinStack } from './refuse.ts';
import { buildDocument } from './tree/document.ts';
import { buildWorkbook } from './workbook/workbook.ts';

export type { TemplateFiles } from './files.ts';
export { loadTemplate, type Template } from './load.ts';

/** Renders `report.hbs`. Throws `template-invalid` with diagnostics that point into the template's files. */
export const renderReport = (template: Template, report: Report): Document =>
  withinStack(template.id, 'report.hbs', () =>
    buildDocument(template, template.engine('report.hbs', report), report),
  );

/** Renders `workbook.hbs`. Throws `template-invalid` as `renderReport` does, and for what a worksheet cannot hold. */
export const renderWorkbook = (template: Template, report: Report): Workbook =>
  withinStack(template.id, 'workbook.hbs', () =>
    buildWorkbook(template.id, template.engine('workbook.hbs', report), template.styles, report),
  );
