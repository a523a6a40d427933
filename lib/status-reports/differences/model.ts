import { type ActionState, actionStates, isFinished } from '@/lib/actions/model'
import { differenceOfValues, type ToldValue, type ValueChange } from '@/lib/status-reports/differences/values/model'
import { type ReportSection, reportSections, sectionPaths } from '@/lib/status-reports/fields/model'
import { type Light, type ReportState, worstLight } from '@/lib/status-reports/model'
import { isSameText, type TextDifference, textDifference } from '@/lib/values/text-difference'

/** What one report says, in the shape in which two are compared. Made of a report as it stands or of a published one. */
export type ReportTold = {
  light: Light | null
  /** Field path → text, of the fields that are words */
  texts: Readonly<Record<string, string>>
  /** Action → its state as it was known at the end of the period */
  states: Readonly<Record<string, ActionState>>
  /** Indicator → what was measured; several when it was measured for several scopes */
  values: Readonly<Record<string, readonly ToldValue[]>>
}

export type Subject = { id: string; title: string }
/** What the reports tell of, in the order in which it is shown. */
export type Subjects = Record<'actions' | 'indicators' | 'toimintamallit', readonly Subject[]>

/** How a field has turned. Only a light is better or worse: for the rest that is for people to judge. */
export type Turn = 'same' | 'changed' | 'came' | 'went' | 'better' | 'worse'

export type FieldDifference = { path: string; turn: Turn } & (
  | { kind: 'light'; before: Light | null; after: Light | null }
  | { kind: 'state'; before: ActionState | null; after: ActionState | null }
  | { kind: 'values'; values: ValueChange[] }
  | { kind: 'text'; before: string; after: string; difference: TextDifference }
)

/** Fields about one thing; `actionNo` when the texts name an action that is on no list. */
export type GroupDifference = {
  key: string
  title: string | null
  actionNo: number | null
  fields: FieldDifference[]
}
export type SectionDifference = { section: ReportSection; path: string; groups: GroupDifference[] }

/** What changed from the earlier report to the later one, section by section. A field that is empty in both is left out. */
export function compareReports(before: ReportTold, after: ReportTold, subjects: Subjects): SectionDifference[] {
  const pair: Pair = { before, after }
  return reportSections.map((section) => ({
    section,
    path: sectionPaths[section],
    groups: groupsOf[section](pair, subjects)
      .map((group) => ({ ...group, fields: group.fields.filter((field) => field !== null) }))
      .filter(({ fields }) => fields.length > 0),
  }))
}

export function isChanged({ turn }: Pick<FieldDifference, 'turn'>): boolean {
  return turn !== 'same'
}

