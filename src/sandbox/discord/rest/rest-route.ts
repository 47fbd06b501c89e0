import { invalidForm } from '../checks/form-fault.ts';
import type { Discord } from '../discord.ts';
import { isJson, type Json } from '../json.ts';
import type { UploadedFile } from '../messages/attachments.ts';
import { refusal } from '../refusal.ts';

export interface RestRequest {
  /** What the colons of the path stand for, decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Parsed JSON; of a multipart request its `payload_json`. Undefined when there was none. */
  body: unknown;
  files: UploadedFile[];
}

export interface RestAnswer {
  status: number;
  body?: unknown;
}

export interface RestRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As documented, below `/api/v10`. */
  path: string;
  /** The token is in the path (interactions and their webhooks): no `Authorization`, and outside the global limit. */
  isOpen?: boolean;
  handle(discord: Discord, request: RestRequest): RestAnswer;
}

export const noContent: RestAnswer = { status: 204 };

export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

/** A parameter of the path. */
export function param(request: RestRequest, name: string): string {
  return request.params[name] ?? '';
}

/** The body as an object; `{}` when there was none. */
export function objectBody(request: RestRequest): Json {
  if (request.body === undefined || request.body === null) return {};
  if (!isJson(request.body)) throw refusal(50_109);
  return request.body;
}

/** A whole number of the query within its bounds, or 50035 as the platform does. */
export function numberOf(request: RestRequest, name: string, fallback: number, max: number): number {
  const text = request.query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  const message = `Value must be between 1 and ${max}.`;
  throw invalidForm([{ path: [name], code: 'NUMBER_TYPE_MAX', message }]);
}
