// The names that come with the program: one for each key of a service, and no two services taken for each other.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serviceNamed } from '../../src/read/service-title.ts';
import { namesFrom } from './support.ts';

const path = 'data/names/ibm.names.yaml';
const names = namesFrom({ name: path, bytes: readFileSync(new URL(`../../${path}`, import.meta.url)) });

describe('the bundled names', () => {
  it.each([
    ['apigw_short', 'API Gateway', 'ibm-cloud-api-gateway'],
    ['dns_full_notm', 'IBM Cloud DNS Services', 'ibm-cloud-dns-services'],
    ['messagehub', 'Event Streams', 'ibm-event-streams'],
    ['hpvs', 'Hyper Protect Virtual Servers', 'ibm-cloud-hyper-protect-virtual-servers'],
    ['compliance_short', 'Security and Compliance Center', 'ibm-cloud-security-and-compliance-center'],
    ['blockchainfull_notm', 'IBM Blockchain', 'ibm-blockchain-platform'],
    ['satelliteshort', 'Satellite', 'ibm-cloud-satellite'],
  ])('%s', (key, text, service) => {
    expect(names.keywords[key]).toEqual({ text, service });
  });

  it('have no trade mark signs, and say the same with and without them', () => {
    for (const [key, { text, service }] of Object.entries(names.keywords)) {
      expect(text).not.toMatch(/[®™©&]/);
      const marked = names.keywords[key.replace(/_notm$/, '_full')];
      const same = names.keywords[key.replace(/_notm$/, '')] ?? marked ?? { text, service };
      expect([key, same.service]).toEqual([key, service]);
    }
  });

  it('give each service its own title and documentation', () => {
    const services = Object.values(names.services);
    const kept = services.flatMap(({ subcollection }) => subcollection ?? []);
    expect(new Set(kept).size).toBe(kept.length);
    expect(new Set(services.map(({ title }) => title)).size).toBe(services.length);
    for (const [id, { title }] of Object.entries(names.services))
      expect(serviceNamed(`Who does what in ${title}`, names)).toBe(id);
  });
});
