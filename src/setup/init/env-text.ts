const assignment = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/;

/** Comments over the lines that are new. */
const comments: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: '# Slack: OAuth & Permissions → Bot User OAuth Token',
  SLACK_APP_TOKEN: '# Slack: Basic Information → App-Level Tokens, with the scope connections:write',
  DISCORD_TOKEN: '# Discord: Developer Portal → your application → Bot → Reset Token',
  GIT_TOKEN: '# Opens the git repository of the briefs',
};

const heading = '# Secrets of this bot. Keep this file to yourself: whoever has it can speak as the bot.\n';

/** The text of `.env` with these variables set; every other line stays as it is. `before` is null where there is none. */
export function envText(before: string | null, variables: Readonly<Record<string, string>>): string {
  const left = new Map(Object.entries(variables));
  const lines = before === null ? [heading] : before.replace(/\n$/, '').split('\n');
  const kept = lines.map((line) => {
    const name = assignment.exec(line)?.[1];
    const value = name === undefined ? undefined : variables[name];
    if (name === undefined || value === undefined) return line;
    left.delete(name);
    return `${name}=${value}`;
  });
  const added = [...left].map(
    ([name, value]) => `${comments[name] ? `${comments[name]}\n` : ''}${name}=${value}`,
  );
  return `${[...kept, ...added].join('\n')}\n`;
}
