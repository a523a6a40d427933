// What every row of the audit log must have, whoever wrote it (quality S6): time, actor, right, source, result and the request
// it belongs to – and what none may hold: a personal identity code, or the day of birth or name of a beneficial owner.
import { auditSources } from '@/lib/audit-log/search/model'
import { auditActionLabels } from '@/lib/platform/audit-labels'
import { withoutIdentityCodes } from '@/lib/values/identity-code'

type Query = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>
type Row = {
  id: string
  at: Date | null
  actorId: string | null
  actorKind: string
  action: string
  right: string
  source: string
  requestId: string | null
  result: string
  subjectType: string
  text: string
}

/** What is wrong with the rows of a log, a sentence each; and how many were looked at. */
export async function auditFaults(query: Query): Promise<{ rows: number; faults: string[] }> {
  const rows = await query<Row>(
    `SELECT e.id, e.at, e."actorId", e."actorKind", e.action, e."right", e.source, e."requestId", e.result::text AS result,
            e."subjectType", e::text AS text FROM "AuditEvent" e`,
  )
  const births = await query<{ bornOn: string; lastName: string }>(
    `SELECT DISTINCT to_char("bornOn", 'YYYY-MM-DD') AS "bornOn", "lastName" FROM "BeneficialOwner" WHERE "bornOn" IS NOT NULL`,
  )
  const personal = births.flatMap(({ bornOn, lastName }) => [bornOn, lastName]).filter((text) => text.length > 3)
  const faults = rows.flatMap((row) => faultsOf(row, personal).map((fault) => `${row.action} (${row.id}): ${fault}`))
  return { rows: rows.length, faults }
}

function faultsOf(row: Row, personal: readonly string[]): string[] {
  const missing = {
    'no time': row.at === null,
    'no actor': row.actorKind === 'person' ? row.actorId === null : row.actorKind !== 'system',
    'an unknown act': !(row.action in auditActionLabels),
    'no right': row.right.trim() === '',
    'an unknown source': !auditSources.some((source) => source === row.source),
    'no request': !row.requestId,
    'no result': !['done', 'refused'].includes(row.result),
    'no subject': row.subjectType.trim() === '',
    'a personal identity code': withoutIdentityCodes(row.text) !== row.text,
    'a day of birth or a name of an owner': personal.some((text) => row.text.includes(text)),
  }
  return Object.entries(missing).flatMap(([fault, is]) => (is ? [fault] : []))
}
