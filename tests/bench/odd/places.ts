// Where the addresses of a project's pages lead: ids of its rows by the names that routes use, two of each kind.
import type { Query } from './model'

export type Params = Record<string, string>

/** Rows that belong to the project themselves. */
const own = (table: string, name: string) =>
  `SELECT id AS "${name}" FROM "${table}" WHERE "projectId" = $1 ORDER BY id LIMIT 2`

/** Rows of such rows. */
const of = (table: string, column: string, parent: string, names: readonly [parent: string, child: string]) =>
  `SELECT c."${column}" AS "${names[0]}", c.id AS "${names[1]}" FROM "${table}" c JOIN "${parent}" p ON p.id = c."${column}"
    WHERE p."projectId" = $1 ORDER BY c.id LIMIT 2`

const inMeeting = (columns: string, joins = '') =>
  `SELECT ${columns} FROM "Meeting" m JOIN "SteeringBody" b ON b.id = m."bodyId" ${joins} WHERE b."projectId" = $1 ORDER BY m.id LIMIT 2`
const item = 'JOIN "AgendaItem" i ON i."meetingId" = m.id'

const section = (kind: string) =>
  `SELECT s.id AS section FROM "FinalReportSection" s JOIN "FinalReport" r ON r.id = s."reportId"
    WHERE r."projectId" = $1 AND r.kind = '${kind}' ORDER BY s.id LIMIT 2`

const reports = (states: readonly string[], periods: readonly string[]) =>
  `SELECT t.key AS period, r."unitId" AS unit FROM "StatusReport" r JOIN "WorkPackage" u ON u.id = r."unitId"
     JOIN "ReportingPeriod" t ON t.id = r."periodId"
    WHERE u."projectId" = $1 AND r.state::text IN ('${states.join("', '")}') AND t.state::text IN ('${periods.join("', '")}')
    ORDER BY r.state DESC, r.id LIMIT 2`
const writable = ['not_started', 'draft', 'returned']
const every = [...writable, 'submitted', 'in_review', 'approved', 'published']
const begun = ['open', 'published']

const subject = (kind: string, rows: string) =>
  `(SELECT '${kind}' AS kind, c.id::text AS subject FROM ${rows} ORDER BY c.id LIMIT 1)`
const subjects = [
  subject('purchase', '"Purchase" c WHERE c."projectId" = $1'),
  subject('decision', '"Decision" c WHERE c."projectId" = $1'),
  subject('toimintamalli', '"Toimintamalli" c WHERE c."projectId" = $1'),
  subject('action', '"Action" c JOIN "WorkPackage" p ON p.id = c."workPackageId" WHERE p."projectId" = $1'),
  subject('target', '"IndicatorTarget" c JOIN "Indicator" p ON p.id = c."indicatorId" WHERE p."projectId" = $1'),
]

