// Makes dist/ anew, as it is published: the program and the library packed with all they use, types, and whose work is in it.
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyAssets } from './bundle/assets.mjs';
import { bundle, ROOT } from './bundle/bundle.mjs';
import { writeDeclarations } from './bundle/declarations.mjs';
import { noticesFor } from './bundle/notices.mjs';

const DIST = join(ROOT, 'dist');

rmSync(DIST, { recursive: true, force: true });
const { outputs } = await bundle(DIST);
const packed = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
const copied = await copyAssets(DIST);
const declared = writeDeclarations(join(DIST, 'types'));
writeFileSync(join(DIST, 'THIRD-PARTY-NOTICES.txt'), noticesFor([...packed, ...copied, ...declared]));
chmodSync(join(DIST, 'cli/main.js'), 0o755);
