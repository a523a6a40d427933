import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import type { CorrectionsSince } from '@/lib/status-reports/corrections/model'
import { formatDate } from '@/lib/values/format'

/** Tells who publishes that figures have been corrected since; nothing when none has. */
export function NewerCorrections({ t, since }: { t: Words; since: CorrectionsSince | null }) {
  if (!since || since.count === 0) return null
  const { count, version, publishedAt } = since
  return (
    <Notice kind="info" word={t('corrections.list')}>
      <p>{t('corrections.since', { count, version, day: formatDate(publishedAt, t.locale) })}</p>
    </Notice>
  )
}
