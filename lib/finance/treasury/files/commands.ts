import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { withinLimit } from '@/lib/access/rate-limit'
import type { FinanceReason } from '@/lib/finance/commands'
import { keepTreasury } from '@/lib/finance/treasury/commands'
import { checkMonth, isError } from '@/lib/finance/treasury/files/checks/model'
import { type FileFormat, ownersOf, textWithoutOwners, treasuryFileName } from '@/lib/finance/treasury/files/model'
import { draftFile } from '@/lib/finance/treasury/files/queries'
import { documentSchema, readDocument, type TreasuryDocument } from '@/lib/finance/treasury/files/schema'
import { sheetsOf } from '@/lib/finance/treasury/files/sheets/model'
import { now } from '@/lib/platform/clock'
import { dayText } from '@/lib/platform/columns'
import { words } from '@/lib/platform/words'
import { findProject } from '@/lib/projects/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { formatMonth } from '@/lib/values/format'
import type { Listing } from '@/lib/values/listing'
import { fail, ok, type Result } from '@/lib/values/result'

export type TreasuryFileReason = FinanceReason | 'TOO_MANY' | 'NOT_COMPLETE'

/** Each reads the whole project; a person needs a few in a month. */
const perPerson = { attempts: 30, seconds: 600 }

const mayAsk = ({ userId }: Viewer): Promise<boolean> => withinLimit(`treasury:${userId ?? 'system'}`, perPerson)

/**
 * Makes the file of a month and keeps it as it was made. The same data give the same fingerprint. Reasons: NOT_FOUND,
 * NOT_ALLOWED, NOT_COMPLETE (the checks found errors), TOO_MANY.
 * @throws when the checks let through what the schema of the file refuses
 */
export async function makeFile(
  viewer: Viewer,
  { projectId, project, month }: { projectId: string; project: string; month: string },
): Promise<Result<{ id: string; sha256: string }, TreasuryFileReason>> {
  if (!(await mayAsk(viewer))) return fail('TOO_MANY')
  return keepTreasury<{ id: string; sha256: string }, 'NOT_FOUND' | 'NOT_COMPLETE'>(
    viewer,
    projectId,
    async (keeping) => {
      const { tx, organisationId } = keeping
      const found = await findProject(viewer, project)
      const drafted = found?.id === projectId ? await draftFile(viewer, found, month) : null
      if (!drafted) return fail('NOT_FOUND')
      if (checkMonth(drafted.treasury, month, dateInHelsinki(now())).some(isError)) return fail('NOT_COMPLETE')
      documentSchema.parse(drafted.document)
      const { sha256, text: content } = drafted
      const { id } = await tx.treasuryFile.create({
        data: {
          ...{ projectId, organisationId, sha256, content },
          month: new Date(`${month}-01`),
          madeById: viewer.userId,
          madeAt: now(),
        },
        select: { id: true },
      })
      await keeping.record('treasury.file_made', { type: 'treasury_file', id }, { month, ...markOf(drafted.document) })
      return ok({ id, sha256 })
    },
  )
}

/** The fingerprint of the whole file stands with the file; the log tells that of everything but persons. */
const markOf = (document: TreasuryDocument) => ({
  sha256WithoutOwners: createHash('sha256').update(textWithoutOwners(document)).digest('hex'),
})

/** Draws the sheets of the file as a workbook. */
export type WorkbookDrawer = (listings: readonly Listing[], title: string) => Promise<Uint8Array>

export type FetchedFile = { bytes: Uint8Array; name: string }

/**
 * Hands out a made file: as JSON byte for byte as it was made, or the same as a workbook. That it was, and whose days of birth
 * went with it, is recorded first. Reasons: NOT_FOUND, NOT_ALLOWED, TOO_MANY.
 */
export async function fetchFile(
  viewer: Viewer,
  { projectKey, fileId, format }: { projectKey: string; fileId: string; format: FileFormat },
  draw: WorkbookDrawer,
): Promise<Result<FetchedFile, TreasuryFileReason>> {
  const project = await findProject(viewer, projectKey)
  if (!project) return fail('NOT_FOUND')
  if (!(await mayAsk(viewer))) return fail('TOO_MANY')
  const read = await keepTreasury<{ content: string; sha256: string; month: string }, 'NOT_FOUND'>(
    viewer,
    project.id,
    async ({ tx, record }) => {
      const file = await tx.treasuryFile.findFirst({
        where: { id: fileId, projectId: project.id },
        select: { content: true, sha256: true, month: true },
      })
      if (!file) return fail('NOT_FOUND')
      const month = dayText(file.month).slice(0, 7)
      const document = readDocument(file.content)
      if (document === null && format !== 'json') return fail('NOT_FOUND')
      const owners = document && ownersOf(document)
      const subject = { type: 'treasury_file', id: fileId }
      await record('treasury.file_fetched', subject, { month, format, ...(document && markOf(document)) })
      if (owners?.length !== 0)
        await record('treasury.births_read', subject, { why: 'file', owners: owners ?? 'unknown' })
      return ok({ ...file, month })
    },
  )
  if (!read.ok) return read
  const { content, sha256, month } = read.value
  const name = treasuryFileName(project.key, month, format)
  const document = readDocument(content)
  if (format === 'json' || document === null) return ok({ bytes: new TextEncoder().encode(content), name })
  const t = words('fi')
  const sheets = sheetsOf(document, sha256, t)
  return ok({
    bytes: await draw(
      sheets,
      t('treasury.sheet.title', { project: project.name, month: formatMonth(month, t.locale) }),
    ),
    name,
  })
}
