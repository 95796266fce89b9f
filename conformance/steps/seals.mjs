// The seal in the PDF as poppler, openssl and pyHanko see it, whole and altered; the sealed report as qpdf and veraPDF see it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { check, reported } from '../checks.mjs';
import { PROGRAM } from '../example.mjs';
import { run } from '../shell.mjs';
import { withMoreBehind, withOtherDate, withSealByOpenssl } from '../signatures/altered.mjs';
import { cmsFaults, partsOfCms, tokenFaults } from '../signatures/openssl.mjs';
import { popplerReader, pyHankoFaults } from '../signatures/seal-readers.mjs';
import { SIGNATURES, sealedPacks } from '../signatures/sealed-packs.mjs';
import { takeSealOut } from '../signatures/sealed-pdf.mjs';
import { classPath, verdictsOn } from './archive.mjs';

const TAKEN_OUT = join(SIGNATURES, 'seals');

export const seals = async () => {
  const { identities, trust, packs } = await sealedPacks();
  mkdirSync(TAKEN_OUT, { recursive: true });
  const taken = packs.map((pack, index) => ({
    ...pack,
    ...takeSealOut(pack.pdf, join(TAKEN_OUT, String(index))),
  }));
  const poppler = popplerReader(identities);
  return [
    ...byPoppler(taken, poppler),
    byOpenssl(taken),
    stamps(taken, identities),
    byPyHanko(taken, identities),
    sound(taken),
    ...archived(taken),
    ...altered(taken[0], { identities, trust, poppler }),
    strange(taken[0], identities),
  ];
};

const named = (packs, faultsOf) =>
  packs.flatMap((pack, index) => faultsOf(pack, index).map((fault) => `${pack.name}: ${fault}`));
const grounds = (packs) => {
  const [kinds, levels] = [packs.map(({ who }) => who.kind), packs.map(({ level }) => level)];
  return `${packs.length} PDFs, ${[...new Set(levels)].join(' and ')}: ${[...new Set(kinds)].join('; ')}`;
};

/** NSS, on which pdfsig rests, takes no key that its certificate keeps for RSA-PSS, whoever signs with it. */
const byPoppler = (packs, poppler) => {
  const forPss = packs.filter(({ who }) => who.scheme.startsWith('rsassa-pss'));
  const others = packs.filter((pack) => !forPss.includes(pack));
  const unable = named(forPss, (pack, index) =>
    poppler(withSealByOpenssl(pack, pack.signed, join(TAKEN_OUT, `pss-${index}.pdf`))),
  );
  const judge = unable.length === 0 ? check : reported;
  return [
    check(
      'pdfsig: valid, trusted, over the whole document',
      named(others, (one) => poppler(one.pdf)),
      grounds(others),
    ),
    judge(
      'pdfsig: the same with a key for RSA-PSS only (binding once it takes such a seal from openssl)',
      named(forPss, (one) => poppler(one.pdf)),
      grounds(forPss),
    ),
  ];
};

const byOpenssl = (packs) =>
  check(
    'openssl cms -verify -cades takes the seal',
    named(packs, ({ cms, signed, who }) => cmsFaults({ cms, signed, root: who.root, cades: true })),
    grounds(packs),
  );

const stamps = (packs, { authority, chain }) => {
  const stamped = packs.filter(({ level }) => level === 'B-T');
  const faultsOf = ({ cms }) => {
    const { signature, token } = partsOfCms(cms);
    if (token === null) return ['no timestamp'];
    return tokenFaults({ token, data: signature, root: authority.root.certificate, chain });
  };
  const bare = packs.filter(({ level, cms }) => level === 'B-B' && partsOfCms(cms).token !== null);
  const faults = [...named(stamped, faultsOf), ...named(bare, () => ['a timestamp nobody asked for'])];
  return check('openssl ts -verify takes the timestamp over the seal', faults, grounds(stamped));
};

const byPyHanko = (packs, identities) => {
  const asked = packs.map(({ pdf, who, level }) => ({ file: pdf, who, level }));
  const answers = pyHankoFaults(asked, identities);
  return check(
    'pyHanko: intact, valid, trusted, over the entire file; the timestamp too',
    named(packs, (_pack, index) => answers[index]),
    grounds(packs),
  );
};

const sound = (packs) =>
  check(
    'qpdf finds no fault in a sealed PDF',
    named(packs, ({ pdf }) => {
      const { code, out, err } = run('qpdf', ['--check', pdf]);
      return code === 0 ? [] : `${out}${err}`.trim().split('\n');
    }),
    grounds(packs),
  );

/** One of each level: the kind of key changes nothing but the bytes inside the signature. */
const archived = (packs) => {
  const classes = classPath();
  const ofEach = ['B-B', 'B-T'].map((level) => packs.find((pack) => pack.level === level));
  return ofEach.flatMap(({ name, pdf }) => verdictsOn({ name: `sealed, ${name}`, file: pdf }, classes));
};

/** Every reader must be able to say no. */
const altered = (pack, { identities, trust, poppler }) =>
  [
    { what: 'with a digit changed', make: withOtherDate },
    { what: 'with a line behind its end', make: withMoreBehind },
  ].map(({ what, make }, index) => {
    const file = make(pack.pdf, join(TAKEN_OUT, `altered-${index}.pdf`));
    const [byPython] = pyHankoFaults([{ file, who: pack.who, level: pack.level }], identities);
    const said = {
      pdfsig: poppler(file),
      'openssl, on what is taken out': opensslOn(file, pack),
      pyHanko: byPython,
      countersign:
        run(process.execPath, [PROGRAM, 'verify', file, '--trust', trust]).code === 1 ? ['no'] : [],
    };
    const fooled = Object.entries(said).filter(([, faults]) => faults.length === 0);
    return check(
      `a sealed PDF ${what} is refused by everybody`,
      fooled.map(([reader]) => `${reader} takes it`),
      `pdfsig: ${said.pdfsig[0]}; pyHanko: ${byPython.join(', ')}`,
    );
  });

/** Nor may anybody trust a seal for its own certificate's sake. */
const strange = ({ pdf, cms, signed, who, level }, identities) => {
  const { certificate: root } = identities.authority.root;
  const [byPython] = pyHankoFaults([{ file: pdf, who: { ...who, root }, level }], identities);
  const said = {
    openssl: cmsFaults({ cms, signed, root, cades: true }),
    pyHanko: byPython.filter((fault) => fault.startsWith('trusted')),
  };
  const fooled = Object.entries(said).filter(([, faults]) => faults.length === 0);
  return check(
    'a seal is trusted by nobody who trusts another root only',
    fooled.map(([reader]) => `${reader} trusts it`),
    byPython.join(', '),
  );
};

/** openssl sees bytes, not PDFs: what the seal does not cover, taking it out has to notice. */
const opensslOn = (file, { who }) => {
  try {
    return cmsFaults({ ...takeSealOut(file, `${file}.taken`), root: who.root, cades: true });
  } catch (error) {
    return [error.message];
  }
};
