'use client'

import { Brush, CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import type { ExplorerIndicator } from '@/lib/steering/explorer/model'
import { decimalFromNumber } from '@/lib/values/decimal'
import { formatNumber, formatPercent } from '@/lib/values/format'
import type { FormatLocale } from '@/lib/values/intl'

type Props = {
  indicator: ExplorerIndicator
  /** Places of the series that are not shown */
  hidden: readonly number[]
  fromZero: boolean
  locale: FormatLocale
}

const colours = [
  'var(--color-chart-1)',
  'var(--color-chart-2)',
  'var(--color-chart-3)',
  'var(--color-chart-4)',
  'var(--color-chart-5)',
]
const dashes = [undefined, '7 4', '2 3', '10 3 2 3', '4 2']
const look = { width: '100%', height: 340 } as const
const axisText = { fill: 'var(--color-muted)', fontSize: 14 }
/** More times than these are worth choosing among. */
const brushedFrom = 8

/** One indicator over time; the exact figure of each point is told when it is pointed at or reached with the arrow keys. */
export function ExplorerChart({ indicator, hidden, fromZero, locale }: Props) {
  const { name, periods, series, targets, percent } = indicator
  const rows = periods.map((period, at) =>
    Object.fromEntries([
      ['period', period],
      ...series.map(({ points }, index) => [`s${index}`, points[at]?.at ?? null]),
    ]),
  )
  const low = fromZero ? (smallest: number) => Math.min(0, smallest) : 'auto'
  return (
    <LineChart responsive style={look} data={rows} title={name} margin={{ top: 24, right: 24, bottom: 8, left: 8 }}>
      <CartesianGrid stroke="var(--color-chart-grid)" vertical={false} />
      <XAxis dataKey="period" tick={axisText} stroke="var(--color-muted)" padding={{ left: 24, right: 24 }} />
      <YAxis
        domain={[low, 'auto']}
        tick={axisText}
        stroke="var(--color-muted)"
        width="auto"
        tickFormatter={(tick: number) => axisNumber(tick, locale, percent)}
      />
      <Tooltip content={<Told indicator={indicator} hidden={hidden} />} isAnimationActive={false} />
      {targets.map(({ label, at, interim }) => (
        <ReferenceLine
          key={label}
          y={at}
          ifOverflow="extendDomain"
          stroke="var(--color-chart-target)"
          strokeDasharray={interim ? '3 4' : undefined}
          label={{ value: label, position: 'insideBottomLeft', fill: 'var(--color-ink)', fontSize: 14 }}
        />
      ))}
      {series.map((one, index) =>
        hidden.includes(index) ? null : (
          <Line
            key={one.name}
            dataKey={`s${index}`}
            name={one.name}
            stroke={colours[index]}
            strokeDasharray={dashes[index]}
            strokeWidth={2.5}
            dot={{ r: 5, fill: colours[index], strokeDasharray: '' }}
            connectNulls={false}
            isAnimationActive={false}
          />
        ),
      )}
      {periods.length > brushedFrom && <Brush dataKey="period" height={28} stroke="var(--color-chart-1)" />}
    </LineChart>
  )
}

/** Numbers of the axis only: round, and never a measured figure. */
function axisNumber(tick: number, locale: FormatLocale, percent: boolean): string {
  const round = decimalFromNumber(Math.round(tick * 100) / 100)
  return percent ? formatPercent(round, locale) : formatNumber(round, locale)
}

type ToldProps = { indicator: ExplorerIndicator; hidden: readonly number[]; active?: boolean; label?: string | number }

function Told({ indicator: { periods, series }, hidden, active, label }: ToldProps) {
  const at = periods.indexOf(String(label))
  if (!active || at < 0) return null
  return (
    <div className="explorer-told">
      <b>{periods[at]}</b>
      {series.map(({ name, points }, index) =>
        hidden.includes(index) ? null : (
          <p key={name}>
            {name && `${name}: `}
            {points[at]?.text}
          </p>
        ),
      )}
    </div>
  )
}
