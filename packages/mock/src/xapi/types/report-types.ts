/** Call log, recordings and the rows of the reports (3CX facts 10.7, 10.8, 11). In the notation of `parseTypes`. */
export const reportTypes = `
AbandonedQueueCalls =
  CallerId string?, CallHistoryId string?, CallTime datetime?, CallTimeForCsv datetime?,
  ExtensionDisplayName string?, ExtensionDn string?, IsLoggedIn bool?, PollingAttempts long?,
  QueueDisplayName string?, QueueDn string, WaitTime duration?
AgentLoginHistory =
  Agent string, AgentNo string, Day datetime?, LoggedInDayInterval duration?, loggedInDt datetime?,
  LoggedInInterval duration?, LoggedInTotalInterval duration?, LoggedOutDt datetime?, QueueNo string,
  TalkingDayInterval duration?, TalkingInterval duration?, TalkingTotalInterval duration?
AgentsInQueueStatistics =
  AnsweredCount long?, AnsweredPercent int?, AnsweredPerHourCount long?, AvgRingTime duration?,
  AvgTalkTime duration?, Dn string, DnDisplayName string?, LoggedInTime duration?, LostCount long?,
  Queue string?, QueueDisplayName string?, RingTime duration?, TalkTime duration?
AuditLog =
  Action int?, Id long, Ip string?, NewData string?, ObjectName string?, ObjectType int?,
  PrevData string?, Source int?, Timestamp datetime?, UserName string?
BreachesSla = CallerId string, CallTime datetime, Queue string, QueueDnNumber string?, WaitingTime duration?
CallCostByExtensionGroup =
  BillingCost decimal?, CallType string?, DstDn string?, DstDnClass int?, GroupName string?,
  IsAnswered bool?, RingingDur duration?, SegId string, SrcDisplayName string?, SrcDn string?,
  StartTime datetime?, TalkingDur duration?
CallDistribution = DateTimeInterval datetime, IncomingCount int, OutgoingCount int
CallHistoryView =
  CallAnswered bool?, CallTime duration, DstCallerNumber string?, DstDisplayName string?, DstDn string?,
  DstDnType int, DstExtendedDisplayName string?, DstExternal bool, DstId int, DstInternal bool,
  DstParticipantId int, DstRecId int?, SegmentActionId int, SegmentEndTime datetime, SegmentId int,
  SegmentStartTime datetime, SegmentType int, SrcCallerNumber string?, SrcDisplayName string?,
  SrcDn string?, SrcDnType int, SrcExtendedDisplayName string?, SrcExternal bool, SrcId int,
  SrcInternal bool, SrcParticipantId int, SrcRecId int?
CallLogData =
  ActionDnCallerId string?, ActionDnDisplayName string?, actionDnDn string?, ActionDnType int?,
  ActionType int?, Answered bool?, CallCost decimal?, CallHistoryId string?, CallId int, CallType string?,
  CdrId string, DestinationCallerId string?, DestinationDisplayName string?, DestinationDn string?,
  DestinationType int?, Direction string?, DstRecId int?, Indent int?, MainCallHistoryId string?,
  QualityReport bool?, Reason string?, Recordings XReportRecording[], RecordingUrl string?,
  RingingDuration duration?, SegmentId int?, SentimentScore int?, SourceCallerId string?,
  SourceDisplayName string?, SourceDn string?, SourceType int?, SrcRecId int?, StartTime datetime?,
  Status string?, SubrowDescNumber int?, Summary string?, TalkingDuration duration?, Transcription string?
DetailedQueueStatistics =
  AnsweredCount long?, AvgRingTime duration?, AvgTalkTime duration?, CallbacksCount long?,
  CallsCount long?, QueueDn string?, QueueDnNumber string, RingTime duration?, TalkTime duration?
ExtensionsStatisticsByRingGroups =
  ExtensionAnsweredCount long?, ExtensionDisplayName string?, ExtensionDn string,
  RingGroupDisplayName string?, RingGroupDn string, RingGroupReceivedCount long?,
  RingGroupUnansweredCount long?, SentimentScore int?, SortOrder int?
ExtensionStatistics =
  DisplayName string?, Dn string, InboundAnsweredCount long?, InboundAnsweredTalkingDur duration?,
  InboundUnansweredCount long?, OutboundAnsweredCount long?, OutboundAnsweredTalkingDur duration?,
  OutboundUnansweredCount long?
InboundCall =
  CallDuration duration?, CallHistoryId string?, CdrId string, DestinationCallerId string?,
  DestinationDisplayName string?, DestinationDn string?, Did string?, QualityReport bool?,
  RecordingId int?, Recordings XReportRecording[], RecordingUrl string?, RingingDuration duration?,
  RuleName string?, SentimentScore int?, SourceCallerId string?, SourceDisplayName string?,
  SourceDn string?, StartTime datetime, Status string?, Summary string?, TalkingDuration duration?,
  Transcription string?, TrunkName string?, TrunkNumber string?
InboundRuleReport =
  DID string?, Id int, InOfficeRouting Destination?, OutOfficeRouting Destination?, RuleName string?,
  Trunk string?
OutboundCall =
  Answered bool, CallCost decimal?, CallDuration duration?, CallHistoryId string?, CdrId string,
  DestinationCalleeId string?, DestinationDisplayName string?, DestinationDn string?, QualityReport bool?,
  RecordingId int?, Recordings XReportRecording[], RecordingUrl string?, RingingDuration duration?,
  RuleName string?, SentimentScore int?, SourceCallerId string?, SourceDisplayName string?,
  SourceDn string?, StartTime datetime, Status string?, Summary string?, TalkingDuration duration?,
  Transcription string?, TrunkName string?, TrunkNumber string?
QualityParty =
  AddressStr string?, Burst int?, Codec string?, Duration int?, GlobalPort int?, Inbound bool?,
  LocalPort int?, Location string?, MOSFromPBX any, MOSToPBX any, Number string?, RTT any, RxJitter any,
  RxLost any, RxPackets int?, TunAddressStr string?, TxBursts int?, TxJitter any, TxLost any,
  TxPackets int?, UserAgent string?
QualityReport =
  MOS any, OverallScore int?, Party1 QualityParty?, Party2 QualityParty?, Reason string?, Summary int?,
  Transcoding bool?
QueueAnsweredCallsByWaitTime =
  AnsweredTime datetime, CallTime datetime, Destination string, Dn string, DnNumber string?,
  RingTime duration?, SentimentScore int?, Source string
QueueCallbacks =
  CallbacksCount long?, Dn string?, FailCallbacksCount long?, QueueDnNumber string, ReceivedCount long?
QueueFailedCallbacks =
  CallbackNo string, CallTime datetime, Dn string, QueueDnNumber string?, RingTime duration?
QueuePerformanceOverview =
  ExtensionAnsweredCount long?, ExtensionDisplayName string?, ExtensionDn string,
  ExtensionDroppedCount long?, QueueAnsweredCount long?, QueueDisplayName string, QueueDn string?,
  QueueReceivedCount long?, SortOrder int?, TalkTime duration?
QueuePerformanceTotals =
  ExtensionAnsweredCount long?, ExtensionDroppedCount long?, QueueDisplayName string?, QueueDn string,
  QueueReceivedCount long?
Recording =
  ArchivedUrl string?, CallType RecordingCallType?, CanBeTranscribed bool?, EndTime datetime?,
  FromCallerNumber string?, FromCrmContact string?, FromDidNumber string?, FromDisplayName string?,
  FromDn string?, FromDnType int?, FromIdParticipant int?, Id int, IsArchived bool?, IsTranscribed bool?,
  RecordingUrl string?, RefParticipantId int?, SentimentScore int?, StartTime datetime?, Summary string?,
  ToCallerNumber string?, ToCrmContact string?, ToDidNumber string?, ToDisplayName string?, ToDn string?,
  ToDnType int?, ToIdParticipant int?, Transcription string?, TranscriptionResult int?
enum RecordingCallType = Local, InboundExternal, OutboundExternal
ReportExtensionStatisticsByGroup =
  DisplayName string?, Dn string, InboundAnsweredCount long?, InboundAnsweredTalkingDur duration?,
  InboundUnansweredCount long?, OutboundAnsweredCount long?, OutboundAnsweredTalkingDur duration?,
  OutboundUnansweredCount long?, SentimentScore int?
RingGroupStatistics =
  RingGroupAnsweredCount long?, RingGroupDisplayName string?, RingGroupDn string,
  RingGroupReceivedCount long?, RingGroupSentimentScore int?
StatisticSla = BadSlaCallsCount long?, Dn string?, QueueDnNumber string, ReceivedCount long?
TeamQueueGeneralStatistics =
  AgentsInQueueCount int?, AnsweredCount long?, AvgTalkTime duration?, Dn string?, QueueDnNumber string,
  ReceivedCount long?, TotalTalkTime duration?
TimeReportData = XValue datetime, YValue1 int?, YValue2 int?
UserActivity = AnsweredCount int, DateTimeInterval datetime, UnansweredCount int
XReportRecording = Id int, SentimentScore int?, Summary string?, Transcription string?
`;
