import type { Words } from '@/lib/platform/words'
import { linkOutcomeLabels } from '@/lib/toimintamallit/links/labels'
import type { CheckedLink } from '@/lib/toimintamallit/links/model'
import { formatDate } from '@/lib/values/format'

/** What became of an address when it was last tried: "Vastasi 12.9.2025". */
export function linkText(t: Words, { outcome, checkedAt }: CheckedLink): string {
  return t(linkOutcomeLabels[outcome], { day: formatDate(checkedAt, t.locale) })
}

/** The same as a line under the address, with the address it has moved to; nothing where nobody has tried it. */
export function LinkLine({ t, check }: { t: Words; check: CheckedLink | null }) {
  if (!check) return null
  return (
    <span className="block text-small text-muted">
      {linkText(t, check)}
      {check.movedTo && (
        <>
          {'. '}
          {t('toimintamallit.link.movedTo')}:{' '}
          <a className="break-all" href={check.movedTo} rel="noreferrer">
            {check.movedTo}
          </a>
        </>
      )}
    </span>
  )
}
