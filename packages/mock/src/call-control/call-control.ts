import type { MockContext } from '../mock-context';
import type { Dn } from '../switch/party';
import type { Access } from './access';
import { act } from './actions';
import { styled } from './answer-style';
import { refusal } from './call-control-result';
import type { Answer } from './call-control-result';
import { commandBody } from './command-body';
import type { CommandBody } from './command-body';
import { makeCall } from './make-call';
import { deviceJson, participantJson } from './participant-json';

const ok = (body: object): Answer => ({ status: 200, body });

/** What /callcontrol answers, however it is asked: over HTTP or over the event socket (3CX facts 4). */
export class CallControl {
  readonly #context: MockContext;
  readonly #access: Access;

  constructor(context: MockContext, access: Access) {
    this.#context = context;
    this.#access = access;
  }

  all(): Answer {
    return ok(this.#access.dns.map((dn) => this.#state(dn)));
  }

  dn(number: string): Answer {
    const dn = this.#access.dn(number);
    return 'refused' in dn ? dn.refused : ok(this.#state(dn.found));
  }

  devices(number: string): Answer {
    const dn = this.#access.dn(number);
    return 'refused' in dn ? dn.refused : ok(dn.found.devices.map((device) => deviceJson(dn.found, device)));
  }

  device(number: string, id: string): Answer {
    const device = this.#access.device(number, id);
    return 'refused' in device ? device.refused : ok(deviceJson(device.found.dn, device.found.device));
  }

  participants(number: string): Answer {
    const dn = this.#access.dn(number);
    return 'refused' in dn ? dn.refused : ok(this.#participants(dn.found));
  }

  participant(number: string, id: string): Answer {
    const leg = this.#access.participant(number, id);
    return 'refused' in leg ? leg.refused : ok(participantJson(leg.found, this.#context.settings.presentDid));
  }

  makeCall(number: string, body: unknown): Answer {
    const dn = this.#access.dn(number);
    if ('refused' in dn) return dn.refused;
    const command = parsed(body);
    if ('refused' in command) return this.#styled(command.refused);
    const { devices } = dn.found;
    return this.#styled(
      makeCall(this.#context, dn.found, devices[0], command.found, { anyOfSeveral: devices.length > 1 }),
    );
  }

  makeCallFrom(number: string, deviceId: string, body: unknown): Answer {
    const device = this.#access.device(number, deviceId);
    if ('refused' in device) return device.refused;
    const command = parsed(body);
    if ('refused' in command) return this.#styled(command.refused);
    return this.#styled(makeCall(this.#context, device.found.dn, device.found.device, command.found));
  }

  async act(number: string, id: string, action: string, body: unknown): Promise<Answer> {
    const leg = this.#access.participant(number, id);
    if ('refused' in leg) return leg.refused;
    const command = parsed(body);
    if ('refused' in command) return this.#styled(command.refused);
    return this.#styled(await act(this.#context, this.#access, leg.found, action, command.found));
  }

  #styled(answer: Answer): Answer {
    return styled(answer, this.#context.settings);
  }

  #state(dn: Dn): object {
    return {
      dn: dn.number,
      type: dn.type,
      devices: dn.devices.map((device) => deviceJson(dn, device)),
      participants: this.#participants(dn),
    };
  }

  #participants(dn: Dn): object[] {
    const { exchange, settings } = this.#context;
    return exchange.register.legsOn(dn.number).map((leg) => participantJson(leg, settings.presentDid));
  }
}

function parsed(body: unknown): { readonly found: CommandBody } | { readonly refused: Answer } {
  const command = commandBody.safeParse(body);
  if (command.success) return { found: command.data };
  const [issue] = command.error.issues;
  return {
    refused: refusal(422, `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'not understood'}`),
  };
}
