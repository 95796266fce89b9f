// The container without a container engine: the Containerfile's own steps performed on layers above this machine's root,
// which stands in for the base image, and then its entrypoint run as its user, with the root read-only and no network.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, posix } from 'node:path';
import { check, reported } from '../checks.mjs';
import { ROOT } from '../example.mjs';
import { lastLines, run } from '../shell.mjs';
import { copyOf, readContainerfile } from './containerfile.mjs';
import { deployed } from './formats.mjs';

const ATTESTATION = '/data/attestations/2026-Q3/payments.attestation.yaml';
const TEAMS = ['payments.checkout', 'observability.telemetry-hub'];
const ROLLUP = '2026-Q3/rollup/draft';
const QUARTER = ['COUNTERSIGN_ATTESTATIONS=/data/attestations', 'COUNTERSIGN_OUT=/out', 'COUNTERSIGN_JOBS=2'];
/** Settings of the machine that a download may need. */
const PASSED = /^(npm_config_|https?_proxy$|no_proxy$|NODE_EXTRA_CA_CERTS$|SSL_CERT_FILE$)/i;

export const container = () => {
  const what =
    'the steps of the Containerfile end in a program that builds a quarter, as its user, on a read-only root';
  const home = mkdtempSync(join(tmpdir(), 'countersign-container-'));
  try {
    const { code, err } = enter({ layer: join(home, 'probe') }, 'true');
    if (code !== 0) return [reported(what, [`no layers can be mounted here: ${lastLines(err)}`], '')];
    return performed(home, what);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

/** Without any of these the result must not work: a step that nobody misses would be no step. */
const NEEDED = ['COPY templates ', 'COPY data ', 'COPY --from=build /src/dist'];

const performed = (home, what) => {
  const stages = readContainerfile(readFileSync(deployed('Containerfile'), 'utf8'));
  const built = new Map();
  for (const stage of stages.slice(0, -1))
    built.set(stage.name, perform(stage, join(home, stage.name), built));
  const last = stages.at(-1);
  const faults = builds(perform(last, join(home, 'last'), built), join(home, 'out'));
  const unmissed = NEEDED.filter((start) => {
    const steps = last.steps.filter(({ word, rest }) => !`${word} ${rest}`.startsWith(start));
    const name = `without-${NEEDED.indexOf(start)}`;
    const fewer = perform({ ...last, steps }, join(home, name), built);
    return steps.length === last.steps.length || attempt(fewer, join(home, `out-${name}`)).code === 0;
  });
  return [
    check(what, faults, `${stages.length} stages, unshare and chroot`),
    check(
      'and without one of its files it does not',
      unmissed.map((one) => `${one}is not missed`),
      `${NEEDED.length} steps left out`,
    ),
  ];
};

/** Performs a stage on a layer of its own. Throws when a step fails. */
const perform = ({ steps }, layer, built) => {
  const state = { layer, cwd: '/', env: {}, user: 'root', entrypoint: [], cmd: [] };
  for (const step of steps) STEPS[step.word](step.rest, state, built);
  return state;
};

const inLayer = ({ layer }, path) => join(layer, 'upper', path);
const resolved = ({ cwd }, path) => posix.resolve(cwd, path);

const STEPS = {
  LABEL: () => undefined,
  ENV: (rest, state) => {
    const [name, ...value] = rest.split('=');
    state.env[name] = value.join('=');
  },
  USER: (rest, state) => {
    state.user = rest;
  },
  WORKDIR: (rest, state) => {
    state.cwd = resolved(state, rest);
    mkdirSync(inLayer(state, state.cwd), { recursive: true });
  },
  ENTRYPOINT: (rest, state) => {
    state.entrypoint = JSON.parse(rest);
  },
  CMD: (rest, state) => {
    state.cmd = JSON.parse(rest);
  },
  RUN: (rest, state) => {
    const { code, out, err } = enter(state, rest);
    if (code !== 0) throw new Error(`RUN ${rest} ended with ${code}: ${lastLines(err || out)}`);
  },
  COPY: (rest, state, built) => {
    const { from, sources, target } = copyOf(rest);
    const place = resolved(state, target);
    for (const source of sources) {
      const path = from === null ? fromContext(source) : inLayer(built.get(from), source);
      const into = sources.length > 1 || target.endsWith('/') ? join(place, basename(source)) : place;
      if (!existsSync(path)) throw new Error(`COPY ${rest}: there is no ${source}`);
      const whole = statSync(path).isDirectory() ? place : into;
      cpSync(path, inLayer(state, whole), { recursive: true, verbatimSymlinks: true });
    }
  },
};

/** A path of the project that .containerignore does not keep out. */
const fromContext = (source) => {
  const ignored = readFileSync(join(ROOT, '.containerignore'), 'utf8').split('\n');
  const [first] = posix.normalize(source).split('/');
  if (ignored.includes(first)) throw new Error(`COPY ${source}: .containerignore keeps it out`);
  return join(ROOT, source);
};

const SCRIPT = `set -eu
mount -t overlay overlay -o "lowerdir=/,upperdir=$LAYER/upper,workdir=$LAYER/work" "$LAYER/root"
mount --bind "$LAYER/root" "$LAYER/root"
mount --rbind /dev "$LAYER/root/dev"
mount -t proc proc "$LAYER/root/proc" || mount --rbind /proc "$LAYER/root/proc"
mount -t tmpfs tmpfs "$LAYER/root/tmp"
`;
const MOUNTS = `mount --bind "$DATA" "$LAYER/root/data"
mount -o remount,ro,bind "$LAYER/root/data"
mount --bind "$OUT" "$LAYER/root/out"
mount -o remount,ro,bind "$LAYER/root"
`;

const unshared = (layer, flags, script, env, words) => {
  for (const one of ['upper', 'work', 'root']) mkdirSync(join(layer, one), { recursive: true });
  const { PATH } = process.env;
  return run('unshare', ['--mount', ...flags, 'sh', '-c', script, 'sh', ...words], {
    env: { PATH, LAYER: layer, ...env },
  });
};

/** A command of a step, by root and with the network, as builders run it. */
const enter = ({ layer, cwd = '/', env = {} }, command) => {
  const passed = Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED.test(name)));
  const inside = `${SCRIPT}exec chroot "$LAYER/root" /bin/sh -c 'cd "$1" && exec /bin/sh -c "$2"' sh "$1" "$2"`;
  return unshared(layer, [], inside, { HOME: '/root', ...passed, ...env }, [cwd, command]);
};

