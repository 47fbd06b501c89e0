import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/**
 * A logger that never writes one of the secrets, wherever in a line it turns up: an error's text may quote the
 * address or header it failed on, which redaction by path does not see.
 */
export function createLogger(options: {
  level: string;
  secrets: readonly (string | null | undefined)[];
  /** 1: standard output; 2: standard error. */
  descriptor: 1 | 2;
  /** Readable lines instead of JSON. */
  readable: boolean;
}): Logger {
  const secrets = options.secrets.filter((secret) => typeof secret === 'string' && secret.length >= 6);
  const hidden = [
    ...new Set(secrets.flatMap((secret) => [String(secret), JSON.stringify(secret).slice(1, -1)])),
  ];
  const stream: DestinationStream = options.readable
    ? pretty({
        destination: options.descriptor,
        sync: true,
        translateTime: 'SYS:HH:MM:ss',
        ignore: 'pid,hostname',
      })
    : pino.destination({ dest: options.descriptor, sync: true });
  return pino(
    {
      level: options.level,
      hooks: {
        streamWrite: (line) => hidden.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line),
      },
    },
    stream,
  );
}
