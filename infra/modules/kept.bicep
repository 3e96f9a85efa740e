metadata description = 'Everything that keeps something: database, evidence, key ring; what the bot may do with them, and the private way to them.'

import { Administrator } from '../settings/types.bicep'

param name string
param suffix string
param location string
param isPrivate bool
param postgresSku string
param administrator Administrator
param identityName string
param principalId string
param logsId string
param insightsName string

@description('How many days database and evidence go back. A file that was purged can be brought back as long, without its key.')
var daysBack = 35

var storageName = 'st${name}${suffix}'
var vaultName = 'kr-${name}-${suffix}'

module postgres 'postgres.bicep' = {
  params: {
    name: 'psql-${name}-${suffix}'
    location: location
    sku: postgresSku
    isPrivate: isPrivate
    role: identityName
    administrator: administrator
    backupDays: daysBack
  }
}

module storage 'storage.bicep' = {
  params: { name: storageName, location: location, isPrivate: isPrivate, days: daysBack, logsId: logsId }
}

module keyRing 'keyring.bicep' = {
  params: { name: vaultName, location: location, isPrivate: isPrivate, logsId: logsId }
}

module roles 'roles.bicep' = {
  params: {
    principalId: principalId
    vaultName: vaultName
    keyName: keyRing.outputs.keyName
    storageName: storageName
    containerName: storage.outputs.containerName
    insightsName: insightsName
  }
}

module private 'private.bicep' = if (isPrivate) {
  params: {
    networkName: 'vnet-${name}'
    location: location
    postgresId: postgres.outputs.id
    storageId: storage.outputs.id
    vaultId: keyRing.outputs.id
  }
}

output database string = postgres.outputs.connectionString
output databaseHost string = postgres.outputs.host
output evidence string = storage.outputs.container
output keyRingKey string = keyRing.outputs.key

@description('Where the web app must be to reach them. Empty: anywhere.')
output subnetId string = isPrivate ? private!.outputs.webSubnetId : ''
