import { ImportNotes } from '@/components/final-report/import/import-notes'
import { DataTable } from '@/components/ui/data-table'
import { KeyFigures } from '@/components/ui/key-figures'
import { Section } from '@/components/ui/section'
import type { Cell } from '@/components/ui/table-model'
import type { ImportPlan } from '@/lib/final-report/import/plan/model'
import { type Counts, type PreviewRow, previewRows, totalOf } from '@/lib/final-report/import/preview/model'
import type { FinalReport } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

const countColumns = ['words', 'figures', 'tables', 'bound', 'references'] as const satisfies readonly (keyof Counts)[]

/** What goes where: every heading of the file with its place in the report, and what is lost, likely or open. */
export function ImportPreview({ t, plan, report }: { t: Words; plan: ImportPlan; report: FinalReport }) {
  const rows = previewRows(plan, report)
  const total = totalOf(rows)
  const number = (value: number) => formatNumber(value, t.locale)
  return (
    <>
      <KeyFigures
        figures={[
          { label: t('reportImport.preview.headings'), value: number(rows.filter(({ level }) => level > 0).length) },
          ...countColumns.map((key) => ({ label: t(`reportImport.preview.${key}`), value: number(total[key]) })),
        ]}
      />
      <Section id="places" title={t('reportImport.preview.table')}>
        <DataTable
          caption={t('reportImport.preview.table')}
          hideCaption
          columns={[
            { key: 'heading', header: t('reportImport.preview.heading') },
            { key: 'place', header: t('reportImport.preview.place') },
            { key: 'state', header: t('reportImport.preview.state') },
            ...countColumns.map((key) => ({ key, header: t(`reportImport.preview.${key}`), numeric: true })),
          ]}
          rows={rows.map((row) => ({
            key: row.key,
            cells: [
              row.name || t('reportImport.preview.beginning'),
              placeCell(t, row),
              standingCell(t, row),
              ...countColumns.map((key) => number(row.counts[key])),
            ],
          }))}
        />
      </Section>
      <ImportNotes t={t} plan={plan} />
    </>
  )
}

function placeCell(t: Words, { to, name, place, certainty }: PreviewRow): Cell {
  if (to === 'out') return { text: t('reportImport.preview.out'), tag: 'warning' }
  if (to === 'own') return { text: t('reportImport.preview.own'), tag: 'info' }
  if (to === 'inside') {
    return place === null ? t('reportImport.preview.insideHere') : t('reportImport.preview.inside', { title: place })
  }
  if (place === name) return t('reportImport.preview.same')
  return { text: place ?? '', ...(certainty === 'nearest' && { note: t('reportImport.preview.nearest') }) }
}

function standingCell(t: Words, { to, standing }: PreviewRow): Cell {
  if (to !== 'section') return t('reportImport.preview.new')
  if (standing === null) return t('reportImport.preview.empty')
  return standing.shows
    ? t('reportImport.preview.shown')
    : t('reportImport.preview.standingWords', { count: standing.words })
}
