import { asViewer, systemViewer } from '@/lib/access/viewer'
import { columns, command, done } from '../command.mts'

const own = (table: string) => `"${table}" x`
const through = (table: string, column: string, parent: string) =>
  `"${table}" r JOIN "${parent}" x ON x.id = r."${column}"`

/** Noun → its table, joined up to the row (x) that names the project. */
const nouns: Record<string, string> = {
  investments: own('Investment'),
  'work packages': own('WorkPackage'),
  actions: through('Action', 'workPackageId', 'WorkPackage'),
  indicators: own('Indicator'),
  measurements: through('Measurement', 'indicatorId', 'Indicator'),
  'data tables': own('DataTable'),
  toimintamallit: own('Toimintamalli'),
  'budget lines': through('BudgetLine', 'tableId', 'BudgetTable'),
  purchases: own('Purchase'),
  actuals: own('Actual'),
  forecasts: own('Forecast'),
  'plan changes': own('PlanChange'),
  risks: own('Risk'),
  communications: own('CommunicationRow'),
  meetings: through('Meeting', 'bodyId', 'SteeringBody'),
  decisions: own('Decision'),
  periods: own('ReportingPeriod'),
  'status reports': through('StatusReport', 'periodId', 'ReportingPeriod'),
  snapshots: own('Snapshot'),
  'final reports': own('FinalReport'),
  'final report sections': through('FinalReportSection', 'reportId', 'FinalReport'),
}

type Row = { project: string; noun: string; count: number }

const sql = Object.entries(nouns)
  .map(
    ([noun, rows]) => `SELECT p.key AS project, '${noun}' AS noun, count(x.id)::int AS count
      FROM "Project" p LEFT JOIN (SELECT x.id, x."projectId" FROM ${rows}) x ON x."projectId" = p.id GROUP BY p.key`,
  )
  .join(' UNION ALL ')

export const counts = command({
  name: 'counts',
  summary: 'rows of the main nouns in each project',
  options: {},
  async run() {
    const found = await asViewer(systemViewer('operator'), (tx) => tx.$queryRawUnsafe<Row[]>(sql))
    const projects = [...new Set(found.map((row) => row.project))].sort()
    const count = (project: string, noun: string) =>
      found.find((row) => row.project === project && row.noun === noun)?.count ?? 0
    const data = projects.map((project) => ({
      project,
      counts: Object.fromEntries(Object.keys(nouns).map((noun) => [noun, count(project, noun)])),
    }))
    const table = Object.keys(nouns).map((noun) => [noun, ...projects.map((project) => String(count(project, noun)))])
    return done(data, columns([['', ...projects], ...table]))
  },
})
