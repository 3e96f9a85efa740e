metadata description = 'PostgreSQL, which knows no password: people and the bot sign in with Entra\'s tokens.'

import { Administrator } from '../settings/types.bicep'

param name string
param location string
param sku string
param isPrivate bool

@description('The bot\'s role in the database: the name of its identity.')
param role string

@description('Who makes the bot\'s role, and looks after the database.')
param administrator Administrator

param backupDays int

// No diagnostic setting: PostgreSQL's log quotes rows that it refuses, and rows hold what people wrote.
resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  sku: { name: sku, tier: 'Burstable' }
  properties: {
    version: '17'
    authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Disabled', tenantId: tenant().tenantId }
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: backupDays, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
    network: { publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled' }
  }

  resource database 'databases' = {
    name: 'rowcroft'
    properties: { charset: 'UTF8' }
  }

  // One after the other: the server takes one change at a time.
  resource administrators 'administrators' = {
    name: administrator.objectId
    properties: {
      principalName: administrator.name
      principalType: administrator.type
      tenantId: tenant().tenantId
    }
    dependsOn: [database]
  }

  // "Azure services" is every address in Azure, other people's too: what keeps them out is that there is no password to guess.
  resource azure 'firewallRules' = if (!isPrivate) {
    name: 'azure-services'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
    dependsOn: [administrators]
  }

  resource person 'firewallRules' = if (!isPrivate && !empty(administrator.?address)) {
    name: 'administrator'
    properties: { startIpAddress: administrator.?address ?? '', endIpAddress: administrator.?address ?? '' }
    dependsOn: [azure]
  }
}

output id string = server.id
output host string = server.properties.fullyQualifiedDomainName

@description('No password in it: the bot signs in with its identity\'s token.')
output connectionString string = 'Host=${server.properties.fullyQualifiedDomainName};Database=${server::database.name};Username=${role};SSL Mode=VerifyFull;Maximum Pool Size=15'
