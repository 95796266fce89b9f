// The one place that reads the clock.
import type { Day, Instant } from '../model/scalar.ts';

/** Today in the local calendar, as the person at the machine would say. */
export const today = (now: Date = new Date()): Day => {
  const part = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${part(now.getFullYear(), 4)}-${part(now.getMonth() + 1, 2)}-${part(now.getDate(), 2)}`;
};

/** This second in UTC. */
export const now = (moment: Date = new Date()): Instant => moment.toISOString().replace(/\.\d+Z$/, 'Z');

/** Milliseconds since some moment: for how long something took. */
export const milliseconds = (): number => performance.now();

/** Lets what waits have its turn, signals among them. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
