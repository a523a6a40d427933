import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { projectFormWords } from '@/components/projects/form-words'
import { modelErrors, modelFields } from '@/components/toimintamallit/model-fields'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { projectAddress, toimintamallitAddress } from '@/lib/projects/addresses'
import { projectHere } from '../../here'
import { add } from '../actions'
import { loadWritable } from '../load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('toimintamallit.new') }
}

export default async function NewModelPage({ params }: Props) {
  const [{ project: key }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const { plan, isWide } = await loadWritable(viewer, project.id)
  if (!isWide && plan.units.length === 0) notFound()
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: projectAddress(key) },
          { label: t('toimintamallit.title'), href: toimintamallitAddress(key) },
          { label: t('toimintamallit.new') },
        ]}
      />
      <PageHeading title={t('toimintamallit.new')} />
      <RecordForm
        id="model"
        action={add}
        values={{ project: key, projectId: project.id }}
        fields={modelFields(t, null, plan, !isWide)}
        send={t('toimintamallit.add')}
        words={projectFormWords(t, modelErrors)}
      />
    </>
  )
}
