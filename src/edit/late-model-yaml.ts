// A model as YAML text: what `model import` writes. Most hold nothing but words, and do without the package that writes everything.
import type { Model } from '../model/model.ts';
import { modelText } from './model/model-lines.ts';

/** What `writeModelYaml` gives. */
export const modelYaml = async (model: Model, schema: string | null = null): Promise<string> => {
  let isHard = false;
  const text = modelText(model, schema, () => {
    isHard = true;
    return [];
  });
  return isHard ? (await import('./model-yaml.ts')).writeModelYaml(model, schema) : text;
};
