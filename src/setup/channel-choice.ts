/** A channel to choose from. */
export interface ChannelChoice {
  platform: 'slack' | 'discord';
  id: string;
  /** Without `#`. */
  name: string;
  /** What a person should know before choosing it; '' for nothing. */
  hint: string;
}
