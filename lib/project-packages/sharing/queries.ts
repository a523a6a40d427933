import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'
import { placeOf, rowsOf } from '@/lib/project-packages/checks/model'
import type { Note } from '@/lib/project-packages/findings/model'
import type { PackageRow, ProjectPackage } from '@/lib/project-packages/format/model'
import { derivedId, isUuid } from '@/lib/project-packages/identity/model'
import { partOf } from '@/lib/project-packages/parts/model'

export type Shared = {
  /** By part: name in the package → id here, of what is here already and of what is to be made */
  known: Map<string, Map<string, string>>
  /** By part: names of the rows that are to be made */
  missing: Map<string, Set<string>>
  /** Addresses that people get instead of one that belongs to somebody else here */
  emails: Map<string, string>
  /** Keys that templates get instead of one that is taken */
  templateKeys: Map<string, string>
  notes: Note[]
}

type Asked = { given: ProjectPackage; key: string; organisationId: string; keepsIds: boolean }

/**
 * What of a package is the county's or everybody's and here already, and what is to be made: people by e-mail, service areas by
 * name and place, templates by key, version and the keys of their places, statistics by what they are. Nothing of it is
 * changed. For an actor that sees every county.
 */
export async function matchShared(viewer: Viewer, tx: Tx, asked: Asked): Promise<Shared> {
  const shared: Shared = { known: new Map(), missing: new Map(), emails: new Map(), templateKeys: new Map(), notes: [] }
  await matchPeople(viewer, tx, asked, shared)
  await matchAreas(viewer, tx, asked, shared)
  await matchTemplates(viewer, tx, asked, shared)
  await matchSeries(viewer, tx, asked, shared)
  return shared
}

/** The id of a row that is to be made: its own when nothing else has it. */
function newId({ key, keepsIds }: Asked, part: string, name: string, taken: ReadonlySet<string>): string {
  if (keepsIds && isUuid(name) && !taken.has(name)) return name
  return derivedId(key, isUuid(name) ? name : `${part}/${name}`)
}

function put(shared: Shared, part: string, row: PackageRow, id: string, isNew: boolean): void {
  const known = shared.known.get(part) ?? new Map<string, string>()
  shared.known.set(part, known.set(row.id, id))
  if (!isNew) return
  const missing = shared.missing.get(part) ?? new Set<string>()
  shared.missing.set(part, missing.add(row.id))
}

/** The address of somebody whose own one belongs to an account of another county. */
const standInEmail = (id: string): string => `${id}@package.invalid`

/** Made by an earlier import of the same package. */
function isStandIn(user: { id: string; email: string; organisationId: string } | undefined, asked: Asked): boolean {
  return user?.organisationId === asked.organisationId && user.email === standInEmail(user.id)
}

async function matchPeople(_viewer: Viewer, tx: Tx, asked: Asked, shared: Shared): Promise<void> {
  const rows = rowsOf(asked.given, 'people')
  const names = rows.map(({ id }) => id).filter(isUuid)
  const derived = rows.map(({ id }) => newId(asked, 'people', id, new Set(names)))
  const emails = rows.map(({ values }) => String(values.email).toLowerCase())
  const found = await tx.user.findMany({
    where: { OR: [{ email: { in: emails } }, { id: { in: [...names, ...derived] } }] },
    select: { id: true, email: true, organisationId: true },
  })
  const byEmail = new Map(found.map((user) => [user.email, user]))
  const taken = new Map(found.map((user) => [user.id, user]))
  for (const [index, row] of rows.entries()) {
    const email = emails[index] ?? ''
    const account = byEmail.get(email)
    if (account?.organisationId === asked.organisationId) {
      put(shared, 'people', row, account.id, false)
      continue
    }
    const before = [row.id, derived[index] ?? ''].map((id) => taken.get(id)).find((user) => isStandIn(user, asked))
    const id = before?.id ?? newId(asked, 'people', row.id, new Set(taken.keys()))
    if (account) shared.emails.set(row.id, standInEmail(id))
    put(shared, 'people', row, id, before === undefined)
  }
  note(shared, 'people', 'people_made')
}

