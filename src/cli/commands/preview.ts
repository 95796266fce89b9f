// preview: what it takes and what the help says of it. `runs/preview.ts` does it.
import type { Command } from '../contract.ts';
import { AS_OF, LANGUAGE, PAPER, POLICY, TEMPLATE } from '../options.ts';

export const preview: Command = {
  name: 'preview',
  operands: 'ATTESTATION',
  atLeast: 1,
  atMost: 1,
  says: 'See the report in a browser while you change its template or the answers; it follows every change.',
  more: [
    'Nothing is written, and only this machine can see it. What is wrong in a template or an input is shown in the page, with its line, above the last report that could be rendered. Ctrl-C ends it.',
    'With --out the report is written once as one HTML file that needs nothing else, and nothing is served.',
  ],
  options: [
    {
      kind: 'text',
      name: 'out',
      short: 'o',
      takes: 'FILE',
      says: 'Write the report as one HTML file and end.',
    },
    {
      kind: 'text',
      name: 'port',
      takes: 'NUMBER',
      says: 'The port to serve on. Without it 4747, or any that is free.',
    },
    TEMPLATE,
    LANGUAGE,
    PAPER,
    AS_OF,
    POLICY,
  ],
  example: 'preview payments.attestation.yaml --template my-template',
  run: async (...given) => (await import('../runs/preview.ts')).run(...given),
};
