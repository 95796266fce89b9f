// Loaded before a program: leaves what the process used in the file that BENCH_USAGE names, as it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const used = { rss: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 };
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify(used));
});
