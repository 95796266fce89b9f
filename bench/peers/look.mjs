// The look of template/theme.css as numbers in points, for the engines that are told by code how to draw.
const MM = 72 / 25.4;

export const PAGE = { width: 210 * MM, height: 297 * MM };
export const MARGIN = { top: 24 * MM, side: 20 * MM, bottom: 22 * MM };
export const CONTENT_WIDTH = PAGE.width - 2 * MARGIN.side;

export const INK = '#1b232c';
export const QUIET = '#55606d';
export const ACCENT = '#14406b';
export const RULE = '#c9d1d9';

/** A line of Plex Sans is 1.3 of its size high by its own metrics; the theme asks for more. */
const OWN_LINE = 1.3;
const face = (font, size, color, line = 1.45) => ({ font, size, color, gap: size * (line - OWN_LINE) });

export const TEXT = face('regular', 9.5, INK);
export const STRONG = face('semibold', 9.5, INK);
export const HEAD = face('semibold', 9.5, QUIET);
export const KEY = face('regular', 9.5, QUIET);
export const H1 = face('semibold', 19, ACCENT, 1.2);
export const H2 = face('semibold', 12.5, INK, 1.3);
export const FURNITURE = face('regular', 8, QUIET);
export const COVER = {
  organisation: face('semibold', 12, INK),
  kind: face('regular', 12, QUIET),
  title: face('semibold', 32, ACCENT, 1.15),
  period: face('regular', 15, INK),
};

/** Widths of the duty table's columns, of the content's width. */
export const COLUMNS = [0.19, 0.28, 0.28, 0.25];
export const HEADERS = ['Duty', 'Text', 'Statement', 'Evidence'];
export const PADDING = { x: 6, y: 5 };

export const STATUS = {
  implemented: 'Implemented',
  partial: 'Partial',
  planned: 'Planned',
  alternative: 'Alternative',
};

export const runningHead = (pack) => `${pack.kind}: ${pack.title}, ${pack.period}`;
export const headingOf = (part) => `${part.id} ${part.title}`;
export const answerOf = (duty) => [duty.id, STATUS[duty.status], duty.owner, duty['last-performed']];
export const afterLink = (evidence) => ` ${evidence.title}, ${evidence.at}`;
