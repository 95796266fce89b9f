// Where the tests are and what they report: the terminal for people, a tally for the last line of a whole run.
import { defineConfig } from 'vitest/config';

/** What these do to a process or its modules must not reach another file: they stand in for parts of Node, start threads, send signals. */
const ALONE = ['tests/cli/**/*.test.ts', 'tests/io/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    setupFiles: ['tests/seed.ts'],
    // Left alone, one core is kept free for a person at the machine.
    maxWorkers: '100%',
    reporters: ['default', 'json'],
    outputFile: { json: '.reports/unit.json' },
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      // All others are functions of what they are given, so that modules loaded once serve every file.
      {
        extends: true,
        test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
    ],
  },
});
