import type { Viewer } from '@/lib/access/model'
import { type ChainCheck, type ChainHead, readHead } from '@/lib/audit-log/chain/model'
import { findHead } from '@/lib/audit-log/chain/queries'
import { checkOnce } from '@/lib/audit-log/commands'
import {
  type AuditCursor,
  type AuditFilter,
  type AuditPage,
  readAuditCursor,
  readAuditFilter,
  wrongDays,
} from '@/lib/audit-log/search/model'
import { listActors, searchLog } from '@/lib/audit-log/search/queries'

type Given = Record<string, string | string[] | undefined>

export type LoadedLog = {
  filter: AuditFilter
  before: AuditCursor | null
  page: AuditPage
  people: { id: string; name: string }[]
  wrong: Partial<Record<'from' | 'to', string>>
  head: ChainHead
  check: { ok: true; value: ChainCheck } | { ok: false } | null
  kept: { text: string; isWrong: boolean }
}

/** What the page of the log shows; null for those who may not read it. */
export async function loadLog(viewer: Viewer, given: Given): Promise<LoadedLog | null> {
  const head = await findHead(viewer)
  if (!head) return null
  const [filter, before] = [readAuditFilter(given), readAuditCursor(given)]
  const page = await searchLog(viewer, filter, before)
  if (!page) return null
  const text = String(given.kept ?? '').trim()
  const kept = readHead(text)
  const isWrong = text !== '' && kept === null
  return {
    filter,
    before,
    page,
    people: await listActors(viewer),
    wrong: Object.fromEntries(wrongDays(given).map((name) => [name, String(given[name]).slice(0, 50)])),
    head,
    check: given.check === '1' && !isWrong ? await checkOnce(viewer, kept) : null,
    kept: { text: text.slice(0, 200), isWrong },
  }
}
