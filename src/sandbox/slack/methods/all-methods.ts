import { appMethods } from './app-methods.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { fileMethods } from './file-methods.ts';
import type { Method } from './method.ts';
import { reactionMethods } from './reaction-methods.ts';
import { userMethods } from './user-methods.ts';
import { viewMethods } from './view-methods.ts';

/** Every method of the Web API that the sandbox knows, by name. */
export const allMethods: ReadonlyMap<string, Method> = new Map(
  [
    appMethods,
    chatMethods,
    conversationMethods,
    fileMethods,
    reactionMethods,
    userMethods,
    viewMethods,
  ].flatMap((family) => Object.entries(family)),
);
