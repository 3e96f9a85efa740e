metadata description = 'The settings that say who the bot is and where its parts are, and all of them together.'

import { Cloud, Practice, Settings } from 'types.bicep'
import { practiceSettings } from 'practice.bicep'
import { defaultSettings } from 'defaults.bicep'

func cloudSettings(cloud Cloud) Settings => {
  APPLICATIONINSIGHTS_CONNECTION_STRING: cloud.telemetry
  Bot__PublicUrl: cloud.publicUrl
  DataProtection__KeyVaultKey: cloud.keyRingKey
  Evidence__Blob: cloud.evidence
  MicrosoftAppId: cloud.appId
  MicrosoftAppTenantId: cloud.tenantId
  MicrosoftAppType: 'UserAssignedMSI'
  Practice__TenantId: cloud.tenantId
  SignIn__ClientId: cloud.signInClientId
  Storage__ConnectionString: cloud.database
  Storage__Provider: 'Postgres'
}

@export()
@description('Which setting a slot keeps for itself when two are swapped: only the one that is brought up to date first migrates.')
var slotSetting = 'Storage__MigrateAtStart'

@export()
@description('Every setting that the bot reads. What others say cannot overrule who the bot is and where its parts are.')
func botSettings(cloud Cloud, practice Practice, others Settings, migrates bool) Settings =>
  union(
    defaultSettings(),
    practiceSettings(practice),
    others,
    cloudSettings(cloud),
    { Storage__MigrateAtStart: string(migrates) }
  )
