import { z } from 'zod';
import type { ModelAccess } from './model-access.ts';
import { ModelError } from './model-error.ts';
import type { Prompt } from './prompt-for.ts';

/** The longest answer that is read, in bytes; a whole brief in two languages is a fiftieth of it. */
const maxBytes = 256 * 1024;

/** A model that will not say it gives null, a filter no choice at all: that is about the question. */
const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })),
});

/**
 * Asks an OpenAI-compatible endpoint once, and gives what the model said.
 * @throws ModelError in every case in which it said nothing
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
export async function askModel(
  { url, model, key }: Pick<ModelAccess, 'url' | 'model' | 'key'>,
  prompt: Prompt,
  limits: { timeoutMs: number; signal: AbortSignal },
): Promise<string> {
  const signal = AbortSignal.any([AbortSignal.timeout(limits.timeoutMs), limits.signal]);
  let status: number;
  let text: string;
  try {
    const response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        temperature: 0,
        messages: [
          { role: 'system', content: prompt.system },
          { role: 'user', content: prompt.user },
        ],
      }),
      // A redirect would carry the key to a host that nobody named.
      redirect: 'error',
      signal,
    });
    status = response.status;
    text = await readText(response, url);
  } catch (error) {
    if (error instanceof ModelError) throw error;
    const seconds = Math.round(limits.timeoutMs / 1000);
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    const why = isSlow ? `gave no answer within ${seconds} s` : 'cannot be reached';
    throw new ModelError('endpoint', `The language model at ${url} ${why}.`, neverArrived(error));
  }
  if (status < 200 || status > 299) throw refusal(url, model, status);
  const said = completion.safeParse(parseJson(text));
  if (!said.success) throw noModel(url);
  return said.data.choices[0]?.message.content ?? '';
}

/** A question whose answer broke off has been paid for; one that found nobody has not. */
function neverArrived(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : null;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : '';
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}

function refusal(url: string, model: string, status: number): ModelError {
  if (status === 400 || status === 413 || status === 422)
    return new ModelError('item', `The endpoint did not take the question (HTTP ${status}).`);
  const mend: Record<number, string> = {
    401: 'refused the key: check the variable that processing.apiKeyEnv names',
    403: 'refused the key: check the variable that processing.apiKeyEnv names',
    404: `does not know the model ${model} or the address: check processing.url and processing.model`,
    429: 'has had enough questions for now',
  };
  return new ModelError(
    'endpoint',
    `The language model at ${url} ${mend[status] ?? `answered with HTTP ${status}`}.`,
    true,
  );
}

/** A sign-in page of the network, or a server of another kind: it says so whatever it is asked, and has cost nothing. */
function noModel(url: string): ModelError {
  const mend = 'check processing.url, and whether the network asks for a sign-in';
  return new ModelError('endpoint', `What answers at ${url} is no language model: ${mend}.`, true);
}

async function readText(response: Response, url: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    text += decoder.decode(chunk, { stream: true });
    if (bytes <= maxBytes) continue;
    if (!text.trimStart().startsWith('{')) throw noModel(url);
    throw new ModelError('item', 'The answer is longer than any brief.');
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
