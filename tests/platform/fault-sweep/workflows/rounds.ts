// A round from its opening to the correction of what was published.
import { formSheet, sheetWords } from '@/components/status-reports/sheets/form-sheet'
import { drawForm } from '@/lib/exports/sheets/form'
import { words } from '@/lib/platform/words'
import { createPeriod, openPeriod } from '@/lib/rounds/commands'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { returnReport, submitReport } from '@/lib/status-reports/commands'
import { correctFigure } from '@/lib/status-reports/corrections/commands'
import { reopenReport } from '@/lib/status-reports/reopening/commands'
import { approveReports } from '@/lib/status-reports/review/commands'
import { keepSheet, markOf, takeSheet } from '@/lib/status-reports/sheets/commands'
import { findFigureRows, findSheet } from '@/lib/status-reports/sheets/queries'
import { readForm } from '@/lib/status-reports/sheets/reading/model'
import { readWorkbook } from '@/lib/status-reports/sheets/workbook/model'
import { roundAt } from '@/tests/bench/replay/scene.mts'
import type { Workflow } from '@/tests/platform/fault-sweep/sweep'
import { must } from '@/tests/platform/fault-sweep/workflows/must'
import { fillReport, reportOf } from '@/tests/support/builders/round'

const step = async ({ unit, periodId }: { unit: { id: string }; periodId: string }) => {
  const { id: reportId, version } = await reportOf(unit.id, periodId)
  return { reportId, version }
}

/** Both reports of a round sent. */
async function bothSent() {
  const stage = await roundAt('submitted')
  const { otherUnit, otherCoordinator, periodId } = stage
  const other = { unit: otherUnit, periodId }
  await fillReport(otherCoordinator, (await step(other)).reportId)
  must(await submitReport(otherCoordinator, await step(other)))
  return { ...stage, chosen: [await step(stage), await step(other)] }
}

/** A form of figures, filled in for one indicator of a report and looked at. */
async function sheetRead() {
  const stage = await roundAt('opened')
  const { coordinator, projectId, projectKey: project } = stage
  const place = { projectId, periodKey: '2025-Q3' }
  const t = words('fi')
  const rows = (await findFigureRows(coordinator, place)) ?? []
  const sheet = formSheet(t, { project, period: place.periodKey, today: '2025-10-01' }, rows)
  const value = sheet.columns.findIndex(({ header }) => header === t('figureSheets.form.value'))
  const first = (sheet.rows[0] ?? []).map((cell, column) => (column === value ? '35,5 %' : cell))
  const bytes = new Uint8Array(await drawForm({ ...sheet, rows: [first, ...sheet.rows.slice(1)] }, 'fi'))
  const read = readForm(await readWorkbook(bytes), [sheetWords(t)], { project, period: place.periodKey })
  const at = { project, period: place.periodKey }
  const { id } = must(await keepSheet(coordinator, { ...at, name: 'mittarit.xlsx', bytes, read }))
  const seen = markOf((await findSheet(coordinator, place, id))?.outcome?.changes ?? [])
  return { coordinator, given: { ...at, id, seen } }
}

const note = 'Toinen yksikkö jää pois.'

export const roundWorkflows: Workflow[] = [
  {
    name: 'opening a period',
    least: 15,
    prepare: async () => {
      const { director, projectId } = await roundAt('opened')
      const days = { from: '2027-01-01', to: '2027-03-31', opensOn: '2027-04-01', dueOn: null, closesOn: null }
      const { periodId } = must(await createPeriod(director, { projectId, key: '2027-Q1', ...days }))
      return async () => must(await openPeriod(director, periodId))
    },
  },
  {
    name: 'sending a report',
    least: 10,
    prepare: async () => {
      const stage = await roundAt('filled')
      const given = await step(stage)
      return async () => must(await submitReport(stage.coordinator, given))
    },
  },
  {
    name: 'taking in a form of figures',
    least: 15,
    prepare: async () => {
      const { coordinator, given } = await sheetRead()
      return async () => must(await takeSheet(coordinator, given))
    },
  },
  {
    name: 'returning a report',
    least: 10,
    prepare: async () => {
      const stage = await roundAt('submitted')
      const given = { ...(await step(stage)), reason: 'Tarkenna.', opens: ['results'] }
      return async () => must(await returnReport(stage.director, given))
    },
  },
  {
    name: 'approving many reports',
    least: 30,
    prepare: async () => {
      const { director, chosen } = await bothSent()
      return async () => {
        if (must(await approveReports(director, chosen)).approved.length !== 2) throw new Error('not both')
      }
    },
  },
  {
    name: 'opening an approved report again',
    least: 10,
    prepare: async () => {
      const stage = await roundAt('approved')
      const given = { ...(await step(stage)), reason: 'Luku puuttui.' }
      return async () => must(await reopenReport(stage.director, given))
    },
  },
  {
    name: 'publishing',
    least: 15,
    prepare: async () => {
      const { director, projectId } = await roundAt('approved')
      return async () => must(await publishPeriod(director, { projectId, periodKey: '2025-Q3', note, seenVersion: 0 }))
    },
  },
  {
    name: 'correcting what was published',
    least: 20,
    prepare: async () => {
      const stage = await roundAt('published')
      const path = `indicators/${stage.unit.shareId}/value`
      const given = { ...(await step(stage)), path, text: '88,5', reason: 'Kirjoitusvirhe.' }
      return async () => must(await correctFigure(stage.director, given))
    },
  },
  {
    name: 'publishing again after a correction',
    least: 15,
    prepare: async () => {
      const stage = await roundAt('published')
      const path = `indicators/${stage.unit.shareId}/value`
      const given = { ...(await step(stage)), path, text: '88,5', reason: 'Kirjoitusvirhe.' }
      must(await correctFigure(stage.director, given))
      const { director, projectId } = stage
      return async () => must(await publishPeriod(director, { projectId, periodKey: '2025-Q3', note, seenVersion: 1 }))
    },
  },
]
