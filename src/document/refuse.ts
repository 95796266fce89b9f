// The one way in which a template is refused: all its diagnostics in one failure.
import { type Diagnostic, Failure } from '../problem.ts';

/** Throws a `template-invalid` failure that carries `diagnostics`. */
export const refuse = (template: string, diagnostics: readonly Diagnostic[]): never => {
  const count = diagnostics.length === 1 ? 'one error' : `${diagnostics.length} errors`;
  throw new Failure(
    'template-invalid',
    `The template \`${template}\` has ${count}.`,
    'Mend the template and run again; nothing was written.',
    {
      diagnostics,
    },
  );
};

/** Refuses when there is anything to refuse for. */
export const refuseIfAny = (template: string, diagnostics: readonly Diagnostic[]): void => {
  if (diagnostics.length > 0) refuse(template, diagnostics);
};
