metadata description = 'One secret, the connection string, which the web app reads by its identity. It is made anew at each deployment.'

param name string
param location string

@secure()
param connectionString string

@description('The one identity that may read the secret.')
param readerPrincipalId string

param logsId string

@description('Built-in role Key Vault Secrets User.')
var secretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

// No purge protection: a vault that is gone loses nothing, since the next deployment fills a new one.
resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
  }
}

resource connection 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'storage-connection'
  properties: { value: connectionString, contentType: 'Npgsql connection string' }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(connection.id, readerPrincipalId, secretsUser)
  scope: connection
  properties: {
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: vault
  properties: {
    workspaceId: logsId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

@description('With the version, so that a new secret is a changed setting and the web app takes it at once.')
output connectionReference string = '@Microsoft.KeyVault(SecretUri=${connection.properties.secretUriWithVersion})'
