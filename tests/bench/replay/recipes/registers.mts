// Registers that are kept beside the reports: risks, plan changes, communications.
import { addRow, saveItem } from '@/lib/communications/commands'
import { findCommunication } from '@/lib/communications/queries'
import { decideChange, proposeChange, takeUp } from '@/lib/plan-changes/commands'
import { saveEffect } from '@/lib/plan-changes/effects/commands'
import { findPlanChange } from '@/lib/plan-changes/queries'
import { addRisk, closeRisk, saveMitigation } from '@/lib/risks/commands'
import { findRisk } from '@/lib/risks/queries'
import type { Recipe } from '../recipe.mts'
import { must, roundAt } from '../scene.mts'

const project = 'app/(portal)/projects/[project]'
const risks = `${project}/risks/actions.ts`
const changes = `${project}/plan-changes/actions.ts`
const communications = `${project}/communications/actions.ts`

async function withRisk() {
  const stage = await roundAt('opened')
  const { projectId, director } = stage
  const given = { kind: 'risk' as const, description: 'Viive', ownerRoles: [], workPackageId: null, raisedOn: null }
  const done = await addRisk(director, { projectId, ...given })
  if (!done.ok) throw new Error(done.reason)
  const { riskId } = done.value
  return { ...stage, riskId, page: `/projects/${stage.projectKey}/risks/${riskId}` }
}

async function withMitigation() {
  const stage = await withRisk()
  const given = { mitigationId: null, text: 'Sijaiset', state: null, ownerRole: null, dueOn: null }
  must(await saveMitigation(stage.director, { riskId: stage.riskId, version: 1, ...given }))
  const risk = await findRisk(stage.director, stage.projectId, stage.riskId)
  return { ...stage, mitigationPage: `${stage.page}/mitigations/${risk?.mitigations[0]?.id}` }
}

async function withChange() {
  const stage = await roundAt('opened')
  const { projectId, director } = stage
  const texts = { what: null, why: null, oldText: null, newText: null, oldAmount: null, newAmount: null }
  const given = { reportId: null, workPackageId: null, investmentId: null, title: 'Chatbot', ...texts }
  const done = await proposeChange(director, { projectId, ...given })
  if (!done.ok) throw new Error(done.reason)
  const { changeId } = done.value
  return { ...stage, changeId, page: `/projects/${stage.projectKey}/plan-changes/${changeId}` }
}

async function inPreparation() {
  const stage = await withChange()
  must(await takeUp(stage.director, { changeId: stage.changeId, version: 1, note: null }))
  return stage
}

async function withEffect() {
  const stage = await withChange()
  const place = { investmentId: null, workPackageId: null, year: 2025, costType: null }
  const effect = { effectId: null, ...place, oldAmount: '1', newAmount: '2' }
  must(await saveEffect(stage.director, { changeId: stage.changeId, version: 1, ...effect }))
  const change = await findPlanChange(stage.director, stage.projectId, stage.changeId)
  return { ...stage, effectPage: `${stage.page}/effects/${change?.effects[0]?.id}` }
}

async function withRow() {
  const stage = await roundAt('opened')
  const { projectId, director } = stage
  const done = await addRow(director, {
    projectId,
    periodId: null,
    topic: 'Digituki',
    aim: null,
    audience: null,
    channels: [],
    schedule: { dateAsWritten: null, dateCode: null },
    responsibleRole: null,
    statusText: null,
  })
  if (!done.ok) throw new Error(done.reason)
  const { rowId } = done.value
  return { ...stage, rowId, page: `/projects/${stage.projectKey}/communications/${rowId}` }
}

async function withItem() {
  const stage = await withRow()
  const given = { itemId: null, kind: 'done' as const, text: 'Juttu', happenedOn: null, url: null }
  must(await saveItem(stage.director, { rowId: stage.rowId, version: 1, ...given }))
  const row = await findCommunication(stage.director, stage.projectId, stage.rowId)
  return { ...stage, itemPage: `${stage.page}/items/${row?.items[0]?.id}` }
}

