import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { changeFields } from '@/components/plan-changes/change-fields'
import { changeFormWords } from '@/components/plan-changes/words'
import { periodName } from '@/components/rounds/period-name'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { mayPropose } from '@/lib/plan-changes/permissions'
import { titleOf } from '@/lib/work-packages/model'
import { propose } from '../actions'
import { changesHere, reportedHere } from '../load'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ report?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('planChanges.propose') }
}

export default async function ProposalPage({ params, searchParams }: Props) {
  const [{ viewer, project, t, crumbs, prepares, choices }, query] = await Promise.all([
    changesHere(params),
    searchParams,
  ])
  const units = prepares ? choices.units : choices.units.filter(({ own }) => own)
  if (!mayPropose(viewer, project.id, units)) notFound()
  const { report, unit } = await reportedHere({ viewer, project, choices }, query)
  const known = report ? { what: report.what, why: report.why, workPackageId: report.unitId } : {}
  const from = report && unit ? { unit: titleOf(unit), period: periodName(report.periodKey) } : null
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('planChanges.propose') }]} />
      <PageHeading
        title={t('planChanges.propose')}
        intro={from ? t('planChanges.proposeFrom', from) : t('planChanges.proposeHelp')}
      />
      <RecordForm
        id="change"
        action={propose}
        values={{ project: project.key, projectId: project.id, reportId: report?.reportId ?? '' }}
        fields={changeFields(t, {
          choices: { ...choices, units },
          known,
          onlyOwn: !prepares,
          fixedUnit: report !== null,
        })}
        send={t('planChanges.proposeSend')}
        words={changeFormWords(t)}
      />
    </>
  )
}
