// The one way in which a template is refused: all its diagnostics in one failure.
import { type Diagnostic, Failure } from '../problem.ts';
import { errorIn } from './source-text.ts';

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

/** Runs `act`; a stack that overflows in it is the template's doing, and every other error goes on as it is. */
export const withinStack = <T>(template: string, file: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const hint = 'Nest fewer blocks, partials and elements.';
    return refuse(template, [
      errorIn(file, 'template-syntax', 'The template nests too deep, or grows too large.', hint),
    ]);
  }
};
