// A provider's page, read into a model and a report of what came of it: blocks, dialects, names, identity. What is left out of the model is told.
import type { ImportReport, LeftOut } from '../model/import-report.ts';
import type { Model } from '../model/model.ts';
import { type Claimed, type Claims, claimsOf } from './claims.ts';
import { importReport } from './import-account.ts';
import { importErrors } from './import-errors.ts';
import { leftOut, leftOutWarnings, shownLeftOut } from './left-out.ts';
import { matrixAreas, matrixLeftOut, titlesLeftOut } from './matrices.ts';
import { noDuties } from './no-duties.ts';
import { plainText } from './page/markup.ts';
import type { Page } from './page/page.ts';
import { scanPage } from './page/scan.ts';
import { sectionsOf, titledSections } from './page/section.ts';
import { assumedWarning } from './page-day.ts';
import { aboutPage, type ImportOptions, modelOf, nameOfPage, titleOfPage } from './page-model.ts';
import { elsewhereWarnings, noDutiesOfKind } from './page-trouble.ts';
import { pageNames } from './providers/assumed-provider.ts';
import type { PageContext, RawResource } from './providers/dialect.ts';
import { type RawAreas, rawAreas } from './raw-areas.ts';
import type { Reading, SourceFile } from './reading.ts';
import { remarkWarnings } from './remarks.ts';
import { sift } from './sift.ts';
import { silentAreas } from './silent-areas.ts';
import { inOrder, isSourceText, sourceText } from './source-text.ts';
import { nameWarning, unknownNames } from './unknown-names.ts';

const MEGABYTES = 50;

/** `value` is the model; `report` is null when the file is no text that could be a page. */
export type PageReading = Reading<Model> & { readonly report: ImportReport | null };

/** Reads a provider's page. Never throws on what a page holds; what a person has to look at comes as warnings with lines, and the report accounts for all of it. */
export const importPage = (file: SourceFile, given: ImportOptions): PageReading => {
  const source = sourceText(file, MEGABYTES);
  if (!isSourceText(source)) return { value: null, diagnostics: [source], report: null };
  const page = scanPage(source.text);
  const sections = titledSections(sectionsOf(page), nameOfPage(page, file));
  const { names, trouble } = pageNames({ page, sections, text: source.text }, given);
  const options = { ...given, names };
  const context: PageContext = { names, title: plainText(titleOfPage(page)), sections };
  const about = aboutPage(page, file, options);
  const claims = sift(claimsOf(context), context, ownService(about.own, context));
  const { raw, left, checked } = broughtTogether(page, claims, context);
  const refusal = givesNothing(raw) ? (noDutiesOfKind(page) ?? noDuties(page, left, names)) : trouble;
  const errors = importErrors(source, page, raw, about.dated.day, refusal);
  const { day, assumed } = about.dated;
  const model = day === null || errors.length > 0 ? null : modelOf(raw, { ...about, revision: day }, options);
  const unknown = unknownNames({ page, areas: raw.areas, claimed: claims.claimed }, names);
  const warnings = [
    ...elsewhereWarnings(source, page),
    ...leftOutWarnings(source, left),
    ...remarkWarnings(source, claims.claimed),
    ...(model === null ? [] : unknown.map((one) => nameWarning(source, one))),
    ...(model !== null && assumed ? [assumedWarning(source, model.revision)] : []),
  ];
  return {
    value: model,
    diagnostics: inOrder([...errors, ...warnings]),
    report: importReport(file, {
      ...{ claims, raw, checked, own: about.own, leftOut: left, unknownNames: unknown, model, names },
      known: given.known ?? null,
    }),
  };
};

/** The service that the page is about, where the names file knows it. */
const ownService = (own: ReadonlySet<string>, { names }: PageContext): string | null =>
  [...own].find((id) => Object.hasOwn(names.services, id)) ?? null;

type Together = {
  readonly raw: RawAreas;
  readonly left: readonly LeftOut[];
  /** Claims whose matrices are held against the duties. */
  readonly checked: readonly Claimed[];
};

/** Matrices make areas only where nothing else does, and then there is nothing to hold them against. */
const broughtTogether = (page: Page, claims: Claims, { names, sections }: PageContext): Together => {
  const fromDuties = rawAreas(page, sections, claims.claimed, names);
  const byMatrix = givesNothing(fromDuties) && claims.claimed.some(({ matrix }) => matrix !== undefined);
  const raw = byMatrix ? matrixAreas(claims.claimed, sections) : fromDuties;
  const areas = new Set(fromDuties.areas.map(({ title }) => title.line));
  const others = [
    ...matrixLeftOut(claims.claimed, byMatrix),
    ...(byMatrix ? titlesLeftOut(claims) : []),
    ...silentAreas(sections, areas),
  ];
  const left = allLeftOut(claims, fromDuties.homeless, others).map((one) => shownLeftOut(one, names));
  return { raw, left, checked: byMatrix ? [] : claims.claimed };
};

const givesNothing = ({ areas }: RawAreas): boolean =>
  areas.every(({ resources }) =>
    resources.every(
      ({ provider, customer, allocation, raci }) =>
        provider.length === 0 && customer.length === 0 && allocation === null && raci === null,
    ),
  );

const allLeftOut = (
  { claimed, leftOut: unclaimed }: Claims,
  homeless: readonly RawResource[],
  others: readonly LeftOut[],
): readonly LeftOut[] => {
  const all = [
    ...unclaimed,
    ...claimed.flatMap((claim) => claim.leftOut),
    ...homeless.flatMap(({ title, provider, customer }) =>
      [...(title === null ? [] : [title]), ...provider, ...customer].map(({ line, text }) =>
        leftOut(line, 'no-area', text),
      ),
    ),
    ...others,
  ];
  return all.sort((a, b) => a.line - b.line);
};
