import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { linkStateFields } from '@/components/plan/form-parts'
import { RowPage } from '@/components/plan/row-page'
import { linkStateMark } from '@/lib/projects/links/model'
import { keepLinkState } from '../../actions'
import { planHere } from '../../load'

type Props = { params: Promise<{ project: string; link: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('plan.links.edit') }
}

export default async function LinkStatePage({ params }: Props) {
  const { t, crumbs, plan, writes, place } = await planHere(params)
  const { link: asked } = await params
  const link = plan.links.find(({ id }) => id === asked)
  if (!writes.links || !link) notFound()
  return (
    <RowPage
      t={t}
      crumbs={crumbs}
      title={t('plan.links.editOf', { name: link.name })}
      id="link-state"
      values={{ ...place, linkId: link.id, version: linkStateMark(link) }}
      fields={linkStateFields(t, link)}
      keep={keepLinkState}
    />
  )
}
