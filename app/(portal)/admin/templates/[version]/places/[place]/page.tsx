import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { placeFields } from '@/components/final-report/templates/fields'
import { PlaceRemoval } from '@/components/final-report/templates/removal'
import { templateCrumbs, templateFormWords } from '@/components/final-report/templates/words'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { placeName } from '@/lib/final-report/templates/model'
import { changePlace, dropPlace } from '../../../actions'
import { loadDraft } from '../../../load'

type Props = { params: Promise<{ version: string; place: string }> }

async function load(params: Props['params']) {
  const { version: id, place: placeId } = await params
  const loaded = await loadDraft(id)
  const place = loaded.version.places.find((one) => one.id === placeId)
  if (!place) notFound()
  return { ...loaded, place }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: placeName((await load(params)).place) }
}

export default async function PlacePage({ params }: Props) {
  const { t, version, place } = await load(params)
  return (
    <>
      <AdminCrumbs t={t} crumbs={templateCrumbs(t, version, { label: t('admin.templates.place.crumb') })} />
      <PageHeading title={placeName(place)} />
      <RecordForm
        id="place"
        action={changePlace}
        values={{ versionId: version.id, version: version.edits, placeId: place.id }}
        fields={placeFields(t, version.places, place)}
        send={t('admin.templates.place.save')}
        words={templateFormWords(t)}
      />
      <PlaceRemoval t={t} version={version} place={place} remove={dropPlace} />
    </>
  )
}
