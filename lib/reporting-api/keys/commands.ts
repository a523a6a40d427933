import 'server-only'
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { fingerprint } from '@/lib/access/fingerprint'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { type KeyState, type KnownKey, keyPrefix, startLength } from '@/lib/reporting-api/keys/model'
import type { newKeySchema } from '@/lib/reporting-api/keys/schema'
import { keysOf } from '@/lib/reporting-api/permissions'
import { dateInHelsinki, momentInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = 'NOT_ALLOWED' | 'SIGN_IN_AGAIN' | 'NOT_FOUND'

/**
 * Makes a key of the viewer's own county, of one of its projects when one is named. The secret is given here only: the
 * database keeps its hash and its first characters.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN (the sign-in is older than 15 minutes), NOT_FOUND (no such project in the county).
 */
export async function createKey(
  viewer: Viewer,
  { name, project, scope, days }: z.output<typeof newKeySchema>,
): Promise<Result<{ keyId: string; secret: string }, Reason>> {
  const held = keysOf(viewer)
  if (!held) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  const { organisationId, right } = held
  return asViewer(viewer, async (tx) => {
    const known =
      project && (await tx.project.findFirst({ where: { id: project, organisationId }, select: { id: true } }))
    if (project && !known) return fail('NOT_FOUND', { project: 'reportingApi.error.project' })
    const secret = keyPrefix + randomBytes(32).toString('base64url')
    const expiresAt = new Date(now().getTime() + days * 86_400_000)
    const { id } = await tx.apiKey.create({
      data: {
        organisationId,
        projectId: project,
        name,
        scope,
        start: secret.slice(0, startLength),
        sha256: fingerprint(secret),
        expiresAt,
        createdById: viewer.userId,
        createdAt: now(),
      },
      select: { id: true },
    })
    await recordAudit(tx, viewer, {
      action: 'api_key.created',
      right,
      subjectType: 'api_key',
      subjectId: id,
      organisationId,
      data: { name, scope, projectId: project, expiresAt: expiresAt.toISOString() },
    })
    return ok({ keyId: id, secret })
  })
}

/**
 * Ends a key of the viewer's own county at once and for ever. Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_FOUND (another
 * county's, or revoked already).
 */
export async function revokeKey(viewer: Viewer, { keyId }: { keyId: string }): Promise<Result<null, Reason>> {
  const held = keysOf(viewer)
  if (!held) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  const { organisationId, right } = held
  return asViewer(viewer, async (tx) => {
    const ended = await tx.apiKey.updateMany({
      where: { id: keyId, organisationId, revokedAt: null },
      data: { revokedAt: now() },
    })
    if (ended.count === 0) return fail('NOT_FOUND')
    await recordAudit(tx, viewer, {
      action: 'api_key.revoked',
      right,
      subjectType: 'api_key',
      subjectId: keyId,
      organisationId,
    })
    return ok(null)
  })
}

const notedEvery = 60_000

/**
 * Notes that a key is in use: the moment once a minute, so that reading a page is no write, and an audit row for each day on
 * which it is used.
 */
export async function noteUse(viewer: Viewer, key: KnownKey): Promise<void> {
  const at = now()
  await asViewer(viewer, async (tx) => {
    const before = await tx.apiKey.findFirst({
      where: { id: key.id, organisationId: key.organisationId },
      select: { lastUsedAt: true },
    })
    const last = before?.lastUsedAt ?? null
    if (!before || (last && at.getTime() - last.getTime() < notedEvery)) return
    // Of two requests at once only one finds the moment that it has read.
    const noted = await tx.apiKey.updateMany({ where: { id: key.id, lastUsedAt: last }, data: { lastUsedAt: at } })
    if (noted.count === 0 || (last && dateInHelsinki(last) === dateInHelsinki(at))) return
    await recordAudit(tx, viewer, {
      action: 'api_key.used',
      right: 'api_key',
      subjectType: 'api_key',
      subjectId: key.id,
      organisationId: key.organisationId,
    })
  })
}

/** Notes that a key of the county that has ended was shown. */
export function noteRefusal(
  viewer: Viewer,
  keyId: string,
  reason: Exclude<KeyState, 'valid'> | 'unknown',
): Promise<void> {
  return asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'api_key.refused',
      right: 'api_key',
      subjectType: 'api_key',
      subjectId: keyId,
      result: 'refused',
      data: { reason },
    }),
  )
}

type ReadTable = { table: string; format: string; data: string }

/**
 * Notes that a key has read a table: once a day for the same data in the same form, with the hash of the page that was read
 * first. `data` names exactly the data of which the table was made. Once noted, this process does not ask again.
 */
export async function noteRead(viewer: Viewer, key: KnownKey, read: ReadTable, hashOf: () => string): Promise<void> {
  const day = dateInHelsinki(now())
  const mark = JSON.stringify([key.id, day, read.table, read.format, read.data])
  if (notedReads.has(mark)) return
  await asViewer(viewer, async (tx) => {
    const known = await tx.auditEvent.findFirst({
      where: {
        action: 'api_key.table_read',
        subjectType: 'api_key',
        subjectId: key.id,
        at: { gte: momentInHelsinki(day, 0) },
        AND: Object.entries(read).map(([name, equals]) => ({ data: { path: [name], equals } })),
      },
      select: { id: true },
    })
    if (known) return
    await recordAudit(tx, viewer, {
      action: 'api_key.table_read',
      right: 'api_key',
      subjectType: 'api_key',
      subjectId: key.id,
      organisationId: key.organisationId,
      data: { ...read, sha256: hashOf() },
    })
  })
  if (notedReads.size >= remembered) notedReads.clear()
  notedReads.add(mark)
}

const notedReads = new Set<string>()
const remembered = 10_000
