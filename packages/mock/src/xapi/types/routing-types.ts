/** Queues, ring groups, digital receptionists, trunks and inbound rules (3CX facts 10.5, 10.6, 10.10). In the notation of `parseTypes`. */
export const routingTypes = `
Choice = Key string, Value string
CIDFormatting = ReplacePattern string?, SourcePattern string?
ConcealedPassword = Concealed bool?, Value string?
DidNumber = Number string, RoutingRule >InboundRule?, TemplateFileName string?, TrunkId int
enum DirectionType = None, Inbound, Outbound, Both
EmergencyGeoLocation = FriendlyName string, Id string
EmergencyGeoTrunkLocation = Id string, Location EmergencyGeoLocation, ProviderUri string, TrunkDn string?
Gateway =
  Codecs string[], DeliverAudio bool?, DestNumberInRemotePartyIDCalled bool?,
  DestNumberInRequestLineURI bool?, DestNumberInTo bool?, Host string?, Id int?,
  InboundParams GatewayParameterBinding[], Internal bool?,
  IPInRegistrationContact IPInRegistrationContactType?, IsCustom bool?, Lines int?,
  MatchingStrategy MatchingStrategyType?, Name string?, OutboundCallerID string?,
  OutboundParams GatewayParameterBinding[], Port int?, ProxyHost string?, ProxyPort int?,
  RequireRegistrationFor RequireRegistrationForType?, SourceIdentification GatewayParameterBinding[],
  SpecifiedIPForRegistrationContact string?, SRTPMode SRTPModeType?, SupportReinvite bool?,
  SupportReplaces bool?, TemplateFilename string?, TimeBetweenReg int?, Type GatewayType?,
  UseIPInContact bool?, VariableChoices Choice[]
GatewayParameter =
  CanHaveDID bool?, Description string?, Id int, InboundPossibleValues string[], Name string?,
  OutboundPossibleValues string[], SourceIDPossibleValues string[]
GatewayParameterBinding = Custom string?, ParamId int, ValueId int
GatewayParameterValue = Description string?, Id int, Name string?
enum GatewayType = Unknown, Analog, Provider, BridgeMaster, BridgeSlave, BridgeSlaveOverTunnel, BRI, T1, E1
InboundRule =
  AlterDestinationDuringHolidays bool?, AlterDestinationDuringOutOfOfficeHours bool?,
  CallType RuleCallTypeType?, Condition RuleConditionType?, CustomData string?, Data string?,
  HolidaysDestination Destination?, Hours Schedule?, Id int, OfficeHoursDestination Destination?,
  OutOfOfficeHoursDestination Destination?, RuleName string?, TrunkDN >Peer?
enum IPInRegistrationContactType = External, Internal, Both, Specified
enum IVRForwardType =
  EndCall, Extension, RingGroup, Queue, IVR, VoiceMail, CallByName, RepeatPrompt, CustomInput
enum IVRType = Default, CodeBased, ScriptBased, Wakeup
enum MatchingStrategyType = MatchAnyFields, MatchAllFields
enum PollingStrategyType =
  Hunt, RingAll, HuntRandomStart, NextAgent, LongestWaiting, LeastTalkTime, FewestAnswered, HuntBy3s,
  First3Available, SkillBasedRouting_RingAll, SkillBasedRouting_HuntRandomStart,
  SkillBasedRouting_RoundRobin, SkillBasedRouting_FewestAnswered
Queue : ClickToCall =
  AgentAvailabilityMode bool?, Agents >QueueAgent[], AnnounceEstimatedWaitTime bool?,
  AnnounceEstimatedWaitTimeInterval int?, AnnouncementInterval int?, AnnounceQueuePosition bool?,
  AutoLogoutMissedCalls int?, BreakRoute Route?, CallbackEnableTime int?, CallbackOfferOnly bool?,
  CallbackOfferPrompt string?, CallbackPrefix string?, ComfortPrompts string[],
  ComfortPromptsEnabled bool?, ComfortPromptsInterval int?, DestinationNoAnswerPrompt string?,
  EnableIntro bool?, ForwardNoAnswer Destination?, GreetingFile string?, HolidaysRoute Route?,
  IntroFile string?, IsRegistered bool?, Managers >QueueManager[], MasterTimeout int?,
  MaxCallersInQueue int?, MaxWaitStrategyEnabled bool?, MaxWaitTimeSkillGroupValues int[], Name string?,
  NotifyCodes QueueNotifyCode[], OnHoldFile string?, OutOfOfficeRoute Route?, PlayFullPrompt bool?,
  PollingStrategy PollingStrategyType?, PriorityQueue bool?, PromptSet string?, Recording QueueRecording?,
  ResetQueueStatisticsSchedule ResetQueueStatisticsSchedule?, ResetStatisticsScheduleEnabled bool?,
  RingTimeout int?, SkillBasedRingAllCumulativePollingEnabled bool?, SLATime int?,
  StopBackgroundWhenPrompt bool?, TypeOfChatOwnershipType TypeOfChatOwnershipType?, VMEmailList string?,
  VMEmailOptions VMEmailOptionsType?, WrapUpTime int?
QueueAgent = Id int?, Name string?, Number string, SkillGroup string?, Tags UserTag[]
QueueManager = Id int?, Name string?, Number string, Tags UserTag[]
enum QueueNotifyCode = Callback, CallbackFail, SLATimeBreached, CallLost, AgentAutoLogout
enum QueueRecording = Disabled, AllowToOptOut, AskToOptIn
Receptionist : DN =
  BreakRoute Route?, Forwards >ReceptionistForward[], ForwardSmsTo string?, HolidaysRoute Route?,
  InvalidKeyForwardDN string?, IsRegistered bool?, IVRType IVRType?, Name string?,
  OutOfOfficeRoute Route?, PromptFilename string?, PromptSet string?, Timeout int?,
  TimeoutForwardDN string?, TimeoutForwardPeerType PeerType?, TimeoutForwardType IVRForwardType?,
  TransferEnable bool?, UseMSExchange bool?
ReceptionistForward =
  CustomData string?, ForwardDN string?, ForwardType IVRForwardType, Id int, Input string?,
  PeerType PeerType?
enum RequireRegistrationForType = Nothing, IncomingCalls, OutgoingCalls, InOutCalls
enum ResetQueueStatisticsFrequency = Disabled, Daily, Weekly, Monthly
ResetQueueStatisticsSchedule = Day DayOfWeek?, Frequency ResetQueueStatisticsFrequency?, Time time?
RingGroup : ClickToCall =
  BreakRoute Route?, ForwardNoAnswer Destination?, GreetingFile string?, HolidaysRoute Route?,
  IsRegistered bool?, Members >RingGroupMember[], MulticastAddress string?, MulticastCodec string?,
  MulticastPacketTime int?, MulticastPort int?, Name string?, OutOfOfficeRoute Route?,
  RingStrategy StrategyType?, RingTime int?, VMEmailList string?, VMEmailOptions VMEmailOptionsType?
RingGroupMember = Id int, Name string?, Number string?, Tags UserTag[]
enum StrategyType = Hunt, RingAll, Paging
Trunk : DN =
  AuthID string?, AuthPassword ConcealedPassword?, Certificate string?, CertificateExpirationDate string?,
  CertificateName string?, ConfigurationIssue string?, DidNumbers string[], Direction DirectionType?,
  DisableCallTransfer bool?, DisableVideo bool?, DiversionHeader bool?, E164CountryCode string?,
  E164ProcessIncomingNumber bool?, EmergencyGeoLocations >EmergencyGeoTrunkLocation[],
  EnableInboundCalls bool?, EnableOutboundCalls bool?, ExternalNumber string?, Gateway Gateway?,
  InCIDFormatting CIDFormatting[], IPRestriction TypeOfIPRestriction?, IsOnline bool?,
  Messaging TrunkMessaging?, OutboundCallerID string?, OutCIDFormatting CIDFormatting[],
  PublicInfoGroups string[], PublicIPinSIP string?, PublishInfo bool?, ReceiveExtensions >Peer[],
  ReceiveInfo bool?, RemoteMyPhoneUriHost string?, RemotePBXPreffix string?, RoutingRules >InboundRule[],
  ScriptName string?, SecondaryRegistrar string?, SeparateAuthId string?, SimultaneousCalls int?,
  Tags UserTag[], TransportRestriction TypeOfTransportRestriction?, TrunkRegTimes Variable[],
  TunnelEnabled bool?, TunnelRemoteAddr string?, TunnelRemotePort int?, UseSeparateAuthId bool?
TrunkMessaging =
  Enabled bool?, NumberLength int?, NumberLengthEnabled bool?, Provider string?, Webhook string?
enum TypeOfChatOwnershipType = TakeManually, AutoAssign
enum TypeOfIPRestriction = Any, IPV4, IPV6
enum TypeOfTransportRestriction = Any, UDP, TCP, TLS
Variable = Name string, Value string
`;
