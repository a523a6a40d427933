import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { LifeView } from '@/components/final-report/life/life-view'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { reportStateLabels } from '@/lib/final-report/labels'
import { projectHere } from '../../here'
import { decidedStep, plainStep, reasonedStep } from './actions'
import { loadLife } from './load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('finalReport.life.title') }
}

export default async function LifePage({ params }: Props) {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  const life = await loadLife(viewer, project)
  if (!life) notFound()
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={finalReportCrumbs(t, project, { label: t('finalReport.life.title') })}
      />
      <PageHeading
        title={t('finalReport.life.title')}
        intro={t('finalReport.life.intro')}
        mark={<Tag tone="info">{t(reportStateLabels[life.report.state])}</Tag>}
      />
      <LifeView
        t={t}
        projectKey={project.key}
        life={life}
        actions={{ plain: plainStep, reasoned: reasonedStep, decided: decidedStep }}
      />
    </>
  )
}
