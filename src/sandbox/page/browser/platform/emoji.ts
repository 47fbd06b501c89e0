/** Slack's canonical names that differ from `flag-xx`: https://github.com/iamcal/emoji-data */
const BARE_FLAGS = ['cn', 'de', 'es', 'fr', 'gb', 'it', 'jp', 'kr', 'ru', 'us'];

/** The emoji the picker offers and bots are likely to write; first name is Slack's canonical one. */
const NAMED: readonly (readonly [character: string, ...names: string[]])[] = [
  ['👍', '+1', 'thumbsup'],
  ['👎', '-1', 'thumbsdown'],
  ['❤️', 'heart'],
  ['😂', 'joy'],
  ['😮', 'open_mouth'],
  ['🎉', 'tada'],
  ['🙏', 'pray'],
  ['👀', 'eyes'],
  ['✅', 'white_check_mark'],
  ['❌', 'x'],
  ['🔥', 'fire'],
  ['💡', 'bulb'],
  ['🤔', 'thinking_face'],
  ['🚀', 'rocket'],
  ['👏', 'clap'],
  ['💯', '100'],
  ['🙂', 'slightly_smiling_face'],
  ['😄', 'smile'],
  ['😢', 'cry'],
  ['👋', 'wave'],
  ['✔️', 'heavy_check_mark'],
  ['⚠️', 'warning'],
  ['📰', 'newspaper'],
  ['🗞️', 'rolled_up_newspaper'],
  ['📌', 'pushpin'],
  ['📈', 'chart_with_upwards_trend'],
  ['📉', 'chart_with_downwards_trend'],
  ['📊', 'bar_chart'],
  ['🔎', 'mag_right'],
  ['🔍', 'mag'],
  ['🔗', 'link'],
  ['🕘', 'clock9'],
  ['📅', 'date'],
  ['📎', 'paperclip'],
  ['🌐', 'globe_with_meridians'],
  ['🔁', 'repeat'],
  ['➡️', 'arrow_right'],
  ['⬆️', 'arrow_up'],
  ['⬇️', 'arrow_down'],
  ['⭐', 'star'],
  ['💬', 'speech_balloon'],
  ['📣', 'mega'],
  ['🔔', 'bell'],
  ['🔕', 'no_bell'],
  ['☀️', 'sunny'],
  ['🏢', 'office'],
  ['💰', 'moneybag'],
  ['🤖', 'robot_face'],
  ['🧪', 'test_tube'],
  ['🚫', 'no_entry_sign'],
  ['ℹ️', 'information_source'],
];

/** Shown at once beside a message: the two flags, and what people use most. */
export const QUICK_EMOJI: readonly string[] = ['🇺🇸', '🇰🇷'];

/** What the small picker offers, flags first. */
export const PICKER_EMOJI: readonly string[] = [
  ...['🇺🇸', '🇰🇷', '🇬🇧', '🇦🇺', '🇨🇦', '🇮🇪', '🇳🇿', '🇯🇵'],
  ...NAMED.slice(0, 24).map(([character]) => character),
];

/** `us` → 🇺🇸, `flag-au` → 🇦🇺, `+1` → 👍; null when the name is not known here. */
export function emojiFromName(name: string): string | null {
  const bare = name.split('::')[0] ?? name;
  const country = bare === 'uk' ? 'gb' : (/^flag-([a-z]{2})$/.exec(bare)?.[1] ?? bare);
  if (country !== bare || BARE_FLAGS.includes(country)) return flagOf(country);
  return NAMED.find(([, ...names]) => names.includes(bare))?.[0] ?? null;
}

/** 🇺🇸 → `us`, 🇦🇺 → `flag-au`, 👍 → `+1`: the name a Slack client sends. Null when it has none here. */
export function emojiName(character: string): string | null {
  const letters = Array.from(character, (part) => (part.codePointAt(0) ?? 0) - 0x1f1e6);
  if (letters.length === 2 && letters.every((letter) => letter >= 0 && letter < 26)) {
    const country = String.fromCharCode(...letters.map((letter) => letter + 97));
    return BARE_FLAGS.includes(country) ? country : `flag-${country}`;
  }
  return NAMED.find(([known]) => known === character)?.[1] ?? null;
}

function flagOf(country: string): string {
  return String.fromCodePoint(...Array.from(country, (letter) => letter.charCodeAt(0) - 97 + 0x1f1e6));
}

/** Replaces the known `:names:` in a text by their characters; unknown ones stay as written, as in Slack. */
export function withEmoji(text: string): string {
  return text.replace(
    /:([a-z0-9_+'-]+(?:::[a-z0-9-]+)?):/g,
    (whole, name: string) => emojiFromName(name) ?? whole,
  );
}
