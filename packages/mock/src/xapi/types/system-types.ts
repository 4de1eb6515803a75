/** The system itself (3CX facts 10.1, 10.2). In the notation of `parseTypes`. */
export const systemTypes = `
ActiveCall =
  Callee string?, Caller string?, EstablishedAt datetime?, Id int, LastChangeStatus datetime?,
  ServerNow datetime?, Status string?
Codec = Id int, Name string?, RfcName string?
Defs =
  Codecs >Codec[], GatewayParameters >GatewayParameter[], GatewayParameterValues >GatewayParameterValue[],
  Id int, TimeZones >TimeZone[]
ENL = From int, To int
EventLog =
  EventId int?, Group string?, GroupName string?, Id int, Message string?, Params string[],
  Source string?, TimeGenerated datetime?, Type EventLogType?
enum EventLogType = Error, Warning, Info
LastCdrAndChatMessageTimestamp = LastCdrStartedAt datetime, LastChatMessageTimeSent datetime?
License =
  CountryCode string?, IsBrandingEnabled bool?, IsCfdEnabled bool?, IsEnterprise bool?,
  IsMaintainceExpired bool?, IsProfessional bool?, MaxSimCalls int?, ProductCode string?
LicenseStatus =
  Activated bool?, ActiveModules string[], AdminEMail string?, CompanyName string?, ContactName string?,
  CountryCode string?, CountryName string?, EMail string?, ExpirationDate datetime?, LicenseActive bool?,
  LicenseKey string, MaintenanceExpiresAt datetime?, MaxSimCalls int?, ProductCode string?,
  ResellerName string?, SimMeetingParticipants int?, Support bool?, Telephone string?, Version string?
NetworkTelemetry = Id string, KbpsReceived any, KbpsSent any, Time datetime?
OneTimeTicket = ExpiresInSeconds int?, Ticket string
enum PhoneSystemService =
  Database, Configuration, AudioProvider, SIPService, SystemService, IVR, CallFlow, QueueMananger, Tunnel,
  ManagementConsole, MediaServer, HotelModule, EventNotiificationManager, Nginx, Gateway, AiBridge
ProcessTelemetry =
  HandleCount long?, PrivateMemory long?, ProcessCount long?, Service PhoneSystemService?,
  ThreadCount long?, Time datetime?
enum RemoteStorageStatus = NotConfigured, PartiallyConfigured, Configured
SystemDatabaseInformation =
  CallsUsedSpace long?, ChatFilesCount long?, ChatsUsedSpace long?, EventLogUsedSpace long?, Id int?
SystemExtensionStatus = IsRegistered bool?, Name string?, Number string?, Type string?
SystemHealthStatus =
  CustomTemplatesCount int?, Firewall bool?, Id int?, Phones bool?, Trunks bool?,
  UnsupportedFirmwaresCount int?
SystemParameters =
  AIVersion string?, Custom1Name string?, Custom2Name string?, EmRuleCreationAllowed bool?, ENL int?,
  ENLRange ENL?, FirstExternalPort int?, FQDN string?, GlobalACPRMSET string?, GlobalLanguage string?,
  HttpPort int?, HttpsPort int?, IpV6 string?, Is3CXFQDN bool?, IsChatLogEnabled bool?, IsHosted bool?,
  IsHosted3CX bool?, IsMulticompanyMode bool?, IsRemoteBackup bool?, IsStaticIp bool?,
  IsTranscriptionEnabled bool?, License License?, MaxDIDPerTrunk int?, PbxExternalHost string?,
  ProcessorCount int?, RemoteStorageStatus RemoteStorageStatus?, RpsEnabled bool?, SipPort int?,
  SipsPort int?, StaticIp string?, StunIp string?, TunnnelPort int?, Version string?, WebrtcLastPort int?
SystemStatus =
  Activated bool?, AutoUpdateEnabled bool?, AvailableLocalIps string?, BackupScheduled bool?,
  CallsActive int?, ChatUsedSpace long?, CurrentLocalIp string?, DBMaintenanceInProgress bool?,
  DiskUsage int?, ExpirationDate datetime?, ExtensionsRegistered int?, ExtensionsTotal int?, FQDN string?,
  FreeDiskSpace long?, HasNotRunningServices bool?, HasUnregisteredSystemExtensions bool?, Id int,
  Ip string?, IpV4 string?, IpV6 string?, IsAuditLogEnabled bool?, IsChatLogEnabled bool?,
  IsRecordingArchiveEnabled bool?, LastBackupDateTime datetime?, LastCheckForUpdates datetime?,
  LastSuccessfulUpdate datetime?, LicenseActive bool?, LicenseKey string?, LocalIpValid bool?,
  LogUsedSpace long?, MaintenanceExpiresAt datetime?, MaxSimCalls int?, MaxUserExtensions int?,
  OS XOperatingSystemType?, OutboundRules int?, ProductCode string?, RecordingQuota long?,
  RecordingQuotaReached bool?, RecordingStopped bool?, RecordingUsedSpace long?,
  RemoteConfigurationRequired bool?, RemoteStorageEnabled bool?, RemoteStorageStatus RemoteStorageStatus?,
  ResellerName string?, Support bool?, TotalDiskSpace long?, TrunksRegistered int?, TrunksTotal int?,
  UserExtensions int?, Version string?, VoicemailQuotaReached bool?, VoicemailStopped bool?
SystemTelemetry =
  CpuUsage any, FreeDiskSpace long?, FreePhysicalMemory long?, FreeVirtualMemory long?, TickCount long?,
  Time datetime?, TotalDiskSpace long?, TotalPhysicalMemory long?, TotalVirtualMemory long?
TimeZone = IanaName string, Id string, Name string, WindowsName string
enum UpdateType = Release, Beta, MajorRelease, Alpha, Hotfix
VersionUpdateType = Type UpdateType?
enum XOperatingSystemType = Other, Linux, Windows
`;
