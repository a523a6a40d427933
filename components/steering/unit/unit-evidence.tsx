import type { UnitProps } from '@/components/steering/unit/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { CellParts } from '@/components/ui/table-model'
import { publishedFileAddress } from '@/lib/evidence/addresses'
import { reportSections, sectionPaths } from '@/lib/status-reports/fields/model'
import { sectionLabels } from '@/lib/status-reports/labels'
import { figureAddress } from '@/lib/steering/figures/addresses'
import { figureKindLabels } from '@/lib/steering/figures/labels'
import { shortOf } from '@/lib/steering/figures/model'
import { findRow } from '@/lib/steering/figures/rows/model'
import { figureTitle, figureValue } from '@/lib/steering/figures/values/model'
import type { UnitEvidence } from '@/lib/steering/units/model'
import { formatDate } from '@/lib/values/format'

/** Pieces of evidence with what each of them shows. */
export function UnitEvidenceList(props: UnitProps) {
  const { t, code, parts } = props
  return (
    <Section id="evidence" title={t('figures.evidence.title')}>
      <DataTable
        caption={t('figures.evidence.title')}
        hideCaption
        columns={['piece', 'shows', 'added'].map((key) => ({ key, header: t(`figures.unit.${key}`) }))}
        rows={parts.evidence.map(({ piece, of }) => ({
          key: piece.id,
          cells: [
            {
              text: piece.label,
              href: piece.file ? publishedFileAddress(code, piece.id) : (piece.url ?? undefined),
              note: piece.file?.name,
            },
            shows(props, of, piece.path),
            formatDate(new Date(piece.addedAt), t.locale),
          ],
        }))}
        empty={<p>{t('figures.evidence.none')}</p>}
      />
    </Section>
  )
}

function shows({ t, code, body }: UnitProps, of: UnitEvidence['of'], path: string | null): CellParts {
  const found = of && findRow(body, of.kind, shortOf(of.id))
  const section = reportSections.find((one) => sectionPaths[one] === path)
  if (!of || !found) return { text: t(section ? sectionLabels[section] : 'figures.unit.wholeReport') }
  const text = `${figureTitle(t, body, found)}: ${figureValue(t, found).text}`
  return { text, href: figureAddress(code, of), note: t(figureKindLabels[of.kind]) }
}
