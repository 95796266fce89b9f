// A disk that fails when told to: every step of node:fs/promises is counted, and from a chosen step on each one fails,
// once (a full disk, made room on) or for good (a killed process, which does nothing more). Writes that fail leave half their bytes.
import type * as promises from 'node:fs/promises';

export type Fault = { readonly step: number; readonly code: string; readonly forGood: boolean };

const state: { fault: Fault | null; steps: number } = { fault: null, steps: 0 };

/** Runs `work` with a fault, and says how many steps were taken. */
export const withFault = async (
  fault: Fault | null,
  work: () => Promise<unknown>,
): Promise<{ readonly steps: number; readonly error: unknown }> => {
  Object.assign(state, { fault, steps: 0 });
  try {
    await work();
    return { steps: state.steps, error: null };
  } catch (error) {
    return { steps: state.steps, error };
  } finally {
    Object.assign(state, { fault: null });
  }
};

const fails = (): boolean => {
  state.steps += 1;
  if (state.fault === null) return false;
  return state.fault.forGood ? state.steps >= state.fault.step : state.steps === state.fault.step;
};

const trouble = (syscall: string): Error =>
  Object.assign(new Error(`${state.fault?.code}: planted, ${syscall}`), { code: state.fault?.code, syscall });

type Call = (...given: never[]) => Promise<unknown>;
const guard = <F extends Call>(name: string, call: F): F =>
  new Proxy(call, {
    apply: (target, self, given) =>
      fails() ? Promise.reject(trouble(name)) : Reflect.apply(target, self, given),
  });

/** The module with its steps counted; what is not listed is as it was. */
export const faulty = (real: typeof promises): typeof promises => ({
  ...real,
  mkdir: guard('mkdir', real.mkdir),
  rename: guard('rename', real.rename),
  rm: guard('rm', real.rm),
  open: guard('open', async (...given: Parameters<typeof promises.open>) => {
    const file = await real.open(...given);
    const { writeFile } = file;
    // Counted, and not waited for: no test cuts the power.
    file.sync = guard('fsync', () => Promise.resolve());
    file.writeFile = async (data) => {
      if (!fails()) return writeFile.call(file, data);
      await writeFile.call(
        file,
        Buffer.from(data as Uint8Array).subarray(0, (data as Uint8Array).length / 2),
      );
      throw trouble('write');
    };
    return file;
  }),
});
