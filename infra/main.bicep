metadata description = 'The bot of one practice: identity, Azure Bot with its Teams channel, web app, database, logs.'

import { Practice, settingsFor } from 'settings.bicep'

@description('Goes into every name, with a short hash of the resource group.')
@minLength(3)
@maxLength(12)
param name string = 'rowcroft'

param location string = 'uksouth'

@description('What the practice decides: section Practice of the bot\'s settings, and when and where the summary is posted.')
param practice Practice

@description('Sqlite keeps the database on the web app\'s network share, where SQLite is known to fail: see infra/README.md first.')
@allowed(['Postgres', 'Sqlite'])
param database string = 'Postgres'

@secure()
@description('Only with Postgres. A new one at each deployment is right: it is set in the database and in Key Vault, and nowhere else.')
param postgresPassword string = ''

@description('Client id of the app registration to which people sign in to look at screenshots: the bot itself is a managed identity, which is none. Empty: no evidence page.')
param signInClientId string = ''

@description('Any other setting of the root README, for example { Delivery__MaxAttempts: \'60\' }.')
param otherSettings { *: string } = {}

@description('Linux plan. Basic or better: always on, health check and automatic backups need it.')
param planSku string = 'B1'

@description('F0 costs nothing; S1 has a service level agreement. Messages from Teams are free in both.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('Burstable size of the PostgreSQL server.')
param postgresSku string = 'Standard_B1ms'

@minValue(30)
@maxValue(730)
param logDays int = 30

@description('Refuses to delete anything in the resource group until the lock is taken off.')
param lock bool = false

var suffix = take(uniqueString(resourceGroup().id), 6)
var usesPostgres = database == 'Postgres'

module identity 'modules/identity.bicep' = {
  params: { name: 'id-${name}', location: location }
}

module logs 'modules/logs.bicep' = {
  params: { name: 'log-${name}', location: location, days: logDays }
}

module postgres 'modules/database.bicep' = if (usesPostgres) {
  params: {
    postgresName: 'psql-${name}-${suffix}'
    networkName: 'vnet-${name}'
    vaultName: 'kv-${name}-${suffix}'
    location: location
    sku: postgresSku
    password: postgresPassword
    readerPrincipalId: identity.outputs.principalId
    logsId: logs.outputs.id
  }
}

module keyRing 'modules/keyring.bicep' = {
  params: { name: 'kr-${name}-${suffix}', location: location, userPrincipalId: identity.outputs.principalId, logsId: logs.outputs.id }
}

module web 'modules/web.bicep' = {
  params: {
    name: 'app-${name}-${suffix}'
    planName: 'plan-${name}', planSku: planSku
    location: location
    identityId: identity.outputs.id
    subnetId: usesPostgres ? postgres!.outputs.webSubnetId : ''
    migrateFirst: usesPostgres
    logsId: logs.outputs.id
    settings: union(
      otherSettings,
      settingsFor(
        practice, identity.outputs.clientId, identity.outputs.tenantId,
        usesPostgres ? postgres!.outputs.connectionReference : '',
        'https://app-${name}-${suffix}.azurewebsites.net',
        signInClientId, keyRing.outputs.key
      )
    )
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: 'bot-${name}-${suffix}'
    sku: botSku
    displayName: 'Rowcroft online safety'
    endpoint: 'https://${web.outputs.host}/api/messages'
    identityId: identity.outputs.id
    appId: identity.outputs.clientId, tenantId: identity.outputs.tenantId
  }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Cases are in the database and screenshots on the web app\'s share: whoever deletes either deletes evidence.'
  }
}

@description('For the Teams app: package --app-id.')
output appId string = identity.outputs.clientId

@description('For the Teams app: package --host.')
output host string = web.outputs.host

output webAppName string = 'app-${name}-${suffix}'
