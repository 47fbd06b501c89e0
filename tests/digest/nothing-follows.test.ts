import { describe, expect, test } from 'vitest';
import { nothingFollows } from '../../src/digest/nothing-follows.ts';

const korean = (ko: string) => nothingFollows({ ko, en: '' });
const english = (en: string) => nothingFollows({ ko: '', en });

describe('a so-what that says nothing follows', () => {
  test.each([
    '우리 사업에 직접적인 시사점은 없습니다.',
    '브랜드와 직접적 연관성이 낮은 오락 콘텐츠다.',
    '직접적인 비즈니스 시사점은 제한적이나, 참고할 만한 사례다.',
    '이 글은 낱말 맞히기로 특별한 시사점이 없다.',
    '전략적 시사점을 도출하기 어렵다.',
    '이 콘텐츠는 상거래와 무관하여 실질적 인사이트를 제공하지 못한다.',
    '고객 참여에 쓸 수 있지만, 이 기사의 연관성은 제한적이다.',
    '직접적인 시사점은 원문에서 확인되지 않습니다.',
    '해당 없음',
    '직접적인 시사점은 없다'.normalize('NFD'),
  ])('Korean: %s', (text) => {
    expect(korean(text)).toBe(true);
  });

  test.each([
    'This puzzle has no direct relevance to store operations.',
    'Limited direct business implications for small brands.',
    'Minimal direct relevance to shop strategy.',
    'Useful for loyalty, but direct business relevance is limited.',
    'While not directly relevant to retail, it is fun.',
    'The quiz is unrelated to commerce.',
    'Specific implications cannot be determined from the excerpt.',
    'This game content offers no direct business implications for brands.',
    'It is difficult to derive strategic implications.',
    'The guide fails to provide practical insights for the team.',
    'N/A',
  ])('English: %s', (text) => {
    expect(english(text)).toBe(true);
  });
});

describe('a so-what from which something follows', () => {
  test.each([
    '기존 경력과 무관한 분야에서도 창업이 가능하다.',
    '배송 정확성이 매출에 직접적인 영향을 미치므로 점검해야 한다.',
    '새로운 기술을 배울 필요 없이 기존 전략을 강화하면 된다.',
    '인지도가 낮은 브랜드는 매장을 먼저 열어야 한다.',
    '점진적이고 제한적인 접근으로 위험을 줄일 수 있다.',
    '단기적 임팩트는 낮지만 중장기 로드맵에 넣어야 한다.',
    '고객과의 직접적 소통 채널을 확보해야 한다.',
    '',
  ])('Korean: %s', (text) => {
    expect(korean(text)).toBe(false);
  });

  test.each([
    'Teams with limited budgets can copy the campaign.',
    'Pricing changes directly impact shipping costs.',
    'Expect limited-time promotions to grow.',
    'Brands should not rely on one channel.',
    'Not a direct threat to the shop, but it shows how buyers move.',
    'There is little time left to prepare the checkout.',
    '',
  ])('English: %s', (text) => {
    expect(english(text)).toBe(false);
  });
});
