// node scripts/bundle/into.mjs FOLDER: packs the program into a folder, without what is published beside it, and prints esbuild's account.
import { bundle } from './bundle.mjs';

console.log(JSON.stringify(await bundle(process.argv[2])));
