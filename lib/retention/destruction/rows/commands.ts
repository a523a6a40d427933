import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import { mailsOf, readBelonging, unnamedFiles } from '@/lib/retention/belonging/queries'
import { childrenFirst, type Destroyed } from '@/lib/retention/destruction/model'
import { destroyedMark, madeBefore } from '@/lib/retention/due/model'
import { dueOfCounty, dueRows, readKept, readRules } from '@/lib/retention/due/queries'
import { isOfProject, type KindOfCounty, type KindOfProject, type RetentionKind, ruleFor } from '@/lib/retention/model'
import { formatDate } from '@/lib/values/format'

type Line = {
  kind: RetentionKind
  projectId: string | null
  listId: string
  today: string
  year: number
  /** What was made after the list was prepared is on no list */
  preparedAt: Date
}

/** Destroys what a line speaks of. The caller has judged the line and holds its list and project locked. */
export async function destroyLine(viewer: Viewer, tx: Tx, line: Line): Promise<Destroyed> {
  const { kind, projectId } = line
  if (!isOfProject(kind)) return destroyOfCounty(viewer, tx, kind, line)
  if (projectId === null) throw new Error(`a line of ${kind} without its project`)
  return kind === 'project'
    ? destroyProject(viewer, tx, projectId, line)
    : destroyKind(viewer, tx, kind, projectId, line)
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other)

async function destroyOfCounty(viewer: Viewer, tx: Tx, kind: KindOfCounty, line: Line): Promise<Destroyed> {
  const rule = ruleFor(await readRules(viewer, tx), kind, null)
  const before = rule && madeBefore(line.today, rule.years, null)
  const { ids } = await dueOfCounty(viewer, tx, kind, before && earlier(before, line.preparedAt))
  if (kind === 'sign_ins') {
    // The keys of what a browser kept unsaved in these sign-ins; they have no reference of their own.
    await tx.localCopyKey.deleteMany({ where: { sessionId: { in: ids } } })
    return { rows: (await tx.loginSession.deleteMany({ where: { id: { in: ids } } })).count, files: 0, onDisk: [] }
  }
  // What was told stays told, so that nobody is told again.
  await tx.$executeRaw`UPDATE "Notification" SET "mailId" = NULL, "skippedAt" = coalesce("skippedAt", now())
    WHERE "mailId" = ANY(${ids}::uuid[])`
  return { rows: (await tx.mail.deleteMany({ where: { id: { in: ids } } })).count, files: 0, onDisk: [] }
}

async function destroyProject(viewer: Viewer, tx: Tx, projectId: string, { listId }: Line): Promise<Destroyed> {
  const project = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { name: true } })
  // Only now, only here: the database opens what is append-only to this list, and to this transaction.
  await tx.$executeRaw`SELECT set_config('etappi.destruction', ${listId}, true)`
  await letGoOfLinks(tx, projectId, project.name)
  const belonging = await readBelonging(viewer, tx, projectId)
  const mails = await mailsOf(viewer, tx, projectId)
  let rows = 0
  for (const { table, where, values } of childrenFirst(belonging)) {
    rows += await tx.$executeRawUnsafe(`DELETE FROM "${table}" t WHERE ${where}`, ...values)
  }
  rows += (await tx.mail.deleteMany({ where: { id: { in: mails } } })).count
  await tx.$executeRaw`SELECT set_config('etappi.destruction', '', true)`
  const fileIds = [...belonging.values()].flatMap((one) => one.fileIds)
  const files = await removeFiles(viewer, tx, fileIds)
  return { rows: rows + files.files, ...files }
}

/** Another project that is linked to this one keeps the link as words. */
async function letGoOfLinks(tx: Tx, projectId: string, name: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ProjectLink" SET "linkedId" = NULL, name = coalesce(nullif(btrim(name), ''), ${name})
     WHERE "linkedId" = ${projectId}::uuid AND "projectId" <> ${projectId}::uuid`
}

async function removeFiles(
  viewer: Viewer,
  tx: Tx,
  fileIds: readonly string[],
): Promise<{ files: number; onDisk: string[] }> {
  const free = await unnamedFiles(viewer, tx, fileIds)
  const onDisk = await tx.storedFile.findMany({ where: { id: { in: free }, storage: 'disk' }, select: { id: true } })
  const { count } = await tx.storedFile.deleteMany({ where: { id: { in: free } } })
  return { files: count, onDisk: onDisk.map(({ id }) => id) }
}

async function destroyKind(
  viewer: Viewer,
  tx: Tx,
  kind: Exclude<KindOfProject, 'project'>,
  projectId: string,
  line: Line,
): Promise<Destroyed> {
  const [project] = await readKept(viewer, tx, projectId)
  const rule = project && ruleFor(await readRules(viewer, tx), kind, project.programmeId)
  if (!project || !rule) throw new Error(`${kind} of a project without a rule`)
  const due = rule.start === 'created' ? madeBefore(line.today, rule.years, project.floor) : line.preparedAt
  const before = earlier(due ?? new Date(0), line.preparedAt)
  const found = await dueRows(viewer, tx, kind, await readBelonging(viewer, tx, projectId), before)
  if (kind === 'files') return emptyFiles(tx, found.fileIds, line)
  let rows = 0
  for (const { table, where, values } of found.rows) {
    rows += await tx.$executeRawUnsafe(`DELETE FROM "${table}" t WHERE ${where}`, ...values)
  }
  const files = await removeFiles(viewer, tx, found.fileIds)
  return { rows: rows + files.files, ...files }
}

/** The content goes; a text that says so stands in its place, so that what names the file still says what it was. */
async function emptyFiles(tx: Tx, fileIds: readonly string[], { today, year }: Line): Promise<Destroyed> {
  // The language of the county's papers: whoever opens the file may be anybody.
  const t = words('fi')
  const files = await tx.storedFile.findMany({
    where: { id: { in: [...fileIds] } },
    select: { id: true, name: true, sha256: true, storage: true },
  })
  for (const { id, name, sha256 } of files) {
    const said = t('retention.destroyedFile', { day: formatDate(today, t.locale), year: String(year), sha256 })
    const bytes = new TextEncoder().encode(`${name}\n\n${said}\n`)
    await tx.storedFile.update({
      where: { id },
      data: {
        name: `${name}.txt`,
        mediaType: destroyedMark,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        storage: 'database',
        bytes,
      },
    })
  }
  const onDisk = files.filter(({ storage }) => storage === 'disk').map(({ id }) => id)
  return { rows: 0, files: files.length, onDisk }
}
