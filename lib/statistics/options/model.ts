import type { Choices, Region } from '@/lib/statistics/model'
import { axesOf } from '@/lib/statistics/pxweb/model'
import type { Table } from '@/lib/statistics/pxweb/schema'
import { pivotAxes, pivotValues } from '@/lib/statistics/thl-pivot/model'
import type { PivotDimension } from '@/lib/statistics/thl-pivot/schema'

/** One thing by which a statistic can be narrowed. `needed`: the service gives no sum over it, so one value is always meant. */
export type OptionDimension = {
  name: string
  label: string
  needed: boolean
  values: readonly { value: string; label: string }[]
}

/** What can be chosen of a statistic: all but its areas and times. */
export type Options = { title: string; dimensions: readonly OptionDimension[] }

/** Sexes of Sotkanet; their names are the product's own words. */
export const genders = ['male', 'female'] as const
export type Gender = (typeof genders)[number]
export const genderDimension = 'gender'

export function sotkanetOptions(title: string): Options {
  const values = genders.map((value) => ({ value, label: value }))
  return { title, dimensions: [{ name: genderDimension, label: genderDimension, needed: false, values }] }
}

export function pxwebOptions(table: Table, regions: readonly Region[]): Options {
  const { area, time } = axesOf(table, regions)
  const dimensions = table.variables
    .filter((one) => one !== area && one !== time)
    .map(({ code, text, values, valueTexts, elimination = false }) => ({
      name: code,
      label: text,
      needed: !elimination,
      values: values.map((value, at) => ({ value, label: valueTexts[at] ?? value })),
    }))
  return { title: table.title, dimensions }
}

export function thlPivotOptions(
  dimensions: readonly PivotDimension[],
  regions: readonly Region[],
  title: string,
): Options {
  const { area, time } = pivotAxes(dimensions, regions)
  const others = dimensions.filter(({ id }) => id !== area?.id && id !== time?.id)
  return {
    title,
    dimensions: others.map((one) => ({
      name: one.id,
      label: one.label || one.id,
      needed: false,
      values: pivotValues(one),
    })),
  }
}

/** What was chosen that is not there: the names of its dimensions. */
export function wrongChoices({ dimensions }: Options, choices: Choices): string[] {
  return Object.entries(choices).flatMap(([name, chosen]) => {
    const known = dimensions.find((one) => one.name === name)
    return known?.values.some(({ value }) => value === chosen) ? [] : [name]
  })
}
