import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { ProxiedConnection } from './proxied-connection';
import type { Target } from './proxied-connection';
import { toxicSchema } from './toxic';
import type { Toxic, ToxicInput } from './toxic';

export interface FaultProxyOptions {
  /** What is behind: an origin (`https://127.0.0.1:5001`) or an address. */
  readonly target: string | Target;
  /** Address it listens on. Default `127.0.0.1`. */
  readonly host?: string;
  /** 0 (default) takes a free one. */
  readonly port?: number;
  /** Decides which connections a toxic with a toxicity below 1 strikes, jitter and slices. Default 1. */
  readonly seed?: number;
  /** In force from the beginning. */
  readonly toxics?: readonly ToxicInput[];
}

/** A TCP proxy that breaks connections on purpose. Whoever made it disposes it. */
export interface FaultProxy extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** The target's origin as reached through the proxy; `tcp://` when the target was an address. */
  readonly url: string;
  /** Whether it lets anyone in. */
  readonly enabled: boolean;
  readonly toxics: readonly Toxic[];
  /** Connections now open. */
  readonly connections: number;
  /** Decides, with the ordinal of a connection, which toxics strike it and how. */
  readonly seed: number;
  /**
   * Adds a toxic to every connection, open ones too, in place of the one of the same name.
   * @throws ZodError when it isn't one.
   */
  add(toxic: ToxicInput): Toxic;
  /** @returns false when there is none of that name. */
  remove(name: string): boolean;
  /** Down: every connection is cut and new ones are refused. */
  disable(): Promise<void>;
  /** Up again, on the same port. */
  enable(): Promise<void>;
  /** Connections from now on are struck as the first, second… with this seed are. */
  restartCounting(seed: number): void;
  /** Up, and without toxics. */
  reset(): Promise<void>;
  dispose(): Promise<void>;
}

/**
 * Starts a proxy in front of any TCP server, TLS or not: latency, jitter, down, bandwidth, slow
 * close, timeout, reset, slicer and limit of data, each way, each for a share of the connections.
 * @throws the system error (`EADDRINUSE`…) when the port can't be had.
 */
export async function createFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const target = typeof options.target === 'string' ? addressOf(options.target) : options.target;
  const host = options.host ?? '127.0.0.1';
  const toxics = new Map<string, Toxic>();
  const connections = new Set<ProxiedConnection>();
  let seed = options.seed ?? 1;
  let accepted = 0;
  let enabled = true;

  const server = createServer({ allowHalfOpen: true }, (client: Socket) => {
    accepted += 1;
    const connection = new ProxiedConnection(client, target, seed, accepted, () => {
      connections.delete(connection);
    });
    connections.add(connection);
    for (const toxic of toxics.values()) connection.strike(toxic);
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, host);
    await once(server, 'listening');
  };
  const close = async (): Promise<void> => {
    for (const connection of connections) connection.close();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };

  const add = (toxic: ToxicInput): Toxic => {
    const added = toxicSchema.parse(toxic);
    toxics.set(added.name, added);
    for (const connection of connections) connection.strike(added);
    return added;
  };
  const remove = (name: string): boolean => {
    if (!toxics.delete(name)) return false;
    for (const connection of connections) connection.heal(name);
    return true;
  };
  for (const toxic of options.toxics ?? []) add(toxic);
  await listen(options.port ?? 0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const scheme = typeof options.target === 'string' ? new URL(options.target).protocol : 'tcp:';

  const enable = async (): Promise<void> => {
    enabled = true;
    if (!server.listening) await listen(port);
  };
  return {
    host,
    port,
    url: `${scheme}//${host.includes(':') ? `[${host}]` : host}:${port}`,
    get enabled() {
      return enabled;
    },
    get toxics() {
      return [...toxics.values()];
    },
    get connections() {
      return connections.size;
    },
    get seed() {
      return seed;
    },
    add,
    remove,
    async disable() {
      enabled = false;
      await close();
    },
    enable,
    restartCounting(newSeed) {
      seed = newSeed;
      accepted = 0;
    },
    async reset() {
      for (const name of [...toxics.keys()]) remove(name);
      await enable();
    },
    dispose: close,
    [Symbol.asyncDispose]: close,
  };
}

function addressOf(origin: string): Target {
  const { hostname, port, protocol } = new URL(origin);
  const wellKnown = protocol === 'https:' || protocol === 'wss:' ? 443 : 80;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? wellKnown : Number(port) };
}
