import 'server-only'
import { askService } from '@/lib/statistics/asking/client'
import type { Answer, CatalogueEntry, Choices, Region, Retrieved } from '@/lib/statistics/model'
import { followedRegions } from '@/lib/statistics/regions/model'
import {
  describe,
  figuresOf,
  readCatalogue,
  readIndicator,
  readRegions,
  readRows,
  rowsPath,
} from '@/lib/statistics/sotkanet/model'

export async function sotkanetCatalogue(base: string): Promise<Answer<CatalogueEntry[]>> {
  const answer = await askService({ base, path: '/indicators' })
  return answer.ok ? readCatalogue(answer.value) : answer
}

/** The counties and the whole country. Reasons: those of asking, SHAPE, REGIONS. */
export async function sotkanetRegions(base: string): Promise<Answer<Region[]>> {
  const answer = await askService({ base, path: '/regions' })
  const all = answer.ok ? readRegions(answer.value) : answer
  return all.ok ? followedRegions(all.value) : all
}

/**
 * One indicator. Some give nothing for both sexes together: then the sexes are asked for, and each figure says whose it is.
 * `choices.gender` asks for one of them only.
 */
export async function sotkanetSeries(
  base: string,
  { code, choices }: { code: string; choices: Choices },
  regions: readonly Region[],
): Promise<Answer<Retrieved>> {
  const about = await askService({ base, path: `/indicators/${encodeURIComponent(code)}` })
  const indicator = about.ok ? readIndicator(about.value) : about
  if (!indicator.ok) return indicator
  const rows = async (genders: readonly string[]) => {
    const answer = await askService({ base, path: rowsPath(indicator.value, genders) })
    const read = answer.ok ? readRows(answer.value) : answer
    return read.ok ? figuresOf(read.value, regions) : read
  }
  const first = await rows([choices.gender ?? 'total'])
  const isEmpty = !first.ok && first.reason === 'EMPTY' && choices.gender === undefined
  const figures = isEmpty ? await rows(['male', 'female']) : first
  return figures.ok ? { ok: true, value: { ...describe(indicator.value), figures: figures.value } } : figures
}
