metadata description = 'The settings that the bot reads in the cloud, under the names that its README gives them.'

@export()
@description('See Practice, WeeklySummary and Delivery in the root README. What is left out has the bot\'s own default.')
type Practice = {
  @description('Stored with every row; never change it once there are cases.')
  id: string?
  name: string?
  @minLength(2)
  @maxLength(6)
  referencePrefix: string?
  timeZone: string?

  @description('Entra object ids or user principal names of those who decide.')
  @minLength(1)
  managers: string[]
  deputies: string[]

  @description('The team that is the practice. Left out: the first to which the bot is added.')
  teamId: string?

  @description('Days of closure beside weekends and bank holidays, as 2026-12-24.')
  closures: string[]?

  @minValue(1)
  @maxValue(20)
  decisionWorkingDays: int?
  @minValue(1)
  @maxValue(20)
  urgentDecisionWorkingDays: int?

  @description('Five cron fields in the practice\'s zone; Mondays at 09:00 when left out.')
  summaryCron: string?

  @description('Where the summary is posted. Left out: the channel in which the bot was installed.')
  summaryChannelId: string?
}

// Below /home, which is the only folder that outlives a restart; outside /home/site, which a deployment replaces.
var dataFolder = '/home/data'

type Settings = { *: string }

func entries(values string[]) string[] => filter(map(values, each => trim(each)), each => !empty(each))

func listed(key string, values string[]) Settings =>
  toObject(range(0, length(entries(values))), i => '${key}__${i}', i => entries(values)[i])

func text(number int?) string? => number == null ? null : string(number)

// A setting that is not given is not sent, so that the bot's default holds.
func given(settings { *: string? }) Settings =>
  toObject(filter(items(settings), each => each.?value != null), each => each.key, each => each.?value ?? '')

@export()
@description('All settings. Without a connection string the database is the SQLite file.')
func settingsFor(practice Practice, appId string, tenantId string, connectionString string, publicUrl string, signInClientId string, keyRingKey string) Settings =>
  union(
    {
      MicrosoftAppType: 'UserAssignedMSI'
      MicrosoftAppId: appId
      MicrosoftAppTenantId: tenantId
      Practice__TenantId: tenantId
      Evidence__Path: '${dataFolder}/evidence'
      DataProtection__KeyVaultKey: keyRingKey
    },
    empty(connectionString)
      ? { Storage__Provider: 'Sqlite', Storage__Path: '${dataFolder}/rowcroft.db' }
      : { Storage__Provider: 'Postgres', Storage__ConnectionString: connectionString },
    // Without somebody to sign in to there is no evidence page.
    empty(signInClientId) ? {} : { Bot__PublicUrl: publicUrl, SignIn__ClientId: signInClientId },
    given({
      Practice__Id: practice.?id
      Practice__Name: practice.?name
      Practice__ReferencePrefix: practice.?referencePrefix
      Practice__TimeZone: practice.?timeZone
      Practice__TeamId: practice.?teamId
      Practice__DecisionWorkingDays: text(practice.?decisionWorkingDays)
      Practice__UrgentDecisionWorkingDays: text(practice.?urgentDecisionWorkingDays)
      WeeklySummary__Cron: practice.?summaryCron
      Delivery__ChannelId: practice.?summaryChannelId
    }),
    listed('Practice__Managers', practice.managers),
    listed('Practice__Deputies', practice.deputies),
    listed('Practice__Closures', practice.?closures ?? [])
  )
