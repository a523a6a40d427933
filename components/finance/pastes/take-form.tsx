import { financeFormWords } from '@/components/finance/forms/words'
import { Notice } from '@/components/ui/notice'
import type { RecordPart } from '@/components/ui/record-fields'
import { RecordForm } from '@/components/ui/record-form'
import type { FormAction } from '@/lib/access/form-state'
import { type Layout, layoutText, type Understanding } from '@/lib/finance/pastes/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

type Props = {
  t: Words
  take: FormAction
  project: { id: string; key: string }
  paste: { id: string; takenAt: string | null; takenBefore: string | null }
  layout: Layout
  understanding: Understanding
}

/** Taking in what was looked at, all of it; the same table a second time only when that is meant. */
export function TakeForm({ t, take, project, paste, layout, understanding }: Props) {
  const when = (moment: string) => formatDateTime(moment, t.locale)
  if (paste.takenAt !== null) {
    return (
      <Notice kind="info" word={t('ui.notice.info')}>
        <p>{t('finance.paste.takenAlready', { when: when(paste.takenAt) })}</p>
      </Notice>
    )
  }
  const again: RecordPart[] =
    paste.takenBefore === null ? [] : [{ as: 'tick', name: 'again', label: t('finance.paste.again') }]
  const ready = understanding.wrong === 0 && understanding.refused === null
  return (
    <>
      {paste.takenBefore !== null && (
        <Notice kind="warning" word={t('finance.paste.same')}>
          <p>{t('finance.paste.sameHelp', { when: when(paste.takenBefore) })}</p>
        </Notice>
      )}
      {ready && (
        <RecordForm
          id="take"
          action={take}
          values={{ project: project.key, projectId: project.id, id: paste.id, layout: layoutText(layout) }}
          fields={again}
          send={t('finance.paste.take', { count: understanding.taken.length })}
          words={financeFormWords(t, {
            STALE: t('finance.reason.STALE_PASTE'),
            INVALID: t('finance.reason.INVALID_PASTE'),
          })}
        />
      )}
    </>
  )
}
