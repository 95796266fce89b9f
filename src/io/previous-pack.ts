// Finds the pack before one, and takes from a pack what the next one keeps of it. Only folders called after the team and its system are
// looked into, so that hundreds of other teams cost nothing.
import { join } from 'node:path';
import { parseJson } from '../codec/json.ts';
import { byCodeUnits } from '../model/lookup.ts';
import { isStandardLabel, spanOf } from '../model/period.ts';
import { previousPeriod } from '../model/previous.ts';
import type { Day } from '../model/scalar.ts';
import { ENVELOPE, MANIFEST, REPORT } from '../pack/names.ts';
import type { PreviousFiles } from '../pipeline/shelf.ts';
import { Failure } from '../problem.ts';
import { listNames, readWhole } from './files.ts';
import { listFinalPacks } from './final-packs.ts';
import { readPack } from './pack-source.ts';

/**
 * The latest final pack of `series` (`payments.checkout`) below the output folder whose period ends before the day `before`, in its highest
 * version; null where there is none. Throws `pack-unreadable` for a pack that does not say what its period is.
 */
export const findPrevious = async (out: string, series: string, before: Day): Promise<string | null> => {
  const found: { readonly folder: string; readonly to: Day; readonly from: Day }[] = [];
  for (const label of await listNames(out)) {
    // What its name already places later, a pack that is being written among it, is not looked at.
    if (isStandardLabel(label) && spanOf(label).to >= before) continue;
    const folder = await newestFinal(join(out, label, series));
    const span = folder === null ? null : await spanIn(label, folder);
    if (folder !== null && span !== null && span.to < before) found.push({ folder, ...span });
  }
  return found.toSorted((a, b) => byCodeUnits(b.to, a.to) || byCodeUnits(b.from, a.from))[0]?.folder ?? null;
};

const newestFinal = async (series: string): Promise<string | null> => {
  const last = (await listFinalPacks(series)).at(-1);
  return last === undefined ? null : join(series, `v${last.version}`);
};

type Days = { readonly from: Day; readonly to: Day };

/** A quarter, a month or a year says by its name which days it has; of any other label the pack's report says it. */
const spanIn = async (label: string, folder: string): Promise<Days> => {
  if (isStandardLabel(label)) return spanOf(label);
  const path = join(folder, REPORT);
  const bytes = await readWhole(path);
  const parsed = bytes === null ? null : parseJson(path, bytes);
  const typed = parsed?.kind === 'value' ? previousPeriod.safeParse(parsed.value) : null;
  if (typed?.success !== true)
    throw new Failure(
      'pack-unreadable',
      `The pack ${folder} does not say which days its period has, so that nobody can tell whether it comes before this one.`,
      'Put the pack back as it was delivered, or name the previous pack with --previous.',
    );
  return typed.data.period;
};

/** Report, manifest and envelope of a pack, a folder or a zip. Throws `input-missing` where one of the first two is not there. */
export const readPrevious = async (path: string): Promise<PreviousFiles> => {
  const member = await memberReader(path);
  const file = async (name: string): Promise<PreviousFiles['envelope']> => {
    const bytes = await member(name);
    return bytes === null ? null : { name: join(path, name), bytes };
  };
  const [report, manifest, envelope] = [await file(REPORT), await file(MANIFEST), await file(ENVELOPE)];
  if (report === null || manifest === null)
    throw new Failure(
      'input-missing',
      `The previous pack ${path} has no ${report === null ? REPORT : MANIFEST}.`,
      'Give the folder or the zip file of a whole pack.',
    );
  return { report, manifest, envelope };
};

/** Of a folder only what is asked for is read: its evidence may be large. */
const memberReader = async (path: string): Promise<(name: string) => Promise<Uint8Array | null>> => {
  if ((await listNames(path)).length > 0) return (name) => readWhole(join(path, name));
  const source = await readPack(path);
  return async (name) => (source.kind === 'pack' ? (source.members.get(name) ?? null) : null);
};
