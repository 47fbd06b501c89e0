import type { Language } from '../briefs/brief.ts';
import type { BelowHighlight, Reason, Verdict } from './edition.ts';
import { editionMoment } from './edition-key.ts';

type Say = Record<Language, string>;

const belowHighlight = {
  'nothing-follows': {
    ko: ' (따를 만한 시사점이 없다고 적혀 있어 주요 소식이 될 수 없습니다)',
    en: '; it cannot be a highlight because its own so-what says that nothing follows',
  },
  'source-has-two': {
    ko: ' (같은 매체의 소식이 이미 두 건이라 주요 소식에서는 빠졌습니다)',
    en: '; it is no highlight because two from the same source already are',
  },
} satisfies Record<BelowHighlight, Say>;

/** One sentence of what it is, with why it is no more than that where there is a reason besides its rank. */
function tier(reason: { because?: BelowHighlight }, say: Say): Say {
  const more = reason.because ? belowHighlight[reason.because] : { ko: '', en: '' };
  return { ko: `${say.ko}${more.ko}.`, en: `${say.en}${more.en}.` };
}

function sentences(reason: Reason): Say {
  switch (reason.code) {
    case 'highlight':
      return { ko: '주요 소식으로 실렸습니다.', en: 'It is in, as a highlight.' };
    case 'headline':
      return tier(reason, { ko: '한 줄 소식으로 실렸습니다', en: 'It is in, as a headline' });
    case 'rest':
      return tier(reason, {
        ko: '한 줄 소식의 자리가 다 차서 ‘나머지’ 단추로만 볼 수 있습니다',
        en: 'It is beyond the headline count, so it is only behind the “more” button',
      });
    case 'same-story':
      return {
        ko: `같은 사건을 다룬 소식(${reason.story})에 출처로 합쳐졌습니다.`,
        en: `It tells the same story as ${reason.story} and is shown there as a source.`,
      };
    case 'same-url':
      return {
        ko: `같은 주소의 기사(${reason.file})와 하나로 합쳐졌습니다.`,
        en: `It is the same article as ${reason.file}, so it is shown once.`,
      };
    case 'already-told':
      return {
        ko: `${editionMoment(reason.edition)} 브리핑에서 이미 전한 소식입니다.`,
        en: `It was already told in the edition of ${editionMoment(reason.edition)}.`,
      };
    case 'below-confidence':
      return {
        ko: `신뢰도 ${reason.confidence}이(가) 이 채널의 기준 ${reason.floor}보다 낮습니다.`,
        en: `Its confidence of ${reason.confidence} is below this channel’s floor of ${reason.floor}.`,
      };
    case 'too-old':
      return {
        ko: `${reason.published}에 나온 기사라, 들어왔을 때 이미 이 채널의 기준인 ${reason.maxAgeDays}일을 넘겼습니다.`,
        en: `It was published on ${reason.published}, longer before it came in than this channel’s ${reason.maxAgeDays} days.`,
      };
    case 'retracted':
      return {
        ko: '편집자가 삭제한 소식이라 어느 브리핑에서도 볼 수 없습니다.',
        en: 'It was retracted by the editors, so no edition shows it any more.',
      };
    case 'retracted-story':
      return {
        ko: `${editionMoment(reason.edition)} 브리핑에서 전한 뒤 편집자가 삭제한 소식이라 다시 전하지 않습니다.`,
        en: `Its story was told in the edition of ${editionMoment(reason.edition)} and retracted since, so it is not told again.`,
      };
    case 'outside-topics':
      return {
        ko: `이 채널의 주제(${reason.topics.join(', ')})에 해당하지 않습니다.`,
        en: `It is outside this channel’s topics (${reason.topics.join(', ')}).`,
      };
  }
}

/** Why a brief is in or out of an edition, in one sentence. Names are as they are: escape before showing. */
export function explain(verdict: Pick<Verdict, 'reason'>, language: Language): string {
  return sentences(verdict.reason)[language];
}
