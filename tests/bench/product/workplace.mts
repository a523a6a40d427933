// A county with one project and an open period, many reporting units, and signed-in people who write their reports.
import { randomUUID } from 'node:crypto'
import { startSession } from '@/lib/access/commands'
import type { Viewer } from '@/lib/access/model'
import { sealSession, sessionCookie } from '@/lib/access/next-auth'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { createPeriod, openPeriod } from '@/lib/rounds/commands'

export type Writer = { userId: string; cookie: string; reportId: string; actionIds: string[]; indicatorIds: string[] }
export type Workplace = { writers: Writer[]; reportIds: string[] }

const actionsOfUnit = 3
const indicatorsOfUnit = 2

/** `unitOf` gives for each writer the place of their unit in the list of units. */
export async function makeWorkplace(
  units: number,
  writers: number,
  unitOf: (writer: number) => number,
): Promise<Workplace> {
  const system = systemViewer('operator')
  const { organisationId, projectId } = await makeProject(system)
  const unitIds: string[] = []
  for (let unit = 0; unit < units; unit++) unitIds.push(await makeUnit(system, organisationId, projectId, unit))
  const days = { from: '2025-07-01', to: '2025-09-30', opensOn: null, dueOn: null, closesOn: null }
  const period = await createPeriod(system, { projectId, key: '2025-Q3', ...days })
  if (!period.ok) throw new Error(period.reason)
  const opened = await openPeriod(system, period.value.periodId)
  if (!opened.ok) throw new Error(opened.reason)
  return asViewer(
    system,
    async (tx) => {
      const reports = await tx.statusReport.findMany({
        where: { periodId: period.value.periodId },
        select: {
          id: true,
          unitId: true,
          unit: { select: { actions: { select: { id: true } }, indicators: { select: { id: true } } } },
        },
      })
      const made: Writer[] = []
      for (let writer = 0; writer < writers; writer++) {
        const report = reports.find((one) => one.unitId === unitIds[unitOf(writer)])
        if (!report) throw new Error('a unit without a report')
        const email = `kirjoittaja${writer}@bench.example`
        const user = await tx.user.create({ data: { organisationId, email, name: `Kirjoittaja ${writer}` } })
        const own = { organisationId, userId: user.id }
        await tx.membership.create({ data: { ...own, projectId, role: 'coordinator' } })
        await tx.workPackageCoordinator.create({ data: { ...own, workPackageId: report.unitId } })
        const session = await startSession(tx, user.id, { userAgent: 'bench' })
        made.push({
          userId: user.id,
          cookie: `${sessionCookie().name}=${await sealSession(session.sessionId)}`,
          reportId: report.id,
          actionIds: report.unit.actions.map(({ id }) => id),
          indicatorIds: report.unit.indicators.map(({ id }) => id),
        })
      }
      return { writers: made, reportIds: [...new Set(made.map(({ reportId }) => reportId))] }
    },
    { seconds: 60 },
  )
}

function makeProject(system: Viewer): Promise<{ organisationId: string; projectId: string }> {
  const key = `bench-${randomUUID().slice(0, 8)}`
  const statement = { statementFi: 'Rahoitettu', statementSv: 'Finansierad', statementEn: 'Funded' }
  return asViewer(system, async (tx) => {
    const programme = await tx.programme.create({
      data: { key, name: 'Ohjelma', shortName: 'O', funder: 'Rahoittaja', ...statement },
    })
    const { id: organisationId } = await tx.organisation.create({ data: { key, name: 'Hyvinvointialue' } })
    const { id: projectId } = await tx.project.create({
      data: { organisationId, programmeId: programme.id, key, name: 'Hanke' },
    })
    return { organisationId, projectId }
  })
}

function makeUnit(system: Viewer, organisationId: string, projectId: string, sort: number): Promise<string> {
  const sourceId = `TP${sort + 1}`
  return asViewer(system, async (tx) => {
    const title = `Työpaketti ${sort + 1}`
    const { id: workPackageId } = await tx.workPackage.create({
      data: { organisationId, projectId, sourceId, level: 'plan', reports: true, titleReview: title, sort },
    })
    const own = { organisationId, workPackageId }
    await tx.action.createMany({
      data: Array.from({ length: actionsOfUnit }, (_, i) => ({
        ...own,
        origin: 'report' as const,
        no: i + 1,
        title: `Toimenpide ${i + 1}`,
        sort: i,
      })),
    })
    for (let i = 0; i < indicatorsOfUnit; i++) {
      const { id: indicatorId } = await tx.indicator.create({
        data: { ...own, projectId, sourceId: `${sourceId}-M${i}`, sort: i },
      })
      await tx.indicatorVersion.create({
        data: {
          organisationId,
          indicatorId,
          version: 1,
          name: `Mittari ${i + 1}`,
          scope: 'local',
          kind: 'numeric',
          unit: '%',
        },
      })
    }
    return workPackageId
  })
}
