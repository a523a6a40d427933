import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import type { VersionChoice } from '@/lib/final-report/templates/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; choices: readonly VersionChoice[]; chosen: string | null }

/** Which version another is compared with. */
export function CompareWith({ t, choices, chosen }: Props) {
  if (choices.length < 2) return null
  return (
    <FilterBar label={t('admin.templates.differences.choose')} apply={t('admin.templates.differences.apply')}>
      <Select
        id="from"
        name="from"
        label={t('admin.templates.differences.with')}
        options={choices.map(({ id, name, version }) => ({
          value: id,
          label: t('admin.templates.version.title', { name, version }),
        }))}
        defaultValue={chosen ?? ''}
      />
    </FilterBar>
  )
}
