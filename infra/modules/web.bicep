metadata description = 'The process: any number of instances, since nothing is kept on them.'

import { slotSetting } from '../settings/cloud.bicep'
import { siteConfig } from '../settings/site.bicep'
import { Settings } from '../settings/types.bicep'

param name string
param location string
param planId string
param instances int
param identityId string

@description('Empty: the app is in no virtual network.')
param subnetId string

param settings Settings
param logsId string

resource web 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: planId
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: siteConfig(settings, instances)
  }

  resource sticky 'config' = {
    name: 'slotConfigNames'
    properties: { appSettingNames: [slotSetting] }
  }

  // Files are published with an Entra sign-in, never with a publishing password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource publishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
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

output id string = web.id
output host string = web.properties.defaultHostName
