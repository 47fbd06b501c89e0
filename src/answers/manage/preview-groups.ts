import type { Edition } from '../../digest/edition.ts';
import { editionMessages } from '../../message/edition-messages.ts';
import type { Group } from '../../message/message.ts';

/** What the channel would see of an edition, without its buttons; empty for none. */
export function previewGroups(edition: Edition | null): Group[] {
  if (edition === null) return [];
  const { full, skim } = editionMessages(edition, edition.rules.language);
  return (full ?? skim).groups
    .map((group) => ({ ...group, blocks: group.blocks.filter(({ kind }) => kind !== 'buttons') }))
    .filter(({ blocks }) => blocks.length > 0);
}
