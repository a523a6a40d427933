import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { openingSecrets, sealAnew } from '@/lib/access/sealing'
import { asViewer } from '@/lib/access/viewer'
import { log } from '@/lib/platform/logger'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Seals the keys of authenticators with AUTH_SECRET that the one of before sealed, of everybody the viewer sees, so that the one
 * of before can be taken out of the settings. People notice nothing: the keys stay what they are. Doing it again does nothing;
 * a key that is made anew meanwhile is left alone. Reasons: NOT_ALLOWED (a person).
 * @returns how many were sealed anew; 0 without an AUTH_SECRET of before
 */
export async function resealFactors(viewer: Viewer): Promise<Result<{ sealed: number }, 'NOT_ALLOWED'>> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  if (openingSecrets().length === 1) return ok({ sealed: 0 })
  const sealed = await asViewer(viewer, async (tx) => {
    const rows = await tx.secondFactor.findMany({ select: { userId: true, secret: true }, orderBy: { userId: 'asc' } })
    let count = 0
    for (const { userId, secret: before } of rows) {
      const secret = sealAnew('second-factor.secret', userId, before)
      if (!secret) continue
      count += (await tx.secondFactor.updateMany({ where: { userId, secret: before }, data: { secret } })).count
    }
    return count
  })
  if (sealed > 0) log('info', 'keys.sealed-anew', { sealed })
  return ok({ sealed })
}
