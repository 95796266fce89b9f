// A cell cut at the labels in it: `**Nimbus responsibilities:**`, then what Nimbus does, then the next label.
import type { LeftOut, LeftOutReason } from '../../model/import-report.ts';
import type { Names } from '../../model/names.ts';
import { saysNothing } from '../empty-text.ts';
import { leftOut } from '../left-out.ts';
import { itemsOf } from '../page/cell.ts';
import { type CellLine, cellLines } from '../page/cell-lines.ts';
import { plainText } from '../page/markup.ts';
import type { Cell } from '../page/page.ts';
import type { KeyedText } from './dialect.ts';
import { type Holder, holderOf } from './holder.ts';

export type CellPart = {
  /** Whom the label above names; null for what stands under no label. */
  readonly label: Holder | null;
  readonly items: readonly KeyedText[];
  /** Items that say that there is nothing. */
  readonly nothing: readonly KeyedText[];
};

/** In the order of the cell; parts without any text are not given. */
export const cellParts = (cell: Cell, names: Names): readonly CellPart[] => {
  const groups: { readonly label: Holder | null; readonly lines: CellLine[] }[] = [
    { label: null, lines: [] },
  ];
  for (const line of cellLines(cell.text)) {
    const label = labelOf(line.text, names);
    if (label === null) groups.at(-1)?.lines.push(line);
    else
      groups.push({ label: label.holder, lines: label.rest === '' ? [] : [{ ...line, text: label.rest }] });
  }
  return groups.flatMap(({ label, lines }) => {
    const texts = itemsOf(lines).map((text) => ({ line: cell.line, text }));
    const isNothing = ({ text }: KeyedText): boolean => saysNothing(text, names);
    return texts.length === 0
      ? []
      : [{ label, items: texts.filter((one) => !isNothing(one)), nothing: texts.filter(isNothing) }];
  });
};

const BOLD = /^(?:[-•]\s+)?(?:\*\*([^*]+)\*\*|__([^_]+)__|<(?:strong|b)>([^<]+)<\/(?:strong|b)>)(.*)$/;
/** A line of its own in whatever emphasis, or with a colon at its end. */
const WHOLE = /^(?:\*([^*]+)\*|_([^_]+)_|<em>([^<]+)<\/em>|([^:]+:))$/;

type Label = { readonly holder: Holder; readonly rest: string };

const labelOf = (line: string, names: Names): Label | null => {
  const bold = BOLD.exec(line);
  const whole = bold ?? WHOLE.exec(line);
  if (whole === null) return null;
  const label = (whole[1] ?? whole[2] ?? whole[3] ?? whole[4] ?? '').trim();
  const behind = bold === null ? '' : (whole[4] ?? '').trim();
  const rest = behind.replace(/^[:–—-]\s*/, '');
  if (behind !== '' && rest === behind && !/[:–—-]$/.test(label)) return null;
  const holder = holderOf(plainText(label), names);
  return holder === null ? null : { holder, rest };
};

/** A part put aside; what it says nothing with is that and no more. */
export const leftOutPart = ({ items, nothing }: CellPart, reason: LeftOutReason): readonly LeftOut[] => [
  ...items.map(({ line, text }) => leftOut(line, reason, text)),
  ...nothing.map(({ line, text }) => leftOut(line, 'says-nothing', text)),
];
