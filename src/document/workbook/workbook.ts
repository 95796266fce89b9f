// A rendered workbook template to the workbook that the spreadsheet writer fills.
import type { Sheet, Workbook, WorkbookAbout } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { once } from '../once.ts';
import { attributeOf, attributeSpot, elementsOf, type MarkupElement, spotOf } from '../parse/tree.ts';
import { refuse, refuseIfAny } from '../refuse.ts';
import { placeCache, type Rendered } from '../render/rendered.ts';
import { errorAt } from '../source-text.ts';
import { makeCascade } from '../style/cascade.ts';
import type { Styled } from '../style/sheet.ts';
import type { Styles } from '../style/styles.ts';
import { producerOf } from '../tree/document.ts';
import { type Head, readHead } from '../tree/head.ts';
import { openPage } from '../tree/open-page.ts';
import { continuedSource, newContinued } from './continued.ts';
import type { SheetLimits } from './limits.ts';
import { lintSheetAttributes } from './lint-attributes.ts';
import { makeBook } from './make-book.ts';
import { type OwnText, ownText } from './own-text.ts';
import { type Part, planSheet } from './plan.ts';
import { type SheetBuilder, sheetOf } from './sheet.ts';
import { isOn } from './sheet-attributes.ts';
import { type SheetSource, sheetSource } from './sheet-source.ts';

type Tell = (diagnostic: Diagnostic) => void;

/** Throws `template-invalid` with all that is wrong with markup, styles and what a worksheet cannot hold. */
export const buildWorkbook = (
  template: string,
  rendered: Rendered,
  styles: Styles,
  about: WorkbookAbout,
  limits: SheetLimits,
): Workbook => {
  const diagnostics: Diagnostic[] = [];
  const tell = once(diagnostics);
  const cascade = makeCascade(styles.sheet, tell);
  const open = openPage(rendered, cascade, tell);
  if (open === null) return refuse(template, diagnostics);
  const page = { ...open.body, children: [...open.nodes] };
  const head = readHead(open.html, tell);
  const own = ownText(rendered);
  const sources = sheetSources(page, own, tell);
  const continued = continuedSource(sources, tell);
  const plans = sources
    .filter((source) => !source.continued)
    .map((source) => planSheet(source, limits, continued !== null, tell));
  const builder: SheetBuilder = {
    cascade,
    own,
    book: makeBook(plans, tell),
    limits,
    continued: continued === null ? null : newContinued(continued, limits),
    place: placeCache(),
    report: tell,
  };
  const sheets = sheetsOf(sources, plans, open.own, builder);
  lintSheets(sheets, sources, tell);
  refuseIfAny(template, diagnostics);
  const { paper } = about.maker.template;
  const names = [...builder.book.names].map(([name, { refersTo }]) => ({ name, refersTo }));
  const made = { paper, date: about['as-of'], producer: producerOf(about) };
  return { ...aboutOf(head), ...made, names, sheets };
};

/** The sheets in the template's order. What does not fit is known when all others are built. */
const sheetsOf = (
  sources: readonly SheetSource[],
  plans: readonly (readonly Part[])[],
  body: Styled,
  builder: SheetBuilder,
): readonly Sheet[] => {
  const { continued } = builder;
  for (const parts of plans)
    for (const [index, part] of parts.slice(1).entries()) {
      const before = parts[index];
      if (before !== undefined) continued?.goesOn(before, part);
    }
  const build = (parts: readonly Part[]): readonly Sheet[] =>
    parts.map((part) => sheetOf(part, body, builder));
  const built = new Map(plans.map((parts) => [parts[0]?.source, build(parts)]));
  return sources.flatMap((source) =>
    source === continued?.source ? build(continued.parts()) : (built.get(source) ?? []),
  );
};

/** What is wrong with the sheets together: names that came twice as sheets went on, and nothing to see. */
const lintSheets = (sheets: readonly Sheet[], sources: readonly SheetSource[], report: Tell): void => {
  const [first] = sources;
  const seen = new Set<string>();
  for (const { name } of sheets) {
    const folded = name.toLowerCase();
    const named = sources.filter((source) => source.name.toLowerCase() === folded);
    const [source = first] = named;
    // Two that were written so have been told of.
    if (seen.has(folded) && named.length < 2 && source !== undefined) report(twoSheets(source.table, name));
    seen.add(folded);
  }
  const shown = sources.some(({ table, continued }) => !continued && !isOn(table, 'data-hidden'));
  if (first !== undefined && !shown)
    report(
      errorAt(
        attributeSpot(first.table, 'data-hidden'),
        'markup-structure',
        'No sheet of the workbook is shown.',
        'Take `data-hidden` out of one of them.',
      ),
    );
};

const twoSheets = (table: MarkupElement, name: string): Diagnostic =>
  errorAt(
    attributeSpot(table, 'data-sheet'),
    'markup-attribute',
    `There are two sheets \`${name}\`.`,
    'Sheets have names of their own, whatever their case.',
  );

const aboutOf = ({
  title,
  subject,
  author,
  keywords,
  meta,
}: Head): Omit<Workbook, 'paper' | 'date' | 'producer' | 'names' | 'sheets'> => {
  const properties = [...meta]
    .filter(([name]) => name.startsWith('property:'))
    .map(([name, value]) => [name.slice('property:'.length).trim(), value] as const);
  const at = (name: string): string => meta.get(name) ?? '';
  return {
    title,
    subject,
    author,
    keywords,
    header: { left: at('header-left'), center: at('header-center'), right: at('header-right') },
    footer: { left: at('footer-left'), center: at('footer-center') },
    properties: Object.fromEntries(properties),
  };
};

/** The sheets of a body: nothing but tables with a name each. */
const sheetSources = (body: MarkupElement, own: OwnText, report: Tell): readonly SheetSource[] => {
  lintSheetAttributes(body, own, report);
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
    else if (names.has(folded)) report(twoSheets(child, name));
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
    .map((table) => sheetSource(table, report));
};
