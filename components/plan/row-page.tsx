import { planFormWords, planStepReasons } from '@/components/plan/words'
import { StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import type { RecordPart } from '@/components/ui/record-fields'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  crumbs: Crumb[]
  title: string
  /** Begins the ids of the fields */
  id: string
  values: Record<string, string | number>
  fields: readonly RecordPart[]
  keep: FormAction
  /** Absent for a new row */
  removal?: { action: FormAction; title: string }
}

/** The page of one row of the plan: its form, and taking it away where there is something to take. */
export function RowPage({ t, crumbs, title, id, values, fields, keep, removal }: Props) {
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: title }]} />
      <PageHeading title={title} />
      <RecordForm
        id={id}
        action={keep}
        values={values}
        fields={fields}
        send={t('plan.form.save')}
        words={planFormWords(t)}
      />
      {removal && (
        <Section id="remove" title={removal.title} intro={t('plan.form.removeHelp')}>
          <StepForm
            action={removal.action}
            values={values}
            label={removal.title}
            kind="danger"
            reasons={planStepReasons(t)}
            notice={t('ui.notice.danger')}
          />
        </Section>
      )}
    </>
  )
}
