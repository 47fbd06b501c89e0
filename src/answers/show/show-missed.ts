import { dateWords, spanWords } from '../../message/calendar-words.ts';
import { answerPhrases } from '../answer-phrases.ts';
import { readerPhrases } from '../reader-phrases.ts';
import { answerMessage, press, row, type Show, say, small, storyPage, toggle } from './show-parts.ts';

/** What was missed: the span, the stories best first, and the way to the next page. */
export const showMissed: Show<'missed'> = (view, show) => {
  const { language, today, pageSize } = show;
  const { from, to, scope, total, offset, stories } = view;
  const since = dateWords(from, today);
  const span = spanWords({ from, to }, today);
  const widen =
    scope === 'here'
      ? [press(readerPhrases.widen[language], 'widen:all')]
      : view.canNarrow
        ? [press(readerPhrases.narrow[language], 'widen:here')]
        : [];
  if (total === 0) {
    const nothing = readerPhrases.missedNothing(since)[language];
    return answerMessage(language, nothing, [{ blocks: [say(nothing)] }, row([...widen, toggle(language)])]);
  }
  const where = scope === 'here' ? readerPhrases.missedHere(span) : readerPhrases.missedAll(span);
  const shown = answerPhrases.shown(offset + 1, offset + stories.length, total);
  const heading = readerPhrases.missed(total, since)[language];
  return answerMessage(language, heading, [
    {
      blocks: [
        { kind: 'heading', text: heading },
        small(total > stories.length ? `${where[language]} · ${shown[language]}` : where[language]),
      ],
    },
    ...storyPage(stories, offset, show),
    row([
      ...(offset > 0
        ? [press(answerPhrases.previous[language], `missed:${Math.max(0, offset - pageSize)}`)]
        : []),
      ...(offset + stories.length < total
        ? [press(answerPhrases.next[language], `missed:${offset + pageSize}`)]
        : []),
      ...widen,
      toggle(language),
    ]),
  ]);
};
