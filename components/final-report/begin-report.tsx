import { reasonTexts } from '@/components/final-report/reason-texts'
import { type StepAction, StepForm } from '@/components/status-reports/step-form'
import { EmptyState } from '@/components/ui/empty-state'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; action: StepAction; projectKey: string; mayBegin: boolean }

/** A project without a final report: says what it will hold, and lets the one who may begin it. */
export function BeginReport({ t, action, projectKey, mayBegin }: Props) {
  return (
    <EmptyState
      title={t('finalReport.screen.none')}
      actions={
        mayBegin && (
          <StepForm
            action={action}
            values={{ project: projectKey }}
            label={t('finalReport.screen.begin')}
            reasons={reasonTexts(t)}
            notice={t('ui.notice.danger')}
          />
        )
      }
    >
      {t(mayBegin ? 'finalReport.screen.noneHelp' : 'finalReport.screen.noneRead')}
    </EmptyState>
  )
}
