import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { settings } from '@/lib/platform/env'
import { type Answer, refusal, type StatisticsService } from '@/lib/statistics/model'
import { askPxwebOptions, askThlPivotOptions } from '@/lib/statistics/options/client'
import { type Options, sotkanetOptions } from '@/lib/statistics/options/model'
import { Recent } from '@/lib/values/recent'

const keptFor = 10 * 60_000
const asked = new Recent<{ at: number; options: Options }>(50)

const cube = /^[\w-]{1,60}\/[\w-]{1,60}(\/[\w-]{1,60})?$/

/**
 * What can be chosen of a statistic. That of Statistics Finland and THL is asked of the service, which must be on, and only of
 * what the catalogue has or what is named like a cube; an answer is kept for some minutes. Reasons: GONE (no such statistic),
 * OFF, NO_REGIONS and those of asking.
 */
export async function findOptions(
  viewer: Viewer,
  { service, code }: { service: StatisticsService; code: string },
): Promise<Answer<Options>> {
  const { entry, regions } = await asViewer(viewer, async (tx) => ({
    entry: await tx.statisticsCatalogueEntry.findUnique({
      where: { service_code: { service, code } },
      select: { titleFi: true },
    }),
    regions: await tx.statisticsRegion.findMany({ where: { service: 'sotkanet' } }),
  }))
  if (service === 'sotkanet') return entry ? { ok: true, value: sotkanetOptions(entry.titleFi) } : refusal('GONE')
  if (service === 'pxweb' ? !entry : !cube.test(code)) return refusal('GONE')
  const { on, addresses } = settings().statistics
  if (!on.includes(service)) return refusal('OFF')
  if (regions.length === 0) return refusal('NO_REGIONS')
  const key = `${service} ${code}`
  const known = asked.get(key)
  if (known && now().getTime() - known.at < keptFor) return { ok: true, value: known.options }
  const ask = service === 'pxweb' ? askPxwebOptions : askThlPivotOptions
  const answer = await ask({ base: addresses[service], code, regions })
  if (answer.ok) asked.keep(key, { at: now().getTime(), options: answer.value })
  return answer
}
