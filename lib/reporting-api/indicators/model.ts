import { measurementRoleLabels, targetOperatorLabels, targetRoleLabels } from '@/lib/indicators/labels'
import { coded, column, missing, must, places, source, times } from '@/lib/reporting-api/columns/model'
import type { Missing } from '@/lib/reporting-api/missing/model'
import { type Resource, resourceOf, type Shown } from '@/lib/reporting-api/model'
import { newestByScope } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type {
  SnapshotIndicator,
  SnapshotJudgement,
  SnapshotMeasurement,
  SnapshotTarget,
} from '@/lib/rounds/snapshot/model'
import { dateInHelsinki } from '@/lib/values/calendar'
import { formatTypedValue } from '@/lib/values/format-value'
import { judgementReasonLabels, qualifierLabels, valueKindLabels, verdictLabels } from '@/lib/values/labels'
import type { ValueCell } from '@/lib/values/typed-value'

type Of<Row> = { indicator: SnapshotIndicator; one: Row }
type Measured = Of<SnapshotMeasurement> & { isNewest: boolean }
type InCell = Of<SnapshotMeasurement> & { cell: ValueCell; no: number }

const indicator = <Row extends { indicator: SnapshotIndicator }>() =>
  must<Row>('indicator_id', 'id', (row) => row.indicator.id)

function measured({ body }: Shown): Measured[] {
  return body.indicators.flatMap((one) => {
    const newest = new Set([...newestByScope(one.measurements).values()].map(({ id }) => id))
    return one.measurements.map((m) => ({ indicator: one, one: m, isNewest: newest.has(m.id) }))
  })
}

const cells = (shown: Shown): InCell[] =>
  measured(shown).flatMap((row) => row.one.value.cells.map((cell, at) => ({ ...row, cell, no: at + 1 })))

/** A value without a number is not known for a reason of its own, or it is told in words, parts or yes and no. */
const whyNoNumber = ({ number, unknown }: { number: string | null; unknown: Missing | null }): Missing | null =>
  number !== null ? null : (unknown ?? 'no_number')

const targets = ({ body }: Shown): Of<SnapshotTarget>[] =>
  body.indicators.flatMap((one) => one.targets.map((target) => ({ indicator: one, one: target })))

const judgements = ({ body }: Shown): (Of<SnapshotJudgement> & { no: number })[] =>
  body.indicators.flatMap((one) => one.judgements.map((judgement, no) => ({ indicator: one, one: judgement, no })))

export const indicatorFacts: readonly Resource[] = [
  resourceOf<Measured>(
    'indicator_values',
    'fact',
    [
      ...places<Measured>(({ one }) => [one.id]),
      must('value_id', 'id', ({ one }) => one.id),
      indicator(),
      ...coded<Measured>('role', measurementRoleLabels, ({ one }) => one.role),
      must('is_newest', 'flag', (row) => row.isNewest),
      ...coded<Measured>('value_kind', valueKindLabels, ({ one }) => one.value.kind),
      column('value_text', 'text', ({ one }, t) => formatTypedValue(one.value, t.locale)),
      column('as_written', 'text', ({ one }) => one.value.asWritten),
      ...coded<Measured>('qualifier', qualifierLabels, ({ one }) => one.value.qualifier),
      column('number', 'number', ({ one }) => one.value.number),
      column('number_to', 'number', ({ one }) => one.value.numberTo),
      ...missing<Measured>('number', ({ one }) => whyNoNumber(one.value)),
      column('measure_unit', 'text', ({ one, indicator: of }) => one.value.unit ?? of.unit),
      column('n', 'count', ({ one }) => one.value.n),
      column('yes', 'flag', ({ one }) => one.value.yes),
      column('part', 'text', ({ one }) => one.value.scope),
      column('area', 'text', ({ one }) => one.area),
      ...times<Measured>(({ one }) => one.time),
      column('corrected_on', 'day', ({ one: { corrections } }) =>
        corrections[0] ? dateInHelsinki(new Date(corrections[0].at)) : null,
      ),
      source(({ one }) => ({ kind: 'measurement', id: one.id })),
    ],
    measured,
  ),
  resourceOf<InCell>(
    'indicator_cells',
    'fact',
    [
      ...places<InCell>(({ one, no }) => [one.id, no]),
      must('value_id', 'id', ({ one }) => one.id),
      indicator(),
      must('no', 'count', (row) => row.no),
      must('part', 'text', ({ cell }) => cell.label || '–'),
      column('as_written', 'text', ({ cell }) => cell.asWritten),
      ...coded<InCell>('qualifier', qualifierLabels, ({ cell }) => cell.qualifier),
      column('number', 'number', ({ cell }) => cell.number),
      ...missing<InCell>('number', ({ cell }) => whyNoNumber(cell)),
      column('measure_unit', 'text', ({ cell, one, indicator: of }) => cell.unit ?? one.value.unit ?? of.unit),
    ],
    cells,
  ),
  resourceOf<InCell & { dimension: string; member: string }>(
    'cell_dimensions',
    'fact',
    [
      ...places<InCell & { dimension: string }>(({ one, no, dimension }) => [one.id, no, dimension]),
      must('cell_key', 'id', ({ one, no }, _t, { publicationId }) => `${publicationId}.${one.id}.${no}`),
      must('dimension', 'text', (row) => row.dimension),
      must('member', 'text', (row) => row.member || '–'),
    ],
    (shown) =>
      cells(shown).flatMap((row) =>
        Object.entries(row.cell.dimensions).map(([dimension, member]) => ({ ...row, dimension, member })),
      ),
  ),
  resourceOf<Of<SnapshotTarget>>(
    'targets',
    'fact',
    [
      ...places<Of<SnapshotTarget>>(({ one }) => [one.id]),
      must('target_id', 'id', ({ one }) => one.id),
      indicator(),
      ...coded<Of<SnapshotTarget>>('target_role', targetRoleLabels, ({ one }) => one.role),
      column('as_written', 'text', ({ one }) => one.asWritten ?? one.text),
      ...coded<Of<SnapshotTarget>>('operator', targetOperatorLabels, ({ one }) => one.operator),
      column('number', 'number', ({ one }) => one.number),
      ...missing<Of<SnapshotTarget>>('number', ({ one }) => (one.number === null ? 'no_number' : null)),
      column('measure_unit', 'text', ({ one }) => one.unit),
      ...times<Of<SnapshotTarget>>(({ one }) => one.time),
      must('in_force', 'flag', ({ one }) => one.superseded === null),
      column('superseded_on', 'text', ({ one }) => one.superseded?.on ?? one.superseded?.at),
      column('superseded_reason', 'text', ({ one }) => one.superseded?.reason),
      column('reached_on', 'day', ({ one }) => one.reached?.on),
      source(({ one }) => ({ kind: 'target', id: one.id })),
    ],
    targets,
  ),
  resourceOf<Of<SnapshotJudgement> & { no: number }>(
    'judgements',
    'fact',
    [
      ...places<Of<SnapshotJudgement> & { no: number }>(({ one, no }) => [one.targetId, no]),
      must('target_id', 'id', ({ one }) => one.targetId),
      column('value_id', 'id', ({ one }) => one.measurementId),
      indicator(),
      column('part', 'text', ({ one }) => one.scope),
      ...coded<Of<SnapshotJudgement>>('verdict', verdictLabels, ({ one }) => one.verdict),
      ...coded<Of<SnapshotJudgement>>('judgement', judgementReasonLabels, ({ one }) => one.reason),
      column('met', 'flag', ({ one }) => one.met),
    ],
    judgements,
  ),
]
