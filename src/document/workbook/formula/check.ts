// What a formula refers to must be there, and stand where a spreadsheet program reckons with it as written.
import { didYouMean } from '../../did-you-mean.ts';
import type { Book, Keys } from './book.ts';
import { type Formula, type FormulaCall, type FormulaFault, fault, type Stretch } from './formula.ts';
import { splitFaults } from './split.ts';

/** What surrounds a value: `direct`, it is a call's own value; `inside`, it is part of one of SUMPRODUCT's. */
type Surroundings = { readonly call: FormulaCall | null; readonly direct: boolean; readonly inside: boolean };
type World = { readonly book: Book; readonly keys: Keys; readonly faults: FormulaFault[] };

/** All faults of the references of a formula on a sheet whose columns have these keys. */
export const checkFormula = (formula: Formula, book: Book, keys: Keys): readonly FormulaFault[] => {
  const world: World = { book, keys, faults: [] };
  check(formula, { call: null, direct: false, inside: false }, world);
  return world.faults;
};

const check = (formula: Formula, around: Surroundings, world: World): void => {
  const within = { ...around, direct: false };
  switch (formula.kind) {
    case 'constant':
      break;
    case 'call':
      checkCall(formula, around, world);
      break;
    case 'between':
      check(formula.left, within, world);
      check(formula.right, within, world);
      break;
    case 'before':
    case 'after':
      check(formula.value, within, world);
      break;
    case 'group':
      check(formula.value, around, world);
      break;
    default:
      checkReference(formula, around, world);
  }
};

const checkCall = (call: FormulaCall, around: Surroundings, world: World): void => {
  const { over, name } = call.row;
  const takes = over === 'range' || over === 'sum';
  const inner: Surroundings = takes
    ? { call, direct: true, inside: name === 'SUMPRODUCT' }
    : { call: around.call, direct: false, inside: around.inside && over === 'each' };
  for (const value of call.values) check(value, inner, world);
  world.faults.push(...splitFaults(call, world.book));
};

type Reference = Extract<Formula, { kind: 'name' | 'column' | 'beside' | 'cell' | 'cells' }>;

const checkReference = (reference: Reference, around: Surroundings, world: World): void => {
  const { book, keys, faults } = world;
  const missing = missingFault(reference, book, keys);
  if (missing !== null) faults.push(missing);
  else if (isMany(reference, book) && !around.direct && !around.inside)
    faults.push(
      fault(
        reference.at,
        'Here stands one value, and this is many cells.',
        'Give it to a function that takes ranges, such as COUNTIF, or reckon with it inside SUMPRODUCT.',
      ),
    );
};

/** True for a reference to more than one cell. */
const isMany = (reference: Reference, { names }: Book): boolean =>
  reference.kind === 'column' ||
  reference.kind === 'cells' ||
  (reference.kind === 'name' && names.get(reference.name)?.kind === 'column');

const missingFault = (reference: Reference, book: Book, keys: Keys): FormulaFault | null => {
  const { at } = reference;
  switch (reference.kind) {
    case 'name':
      return nameFault(reference.name, at, book);
    case 'column':
      return columnFault(reference.table, reference.key, at, book);
    case 'beside':
      return keyFault(reference.key, at, 'This sheet', [...keys.keys()]);
    case 'cell':
      return idFault(reference.id, at, book);
    case 'cells':
      return (
        idFault(reference.from, at, book) ?? idFault(reference.to, at, book) ?? rangeFault(reference, book)
      );
  }
};

const nameFault = (name: string, at: Stretch, { names, tables }: Book): FormulaFault | null => {
  if (names.has(name)) return null;
  const hint = tables.has(name)
    ? `It is a table: write \`${name}[key]\` for one of its columns.`
    : didYouMean(name, [...names.keys()], 'Give a cell or a column `data-name`, or put texts in quotes.');
  return fault(at, `No cell and no column has the name \`${name.slice(0, 80)}\`.`, hint);
};

const columnFault = (table: string, key: string, at: Stretch, { tables }: Book): FormulaFault | null => {
  const found = tables.get(table);
  if (found !== undefined) return keyFault(key, at, `The table \`${table}\``, [...found.columns.keys()]);
  const hint = didYouMean(table, [...tables.keys()], 'Give the sheet `data-table`.');
  return fault(at, `There is no table \`${table.slice(0, 80)}\`.`, hint);
};

const keyFault = (key: string, at: Stretch, where: string, known: readonly string[]): FormulaFault | null => {
  if (known.includes(key)) return null;
  const hint = didYouMean(key, known, 'Give its <col> `data-key`.');
  return fault(at, `${where} has no column \`${key.slice(0, 80)}\`.`, hint);
};

/** How many ids are compared for a hint. */
const MOST_COMPARED = 2000;

const idFault = (id: string, at: Stretch, { ids }: Book): FormulaFault | null => {
  if (ids.has(id)) return null;
  const hint = didYouMean(id, [...ids.keys()].slice(0, MOST_COMPARED), 'Give the cell that id.');
  return fault(at, `No cell has the id \`${id.slice(0, 80)}\`.`, hint);
};

const rangeFault = (
  { from, to, at }: Extract<Reference, { kind: 'cells' }>,
  { ids }: Book,
): FormulaFault | null => {
  const [a, b] = [ids.get(from), ids.get(to)];
  if (a?.sheet === b?.sheet && (a?.row ?? 0) <= (b?.row ?? 0) && (a?.column ?? 0) <= (b?.column ?? 0))
    return null;
  return fault(
    at,
    `\`#${from}\` and \`#${to}\` are no corners of one range.`,
    'The first stands above or left of the second, on the same sheet.',
  );
};
