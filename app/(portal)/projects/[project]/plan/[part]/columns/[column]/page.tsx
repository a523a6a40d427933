import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { columnFields } from '@/components/plan/column-fields'
import { planFormWords, planStepReasons } from '@/components/plan/words'
import { StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { countIn } from '@/lib/plan/schedule/model'
import { dropColumn, keepColumn } from '../../../actions'
import { partHere } from '../../../load'

type Props = { params: Promise<{ project: string; part: string; column: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('plan.schedule.columns') }
}

export default async function ColumnPage({ params }: Props) {
  const { t, part, crumbs, writes, place } = await partHere(params)
  const { column: asked } = await params
  const column = part.table.columns.find(({ id }) => id === asked) ?? null
  if (!writes.plan || (!column && asked !== 'new')) notFound()
  const title = column ? t('plan.schedule.editColumn', { column: column.label }) : t('plan.schedule.addColumn')
  const values = { ...place, columnId: column?.id ?? '' }
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: title }]} />
      <PageHeading title={title} intro={t('plan.schedule.columnsHelp')} />
      <RecordForm
        id="column"
        action={keepColumn}
        values={values}
        fields={columnFields(t, part.table, column)}
        send={t('plan.form.save')}
        words={planFormWords(t)}
      />
      {column && (
        <Section
          id="remove"
          title={t('plan.schedule.removeColumn')}
          intro={t('plan.schedule.removeColumnHelp', { count: countIn(part.table, column.id) })}
        >
          <StepForm
            action={dropColumn}
            values={values}
            label={t('plan.schedule.removeColumn')}
            kind="danger"
            reasons={planStepReasons(t)}
            notice={t('ui.notice.danger')}
          />
        </Section>
      )}
    </>
  )
}
