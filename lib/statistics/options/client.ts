import 'server-only'
import { askService } from '@/lib/statistics/asking/client'
import { type Answer, type Region, refusal } from '@/lib/statistics/model'
import { type Options, pxwebOptions, thlPivotOptions } from '@/lib/statistics/options/model'
import { readTable, tablePath } from '@/lib/statistics/pxweb/model'
import { factPath, readDimensions } from '@/lib/statistics/thl-pivot/model'

// Somebody waits for the page.
const patience = 10_000

type Asked = { base: string; code: string; regions: readonly Region[] }

/** What a table of Statistics Finland can be narrowed by, as it tells of itself today. */
export async function askPxwebOptions({ base, code, regions }: Asked): Promise<Answer<Options>> {
  const about = await askService({ base, path: tablePath(code), patience })
  const table = about.ok ? readTable(about.value) : about
  return table.ok ? { ok: true, value: pxwebOptions(table.value, regions) } : table
}

/** What a cube of THL can be narrowed by. Reasons: those of asking, SHAPE, NO_AREAS. */
export async function askThlPivotOptions({ base, code, regions }: Asked): Promise<Answer<Options>> {
  const path = `${factPath(code)}.dimensions.json`
  const file = await askService({ base, path, call: 'thl.pivot.loadDimensions', patience })
  const dimensions = file.ok ? readDimensions(file.value) : file
  if (!dimensions.ok) return dimensions
  return dimensions.value.length === 0
    ? refusal('NO_AREAS')
    : { ok: true, value: thlPivotOptions(dimensions.value, regions, code) }
}
