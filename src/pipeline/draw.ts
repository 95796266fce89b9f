// Report to bytes: the template rendered, and drawn as PDF and XLSX. What draws is loaded here and only when something is drawn,
// because `check` and `--help` must not wait for it.

import type { TemplateFiles } from '../document/index.ts';
import type { Report } from '../model/report.ts';
import type { Attachment } from '../write/pdf/index.ts';

export type Drawn = { readonly pdf: Uint8Array; readonly xlsx: Uint8Array };

/** Throws `template-invalid` with the diagnostics of template and document. */
export const draw = async (
  report: Report,
  template: TemplateFiles,
  attachments: readonly Attachment[],
): Promise<Drawn> => {
  const { loadTemplate, renderReport, renderWorkbook } = await import('../document/index.ts');
  const { writePdf } = await import('../write/pdf/index.ts');
  const { writeXlsx } = await import('../write/xlsx/index.ts');
  const loaded = loadTemplate(template, report.maker.template.language);
  const pdf = await writePdf(renderReport(loaded, report), attachments);
  return { pdf, xlsx: await writeXlsx(renderWorkbook(loaded, report)) };
};
