import { directionLabels, scopeLabels } from '@/lib/indicators/labels'
import { coded, column, dayOnly, missing, must } from '@/lib/reporting-api/columns/model'
import { shownStateLabels } from '@/lib/reporting-api/labels'
import { ifUnknown } from '@/lib/reporting-api/missing/model'
import { type Resource, resourceOf, type Shown } from '@/lib/reporting-api/model'
import { riskKindLabels } from '@/lib/risks/labels'
import type {
  SnapshotIndicator,
  SnapshotInvestment,
  SnapshotRisk,
  SnapshotServiceArea,
  SnapshotToimintamalli,
  SnapshotUnit,
} from '@/lib/rounds/snapshot/model'
import { formatQuarter } from '@/lib/values/format'
import { quarterParts } from '@/lib/values/time'
import { levelLabels, lifecycleLabels } from '@/lib/work-packages/labels'

const project = <Row>() => must<Row>('project_id', 'id', (_row, _t, { body }) => body.project.id)

/** How a period is called: `Q3/2025`; one that is no quarter goes by its own key. */
const periodLabel = (key: string): string => (quarterParts(key) ? formatQuarter(key) : key)

/** Row with its place in the order of the plan. */
type Ordered<Row> = Row & { sort: number }
const inOrder = <Row extends object>(rows: readonly Row[]): Ordered<Row>[] =>
  rows.map((row, sort) => ({ ...row, sort }))
const order = <Row extends { sort: number }>() => must<Row>('sort', 'count', (row) => row.sort)

const single = ({ body }: Shown) => [body]
type Body = Shown['body']

