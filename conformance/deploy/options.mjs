// Every option that deploy/ and docs/operations.md write down is one that the command has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { PROGRAM, ROOT } from '../example.mjs';
import { output } from '../shell.mjs';

const FILES = [
  'docs/operations.md',
  '.pre-commit-hooks.yaml',
  'deploy/Containerfile',
  'deploy/run-quarter.sh',
  'deploy/github/countersign.yml',
  'deploy/pre-commit/.pre-commit-config.yaml',
];
/** A command begins with the program, by whatever name the file calls it, and goes to the end of its line or of its code span. */
const COMMAND =
  /(?:`countersign|entry: countersign|"\$program"|"\$COUNTERSIGN"|^# {4}(?= build)) ([^`\n]+)/gm;

export const options = () => {
  const commands = JSON.parse(output(process.execPath, [PROGRAM, '--help', '--json']));
  const uses = FILES.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(COMMAND)].map(([, words]) => ({ file, words })),
  );
  const faults = [
    ...FILES.filter((one) => uses.every(({ file }) => file !== one)).map((file) => `${file} has no command`),
    ...uses.flatMap((use) => unknownIn(use, commands)),
    ...(unknownIn({ file: 'a planted mistake', words: 'build --no-such' }, commands).length === 0
      ? ['any option passes']
      : []),
  ];
  return [
    check('every option that is written down is one of its command', faults, `${uses.length} commands`),
  ];
};

const unknownIn = ({ file, words }, commands) => {
  const command = commands.find(({ name }) => `${words} `.startsWith(`${name} `));
  if (command === undefined) return [`${file} has a command that is none: ${words}`];
  const known = new Set([...EVERYWHERE, ...command.options.map(({ name }) => name)]);
  const used = [...words.matchAll(/--([a-z][a-z-]*)/g)].map(([, name]) => name);
  return used.filter((name) => !known.has(name)).map((name) => `${file}: ${command.name} has no --${name}`);
};

const EVERYWHERE = ['json', 'quiet', 'help', 'version'];
