import { formSections } from '@/components/status-reports/form/shape'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { PlainCell } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import { reportAddress } from '@/lib/status-reports/addresses'
import { sectionPaths } from '@/lib/status-reports/fields/model'
import type { ReportView } from '@/lib/status-reports/views/model'
import { titleOf } from '@/lib/work-packages/model'

type Props = { t: Words; project: string; report: Omit<ReportView, 'reopening'>; why: string }

/** The indicators of a report that cannot be written, as its fields stand, with the reason. */
export function ReadIndicators({ t, project, report, why }: Props) {
  const { unit, period, fields } = report
  const title = titleOf(unit)
  const section = formSections(t, { ...report, opens: null, reopening: null }).find(
    ({ path }) => path === sectionPaths.indicators,
  )
  const told = (path: string): PlainCell => fields[path]?.text ?? ''
  return (
    <Section
      id={`unit-${unit.id}`}
      title={title}
      intro={
        <>
          {why} <a href={reportAddress(project, period.key, unit.id)}>{t('statusReports.grid.whole')}</a>
        </>
      }
    >
      <DataTable
        caption={t('statusReports.grid.gridOf', { unit: title })}
        hideCaption
        columns={[
          { key: 'indicator', header: t('statusReports.grid.indicator') },
          { key: 'previous', header: t('statusReports.grid.previous') },
          { key: 'value', header: t('statusReports.field.value') },
          { key: 'n', header: t('statusReports.field.n') },
          { key: 'time', header: t('statusReports.field.time') },
          { key: 'note', header: t('statusReports.field.note') },
        ]}
        rows={(section?.groups ?? []).map((group) => {
          const previous = group.fields[0]?.previous
          return {
            key: group.key,
            cells: [
              group.title,
              previous ? { text: previous.value, note: previous.label } : null,
              ...['value', 'n', 'time', 'note'].map((name) => told(`indicators/${group.key}/${name}`)),
            ],
          }
        })}
      />
    </Section>
  )
}
