import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { countyCategory } from '@/lib/statistics/model'

/** The counties of official statistics and the one that the viewer's county has chosen to be; null for those who may not choose. */
export async function findCountyChoice(
  viewer: Viewer,
): Promise<{ chosen: string | null; counties: { code: string; title: string }[] } | null> {
  const id = viewer.organisationId
  if (id === null || !can(viewer, 'county.manage', null)) return null
  return asViewer(viewer, async (tx) => {
    const own = await tx.organisation.findUnique({ where: { id }, select: { regionCode: true } })
    const counties = await tx.statisticsRegion.findMany({
      where: { service: 'sotkanet', category: countyCategory },
      orderBy: [{ code: 'asc' }, { id: 'asc' }],
      select: { code: true, titleFi: true },
    })
    return {
      chosen: own?.regionCode ?? null,
      counties: counties.map(({ code, titleFi }) => ({ code, title: titleFi })),
    }
  })
}
