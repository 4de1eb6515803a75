import type { FastifyInstance } from 'fastify';

/**
 * What is at the PBX's own `/`, where a 3CX has its web client: a word about what
 * this is, and the way to the page.
 * @param controlPort port of the control API, once it is known.
 */
export function frontPage(app: FastifyInstance, controlPort: () => number | undefined): void {
  app.get('/', (request, reply) => {
    const port = controlPort();
    // By the name the browser came by, which may not be the address the mock listens on.
    const link = port === undefined ? undefined : `http://${hostName(request.headers.host)}:${port}/`;
    return reply
      .headers({
        'content-security-policy':
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      .type('text/html; charset=utf-8')
      .send(html(link));
  });
}

/** The host without its port; `localhost` when it isn't one. */
function hostName(host: string | undefined): string {
  const url = `http://${host ?? ''}`;
  return URL.canParse(url) ? new URL(url).hostname : 'localhost';
}

function html(link: string | undefined): string {
  const way =
    link === undefined ? '' : `<p><a href="${link}">Telephones, calls and events are here: ${link}</a></p>`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Mock 3CX</title></head>
<body><main><h1>Mock 3CX</h1><p>This is the address of the phone system itself: programs use its APIs here.</p>${way}</main></body>
</html>
`;
}
