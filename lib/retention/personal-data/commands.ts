import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { withinLimit } from '@/lib/access/rate-limit'
import { asViewer, organisationOf } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { type Words, words } from '@/lib/platform/words'
import { isId } from '@/lib/retention/model'
import { type Fact, factsOf, type PersonalData } from '@/lib/retention/personal-data/model'
import { readPersonalData } from '@/lib/retention/personal-data/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { plainName } from '@/lib/values/file-names'
import { formatDateTime } from '@/lib/values/format'
import { type Listing, listingOf } from '@/lib/values/listing'
import { fail, ok, type Result } from '@/lib/values/result'

/** Every table is read each time: enough for somebody who looks, too little to keep the database busy. */
const perPerson = { attempts: 10, seconds: 600 }

type Asked = {
  /** `me`, or somebody of the administrator's county */
  person: string
  format: 'json' | 'csv'
  /** Draws the facts for a spreadsheet */
  draw: (listing: Listing) => Uint8Array
}

/**
 * All that is held of a person, in one file: everybody gets their own, administrators that of anybody in their county. What left
 * is recorded with its hash. Reasons: NOT_FOUND, also for those who may not, TOO_MANY.
 */
export async function exportPersonalData(
  viewer: Viewer,
  { person, format, draw }: Asked,
): Promise<Result<{ bytes: Uint8Array; name: string }, 'NOT_FOUND' | 'TOO_MANY'>> {
  const userId = person === 'me' ? viewer.userId : person
  const right = userId !== null && userId === viewer.userId ? 'own' : rightTo(viewer, 'people.manage', null)
  if (!right || !userId || !isId(userId)) return fail('NOT_FOUND')
  if (!(await withinLimit(`personal-data:${viewer.userId}`, perPerson))) return fail('TOO_MANY')
  const t = words(viewer.locale)
  return asViewer(
    viewer,
    async (tx) => {
      const user = await tx.user.findFirst({
        where: { id: userId, ...organisationOf(viewer) },
        select: { id: true, name: true, organisationId: true },
      })
      if (!user) return fail('NOT_FOUND')
      const held = await readPersonalData(viewer, tx, userId, t('retention.person.withheld'))
      const data: PersonalData = { userId, name: user.name, made: now().toISOString(), held }
      const bytes =
        format === 'json'
          ? new TextEncoder().encode(`${JSON.stringify({ ...data, note: t('retention.person.note') }, null, 2)}\n`)
          : draw(listing(viewer, data))
      await recordAudit(tx, viewer, {
        action: 'retention.person_exported',
        right,
        subjectType: 'user',
        subjectId: userId,
        organisationId: user.organisationId,
        data: {
          format,
          tables: held.length,
          rows: held.reduce((sum, { rows }) => sum + rows.length, 0),
          sha256: createHash('sha256').update(bytes).digest('hex'),
        },
      })
      return ok({
        bytes,
        name: `${plainName(t('retention.person.file'))}-${userId.slice(-8)}-${dateInHelsinki(now())}.${format}`,
      })
    },
    { seconds: 120 },
  )
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** A value as people read it: moments in Finnish time, yes and no as words; everything else as it is held. */
function readable(value: string, t: Words): string {
  if (moment.test(value)) return formatDateTime(value, t.locale)
  if (value === 'true' || value === 'false') return t(`retention.person.${value === 'true' ? 'yes' : 'no'}`)
  return value
}

function listing({ locale }: Viewer, data: PersonalData): Listing {
  const t = words(locale)
  const own = (name: string) => t(`retention.person.${name}`)
  // What has no word yet is told by its name in the database: nothing that is held may be left out.
  const called = (kind: 'tables' | 'references', name: string) =>
    name !== '' && t.has(`retention.person.${kind}.${name}`) ? own(`${kind}.${name}`) : name
  const facts: Fact[] = [{ table: '', column: '', row: 0, field: '', value: own('note') }, ...factsOf(data)]
  return listingOf<Fact>({ name: 'person', title: own('file') }, facts, [
    [own('table'), 'text', ({ table }) => called('tables', table)],
    [own('column'), 'text', ({ column }) => called('references', column)],
    [own('row'), 'count', ({ row }) => row || null],
    [own('field'), 'text', ({ field }) => field],
    [own('value'), 'text', ({ value }) => readable(value, t)],
  ])
}
