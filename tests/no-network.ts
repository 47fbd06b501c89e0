import net from 'node:net';

/**
 * Nothing in a test may reach another machine: a connection to anything but loopback throws.
 * Unix sockets (a PostgreSQL's, say) have a path and no host, and stay allowed.
 */
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof first === 'object' && first !== null ? (first as { host?: string }).host : args[1];
  if (typeof host === 'string' && !['127.0.0.1', 'localhost', '::1'].includes(host)) {
    throw new Error(`A test tried to reach ${host}; tests stay on loopback.`);
  }
  return Reflect.apply(connect, this, args);
} as typeof connect;
