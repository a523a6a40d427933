import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { narrowTo, type Tx } from '@/lib/platform/db'
import { checkContents } from '@/lib/project-packages/checks/contents/model'
import { checkTogether, placeOf, rowsOf } from '@/lib/project-packages/checks/model'
import { compare } from '@/lib/project-packages/comparing/model'
import { complete } from '@/lib/project-packages/completing/model'
import { Findings, type Note } from '@/lib/project-packages/findings/model'
import type { PackageRow, ProjectPackage } from '@/lib/project-packages/format/model'
import { derivedId, type Identity, isUuid, takeOver } from '@/lib/project-packages/identity/model'
import type { ExportReason, ImportAnswer, MadePackage } from '@/lib/project-packages/model'
import { heads, inOrderOfReference, isMatched, partOf, parts } from '@/lib/project-packages/parts/model'
import { parsePackage, readRows } from '@/lib/project-packages/reading/model'
import { insertPart, type Place } from '@/lib/project-packages/rows/commands'
import { readProjectRows, takenIds } from '@/lib/project-packages/rows/queries'
import { linksHere, matchShared, type Shared } from '@/lib/project-packages/sharing/queries'
import { differingSums } from '@/lib/project-packages/sums/model'
import { packageText } from '@/lib/project-packages/writing/model'
import { findProject } from '@/lib/projects/queries'
import { fail, ok, type Result } from '@/lib/values/result'

/** A package of ten years is read and written in seconds; a slow disk may take longer. */
const limits = { seconds: 900 }

const keyPattern = /^[a-z0-9][a-z0-9-]{0,39}$/

const counts = (given: ProjectPackage): Record<string, number> =>
  Object.fromEntries(
    parts.flatMap(({ name }) => (rowsOf(given, name).length > 0 ? [[name, rowsOf(given, name).length]] : [])),
  )

/**
 * A project with everything that belongs to it, as one text. The same project always gives the same bytes.
 * Reasons: NOT_FOUND, NOT_ALLOWED, BAD_KEY (the other key is none).
 * @param key the project's key in the package; another one gives all its rows other ids
 */
export function exportPackage(
  viewer: Viewer,
  asked: { project: string; key?: string | undefined },
): Promise<Result<MadePackage, ExportReason>> {
  return asViewer(
    viewer,
    async (tx) => {
      const project = await findProject(viewer, asked.project)
      if (!project) return fail('NOT_FOUND')
      const right = rightTo(viewer, 'project.move', project.id)
      if (!right) return fail('NOT_ALLOWED')
      const key = asked.key ?? project.key
      if (!keyPattern.test(key)) return fail('BAD_KEY')
      const stored = await readProjectRows(viewer, tx, project.id)
      const given = key === project.key ? stored : takeOver(stored, { key, keepsIds: false, known: sharedAsIs(stored) })
      const text = packageText(complete(given, key, now().toISOString()).whole)
      const sha256 = createHash('sha256').update(text).digest('hex')
      await recordAudit(tx, viewer, {
        action: 'project.package_exported',
        right,
        subjectType: 'project',
        subjectId: project.id,
        organisationId: project.organisationId,
        // Whose days of birth went out: reading them is recorded wherever it happens.
        data: {
          key,
          sha256,
          bytes: Buffer.byteLength(text),
          beneficialOwners: rowsOf(given, 'beneficialOwners').length,
        },
      })
      // Days of birth leave with the package: whose, stands in the log as for every other way they leave.
      const born = rowsOf(stored, 'beneficialOwners').filter(({ values }) => values.bornOn)
      if (born.length > 0 || rowsOf(stored, 'treasuryFiles').length > 0) {
        await recordAudit(tx, viewer, {
          action: 'treasury.births_read',
          right,
          subjectType: 'project',
          subjectId: project.id,
          organisationId: project.organisationId,
          data: { why: 'package', owners: born.map(({ id }) => id) },
        })
      }
      return ok({ text, name: `${key}.etappi.json`, sha256, rows: counts(given) })
    },
    limits,
  )
}

