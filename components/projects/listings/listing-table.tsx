import { ListingFiles } from '@/components/projects/listings/listing-links'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import type { Words } from '@/lib/platform/words'
import { listingLabels } from '@/lib/projects/listings/labels'
import type { ListingName } from '@/lib/projects/listings/model'

/** Every list that the reader may have, each with its files. */
export function ListingTable({ t, project, lists }: { t: Words; project: string; lists: readonly ListingName[] }) {
  return (
    <>
      <DataTable
        caption={t('listings.caption')}
        hideCaption
        columns={[
          { key: 'list', header: t('listings.list') },
          { key: 'files', header: t('listings.files') },
        ]}
        rows={lists.map((list) => ({
          key: list,
          cells: [t(listingLabels[list]), <ListingFiles key="files" t={t} project={project} list={list} />],
        }))}
      />
      <Disclosure summary={t('listings.csvHelpTitle')}>
        <p>{t('listings.csvHelp')}</p>
      </Disclosure>
    </>
  )
}
