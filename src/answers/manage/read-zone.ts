/** What people in Korea call the places of common zones; others are found by the English name of their city. */
const koreanNames = new Map<string, string>(
  Object.entries({
    한국: 'Asia/Seoul',
    서울: 'Asia/Seoul',
    일본: 'Asia/Tokyo',
    도쿄: 'Asia/Tokyo',
    베이징: 'Asia/Shanghai',
    상하이: 'Asia/Shanghai',
    홍콩: 'Asia/Hong_Kong',
    타이베이: 'Asia/Taipei',
    싱가포르: 'Asia/Singapore',
    하노이: 'Asia/Ho_Chi_Minh',
    호찌민: 'Asia/Ho_Chi_Minh',
    방콕: 'Asia/Bangkok',
    자카르타: 'Asia/Jakarta',
    두바이: 'Asia/Dubai',
    런던: 'Europe/London',
    파리: 'Europe/Paris',
    베를린: 'Europe/Berlin',
    뉴욕: 'America/New_York',
    시카고: 'America/Chicago',
    덴버: 'America/Denver',
    로스앤젤레스: 'America/Los_Angeles',
    샌프란시스코: 'America/Los_Angeles',
    시애틀: 'America/Los_Angeles',
    시드니: 'Australia/Sydney',
  }),
);
const letterNames = new Map(
  Object.entries({ kst: 'Asia/Seoul', korea: 'Asia/Seoul', jst: 'Asia/Tokyo', utc: 'UTC', gmt: 'UTC' }),
);

const zones: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
/** What is offered before anything is typed. */
const common = [
  'Asia/Seoul',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
];

const fold = (text: string) => text.toLowerCase().replace(/[\s_]+/g, '_');
const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1);

/** The zone of the tz database that is meant: `Asia/Seoul`, `seoul`, `서울`, `KST`; null for none, or more than one. */
export function readZone(text: string): string | null {
  const typed = text.normalize('NFC').trim();
  const known = koreanNames.get(typed.replace(/\s+/g, '')) ?? letterNames.get(typed.toLowerCase());
  if (known !== undefined) return known;
  const exact = zones.find((zone) => fold(zone) === fold(typed));
  if (exact !== undefined) return exact;
  const cities = zones.filter((zone) => fold(cityOf(zone)) === fold(typed));
  if (cities.length === 1) return cities[0] ?? null;
  return canonical(typed);
}

/** Older and rarer names such as `Asia/Calcutta` and `Etc/GMT+9`, which the list leaves out: the settings take them. */
function canonical(typed: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Zones that fit what was typed so far, the likeliest first. */
export function zonesLike(text: string, limit: number): string[] {
  const typed = fold(text.normalize('NFC').trim());
  if (typed === '') return common.slice(0, limit);
  const korean = [...koreanNames]
    .filter(([name]) => name.startsWith(text.normalize('NFC').trim()))
    .map(([, zone]) => zone);
  const byCity = zones.filter((zone) => fold(cityOf(zone)).startsWith(typed));
  const within = zones.filter((zone) => fold(zone).includes(typed));
  return [...new Set([...korean, ...byCity, ...within])].slice(0, limit);
}
