// A timestamp server that answers wrongly, or not at all: the program says so, ends with 4, and leaves nothing behind.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { PROGRAM } from '../example.mjs';
import { besideEachOther, lastLines, runBeside } from '../shell.mjs';
import { copyOfData, SIGNATURES, sealedPacks, sealWords, signOffWords } from '../signatures/sealed-packs.mjs';
import { withTimestamps } from '../signatures/timestamps.mjs';

/** What the server does at each path; the first four also in the place of a seal, which takes longer. */
const WRONGS = {
  '/garbage': 'bytes that are no reply',
  '/broken': 'status 500',
  '/nonce': 'a token with another nonce',
  '/imprint': 'a token over other bytes',
  '/refusal': 'a refusal',
  '/cut': 'a reply cut short',
  '/empty': 'nothing',
};
const SEALS = Object.keys(WRONGS).slice(0, 4);
const FOLDER = join(SIGNATURES, 'wrong-timestamps');

export const timestampAnswers = async () => {
  const { identities, everyone, packs } = await sealedPacks();
  mkdirSync(FOLDER, { recursive: true });
  const [who] = everyone;
  return withTimestamps(join(FOLDER, 'server'), identities, async (server) => {
    const seals = await besideEachOther(SEALS, (path) => sealWith(`${server}${path}`, path, who, packs[0]));
    const signOffs = await besideEachOther(Object.keys(WRONGS), (path) =>
      signWith(`${server}${path}`, path, who),
    );
    const gone = await signWith('http://127.0.0.1:9', '/gone', who);
    const names = Object.values(WRONGS);
    return [
      check(
        'build --seal: a wrong timestamp ends it with 4 and leaves nothing',
        seals.flat(),
        names.slice(0, SEALS.length).join('; '),
      ),
      check(
        'sign: a wrong timestamp ends it with 4 and leaves nothing',
        [...signOffs.flat(), ...gone],
        [...names, 'no server'].join('; '),
      ),
    ];
  });
};

const sealWith = async (url, path, who, { data }) => {
  const out = join(FOLDER, `out${path.replace('/', '-')}`);
  const said = await countersign(sealWords(data, who, out, ['--timestamp', url]), who);
  const left = existsSync(out) ? readdirSync(out, { recursive: true, withFileTypes: true }) : [];
  const files = left.filter((entry) => entry.isFile()).map(({ name }) => name);
  return faultsOf(path, said, files);
};

const signWith = async (url, path, who) => {
  const data = copyOfData(`stamp${path.replace('/', '-')}`);
  const before = readdirSync(data, { recursive: true });
  const said = await countersign(signOffWords(data, who, ['--timestamp', url]), who);
  const after = readdirSync(data, { recursive: true });
  return faultsOf(
    path,
    said,
    after.filter((name) => !before.includes(name)),
  );
};

const countersign = (words, { env }) =>
  runBeside(process.execPath, [PROGRAM, ...words], { env: { ...process.env, ...env } });

const faultsOf = (path, { code, out, err }, left) => [
  ...(code === 4 ? [] : [`${path}: exit code ${code}: ${lastLines(err || out, 3)}`]),
  ...(err.trim() === '' ? [`${path}: nothing is said`] : []),
  ...left.map((name) => `${path}: leaves ${name}`),
];
