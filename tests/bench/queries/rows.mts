// More of everything: rows are copied as they stand, each copy with an id of its own and other texts and numbers where they
// must differ. Children stay with the first of the copies; a page that asks once for each row asks more often all the same.
import type pg from 'pg'

/** What pages list. Sign-in, the audit log and published snapshots stay as they are. */
const tables = [
  ...[
    'WorkPackage',
    'Action',
    'ActionFact',
    'Investment',
    'Indicator',
    'IndicatorTarget',
    'Measurement',
    'ServiceArea',
  ],
  ...['BudgetLine', 'Purchase', 'Actual', 'Forecast', 'Reservation', 'FinanceNote', 'PurchaseContractor'],
  ...['Risk', 'RiskMitigation', 'RiskAssessment', 'PlanChange', 'PlanChangeEffect', 'PlanChangeDecision'],
  ...['CommunicationRow', 'CommunicationItem', 'Toimintamalli', 'ToimintamalliAddress', 'Evidence'],
  ...['Meeting', 'AgendaItem', 'Decision', 'DecisionSubject', 'Attendance', 'AgendaAttachment', 'ActionPoint'],
  ...['ProjectDocument', 'DnshRecord', 'FinalReportBlock', 'CommentThread', 'Comment'],
]

/** Makes `times` times as many rows of each. Answers how many there are afterwards, by table. */
export async function multiplyRows(client: pg.Client, times: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  // The owner's own session: neither triggers nor references stand in the way of rows that no person wrote.
  await client.query(`SET session_replication_role = replica`)
  for (const table of tables) {
    const columns = await columnsOf(client, table)
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    const copied = columns.map(copyOf).join(', ')
    await client.query(
      `INSERT INTO "${table}" (${names}) SELECT ${copied} FROM "${table}" t CROSS JOIN generate_series(1, ${times - 1}) AS nth`,
    )
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`)
    counts[table] = rows[0]?.count ?? 0
  }
  await client.query(`SET session_replication_role = DEFAULT`)
  return counts
}

type Column = { name: string; type: string; unique: boolean }

async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
            EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisunique AND a.attnum = ANY (i.indkey)) AS unique
       FROM pg_attribute a
      WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''`,
    [`"${table}"`],
  )
  if (rows.length === 0) throw new Error(`${table} has no columns`)
  return rows
}

function copyOf({ name, type, unique }: Column): string {
  if (name === 'id') return 'gen_random_uuid()'
  if (!unique) return `t."${name}"`
  if (type === 'text') return `t."${name}" || '-' || nth`
  if (type === 'integer') return `t."${name}" + 10000 * nth`
  return `t."${name}"`
}
