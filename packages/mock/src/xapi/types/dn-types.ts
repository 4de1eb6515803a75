/** What has a number, and where calls are sent (3CX facts 10.4 to 10.6). In the notation of `parseTypes`. */
export const dnTypes = `
enum Authentication = Both, Name, Email, None
CallFlowApp : DN =
  CompilationLastSuccess datetime?, CompilationResult string?, CompilationSucceeded bool?,
  InvalidScript bool?, IsRegistered bool?, Name string?, RejectedCode string?,
  RoutingType CfaRoutingType?, ScriptCode string?, Trunk >Trunk?
enum CallHandlingFlags = WelcomeMessageForIncomingCalls, HoldCall
enum CfaRoutingType = DialCode, Forward, Trunk
ClickToCall : DN =
  CallUsEnableChat bool?, CallUsEnablePhone bool?, CallUsEnableVideo bool?,
  CallUsRequirement Authentication?, ClickToCallId string?
enum DayOfWeek = Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday
Destination =
  External string?, Name string?, Number string?, Tags UserTag[], To DestinationType?, Type PeerType?
enum DestinationType =
  None, VoiceMail, Extension, Queue, RingGroup, IVR, External, Fax, Boomerang, Deflect,
  VoiceMailOfDestination, Callback, RoutePoint, ProceedWithNoExceptions
DN = Groups >UserGroup[], Id int, Number string?, TranscriptionMode TranscriptionType?
DNProperty = Description string?, Id int?, Name string, Value string(131072)?
FirstAvailableNumber = Number string?
Group : ClickToCall =
  AllowCallService bool?, AnswerAfter int?, BreakRoute Route?, BreakTime Schedule?,
  CallHandlingMode CallHandlingFlags[], CurrentGroupHours GroupHoursMode?, CustomOperator Destination?,
  CustomPrompt string?, DisableCustomPrompt bool?, GloballyVisible bool?, HasMembers bool?,
  HolidaysRoute Route?, Hours Schedule?, IsDefault bool?, Language string?, LastLoginTime datetime?,
  Members >UserGroup[], MusicOnHold string?, Name string?, OfficeHolidays >Holiday[], OfficeRoute Route?,
  OutOfOfficeRoute Route?, OverrideExpiresAt datetime?, OverrideHolidays bool?, PromptSet string?,
  Props GroupProps?, Rights >Rights[], TimeZoneId string?
enum GroupHoursMode =
  Default, ForceOpened, ForceClosed, ForceBreak, ForceCustomOperator, ForceHoliday, HasForcedMask
GroupProps =
  DectMaxCount int?, DepartmentContactsMaxCount int?, Fqdn string?, LiveChatMaxCount int?,
  OutboundRulesMaxCount int?, PersonalContactsMaxCount int?, PromptsMaxCount int?, ResellerId string?,
  ResellerName string?, SbcMaxCount int?, StartupLicense StartupLicense?, StartupOwnerEmail string?,
  SubcriptionExpireDate datetime?, Subscription string?, SubscriptionType string?,
  SystemNumberFrom string?, SystemNumberTo string?, TrunkNumberFrom string?, TrunkNumberTo string?,
  TrunksMaxCount int?, UserNumberFrom string?, UserNumberTo string?
Holiday =
  Day int, DayEnd int, Group string?, HolidayPrompt string?, Id int, IsRecurrent bool?, Month int,
  MonthEnd int, Name string, TimeOfEndDate duration, TimeOfStartDate duration, Year int, YearEnd int
OfficeHours =
  BreakTime Schedule?, Hours Schedule?, OfficeHolidays >Holiday[], SystemLanguage string?, TimeZoneId string?
Parking : DN
Peer =
  Hidden bool?, Id int, MemberOf >PeerGroup[], Name string?, Number string?, Tags UserTag[],
  Type PeerType?
PeerGroup = GroupID int, IsPrimary bool?, Name string?, Number string?, RoleName string?
enum PeerType =
  None, Extension, Queue, RingGroup, IVR, Fax, Conference, SpecialMenu, Parking, ExternalLine, Group,
  RoutePoint
Period = DayOfWeek DayOfWeek?, Start time?, Stop time?
RetreivePeersRequest = DnNumbers string[], IsReportPeers bool
Rights =
  AllowIVR bool?, AllowParking bool?, AllowToChangePresence bool?, AllowToManageCompanyBook bool?,
  AssignClearOperations bool?, CanBargeIn bool?, CanIntercom bool?, CanSeeGroupCalls bool?,
  CanSeeGroupMembers bool?, CanSeeGroupRecordings bool?, Invalid bool?, PerformOperations bool?,
  RoleName string, ShowMyCalls bool?, ShowMyPresence bool?, ShowMyPresenceOutside bool?
Route = IsPromptEnabled bool?, Prompt string?, Route Destination?
enum RuleHoursType =
  AllHours, OfficeHours, OutOfOfficeHours, SpecificHours, SpecificHoursExcludingHolidays,
  OutOfSpecificHours, OutOfSpecificHoursIncludingHolidays, Never, BreakTime
Schedule = IgnoreHolidays bool?, Periods Period[], Type RuleHoursType
ServicePrincipal : DN =
  CallControlEnabled bool?, IsSystem bool?, LastUsed datetime?, MyPhoneEnabled bool?, Peers >Peer[],
  XAPIEnabled bool?
enum StartupLicense = Free, Pro
enum TranscriptionType = Nothing, Voicemail, Recordings, Both, Inherit
UserGroup =
  CanDelete bool?, GroupId int?, GroupRights >Rights?, Id int?, MemberName string?, Name string?,
  Number string?, Rights >Rights?, Tags UserTag[], TranscriptionMode TranscriptionType?, Type PeerType?
enum UserTag = MS, Teams, Google, WakeUp, FaxServer, Principal, WeakID, WeakPass, WM, AI
enum VMEmailOptionsType =
  None, Notification, Attachment, AttachmentAndDelete, VmailToMembers, EmailToExtrasOnly
enum VMPlayMsgDateTimeType = None, Play12Hr, Play24Hr
`;
