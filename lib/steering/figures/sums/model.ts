import type { Words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { countedFigure } from '@/lib/steering/figures/sums/counts/model'
import { moneyFigure } from '@/lib/steering/figures/sums/money/model'
import type { ComputedFigure } from '@/lib/steering/figures/sums/parts/model'
import { unitFigure } from '@/lib/steering/figures/sums/units/model'

/** A computed figure by its short name (`purchases`, `lights.red`, `budget.<short id>`); null when there is no such one. */
export function computedFigure(t: Words, body: SnapshotBody, short: string): ComputedFigure | null {
  const [name = '', of, ...rest] = short.split('.')
  if (rest.length > 0) return null
  const request = { t, body, name, of: of ?? null }
  return unitFigure(request) ?? countedFigure(request) ?? moneyFigure(request)
}