/** The same sections with nothing but what changed. */
export function changesOnly(sections: readonly SectionDifference[]): SectionDifference[] {
  return sections
    .map((section) => ({
      ...section,
      groups: section.groups
        .map((group) => ({ ...group, fields: group.fields.filter(isChanged) }))
        .filter(({ fields }) => fields.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0)
}

/** How many fields changed, and in how many groups of each section. Sections without a change are left out. */
export function countChanges(sections: readonly SectionDifference[]): {
  fields: number
  sections: { section: ReportSection; path: string; groups: number }[]
} {
  const changed = changesOnly(sections)
  return {
    fields: changed.flatMap(({ groups }) => groups.flatMap(({ fields }) => fields)).length,
    sections: changed.map(({ section, path, groups }) => ({ section, path, groups: groups.length })),
  }
}

type Pair = { before: ReportTold; after: ReportTold }
type Group = Omit<GroupDifference, 'fields'> & { fields: (FieldDifference | null)[] }

const groupsOf: Record<ReportSection, (pair: Pair, subjects: Subjects) => Group[]> = {
  overall: (pair) => [group('overall', [light(pair), text(pair, 'overall/reason')])],
  actions: (pair, { actions }) => [
    ...actions.map(({ id, title }) => ({
      ...group(id, [state(pair, id), textOfAction(pair, id)]),
      title,
    })),
    ...missingActions(pair).map((actionNo) => ({
      ...group(`no-${actionNo}`, [text(pair, `actions/no-${actionNo}/text`)]),
      actionNo,
    })),
    group('general', [text(pair, 'actions/general/text')]),
  ],
  results: (pair) => [group('results', [text(pair, 'results/text')])],
  next_steps: (pair) => [group('nextSteps', [text(pair, 'nextSteps/text')])],
  deviations: (pair) => [group('deviations', [text(pair, 'deviations/text'), text(pair, 'deviations/planChange')])],
  indicators: (pair, { indicators }) =>
    indicators.map(({ id, title }) => ({
      ...group(id, [values(pair, id), text(pair, `indicators/${id}/time`), text(pair, `indicators/${id}/note`)]),
      title,
    })),
  toimintamallit: (pair, { toimintamallit }) =>
    toimintamallit.map(({ id, title }) => ({ ...group(id, [text(pair, `toimintamallit/${id}/change`)]), title })),
  risks: (pair) => [group('risks', [text(pair, 'risks/text')])],
}

function group(key: string, fields: (FieldDifference | null)[]): Group {
  return { key, title: null, actionNo: null, fields }
}

function text({ before, after }: Pair, path: string): FieldDifference | null {
  const [earlier, later] = [before.texts[path]?.trim() ?? '', after.texts[path]?.trim() ?? '']
  if (earlier === '' && later === '') return null
  const turn = isSameText(earlier, later) ? 'same' : turnOf(earlier === '', later === '')
  return { path, kind: 'text', turn, before: earlier, after: later, difference: textDifference(earlier, later) }
}

/** Of an action that was finished already nothing more is told: that is no removal of what was told when it ended. */
function textOfAction(pair: Pair, id: string): FieldDifference | null {
  const path = `actions/${id}/text`
  const { before, after } = pair
  const isSilent = (after.texts[path]?.trim() ?? '') === ''
  if (isSilent && isFinished(before.states[id]) && after.states[id] === before.states[id]) return null
  return text(pair, path)
}

function light({ before, after }: Pair): FieldDifference | null {
  const [earlier, later] = [before.light, after.light]
  if (earlier === null && later === null) return null
  return { path: 'overall/light', kind: 'light', turn: turnOfLight(earlier, later), before: earlier, after: later }
}

function turnOfLight(before: Light | null, after: Light | null): Turn {
  if (before === after) return 'same'
  if (before === null || after === null) return turnOf(before === null, after === null)
  return worstLight([before, after]) === after ? 'worse' : 'better'
}

function state({ before, after }: Pair, id: string): FieldDifference | null {
  const [earlier, later] = [before.states[id] ?? null, after.states[id] ?? null]
  if (earlier === null && later === null) return null
  const turn = earlier === later ? 'same' : turnOf(earlier === null, later === null)
  return { path: `actions/${id}/state`, kind: 'state', turn, before: earlier, after: later }
}

function values({ before, after }: Pair, id: string): FieldDifference | null {
  const [earlier, later] = [before.values[id] ?? [], after.values[id] ?? []]
  if (earlier.length === 0 && later.length === 0) return null
  const changes = differenceOfValues(earlier, later)
  const turn = changes.every(({ same }) => same) ? 'same' : turnOf(earlier.length === 0, later.length === 0)
  return { path: `indicators/${id}/value`, kind: 'values', turn, values: changes }
}

function turnOf(wasEmpty: boolean, isEmpty: boolean): Turn {
  if (wasEmpty) return 'came'
  return isEmpty ? 'went' : 'changed'
}

function missingActions({ before, after }: Pair): number[] {
  const numbers = [...Object.keys(before.texts), ...Object.keys(after.texts)].flatMap((path) => {
    const match = /^actions\/no-(\d+)\/text$/.exec(path)
    return match ? [Number(match[1])] : []
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** A report of the unit that can be chosen for the comparison. */
export type ComparableReport = { periodKey: string; state: ReportState }

export type Comparison = {
  unit: { id: string; code: string | null; title: string }
  /** The report whose page it is */
  shown: ComparableReport
  /** The unit's other reports, the newest first */
  others: ComparableReport[]
  /** The period it is compared with; null when there is no other report */
  chosen: string | null
  /** The period that was asked for although the unit has no report of it */
  notFound: string | null
  /** The two that are compared, the earlier one first; null when there is nothing to compare */
  compared: { before: ComparableReport; after: ComparableReport; sections: SectionDifference[] } | null
}

/**
 * Which of the unit's reports is compared with the one shown: the one asked for, else the one before it, else the one
 * after it. Given from the oldest to the newest.
 */
export function chooseOther<T extends { periodKey: string }>(
  all: readonly T[],
  shown: string,
  asked: string | null,
): T | null {
  const at = all.findIndex(({ periodKey }) => periodKey === shown)
  const found = all.find(({ periodKey }) => periodKey === asked && periodKey !== shown)
  return found ?? all[at - 1] ?? all[at + 1] ?? null
}

/** The states that reports tell of actions, the later over the earlier. A report that says nothing leaves what was known. */
export function statesKnown(told: readonly { actionId: string; text: string }[]): Record<string, ActionState> {
  return Object.fromEntries(
    told.flatMap(({ actionId, text }) => {
      const known = actionStates.find((one) => one === text)
      return known ? [[actionId, known]] : []
    }),
  )
}
