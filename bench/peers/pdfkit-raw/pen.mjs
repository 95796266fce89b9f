// The pen of the hand-drawn pages: where it stands, and text in a face of the look.
import { FONTS } from '../../places.mjs';
import { ACCENT, CONTENT_WIDTH, H1, MARGIN, PAGE } from '../look.mjs';

export const TOP = MARGIN.top;
export const BOTTOM = PAGE.height - MARGIN.bottom;

export const newPage = (pen) => {
  pen.doc.addPage();
  pen.page += 1;
  pen.y = TOP;
};

const take = (pen, face) => pen.doc.font(FONTS[face.font]).fontSize(face.size);

export const heightOf = (pen, face, text, width) =>
  take(pen, face).heightOfString(text, { width, lineGap: face.gap });

/** Text at a place; gives the y below it. */
export const writeAt = (pen, face, text, x, y, options) => {
  take(pen, face)
    .fillColor(face.color)
    .text(text, x, y, { lineGap: face.gap, ...options });
  return pen.doc.y;
};

/** A paragraph over the whole width at the pen, which moves below it. */
export const write = (pen, face, text, options = {}) => {
  pen.y = writeAt(pen, face, text, MARGIN.side, pen.y, { width: CONTENT_WIDTH, ...options });
};

export const rule = (pen, y, width, color) => {
  pen.doc.moveTo(MARGIN.side, y).lineTo(MARGIN.side + CONTENT_WIDTH, y);
  pen.doc.lineWidth(width).stroke(color);
};

/** A heading of the first order with the rule below it. */
export const writeH1 = (pen, text, options = {}) => {
  write(pen, H1, text, options);
  rule(pen, pen.y + 6, 1, ACCENT);
  pen.y += 18;
};