/** The entrypoint with `words`, as the container's user, without the network, on a read-only root. */
const start = (state, out, words, program = state.entrypoint) => {
  const [uid, gid = uid] = state.user.split(':');
  const user = `setpriv --reuid ${uid} --regid ${gid} --clear-groups --no-new-privs --bounding-set -all`;
  const inside = `${SCRIPT}${MOUNTS}exec chroot "$LAYER/root" ${user} env -i PATH="$PATH" NODE_ENV="\${NODE_ENV:-}" /bin/sh -c 'cd "$1" && shift && exec "$@"' sh "$@"`;
  const env = { DATA: join(ROOT, 'data'), OUT: out, ...state.env };
  return unshared(state.layer, ['--net'], inside, env, [state.cwd, ...program, ...words]);
};

/** Builds the example into a folder that belongs to the container's user. */
const attempt = (state, out) => {
  mkdirSync(out, { recursive: true });
  run('chown', [state.user, out]);
  return start(state, out, ['build', ATTESTATION, '-o', '/out']);
};

/** What is wrong with the container: a quarter in it does not come to its packs and their roll-up, or it could do more than it should. */
const builds = (state, out) => {
  if (!(Number(state.user.split(':')[0]) > 0)) return [`its user is ${state.user}`];
  mkdirSync(out, { recursive: true });
  run('chown', [state.user, out]);
  const quarter = (...more) => start(state, out, [...QUARTER, ...more, 'run-quarter.sh', '2026-Q3'], ['env']);
  const first = quarter();
  // The packs are up to date by now; the roll-up is a draft, and takes the place of the one that is there, file by file.
  const again = quarter('COUNTERSIGN_NO_RENAME=1');
  const help = start(state, out, state.cmd);
  const kept = start(state, out, ['-c', 'touch /app/x /x 2>&1; test ! -e /app/x -a ! -e /x'], ['sh']);
  const script = start(state, out, ['no-period'], ['run-quarter.sh']);
  return [
    ...ended('--help', help, 0),
    ...ended('the quarter', first, 0),
    ...ended('the quarter once more', again, 0),
    ...endOf(first, { built: TEAMS.length, 'up-to-date': 0, failed: 0, code: 0 }),
    ...endOf(again, { built: 0, 'up-to-date': TEAMS.length, failed: 0, code: 0 }),
    ...TEAMS.flatMap((team) => verifies(state, out, `2026-Q3/${team}/draft`)),
    ...verifies(state, out, ROLLUP),
    ...(kept.code === 0 ? [] : ['the root is not read-only']),
    ...ended('run-quarter.sh without a period', script, 2),
  ];
};

const ended = (what, { code, err }, wanted) =>
  code === wanted ? [] : [`${what} ended with ${code}: ${lastLines(err)}`];

/** What the last line of `build --progress json` has to say. */
const endOf = ({ err }, wanted) => {
  const line = err.split('\n').find((one) => one.startsWith('{"event":"end"'));
  const told = JSON.stringify({ event: 'end', ...wanted });
  return line === told ? [] : [`it ends with ${line}; should be ${told}`];
};

const verifies = (state, out, pack) => {
  if (!existsSync(join(out, pack, 'manifest.json'))) return [`there is no ${pack}`];
  return ended(`verify ${pack}`, start(state, out, ['verify', `/out/${pack}`]), 0);
};
