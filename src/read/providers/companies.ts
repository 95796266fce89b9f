// Companies whose clouds and software stand in others' services, by all their names. On one page one of them may be the provider; the
// others are then third parties.

/** Each list is one company; the first is the name that a model gives it. */
const COMPANIES: readonly (readonly string[])[] = [
  ['IBM', 'IBM Cloud', 'Bluemix', 'SoftLayer'],
  ['Red Hat', 'RedHat'],
  ['AWS', 'Amazon Web Services', 'Amazon'],
  ['Microsoft', 'Microsoft Azure', 'Azure'],
  ['Google', 'Google Cloud', 'Google Cloud Platform', 'GCP'],
  ['Oracle', 'Oracle Cloud', 'OCI'],
  ['OVHcloud', 'OVH'],
  ['VMware', 'Broadcom'],
  ['SAP'],
  ['Alibaba Cloud', 'Alibaba'],
  ['Cisco'],
  ['Cloudflare'],
  ['Confluent'],
  ['Databricks'],
  ['Datadog'],
  ['DigitalOcean'],
  ['Elastic'],
  ['Equinix'],
  ['Fortinet'],
  ['HashiCorp'],
  ['Hetzner'],
  ['Juniper'],
  ['Kyndryl'],
  ['MongoDB'],
  ['NetApp'],
  ['Palo Alto Networks', 'Palo Alto'],
  ['Portworx'],
  ['Salesforce'],
  ['Scaleway'],
  ['Snowflake'],
  ['Sysdig'],
  ['Veeam'],
  ['Zerto'],
];

/** Letters and figures between anything else, in lower case; a possessive is its name. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/['’]s(?![\p{L}\p{N}])/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const keyOf = (name: string): string => wordsOf(name).join(' ');

/** By each name as `wordsOf` gives it, with a space between. */
export const COMPANY_BY_KEY: ReadonlyMap<string, string> = new Map(
  COMPANIES.flatMap((all) => all.map((one) => [keyOf(one), all[0] ?? ''] as const)),
);

/** The name that the company is listed under; null for no company of the list. */
export const companyNamed = (name: string): string | null => COMPANY_BY_KEY.get(keyOf(name)) ?? null;
