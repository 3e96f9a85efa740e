metadata description = 'The web app, its machines and its staging slot, all with the same settings but one.'

import { botSettings } from '../settings/cloud.bicep'
import { Cloud, Practice, Settings } from '../settings/types.bicep'

param name string
param planName string
param planSku string
param location string
param instances int
param stagingSlot bool
param identityId string
param subnetId string
param cloud Cloud
param practice Practice
param otherSettings Settings
param logsId string

module plan 'plan.bicep' = {
  params: { name: planName, sku: planSku, location: location, instances: instances }
}

// Who migrates the database: the slot, before it takes over; without one, the web app itself.
module web 'web.bicep' = {
  params: {
    name: name
    location: location
    planId: plan.outputs.id
    instances: instances
    identityId: identityId
    subnetId: subnetId
    settings: botSettings(cloud, practice, otherSettings, !stagingSlot)
    logsId: logsId
  }
}

module slot 'slot.bicep' = if (stagingSlot) {
  params: {
    webName: name
    location: location
    planId: plan.outputs.id
    identityId: identityId
    subnetId: subnetId
    settings: botSettings(cloud, practice, otherSettings, true)
  }
  dependsOn: [web]
}

output id string = web.outputs.id
output host string = web.outputs.host
