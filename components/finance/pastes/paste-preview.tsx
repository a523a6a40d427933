import { periodLabel } from '@/components/finance/forms/fields'
import type { MoneyGround } from '@/components/finance/money-rows'
import { amountCell } from '@/components/finance/texts'
import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import type { Cell } from '@/components/ui/table-model'
import { fundingSourceLabels, pasteColumnLabels } from '@/lib/finance/labels'
import type { Layout, Understanding, UnderstoodRow } from '@/lib/finance/pastes/model'
import { labelOfPlace, shortOf } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'
import { formatAmount, formatDate, formatNumber } from '@/lib/values/format'

type Props = MoneyGround & { layout: Layout; understanding: Understanding }

/** Every row of a pasted table with how it is understood, and what is wrong in which cell. */
export function PastePreview({ layout, understanding, ...ground }: Props) {
  const { t } = ground
  const { rows, taken, total } = understanding
  const names = layout.columns.map((column) =>
    column === '' ? t('finance.paste.passOver') : t(pasteColumnLabels[column]),
  )
  return (
    <>
      <PasteFaults t={t} names={names} understanding={understanding} />
      <DataTable
        caption={t('finance.paste.preview')}
        captionNote={t('finance.paste.rowCount', { count: taken.length })}
        columns={[
          { key: 'row', header: t('finance.paste.row') },
          ...names.map((header, at) => ({ key: `column-${at}`, header, numeric: layout.columns[at] === 'amount' })),
          { key: 'understood', header: t('finance.paste.understood') },
        ]}
        rows={rows.map((row) => ({
          key: String(row.no),
          id: `row-${row.no}`,
          cells: [
            formatNumber(row.no, t.locale),
            ...layout.columns.map((_column, at) => cellOf(t, row, at)),
            row.errors.length > 0
              ? { text: t('finance.paste.notUnderstood'), status: 'danger' }
              : understood(ground, row),
          ],
        }))}
        totals={[
          t('finance.total'),
          ...layout.columns.map((column) =>
            column !== 'amount'
              ? ''
              : total === null
                ? { text: t('finance.unknown'), unknown: true }
                : formatAmount(total, t.locale),
          ),
          '',
        ]}
        empty={<p>{t('finance.paste.refused.noRows')}</p>}
      />
    </>
  )
}

function cellOf(t: Words, { cells, errors }: UnderstoodRow, at: number): Cell {
  const text = cells[at] ?? ''
  const fault = errors.find(({ column }) => column === at)
  if (!fault) return text
  return {
    text: text || t('finance.paste.empty'),
    status: 'danger',
    note: faultText(t, fault, text),
  }
}

/** What is wrong in a cell, with its text as it was pasted. */
function faultText(t: Words, { error, sum }: UnderstoodRow['errors'][number], text: string): string {
  return t(`finance.paste.error.${error}`, { text, sum: sum === undefined ? '' : formatAmount(sum, t.locale) })
}

/** What the row becomes. */
function understood({ t, places, periods }: MoneyGround, { actual, sums }: UnderstoodRow): Cell {
  if (sums) return { text: t('finance.paste.sumRow'), unknown: true }
  const period = periods.find(({ id }) => id === actual.periodId)
  const about = [
    shortOf(places.investments, actual.investmentId) ?? t('finance.field.noInvestment'),
    labelOfPlace(places.packages, actual.workPackageId),
    period ? periodLabel(period.key) : t('finance.field.noPeriod'),
    actual.costType,
    actual.fundingSource && t(fundingSourceLabels[actual.fundingSource]),
    actual.asOf && formatDate(actual.asOf, t.locale),
  ]
  return { ...amountCell(t, actual.amount), note: about.filter(Boolean).join(', ') }
}

/** Why nothing can be taken in yet: every fault with its row and column, each leading to its row. */
function PasteFaults({
  t,
  names,
  understanding,
}: {
  t: Words
  names: readonly string[]
  understanding: Understanding
}) {
  const { rows, wrong, refused } = understanding
  if (wrong === 0 && refused === null) return null
  const faults = rows.flatMap(({ no, cells, errors }) =>
    errors.map((fault) => ({ no, column: fault.column, told: faultText(t, fault, cells[fault.column] ?? '') })),
  )
  return (
    <Notice kind="danger" word={t('finance.paste.nothingTaken')}>
      {refused && <p>{t(`finance.paste.refused.${refused}`)}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, 50).map(({ no, column, told }) => (
            <li key={`${no}-${column}`}>
              <a href={`#row-${no}`}>{t('finance.paste.place', { row: no, column: names[column] ?? '' })}</a>: {told}
            </li>
          ))}
        </ul>
      )}
      {faults.length > 50 && <p>{t('finance.paste.moreFaults', { count: faults.length - 50 })}</p>}
    </Notice>
  )
}
