import type { BladeOpening, Order, ToBlade, ToShell } from '../portal-data.ts';
import type { RunningBlade } from './run-blade.ts';
import type { Furniture } from './shell-view.ts';

const hosts = ['sandbox-1.reactblade.portal.azure.net', 'sandbox-2.reactblade.portal.azure.net'] as const;

/** As the portal's own frames have it: a site of its own, which may open windows that are free of the frame's limits. */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

interface Tell {
  go(hash: string): void;
  title(title: string): void;
}

/** Puts the blade into a frame of another site, and another frame in its place when it is told to. */
export function openBladeFrame(opening: BladeOpening, { place, frame }: Furniture, tell: Tell): RunningBlade {
  const ended = new AbortController();
  let count = 0;
  let shown: HTMLIFrameElement | undefined;
  let origin = '';

  const put = (): void => {
    origin = `https://${hosts[count % hosts.length]}`;
    count += 1;
    const address = `${origin}/React/Index?trustedAuthority=${encodeURIComponent(opening.portal)}`;
    shown = frame({ src: address, sandbox, allow: 'clipboard-write' });
    place.replaceChildren(shown);
  };
  const say = (message: ToBlade): void => shown?.contentWindow?.postMessage(message, origin);
  const hear = (message: ToShell): void => {
    if (message.kind === 'ready') say(opening);
    if (message.kind === 'go') tell.go(message.hash);
    if (message.kind === 'title') tell.title(message.title);
  };
  const listen = ({ source, origin: from, data }: MessageEvent): void => {
    if (source === shown?.contentWindow && from === origin) hear(data as ToShell);
  };
  addEventListener('message', listen, { signal: ended.signal });
  put();
  const { replaceFrameEveryMs } = opening.behaviour;
  const replacing = replaceFrameEveryMs > 0 ? setInterval(put, replaceFrameEveryMs) : undefined;
  return {
    obey(order: Order) {
      if (order.do === 'replace-frame') put();
      else say({ kind: 'order', order });
    },
    end() {
      ended.abort();
      clearInterval(replacing);
      shown?.remove();
    },
  };
}
