import type { Bilingual } from '../briefs/brief.ts';

/** Fixed phrases of answers, Korean and English side by side. */
export const answerPhrases = {
  /** @param isMore that many and more */
  found: (words: string, total: number, isMore = false): Bilingual => ({
    ko: `${words === '' ? '' : `“${words}” `}${total}건${isMore ? ' 이상' : ''}`,
    en: `${words === '' ? '' : `“${words}” · `}${isMore ? `${total}+ stories` : total === 1 ? '1 story' : `${total} stories`}`,
  }),
  fromSource: (name: string): Bilingual => ({ ko: `매체: ${name}`, en: `Source: ${name}` }),
  searched: (terms: string): Bilingual => ({ ko: `함께 찾은 말: ${terms}`, en: `Searched: ${terms}` }),
  between: (from: string, to: string): Bilingual => ({
    ko: from === to ? `기간: ${from}` : `기간: ${from} ~ ${to}`,
    en: from === to ? `On ${from}` : `From ${from} to ${to}`,
  }),
  shown: (from: number, to: number, total: number, isMore = false): Bilingual => ({
    ko: `${total}건${isMore ? ' 이상' : ''} 중 ${from}–${to}번째`,
    en: `${from}–${to} of ${total}${isMore ? '+' : ''}`,
  }),
  onlyThis: (words: string): Bilingual => ({ ko: `“${words}”만 찾기`, en: `Only “${words}”` }),
  nothing: (words: string): Bilingual => ({
    ko: `“${words}”에 관한 브리핑을 찾지 못했습니다.`,
    en: `No briefs about “${words}”.`,
  }),
  noSource: (name: string): Bilingual => ({
    ko: `“${name}” 출처를 찾지 못했습니다.`,
    en: `There is no source “${name}”.`,
  }),
  noTag: (name: string): Bilingual => ({
    ko: `“${name}” 태그를 찾지 못했습니다.`,
    en: `There is no tag “${name}”.`,
  }),
  noName: {
    source: {
      ko: '“source:” 뒤에 매체 이름을 붙여 적어 주세요.',
      en: 'Put an outlet’s name behind “source:”.',
    },
    tag: { ko: '“tag:” 뒤에 태그를 붙여 적어 주세요.', en: 'Put a tag behind “tag:”.' },
  },
  unknown: (words: string): Bilingual => ({ ko: `찾지 못한 말: ${words}`, en: `Nothing about: ${words}` }),
  unreadTime: (words: string): Bilingual => ({
    ko: `“${words}”가 언제인지 알지 못해 기간을 정하지 않았습니다.`,
    en: `“${words}” is no time I know, so this is of any time.`,
  }),
  near: { ko: '혹시 이것을 찾으셨나요?', en: 'Did you mean one of these?' },
  newest: { ko: '가장 최근 소식', en: 'The newest stories' },
  noEdition: {
    ko: '아직 나온 브리핑이 없습니다. 가장 최근 소식을 보여드립니다.',
    en: 'There is no edition yet. These are the newest stories.',
  },
  foreignServer: {
    ko: '이 봇은 다른 팀의 것이라 여기에서는 답하지 않습니다. 이 팀의 봇이라면 운영자에게 설정 파일의 servers에 이 서버의 ID를 적어 달라고 해 주세요.',
    en: 'This bot belongs to another team and does not answer here. If it is your team’s, ask whoever runs it to put this server’s id under servers in the settings.',
  },
  noBriefs: {
    ko: '아직 브리핑이 없습니다. 브리핑 폴더에 파일이 들어오면 여기에 나타납니다.',
    en: 'There are no briefs yet. They appear here as soon as files arrive in the briefs folder.',
  },
  elsewhere: { ko: '다른 채널의 최근 브리핑', en: 'Latest edition of another channel' },
  details: (number: number): Bilingual => ({ ko: `${number}번 자세히`, en: `Read ${number}` }),
  previous: { ko: '이전', en: 'Back' },
  next: { ko: '다음', en: 'Next' },
  topics: { ko: '주제 고르기', en: 'Pick a topic' },
  share: { ko: '채널에 공유', en: 'Share with channel' },
  shareElsewhere: { ko: '다른 채널에 공유', en: 'Share elsewhere' },
  shareWhere: { ko: '공유할 채널 고르기', en: 'Pick a channel' },
  sharedElsewhere: (name: string): Bilingual => ({
    ko: `#${name} 채널에 공유합니다.`,
    en: `Sharing it with #${name}.`,
  }),
  noOtherChannel: {
    ko: '글을 쓰실 수 있는 다른 브리핑 채널이 없습니다.',
    en: 'There is no other briefing channel in which you may post.',
  },
  mayNotShareThere: {
    ko: '그 채널에 글을 쓸 권한이 없어 공유할 수 없습니다.',
    en: 'You may not post in that channel, so this cannot be shared there.',
  },
  sharedBy: (name: string): Bilingual => ({ ko: `${name} 님이 공유했습니다`, en: `Shared by ${name}` }),
  shared: { ko: '채널에 공유합니다.', en: 'Sharing it with the channel.' },
  unshare: { ko: '공유 취소', en: 'Remove' },
  unshared: (name: string): Bilingual => ({
    ko: `${name} 님이 공유를 취소했습니다.`,
    en: `${name} removed what was shared here.`,
  }),
  notYours: {
    ko: '공유한 사람만 취소할 수 있습니다.',
    en: 'Only the person who shared this can remove it.',
  },
  allRemoved: {
    ko: '편집자가 삭제한 소식이라 공유할 수 없습니다.',
    en: 'The editors removed this, so it cannot be shared.',
  },
  sharedBefore: {
    ko: '이 답변은 이미 공유했습니다.',
    en: 'This answer was shared already.',
  },
  removed: { ko: '공유를 취소했습니다.', en: 'Removed from the channel.' },
  mayNotShare: {
    ko: '이 채널에 글을 쓸 권한이 없어 공유할 수 없습니다.',
    en: 'You may not post in this channel, so this cannot be shared.',
  },
  sharedOften: {
    ko: '한 시간에 세 번까지 공유할 수 있습니다. 잠시 후 다시 시도해 주세요.',
    en: 'You can share three times an hour. Please try again later.',
  },
  tooOld: {
    ko: '이 메시지는 너무 오래되어 버튼이 더 이상 동작하지 않습니다. /brief 로 다시 찾아보세요.',
    en: 'This message is too old for its buttons to work. Please ask again with /brief.',
  },
  working: { ko: '준비하고 있습니다…', en: 'One moment…' },
  failed: {
    ko: '문제가 생겨 처리하지 못했습니다. 잠시 후 다시 해 주세요.',
    en: 'That did not work. Please try again in a moment.',
  },
  tooLate: {
    ko: '창을 여는 데 너무 오래 걸렸습니다. 다시 한번 시도해 주세요.',
    en: 'Opening this took too long. Please try once more.',
  },
  tooLong: {
    ko: '질문이 너무 깁니다. 낱말 몇 개로 줄여 주세요.',
    en: 'That is too long to search for. Please use a few words.',
  },
  noEntry: {
    ko: '이 채널에는 브리핑이 오지 않습니다.',
    en: 'This channel gets no editions.',
  },
  noWeek: {
    ko: '지난 7일 동안 이 채널에 올라온 브리핑이 없습니다.',
    en: 'This channel had no edition in the last seven days.',
  },
  statusTitle: { ko: '채널 상태', en: 'How the channels stand' },
  helpTitle: { ko: 'Sowhat 사용법', en: 'What Sowhat can do' },
  help: {
    ko: [
      '/brief — 이 채널의 최신 브리핑을 봅니다.',
      '/brief 증류 — 주제로 브리핑을 찾습니다. 한국어로 물어도 영어로 물어도 같은 소식을 찾습니다.',
      '/brief 지난주 관세 · /brief since march tariffs — 기간을 말로 정할 수 있습니다.',
      '/brief source:매체이름 · /brief tag:태그 · /brief "정확한 문구" — 범위를 좁힙니다.',
      '/brief 주간 — 이 채널의 지난 7일을 정리해 드립니다.',
      '/brief why 증류 — 그 소식이 이 채널의 브리핑에 왜 실렸는지, 왜 빠졌는지 알려드립니다.',
      '/brief status — 채널마다 지난 브리핑과 다음 브리핑을 보여드립니다.',
      '/brief settings (Discord에서는 /briefing settings) — 이 채널의 언어·시각·주제를 보고 바꿉니다. 관리하는 사람만 쓸 수 있습니다.',
      '/brief 월요일부터 · /brief 놓친 소식 — 그동안 들어온 소식을 중요한 순서로 보여드립니다. (Discord: /내브리핑)',
      '/brief 구독 관세 · 구독목록 · 구독취소 — 새 소식을 하루 한 번 다이렉트 메시지로 받습니다. (Discord: /내브리핑)',
      '/brief 언어 영어 · 언어 자동 · 잊어줘 — 답변 언어를 정하고, 저장된 내 정보를 지웁니다. (Discord: /내브리핑)',
      '소식 메시지의 메뉴(⋯, Discord에서는 앱) → 문제 신고 — 잘못된 소식을 운영자에게 알립니다. 관리하는 사람은 같은 메뉴에서 삭제하거나 정정합니다.',
      '브리핑에 🇺🇸 나 🇰🇷 이모지를 달면 스레드에서 그 언어로 보여드립니다.',
    ],
    en: [
      '/brief — shows this channel’s latest edition.',
      '/brief distillation — finds briefs on a topic. Ask in Korean or English: you get the same stories.',
      '/brief tariffs since march · /brief 지난주 관세 — say the time in words.',
      '/brief source:outlet · /brief tag:name · /brief "exact words" — narrow it down.',
      '/brief week — sums up this channel’s last seven days.',
      '/brief why distillation — says why that brief was in, or out of, this channel’s edition.',
      '/brief status — shows each channel’s last and next edition.',
      '/brief settings (on Discord /briefing settings) — for those who look after this channel: language, time, topics, pause.',
      '/brief since monday · /brief what did I miss — what came in since then, the best first. (Discord: /mybrief)',
      '/brief follow tariffs · follows · unfollow — one direct message a day when there is news. (Discord: /mybrief)',
      '/brief lang ko · lang auto · forget — your language, and deleting what is kept of you. (Discord: /mybrief)',
      'A message’s menu (⋯, on Discord Apps) → Report a problem — tells the operator what is wrong. Those who manage retract and correct there.',
      'React to an edition with 🇺🇸 or 🇰🇷 and the thread shows it in that language.',
    ],
  },
} as const;
