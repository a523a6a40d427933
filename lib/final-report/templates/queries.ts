import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import {
  inReadingOrder,
  type TemplateRow,
  type TemplateVersion,
  type VersionChoice,
} from '@/lib/final-report/templates/model'
import { templateRight } from '@/lib/final-report/templates/permissions'
import { bySort } from '@/lib/platform/order'

/** Everybody's templates and the own county's, the own ones first; null for those who keep no templates. */
export function listTemplates(viewer: Viewer): Promise<TemplateRow[] | null> {
  if (!templateRight(viewer)) return Promise.resolve(null)
  return asViewer(viewer, async (tx) => {
    const rows = await tx.reportTemplate.findMany({
      orderBy: [{ kind: 'asc' }, { name: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        key: true,
        name: true,
        ownerId: true,
        basisId: true,
        basis: { select: { name: true } },
        versions: {
          orderBy: { version: 'desc' },
          select: {
            id: true,
            version: true,
            publishedAt: true,
            note: true,
            _count: { select: { sections: true, reports: true } },
          },
        },
      },
    })
    const told = rows.map(({ ownerId, basis, versions, ...row }) => ({
      ...row,
      own: ownerId !== null,
      basis: basis?.name ?? null,
      versions: versions.map(({ _count, ...version }) => ({
        ...version,
        places: _count.sections,
        reports: _count.reports,
      })),
    }))
    return [...told.filter(({ own }) => own), ...told.filter(({ own }) => !own)]
  })
}

/** A version with its places and prompts; null for those who keep no templates, and for another county's. */
export function findVersion(viewer: Viewer, versionId: string): Promise<TemplateVersion | null> {
  if (!templateRight(viewer)) return Promise.resolve(null)
  return readVersion(viewer, { id: versionId })
}

type Comparison = { choices: VersionChoice[]; before: TemplateVersion | null }

/**
 * What a version can be compared with, and the version it is compared with: the asked one, else the one before it, else the
 * newest one of the template it was made from.
 */
export async function findComparison(
  viewer: Viewer,
  { id, version, template }: TemplateVersion,
  asked: string | null,
): Promise<Comparison> {
  const templates = (await listTemplates(viewer)) ?? []
  const basis = templates.find((one) => one.id === template.id)?.basisId ?? null
  const choices = templates.flatMap(({ id: templateId, name, versions }) =>
    versions.filter((one) => one.id !== id).map((one) => ({ id: one.id, name, version: one.version, templateId })),
  )
  const chosen =
    choices.find((one) => one.id === asked) ??
    choices.find((one) => one.templateId === template.id && one.version < version) ??
    choices.find((one) => one.templateId === basis)
  return { choices, before: chosen ? await findVersion(viewer, chosen.id) : null }
}

/** The newest version that fits, for whoever may see its template: also those who only begin reports. Null when none does. */
export function readVersion(
  viewer: Viewer,
  where: Prisma.ReportTemplateVersionWhereInput,
): Promise<TemplateVersion | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.reportTemplateVersion.findFirst({ where, orderBy: { version: 'desc' }, select: versionFields })
    if (!row) return null
    const { sections, template, ...version } = row
    const { ownerId, ...told } = template
    return { ...version, template: { ...told, own: ownerId !== null }, places: inReadingOrder(sections) }
  })
}

const versionFields = {
  id: true,
  version: true,
  publishedAt: true,
  note: true,
  edits: true,
  template: { select: { id: true, key: true, name: true, ownerId: true } },
  sections: {
    orderBy: bySort,
    select: {
      id: true,
      parentId: true,
      key: true,
      number: true,
      kind: true,
      titleFi: true,
      titleSv: true,
      promptFi: true,
      promptSv: true,
      showsKey: true,
    },
  },
  prompts: {
    orderBy: bySort,
    select: { id: true, key: true, kind: true, placeKey: true, textFi: true, textSv: true },
  },
} as const satisfies Prisma.ReportTemplateVersionSelect
