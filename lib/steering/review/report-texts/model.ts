import { stateLabels, unknownStateLabel } from '@/lib/actions/labels'
import { numberedTitle } from '@/lib/actions/model'
import { askedOf } from '@/lib/indicators/readings/model'
import type { ReportedAction, SnapshotAction, SnapshotReport, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import { changedFigure } from '@/lib/status-reports/corrections/model'
import { scopeLabels } from '@/lib/status-reports/labels'
import type { ReviewBlock, Run } from '@/lib/steering/review/model'
import { figure, list, paragraphs, type ReviewContext, run, strong } from '@/lib/steering/review/runs/model'
import { formatDate, formatDateTime } from '@/lib/values/format'

/** What an approved report tells: actions with their states, results, next steps, deviations. */
export function reportBlocks(context: ReviewContext, unit: SnapshotUnit, report: SnapshotReport): ReviewBlock[] {
  const { t } = context
  const text = (key: 'results' | 'nextSteps' | 'deviations' | 'planChange' | 'risks') =>
    paragraphs(t(`steering.unit.${key}`), report[key]?.text)
  return [
    ...list(t('steering.unit.actions'), actionItems(context, unit, report)),
    ...text('results'),
    ...text('nextSteps'),
    ...text('deviations'),
    ...text('planChange'),
    ...text('risks'),
  ]
}

/** What is told of each action, and then the reported actions that nothing is told of, with their states. */
function actionItems(context: ReviewContext, unit: SnapshotUnit, { actions }: SnapshotReport): Run[][] {
  const told = actions.filter((one) => one.text !== null)
  const named = new Set(told.map((one) => one.actionId))
  const silent = unit.actions.filter((action) => action.origin === 'report' && !named.has(action.id))
  return [
    ...told.map((one) => toldRuns(context, unit, one)),
    ...silent.map((one) => actionRuns(context, one, one.state)),
  ]
}

function toldRuns(
  context: ReviewContext,
  unit: SnapshotUnit,
  { actionId, actionNo, text, state }: ReportedAction,
): Run[] {
  const { t } = context
  const action = unit.actions.find((one) => one.id === actionId)
  const told = run(`. ${(text?.text ?? '').replaceAll(/\s*\n+\s*/g, ' ')}`)
  if (action) return [...actionRuns(context, action, state?.value ?? action.state), told]
  return [
    strong(actionNo === null ? t('steering.unit.generalText') : t('steering.unit.action', { no: actionNo })),
    told,
  ]
}

/** An action with its state; one that nobody has told is said to be unknown. */
function actionRuns(context: ReviewContext, action: SnapshotAction, state: SnapshotAction['state']): Run[] {
  const word = context.t(state === null ? unknownStateLabel : stateLabels[state])
  return [{ ...figure(context, 'action', action.id, numberedTitle(action)), strong: true }, run(` (${word})`)]
}

/** Figures of the report that were corrected after its approval: both values, the day and the reason. */
export function correctionBlocks({ t, body }: ReviewContext, { corrections }: SnapshotReport): ReviewBlock[] {
  const items = corrections.map((correction): Run[] => {
    const indicator = body.indicators.find(({ id }) => id === correction.indicatorId)
    const of = {
      name: indicator?.name ?? t('steering.unit.indicators'),
      asked: askedOf(indicator),
    }
    return [
      run(`${formatDate(correction.at, t.locale)} ${changedFigure(t, correction, of)}. `),
      run(t('corrections.note.reason', { reason: correction.reason })),
    ]
  })
  return list(t('corrections.list'), items)
}

/** The report's scope, and when and by which role it was sent and approved; how its figures were derived. */
export function reportNotes({ t }: ReviewContext, report: SnapshotReport): Run[][] {
  const moment = (key: 'submitted' | 'approved') => {
    const told = report[key]
    if (!told) return null
    const time = formatDateTime(told.at, t.locale)
    return told.role
      ? t(`steering.unit.${key}By`, { time, role: t(`access.role.${told.role}`).toLocaleLowerCase() })
      : t(`steering.unit.${key}`, { time })
  }
  const way = [t(scopeLabels[report.scope]), moment('submitted'), moment('approved')].filter(Boolean).join('. ')
  return [way, ...report.derivedFigures, report.note].flatMap((text) => (text ? [[run(text)]] : []))
}
