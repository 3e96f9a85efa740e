metadata description = 'PostgreSQL, the private way to it, and the connection string where only the web app can read it.'

param postgresName string
param networkName string
param vaultName string
param location string
param sku string

@secure()
@minLength(16)
param password string

@description('Who may read the connection string.')
param readerPrincipalId string

param logsId string

module network 'network.bicep' = {
  params: { name: networkName, location: location, postgresName: postgresName }
}

module postgres 'postgres.bicep' = {
  params: {
    name: postgresName
    location: location
    sku: sku
    password: password
    subnetId: network.outputs.postgresSubnetId
    dnsZoneId: network.outputs.dnsZoneId
  }
}

module vault 'vault.bicep' = {
  params: {
    name: vaultName
    location: location
    connectionString: '${postgres.outputs.connection};Password="${replace(password, '"', '""')}"'
    readerPrincipalId: readerPrincipalId
    logsId: logsId
  }
}

@description('The subnet in which the web app must be to reach the database.')
output webSubnetId string = network.outputs.webSubnetId

@description('What to set instead of the connection string.')
output connectionReference string = vault.outputs.connectionReference
