// What a restored database says of itself: do uploaded files have their sums, does the audit log follow its chain.
import type pg from 'pg'
import { type ChainHead, type ChainRow, chainStart, followChain } from '../../lib/audit-log/chain/model.ts'

export type Soundness = {
  files: number
  /** Uploaded files that are not what was uploaded */
  brokenFiles: string[]
  auditRows: number
  auditFaults: number
}

const batch = 5000

/** Looks at every file and every row of the log; nothing is changed. The owner must see every row. */
export async function soundnessOf(owner: pg.Client): Promise<Soundness> {
  const { rows: files } = await owner.query<{ id: string; sound: boolean }>(
    `SELECT id, encode(sha256(bytes), 'hex') = sha256 AS sound FROM "StoredFile" WHERE storage = 'database'`,
  )
  const { rows: counties } = await owner.query<{ id: string }>('SELECT id FROM "Organisation" ORDER BY id')
  const found: Soundness = {
    files: files.length,
    brokenFiles: files.filter(({ sound }) => !sound).map(({ id }) => id),
    auditRows: 0,
    auditFaults: 0,
  }
  for (const { id } of counties) {
    const { rows, faults } = await chainOf(owner, id)
    found.auditRows += rows
    found.auditFaults += faults
  }
  return found
}

async function chainOf(owner: pg.Client, organisationId: string): Promise<{ rows: number; faults: number }> {
  let head: ChainHead = chainStart
  let count = 0
  let faults = 0
  for (;;) {
    const { rows } = await owner.query(
      `SELECT e.id AS "eventId", etappi_audit_text(e) AS text, l.position::int AS position, l.previous, l.hash
         FROM "AuditEvent" e JOIN "AuditLink" l ON l."eventId" = e.id
        WHERE l."organisationId" = $1 AND l.position > $2 ORDER BY l.position LIMIT ${batch}`,
      [organisationId, head.position],
    )
    const followed = followChain(
      head,
      rows.map(({ eventId, text, ...link }): ChainRow => ({ eventId, text, link })),
    )
    head = followed.head
    count += rows.length
    faults += followed.findings.length
    if (rows.length < batch) return { rows: count, faults }
  }
}
