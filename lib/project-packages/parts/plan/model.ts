import type { PartDefinitions } from '@/lib/project-packages/format/model'

export const planParts = {
  personMonths: {
    table: 'PersonMonths',
    about: 'Work as person-months; an unknown amount stays empty',
    owner: 'project',
    fields: {
      workPackage: 'ref workPackages?',
      role: 'text?',
      year: 'integer?',
      months: 'decimal(10,2)?',
      monthsAsWritten: 'text?',
      fundingSource: 'choice FundingSource?',
      note: 'text?',
      sort: 'order',
      version: 'integer = 1',
    },
  },
  maturityAssessments: {
    table: 'MaturityAssessment',
    about: 'Assessments of maturity on any scale',
    owner: 'project',
    fields: {
      workPackage: 'ref workPackages?',
      scale: 'text',
      scaleMin: 'decimal(10,2)?',
      scaleMax: 'decimal(10,2)?',
      area: 'text',
      asWritten: 'text?',
      number: 'decimal(10,2)?',
      unknown: 'choice UnknownKind?',
      assessedOn: 'day?',
      timeAsWritten: 'text?',
      note: 'text?',
      source: 'text?',
      sort: 'order',
      version: 'integer = 1',
    },
  },
  planDependencies: {
    table: 'PlanDependency',
    about: 'What a work package waits for',
    owner: 'project',
    fields: {
      workPackage: 'ref workPackages?',
      needed: 'ref workPackages?',
      link: 'ref linkedProjects?',
      text: 'text?',
      sort: 'order',
      version: 'integer = 1',
    },
  },
} as const satisfies PartDefinitions
