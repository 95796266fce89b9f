// Status marks: one drawn shape per word, told apart without colour. Each is drawn in a box of 16 by 16 with the colour of
// its class, so that the theme can colour it.

const disc = '<circle cx="8" cy="8" r="7" fill="currentColor" stroke="none"/>';
const ring = '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>';
const square =
  '<rect x="1.75" y="1.75" width="12.5" height="12.5" fill="none" stroke="currentColor" stroke-width="1.5"/>';
const solid = '<rect x="1" y="1" width="14" height="14" fill="currentColor" stroke="none"/>';
const line = (d: string, color = 'currentColor'): string =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="1.75"/>`;
const area = (d: string, color = 'currentColor'): string => `<path d="${d}" fill="${color}" stroke="none"/>`;

const TICK = 'M4.2 8.2 L7 11 L11.9 5.4';
const CROSS = 'M5 5 L11 11 M11 5 L5 11';
const TRIANGLE = 'M8 1.5 L15 14.5 L1 14.5 Z';
const bars = (filled: number): string =>
  [0, 1, 2, 3]
    .map((index) => {
      const [x, height] = [1 + index * 3.75, 3.5 * (index + 1)];
      const paint =
        index < filled
          ? 'fill="currentColor" stroke="none"'
          : 'fill="none" stroke="currentColor" stroke-width="0.6"';
      return `<rect x="${x}" y="${15 - height}" width="2.75" height="${height}" ${paint}/>`;
    })
    .join('');

/** The shapes by word: results, coverages, statuses, severities, and a few states of dates and files. */
export const MARKS: Readonly<Record<string, string>> = {
  supported: disc + line(TICK, '#ffffff'),
  'partly-supported': ring + area('M8 1.75 A6.25 6.25 0 0 1 8 14.25 Z'),
  unsupported: solid + line(CROSS, '#ffffff'),
  'not-applicable': ring + line('M4.5 8 L11.5 8'),
  'not-answered': ring,
  're-opened': line('M13.5 8 A5.5 5.5 0 1 1 11.2 3.5') + area('M10.2 0.6 L15 3.4 L10.6 6.4 Z'),
  covered: disc + line(TICK, '#ffffff'),
  'partly-covered': ring + area('M8 1.75 A6.25 6.25 0 0 1 8 14.25 Z'),
  'not-covered': solid + line(CROSS, '#ffffff'),
  implemented: disc + line(TICK, '#ffffff'),
  partial: ring + area('M8 1.75 A6.25 6.25 0 0 1 8 14.25 Z'),
  planned: ring + line('M8 4 L8 8.4 L11 10'),
  alternative: area('M8 1 L15 8 L8 15 L1 8 Z'),
  'not-implemented': solid + line(CROSS, '#ffffff'),
  low: bars(1),
  moderate: bars(2),
  high: bars(3),
  critical: bars(4),
  'risk-accepted': area(TRIANGLE) + line('M8 6 L8 10.4 M8 11.6 L8 13.2', '#ffffff'),
  overdue: ring + line('M8 3.8 L8 8.6 M8 10.4 L8 12.2'),
  open: square,
  done: square + line(TICK),
  cancelled: square + line(CROSS),
};
