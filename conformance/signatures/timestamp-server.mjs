// A timestamp authority of one's own: `openssl ts` behind HTTP on the loopback interface. The path says whether it answers as it
// should or wrongly. Run by `node timestamp-server.mjs FOLDER CERTIFICATE KEY CHAIN`; prints its port when it listens.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, certificate, key, chain] = process.argv.slice(2);
const settings = join(folder, 'tsa.cnf');
writeFileSync(
  settings,
  `[ tsa ]
default_tsa = responder
[ responder ]
serial = ${join(folder, 'serial')}
signer_cert = ${certificate}
signer_key = ${key}
certs = ${chain}
signer_digest = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.5
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`,
);
writeFileSync(join(folder, 'serial'), '01\n');

const openssl = (words) => {
  const { status, stdout, stderr } = spawnSync('openssl', words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

const answer = (query) => {
  const [asked, told] = [join(folder, 'query.tsq'), join(folder, 'reply.tsr')];
  writeFileSync(asked, query);
  openssl(['ts', '-reply', '-config', settings, '-section', 'responder', '-queryfile', asked, '-out', told]);
  return readFileSync(told);
};

/** The query with the last byte of one value changed, found in what `openssl asn1parse` says of it. */
const changed = (query, line) => {
  const asked = join(folder, 'changed.tsq');
  writeFileSync(asked, query);
  const [, start, header, length] = line.exec(openssl(['asn1parse', '-inform', 'DER', '-in', asked]));
  const bytes = Buffer.from(query);
  bytes[Number(start) + Number(header) + Number(length) - 1] ^= 1;
  return bytes;
};

const IMPRINT = /^ *(\d+):d=2 +hl= *(\d+) +l= *(\d+) prim: +OCTET STRING/m;
/** The second whole number at this depth: the version comes first. */
const NONCE = /OCTET STRING[\s\S]*?^ *(\d+):d=1 +hl= *(\d+) +l= *(\d+) prim: +INTEGER/m;

const ANSWERS = {
  '/good': (query) => answer(query),
  '/nonce': (query) => answer(changed(query, NONCE)),
  '/imprint': (query) => answer(changed(query, IMPRINT)),
  '/refusal': () => answer(Buffer.from('no query')),
  '/garbage': () => Buffer.from('this is no timestamp'),
  '/cut': (query) => answer(query).subarray(0, 200),
  '/empty': () => Buffer.alloc(0),
};

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const make = ANSWERS[request.url];
  if (make === undefined) return response.writeHead(500).end('out of order');
  response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(make(Buffer.concat(chunks)));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
