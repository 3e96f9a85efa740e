metadata description = 'What the bot\'s identity may do in Azure, each on the one thing that it is for. Its role in the database is made by SQL.'

param principalId string
param vaultName string
param keyName string
param storageName string
param containerName string
param insightsName string

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var cryptoUser = roleDefinitions('Key Vault Crypto User').id
var blobContributor = roleDefinitions('Storage Blob Data Contributor').id
var metricsPublisher = roleDefinitions('Monitoring Metrics Publisher').id

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName

  resource key 'keys' existing = {
    name: keyName
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = {
      name: containerName
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// To have the key ring's entries wrapped and opened; never to change or delete the key.
resource opensRing 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault::key.id, principalId, cryptoUser)
  scope: vault::key
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: cryptoUser }
}

resource keepsEvidence 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::container.id, principalId, blobContributor)
  scope: storage::blobs::container
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: blobContributor }
}

// Application Insights takes nothing from anybody without a token.
resource sendsTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, metricsPublisher)
  scope: insights
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: metricsPublisher }
}
