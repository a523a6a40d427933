import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import type { ReportEvidence } from '@/lib/status-reports/evidence/model'
import { reportSections, sectionPaths } from '@/lib/status-reports/fields/model'
import { sectionLabels } from '@/lib/status-reports/labels'
import { formatFileSize } from '@/lib/values/format'

type Props = {
  t: Words
  reportId: string
  evidence: readonly ReportEvidence[]
  remove?: (row: ReportEvidence) => ReactNode
}

/** Links and files of a report. */
export function EvidenceList({ t, reportId, evidence, remove }: Props) {
  if (evidence.length === 0) return <p className="text-muted">{t('evidence.none')}</p>
  return (
    <ul className="grid gap-3">
      {evidence.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {row.file ? (
            <>
              <a href={`/api/reports/${reportId}/evidence/${row.id}`}>{row.label}</a>
              <span className="text-small text-muted">
                {row.file.name}, {formatFileSize(row.file.size, t.locale)}
              </span>
            </>
          ) : (
            <>
              <a href={row.url ?? undefined} rel="noreferrer">
                {row.label}
              </a>
              <Tag>{t('evidence.link')}</Tag>
            </>
          )}
          <SectionTag t={t} path={row.path} />
          {remove?.(row)}
        </li>
      ))}
    </ul>
  )
}

function SectionTag({ t, path }: { t: Words; path: string | null }) {
  const section = reportSections.find((one) => sectionPaths[one] === path)
  return section ? <Tag>{t(sectionLabels[section])}</Tag> : null
}
