/**
 * Generated from openapi/xapi.yaml: change that, then run `npm run generate`.
 */

export interface paths {
    "/ActiveCalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls in progress */
        get: operations["listActiveCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ActiveCalls({Id})/Pbx.DropCall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a call, whoever takes part in it */
        post: operations["dropCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/CDRSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The output of call records to files or a TCP socket */
        get: operations["getCDRSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the output of call records to files or a TCP socket */
        patch: operations["updateCDRSettings"];
        trace?: never;
    };
    "/CallFlowApps({Id})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One call flow app */
        get: operations["getCallFlowApp"];
        put?: never;
        post?: never;
        /** Delete a call flow app */
        delete: operations["deleteCallFlowApp"];
        options?: never;
        head?: never;
        /** Change a call flow app */
        patch: operations["updateCallFlowApp"];
        trace?: never;
    };
    "/CallFlowApps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call flow apps */
        get: operations["listCallFlowApps"];
        put?: never;
        /** Create a call flow app */
        post: operations["createCallFlowApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/CallFlowApps({Id})/Pbx.GetFiles()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of the files of a call flow app */
        get: operations["getCallFlowAppFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/CallFlowApps({Id})/Pbx.DeleteFile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete a file of a call flow app */
        post: operations["deleteCallFlowAppFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/CallHistoryView": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call segments of the old storage; since Update 6 only what was recorded before the upgrade */
        get: operations["listCallHistoryView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/CallParkingSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of parked calls */
        get: operations["getCallParkingSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the settings of parked calls */
        patch: operations["updateCallParkingSettings"];
        trace?: never;
    };
    "/Contacts/Pbx.GetContactsByNumber(number={number})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contacts with a telephone number */
        get: operations["getContactsByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Contacts/Pbx.CreateContactByNumber": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a contact for a telephone number */
        post: operations["createContactByNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contacts of the company phonebook */
        get: operations["listContacts"];
        put?: never;
        /** Create a contact */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Contacts/Pbx.SetDirSearchSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the settings of the directory search */
        post: operations["setDirSearchSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Contacts/Pbx.GetDirSearchSettings()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of the directory search */
        get: operations["getDirSearchSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Contacts/Pbx.DeleteContactsById": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete several contacts */
        post: operations["deleteContactsById"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Contacts/Pbx.DeleteDepartmentContactsByType": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete the departments' contacts that came from one source */
        post: operations["deleteDepartmentContactsByType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Contacts/Pbx.DeletePersonalContactsByType": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete the users' own contacts that came from one source */
        post: operations["deletePersonalContactsByType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Contacts/Pbx.DeleteContactsByType": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete the contacts that came from one source */
        post: operations["deleteContactsByType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Contacts({Id})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contact */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /** Delete a contact */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        /** Change a contact */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/CrmIntegration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of the CRM integration */
        get: operations["getCrmIntegration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the settings of the CRM integration */
        patch: operations["updateCrmIntegration"];
        trace?: never;
    };
    "/CrmIntegration/Pbx.Test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a lookup in the CRM */
        post: operations["testCrmIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/CustomPrompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Custom prompts */
        get: operations["listCustomPrompts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/CustomPrompts/Pbx.MakeCallRecordCustomPrompt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call an extension to record a prompt over the telephone */
        post: operations["makeCallRecordCustomPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/CustomPrompts({Filename})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a custom prompt */
        delete: operations["deleteCustomPrompt"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/DNProperties/Pbx.GetPropertiesByDn(dnNumber={dnNumber})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Properties of an extension */
        get: operations["getPropertiesByDn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/DNProperties/Pbx.CreateDNProperty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a property of an extension */
        post: operations["createDNProperty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/DNProperties/Pbx.UpdateDNProperty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a property of an extension */
        post: operations["updateDNProperty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/DNProperties/Pbx.DeleteDNProperty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete a property of an extension */
        post: operations["deleteDNProperty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/DNProperties/Pbx.GetDNPropertyByName(dnNumber={dnNumber},name={name})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One property of an extension */
        get: operations["getDNPropertyByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Defs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The definitions of the system; the cheapest request that proves access */
        get: operations["getDefs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Defs/Pbx.GetSystemParameters()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names, ports, licence and addresses of the system */
        get: operations["getSystemParameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/DialCodeSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dial codes; their defaults differ between systems, so read them */
        get: operations["getDialCodeSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the dial codes */
        patch: operations["updateDialCodeSettings"];
        trace?: never;
    };
    "/DidNumbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** DIDs with the rule each one follows */
        get: operations["listDidNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/EventLogs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of the PBX log */
        get: operations["listEventLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/EventLogs/Pbx.DownloadEventLogs()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The event log as rows to save */
        get: operations["downloadEventLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/EventLogs/Pbx.PurgeEventLog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Empty the event log */
        post: operations["purgeEventLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Groups({Id})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One department */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        /** Delete a department */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /** Change a department */
        patch: operations["updateGroup"];
        trace?: never;
    };
    "/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Departments */
        get: operations["listGroups"];
        put?: never;
        /** Create a department */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Groups({Id})/Members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of a department */
        get: operations["listGroupMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Groups({Id})/Rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rights, one set per role of a department */
        get: operations["listGroupRights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/LastCdrAndChatMessageTimestamp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Times of the newest call record and chat message: a cheap poll for new calls */
        get: operations["listLastCdrAndChatMessageTimestamp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/LicenseStatus/Pbx.RefreshLicenseStatus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the licence server for the present state */
        post: operations["refreshLicenseStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/LicenseStatus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The licence */
        get: operations["getLicenseStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/MusicOnHoldSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of the music on hold */
        get: operations["getMusicOnHoldSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the settings of the music on hold */
        patch: operations["updateMusicOnHoldSettings"];
        trace?: never;
    };
    "/MyUser/Pbx.IssueDownloadTicket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket for one download without the bearer header */
        post: operations["issueDownloadTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Parkings(Number={Number})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One shared parking slot by its number */
        get: operations["getParkingByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Parkings({Id})/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Departments of a shared parking slot */
        get: operations["listParkingGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Parkings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shared parking slots */
        get: operations["listParkings"];
        put?: never;
        /** Create a shared parking slot */
        post: operations["createParking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Parkings({Id})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One shared parking slot */
        get: operations["getParking"];
        put?: never;
        post?: never;
        /** Delete a shared parking slot */
        delete: operations["deleteParking"];
        options?: never;
        head?: never;
        /** Change a shared parking slot */
        patch: operations["updateParking"];
        trace?: never;
    };
    "/Peers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers of the PBX with type and name: the cheapest way to learn what a number is */
        get: operations["listPeers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Peers(Number={Number})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one number is */
        get: operations["getPeerByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Peers/Pbx.GetReportPeers()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers that reports can be asked about */
        get: operations["getReportPeers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Peers/Pbx.RetreivePeersByNumbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What several numbers are. The misspelling is the name of the operation. */
        post: operations["retreivePeersByNumbers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Playlists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Playlists */
        get: operations["listPlaylists"];
        put?: never;
        /** Create a playlist */
        post: operations["createPlaylist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Playlists({Name})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One playlist */
        get: operations["getPlaylist"];
        put?: never;
        post?: never;
        /** Delete a playlist */
        delete: operations["deletePlaylist"];
        options?: never;
        head?: never;
        /** Change a playlist */
        patch: operations["updatePlaylist"];
        trace?: never;
    };
    "/Queues({Id})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One queue */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        /** Delete a queue */
        delete: operations["deleteQueue"];
        options?: never;
        head?: never;
        /** Change a queue */
        patch: operations["updateQueue"];
        trace?: never;
    };
    "/Queues(Number={Number})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One queue by its number */
        get: operations["getQueueByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queues */
        get: operations["listQueues"];
        put?: never;
        /** Create a queue */
        post: operations["createQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Queues({Id})/Agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agents of a queue */
        get: operations["listQueueAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Queues({Id})/Managers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Managers of a queue */
        get: operations["listQueueManagers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Queues({Id})/Pbx.ResetQueueStatistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the statistics of a queue afresh */
        post: operations["resetQueueStatistics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Queues/Pbx.GetFirstAvailableQueueNumber()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first number that is free for a queue */
        get: operations["getFirstAvailableQueueNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Receptionists(Number={Number})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One digital receptionist by its number */
        get: operations["getReceptionistByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Receptionists({Id})/Forwards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys and their targets of a digital receptionist */
        get: operations["listReceptionistForwards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Receptionists/Pbx.GetFirstAvailableReceptionistNumber()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first number that is free for a digital receptionist */
        get: operations["getFirstAvailableReceptionistNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Receptionists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Digital receptionists (IVRs) */
        get: operations["listReceptionists"];
        put?: never;
        /** Create a digital receptionist */
        post: operations["createReceptionist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Receptionists({Id})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One digital receptionist */
        get: operations["getReceptionist"];
        put?: never;
        post?: never;
        /** Delete a digital receptionist */
        delete: operations["deleteReceptionist"];
        options?: never;
        head?: never;
        /** Change a digital receptionist */
        patch: operations["updateReceptionist"];
        trace?: never;
    };
    "/Recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recordings; needs the System Owner role */
        get: operations["listRecordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Recordings/Pbx.DownloadRecording(recId={recId})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audio of a recording. The answer is the WAV file itself. */
        get: operations["downloadRecording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Recordings/Pbx.GetRecordingRepositorySettings()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where recordings are kept, and for how long */
        get: operations["getRecordingRepositorySettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Recordings/Pbx.SetRecordingRepositorySettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set where recordings are kept, and for how long */
        post: operations["setRecordingRepositorySettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Recordings/Pbx.PurgeLocal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete the recordings on the PBX */
        post: operations["purgeLocalRecordings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Recordings/Pbx.PurgeArchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete the recordings in the archive */
        post: operations["purgeArchivedRecordings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Recordings/Pbx.Archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move recordings to the archive */
        post: operations["archiveRecordings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Recordings/Pbx.BulkRecordingsDelete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete several recordings */
        post: operations["bulkRecordingsDelete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Recordings/Pbx.BulkRecordingsArchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move several recordings to the archive */
        post: operations["bulkRecordingsArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Recordings/Pbx.TranscribeRecordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have recordings transcribed. Answers at once; look at IsTranscribed later. */
        post: operations["transcribeRecordings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportAbandonedQueueCalls/Pbx.GetAbandonedQueueCallsData(periodFrom={periodFrom},periodTo={periodTo},queueDns={queueDns},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Callers who hung up while waiting in a queue */
        get: operations["getAbandonedQueueCallsData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportAbandonedQueueCalls/Pbx.DownloadAbandonedQueueCalls(periodFrom={periodFrom},periodTo={periodTo},queueDns={queueDns},waitInterval={waitInterval},clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Callers who hung up while waiting in a queue, as rows to save */
        get: operations["downloadAbandonedQueueCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportAgentLoginHistory/Pbx.GetAgentLoginHistoryData(clientTimeZone={clientTimeZone},startDt={startDt},endDt={endDt},queueDnStr={queueDnStr},agentDnStr={agentDnStr})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When agents logged in to and out of queues */
        get: operations["getAgentLoginHistoryData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportAgentLoginHistory/Pbx.DownloadAgentLoginHistory(clientTimeZone={clientTimeZone},startDt={startDt},endDt={endDt},queueDnStr={queueDnStr},agentDnStr={agentDnStr})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When agents logged in to and out of queues, as rows to save */
        get: operations["downloadAgentLoginHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportAgentsInQueueStatistics/Pbx.GetAgentsInQueueStatisticsData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each agent did in each queue */
        get: operations["getAgentsInQueueStatisticsData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportAgentsInQueueStatistics/Pbx.DownloadAgentsInQueueStatistics(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each agent did in each queue, as rows to save */
        get: operations["downloadAgentsInQueueStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportAuditLog/Pbx.GetAuditLogData()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of the configuration, with who made them */
        get: operations["getAuditLogData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportAuditLog/Pbx.DownloadAuditLog(clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of the configuration, with who made them, as rows to save */
        get: operations["downloadAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportAverageQueueWaitingTime/Pbx.GetAverageQueueWaitingTimeData(chartDate={chartDate},chartBy={chartBy},queueDnStr={queueDnStr},waitInterval={waitInterval},clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Average waiting time in queues over the day */
        get: operations["getAverageQueueWaitingTimeData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportAverageQueueWaitingTime/Pbx.DownloadAverageQueueWaitingTimeReport(chartDate={chartDate},chartBy={chartBy},queueDnStr={queueDnStr},waitInterval={waitInterval},clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Average waiting time in queues over the day, as rows to save */
        get: operations["downloadAverageQueueWaitingTimeReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportBreachesSla/Pbx.GetBreachesSlaData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls that waited longer than the service level allows */
        get: operations["getBreachesSlaData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportBreachesSla/Pbx.DownloadBreachesSla(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval},clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls that waited longer than the service level allows, as rows to save */
        get: operations["downloadBreachesSla"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportCallCostByExtensionGroup/Pbx.GetCallCostByExtensionGroupData(periodFrom={periodFrom},periodTo={periodTo},groupFilter={groupFilter},callClass={callClass})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cost of the calls of departments */
        get: operations["getCallCostByExtensionGroupData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportCallCostByExtensionGroup/Pbx.DownloadCallCostByExtensionGroup(periodFrom={periodFrom},periodTo={periodTo},groupFilter={groupFilter},callClass={callClass},clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cost of the calls of departments, as rows to save */
        get: operations["downloadCallCostByExtensionGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportCallDistribution/Pbx.GetCallDistribution(clientTimeZone={clientTimeZone},periodFrom={periodFrom},periodTo={periodTo},groupNumber={groupNumber},extensionDns={extensionDns},waitInterval={waitInterval},includeQueueCalls={includeQueueCalls},callArea={callArea},groupingType={groupingType})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incoming and outgoing calls over time */
        get: operations["getCallDistribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportCallDistribution/Pbx.DownloadGetGetCallDistribution(clientTimeZone={clientTimeZone},periodFrom={periodFrom},periodTo={periodTo},groupNumber={groupNumber},extensionDns={extensionDns},waitInterval={waitInterval},includeQueueCalls={includeQueueCalls},callArea={callArea},groupingType={groupingType})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incoming and outgoing calls over time, as rows to save */
        get: operations["downloadGetGetCallDistribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportCallLogData/Pbx.GetCallLogData(periodFrom={periodFrom},periodTo={periodTo},sourceType={sourceType},sourceFilter={sourceFilter},destinationType={destinationType},destinationFilter={destinationFilter},callsType={callsType},callTimeFilterType={callTimeFilterType},callTimeFilterFrom={callTimeFilterFrom},callTimeFilterTo={callTimeFilterTo},hidePcalls={hidePcalls})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The call log, one row per segment of a call. Needs the System Owner role. */
        get: operations["getCallLogData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportCallLogData/Pbx.GetOldCallLogData(periodFrom={periodFrom},periodTo={periodTo},sourceType={sourceType},sourceFilter={sourceFilter},destinationType={destinationType},destinationFilter={destinationFilter},callsType={callsType},callTimeFilterType={callTimeFilterType},callTimeFilterFrom={callTimeFilterFrom},callTimeFilterTo={callTimeFilterTo},hidePcalls={hidePcalls})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The call log of the storage used before Update 6 */
        get: operations["getOldCallLogData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportCallLogData/Pbx.DownloadCallLog(periodFrom={periodFrom},periodTo={periodTo},sourceType={sourceType},sourceFilter={sourceFilter},destinationType={destinationType},destinationFilter={destinationFilter},callsType={callsType},callTimeFilterType={callTimeFilterType},callTimeFilterFrom={callTimeFilterFrom},callTimeFilterTo={callTimeFilterTo},hidePcalls={hidePcalls},clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The call log as rows to save */
        get: operations["downloadCallLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportCallLogData/Pbx.GetCallQualityReport(cdrId={cdrId},srcNumber={srcNumber},dstNumber={dstNumber},srcCallerId={srcCallerId},dstCallerId={dstCallerId})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audio quality of a call */
        get: operations["getCallQualityReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportCallLogData/Pbx.GetOldCallQualityReport(call_id={call_id},srcNumber={srcNumber},dstNumber={dstNumber},srcCallerId={srcCallerId},dstCallerId={dstCallerId})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audio quality of a call from before Update 6 */
        get: operations["getOldCallQualityReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportDetailedQueueStatistics/Pbx.GetDetailedQueueStatisticsData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls, ring and talk times of each queue */
        get: operations["getDetailedQueueStatisticsData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportDetailedQueueStatistics/Pbx.DownloadDetailedQueueStatistics(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls, ring and talk times of each queue, as rows to save */
        get: operations["downloadDetailedQueueStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportExtensionStatistics/Pbx.GetExtensionStatisticsData(periodFrom={periodFrom},periodTo={periodTo},extensionFilter={extensionFilter},callArea={callArea})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each extension */
        get: operations["getExtensionStatisticsData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportExtensionStatistics/Pbx.DownloadExtensionStatistics(periodFrom={periodFrom},periodTo={periodTo},extensionFilter={extensionFilter},callArea={callArea})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each extension, as rows to save */
        get: operations["downloadExtensionStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportExtensionStatisticsByGroup/Pbx.GetExtensionStatisticsByGroupData(groupNumber={groupNumber},periodFrom={periodFrom},periodTo={periodTo},callArea={callArea})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each extension of a department */
        get: operations["getExtensionStatisticsByGroupData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportExtensionStatisticsByGroup/Pbx.DownloadExtensionStatisticsByGroup(groupNumber={groupNumber},periodFrom={periodFrom},periodTo={periodTo},callArea={callArea})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each extension of a department, as rows to save */
        get: operations["downloadExtensionStatisticsByGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportExtensionsStatisticsByRingGroups/Pbx.GetExtensionsStatisticsByRingGroupsData(periodFrom={periodFrom},periodTo={periodTo},ringGroupDns={ringGroupDns})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each member of ring groups */
        get: operations["getExtensionsStatisticsByRingGroupsData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportExtensionsStatisticsByRingGroups/Pbx.DownloadExtensionsStatisticsByRingGroups(periodFrom={periodFrom},periodTo={periodTo},ringGroupDns={ringGroupDns})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each member of ring groups, as rows to save */
        get: operations["downloadExtensionsStatisticsByRingGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportInboundCalls/Pbx.GetInboundCalls(periodFrom={periodFrom},periodTo={periodTo},trunkDns={trunkDns},callsType={callsType})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls that came in over trunks */
        get: operations["getInboundCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportInboundCalls/Pbx.DownloadGetInboundCalls(periodFrom={periodFrom},periodTo={periodTo},trunkDns={trunkDns},callsType={callsType},clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls that came in over trunks, as rows to save */
        get: operations["downloadGetInboundCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportInboundRules/Pbx.GetInboundRulesData()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inbound rules with the routes they lead to */
        get: operations["getInboundRulesData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportInboundRules/Pbx.DownloadInboundRules()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inbound rules with the routes they lead to, as rows to save */
        get: operations["downloadInboundRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportOutboundCalls/Pbx.GetOutboundCalls(periodFrom={periodFrom},periodTo={periodTo},trunkDns={trunkDns},callsType={callsType})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls that went out over trunks */
        get: operations["getOutboundCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportOutboundCalls/Pbx.DownloadGetOutboundCalls(periodFrom={periodFrom},periodTo={periodTo},trunkDns={trunkDns},callsType={callsType},clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls that went out over trunks, as rows to save */
        get: operations["downloadGetOutboundCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueueAnUnCalls/Pbx.GetQueueAnUnCallsData(chartDate={chartDate},chartBy={chartBy},queueDnStr={queueDnStr},clientTimeZone={clientTimeZone},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answered and unanswered queue calls over the day */
        get: operations["getQueueAnUnCallsData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueueAnUnCalls/Pbx.DownloadQueueAnUnCallsReport(chartDate={chartDate},chartBy={chartBy},queueDnStr={queueDnStr},clientTimeZone={clientTimeZone},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answered and unanswered queue calls over the day, as rows to save */
        get: operations["downloadQueueAnUnCallsReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueueAnsweredCallsByWaitTime/Pbx.GetQueueAnsweredCallsByWaitTimeData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},answerInterval={answerInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answered queue calls with the time each waited */
        get: operations["getQueueAnsweredCallsByWaitTimeData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueueAnsweredCallsByWaitTime/Pbx.DownloadQueueAnsweredCallsByWaitTime(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},answerInterval={answerInterval},clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answered queue calls with the time each waited, as rows to save */
        get: operations["downloadQueueAnsweredCallsByWaitTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueueCallbacks/Pbx.GetQueueCallbacksData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Callbacks of each queue */
        get: operations["getQueueCallbacksData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueueCallbacks/Pbx.DownloadQueueCallbacks(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Callbacks of each queue, as rows to save */
        get: operations["downloadQueueCallbacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueueFailedCallbacks/Pbx.GetQueueFailedCallbacksData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Callbacks that reached nobody */
        get: operations["getQueueFailedCallbacksData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueueFailedCallbacks/Pbx.DownloadQueueFailedCallbacks(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},clientTimeZone={clientTimeZone})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Callbacks that reached nobody, as rows to save */
        get: operations["downloadQueueFailedCallbacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueuePerformanceOverview/Pbx.GetQueuePerformanceOverviewData(periodFrom={periodFrom},periodTo={periodTo},queueDns={queueDns},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each queue and of each of its agents */
        get: operations["getQueuePerformanceOverviewData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueuePerformanceOverview/Pbx.DownloadQueuePerformanceOverview(periodFrom={periodFrom},periodTo={periodTo},queueDns={queueDns},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each queue and of each of its agents, as rows to save */
        get: operations["downloadQueuePerformanceOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueuePerformanceTotals/Pbx.GetQueuePerformanceTotalsData(periodFrom={periodFrom},periodTo={periodTo},queueDns={queueDns},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each queue */
        get: operations["getQueuePerformanceTotalsData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportQueuePerformanceTotals/Pbx.DownloadQueuePerformanceTotals(periodFrom={periodFrom},periodTo={periodTo},queueDns={queueDns},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each queue, as rows to save */
        get: operations["downloadQueuePerformanceTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportRingGroupStatistics/Pbx.GetRingGroupStatisticsData(periodFrom={periodFrom},periodTo={periodTo},ringGroupDns={ringGroupDns})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each ring group */
        get: operations["getRingGroupStatisticsData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportRingGroupStatistics/Pbx.DownloadRingGroupStatistics(periodFrom={periodFrom},periodTo={periodTo},ringGroupDns={ringGroupDns})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of each ring group, as rows to save */
        get: operations["downloadRingGroupStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportStatisticSla/Pbx.GetStatisticSlaData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often each queue missed its service level */
        get: operations["getStatisticSlaData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportStatisticSla/Pbx.DownloadStatisticSla(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often each queue missed its service level, as rows to save */
        get: operations["downloadStatisticSla"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportTeamQueueGeneralStatistics/Pbx.GetTeamQueueGeneralStatisticsData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agents, calls and talk times of each queue */
        get: operations["getTeamQueueGeneralStatisticsData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportTeamQueueGeneralStatistics/Pbx.DownloadTeamQueueGeneralStatistics(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agents, calls and talk times of each queue, as rows to save */
        get: operations["downloadTeamQueueGeneralStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportUserActivity/Pbx.GetUserActivity(clientTimeZone={clientTimeZone},periodFrom={periodFrom},periodTo={periodTo},groupNumber={groupNumber},extensionDns={extensionDns},waitInterval={waitInterval},includeQueueCalls={includeQueueCalls},callArea={callArea},groupingType={groupingType})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answered and unanswered calls of users over time */
        get: operations["getUserActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ReportUserActivity/Pbx.DownloadGetUserActivity(clientTimeZone={clientTimeZone},periodFrom={periodFrom},periodTo={periodTo},groupNumber={groupNumber},extensionDns={extensionDns},waitInterval={waitInterval},includeQueueCalls={includeQueueCalls},callArea={callArea},groupingType={groupingType})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answered and unanswered calls of users over time, as rows to save */
        get: operations["downloadGetUserActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/RingGroups(Number={Number})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ring group by its number */
        get: operations["getRingGroupByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/RingGroups({Id})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ring group */
        get: operations["getRingGroup"];
        put?: never;
        post?: never;
        /** Delete a ring group */
        delete: operations["deleteRingGroup"];
        options?: never;
        head?: never;
        /** Change a ring group */
        patch: operations["updateRingGroup"];
        trace?: never;
    };
    "/RingGroups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ring groups */
        get: operations["listRingGroups"];
        put?: never;
        /** Create a ring group */
        post: operations["createRingGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/RingGroups({Id})/Members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of a ring group */
        get: operations["listRingGroupMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ServicePrincipals({Id})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One API client */
        get: operations["getServicePrincipal"];
        put?: never;
        post?: never;
        /** Delete an API client */
        delete: operations["deleteServicePrincipal"];
        options?: never;
        head?: never;
        /** Change an API client */
        patch: operations["updateServicePrincipal"];
        trace?: never;
    };
    "/ServicePrincipals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API clients (service principals) */
        get: operations["listServicePrincipals"];
        put?: never;
        /** Create an API client */
        post: operations["createServicePrincipal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ServicePrincipals({Id})/Pbx.GenerateAppToken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a new secret for an API client. It is shown this once, and the former secret is void. */
        post: operations["generateAppToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SystemStatus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures of the running system */
        get: operations["getSystemStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SystemStatus/Pbx.SystemExtensions()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Extensions of the system itself */
        get: operations["systemExtensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SystemStatus/Pbx.SystemDatabaseInformation()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sizes of the database */
        get: operations["systemDatabaseInformation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SystemStatus/Pbx.GetVersionType()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether an update is waiting */
        get: operations["getVersionType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SystemStatus/Pbx.SystemHealthStatus()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether firewall, phones and trunks are well */
        get: operations["systemHealthStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SystemStatus/Pbx.APIToken()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Token of the update service */
        get: operations["apiToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SystemStatus/Pbx.SystemTelemetry()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Processor, memory and disk over time */
        get: operations["systemTelemetry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SystemStatus/Pbx.ServiceTelemetry()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Memory and threads of each service over time */
        get: operations["serviceTelemetry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SystemStatus/Pbx.NetworkTelemetry()": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Network traffic over time */
        get: operations["networkTelemetry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Trunks({Id})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One trunk */
        get: operations["getTrunk"];
        put?: never;
        post?: never;
        /** Delete a trunk */
        delete: operations["deleteTrunk"];
        options?: never;
        head?: never;
        /** Change a trunk */
        patch: operations["updateTrunk"];
        trace?: never;
    };
    "/Trunks(Number={Number})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One trunk by its number */
        get: operations["getTrunkByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Trunks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trunks */
        get: operations["listTrunks"];
        put?: never;
        /** Create a trunk */
        post: operations["createTrunk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Users(Number={Number})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user by its number */
        get: operations["getUserByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Users({Id})/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Departments of a user */
        get: operations["listUserGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Users({Id})/ForwardingProfiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Forwarding profiles of a user */
        get: operations["listUserForwardingProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Users/Pbx.BulkUpdate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change several users alike */
        post: operations["bulkUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Users({Id})": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /** Delete a user */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /** Change a user */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/Users/Pbx.BatchDelete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete several users; the answer names those that could not be deleted */
        post: operations["batchDelete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Users/Pbx.MakeCall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Place a call for any extension: rings the user's device, then dials the destination */
        post: operations["makeCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Users({Id})/Pbx.SetMonitorStatus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set how long a user is monitored */
        post: operations["setMonitorStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users, one per extension */
        get: operations["listUsers"];
        put?: never;
        /** Create a user */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/VoicemailSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of the voicemail */
        get: operations["getVoicemailSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the settings of the voicemail */
        patch: operations["updateVoicemailSettings"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A caller who hung up while waiting */
        AbandonedQueueCalls: {
            CallerId?: string | null;
            CallHistoryId?: string | null;
            /** Format: date-time */
            CallTime?: string | null;
            /** Format: date-time */
            CallTimeForCsv?: string | null;
            ExtensionDisplayName?: string | null;
            ExtensionDn?: string | null;
            IsLoggedIn?: boolean | null;
            /** Format: int64 */
            PollingAttempts?: number | null;
            QueueDisplayName?: string | null;
            QueueDn?: string;
            /** Format: duration */
            WaitTime?: string | null;
        };
        AbandonedQueueCallsCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["AbandonedQueueCalls"][];
        };
        /** @description One row of the list of calls in progress. No participants, no direction. */
        ActiveCall: {
            /** @description Display text, like Caller */
            Callee?: string | null;
            /** @description Display text: extension and name, or trunk, its name and the number in parentheses */
            Caller?: string | null;
            /**
             * Format: date-time
             * @description Empty until the call is answered
             */
            EstablishedAt?: string | null;
            /**
             * Format: int32
             * @description Call id, most likely the callid of the Call Control API
             */
            Id?: number;
            /**
             * Format: date-time
             * @description When Status last changed
             */
            LastChangeStatus?: string | null;
            /**
             * Format: date-time
             * @description Clock of the PBX, to compute durations with
             */
            ServerNow?: string | null;
            /** @description Free text; seen are Talking, Ringing, Dialing, Routing, Transferring */
            Status?: string | null;
        };
        ActiveCallCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["ActiveCall"][];
        };
        AgentLoginHistory: {
            Agent?: string;
            AgentNo?: string;
            /** Format: date-time */
            Day?: string | null;
            /** Format: duration */
            LoggedInDayInterval?: string | null;
            /**
             * Format: date-time
             * @description The small first letter is the name of the property
             */
            loggedInDt?: string | null;
            /** Format: duration */
            LoggedInInterval?: string | null;
            /** Format: duration */
            LoggedInTotalInterval?: string | null;
            /** Format: date-time */
            LoggedOutDt?: string | null;
            QueueNo?: string;
            /** Format: duration */
            TalkingDayInterval?: string | null;
            /** Format: duration */
            TalkingInterval?: string | null;
            /** Format: duration */
            TalkingTotalInterval?: string | null;
        };
        AgentLoginHistoryCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["AgentLoginHistory"][];
        };
        AgentRoutingAction: {
            Action?: string;
            Name?: string | null;
            Number?: string | null;
            Tags?: components["schemas"]["UserTag"][];
            Type?: components["schemas"]["PeerType"] | null;
        };
        AgentRoutingDirectory: {
            Description?: string;
            Name?: string | null;
            Number?: string | null;
            Tags?: components["schemas"]["UserTag"][];
            Type?: components["schemas"]["PeerType"] | null;
        };
        AgentSettings: {
            AbusiveCallerAction?: components["schemas"]["AgentRoutingAction"] | null;
            AgentFallback?: components["schemas"]["AgentRoutingAction"] | null;
            AgentType?: string | null;
            AllowedExtensions?: string | null;
            AllowWebsearch?: boolean | null;
            BossInterruptionSettings?: components["schemas"]["BossInterruptionSettings"] | null;
            CallerDoesNotRespondAction?: components["schemas"]["AgentRoutingAction"] | null;
            CheckStatusBeforeTransfer?: boolean | null;
            EnableNameMatching?: boolean | null;
            FirstMessage?: string | null;
            HumanHandoff?: components["schemas"]["AgentRoutingDirectory"] | null;
            Knowledgebase?: string[];
            Language?: string | null;
            /** Format: int32 */
            MaxCallDuration?: number | null;
            PhonebookOverride?: components["schemas"]["Peer"] | null;
            RoutingDirectory?: components["schemas"]["AgentRoutingDirectory"][];
            SpamAction?: components["schemas"]["AgentRoutingAction"] | null;
            SpamInstructions?: string | null;
            SwitchLanguage?: boolean | null;
            SystemPrompt?: string | null;
            Voice?: string | null;
        };
        AgentsInQueueStatistics: {
            /** Format: int64 */
            AnsweredCount?: number | null;
            /**
             * Format: int32
             * @description Percent of the calls offered to the agent
             */
            AnsweredPercent?: number | null;
            /** Format: int64 */
            AnsweredPerHourCount?: number | null;
            /** Format: duration */
            AvgRingTime?: string | null;
            /** Format: duration */
            AvgTalkTime?: string | null;
            Dn?: string;
            DnDisplayName?: string | null;
            /** Format: duration */
            LoggedInTime?: string | null;
            /** Format: int64 */
            LostCount?: number | null;
            Queue?: string | null;
            QueueDisplayName?: string | null;
            /** Format: duration */
            RingTime?: string | null;
            /** Format: duration */
            TalkTime?: string | null;
        };
        AgentsInQueueStatisticsCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["AgentsInQueueStatistics"][];
        };
        AuditLog: {
            /** Format: int32 */
            Action?: number | null;
            /** Format: int64 */
            Id?: number;
            Ip?: string | null;
            NewData?: string | null;
            ObjectName?: string | null;
            /** Format: int32 */
            ObjectType?: number | null;
            PrevData?: string | null;
            /** Format: int32 */
            Source?: number | null;
            /** Format: date-time */
            Timestamp?: string | null;
            UserName?: string | null;
        };
        AuditLogCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["AuditLog"][];
        };
        /** @enum {string} */
        Authentication: "Both" | "Name" | "Email" | "None";
        AvailableRouting: {
            BusyAllCalls?: boolean | null;
            BusyExternal?: components["schemas"]["Destination"] | null;
            BusyInternal?: components["schemas"]["Destination"] | null;
            NoAnswerAllCalls?: boolean | null;
            NoAnswerExternal?: components["schemas"]["Destination"] | null;
            NoAnswerInternal?: components["schemas"]["Destination"] | null;
            NotRegisteredAllCalls?: boolean | null;
            NotRegisteredExternal?: components["schemas"]["Destination"] | null;
            NotRegisteredInternal?: components["schemas"]["Destination"] | null;
        };
        AwayRouting: {
            AllHoursExternal?: boolean | null;
            AllHoursInternal?: boolean | null;
            External?: components["schemas"]["Destination"] | null;
            Internal?: components["schemas"]["Destination"] | null;
        };
        BossInterruptionSettings: {
            Block?: components["schemas"]["InterruptionDecision"] | null;
            Interrupt?: components["schemas"]["InterruptionDecision"] | null;
            Notify?: components["schemas"]["InterruptionDecision"] | null;
        };
        BreachesSla: {
            CallerId?: string;
            /** Format: date-time */
            CallTime?: string;
            Queue?: string;
            QueueDnNumber?: string | null;
            /** Format: duration */
            WaitingTime?: string | null;
        };
        BreachesSlaCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["BreachesSla"][];
        };
        CDRSettings: {
            Enabled?: boolean | null;
            EnabledFields?: components["schemas"]["CDRSettingsField"][];
            /**
             * Format: int32
             * @description Size at which a new file begins
             */
            LogSize?: number | null;
            LogType?: components["schemas"]["TypeOfCDRLog"] | null;
            PossibleFields?: string[];
            RemoveCommaDelimiters?: boolean | null;
            SocketIpAddress?: string | null;
            /**
             * Format: int32
             * @description TCP port
             */
            SocketPort?: number | null;
        };
        CDRSettingsField: {
            /** Format: int32 */
            Length?: number | null;
            Name?: string | null;
        };
        CIDFormatting: {
            ReplacePattern?: string | null;
            SourcePattern?: string | null;
        };
        /** @description What became of the call */
        CallControlResultResponse: {
            /** @description Success, Failed or Rejected */
            FinalStatus?: string;
            Reason?: string;
            /** @description For people */
            ReasonText?: string;
            Result?: components["schemas"]["CallParticipant"] | null;
            /** @description Since release 20.0.6 */
            VttId?: string | null;
        };
        CallCostByExtensionGroup: {
            /** Format: decimal */
            BillingCost?: number | null;
            CallType?: string | null;
            DstDn?: string | null;
            /** Format: int32 */
            DstDnClass?: number | null;
            GroupName?: string | null;
            IsAnswered?: boolean | null;
            /** Format: duration */
            RingingDur?: string | null;
            SegId?: string;
            SrcDisplayName?: string | null;
            SrcDn?: string | null;
            /** Format: date-time */
            StartTime?: string | null;
            /** Format: duration */
            TalkingDur?: string | null;
        };
        CallCostByExtensionGroupCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["CallCostByExtensionGroup"][];
        };
        CallDistribution: {
            /** Format: date-time */
            DateTimeInterval?: string;
            /** Format: int32 */
            IncomingCount?: number;
            /** Format: int32 */
            OutgoingCount?: number;
        };
        CallDistributionCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["CallDistribution"][];
        };
        CallFlowApp: components["schemas"]["DN"] & {
            /** Format: date-time */
            CompilationLastSuccess?: string | null;
            CompilationResult?: string | null;
            CompilationSucceeded?: boolean | null;
            InvalidScript?: boolean | null;
            IsRegistered?: boolean | null;
            Name?: string | null;
            RejectedCode?: string | null;
            RoutingType?: components["schemas"]["CfaRoutingType"] | null;
            ScriptCode?: string | null;
            Trunk?: components["schemas"]["Trunk"] | null;
        };
        CallFlowAppCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["CallFlowApp"][];
        };
        /** @enum {string} */
        CallHandlingFlags: "WelcomeMessageForIncomingCalls" | "HoldCall";
        /** @description A segment of a call in the storage used before Update 6 */
        CallHistoryView: {
            CallAnswered?: boolean | null;
            /**
             * Format: duration
             * @description Length of the segment
             */
            CallTime?: string;
            DstCallerNumber?: string | null;
            DstDisplayName?: string | null;
            DstDn?: string | null;
            /** Format: int32 */
            DstDnType?: number;
            DstExtendedDisplayName?: string | null;
            DstExternal?: boolean;
            /** Format: int32 */
            DstId?: number;
            DstInternal?: boolean;
            /** Format: int32 */
            DstParticipantId?: number;
            /** Format: int32 */
            DstRecId?: number | null;
            /** Format: int32 */
            SegmentActionId?: number;
            /** Format: date-time */
            SegmentEndTime?: string;
            /** Format: int32 */
            SegmentId?: number;
            /** Format: date-time */
            SegmentStartTime?: string;
            /** Format: int32 */
            SegmentType?: number;
            SrcCallerNumber?: string | null;
            SrcDisplayName?: string | null;
            SrcDn?: string | null;
            /** Format: int32 */
            SrcDnType?: number;
            SrcExtendedDisplayName?: string | null;
            SrcExternal?: boolean;
            /** Format: int32 */
            SrcId?: number;
            SrcInternal?: boolean;
            /** Format: int32 */
            SrcParticipantId?: number;
            /** Format: int32 */
            SrcRecId?: number | null;
        };
        CallHistoryViewCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["CallHistoryView"][];
        };
        /** @description A segment of a call */
        CallLogData: {
            ActionDnCallerId?: string | null;
            ActionDnDisplayName?: string | null;
            /** @description The small first letter is the name of the property */
            actionDnDn?: string | null;
            /** Format: int32 */
            ActionDnType?: number | null;
            /** Format: int32 */
            ActionType?: number | null;
            Answered?: boolean | null;
            /** Format: decimal */
            CallCost?: number | null;
            /** @description The same for all segments of a call */
            CallHistoryId?: string | null;
            /**
             * Format: int32
             * @description The same for all segments of a call on older releases
             */
            CallId?: number;
            CallType?: string | null;
            CdrId?: string;
            DestinationCallerId?: string | null;
            DestinationDisplayName?: string | null;
            DestinationDn?: string | null;
            /** Format: int32 */
            DestinationType?: number | null;
            /** @description E.g. Internal, Inbound or Outbound */
            Direction?: string | null;
            /** Format: int32 */
            DstRecId?: number | null;
            /**
             * Format: int32
             * @description Depth: rows with more belong to the row above
             */
            Indent?: number | null;
            /** @description The call this one belongs to */
            MainCallHistoryId?: string | null;
            QualityReport?: boolean | null;
            /** @description Why the segment ended */
            Reason?: string | null;
            Recordings?: components["schemas"]["XReportRecording"][];
            RecordingUrl?: string | null;
            /** Format: duration */
            RingingDuration?: string | null;
            /**
             * Format: int32
             * @description Grows with time; good to sort by
             */
            SegmentId?: number | null;
            /** Format: int32 */
            SentimentScore?: number | null;
            SourceCallerId?: string | null;
            SourceDisplayName?: string | null;
            SourceDn?: string | null;
            /** Format: int32 */
            SourceType?: number | null;
            /** Format: int32 */
            SrcRecId?: number | null;
            /**
             * Format: date-time
             * @description When the segment began
             */
            StartTime?: string | null;
            /** @description E.g. Answered or Unanswered */
            Status?: string | null;
            /** Format: int32 */
            SubrowDescNumber?: number | null;
            Summary?: string | null;
            /** Format: duration */
            TalkingDuration?: string | null;
            Transcription?: string | null;
        };
        CallLogDataCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["CallLogData"][];
        };
        CallParkingSettings: {
            AutoPickupEnabled?: boolean | null;
            AutoPickupForwardDN?: string | null;
            AutoPickupForwardExternalNumber?: string | null;
            AutoPickupForwardType?: components["schemas"]["TypeOfAutoPickupForward"] | null;
            /**
             * Format: int32
             * @description Seconds until a parked call comes back
             */
            AutoPickupTimeout?: number | null;
            /**
             * Format: int32
             * @description Most parked calls at a time
             */
            MaximumParkedCalls?: number | null;
            MusicOnHold?: string | null;
        };
        /** @description One party's end of a call on one device */
        CallParticipant: {
            /**
             * Format: int32
             * @description The same for all parties of one conversation
             */
            CallId?: number;
            DeviceId?: string;
            /** @description Whether the device can be told to answer */
            DirectControl?: boolean;
            DN?: string;
            /** Format: int32 */
            Id?: number;
            /**
             * Format: int32
             * @description Number of this leg within the call
             */
            LegId?: number;
            PartyCallerId?: string;
            PartyCallerName?: string;
            PartyDn?: string;
            PartyDnType?: string;
            Status?: string;
        };
        /** @enum {string} */
        CfaRoutingType: "DialCode" | "Forward" | "Trunk";
        Choice: {
            Key?: string;
            Value?: string;
        };
        ClickToCall: components["schemas"]["DN"] & {
            CallUsEnableChat?: boolean | null;
            CallUsEnablePhone?: boolean | null;
            CallUsEnableVideo?: boolean | null;
            CallUsRequirement?: components["schemas"]["Authentication"] | null;
            ClickToCallId?: string | null;
        };
        Codec: {
            /** Format: int32 */
            Id?: number;
            Name?: string | null;
            RfcName?: string | null;
        };
        ConcealedPassword: {
            Concealed?: boolean | null;
            Value?: string | null;
        };
        Contact: {
            Business?: string | null;
            Business2?: string | null;
            BusinessFax?: string | null;
            CompanyName?: string | null;
            ContactType?: components["schemas"]["ContactSource"] | null;
            Department?: string | null;
            Email?: string | null;
            FirstName?: string | null;
            Home?: string | null;
            /** Format: int32 */
            Id?: number;
            LastName?: string | null;
            Mobile2?: string | null;
            Other?: string | null;
            Pager?: string | null;
            PhoneNumber?: string | null;
            Tag?: string | null;
            Title?: string | null;
        };
        ContactCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["Contact"][];
        };
        /** @enum {string} */
        ContactSource: "3CX" | "CRM" | "Google" | "M365";
        /** @enum {string} */
        ContactType: "Company" | "Personal";
        ContactsDirSearchSettings: {
            ExchangeCalendarProfileSwitching?: boolean | null;
            ExchangeEmailAddresses?: string[];
            ExchangeFolders?: string[];
            ExchangePassword?: components["schemas"]["ConcealedPassword"] | null;
            ExchangeServerUrl?: string | null;
            ExchangeUser?: string | null;
        };
        /**
         * Format: int64
         * @description How many rows there are in all; only when $count=true was asked
         */
        Count: number | null;
        CrmChoice: {
            Key?: string;
            Value?: string | null;
        };
        CrmContact: {
            CompanyName?: string | null;
            ContactRawData?: string | null;
            ContactType?: components["schemas"]["ContactType"] | null;
            ContactUrl?: string | null;
            Department?: string | null;
            Email?: string | null;
            FaxBusiness?: string | null;
            FirstName?: string | null;
            LastName?: string | null;
            Pager?: string | null;
            PhoneBusiness?: string | null;
            PhoneBusiness2?: string | null;
            PhoneHome?: string | null;
            PhoneMobile?: string | null;
            PhoneMobile2?: string | null;
            PhoneOther?: string | null;
            PhotoUrl?: string | null;
            Title?: string | null;
        };
        CrmIntegration: {
            Country?: string | null;
            EnabledForDidCalls?: boolean | null;
            EnabledForExternalCalls?: boolean | null;
            Id?: string;
            Name?: string;
            PhonebookPriorityOptions?: components["schemas"]["PhonebookPriorityOptions"] | null;
            PhonebookSynchronization?: boolean | null;
            PossibleValues?: components["schemas"]["CrmSelectableValue"][];
            VariableChoices?: components["schemas"]["CrmChoice"][];
        };
        CrmSelectableValue: {
            /** Format: int32 */
            Id?: number;
            Name?: string | null;
        };
        /** @enum {string} */
        CrmTestMode: "PhoneExact" | "Search" | "Email";
        CrmTestResult: {
            IsError?: boolean | null;
            Log?: string | null;
            Message?: string | null;
            SearchResult?: components["schemas"]["CrmContact"][];
        };
        CustomPrompt: {
            CanBeDeleted?: boolean;
            DisplayName?: string;
            /** @description Address of the file on the PBX */
            FileLink?: string;
            /** @description File name, which is the key */
            Filename?: string;
            PromptType?: components["schemas"]["PromptType"];
        };
        CustomPromptCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["CustomPrompt"][];
        };
        CustomQueueRingtone: {
            Queue?: string | null;
            Ringtone?: string | null;
        };
        DN: {
            Groups?: components["schemas"]["UserGroup"][];
            /** Format: int32 */
            Id?: number;
            /** @description Extension number; cannot be changed once given */
            Number?: string | null;
            TranscriptionMode?: components["schemas"]["TranscriptionType"] | null;
        };
        /** @description A named value kept with an extension */
        DNProperty: {
            Description?: string | null;
            /** Format: int32 */
            Id?: number | null;
            Name?: string;
            /** @description At most 131072 characters */
            Value?: string | null;
        };
        DNPropertyCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["DNProperty"][];
        };
        /** @enum {string} */
        DayOfWeek: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday";
        Defs: {
            Codecs?: components["schemas"]["Codec"][];
            GatewayParameters?: components["schemas"]["GatewayParameter"][];
            GatewayParameterValues?: components["schemas"]["GatewayParameterValue"][];
            /** Format: int32 */
            Id?: number;
            TimeZones?: components["schemas"]["TimeZone"][];
        };
        /** @description Where calls go */
        Destination: {
            /** @description Number of an external target */
            External?: string | null;
            /** @description Display name */
            Name?: string | null;
            /** @description Number of an internal target */
            Number?: string | null;
            Tags?: components["schemas"]["UserTag"][];
            /** @description Kind of target */
            To?: components["schemas"]["DestinationType"] | null;
            Type?: components["schemas"]["PeerType"] | null;
        };
        /** @enum {string} */
        DestinationType: "None" | "VoiceMail" | "Extension" | "Queue" | "RingGroup" | "IVR" | "External" | "Fax" | "Boomerang" | "Deflect" | "VoiceMailOfDestination" | "Callback" | "RoutePoint" | "ProceedWithNoExceptions";
        DetailedQueueStatistics: {
            /** Format: int64 */
            AnsweredCount?: number | null;
            /** Format: duration */
            AvgRingTime?: string | null;
            /** Format: duration */
            AvgTalkTime?: string | null;
            /** Format: int64 */
            CallbacksCount?: number | null;
            /** Format: int64 */
            CallsCount?: number | null;
            QueueDn?: string | null;
            QueueDnNumber?: string;
            /** Format: duration */
            RingTime?: string | null;
            /** Format: duration */
            TalkTime?: string | null;
        };
        DetailedQueueStatisticsCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["DetailedQueueStatistics"][];
        };
        DialCodeSettings: {
            DialCodeBillingCode?: string | null;
            DialCodeHideCallerID?: string | null;
            DialCodeHotdesking?: string | null;
            DialCodeHotelAccess?: string | null;
            DialCodeIntercom?: string | null;
            DialCodeLoggedInQueue?: string | null;
            DialCodeLoggedOutQueue?: string | null;
            DialCodeOutOffice?: string | null;
            /** @description Code that parks a call */
            DialCodePark?: string | null;
            /** @description Code that answers a call ringing elsewhere */
            DialCodePickup?: string | null;
            DialCodeProfileStatus?: string | null;
            /** @description Code that takes a parked call back */
            DialCodeUnpark?: string | null;
            /** @description Code before an extension number that leads to its voicemail */
            DialCodeVMail?: string | null;
        };
        /** @description A DID and the rule it follows */
        DidNumber: {
            Number?: string;
            RoutingRule?: components["schemas"]["InboundRule"] | null;
            TemplateFileName?: string | null;
            /** Format: int32 */
            TrunkId?: number;
        };
        DidNumberCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["DidNumber"][];
        };
        /** @enum {string} */
        DirectionType: "None" | "Inbound" | "Outbound" | "Both";
        ENL: {
            /** Format: int32 */
            From?: number;
            /** Format: int32 */
            To?: number;
        };
        EmergencyGeoLocation: {
            FriendlyName?: string;
            Id?: string;
        };
        EmergencyGeoTrunkLocation: {
            Id?: string;
            Location?: components["schemas"]["EmergencyGeoLocation"];
            ProviderUri?: string;
            TrunkDn?: string | null;
        };
        ErrorDetails: {
            code: string;
            message: string;
            target?: string | null;
        };
        EventLog: {
            /**
             * Format: int32
             * @description Kind of event
             */
            EventId?: number | null;
            Group?: string | null;
            GroupName?: string | null;
            /** Format: int32 */
            Id?: number;
            Message?: string | null;
            /** @description Values that belong into Message */
            Params?: string[];
            Source?: string | null;
            /** Format: date-time */
            TimeGenerated?: string | null;
            Type?: components["schemas"]["EventLogType"] | null;
        };
        EventLogCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["EventLog"][];
        };
        /** @enum {string} */
        EventLogType: "Error" | "Warning" | "Info";
        ExtensionRule: {
            CallType?: components["schemas"]["RuleCallTypeType"] | null;
            Condition?: components["schemas"]["RuleConditionType"] | null;
            Data?: string | null;
            Destination?: components["schemas"]["Destination"] | null;
            Enabled?: boolean | null;
            Hours?: components["schemas"]["Schedule"] | null;
            /** Format: int32 */
            Id?: number;
        };
        ExtensionStatistics: {
            DisplayName?: string | null;
            Dn?: string;
            /** Format: int64 */
            InboundAnsweredCount?: number | null;
            /** Format: duration */
            InboundAnsweredTalkingDur?: string | null;
            /** Format: int64 */
            InboundUnansweredCount?: number | null;
            /** Format: int64 */
            OutboundAnsweredCount?: number | null;
            /** Format: duration */
            OutboundAnsweredTalkingDur?: string | null;
            /** Format: int64 */
            OutboundUnansweredCount?: number | null;
        };
        ExtensionStatisticsCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["ExtensionStatistics"][];
        };
        ExtensionsStatisticsByRingGroups: {
            /** Format: int64 */
            ExtensionAnsweredCount?: number | null;
            ExtensionDisplayName?: string | null;
            ExtensionDn?: string;
            RingGroupDisplayName?: string | null;
            RingGroupDn?: string;
            /** Format: int64 */
            RingGroupReceivedCount?: number | null;
            /** Format: int64 */
            RingGroupUnansweredCount?: number | null;
            /** Format: int32 */
            SentimentScore?: number | null;
            /** Format: int32 */
            SortOrder?: number | null;
        };
        ExtensionsStatisticsByRingGroupsCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["ExtensionsStatisticsByRingGroups"][];
        };
        FirstAvailableNumber: {
            Number?: string | null;
        };
        /** @description What happens to calls while this presence is chosen */
        ForwardingProfile: {
            AcceptMultipleCalls?: boolean | null;
            AvailableRoute?: components["schemas"]["AvailableRouting"] | null;
            AwayRoute?: components["schemas"]["AwayRouting"] | null;
            BlockPushCalls?: boolean | null;
            CustomMessage?: string | null;
            /** @description Own name of a custom profile */
            CustomName?: string | null;
            DisableRingGroupCalls?: boolean | null;
            /** Format: int32 */
            Id?: number;
            /** @description Which of the five profiles this is */
            Name?: string | null;
            /**
             * Format: int32
             * @description Seconds to ring before the call counts as not answered
             */
            NoAnswerTimeout?: number | null;
            OfficeHoursAutoQueueLogOut?: boolean | null;
            RingMyMobile?: boolean | null;
        };
        ForwardingProfileCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["ForwardingProfile"][];
        };
        Gateway: {
            Codecs?: string[];
            DeliverAudio?: boolean | null;
            DestNumberInRemotePartyIDCalled?: boolean | null;
            DestNumberInRequestLineURI?: boolean | null;
            DestNumberInTo?: boolean | null;
            Host?: string | null;
            /** Format: int32 */
            Id?: number | null;
            InboundParams?: components["schemas"]["GatewayParameterBinding"][];
            Internal?: boolean | null;
            IPInRegistrationContact?: components["schemas"]["IPInRegistrationContactType"] | null;
            IsCustom?: boolean | null;
            /** Format: int32 */
            Lines?: number | null;
            MatchingStrategy?: components["schemas"]["MatchingStrategyType"] | null;
            Name?: string | null;
            OutboundCallerID?: string | null;
            OutboundParams?: components["schemas"]["GatewayParameterBinding"][];
            /** Format: int32 */
            Port?: number | null;
            ProxyHost?: string | null;
            /** Format: int32 */
            ProxyPort?: number | null;
            RequireRegistrationFor?: components["schemas"]["RequireRegistrationForType"] | null;
            SourceIdentification?: components["schemas"]["GatewayParameterBinding"][];
            SpecifiedIPForRegistrationContact?: string | null;
            SRTPMode?: components["schemas"]["SRTPModeType"] | null;
            SupportReinvite?: boolean | null;
            SupportReplaces?: boolean | null;
            TemplateFilename?: string | null;
            /**
             * Format: int32
             * @description Seconds between registrations
             */
            TimeBetweenReg?: number | null;
            Type?: components["schemas"]["GatewayType"] | null;
            UseIPInContact?: boolean | null;
            VariableChoices?: components["schemas"]["Choice"][];
        };
        GatewayParameter: {
            CanHaveDID?: boolean | null;
            Description?: string | null;
            /** Format: int32 */
            Id?: number;
            InboundPossibleValues?: string[];
            Name?: string | null;
            OutboundPossibleValues?: string[];
            SourceIDPossibleValues?: string[];
        };
        GatewayParameterBinding: {
            Custom?: string | null;
            /** Format: int32 */
            ParamId?: number;
            /** Format: int32 */
            ValueId?: number;
        };
        GatewayParameterValue: {
            Description?: string | null;
            /** Format: int32 */
            Id?: number;
            Name?: string | null;
        };
        /** @enum {string} */
        GatewayType: "Unknown" | "Analog" | "Provider" | "BridgeMaster" | "BridgeSlave" | "BridgeSlaveOverTunnel" | "BRI" | "T1" | "E1";
        Greeting: {
            DisplayName?: string | null;
            Filename?: string | null;
            Type?: components["schemas"]["ProfileType"];
        };
        Group: components["schemas"]["ClickToCall"] & {
            AllowCallService?: boolean | null;
            /** Format: int32 */
            AnswerAfter?: number | null;
            BreakRoute?: components["schemas"]["Route"] | null;
            BreakTime?: components["schemas"]["Schedule"] | null;
            CallHandlingMode?: components["schemas"]["CallHandlingFlags"][];
            /** @description Opening hours in force, or what overrides them */
            CurrentGroupHours?: components["schemas"]["GroupHoursMode"] | null;
            CustomOperator?: components["schemas"]["Destination"] | null;
            CustomPrompt?: string | null;
            DisableCustomPrompt?: boolean | null;
            GloballyVisible?: boolean | null;
            HasMembers?: boolean | null;
            HolidaysRoute?: components["schemas"]["Route"] | null;
            Hours?: components["schemas"]["Schedule"] | null;
            IsDefault?: boolean | null;
            Language?: string | null;
            /** Format: date-time */
            LastLoginTime?: string | null;
            Members?: components["schemas"]["UserGroup"][];
            MusicOnHold?: string | null;
            Name?: string | null;
            OfficeHolidays?: components["schemas"]["Holiday"][];
            OfficeRoute?: components["schemas"]["Route"] | null;
            OutOfOfficeRoute?: components["schemas"]["Route"] | null;
            /**
             * Format: date-time
             * @description When the override ends
             */
            OverrideExpiresAt?: string | null;
            OverrideHolidays?: boolean | null;
            PromptSet?: string | null;
            Props?: components["schemas"]["GroupProps"] | null;
            Rights?: components["schemas"]["Rights"][];
            TimeZoneId?: string | null;
        };
        GroupCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["Group"][];
        };
        /** @enum {string} */
        GroupHoursMode: "Default" | "ForceOpened" | "ForceClosed" | "ForceBreak" | "ForceCustomOperator" | "ForceHoliday" | "HasForcedMask";
        GroupProps: {
            /** Format: int32 */
            DectMaxCount?: number | null;
            /** Format: int32 */
            DepartmentContactsMaxCount?: number | null;
            Fqdn?: string | null;
            /** Format: int32 */
            LiveChatMaxCount?: number | null;
            /** Format: int32 */
            OutboundRulesMaxCount?: number | null;
            /** Format: int32 */
            PersonalContactsMaxCount?: number | null;
            /** Format: int32 */
            PromptsMaxCount?: number | null;
            ResellerId?: string | null;
            ResellerName?: string | null;
            /** Format: int32 */
            SbcMaxCount?: number | null;
            StartupLicense?: components["schemas"]["StartupLicense"] | null;
            StartupOwnerEmail?: string | null;
            /** Format: date-time */
            SubcriptionExpireDate?: string | null;
            Subscription?: string | null;
            SubscriptionType?: string | null;
            SystemNumberFrom?: string | null;
            SystemNumberTo?: string | null;
            TrunkNumberFrom?: string | null;
            TrunkNumberTo?: string | null;
            /** Format: int32 */
            TrunksMaxCount?: number | null;
            UserNumberFrom?: string | null;
            UserNumberTo?: string | null;
        };
        Holiday: {
            /** Format: uint8 */
            Day?: number;
            /** Format: uint8 */
            DayEnd?: number;
            Group?: string | null;
            HolidayPrompt?: string | null;
            /** Format: int32 */
            Id?: number;
            IsRecurrent?: boolean | null;
            /** Format: uint8 */
            Month?: number;
            /** Format: uint8 */
            MonthEnd?: number;
            Name?: string;
            /** Format: duration */
            TimeOfEndDate?: string;
            /** Format: duration */
            TimeOfStartDate?: string;
            /** Format: int32 */
            Year?: number;
            /** Format: int32 */
            YearEnd?: number;
        };
        /** @enum {string} */
        IPInRegistrationContactType: "External" | "Internal" | "Both" | "Specified";
        /** @enum {string} */
        IVRForwardType: "EndCall" | "Extension" | "RingGroup" | "Queue" | "IVR" | "VoiceMail" | "CallByName" | "RepeatPrompt" | "CustomInput";
        /** @enum {string} */
        IVRType: "Default" | "CodeBased" | "ScriptBased" | "Wakeup";
        InboundCall: {
            /** Format: duration */
            CallDuration?: string | null;
            CallHistoryId?: string | null;
            CdrId?: string;
            DestinationCallerId?: string | null;
            DestinationDisplayName?: string | null;
            DestinationDn?: string | null;
            Did?: string | null;
            QualityReport?: boolean | null;
            /** Format: int32 */
            RecordingId?: number | null;
            Recordings?: components["schemas"]["XReportRecording"][];
            RecordingUrl?: string | null;
            /** Format: duration */
            RingingDuration?: string | null;
            RuleName?: string | null;
            /** Format: int32 */
            SentimentScore?: number | null;
            SourceCallerId?: string | null;
            SourceDisplayName?: string | null;
            SourceDn?: string | null;
            /** Format: date-time */
            StartTime?: string;
            Status?: string | null;
            Summary?: string | null;
            /** Format: duration */
            TalkingDuration?: string | null;
            Transcription?: string | null;
            TrunkName?: string | null;
            TrunkNumber?: string | null;
        };
        InboundCallCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["InboundCall"][];
        };
        InboundRule: {
            AlterDestinationDuringHolidays?: boolean | null;
            AlterDestinationDuringOutOfOfficeHours?: boolean | null;
            CallType?: components["schemas"]["RuleCallTypeType"] | null;
            Condition?: components["schemas"]["RuleConditionType"] | null;
            CustomData?: string | null;
            /** @description The DID or caller id the rule is for */
            Data?: string | null;
            HolidaysDestination?: components["schemas"]["Destination"] | null;
            Hours?: components["schemas"]["Schedule"] | null;
            /** Format: int32 */
            Id?: number;
            OfficeHoursDestination?: components["schemas"]["Destination"] | null;
            OutOfOfficeHoursDestination?: components["schemas"]["Destination"] | null;
            RuleName?: string | null;
            TrunkDN?: components["schemas"]["Peer"] | null;
        };
        InboundRuleReport: {
            DID?: string | null;
            /** Format: int32 */
            Id?: number;
            InOfficeRouting?: components["schemas"]["Destination"] | null;
            OutOfficeRouting?: components["schemas"]["Destination"] | null;
            RuleName?: string | null;
            Trunk?: string | null;
        };
        InboundRuleReportCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["InboundRuleReport"][];
        };
        InnerError: Record<string, never>;
        InterruptionDecision: {
            Action?: string | null;
            Instructions?: string | null;
        };
        LastCdrAndChatMessageTimestamp: {
            /**
             * Format: date-time
             * @description Start of the newest call
             */
            LastCdrStartedAt?: string;
            /** Format: date-time */
            LastChatMessageTimeSent?: string | null;
        };
        LastCdrAndChatMessageTimestampCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["LastCdrAndChatMessageTimestamp"][];
        };
        License: {
            CountryCode?: string | null;
            IsBrandingEnabled?: boolean | null;
            IsCfdEnabled?: boolean | null;
            IsEnterprise?: boolean | null;
            IsMaintainceExpired?: boolean | null;
            IsProfessional?: boolean | null;
            /**
             * Format: int32
             * @description Simultaneous calls of the licence
             */
            MaxSimCalls?: number | null;
            ProductCode?: string | null;
        };
        LicenseStatus: {
            Activated?: boolean | null;
            ActiveModules?: string[];
            AdminEMail?: string | null;
            CompanyName?: string | null;
            ContactName?: string | null;
            CountryCode?: string | null;
            CountryName?: string | null;
            EMail?: string | null;
            /** Format: date-time */
            ExpirationDate?: string | null;
            LicenseActive?: boolean | null;
            LicenseKey?: string;
            /** Format: date-time */
            MaintenanceExpiresAt?: string | null;
            /**
             * Format: int32
             * @description Simultaneous calls of the licence
             */
            MaxSimCalls?: number | null;
            ProductCode?: string | null;
            ResellerName?: string | null;
            /**
             * Format: int32
             * @description Participants of simultaneous meetings
             */
            SimMeetingParticipants?: number | null;
            Support?: boolean | null;
            Telephone?: string | null;
            Version?: string | null;
        };
        MainError: {
            code: string;
            details?: components["schemas"]["ErrorDetails"][];
            innerError?: components["schemas"]["InnerError"];
            message: string;
            target?: string | null;
        };
        /** @enum {string} */
        MatchingStrategyType: "MatchAnyFields" | "MatchAllFields";
        MusicOnHoldSettings: {
            /** Format: int32 */
            Id?: number;
            MusicOnHold?: string | null;
            MusicOnHold1?: string | null;
            MusicOnHold2?: string | null;
            MusicOnHold3?: string | null;
            MusicOnHold4?: string | null;
            MusicOnHold5?: string | null;
            MusicOnHold6?: string | null;
            MusicOnHold7?: string | null;
            MusicOnHold8?: string | null;
            MusicOnHold9?: string | null;
            MusicOnHoldRandomize?: boolean | null;
            MusicOnHoldRandomizePerCall?: boolean | null;
        };
        NetworkTelemetry: {
            Id?: string;
            /** @description Kilobits per second */
            KbpsReceived?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            /** @description Kilobits per second */
            KbpsSent?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            /** Format: date-time */
            Time?: string | null;
        };
        NetworkTelemetryCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["NetworkTelemetry"][];
        };
        /** @description What went wrong */
        ODataError: {
            error: components["schemas"]["MainError"];
        };
        /** @enum {string} */
        OfficeHoursBits: "GlobalSchedule" | "AutoSwitchProfiles" | "AutoQueueLogOut" | "BlockOutboundCalls";
        OneTimeTicket: {
            /**
             * Format: int32
             * @description Seconds
             */
            ExpiresInSeconds?: number | null;
            Ticket?: string;
        };
        OutboundCall: {
            Answered?: boolean;
            /** Format: decimal */
            CallCost?: number | null;
            /** Format: duration */
            CallDuration?: string | null;
            CallHistoryId?: string | null;
            CdrId?: string;
            DestinationCalleeId?: string | null;
            DestinationDisplayName?: string | null;
            DestinationDn?: string | null;
            QualityReport?: boolean | null;
            /** Format: int32 */
            RecordingId?: number | null;
            Recordings?: components["schemas"]["XReportRecording"][];
            RecordingUrl?: string | null;
            /** Format: duration */
            RingingDuration?: string | null;
            RuleName?: string | null;
            /** Format: int32 */
            SentimentScore?: number | null;
            SourceCallerId?: string | null;
            SourceDisplayName?: string | null;
            SourceDn?: string | null;
            /** Format: date-time */
            StartTime?: string;
            Status?: string | null;
            Summary?: string | null;
            /** Format: duration */
            TalkingDuration?: string | null;
            Transcription?: string | null;
            TrunkName?: string | null;
            TrunkNumber?: string | null;
        };
        OutboundCallCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["OutboundCall"][];
        };
        /** @description A shared parking slot, e.g. SP11 */
        Parking: components["schemas"]["DN"] & Record<string, never>;
        ParkingCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["Parking"][];
        };
        /** @description A number of the PBX and what it is */
        Peer: {
            Hidden?: boolean | null;
            /** Format: int32 */
            Id?: number;
            MemberOf?: components["schemas"]["PeerGroup"][];
            Name?: string | null;
            Number?: string | null;
            /** @description Marks such as Principal for API clients */
            Tags?: components["schemas"]["UserTag"][];
            /** @description What the number is */
            Type?: components["schemas"]["PeerType"] | null;
        };
        PeerCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["Peer"][];
        };
        PeerGroup: {
            /** Format: int32 */
            GroupID?: number;
            IsPrimary?: boolean | null;
            Name?: string | null;
            Number?: string | null;
            RoleName?: string | null;
        };
        /** @enum {string} */
        PeerType: "None" | "Extension" | "Queue" | "RingGroup" | "IVR" | "Fax" | "Conference" | "SpecialMenu" | "Parking" | "ExternalLine" | "Group" | "RoutePoint";
        Period: {
            DayOfWeek?: components["schemas"]["DayOfWeek"] | null;
            /**
             * Format: time
             * @description Time of day
             */
            Start?: string | null;
            /**
             * Format: time
             * @description Time of day
             */
            Stop?: string | null;
        };
        Phone: {
            /** Format: int32 */
            Id?: number;
            Interface?: string | null;
            MacAddress?: string | null;
            Name?: string | null;
            ProvisioningLinkExt?: string | null;
            ProvisioningLinkLocal?: string | null;
            Settings?: components["schemas"]["PhoneSettings"] | null;
            TemplateName?: string | null;
        };
        PhoneDeviceVlanInfo: {
            Configurable?: boolean | null;
            Enabled?: boolean | null;
            /** Format: int32 */
            Priority?: number | null;
            PriorityConfigurable?: boolean | null;
            /** Format: int32 */
            PriorityMax?: number | null;
            /** Format: int32 */
            PriorityMin?: number | null;
            Type?: components["schemas"]["PhoneDeviceVlanType"] | null;
            /** Format: int32 */
            VlanId?: number | null;
            /** Format: int32 */
            VlanIdMax?: number | null;
            /** Format: int32 */
            VlanIdMin?: number | null;
        };
        /** @enum {string} */
        PhoneDeviceVlanType: "Wan" | "Pc";
        PhoneLldpInfo: {
            Configurable?: boolean | null;
            Value?: boolean | null;
        };
        PhoneSettings: {
            AllowCustomQueueRingtones?: boolean | null;
            Backlight?: string | null;
            Codecs?: string[];
            CustomLogo?: string | null;
            CustomQueueRingtones?: components["schemas"]["CustomQueueRingtone"][];
            DateFormat?: string | null;
            Firmware?: string | null;
            FirmwareLang?: string | null;
            IsLogoCustomizable?: boolean | null;
            IsSBC?: boolean | null;
            LlDpInfo?: components["schemas"]["PhoneLldpInfo"] | null;
            /** Format: int32 */
            LocalRTPPortEnd?: number | null;
            /** Format: int32 */
            LocalRTPPortStart?: number | null;
            /** Format: int32 */
            LocalSipPort?: number | null;
            LogoDescription?: string | null;
            LogoFileExtensionAllowed?: string[];
            PhoneLanguage?: string | null;
            PowerLed?: string | null;
            ProvisionExtendedData?: string | null;
            ProvisionType?: components["schemas"]["ProvType"] | null;
            QueueRingTone?: string | null;
            RemoteSpmHost?: string | null;
            /** Format: int32 */
            RemoteSpmPort?: number | null;
            RingTone?: string | null;
            SbcName?: string | null;
            ScreenSaver?: string | null;
            Secret?: string | null;
            Srtp?: string | null;
            TimeFormat?: string | null;
            TimeZone?: string | null;
            VlanInfos?: components["schemas"]["PhoneDeviceVlanInfo"][];
            XferType?: components["schemas"]["XferTypeEnum"] | null;
        };
        /** @enum {string} */
        PhoneSystemService: "Database" | "Configuration" | "AudioProvider" | "SIPService" | "SystemService" | "IVR" | "CallFlow" | "QueueMananger" | "Tunnel" | "ManagementConsole" | "MediaServer" | "HotelModule" | "EventNotiificationManager" | "Nginx" | "Gateway" | "AiBridge";
        /** @enum {string} */
        PhonebookPriorityOptions: "NotQueryIfInPhonebookFound" | "AlwaysQuery";
        Playlist: {
            AutoGain?: boolean | null;
            Files?: string[];
            /**
             * Format: int32
             * @description Percent
             */
            MaxVolumePercent?: number | null;
            Name?: string;
            PromptName?: string | null;
            RepositoryPath?: string | null;
            Shuffle?: boolean | null;
        };
        PlaylistCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["Playlist"][];
        };
        /** @enum {string} */
        PollingStrategyType: "Hunt" | "RingAll" | "HuntRandomStart" | "NextAgent" | "LongestWaiting" | "LeastTalkTime" | "FewestAnswered" | "HuntBy3s" | "First3Available" | "SkillBasedRouting_RingAll" | "SkillBasedRouting_HuntRandomStart" | "SkillBasedRouting_RoundRobin" | "SkillBasedRouting_FewestAnswered";
        ProcessTelemetry: {
            /** Format: int64 */
            HandleCount?: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            PrivateMemory?: number | null;
            /** Format: int64 */
            ProcessCount?: number | null;
            Service?: components["schemas"]["PhoneSystemService"] | null;
            /** Format: int64 */
            ThreadCount?: number | null;
            /** Format: date-time */
            Time?: string | null;
        };
        ProcessTelemetryCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["ProcessTelemetry"][];
        };
        /** @enum {string} */
        ProfileType: "Default" | "Available" | "Away" | "OutOfOffice" | "Available2" | "OutOfOffice2";
        /** @enum {string} */
        PromptType: "File" | "DepFile" | "Playlist";
        /** @enum {string} */
        ProvType: "LocalLan" | "RemoteExt" | "RemoteExtSipProxyMgr" | "SBC";
        QualityParty: {
            AddressStr?: string | null;
            /** Format: int32 */
            Burst?: number | null;
            Codec?: string | null;
            /** Format: int32 */
            Duration?: number | null;
            /** Format: int32 */
            GlobalPort?: number | null;
            Inbound?: boolean | null;
            /** Format: int32 */
            LocalPort?: number | null;
            Location?: string | null;
            /** @description Mean opinion score, 1 to 5 */
            MOSFromPBX?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            /** @description Mean opinion score, 1 to 5 */
            MOSToPBX?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            Number?: string | null;
            RTT?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            RxJitter?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            RxLost?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            /** Format: int32 */
            RxPackets?: number | null;
            TunAddressStr?: string | null;
            /** Format: int32 */
            TxBursts?: number | null;
            TxJitter?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            TxLost?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            /** Format: int32 */
            TxPackets?: number | null;
            UserAgent?: string | null;
        };
        QualityReport: {
            /** @description Mean opinion score, 1 to 5 */
            MOS?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            /** Format: int32 */
            OverallScore?: number | null;
            Party1?: components["schemas"]["QualityParty"] | null;
            Party2?: components["schemas"]["QualityParty"] | null;
            Reason?: string | null;
            /** Format: int32 */
            Summary?: number | null;
            Transcoding?: boolean | null;
        };
        /** @description A queue. Who is waiting in it, and which agent is free, cannot be asked. */
        Queue: components["schemas"]["ClickToCall"] & {
            AgentAvailabilityMode?: boolean | null;
            Agents?: components["schemas"]["QueueAgent"][];
            AnnounceEstimatedWaitTime?: boolean | null;
            /**
             * Format: int32
             * @description Seconds between announcements
             */
            AnnounceEstimatedWaitTimeInterval?: number | null;
            /**
             * Format: int32
             * @description Seconds between announcements
             */
            AnnouncementInterval?: number | null;
            AnnounceQueuePosition?: boolean | null;
            /**
             * Format: int32
             * @description Missed calls after which an agent is logged out
             */
            AutoLogoutMissedCalls?: number | null;
            BreakRoute?: components["schemas"]["Route"] | null;
            /**
             * Format: int32
             * @description Seconds of waiting after which a callback is offered
             */
            CallbackEnableTime?: number | null;
            CallbackOfferOnly?: boolean | null;
            CallbackOfferPrompt?: string | null;
            CallbackPrefix?: string | null;
            ComfortPrompts?: string[];
            ComfortPromptsEnabled?: boolean | null;
            /**
             * Format: int32
             * @description Seconds between prompts
             */
            ComfortPromptsInterval?: number | null;
            DestinationNoAnswerPrompt?: string | null;
            EnableIntro?: boolean | null;
            /** @description Where callers go who waited too long */
            ForwardNoAnswer?: components["schemas"]["Destination"] | null;
            GreetingFile?: string | null;
            HolidaysRoute?: components["schemas"]["Route"] | null;
            IntroFile?: string | null;
            /** @description Whether the queue is working */
            IsRegistered?: boolean | null;
            Managers?: components["schemas"]["QueueManager"][];
            /**
             * Format: int32
             * @description Seconds a caller waits at most
             */
            MasterTimeout?: number | null;
            /**
             * Format: int32
             * @description Most callers waiting
             */
            MaxCallersInQueue?: number | null;
            MaxWaitStrategyEnabled?: boolean | null;
            MaxWaitTimeSkillGroupValues?: number[];
            Name?: string | null;
            NotifyCodes?: components["schemas"]["QueueNotifyCode"][];
            OnHoldFile?: string | null;
            OutOfOfficeRoute?: components["schemas"]["Route"] | null;
            PlayFullPrompt?: boolean | null;
            /** @description How agents are chosen */
            PollingStrategy?: components["schemas"]["PollingStrategyType"] | null;
            PriorityQueue?: boolean | null;
            /** @description Id of the prompt set */
            PromptSet?: string | null;
            Recording?: components["schemas"]["QueueRecording"] | null;
            ResetQueueStatisticsSchedule?: components["schemas"]["ResetQueueStatisticsSchedule"] | null;
            ResetStatisticsScheduleEnabled?: boolean | null;
            /**
             * Format: int32
             * @description Seconds one agent rings
             */
            RingTimeout?: number | null;
            SkillBasedRingAllCumulativePollingEnabled?: boolean | null;
            /**
             * Format: int32
             * @description Seconds within which a call should be answered
             */
            SLATime?: number | null;
            StopBackgroundWhenPrompt?: boolean | null;
            TypeOfChatOwnershipType?: components["schemas"]["TypeOfChatOwnershipType"] | null;
            VMEmailList?: string | null;
            VMEmailOptions?: components["schemas"]["VMEmailOptionsType"] | null;
            /**
             * Format: int32
             * @description Seconds an agent is left alone after a call
             */
            WrapUpTime?: number | null;
        };
        QueueAgent: {
            /** Format: int32 */
            Id?: number | null;
            Name?: string | null;
            Number?: string;
            SkillGroup?: string | null;
            Tags?: components["schemas"]["UserTag"][];
        };
        QueueAgentCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["QueueAgent"][];
        };
        QueueAnsweredCallsByWaitTime: {
            /** Format: date-time */
            AnsweredTime?: string;
            /** Format: date-time */
            CallTime?: string;
            Destination?: string;
            Dn?: string;
            DnNumber?: string | null;
            /** Format: duration */
            RingTime?: string | null;
            /** Format: int32 */
            SentimentScore?: number | null;
            Source?: string;
        };
        QueueAnsweredCallsByWaitTimeCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["QueueAnsweredCallsByWaitTime"][];
        };
        QueueCallbacks: {
            /** Format: int64 */
            CallbacksCount?: number | null;
            Dn?: string | null;
            /** Format: int64 */
            FailCallbacksCount?: number | null;
            QueueDnNumber?: string;
            /** Format: int64 */
            ReceivedCount?: number | null;
        };
        QueueCallbacksCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["QueueCallbacks"][];
        };
        QueueCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["Queue"][];
        };
        QueueFailedCallbacks: {
            CallbackNo?: string;
            /** Format: date-time */
            CallTime?: string;
            Dn?: string;
            QueueDnNumber?: string | null;
            /** Format: duration */
            RingTime?: string | null;
        };
        QueueFailedCallbacksCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["QueueFailedCallbacks"][];
        };
        QueueManager: {
            /** Format: int32 */
            Id?: number | null;
            Name?: string | null;
            Number?: string;
            Tags?: components["schemas"]["UserTag"][];
        };
        QueueManagerCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["QueueManager"][];
        };
        /** @enum {string} */
        QueueNotifyCode: "Callback" | "CallbackFail" | "SLATimeBreached" | "CallLost" | "AgentAutoLogout";
        QueuePerformanceOverview: {
            /** Format: int64 */
            ExtensionAnsweredCount?: number | null;
            ExtensionDisplayName?: string | null;
            ExtensionDn?: string;
            /** Format: int64 */
            ExtensionDroppedCount?: number | null;
            /** Format: int64 */
            QueueAnsweredCount?: number | null;
            QueueDisplayName?: string;
            QueueDn?: string | null;
            /** Format: int64 */
            QueueReceivedCount?: number | null;
            /** Format: int32 */
            SortOrder?: number | null;
            /** Format: duration */
            TalkTime?: string | null;
        };
        QueuePerformanceOverviewCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["QueuePerformanceOverview"][];
        };
        QueuePerformanceTotals: {
            /** Format: int64 */
            ExtensionAnsweredCount?: number | null;
            /** Format: int64 */
            ExtensionDroppedCount?: number | null;
            QueueDisplayName?: string | null;
            QueueDn?: string;
            /** Format: int64 */
            QueueReceivedCount?: number | null;
        };
        QueuePerformanceTotalsCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["QueuePerformanceTotals"][];
        };
        /** @enum {string} */
        QueueRecording: "Disabled" | "AllowToOptOut" | "AskToOptIn";
        /** @enum {string} */
        QueueStatusType: "LoggedOut" | "LoggedIn";
        /** @description A digital receptionist (IVR) */
        Receptionist: components["schemas"]["DN"] & {
            BreakRoute?: components["schemas"]["Route"] | null;
            Forwards?: components["schemas"]["ReceptionistForward"][];
            ForwardSmsTo?: string | null;
            HolidaysRoute?: components["schemas"]["Route"] | null;
            /** @description Where callers go who press an undefined key */
            InvalidKeyForwardDN?: string | null;
            IsRegistered?: boolean | null;
            IVRType?: components["schemas"]["IVRType"] | null;
            Name?: string | null;
            OutOfOfficeRoute?: components["schemas"]["Route"] | null;
            PromptFilename?: string | null;
            PromptSet?: string | null;
            /**
             * Format: int32
             * @description Seconds to wait for a key
             */
            Timeout?: number | null;
            /** @description Where callers go who press nothing */
            TimeoutForwardDN?: string | null;
            TimeoutForwardPeerType?: components["schemas"]["PeerType"] | null;
            TimeoutForwardType?: components["schemas"]["IVRForwardType"] | null;
            TransferEnable?: boolean | null;
            UseMSExchange?: boolean | null;
        };
        ReceptionistCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["Receptionist"][];
        };
        ReceptionistForward: {
            CustomData?: string | null;
            ForwardDN?: string | null;
            ForwardType?: components["schemas"]["IVRForwardType"];
            /** Format: int32 */
            Id?: number;
            /** @description The key */
            Input?: string | null;
            PeerType?: components["schemas"]["PeerType"] | null;
        };
        ReceptionistForwardCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["ReceptionistForward"][];
        };
        Recording: {
            ArchivedUrl?: string | null;
            CallType?: components["schemas"]["RecordingCallType"] | null;
            CanBeTranscribed?: boolean | null;
            /** Format: date-time */
            EndTime?: string | null;
            FromCallerNumber?: string | null;
            FromCrmContact?: string | null;
            FromDidNumber?: string | null;
            FromDisplayName?: string | null;
            /** @description Extension or trunk of the calling side */
            FromDn?: string | null;
            /** Format: int32 */
            FromDnType?: number | null;
            /** Format: int32 */
            FromIdParticipant?: number | null;
            /** Format: int32 */
            Id?: number;
            IsArchived?: boolean | null;
            /** @description Whether Transcription is there */
            IsTranscribed?: boolean | null;
            /** @description Name of the file; fetch the audio with DownloadRecording */
            RecordingUrl?: string | null;
            /** Format: int32 */
            RefParticipantId?: number | null;
            /** Format: int32 */
            SentimentScore?: number | null;
            /**
             * Format: date-time
             * @description When the recording began
             */
            StartTime?: string | null;
            Summary?: string | null;
            ToCallerNumber?: string | null;
            ToCrmContact?: string | null;
            ToDidNumber?: string | null;
            ToDisplayName?: string | null;
            /** @description Extension or trunk of the called side */
            ToDn?: string | null;
            /** Format: int32 */
            ToDnType?: number | null;
            /** Format: int32 */
            ToIdParticipant?: number | null;
            Transcription?: string | null;
            /** Format: int32 */
            TranscriptionResult?: number | null;
        };
        /** @enum {string} */
        RecordingCallType: "Local" | "InboundExternal" | "OutboundExternal";
        RecordingCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["Recording"][];
        };
        RecordingRepositorySettings: {
            /**
             * Format: int32
             * @description Days
             */
            AutoDeleteRecordingDays?: number | null;
            AutoDeleteRecordingEnabled?: boolean | null;
            IsRecordingArchiveEnabled?: boolean | null;
            /** Format: int32 */
            RecordingDiskSpace?: number | null;
            RecordingPath?: string | null;
            /** Format: int32 */
            RecordingsQuota?: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            RecordingUsedSpace?: number | null;
        };
        /**
         * @description Numbers that JSON cannot hold
         * @enum {string|null}
         */
        ReferenceNumeric: "-INF" | "INF" | "NaN" | null;
        /** @enum {string} */
        RemoteStorageStatus: "NotConfigured" | "PartiallyConfigured" | "Configured";
        ReportExtensionStatisticsByGroup: {
            DisplayName?: string | null;
            Dn?: string;
            /** Format: int64 */
            InboundAnsweredCount?: number | null;
            /** Format: duration */
            InboundAnsweredTalkingDur?: string | null;
            /** Format: int64 */
            InboundUnansweredCount?: number | null;
            /** Format: int64 */
            OutboundAnsweredCount?: number | null;
            /** Format: duration */
            OutboundAnsweredTalkingDur?: string | null;
            /** Format: int64 */
            OutboundUnansweredCount?: number | null;
            /** Format: int32 */
            SentimentScore?: number | null;
        };
        ReportExtensionStatisticsByGroupCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["ReportExtensionStatisticsByGroup"][];
        };
        /** @enum {string} */
        RequireRegistrationForType: "Nothing" | "IncomingCalls" | "OutgoingCalls" | "InOutCalls";
        /** @enum {string} */
        ResetQueueStatisticsFrequency: "Disabled" | "Daily" | "Weekly" | "Monthly";
        ResetQueueStatisticsSchedule: {
            Day?: components["schemas"]["DayOfWeek"] | null;
            Frequency?: components["schemas"]["ResetQueueStatisticsFrequency"] | null;
            /** Format: time */
            Time?: string | null;
        };
        RetreivePeersRequest: {
            /** @description The numbers to look up */
            DnNumbers?: string[];
            IsReportPeers?: boolean;
        };
        Rights: {
            AllowIVR?: boolean | null;
            AllowParking?: boolean | null;
            AllowToChangePresence?: boolean | null;
            AllowToManageCompanyBook?: boolean | null;
            AssignClearOperations?: boolean | null;
            CanBargeIn?: boolean | null;
            CanIntercom?: boolean | null;
            CanSeeGroupCalls?: boolean | null;
            CanSeeGroupMembers?: boolean | null;
            CanSeeGroupRecordings?: boolean | null;
            Invalid?: boolean | null;
            PerformOperations?: boolean | null;
            /** @description system_owners, system_admins, group_owners, managers, group_admins, receptionists or users */
            RoleName?: string;
            ShowMyCalls?: boolean | null;
            ShowMyPresence?: boolean | null;
            ShowMyPresenceOutside?: boolean | null;
        };
        RightsCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["Rights"][];
        };
        RingGroup: components["schemas"]["ClickToCall"] & {
            BreakRoute?: components["schemas"]["Route"] | null;
            /** @description Where callers go whom nobody answered */
            ForwardNoAnswer?: components["schemas"]["Destination"] | null;
            GreetingFile?: string | null;
            HolidaysRoute?: components["schemas"]["Route"] | null;
            IsRegistered?: boolean | null;
            Members?: components["schemas"]["RingGroupMember"][];
            MulticastAddress?: string | null;
            MulticastCodec?: string | null;
            /**
             * Format: int32
             * @description Milliseconds
             */
            MulticastPacketTime?: number | null;
            /** Format: int32 */
            MulticastPort?: number | null;
            Name?: string | null;
            OutOfOfficeRoute?: components["schemas"]["Route"] | null;
            RingStrategy?: components["schemas"]["StrategyType"] | null;
            /**
             * Format: int32
             * @description Seconds the members ring
             */
            RingTime?: number | null;
            VMEmailList?: string | null;
            VMEmailOptions?: components["schemas"]["VMEmailOptionsType"] | null;
        };
        RingGroupCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["RingGroup"][];
        };
        RingGroupMember: {
            /** Format: int32 */
            Id?: number;
            Name?: string | null;
            Number?: string | null;
            Tags?: components["schemas"]["UserTag"][];
        };
        RingGroupMemberCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["RingGroupMember"][];
        };
        RingGroupStatistics: {
            /** Format: int64 */
            RingGroupAnsweredCount?: number | null;
            RingGroupDisplayName?: string | null;
            RingGroupDn?: string;
            /** Format: int64 */
            RingGroupReceivedCount?: number | null;
            /** Format: int32 */
            RingGroupSentimentScore?: number | null;
        };
        RingGroupStatisticsCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["RingGroupStatistics"][];
        };
        /** @description Where calls go, and the prompt before it */
        Route: {
            IsPromptEnabled?: boolean | null;
            Prompt?: string | null;
            Route?: components["schemas"]["Destination"] | null;
        };
        /** @enum {string} */
        RuleCallTypeType: "AllCalls" | "InternalCallsOnly" | "ExternalCallsOnly";
        /** @enum {string} */
        RuleConditionType: "NoAnswer" | "PhoneBusy" | "PhoneNotRegistered" | "ForwardAll" | "BasedOnCallerID" | "BasedOnDID";
        /** @enum {string} */
        RuleHoursType: "AllHours" | "OfficeHours" | "OutOfOfficeHours" | "SpecificHours" | "SpecificHoursExcludingHolidays" | "OutOfSpecificHours" | "OutOfSpecificHoursIncludingHolidays" | "Never" | "BreakTime";
        /** @enum {string} */
        SRTPModeType: "SRTPDisabled" | "SRTPEnabled" | "SRTPEnforced";
        /** @description When something applies */
        Schedule: {
            IgnoreHolidays?: boolean | null;
            Periods?: components["schemas"]["Period"][];
            Type?: components["schemas"]["RuleHoursType"];
        };
        /** @description An API client. Its number is a route point that can be dialled. */
        ServicePrincipal: components["schemas"]["DN"] & {
            /** @description May use the Call Control API */
            CallControlEnabled?: boolean | null;
            /** @description Belongs to the PBX itself; since release 20.0.9 */
            IsSystem?: boolean | null;
            /**
             * Format: date-time
             * @description When it last signed in
             */
            LastUsed?: string | null;
            /** @description May act in the name of users; since release 20.0.8 */
            MyPhoneEnabled?: boolean | null;
            /** @description Extensions this client may watch and control */
            Peers?: components["schemas"]["Peer"][];
            /** @description May use this API */
            XAPIEnabled?: boolean | null;
        };
        ServicePrincipalCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["ServicePrincipal"][];
        };
        /** @enum {string} */
        StartupLicense: "Free" | "Pro";
        StatisticSla: {
            /** Format: int64 */
            BadSlaCallsCount?: number | null;
            Dn?: string | null;
            QueueDnNumber?: string;
            /** Format: int64 */
            ReceivedCount?: number | null;
        };
        StatisticSlaCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["StatisticSla"][];
        };
        /** @enum {string} */
        StrategyType: "Hunt" | "RingAll" | "Paging";
        StringCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: string[];
        };
        SystemDatabaseInformation: {
            /**
             * Format: int64
             * @description Bytes
             */
            CallsUsedSpace?: number | null;
            /** Format: int64 */
            ChatFilesCount?: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            ChatsUsedSpace?: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            EventLogUsedSpace?: number | null;
            /** Format: int32 */
            Id?: number | null;
        };
        SystemExtensionStatus: {
            IsRegistered?: boolean | null;
            Name?: string | null;
            Number?: string | null;
            Type?: string | null;
        };
        SystemExtensionStatusCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["SystemExtensionStatus"][];
        };
        SystemHealthStatus: {
            /** Format: int32 */
            CustomTemplatesCount?: number | null;
            /** @description Last firewall check passed */
            Firewall?: boolean | null;
            /** Format: int32 */
            Id?: number | null;
            /** @description All phones are well */
            Phones?: boolean | null;
            /** @description All trunks are well */
            Trunks?: boolean | null;
            /** Format: int32 */
            UnsupportedFirmwaresCount?: number | null;
        };
        SystemParameters: {
            AIVersion?: string | null;
            /** @description What the profile Custom 1 is called here */
            Custom1Name?: string | null;
            /** @description What the profile Custom 2 is called here */
            Custom2Name?: string | null;
            EmRuleCreationAllowed?: boolean | null;
            /**
             * Format: int32
             * @description Length of extension numbers
             */
            ENL?: number | null;
            ENLRange?: components["schemas"]["ENL"] | null;
            /**
             * Format: int32
             * @description First UDP port for audio from outside
             */
            FirstExternalPort?: number | null;
            FQDN?: string | null;
            GlobalACPRMSET?: string | null;
            GlobalLanguage?: string | null;
            /** Format: int32 */
            HttpPort?: number | null;
            /** Format: int32 */
            HttpsPort?: number | null;
            IpV6?: string | null;
            Is3CXFQDN?: boolean | null;
            IsChatLogEnabled?: boolean | null;
            IsHosted?: boolean | null;
            IsHosted3CX?: boolean | null;
            IsMulticompanyMode?: boolean | null;
            IsRemoteBackup?: boolean | null;
            IsStaticIp?: boolean | null;
            IsTranscriptionEnabled?: boolean | null;
            License?: components["schemas"]["License"] | null;
            /** Format: int32 */
            MaxDIDPerTrunk?: number | null;
            PbxExternalHost?: string | null;
            /** Format: int32 */
            ProcessorCount?: number | null;
            RemoteStorageStatus?: components["schemas"]["RemoteStorageStatus"] | null;
            RpsEnabled?: boolean | null;
            /** Format: int32 */
            SipPort?: number | null;
            /** Format: int32 */
            SipsPort?: number | null;
            StaticIp?: string | null;
            StunIp?: string | null;
            /**
             * Format: int32
             * @description The misspelling is the name of the property
             */
            TunnnelPort?: number | null;
            Version?: string | null;
            /**
             * Format: int32
             * @description Last UDP port for audio of browsers
             */
            WebrtcLastPort?: number | null;
        };
        /** @description Figures of the running system. What is null may be left out. */
        SystemStatus: {
            Activated?: boolean | null;
            AutoUpdateEnabled?: boolean | null;
            AvailableLocalIps?: string | null;
            BackupScheduled?: boolean | null;
            /**
             * Format: int32
             * @description Calls in progress
             */
            CallsActive?: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            ChatUsedSpace?: number | null;
            CurrentLocalIp?: string | null;
            DBMaintenanceInProgress?: boolean | null;
            /**
             * Format: int32
             * @description Percent
             */
            DiskUsage?: number | null;
            /** Format: date-time */
            ExpirationDate?: string | null;
            /** Format: int32 */
            ExtensionsRegistered?: number | null;
            /** Format: int32 */
            ExtensionsTotal?: number | null;
            FQDN?: string | null;
            /**
             * Format: int64
             * @description Bytes
             */
            FreeDiskSpace?: number | null;
            HasNotRunningServices?: boolean | null;
            HasUnregisteredSystemExtensions?: boolean | null;
            /** Format: int32 */
            Id?: number;
            /** @description Address and how it was found, e.g. 203.0.113.5 Static */
            Ip?: string | null;
            IpV4?: string | null;
            IpV6?: string | null;
            IsAuditLogEnabled?: boolean | null;
            IsChatLogEnabled?: boolean | null;
            IsRecordingArchiveEnabled?: boolean | null;
            /** Format: date-time */
            LastBackupDateTime?: string | null;
            /** Format: date-time */
            LastCheckForUpdates?: string | null;
            /** Format: date-time */
            LastSuccessfulUpdate?: string | null;
            LicenseActive?: boolean | null;
            LicenseKey?: string | null;
            LocalIpValid?: boolean | null;
            /**
             * Format: int64
             * @description Bytes
             */
            LogUsedSpace?: number | null;
            /** Format: date-time */
            MaintenanceExpiresAt?: string | null;
            /**
             * Format: int32
             * @description Simultaneous calls of the licence
             */
            MaxSimCalls?: number | null;
            /**
             * Format: int32
             * @description Extensions of the licence; since release 20.0.9
             */
            MaxUserExtensions?: number | null;
            OS?: components["schemas"]["XOperatingSystemType"] | null;
            /** Format: int32 */
            OutboundRules?: number | null;
            ProductCode?: string | null;
            /**
             * Format: int64
             * @description Bytes
             */
            RecordingQuota?: number | null;
            RecordingQuotaReached?: boolean | null;
            RecordingStopped?: boolean | null;
            /**
             * Format: int64
             * @description Bytes
             */
            RecordingUsedSpace?: number | null;
            RemoteConfigurationRequired?: boolean | null;
            RemoteStorageEnabled?: boolean | null;
            RemoteStorageStatus?: components["schemas"]["RemoteStorageStatus"] | null;
            ResellerName?: string | null;
            Support?: boolean | null;
            /**
             * Format: int64
             * @description Bytes
             */
            TotalDiskSpace?: number | null;
            /** Format: int32 */
            TrunksRegistered?: number | null;
            /** Format: int32 */
            TrunksTotal?: number | null;
            /** Format: int32 */
            UserExtensions?: number | null;
            /** @description E.g. 20.0.10.0 */
            Version?: string | null;
            VoicemailQuotaReached?: boolean | null;
            VoicemailStopped?: boolean | null;
        };
        SystemTelemetry: {
            /** @description Percent */
            CpuUsage?: (number | null) | (string | null) | components["schemas"]["ReferenceNumeric"];
            /**
             * Format: int64
             * @description Bytes
             */
            FreeDiskSpace?: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            FreePhysicalMemory?: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            FreeVirtualMemory?: number | null;
            /** Format: int64 */
            TickCount?: number | null;
            /** Format: date-time */
            Time?: string | null;
            /**
             * Format: int64
             * @description Bytes
             */
            TotalDiskSpace?: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            TotalPhysicalMemory?: number | null;
            /**
             * Format: int64
             * @description Bytes
             */
            TotalVirtualMemory?: number | null;
        };
        SystemTelemetryCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["SystemTelemetry"][];
        };
        TeamQueueGeneralStatistics: {
            /** Format: int32 */
            AgentsInQueueCount?: number | null;
            /** Format: int64 */
            AnsweredCount?: number | null;
            /** Format: duration */
            AvgTalkTime?: string | null;
            Dn?: string | null;
            QueueDnNumber?: string;
            /** Format: int64 */
            ReceivedCount?: number | null;
            /** Format: duration */
            TotalTalkTime?: string | null;
        };
        TeamQueueGeneralStatisticsCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["TeamQueueGeneralStatistics"][];
        };
        TimeReportData: {
            /**
             * Format: date-time
             * @description Start of the interval
             */
            XValue?: string;
            /**
             * Format: int32
             * @description First series; what it counts depends on the report
             */
            YValue1?: number | null;
            /**
             * Format: int32
             * @description Second series, where the report has one
             */
            YValue2?: number | null;
        };
        TimeReportDataCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["TimeReportData"][];
        };
        TimeZone: {
            IanaName?: string;
            Id?: string;
            Name?: string;
            WindowsName?: string;
        };
        /** @enum {string} */
        TranscribeEngine: "None" | "Google" | "OpenAI" | "Whisper" | "Engine3CX" | "Engine3CXLocal" | "Grok";
        /** @enum {string} */
        TranscriptionType: "Nothing" | "Voicemail" | "Recordings" | "Both" | "Inherit";
        /** @description A line to the outside */
        Trunk: components["schemas"]["DN"] & {
            AuthID?: string | null;
            AuthPassword?: components["schemas"]["ConcealedPassword"] | null;
            Certificate?: string | null;
            /** @description When the certificate ends */
            CertificateExpirationDate?: string | null;
            CertificateName?: string | null;
            ConfigurationIssue?: string | null;
            /** @description Numbers that lead to this trunk */
            DidNumbers?: string[];
            Direction?: components["schemas"]["DirectionType"] | null;
            DisableCallTransfer?: boolean | null;
            DisableVideo?: boolean | null;
            DiversionHeader?: boolean | null;
            E164CountryCode?: string | null;
            E164ProcessIncomingNumber?: boolean | null;
            EmergencyGeoLocations?: components["schemas"]["EmergencyGeoTrunkLocation"][];
            EnableInboundCalls?: boolean | null;
            EnableOutboundCalls?: boolean | null;
            ExternalNumber?: string | null;
            Gateway?: components["schemas"]["Gateway"] | null;
            InCIDFormatting?: components["schemas"]["CIDFormatting"][];
            IPRestriction?: components["schemas"]["TypeOfIPRestriction"] | null;
            /** @description Whether the trunk is registered */
            IsOnline?: boolean | null;
            Messaging?: components["schemas"]["TrunkMessaging"] | null;
            OutboundCallerID?: string | null;
            OutCIDFormatting?: components["schemas"]["CIDFormatting"][];
            PublicInfoGroups?: string[];
            PublicIPinSIP?: string | null;
            PublishInfo?: boolean | null;
            ReceiveExtensions?: components["schemas"]["Peer"][];
            ReceiveInfo?: boolean | null;
            RemoteMyPhoneUriHost?: string | null;
            RemotePBXPreffix?: string | null;
            RoutingRules?: components["schemas"]["InboundRule"][];
            ScriptName?: string | null;
            SecondaryRegistrar?: string | null;
            SeparateAuthId?: string | null;
            /**
             * Format: int32
             * @description Most calls at a time
             */
            SimultaneousCalls?: number | null;
            Tags?: components["schemas"]["UserTag"][];
            TransportRestriction?: components["schemas"]["TypeOfTransportRestriction"] | null;
            TrunkRegTimes?: components["schemas"]["Variable"][];
            TunnelEnabled?: boolean | null;
            TunnelRemoteAddr?: string | null;
            /** Format: int32 */
            TunnelRemotePort?: number | null;
            UseSeparateAuthId?: boolean | null;
        };
        TrunkCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["Trunk"][];
        };
        TrunkMessaging: {
            Enabled?: boolean | null;
            /** Format: int32 */
            NumberLength?: number | null;
            NumberLengthEnabled?: boolean | null;
            Provider?: string | null;
            Webhook?: string | null;
        };
        /** @enum {string} */
        TypeOfAutoPickupForward: "TransferBack" | "DN" | "ExtensionVoiceMail" | "ExternalNumber" | "RoutePoint";
        /** @enum {string} */
        TypeOfCDRLog: "SingleFileForAllCalls" | "SingleFileForEachCall" | "PassiveSocket" | "ActiveSocket";
        /** @enum {string} */
        TypeOfChatOwnershipType: "TakeManually" | "AutoAssign";
        /** @enum {string} */
        TypeOfIPRestriction: "Any" | "IPV4" | "IPV6";
        /** @enum {string} */
        TypeOfTransportRestriction: "Any" | "UDP" | "TCP" | "TLS";
        /** @enum {string} */
        UpdateType: "Release" | "Beta" | "MajorRelease" | "Alpha" | "Hotfix";
        /** @description A user with the extension that belongs to it */
        User: components["schemas"]["ClickToCall"] & {
            AccessPassword?: string | null;
            AgentSettings?: components["schemas"]["AgentSettings"] | null;
            AIAgent?: boolean | null;
            AllowLanOnly?: boolean | null;
            AllowOwnRecordings?: boolean | null;
            AuthID?: string | null;
            AuthPassword?: string | null;
            /** @description XML of the BLF keys, at most 20480 characters */
            Blfs?: string | null;
            BlockTunnel?: boolean | null;
            BreakTime?: components["schemas"]["Schedule"] | null;
            CallScreening?: boolean | null;
            ContactImage?: string | null;
            /** @description Presence: Available, Away, Out of office, or the name of a custom profile. May be set. */
            CurrentProfileName?: string | null;
            DatevEnabled?: boolean | null;
            DeskphonePassword?: string | null;
            DisplayName?: string | null;
            EmailAddress?: string | null;
            EmergencyAdditionalInfo?: string | null;
            EmergencyLocationId?: string | null;
            Enable2FA?: boolean | null;
            /** @description False switches the extension off */
            Enabled?: boolean | null;
            EnableHotdesking?: boolean | null;
            FirstName?: string | null;
            ForbidRecording?: boolean | null;
            ForwardingExceptions?: components["schemas"]["ExtensionRule"][];
            /** @description To change one, send all of them */
            ForwardingProfiles?: components["schemas"]["ForwardingProfile"][];
            GoogleCalendarEnabled?: boolean | null;
            GoogleContactsEnabled?: boolean | null;
            GoogleSignInEnabled?: boolean | null;
            Greetings?: components["schemas"]["Greeting"][];
            HideInPhonebook?: boolean | null;
            HotdeskingAssignment?: string | null;
            Hours?: components["schemas"]["Schedule"] | null;
            Internal?: boolean | null;
            /** @description At least one device is registered */
            IsRegistered?: boolean | null;
            Language?: string | null;
            LastName?: string | null;
            /** @description Mobile number */
            Mobile?: string | null;
            MS365CalendarEnabled?: boolean | null;
            MS365ContactsEnabled?: boolean | null;
            MS365SignInEnabled?: boolean | null;
            MS365TeamsEnabled?: boolean | null;
            MyPhoneAllowDeleteRecordings?: boolean | null;
            MyPhoneHideForwardings?: boolean | null;
            MyPhonePush?: boolean | null;
            MyPhoneShowRecordings?: boolean | null;
            OfficeHoursProps?: components["schemas"]["OfficeHoursBits"][];
            /** @description Number shown to those called */
            OutboundCallerID?: string | null;
            PbxDeliversAudio?: boolean | null;
            Phones?: components["schemas"]["Phone"][];
            PinProtected?: boolean | null;
            /** Format: int32 */
            PinProtectTimeout?: number | null;
            /**
             * Format: int32
             * @description Id of the department the user belongs to first
             */
            PrimaryGroupId?: number | null;
            PromptSet?: string | null;
            /** @description Logged in to queues, all of them at once. May be set. */
            QueueStatus?: components["schemas"]["QueueStatusType"] | null;
            /** @description Whether the PBX records the calls of this user */
            RecordCalls?: boolean | null;
            RecordEmailNotify?: boolean | null;
            RecordExternalCallsOnly?: boolean | null;
            Require2FA?: boolean | null;
            SendEmailMissedCalls?: boolean | null;
            SIPID?: string | null;
            SRTPMode?: components["schemas"]["SRTPModeType"] | null;
            Tags?: components["schemas"]["UserTag"][];
            VMDisablePinAuth?: boolean | null;
            VMEmailOptions?: components["schemas"]["VMEmailOptionsType"] | null;
            VMEnabled?: boolean | null;
            VMPIN?: string | null;
            VMPlayCallerID?: boolean | null;
            VMPlayMsgDateTime?: components["schemas"]["VMPlayMsgDateTimeType"] | null;
            WebMeetingApproveParticipants?: boolean | null;
            WebMeetingFriendlyName?: string | null;
        };
        UserActivity: {
            /** Format: int32 */
            AnsweredCount?: number;
            /** Format: date-time */
            DateTimeInterval?: string;
            /** Format: int32 */
            UnansweredCount?: number;
        };
        UserActivityCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["UserActivity"][];
        };
        UserCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["User"][];
        };
        UserDeleteError: {
            Error?: string | null;
            ExtensionNumber?: string | null;
        };
        UserDeleteErrorCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["UserDeleteError"][];
        };
        UserGroup: {
            CanDelete?: boolean | null;
            /** Format: int32 */
            GroupId?: number | null;
            GroupRights?: components["schemas"]["Rights"] | null;
            /** Format: int32 */
            Id?: number | null;
            MemberName?: string | null;
            Name?: string | null;
            /** @description Number of the member */
            Number?: string | null;
            /** @description What the member may do in the department */
            Rights?: components["schemas"]["Rights"] | null;
            Tags?: components["schemas"]["UserTag"][];
            TranscriptionMode?: components["schemas"]["TranscriptionType"] | null;
            Type?: components["schemas"]["PeerType"] | null;
        };
        UserGroupCollection: {
            "@odata.count"?: components["schemas"]["Count"];
            value: components["schemas"]["UserGroup"][];
        };
        /** @enum {string} */
        UserTag: "MS" | "Teams" | "Google" | "WakeUp" | "FaxServer" | "Principal" | "WeakID" | "WeakPass" | "WM" | "AI";
        /** @enum {string} */
        VMEmailOptionsType: "None" | "Notification" | "Attachment" | "AttachmentAndDelete" | "VmailToMembers" | "EmailToExtrasOnly";
        /** @enum {string} */
        VMPlayMsgDateTimeType: "None" | "Play12Hr" | "Play24Hr";
        Variable: {
            Name?: string;
            Value?: string;
        };
        VersionUpdateType: {
            Type?: components["schemas"]["UpdateType"] | null;
        };
        VoicemailSettings: {
            AnalyzeModelGrok?: string | null;
            AnalyzeModelOpenAI?: string | null;
            /**
             * Format: int32
             * @description Days
             */
            AutoDeleteDays?: number | null;
            AutoDeleteEnabled?: boolean | null;
            CallRecordingStereo?: boolean | null;
            Extension?: string | null;
            /** Format: int32 */
            Id?: number;
            /**
             * Format: int32
             * @description Seconds; shorter messages are dropped
             */
            MinDuration?: number | null;
            OperatorEnabled?: boolean | null;
            /** Format: int32 */
            Quota?: number | null;
            RemoteStorageEnabled?: boolean | null;
            SendEmailQuotaEnabled?: boolean | null;
            /**
             * Format: int32
             * @description Percent of the quota
             */
            SendEmailQuotaPercentage?: number | null;
            TranscribeEngine?: components["schemas"]["TranscribeEngine"] | null;
            TranscribeKeyGrok?: components["schemas"]["ConcealedPassword"] | null;
            TranscribeLanguage?: string | null;
            TranscribeModelOpenAI?: string | null;
            TranscribeRegion?: string | null;
            TranscribeSecretKey?: components["schemas"]["ConcealedPassword"] | null;
            /**
             * Format: int64
             * @description Bytes
             */
            UsedSpace?: number | null;
        };
        /** @enum {string} */
        XOperatingSystemType: "Other" | "Linux" | "Windows";
        XReportRecording: {
            /** Format: int32 */
            Id?: number;
            /** Format: int32 */
            SentimentScore?: number | null;
            Summary?: string | null;
            Transcription?: string | null;
        };
        /** @enum {string} */
        XferTypeEnum: "BXfer" | "AttXfer";
    };
    responses: {
        /** @description What went wrong */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ODataError"];
            };
        };
    };
    parameters: {
        /** @description Most rows to answer; 100 is what the console asks for */
        top: number;
        /** @description Rows to leave out at the start */
        skip: number;
        /** @description Free text the rows must contain */
        search: string;
        /** @description OData condition, e.g. Number eq '100' */
        filter: string;
        /** @description Say in @odata.count how many rows there are in all */
        count: boolean;
        /** @description Properties to sort by, each with an optional asc or desc */
        orderby: string[];
        /** @description Properties to answer; all when left out */
        select: string[];
        /** @description Related entities to answer with the rows */
        expand: string[];
        /** @description Agent numbers joined by commas; empty for all */
        agentDnStr: string | null;
        /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
        answerInterval: string | null;
        /** @description Id of the call in the old storage */
        call_id: number;
        /** @description Code; the values are not published, 0 is the usual one */
        callArea: number;
        /** @description Code; the values are not published, 0 is the usual one */
        callClass: number;
        /** @description 0 for all; other values are not published */
        callsType: number;
        /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
        callTimeFilterFrom: string | null;
        /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
        callTimeFilterTo: string | null;
        /** @description 0 for none; other values are not published */
        callTimeFilterType: number;
        /** @description Id of the call record */
        cdrId: string;
        /** @description What one point stands for; the values are not published */
        chartBy: string | null;
        /** @description A moment in the period to draw, ISO 8601 */
        chartDate: string;
        /** @description Time zone that days begin and end in */
        clientTimeZone: string | null;
        /** @description Empty for any */
        destinationFilter: string | null;
        /** @description 0 for any; other values are not published */
        destinationType: number;
        /** @description Extension number */
        dnNumber: string;
        /** @description Caller id of the called side */
        dstCallerId: string | null;
        /** @description Number of the called side */
        dstNumber: string;
        /** @description End, ISO 8601 with Z or an offset */
        endDt: string;
        /** @description Extension numbers joined by commas; empty for all */
        extensionDns: string | null;
        /** @description Extension numbers; empty for all */
        extensionFilter: string | null;
        /** @description File name of the prompt */
        Filename: string;
        /** @description Department; empty for all */
        groupFilter: string | null;
        /** @description Code for the length of one interval; the values are not published, 0 is the usual one */
        groupingType: number;
        /** @description Number of the department; empty for all */
        groupNumber: string | null;
        /** @description Leave out segments that only poll or pass through */
        hidePcalls: boolean;
        /** @description Id of the entity */
        Id: number;
        /** @description Count queue calls too */
        includeQueueCalls: boolean;
        /** @description Name of the property */
        name: string;
        /** @description Name of the playlist */
        Name: string;
        /** @description Telephone number or extension */
        number: string;
        /** @description Extension number (DN); this form of key exists since release 20.0.8 */
        Number: string | null;
        /** @description Start, ISO 8601 with Z or an offset */
        periodFrom: string;
        /** @description End, ISO 8601 with Z or an offset */
        periodTo: string;
        /** @description Queue numbers joined by commas; empty for all */
        queueDns: string | null;
        /** @description Queue numbers joined by commas; empty for all */
        queueDnStr: string | null;
        /** @description Id of the recording */
        recId: number;
        /** @description Ring group numbers joined by commas; empty for all */
        ringGroupDns: string | null;
        /** @description Empty for any */
        sourceFilter: string | null;
        /** @description 0 for any; other values are not published */
        sourceType: number;
        /** @description Caller id of the calling side */
        srcCallerId: string | null;
        /** @description Number of the calling side */
        srcNumber: string;
        /** @description Start, ISO 8601 with Z or an offset */
        startDt: string;
        /** @description Trunk numbers joined by commas; empty for all */
        trunkDns: string | null;
        /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
        waitInterval: string | null;
        /** @description ETag the entity must still have */
        ifMatch: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listActiveCalls: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveCallCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dropCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCDRSettings: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CDRSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateCDRSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CDRSettings"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getCallFlowApp: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallFlowApp"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteCallFlowApp: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateCallFlowApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CallFlowApp"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listCallFlowApps: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallFlowAppCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createCallFlowApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallFlowApp"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallFlowApp"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCallFlowAppFiles: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StringCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteCallFlowAppFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filename?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listCallHistoryView: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallHistoryViewCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCallParkingSettings: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallParkingSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateCallParkingSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CallParkingSettings"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getContactsByNumber: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Telephone number or extension */
                number: components["parameters"]["number"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createContactByNumber: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: components["schemas"]["Contact"];
                    number?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"] | null;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Contact"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setDirSearchSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dirSearchSettings?: components["schemas"]["ContactsDirSearchSettings"];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getDirSearchSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactsDirSearchSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteContactsById: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: number[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteDepartmentContactsByType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    contactSource?: components["schemas"]["ContactSource"];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deletePersonalContactsByType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    contactSource?: components["schemas"]["ContactSource"];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteContactsByType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    contactSource?: components["schemas"]["ContactSource"];
                    number?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getContact: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Contact"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getCrmIntegration: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmIntegration"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateCrmIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmIntegration"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    testCrmIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mode?: components["schemas"]["CrmTestMode"];
                    query?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmTestResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCustomPrompts: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomPromptCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeCallRecordCustomPrompt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dn?: string;
                    filename?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteCustomPrompt: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description File name of the prompt */
                Filename: components["parameters"]["Filename"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getPropertiesByDn: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Extension number */
                dnNumber: components["parameters"]["dnNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DNPropertyCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createDNProperty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dnNumber?: string;
                    property?: components["schemas"]["DNProperty"];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateDNProperty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dnNumber?: string;
                    property?: components["schemas"]["DNProperty"];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteDNProperty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dnNumber?: string;
                    propertyName?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getDNPropertyByName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Extension number */
                dnNumber: components["parameters"]["dnNumber"];
                /** @description Name of the property */
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DNProperty"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDefs: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description Version of the PBX */
                    "X-3CX-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Defs"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSystemParameters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemParameters"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDialCodeSettings: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialCodeSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateDialCodeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DialCodeSettings"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listDidNumbers: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DidNumberCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listEventLogs: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventLogCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadEventLogs: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventLogCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    purgeEventLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getGroup: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Group"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Group"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listGroupMembers: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserGroupCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listGroupRights: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLastCdrAndChatMessageTimestamp: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LastCdrAndChatMessageTimestampCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    refreshLicenseStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getLicenseStatus: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseStatus"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMusicOnHoldSettings: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MusicOnHoldSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateMusicOnHoldSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MusicOnHoldSettings"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    issueDownloadTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeTicket"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getParkingByNumber: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Extension number (DN); this form of key exists since release 20.0.8 */
                Number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parking"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listParkingGroups: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserGroupCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listParkings: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createParking: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Parking"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parking"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getParking: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parking"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteParking: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateParking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Parking"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listPeers: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeerCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPeerByNumber: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Extension number (DN); this form of key exists since release 20.0.8 */
                Number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Peer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReportPeers: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeerCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    retreivePeersByNumbers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    peersRequest?: components["schemas"]["RetreivePeersRequest"];
                };
            };
        };
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeerCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPlaylists: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaylistCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createPlaylist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Playlist"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playlist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPlaylist: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Name of the playlist */
                Name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playlist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deletePlaylist: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Name of the playlist */
                Name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updatePlaylist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the playlist */
                Name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Playlist"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getQueue: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Queue"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getQueueByNumber: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Extension number (DN); this form of key exists since release 20.0.8 */
                Number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listQueues: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Queue"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listQueueAgents: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueAgentCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listQueueManagers: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueManagerCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resetQueueStatistics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getFirstAvailableQueueNumber: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstAvailableNumber"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReceptionistByNumber: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Extension number (DN); this form of key exists since release 20.0.8 */
                Number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receptionist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReceptionistForwards: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceptionistForwardCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFirstAvailableReceptionistNumber: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstAvailableNumber"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReceptionists: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceptionistCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createReceptionist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Receptionist"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receptionist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReceptionist: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receptionist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteReceptionist: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateReceptionist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Receptionist"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listRecordings: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordingCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the recording */
                recId: components["parameters"]["recId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRecordingRepositorySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordingRepositorySettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setRecordingRepositorySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings?: components["schemas"]["RecordingRepositorySettings"];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    purgeLocalRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    purgeArchivedRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    archiveRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    bulkRecordingsDelete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: number[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    bulkRecordingsArchive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: number[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    transcribeRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: number[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getAbandonedQueueCallsData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDns: components["parameters"]["queueDns"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbandonedQueueCallsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadAbandonedQueueCalls: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDns: components["parameters"]["queueDns"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbandonedQueueCallsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAgentLoginHistoryData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Agent numbers joined by commas; empty for all */
                agentDnStr: components["parameters"]["agentDnStr"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentLoginHistoryCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadAgentLoginHistory: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Agent numbers joined by commas; empty for all */
                agentDnStr: components["parameters"]["agentDnStr"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentLoginHistoryCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAgentsInQueueStatisticsData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentsInQueueStatisticsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadAgentsInQueueStatistics: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentsInQueueStatisticsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuditLogData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadAuditLog: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAverageQueueWaitingTimeData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description A moment in the period to draw, ISO 8601 */
                chartDate: components["parameters"]["chartDate"];
                /** @description What one point stands for; the values are not published */
                chartBy: components["parameters"]["chartBy"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeReportDataCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadAverageQueueWaitingTimeReport: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description A moment in the period to draw, ISO 8601 */
                chartDate: components["parameters"]["chartDate"];
                /** @description What one point stands for; the values are not published */
                chartBy: components["parameters"]["chartBy"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeReportDataCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBreachesSlaData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachesSlaCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadBreachesSla: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachesSlaCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCallCostByExtensionGroupData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Department; empty for all */
                groupFilter: components["parameters"]["groupFilter"];
                /** @description Code; the values are not published, 0 is the usual one */
                callClass: components["parameters"]["callClass"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallCostByExtensionGroupCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadCallCostByExtensionGroup: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Department; empty for all */
                groupFilter: components["parameters"]["groupFilter"];
                /** @description Code; the values are not published, 0 is the usual one */
                callClass: components["parameters"]["callClass"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallCostByExtensionGroupCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCallDistribution: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Number of the department; empty for all */
                groupNumber: components["parameters"]["groupNumber"];
                /** @description Extension numbers joined by commas; empty for all */
                extensionDns: components["parameters"]["extensionDns"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
                /** @description Count queue calls too */
                includeQueueCalls: components["parameters"]["includeQueueCalls"];
                /** @description Code; the values are not published, 0 is the usual one */
                callArea: components["parameters"]["callArea"];
                /** @description Code for the length of one interval; the values are not published, 0 is the usual one */
                groupingType: components["parameters"]["groupingType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallDistributionCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadGetGetCallDistribution: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Number of the department; empty for all */
                groupNumber: components["parameters"]["groupNumber"];
                /** @description Extension numbers joined by commas; empty for all */
                extensionDns: components["parameters"]["extensionDns"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
                /** @description Count queue calls too */
                includeQueueCalls: components["parameters"]["includeQueueCalls"];
                /** @description Code; the values are not published, 0 is the usual one */
                callArea: components["parameters"]["callArea"];
                /** @description Code for the length of one interval; the values are not published, 0 is the usual one */
                groupingType: components["parameters"]["groupingType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallDistributionCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCallLogData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description 0 for any; other values are not published */
                sourceType: components["parameters"]["sourceType"];
                /** @description Empty for any */
                sourceFilter: components["parameters"]["sourceFilter"];
                /** @description 0 for any; other values are not published */
                destinationType: components["parameters"]["destinationType"];
                /** @description Empty for any */
                destinationFilter: components["parameters"]["destinationFilter"];
                /** @description 0 for all; other values are not published */
                callsType: components["parameters"]["callsType"];
                /** @description 0 for none; other values are not published */
                callTimeFilterType: components["parameters"]["callTimeFilterType"];
                /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
                callTimeFilterFrom: components["parameters"]["callTimeFilterFrom"];
                /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
                callTimeFilterTo: components["parameters"]["callTimeFilterTo"];
                /** @description Leave out segments that only poll or pass through */
                hidePcalls: components["parameters"]["hidePcalls"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallLogDataCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOldCallLogData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description 0 for any; other values are not published */
                sourceType: components["parameters"]["sourceType"];
                /** @description Empty for any */
                sourceFilter: components["parameters"]["sourceFilter"];
                /** @description 0 for any; other values are not published */
                destinationType: components["parameters"]["destinationType"];
                /** @description Empty for any */
                destinationFilter: components["parameters"]["destinationFilter"];
                /** @description 0 for all; other values are not published */
                callsType: components["parameters"]["callsType"];
                /** @description 0 for none; other values are not published */
                callTimeFilterType: components["parameters"]["callTimeFilterType"];
                /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
                callTimeFilterFrom: components["parameters"]["callTimeFilterFrom"];
                /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
                callTimeFilterTo: components["parameters"]["callTimeFilterTo"];
                /** @description Leave out segments that only poll or pass through */
                hidePcalls: components["parameters"]["hidePcalls"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallLogDataCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadCallLog: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description 0 for any; other values are not published */
                sourceType: components["parameters"]["sourceType"];
                /** @description Empty for any */
                sourceFilter: components["parameters"]["sourceFilter"];
                /** @description 0 for any; other values are not published */
                destinationType: components["parameters"]["destinationType"];
                /** @description Empty for any */
                destinationFilter: components["parameters"]["destinationFilter"];
                /** @description 0 for all; other values are not published */
                callsType: components["parameters"]["callsType"];
                /** @description 0 for none; other values are not published */
                callTimeFilterType: components["parameters"]["callTimeFilterType"];
                /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
                callTimeFilterFrom: components["parameters"]["callTimeFilterFrom"];
                /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
                callTimeFilterTo: components["parameters"]["callTimeFilterTo"];
                /** @description Leave out segments that only poll or pass through */
                hidePcalls: components["parameters"]["hidePcalls"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallLogDataCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCallQualityReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the call record */
                cdrId: components["parameters"]["cdrId"];
                /** @description Number of the calling side */
                srcNumber: components["parameters"]["srcNumber"];
                /** @description Number of the called side */
                dstNumber: components["parameters"]["dstNumber"];
                /** @description Caller id of the calling side */
                srcCallerId: components["parameters"]["srcCallerId"];
                /** @description Caller id of the called side */
                dstCallerId: components["parameters"]["dstCallerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityReport"] | null;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOldCallQualityReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the call in the old storage */
                call_id: components["parameters"]["call_id"];
                /** @description Number of the calling side */
                srcNumber: components["parameters"]["srcNumber"];
                /** @description Number of the called side */
                dstNumber: components["parameters"]["dstNumber"];
                /** @description Caller id of the calling side */
                srcCallerId: components["parameters"]["srcCallerId"];
                /** @description Caller id of the called side */
                dstCallerId: components["parameters"]["dstCallerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityReport"] | null;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDetailedQueueStatisticsData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailedQueueStatisticsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadDetailedQueueStatistics: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailedQueueStatisticsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExtensionStatisticsData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Extension numbers; empty for all */
                extensionFilter: components["parameters"]["extensionFilter"];
                /** @description Code; the values are not published, 0 is the usual one */
                callArea: components["parameters"]["callArea"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionStatisticsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadExtensionStatistics: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Extension numbers; empty for all */
                extensionFilter: components["parameters"]["extensionFilter"];
                /** @description Code; the values are not published, 0 is the usual one */
                callArea: components["parameters"]["callArea"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionStatisticsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExtensionStatisticsByGroupData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Number of the department; empty for all */
                groupNumber: components["parameters"]["groupNumber"];
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Code; the values are not published, 0 is the usual one */
                callArea: components["parameters"]["callArea"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportExtensionStatisticsByGroupCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadExtensionStatisticsByGroup: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Number of the department; empty for all */
                groupNumber: components["parameters"]["groupNumber"];
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Code; the values are not published, 0 is the usual one */
                callArea: components["parameters"]["callArea"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportExtensionStatisticsByGroupCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExtensionsStatisticsByRingGroupsData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Ring group numbers joined by commas; empty for all */
                ringGroupDns: components["parameters"]["ringGroupDns"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionsStatisticsByRingGroupsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadExtensionsStatisticsByRingGroups: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Ring group numbers joined by commas; empty for all */
                ringGroupDns: components["parameters"]["ringGroupDns"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionsStatisticsByRingGroupsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInboundCalls: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Trunk numbers joined by commas; empty for all */
                trunkDns: components["parameters"]["trunkDns"];
                /** @description 0 for all; other values are not published */
                callsType: components["parameters"]["callsType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundCallCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadGetInboundCalls: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Trunk numbers joined by commas; empty for all */
                trunkDns: components["parameters"]["trunkDns"];
                /** @description 0 for all; other values are not published */
                callsType: components["parameters"]["callsType"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundCallCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInboundRulesData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundRuleReportCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadInboundRules: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundRuleReportCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOutboundCalls: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Trunk numbers joined by commas; empty for all */
                trunkDns: components["parameters"]["trunkDns"];
                /** @description 0 for all; other values are not published */
                callsType: components["parameters"]["callsType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboundCallCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadGetOutboundCalls: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Trunk numbers joined by commas; empty for all */
                trunkDns: components["parameters"]["trunkDns"];
                /** @description 0 for all; other values are not published */
                callsType: components["parameters"]["callsType"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboundCallCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQueueAnUnCallsData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description A moment in the period to draw, ISO 8601 */
                chartDate: components["parameters"]["chartDate"];
                /** @description What one point stands for; the values are not published */
                chartBy: components["parameters"]["chartBy"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeReportDataCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadQueueAnUnCallsReport: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description A moment in the period to draw, ISO 8601 */
                chartDate: components["parameters"]["chartDate"];
                /** @description What one point stands for; the values are not published */
                chartBy: components["parameters"]["chartBy"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeReportDataCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQueueAnsweredCallsByWaitTimeData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
                answerInterval: components["parameters"]["answerInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueAnsweredCallsByWaitTimeCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadQueueAnsweredCallsByWaitTime: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Hours:minutes:seconds as the console writes it, 0:00:0 for none */
                answerInterval: components["parameters"]["answerInterval"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueAnsweredCallsByWaitTimeCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQueueCallbacksData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueCallbacksCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadQueueCallbacks: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueCallbacksCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQueueFailedCallbacksData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueFailedCallbacksCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadQueueFailedCallbacks: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueFailedCallbacksCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQueuePerformanceOverviewData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDns: components["parameters"]["queueDns"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePerformanceOverviewCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadQueuePerformanceOverview: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDns: components["parameters"]["queueDns"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePerformanceOverviewCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQueuePerformanceTotalsData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDns: components["parameters"]["queueDns"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePerformanceTotalsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadQueuePerformanceTotals: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Queue numbers joined by commas; empty for all */
                queueDns: components["parameters"]["queueDns"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePerformanceTotalsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRingGroupStatisticsData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Ring group numbers joined by commas; empty for all */
                ringGroupDns: components["parameters"]["ringGroupDns"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RingGroupStatisticsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadRingGroupStatistics: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Ring group numbers joined by commas; empty for all */
                ringGroupDns: components["parameters"]["ringGroupDns"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RingGroupStatisticsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getStatisticSlaData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticSlaCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadStatisticSla: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticSlaCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTeamQueueGeneralStatisticsData: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamQueueGeneralStatisticsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadTeamQueueGeneralStatistics: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Queue numbers joined by commas; empty for all */
                queueDnStr: components["parameters"]["queueDnStr"];
                /** @description Start, ISO 8601 with Z or an offset */
                startDt: components["parameters"]["startDt"];
                /** @description End, ISO 8601 with Z or an offset */
                endDt: components["parameters"]["endDt"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamQueueGeneralStatisticsCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUserActivity: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Number of the department; empty for all */
                groupNumber: components["parameters"]["groupNumber"];
                /** @description Extension numbers joined by commas; empty for all */
                extensionDns: components["parameters"]["extensionDns"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
                /** @description Count queue calls too */
                includeQueueCalls: components["parameters"]["includeQueueCalls"];
                /** @description Code; the values are not published, 0 is the usual one */
                callArea: components["parameters"]["callArea"];
                /** @description Code for the length of one interval; the values are not published, 0 is the usual one */
                groupingType: components["parameters"]["groupingType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserActivityCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadGetUserActivity: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Time zone that days begin and end in */
                clientTimeZone: components["parameters"]["clientTimeZone"];
                /** @description Start, ISO 8601 with Z or an offset */
                periodFrom: components["parameters"]["periodFrom"];
                /** @description End, ISO 8601 with Z or an offset */
                periodTo: components["parameters"]["periodTo"];
                /** @description Number of the department; empty for all */
                groupNumber: components["parameters"]["groupNumber"];
                /** @description Extension numbers joined by commas; empty for all */
                extensionDns: components["parameters"]["extensionDns"];
                /** @description Leave out calls that waited less: hours:minutes:seconds as the console writes it, 0:00:0 for none */
                waitInterval: components["parameters"]["waitInterval"];
                /** @description Count queue calls too */
                includeQueueCalls: components["parameters"]["includeQueueCalls"];
                /** @description Code; the values are not published, 0 is the usual one */
                callArea: components["parameters"]["callArea"];
                /** @description Code for the length of one interval; the values are not published, 0 is the usual one */
                groupingType: components["parameters"]["groupingType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserActivityCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRingGroupByNumber: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Extension number (DN); this form of key exists since release 20.0.8 */
                Number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RingGroup"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRingGroup: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RingGroup"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteRingGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateRingGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RingGroup"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listRingGroups: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RingGroupCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createRingGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RingGroup"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RingGroup"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRingGroupMembers: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RingGroupMemberCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getServicePrincipal: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePrincipal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteServicePrincipal: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateServicePrincipal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ServicePrincipal"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listServicePrincipals: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePrincipalCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createServicePrincipal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServicePrincipal"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePrincipal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    generateAppToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSystemStatus: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemStatus"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    systemExtensions: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemExtensionStatusCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    systemDatabaseInformation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemDatabaseInformation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getVersionType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionUpdateType"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    systemHealthStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemHealthStatus"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    apiToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    systemTelemetry: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemTelemetryCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    serviceTelemetry: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessTelemetryCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    networkTelemetry: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkTelemetryCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTrunk: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trunk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTrunk: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateTrunk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Trunk"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getTrunkByNumber: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Extension number (DN); this form of key exists since release 20.0.8 */
                Number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trunk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTrunks: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrunkCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createTrunk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Trunk"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trunk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUserByNumber: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Extension number (DN); this form of key exists since release 20.0.8 */
                Number: components["parameters"]["Number"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listUserGroups: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserGroupCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listUserForwardingProfiles: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForwardingProfileCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    bulkUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: number[];
                    user?: components["schemas"]["User"];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getUser: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag the entity must still have */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["User"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    batchDelete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: number[];
                };
            };
        };
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDeleteErrorCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: string | null;
                    destination?: string;
                    dn?: string | null;
                    /** @default false */
                    testCall?: boolean | null;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallControlResultResponse"] | null;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setMonitorStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entity */
                Id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Most rows to answer; 100 is what the console asks for */
                $top?: components["parameters"]["top"];
                /** @description Rows to leave out at the start */
                $skip?: components["parameters"]["skip"];
                /** @description Free text the rows must contain */
                $search?: components["parameters"]["search"];
                /** @description OData condition, e.g. Number eq '100' */
                $filter?: components["parameters"]["filter"];
                /** @description Say in @odata.count how many rows there are in all */
                $count?: components["parameters"]["count"];
                /** @description Properties to sort by, each with an optional asc or desc */
                $orderby?: components["parameters"]["orderby"];
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserCollection"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["User"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getVoicemailSettings: {
        parameters: {
            query?: {
                /** @description Properties to answer; all when left out */
                $select?: components["parameters"]["select"];
                /** @description Related entities to answer with the rows */
                $expand?: components["parameters"]["expand"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoicemailSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateVoicemailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VoicemailSettings"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
}
