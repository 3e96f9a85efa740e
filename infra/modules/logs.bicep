metadata description = 'Where the web app\'s log is kept. The bot writes ids into it, never names or what somebody typed.'

param name string
param location string
param days int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: days
  }
}

output id string = workspace.id
