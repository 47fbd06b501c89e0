import { bareToken } from '../../config/unquoted.ts';
import { DeliveryError } from '../../delivery/delivery-error.ts';
import { complaint, type InitOptions, tell } from './init-options.ts';
import { misplaced, tokenKinds } from './token-kind.ts';

/** A token that is needed. */
export interface TokenWanted<Account> {
  name: keyof typeof tokenKinds;
  /** What to ask at a terminal. */
  question: string;
  /** The flag that takes it. */
  flag: string;
  /** What a flag or `.env` says; '' for nothing. */
  given: string;
  /** Tries it. @throws Error with a sentence for the person */
  open: (token: string) => Promise<Account>;
}

/**
 * A token, and the account it opens, tried the moment it is given. One of `.env` that does not work is told of, and asked
 * for anew where somebody can answer.
 * @throws Error with a sentence where nobody can
 */
export async function askToken<Account>(
  options: InitOptions,
  { name, question, flag, given, open }: TokenWanted<Account>,
): Promise<{ token: string; account: Account }> {
  const { ask } = options;
  const works: { token: string; account: Account }[] = [];
  async function attempt(answer: string): Promise<void> {
    const token = bareToken(answer);
    const wrong = misplaced(token, tokenKinds[name]);
    if (wrong !== undefined) throw new Error(wrong);
    works.push({ token, account: await open(token).catch((error: Error) => refusal(error, name)) });
  }
  if (given !== '') {
    const wrong = await complaint(attempt(given));
    if (wrong !== undefined && ask === null) throw new Error(wrong);
    if (wrong !== undefined) tell(options, `${name}: ${wrong}`);
  } else if (ask === null) throw new Error(`${name} is missing: give it with ${flag}, or in .env.`);
  if (works.length === 0) await ask?.secret(question, (answer) => complaint(attempt(answer)));
  const [found] = works;
  if (found === undefined) throw new Error(`${name} was not tried.`);
  return found;
}

/** The advice of a running bot says where to put the token; here it is about to be pasted. */
function refusal(error: Error, name: keyof typeof tokenKinds): never {
  if (!(error instanceof DeliveryError) || error.code !== 'auth') throw error;
  const platform = name === 'DISCORD_TOKEN' ? 'Discord' : 'Slack';
  throw new Error(`${platform} refuses this token: ${tokenKinds[name].advice}`, { cause: error });
}
