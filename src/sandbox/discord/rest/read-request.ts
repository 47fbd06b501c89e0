import type { HonoRequest } from 'hono';
import type { UploadedFile } from '../messages/attachments.ts';
import { refusal } from '../refusal.ts';
import type { RestRequest } from './rest-route.ts';

const maxBytes = 25 * 1024 * 1024;

/** A request with its JSON text, by which faults look for words in it. Throws 50109 for broken JSON, 40005 above 25 MiB. */
export async function readRequest(request: HonoRequest): Promise<RestRequest & { text: string }> {
  const query = new URL(request.url).searchParams;
  const params = request.param() as Record<string, string>;
  if (Number(request.header('content-length') ?? 0) > maxBytes) throw refusal(40_005);
  const type = request.header('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const text = await request.text();
    return { params, query, files: [], text, body: text === '' ? undefined : parse(text) };
  }
  const form = await request.raw.formData();
  const files: UploadedFile[] = [];
  let text = '';
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (name === 'payload_json') text = value;
      continue;
    }
    const index = /^files\[(\d+)\]$/.exec(name)?.[1] ?? String(files.length);
    const bytes = Buffer.from(await value.arrayBuffer());
    files.push({ index, name: value.name, type: value.type || 'application/octet-stream', bytes });
  }
  return { params, query, files, text, body: text === '' ? undefined : parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(50_109);
  }
}
