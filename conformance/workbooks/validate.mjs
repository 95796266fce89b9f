// The Open XML SDK's opinion on a file.
import { run } from '../shell.mjs';
import { validatorBinary } from '../tools.mjs';

/** One text for each error it finds. */
export const openXmlFaults = (file) => {
  const { out, err } = run(validatorBinary, [file]);
  if (out === '') throw new Error(`the Open XML validator did not run: ${err}`);
  return JSON.parse(out).errors.map(
    ({ path, xPath, description }) => `${path} ${xPath ?? ''}: ${description}`,
  );
};
