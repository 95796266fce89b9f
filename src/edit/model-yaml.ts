// A model as YAML text, by whoever cannot wait for what a text may take to write.
import type { Model } from '../model/model.ts';
import { hardLines } from './model/hard-lines.ts';
import { modelText } from './model/model-lines.ts';

/**
 * YAML text of a model; reading it gives the same model back. `schema` is what an editor checks the file against,
 * as a path from the file or an address; null leaves the line out.
 */
export const writeModelYaml = (model: Model, schema: string | null = null): string =>
  modelText(model, schema, hardLines);
