metadata description = 'How a process of the bot runs, the same in production and in its staging slot.'

import { Settings } from 'types.bicep'

// The platform's own settings: a slot takes over only when it answers that it is ready.
// https://learn.microsoft.com/azure/app-service/reference-app-settings
var platform = {
  WEBSITE_SWAP_WARMUP_PING_PATH: '/health/ready'
  WEBSITE_SWAP_WARMUP_PING_STATUSES: '200'
}

type SiteConfig = resourceInput<'Microsoft.Web/sites@2025-03-01'>.properties.siteConfig

@export()
func siteConfig(settings Settings, instances int) SiteConfig => {
  linuxFxVersion: 'DOTNETCORE|10.0'
  appCommandLine: 'dotnet Rowcroft.TeamsBot.dll'
  alwaysOn: true
  healthCheckPath: '/health/ready'
  numberOfWorkers: instances
  minTlsVersion: '1.2'
  scmMinTlsVersion: '1.2'
  ftpsState: 'Disabled'
  http20Enabled: true
  remoteDebuggingEnabled: false
  appSettings: map(items(union(settings, platform)), each => { name: each.key, value: each.value })
}
