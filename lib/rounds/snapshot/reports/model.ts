import { type ActionState, actionStates } from '@/lib/actions/model'
import type { ReportedAction, ReportText, SnapshotReport } from '@/lib/rounds/snapshot/model'
import { type Address, readPath } from '@/lib/status-reports/fields/model'
import { isLight } from '@/lib/status-reports/model'

/** One stored field of a report. */
export type EntryRow = { id: string; path: string; text: string }

type ReportParts = Pick<
  SnapshotReport,
  | 'light'
  | 'reason'
  | 'actions'
  | 'results'
  | 'nextSteps'
  | 'deviations'
  | 'planChange'
  | 'risks'
  | 'indicators'
  | 'toimintamallit'
>

type Filled = EntryRow & { at: Address }

/** The fields of a report by what they tell. A field left empty tells nothing and is not kept. */
export function reportParts(entries: readonly EntryRow[]): ReportParts {
  const filled = entries.flatMap((entry): Filled[] => {
    const at = entry.text.trim() === '' ? null : readPath(entry.path)
    return at ? [{ ...entry, at }] : []
  })
  const text = (path: string): ReportText | null => {
    const entry = filled.find((one) => one.path === path)
    return entry ? textOf(entry) : null
  }
  const light = filled.find((one) => one.at.field === 'light')
  return {
    light: light && isLight(light.text) ? { entryId: light.id, value: light.text } : null,
    reason: text('overall/reason'),
    actions: reportedActions(filled),
    results: text('results/text'),
    nextSteps: text('nextSteps/text'),
    deviations: text('deviations/text'),
    planChange: text('deviations/planChange'),
    risks: text('risks/text'),
    indicators: filled.flatMap((entry) => {
      const field = indicatorFields.find((name) => name === entry.at.field)
      return field && entry.at.indicatorId ? [{ ...textOf(entry), indicatorId: entry.at.indicatorId, field }] : []
    }),
    toimintamallit: filled.flatMap((entry) =>
      entry.at.toimintamalliId ? [{ ...textOf(entry), toimintamalliId: entry.at.toimintamalliId }] : [],
    ),
  }
}

const indicatorFields = ['value', 'n', 'note', 'time'] as const

function textOf({ id, text }: EntryRow): ReportText {
  return { entryId: id, text }
}

/** What is told of actions, in the order of the fields: state and text of one action are one item. */
function reportedActions(entries: readonly Filled[]): ReportedAction[] {
  const told = new Map<string | number | null, ReportedAction>()
  for (const entry of entries) {
    const { section, field, actionId, actionNo } = entry.at
    if (section !== 'actions') continue
    const subject = actionId ?? actionNo
    const item = told.get(subject) ?? { actionId, actionNo, text: null, state: null }
    if (field === 'text') item.text = textOf(entry)
    else if (isActionState(entry.text)) item.state = { entryId: entry.id, value: entry.text }
    told.set(subject, item)
  }
  return [...told.values()].filter((item) => item.text !== null || item.state !== null)
}

function isActionState(text: string): text is ActionState {
  return actionStates.some((state) => state === text)
}

/** What reports say of the state of one action, with the last day of the period of each. */
export type StateTold = { lastDay: string; text: string }

/**
 * The state of an action as it was known at the cut: the latest one told by then; what the action itself says, when no report
 * has told anything; nothing, when it was told only later, since the row may have been written after the cut.
 */
export function stateAtCut(told: readonly StateTold[], own: ActionState | null, lastDay: string): ActionState | null {
  if (told.length === 0) return own
  const known = told.filter((one) => one.lastDay <= lastDay).sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
  const latest = known.at(-1)?.text
  return latest !== undefined && isActionState(latest) ? latest : null
}
