// Reviewing one report after another, and what may still change after approval.
import { asViewer } from '@/lib/access/viewer'
import type { Recipe } from '../recipe.mts'
import { roundAt } from '../scene.mts'

const period = 'app/(portal)/projects/[project]/rounds/[period]'
const step = { StatusReportEvent: 1, AuditEvent: 1 }

const inQueue = async () => {
  const { director: who, periodPage, unit } = await roundAt('submitted')
  return { who, page: `${periodPage}/queue?report=${unit.id}` }
}

export const reviewRecipes: Recipe[] = [
  {
    of: `${period}/queue/actions.ts#approve`,
    adds: { ...step, Notification: 1, Measurement: 1 },
    prepare: async () => ({ form: await inQueue() }),
  },
  {
    of: `${period}/queue/actions.ts#sendBack`,
    adds: { ...step, Notification: 1 },
    prepare: async () => ({ form: { ...(await inQueue()), fill: { reason: 'Tarkenna.', opens: ['results'] } } }),
  },
  {
    of: `${period}/queue/actions.ts#beginReview`,
    adds: step,
    prepare: async () => ({ form: await inQueue() }),
  },
  {
    of: `${period}/queue/actions.ts#approveMany`,
    adds: { ...step, Notification: 1, Measurement: 1 },
    prepare: async () => {
      const { director: who, periodPage, unit, reportId, system } = await roundAt('submitted')
      const { version } = await asViewer(system, (tx) =>
        tx.statusReport.findUniqueOrThrow({ where: { id: reportId }, select: { version: true } }),
      )
      return { form: { who, page: `${periodPage}/queue/approve?marks=${unit.id}.${version}` } }
    },
  },
  {
    of: `${period}/queue/actions.ts#remind`,
    adds: { AuditEvent: 1, Notification: 1 },
    prepare: async () => {
      const { director: who, periodPage, unit } = await roundAt('opened')
      return { form: { who, page: `${periodPage}/queue`, fill: { units: [unit.id] } } }
    },
  },
  {
    of: `${period}/[unit]/actions.ts#reopen`,
    adds: { ...step, Notification: 1 },
    prepare: async () => {
      const { director: who, unitPage: page } = await roundAt('approved')
      return { form: { who, page, fill: { reason: 'Luku puuttui.' } } }
    },
  },
  {
    of: `${period}/[unit]/correct/actions.ts#correct`,
    adds: { ...step, Correction: 1, Measurement: 1, Notification: 1 },
    prepare: async () => {
      const { director: who, unitPage, unit } = await roundAt('published')
      const page = `${unitPage}/correct?field=${encodeURIComponent(`indicators/${unit.shareId}/value`)}`
      return { form: { who, page, fill: { text: '88,5', reason: 'Kirjoitusvirhe.' } } }
    },
  },
]
