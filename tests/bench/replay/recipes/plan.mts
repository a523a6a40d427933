// The plan of a project: its schedule, person-months, maturity, dependencies and how far linked projects are.
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { createPlan } from '@/lib/final-report/commands'
import { saveDependency } from '@/lib/plan/dependencies/commands'
import { saveMaturity } from '@/lib/plan/maturity/commands'
import { savePersonMonths } from '@/lib/plan/person-months/commands'
import { saveColumn } from '@/lib/plan/schedule/commands'
import { cellField } from '@/lib/plan/schedule/model'
import { findSchedule } from '@/lib/plan/schedule/queries'
import { addLink } from '@/lib/projects/links/commands'
import type { Recipe } from '../recipe.mts'
import { must, roundAt } from '../scene.mts'

const documentActions = 'app/(portal)/projects/[project]/plan/document/actions.ts'

const actions = 'app/(portal)/projects/[project]/plan/actions.ts'

async function withColumn() {
  const stage = await roundAt('opened')
  const { director, projectId, unit } = stage
  const before = await findSchedule(director, projectId, unit.id)
  const place = { projectId, workPackageId: unit.id, version: before?.version ?? '' }
  must(await saveColumn(director, { ...place, columnId: null, label: 'Kevät', time: '2025-H1', afterId: null }))
  const after = await findSchedule(director, projectId, unit.id)
  const columnId = after?.table.columns[0]?.id ?? ''
  const page = `/projects/${stage.projectKey}/plan/${unit.id}`
  return { ...stage, columnId, page, columnPage: `${page}/columns/${columnId}` }
}

type Kept = { ok: true; value: { id: string } } | { ok: false; reason: string }

async function withRow(list: string, keep: (stage: Awaited<ReturnType<typeof roundAt>>) => Promise<Kept>) {
  const stage = await roundAt('opened')
  const done = await keep(stage)
  if (!done.ok) throw new Error(done.reason)
  return { ...stage, page: `/projects/${stage.projectKey}/plan/${list}/${done.value.id}` }
}

const withMonths = () =>
  withRow('person-months', ({ director, projectId }) =>
    savePersonMonths(director, {
      projectId,
      id: null,
      workPackageId: null,
      role: 'Suunnittelija',
      year: 2025,
      months: '4.5',
      monthsAsWritten: null,
      fundingSource: null,
      note: null,
    }),
  )

const withMaturity = () =>
  withRow('maturity', ({ director, projectId }) =>
    saveMaturity(director, {
      projectId,
      id: null,
      workPackageId: null,
      scale: 'Taso',
      scaleMin: '0',
      scaleMax: '5',
      area: 'Johtaminen',
      asWritten: '2',
      number: '2',
      unknown: null,
      assessedOn: null,
      timeAsWritten: null,
      note: null,
      source: null,
    }),
  )

const withDependency = () =>
  withRow('dependencies', ({ director, projectId, unit }) =>
    saveDependency(director, {
      projectId,
      id: null,
      workPackageId: unit.id,
      neededId: null,
      linkId: null,
      text: 'Tietojärjestelmä',
    }),
  )

async function withLink() {
  const stage = await roundAt('opened')
  const { director, projectId } = stage
  must(
    await addLink(director, {
      projectId,
      kind: 'predecessor',
      linkedId: null,
      name: 'Edeltäjä',
      url: null,
      note: null,
    }),
  )
  const link = await asViewer(stage.system, (tx) => tx.projectLink.findFirstOrThrow({ where: { projectId } }))
  return { ...stage, page: `/projects/${stage.projectKey}/plan/links/${link.id}` }
}

const scheduleRecipes: Recipe[] = [
  {
    of: `${actions}#keepColumn`,
    adds: { ScheduleColumn: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withColumn()
      return { form: { who, page: `${page}/columns/new`, fill: { label: 'Syksy', time: '7–12/2025' } } }
    },
  },
  {
    of: `${actions}#dropColumn`,
    adds: { ScheduleColumn: -1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, columnPage: page } = await withColumn()
      return { form: { who, page } }
    },
  },
  {
    of: `${actions}#keepCells`,
    adds: { ActionScheduleCell: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page, columnId, unit } = await withColumn()
      const cell = cellField(unit.actionIds[0] ?? '', columnId)
      return { form: { who, page: `${page}/edit`, fill: { [cell]: 'x' } } }
    },
  },
]

const rowRecipes: Recipe[] = [
  {
    of: `${actions}#keepPersonMonths`,
    adds: { PersonMonths: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { director: who, projectKey } = await roundAt('opened')
      const page = `/projects/${projectKey}/plan/person-months/new`
      return { form: { who, page, fill: { role: 'Suunnittelija', year: '2025', months: '4,5' } } }
    },
  },
  {
    of: `${actions}#dropPersonMonths`,
    adds: { PersonMonths: -1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withMonths()
      return { form: { who, page } }
    },
  },
  {
    of: `${actions}#keepMaturity`,
    adds: { MaturityAssessment: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { director: who, projectKey } = await roundAt('opened')
      const page = `/projects/${projectKey}/plan/maturity/new`
      return { form: { who, page, fill: { scale: 'Taso', area: 'Johtaminen', asWritten: '2' } } }
    },
  },
  {
    of: `${actions}#dropMaturity`,
    adds: { MaturityAssessment: -1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withMaturity()
      return { form: { who, page } }
    },
  },
  {
    of: `${actions}#keepDependency`,
    adds: { PlanDependency: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { director: who, projectKey } = await roundAt('opened')
      const page = `/projects/${projectKey}/plan/dependencies/new`
      return { form: { who, page, fill: { text: 'Tietojärjestelmä' } } }
    },
  },
  {
    of: `${actions}#dropDependency`,
    adds: { PlanDependency: -1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withDependency()
      return { form: { who, page } }
    },
  },
  {
    of: `${actions}#keepLinkState`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withLink()
      return { form: { who, page, fill: { stateText: 'Päättynyt', stateOn: '31.12.2024' } } }
    },
  },
]

/** A published template of plans; every county may begin with it. */
async function planTemplate(): Promise<string> {
  const key = 'suunnitelman-pohja'
  await asViewer(systemViewer('operator'), async (tx) => {
    if ((await tx.reportTemplate.count({ where: { key } })) > 0) return
    const versions = {
      create: {
        version: 1,
        publishedAt: new Date(),
        sections: { create: [{ key: 'background', kind: 'chapter' as const, titleFi: 'Tausta', sort: 0 }] },
      },
    }
    await tx.reportTemplate.create({ data: { key, name: 'Suunnitelma', kind: 'project_plan', versions } })
  })
  return key
}

async function withDocument() {
  const stage = await roundAt('opened')
  const { director, projectKey } = stage
  must(await createPlan(director, { projectKey, templateKey: await planTemplate() }))
  return { ...stage, page: `/projects/${projectKey}/plan/document` }
}

const documentRecipes: Recipe[] = [
  {
    of: `${documentActions}#begin`,
    adds: { FinalReport: 1, FinalReportSection: 1, AuditEvent: 1 },
    prepare: async () => {
      const template = await planTemplate()
      const { director: who, projectKey } = await roundAt('opened')
      return { form: { who, page: `/projects/${projectKey}/plan/document`, fill: { template } } }
    },
  },
  {
    of: `${documentActions}#makeVersion`,
    adds: { FinalReportEdition: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director: who, page } = await withDocument()
      return { form: { who, page } }
    },
  },
]

export const planRecipes: Recipe[] = [...scheduleRecipes, ...rowRecipes, ...documentRecipes]
