// Periods: making, opening and publishing them.
import { createPeriod } from '@/lib/rounds/commands'
import { grantException } from '@/lib/rounds/exceptions/commands'
import type { Recipe } from '../recipe.mts'
import { must, roundAt } from '../scene.mts'

const rounds = 'app/(portal)/projects/[project]/rounds'

export const roundRecipes: Recipe[] = [
  {
    of: `${rounds}/actions.ts#addPeriod`,
    adds: { ReportingPeriod: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, projectKey } = await roundAt('opened')
      const fill = { key: '2027-Q1', from: '1.1.2027', to: '31.3.2027', opensOn: '1.4.2027', dueOn: '15.4.2027' }
      return { form: { who, page: `/projects/${projectKey}/rounds`, fill } }
    },
  },
  {
    of: `${rounds}/[period]/actions.ts#open`,
    adds: { StatusReport: 2, StatusReportEvent: 2, StatusReportEntry: 2, AuditEvent: 3 },
    prepare: async () => {
      const { director: who, projectId, projectKey } = await roundAt('opened')
      const days = { from: '2027-01-01', to: '2027-03-31', opensOn: '2027-04-01', dueOn: null, closesOn: null }
      must(await createPeriod(who, { projectId, key: '2027-Q1', ...days }))
      return { form: { who, page: `/projects/${projectKey}/rounds/2027-Q1` } }
    },
  },
  {
    of: `${rounds}/actions.ts#addQuarters`,
    adds: { ReportingPeriod: 4, AuditEvent: 4 },
    prepare: async () => {
      const { director: who, projectKey } = await roundAt('opened')
      return { form: { who, page: `/projects/${projectKey}/rounds?year=2027` } }
    },
  },
  {
    of: `${rounds}/[period]/days/actions.ts#change`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { director: who, periodPage } = await roundAt('opened')
      return { form: { who, page: `${periodPage}/days`, fill: { dueOn: '31.12.2026' } } }
    },
  },
  {
    of: `${rounds}/[period]/publish/actions.ts#publish`,
    adds: { Snapshot: 1, AuditEvent: 1, StatusReportEvent: 1 },
    prepare: async () => {
      const { director: who, periodPage } = await roundAt('approved')
      return { form: { who, page: `${periodPage}/publish`, fill: { sure: 'yes', note: 'Toinen yksikkö puuttuu.' } } }
    },
  },
  {
    of: `${rounds}/[period]/[unit]/exception/actions.ts#grant`,
    adds: { PeriodException: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, unitPage } = await roundAt('opened')
      const fill = { dueOn: '31.12.2026', allowedBy: 'Projektijohtaja', reason: 'Sairausloma.' }
      return { form: { who, page: `${unitPage}/exception`, fill } }
    },
  },
  {
    of: `${rounds}/[period]/[unit]/exception/actions.ts#withdraw`,
    adds: { PeriodException: -1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, unitPage, unit, periodId } = await roundAt('opened')
      const given = { periodId, unitId: unit.id, dueOn: '2026-12-31', allowedBy: 'Johtaja', reason: 'Sairausloma.' }
      must(await grantException(who, given))
      return { form: { who, page: `${unitPage}/exception` } }
    },
  },
]
