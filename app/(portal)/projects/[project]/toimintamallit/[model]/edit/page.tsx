import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { projectFormWords } from '@/components/projects/form-words'
import { modelErrors, modelFields } from '@/components/toimintamallit/model-fields'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { toimintamallitAddress } from '@/lib/projects/addresses'
import { modelAddress } from '@/lib/toimintamallit/addresses'
import { projectHere } from '../../../here'
import { edit } from '../../actions'
import { loadModel, loadWritable } from '../../load'

type Props = { params: Promise<{ project: string; model: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('toimintamallit.edit') }
}

export default async function EditModelPage({ params }: Props) {
  const [{ project: key, model: id }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const model = await loadModel(viewer, { projectId: project.id, id })
  const { plan, isWide } = await loadWritable(viewer, project.id)
  if (!isWide && !plan.units.some((unit) => unit.id === model.workPackageId)) notFound()
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: t('toimintamallit.title'), href: toimintamallitAddress(key) },
          { label: model.name, href: modelAddress(key, id) },
          { label: t('toimintamallit.edit') },
        ]}
      />
      <PageHeading title={t('toimintamallit.edit')} intro={model.name} />
      <RecordForm
        id="model"
        action={edit}
        values={{ project: key, id, version: model.version }}
        fields={modelFields(t, model, plan, !isWide)}
        send={t('projects.form.save')}
        words={projectFormWords(t, modelErrors)}
      />
    </>
  )
}
