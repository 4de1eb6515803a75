import type { MockPbx } from '@org/3cx-mock';

/** What the mock's control API tells of a caller. */
export interface CallerView {
  readonly id: string;
  readonly state: string;
  readonly connectedTo: string | null;
  readonly heardMs: number;
  readonly gaps: number;
  readonly endedBy: string | null;
}

/** A person on a phone, played through the mock's control API. */
export class Caller {
  private constructor(
    private readonly controlUrl: string,
    readonly id: string,
  ) {}

  static async dials(mock: MockPbx, to: string, from = '+16125551234'): Promise<Caller> {
    const response = await post(`${mock.controlUrl}/calls`, { from, to });
    const { id } = (await response.json()) as { id: string };
    return new Caller(mock.controlUrl, id);
  }

  async presses(digits: string): Promise<void> {
    await post(`${this.controlUrl}/calls/${this.id}/dtmf`, { digits });
  }

  async hangsUp(): Promise<void> {
    await post(`${this.controlUrl}/calls/${this.id}/hangup`, {});
  }

  /** Waits for `connected`, `ended`, `connectedTo:<dn>` or `heardMs:<n>`. */
  async until(condition: string): Promise<CallerView> {
    const url = `${this.controlUrl}/calls/${this.id}?waitFor=${encodeURIComponent(condition)}&timeoutMs=60000`;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`Waiting for ${condition}: ${await response.text()}`);
    return (await response.json()) as CallerView;
  }

  /** The file of what has been heard so far. */
  async heard(): Promise<Uint8Array> {
    const response = await fetch(`${this.controlUrl}/calls/${this.id}/heard.wav`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

export async function post(url: string, body: object): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${url}: ${String(response.status)} ${await response.text()}`);
  return response;
}
