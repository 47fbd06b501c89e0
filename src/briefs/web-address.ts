/** Query parameters that say where a reader came from, not which article it is. */
const tracking =
  /^(utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|hsctatracking|ref|ref_src|ref_url|referrer|cmpid|cmp|ncid|sr_share|smid|spm|trk|guccounter|guce_.*|ocid|s_cid|si|source|at_medium|at_campaign|__twitter_impression|amp)$/i;

/** The address without tracking parameters, text fragments and user name (`https://known.example@other.example`); '' when it is not an http(s) address. */
export function readableAddress(address: string): string {
  const url = parseAddress(address);
  if (!url) return '';
  url.username = '';
  url.password = '';
  for (const [name, value] of [...url.searchParams]) {
    // Feeds that add theirs to an address with a query of its own give `?p=1?utm_source=x`, escaped or not.
    const own = value.replace(/[?&]utm_\w+=.*$/is, '');
    if (tracking.test(name)) url.searchParams.delete(name);
    else if (own !== value) url.searchParams.set(name, own);
  }
  url.hash =
    url.hash.startsWith('#:~:') || tracking.test(url.hash.slice(1).split('=')[0] ?? '') ? '' : url.hash;
  return url.href;
}

/** Equal for two addresses of the same article: host and path and what is left of the query; '' where there is none. */
export function addressKey(address: string): string {
  const url = parseAddress(readableAddress(address));
  if (!url) return '';
  url.searchParams.sort();
  const host = url.hostname.toLowerCase().replace(/^(www|m|amp)\./, '');
  const path = url.pathname.replace(/\/(index\.html?|amp)?\/?$/, '');
  return `${host}${path}${url.search}`;
}

function parseAddress(address: string): URL | null {
  const text = address.trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
