/** Settings, prompts and contacts (3CX facts 10.9, 10.10). In the notation of `parseTypes`. */
export const settingsTypes = `
CallParkingSettings =
  AutoPickupEnabled bool?, AutoPickupForwardDN string?, AutoPickupForwardExternalNumber string?,
  AutoPickupForwardType TypeOfAutoPickupForward?, AutoPickupTimeout int?, MaximumParkedCalls int?,
  MusicOnHold string?
CDRSettings =
  Enabled bool?, EnabledFields CDRSettingsField[], LogSize int?, LogType TypeOfCDRLog?,
  PossibleFields string[], RemoveCommaDelimiters bool?, SocketIpAddress string?, SocketPort int?
CDRSettingsField = Length int?, Name string?
Contact =
  Business string?, Business2 string?, BusinessFax string?, CompanyName string?,
  ContactType ContactSource?, Department string?, Email string?, FirstName string?, Home string?, Id int,
  LastName string?, Mobile2 string?, Other string?, Pager string?, PhoneNumber string?, Tag string?,
  Title string?
ContactsDirSearchSettings =
  ExchangeCalendarProfileSwitching bool?, ExchangeEmailAddresses string[], ExchangeFolders string[],
  ExchangePassword ConcealedPassword?, ExchangeServerUrl string?, ExchangeUser string?
enum ContactSource = 3CX, CRM, Google, M365
enum ContactType = Company, Personal
CrmChoice = Key string, Value string?
CrmContact =
  CompanyName string?, ContactRawData string?, ContactType ContactType?, ContactUrl string?,
  Department string?, Email string?, FaxBusiness string?, FirstName string?, LastName string?,
  Pager string?, PhoneBusiness string?, PhoneBusiness2 string?, PhoneHome string?, PhoneMobile string?,
  PhoneMobile2 string?, PhoneOther string?, PhotoUrl string?, Title string?
CrmIntegration =
  Country string?, EnabledForDidCalls bool?, EnabledForExternalCalls bool?, Id string, Name string,
  PhonebookPriorityOptions PhonebookPriorityOptions?, PhonebookSynchronization bool?,
  PossibleValues >CrmSelectableValue[], VariableChoices CrmChoice[]
CrmSelectableValue = Id int, Name string?
enum CrmTestMode = PhoneExact, Search, Email
CrmTestResult = IsError bool?, Log string?, Message string?, SearchResult CrmContact[]
CustomPrompt =
  CanBeDeleted bool, DisplayName string, FileLink string, Filename string, PromptType PromptType
DialCodeSettings =
  DialCodeBillingCode string?, DialCodeHideCallerID string?, DialCodeHotdesking string?,
  DialCodeHotelAccess string?, DialCodeIntercom string?, DialCodeLoggedInQueue string?,
  DialCodeLoggedOutQueue string?, DialCodeOutOffice string?, DialCodePark string?, DialCodePickup string?,
  DialCodeProfileStatus string?, DialCodeUnpark string?, DialCodeVMail string?
MusicOnHoldSettings =
  Id int, MusicOnHold string?, MusicOnHold1 string?, MusicOnHold2 string?, MusicOnHold3 string?,
  MusicOnHold4 string?, MusicOnHold5 string?, MusicOnHold6 string?, MusicOnHold7 string?,
  MusicOnHold8 string?, MusicOnHold9 string?, MusicOnHoldRandomize bool?,
  MusicOnHoldRandomizePerCall bool?
enum PhonebookPriorityOptions = NotQueryIfInPhonebookFound, AlwaysQuery
Playlist =
  AutoGain bool?, Files string[], MaxVolumePercent int?, Name string, PromptName string?,
  RepositoryPath string?, Shuffle bool?
enum PromptType = File, DepFile, Playlist
RecordingRepositorySettings =
  AutoDeleteRecordingDays int?, AutoDeleteRecordingEnabled bool?, IsRecordingArchiveEnabled bool?,
  RecordingDiskSpace int?, RecordingPath string?, RecordingsQuota int?, RecordingUsedSpace long?
enum TranscribeEngine = None, Google, OpenAI, Whisper, Engine3CX, Engine3CXLocal, Grok
enum TypeOfAutoPickupForward = TransferBack, DN, ExtensionVoiceMail, ExternalNumber, RoutePoint
enum TypeOfCDRLog = SingleFileForAllCalls, SingleFileForEachCall, PassiveSocket, ActiveSocket
VoicemailSettings =
  AnalyzeModelGrok string?, AnalyzeModelOpenAI string?, AutoDeleteDays int?, AutoDeleteEnabled bool?,
  CallRecordingStereo bool?, Extension string?, Id int, MinDuration int?, OperatorEnabled bool?,
  Quota int?, RemoteStorageEnabled bool?, SendEmailQuotaEnabled bool?, SendEmailQuotaPercentage int?,
  TranscribeEngine TranscribeEngine?, TranscribeKeyGrok ConcealedPassword?, TranscribeLanguage string?,
  TranscribeModelOpenAI string?, TranscribeRegion string?, TranscribeSecretKey ConcealedPassword?,
  UsedSpace long?
`;
