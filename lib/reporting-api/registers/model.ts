import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import { coded, column, dayOnly, missing, must, places, source } from '@/lib/reporting-api/columns/model'
import type { Missing } from '@/lib/reporting-api/missing/model'
import { type Resource, resourceOf, type Shown } from '@/lib/reporting-api/model'
import type { SnapshotPlanChange, SnapshotRisk, SnapshotToimintamalli } from '@/lib/rounds/snapshot/model'
import { lightChangeLabels, shownLightLabels } from '@/lib/steering/labels'
import { type UnitRow, unitRows } from '@/lib/steering/lights/model'
import { pointsOf } from '@/lib/steering/risks/model'
import { describedAnswer } from '@/lib/steering/toimintamallit/model'
import { answerLabels, goalStateLabels } from '@/lib/toimintamallit/labels'
import { takenInto } from '@/lib/toimintamallit/model'

type Assessed = { risk: SnapshotRisk; one: SnapshotRisk['assessments'][number] | null; isNewest: boolean }

/** Every assessment of every risk; a risk that nobody has assessed has a row without scores. */
const assessed = ({ body }: Shown): Assessed[] =>
  body.risks.flatMap((risk): Assessed[] =>
    risk.assessments.length === 0
      ? [{ risk, one: null, isNewest: true }]
      : risk.assessments.map((one, at) => ({ risk, one, isNewest: at === risk.assessments.length - 1 })),
  )

function scored({ one }: Assessed): number | null {
  const { probability = null, impact = null } = one ?? {}
  return pointsOf(probability === null || impact === null ? null : { probability, impact })
}

/** A score that was not given; of what may happen after the measures it is simply not known. */
const unscored = (score: number | null | undefined): Missing | null => (score == null ? 'not_scored' : null)

type Amounts = { oldAmount: string | null; newAmount: string | null }

/** A change of words or times has no amounts at all; one that tells only what is new does not tell what was. */
const noAmount = (one: 'oldAmount' | 'newAmount') => (row: Amounts) =>
  row[one] !== null ? null : row.oldAmount === null && row.newAmount === null ? 'no_amount' : 'unknown'

/** What nobody has told is "unknown", never "no". */
const told = (answer: string | null): string => answer ?? 'unknown'

type Effect = SnapshotPlanChange['effects'][number] & { changeId: string }

