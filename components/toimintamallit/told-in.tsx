import { periodName } from '@/components/rounds/period-name'
import { DataTable } from '@/components/ui/data-table'
import { sectionAddress } from '@/lib/final-report/addresses'
import type { ToldInSection } from '@/lib/final-report/toimintamallit/model'
import type { Words } from '@/lib/platform/words'
import { reportAddress } from '@/lib/status-reports/addresses'
import type { ToldInReport } from '@/lib/status-reports/toimintamallit/model'
import { publishedUnitAddress } from '@/lib/steering/addresses'
import type { RegisterRow } from '@/lib/toimintamallit/register/model'

type Props = {
  t: Words
  project: string
  row: RegisterRow
  reports: readonly ToldInReport[]
  sections: readonly ToldInSection[]
  /** The viewer may open reports; others are led to the published page of the unit */
  readsReports: boolean
}

/** Where the model has been reported: quarterly reports, sections of the final report, and places of an imported report. */
export function ToldIn({ t, project, row, reports, sections, readsReports }: Props) {
  if (reports.length === 0 && sections.length === 0 && row.sectionRef === null && !row.listedInReportTable) {
    return <p className="text-muted">{t('toimintamallit.told.nowhere')}</p>
  }
  return (
    <>
      {reports.length > 0 && (
        <DataTable
          caption={t('toimintamallit.told.reports')}
          columns={[
            { key: 'period', header: t('projects.period') },
            { key: 'unit', header: t('toimintamallit.column.unit') },
            { key: 'text', header: t('toimintamallit.told.text') },
            { key: 'state', header: t('projects.state') },
          ]}
          rows={reports.map((one) => ({
            key: `${one.periodKey} ${one.unitId}`,
            cells: [
              {
                text: periodName(one.periodKey),
                href: readsReports
                  ? reportAddress(project, one.periodKey, one.unitId)
                  : publishedUnitAddress(project, one.periodKey, one.unitId, null),
              },
              one.unitTitle,
              one.text,
              t(one.isPublished ? 'projects.periodState.published' : 'toimintamallit.told.notPublished'),
            ],
          }))}
        />
      )}
      {sections.length > 0 && (
        <DataTable
          caption={t('toimintamallit.told.sections')}
          columns={[
            { key: 'section', header: t('toimintamallit.told.section') },
            { key: 'how', header: t('toimintamallit.told.how') },
          ]}
          rows={sections.map((one) => ({
            key: one.sectionId,
            cells: [
              {
                text: [one.number, one.title].filter(Boolean).join(' '),
                href: sectionAddress({ key: project, kind: 'final_report' }, one.sectionId),
              },
              t(one.isOwn ? 'toimintamallit.told.own' : 'toimintamallit.told.named'),
            ],
          }))}
        />
      )}
      {(row.sectionRef !== null || row.listedInReportTable) && (
        <p className="max-w-text">
          {row.sectionRef !== null &&
            t('toimintamallit.told.imported', {
              section: [row.sectionRef, row.sectionTitle].filter(Boolean).join(' '),
            })}{' '}
          {row.listedInReportTable && t('toimintamallit.told.inTable')}
        </p>
      )}
    </>
  )
}
