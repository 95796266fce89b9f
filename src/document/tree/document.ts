// A rendered report template to the document that the PDF writer draws.
import type { Document } from '../../model/document.ts';
import type { WorkbookAbout } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { once } from '../once.ts';
import { refuse, refuseIfAny } from '../refuse.ts';
import { placeCache, type Rendered } from '../render/rendered.ts';
import type { Styles } from '../style/styles.ts';
import { checkBody } from './body.ts';
import { readHead } from './head.ts';
import type { Pictures } from './images.ts';

/** What a document takes from its template besides what was rendered. */
type DocumentParts = { readonly id: string; readonly styles: Styles; readonly pictures: Pictures };

/** Throws `template-invalid` with all that is wrong with markup and styles. */
export const buildDocument = (
  { id, styles, pictures }: DocumentParts,
  rendered: Rendered,
  about: WorkbookAbout,
): Document => {
  const diagnostics: Diagnostic[] = [];
  const tell = once(diagnostics);
  const checked = checkBody({ rendered, sheet: styles.sheet, pictures, place: placeCache() }, tell);
  if (checked === null) return refuse(id, diagnostics);
  const { page, body } = checked;
  const head = readHead(page.html, tell);
  const pages = styles.pages(page.root.computed, tell);
  const { fonts } = styles;
  refuseIfAny(id, diagnostics);
  const { language, title, subject, author, keywords } = head;
  return {
    language,
    title,
    subject,
    author,
    keywords,
    date: about['as-of'],
    producer: producerOf(about),
    pages,
    fonts,
    body,
  };
};

export const producerOf = ({
  maker: { tool },
}: {
  readonly maker: { readonly tool: { readonly name: string; readonly version: string } };
}): string => `${tool.name} ${tool.version}`;
