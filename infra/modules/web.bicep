metadata description = 'The process. Exactly one instance: the evidence is files on this app\'s own share.'

param name string
param planName string
param planSku string
param location string
param identityId string

@description('Empty: the app is in no virtual network.')
param subnetId string

@description('Bring the database up to date before each start, which the bot itself does for SQLite only.')
param migrateFirst bool

param settings { *: string }
param logsId string

var assembly = 'Rowcroft.TeamsBot.dll'

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  kind: 'linux'
  sku: { name: planSku, capacity: 1 }
  properties: { reserved: true }
}

resource web 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      appCommandLine: migrateFirst ? 'dotnet ${assembly} migrate && dotnet ${assembly}' : ''
      alwaysOn: true
      healthCheckPath: '/health/ready'
      numberOfWorkers: 1
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
      appSettings: map(items(settings), each => { name: each.key, value: each.value })
    }
  }
}

// Files are published with an Entra sign-in, never with a publishing password.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: web
  name: 'ftp'
  properties: { allow: false }
}

resource noPublishingPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: web
  name: 'scm'
  properties: { allow: false }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: web
  properties: {
    workspaceId: logsId
    logs: [
      for category in ['AppServiceConsoleLogs', 'AppServicePlatformLogs', 'AppServiceHTTPLogs']: {
        category: category
        enabled: true
      }
    ]
  }
}

output host string = web.properties.defaultHostName
