import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { readStoredFile } from '@/lib/evidence/files/queries'
import { isLogoType, type Logo, type LookSettings, type Looks, noLooks } from '@/lib/projects/looks/model'
import { visibleProjects } from '@/lib/projects/permissions'

const fields = { brandColour: true, accentColour: true, logoFileId: true, logoAlt: true } as const

/** Colours and logo for the files of a project; the product's own looks when the project is not the viewer's to see. */
export function findLooks(viewer: Viewer, projectId: string): Promise<Looks> {
  return asViewer(viewer, async (tx) => {
    const county = await tx.organisation.findFirst({
      where: { projects: { some: { AND: [{ id: projectId }, visibleProjects(viewer)] } } },
      select: fields,
    })
    if (!county) return noLooks
    const { brandColour, accentColour, logoFileId, logoAlt } = county
    return { brandColour, accentColour, logo: await readLogo(viewer, logoFileId, logoAlt) }
  })
}

/** The looks of the viewer's county for those who may set them; null for everybody else. */
export function findLookSettings(viewer: Viewer): Promise<LookSettings | null> {
  const id = viewer.organisationId
  if (id === null || !can(viewer, 'county.looks', null)) return Promise.resolve(null)
  return asViewer(viewer, async (tx) => {
    const county = await tx.organisation.findUnique({
      where: { id },
      select: {
        ...fields,
        settingsVersion: true,
        logo: { select: { name: true, size: true } },
      },
    })
    if (!county) return null
    const { brandColour, accentColour, logo, logoAlt, settingsVersion: version } = county
    const shown = logo && { alt: logoAlt ?? '', fileName: logo.name, size: logo.size }
    return { brandColour, accentColour, logo: shown, version }
  })
}

/** The picture of the viewer's county for those who may set it; null when there is none. */
export function findLogo(viewer: Viewer): Promise<Logo | null> {
  const id = viewer.organisationId
  if (id === null || !can(viewer, 'county.looks', null)) return Promise.resolve(null)
  return asViewer(viewer, async (tx) => {
    const county = await tx.organisation.findUnique({ where: { id }, select: fields })
    return county && readLogo(viewer, county.logoFileId, county.logoAlt)
  })
}

async function readLogo(viewer: Viewer, fileId: string | null, alt: string | null): Promise<Logo | null> {
  const file = fileId === null ? null : await readStoredFile(viewer, fileId)
  return file && isLogoType(file.mediaType) ? { bytes: file.bytes, mediaType: file.mediaType, alt: alt ?? '' } : null
}
