import type { Repository } from './repository.ts';

/** Answers git's question with what stands in its environment, so that the token is in no argument and on no disk. */
const helper =
  '!f() { if test "$1" = get; then echo "username=$SOWHAT_GIT_USER"; echo "password=$SOWHAT_GIT_TOKEN"; fi; }; f';

/** What git may see of the process's environment: where programs, keys and proxies are, and no token of ours. */
const inherited =
  /^(?:PATH|HOME|USER|TMPDIR|XDG_CONFIG_HOME|SSH_AUTH_SOCK|SSL_CERT_(?:FILE|DIR)|GIT_SSL_\w+|GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|(?:https?|all|no)_proxy)$/i;

/** The variables that git inherits. */
export function inheritedByGit(
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => inherited.test(name)));
}

/**
 * The variables with which git asks nobody anything, runs nothing the repository brings, and gives the token to the
 * repository's own server alone.
 * @see https://git-scm.com/docs/git#_environment_variables
 */
export function gitAccess(repository: Repository): Record<string, string> {
  const settings: [string, string][] = [
    ['core.hooksPath', '/dev/null'],
    // A link in a repository could point at any file of this machine; it becomes a file that holds the link's text.
    ['core.symlinks', 'false'],
    ['gc.autoDetach', 'false'],
    ['maintenance.autoDetach', 'false'],
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', '20'],
    ['advice.detachedHead', 'false'],
    ...tokenSettings(repository),
  ];
  return {
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
    GIT_CONFIG_COUNT: String(settings.length),
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=15',
    GIT_ALLOW_PROTOCOL: 'https:http:ssh:file',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
    ...(repository.token === null
      ? {}
      : { SOWHAT_GIT_USER: userOf(repository.url), SOWHAT_GIT_TOKEN: repository.token }),
  };
}

/** An empty helper takes those of the machine out; ours answers for this origin only, wherever a redirect leads. */
function tokenSettings({ url, token }: Repository): [string, string][] {
  if (token === null || !takesToken(url)) return [];
  return [
    ['credential.helper', ''],
    [`credential.${new URL(url).origin}.helper`, helper],
  ];
}

/** Never in the clear over a network. */
function takesToken(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}

/** GitHub and GitLab take any name beside a token; a name in the address is for servers that do not. */
function userOf(url: string): string {
  return (URL.canParse(url) && decodeURIComponent(new URL(url).username)) || 'x-access-token';
}
