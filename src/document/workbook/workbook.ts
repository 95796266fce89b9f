// A rendered workbook template to the workbook that the spreadsheet writer fills.
import type { Report } from '../../model/report.ts';
import type { Workbook } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { once } from '../once.ts';
import { attributeOf, attributeSpot, elementsOf, type MarkupElement, spotOf } from '../parse/tree.ts';
import { refuse, refuseIfAny } from '../refuse.ts';
import { placeCache, type Rendered } from '../render/rendered.ts';
import { errorAt } from '../source-text.ts';
import { makeCascade } from '../style/cascade.ts';
import type { Styles } from '../style/styles.ts';
import { producerOf } from '../tree/document.ts';
import { type Head, readHead } from '../tree/head.ts';
import { openPage } from '../tree/open-page.ts';
import { type SheetSource, sheetOf, sheetSource, targetsIn } from './sheet.ts';
import { lintSheetAttributes } from './sheet-attributes.ts';

/** Throws `template-invalid` with all that is wrong with markup, styles and what a worksheet cannot hold. */
export const buildWorkbook = (
  template: string,
  rendered: Rendered,
  styles: Styles,
  report: Report,
): Workbook => {
  const diagnostics: Diagnostic[] = [];
  const tell = once(diagnostics);
  const cascade = makeCascade(styles.sheet, tell);
  const open = openPage(rendered, cascade, tell);
  if (open === null) return refuse(template, diagnostics);
  const page = { ...open.body, children: [...open.nodes] };
  const head = readHead(open.html, tell);
  const sources = sheetSources(page, tell);
  const body = open.own;
  const targets = new Map(sources.flatMap((source) => [...targetsIn(source)]));
  const place = placeCache();
  const sheets = sources.map((source) => sheetOf(source, body, { cascade, place, targets, report: tell }));
  refuseIfAny(template, diagnostics);
  const { paper } = report.maker.template;
  return { ...aboutOf(head), paper, date: report['as-of'], producer: producerOf(report), sheets };
};

const aboutOf = ({
  title,
  subject,
  author,
  keywords,
  meta,
}: Head): Omit<Workbook, 'paper' | 'date' | 'producer' | 'sheets'> => {
  const properties = [...meta]
    .filter(([name]) => name.startsWith('property:'))
    .map(([name, value]) => [name.slice('property:'.length).trim(), value] as const);
  const footer = { left: meta.get('footer-left') ?? '', center: meta.get('footer-center') ?? '' };
  return { title, subject, author, keywords, footer, properties: Object.fromEntries(properties) };
};

/** The sheets of a body: nothing but tables with a name each. */
const sheetSources = (
  body: MarkupElement,
  report: (diagnostic: Diagnostic) => void,
): readonly SheetSource[] => {
  lintSheetAttributes(body, report);
  const names = new Set<string>();
  for (const child of elementsOf(body)) {
    const name = child.tag === 'table' ? attributeOf(child, 'data-sheet') : null;
    // Excel takes names that differ only in case for the same.
    const folded = name?.toLowerCase();
    if (name === null || folded === undefined)
      report(
        errorAt(
          spotOf(child),
          'markup-structure',
          'A workbook holds nothing but <table data-sheet="…">.',
          'Put the text into a sheet.',
        ),
      );
    else if (names.has(folded))
      report(
        errorAt(
          attributeSpot(child, 'data-sheet'),
          'markup-attribute',
          `There are two sheets \`${name}\`.`,
          'Sheets have names of their own, whatever their case.',
        ),
      );
    else names.add(folded);
  }
  const stray = body.children.find((child) => child.kind === 'text' && child.text.trim() !== '');
  if (stray !== undefined)
    report(
      errorAt(spotOf(stray), 'markup-structure', 'Text stands outside the sheets.', 'Put it into a cell.'),
    );
  if (names.size === 0)
    report(
      errorAt(spotOf(body), 'markup-structure', 'The workbook has no sheet.', 'Add <table data-sheet="…">.'),
    );
  return elementsOf(body)
    .filter((child) => child.tag === 'table' && attributeOf(child, 'data-sheet') !== null)
    .map(sheetSource);
};
