import 'server-only'
import { can, type Role, roles, type Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { type Sql, sql } from '@/lib/platform/db'
import type { DnshRow } from '@/lib/projects/dnsh/model'
import { type DocumentRow, documentKinds } from '@/lib/projects/documents/model'
import { type LinkRow, linkKinds } from '@/lib/projects/links/model'
import type { ProjectOverview } from '@/lib/projects/overview/model'
import type { PeopleInRole, Person } from '@/lib/projects/people/model'
import { visibleProjects } from '@/lib/projects/permissions'
import { sortedBy } from '@/lib/values/sort'

type Held = { role: Role; userId: string; person: Person | null }
type Linked = Omit<LinkRow, 'name' | 'kind'> & { name: string | null; kind: string; linkedName: string | null }
type Read = Omit<ProjectOverview, 'people' | 'links' | 'documents'> & {
  people: Held[]
  links: Linked[]
  documents: (Omit<DocumentRow, 'kind'> & { kind: string })[]
}

/**
 * Everything the project page tells, in one statement; null when the project does not exist or is not the viewer's. Names and
 * e-mails of people are not even read for those who may not know them.
 */
export async function findOverview(viewer: Viewer, projectId: string): Promise<ProjectOverview | null> {
  const { organisationId = null, id } = visibleProjects(viewer)
  const ids = id?.in ?? null
  const names = can(viewer, 'people.read', projectId)
  const [row] = await readAsViewer<Read>(
    viewer,
    sql`
      SELECT p.version, p.name, to_json(coalesce(p."nameVariants", '{}')) AS "nameVariants", p.description, p.website, p."periodAsWritten",
             p.predecessor, p."programmeNote", p."steeringGroup", p."totalCost"::text AS "totalCost",
             p."totalCostAsWritten",
             json_build_object('programme', g."retentionUntil", 'own', p."retentionUntil", 'reason', p."retentionNote")
               AS retention,
             ${list(sql`SELECT t.text FROM "ProjectGoal" t WHERE t."projectId" = p.id ORDER BY t.sort`)} AS goals,
             ${list(sql`SELECT t.text FROM "ProjectTargetGroup" t WHERE t."projectId" = p.id ORDER BY t.sort`)}
               AS "targetGroups",
             ${list(documents)} AS documents, ${list(links(organisationId, ids))} AS links, ${list(dnsh(names))} AS dnsh,
             ${list(declarations(names))} AS declarations, ${list(people(names))} AS people
        FROM "Project" p JOIN "Programme" g ON g.id = p."programmeId"
       WHERE p.id = ${projectId}::uuid
         AND (${organisationId}::uuid IS NULL OR p."organisationId" = ${organisationId}::uuid)
         AND (${ids}::uuid[] IS NULL OR p.id = ANY (${ids}::uuid[]))`,
  )
  return row ? toOverview(row, viewer, names) : null
}

/** Rows of one column as a list in their order; none is an empty list. */
const list = (rows: Sql): Sql => sql`to_json(ARRAY(${rows}))`

const documents = sql`
  SELECT json_build_object('id', d.id, 'label', d.label, 'kind', d.kind, 'url', d.url, 'caseNumber', d."caseNumber",
           'datedOn', d."datedOn",
           'file', CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('name', f.name, 'size', f.size) END)
    FROM "ProjectDocument" d LEFT JOIN "StoredFile" f ON f.id = d."fileId"
   WHERE d."projectId" = p.id ORDER BY d.sort, d.id`

const links = (organisationId: string | null, ids: readonly string[] | null): Sql => sql`
  SELECT json_build_object('id', l.id, 'kind', l.kind, 'name', l.name, 'url', l.url, 'note', l.note,
           'projectKey', o.key, 'linkedName', o.name)
    FROM "ProjectLink" l
    LEFT JOIN "Project" o ON o.id = l."linkedId"
         AND (${organisationId}::uuid IS NULL OR o."organisationId" = ${organisationId}::uuid)
         AND (${ids}::uuid[] IS NULL OR o.id = ANY (${ids}::uuid[]))
   WHERE l."projectId" = p.id ORDER BY l.sort, l.id`

const dnsh = (names: boolean): Sql => sql`
  SELECT json_build_object('id', d.id, 'kind', d.kind, 'text', d.text, 'assessedOn', d."assessedOn",
           'reviewOn', d."reviewOn", 'url', d.url, 'hasFile', d."fileId" IS NOT NULL, 'createdAt', d."createdAt",
           'recordedBy', (SELECT u.name FROM "User" u WHERE u.id = d."recordedById" AND ${names}::boolean))
    FROM "DnshRecord" d WHERE d."projectId" = p.id ORDER BY d."assessedOn" DESC, d."createdAt" DESC, d.id DESC`

const declarations = (names: boolean): Sql => sql`
  SELECT json_build_object('id', d.id, 'text', d.text, 'signedRole', d."signedRole", 'signedAt', d."signedAt",
           'signedName', CASE WHEN ${names}::boolean THEN d."signedName" END)
    FROM "DoubleFundingDeclaration" d WHERE d."projectId" = p.id ORDER BY d."signedAt" DESC, d.id DESC`

const people = (names: boolean): Sql => sql`
  SELECT json_build_object('role', m.role, 'userId', m."userId",
           'person', CASE WHEN ${names}::boolean THEN json_build_object('name', u.name, 'email', u.email, 'units',
             (SELECT count(*) FROM "WorkPackageCoordinator" c JOIN "WorkPackage" w ON w.id = c."workPackageId"
               WHERE c."userId" = u.id AND w."projectId" = p.id)) END)
    FROM "Membership" m JOIN "User" u ON u.id = m."userId"
   WHERE m."organisationId" = p."organisationId" AND (m."projectId" IS NULL OR m."projectId" = p.id)
     AND u."disabledAt" IS NULL`

function toOverview(row: Read, viewer: Viewer, names: boolean): ProjectOverview {
  return {
    ...row,
    documents: row.documents.map((one) => ({
      ...one,
      kind: documentKinds.find((kind) => kind === one.kind) ?? 'other',
    })),
    // One of the same house that the viewer may not see is told only by a name that was given to it.
    links: row.links.flatMap(({ linkedName, name, kind, ...link }) => {
      const shown = name ?? linkedName
      return shown === null ? [] : [{ ...link, name: shown, kind: linkKinds.find((one) => one === kind) ?? 'other' }]
    }),
    dnsh: row.dnsh.map((one): DnshRow => ({ ...one, createdAt: new Date(one.createdAt).toISOString() })),
    declarations: row.declarations.map((one) => ({ ...one, signedAt: new Date(one.signedAt).toISOString() })),
    people: byRole(row.people, viewer, names),
  }
}

function byRole(held: readonly Held[], { locale }: Viewer, names: boolean): PeopleInRole[] {
  return roles.flatMap((role): PeopleInRole[] => {
    const once = new Map(held.filter((one) => one.role === role).map((one) => [one.userId, one.person]))
    if (once.size === 0) return []
    const known = [...once.values()].flatMap((person) => person ?? [])
    return [{ role, count: once.size, people: names ? sortedBy(known, ({ name }) => name, locale) : null }]
  })
}
