import { attachmentFileAddress } from '@/lib/meetings/addresses'
import type { AttachmentRow } from '@/lib/meetings/attachments/model'
import type { Words } from '@/lib/platform/words'
import { formatDate, formatFileSize, formatPeriodKey } from '@/lib/values/format'

/** What an item has with it, each with what it is. */
export function Attachments({ t, attachments }: { t: Words; attachments: readonly AttachmentRow[] }) {
  if (attachments.length === 0) return null
  return (
    <div>
      <h4 className="field-label">{t('meetings.field.attachments')}</h4>
      <ul>
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <a href={attachmentHref(attachment)}>{attachment.label}</a>{' '}
            <span className="text-small text-muted">{attachmentNote(t, attachment)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function attachmentHref({ id, target }: AttachmentRow): string {
  if (target.kind === 'page') return target.page
  return target.kind === 'link' ? target.url : attachmentFileAddress(id)
}

/** What kind of attachment it is: the publication with its version and day, the file's size, or an address elsewhere. */
export function attachmentNote(t: Words, { target }: AttachmentRow): string {
  if (target.kind === 'file') return formatFileSize(target.size, t.locale)
  if (target.kind === 'link') return t('meetings.attachment.link')
  return t('meetings.attachment.page', {
    period: formatPeriodKey(target.periodKey, t.locale),
    version: target.version,
    day: formatDate(target.publishedAt, t.locale),
  })
}
