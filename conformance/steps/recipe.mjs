// The recipe that the report prints: its very commands, taken from the template, are run on sealed packs.
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { check } from '../checks.mjs';
import { PROGRAM, ROOT } from '../example.mjs';
import { besideEachOther, lastLines, output, runBeside } from '../shell.mjs';
import { SIGNATURES, sealedPacks } from '../signatures/sealed-packs.mjs';

const TEMPLATE = join(ROOT, 'templates/audit-pack/partials/verification-recipe.hbs');
const PRINTED = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
const FOLDER = join(SIGNATURES, 'recipe');

export const recipe = async () => {
  const { trust, packs } = await sealedPacks();
  const commands = printedCommands();
  const programs = programFolder();
  const sealed = packs.filter(({ level }) => level === 'B-B');
  const ran = await besideEachOther(sealed, (pack) => follow(pack, { commands, trust, programs }));
  return [
    onPaper(sealed[0], commands),
    check(
      'every command of the printed recipe does what it says',
      ran.flatMap(({ faults }) => faults),
      `${commands.length} commands on ${sealed.map(({ who }) => who.kind).join('; ')}`,
    ),
    check(
      'the sign-offs verify the same way',
      ran.flatMap(({ signOffs }) => signOffs),
      `${ran.length} packs, each line of inputs/signoffs.jsonl`,
    ),
    check(
      'the recipe says no to a manifest with a byte changed',
      ran.flatMap(({ fooled }) => fooled),
      `${ran.length} packs`,
    ),
  ];
};

/** As a reader types them. */
const printedCommands = () => {
  const found = [...readFileSync(TEMPLATE, 'utf8').matchAll(/<p class="command">([\s\S]*?)<\/p>/g)];
  if (found.length < 8) throw new Error(`the template prints ${found.length} commands`);
  return found.map(([, text]) => text.replace(/&(?:lt|gt|quot|amp|#39);/g, (name) => PRINTED[name]));
};

/** A folder for PATH in which the program has its name. */
const programFolder = () => {
  const folder = join(FOLDER, 'bin');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'countersign');
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
  chmodSync(file, 0o755);
  return folder;
};

/** A reader puts names in the place of those in capitals, and follows what is said of the hash. */
const filledIn = (command, { pdf, who, trust }) =>
  command
    .replace('verify PACK', `verify '${join(pdf, '..')}'`)
    .replace('trust.yaml', `'${trust}'`)
    .replace('REPORT.pdf', `'${basename(pdf)}'`)
    .replace('-sha256', who.scheme.endsWith('384') ? '-sha384' : '-sha256');

const follow = async (pack, { commands, trust, programs }) => {
  const folder = join(FOLDER, pack.who.kind.replace(/[^A-Za-z0-9]+/g, '-'));
  cpSync(pack.folder, folder, { recursive: true });
  const shell = (command) => {
    const env = { ...process.env, PATH: `${programs}:${process.env.PATH}` };
    return runBeside('bash', ['-c', `set -euo pipefail\n${command}`], { cwd: folder, env });
  };
  const runAll = async (list) => {
    for (const command of list) {
      const { code, out, err } = await shell(command);
      if (code !== 0) return [`${pack.who.kind}: ${command}: ${lastLines(err || out, 3)}`];
    }
    return [];
  };
  const own = commands.map((command) => filledIn(command, { ...pack, trust }));
  const faults = await runAll(own);
  const signOffs = [];
  for (const line of [1, 2, 3]) signOffs.push(...(await runAll(forSignOff(commands, line))));
  writeFileSync(join(folder, 'manifest.json'), withOtherByte(pack.members.get('manifest.json')));
  const said = await runAll(aboutSignature(own));
  const fooled = /openssl dgst[\s\S]*(Verification failure|bad signature)/.test(said.join())
    ? []
    : [`${pack.who.kind}: ${said.join()}`];
  return { faults, signOffs, fooled };
};

const aboutSignature = (commands) =>
  commands.slice(
    commands.findIndex((one) => one.includes('DSSEv1')),
    -1,
  );

const forSignOff = (commands, line) => [
  `sed -n ${line}p inputs/signoffs.jsonl > line.json`,
  'jq -r .payload line.json | base64 -d > payload.json',
  ...aboutSignature(commands).map((command) =>
    command
      .replaceAll('manifest.dsse.json', 'line.json')
      .replaceAll('manifest.json', 'payload.json')
      .replace('41 application/vnd.countersign.manifest+json', '28 application/vnd.in-toto+json'),
  ),
];

const withOtherByte = (bytes) => {
  const changed = Buffer.from(bytes);
  changed[changed.length - 4] ^= 1;
  return changed;
};

/** Line ends and hyphenation are the page's; anything else must be as in the template. */
const onPaper = ({ pdf }, commands) => {
  const text = output('pdftotext', ['-raw', pdf, '-']).replace(/\s/g, '');
  return check(
    'the commands are printed as they stand in the template',
    commands.filter((command) => !text.includes(command.replace(/\s/g, ''))),
    `${commands.length} commands`,
  );
};
