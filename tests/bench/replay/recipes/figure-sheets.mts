// Forms of figures that are filled in as spreadsheets.
import { formSheet, sheetWords } from '@/components/status-reports/sheets/form-sheet'
import { drawForm } from '@/lib/exports/sheets/form'
import { words } from '@/lib/platform/words'
import { keepSheet } from '@/lib/status-reports/sheets/commands'
import { findFigureRows } from '@/lib/status-reports/sheets/queries'
import { readForm } from '@/lib/status-reports/sheets/reading/model'
import { readWorkbook } from '@/lib/status-reports/sheets/workbook/model'
import type { Recipe } from '../recipe.mts'
import { roundAt } from '../scene.mts'

const actions = 'app/(portal)/projects/[project]/rounds/[period]/sheet/actions.ts'
const period = '2025-Q3'
const t = words('fi')

/** A form in which one value has been filled in. */
async function filledForm() {
  const stage = await roundAt('opened')
  const { coordinator: who, projectId, projectKey: project } = stage
  const rows = (await findFigureRows(who, { projectId, periodKey: period })) ?? []
  const sheet = formSheet(t, { project, period, today: '2025-10-01' }, rows)
  const value = sheet.columns.findIndex(({ header }) => header === t('figureSheets.form.value'))
  const first = (sheet.rows[0] ?? []).map((cell, column) => (column === value ? '35,5 %' : cell))
  const bytes = new Uint8Array(await drawForm({ ...sheet, rows: [first, ...sheet.rows.slice(1)] }, 'fi'))
  return { who, place: { project, period }, bytes, page: `/projects/${project}/rounds/${period}/sheet` }
}

async function readInto() {
  const { who, place, bytes, page } = await filledForm()
  const read = readForm(await readWorkbook(bytes), [sheetWords(t)], place)
  const kept = await keepSheet(who, { ...place, name: 'mittarit.xlsx', bytes, read })
  if (!kept.ok) throw new Error(kept.reason)
  return { who, page: `${page}/${kept.value.id}`, having: ['id', kept.value.id] as const }
}

export const figureSheetRecipes: Recipe[] = [
  {
    of: 'POST /api/projects/[project]/rounds/[period]/sheet',
    adds: { FigureSheet: 1, StoredFile: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { who, bytes, page } = await filledForm()
      return { form: { who, page, file: { field: 'file', name: 'mittarit.xlsx', bytes: Buffer.from(bytes) } } }
    },
  },
  {
    of: `${actions}#take`,
    adds: { StatusReportEntry: 1, StatusReportEvent: 1, AuditEvent: 1 },
    prepare: async () => ({ form: await readInto() }),
  },
  {
    of: `${actions}#remove`,
    adds: { FigureSheet: -1, AuditEvent: 1 },
    prepare: async () => ({ form: await readInto() }),
  },
]
