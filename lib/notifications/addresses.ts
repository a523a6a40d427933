import type { MailFilter } from '@/lib/notifications/mails/model'

/** Where a person chooses what they are told of. */
export const choicesAddress = '/settings'

/** Mails that have been written, for the administrator. */
export const outboxAddress = '/admin/mail'

export const mailAddress = (id: string): string => `${outboxAddress}/${encodeURIComponent(id)}`

/** The outbox with a filter: "/admin/mail?state=failed". Empty parts and the first page are left out. */
export function filteredOutboxAddress(filter: Partial<MailFilter>): string {
  const { state = '', to = '', page = 1 } = filter
  const given = Object.entries({ state, to, page: page > 1 ? String(page) : '' }).filter(([, value]) => value !== '')
  return given.length === 0 ? outboxAddress : `${outboxAddress}?${new URLSearchParams(given)}`
}
