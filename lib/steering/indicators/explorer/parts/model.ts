import type { ChartPoint } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator, SnapshotMeasurement } from '@/lib/rounds/snapshot/model'
import { everyPart } from '@/lib/steering/indicators/explorer/model'
import { cardSource, type HasCard, type UnitOfAxis, unitOfAxis } from '@/lib/steering/indicators/explorer/series/model'
import { cellTexts } from '@/lib/values/format-value'
import type { ValueCell } from '@/lib/values/typed-value'

export type NamedPart = { name: string; cell: ValueCell; measurement: SnapshotMeasurement }

/** The parts of a value in one division; those that the division does not know are left out. */
export function partsOf(measurement: SnapshotMeasurement, part: string): NamedPart[] {
  return measurement.value.cells.flatMap((cell) => {
    const name = partName(cell, part)
    return name === null ? [] : [{ name, cell, measurement }]
  })
}

/** A part by the dimension asked for; where it is one of several dimensions the others are said too, since nothing is added up. */
export function partName(cell: ValueCell, part: string): string | null {
  if (part === everyPart) return cell.label
  const { [part]: own, ...others } = cell.dimensions
  if (own === undefined) return null
  return [own, ...Object.entries(others).map(([name, value]) => `${name}: ${value}`)].join(', ')
}

/** Parts of one indicator in one unit: what is drawn together. */
export type PartGroup = { indicator: SnapshotIndicator; unit: UnitOfAxis; parts: NamedPart[] }

/** The parts of an indicator by their units, in the order in which they first come. A word for a missing part is in the first. */
export function partGroups(indicator: SnapshotIndicator, part: string): PartGroup[] {
  const all = indicator.measurements
    .filter(({ role }) => role !== 'comparison')
    .flatMap((measurement) => partsOf(measurement, part))
  const unitOf = ({ cell, measurement }: NamedPart) =>
    unitOfAxis(cell.unit ?? measurement.value.unit ?? indicator.unit, indicator.id)
  const units = new Map(
    all.filter(({ cell }) => numberOf(cell) !== null).map((one) => [unitOf(one).key, unitOf(one)] as const),
  )
  return [...units.values()].map((unit, index) => ({
    indicator,
    unit,
    parts: all.filter((one) => (numberOf(one.cell) === null ? index === 0 : unitOf(one).key === unit.key)),
  }))
}

const numberOf = ({ number, unknown }: ValueCell): string | null => (unknown === null ? number : null)

/** A part as a point of a chart; nobody has told of it when it is missing. */
export function partPoint(t: Words, part: NamedPart | undefined, hasCard: HasCard): ChartPoint {
  if (!part) return { value: null, text: t('explorer.notMeasured') }
  const value = numberOf(part.cell)
  return { value, text: partText(t, part), told: value === null, ...cardSource(part.measurement.id, hasCard) }
}

/** A part as it is written; an unknown one is its word. */
export function partText(t: Words, { cell, measurement }: NamedPart): string {
  const found = cellTexts(measurement.value, t.locale).find((one) => one.cell === cell)
  return found?.text ?? t('explorer.notMeasured')
}
