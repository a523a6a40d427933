// Definitions of indicators, their targets, and values that come from elsewhere than reports.
import { defineIndicator } from '@/lib/indicators/definitions/commands'
import { findIndicator } from '@/lib/indicators/queries'
import { addTarget } from '@/lib/indicators/targets/commands'
import type { Recipe } from '../recipe.mts'
import { must, roundAt } from '../scene.mts'

const indicators = 'app/(portal)/projects/[project]/indicators/actions.ts'

const nothing = { kind: null, direction: null, accumulation: null, definition: null, formula: null, source: null }
const meaning = {
  ...nothing,
  name: 'Osuus',
  scope: 'local' as const,
  unit: '%',
  producer: null,
  method: null,
  dimensions: [],
  owner: null,
  horizon: null,
}
const place = { code: null, workPackageId: null, investmentId: null, note: null }

async function withIndicator() {
  const stage = await roundAt('opened')
  const done = await defineIndicator(stage.director, { projectId: stage.projectId, ...place, ...meaning })
  if (!done.ok) throw new Error(done.reason)
  const { indicatorId } = done.value
  return { ...stage, indicatorId, page: `/projects/${stage.projectKey}/indicators/${indicatorId}` }
}

async function withTarget() {
  const stage = await withIndicator()
  const aim = {
    role: 'final' as const,
    operator: 'gte' as const,
    limit: '35 %',
    time: null,
    definition: null,
    source: null,
  }
  must(await addTarget(stage.director, { indicatorId: stage.indicatorId, version: 1, ...aim }))
  const indicator = await findIndicator(stage.director, stage.indicatorId)
  return { ...stage, targetPage: `${stage.page}/targets/${indicator?.targets[0]?.id}` }
}

export const indicatorRecipes: Recipe[] = [
  {
    of: `${indicators}#define`,
    adds: { Indicator: 1, IndicatorVersion: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { director: who, projectKey } = await roundAt('opened')
      return { form: { who, page: `/projects/${projectKey}/indicators/new`, fill: { name: 'Osuus' } } }
    },
  },
  {
    of: `${indicators}#redefine`,
    adds: { IndicatorVersion: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withIndicator()
      const fill = { change: 'definition', reason: 'Määritelmä tarkentui.', unit: 'kpl' }
      return { form: { who, page: `${page}/edit`, fill } }
    },
  },
  {
    of: `${indicators}#setTarget`,
    adds: { IndicatorTarget: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withIndicator()
      return { form: { who, page: `${page}/targets/new`, fill: { limit: '35 %' } } }
    },
  },
  {
    of: `${indicators}#endTarget`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { director: who, targetPage: page } = await withTarget()
      return { form: { who, page, fill: { reason: 'Uusi päätös.' } } }
    },
  },
  {
    of: `${indicators}#enterParts`,
    adds: { Measurement: 1, MeasurementCell: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withIndicator()
      const fill = { 'part/0/label': 'Kajaani', 'part/0/value': '27 %', time: '2023', source: 'Hankesuunnitelma' }
      return { form: { who, page: `${page}/values/breakdown`, fill } }
    },
  },
  {
    of: `${indicators}#enter`,
    adds: { Measurement: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withIndicator()
      const fill = { value: '27 %', time: '2023', source: 'Hankesuunnitelma' }
      return { form: { who, page: `${page}/values/new`, fill } }
    },
  },
]
