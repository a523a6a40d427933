import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { Cell } from '@/components/ui/table-model'
import { planRowAddress } from '@/lib/plan/addresses'
import type { Plan, PlanLink } from '@/lib/plan/overview/model'
import type { Words } from '@/lib/platform/words'
import { aboutAddress, projectAddress } from '@/lib/projects/addresses'
import { linkKindLabels } from '@/lib/projects/labels'
import { formatDate } from '@/lib/values/format'

type Props = { t: Words; projectKey: string; plan: Plan; writes: boolean }

/** Projects this one belongs with, and how far each of them is told to be. */
export function LinkSection({ t, projectKey, plan: { links }, writes }: Props) {
  const add = writes && <ButtonLink href={aboutAddress(projectKey, 'links')}>{t('plan.links.add')}</ButtonLink>
  const columns = (['name', 'kind', 'state'] as const).map((key) => ({ key, header: t(`plan.links.${key}`) }))
  const edit = { key: 'edit', header: t('plan.links.edit'), hideHeader: true }
  return (
    <Section id="links" title={t('plan.links.title')} actions={links.length > 0 && add}>
      <DataTable
        caption={t('plan.links.caption')}
        hideCaption
        columns={writes ? [...columns, edit] : columns}
        rows={links.map((link) => ({
          key: link.id,
          cells: [
            { text: link.name, href: hrefOf(link), note: link.note ?? undefined },
            t(linkKindLabels[link.kind]),
            stateCell(t, link),
            ...(writes ? [{ text: t('plan.links.edit'), href: planRowAddress(projectKey, 'links', link.id) }] : []),
          ],
        }))}
        empty={
          <EmptyState title={t('plan.links.none')} actions={add}>
            {t(writes ? 'plan.links.noneHelp' : 'plan.links.noneReader')}
          </EmptyState>
        }
      />
    </Section>
  )
}

function hrefOf({ projectKey, url }: PlanLink): string | undefined {
  return projectKey === null ? (url ?? undefined) : projectAddress(projectKey)
}

function stateCell(t: Words, { stateText, stateOn }: PlanLink): Cell {
  if (stateText === null) return { text: t('plan.notTold'), unknown: true }
  const note = stateOn === null ? undefined : t('plan.links.on', { day: formatDate(stateOn, t.locale) })
  return { text: stateText, note }
}
