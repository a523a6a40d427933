import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { DocumentKind, FinalReport } from '@/lib/final-report/model'
import { documentRights } from '@/lib/final-report/permissions'
import type { TemplateChoice } from '@/lib/final-report/templates/choices/model'
import {
  differenceCount,
  type TemplateDifferences,
  templateDifferences,
} from '@/lib/final-report/templates/differences/model'
import { readVersion } from '@/lib/final-report/templates/queries'

/** The templates that a report or a plan of the project can be begun with, the county's own first; null for those who may not begin. */
export function listTemplateChoices(
  viewer: Viewer,
  projectId: string,
  kind: DocumentKind,
): Promise<TemplateChoice[] | null> {
  if (!rightTo(viewer, documentRights[kind].write, projectId)) return Promise.resolve(null)
  return asViewer(viewer, async (tx) => {
    const rows = await tx.reportTemplate.findMany({
      where: { kind, versions: { some: { publishedAt: { not: null } } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: {
        key: true,
        name: true,
        ownerId: true,
        versions: {
          where: { publishedAt: { not: null } },
          orderBy: { version: 'desc' },
          take: 1,
          select: { version: true },
        },
      },
    })
    const told = rows.map(({ key, name, ownerId, versions }) => ({
      key,
      name,
      own: ownerId !== null,
      version: versions[0]?.version ?? 0,
    }))
    return [...told.filter(({ own }) => own), ...told.filter(({ own }) => !own)]
  })
}

/** What the template asks now that the report, begun with an earlier version, does not know; null when there is nothing. */
export function findNewerTemplate(
  viewer: Viewer,
  { template: { key, version } }: Pick<FinalReport, 'template'>,
): Promise<{ version: number; differences: TemplateDifferences } | null> {
  return asViewer(viewer, async (tx) => {
    const newer = await tx.reportTemplateVersion.count({
      where: { template: { key }, version: { gt: version }, publishedAt: { not: null } },
    })
    if (newer === 0) return null
    const before = await readVersion(viewer, { template: { key }, version })
    const after = await readVersion(viewer, { template: { key }, publishedAt: { not: null } })
    if (!before || !after) return null
    const differences = templateDifferences(before, after)
    return differenceCount(differences) === 0 ? null : { version: after.version, differences }
  })
}
