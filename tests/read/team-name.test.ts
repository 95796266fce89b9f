// Whose attestation a file is, read from its head; what is spelled otherwise is left to the reader.
import { expect, test } from 'vitest';
import { teamNameOf } from '../../src/read/team-name.ts';

const REST = `period: 2026-Q3
models: [{ id: svc, revision: "2026-01-01" }]
people: {}
duties: {}
`;
const nameIn = (text: string): string | null =>
  teamNameOf({
    name: 'x',
    bytes: new TextEncoder().encode(`format: countersign/attestation@1\n${text}${REST}`),
  });

test.each([
  ['team: { id: payments, name: P }\nsystem: { id: checkout, name: C }\n', 'payments.checkout'],
  ['team:\n  id: "payments"\n  name: P\nsystem:\n  id: checkout\n  name: C\n', 'payments.checkout'],
  ['team:\r\n  id: payments\r\n  name: P\r\nsystem: { id: checkout, name: C }\r\n', 'payments.checkout'],
  ['team: { name: P, id: payments }\nsystem:\n  name: C\n  id: checkout\n', 'payments.checkout'],
  [
    '# team: { id: other }\nteam: { id: payments, name: "id: x" }\nsystem: { id: checkout, name: C }\n',
    'payments.checkout',
  ],
  ['team: { id: Not An Id, name: P }\nsystem: { id: checkout, name: C }\n', null],
  ['system: { id: checkout, name: C }\n', null],
])('%j is of %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
});
