/**
 * Event type of the metadata that carries our delivery id. Only `[a-z0-9_]`: with anything else Slack drops the
 * metadata without a word. @see https://docs.slack.dev/messaging/message-metadata
 */
export const deliveryEventType = 'sowhat_delivery';
