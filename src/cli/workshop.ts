// The world as the workshop of teams: what is the same for all packs of a run is made once.
import type { Diagnostic, SealMaking, Workshop } from '../index.ts';
import { once } from './signing.ts';
import type { World } from './world.ts';

/** Close it when the last pack is made. */
export type OpenWorkshop = { readonly workshop: Workshop; readonly close: () => Promise<void> };

export const openWorkshop = (
  world: World,
  template: string | null,
  seal: () => Promise<SealMaking | null>,
  warn: (diagnostics: readonly Diagnostic[]) => void,
): OpenWorkshop => {
  const drawer = world.keptDrawer(template);
  return {
    close: drawer.close,
    workshop: {
      ...{ shelf: world.shelf, witness: world.witness, tool: world.tool, pathFrom: world.pathFrom },
      ...{ evidence: world.evidence, finalPacks: world.finalPacks, draftPeriod: world.draftPeriod },
      ...{ findPrevious: world.findPrevious, readPrevious: world.readPrevious },
      ...{ writePack: world.writePack, writeFile: world.writeFile },
      ...{ writeTrace: world.writeTrace, goOn: world.goOn },
      ...{ seal, warn, draw: drawer.pack, template: once(() => world.template(template)) },
    },
  };
};
