import type { RawFile } from '@discordjs/rest';
import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { Payload } from '../message/renderer.ts';
import { takeUploads } from '../message/uploads-of.ts';

/**
 * A payload's pictures as files of the same request. An edit keeps no file that it does not name.
 * @see https://docs.discord.com/developers/reference#uploading-files
 */
export function withFiles(payload: Payload): { body: Payload; files: RawFile[] } {
  const { body, uploads } = takeUploads(payload);
  const files = uploads.map(({ name, data }) => ({
    name,
    data: Buffer.from(data, 'base64'),
    contentType: 'image/png',
  }));
  const attachments = uploads.map(({ name, alt }, index) => ({
    id: String(index),
    filename: name,
    description: alt.slice(0, 1024),
  }));
  return { body: uploads.length === 0 ? body : { ...body, attachments }, files };
}

/** A payload that says the same in words alone. */
export function withoutPictures(payload: Payload): Payload {
  const { body } = takeUploads(payload);
  const components = (body.components as APIMessageTopLevelComponent[]).map((top) =>
    top.type === ComponentType.Container ? { ...top, components: top.components.filter(isNoPicture) } : top,
  );
  return { ...body, components };
}

function isNoPicture({ type }: APIComponentInContainer): boolean {
  return type !== ComponentType.MediaGallery;
}
