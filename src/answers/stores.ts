import type { Language } from '../briefs/brief.ts';
import type { Edition, EditionLanguage, EditionStory, PlatformName } from '../digest/edition.ts';
import type { Message } from '../message/message.ts';

/** A message of ours that the platform shows (or will), as answers need to know it. */
export interface DeliveredMessage {
  /** Delivery id. */
  id: string;
  /** The edition's key, or the id of the request that it came from: a flag's, or the shared answer's. */
  request: string;
  kind: 'skim' | 'story' | 'full' | 'reply' | 'share' | 'weekly' | 'notice' | 'direct';
  platform: PlatformName;
  workspace: string;
  channel: string;
  /** Thread the message stands in, or null. */
  thread: string | null;
  messageId: string | null;
  language: EditionLanguage;
  /** Edition key; null for a shared answer. */
  edition: string | null;
  /** Stories it tells (ids). */
  stories: string[];
  postedAt: number | null;
  /** Where it can be opened; '' where that is unknown. */
  link: string;
  /** Who caused it (a share), or whose direct message it is; '' for nobody. */
  person: string;
}

/**
 * A private answer kept so that its buttons work and it can be shared once. JSON only. It holds what was asked, so it
 * does not hold who asked, or where.
 */
export interface KeptAnswer {
  id: string;
  language: Language;
  body: unknown;
  createdAt: number;
}

/** What answers read and keep; implemented by `store`. */
export interface AnswerStore {
  delivered(id: string): Promise<DeliveredMessage | null>;
  deliveredAs(platform: PlatformName, channel: string, messageId: string): Promise<DeliveredMessage | null>;
  /** An edition with its stories as they read now. */
  edition(key: string): Promise<Edition | null>;
  /** The newest edition of the channel; with channel null, the newest of the platform's workspace. */
  latestEdition(platform: PlatformName, workspace: string, channel: string | null): Promise<Edition | null>;
  /** The stories that a message was made from, as they were told at first, whatever the editors did since; best first. */
  toldBy(message: DeliveredMessage): Promise<EditionStory[]>;
  /** The same stories, as they read now. */
  shownBy(message: DeliveredMessage): Promise<EditionStory[]>;
  keepAnswer(answer: KeptAnswer): Promise<void>;
  /** An answer with its stories as they read now. */
  answer(id: string): Promise<KeptAnswer | null>;
  forgetAnswer(id: string): Promise<void>;
  /** The messages (delivery ids) of a request, first part first; none while it is unknown. */
  idsOf(request: string): Promise<string[]>;
  /** How many answers this person shared in the channel since then. */
  sharesSince(platform: PlatformName, person: string, since: number): Promise<number>;
}

/**
 * A message that is no part of an edition, for everybody, or for one person in a direct message: posted by delivery, once
 * per id.
 */
export interface PostRequest {
  /** Deterministic: a second request with the same id does nothing. */
  id: string;
  kind: 'reply' | 'share' | 'weekly' | 'direct';
  platform: PlatformName;
  workspace: string;
  channel: string;
  /** Thread it goes to: of the delivery named here (opened when missing), or the channel when null. */
  underDelivery: string | null;
  language: EditionLanguage;
  edition: string | null;
  stories: string[];
  message: Message;
  /** Who caused it, or whom it is for (person id); '' for a flag or a roll-up. */
  person: string;
}

/** The door to delivery. Resolves once the request is stored: `stored`, or `known` when it was already. */
export type RequestPost = (request: PostRequest) => Promise<'stored' | 'known'>;

/** From now on the messages of a request show this instead. */
export type Revise = (
  where: { platform: PlatformName; workspace: string },
  request: string,
  message: Message,
) => Promise<void>;
