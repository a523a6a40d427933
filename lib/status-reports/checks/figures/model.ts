import { type Asked, askedOf, readSampleSize, readValue } from '@/lib/indicators/readings/model'
import { type Warning, warningsOfValue } from '@/lib/indicators/warnings/model'
import { readPath } from '@/lib/status-reports/fields/model'

/** Paths of the fields of indicators among these by which a value is looked at: itself and its n. */
export function figurePaths(paths: readonly string[]): string[] {
  return [...figuresAt(paths)].flatMap((id) => [`indicators/${id}/value`, `indicators/${id}/n`])
}

/** Path of the value → what looks wrong with it, for every indicator that these paths are about. */
export function figureWarnings(
  paths: readonly string[],
  textAt: (path: string) => string,
  indicators: ReadonlyMap<string, Asked>,
): Record<string, Warning[]> {
  const found = [...figuresAt(paths)].map((id) => {
    const asked = askedOf(indicators.get(id))
    const path = `indicators/${id}/value`
    const text = textAt(path).trim()
    const read = text === '' ? null : readValue(text, asked)
    const n = readSampleSize(textAt(`indicators/${id}/n`).trim())
    return [
      path,
      read?.ok ? warningsOfValue(n.ok ? { ...read.value, n: n.value } : read.value, asked.unit) : [],
    ] as const
  })
  return Object.fromEntries(found)
}

function figuresAt(paths: readonly string[]): Set<string> {
  return new Set(
    paths.flatMap((path) => {
      const address = readPath(path)
      return address?.indicatorId && ['value', 'n'].includes(address.field) ? [address.indicatorId] : []
    }),
  )
}
