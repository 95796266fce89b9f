// What properties try is drawn from one seed, so that a run says of a change and not of luck whether it holds. COUNTERSIGN_SEED names
// another seed, or is `random` to look for what nobody has seen yet; a failure prints the seed that it was found with.
import fc from 'fast-check';

const asked = process.env.COUNTERSIGN_SEED ?? '1';
const { seed: _, ...config } = fc.readConfigureGlobal();
fc.configureGlobal(asked === 'random' ? config : { ...config, seed: Number(asked) });
