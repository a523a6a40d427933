import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { withinLimit } from '@/lib/access/rate-limit'
import { asViewer } from '@/lib/access/viewer'
import { type ChainCheck, type ChainHead, type ChainRow, chainLine, chainStart } from '@/lib/audit-log/chain/model'
import { checkChain, linkedRows } from '@/lib/audit-log/chain/queries'
import { logOf } from '@/lib/audit-log/permissions'
import { recordAudit } from '@/lib/platform/audit'
import { fail, ok, type Result } from '@/lib/values/result'

/** The whole log is read each time: enough for somebody who looks, too little to keep the server busy. */
const perPerson = { attempts: 10, seconds: 600 }

/** Whether the viewer may go through the whole log once more; the operator always may. */
const mayGoThrough = ({ kind, userId }: Viewer): Promise<boolean> =>
  kind === 'system' ? Promise.resolve(true) : withinLimit(`audit-log:${userId}`, perPerson)

/**
 * Follows the chain of the viewer's county; see `checkChain`. Reasons: NOT_FOUND, also for those who may not read it, TOO_MANY.
 */
export async function checkOnce(
  viewer: Viewer,
  kept: ChainHead | null,
): Promise<Result<ChainCheck, 'NOT_FOUND' | 'TOO_MANY'>> {
  if (!logOf(viewer)) return fail('NOT_FOUND')
  if (!(await mayGoThrough(viewer))) return fail('TOO_MANY')
  const check = await checkChain(viewer, kept)
  return check ? ok(check) : fail('NOT_FOUND')
}

export type ExportedLog = { text: string; rows: number; sha256: string; head: ChainHead }

/**
 * The whole log of the viewer's county as JSON lines, in the order of its chain. That it was taken out is recorded after it,
 * with the hash of the file. Reasons: NOT_FOUND, also for those who may not read it, TOO_MANY.
 */
export async function exportLog(viewer: Viewer): Promise<Result<ExportedLog, 'NOT_FOUND' | 'TOO_MANY'>> {
  const held = logOf(viewer)
  if (!held) return fail('NOT_FOUND')
  if (!(await mayGoThrough(viewer))) return fail('TOO_MANY')
  return asViewer(
    viewer,
    async (tx) => {
      const lines: string[] = []
      let last: ChainRow | null = null
      for await (const rows of linkedRows(viewer, tx)) {
        for (const row of rows) lines.push(chainLine(row))
        last = rows.at(-1) ?? last
      }
      const text = lines.map((line) => `${line}\n`).join('')
      const sha256 = createHash('sha256').update(text).digest('hex')
      await recordAudit(tx, viewer, {
        action: 'audit.exported',
        right: held.right,
        subjectType: 'organisation',
        subjectId: held.organisationId,
        organisationId: held.organisationId,
        data: { rows: lines.length, sha256 },
      })
      const head = last?.link ? { position: last.link.position, hash: last.link.hash } : chainStart
      return ok({ text, rows: lines.length, sha256, head })
    },
    { seconds: 300 },
  )
}
