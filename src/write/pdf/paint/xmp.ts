// The XMP packet: the document's information once more, as XML. Written here because pdfkit does not escape it.

import type { Document } from '../../../model/document.ts';

/** The whole packet. */
export function xmpOf(document: Document): string {
  const date = `${document.date}T00:00:00Z`;
  const producer = escapeXml(document.producer);
  return packet([
    description('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', [
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfaid:conformance>A</pdfaid:conformance>',
    ]),
    description('xmp', 'http://ns.adobe.com/xap/1.0/', [
      `<xmp:CreateDate>${date}</xmp:CreateDate>`,
      `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
      `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
      `<xmp:CreatorTool>${producer}</xmp:CreatorTool>`,
    ]),
    description('dc', 'http://purl.org/dc/elements/1.1/', [
      container('dc:title', 'Alt', document.title),
      container('dc:creator', 'Seq', document.author),
      container('dc:description', 'Alt', document.subject),
      container('dc:language', 'Bag', document.language),
    ]),
    description('pdf', 'http://ns.adobe.com/pdf/1.3/', [
      `<pdf:Producer>${producer}</pdf:Producer>`,
      document.keywords.length === 0
        ? ''
        : `<pdf:Keywords>${escapeXml(document.keywords.join(', '))}</pdf:Keywords>`,
    ]),
    ...accessibility(),
  ]);
}

/** Read-only (`end="r"`): a change of the packet would be a change of what is sealed. */
const packet = (descriptions: readonly string[]): string =>
  [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    ...descriptions,
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');

const UA = 'http://www.aiim.org/pdfua/ns/id/';
const PDFA = 'http://www.aiim.org/pdfa/ns';

/** The PDF/UA-1 mark, and its declaration: PDF/A knows no such property by itself (ISO 19005-3, 6.6.2.3). */
function accessibility(): readonly string[] {
  const property = [
    '<pdfaProperty:name>part</pdfaProperty:name>',
    '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
    '<pdfaProperty:category>internal</pdfaProperty:category>',
    '<pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>',
  ].join('');
  const schema = [
    '<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>',
    `<pdfaSchema:namespaceURI>${UA}</pdfaSchema:namespaceURI>`,
    '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
    `<pdfaSchema:property><rdf:Seq>${resource('pdfaProperty', `${PDFA}/property#`, property)}</rdf:Seq></pdfaSchema:property>`,
  ].join('');
  const schemas = `<rdf:Bag>${resource('pdfaSchema', `${PDFA}/schema#`, schema)}</rdf:Bag>`;
  return [
    description('pdfuaid', UA, ['<pdfuaid:part>1</pdfuaid:part>']),
    description('pdfaExtension', `${PDFA}/extension/`, [
      `<pdfaExtension:schemas>${schemas}</pdfaExtension:schemas>`,
    ]),
  ];
}

const resource = (prefix: string, namespace: string, content: string): string =>
  `<rdf:li xmlns:${prefix}="${namespace}" rdf:parseType="Resource">${content}</rdf:li>`;

function description(prefix: string, namespace: string, properties: readonly string[]): string {
  const shown = properties.filter((property) => property !== '');
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">\n${shown.join('\n')}\n</rdf:Description>`;
}

function container(name: string, kind: 'Alt' | 'Seq' | 'Bag', value: string): string {
  if (value === '') return '';
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : '';
  return `<${name}><rdf:${kind}><rdf:li${language}>${escapeXml(value)}</rdf:li></rdf:${kind}></${name}>`;
}

/** Characters XML does not allow at all become U+FFFD. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeXml(text: string): string {
  const known: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .toWellFormed()
    .replace(NOT_IN_XML, '\ufffd')
    .replace(/[&<>"]/g, (character) => known[character] ?? character);
}
