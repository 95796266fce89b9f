// Medians and ratios.

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The ratio of each round on its own, then their median, so that a slow moment of the machine weighs on both sides alike. */
export const ratio = (ours, theirs) => median(ours.map((one, round) => one / theirs[round]));

/** `list` begun at another member each round, so that nobody always goes first or after the same. */
export const rotated = (list, round) => list.map((_, index) => list[(index + round) % list.length]);
