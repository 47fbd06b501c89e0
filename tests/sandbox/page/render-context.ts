import type { RenderContext } from '../../../src/sandbox/page/browser/platform/render-context.ts';
import { MORNING } from './sample-worlds.ts';

/** A Korean reader in Seoul on the morning of the samples. */
export const context: RenderContext = {
  language: 'ko',
  locale: 'ko-KR',
  timeZone: 'Asia/Seoul',
  now: MORNING,
  origin: 'http://127.0.0.1:4000',
  reader: 'U1',
  personName: (id) => ({ U1: '김하늘', U2: 'Maya' })[id] ?? null,
  channelName: (id) => ({ C1: 'marketing-ko', '100000000000000101': 'marketing-ko' })[id] ?? null,
};

/** The link every renderer makes of an address that passed. */
export function linkAttributes(href: string): Record<string, string> {
  return { class: 'link', href, target: '_blank', rel: 'noopener noreferrer nofollow', title: href };
}