async function matchAreas(_viewer: Viewer, tx: Tx, asked: Asked, shared: Shared): Promise<void> {
  const { organisationId } = asked
  const here = await tx.serviceArea.findMany({
    where: { organisationId },
    orderBy: bySort,
    select: { id: true, parentId: true, name: true },
  })
  const rows = rowsOf(asked.given, 'serviceAreas')
  const names = rows.map(({ id }) => id).filter(isUuid)
  const elsewhere = await tx.serviceArea.findMany({ where: { id: { in: names } }, select: { id: true } })
  const taken = new Set(elsewhere.map(({ id }) => id))
  const ids = new Set(here.map(({ id }) => id))
  const own = (row: PackageRow) =>
    [row.id, derivedId(asked.key, isUuid(row.id) ? row.id : `serviceAreas/${row.id}`)].find((id) => ids.has(id))
  // Areas that an earlier import made are known by their ids; of the others each is one area of the package.
  const claimed = new Set(rows.map(own))
  const byPlace = Map.groupBy(
    here.filter(({ id }) => !claimed.has(id)),
    ({ parentId, name }) => `${parentId ?? ''}/${name}`,
  )
  const waiting = [...rows]
  const known = () => shared.known.get('serviceAreas')
  while (waiting.length > 0) {
    const ready = waiting.filter(({ values }) => values.parent === null || known()?.has(String(values.parent)))
    if (ready.length === 0) break
    for (const row of ready) {
      const parent = row.values.parent === null ? '' : (known()?.get(String(row.values.parent)) ?? '')
      const found = own(row) ?? byPlace.get(`${parent}/${row.values.name}`)?.shift()?.id
      put(shared, 'serviceAreas', row, found ?? newId(asked, 'serviceAreas', row.id, taken), found === undefined)
      waiting.splice(waiting.indexOf(row), 1)
    }
  }
  note(shared, 'serviceAreas', 'areas_made')
}

async function matchTemplates(_viewer: Viewer, tx: Tx, asked: Asked, shared: Shared): Promise<void> {
  const { given, organisationId, key } = asked
  const templates = rowsOf(given, 'reportTemplates')
  const keys = templates.map(({ values }) => String(values.key))
  const here = await tx.reportTemplate.findMany({
    where: { key: { in: [...keys, ...keys.map((one) => `${one}-${key}`)] } },
    select: {
      id: true,
      key: true,
      ownerId: true,
      versions: {
        select: {
          id: true,
          version: true,
          sections: { select: { id: true, key: true } },
          prompts: { select: { id: true, key: true } },
        },
      },
    },
  })
  const mine = here.filter(({ ownerId }) => ownerId === null || ownerId === organisationId)
  const taken = await takenTemplateIds(_viewer, tx, given)
  for (const row of templates) {
    const wanted = String(row.values.key)
    const named = mine.find((one) => one.key === wanted)
    // Another county's own template, or one that lacks places of the package's: the package brings its own beside it.
    const isTaken = named ? !hasPlaces(given, row, named.versions) : here.some((one) => one.key === wanted)
    if (isTaken) shared.templateKeys.set(row.id, `${wanted}-${key}`)
    const found = mine.find((one) => one.key === (isTaken ? `${wanted}-${key}` : wanted))
    put(shared, 'reportTemplates', row, found?.id ?? newId(asked, 'reportTemplates', row.id, taken), !found)
    for (const version of rowsOf(given, 'reportTemplateVersions').filter(({ values }) => values.template === row.id)) {
      const same = found?.versions.find((one) => one.version === version.values.version)
      const versionId = same?.id ?? newId(asked, 'reportTemplateVersions', version.id, taken)
      put(shared, 'reportTemplateVersions', version, versionId, !same)
      for (const [name, list] of [
        ['reportTemplateSections', same?.sections],
        ['reportTemplatePrompts', same?.prompts],
      ] as const) {
        for (const inner of rowsOf(given, name).filter(({ values }) => values.version === version.id)) {
          const place = list?.find((one) => one.key === inner.values.key)
          put(shared, name, inner, place?.id ?? newId(asked, name, inner.id, taken), !same)
        }
      }
    }
  }
  note(shared, 'reportTemplateVersions', 'template_made')
}

