// Head and foot of every hand-drawn page, written when the number of pages is known.
import { CONTENT_WIDTH, FURNITURE, MARGIN, PAGE, runningHead } from '../look.mjs';
import { writeAt } from './pen.mjs';

const HEAD_Y = MARGIN.top / 2 - FURNITURE.size;
const FOOT_Y = PAGE.height - MARGIN.bottom / 2 - FURNITURE.size;

export const drawFurniture = (pen, pack) => {
  const { start, count } = pen.doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pen.doc.switchToPage(page);
    pen.doc.page.margins.bottom = 0; // else text below the margin begins a page
    if (page > 0) writeAt(pen, FURNITURE, runningHead(pack), MARGIN.side, HEAD_Y, { lineBreak: false });
    writeAt(pen, FURNITURE, pack.classification, MARGIN.side, FOOT_Y, { lineBreak: false });
    writeAt(pen, FURNITURE, `Page ${page + 1} of ${count}`, MARGIN.side, FOOT_Y, {
      width: CONTENT_WIDTH,
      align: 'right',
    });
  }
};
