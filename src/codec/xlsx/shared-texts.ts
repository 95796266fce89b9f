// The texts that cells share, and rich texts: runs joined, how they look and are pronounced left out.
import { decodeCellText } from './cell-text.ts';
import { MOST_CELLS } from './limits.ts';
import type { ReadValue } from './read-workbook.ts';
import { XlsxRefused } from './refused.ts';
import { readXml } from './xml.ts';

export const EMPTY: ReadValue = { kind: 'empty' };

/** A text's value. An empty text is no value: programs drop it when they save. */
export const textValue = (text: string): ReadValue => (text === '' ? EMPTY : { kind: 'text', text });

/** In the order that cells count them in. */
export const readSharedTexts = (part: string, bytes: Uint8Array): readonly ReadValue[] => {
  const values: ReadValue[] = [];
  let text = '';
  let piece: string | null = null;
  readXml(part, bytes, {
    open: (name, _, parent) => {
      if (name === 'si') text = '';
      if (name === 't' && (parent === 'si' || parent === 'r')) piece = '';
    },
    text: (more) => {
      if (piece !== null) piece += more;
    },
    close: (name) => {
      if (name === 't' && piece !== null) {
        text += decodeCellText(piece);
        piece = null;
      }
      if (name !== 'si') return;
      values.push(textValue(text));
      if (values.length > MOST_CELLS)
        throw new XlsxRefused(
          `It has more than ${MOST_CELLS} texts.`,
          'Remove sheets that do not belong here.',
        );
    },
  });
  return values;
};
