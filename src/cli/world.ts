// What commands need of the world. `main.ts` makes it of io; tests give another day.
import type { Day, Shelf, TemplateFiles } from '../index.ts';

export type World = {
  readonly shelf: Shelf;
  readonly today: () => Day;
  readonly tool: { readonly name: string; readonly version: string };
};