/** By the beginning of the route inside a project; the longest that fits says where its pages are. */
const places: Readonly<Record<string, string>> = {
  '/communications/[row]': own('CommunicationRow', 'row'),
  '/communications/[row]/items/[item]': of('CommunicationItem', 'rowId', 'CommunicationRow', ['row', 'item']),
  '/evidence/[kind]/[subject]': subjects.join(' UNION ALL '),
  '/final-report/[section]': section('final_report'),
  '/finance/actuals/[actual]': own('Actual', 'actual'),
  '/finance/actuals/paste/[paste]': own('ActualPaste', 'paste'),
  '/finance/budgets/[table]': own('BudgetTable', 'table'),
  '/finance/budgets/[table]/lines/[line]': of('BudgetLine', 'tableId', 'BudgetTable', ['table', 'line']),
  '/finance/notes/[note]': own('FinanceNote', 'note'),
  '/finance/purchases/[purchase]': own('Purchase', 'purchase'),
  '/finance/reservations/[reservation]': own('Reservation', 'reservation'),
  '/finance/treasury/items/[item]': own('SupportItem', 'item'),
  '/finance/treasury/items/[item]/payments/[payment]': of('SupportPayment', 'itemId', 'SupportItem', [
    'item',
    'payment',
  ]),
  '/finance/treasury/owners/[owner]': own('BeneficialOwner', 'owner'),
  '/indicators/[indicator]': own('Indicator', 'indicator'),
  '/indicators/[indicator]/statistics/[series]': `SELECT c."indicatorId" AS indicator, c."seriesId" AS series FROM "IndicatorSeries" c JOIN "Indicator" p ON p.id = c."indicatorId"
      WHERE p."projectId" = $1 ORDER BY c.id LIMIT 2`,
  '/indicators/[indicator]/targets/[target]': of('IndicatorTarget', 'indicatorId', 'Indicator', [
    'indicator',
    'target',
  ]),
  '/indicators/[indicator]/values/[value]': of('Measurement', 'indicatorId', 'Indicator', ['indicator', 'value']),
  '/meetings/[meeting]': inMeeting('m.id AS meeting'),
  '/meetings/[meeting]/items/[item]': inMeeting('m.id AS meeting, i.id AS item', item),
  '/meetings/[meeting]/items/[item]/decisions/[decision]': inMeeting(
    'm.id AS meeting, i.id AS item, d.id AS decision',
    `${item} JOIN "Decision" d ON d."agendaItemId" = i.id`,
  ),
  '/plan-changes/[change]': own('PlanChange', 'change'),
  '/plan-changes/[change]/effects/[effect]': of('PlanChangeEffect', 'planChangeId', 'PlanChange', ['change', 'effect']),
  '/plan/[part]': own('WorkPackage', 'part'),
  '/plan/[part]/columns/[column]': of('ScheduleColumn', 'workPackageId', 'WorkPackage', ['part', 'column']),
  '/plan/dependencies/[row]': own('PlanDependency', 'row'),
  '/plan/document/[section]': section('project_plan'),
  '/plan/links/[link]': own('ProjectLink', 'link'),
  '/plan/maturity/[row]': own('MaturityAssessment', 'row'),
  '/plan/person-months/[row]': own('PersonMonths', 'row'),
  '/risks/[risk]': own('Risk', 'risk'),
  '/risks/[risk]/mitigations/[mitigation]': of('RiskMitigation', 'riskId', 'Risk', ['risk', 'mitigation']),
  '/rounds/[period]': 'SELECT key AS period FROM "ReportingPeriod" WHERE "projectId" = $1 ORDER BY key LIMIT 2',
  '/rounds/[period]/[unit]': reports(every, begun),
  '/rounds/[period]/[unit]/edit': reports(writable, begun),
  '/steering/[period]':
    'SELECT "periodKey" AS period FROM "Snapshot" WHERE "projectId" = $1 ORDER BY "periodKey" LIMIT 2',
  '/steering/[period]/[unit]': reports(every, ['published']),
  '/structure/investments/[investment]': own('Investment', 'investment'),
  '/structure/levels/[level]': own('InvestmentLevel', 'level'),
  '/structure/units/[unit]': own('WorkPackage', 'unit'),
  '/toimintamallit/[model]': own('Toimintamalli', 'model'),
}

/** The parameters of every place of a project, found once. */
export async function placesOf(query: Query, projectId: string): Promise<ReadonlyMap<string, Params[]>> {
  const found = new Map<string, Params[]>([['', [{}]]])
  for (const [place, text] of Object.entries(places)) found.set(place, await query<Params>(text, [projectId]))
  return found
}

/** The place that says where the pages of a route are; null for a route with a part that none of them knows. */
export function placeOf(rest: string): string | null {
  const fitting = ['', ...Object.keys(places)].filter((place) => rest === place || rest.startsWith(`${place}/`))
  const longest = fitting.sort((a, b) => b.length - a.length)[0] ?? ''
  return rest.slice(longest.length).includes('[') ? null : longest
}