export const dimensions: readonly Resource[] = [
  resourceOf<Body>(
    'projects',
    'dimension',
    [
      must('project_id', 'id', (row) => row.project.id),
      must('project_key', 'text', (row) => row.project.key),
      must('project_name', 'text', (row) => row.project.name),
      must('county_id', 'id', (row) => row.project.organisationId),
      must('county_name', 'text', (row) => row.project.organisationName),
      must('programme_name', 'text', (row) => row.project.programme.name),
      must('uses_lights', 'flag', (row) => row.project.lights),
      column('total_cost', 'amount', (row) => row.project.totalCost),
      ...missing<Body>('total_cost', (row) => ifUnknown(row.project.totalCost)),
      column('amount_as_written', 'text', (row) => row.project.totalCostAsWritten),
    ],
    single,
  ),
  resourceOf<Body>(
    'publications',
    'dimension',
    [
      must('publication_id', 'id', (_row, _t, shown) => shown.publicationId),
      project(),
      must('period_id', 'id', (row) => row.period.id),
      ...coded<Body>('state', shownStateLabels, (_row, shown) => shown.state),
      column('version', 'count', (_row, _t, shown) => shown.version),
      column('published_at', 'moment', (_row, _t, shown) => shown.publishedAt),
      must('is_newest', 'flag', (_row, _t, shown) => shown.newest),
    ],
    single,
  ),
  resourceOf<Body>(
    'periods',
    'dimension',
    [
      must('period_id', 'id', (row) => row.period.id),
      project(),
      must('period_key', 'text', (row) => row.period.key),
      must('period_name', 'text', (row) => periodLabel(row.period.key)),
      must('from_day', 'day', (row) => row.period.from),
      must('to_day', 'day', (row) => row.period.to),
      must('year', 'count', (row) => Number(row.period.to.slice(0, 4))),
      column('quarter', 'count', (row) => quarterParts(row.period.key)?.quarter),
    ],
    single,
  ),
  resourceOf<Ordered<SnapshotInvestment>>(
    'investments',
    'dimension',
    [
      must('investment_id', 'id', (row) => row.id),
      project(),
      column('parent_id', 'id', (row) => row.parentId),
      must('level', 'code', (row) => row.level.key),
      must('level_label', 'text', (row) => row.level.label),
      must('depth', 'count', (row) => row.level.depth),
      column('code', 'text', (row) => row.code),
      must('title', 'text', (row) => row.title),
      order(),
    ],
    ({ body }) => inOrder(body.investments),
  ),
  resourceOf<Ordered<SnapshotUnit>>(
    'units',
    'dimension',
    [
      must('unit_id', 'id', (row) => row.id),
      project(),
      column('parent_id', 'id', (row) => row.parentId),
      column('investment_id', 'id', (row) => row.investmentId),
      ...coded<SnapshotUnit>('level', levelLabels, (row) => row.level),
      must('reports', 'flag', (row) => row.reports),
      column('code', 'text', (row) => row.code),
      must('title', 'text', (row) => row.title),
      column('title_in_plan', 'text', (row) => row.titlePlan),
      ...coded<SnapshotUnit>('lifecycle', lifecycleLabels, (row) => row.lifecycle),
      column('schedule_as_written', 'text', (row) => row.schedule.asWritten),
      column('from_day', 'day', (row) => dayOnly(row.schedule.start)),
      column('to_day', 'day', (row) => dayOnly(row.schedule.end)),
      order(),
    ],
    ({ body }) => inOrder(body.units),
  ),
  resourceOf<Ordered<SnapshotServiceArea>>(
    'service_areas',
    'dimension',
    [
      must('area_id', 'id', (row) => row.id),
      column('parent_id', 'id', (row) => row.parentId),
      must('title', 'text', (row) => row.name),
      order(),
    ],
    ({ body }) => inOrder(body.serviceAreas),
  ),
  resourceOf<{ unitId: string; areaId: string }>(
    'unit_areas',
    'dimension',
    [
      must('row_key', 'id', (row) => `${row.unitId}.${row.areaId}`),
      must('unit_id', 'id', (row) => row.unitId),
      must('area_id', 'id', (row) => row.areaId),
    ],
    ({ body }) => body.units.flatMap((unit) => unit.serviceAreaIds.map((areaId) => ({ unitId: unit.id, areaId }))),
  ),
  resourceOf<Ordered<SnapshotIndicator>>(
    'indicators',
    'dimension',
    [
      must('indicator_id', 'id', (row) => row.id),
      project(),
      ...coded<SnapshotIndicator>('scope', scopeLabels, (row) => row.scope),
      column('unit_id', 'id', (row) => row.workPackageId),
      column('investment_id', 'id', (row) => row.investmentId),
      must('code', 'text', (row) => row.sourceId),
      must('title', 'text', (row) => row.name),
      column('measure_unit', 'text', (row) => row.unit),
      ...coded<SnapshotIndicator>('direction', directionLabels, (row) => row.direction),
      column('definition', 'text', (row) => row.definition),
      column('data_source', 'text', (row) => row.source),
      order(),
    ],
    ({ body }) => inOrder(body.indicators),
  ),
  resourceOf<Ordered<SnapshotRisk>>(
    'risks',
    'dimension',
    [
      must('risk_id', 'id', (row) => row.id),
      project(),
      column('unit_id', 'id', (row) => row.workPackageId),
      column('no', 'count', (row) => row.no),
      ...coded<SnapshotRisk>('kind', riskKindLabels, (row) => row.kind),
      must('description', 'text', (row) => row.description),
      order(),
    ],
    ({ body }) => inOrder(body.risks),
  ),
  resourceOf<Ordered<SnapshotToimintamalli>>(
    'toimintamallit',
    'dimension',
    [
      must('toimintamalli_id', 'id', (row) => row.id),
      project(),
      column('unit_id', 'id', (row) => row.workPackageId),
      must('title', 'text', (row) => row.name),
      column('innokyla_url', 'text', (row) => row.innokylaUrl),
      order(),
    ],
    ({ body }) => inOrder(body.toimintamallit),
  ),
  resourceOf<{ modelId: string; investmentId: string }>(
    'toimintamalli_investments',
    'dimension',
    [
      must('row_key', 'id', (row) => `${row.modelId}.${row.investmentId}`),
      must('toimintamalli_id', 'id', (row) => row.modelId),
      must('investment_id', 'id', (row) => row.investmentId),
    ],
    ({ body }) =>
      body.toimintamallit.flatMap((one) =>
        one.investmentIds.map((investmentId) => ({ modelId: one.id, investmentId })),
      ),
  ),
  resourceOf<string>('cost_types', 'dimension', [must('cost_type', 'text', (row) => row)], ({ body: { finance } }) => [
    ...new Set(
      [...finance.budgets.flatMap((one) => one.lines), ...finance.actuals, ...finance.forecasts].flatMap(
        ({ costType }) => costType ?? [],
      ),
    ),
  ]),
]
