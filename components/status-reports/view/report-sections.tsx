import type { FormGroup, FormSection } from '@/components/status-reports/form/model'
import { formSections } from '@/components/status-reports/form/shape'
import { IndicatorTable } from '@/components/status-reports/view/indicator-table'
import { ReportField } from '@/components/status-reports/view/report-field'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import type { ReportView } from '@/lib/status-reports/views/model'

/** The report as a reader sees it: each section with the previous period's words beside. */
export function ReportSections({ t, report }: { t: Words; report: ReportView }) {
  return formSections(t, { ...report, opens: null }).map((section) => (
    <Section key={section.path} id={section.path} title={section.title}>
      {section.path === 'indicators' && section.groups.length > 0 ? (
        <IndicatorTable t={t} report={report} section={section} />
      ) : (
        <Groups t={t} report={report} section={section} />
      )}
    </Section>
  ))
}

function Groups({ t, report, section }: { t: Words; report: ReportView; section: FormSection }) {
  const told = section.groups.filter(isTold)
  if (told.length === 0) {
    return <p className="text-muted">{section.groups.length === 0 ? section.empty : t('statusReports.view.nothing')}</p>
  }
  return told.map((group) => (
    <div key={group.key} className={group.title ? 'mt-5 border-t border-line pt-3' : undefined}>
      {group.title && <h3>{group.title}</h3>}
      {group.fields.map((field) => (
        <ReportField key={field.path} t={t} field={field} changed={report.changedSinceReturn.includes(field.path)} />
      ))}
    </div>
  ))
}

function isTold(group: FormGroup): boolean {
  return group.fields.some((field) => field.text.trim() !== '' || field.previous !== null)
}
