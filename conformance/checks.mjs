// What a step answers with: checks, each passed, failed, or only reported, with a line that says on what grounds.

/** `what` was asked; `faults` are the ways in which it does not hold, none when it does; `grounds` is printed when it holds. */
export const check = (what, faults, grounds) =>
  faults.length === 0
    ? { what, verdict: 'passed', detail: grounds }
    : {
        what,
        verdict: 'failed',
        detail: `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}: ${listed(faults)}`,
      };

/** The same, for what is not binding yet. */
export const reported = (what, faults, grounds) => {
  const { verdict, detail } = check(what, faults, grounds);
  return { what, verdict: verdict === 'passed' ? 'passed' : 'reported', detail };
};

const listed = (faults) => {
  const first = faults.slice(0, 8).map((fault) => `\n      ${fault}`);
  return `${first.join('')}${faults.length > 8 ? `\n      and ${faults.length - 8} more` : ''}`;
};
