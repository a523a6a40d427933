import { FigureLink } from '@/components/steering/figure-link'
import { MoveMark, moneySigns } from '@/components/steering/marks'
import type { Board } from '@/components/steering/model'
import type { MoneyChange, MoneyKind } from '@/lib/steering/changes/money/model'
import { moneyKindLabels, moneyMoveLabels } from '@/lib/steering/labels'
import { amountText } from '@/lib/steering/money-texts/model'
import { formatChange } from '@/lib/values/format'

/** Sums that have changed, the whole project first. */
export function ChangedMoney({ board, changes }: { board: Board; changes: readonly MoneyChange[] }) {
  const { t } = board
  return changes.map((change) => (
    <li key={`${change.kind}-${change.investment?.id}`}>
      <MoveMark sign={moneySigns[change.move]} word={t(moneyMoveLabels[change.move])} />
      <div>
        <a href="#money">
          {change.investment ? (change.investment.code ?? change.investment.title) : t('steering.money.wholeProject')}
        </a>
        <p>
          {t(moneyKindLabels[change.kind])} <ChangedSum board={board} change={change} />
          {change.difference !== null && ` (${formatChange(change.difference, t.locale, 'amount')})`}
          {change.lines !== 0 && change.kind === 'purchases' && `, ${linesText(board, change.lines)}`}
        </p>
      </div>
    </li>
  ))
}

function linesText({ t }: Board, lines: number): string {
  return lines > 0
    ? t('steering.changed.moreLines', { count: lines })
    : t('steering.changed.fewerLines', { count: -lines })
}

/** `ei tietoja → 546 750,15 €`, each sum by its own publication. */
export function ChangedSum({ board, change }: { board: Board; change: MoneyChange }) {
  const { t, code, earlier, body } = board
  const [now, before] = [nameOf(change, body), earlier && nameOf(change, earlier.body)]
  const sum = (total: string | null, of: string | undefined, id: string | null) => {
    if (total === null) return t('steering.money.unknown')
    const text = amountText(t, total)
    return of && id ? (
      <FigureLink code={of} kind="computed" id={id}>
        {text}
      </FigureLink>
    ) : (
      text
    )
  }
  return (
    <>
      {sum(change.before, earlier?.code, before)} → {sum(change.now, code, now)}
    </>
  )
}

const names: Record<Exclude<MoneyKind, 'budget'>, string> = {
  estimates: 'estimates',
  purchases: 'purchases',
  actuals: 'actuals',
  forecast: 'forecast',
}

/** Name of the sum in a publication; null when it has none there. */
function nameOf({ kind, investment }: MoneyChange, { finance }: Board['body']): string | null {
  if (kind !== 'budget') return investment ? `${names[kind]}.${investment.id}` : names[kind]
  const table = finance.budgets[0]
  if (investment) return `investment-budget.${investment.id}`
  return table ? `budget.${table.id}` : null
}
