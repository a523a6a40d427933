import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { ListView } from '@/components/retention/list-view'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { listFileAddress, retentionAddress } from '@/lib/retention/addresses'
import { isOver } from '@/lib/retention/lists/model'
import { findList } from '@/lib/retention/lists/queries'
import { decide, destroy, leaveOutLine, withdraw } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('retention.lists.title') }
}

export default async function DestructionListPage({ params }: { params: Promise<{ list: string }> }) {
  const [viewer, t, { list: id }] = await Promise.all([requireViewer(), requestWords(), params])
  const list = await findList(viewer, id)
  if (!list) notFound()
  const title = t('retention.lists.one', { year: String(list.year) })
  const crumbs = [{ label: t('retention.title'), href: retentionAddress }, { label: title }]
  const files = ['xlsx', 'csv'].map((format) => (
    <a key={format} href={listFileAddress(list.id, format)} download>
      {t(`retention.list.${format}`)}
    </a>
  ))
  return (
    <>
      <AdminCrumbs t={t} crumbs={crumbs} />
      <PageHeading
        title={title}
        intro={t(isOver(list) ? 'retention.list.introOver' : 'retention.list.intro')}
        actions={files}
      />
      <ListView t={t} list={list} actions={{ leaveOutLine, withdraw, decide, destroy }} />
    </>
  )
}