export const registerFacts: readonly Resource[] = [
  resourceOf<UnitRow>(
    'unit_lights',
    'fact',
    [
      ...places<UnitRow>((row) => [row.id]),
      must('unit_id', 'id', (row) => row.id),
      must('reported', 'flag', (row) => row.status.reported),
      ...coded<UnitRow>('light', shownLightLabels, (row) => row.light),
      column('light_of_unit_id', 'id', (row) => row.status.partId),
      ...coded<UnitRow>('light_before', shownLightLabels, (row) => row.before),
      ...coded<UnitRow>('change', lightChangeLabels, (row) => row.change),
      column('reason', 'text', (row) => row.reason),
      must('ended', 'flag', (row) => row.ended),
      source(({ id }) => ({ kind: 'light', id })),
    ],
    ({ body }) => unitRows(body, null),
  ),
  resourceOf<Assessed>(
    'risk_assessments',
    'fact',
    [
      ...places<Assessed>(({ risk, one }) => [risk.id, one?.id ?? 'none']),
      must('risk_id', 'id', ({ risk }) => risk.id),
      must('is_newest', 'flag', (row) => row.isNewest),
      must('open', 'flag', ({ risk }) => risk.closedOn === null),
      column('probability', 'count', ({ one }) => one?.probability),
      ...missing<Assessed>('probability', ({ one }) => unscored(one?.probability)),
      column('impact', 'count', ({ one }) => one?.impact),
      ...missing<Assessed>('impact', ({ one }) => unscored(one?.impact)),
      column('points', 'count', scored),
      ...missing<Assessed>('points', (row) => (scored(row) === null ? 'not_scored' : null)),
      column('points_as_written', 'count', ({ one }) => one?.pointsAsWritten),
      column('probability_after', 'count', ({ one }) => one?.probabilityAfter),
      ...missing<Assessed>('probability_after', ({ one }) => unscored(one?.probabilityAfter)),
      column('impact_after', 'count', ({ one }) => one?.impactAfter),
      ...missing<Assessed>('impact_after', ({ one }) => unscored(one?.impactAfter)),
      column('assessed_on', 'day', ({ one }) => dayOnly(one?.assessedOn ?? null)),
      column('closed_on', 'day', ({ risk }) => dayOnly(risk.closedOn)),
      source(({ risk }) => ({ kind: 'risk', id: risk.id })),
    ],
    assessed,
  ),
  resourceOf<SnapshotToimintamalli>(
    'toimintamalli_states',
    'fact',
    [
      ...places<SnapshotToimintamalli>((row) => [row.id]),
      must('toimintamalli_id', 'id', (row) => row.id),
      ...coded<SnapshotToimintamalli>('described', answerLabels, (row) => told(describedAnswer(row))),
      ...coded<SnapshotToimintamalli>('piloted', answerLabels, (row) => told(row.piloted)),
      ...coded<SnapshotToimintamalli>('taken_into_use', answerLabels, (row) => told(takenInto(row))),
      ...coded<SnapshotToimintamalli>('stayed_in_use', answerLabels, (row) => told(row.stayedInUse)),
      ...coded<SnapshotToimintamalli>('goal_met', goalStateLabels, (row) => told(row.goalMet)),
      source(({ id }) => ({ kind: 'toimintamalli', id })),
    ],
    ({ body }) => body.toimintamallit,
  ),
  resourceOf<SnapshotPlanChange>(
    'plan_changes',
    'fact',
    [
      ...places<SnapshotPlanChange>((row) => [row.id]),
      must('change_id', 'id', (row) => row.id),
      column('no', 'count', (row) => row.no),
      must('title', 'text', (row) => row.title),
      column('what', 'text', (row) => row.what),
      column('why', 'text', (row) => row.why),
      column('investment_id', 'id', (row) => row.investmentId),
      column('unit_id', 'id', (row) => row.workPackageId),
      ...coded<SnapshotPlanChange>('change_state', planChangeStateLabels, (row) => row.state),
      column('decided', 'text', (row) => row.decided.map(({ asWritten }) => asWritten).join('\n')),
      column('in_force_from', 'day', (row) => dayOnly(row.inForceFrom)),
      column('old_amount', 'amount', (row) => row.oldAmount),
      ...missing<SnapshotPlanChange>('old_amount', noAmount('oldAmount')),
      column('new_amount', 'amount', (row) => row.newAmount),
      ...missing<SnapshotPlanChange>('new_amount', noAmount('newAmount')),
      source(({ id }) => ({ kind: 'plan_change', id })),
    ],
    ({ body }) => body.planChanges,
  ),
  resourceOf<Effect>(
    'plan_change_effects',
    'fact',
    [
      ...places<Effect>((row) => [row.id]),
      must('change_id', 'id', (row) => row.changeId),
      column('investment_id', 'id', (row) => row.investmentId),
      column('unit_id', 'id', (row) => row.workPackageId),
      column('year', 'count', (row) => row.year),
      column('cost_type', 'text', (row) => row.costType),
      column('old_amount', 'amount', (row) => row.oldAmount),
      ...missing<Effect>('old_amount', noAmount('oldAmount')),
      column('new_amount', 'amount', (row) => row.newAmount),
      ...missing<Effect>('new_amount', noAmount('newAmount')),
    ],
    ({ body }) => body.planChanges.flatMap(({ id, effects }) => effects.map((one) => ({ ...one, changeId: id }))),
  ),
]
