metadata description = 'The key that locks the bot\'s key ring (Data Protection). It never leaves this vault, and nobody can destroy it for 90 days.'

param name string
param location string
param isPrivate bool
param logsId string

// A vault of its own, with purge protection: without this key every screenshot is lost.
resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: isPrivate ? 'Deny' : 'Allow', bypass: 'None' }
  }
}

// A key that is there already stays as it is. Never disable or delete an older version: entries of the ring name theirs.
resource ring 'Microsoft.KeyVault/vaults/keys@2025-05-01' = {
  parent: vault
  name: 'ring'
  properties: { kty: 'RSA', keySize: 3072, keyOps: ['wrapKey', 'unwrapKey'] }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: vault
  properties: {
    workspaceId: logsId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output id string = vault.id
output keyName string = ring.name

@description('Without a version: new entries take the newest, older ones remember theirs.')
output key string = ring.properties.keyUri
