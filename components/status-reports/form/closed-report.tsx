import { ClosedForm } from '@/components/status-reports/form/closed-form'
import { fieldNames } from '@/components/status-reports/form/shape'
import { FormHeading } from '@/components/status-reports/form-heading'
import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import type { ReportView } from '@/lib/status-reports/views/model'

type Props = { t: Words; project: { key: string; name: string }; report: ReportView }

/** Instead of a form that could not be saved: why there is none, and what of it this device still holds. */
export function ClosedReport({ t, project, report }: Props) {
  return (
    <>
      <FormHeading t={t} project={project} report={report} />
      {!report.closed && (
        <Notice kind="info" word={t('safeguards.closed.title')}>
          <p>{t(report.closed ? 'safeguards.closed.periodOver' : 'safeguards.closed.help')}</p>
        </Notice>
      )}
      <ClosedForm
        reportId={report.id}
        names={fieldNames(t, report)}
        words={{
          leftTitle: t('safeguards.form.leftTitle'),
          leftHelp: t('safeguards.form.leftHelp'),
          forget: t('safeguards.form.forget'),
          otherEmpty: t('statusReports.form.otherEmpty'),
        }}
      />
    </>
  )
}
