// The JSON members keep the published schemas, in the eyes of a validator that is not the program's own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { check } from '../checks.mjs';
import { ROOT } from '../example.mjs';

const SCHEMAS = {
  'report.json': 'report',
  'manifest.json': 'manifest',
  'inputs/facts.json': 'facts',
  'inputs/lock.json': 'lock',
};

export const schemas = ({ members }) => {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
  });
  return Object.entries(SCHEMAS).map(([path, name]) => {
    const validate = ajv.compile(JSON.parse(readFileSync(join(ROOT, `schemas/${name}.schema.json`), 'utf8')));
    validate(JSON.parse(members.get(path)?.toString('utf8') ?? 'null'));
    const faults = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
    return check(`${path} keeps its schema`, faults, `ajv, ${name}.schema.json`);
  });
};
