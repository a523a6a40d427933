import type { FormField } from '@/components/status-reports/form/model'
import { LightMark } from '@/components/status-reports/light-mark'
import { Tag } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import { isLight } from '@/lib/status-reports/model'

type Props = { t: Words; field: FormField; changed: boolean }

/** One field as it stands, and what stood there last time. A field that is empty now and was empty then is not shown. */
export function ReportField({ t, field, changed }: Props) {
  const { text, previous, confirmed, label } = field
  if (text.trim() === '' && previous === null) return null
  const same = previous !== null && previous.raw === text
  return (
    <div className="mt-3 grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_minmax(12rem,22rem)]">
      <div>
        <p className="flex flex-wrap items-center gap-3 text-small font-semibold text-muted">
          {label}
          {!confirmed && <Tag tone="info">{t('statusReports.form.carried')}</Tag>}
          {changed && <Tag tone="warning">{t('statusReports.view.changedSinceReturn')}</Tag>}
        </p>
        <div className="max-w-text whitespace-pre-line">{shown(t, field)}</div>
      </div>
      {previous && (
        <div className="field-previous">
          <b>{previous.label}</b>
          {same ? t('statusReports.form.samePrevious') : previous.value}
        </div>
      )}
    </div>
  )
}

function shown(t: Words, { kind, text, choices }: FormField) {
  if (text.trim() === '') return <span className="text-muted">{t('statusReports.view.empty')}</span>
  if (kind === 'light' && isLight(text)) return <LightMark t={t} light={text} />
  return kind === 'choice' ? (choices?.find((choice) => choice.value === text)?.label ?? text) : text
}
