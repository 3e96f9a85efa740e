metadata description = 'Who is written to when something needs a person. The rules read what the bot says of its readiness (events 1011 and 1012).'

param name string
param location string
param logsId string
param webId string

@description('Who is written to. Nobody: the rules are there, and fire in the portal only.')
param emails string[]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: 'ag-${name}'
  #disable-next-line no-hardcoded-location // action groups are global
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      for (email, i) in emails: { name: 'person-${i}', emailAddress: email, useCommonAlertSchema: true }
    ]
  }
}

// Checks as /health/ready names them; an empty one stands for all.
var rules = [
  { name: 'readiness', check: '', severity: 2, text: 'Something that the bot needs is degraded or away: /health/ready says what.' }
  { name: 'dead-letters', check: 'outbox', severity: 1, text: 'Messages could not be delivered, or are late: somebody may not know of a case.' }
  { name: 'seals', check: 'custody', severity: 1, text: 'The nightly check of the sealed screenshots failed, or was not made for two days.' }
  { name: 'no-summary', check: 'summary', severity: 2, text: 'No weekly summary was posted for eight days.' }
]

// The bot says each state when it changes, and once an hour while it is not healthy: two hours never miss one that lasts, and the newest
// word of each machine counts. A rule cannot look back eight days, so the bot does.
var query = '''
AppServiceConsoleLogs
| extend Check = extract("Readiness: (.+) is (Degraded|Unhealthy|healthy)", 1, ResultDescription)
| extend State = extract("Readiness: (.+) is (Degraded|Unhealthy|healthy)", 2, ResultDescription)
| where isnotempty(State) and ("{check}" == "" or Check == "{check}")
| summarize arg_max(TimeGenerated, State) by Check, Host
| where State != "healthy"
'''

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${name}-${rule.name}'
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: '${name}: ${rule.name}'
      description: rule.text
      severity: rule.severity
      enabled: true
      scopes: [logsId]
      skipQueryValidation: true // a new workspace does not have the table until the bot has said its first word
      evaluationFrequency: 'PT15M'
      windowSize: 'PT2H'
      criteria: {
        allOf: [
          {
            query: replace(query, '{check}', rule.check)
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      actions: { actionGroups: empty(emails) ? [] : [people.id] }
    }
  }
]

// What no longer says anything is asked: the platform's own question after /health/ready, as a share of the instances that answer it.
resource gone 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-gone'
  #disable-next-line no-hardcoded-location // metric alerts are global
  location: 'global'
  properties: {
    description: 'Instances of the bot do not answer, or answer that they are not ready.'
    severity: 1
    enabled: true
    scopes: [webId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'answers'
          metricName: 'HealthCheckStatus'
          operator: 'LessThan'
          threshold: 100
          timeAggregation: 'Average'
        }
      ]
    }
    actions: empty(emails) ? [] : [{ actionGroupId: people.id }]
  }
}
