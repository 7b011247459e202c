// Servers on loopback that only count who comes: one a probe, so that a control run shows which probes work.

import { createSocket } from 'node:dgram';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';

export interface CountingServer {
  readonly port: number;
  /** Connections so far; for UDP, datagrams. */
  count(): number;
  close(): Promise<void>;
}

/** Accepts HTTP and WebSocket connections and answers every request with an empty page. */
export function countHttp(): Promise<CountingServer> {
  const server = createHttpServer((_request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Content-Type', 'text/html').end();
  });
  server.on('upgrade', (_request, socket) => socket.destroy());
  return count(server);
}

/** Accepts TCP connections and ends them. */
export function countTcp(): Promise<CountingServer> {
  return count(createTcpServer((socket) => socket.end()));
}

function count(server: Server): Promise<CountingServer> {
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    socket.on('error', () => socket.destroy());
    server.once('closing', () => socket.destroy());
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        count: () => connections,
        close: () =>
          new Promise((closed) => {
            server.emit('closing');
            server.close(() => closed());
          }),
      });
    });
  });
}

/** Counts UDP datagrams. */
export function countUdp(): Promise<CountingServer> {
  const socket = createSocket('udp4');
  let datagrams = 0;
  socket.on('message', () => (datagrams += 1));
  return new Promise((resolve) => {
    socket.bind(0, '127.0.0.1', () => {
      resolve({
        port: socket.address().port,
        count: () => datagrams,
        close: () => new Promise((closed) => socket.close(() => closed())),
      });
    });
  });
}
