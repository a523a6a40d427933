import { Chart } from '@/components/charts/chart'
import { BudgetChecks } from '@/components/steering/budget-checks'
import type { Board } from '@/components/steering/model'
import { Purchases } from '@/components/steering/purchases'
import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { BarChart } from '@/lib/charts/model'
import { partialSum } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import type { FinanceSummary } from '@/lib/steering/finance/model'
import { amountText, partialCell } from '@/lib/steering/money-texts/model'

export function Money(board: Board) {
  const { t, summary } = board
  const { finance } = summary
  if (finance.rows.length === 0 && !finance.budget) {
    return (
      <Section id="money" title={t('steering.money.title')}>
        <p>{t('steering.money.none')}</p>
      </Section>
    )
  }
  return (
    <Section id="money" title={t('steering.money.title')}>
      <InvestmentTable t={t} finance={finance} />
      <Chart id="budget" model={budgetChart(t, finance)} t={t} />
      <BudgetChecks {...board} />
      <Missing t={t} finance={finance} />
      <Purchases {...board} />
      <Remarks {...board} />
    </Section>
  )
}

function InvestmentTable({ t, finance }: { t: Words; finance: FinanceSummary }) {
  const { rows, totals, actualsKnown, forecastsKnown } = finance
  const names = ['budget', 'estimates', 'difference', 'purchases', 'actuals', 'forecast']
  const unknown = { text: t('steering.money.unknown'), unknown: true }
  const cell = (amount: string | null) => (amount === null ? unknown : amountText(t, amount))
  return (
    <DataTable
      caption={t('steering.money.table')}
      columns={[
        { key: 'investment', header: t('steering.money.investment') },
        ...names.map((key) => ({ key, header: t(`steering.money.${key}`), numeric: true })),
      ]}
      rows={rows.map(({ investment, sums, estimateDifference }) => ({
        key: investment.id,
        cells: [
          { text: investment.code ?? investment.title, note: investment.code ? investment.title : undefined },
          partialCell(t, sums.budget, sums.notInProject),
          partialCell(t, sums.estimates),
          cell(estimateDifference),
          partialCell(t, sums.purchases),
          cell(sums.actuals),
          cell(sums.forecast),
        ],
      }))}
      totals={[
        t('steering.money.total'),
        partialCell(t, totals.budget),
        partialCell(t, totals.estimates),
        cell(finance.estimateDifference),
        partialCell(t, totals.purchases),
        actualsKnown ? partialCell(t, partialSum(rows.map((row) => row.sums.actuals))) : unknown,
        forecastsKnown ? partialCell(t, partialSum(rows.map((row) => row.sums.forecast))) : unknown,
      ]}
    />
  )
}

function budgetChart(t: Words, { rows }: FinanceSummary): BarChart {
  const point = (total: string | null) => ({
    value: total,
    text: total === null ? t('steering.money.unknown') : amountText(t, total),
  })
  return {
    kind: 'bars',
    title: t('steering.money.chart'),
    axis: 'euro',
    categories: rows.map(({ investment }) => investment.code ?? investment.title),
    series: [
      { name: t('steering.money.budget'), points: rows.map((row) => point(row.sums.budget.total)) },
      { name: t('steering.money.purchases'), points: rows.map((row) => point(row.sums.purchases.total)) },
    ],
    targets: [],
  }
}

/** Actuals and forecast that nobody has recorded: what that means, and where they come from. */
function Missing({ t, finance: { actualsKnown, forecastsKnown } }: { t: Words; finance: FinanceSummary }) {
  if (actualsKnown && forecastsKnown) return null
  const word = actualsKnown ? 'forecastMissing' : forecastsKnown ? 'actualsMissing' : 'actualsTitle'
  return (
    <Notice kind="info" word={t(`steering.money.${word}`)}>
      <p>{t('steering.money.actualsText')}</p>
    </Notice>
  )
}

function Remarks({ t, body }: Board) {
  const { reservations, notes } = body.finance
  const codes = new Map(body.investments.map((one) => [one.id, one.code ?? one.title]))
  const place = (id: string | null) => (id === null ? t('steering.money.wholeProject') : (codes.get(id) ?? ''))
  return (
    <>
      {reservations.length > 0 && (
        <>
          <h3>{t('steering.money.reservations')}</h3>
          <ul className="board-plain">
            {reservations.map(({ id, investmentId, amount, asWritten, note }) => (
              <li key={id}>
                {place(investmentId)}:{' '}
                {amount === null ? (asWritten ?? t('steering.money.unknown')) : amountText(t, amount)}
                {note && <small>{note}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <>
          <h3>{t('steering.money.financeNotes')}</h3>
          <ul className="board-plain">
            {notes.map(({ id, investmentId, text }) => (
              <li key={id}>
                {place(investmentId)}: {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
