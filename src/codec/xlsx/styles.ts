// Of a workbook's styles, the two that change what a cell means: its number format and whether it is locked.
import { LONGEST_FORMAT } from './limits.ts';
import { formatCode, GENERAL, isDateFormat } from './number-format.ts';
import { XlsxRefused } from './refused.ts';
import { isOff, readXml } from './xml.ts';

export type ReadStyle = {
  readonly format: string;
  /** Numbers are days. */
  readonly dated: boolean;
  readonly unlocked: boolean;
};

export const PLAIN: ReadStyle = { format: GENERAL, dated: false, unlocked: false };

/** By the number that cells name. Whether `applyProtection` is there plays no part: programs go by what the style says. */
export const readStyles = (part: string, bytes: Uint8Array): readonly ReadStyle[] => {
  const custom = new Map<number, string>();
  const found: { readonly id: number; unlocked: boolean }[] = [];
  let inCells = false;
  readXml(part, bytes, {
    open: (name, attributes, parent) => {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt' && parent === 'numFmts')
        custom.set(Number(attributes.numFmtId), checkedCode(attributes.formatCode ?? GENERAL));
      if (name === 'xf' && parent === 'cellXfs')
        found.push({ id: Number(attributes.numFmtId ?? 0), unlocked: false });
      const last = found.at(-1);
      if (inCells && name === 'protection' && parent === 'xf' && last !== undefined)
        last.unlocked = isOff(attributes.locked);
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return found.map(({ id, unlocked }) => {
    const format = formatCode(id, custom);
    return { format, dated: isDateFormat(format), unlocked };
  });
};

const checkedCode = (code: string): string => {
  if (code.length > LONGEST_FORMAT)
    throw new XlsxRefused(`A number format has more than ${LONGEST_FORMAT} characters.`);
  return code;
};
