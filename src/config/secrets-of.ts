import type { Environment } from './environment.ts';

/** Everything in the environment that must not be seen in a log. @param others such as a model's key */
export function secretsOf(environment: Environment, others: readonly (string | undefined)[] = []): string[] {
  const { slack, discord, databaseUrl, gitToken } = environment;
  const found = [slack?.botToken, slack?.appToken, discord?.token, databaseUrl, gitToken, ...others];
  // A driver's error may name the password without the address around it, as it was written or as it is meant.
  const password = databaseUrl && URL.canParse(databaseUrl) ? new URL(databaseUrl).password : '';
  return [...found, password, decoded(password)].filter((each): each is string => Boolean(each));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
