import { periodName } from '@/components/rounds/period-name'
import { reasonTexts } from '@/components/status-reports/reason-texts'
import { ReopenForm } from '@/components/status-reports/reopening/reopen-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import type { Reopening } from '@/lib/status-reports/reopening/model'
import type { ReportView } from '@/lib/status-reports/views/model'

type Props = {
  t: Words
  report: ReportView
  reopening: Reopening
  action: FormAction
  values: Record<string, string | number>
}

/** Opening an approved report again: what would open and why is told before the reason is asked. */
export function ReopenPanel({ t, report, reopening, action, values }: Props) {
  const text = (name: string) => t(`corrections.reopen.${name}`)
  return (
    <div className="no-print mb-6">
      <Disclosure summary={text('title')} id="reopen">
        <div className="max-w-text [&>p]:mb-3">
          <p>{scopeText(t, reopening)}</p>
          {reopening.scope === 'texts' && <p>{text('closed')}</p>}
          {report.state === 'published' && <p>{text('published')}</p>}
        </div>
        <ReopenForm
          action={action}
          values={{ ...values, seen: reopening.scope }}
          words={{
            reason: text('reason'),
            reasonHelp: text('reasonHelp'),
            send: text('do'),
            summary: t('ui.errorSummary'),
            reasons: reasonTexts(t),
            errors: {
              'corrections.error.reopenReasonMissing': t('corrections.error.reopenReasonMissing'),
              'statusReports.error.reasonTooLong': t('statusReports.error.reasonTooLong'),
            },
          }}
        />
      </Disclosure>
    </div>
  )
}

function scopeText(t: Words, reopening: Reopening): string {
  if (reopening.scope === 'full') return t('corrections.reopen.full')
  const key = reopening.because === 'published' ? 'corrections.reopen.textsPublished' : 'corrections.reopen.textsReport'
  return t(key, { period: periodName(reopening.periodKey) })
}