/** Whether the versions that both know have every place of the package's. */
function hasPlaces(
  given: ProjectPackage,
  template: PackageRow,
  versions: readonly { version: number; sections: readonly { key: string }[] }[],
): boolean {
  return rowsOf(given, 'reportTemplateVersions')
    .filter(({ values }) => values.template === template.id)
    .every((version) => {
      const same = versions.find((one) => one.version === version.values.version)
      const keys = new Set(same?.sections.map(({ key }) => key))
      const places = rowsOf(given, 'reportTemplateSections').filter(({ values }) => values.version === version.id)
      return !same || places.every(({ values }) => keys.has(String(values.key)))
    })
}

async function takenTemplateIds(_viewer: Viewer, tx: Tx, given: ProjectPackage): Promise<Set<string>> {
  const ids = (name: string) => ({
    where: {
      id: {
        in: rowsOf(given, name)
          .map(({ id }) => id)
          .filter(isUuid),
      },
    },
    select: { id: true } as const,
  })
  const found = await Promise.all([
    tx.reportTemplate.findMany(ids('reportTemplates')),
    tx.reportTemplateVersion.findMany(ids('reportTemplateVersions')),
    tx.reportTemplateSection.findMany(ids('reportTemplateSections')),
    tx.reportTemplatePrompt.findMany(ids('reportTemplatePrompts')),
  ])
  return new Set(found.flat().map(({ id }) => id))
}

async function matchSeries(_viewer: Viewer, tx: Tx, asked: Asked, shared: Shared): Promise<void> {
  const rows = rowsOf(asked.given, 'statisticsSeries')
  if (rows.length === 0) return
  const found = await tx.statisticsSeries.findMany({
    where: {
      OR: [
        { code: { in: rows.map(({ values }) => String(values.code)) } },
        { id: { in: rows.map(({ id }) => id).filter(isUuid) } },
      ],
    },
    select: { id: true, service: true, code: true, choicesKey: true },
  })
  const taken = new Set(found.map(({ id }) => id))
  for (const row of rows) {
    const { service, code, choicesKey } = row.values
    const same = found.find((one) => one.service === service && one.code === code && one.choicesKey === choicesKey)
    put(shared, 'statisticsSeries', row, same?.id ?? newId(asked, 'statisticsSeries', row.id, taken), !same)
  }
}

/** Linked projects that the county does not have here: the link stays, by name. */
export async function linksHere(
  _viewer: Viewer,
  tx: Tx,
  given: ProjectPackage,
  organisationId: string,
): Promise<{ rows: PackageRow[]; notes: Note[] }> {
  const links = rowsOf(given, 'linkedProjects')
  const keys = links.flatMap(({ values }) => (values.linkedProject === null ? [] : [String(values.linkedProject)]))
  const here = await tx.project.findMany({ where: { key: { in: keys }, organisationId }, select: { key: true } })
  const known = new Set(here.map(({ key }) => key))
  const isAway = ({ values }: PackageRow) => values.linkedProject !== null && !known.has(String(values.linkedProject))
  return {
    rows: links.map((row) =>
      isAway(row)
        ? { ...row, values: { ...row.values, name: row.values.name ?? row.values.linkedProject ?? null } }
        : row,
    ),
    notes: links.filter(isAway).map((row) => ({
      note: 'link_without_project',
      at: placeOf(partOf('linkedProjects'), row, 'linkedProject'),
      values: { key: String(row.values.linkedProject) },
    })),
  }
}

function note(shared: Shared, part: string, kind: Note['note']): void {
  const count = shared.missing.get(part)?.size ?? 0
  if (count > 0) shared.notes.push({ note: kind, at: `/${part}`, values: { count } })
}
