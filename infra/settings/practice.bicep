metadata description = 'The settings that are the practice\'s own.'

import { Practice, Settings } from 'types.bicep'

func entries(values string[]) string[] => filter(map(values, each => trim(each)), each => !empty(each))

func listed(key string, values string[]) Settings =>
  toObject(range(0, length(entries(values))), i => '${key}__${i}', i => entries(values)[i])

func text(number int?) string? => number == null ? null : string(number)

// A setting that is not given is not sent, so that the bot's default holds.
func given(settings { *: string? }) Settings =>
  toObject(filter(items(settings), each => each.?value != null), each => each.key, each => each.?value ?? '')

@export()
func practiceSettings(practice Practice) Settings =>
  union(
    given({
      Practice__Id: practice.?id
      Practice__Name: practice.?name
      Practice__ReferencePrefix: practice.?referencePrefix
      Practice__TimeZone: practice.?timeZone
      Practice__TeamId: practice.?teamId
      Practice__Opens: practice.?opens
      Practice__Closes: practice.?closes
      Practice__DecisionWorkingDays: text(practice.?decisionWorkingDays)
      Practice__UrgentDecisionWorkingDays: text(practice.?urgentDecisionWorkingDays)
      WeeklySummary__Cron: practice.?summaryCron
      Delivery__ChannelId: practice.?summaryChannelId
    }),
    listed('Practice__Managers', practice.managers),
    listed('Practice__Deputies', practice.deputies),
    listed('Practice__Partners', practice.?partners ?? []),
    listed('Practice__Administrators', practice.?administrators ?? []),
    listed('Practice__Closures', practice.?closures ?? [])
  )
