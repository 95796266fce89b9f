// A drawer that is made with the first drawing: what starts workers is not loaded before.
import type { Drawer } from '../index.ts';

type Closing = { readonly close?: () => Promise<void> };

/** Draws as the drawer that `make` makes does; closed before anything was drawn, it makes none. */
export const lateDrawer = (
  make: () => Promise<Drawer & Closing>,
): Drawer & { readonly close: () => Promise<void> } => {
  const kept: { made: Promise<Drawer & Closing> | null } = { made: null };
  const drawer = (): Promise<Drawer> => {
    kept.made ??= make();
    return kept.made;
  };
  return {
    pack: async (...given) => (await drawer()).pack(...given),
    html: async (...given) => (await drawer()).html(...given),
    form: async (...given) => (await drawer()).form(...given),
    close: async () => (await kept.made)?.close?.(),
  };
};
