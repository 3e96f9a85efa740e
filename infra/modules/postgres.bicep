metadata description = 'PostgreSQL. The bot at hand knows a connection string only, so it signs in by password, as the server\'s administrator.'

param name string
param location string
param sku string

@secure()
@minLength(16)
param password string

param subnetId string
param dnsZoneId string

var administrator = 'rowcroft'
var databaseName = 'rowcroft'

// No diagnostic setting: PostgreSQL's log quotes rows that it refuses, and rows hold what people wrote.
resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  sku: { name: sku, tier: 'Burstable' }
  properties: {
    version: '17'
    administratorLogin: administrator
    administratorLoginPassword: password
    authConfig: { passwordAuth: 'Enabled', activeDirectoryAuth: 'Disabled' }
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: dnsZoneId
      publicNetworkAccess: 'Disabled'
    }
  }

  resource database 'databases' = {
    name: databaseName
    properties: { charset: 'UTF8' }
  }
}

@description('The connection string but for the password.')
output connection string = 'Host=${server.properties.fullyQualifiedDomainName};Database=${server::database.name};Username=${administrator};SSL Mode=VerifyFull'
