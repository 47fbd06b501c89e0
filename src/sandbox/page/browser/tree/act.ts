/** What a control on the page asks for when a person uses it: plain data, so that a tree can be compared and tested. */
export type Act =
  /** A button, select or menu of a message or modal. `values` is filled in from the control for selects. */
  | { do: 'press'; block: string; action: string; value: string | null; confirm: Confirmation | null }
  /** As `press`, with the values ticked inside the nearest element with `data-choices`. */
  | { do: 'press-ticked'; block: string; action: string }
  | { do: 'react'; message: string; emoji: string; on: boolean }
  /** An entry of an app's in the menu of a message. */
  | { do: 'choose-entry'; message: string; entry: string }
  | { do: 'open-thread'; thread: string }
  | { do: 'close-thread' }
  | { do: 'open-place'; platform: 'slack' | 'discord'; channel: string }
  | { do: 'toggle-picker'; message: string }
  | { do: 'toggle-actions'; message: string }
  | { do: 'toggle-drawer' }
  | { do: 'dismiss'; message: string }
  | { do: 'dismiss-notice'; notice: string }
  | { do: 'copy-link'; message: string }
  | { do: 'show-older' }
  | { do: 'set-person' }
  | { do: 'set-language'; language: 'ko' | 'en' }
  | { do: 'set-theme'; theme: 'auto' | 'light' | 'dark' }
  | { do: 'type'; box: 'channel' | 'thread' }
  | { do: 'type-key'; box: 'channel' | 'thread' }
  | { do: 'send'; box: 'channel' | 'thread' }
  | { do: 'suggest'; box: 'channel' | 'thread'; text: string; choice: { name: string; value: string } | null }
  | { do: 'submit-modal'; modal: string }
  | { do: 'close-modal'; modal: string }
  | { do: 'confirm' }
  | { do: 'refuse' };

/** Slack's confirmation dialog, shown before the button's press is sent. */
export interface Confirmation {
  title: string;
  text: string;
  confirm: string;
  deny: string;
  danger: boolean;
}
