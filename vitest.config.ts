// Where the tests are and what they report: the terminal for people, a tally for the last line of a whole run.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    // Left alone, one core is kept free for a person at the machine.
    maxWorkers: '100%',
    reporters: ['default', 'json'],
    outputFile: { json: '.reports/unit.json' },
  },
});
