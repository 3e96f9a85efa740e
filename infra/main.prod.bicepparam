using 'main.bicep'

// The practice. People come from the environment of whoever deploys: they do not belong in a repository. There is no secret to give.
param practice = {
  id: 'rowcroft'
  name: 'Rowcroft Medical Centre'
  referencePrefix: 'RMC'
  timeZone: 'Europe/London'
  managers: split(readEnvironmentVariable('PRACTICE_MANAGERS'), ',')
  deputies: split(readEnvironmentVariable('PRACTICE_DEPUTIES'), ',')
  closures: []
  decisionWorkingDays: 3
  urgentDecisionWorkingDays: 1
  summaryCron: '0 9 * * 1'
}
param databaseAdministrator = {
  objectId: readEnvironmentVariable('DATABASE_ADMINISTRATOR_ID')
  name: readEnvironmentVariable('DATABASE_ADMINISTRATOR_NAME')
  type: 'User'
  address: readEnvironmentVariable('DATABASE_ADMINISTRATOR_ADDRESS', '')
}
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID')

// Public only while the bot's role is made in the database: step 4 of infra/README.md.
param privateNetworking = readEnvironmentVariable('PUBLIC_FOR_NOW', '') != 'yes'
param alertEmails = filter(split(readEnvironmentVariable('ALERT_EMAILS', ''), ','), each => !empty(each))
param instances = 2
