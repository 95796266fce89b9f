// The hand-drawn cover.
import { CONTENT_WIDTH, COVER, FURNITURE, KEY, MARGIN, PADDING, RULE, runningHead, TEXT } from '../look.mjs';
import { heightOf, newPage, rule, write, writeAt } from './pen.mjs';

const KEY_WIDTH = CONTENT_WIDTH * 0.2;

const drawKey = (pen, { name, value }) => {
  const y = pen.y + PADDING.y;
  const width = CONTENT_WIDTH - KEY_WIDTH - 2 * PADDING.x;
  writeAt(pen, KEY, name, MARGIN.side + PADDING.x, y, { width: KEY_WIDTH - 2 * PADDING.x });
  writeAt(pen, TEXT, value, MARGIN.side + KEY_WIDTH + PADDING.x, y, { width });
  pen.y = y + heightOf(pen, TEXT, value, width) + PADDING.y;
  rule(pen, pen.y, 0.5, RULE);
};

export const drawCover = (pen, pack) => {
  newPage(pen);
  write(pen, COVER.organisation, pack.organisation);
  pen.y += 96;
  write(pen, COVER.kind, pack.kind);
  pen.y += 6;
  write(pen, COVER.title, pack.title);
  pen.y += 6;
  write(pen, COVER.period, pack.period);
  pen.y += 36;
  write(pen, FURNITURE, runningHead(pack));
  pen.y += 6;
  write(pen, TEXT, pack.summary);
  pen.y += 36;
  for (const key of pack.keys) drawKey(pen, key);
};
