import * as z from 'zod';
import { makeCall } from '../../call-control/make-call';
import type { MockContext } from '../../mock-context';
import { activeCallJson } from '../active-calls';
import { ODataError } from '../odata/odata-error';
import { operation } from '../service/operation';
import type { EntitySet, Operation } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { amount, present, text } from './json-reading';

/** `ActiveCalls` (3CX facts 10.2). */
export function activeCalls({ exchange, wallNow }: MockContext, types: TypeLibrary): EntitySet {
  return {
    kind: 'set',
    name: 'ActiveCalls',
    type: types.structure('ActiveCall'),
    key: 'Id',
    access: 'administrators',
    rows: () => exchange.register.active.map((call) => activeCallJson(call, wallNow())),
    operations: [
      operation(types, 'action', 'entity', 'DropCall', '', ({ row }) => {
        const call = exchange.register.call(amount(row.Id));
        if (!call || call.ending) throw new ODataError(404, 'The call has ended.');
        exchange.end(call, 'xapi', 'dropped');
        return { kind: 'done', status: 200 };
      }),
    ],
  };
}

const answered = z.object({
  finalstatus: z.string(),
  reason: z.string(),
  reasontext: z.string(),
  result: z
    .looseObject({
      id: z.number(),
      status: z.string(),
      dn: z.string(),
      party_caller_name: z.string(),
      party_dn: z.string(),
      party_caller_id: z.string(),
      party_dn_type: z.string(),
      device_id: z.string(),
      direct_control: z.boolean(),
      callid: z.number(),
      legid: z.number(),
    })
    .nullable(),
});

/**
 * `Pbx.MakeCall`: rings the user's device, then dials (3CX facts 10.3). Without `dn` the
 * client's own route point calls; `contact` chooses the device.
 */
export function makeCallOperation(context: MockContext, types: TypeLibrary): Operation {
  const parameters = 'dn string?, destination string, contact string?, testCall bool?';
  return operation(types, 'action', 'set', 'MakeCall', parameters, ({ given, caller }) => {
    const number = text(given.dn) || caller.clientId;
    const dn = context.directory.find(number);
    if (!dn) throw new ODataError(404, `There is no number ${number}.`);
    const contact = text(given.contact);
    const device = contact === '' ? dn.devices[0] : dn.devices.find(({ id }) => id === contact);
    const { body } = makeCall(context, dn, device, { destination: text(given.destination) });
    const { finalstatus, reason, reasontext, result } = answered.parse(body);
    return {
      kind: 'entity',
      type: types.structure('CallControlResultResponse'),
      entity: present({
        FinalStatus: finalstatus,
        Reason: reason,
        ReasonText: reasontext,
        Result: result && {
          Id: result.id,
          Status: result.status,
          DN: result.dn,
          PartyCallerName: result.party_caller_name,
          PartyDn: result.party_dn,
          PartyCallerId: result.party_caller_id,
          PartyDnType: result.party_dn_type,
          DeviceId: result.device_id,
          DirectControl: result.direct_control,
          CallId: result.callid,
          LegId: result.legid,
        },
      }),
    };
  });
}
