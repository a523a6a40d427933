import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AttachmentForms } from '@/components/meetings/attachment-forms'
import { DecisionPart } from '@/components/meetings/decision-part'
import { meetingFormWords } from '@/components/meetings/form-words'
import { itemFields } from '@/components/meetings/item-fields'
import { PointForms } from '@/components/meetings/point-forms'
import { RemoveItem } from '@/components/meetings/remove-item'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { listConcernChoices } from '@/lib/meetings/choices/queries'
import { type ItemParams, loadItem } from '../../load'
import { addLink, addPage, dropAttachment, dropItem, dropPoint, keepItem, keepPoint } from './actions'
import { type PublicationSearch, pagesFor } from './pages'

export async function generateMetadata({ params }: { params: ItemParams }): Promise<Metadata> {
  const { item } = await loadItem(params)
  return { title: item?.title ?? (await requestWords())('meetings.agenda.add') }
}

type Props = { params: ItemParams; searchParams: PublicationSearch }

export default async function ItemPage({ params, searchParams }: Props) {
  const { viewer, project, t, facts, item, crumbs } = await loadItem(params)
  const choices = await listConcernChoices(viewer, project.id)
  const pages = item && (await pagesFor(viewer, project.key, t, searchParams))
  const place = { project: project.key, meetingId: facts.id, itemId: item?.id ?? '' }
  const title = item?.title ?? t('meetings.agenda.add')
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: title }]} />
      <PageHeading title={title} />
      <RecordForm
        id="item"
        action={keepItem}
        values={{ ...place, version: item?.version ?? 0 }}
        fields={itemFields(t, item, choices)}
        send={t(item ? 'meetings.form.save' : 'meetings.agenda.add')}
        words={meetingFormWords(t)}
      />
      {item && pages && (
        <>
          <DecisionPart t={t} place={place} decisions={item.decisions} />
          <PointForms t={t} place={place} points={item.actionPoints} keep={keepPoint} remove={dropPoint} />
          <AttachmentForms
            t={t}
            place={place}
            item={item}
            pages={pages}
            actions={{ addPage, addLink, dropAttachment }}
          />
          <RemoveItem t={t} place={place} item={item} remove={dropItem} />
        </>
      )}
    </>
  )
}
