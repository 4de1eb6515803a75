/**
 * Generated from openapi/call-control.yaml: change that, then run `npm run generate`.
 */

export interface paths {
    "/connect/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with client id and secret
         * @description Only one token per client is active. Issuing one ends the former at once.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every extension granted to this client, with devices and participants */
        get: operations["getState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol/ws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * WebSocket of call events
         * @description Upgraded with the same bearer header. No subscription message is needed. Each message is an EventMessage. A client may also send SocketRequest messages and gets a Response event.
         */
        get: operations["openEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol/{dn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One extension */
        get: operations["getDn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol/{dn}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registered devices of an extension; a route point has exactly one */
        get: operations["getDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol/{dn}/devices/{deviceid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One device */
        get: operations["getDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol/{dn}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Participants of an extension; empty when idle */
        get: operations["getParticipants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol/{dn}/participants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One participant, asked for after each event about it */
        get: operations["getParticipant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol/{dn}/makecall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Place a call from an extension
         * @description With several devices registered the PBX first rings them all and dials the destination when one is picked up. Answers when the call exists, not when it is answered.
         */
        post: operations["makeCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol/{dn}/devices/{deviceid}/makecall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Place a call from exactly this device */
        post: operations["makeCallFromDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol/{dn}/participants/{id}/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act on a participant
         * @description `routeto` and `transferto` answer only when the destination has answered or the attempt has failed, so they take as long as the target rings.
         */
        post: operations["act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callcontrol/{dn}/participants/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the other party says, as it arrives
         * @description Endless body of signed 16-bit little-endian mono samples at 8000 per second. Ends when the participant leaves. Only for participants of the client's own route point.
         */
        get: operations["listen"];
        put?: never;
        /**
         * What the other party hears
         * @description One chunked request kept open for the whole call, written at about the pace it is heard. The PBX answers when the body ends; what arrives before the participant is Connected is lost.
         */
        post: operations["speak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        TokenRequest: {
            client_id: string;
            /** Format: password */
            client_secret: string;
            /** @enum {string} */
            grant_type: "client_credentials";
        };
        Token: {
            /** @example Bearer */
            token_type?: string;
            /** @description Minutes on older builds (60), seconds on newer ones (3600). The lifetime is an hour on both. */
            expires_in: number;
            /** @description JWT with exp */
            access_token: string;
            refresh_token?: string | null;
        };
        Problem: {
            error?: string;
            error_description?: string;
        };
        DnState: {
            dn: string;
            type: components["schemas"]["DnType"];
            devices?: components["schemas"]["Device"][];
            participants?: components["schemas"]["Participant"][];
        };
        /** @description Kind of extension. Known are Wroutepoint, Wextension, Wqueue and Wivr; others may come. */
        DnType: string;
        Device: {
            dn?: string;
            /** @description SIP contact URI; changes when the device registers anew */
            device_id: string;
            user_agent?: string | null;
        };
        /** @description One party's end of a call on one device. Strings that are unset are empty or null. */
        Participant: {
            /** @description Unique among live participants; begins again after a PBX restart */
            id: number;
            status: components["schemas"]["ParticipantStatus"];
            /** @description Extension this participant belongs to */
            dn: string;
            party_caller_name?: string | null;
            /** @description Extension of the other side; the trunk for outside calls */
            party_dn?: string | null;
            /** @description Number of the other side */
            party_caller_id?: string | null;
            /** @description Dialled number; often empty */
            party_did?: string | null;
            /** @description E.g. Wextension or Wexternalline */
            party_dn_type?: string | null;
            device_id?: string | null;
            /** @description Whether it can be answered over this API */
            direct_control?: boolean | null;
            originated_by_dn?: string | null;
            originated_by_type?: string | null;
            referred_by_dn?: string | null;
            referred_by_type?: string | null;
            on_behalf_of_dn?: string | null;
            on_behalf_of_type?: string | null;
            /** @description The same for all parties of one conversation */
            callid?: number;
            /** @description Number of this leg within the call */
            legid?: number;
        };
        /** @enum {string} */
        ParticipantStatus: "Dialing" | "Ringing" | "Connected";
        /**
         * @description drop ends this leg. answer picks up a ringing one; outside the own route point that needs direct_control. divert sends a ringing call elsewhere and fails once it is connected. routeto rings another destination while this leg stays until one answers. transferto needs a connected call and holds it meanwhile; a failure gives it back. attach_participant_data and attach_party_data attach values to this leg or to the other party.
         * @enum {string}
         */
        ParticipantAction: "drop" | "answer" | "divert" | "routeto" | "transferto" | "attach_participant_data" | "attach_party_data";
        MakeCallRequest: {
            destination: string;
            /** @description Seconds to ring */
            timeout?: number;
            attacheddata?: components["schemas"]["AttachedData"];
        };
        /** @description `{}` for drop and answer */
        ActionRequest: {
            destination?: string;
            /** @description Seconds to ring */
            timeout?: number;
            reason?: components["schemas"]["DivertReason"];
            attacheddata?: components["schemas"]["AttachedData"];
        };
        AttachedData: {
            [key: string]: string;
        };
        /** @enum {string} */
        DivertReason: "None" | "NoAnswer" | "PhoneBusy" | "PhoneNotRegistered" | "ForwardAll" | "BasedOnCallerID" | "BasedOnDID" | "OutOfOfficeHours" | "BreakTime" | "Holiday" | "OfficeHours" | "NoDestinations" | "Polling" | "CallbackRequested" | "Callback";
        CallControlResult: {
            /** @description Success, Failed or Rejected; some builds send 1, -1 or 0 */
            finalstatus?: string | number;
            reason?: string | null;
            /** @description For people */
            reasontext?: string | null;
            result?: components["schemas"]["Participant"] | null;
        };
        EventMessage: {
            /** @description Counts up within one connection */
            sequence?: number;
            event: {
                /**
                 * @description 0 created or changed, 1 removed, 2 keys pressed, 3 prompt finished (never seen), 4 answer to a SocketRequest
                 * @enum {integer}
                 */
                event_type: 0 | 1 | 2 | 3 | 4;
                /** @example /callcontrol/999/participants/325 */
                entity: string;
                /** @description Null for 0 and 1, where the entity has to be read */
                attached_data?: (components["schemas"]["DtmfData"] | components["schemas"]["SocketResponse"]) | null;
            };
        };
        DtmfData: {
            /** @description One key */
            dtmf_input?: string;
        };
        /** @description A request over the socket. Without RequestData it reads, with it it acts. */
        SocketRequest: {
            /** @description Chosen by the client and repeated in the answer */
            RequestID: string;
            /** @example /callcontrol/999/participants/325/drop */
            Path: string;
            RequestData?: {
                Destination?: string;
                /** @description Seconds to ring */
                Timeout?: number;
                Reason?: string;
                AttachedData?: components["schemas"]["AttachedData"];
            };
        };
        SocketResponse: {
            RequestID?: string;
            Path?: string;
            /** @description HTTP status the same request would have got */
            StatusCode?: number;
            Response?: unknown;
        };
    };
    responses: {
        /** @description Done, or under way */
        Result: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CallControlResult"];
            };
        };
        /** @description Impossible for this participant or device in its present state */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CallControlResult"];
            };
        };
        /** @description This participant has no audio to offer, or not yet */
        CannotStream: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CallControlResult"];
            };
        };
        /** @description Client id or secret are wrong */
        SignInRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing, expired or replaced by a newer one */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Not granted to this client, or Call Control is switched off for it */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description No such extension, device or participant, or it has gone. Usually without a body. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Not documented by 3CX. 400 or another 4xx for a POST without a JSON body; 429 and 503 may come with Retry-After; 502 and 503, often as a web page, while the PBX restarts. */
        Other: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description Extension or route point number; a client id may hold letters */
        dn: string;
        /** @description Participant id */
        id: number;
        /** @description SIP contact URI of the device, percent-encoded as one path segment */
        deviceid: string;
    };
    requestBodies: {
        MakeCall: {
            content: {
                "application/json": components["schemas"]["MakeCallRequest"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
                "multipart/form-data": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The new token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["SignInRefused"];
            401: components["responses"]["SignInRefused"];
            default: components["responses"]["Other"];
        };
    };
    getState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The full state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DnState"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Other"];
        };
    };
    openEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Upgraded */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Other"];
        };
    };
    getDn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension or route point number; a client id may hold letters */
                dn: components["parameters"]["dn"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extension */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DnState"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Other"];
        };
    };
    getDevices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension or route point number; a client id may hold letters */
                dn: components["parameters"]["dn"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its devices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Other"];
        };
    };
    getDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension or route point number; a client id may hold letters */
                dn: components["parameters"]["dn"];
                /** @description SIP contact URI of the device, percent-encoded as one path segment */
                deviceid: components["parameters"]["deviceid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Other"];
        };
    };
    getParticipants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension or route point number; a client id may hold letters */
                dn: components["parameters"]["dn"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its participants */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participant"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Other"];
        };
    };
    getParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension or route point number; a client id may hold letters */
                dn: components["parameters"]["dn"];
                /** @description Participant id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The participant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participant"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Other"];
        };
    };
    makeCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension or route point number; a client id may hold letters */
                dn: components["parameters"]["dn"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["MakeCall"];
        responses: {
            200: components["responses"]["Result"];
            202: components["responses"]["Result"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Refused"];
            default: components["responses"]["Other"];
        };
    };
    makeCallFromDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension or route point number; a client id may hold letters */
                dn: components["parameters"]["dn"];
                /** @description SIP contact URI of the device, percent-encoded as one path segment */
                deviceid: components["parameters"]["deviceid"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["MakeCall"];
        responses: {
            200: components["responses"]["Result"];
            202: components["responses"]["Result"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Refused"];
            default: components["responses"]["Other"];
        };
    };
    act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension or route point number; a client id may hold letters */
                dn: components["parameters"]["dn"];
                /** @description Participant id */
                id: components["parameters"]["id"];
                action: components["schemas"]["ParticipantAction"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionRequest"];
            };
        };
        responses: {
            200: components["responses"]["Result"];
            202: components["responses"]["Result"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Refused"];
            424: components["responses"]["CannotStream"];
            default: components["responses"]["Other"];
        };
    };
    listen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension or route point number; a client id may hold letters */
                dn: components["parameters"]["dn"];
                /** @description Participant id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Audio */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            424: components["responses"]["CannotStream"];
            default: components["responses"]["Other"];
        };
    };
    speak: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension or route point number; a client id may hold letters */
                dn: components["parameters"]["dn"];
                /** @description Participant id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The body has ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body has ended */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            424: components["responses"]["CannotStream"];
            default: components["responses"]["Other"];
        };
    };
}
