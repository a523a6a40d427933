import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { itemFields } from '@/components/communications/row-fields'
import { communicationFormWords } from '@/components/communications/words'
import { StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { communicationItemKinds } from '@/lib/communications/model'
import { dropItem, keepItem } from '../../../actions'
import { rowHere } from '../../../load'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('communications.item.title') }
}

type Props = {
  params: Promise<{ project: string; row: string; item: string }>
  searchParams: Promise<{ kind?: string | string[] }>
}

export default async function ItemPage({ params, searchParams }: Props) {
  const [{ project, t, crumbs, writes, row, title }, { item: asked }, query] = await Promise.all([
    rowHere(params),
    params,
    searchParams,
  ])
  const item = row.items.find(({ id }) => id === asked) ?? null
  if (!writes || (!item && asked !== 'new')) notFound()
  const kind = item?.kind ?? communicationItemKinds.find((one) => one === query.kind) ?? 'done'
  const heading = t(item ? 'communications.item.edit' : `communications.addItem.${kind}`)
  const values = { project: project.key, rowId: row.id, version: row.version, itemId: item?.id ?? '' }
  const words = communicationFormWords(t)
  const form = { action: keepItem, values, fields: itemFields(t, item, kind), send: t('communications.save'), words }
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: heading }]} />
      <PageHeading title={heading} intro={title} />
      <RecordForm id="item" {...form} />
      {item && (
        <Section id="remove" title={t('communications.item.remove')}>
          <StepForm
            action={dropItem}
            values={values}
            label={t('communications.item.remove')}
            kind="danger"
            reasons={{ ...words.reasons, STALE: t('communications.reason.STALE_STEP') }}
            notice={t('ui.notice.danger')}
          />
        </Section>
      )}
    </>
  )
}
