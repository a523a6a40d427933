import { roleLabels } from '@/lib/access/labels'
import { roles } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotBody, SnapshotOrigin } from '@/lib/rounds/snapshot/model'
import { periodText, timeText } from '@/lib/steering/figure-texts/model'
import type { FigureRow } from '@/lib/steering/figures/rows/model'
import { formatDateTime } from '@/lib/values/format'

/** A step on the way of a figure to its reader. Without `time` it is not known, or did not happen. */
export type CardStep = {
  key: 'measured' | 'entered' | 'submitted' | 'approved' | 'published'
  title: string
  time: string | null
  /** Machine form of the time, when it is a moment */
  dateTime?: string
  by: string | null
}

type Moment = { role: string | null; at: string } | null

/** The way of a figure: when it was measured, entered, sent, approved, by which role, and when it was published. */
export function figurePath(
  t: Words,
  body: SnapshotBody,
  found: FigureRow | null,
  published: { version: number; at: string },
): CardStep[] {
  const came = found && cameFrom(body, found)
  const measured = found?.kind === 'measurement' ? [measuredStep(t, timeText(t, found.row.time))] : []
  const report = came
    ? [step(t, 'entered', came.entered), step(t, 'submitted', came.submitted), step(t, 'approved', came.approved)]
    : found
      ? [{ ...step(t, 'entered', null), time: t(found.kind === 'light' ? 'figures.noReport' : 'figures.fromMaterial') }]
      : []
  return [
    ...measured,
    ...report,
    {
      ...step(t, 'published', { role: body.publishedBy, at: published.at }),
      title: t('figures.step.publishedAs', { period: periodText(body.period.key), version: published.version }),
    },
  ]
}

function measuredStep(t: Words, time: string | null): CardStep {
  return { key: 'measured', title: t('figures.step.measured'), time, by: null }
}

function step(t: Words, key: CardStep['key'], moment: Moment): CardStep {
  return {
    key,
    title: t(`figures.step.${key}`),
    time: moment && formatDateTime(moment.at, t.locale),
    ...(moment && { dateTime: moment.at }),
    by: moment && roleText(t, moment.role),
  }
}

/** The report that a figure came with; null when it came into the project's material in another way. */
function cameFrom(
  body: SnapshotBody,
  found: FigureRow,
): Pick<SnapshotOrigin, 'entered' | 'submitted' | 'approved'> | null {
  if (found.kind === 'measurement') return found.row.origin
  const report = reportOf(body, found)
  return report && { entered: null, submitted: report.submitted, approved: report.approved }
}

/** The approved report that tells the light or the state of an action, or that made the value. */
export function reportOf(body: SnapshotBody, found: FigureRow) {
  if (found.kind === 'light') return found.row.report
  if (found.kind === 'action') {
    const told = found.unit.report?.actions.some(({ actionId }) => actionId === found.row.id)
    return told ? found.unit.report : null
  }
  if (found.kind !== 'measurement' || found.row.reportId === null) return null
  return body.units.find(({ report }) => report?.id === found.row.reportId)?.report ?? null
}

/** A role by its name, a part of the product by what it is. Never a person. */
function roleText(t: Words, role: string | null): string | null {
  if (role === null) return null
  const known = roles.find((one) => one === role)
  return t(known ? roleLabels[known] : 'access.role.system')
}
