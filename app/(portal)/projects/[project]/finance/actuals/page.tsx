import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { ActualTable } from '@/components/finance/actuals/actual-table'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { newActualAddress, pasteAddress } from '@/lib/finance/addresses'
import { listPlaces } from '@/lib/finance/places/queries'
import { listActuals } from '@/lib/finance/queries'
import { financeHere } from '../here'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ taken?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.list.actuals') }
}

export default async function ActualsPage({ params, searchParams }: Props) {
  const [{ viewer, project, t, keeps, treasury }, { taken = '' }] = await Promise.all([
    financeHere(params),
    searchParams,
  ])
  const [rows, places] = await Promise.all([listActuals(viewer, project.id), listPlaces(viewer, project.id)])
  const actions = keeps && rows.length > 0 && (
    <>
      <ButtonLink href={pasteAddress(project.key)}>{t('finance.paste.title')}</ButtonLink>
      <ButtonLink href={newActualAddress(project.key)}>{t('finance.actual.add')}</ButtonLink>
    </>
  )
  return (
    <>
      <FinanceHeading
        t={t}
        project={project}
        treasury={treasury}
        list="actuals"
        title={t('finance.list.actuals')}
        intro={t('finance.actual.intro')}
        actions={actions}
      />
      {/^\d{1,6}$/.test(taken) && (
        <Notice kind="success" word={t('ui.notice.success')} live>
          <p>{t('finance.paste.taken', { count: Number(taken) })}</p>
        </Notice>
      )}
      <ActualTable t={t} project={project.key} rows={rows} places={places} periods={project.periods} keeps={keeps} />
      {rows.length > 0 && <ListingLinks t={t} project={project.key} list="actuals" />}
    </>
  )
}
