metadata description = 'What whoever deploys decides.'

@export()
@description('Sections Practice, WeeklySummary and Delivery in the root README. What is left out has the bot\'s own default.')
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

  @description('Those who decide when neither a manager nor a deputy may.')
  partners: string[]?

  @description('Those who may set up and test it, beside whoever added the bot to the team.')
  administrators: string[]?

  @description('The team that is the practice. Left out: the first to which the bot is added.')
  teamId: string?

  @description('When the practice opens and closes, as 08:00.')
  opens: string?
  closes: string?

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

@export()
@description('Who looks after the database: a person or a group in Entra. They make the bot\'s role in it, once.')
type Administrator = {
  objectId: string
  @description('User principal name, or the group\'s name.')
  name: string
  type: 'User' | 'Group'
  @description('From which IPv4 address, while the database is public. Left out: from none.')
  address: string?
}

@export()
@description('Where the deployed parts are, and who the bot is.')
type Cloud = {
  appId: string
  tenantId: string
  database: string
  evidence: string
  keyRingKey: string
  publicUrl: string
  signInClientId: string
  telemetry: string
}

@export()
type Settings = { *: string }
