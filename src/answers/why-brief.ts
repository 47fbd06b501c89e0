import type { Bilingual, Brief } from '../briefs/brief.ts';
import type { Reason } from '../digest/edition.ts';
import { editionMoment } from '../digest/edition-key.ts';
import { explain } from '../digest/explain.ts';
import { localDate } from '../digest/local-date.ts';
import { localTime } from '../digest/local-time.ts';

/** A verdict as it was stored with its edition. */
export interface StoredVerdict {
  /** Edition key. */
  edition: string;
  reason: Reason;
}

/** What `why` reads. */
export interface WhySources {
  /** Verdicts on a file in the editions of one entry of the settings, newest edition first. */
  verdictsOn(file: string): Promise<StoredVerdict[]>;
  /** What the entry's channel would get as if now were `at`; null where it is never due. */
  compose(at: number): Promise<{ key: string; verdicts: { file: string; reason: Reason }[] } | null>;
}

/** The channel that is asked about. */
export interface WhyChannel {
  name: string;
  timezone: string;
}

/**
 * Why a brief was in, or out of, a channel's edition, in one sentence: from the verdict that was stored with the
 * edition, or else from composing one. Both are `composeEdition`'s own reasons.
 * @param at epoch ms: editions due later do not exist
 */
export async function whyBrief(
  brief: Pick<Brief, 'file' | 'ingestedAt'>,
  channel: WhyChannel,
  at: number,
  sources: WhySources,
): Promise<Bilingual> {
  const until = localMinute(at, channel.timezone);
  const judged = await sources.verdictsOn(brief.file);
  const stored = judged.find(({ edition }) => editionMoment(edition) <= until);
  if (stored) {
    const when = editionMoment(stored.edition);
    return sentence(stored.reason, {
      ko: `${channel.name} ${when} 브리핑`,
      en: `${channel.name}, edition of ${when}`,
    });
  }
  const { name } = channel;
  if (brief.ingestedAt !== null && brief.ingestedAt > at)
    return {
      ko: `${name}: 아직 들어오지 않은 소식이라 브리핑에 없습니다.`,
      en: `${name}: It is in no edition, for it had not come in yet.`,
    };
  const composed = await sources.compose(at);
  if (composed === null)
    return {
      ko: `${name}: 이 채널의 일정에는 브리핑 시각이 없습니다.`,
      en: `${name}: It is in no edition, for the channel’s schedule is never due.`,
    };
  const verdict = composed.verdicts.find(({ file }) => file === brief.file);
  const later = judged.at(-1);
  if (!verdict && later) {
    const when = editionMoment(later.edition);
    return {
      ko: `${name}: 그때는 아직 폴더에 없던 소식이라 브리핑에 없고, ${when} 브리핑에서 처음 다루었습니다.`,
      en: `${name}: It is in no edition up to then, for the first that it was there for is that of ${when}.`,
    };
  }
  if (!verdict) return leftOutOfTheFirst(name, brief.ingestedAt !== null);
  return sentence(verdict.reason, {
    ko: `${name}, ${until}에 올린다면`,
    en: `${name}, if it were posted on ${until}`,
  });
}

/** A channel's first edition holds the newest day that has briefs, and what tells that day's stories. */
function leftOutOfTheFirst(name: string, isDated: boolean): Bilingual {
  return isDated
    ? {
        ko: `${name}: 채널의 첫 브리핑보다 먼저 들어온 소식이라 이미 지난 것으로 봅니다.`,
        en: `${name}: It is in no edition, for it came before the newest day that the channel’s first edition holds.`,
      }
    : {
        ko: `${name}: 들어온 시각이 적혀 있지 않고 채널의 첫 브리핑이 다룬 날의 소식과도 다른 내용이라, 그 전부터 있던 것으로 봅니다.`,
        en: `${name}: It is in no edition, for it does not say when it came in and tells none of the stories of the day that the channel’s first edition holds.`,
      };
}

function sentence(reason: Reason, where: Bilingual): Bilingual {
  return {
    ko: `${where.ko}: ${explain({ reason }, 'ko')}`,
    en: `${where.en}: ${explain({ reason }, 'en')}`,
  };
}

function localMinute(at: number, zone: string): string {
  return `${localDate(at, zone)} ${localTime(at, zone)}`;
}
