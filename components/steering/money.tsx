import { Chart } from '@/components/charts/chart'
import { BudgetChecks } from '@/components/steering/budget-checks'
import { BudgetLines } from '@/components/steering/budget-lines'
import { chartLinks, FigureLink, figureCell } from '@/components/steering/figure-link'
import type { Board } from '@/components/steering/model'
import { Purchases } from '@/components/steering/purchases'
import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { PartialSum } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import type { FinanceSummary } from '@/lib/steering/finance/model'
import { budgetChart } from '@/lib/steering/money-charts/model'
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
      <InvestmentTable {...board} />
      <Chart id="budget" model={budgetChart(t, finance)} t={t} hrefOf={chartLinks(board.code)} />
      <BudgetLines {...board} />
      <BudgetChecks {...board} />
      <Missing t={t} finance={finance} />
      <Purchases {...board} />
      <Remarks {...board} />
    </Section>
  )
}

function InvestmentTable(board: Board) {
  const { t, summary } = board
  const { budget, rows, totals, estimateDifference } = summary.finance
  const names = ['budget', 'estimates', 'difference', 'purchases', 'actuals', 'forecast']
  const sum = (name: string, parts: PartialSum, notInProject = 0) =>
    figureCell(board, 'computed', name, partialCell(t, parts, notInProject))
  const amount = (name: string, value: string | null) => sum(name, { total: value, lines: 1, unknown: 0 })
  return (
    <DataTable
      caption={t('steering.money.table')}
      columns={[
        { key: 'investment', header: t('steering.money.investment') },
        ...names.map((key) => ({ key, header: t(`steering.money.${key}`), numeric: true })),
      ]}
      rows={rows.map(({ investment: { id, code, title }, sums, estimateDifference }) => ({
        key: id,
        cells: [
          { text: code ?? title, note: code ? title : undefined },
          sum(`investment-budget.${id}`, sums.budget, sums.notInProject),
          sum(`estimates.${id}`, sums.estimates),
          amount(`estimate-difference.${id}`, estimateDifference),
          sum(`purchases.${id}`, sums.purchases),
          amount(`actuals.${id}`, sums.actuals),
          amount(`forecast.${id}`, sums.forecast),
        ],
      }))}
      totals={[
        t('steering.money.total'),
        budget ? sum(`budget.${budget.id}`, totals.budget) : partialCell(t, totals.budget),
        sum('estimates', totals.estimates),
        amount('estimate-difference', estimateDifference),
        sum('purchases', totals.purchases),
        sum('actuals', totals.actuals),
        sum('forecast', totals.forecast),
      ]}
    />
  )
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

function Remarks({ t, code, body }: Board) {
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
                <FigureLink code={code} kind="reservation" id={id}>
                  {amount === null ? (asWritten ?? t('steering.money.unknown')) : amountText(t, amount)}
                </FigureLink>
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
