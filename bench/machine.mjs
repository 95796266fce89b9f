// The machine and the programs a run was made with.
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** The distribution's own name, where it has one. */
const systemName = () => {
  if (platform() !== 'linux') return `${platform()} ${release()}`;
  return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'Linux';
};

export const describeMachine = () => ({
  day: new Date().toISOString().slice(0, 10),
  cores: availableParallelism(),
  cpu: cpus()[0]?.model ?? 'unknown',
  memory: totalmem(),
  system: systemName(),
  node: process.version,
  /** Processes that wanted to run in the last minute: other work on the machine falsifies every time. */
  load: loadavg()[0],
});
