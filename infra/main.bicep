metadata description = 'The bot: identity, Azure Bot with its Teams channel, web app, database, evidence, key ring, logs and alerts.'

import { Administrator, Practice, Settings } from 'settings/types.bicep'

@description('Goes into every name, with a short hash of the resource group. Lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'rowcroft'

@description('What the registration is called in Azure. What Teams shows is in manifest/parameters.json.')
param displayName string = 'Rowcroft online safety'

param location string = 'uksouth'
@allowed(['global', 'westeurope']) // of the registration alone: it has no UK region, and cannot be moved
param botLocation string = 'global'
param practice Practice
param databaseAdministrator Administrator

@description('Client id of the app registration to which people sign in to look at screenshots: a managed identity, which the bot is, is none.')
@minLength(36)
param signInClientId string

@description('Any other setting of the root README, for example { Delivery__MaxAttempts: \'60\' }.')
param otherSettings Settings = {}

@description('Database, evidence and key ring get addresses in a network of their own, and no public one.')
param privateNetworking bool = true

@description('Linux plan. Basic or better: always on and health check need it. A staging slot needs Standard or Premium.')
param planSku string = 'P0v3'

@minValue(1)
@maxValue(3)
param instances int = 1

@description('Without one, a new version takes over while it starts, and the process itself migrates the database.')
param stagingSlot bool = true

@description('F0 costs nothing; S1 has a service level agreement. Messages from Teams are free in both.')
@allowed(['F0', 'S1'])
param botSku string = 'S1'

@description('Burstable size of the PostgreSQL server.')
param postgresSku string = 'Standard_B2s'

@description('Who is written to when an alert fires.')
param alertEmails string[] = []

@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Refuses to delete anything in the resource group until the lock is taken off.')
param lock bool = true

var suffix = take(uniqueString(resourceGroup().id), 6)
var webName = 'app-${name}-${suffix}'
var identityName = 'id-${name}'

module identity 'modules/identity.bicep' = {
  params: { name: identityName, location: location }
}

module logs 'modules/logs.bicep' = {
  params: { workspaceName: 'log-${name}', insightsName: 'appi-${name}', location: location, days: logDays }
}

module kept 'modules/kept.bicep' = {
  params: {
    name: name, suffix: suffix, location: location
    isPrivate: privateNetworking
    postgresSku: postgresSku, administrator: databaseAdministrator
    identityName: identityName, principalId: identity.outputs.principalId
    logsId: logs.outputs.id, insightsName: logs.outputs.insightsName
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: webName, planName: 'plan-${name}', planSku: planSku, location: location
    instances: instances, stagingSlot: stagingSlot
    identityId: identity.outputs.id, subnetId: kept.outputs.subnetId, logsId: logs.outputs.id
    practice: practice, otherSettings: otherSettings
    cloud: {
      appId: identity.outputs.clientId, tenantId: identity.outputs.tenantId
      database: kept.outputs.database, evidence: kept.outputs.evidence, keyRingKey: kept.outputs.keyRingKey
      publicUrl: 'https://${webName}.azurewebsites.net', signInClientId: signInClientId
      telemetry: logs.outputs.connectionString
    }
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: 'bot-${name}-${suffix}', location: botLocation, sku: botSku, displayName: displayName
    endpoint: 'https://${app.outputs.host}/api/messages'
    identityId: identity.outputs.id, appId: identity.outputs.clientId, tenantId: identity.outputs.tenantId
  }
}

module alerts 'modules/alerts.bicep' = {
  params: { name: name, location: location, logsId: logs.outputs.id, webId: app.outputs.id, emails: alertEmails }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'Cases, screenshots and the key to them are here: whoever deletes one deletes evidence.' }
}

@description('For the Teams app: package --app-id and --host.')
output appId string = identity.outputs.clientId
output host string = app.outputs.host

output webAppName string = webName
output databaseHost string = kept.outputs.databaseHost

@description('The role that is made in the database.')
output databaseRole string = identityName
