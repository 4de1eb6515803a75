import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** The connections of a server, upgraded ones included. */
export interface OpenSockets {
  /** Cuts them all. */
  cut(): void;
  /** Grows with every connection made or closed and every byte that passes. */
  traffic(): number;
}

export function trackSockets(server: Server): OpenSockets {
  const sockets = new Set<Socket>();
  let past = 0;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    past += 1;
    socket.once('close', () => {
      sockets.delete(socket);
      past += 1 + bytesOf(socket);
    });
  });
  return {
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    traffic() {
      let sum = past;
      for (const socket of sockets) sum += bytesOf(socket);
      return sum;
    },
  };
}

function bytesOf({ bytesRead, bytesWritten }: Socket): number {
  return bytesRead + bytesWritten;
}
