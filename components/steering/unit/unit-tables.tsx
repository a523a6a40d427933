import type { UnitProps } from '@/components/steering/unit/unit-page'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { CellParts } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotDataCell, SnapshotDataTable } from '@/lib/rounds/snapshot/data-tables/model'
import { unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import { formatNumber } from '@/lib/values/format'
import { unknownLabels } from '@/lib/values/labels'
import { type UnknownKind, unknownKinds } from '@/lib/values/typed-value'

/** Tables of figures as their source has them, toimintamallit and links of the unit. */
export function UnitTables({ t, body, unit }: UnitProps) {
  const tables = body.dataTables.filter((table) => table.workPackageId === unit.id)
  const models = body.toimintamallit.filter((model) => model.workPackageId === unit.id)
  const links = unit.links.filter((link) => link.url !== null)
  return (
    <>
      {tables.length > 0 && (
        <Section id="tables" title={t('steering.unit.tables')}>
          {tables.map((table) => (
            <FigureTable key={table.id} t={t} table={table} />
          ))}
        </Section>
      )}
      {models.length > 0 && (
        <Section id="toimintamallit" title={t('steering.unit.toimintamallit')}>
          <ul className="board-plain">
            {models.map((model) => (
              <li key={model.id}>
                {model.innokylaUrl ? <a href={model.innokylaUrl}>{model.name}</a> : model.name}
                <small>
                  {t('steering.toimintamallit.piloted')}: {answerText(t, model.piloted)}.{' '}
                  {t('steering.toimintamallit.stayed')}: {answerText(t, model.stayedInUse)}.
                </small>
              </li>
            ))}
          </ul>
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

function answerText(t: Words, state: UnitProps['body']['toimintamallit'][number]['piloted']): string {
  return t(state === null ? unknownUseLabel : useStateLabels[state]).toLocaleLowerCase()
}

function FigureTable({ t, table }: { t: Words; table: SnapshotDataTable }) {
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
            row.filter((cell) => cell.column === column.key),
          ),
        ),
      }))}
    />
  )
}

/** One cell may hold several values, each with the name of its part: `vk 21: 97, vk 35: 41`. */
function cellOf(t: Words, parts: readonly SnapshotDataCell[]): CellParts {
  const texts = parts.map((part) => ({ part: part.part, ...textOf(t, part) }))
  const text = texts.map((one) => (one.part ? `${partText(t, one.part)}: ${one.text}` : one.text)).join(', ')
  return { text, unknown: texts.length > 0 && texts.every((one) => one.unknown) }
}

function partText(t: Words, part: string): string {
  const week = /^W(\d{1,2})$/.exec(part)?.[1]
  return week ? t('steering.unit.week', { week }) : part
}

function textOf(t: Words, { number, text, unknown }: SnapshotDataCell): { text: string; unknown: boolean } {
  if (number !== null) return { text: formatNumber(number, t.locale), unknown: false }
  if (text !== null) return { text, unknown: false }
  const kind: UnknownKind = unknownKinds.find((one) => one === unknown) ?? 'unknown'
  return { text: t(unknownLabels[kind]), unknown: true }
}
