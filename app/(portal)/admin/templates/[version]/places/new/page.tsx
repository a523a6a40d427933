import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { placeFields } from '@/components/final-report/templates/fields'
import { templateCrumbs, templateFormWords } from '@/components/final-report/templates/words'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { newPlace } from '@/lib/final-report/templates/model'
import { putPlace } from '../../../actions'
import { loadDraft, type Query } from '../../../load'

type Props = { params: Promise<{ version: string }>; searchParams: Query }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('admin.templates.place.new') }
}

export default async function NewPlacePage({ params, searchParams }: Props) {
  const { t, version } = await loadDraft((await params).version)
  const { under } = await searchParams
  const title = t('admin.templates.place.new')
  return (
    <>
      <AdminCrumbs t={t} crumbs={templateCrumbs(t, version, { label: title })} />
      <PageHeading title={title} />
      <RecordForm
        id="place"
        action={putPlace}
        values={{ versionId: version.id, version: version.edits }}
        fields={placeFields(t, version.places, newPlace(version.places, under))}
        send={t('admin.templates.place.add')}
        words={templateFormWords(t)}
      />
    </>
  )
}
