import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The colour of the tile that is captured, and of nothing else. */
export const tileColour = [0, 120, 215] as const;
export const fieldColour = [230, 0, 120] as const;

const field = `background:rgb(${fieldColour});border:0;width:120px;height:24px`;
const page = (port: number) => `<!doctype html><html lang="en"><title>Prices of a rival</title>
<body style="margin:0;font:16px sans-serif;min-height:3000px">
<div id="list" style="padding:20px">
  <div id="tile" tabindex="0" style="outline:0;width:160px;height:90px;background:rgb(${tileColour})"></div>
  <div id="other" style="margin-top:10px;width:200px;height:40px;background:rgb(0, 160, 60)"></div>
</div>
<input id="text" value="a name" aria-label="Name" style="position:absolute;left:20px;top:180px;${field}">
<iframe id="same" src="/frame" title="Same" style="position:absolute;left:20px;top:220px;width:200px;height:60px"></iframe>
<iframe id="foreign" src="http://pay.rival-metrics.com:${port}/frame" title="Pay"
  style="position:absolute;left:20px;top:300px;width:200px;height:60px"></iframe>
<x-sealed id="sealed" style="position:absolute;left:240px;top:180px"></x-sealed>
<script>
  document.querySelector('#sealed').attachShadow({ mode: 'closed' }).innerHTML =
    '<input type="password" value="secret" aria-label="Sealed" style="${field}">';
  // Nothing of what the extension does here is the page's business.
  for (const type of ['message', 'keydown', 'keyup', 'pointerdown', 'click'])
    addEventListener(type, () => { document.title = 'was told of a ' + type; });
</script>`;
const frame = `<!doctype html><html lang="en"><title>Frame</title><body style="margin:8px">
<input type="password" value="secret" aria-label="Password" style="${field}">`;
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="99" height="99"/></svg>';

/** A competitor's site of which every pixel is known, with frames of its own and of another site. */
export async function startTestSite(): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const type = request.url === '/drawing.svg' ? 'image/svg+xml' : 'text/html';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
    if (request.url === '/') response.end(page(port));
    else response.end(request.url === '/drawing.svg' ? drawing : frame);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
