import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import { decisionsAddress } from '@/lib/meetings/addresses'
import { type ConcernKind, concernKinds } from '@/lib/meetings/decisions/model'
import { concernKindLabels } from '@/lib/meetings/labels'
import type { Words } from '@/lib/platform/words'

/** The kind in the page's address; null for none, or for one that is not known. */
export function kindFrom(text: string | undefined): ConcernKind | null {
  return concernKinds.find((kind) => kind === text) ?? null
}

/** Narrows the decisions to what they concern; the choice stands in the address. */
export function DecisionFilter({ t, projectKey, kind }: { t: Words; projectKey: string; kind: ConcernKind | null }) {
  return (
    <FilterBar
      label={t('decisions.filter.label')}
      apply={t('ui.apply')}
      clear={kind ? { label: t('ui.clear'), href: decisionsAddress(projectKey) } : undefined}
    >
      <Select
        id="concerns"
        name="concerns"
        label={t('decisions.filter.label')}
        empty={t('decisions.filter.all')}
        options={concernKinds.map((one) => ({ value: one, label: t(concernKindLabels[one]) }))}
        defaultValue={kind ?? ''}
      />
    </FilterBar>
  )
}
