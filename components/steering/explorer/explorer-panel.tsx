'use client'

import { useEffect, useRef, useState } from 'react'
import type { ExplorerWords } from '@/components/steering/explorer/explorer'
import { ExplorerChart } from '@/components/steering/explorer/explorer-chart'
import type { ExplorerIndicator } from '@/lib/steering/explorer/model'

/** `data`: the indicators, as JSON */
type Props = { data: string; words: ExplorerWords }

/** Choice of the indicator and of what is shown of it, the drawing, and its numbers. */
export function ExplorerPanel({ data, words }: Props) {
  const [indicators] = useState(() => JSON.parse(data) as ExplorerIndicator[])
  const [id, setId] = useState(indicators[0]?.id)
  const [hidden, setHidden] = useState<readonly number[]>([])
  const [fromZero, setFromZero] = useState(true)
  const select = useRef<HTMLSelectElement>(null)
  // The button that was pressed is gone: the keyboard goes on from the first choice.
  useEffect(() => select.current?.focus(), [])
  const chosen = indicators.find((one) => one.id === id) ?? indicators[0]
  if (!chosen) return null
  const choose = (next: string) => {
    setId(next)
    setHidden([])
  }
  const turn = (index: number, shown: boolean) =>
    setHidden(shown ? hidden.filter((one) => one !== index) : [...hidden, index])
  return (
    <div className="explorer">
      <div className="toolbar">
        <div className="field">
          <label htmlFor="explorer-indicator">{words.indicator}</label>
          <select
            id="explorer-indicator"
            className="input"
            ref={select}
            value={chosen.id}
            onChange={(event) => choose(event.target.value)}
          >
            <Group label={words.national} options={indicators.filter(({ unit }) => unit === null)} />
            <Group label={words.local} options={indicators.filter(({ unit }) => unit !== null)} />
          </select>
        </div>
        <label className="explorer-check">
          <input type="checkbox" checked={fromZero} onChange={(event) => setFromZero(event.target.checked)} />
          {words.fromZero}
        </label>
      </div>
      {chosen.series.length > 1 && (
        <fieldset className="explorer-series">
          <legend>{words.showSeries}</legend>
          {chosen.series.map(({ name }, index) => (
            <label key={name} className="explorer-check">
              <input
                type="checkbox"
                checked={!hidden.includes(index)}
                onChange={(event) => turn(index, event.target.checked)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <ExplorerChart indicator={chosen} hidden={hidden} fromZero={fromZero} locale={words.locale} />
      <Numbers indicator={chosen} words={words} />
    </div>
  )
}

function Group({ label, options }: { label: string; options: readonly ExplorerIndicator[] }) {
  if (options.length === 0) return null
  return (
    <optgroup label={label}>
      {options.map(({ id, name, unit }) => (
        <option key={id} value={id}>
          {unit ? `${name} (${unit})` : name}
        </option>
      ))}
    </optgroup>
  )
}

function Numbers({
  indicator: { name, periods, series },
  words,
}: {
  indicator: ExplorerIndicator
  words: ExplorerWords
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so that the keyboard must reach it
    <section className="table-scroll" aria-label={name} tabIndex={0}>
      <table className="table">
        <caption className="sr-only">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            {series.map((one) => (
              <th key={one.name} scope="col" className="number">
                {one.name || words.value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((period, at) => (
            <tr key={period}>
              <th scope="row">{period}</th>
              {series.map((one) => (
                <td key={one.name} className="number">
                  {one.points[at]?.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
