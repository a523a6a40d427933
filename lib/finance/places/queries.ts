import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import type { InvestmentPlace, PackagePlace, Places } from '@/lib/finance/places/model'
import { sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'

type Investment = Omit<InvestmentPlace, 'label' | 'short' | 'names'> & {
  code: string | null
  title: string
  variants: string[]
}
type Package = Omit<PackagePlace, 'label' | 'names'> & {
  sourceId: string
  code: string | null
  titlePlan: string | null
  titleReview: string | null
}

/** The structure of a project in one statement: every page of its finances asks for it. Empty for those who may not see it. */
export async function listPlaces(viewer: Viewer, projectId: string): Promise<Places> {
  const { organisationId = null, id } = visibleProjects(viewer)
  const ids = id?.in ?? null
  const [read] = await readAsViewer<{ investments: Investment[]; packages: Package[] }>(
    viewer,
    sql`
      SELECT coalesce((
               SELECT json_agg(json_build_object(
                        'id', i.id, 'parentId', i."parentId", 'code', i.code, 'title', i.title,
                        'variants', coalesce(i."titleVariants", '{}'), 'level', l.label, 'depth', l.depth) ORDER BY i.sort)
                 FROM "Investment" i JOIN "InvestmentLevel" l ON l.id = i."levelId"
                WHERE i."projectId" = p.id), '[]'::json) AS investments,
             coalesce((
               SELECT json_agg(json_build_object(
                        'id', w.id, 'parentId', w."parentId", 'investmentId', w."investmentId", 'sourceId', w."sourceId",
                        'code', w.code, 'titlePlan', w."titlePlan", 'titleReview', w."titleReview",
                        'estimate', w."costEstimate"::text) ORDER BY w.sort)
                 FROM "WorkPackage" w WHERE w."projectId" = p.id), '[]'::json) AS packages
        FROM "Project" p
       WHERE p.id = ${projectId}::uuid
         AND (${organisationId}::uuid IS NULL OR p."organisationId" = ${organisationId}::uuid)
         AND (${ids}::uuid[] IS NULL OR p.id = ANY (${ids}::uuid[]))`,
  )
  return { investments: (read?.investments ?? []).map(toInvestment), packages: (read?.packages ?? []).map(toPackage) }
}

const given = (names: readonly (string | null)[]): string[] => names.filter((name) => name !== null)

/** A word and a number: "P4", "Investointi 1"; a bare "1." says nothing without its title. */
const standsAlone = /^\p{L}+[ -]?\d/u

function toInvestment({ code, title, variants, ...row }: Investment): InvestmentPlace {
  const label = code && code !== title ? `${code} ${title}` : title
  const short = code && standsAlone.test(code) ? code : label
  return { ...row, label, short, names: given([code, title, label, ...variants]) }
}

function toPackage({ code, sourceId, titlePlan, titleReview, ...row }: Package): PackagePlace {
  const label = titleReview ?? titlePlan ?? code ?? sourceId
  return { ...row, label, names: given([sourceId, code, titlePlan, titleReview]) }
}