const riskRecipes: Recipe[] = [
  {
    of: `${risks}#add`,
    repeatable: true,
    adds: { Risk: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, projectKey } = await roundAt('opened')
      return { form: { who, page: `/projects/${projectKey}/risks/new`, fill: { description: 'Viive' } } }
    },
  },
  {
    of: `${risks}#change`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withRisk()
      return { form: { who, page: `${page}/edit`, fill: { description: 'Toinen' } } }
    },
  },
  {
    of: `${risks}#assess`,
    adds: { RiskAssessment: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withRisk()
      return { form: { who, page, fill: { probability: '2', impact: '3' } } }
    },
  },
  {
    of: `${risks}#close`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withRisk()
      return { form: { who, page, fill: { reason: 'Poistui.' } } }
    },
  },
  {
    of: `${risks}#reopen`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page, riskId } = await withRisk()
      must(await closeRisk(who, { riskId, version: 1, closedOn: null, reason: 'Poistui.' }))
      return { form: { who, page } }
    },
  },
  {
    of: `${risks}#keepMitigation`,
    adds: { RiskMitigation: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withRisk()
      return { form: { who, page: `${page}/mitigations/new`, fill: { text: 'Sijaiset' } } }
    },
  },
  {
    of: `${risks}#dropMitigation`,
    adds: { RiskMitigation: -1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, mitigationPage: page } = await withMitigation()
      return { form: { who, page } }
    },
  },
]

const changeRecipes: Recipe[] = [
  {
    of: `${changes}#propose`,
    repeatable: true,
    adds: { PlanChange: 1, PlanChangeEvent: 1, AuditEvent: 1 },
    prepare: async () => {
      const { coordinator: who, projectKey, reportId } = await roundAt('filled')
      const page = `/projects/${projectKey}/plan-changes/new?report=${reportId}`
      return { form: { who, page, fill: { title: 'Chatbot' } } }
    },
  },
  {
    of: `${changes}#edit`,
    adds: { PlanChangeEvent: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withChange()
      return { form: { who, page: `${page}/edit`, fill: { title: 'Toinen', newAmount: '1 234,50' } } }
    },
  },
  {
    of: `${changes}#takeUp`,
    adds: { PlanChangeEvent: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withChange()
      return { form: { who, page } }
    },
  },
  {
    of: `${changes}#decide`,
    adds: { PlanChangeDecision: 1, PlanChangeEvent: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await inPreparation()
      return { form: { who, page, fill: { decided: '9/2025' } } }
    },
  },
  {
    of: `${changes}#putInForce`,
    adds: { PlanChangeEvent: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page, changeId } = await inPreparation()
      const decided = { asWritten: '9/2025', timeCode: '2025-09', decidedOn: null }
      must(await decideChange(who, { changeId, version: 2, decided, decisionId: null, note: null }))
      return { form: { who, page, fill: { inForceFrom: '1.10.2025' } } }
    },
  },
  {
    of: `${changes}#reject`,
    adds: { PlanChangeEvent: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withChange()
      return { form: { who, page, fill: { reason: 'Ei rahaa.' } } }
    },
  },
  {
    of: `${changes}#keepEffect`,
    adds: { PlanChangeEffect: 1, PlanChangeEvent: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withChange()
      return { form: { who, page: `${page}/effects/new`, fill: { year: '2025', newAmount: '1 234,50 €' } } }
    },
  },
  {
    of: `${changes}#dropEffect`,
    adds: { PlanChangeEffect: -1, PlanChangeEvent: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, effectPage: page } = await withEffect()
      return { form: { who, page } }
    },
  },
]

const communicationRecipes: Recipe[] = [
  {
    of: `${communications}#add`,
    repeatable: true,
    adds: { CommunicationRow: 1, AuditEvent: 1 },
    prepare: async () => {
      const { coordinator: who, projectKey } = await roundAt('opened')
      return { form: { who, page: `/projects/${projectKey}/communications/new`, fill: { topic: 'Digituki' } } }
    },
  },
  {
    of: `${communications}#change`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withRow()
      return { form: { who, page: `${page}/edit`, fill: { topic: 'Toinen' } } }
    },
  },
  {
    of: `${communications}#remove`,
    adds: { CommunicationRow: -1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withRow()
      return { form: { who, page: `${page}/edit` } }
    },
  },
  {
    of: `${communications}#keepItem`,
    adds: { CommunicationItem: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withRow()
      return { form: { who, page: `${page}/items/new`, fill: { text: 'Juttu', happenedOn: '15.8.2025' } } }
    },
  },
  {
    of: `${communications}#dropItem`,
    adds: { CommunicationItem: -1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, itemPage: page } = await withItem()
      return { form: { who, page } }
    },
  },
]

export const registerRecipes: Recipe[] = [...riskRecipes, ...changeRecipes, ...communicationRecipes]
