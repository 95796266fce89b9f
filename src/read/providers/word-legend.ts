// A list, a table or a run of paragraphs that explains the words which say whose something is: `Shared: both parties are responsible`.
// It speaks of parties and responsibilities as duties do, and gives nothing to anybody.
import type { Names } from '../../model/names.ts';
import { leftOut } from '../left-out.ts';
import { plainText } from '../page/markup.ts';
import type { Content, Paragraph } from '../page/page.ts';
import { leftOutRow } from './grid.ts';
import { allocationIn } from './holder.ts';
import { namingIn } from './naming.ts';
import type { TableClaim } from './table-claims.ts';

/** All legends among the blocks. */
export const wordLegends = (blocks: readonly Content[], names: Names): readonly TableClaim[] =>
  runsOf(blocks).flatMap((run) => {
    const lines = run.flatMap(linesOf);
    if (lines.length < 2 || lines.length > MOST || !isLegend(lines, names)) return [];
    return [{ blocks: run, resources: [], leftOut: run.flatMap(leftOutOf) }];
  });

const MOST = 12;

/** Paragraphs that stand together; any other block alone. */
const runsOf = (blocks: readonly Content[]): readonly (readonly Content[])[] => {
  const runs: Content[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last !== undefined && isTerm(block) && last.every(isTerm)) last.push(block);
    else runs.push([block]);
  }
  return runs;
};

const isTerm = (block: Content): block is Paragraph =>
  block.kind === 'paragraph' && /^(?:\*\*|__|<strong>|<b>)/.test(block.text);

type Line = { readonly word: string; readonly meaning: string };

const linesOf = (block: Content): readonly Line[] => {
  if (block.kind === 'paragraph') return [lineOf(block.text)];
  if (block.kind === 'list') return block.items.slice(0, MOST + 1).map(({ text }) => lineOf(text));
  if (block.columns !== 2) return [];
  return block.rows.slice(0, MOST + 1).map(({ cells }) => ({
    word: plainText(cells[0]?.text ?? ''),
    meaning: plainText(cells[1]?.text ?? ''),
  }));
};

const lineOf = (raw: string): Line => {
  const text = raw.length > LONGEST ? '' : plainText(raw);
  const [mark] = /\s*[:=–—]\s*|\s-\s/.exec(text) ?? [];
  const [word = '', ...meaning] = mark === undefined ? [] : text.split(mark);
  return { word, meaning: meaning.join(mark) };
};

const LONGEST = 400;

/** Each word once, and more than half of what is said of them says no more than who is responsible. */
const isLegend = (lines: readonly Line[], names: Names): boolean => {
  const holders = lines.map(({ word }) => allocationIn(word, names));
  if (holders.includes(null) || new Set(lines.map(({ word }) => word)).size < lines.length) return false;
  if (new Set(holders).size < 2 || lines.some(({ meaning }) => meaning === '')) return false;
  const general = lines.filter(({ meaning }) => isGeneral(meaning, names)).length;
  const hasOthers = holders.some((one) => one !== 'provider' && one !== 'customer');
  return hasOthers ? general * 2 > lines.length : general === lines.length;
};

const isGeneral = (meaning: string, names: Names): boolean =>
  namingIn(meaning, names).others.every((word) => GENERAL.has(word));

const GENERAL = new Set(
  'action actions activities activity agreed agreement all another any applicable applies apply area areas at based be between boundaries boundary clear clearly collaborate company completely component components contract control controls cooperate defined depending divided each either entirely everything exclusive exclusively execute executed executes external full has have internal involved item items its joint may model neither no not organisation organization organizations other outside participate perform performed performs portion primarily primary related relevant requires resource resources responsible row rows service services share shares specified split splits stay stays task team teams that their there these they this together type under vary varies where within'.split(
    ' ',
  ),
);

const leftOutOf = (block: Content): TableClaim['leftOut'] => {
  if (block.kind === 'table') return block.rows.map((row) => leftOutRow(row, 'legend'));
  const items = block.kind === 'list' ? block.items : [block];
  return items.map(({ line, text }) => leftOut(line, 'legend', plainText(text)));
};
