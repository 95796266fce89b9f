// Columns that stand beside what a table gives to somebody: numbers, notes, ratings, proofs, kinds. They are told from the words of their
// headers, and where those are unknown from what stands in the column.
import { plainText } from '../page/markup.ts';
import type { Table } from '../page/page.ts';

const NUMBER =
  /^(?:#|nr\.?|no\.?|numbers?|ids?|ref\.?|(?:control|task|activity|row|item) (?:#|no\.?|numbers?|ids?))$/i;
const NOTES =
  /^(?:(?:additional |implementation )?notes?|comments?|remarks?|rationale|(?:cross[- ])?references?|links?|documentation|(?:more|further|additional) information|see also|learn more|guidance|tools?|tooling|contacts?)$/i;
/** How grave, how often, how far; and by what it is shown. */
const RATING =
  /^(?:(?:business|overall|inherent|residual|potential) )?(?:risks?|severity|priority|criticality|impact|likelihood|frequency|cadence|schedule|status|progress|maturity|effort|evidence|proofs?|artifacts?|slas?|time ?frames?|timelines?|due dates?|deadlines?|compliant|audited|last (?:reviewed|updated|changed))(?: (?:levels?|ratings?|scores?|class(?:es)?|assessments?|types?|required|requirements?|examples?|status))?$/i;
/** What a row belongs to. */
const KIND =
  /^(?:(?:compliance|regulatory|security|audit|control|legal|certification|project|lifecycle|life cycle) )?(?:compliance|regulations?|frameworks?|standards?|requirements?|controls?|mappings?|certifications?|phases?|stages?|categor(?:y|ies)|types?|tiers?|tags?|classifications?)(?: (?:requirements?|frameworks?|standards?|references?|mappings?|controls?|types?|ids?|names?))?$/i;

export const isNumber = (header: string): boolean => NUMBER.test(header);
/** Beside whatever the table says, wherever it stands. */
export const isBeside = (header: string): boolean =>
  NUMBER.test(header) || NOTES.test(header) || RATING.test(header);
/** Before what it says, such a column is part of its name; behind it, it stands beside. */
export const isKind = (header: string): boolean => KIND.test(header);

const TELLS =
  /\b(?:descri\w+|details?|definitions?|explanations?|examples?|tasks?|activit(?:y|ies)|responsibilit(?:y|ies)|dut(?:y|ies)|actions?|obligations?|what)\b/i;

/** `texts` say what the table is about, in the order of the page. */
export type TextColumns = { readonly texts: readonly number[]; readonly beside: readonly number[] };

/** All columns but those that say whose it is. Behind these, a column is only read where its header says that it tells more. */
export const textColumns = (table: Table, owners: readonly number[]): TextColumns => {
  const last = owners.at(-1) ?? table.header.length;
  const heads = table.header.map(({ text }) => plainText(text));
  const columns = heads.map((_, column) => column).filter((column) => !owners.includes(column));
  const texts: number[] = [];
  for (const column of columns) {
    const head = heads[column] ?? '';
    const isFirst = texts.length === 0;
    const isBehind =
      !isFirst &&
      ((isKind(head) && !saysMore(table, column, texts[0] ?? 0)) ||
        (column > last && !TELLS.test(head)) ||
        isCategory(table, column));
    if (!isBeside(head) && !isBehind) texts.push(column);
  }
  const only = columns.find((column) => !isNumber(heads[column] ?? '')) ?? columns[0];
  const named = texts.length > 0 || only === undefined ? texts : [only];
  return { texts: named, beside: columns.filter((column) => !named.includes(column)) };
};

/** So many rows are enough to see what a column holds. */
const SAMPLE = 100;
const LONGEST = 40;
const GRADE =
  /^(?:(?:very |extremely )?(?:high|low)|medium|moderate|critical|severe|major|minor|none|yes|no|partial(?:ly)?|full|required|optional|mandatory|recommended|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?|continuous(?:ly)?|ongoing|on demand|as needed|once|per event|done|open|pending|complete|completed|in progress|compliant|n\/?a|p[0-5]|[-–—]|\d{1,4})$/i;

/** `Requirement` may be a number of a norm, or the sentence that the row is about: then it is longer than what names the row. */
const saysMore = ({ rows }: Table, column: number, first: number): boolean => {
  const lengthOf = (at: number): number =>
    rows.slice(0, SAMPLE).reduce((sum, { cells }) => sum + (cells[at]?.text.length ?? 0), 0);
  return lengthOf(column) > lengthOf(first);
};

/** Short values that come again and again, or are grades: a kind of what the row is about, and no duty of anybody. */
const isCategory = ({ rows }: Table, column: number): boolean => {
  const values = rows
    .slice(0, SAMPLE)
    .map(({ cells }) => (cells[column]?.text ?? '').trim())
    .filter((text) => text !== '');
  if (values.length === 0 || values.some((text) => text.length > LONGEST)) return false;
  const texts = values.map((text) => plainText(text).toLowerCase());
  const grades = texts.filter((text) => GRADE.test(text)).length;
  return grades * 5 >= texts.length * 4 || (texts.length > 3 && new Set(texts).size * 2 <= texts.length);
};
