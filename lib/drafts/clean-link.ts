import { nameOf, pairsIn, setPairs } from './query';

/** A link without what only tracks. */
export interface CleanLink {
  url: string;
  /** Names of the parameters taken out, once each. */
  removed: string[];
}

/**
 * Parameters by which one site follows its visitors, by the end of its host name; `*` ends a prefix. Kept by hand: the
 * lists that others keep take affiliates' tags for tracking (docs/decisions/0011-words-and-links.md). Each row has its cases in
 * the test beside this file.
 */
const bySite: readonly [hosts: RegExp, parameters: string][] = [
  [
    /(?:^|\.)amazon\.[a-z.]+$/,
    'keywords qid sr crid sprefix pf_rd_* pd_rd_* content-id dib dib_tag ref_ _encoding smid th psc',
  ],
  [
    /(?:^|\.)etsy\.com$/,
    'click_key click_sum ga_* organic_search_click frs sts content_source logging_key pro cns bes',
  ],
  [/(?:^|\.)ebay\.[a-z.]+$/, '_trkparms _trksid amdata hash itmmeta itmprp _from epid'],
  [
    /(?:^|\.)aliexpress\.[a-z.]+$/,
    'spm scm algo_* pdp_npi pdp_ext_f gatewayadapt curpagelogid utparam* ws_ab_test btsid _t',
  ],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'si feature pp ab_channel'],
  [/(?:^|\.)(?:instagram|threads)\.[a-z]+$/, 'igsh igshid img_index xmt'],
  [/(?:^|\.)(?:twitter|x)\.com$/, 's t ref_src ref_url'],
  [/(?:^|\.)tiktok\.com$/, '_r _t is_from_webapp sender_device web_id share_*'],
  [/(?:^|\.)reddit\.com$/, 'share_id rdt correlation_id ref ref_source'],
  [/(?:^|\.)(?:open\.)?spotify\.com$/, 'si context nd dlsi'],
  [/(?:^|\.)medium\.com$/, 'source'],
  [/(?:^|\.)linkedin\.com$/, 'trk trackingid lipi rcm midtoken midsig'],
  [/(?:^|\.)pinterest\.[a-z.]+$/, 'mt nic_* sender invite_code'],
  [/(?:^|\.)walmart\.com$/, 'ath* from classtype'],
  [/(?:^|\.)target\.com$/, 'lnk preselect_*'],
  [/(?:^|\.)bbc\.(?:com|co\.uk)$/, 'at_* xtor ns_* ocid'],
  [/(?:^|\.)(?:nytimes|theguardian|washingtonpost)\.com$/, 'smid smtyp cmp itid partner_id'],
  [/(?:^|\.)google\.[a-z.]+$/, 'ved ei sa usg sxsrf gs_lcp sclient uact'],
];

/** What campaigns, newsletters, and shops of one system add on any site. */
const anywhere =
  'utm_* mtm_* pk_* hsa_* fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid epik igshid igsh li_fat_id ' +
  'mc_cid mc_eid mkt_tok _hsenc _hsmi vero_id oly_enc_id oly_anon_id _ga _gl s_kwcid srsltid wickedid ck_subscriber_id ' +
  'tp_image_id csthemeblock ' +
  '_pos _sid _ss _psq _fid pr_prod_strat pr_rec_* pr_ref_pid pr_seq ref_src __hstc __hssc __hsfp cmpid ncid ito guccounter';

/**
 * Takes what only tracks out of a link. Nothing but parameters goes, and none that pays somebody: creators put affiliates'
 * tags into their links on purpose.
 */
export function withoutTracking(link: string): CleanLink {
  const url = URL.parse(link);
  if (!url) return { url: link, removed: [] };
  const found = bySite.find(([hosts]) => hosts.test(url.hostname))?.[1] ?? '';
  const known = `${found} ${anywhere}`.trim().split(' ');
  const names = new Set(url.searchParams.keys());
  const removed = [...names].filter((name) => isAmong(known, name.toLowerCase()));
  if (removed.length === 0) return { url: link, removed };
  setPairs(
    url,
    pairsIn(url).filter((pair) => !removed.includes(nameOf(pair))),
  );
  return { url: url.href, removed };
}

const isAmong = (known: readonly string[], name: string): boolean =>
  known.some((each) => (each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each));
