metadata description = 'A private way from the web app to the database, which has no public address.'

param name string
param location string
param postgresName string

resource network 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.20.0.0/27'
          delegations: [{ name: 'web', properties: { serviceName: 'Microsoft.Web/serverFarms' } }]
        }
      }
      {
        name: 'postgres'
        properties: {
          addressPrefix: '10.20.0.32/27'
          delegations: [{ name: 'postgres', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
    ]
  }

  resource web 'subnets' existing = {
    name: 'web'
  }

  resource postgres 'subnets' existing = {
    name: 'postgres'
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: '${postgresName}.private.postgres.database.azure.com'
  #disable-next-line no-hardcoded-location // zones are global
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    #disable-next-line no-hardcoded-location // and so are their links
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
}

output webSubnetId string = network::web.id
output postgresSubnetId string = network::postgres.id
output dnsZoneId string = zone.id
