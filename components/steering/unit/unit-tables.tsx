import { Fragment, type ReactNode } from 'react'
import { FigureLink } from '@/components/steering/figure-link'
import type { UnitProps } from '@/components/steering/unit/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { CellParts } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotDataCell, SnapshotDataTable } from '@/lib/rounds/snapshot/data-tables/model'
import { cellText, partText } from '@/lib/steering/cell-texts/model'
import { figureAddress } from '@/lib/steering/figures/addresses'

/** Tables of figures as their source has them, each figure leading to its card, and links of the unit. */
export function UnitTables({ t, code, unit, parts: { tables } }: UnitProps) {
  const links = unit.links.filter((link) => link.url !== null)
  return (
    <>
      {tables.length > 0 && (
        <Section id="tables" title={t('steering.unit.tables')}>
          {tables.map((table) => (
            <FigureTable key={table.id} t={t} code={code} table={table} />
          ))}
        </Section>
      )}
      {links.length > 0 && (
        <Section id="links" title={t('steering.unit.links')}>
          <ul className="board-plain">
            {links.map((link) => (
              <li key={link.id}>
                <a href={link.url ?? undefined}>{link.label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function FigureTable({ t, code, table }: { t: Words; code: string; table: SnapshotDataTable }) {
  return (
    <DataTable
      caption={table.title}
      captionNote={table.notes.join(' ')}
      columns={table.columns.map((column) => ({
        key: column.key,
        header: column.unit ? `${column.title} (${column.unit})` : column.title,
        numeric: table.rows.some((row) => row.some((cell) => cell.column === column.key && cell.number !== null)),
      }))}
      rows={table.rows.map((row, index) => ({
        key: String(index),
        cells: table.columns.map((column) =>
          cellOf(
            t,
            code,
            row.filter((cell) => cell.column === column.key),
          ),
        ),
      }))}
    />
  )
}

/** One cell may hold several values, each with the name of its part: `vk 21: 97, vk 35: 41`. */
function cellOf(t: Words, code: string, parts: readonly SnapshotDataCell[]): CellParts | ReactNode {
  const [only, ...more] = parts
  if (!only) return ''
  if (more.length === 0) {
    return { ...oneText(t, only), href: figureAddress(code, { kind: 'cell', id: only.id }) }
  }
  return parts.map((part, index) => (
    <Fragment key={part.id}>
      {index > 0 && ', '}
      <FigureLink code={code} kind="cell" id={part.id}>
        {oneText(t, part).text}
      </FigureLink>
    </Fragment>
  ))
}

function oneText(t: Words, cell: SnapshotDataCell): { text: string; unknown: boolean } {
  const { text, unknown } = cellText(t, cell)
  return { text: cell.part ? `${partText(t, cell.part)}: ${text}` : text, unknown }
}
