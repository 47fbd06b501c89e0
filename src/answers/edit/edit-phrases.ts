import type { Bilingual } from '../../briefs/brief.ts';
import { phrases } from '../../message/phrases.ts';

/** Where something is shown: how many messages, in channels by name. */
export interface Where {
  messages: number;
  channels: readonly string[];
}

const namedAtMost = 4;

function whereWords({ messages, channels }: Where): Bilingual {
  const named = channels.slice(0, namedAtMost).join(', ');
  const more = channels.length - namedAtMost;
  return {
    ko: `${named}${more > 0 ? ` 외 ${more}개 채널` : ''}의 메시지 ${messages}개`,
    en: `${messages === 1 ? '1 message' : `${messages} messages`} in ${named}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

/** `김서연 님이`; from the shell nobody is named. */
const byKo = (by: string) => (by === '' ? '운영자가' : `${by} 님이`);
const byEn = (by: string) => (by === '' ? 'from the shell' : `by ${by}`);

/** What is said to those who retract and correct, Korean and English side by side. */
export const editPhrases = {
  title: { ko: '삭제·정정', en: 'Retract or correct' },
  notOurs: {
    ko: 'Sowhat이 올린 소식이 아닙니다. 브리핑이나 스레드의 소식 메시지에서 열어 주세요.',
    en: 'This is no message of Sowhat’s. Open the menu on an edition, or on a story in its thread.',
  },
  noStory: {
    ko: '이 메시지에는 소식이 없습니다. 브리핑이나 스레드의 소식 메시지에서 열어 주세요.',
    en: 'This message tells no story. Open the menu on an edition, or on a story in its thread.',
  },
  mayNot: {
    slack: {
      ko: '소식을 삭제하거나 정정하는 일은 워크스페이스 관리자와 소유자, 이 채널을 만든 사람, 그리고 설정 파일의 managers에 적힌 사람이 합니다. 잘못된 소식이라면 메시지 메뉴의 ‘문제 신고’로 알려 주세요.',
      en: 'Workspace admins and owners, the person who created this channel, and people listed under managers in the settings file retract and correct stories. If this one is wrong, use “Report a problem” in the message’s menu.',
    },
    discord: {
      ko: '소식을 삭제하거나 정정하는 일은 여기에서 ‘채널 관리하기’ 권한이 있는 사람과 설정 파일의 managers에 적힌 사람이 합니다. 잘못된 소식이라면 메시지 메뉴의 ‘문제 신고’로 알려 주세요.',
      en: 'People with “Manage Channels” here, and people listed under managers in the settings file, retract and correct stories. If this one is wrong, use “Report a problem” in the message’s menu.',
    },
  },
  which: { ko: '어느 소식인가요?', en: 'Which story?' },
  pick: { ko: '소식 고르기', en: 'Pick a story' },
  onlyFirst: (count: number): Bilingual => ({
    ko: `앞의 ${count}건만 보입니다. 다른 소식은 스레드의 그 소식 메시지에서 열어 주세요.`,
    en: `Only the first ${count} are listed; for another, open the menu on its own message in the thread.`,
  }),
  others: { ko: '다른 소식', en: 'Another story' },
  retract: { ko: '삭제', en: 'Retract' },
  retractRest: { ko: '나머지 출처도 삭제', en: 'Retract the rest' },
  restore: { ko: '다시 싣기', en: 'Put back' },
  correct: { ko: '고친 글 보이기', en: 'Show the mended text' },
  cancel: { ko: '취소', en: 'Cancel' },
  undo: { ko: '되돌리기', en: 'Undo' },

  isTold: (sources: number): Bilingual => ({
    ko: sources === 1 ? '지금 실려 있는 소식입니다.' : `출처 ${sources}곳을 합쳐 전한 소식입니다.`,
    en: sources === 1 ? 'This story is told.' : `This story is told from ${sources} sources.`,
  }),
  isRetracted: (by: string, when: Bilingual): Bilingual => ({
    ko: `${when.ko}에 ${byKo(by)} 삭제했습니다.`,
    en: `Retracted ${byEn(by)}, ${when.en}.`,
  }),
  isPartly: (gone: number, sources: number): Bilingual => ({
    ko: `출처 ${sources}곳 가운데 ${gone}곳이 삭제되어, 남은 출처로 전하고 있습니다.`,
    en: `${gone} of its ${sources} sources ${gone === 1 ? 'is' : 'are'} retracted; the rest tells it.`,
  }),
  isCorrected: (by: string, when: Bilingual): Bilingual => ({
    ko: `${when.ko}에 ${byKo(by)} 정정했습니다.`,
    en: `Corrected ${byEn(by)}, ${when.en}.`,
  }),

  sureRetract: (where: Where, sources: number): Bilingual => {
    const { ko, en } = whereWords(where);
    return {
      ko: `${where.messages === 0 ? '' : `${ko}에 ‘${phrases.removed.ko}’만 남습니다. `}검색과 다음 브리핑에서도 빠집니다. 아무에게도 알림이 가지 않습니다.${
        sources > 1 ? ` 출처 ${sources}곳이 모두 삭제됩니다.` : ''
      }`,
      en: `${where.messages === 0 ? 'It' : `${en} will say “${phrases.removed.en}” instead, and it`} leaves the search and later editions. Nobody is notified.${
        sources > 1 ? ` All ${sources} sources are retracted.` : ''
      }`,
    };
  },
  sureRestore: (where: Where): Bilingual => {
    const { ko, en } = whereWords(where);
    return {
      ko: `${where.messages === 0 ? '' : `${ko}에 다시 나타나고, `}검색과 다음 브리핑에도 다시 들어갑니다. 아무에게도 알림이 가지 않습니다.`,
      en: `${where.messages === 0 ? 'It' : `${en} will tell it again, and it`} returns to the search and later editions. Nobody is notified.`,
    };
  },
  sureCorrect: (where: Where): Bilingual => {
    const { ko, en } = whereWords(where);
    return {
      ko: `${ko}에 파일에 지금 적힌 글이 ‘정정’ 표시와 함께 보입니다. 아무에게도 알림이 가지 않습니다.`,
      en: `${en} will show what the file says now, marked as corrected. Nobody is notified.`,
    };
  },
  nowReads: (title: Bilingual): Bilingual => ({
    ko: `지금 파일: ${title.ko}`,
    en: `The file now says: ${title.en}`,
  }),
  sameAsTold: {
    ko: '파일에 적힌 글이 지금 보이는 것과 같습니다. 먼저 브리핑 파일을 고친 뒤 다시 눌러 주세요.',
    en: 'The file says what is shown already. Mend the brief’s file first, then press again.',
  },
  unreadable: (file: string, reason: string | null): Bilingual =>
    reason === null
      ? {
          ko: `${file} 파일이 브리핑 폴더에 없습니다. 파일을 되살리거나, 소식을 삭제해 주세요.`,
          en: `${file} is no longer in the briefs folder. Bring it back, or retract the story.`,
        }
      : { ko: `${file} 파일을 보일 수 없습니다: ${reason}`, en: `${file} cannot be shown: ${reason}` },

  retracted: {
    ko: '삭제했습니다. 1분 안에 모든 곳에 반영됩니다.',
    en: 'Retracted; it is gone everywhere within a minute.',
  },
  beside: (files: readonly string[]): Bilingual => ({
    ko: `같은 일을 전하는 다른 브리핑은 그대로 있습니다: ${files.join(', ')}`,
    en: `Other briefs on the same event stay: ${files.join(', ')}`,
  }),
  restored: { ko: '다시 실었습니다. 1분 안에 반영됩니다.', en: 'Put back; it shows again within a minute.' },
  corrected: { ko: '정정했습니다. 1분 안에 반영됩니다.', en: 'Corrected; it shows within a minute.' },
  undone: { ko: '되돌렸습니다. 1분 안에 반영됩니다.', en: 'Undone; it shows within a minute.' },
  already: { ko: '그 사이에 이미 그렇게 되었습니다.', en: 'That was done already.' },
  overtaken: (by: string): Bilingual => ({
    ko: `그 뒤에 ${byKo(by)} 같은 소식을 다시 바꿔서 되돌리지 않았습니다.`,
    en: `It was changed again ${byEn(by)} since, so nothing was undone.`,
  }),
} as const;
