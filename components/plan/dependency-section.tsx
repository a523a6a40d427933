import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { planRowAddress } from '@/lib/plan/addresses'
import type { DependencyRow } from '@/lib/plan/dependencies/model'
import { type Plan, partLabel } from '@/lib/plan/overview/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; projectKey: string; plan: Plan; writes: boolean }

/** What each part of the plan cannot do without. */
export function DependencySection({ t, projectKey, plan, writes }: Props) {
  const rows = plan.dependencies
  const add = writes && (
    <ButtonLink href={planRowAddress(projectKey, 'dependencies', 'new')}>{t('plan.dependencies.add')}</ButtonLink>
  )
  return (
    <Section
      id="dependencies"
      title={t('plan.dependencies.title')}
      intro={t('plan.dependencies.intro')}
      actions={rows.length > 0 && add}
    >
      <DataTable
        caption={t('plan.dependencies.caption')}
        hideCaption
        columns={(['part', 'needs', 'other'] as const).map((key) => ({ key, header: t(`plan.dependencies.${key}`) }))}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            {
              text: partLabel(plan, row.workPackageId) ?? t('plan.whole'),
              href: writes ? planRowAddress(projectKey, 'dependencies', row.id) : undefined,
            },
            needed(plan, row),
            t(`plan.dependencies.kind.${row.neededId ? 'part' : row.linkId ? 'link' : 'text'}`),
          ],
        }))}
        empty={
          <EmptyState title={t('plan.dependencies.none')} actions={add}>
            {t(writes ? 'plan.dependencies.noneHelp' : 'plan.dependencies.noneReader')}
          </EmptyState>
        }
      />
    </Section>
  )
}

/** A name with the words under it, or the words alone. */
function needed(plan: Plan, { neededId, linkId, text }: DependencyRow) {
  const name = partLabel(plan, neededId) ?? plan.links.find(({ id }) => id === linkId)?.name ?? null
  return name === null ? (text ?? '') : { text: name, note: text ?? undefined }
}
