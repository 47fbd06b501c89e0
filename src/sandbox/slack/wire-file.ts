import type { Json } from './checks/block-parts.ts';
import type { SlackContext } from './context.ts';
import type { StoredFile } from './files.ts';
import { freshWorkspace as fresh } from './fresh-workspace.ts';

/** A file object. https://docs.slack.dev/reference/objects/file-object */
export function wireFile({ base }: SlackContext, file: StoredFile): Json {
  const address = `${base.origin()}/slack/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: Math.floor(file.createdAt / 1000),
    timestamp: Math.floor(file.createdAt / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split('.').at(-1)?.toLowerCase() ?? '',
    pretty_type: file.mimetype,
    user: fresh.bot.user,
    size: file.length,
    mode: 'hosted',
    is_external: false,
    is_public: file.channels.length > 0,
    url_private: address,
    url_private_download: address,
    permalink: address,
    alt_txt: file.altText ?? '',
    channels: file.channels,
    groups: [],
    ims: [],
    has_more_shares: false,
  };
}
