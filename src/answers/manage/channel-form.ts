import type { Bilingual, Language } from '../../briefs/brief.ts';
import type { Form, FormValues } from '../../message/form.ts';
import { type ChannelDraft, type DraftWords, topicsText } from './channel-draft.ts';
import { managePhrases as phrases } from './manage-phrases.ts';
import { appointmentOf, sameDays, weekdays } from './schedule-words.ts';

/** As many characters as a field of Slack's takes. */
const topicsLongest = 3_000;

/** The form for a channel's editions, filled with what holds now. */
export function channelForm(channelName: string, draft: ChannelDraft, language: Language): Form {
  const say = (text: Bilingual) => text[language];
  const appointment = appointmentOf(draft.schedule);
  return {
    language,
    title: say(phrases.formTitle),
    submit: say(phrases.formSubmit),
    about: say(phrases.formAbout(channelName)),
    fields: [
      {
        kind: 'one',
        name: 'language',
        label: say(phrases.language),
        hint: '',
        value: draft.language,
        choices: (['ko', 'en', 'both'] as const).map((value) => ({
          label: say(phrases.languages[value]),
          value,
        })),
      },
      {
        kind: 'time',
        name: 'time',
        label: say(phrases.time),
        hint: appointment ? '' : say(phrases.keepsPattern(draft.schedule)),
        value: appointment?.time ?? '',
        isRequired: appointment !== null,
      },
      {
        kind: 'several',
        name: 'days',
        label: say(phrases.days),
        hint: '',
        values: (appointment?.days ?? []).map(String),
        choices: weekdays.map(({ day, name }) => ({ label: say(name), value: String(day) })),
        isRequired: appointment !== null,
      },
      {
        kind: 'text',
        name: 'timezone',
        label: say(phrases.timezone),
        hint: say(phrases.timezoneHint),
        value: draft.timezone,
        placeholder: 'Asia/Seoul',
        longest: 60,
        isRequired: true,
      },
      {
        kind: 'text',
        name: 'topics',
        label: say(phrases.topics),
        hint: say(phrases.topicsHint),
        value: topicsText(draft.topics),
        placeholder: say(phrases.topicsExample),
        longest: topicsLongest,
        isRequired: false,
      },
    ],
  };
}

/**
 * What was filled in, as words. What still says what the form showed is left out, so that it stays as it is, even where
 * the form cannot show all of it.
 */
export function formWords(values: FormValues, shown: ChannelDraft): DraftWords {
  const [language] = values.language ?? [];
  const [time = ''] = values.time ?? [];
  const days = (values.days ?? []).map(Number);
  const [timezone = ''] = values.timezone ?? [];
  const [topics = ''] = values.topics ?? [];
  const before = appointmentOf(shown.schedule) ?? { time: '', days: [] };
  const isSameTime = time === before.time && sameDays(days, before.days);
  const topicsShown = [...topicsText(shown.topics)].slice(0, topicsLongest).join('');
  return {
    ...(language === undefined ? {} : { language }),
    ...(isSameTime ? {} : { time, days }),
    ...(timezone.trim() === shown.timezone ? {} : { timezone }),
    ...(topics.trim() === topicsShown.trim() ? {} : { topics }),
  };
}