/** What a project shares with others keeps its ids when the project gets others. */
function sharedAsIs(given: ProjectPackage): Map<string, Map<string, string>> {
  const shared = [...heads.filter(({ name }) => name !== 'project'), ...parts.filter(isMatched)]
  return new Map(shared.map(({ name }) => [name, new Map(rowsOf(given, name).map(({ id }) => [id, id]))]))
}

export type ImportAsked = { text: string; key?: string | undefined; dryRun?: boolean | undefined }

/** Carries the answer of a try-out out of its transaction, of which nothing may be kept. */
class TriedOut extends Error {
  readonly answer: ImportAnswer

  constructor(answer: ImportAnswer) {
    super('tried out')
    this.answer = answer
  }
}

/**
 * Takes a project in, whole or not at all. A person brings it into the own county; the operator into the county that the
 * package names, which is made when it is not there. The same package again changes nothing; a project of that key that
 * differs stays as it is, and is told with what differs. `dryRun`: everything is done and then undone.
 */
export async function importPackage(viewer: Viewer, asked: ImportAsked): Promise<ImportAnswer> {
  const right = rightTo(viewer, 'project.move', null)
  if (!right) return { ok: false, reason: 'NOT_ALLOWED' }
  const parsed = parsePackage(asked.text)
  if (!parsed.ok) return { ...parsed, reason: 'UNREADABLE' }
  const moment = now().toISOString()
  const rows = readRows(parsed.value, moment)
  if ('ok' in rows) return { ...rows, reason: 'UNREADABLE' }
  const { read, findings } = rows
  checkTogether(read, findings)
  checkContents(read, findings)
  if (asked.key !== undefined && !keyPattern.test(asked.key))
    findings.add('/project/key', 'bad_key', { found: asked.key })
  if (findings.total > 0) return unreadable(findings)
  const key = asked.key ?? String(read.rows.get('project')?.[0]?.values.key)
  const actor = viewer.kind === 'system' ? viewer : systemViewer('project-package')
  const given = { read, key, moment, right, sha256: createHash('sha256').update(asked.text).digest('hex') }
  try {
    return await asViewer(
      actor,
      async (tx) => {
        const answer = await take(viewer, tx, given)
        if (asked.dryRun && answer.ok && answer.value.outcome === 'imported') {
          throw new TriedOut({ ok: true, value: { ...answer.value, outcome: 'tried' } })
        }
        if (!answer.ok) throw new TriedOut(answer)
        return answer
      },
      limits,
    )
  } catch (error) {
    if (error instanceof TriedOut) return error.answer
    const broken = brokenRule(error)
    if (broken === null) throw error
    const told = new Findings()
    told.add('', 'database', { rule: broken })
    return unreadable(told)
  }
}

const unreadable = ({ list, total }: Findings): ImportAnswer => ({
  ok: false,
  reason: 'UNREADABLE',
  findings: list,
  total,
})

type Given = { read: ProjectPackage; key: string; moment: string; right: string; sha256: string }

