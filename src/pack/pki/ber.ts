// Turns BER (X.690, 8) into DER as far as its framing goes: indefinite lengths become definite, lengths the shortest, and octet
// strings in pieces whole. Cards and other programs write such CMS; what was DER already stays byte for byte what it was.
import { Constructed, OctetString, Primitive } from 'asn1js';
import { bytesOf, derOf, type Node, otherType, parseBer } from './asn1.ts';
import { isDer } from './strict-der.ts';

/** Throws DerRefused for what is not one whole value. */
export const toDer = (bytes: Uint8Array): Uint8Array =>
  isDer(bytes) ? bytes : derOf(framed(parseBer(bytes)));

/** Its depth is bounded. Simple values keep their bytes: the library would put right what is wrong in them, and some are signed. */
const framed = (node: Node): Node => {
  if (node instanceof OctetString) return new OctetString({ valueHex: wholeOf(node) });
  const { tagClass, tagNumber, isConstructed } = node.idBlock;
  if (!isConstructed) return new Primitive({ idBlock: { tagClass, tagNumber }, valueHex: contentOf(node) });
  if (!(node instanceof Constructed)) throw otherType();
  return new Constructed({ idBlock: { tagClass, tagNumber }, value: node.valueBlock.value.map(framed) });
};

const contentOf = (node: Node): Uint8Array =>
  bytesOf(node).subarray(node.idBlock.blockLength + node.lenBlock.blockLength);

const wholeOf = (node: Node): Uint8Array => {
  if (!(node instanceof OctetString)) throw otherType();
  const { idBlock, valueBlock } = node;
  return idBlock.isConstructed ? Buffer.concat(valueBlock.value.map(wholeOf)) : valueBlock.valueHexView;
};
