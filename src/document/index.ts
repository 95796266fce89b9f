// The document room's public names: a template folder and a report or portfolio in, a document or a workbook tree out.
import type { Document } from '../model/document.ts';
import type { FormData } from '../model/form.ts';
import type { Workbook, WorkbookAbout } from '../model/workbook.ts';
import type { Template } from './load.ts';
import { refuse, withinStack } from './refuse.ts';
import { errorIn } from './source-text.ts';
import { buildDocument } from './tree/document.ts';
import { SHEET_LIMITS, type SheetLimits } from './workbook/limits.ts';
import { buildWorkbook } from './workbook/workbook.ts';

export type { TemplateFiles } from './files.ts';
export { loadTemplate, type Template } from './load.ts';

/** Renders `report.hbs`. Throws `template-invalid` with diagnostics that point into the template's files. */
export const renderReport = (template: Template, report: WorkbookAbout): Document =>
  withinStack(template.id, 'report.hbs', () =>
    buildDocument(template, template.engine('report.hbs', report), report),
  );

/** Renders `workbook.hbs`. Throws `template-invalid` as `renderReport` does, and for what a worksheet cannot hold. */
export const renderWorkbook = (
  template: Template,
  report: WorkbookAbout,
  limits: SheetLimits = SHEET_LIMITS,
): Workbook =>
  withinStack(template.id, 'workbook.hbs', () =>
    buildWorkbook(template.id, template.engine('workbook.hbs', report), template.styles, report, limits),
  );

/**
 * Renders `form.hbs`. Throws `template-invalid` as `renderWorkbook` does, and for a template that has none: a form made of another
 * template's words would not be the house's own, and whoever fills it in should not have to wonder whose it is.
 */
export const renderForm = (
  template: Template,
  form: FormData,
  limits: SheetLimits = SHEET_LIMITS,
): Workbook =>
  template.makesForms
    ? withinStack(template.id, 'form.hbs', () =>
        buildWorkbook(template.id, template.engine('form.hbs', form), template.styles, form, limits),
      )
    : refuse(template.id, [
        errorIn(
          'form.hbs',
          'reference-unknown',
          'The template has no `form.hbs`, so it makes no forms.',
          'Copy `form.hbs`, `partials/form/` and the words whose names begin with `form-` from the audit pack that comes with countersign.',
        ),
      ]);