async function take(viewer: Viewer, tx: Tx, given: Given): Promise<ImportAnswer> {
  const { read, key } = given
  const findings = new Findings()
  // Two imports of one key take turns, so that the second finds what the first made.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`project-package/${key}`}, 0))`
  const county = await findCounty(viewer, tx, read)
  const stored = await tx.project.findUnique({ where: { key }, select: { id: true, organisationId: true } })
  if (stored && stored.organisationId !== county.id) findings.add('/project/key', 'key_taken', { key })
  if (findings.total > 0) return unreadable(findings)
  const keepsIds = await keepsItsIds(viewer, tx, given, stored?.id ?? null)
  const shared = await matchShared(viewer, tx, { given: read, key, organisationId: county.id, keepsIds })
  const programme = await findProgramme(viewer, tx, given, keepsIds)
  const known = new Map(shared.known)
  known.set('organisation', new Map([[read.rows.get('organisation')?.[0]?.id ?? '', county.id]]))
  known.set('programme', new Map([[read.rows.get('programme')?.[0]?.id ?? '', programme.id]]))
  const identity: Identity = { key, keepsIds, known }
  const completed = complete(takeOver(read, identity), key, given.moment)
  const links = await linksHere(viewer, tx, completed.whole, county.id)
  const { kept, notes: left } = filesInUse(completed.whole)
  const whole = {
    rows: new Map([...completed.whole.rows, ['linkedProjects', links.rows] as const, ['files', kept] as const]),
  }
  const { eventsFilled } = completed
  const projectId = rowsOf(whole, 'project')[0]?.id ?? ''
  const notes: Note[] = [
    ...county.notes,
    ...programme.notes,
    ...shared.notes,
    ...links.notes,
    ...left,
    ...differingSums(read),
  ]
  if (!keepsIds) notes.push({ note: 'ids_rewritten', at: '', values: { key } })
  if (eventsFilled > 0) notes.push({ note: 'events_filled', at: '/statusReports', values: { count: eventsFilled } })
  const value = { projectId, key, organisation: county.name, rows: counts(whole), notes }
  if (stored) {
    const here = stored.id === projectId ? await readNarrowed(viewer, tx, stored.id, county.id) : null
    const differences = compare(whole, here ?? { rows: new Map() })
    if (differences.length > 0) return { ok: false, reason: 'DIFFERS', differences }
    return { ok: true, value: { ...value, outcome: 'identical', notes: [] } }
  }
  const place: Place = { organisationId: county.id, projectId, now: given.moment }
  if (county.isNew) await insertPart(viewer, tx, partOf('organisation'), rowsOf(whole, 'organisation'), place)
  if (programme.isNew) await insertPart(viewer, tx, partOf('programme'), rowsOf(whole, 'programme'), place)
  await insertShared(viewer, tx, { read, whole, shared, place })
  await narrowTo(tx, county.id)
  await insertProject(viewer, tx, whole, place, programme.id)
  await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
  await recordAudit(tx, viewer, {
    action: 'project.package_imported',
    right: given.right,
    subjectType: 'project',
    subjectId: projectId,
    organisationId: county.id,
    data: { key, sha256: given.sha256, rows: Object.values(counts(whole)).reduce((sum, count) => sum + count, 0) },
  })
  return { ok: true, value: { ...value, outcome: 'imported' } }
}

/** A file that no row names would belong to nothing. */
function filesInUse(given: ProjectPackage): { kept: PackageRow[]; notes: Note[] } {
  const named = new Set(
    parts.flatMap((part) =>
      part.fields
        .filter(({ kind, of }) => kind === 'ref' && of === 'files')
        .flatMap(({ name }) => rowsOf(given, part.name).map(({ values }) => values[name])),
    ),
  )
  const files = rowsOf(given, 'files')
  return {
    kept: files.filter(({ id }) => named.has(id)),
    notes: files
      .filter(({ id }) => !named.has(id))
      .map((row) => ({
        note: 'file_left',
        at: placeOf(partOf('files'), row),
        values: { name: String(row.values.name) },
      })),
  }
}

async function readNarrowed(
  viewer: Viewer,
  tx: Tx,
  projectId: string,
  organisationId: string,
): Promise<ProjectPackage> {
  await narrowTo(tx, organisationId)
  return readProjectRows(viewer, tx, projectId)
}

type Found = { id: string; isNew: boolean; notes: Note[] }

async function findCounty(viewer: Viewer, tx: Tx, { rows }: ProjectPackage): Promise<Found & { name: string }> {
  const row = rows.get('organisation')?.[0]
  const key = String(row?.values.key)
  if (viewer.organisationId !== null) {
    const own = await tx.organisation.findUniqueOrThrow({
      where: { id: viewer.organisationId },
      select: { id: true, key: true, name: true },
    })
    const notes: Note[] =
      own.key === key ? [] : [{ note: 'other_county', at: '/organisation/key', values: { county: own.name, key } }]
    return { id: own.id, name: own.name, isNew: false, notes }
  }
  const known = await tx.organisation.findUnique({ where: { key }, select: { id: true, name: true } })
  if (known) return { ...known, isNew: false, notes: [] }
  const name = String(row?.values.name)
  const id = await freeId(tx, row, `organisation/${key}`)
  return { id, name, isNew: true, notes: [{ note: 'organisation_made', at: '/organisation', values: { key, name } }] }
}

