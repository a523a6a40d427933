import type { PartDefinitions } from '@/lib/project-packages/format/model'

export const statisticsParts = {
  statisticsSeries: {
    table: 'StatisticsSeries',
    about: 'Series of official statistics that indicators follow; their values are fetched anew',
    owner: [],
    unique: [['service', 'code', 'choicesKey']],
    fields: {
      service: 'choice StatisticsService',
      code: 'text',
      choices: 'json = {}',
      choicesKey: 'text = ',
      titleFi: 'text',
      titleSv: 'text?',
      titleEn: 'text?',
      unit: 'text?',
      decimals: 'integer?',
      producer: 'text?',
      licence: 'text?',
    },
  },
  followedSeries: {
    table: 'IndicatorSeries',
    about: 'Which series stands beside which indicator',
    owner: ['indicator'],
    unique: [['indicator', 'series']],
    fields: {
      indicator: 'ref indicators',
      series: 'ref statisticsSeries',
      note: 'text?',
      addedBy: 'person?',
      createdAt: 'instant = now',
      sort: 'order',
    },
  },
} as const satisfies PartDefinitions
