import { type AuditCursor, type AuditFilter, cursorText } from '@/lib/audit-log/search/model'

export const auditAddress = '/admin/audit'

/** The whole log as a file. */
export const auditFileAddress = '/api/audit-log'

/** The log with a filter, from its newest row or from `before` on. Empty parts are left out. */
export function filteredAuditAddress(filter: Partial<AuditFilter>, before: AuditCursor | null = null): string {
  const given = Object.entries({ ...filter, before: before ? cursorText(before) : '' }).filter(([, value]) => value)
  return given.length === 0 ? auditAddress : `${auditAddress}?${new URLSearchParams(given)}`
}
