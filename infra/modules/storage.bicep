metadata description = 'The container in which sealed screenshots are kept. No account key opens it: it takes Entra\'s tokens only.'

param name string
param location string
param isPrivate bool

@description('How long a deleted or replaced file can be brought back: as long as the database goes back.')
param days int

param logsId string

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: isPrivate ? 'Deny' : 'Allow', bypass: 'None' }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: days }
      containerDeleteRetentionPolicy: { enabled: true, days: days }
    }

    resource evidence 'containers' = {
      name: 'evidence'
      properties: { publicAccess: 'None' }
    }
  }

  // What was deleted lives on as a version. Without a rule it would for ever, and so would what was purged.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'older-versions'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'] }
              actions: { version: { delete: { daysAfterCreationGreaterThan: days } } }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

// Files are named by their hashes, so the log of who read or deleted which says nothing about anybody.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: account::blobs
  properties: {
    workspaceId: logsId
    logs: [for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: { category: category, enabled: true }]
  }
}

output id string = account.id
output containerName string = account::blobs::evidence.name

@description('The address of the container.')
output container string = '${account.properties.primaryEndpoints.blob}${account::blobs::evidence.name}'
