/** Users with their phones, profiles and presence (3CX facts 10.4). In the notation of `parseTypes`. */
export const userTypes = `
AgentRoutingAction = Action string, Name string?, Number string?, Tags UserTag[], Type PeerType?
AgentRoutingDirectory = Description string, Name string?, Number string?, Tags UserTag[], Type PeerType?
AgentSettings =
  AbusiveCallerAction AgentRoutingAction?, AgentFallback AgentRoutingAction?, AgentType string?,
  AllowedExtensions string?, AllowWebsearch bool?, BossInterruptionSettings BossInterruptionSettings?,
  CallerDoesNotRespondAction AgentRoutingAction?, CheckStatusBeforeTransfer bool?,
  EnableNameMatching bool?, FirstMessage string?, HumanHandoff AgentRoutingDirectory?,
  Knowledgebase string[], Language string?, MaxCallDuration int?, PhonebookOverride >Peer?,
  RoutingDirectory AgentRoutingDirectory[], SpamAction AgentRoutingAction?, SpamInstructions string?,
  SwitchLanguage bool?, SystemPrompt string?, Voice string?
AvailableRouting =
  BusyAllCalls bool?, BusyExternal Destination?, BusyInternal Destination?, NoAnswerAllCalls bool?,
  NoAnswerExternal Destination?, NoAnswerInternal Destination?, NotRegisteredAllCalls bool?,
  NotRegisteredExternal Destination?, NotRegisteredInternal Destination?
AwayRouting = AllHoursExternal bool?, AllHoursInternal bool?, External Destination?, Internal Destination?
BossInterruptionSettings =
  Block InterruptionDecision?, Interrupt InterruptionDecision?, Notify InterruptionDecision?
CallControlResultResponse =
  FinalStatus string, Reason string, ReasonText string, Result CallParticipant?, VttId string?
CallParticipant =
  CallId int, DeviceId string, DirectControl bool, DN string, Id int, LegId int, PartyCallerId string,
  PartyCallerName string, PartyDn string, PartyDnType string, Status string
CustomQueueRingtone = Queue string?, Ringtone string?
ExtensionRule =
  CallType RuleCallTypeType?, Condition RuleConditionType?, Data string?, Destination Destination?,
  Enabled bool?, Hours Schedule?, Id int
ForwardingProfile =
  AcceptMultipleCalls bool?, AvailableRoute AvailableRouting?, AwayRoute AwayRouting?,
  BlockPushCalls bool?, CustomMessage string?, CustomName string?, DisableRingGroupCalls bool?, Id int,
  Name string?, NoAnswerTimeout int?, OfficeHoursAutoQueueLogOut bool?, RingMyMobile bool?
Greeting = DisplayName string?, Filename string?, Type ProfileType
InterruptionDecision = Action string?, Instructions string?
enum OfficeHoursBits = GlobalSchedule, AutoSwitchProfiles, AutoQueueLogOut, BlockOutboundCalls
Phone =
  Id int, Interface string?, MacAddress string?, Name string?, ProvisioningLinkExt string?,
  ProvisioningLinkLocal string?, Settings PhoneSettings?, TemplateName string?
PhoneDeviceVlanInfo =
  Configurable bool?, Enabled bool?, Priority int?, PriorityConfigurable bool?, PriorityMax int?,
  PriorityMin int?, Type PhoneDeviceVlanType?, VlanId int?, VlanIdMax int?, VlanIdMin int?
enum PhoneDeviceVlanType = Wan, Pc
PhoneLldpInfo = Configurable bool?, Value bool?
PhoneSettings =
  AllowCustomQueueRingtones bool?, Backlight string?, Codecs string[], CustomLogo string?,
  CustomQueueRingtones CustomQueueRingtone[], DateFormat string?, Firmware string?, FirmwareLang string?,
  IsLogoCustomizable bool?, IsSBC bool?, LlDpInfo PhoneLldpInfo?, LocalRTPPortEnd int?,
  LocalRTPPortStart int?, LocalSipPort int?, LogoDescription string?, LogoFileExtensionAllowed string[],
  PhoneLanguage string?, PowerLed string?, ProvisionExtendedData string?, ProvisionType ProvType?,
  QueueRingTone string?, RemoteSpmHost string?, RemoteSpmPort int?, RingTone string?, SbcName string?,
  ScreenSaver string?, Secret string?, Srtp string?, TimeFormat string?, TimeZone string?,
  VlanInfos PhoneDeviceVlanInfo[], XferType XferTypeEnum?
enum ProfileType = Default, Available, Away, OutOfOffice, Available2, OutOfOffice2
enum ProvType = LocalLan, RemoteExt, RemoteExtSipProxyMgr, SBC
enum QueueStatusType = LoggedOut, LoggedIn
enum RuleCallTypeType = AllCalls, InternalCallsOnly, ExternalCallsOnly
enum RuleConditionType = NoAnswer, PhoneBusy, PhoneNotRegistered, ForwardAll, BasedOnCallerID, BasedOnDID
enum SRTPModeType = SRTPDisabled, SRTPEnabled, SRTPEnforced
User : ClickToCall =
  AccessPassword string?, AgentSettings AgentSettings?, AIAgent bool?, AllowLanOnly bool?,
  AllowOwnRecordings bool?, AuthID string?, AuthPassword string?, Blfs string(20480)?, BlockTunnel bool?,
  BreakTime Schedule?, CallScreening bool?, ContactImage string?, CurrentProfileName string?,
  DatevEnabled bool?, DeskphonePassword string?, DisplayName string?, EmailAddress string?,
  EmergencyAdditionalInfo string?, EmergencyLocationId string?, Enable2FA bool?, Enabled bool?,
  EnableHotdesking bool?, FirstName string?, ForbidRecording bool?, ForwardingExceptions >ExtensionRule[],
  ForwardingProfiles >ForwardingProfile[], GoogleCalendarEnabled bool?, GoogleContactsEnabled bool?,
  GoogleSignInEnabled bool?, Greetings >Greeting[], HideInPhonebook bool?, HotdeskingAssignment string?,
  Hours Schedule?, Internal bool?, IsRegistered bool?, Language string?, LastName string?, Mobile string?,
  MS365CalendarEnabled bool?, MS365ContactsEnabled bool?, MS365SignInEnabled bool?,
  MS365TeamsEnabled bool?, MyPhoneAllowDeleteRecordings bool?, MyPhoneHideForwardings bool?,
  MyPhonePush bool?, MyPhoneShowRecordings bool?, OfficeHoursProps OfficeHoursBits[],
  OutboundCallerID string?, PbxDeliversAudio bool?, Phones >Phone[], PinProtected bool?,
  PinProtectTimeout int?, PrimaryGroupId int?, PromptSet string?, QueueStatus QueueStatusType?,
  RecordCalls bool?, RecordEmailNotify bool?, RecordExternalCallsOnly bool?, Require2FA bool?,
  SendEmailMissedCalls bool?, SIPID string?, SRTPMode SRTPModeType?, Tags UserTag[],
  VMDisablePinAuth bool?, VMEmailOptions VMEmailOptionsType?, VMEnabled bool?, VMPIN string?,
  VMPlayCallerID bool?, VMPlayMsgDateTime VMPlayMsgDateTimeType?, WebMeetingApproveParticipants bool?,
  WebMeetingFriendlyName string?
UserDeleteError = Error string?, ExtensionNumber string?
enum XferTypeEnum = BXfer, AttXfer
`;
