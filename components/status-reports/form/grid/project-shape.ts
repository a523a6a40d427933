import { formProps } from '@/components/status-reports/form/form-props'
import { gridWords } from '@/components/status-reports/form/grid/words'
import type { Words } from '@/lib/platform/words'
import { sectionPaths } from '@/lib/status-reports/fields/model'
import { stateLabels } from '@/lib/status-reports/labels'
import { isWritable } from '@/lib/status-reports/model'
import type { ReportView } from '@/lib/status-reports/views/model'
import { titleOf } from '@/lib/work-packages/model'

type Report = Omit<ReportView, 'reopening'>

/** What the grid of one report among many is drawn from; null when its indicators are not open for writing. */
export function partProps(t: Words, project: string, report: Report) {
  const { unit, period } = report
  const place = { project, period: period.key, unit: unit.id }
  const { sections, ...form } = formProps(t, { ...report, reopening: null }, place)
  const indicators = sections.find(({ path }) => path === sectionPaths.indicators)
  if (!indicators || whyReadOnly(t, report) !== null) return null
  const title = titleOf(unit)
  return {
    ...form,
    sections: [{ ...indicators, path: `unit-${unit.id}`, title }],
    grid: { ...gridWords(t), caption: t('statusReports.grid.gridOf', { unit: title }) },
  }
}

export type PartProps = NonNullable<ReturnType<typeof partProps>>

/** Why the indicators of a report can only be read; null when they can be written. The rule is the form's. */
export function whyReadOnly(t: Words, { may, closed, state, opens }: Report): string | null {
  if (!may.write) return t('statusReports.grid.cannot.notOwn')
  if (closed) return t('statusReports.grid.cannot.closed')
  if (!isWritable(state)) return t('statusReports.grid.cannot.state', { state: t(stateLabels[state]) })
  const isOpen = opens === null || opens.some((path) => path.split('/')[0] === sectionPaths.indicators)
  return isOpen ? null : t('statusReports.grid.cannot.otherParts')
}
