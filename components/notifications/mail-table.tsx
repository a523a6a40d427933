import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { CellParts } from '@/components/ui/table-model'
import type { TagTone } from '@/components/ui/tag'
import { filteredOutboxAddress, mailAddress } from '@/lib/notifications/addresses'
import { mailStateLabels } from '@/lib/notifications/labels'
import {
  hasMails,
  type MailFilter,
  type MailPage,
  type MailRow,
  type MailState,
  mailsPerPage,
} from '@/lib/notifications/mails/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime, formatNumber } from '@/lib/values/format'

export const mailTones: Record<MailState, TagTone> = {
  waiting: 'info',
  sending: 'info',
  sent: 'good',
  failed: 'danger',
}

/** The outbox: who gets what, and how it went. */
export function MailTable({ t, page, filter }: { t: Words; page: MailPage; filter: MailFilter }) {
  if (!hasMails(page)) {
    return <EmptyState title={t('notifications.outbox.empty')}>{t('notifications.outbox.emptyHelp')}</EmptyState>
  }
  return (
    <>
      <DataTable
        caption={t('notifications.outbox.caption')}
        captionNote={t('notifications.outbox.shown', { count: page.all })}
        columns={[
          { key: 'subject', header: t('notifications.outbox.subject') },
          { key: 'state', header: t('notifications.outbox.state') },
          { key: 'to', header: t('notifications.outbox.to') },
          { key: 'created', header: t('notifications.outbox.created') },
          { key: 'attempts', header: t('notifications.outbox.attempts'), numeric: true },
        ]}
        rows={page.mails.map((mail) => ({ key: mail.id, cells: cellsOf(t, mail) }))}
        empty={
          <EmptyState title={t('notifications.outbox.noMatch')}>{t('notifications.outbox.noMatchHelp')}</EmptyState>
        }
      />
      <Pages t={t} all={page.all} filter={filter} />
    </>
  )
}

function cellsOf(t: Words, mail: MailRow): (CellParts | string)[] {
  return [
    { text: mail.subject, href: mailAddress(mail.id) },
    { text: t(mailStateLabels[mail.state]), tag: mailTones[mail.state], note: stateNote(t, mail) },
    mail.to,
    formatDateTime(mail.createdAt, t.locale),
    formatNumber(mail.attempts, t.locale),
  ]
}

function stateNote(t: Words, { sentAt, nextAttemptAt, attempts }: MailRow): string | undefined {
  if (sentAt) return formatDateTime(sentAt, t.locale)
  if (!nextAttemptAt || attempts === 0) return undefined
  return t('notifications.outbox.next', { time: formatDateTime(nextAttemptAt, t.locale) })
}

function Pages({ t, all, filter }: { t: Words; all: number; filter: MailFilter }) {
  const last = Math.ceil(all / mailsPerPage)
  if (last <= 1) return null
  const to = (page: number) => filteredOutboxAddress({ ...filter, page })
  return (
    <Pagination
      label={t('ui.pages')}
      pages={Array.from({ length: last }, (_, index) => ({
        label: formatNumber(index + 1, t.locale),
        href: to(index + 1),
        current: filter.page === index + 1,
      })).filter((_, index) => Math.abs(index + 1 - filter.page) < 5)}
      previous={filter.page > 1 ? { label: t('ui.previousPage'), href: to(filter.page - 1) } : undefined}
      next={filter.page < last ? { label: t('ui.nextPage'), href: to(filter.page + 1) } : undefined}
    />
  )
}