async function freeId(tx: Tx, row: PackageRow | undefined, name: string): Promise<string> {
  const id = row?.id ?? ''
  if (!isUuid(id)) return derivedId('', name)
  const taken = await tx.organisation.count({ where: { id } })
  return taken === 0 ? id : derivedId('', name)
}

async function findProgramme(_viewer: Viewer, tx: Tx, { read, key }: Given, keepsIds: boolean): Promise<Found> {
  const row = read.rows.get('programme')?.[0]
  const programme = String(row?.values.key)
  const known = await tx.programme.findUnique({ where: { key: programme }, select: { id: true } })
  if (known) return { id: known.id, isNew: false, notes: [] }
  const taken = row && isUuid(row.id) ? await tx.programme.count({ where: { id: row.id } }) : 1
  const id = keepsIds && row && taken === 0 ? row.id : derivedId(key, `programme/${programme}`)
  return { id, isNew: true, notes: [{ note: 'programme_made', at: '/programme', values: { key: programme } }] }
}

/** A project keeps its ids under its own key where nothing else has them; once it is here, as it was taken in. */
async function keepsItsIds(viewer: Viewer, tx: Tx, { read, key }: Given, storedId: string | null): Promise<boolean> {
  const row = read.rows.get('project')?.[0]
  if (key !== row?.values.key) return false
  if (storedId !== null) return storedId === row.id || !isUuid(row.id)
  const own = new Map(
    [...read.rows].filter(
      ([name]) => name === 'project' || parts.some((part) => part.name === name && !isMatched(part)),
    ),
  )
  return (await takenIds(viewer, tx, { rows: own }, isUuid)).length === 0
}

type Sharing = { read: ProjectPackage; whole: ProjectPackage; shared: Shared; place: Place }

/** What is everybody's or the county's and was not here yet. */
async function insertShared(viewer: Viewer, tx: Tx, { read, whole, shared, place }: Sharing): Promise<void> {
  for (const part of inOrderOfReference().filter(isMatched)) {
    const missing = shared.missing.get(part.name) ?? new Set()
    const rows = rowsOf(whole, part.name).filter((_, index) => missing.has(rowsOf(read, part.name)[index]?.id ?? ''))
    const named = rows.map((row) => {
      const name = rowsOf(read, part.name)[rowsOf(whole, part.name).indexOf(row)]?.id ?? ''
      const email = part.name === 'people' ? shared.emails.get(name) : undefined
      const key = part.name === 'reportTemplates' ? shared.templateKeys.get(name) : undefined
      // A template under another key is the county's own.
      return { ...row, values: { ...row.values, ...(email && { email }), ...(key && { key, ofCounty: true }) } }
    })
    if (named.length > 0) await insertPart(viewer, tx, part, named, place)
  }
}

async function insertProject(
  viewer: Viewer,
  tx: Tx,
  whole: ProjectPackage,
  place: Place,
  programmeId: string,
): Promise<void> {
  await insertPart(viewer, tx, partOf('project'), rowsOf(whole, 'project'), { ...place, projectId: programmeId })
  for (const part of inOrderOfReference().filter((one) => !isMatched(one))) {
    const rows = rowsOf(whole, part.name)
    if (rows.length > 0) await insertPart(viewer, tx, part, rows, place)
  }
}

/** The database's own rule that a row broke, by its name; null when something else went wrong. */
function brokenRule(error: unknown): string | null {
  const told = error instanceof Error ? `${error.message} ${JSON.stringify('meta' in error ? error.meta : null)}` : ''
  const found = /constraint \\*"([A-Za-z_0-9]+)/.exec(told) ?? /etappi: ([^"\\`]+)/.exec(told)
  return found?.[1] ?? null
}

/** Whether a project anywhere in the installation has the key already: nothing else of it is told. */
export async function isKeyTaken(_viewer: Viewer, key: string): Promise<boolean> {
  const found = await asViewer(systemViewer('project-package'), (tx) => tx.project.count({ where: { key } }))
  return found > 0
}
