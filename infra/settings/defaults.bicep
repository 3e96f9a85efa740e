metadata description = 'Everything else that the bot can be told, at the bot\'s own default: to see, and to change by otherSettings. A test compares them.'

import { Settings } from 'types.bicep'

@export()
func defaultSettings() Settings => {
  Custody__Cron: '0 3 * * *'
  Custody__MegabytesPerSecond: '20'

  Delivery__BatchSize: '20'
  Delivery__FirstDelaySeconds: '2'
  Delivery__LateMinutes: '15'
  Delivery__LeaseSeconds: '300'
  Delivery__MaxAttempts: '40'
  Delivery__MaxDelayMinutes: '15'
  Delivery__PollSeconds: '5'
  Delivery__TimeoutSeconds: '15'

  Evidence__AbandonedAfter: '30.00:00:00'
  Evidence__Clamd: ''
  Evidence__DownloadTimeout: '00:00:20'
  Evidence__MaxBytes: '20971520'
  Evidence__MaxFiles: '10'
  Evidence__MaxFrames: '1000'
  Evidence__MaxPixels: '50000000'
  Evidence__RetryDelay: '00:00:00.3000000'
  Evidence__ScanTimeout: '00:00:20'

  Graph__Absence: 'false'
  Graph__Install: 'false'
  Graph__Names: 'false'
  Graph__TeamsAppId: ''

  Retention__ComplaintYears: '10'
  Retention__HumanResourcesYears: '10'
  Retention__LegalYears: '10'
  Retention__NotSeriousYears: '10'
  Retention__SeriousYears: '20'
  Retention__WithdrawnMonths: '12'
  Retention__MessageMonths: '12'

  Twins__Days: '90'
  Twins__PictureDistance: '14'
}
