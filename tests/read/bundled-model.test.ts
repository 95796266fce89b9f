// The bundled model and names hold together without any page at hand.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../src/read/index.ts';
import { namesFrom } from './support.ts';

const bundled = (path: string) => ({
  name: path,
  bytes: readFileSync(new URL(`../../data/${path}`, import.meta.url)),
});

describe('the bundled Code Engine model', () => {
  const { value, diagnostics } = readModel(bundled('models/ibm-code-engine.model.yaml'));
  const resources = value?.areas.flatMap((area) => area.resources) ?? [];

  it('has all of the page', () => {
    expect(diagnostics).toEqual([]);
    expect(value?.areas.map(({ code }) => code)).toEqual(['IOM', 'CM', 'IAM', 'SRC', 'DR']);
    expect(resources).toHaveLength(9);
    expect(resources.flatMap(({ provider }) => provider)).toHaveLength(32);
    expect(resources.flatMap(({ customer }) => customer)).toHaveLength(17);
    expect(value?.areas.every(({ scope }) => scope !== undefined)).toBe(true);
  });

  it('names every service that it hands on to', () => {
    const all = [
      ...(value?.delegates ?? []),
      ...(value?.areas ?? []).flatMap((area) => area.delegates),
      ...resources.flatMap((one) => one.delegates),
    ];
    expect([...new Set(all.map(({ to }) => to))].sort()).toEqual([
      'ibm-cloud-activity-tracker',
      'ibm-cloud-container-registry',
      'ibm-cloud-iam',
      'ibm-cloud-internet-services',
      'ibm-cloud-logs',
      'ibm-cloud-monitoring',
      'ibm-cloud-object-storage',
      'ibm-cloud-vpc',
    ]);
  });

  it('says each thing once', () => {
    const texts = resources.flatMap((one) => [...one.provider, ...one.customer].map(({ text }) => text));
    expect(new Set(texts).size).toBe(texts.length);
  });
});

it('the bundled names are read', () => {
  expect(namesFrom(bundled('names/ibm.names.yaml')).keywords.codeengineshort).toEqual({
    text: 'Code Engine',
    service: 'ibm-code-engine',
  });
});
