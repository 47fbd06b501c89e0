import { type WhyChannel, type WhySources, whyBrief } from '../answers/why-brief.ts';
import type { Bilingual, Brief } from '../briefs/brief.ts';
import type { ChannelSettings } from '../config/settings.ts';
import type { Reason } from '../digest/edition.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/open-store.ts';
import { composeNow } from './compose-now.ts';

/** {@link whyBrief} over the program's own ledger and library. */
export function explainBrief(
  brief: Pick<Brief, 'file' | 'ingestedAt'>,
  entry: ChannelSettings,
  at: number,
  program: { library: Library; store: Store; clock: () => number },
): Promise<Bilingual> {
  const channel: WhyChannel = entry;
  const sources: WhySources = {
    async verdictsOn(file) {
      const stored = await program.store.verdictsOn(file, entry.name);
      return stored.map(({ edition, reason }) => ({ edition, reason: reason as Reason }));
    },
    async compose(instant) {
      const composed = await composeNow(entry, instant, program);
      return composed && { key: composed.key, verdicts: composed.composition.verdicts };
    },
  };
  return whyBrief(brief, channel, at, sources);
}
