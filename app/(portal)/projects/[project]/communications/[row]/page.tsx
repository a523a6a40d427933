import type { Metadata } from 'next'
import { RowView } from '@/components/communications/row-view'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { editRowAddress } from '@/lib/communications/addresses'
import { type RowParams, rowHere } from '../load'

export async function generateMetadata({ params }: { params: RowParams }): Promise<Metadata> {
  return { title: (await rowHere(params)).title }
}

export default async function RowPage({ params }: { params: RowParams }) {
  const { project, t, crumbs, writes, row, title } = await rowHere(params)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={title}
        actions={
          writes && <ButtonLink href={editRowAddress(project.key, row.id)}>{t('communications.edit')}</ButtonLink>
        }
      />
      <RowView t={t} project={project} row={row} writes={writes} />
    </>
  )
}
