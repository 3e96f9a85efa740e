metadata description = 'Where logs and telemetry go. The bot writes ids into them, never names or what somebody typed.'

param workspaceName string
param insightsName string
param location string
param days int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: days
    features: { disableLocalAuth: true }
  }
}

// Without local authentication the connection string is an address, not a secret: who sends needs a token and a role.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

output id string = workspace.id
output insightsName string = insights.name
output connectionString string = insights.properties.ConnectionString
