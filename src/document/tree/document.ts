// A rendered report template to the document that the PDF writer draws.
import type { Document } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import type { Diagnostic } from '../../problem.ts';
import { once } from '../once.ts';
import { parseMarkup } from '../parse/parse.ts';
import { refuse, refuseIfAny } from '../refuse.ts';
import { placeCache, type Rendered } from '../render/markers.ts';
import { makeCascade } from '../style/cascade.ts';
import { pageRules } from '../style/page-rules.ts';
import type { Styles } from '../style/styles.ts';
import { elementNode } from './document-nodes.ts';
import { readHead } from './head.ts';
import { lintLinks } from './links.ts';

/** Throws `template-invalid` with all that is wrong with markup and styles. */
export const buildDocument = (
  template: string,
  rendered: Rendered,
  styles: Styles,
  report: Report,
): Document => {
  const diagnostics: Diagnostic[] = [];
  const tell = once(diagnostics);
  const html = parseMarkup(rendered, tell);
  if (html === null) return refuse(template, diagnostics);
  const head = readHead(html, tell);
  if (head.body === null) return refuse(template, diagnostics);
  lintLinks(head.body, tell);
  const cascade = makeCascade(styles.rules, tell);
  const root = cascade.styleOf(html, null);
  const body = elementNode(head.body, root, { cascade, root, place: placeCache() });
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
