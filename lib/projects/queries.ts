import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText } from '@/lib/platform/columns'
import type { ProjectHeader } from '@/lib/projects/model'
import { visibleProjects } from '@/lib/projects/permissions'

const headerFields = {
  id: true,
  key: true,
  name: true,
  organisationId: true,
  organisation: { select: { name: true } },
  programme: {
    select: { name: true, shortName: true, funder: true, statementFi: true, statementSv: true, statementEn: true },
  },
  periods: {
    orderBy: { from: 'asc' },
    select: { id: true, key: true, from: true, to: true, dueOn: true, state: true },
  },
} as const

/** Projects the viewer may see, by name. */
export function listProjects(viewer: Viewer): Promise<ProjectHeader[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.project.findMany({
      where: visibleProjects(viewer),
      orderBy: { name: 'asc' },
      select: headerFields,
    })
    return rows.map(toHeader)
  })
}

/** One project by its key; null when it does not exist or is not the viewer's: the two look the same. */
export function findProject(viewer: Viewer, key: string): Promise<ProjectHeader | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.project.findFirst({ where: { key, ...visibleProjects(viewer) }, select: headerFields })
    return row ? toHeader(row) : null
  })
}

type HeaderRow = {
  id: string
  key: string
  name: string
  organisationId: string
  organisation: { name: string }
  programme: {
    name: string
    shortName: string
    funder: string
    statementFi: string
    statementSv: string
    statementEn: string
  }
  periods: {
    id: string
    key: string
    from: Date
    to: Date
    dueOn: Date | null
    state: 'planned' | 'open' | 'published'
  }[]
}

function toHeader(row: HeaderRow): ProjectHeader {
  const { statementFi, statementSv, statementEn, ...programme } = row.programme
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    organisationId: row.organisationId,
    organisationName: row.organisation.name,
    programme: { ...programme, statement: { fi: statementFi, sv: statementSv, en: statementEn } },
    periods: row.periods.map((p) => ({
      ...p,
      from: dayText(p.from),
      to: dayText(p.to),
      dueOn: dayText(p.dueOn),
    })),
  }
}
