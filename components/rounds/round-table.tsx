import { roundLightStatuses } from '@/components/rounds/round-light'
import { stateTones } from '@/components/status-reports/state-tag'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { CellParts, Row } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import { exceptionAddress } from '@/lib/rounds/addresses'
import { canHaveMoreTime } from '@/lib/rounds/exceptions/model'
import { roundLightLabels, unitStateLabels } from '@/lib/rounds/labels'
import { type Round, type RoundRow, roundLightOf, shownLight } from '@/lib/rounds/model'
import { reportAddress } from '@/lib/status-reports/addresses'
import { formatDate } from '@/lib/values/format'

type Props = { t: Words; project: string; round: Round; rows: readonly RoundRow[] }

/** Every reporting unit and where it stands, investment by investment. */
export function RoundTable({ t, project, round, rows }: Props) {
  if (round.rows.length === 0) {
    return <EmptyState title={t('rounds.noUnits')}>{t('rounds.noUnitsHelp')}</EmptyState>
  }
  return (
    <DataTable
      caption={t('rounds.units', { shown: rows.length, all: round.rows.length })}
      columns={[
        { key: 'unit', header: t('rounds.column.unit') },
        { key: 'state', header: t('rounds.column.state') },
        ...(round.usesLights ? [{ key: 'light', header: t('rounds.column.light') }] : []),
        { key: 'who', header: t('rounds.column.who') },
        { key: 'due', header: t('rounds.column.due') },
        { key: 'moved', header: t('rounds.column.moved') },
        ...(round.may.manage ? [{ key: 'more', header: t('calendar.column.more'), hideHeader: true }] : []),
      ]}
      rows={grouped(t, project, round, rows)}
      empty={<EmptyState title={t('rounds.noMatches')}>{t('rounds.noMatchesHelp')}</EmptyState>}
    />
  )
}

function grouped(t: Words, project: string, round: Round, rows: readonly RoundRow[]): Row[] {
  const groups = Map.groupBy(rows, ({ investment }) => investment?.title ?? t('rounds.noInvestment'))
  return [...groups].flatMap(([title, units]): Row[] => [
    { key: title, group: title },
    ...units.map((row) => ({ key: row.unitId, id: `unit-${row.unitId}`, cells: cellsOf(t, project, round, row) })),
  ])
}

function cellsOf(t: Words, project: string, round: Round, row: RoundRow): CellParts[] {
  const left = row.unconfirmed > 0 && (row.state === 'draft' || row.state === 'not_started')
  return [
    {
      text: row.title,
      href: row.report ? reportAddress(project, round.periodKey, row.unitId) : undefined,
      note: row.code ?? undefined,
    },
    {
      text: t(unitStateLabels[row.state]),
      tag: stateTones[row.state],
      note: left ? t('rounds.unconfirmed', { count: row.unconfirmed }) : undefined,
    },
    ...(round.usesLights ? [lightCell(t, round, row)] : []),
    { text: row.coordinators.join(', ') || t('rounds.nobody'), unknown: row.coordinators.length === 0 },
    dueCell(t, row),
    { text: row.movedAt ? formatDate(new Date(row.movedAt), t.locale) : '' },
    ...(round.may.manage ? [moreTimeCell(t, project, round, row)] : []),
  ]
}

function lightCell(t: Words, round: Round, row: RoundRow): CellParts {
  const { light, from, partTitle } = shownLight(row, round.rows)
  const told = light ?? roundLightOf(row)
  const note = from === 'part' ? t('rounds.fromPart', { part: partTitle ?? '' }) : undefined
  return { text: t(roundLightLabels[told]), status: roundLightStatuses[told], note }
}

function dueCell(t: Words, row: RoundRow): CellParts {
  const notes = [
    row.closed ? t('calendar.closing.short') : row.late ? t('rounds.late') : '',
    row.exception ? t('calendar.exception.note', { who: row.allowedBy ?? '', reason: row.exception }) : '',
  ]
  if (row.dueOn === null) return { text: t('rounds.noDue'), unknown: true, note: notes[0] || undefined }
  return { text: formatDate(row.dueOn, t.locale), note: notes.filter(Boolean).join('. ') || undefined }
}

/** More time is given to those who have not sent, and taken back from whoever has it. */
function moreTimeCell(t: Words, project: string, round: Round, row: RoundRow): CellParts {
  if (row.exception === null && !canHaveMoreTime(row.state)) return { text: '' }
  return {
    text: t(row.exception === null ? 'calendar.exception.give' : 'calendar.exception.change'),
    href: exceptionAddress(project, round.periodKey, row.unitId),
  }
}
