import type { Bilingual, Language } from '../../briefs/brief.ts';
import type { Form } from '../../message/form.ts';
import type { Choice } from '../../message/message.ts';
import { reportPhrases as phrases } from './report-phrases.ts';

/** Characters of what a person may write. */
export const reportLongest = 500;
/** Discord's menus hold 25, the first of which is the whole message. */
const storiesAtMost = 24;
const wholeMessage = 'all';

/** Asks what is wrong, and with which story where a message tells several. */
export function reportForm(titles: readonly Bilingual[], language: Language): Form {
  const say = (text: Bilingual) => text[language];
  const choices = titles
    .slice(0, storiesAtMost)
    .map((title, index): Choice => ({ label: say(title), value: String(index) }));
  return {
    language,
    title: say(phrases.title),
    submit: say(phrases.submit),
    about: say(phrases.about),
    fields: [
      ...(titles.length < 2
        ? []
        : [
            {
              kind: 'one' as const,
              name: 'story',
              label: say(phrases.story),
              hint: '',
              value: wholeMessage,
              choices: [{ label: say(phrases.wholeMessage), value: wholeMessage }, ...choices],
            },
          ]),
      {
        kind: 'text',
        name: 'text',
        label: say(phrases.text),
        hint: say(phrases.textHint),
        value: '',
        placeholder: say(phrases.textExample),
        longest: reportLongest,
        isRequired: false,
        isLong: true,
      },
    ],
  };
}
