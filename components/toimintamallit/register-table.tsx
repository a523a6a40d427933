import { answerCell } from '@/components/toimintamallit/answers'
import { linkText } from '@/components/toimintamallit/link-check'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { PlainCell } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import { toimintamallitAddress } from '@/lib/projects/addresses'
import { modelAddress } from '@/lib/toimintamallit/addresses'
import { gapLabels } from '@/lib/toimintamallit/labels'
import { type CheckedLink, checkOf } from '@/lib/toimintamallit/links/model'
import { takenInto } from '@/lib/toimintamallit/model'
import {
  type RegisterFilter,
  type RegisterRow,
  type RegisterSort,
  registerQuery,
} from '@/lib/toimintamallit/register/model'

type Props = {
  t: Words
  project: string
  rows: readonly RegisterRow[]
  filter: RegisterFilter
  checks: readonly CheckedLink[]
}

/** The register as a table; what is missing of each is told in words. */
export function RegisterTable({ t, project, rows, filter, checks }: Props) {
  const sort = (by: RegisterSort, order: 'ascending' | 'descending') => ({
    href: `${toimintamallitAddress(project)}${registerQuery({ ...filter, sort: by })}#list`,
    label: t('ui.sortBy', { column: t(`toimintamallit.column.${by}`) }),
    order: filter.sort === by ? order : undefined,
  })
  const column = (key: string) => ({ key, header: t(`toimintamallit.column.${key}`) })
  return (
    <DataTable
      caption={t('toimintamallit.list')}
      hideCaption
      columns={[
        { ...column('name'), sort: sort('name', 'ascending') },
        { ...column('unit'), sort: sort('unit', 'ascending') },
        column('investments'),
        column('piloted'),
        column('taken'),
        column('stayed'),
        { ...column('gaps'), sort: sort('gaps', 'descending') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          { text: row.name, href: modelAddress(project, row.id), note: linkNote(t, checkOf(checks, row.innokylaUrl)) },
          row.unit ? row.unit.title : unknown(t),
          row.investments.length > 0 ? row.investments.map(({ code, title }) => code ?? title).join(', ') : unknown(t),
          answerCell(t, row.piloted, row.pilotedAsWritten),
          answerCell(t, takenInto(row)),
          answerCell(t, row.stayedInUse, row.stayedInUseAsWritten),
          gapCell(t, row),
        ],
      }))}
      empty={<EmptyState title={t('toimintamallit.noneFound')}>{t('toimintamallit.noneFoundHelp')}</EmptyState>}
    />
  )
}

/** An address that answers needs no note. */
const linkNote = (t: Words, check: CheckedLink | null) =>
  check && check.outcome !== 'ok' ? `${t('toimintamallit.address')}: ${linkText(t, check)}` : undefined

const unknown = (t: Words): PlainCell => ({ text: t('toimintamallit.use.unknown'), unknown: true })

function gapCell(t: Words, { gaps }: RegisterRow): PlainCell {
  if (gaps.length === 0) return t('toimintamallit.complete')
  const shown = gaps.slice(0, 2).map((gap) => t(gapLabels[gap]))
  const more = gaps.length - shown.length
  return {
    text: t('toimintamallit.gapCount', { count: gaps.length }),
    note: more > 0 ? `${shown.join(', ')}, ${t('toimintamallit.more', { count: more })}` : shown.join(', '),
  }
}
