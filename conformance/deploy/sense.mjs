// What no schema knows: that the files of deploy/ agree with each other and with what the program reads.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { ROOT, WORK } from '../example.mjs';
import { run } from '../shell.mjs';
import { deployed } from './formats.mjs';

const text = (name) => readFileSync(deployed(name), 'utf8');
const all = (pattern, name) => [...text(name).matchAll(pattern)].map(([, found]) => found);
const same = (what, values) => (new Set(values).size === 1 ? [] : [`${what}: ${values.join(', ')}`]);
const without = (what, pattern, name) => (pattern.test(text(name)) ? [] : [`${name} has no ${what}`]);

export const sense = () => [
  check(
    'what is said twice in deploy/ is the same each time',
    agreement(),
    'counts, users, versions, schedules',
  ),
  check('what is locked stays locked', locks(), 'systemd, Kubernetes, container'),
  check(
    'the Code Engine script makes its jobs, and retries nothing by itself',
    codeEngine(),
    'a stand-in for ibmcloud',
  ),
];

const agreement = () => {
  const kubernetes = 'kubernetes/countersign.yaml';
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const hooks = [
    readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'),
    text('pre-commit/.pre-commit-config.yaml'),
  ];
  const hook = hooks.map((one) =>
    ['id', 'entry', 'language', 'files'].map((key) => one.match(`${key}: (.+)`)?.[1]).join(' | '),
  );
  return [
    ...same('shards', all(/(?:completions: |parallelism: |JOB_COMPLETIONS, value: ")(\d+)/g, kubernetes)),
    ...same('users', [
      ...all(/USER (\d+):/g, 'Containerfile'),
      ...all(/runAs(?:User|Group): (\d+)/g, kubernetes),
    ]),
    ...same('versions', [
      version,
      ...all(/version="([\d.]+)"/g, 'Containerfile'),
      ...all(/image: countersign:(.+)/g, kubernetes),
    ]),
    ...same('hooks', hook),
    ...same('the build’s schedule', [
      ...all(/schedule: "(30 .+)"/g, kubernetes),
      ...all(/--schedule "(30 .+?)"/g, 'code-engine/create.sh'),
      ...all(/cron: "(.+)"/g, 'github/countersign.yml'),
      ...all(/^(\d+ \S+ \* \* \*) /gm, 'crontab'),
    ]),
  ];
};

const locks = () => {
  const [unit, kubernetes, container] = [
    'systemd/countersign.service',
    'kubernetes/countersign.yaml',
    'Containerfile',
  ];
  const { code, out, err } = run('systemd-analyze', [
    'security',
    '--offline=true',
    '--threshold=20',
    deployed(unit),
  ]);
  return [
    ...(code === 0 ? [] : [`systemd-analyze security: ${`${out}${err}`.trim().split('\n').at(-1)}`]),
    ...without('restart after 4', /^RestartForceExitStatus=4$/m, unit),
    ...without('end of other restarts', /^Restart=no$/m, unit),
    ...[
      'readOnlyRootFilesystem: true',
      'runAsNonRoot: true',
      'drop: [ALL]',
      'restartPolicy: Never',
      'operator: NotIn, values: [4]',
    ]
      .filter((one) => text(kubernetes).split(one).length !== 3)
      .map((one) => `${kubernetes} does not say ${one} of both jobs`),
    ...without('user without rights', /^USER 10001:10001$/m, container),
  ];
};

/** Writes its words down, one call a line. */
const STAND_IN = '#!/bin/sh\nprintf "<%s>" "$@" >>"$CALLS"\necho >>"$CALLS"\n';
const SECRET = '<ce><secret><get><--name><countersign-bucket>';

const codeEngine = () => {
  const folder = join(WORK, 'code-engine');
  mkdirSync(folder, { recursive: true });
  const [program, calls] = [join(folder, 'ibmcloud'), join(folder, 'calls')];
  writeFileSync(program, STAND_IN);
  chmodSync(program, 0o755);
  writeFileSync(calls, '');
  const env = {
    PATH: `${folder}:${process.env.PATH}`,
    CALLS: calls,
    IMAGE: 'an image',
    BUCKET: 'packs',
    SHARDS: '7',
  };
  const { code, err } = run('sh', [deployed('code-engine/create.sh')], { env });
  const made = readFileSync(calls, 'utf8').trim().split('\n');
  const jobs = made.filter((line) => line.startsWith('<ce><job><create>'));
  const crons = made.filter((line) => line.startsWith('<ce><subscription><cron><create>'));
  const bare = run('sh', [deployed('code-engine/create.sh')], { env: { ...env, IMAGE: '' } });
  return [
    ...(code === 0 && made[0] === SECRET ? [] : [`it ended with ${code}: ${err}`]),
    ...(jobs.length === 2 && crons.length === 2 ? [] : [`${jobs.length} jobs and ${crons.length} schedules`]),
    ...jobs.filter((line) => !line.includes('<--retrylimit><0>')).map((line) => `retried by itself: ${line}`),
    ...(jobs[0]?.includes('<--image><an image>') && jobs[0].includes('<--array-size><7>')
      ? []
      : [`the build is ${jobs[0]}`]),
    ...(bare.code !== 0 && bare.err.includes('IMAGE is not set') ? [] : ['without an image it goes on']),
  ];
};
