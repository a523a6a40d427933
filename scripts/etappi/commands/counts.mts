import { asViewer, systemViewer } from '@/lib/access/viewer'
import { columns, command, done } from '../command.mts'

const own = (table: string, only = 'true') => `"${table}" x WHERE ${only}`
const through = (table: string, column: string, parent: string, only = 'true') =>
  `"${table}" r JOIN "${parent}" x ON x.id = r."${column}" WHERE ${only}`
// A row that another has replaced is history, not a value.
const measured = (only: string) =>
  through('Measurement', 'indicatorId', 'Indicator', `r."replacedById" IS NULL AND ${only}`)

/** Local or national by the definition that holds. */
const isOf = (scope: 'local' | 'national') =>
  `coalesce((SELECT v.scope FROM "IndicatorVersion" v WHERE v."indicatorId" = x.id
     ORDER BY v."supersededOn" IS NOT NULL, v.version DESC LIMIT 1), 'local') = '${scope}'`

/** What is counted: its name in the answer, its words in the table, and its rows joined to the one (x) that names the project. */
const nouns: Record<string, { label: string; rows: string }> = {
  investments: { label: 'investments and their levels', rows: own('Investment') },
  plannedWorkPackages: { label: 'planned work packages', rows: own('WorkPackage', `x.level = 'plan'`) },
  reportingUnits: { label: 'reporting units', rows: own('WorkPackage', 'x.reports') },
  actions: {
    label: 'actions reported',
    rows: through('Action', 'workPackageId', 'WorkPackage', `r.origin = 'report'`),
  },
  plannedActions: {
    label: 'actions planned',
    rows: through('Action', 'workPackageId', 'WorkPackage', `r.origin = 'plan'`),
  },
  indicators: { label: 'indicators', rows: own('Indicator', isOf('local')) },
  nationalIndicators: { label: 'national indicators', rows: own('Indicator', isOf('national')) },
  measurements: { label: 'measurements', rows: measured(`r.role = 'actual' AND ${isOf('local')}`) },
  nationalMeasurements: {
    label: 'measurements of national indicators',
    rows: measured(`r.role = 'actual' AND ${isOf('national')}`),
  },
  comparisonValues: { label: 'baselines and comparisons', rows: measured(`r.role <> 'actual'`) },
  dataTables: { label: 'data tables', rows: own('DataTable') },
  toimintamallit: { label: 'toimintamallit', rows: own('Toimintamalli') },
  budgetLines: { label: 'budget lines', rows: through('BudgetLine', 'tableId', 'BudgetTable') },
  purchases: { label: 'purchases', rows: own('Purchase') },
  actuals: { label: 'actuals', rows: own('Actual') },
  forecasts: { label: 'forecasts', rows: own('Forecast') },
  planChanges: { label: 'plan changes', rows: own('PlanChange') },
  risks: { label: 'risks', rows: own('Risk') },
  communications: { label: 'communications', rows: own('CommunicationRow') },
  meetings: { label: 'meetings', rows: through('Meeting', 'bodyId', 'SteeringBody') },
  decisions: { label: 'decisions', rows: own('Decision') },
  periods: { label: 'periods', rows: own('ReportingPeriod') },
  statusReports: { label: 'status reports', rows: through('StatusReport', 'periodId', 'ReportingPeriod') },
  publishedReports: {
    label: 'status reports published',
    rows: through('StatusReport', 'periodId', 'ReportingPeriod', `r.state = 'published'`),
  },
  snapshots: { label: 'published versions', rows: own('Snapshot') },
  finalReports: { label: 'final reports', rows: own('FinalReport') },
  finalReportSections: {
    label: 'final report sections',
    rows: through('FinalReportSection', 'reportId', 'FinalReport'),
  },
}

type Row = { project: string; noun: string; count: number }

const sql = Object.entries(nouns)
  .map(
    ([noun, { rows }]) => `SELECT p.key AS project, '${noun}' AS noun, count(x.id)::int AS count
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
    const table = Object.entries(nouns).map(([noun, { label }]) => [
      label,
      ...projects.map((project) => String(count(project, noun))),
    ])
    return done(data, columns([['', ...projects], ...table]))
  },
})
