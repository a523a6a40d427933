import { labelOf } from '@/lib/investments/model'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import { countDecisions } from '@/lib/plan-changes/model'
import type { SnapshotPlanChange } from '@/lib/rounds/snapshot/model'
import { amountText } from '@/lib/steering/money-texts/model'
import type { ReviewBlock, ReviewPage, Run } from '@/lib/steering/review/model'
import { boardHref, figure, joined, type ReviewContext, run, unitRun } from '@/lib/steering/review/runs/model'
import { table } from '@/lib/steering/review/tables/model'
import { formatDate, formatTimeCode } from '@/lib/values/format'

/** Every change of the plan with its decisions and its state. */
export function planChangePages(context: ReviewContext): ReviewPage[] {
  const { t, body } = context
  const changes = body.planChanges
  const count = { changes: changes.length, dates: countDecisions(changes) }
  const column = (key: string, weight: number) => ({ title: t(`steering.planChanges.${key}`), weight })
  const blocks: ReviewBlock[] =
    changes.length === 0
      ? [{ kind: 'paragraph', label: null, runs: [run(t('steering.planChanges.none'))] }]
      : [
          { kind: 'paragraph', label: null, runs: [run(t('steering.planChanges.count', count))] },
          table({
            caption: t('steering.planChanges.title'),
            columns: [column('change', 5), column('unit', 4), column('decided', 2), column('state', 2)],
            rows: changes.map((change) => cells(context, change)),
          }),
          ...effects(context),
        ]
  return [
    {
      id: 'plan-changes',
      kind: 'register',
      title: t('steering.planChanges.title'),
      lead: [],
      light: null,
      blocks,
      notes: [],
      href: boardHref(context, 'plan-changes'),
    },
  ]
}

function cells(context: ReviewContext, change: SnapshotPlanChange): Run[][] {
  const { t, body } = context
  const unit = body.units.find((one) => one.id === change.workPackageId)
  const unknown = run(t('steering.planChanges.unknown'))
  const name = change.no === null ? change.title : `${change.no}. ${change.title}`
  const decided = change.decided.map((one) => formatTimeCode(one.timeCode, t.locale)).join(', ')
  const inForce = change.inForceFrom === null ? [] : [run(formatDate(change.inForceFrom, t.locale))]
  return [
    joined([[figure(context, 'plan_change', change.id, name)], ...details(context, change)], '. '),
    [unit ? unitRun(context, unit) : change.workPackageAsWritten ? run(change.workPackageAsWritten) : unknown],
    [decided ? run(decided) : unknown],
    joined([[run(t(planChangeStateLabels[change.state]))], inForce], ', '),
  ]
}

/** What and why, the texts and the amounts that change; what is not told is left out. */
function details({ t }: ReviewContext, change: SnapshotPlanChange): Run[][] {
  const { what, why, oldText, newText, oldAmount, newAmount, rejectedReason } = change
  const moved = (from: string | null, to: string | null) =>
    from === null && to === null
      ? null
      : t('steering.planChanges.amounts', {
          old: from ?? t('steering.planChanges.unknown'),
          new: to ?? t('steering.planChanges.unknown'),
        })
  const amount = (value: string | null) => (value === null ? null : amountText(t, value))
  return [what, why, moved(oldText, newText), moved(amount(oldAmount), amount(newAmount)), rejectedReason].flatMap(
    (text) => (text ? [[run(text)]] : []),
  )
}

/** Money that the changes move from place to place; nothing when they move none. */
function effects(context: ReviewContext): ReviewBlock[] {
  const { t, body } = context
  const rows = body.planChanges.flatMap((change) => change.effects.map((effect) => ({ change, effect })))
  if (rows.length === 0) return []
  const places = new Map(body.investments.map((one) => [one.id, labelOf(one)]))
  const titles = new Map(body.units.map((unit) => [unit.id, unit.title]))
  const amount = (change: SnapshotPlanChange, value: string | null) =>
    value === null
      ? [run(t('steering.planChanges.unknown'))]
      : [figure(context, 'plan_change', change.id, amountText(t, value))]
  return [
    table({
      caption: t('review.planChanges.effects'),
      columns: [
        { title: t('steering.planChanges.change'), weight: 4 },
        { title: t('review.planChanges.place'), weight: 4 },
        { title: t('review.planChanges.old'), weight: 2, numeric: true },
        { title: t('review.planChanges.new'), weight: 2, numeric: true },
      ],
      rows: rows.map(({ change, effect }) => [
        [run(change.title)],
        [
          run(
            [
              places.get(effect.investmentId ?? ''),
              titles.get(effect.workPackageId ?? ''),
              effect.year === null ? null : String(effect.year),
              effect.costType,
            ]
              .filter(Boolean)
              .join(', ') || t('steering.money.wholeProject'),
          ),
        ],
        amount(change, effect.oldAmount),
        amount(change, effect.newAmount),
      ]),
    }),
  ]
}
