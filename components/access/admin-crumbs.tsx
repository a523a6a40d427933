import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs'
import { adminAddress } from '@/lib/access/addresses'
import type { Words } from '@/lib/platform/words'

/** The way to a page of administration; `under` false for those who may open this page and not the ones above it. */
export function AdminCrumbs({ t, crumbs, under = true }: { t: Words; crumbs: readonly Crumb[]; under?: boolean }) {
  const above = under ? [{ label: t('people.admin.title'), href: adminAddress }] : []
  return <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...above, ...crumbs]} />
}
