import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A question as the endpoint got it. */
export interface Asked {
  path: string;
  authorization: string;
  body: { model: string; messages: { role: string; content: string }[] };
}

export interface ModelServer {
  /** Ends in `/v1`. */
  url: string;
  asked: Asked[];
  close(): Promise<void>;
}

/** An endpoint with OpenAI's chat completions on loopback; `answer` says what it does with the n-th question, from 1. */
export async function startModelServer(
  answer: (response: ServerResponse, asked: Asked, count: number) => void,
): Promise<ModelServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const question = {
        path: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: JSON.parse(text) as Asked['body'],
      };
      asked.push(question);
      answer(response, question, asked.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers as the API does: the text is the assistant's message. */
export function say(response: ServerResponse, content: unknown): void {
  const text = typeof content === 'string' || content === null ? content : JSON.stringify(content);
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    }),
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
