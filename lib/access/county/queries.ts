import 'server-only'
import { type CountySettings, readRoleLabels } from '@/lib/access/county/model'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'

/** What the viewer's county says of itself, for those who may set it; null for everybody else. */
export async function findCountySettings(viewer: Viewer): Promise<CountySettings | null> {
  const id = viewer.organisationId
  if (id === null || !can(viewer, 'county.manage', null)) return null
  return asViewer(viewer, async (tx) => {
    const county = await tx.organisation.findUnique({
      where: { id },
      select: {
        name: true,
        contactEmail: true,
        businessId: true,
        roleLabels: true,
        factorRule: true,
        settingsVersion: true,
      },
    })
    if (!county) return null
    const { settingsVersion: version, roleLabels, ...rest } = county
    return { ...rest, version, roleLabels: readRoleLabels(roleLabels) }
  })
}
