/** What the owner is told to write. */
export const aRepository =
  'an address such as https://git.example/team/briefs.git or git@git.example:team/briefs.git; a token goes into .env, as GIT_TOKEN';

/** What git servers hand out, and take as a name, too; and what is too long and too mixed for a name. */
const aToken = /^(?:gh[a-z]_|github_pat_|glpat-|ATBB|ATCTT)|^[A-Za-z0-9]{32,}$/;

/** Whether git takes it, and it holds no secret: it is shown in messages, logs and the operator's channel. */
export function isRepositoryAddress(address: string): boolean {
  if (/^[\w.-]+@[\w.-]+:[^\s-]\S*$/.test(address)) return true;
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, search, hash } = new URL(address);
  if (!['https:', 'http:', 'ssh:', 'file:'].includes(protocol) || password !== '') return false;
  return !/^https?:/.test(protocol) || (!aToken.test(username) && search === '' && hash === '');
}
