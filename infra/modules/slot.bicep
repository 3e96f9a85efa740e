metadata description = 'Where a new version is started, migrates the database and gets warm before it takes over. Stopped otherwise.'

import { siteConfig } from '../settings/site.bicep'
import { Settings } from '../settings/types.bicep'

param webName string
param location string
param planId string
param identityId string
param subnetId string
param settings Settings

resource web 'Microsoft.Web/sites@2025-03-01' existing = {
  name: webName
}

// Same identity, same database, same evidence: it is production's next process, not a place for trying things out.
resource staging 'Microsoft.Web/sites/slots@2025-03-01' = {
  parent: web
  name: 'staging'
  location: location
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: planId
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: siteConfig(settings, 1)
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource publishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}
