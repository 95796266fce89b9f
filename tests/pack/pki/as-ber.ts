// DER as another program might have framed it.
import * as asn1 from 'asn1js';
import { der, joined } from './der-write.ts';

export type Value = { readonly bytes: Uint8Array; readonly values: readonly Value[] };

const taken = (node: asn1.AsnType): Value => ({
  bytes: node.valueBeforeDecodeView,
  values: node instanceof asn1.Constructed ? node.valueBlock.value.map(taken) : [],
});
/** The values that DER is made of. */
export const opened = (bytes: Uint8Array): Value =>
  taken(asn1.fromBER(bytes, { parseEmbedded: false }).result);

/** The same as BER: indefinite lengths, and octet strings in two pieces. */
export const asBer = ({ bytes, values }: Value): Uint8Array => {
  const end = Uint8Array.of(0, 0);
  const [tag = 0] = bytes;
  if (tag === 0x04 && bytes.length > 0x103) {
    const content = bytes.subarray(4);
    return joined([
      Uint8Array.of(0x24, 0x80),
      der(4, content.subarray(0, 100)),
      der(4, content.subarray(100)),
      end,
    ]);
  }
  return values.length === 0 ? bytes : joined([Uint8Array.of(tag, 0x80), ...values.map(asBer), end]);
};
