import { maxUrl } from './limits';

/** Parameters that tell where a visitor came from, and nothing about the page. `*` ends a prefix. */
const trackingParameters = (
  'utm_* mtm_* pk_* hsa_* fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid epik igshid igsh li_fat_id ' +
  'mc_cid mc_eid mkt_tok _hsenc _hsmi vero_id oly_enc_id oly_anon_id _ga _gl s_kwcid srsltid wickedid ck_subscriber_id tp_image_id csthemeblock'
).split(' ');

/** A link without what it should not carry. */
export interface CleanLink {
  url: string;
  /** Names of the parameters taken out, once each. */
  removed: string[];
}

/**
 * The link a pin may carry, or null for anything but http(s): without hash, user name, tracking parameters, and
 * parameters with a password (the official save button leaves these out, too). What is left keeps its spelling.
 */
export function cleanLink(address: string, base: string): CleanLink | null {
  const text = address.trim();
  if (text === '' || text.length > maxUrl || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  const names = [...new Set(url.searchParams.keys())];
  const removed = names.filter(isUnwanted);
  if (removed.length > 0) {
    const kept = url.search
      .slice(1)
      .split('&')
      .filter((pair) => !isUnwanted(nameOf(pair)));
    url.search = kept.join('&');
  }
  return { url: url.href, removed };
}

function nameOf(pair: string): string {
  return new URLSearchParams(pair).keys().next().value ?? '';
}

function isUnwanted(name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.includes('password')) return true;
  return trackingParameters.some((known) =>
    known.endsWith('*') ? lower.startsWith(known.slice(0, -1)) : lower === known,
  );
}
