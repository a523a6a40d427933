import type { Palette } from '@/lib/charts/palette'
import type { FormatLocale } from '@/lib/values/intl'

export type DrawOptions = {
  palette: Palette
  locale: FormatLocale
  /** Width of the drawing in pixels (points on paper). */
  width: number
  /** Starts every id inside, so that several charts fit one page. */
  prefix: string
  /** Names of series are written to their end: no table stands beside a picture that is taken elsewhere. */
  wholeNames?: boolean
}

export type Drawing = { height: number; body: string }

export const size = { axis: 13, label: 14 } as const
