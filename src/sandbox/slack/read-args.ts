import type { Args } from './args.ts';

/** Fields whose value is JSON text in a form, shown as objects in the call log. */
const jsonFields = ['blocks', 'attachments', 'metadata', 'view', 'files', 'message'];

/** Arguments of a call: a form, multipart, or JSON. Null when a JSON body is no object. */
export async function readArgs(request: Request): Promise<Args | null> {
  const type = request.headers.get('content-type') ?? '';
  const query = Object.fromEntries(new URL(request.url).searchParams);
  if (type.startsWith('multipart/form-data'))
    return { ...query, ...Object.fromEntries(await request.formData()) };
  const text = await request.text();
  if (!type.startsWith('application/json'))
    return { ...query, ...Object.fromEntries(new URLSearchParams(text)) };
  if (text === '') return query;
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
    return { ...query, ...body };
  } catch {
    return null;
  }
}

/** The arguments as the call log shows them: JSON text as objects, no token. */
export function loggedArgs(args: Args): Args {
  const { token: _, ...logged } = args;
  for (const name of jsonFields) {
    const value = logged[name];
    if (typeof value !== 'string') continue;
    try {
      logged[name] = JSON.parse(value) as unknown;
    } catch {
      // Not JSON after all: shown as it came.
    }
  }
  return logged;
}
