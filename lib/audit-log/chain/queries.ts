import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer, readAsViewer } from '@/lib/access/viewer'
import { type ChainCheck, type ChainHead, type ChainRow, chainStart, followChain } from '@/lib/audit-log/chain/model'
import { logOf } from '@/lib/audit-log/permissions'
import { sql, type Tx } from '@/lib/platform/db'

const batch = 5000
/** Findings told; the rest are counted. */
const mostFindings = 100

type Stored = {
  eventId: string
  text: string
  position: string | null
  previous: string | null
  hash: string | null
}

/**
 * Follows the chain of the viewer's county from its beginning and hashes every row anew. `kept`: a head that was written down
 * earlier (of an export or a backup), which alone shows rows that were taken off the end. Null for those who may not read it.
 */
export async function checkChain(viewer: Viewer, kept: ChainHead | null = null): Promise<ChainCheck | null> {
  const held = logOf(viewer)
  if (!held) return null
  return asViewer(viewer, (tx) => followWhole(viewer, tx, held.organisationId, kept), { seconds: 300 })
}

async function followWhole(
  viewer: Viewer,
  tx: Tx,
  organisationId: string,
  kept: ChainHead | null,
): Promise<ChainCheck> {
  const check: ChainCheck = {
    rows: 0,
    head: chainStart,
    faults: 0,
    findings: [],
    keptHeadFound: kept === null ? null : kept.position === 0,
  }
  const add = (rows: readonly ChainRow[]) => {
    const { head, findings } = followChain(check.head, rows)
    check.head = head
    check.rows += rows.length
    check.faults += findings.length
    check.findings = [...check.findings, ...findings].slice(0, mostFindings)
    if (kept && rows.some(({ link }) => link?.position === kept.position && link.hash === kept.hash)) {
      check.keptHeadFound = true
    }
  }
  for await (const rows of linkedRows(viewer, tx)) add(rows)
  add(await unlinkedRows(tx, organisationId))
  return check
}

/** Where the chain of the viewer's county stands now, nothing being followed: its place counts the rows. Null for those who may not read it. */
export async function findHead(viewer: Viewer): Promise<ChainHead | null> {
  const held = logOf(viewer)
  if (!held) return null
  const [last] = await readAsViewer<{ position: string; hash: string }>(
    viewer,
    sql`
      SELECT position::text AS position, hash FROM "AuditLink"
       WHERE "organisationId" = ${held.organisationId}::uuid ORDER BY "AuditLink".position DESC LIMIT 1`,
  )
  return last ? { position: Number(last.position), hash: last.hash } : chainStart
}

/** The rows of the viewer's county in the order of their places, some thousand at a time; none for those who may not read them. */
export async function* linkedRows(viewer: Viewer, tx: Tx): AsyncGenerator<ChainRow[]> {
  const organisationId = logOf(viewer)?.organisationId
  if (!organisationId) return
  for (let after = -1n; ; ) {
    const rows = await tx.$queryRaw<Stored[]>`
      SELECT l."eventId", coalesce(etappi_audit_text(e), '') AS text, l.position::text AS position, l.previous, l.hash
        FROM "AuditLink" l LEFT JOIN "AuditEvent" e ON e.id = l."eventId"
       WHERE l."organisationId" = ${organisationId}::uuid AND l.position > ${after}
       ORDER BY l.position LIMIT ${batch}`
    if (rows.length > 0) yield rows.map(rowOf)
    const last = rows.at(-1)?.position
    if (rows.length < batch || !last) return
    after = BigInt(last)
  }
}

async function unlinkedRows(tx: Tx, organisationId: string): Promise<ChainRow[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT e.id AS "eventId", etappi_audit_text(e) AS text, NULL AS position, NULL AS previous, NULL AS hash
      FROM "AuditEvent" e
     WHERE e."organisationId" = ${organisationId}::uuid
       AND NOT EXISTS (SELECT 1 FROM "AuditLink" l WHERE l."eventId" = e.id)
     ORDER BY e.at, e.id LIMIT ${batch}`
  return rows.map(rowOf)
}

function rowOf({ eventId, text, position, previous, hash }: Stored): ChainRow {
  const link = position && previous && hash ? { position: Number(position), previous, hash } : null
  return { eventId, text, link }
}
