const longest = 63;

/** A name for the settings out of a channel's name, unlike the ones that are taken. */
export function entryName(
  channelName: string,
  platform: 'slack' | 'discord',
  taken: readonly string[],
): string {
  const plain = channelName
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
  // Whole characters: half a surrogate pair is refused by the rules of the settings.
  const base = [...(plain || platform)].slice(0, longest - 12).join('');
  const wanted = [base, `${base}-${platform}`];
  for (let count = 2; ; count += 1) {
    const free = wanted.find((name) => !taken.includes(name));
    if (free !== undefined) return free;
    wanted.push(`${base}-${count}`);
  }
}
