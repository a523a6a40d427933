import { apiInCounty, keyReader } from '@/lib/access/programs'
import { withinLimit } from '@/lib/access/rate-limit'
import { senderOf } from '@/lib/access/senders'
import { noteRefusal, noteUse } from '@/lib/reporting-api/keys/commands'
import type { KnownKey } from '@/lib/reporting-api/keys/model'
import { recogniseKey } from '@/lib/reporting-api/keys/queries'
import { type ProblemCode, waitSeconds } from '@/lib/reporting-api/problems/model'

const perKey = { attempts: 300, seconds: waitSeconds }
/** Wrong keys of one address: guessing one is hopeless, and asking costs the database a look. */
const perAddress = { attempts: 60, seconds: waitSeconds }

/** A program that goes on with a key that has ended is seen each hour. */
const notedRefusals = { attempts: 1, seconds: 3600 }

const refusals = { unknown: 'UNKNOWN_KEY', expired: 'EXPIRED_KEY', revoked: 'REVOKED_KEY' } as const

/** The key that a request shows in its Authorization header, the only place for it: addresses stand in logs. */
export async function keyShown(request: Request): Promise<{ known: KnownKey } | { refused: ProblemCode }> {
  const shown = /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (!shown) return { refused: 'NO_KEY' }
  const requestId = request.headers.get('x-request-id')
  const found = await recogniseKey(keyReader(), shown)
  if ('refused' in found) {
    if (found.of && (await withinLimit(`reporting-api:noted:${found.of.id}`, notedRefusals))) {
      await noteRefusal(apiInCounty(found.of.organisationId, requestId), found.of.id, found.refused)
    }
    const within = await withinLimit(`reporting-api:address:${senderOf(request.headers)}`, perAddress)
    return { refused: within ? refusals[found.refused] : 'TOO_MANY' }
  }
  if (!(await withinLimit(`reporting-api:key:${found.known.id}`, perKey))) return { refused: 'TOO_MANY' }
  await noteUse(apiInCounty(found.known.organisationId, requestId), found.known)
  return found
}
