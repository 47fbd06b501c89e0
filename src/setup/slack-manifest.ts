import { readFileSync } from 'node:fs';

/** The parts of the Slack app manifest that the program itself looks at. */
export interface SlackManifest {
  oauth_config: { scopes: { bot: string[] } };
}

const file = new URL('../../config/manifest.json', import.meta.url);

/** The manifest in `config/manifest.json`. @see https://docs.slack.dev/reference/app-manifest */
export function readSlackManifest(): SlackManifest {
  return JSON.parse(readFileSync(file, 'utf8')) as SlackManifest;
}

/**
 * The address of Slack's “create an app” page with everything filled in. Colons and commas may stand in a query as they
 * are (RFC 3986, 3.4): so it stays below 2,000 characters, which every browser and chat takes.
 * @see https://docs.slack.dev/app-manifests/configuring-apps-with-app-manifests
 */
export function slackCreateLink(manifest: SlackManifest): string {
  const json = encodeURIComponent(JSON.stringify(manifest)).replaceAll('%3A', ':').replaceAll('%2C', ',');
  return `https://api.slack.com/apps?new_app=1&manifest_json=${json}`;
}
