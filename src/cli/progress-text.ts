// Progress in words: how many of how many, how fast, and how long it will take.

/** `seconds` since the run began. */
export type Tally = {
  readonly built: number;
  readonly 'up-to-date': number;
  readonly failed: number;
  readonly total: number;
  readonly seconds: number;
};

/** `[#########           ] 225/500  3 failed  4.1/s  1 min 7 s left` */
export const barText = (tally: Tally): string => {
  const done = doneOf(tally);
  const filled = tally.total === 0 ? WIDTH : Math.floor((done / tally.total) * WIDTH);
  const parts = [
    `[${'#'.repeat(filled).padEnd(WIDTH)}] ${done}/${tally.total}`,
    ...(tally.failed === 0 ? [] : [`${tally.failed} failed`]),
    ...paceOf(tally),
  ];
  return parts.join('  ');
};

const WIDTH = 20;

/** `225 of 500 teams: 200 built, 22 up to date, 3 failed; 4.1/s, 1 min 7 s left` */
export const progressText = (tally: Tally): string => {
  const pace = paceOf(tally).join(', ');
  return `${doneOf(tally)} of ${tally.total} teams: ${countsText(tally)}${pace === '' ? '' : `; ${pace}`}`;
};

/** `48 built, 1 up to date, 1 failed` */
export const countsText = (counts: Omit<Tally, 'total' | 'seconds'>): string => {
  const parts = [
    [counts.built, 'built'],
    [counts['up-to-date'], 'up to date'],
    [counts.failed, 'failed'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return told.length === 0 ? 'none' : told.join(', ');
};

const doneOf = (tally: Tally): number => tally.built + tally['up-to-date'] + tally.failed;

/** What is up to date takes next to no time, so the pace is that of the others. Nothing before there is a pace. */
const paceOf = (tally: Tally): readonly string[] => {
  const worked = tally.built + tally.failed;
  if (worked === 0 || tally.seconds <= 0) return [];
  const rate = worked / tally.seconds;
  const left = Math.ceil((tally.total - doneOf(tally)) / rate);
  return [`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`, `${durationText(left)} left`];
};

const durationText = (seconds: number): string => {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};
