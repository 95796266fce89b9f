// Runs the programs of others. No shell in between: arguments stay arguments.
import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What a program did: its exit code, or null when it could not start, with what it printed. */
export const run = (program, args, options = {}) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 15 * 60_000,
    ...options,
  });
  return {
    code: status,
    out: stdout ?? '',
    err: error === undefined ? (stderr ?? '') : `${stderr ?? ''}${error.message}`,
  };
};

/** Standard output of a program that must succeed. */
export const output = (program, args, options) => {
  const { code, out, err } = run(program, args, options);
  if (code !== 0)
    throw new Error(`${[program, ...args].join(' ')} ended with ${code}: ${lastLines(err || out)}`);
  return out;
};

/** Like `run`, for programs that may run beside each other. */
export const runBeside = (program, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 15 * 60_000,
      ...options,
    });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said.err += text;
    });
    child.once('error', (error) => resolve({ code: null, out: said.out, err: said.err + error.message }));
    child.once('close', (code) => resolve({ code, ...said }));
  });

/** Does something to each of many, as many at a time as there are processors; the answers in the order of the items. */
export const besideEachOther = async (items, act) => {
  const [answers, queue] = [[], [...items.entries()]];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      answers[next[0]] = await act(next[1]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return answers;
};

export const lastLines = (text, count = 12) => text.trim().split('\n').slice(-count).join('\n');
