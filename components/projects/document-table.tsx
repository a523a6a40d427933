import type { ReactNode } from 'react'
import { DataTable } from '@/components/ui/data-table'
import type { Words } from '@/lib/platform/words'
import { documentFileAddress } from '@/lib/projects/addresses'
import type { DocumentRow } from '@/lib/projects/documents/model'
import { documentKindLabels } from '@/lib/projects/labels'
import { formatDate, formatFileSize } from '@/lib/values/format'

type Props = {
  t: Words
  project: string
  documents: readonly DocumentRow[]
  /** The button that takes one away, where documents are kept */
  remove?: (row: DocumentRow) => ReactNode
}

export function DocumentTable({ t, project, documents, remove }: Props) {
  if (documents.length === 0) return <p className="text-muted">{t('projects.document.none')}</p>
  return (
    <DataTable
      caption={t('projects.document.title')}
      hideCaption
      columns={[
        { key: 'label', header: t('projects.document.label') },
        { key: 'kind', header: t('projects.document.kindTitle') },
        { key: 'date', header: t('projects.document.date') },
        { key: 'case', header: t('projects.document.caseNumber') },
        ...(remove ? [{ key: 'remove', header: t('projects.document.remove'), hideHeader: true }] : []),
      ]}
      rows={documents.map((row) => ({
        key: row.id,
        cells: [
          {
            text: row.label,
            href: row.file ? documentFileAddress(project, row.id) : (row.url ?? undefined),
            note: row.file
              ? `${row.file.name}, ${formatFileSize(row.file.size, t.locale)}`
              : t('projects.document.link'),
          },
          t(documentKindLabels[row.kind]),
          row.datedOn ? formatDate(row.datedOn, t.locale) : { text: t('projects.unknown'), unknown: true },
          row.caseNumber ?? { text: t('projects.unknown'), unknown: true },
          ...(remove ? [remove(row)] : []),
        ],
      }))}
    />
  )
}
