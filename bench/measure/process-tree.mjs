// What a process and everything below it uses, from /proc: a browser is many processes and its peak is theirs together.
import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10;
const EVERY_MS = 100;

/** A process may end between the listing and the reading; that is no error. */
const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(error.code)) return '';
    throw error;
  }
};

const statOf = (pid) => {
  const text = read(`/proc/${pid}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { pid, parent: Number(fields[1]), cpu: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
};

const treeOf = (root) => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .map(statOf);
  const tree = all.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
};

const pssOf = (pid) => 1024 * Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

/** Looks at the tree below `root` until told to stop; then gives the peak of its memory in bytes and its CPU time in milliseconds. */
export const watchTree = (root) => {
  const cpuOf = new Map();
  let peak = 0;
  const look = () => {
    const tree = treeOf(root);
    for (const { pid, cpu } of tree) if (cpu > 0) cpuOf.set(pid, cpu);
    peak = Math.max(
      peak,
      tree.reduce((sum, { pid }) => sum + pssOf(pid), 0),
    );
  };
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(timer);
    return { rss: peak, cpu: [...cpuOf.values()].reduce((sum, one) => sum + one, 0) };
  };
};
