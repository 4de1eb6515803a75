import type { MockProcess, Owner } from '@org/processes';

/** What the reader can do now. */
export function announce(running: {
  readonly n8n: string;
  readonly workflow: string;
  readonly owner: Owner;
  readonly mock: MockProcess;
  readonly logs: { readonly mock: string; readonly n8n: string };
}): void {
  const { n8n, workflow, owner, mock, logs } = running;
  const control = mock.control.url;
  console.log(`
Ready.

  n8n editor      ${n8n}/workflow/${workflow}
  sign in         ${owner.email}   password ${owner.password}
  mock 3CX        ${mock.url}   (client id ${mock.clientId}, secret ${mock.clientSecret}, self-signed certificate)
  its control API ${control}   (in a browser: telephones to call with, and what happens)
  logs            ${logs.n8n}
                  ${logs.mock}

Call the Department Router, press 1 as soon as it answers, and see where the caller ends up (101 is sales):

  CALL=$(curl -s ${control}/calls -H 'content-type: application/json' -d '{"from":"+15551230001","to":"999"}' | sed -E 's/.*"id":"?([^",}]+).*/\\1/')
  curl -s "${control}/calls/$CALL?waitFor=connected&timeoutMs=10000" >/dev/null
  curl -s ${control}/calls/$CALL/dtmf -H 'content-type: application/json' -d '{"digits":"1"}'
  curl -s "${control}/calls/$CALL?waitFor=connectedTo:101&timeoutMs=30000"; echo

What the caller heard: curl -s ${control}/calls/$CALL/heard.wav > heard.wav

Ctrl-C ends it all.
`);
}
