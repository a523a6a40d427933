import type { Kkk2 } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

/** Communication as the review of the period tells it. */
export function communicationRows(facts: Kkk2, periodKey: string, { organisationId, projectId, ids }: Place): Rows {
  const { responsible_role: responsibleRole, rows } = facts.communications
  const idOf = (no: number) => ids('communication', String(no))
  return {
    communicationRow: rows.map((row, sort) => ({
      id: idOf(row.no),
      organisationId,
      projectId,
      periodId: ids('period', periodKey),
      no: row.no,
      topic: row.topic,
      statusText: row.status,
      responsibleRole,
      channels: row.channels,
      dateAsWritten: row.date_as_written ?? null,
      dateCode: row.date ?? null,
      sort,
    })),
    communicationItem: rows.flatMap((row) =>
      (['what', 'done', 'planned'] as const).flatMap((kind) =>
        row[kind].map((text, sort) => ({ organisationId, rowId: idOf(row.no), kind, text, sort })),
      ),
    ),
  }
}
