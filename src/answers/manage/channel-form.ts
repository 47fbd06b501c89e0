import type { Bilingual, Language } from '../../briefs/brief.ts';
import type { Form, FormValues } from '../../message/form.ts';
import type { ChannelDraft, DraftWords } from './channel-draft.ts';
import { managePhrases as phrases } from './manage-phrases.ts';
import { appointmentOf, weekdays } from './schedule-words.ts';

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
        value: draft.topics.join(', '),
        placeholder: say(phrases.topicsExample),
        longest: 1_000,
        isRequired: false,
      },
    ],
  };
}

/** What was filled in, as words. A pattern that the form cannot show stays where time and days are left empty. */
export function formWords(values: FormValues): DraftWords {
  const [language] = values.language ?? [];
  const [time = ''] = values.time ?? [];
  const days = values.days ?? [];
  const isKept = time === '' && days.length === 0;
  return {
    ...(language === undefined ? {} : { language }),
    ...(isKept ? {} : { time, days: days.map(Number) }),
    timezone: values.timezone?.[0] ?? '',
    topics: values.topics?.[0] ?? '',
  };
}
