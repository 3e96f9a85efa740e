metadata description = 'Private networking: the network, and an address in it for database, evidence and key ring.'

param networkName string
param location string
param postgresId string
param storageId string
param vaultId string

module network 'network.bicep' = {
  params: { name: networkName, location: location }
}

var services = [
  { part: 'postgresqlServer', id: postgresId, zone: 'privatelink.postgres.database.azure.com' }
  { part: 'blob', id: storageId, zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { part: 'vault', id: vaultId, zone: 'privatelink.vaultcore.azure.net' }
]

module endpoints 'endpoint.bicep' = [
  for service in services: {
    params: {
      name: 'pe-${networkName}-${toLower(service.part)}'
      location: location
      targetId: service.id
      part: service.part
      zoneName: service.zone
      networkId: network.outputs.id
      subnetId: network.outputs.endpointSubnetId
    }
  }
]

output webSubnetId string = network.outputs.webSubnetId
