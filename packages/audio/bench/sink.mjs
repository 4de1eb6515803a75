/**
 * The far end: takes any number of POSTs and works out, per stream, what a listener would have
 * heard. Answers GET /report with the sum since the last one.
 */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { createServer } from 'node:http';

const BYTES_PER_MS = 16;
let streams = [];
// How still this process stood tells how busy the machine was with other things.
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    const gaps = streams.filter(({ gaps }) => gaps > 0).length;
    const gapMs = streams.reduce((sum, stream) => sum + stream.gapMs, 0);
    const leads = streams.map(({ minLead }) => minLead).sort((a, b) => a - b);
    const heardMs = streams.reduce((sum, { bytes }) => sum + bytes / BYTES_PER_MS, 0);
    const report = {
      streams: streams.length,
      streamsWithGaps: gaps,
      gapMs,
      minLeadMs: leads[0] ?? null,
      heardMs,
      machineStallMs: delay.max / 1e6,
    };
    streams = [];
    delay.reset();
    response.end(JSON.stringify(report));
    return;
  }
  const stream = { bytes: 0, endsAt: undefined, gaps: 0, gapMs: 0, minLead: Infinity };
  streams.push(stream);
  request.on('data', (chunk) => {
    const now = performance.now();
    if (stream.endsAt !== undefined) {
      const lead = stream.endsAt - now;
      stream.minLead = Math.min(stream.minLead, lead);
      if (lead < 0) {
        stream.gaps += 1;
        stream.gapMs -= lead;
      }
    }
    stream.endsAt = Math.max(stream.endsAt ?? now, now) + chunk.length / BYTES_PER_MS;
    stream.bytes += chunk.length;
  });
  request.on('end', () => response.end());
  request.on('error', () => undefined);
});

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
