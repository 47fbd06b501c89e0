import { editionMessages } from '../../message/edition-messages.ts';
import { restMessage } from '../../message/rest-message.ts';
import { skimGroup } from '../../message/skim-group.ts';
import { answerPhrases } from '../answer-phrases.ts';
import { answerMessage, row, type Show, say, small, storyViewOf, toggle, topicMenu } from './show-parts.ts';

export const showEdition: Show<'edition'> = (view, { language, edition }) => {
  if (edition === null) return forgotten(language);
  const { skim } = editionMessages(edition, language);
  const where = view.where === 'here' ? [] : [{ blocks: [small(answerPhrases.elsewhere[language])] }];
  const groups = [...where, ...skim.groups, topicMenu(view.topics, language)];
  return { ...skim, groups: groups.filter(({ blocks }) => blocks.length > 0) };
};

export const showRest: Show<'rest'> = (_view, { language, edition }) =>
  edition === null ? forgotten(language) : restMessage(edition, language);

export const showNewest: Show<'newest'> = (view, show) => {
  const { language } = show;
  const isEmpty = view.stories.length === 0;
  const first = (isEmpty ? answerPhrases.noBriefs : answerPhrases.noEdition)[language];
  return answerMessage(language, first, [
    { blocks: [say(first)] },
    ...view.stories.map((story) => skimGroup(story, storyViewOf(show))),
    row(isEmpty ? [] : [toggle(language)]),
  ]);
};

function forgotten(language: 'ko' | 'en') {
  return answerMessage(language, '', [{ blocks: [say(answerPhrases.tooOld[language])] }]);
}
