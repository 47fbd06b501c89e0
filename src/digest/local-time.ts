/**
 * The time of the day in a zone.
 * @param at epoch ms
 * @param zone IANA name (`Asia/Seoul`)
 * @returns `HH:MM`, 00 to 23
 */
export function localTime(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
