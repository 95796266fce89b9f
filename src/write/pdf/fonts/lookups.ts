// Which glyphs a font's layout rules may act on, alone or beside each other, as fontkit has read them (OpenType 1.9,
// GSUB and GPOS). Whatever is not understood here counts as acting.

type Coverage =
  | { readonly version: 1; readonly glyphs: readonly number[] }
  | {
      readonly version: 2;
      readonly rangeRecords: readonly GlyphRange[];
    };
/** Null where a font leaves one out. */
type PerhapsCoverage = Coverage | null;
type GlyphRange = { readonly start: number; readonly end: number; readonly startCoverageIndex: number };
type Ligature = { readonly components: readonly number[] };
type Table = {
  readonly version: number;
  readonly coverage: PerhapsCoverage;
  readonly markCoverage: PerhapsCoverage;
  readonly mark1Coverage: PerhapsCoverage;
  readonly ligatureSets: { get(index: number): readonly Ligature[] };
  /** Of context rules by coverage. */
  readonly coverages: readonly PerhapsCoverage[];
  readonly backtrackCoverage: readonly PerhapsCoverage[];
  readonly inputCoverage: readonly PerhapsCoverage[];
  readonly lookaheadCoverage: readonly PerhapsCoverage[];
};
type Subtable = Table & { readonly lookupType?: number; readonly extension?: Table };
type Lookup = {
  readonly lookupType: number;
  readonly flags: {
    readonly flags: { readonly ignoreBaseGlyphs: boolean; readonly ignoreLigatures: boolean };
  };
  readonly subTables: readonly Subtable[];
};

/** What fontkit has read of GSUB or GPOS, for the script it shaped last. */
export type Processor = {
  lookupsForFeatures(features: readonly string[]): readonly { readonly lookup: Lookup }[];
};

/** Whether a rule may act on a glyph whatever stands beside it, or on one because of the other to its right. */
export type Rules = {
  readonly alone: (glyph: number) => boolean;
  readonly pair: (left: number, right: number) => boolean;
};

const NEVER = (): boolean => false;
const NOTHING: Rules = { alone: NEVER, pair: NEVER };
const ANYTHING: Rules = { alone: () => true, pair: () => true };

/** Rules that put other glyphs in the place of some. */
export const substitutionRules = (processor: Processor, features: readonly string[]): Rules =>
  joined(processor, features, (type, table) => {
    switch (type) {
      case 1:
      case 2:
      case 3:
        return onGlyphsOf(table.coverage);
      case 4:
        return ligatureRules(table);
      case 5:
        return contextRules(table);
      case 6:
        return chainRules(table);
      default:
        return ANYTHING;
    }
  });

/** Rules that move glyphs, but for those that look at a glyph or at a pair and nothing else: those can be tried out. */
export const positionRules = (processor: Processor, features: readonly string[]): Rules =>
  joined(processor, features, (type, table) => {
    switch (type) {
      case 1:
      case 2:
        return NOTHING;
      case 3:
        return onGlyphsOf(table.coverage);
      case 4:
      case 5:
        return onGlyphsOf(table.markCoverage);
      case 6:
        return onGlyphsOf(table.mark1Coverage);
      case 7:
        return contextRules(table);
      case 8:
        return chainRules(table);
      default:
        return ANYTHING;
    }
  });

function joined(
  processor: Processor,
  features: readonly string[],
  rulesOf: (type: number, table: Table) => Rules,
): Rules {
  const all = processor.lookupsForFeatures(features).flatMap(({ lookup }) => {
    const { ignoreBaseGlyphs, ignoreLigatures } = lookup.flags.flags;
    // Such rules look past letters, so that what acts need not stand side by side.
    if (ignoreBaseGlyphs || ignoreLigatures) return [ANYTHING];
    return Array.from(lookup.subTables, (table) =>
      table.extension !== undefined && table.lookupType !== undefined
        ? rulesOf(table.lookupType, table.extension)
        : rulesOf(lookup.lookupType, table),
    );
  });
  return eitherOf(all);
}

/** Acts where one of them does. */
export const eitherOf = (all: readonly Rules[]): Rules => ({
  alone: (glyph) => all.some((rules) => rules.alone(glyph)),
  pair: (left, right) => all.some((rules) => rules.pair(left, right)),
});

const onGlyphsOf = (coverage: PerhapsCoverage): Rules => ({
  alone: (glyph) => placeIn(coverage, glyph) >= 0,
  pair: NEVER,
});

const onPairsOf = (left: readonly PerhapsCoverage[], right: PerhapsCoverage): Rules => ({
  alone: NEVER,
  pair: (a, b) => placeIn(right, b) >= 0 && left.some((coverage) => placeIn(coverage, a) >= 0),
});

/** A ligature begins with two glyphs side by side, however many it joins. */
function ligatureRules(table: Table): Rules {
  const beginning = (glyph: number): readonly Ligature[] => {
    const place = placeIn(table.coverage, glyph);
    return place < 0 ? [] : table.ligatureSets.get(place);
  };
  return {
    alone: (glyph) => beginning(glyph).some(({ components }) => components.length === 0),
    pair: (left, right) => beginning(left).some(({ components }) => components[0] === right),
  };
}

function contextRules(table: Table): Rules {
  if (table.version !== 3) return onGlyphsOf(table.coverage);
  const [first, second] = table.coverages;
  if (first === undefined) return ANYTHING;
  return second === undefined ? onGlyphsOf(first) : onPairsOf([first], second);
}

/** A rule with several places cannot act where two neighbours among them are not as it wants. */
function chainRules(table: Table): Rules {
  if (table.version !== 3) return onGlyphsOf(table.coverage);
  const { backtrackCoverage, lookaheadCoverage } = table;
  const [first, second = lookaheadCoverage[0]] = table.inputCoverage;
  if (first === undefined) return ANYTHING;
  if (second !== undefined) return onPairsOf([first], second);
  return backtrackCoverage.length > 0 ? onPairsOf(backtrackCoverage, first) : onGlyphsOf(first);
}

/** The place of a glyph in a coverage table; -1: it is not in it. A table that is missing may hold anything. */
function placeIn(coverage: PerhapsCoverage, glyph: number): number {
  if (coverage === null) return 0;
  if (coverage.version === 1) return coverage.glyphs.indexOf(glyph);
  const range = coverage.rangeRecords.find(({ start, end }) => start <= glyph && glyph <= end);
  return range === undefined ? -1 : range.startCoverageIndex + glyph - range.start;
}
