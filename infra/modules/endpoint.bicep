metadata description = 'A private address for one service, and the name by which the network finds it.'

param name string
param location string

@description('The service, and which part of it: postgresqlServer, blob or vault.')
param targetId string
param part string

@description('The zone for this part: https://learn.microsoft.com/azure/private-link/private-endpoint-dns')
param zoneName string

param networkId string
param subnetId string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  #disable-next-line no-hardcoded-location // zones are global
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    #disable-next-line no-hardcoded-location // and so are their links
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: networkId }
    }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2025-01-01' = {
  name: name
  location: location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [{ name: part, properties: { privateLinkServiceId: targetId, groupIds: [part] } }]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: part, properties: { privateDnsZoneId: zone.id } }]
    }
  }
}
