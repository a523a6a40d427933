import type { Words } from '@/lib/platform/words'
import { listFileAddress } from '@/lib/projects/addresses'
import { listingLabels, sheetFormatLabels } from '@/lib/projects/listings/labels'
import { type ListingName, sheetFormats } from '@/lib/projects/listings/model'

type Props = { t: Words; project: string; list: ListingName }

/** A list as a file, in each form. The links are told apart by the list's name where several lists stand on one page. */
export function ListingFiles({ t, project, list }: Props) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {sheetFormats.map((format) => {
        const label = t(sheetFormatLabels[format])
        const name = t('listings.download', { list: t(listingLabels[list]), format: label })
        return (
          <li key={format}>
            <a href={listFileAddress(project, list, format)} aria-label={name} download>
              {label}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** Under a list on its own page: the same list as a file. */
export function ListingLinks({ t, project, list }: Props) {
  return (
    <div className="mt-4 flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      <span>{t('listings.asFile')}</span>
      <ListingFiles t={t} project={project} list={list} />
    </div>
  )
}
