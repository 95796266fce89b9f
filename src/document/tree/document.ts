// A rendered report template to the document that the PDF writer draws.
import type { Document } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import { refuseIfAny } from '../refuse.ts';
import { placeCache, type Rendered } from '../render/markers.ts';
import { pageRules } from '../style/page-rules.ts';
import type { Styles } from '../style/styles.ts';
import { elementNode } from './document-nodes.ts';
import { lintLinks } from './links.ts';
import { openPage } from './open-page.ts';

/** Throws `template-invalid` with all that is wrong with markup and styles. */
export const buildDocument = (
  template: string,
  rendered: Rendered,
  styles: Styles,
  report: Report,
): Document => {
  const { head, body: page, cascade, root, diagnostics, tell } = openPage(template, rendered, styles);
  lintLinks(page, tell);
  const body = elementNode(page, root, { cascade, root, place: placeCache() });
  const pages = pageRules(styles.theme, root, cascade, tell);
  const { fonts } = styles;
  refuseIfAny(template, diagnostics);
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
