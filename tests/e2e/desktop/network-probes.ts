// Every way in which a page, or the main process, can be made to open a connection; each goes to a server of its
// own. Run in the application and in the control window alike.

import type { ElectronApplication, Page } from 'playwright-core';
import { countHttp, countTcp, countUdp, type CountingServer } from '../../helpers/counting-servers';

const HTTP_PROBES = [
  'fetch',
  'xhr',
  'image',
  'script',
  'stylesheet',
  'beacon',
  'eventSource',
  'webSocket',
  'prefetch',
  'iframe',
  'ping',
  'worker',
  'windowOpen',
  'form',
  'navigation',
  'mainFetch',
  'mainRequest',
  'mainWindow',
  'mainPreconnect',
  'mainDownload',
] as const;

/** One counting server a probe, by the probe's name. */
export type ProbeServers = Readonly<
  Record<(typeof HTTP_PROBES)[number] | 'webRtcTcp' | 'webRtcUdp', CountingServer>
>;

/** The ports only: what can be handed into a page. */
type ProbePorts = Readonly<Record<keyof ProbeServers, number>>;

/** Starts all servers. */
export async function startProbeServers(): Promise<ProbeServers> {
  const http = await Promise.all(HTTP_PROBES.map(async (name) => [name, await countHttp()] as const));
  const servers = { ...Object.fromEntries(http), webRtcTcp: await countTcp(), webRtcUdp: await countUdp() };
  return servers as ProbeServers;
}

/** How often each probe arrived. */
export function countArrivals(servers: ProbeServers): Record<string, number> {
  return Object.fromEntries(Object.entries(servers).map(([name, server]) => [name, server.count()]));
}

/** Ends all servers. */
export async function stopProbeServers(servers: ProbeServers): Promise<void> {
  await Promise.all(Object.values(servers).map((server) => server.close()));
}

/** Runs every probe, those of the page first; those that would leave the page come last. */
export async function runProbes(app: ElectronApplication, page: Page, servers: ProbeServers): Promise<void> {
  const ports = Object.fromEntries(
    Object.entries(servers).map(([name, server]) => [name, server.port]),
  ) as ProbePorts;
  await page.evaluate(probeLoading, ports);
  await page.evaluate(probeWebRtc, ports);
  await probeMainProcess(app, ports);
  await page.evaluate(probeLeaving, ports);
}

/** Requests that leave the page where it is; resolves when each has ended one way or the other. */
async function probeLoading(ports: ProbePorts): Promise<void> {
  const http = (port: number): string => `http://127.0.0.1:${String(port)}/probe`;
  const append = (tag: string, attributes: Record<string, string>): Promise<unknown> => {
    const element = Object.assign(document.createElement(tag), attributes);
    const ended = new Promise((resolve) => {
      element.addEventListener('load', resolve);
      element.addEventListener('error', resolve);
      setTimeout(resolve, 1500);
    });
    document.documentElement.append(element);
    return ended;
  };
  const listen = (target: EventTarget): Promise<unknown> =>
    new Promise((resolve) =>
      ['open', 'error', 'close'].forEach((name) => target.addEventListener(name, resolve)),
    );
  const request = new XMLHttpRequest();
  navigator.sendBeacon(http(ports.beacon), 'probe');
  const attempts: (() => unknown)[] = [
    () => fetch(http(ports.fetch)),
    () => {
      request.open('GET', http(ports.xhr));
      request.send();
      return new Promise((resolve) => request.addEventListener('loadend', resolve));
    },
    () => append('img', { src: http(ports.image) }),
    () => append('script', { src: http(ports.script) }),
    () => append('link', { rel: 'stylesheet', href: http(ports.stylesheet) }),
    () => append('link', { rel: 'prefetch', href: http(ports.prefetch) }),
    () => append('iframe', { src: http(ports.iframe) }),
    () => listen(new EventSource(http(ports.eventSource))),
    () => listen(new WebSocket(`ws://127.0.0.1:${String(ports.webSocket)}/probe`)),
    () => {
      const code = `fetch('${http(ports.worker)}').finally(() => postMessage('ended'))`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      return new Promise((resolve) => {
        worker.addEventListener('message', resolve);
        worker.addEventListener('error', resolve);
      });
    },
  ];
  await Promise.allSettled(attempts.map(async (attempt) => attempt()));
}

/** Asks a STUN server over UDP and a TURN server over TCP for candidates. */
async function probeWebRtc(ports: ProbePorts): Promise<void> {
  const connection = new RTCPeerConnection({
    iceServers: [
      { urls: `stun:127.0.0.1:${String(ports.webRtcUdp)}` },
      {
        urls: `turn:127.0.0.1:${String(ports.webRtcTcp)}?transport=tcp`,
        username: 'probe',
        credential: 'probe',
      },
    ],
  });
  connection.createDataChannel('probe');
  await connection.setLocalDescription(await connection.createOffer());
  await new Promise((resolve) => {
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') resolve(undefined);
    });
    setTimeout(resolve, 3000);
  });
  connection.close();
}

/** Chromium's network from the main process: requests of the session, and a window opened by mistake. */
async function probeMainProcess(app: ElectronApplication, ports: ProbePorts): Promise<void> {
  await app.evaluate(async ({ net, session, BrowserWindow }, given) => {
    const http = (port: number): string => `http://127.0.0.1:${String(port)}/probe`;
    session.defaultSession.preconnect({ url: http(given.mainPreconnect), numSockets: 1 });
    BrowserWindow.getAllWindows()[0]?.webContents.downloadURL(http(given.mainDownload));
    const request = net.request(http(given.mainRequest));
    const requested = new Promise((resolve) => {
      request.on('response', resolve);
      request.on('error', resolve);
    });
    request.end();
    const window = new BrowserWindow({ show: false });
    await Promise.allSettled([
      net.fetch(http(given.mainFetch)),
      requested,
      window.loadURL(http(given.mainWindow)),
    ]);
    window.destroy();
  }, ports);
}

/** Requests that leave the page, or try to. */
function probeLeaving(ports: ProbePorts): void {
  const http = (port: number): string => `http://127.0.0.1:${String(port)}/probe`;
  const click = (attributes: Partial<HTMLAnchorElement>): void => {
    const link = Object.assign(document.createElement('a'), attributes);
    document.documentElement.append(link);
    link.click();
  };
  window.open(http(ports.windowOpen));
  click({ href: '#here', ping: http(ports.ping) });
  const form = Object.assign(document.createElement('form'), { action: http(ports.form), target: '_blank' });
  document.documentElement.append(form);
  form.submit();
  setTimeout(() => location.assign(http(ports.navigation)), 300);
}
