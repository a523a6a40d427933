import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { words } from '@/lib/platform/words'
import { kindLabels, listStateLabels } from '@/lib/retention/labels'
import type { ListLine } from '@/lib/retention/lists/model'
import { findList } from '@/lib/retention/lists/queries'
import { retentionOf } from '@/lib/retention/permissions'
import { plainName } from '@/lib/values/file-names'
import { formatDateTime } from '@/lib/values/format'
import { type Listing, listingOf } from '@/lib/values/listing'
import { fail, ok, type Result } from '@/lib/values/result'

/** Draws a list as a file; `title` names it. */
type Draw = (listing: Listing, title: string) => Promise<Uint8Array> | Uint8Array

/** A list of destruction, or the record it has become, as a spreadsheet; handed over after its hash is recorded. Reasons: NOT_FOUND. */
export async function exportList(
  viewer: Viewer,
  { listId, format, draw }: { listId: string; format: 'xlsx' | 'csv'; draw: Draw },
): Promise<Result<{ bytes: Uint8Array; name: string }, 'NOT_FOUND'>> {
  const held = retentionOf(viewer)
  const list = held && (await findList(viewer, listId))
  if (!held || !list) return fail('NOT_FOUND')
  const t = words(viewer.locale)
  const title = `${t('retention.lists.one', { year: String(list.year) })}: ${t(listStateLabels[list.state])}`
  const own = (name: string, values?: Record<string, string>) => t(`retention.${name}`, values)
  const at = (moment: string | null | undefined) => (moment ? formatDateTime(moment, t.locale) : null)
  const by = ({ at: when, by: who }: { at: string; by: string }) =>
    own('lists.by', { when: formatDateTime(when, t.locale), who })
  const listing = listingOf<ListLine>({ name: 'destruction', title }, list.lines, [
    [own('due.project'), 'text', ({ title: name }) => name],
    [t('auditLog.fact.key'), 'text', ({ projectKey }) => projectKey],
    [own('rules.kind'), 'text', ({ kind }) => t(kindLabels[kind])],
    [own('due.on'), 'day', ({ dueOn }) => dueOn],
    [own('due.rows'), 'count', ({ rows }) => rows],
    [own('rules.basis'), 'text', ({ basis }) => basis],
    [own('rules.years'), 'count', ({ years }) => years],
    [own('list.leaveOutReason'), 'text', ({ leftOutReason }) => leftOutReason],
    [own('list.destroyedOn'), 'text', ({ destroyed }) => at(destroyed?.at)],
    [own('list.destroyedRows'), 'count', ({ destroyed }) => destroyed?.rows],
    [own('list.destroyedFiles'), 'count', ({ destroyed }) => destroyed?.files],
    [own('lists.state'), 'text', () => t(listStateLabels[list.state])],
    [own('lists.prepared'), 'text', () => by(list.prepared)],
    [own('list.decided'), 'text', () => list.decided && by(list.decided)],
    [own('list.decisionReason'), 'text', () => list.decided?.reason],
    [own('list.withdrawn'), 'text', () => at(list.withdrawn?.at)],
    [own('list.withdrawnWhy'), 'text', () => list.withdrawn?.reason],
    [own('list.carriedOut'), 'text', () => at(list.carriedOutAt)],
  ])
  const bytes = await draw(listing, title)
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'destruction.exported',
      right: held.right,
      subjectType: 'destruction_list',
      subjectId: listId,
      organisationId: held.organisationId,
      data: { format, lines: list.lines.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    }),
  )
  return ok({
    bytes,
    name: `${plainName(t('retention.lists.one', { year: String(list.year) }))}-${listId.slice(-8)}.${format}`,
  })
}
