using 'main.bicep'

// The practice. People and the password come from the environment of whoever deploys: neither belongs in a repository.
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
param postgresPassword = readEnvironmentVariable('POSTGRES_PASSWORD')
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID', '')
param planSku = 'P0v3'
param botSku = 'S1'
param postgresSku = 'Standard_B2s'
param logDays = 90
param lock = true
