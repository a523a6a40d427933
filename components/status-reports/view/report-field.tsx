import { shownFieldId } from '@/components/status-reports/differences/place-names'
import { SinceField } from '@/components/status-reports/differences/since-field'
import type { FormField } from '@/components/status-reports/form/model'
import { LightMark } from '@/components/status-reports/light-mark'
import { changedWord } from '@/components/status-reports/view/changed-word'
import { Tag } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import { isLight } from '@/lib/status-reports/model'
import type { ReportView } from '@/lib/status-reports/views/model'

type Props = { t: Words; report: Pick<ReportView, 'since'>; field: FormField }

/** One field as it stands, and what stood there last time. A field that is empty now and was empty then is not shown. */
export function ReportField({ t, report, field }: Props) {
  const { path, text, previous, confirmed, label } = field
  const changed = changedWord(t, report, path)
  if (text.trim() === '' && previous === null && changed === null) return null
  const same = previous !== null && previous.raw === text
  return (
    <div
      id={shownFieldId(path)}
      className="mt-3 grid scroll-mt-4 gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_minmax(12rem,22rem)] print:grid-cols-[3fr_2fr]"
    >
      <div>
        <p className="flex flex-wrap items-center gap-3 text-small font-semibold text-muted">
          {label}
          {!confirmed && <Tag tone="info">{t('statusReports.form.carried')}</Tag>}
          {changed && <Tag tone="warning">{changed}</Tag>}
        </p>
        <div className="max-w-text whitespace-pre-line">{shown(t, field)}</div>
        {changed && report.since && <SinceField t={t} field={field} since={report.since} />}
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
