// `npm start`: the whole story in one command. A form to answer in, throwaway keys, three people sign, the pack is sealed and verified, and
// so is an auditor's copy of its workbook; the quarter's packs are rolled up; one byte is changed, and verifying says so; the next quarter begins. Every step is the program itself, as anybody would run it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/cli/main.js');
/** Everything of the story lies here, and is made anew each time. */
const STORY = 'out/story';
const QUARTER = `${STORY}/data/attestations/2026-Q3`;
const ATTESTATION = `${QUARTER}/payments.attestation.yaml`;
const PACK = `${STORY}/packs/2026-Q3/payments.checkout/v1`;
const ROLLUP = `${STORY}/packs/2026-Q3/rollup/draft`;
const TRUST = `${STORY}/keys/trust.yaml`;

const PEOPLE = [
  { role: 'preparer', person: 'lead', name: 'Robin Example', email: 'robin@example.com' },
  { role: 'reviewer', person: 'risk', name: 'Alex Placeholder', email: 'alex@example.com' },
  { role: 'approver', person: 'head', name: 'Sam Mockup', email: 'sam@example.com' },
];
const ORGANISATION = 'Northfield Example Bank';

const tell = (text) => console.log(`\n${text}`);

/** Runs the program and shows it; another exit code than the one expected ends the story. */
const countersign = (words, expected = 0) => {
  console.log(`\n$ countersign ${words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')}`);
  const { status } = spawnSync(process.execPath, [PROGRAM, ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== expected) {
    console.error(`\nThe story ends here: exit code ${status}, and ${expected} was expected.`);
    process.exit(status === 0 ? 1 : (status ?? 1));
  }
};

const keyOf = (name) => `${STORY}/keys/${name}.key.pem`;
const certificateOf = (name) => `${STORY}/keys/${name}.cert.pem`;

const trustFile = () =>
  [
    'format: countersign/trust@1',
    `title: Whom ${ORGANISATION} trusts, in this story`,
    'certificates:',
    ...[...PEOPLE.map(({ person }) => person), 'seal'].map((name) => `  ${name}: { file: ${name}.cert.pem }`),
    'people:',
    ...PEOPLE.map(
      ({ person, role }) =>
        `  - { certificate: ${person}, person: ${person}, roles: [${role}], teams: [payments] }`,
    ),
    'seals:',
    '  - { certificate: seal }',
    '',
  ].join('\n');

process.chdir(ROOT);
rmSync(STORY, { recursive: true, force: true });
mkdirSync(`${STORY}/keys`, { recursive: true });
cpSync('data', `${STORY}/data`, { recursive: true });

tell(
  'Keys, only for this story and without a passphrase: one for each of three people, and one for the organisation.',
);
for (const { person, name, email } of PEOPLE)
  countersign([
    'keygen',
    name,
    '--email',
    email,
    '--organisation',
    ORGANISATION,
    '-o',
    `${STORY}/keys/${person}`,
    '--no-passphrase',
    '--quiet',
  ]);
countersign(['keygen', ORGANISATION, '-o', `${STORY}/keys/seal`, '--no-passphrase', '--quiet']);
writeFileSync(TRUST, trustFile());
tell(`Whom a reader trusts is written down in ${TRUST}: these certificates, each for one person and role.`);

tell('Whoever answers in a spreadsheet gets a form of their own duties; it merges back cell by cell.');
countersign(['form', 'make', ATTESTATION, '-o', `${STORY}/form.xlsx`, '--owner', 'sre']);

tell('Whoever runs the quarter sees who still owes what, over all teams of the folder.');
countersign(['status', QUARTER, '--by', 'team']);

tell('Three people sign, one after the other, over exactly what the attestation says and rests on.');
for (const { person, role } of PEOPLE)
  countersign([
    'sign',
    ATTESTATION,
    '--role',
    role,
    '--key',
    keyOf(person),
    '--certificate',
    certificateOf(person),
  ]);

tell('All sign-offs are in, so the pack is final. The organisation seals it.');
countersign([
  'build',
  ATTESTATION,
  '-o',
  `${STORY}/packs`,
  '--seal',
  keyOf('seal'),
  '--certificate',
  certificateOf('seal'),
]);

tell(
  'All teams are built with one command. What has not changed is not built again, and what is final stays.',
);
countersign(['build', QUARTER, '-o', `${STORY}/packs`, '--progress', 'none']);

tell('The packs of a quarter are rolled up: every team at one glance, bound to each pack by its digest.');
countersign(['rollup', `${STORY}/packs/2026-Q3`]);
countersign(['verify', ROLLUP, '--require', 'packs,portfolio', '--quiet']);
console.log('It verifies, and its figures follow from the packs.');

tell(
  'An auditor verifies the pack, offline: what is in it, who signed, and that the results follow from the inputs.',
);
countersign(['verify', PACK, '--trust', TRUST, '--require', 'seal,sign-offs,separation,trust']);

tell('The PDF alone can be verified as well: it carries its inputs and the sign-offs.');
countersign(['verify', `${PACK}/payments.checkout-2026-Q3-v1-report.pdf`, '--trust', TRUST, '--quiet']);
console.log('It verifies.');

const copy = `${STORY}/auditor-copy.xlsx`;
cpSync(`${PACK}/payments.checkout-2026-Q3-v1-workbook.xlsx`, copy);
tell(
  `The auditor works in a copy of the workbook: ${copy}. Whatever is changed outside the auditor's own columns is listed.`,
);
countersign(['verify', PACK, '--trust', TRUST, '--workbook', copy, '--quiet']);
console.log('Nothing is changed yet.');

const forged = `${STORY}/forged`;
const target = `${forged}/inputs/attestation.yaml`;
cpSync(PACK, forged, { recursive: true });
const bytes = readFileSync(target);
const at = bytes.indexOf('status: partial');
bytes[at + 'status: '.length] ^= 1;
writeFileSync(target, bytes);
tell(`Now somebody changes one byte of one answer, in a copy: ${target}, byte ${at + 'status: '.length}.`);
countersign(['verify', forged, '--trust', TRUST], 1);
tell('The change is caught.');

tell('The next quarter begins with the answers of this one; none counts before somebody has confirmed it.');
countersign(['init', '--from', QUARTER, '--period', '2026-Q4']);
console.log(
  `\nThe pack:     ${PACK}/\nIts report:   ${PACK}/payments.checkout-2026-Q3-v1-report.pdf\nIts workbook: ${PACK}/payments.checkout-2026-Q3-v1-workbook.xlsx\nAll teams:    ${ROLLUP}/rollup-2026-Q3-draft-page.html\n`,
);
