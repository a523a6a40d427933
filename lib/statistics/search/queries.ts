import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText } from '@/lib/platform/columns'
import type { StatisticsService } from '@/lib/statistics/model'
import { type Found, mostFound, wordsOf } from '@/lib/statistics/search/model'

type Asked = { text: string; service?: StatisticsService }

/**
 * Series by title in any of the three languages or by code: first those that have been added with choices of their own, then
 * the catalogues. `total` counts all, also those beyond the first ones; `catalogued` tells whether there is a catalogue at all.
 */
export function searchStatistics(
  viewer: Viewer,
  { text, service }: Asked,
): Promise<{ found: Found[]; total: number; catalogued: boolean }> {
  const words = wordsOf(text)
  const where = { AND: words.map((word) => matching(word)), ...(service === undefined ? {} : { service }) }
  return asViewer(viewer, async (tx) => {
    const catalogued = (await tx.statisticsCatalogueEntry.findFirst({ select: { id: true } })) !== null
    if (words.length === 0) return { found: [], total: 0, catalogued }
    const added = await tx.statisticsSeries.findMany({
      where: { ...where, NOT: { choicesKey: '', service: { not: 'thl_pivot' } } },
      orderBy: [{ titleFi: 'asc' }, { id: 'asc' }],
      take: mostFound,
      select: { ...shown, id: true, choicesKey: true },
    })
    const total = await tx.statisticsCatalogueEntry.count({ where })
    const entries = await tx.statisticsCatalogueEntry.findMany({
      where,
      orderBy: [{ titleFi: 'asc' }, { code: 'asc' }],
      take: mostFound,
      select: shown,
    })
    const found = [
      ...added.map(({ id, choicesKey, ...one }) => ({ ...one, seriesId: id, choices: choicesKey })),
      ...entries.map((one) => ({ ...one, seriesId: null, choices: '' })),
    ]
    return {
      found: found.slice(0, mostFound).map((one) => ({ ...one, dataUpdatedOn: dayText(one.dataUpdatedOn) })),
      total: total + added.length,
      catalogued,
    }
  })
}

const shown = {
  service: true,
  code: true,
  titleFi: true,
  titleSv: true,
  titleEn: true,
  producer: true,
  dataUpdatedOn: true,
} as const satisfies Prisma.StatisticsCatalogueEntrySelect

/** In PostgreSQL's LIKE these stand for other signs; typed, they mean themselves. */
const literal = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

function matching(word: string) {
  const contains = { contains: literal(word), mode: 'insensitive' } as const
  return { OR: [{ titleFi: contains }, { titleSv: contains }, { titleEn: contains }, { code: word }] }
}
