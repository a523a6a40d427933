import 'server-only'
import type { z } from 'zod'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import { kindOfFile } from '@/lib/evidence/files/model'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import { isLogoType, type LogoReason, largestLogo } from '@/lib/projects/looks/model'
import type { coloursSchema } from '@/lib/projects/looks/schema'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = 'NOT_ALLOWED' | 'STALE'

type Change = {
  brandColour?: string | null
  accentColour?: string | null
  logoFileId?: string | null
  logoAlt?: string | null
}

/** Sets the colours of the county's files; null takes the product's own. Reasons: NOT_ALLOWED, STALE. */
export function setColours(
  viewer: Viewer,
  { version, ...colours }: z.output<typeof coloursSchema>,
): Promise<Result<null, Reason>> {
  return changeLooks(viewer, { action: 'county.colours_set', version }, async () => colours)
}

/**
 * Takes a picture as the county's logo; what it is goes by its content. Reasons: NOT_ALLOWED, STALE, ALT_MISSING, EMPTY_FILE,
 * TOO_LARGE, WRONG_KIND.
 */
export async function setLogo(
  viewer: Viewer,
  { version, alt, name, bytes }: { version: number; alt: string; name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Result<null, LogoReason>> {
  const refused = refusedLogo(alt, name, bytes)
  // Who may not is told so first, whatever was sent.
  if (refused && countyRight(viewer)) return fail(refused)
  return changeLooks(viewer, { action: 'county.logo_set', version }, async (organisationId) => {
    const kept = await keepFile(viewer, { organisationId, name, bytes })
    if (!kept.ok) throw new Error(`a checked picture was refused: ${kept.reason}`)
    return { logoFileId: kept.value.fileId, logoAlt: alt.trim() }
  })
}

function refusedLogo(alt: string, name: string, bytes: Uint8Array): LogoReason | null {
  const kind = kindOfFile(name, bytes)
  if (!kind.ok) return kind.reason
  if (bytes.length > largestLogo) return 'TOO_LARGE'
  if (!isLogoType(kind.value)) return 'WRONG_KIND'
  return alt.trim() === '' ? 'ALT_MISSING' : null
}

/** Takes the logo away; the file's bytes stay. Reasons: NOT_ALLOWED, STALE. */
export function removeLogo(viewer: Viewer, { version }: { version: number }): Promise<Result<null, Reason>> {
  return changeLooks(viewer, { action: 'county.logo_removed', version }, async () => ({
    logoFileId: null,
    logoAlt: null,
  }))
}

/** The right by which the viewer sets the looks of the own county, with its id; null for everybody else. */
function countyRight(viewer: Viewer): { id: string; right: string } | null {
  const right = rightTo(viewer, 'county.looks', null)
  return right && viewer.organisationId ? { id: viewer.organisationId, right } : null
}

function changeLooks(
  viewer: Viewer,
  { action, version }: { action: AuditAction; version: number },
  find: (organisationId: string) => Promise<Change>,
): Promise<Result<null, Reason>> {
  const county = countyRight(viewer)
  if (!county) return Promise.resolve(fail('NOT_ALLOWED'))
  return asViewer(viewer, async (tx) => {
    const moved = await tx.organisation.updateMany({
      where: { id: county.id, settingsVersion: version },
      data: { settingsVersion: { increment: 1 } },
    })
    if (moved.count === 0) return fail('STALE')
    const change = await find(county.id)
    await tx.organisation.updateMany({ where: { id: county.id }, data: change })
    await recordAudit(tx, viewer, {
      action,
      right: county.right,
      subjectType: 'organisation',
      subjectId: county.id,
      data: { ...change, version: version + 1 },
    })
    return ok(null)
  })
}
