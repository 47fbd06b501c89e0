import type { Message } from './message.ts';
import type { Payload, Upload } from './renderer.ts';

/** What stands for the n-th picture of a message until the platform has it. */
export const uploadRef = (index: number): string => `upload-${index}`;

/** The pictures of a message, as a payload carries them; nothing where it has none. */
export function uploadsOf(message: Message): { uploads?: Upload[] } {
  const images = message.groups
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'image' ? [block] : []));
  const uploads = images.map(({ png, alt }, index) => {
    const ref = uploadRef(index);
    return { ref, name: `${ref}.png`, alt, data: png };
  });
  return uploads.length === 0 ? {} : { uploads };
}

/** A payload without its pictures' bytes, and the pictures. */
export function takeUploads(payload: Payload): { body: Payload; uploads: Upload[] } {
  const { uploads = [], ...body } = payload as Payload & { uploads?: Upload[] };
  return { body, uploads };
}
