/** The address when it is a full http or https one, else null: `javascript:`, `data:` and the like never become a link. */
export function safeLink(address: unknown): string | null {
  if (typeof address !== 'string' || !/^https?:\/\//i.test(address)) return null;
  return URL.canParse(address) ? address : null;
}
