// Several services in one attestation: what one page leaves to another service is found in that service's model, and the report keeps
// the services apart. The second test does the same with real pages, from the folder that COUNTERSIGN_CORPUS names.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readXlsx } from '../../src/codec/xlsx/index.ts';
import { countersign, inFolder } from '../cli/transcript.ts';

const NAMES = `format: countersign/names@1
provider: { id: nimbus, name: Nimbus }
keywords:
  lantern: { text: Nimbus Lantern, service: nimbus-lantern }
  beacon: { text: Nimbus Beacon, service: nimbus-beacon }
  fog: { text: Nimbus Fog, service: nimbus-fog }
services:
  nimbus-lantern: { title: Nimbus Lantern }
  nimbus-beacon: { title: Nimbus Beacon }
  nimbus-fog: { title: Nimbus Fog }
`;
const page = (title: string, table: readonly string[]): string =>
  [
    ...['---', 'lastupdated: "2026-03-31"', '---', '', `# Your responsibilities with ${title}`, ''],
    ...['## Day and night', '', ...table, ''],
  ].join('\n');
const LANTERN = page('{{site.data.keyword.lantern}}', [
  '| Task | Nimbus responsibilities | Your responsibilities |',
  '|---|---|---|',
  '| Wicks | Trim wicks. | Buy wicks. |',
  '| Light | Keep lamps in {{site.data.keyword.beacon}}. | Watch the weather in {{site.data.keyword.fog}}. |',
]);
const BEACON = page('{{site.data.keyword.beacon}}', [
  '| Activity | Nimbus | Customer |',
  '|---|---|---|',
  '| Polish the lens | RA | CI |',
  '| Choose the colour | C | RA |',
]);

const run = async (words: string, ...codes: readonly number[]): Promise<string> => {
  const { output, code } = await countersign(words.split(' '));
  expect(codes, output.join('\n')).toContain(code);
  return output.join('\n');
};
const built = async (): Promise<string> =>
  JSON.parse(await run('build payments.attestation.yaml --json', 0, 1))[0].pack;
const reportOf = (pack: string) => JSON.parse(readFileSync(join(pack, 'report.json'), 'utf8'));
const matrixSheet = (pack: string): readonly (readonly string[])[] => {
  const [name = ''] = readdirSync(pack).filter((file) => file.endsWith('.xlsx'));
  const { sheets } = readXlsx(readFileSync(join(pack, name)), name);
  const rows = sheets.find((sheet) => sheet.name === 'Matrix')?.rows ?? new Map();
  const texts = [...rows.values()].map((row) =>
    [1, 2, 4].map((at) => {
      const value = row.find(({ column }: { readonly column: number }) => column === at)?.value;
      return value?.kind === 'text' ? value.text : '';
    }),
  );
  return texts.filter(([, id]) => id?.startsWith('nimbus-'));
};
const START = '--team payments --system checkout --period 2026-Q3';

test('an attestation of two services resolves what one leaves to the other, and says what it leaves elsewhere', () =>
  inFolder(async () => {
    writeFileSync('names.yaml', NAMES);
    for (const [name, text] of Object.entries({ lantern: LANTERN, beacon: BEACON })) {
      writeFileSync(`${name}.md`, text);
      await run(`model import ${name}.md --names names.yaml -o models/nimbus-${name}.model.yaml`, 0);
    }
    await run(`init models/nimbus-lantern.model.yaml models/nimbus-beacon.model.yaml ${START}`, 0);
    const pack = await built();
    const report = reportOf(pack);
    expect(report.services.map(({ id }: { readonly id: string }) => id)).toEqual([
      'nimbus-lantern',
      'nimbus-beacon',
    ]);
    expect(
      report.delegations.map((one: Record<string, unknown>) => [one.from, one.to, one.attested]),
    ).toEqual([
      ['nimbus-lantern/DN-02', 'nimbus-beacon', true],
      ['nimbus-lantern/DN-02', 'nimbus-fog', false],
    ]);
    const unresolved = report.findings.filter(
      ({ rule }: { readonly rule: string }) => rule === 'delegation-unresolved',
    );
    expect(unresolved).toHaveLength(1);
    expect(unresolved[0].sentence).toContain('nimbus-fog');
    expect(unresolved[0].sentence).not.toContain('nimbus-beacon');
    expect(report.services[1].areas[0].resources.map(({ raci }: { readonly raci: unknown }) => raci)).toEqual(
      [
        { provider: 'RA', customer: 'CI' },
        { provider: 'C', customer: 'RA' },
      ],
    );
    expect(matrixSheet(pack)).toEqual([
      ['Nimbus Lantern', 'nimbus-lantern/DN-01', 'Shared'],
      ['Nimbus Lantern', 'nimbus-lantern/DN-02', 'Shared'],
      ['Nimbus Beacon', 'nimbus-beacon/DN-01', 'Provider (provider RA, customer CI)'],
      ['Nimbus Beacon', 'nimbus-beacon/DN-02', 'Customer (provider C, customer RA)'],
    ]);
    await run(`verify ${pack}`, 0);
  }));

const real = (name: string): string => join(process.env.COUNTERSIGN_CORPUS ?? 'no corpus', `${name}.md`);
const REAL = { openshift: 'openshift', schematics: 'schematics', storage: 'cloud-object-storage' };

test.skipIf(!existsSync(real(REAL.openshift)))(
  'real pages: Schematics leaves something to OpenShift and Object Storage, which stand beside it (needs COUNTERSIGN_CORPUS)',
  () =>
    inFolder(async () => {
      for (const [name, file] of Object.entries(REAL))
        await run(`model import ${real(file)} -o models/${name}.model.yaml`, 0);
      await run(
        `init ${Object.keys(REAL)
          .map((name) => `models/${name}.model.yaml`)
          .join(' ')} ${START}`,
        0,
      );
      const pack = await built();
      const { delegations, findings } = reportOf(pack);
      const towards = (attested: boolean): readonly string[] => [
        ...new Set<string>(
          delegations.flatMap((one: { readonly attested: boolean; readonly to: string }) =>
            one.attested === attested ? [one.to] : [],
          ),
        ),
      ];
      expect([...towards(true)].sort()).toEqual(['ibm-cloud-object-storage', 'ibm-cloud-openshift']);
      expect([...towards(false)].sort()).toEqual([
        ...[
          'ibm-cloud-container-registry',
          'ibm-cloud-databases',
          'ibm-cloud-iam',
          'ibm-cloud-internet-services',
        ],
        ...['ibm-cloud-kubernetes-service', 'ibm-cloud-logs', 'ibm-cloud-monitoring', 'ibm-key-protect'],
      ]);
      const told = findings.filter(({ rule }: { readonly rule: string }) => rule === 'delegation-unresolved');
      expect(told.map(({ sentence }: { readonly sentence: string }) => sentence).join()).not.toContain(
        'storage',
      );
      await run(`verify ${pack}`, 0);
    }),
);
