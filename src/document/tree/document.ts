// A rendered report template to the document that the PDF writer draws.
import type { Document } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import { refuse, refuseIfAny } from '../refuse.ts';
import { placeCache, type Rendered } from '../render/markers.ts';
import { pageRules } from '../style/page-rules.ts';
import type { Styles } from '../style/styles.ts';
import { newCounters } from './counters.ts';
import { documentNode } from './document-nodes.ts';
import { lintPictures, type Pictures } from './images.ts';
import { lintLinks } from './links.ts';
import { openPage } from './open-page.ts';

/** What a document takes from its template besides what was rendered. */
type DocumentParts = { readonly id: string; readonly styles: Styles; readonly pictures: Pictures };

/** Throws `template-invalid` with all that is wrong with markup and styles. */
export const buildDocument = (
  { id, styles, pictures }: DocumentParts,
  rendered: Rendered,
  report: Report,
): Document => {
  const { head, body: page, cascade, root, diagnostics, tell } = openPage(id, rendered, styles);
  lintLinks(page, tell);
  lintPictures(page, pictures, tell);
  const counters = newCounters();
  counters.enter(root.counters);
  const body = documentNode(page, root, { cascade, root, pictures, counters, place: placeCache() });
  const pages = pageRules(styles.theme, root, cascade, tell);
  const { fonts } = styles;
  refuseIfAny(id, diagnostics);
  if (body?.kind !== 'element') return refuse(id, diagnostics);
  const { language, title, subject, author, keywords } = head;
  return {
    language,
    title,
    subject,
    author,
    keywords,
    date: report['as-of'],
    producer: producerOf(report),
    pages,
    fonts,
    body,
  };
};

export const producerOf = (report: Report): string =>
  `${report.maker.tool.name} ${report.maker.tool.version}`;
