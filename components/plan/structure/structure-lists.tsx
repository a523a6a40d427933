import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { labelOf } from '@/lib/investments/model'
import { structurePartAddress } from '@/lib/plan/addresses'
import type { ProjectStructure } from '@/lib/plan/structure/model'
import type { Words } from '@/lib/platform/words'
import { titleOf } from '@/lib/work-packages/model'

type Props = { t: Words; project: string; structure: ProjectStructure }

/** Levels, investments and work packages of a project, each with the way to add and to change. */
export function StructureLists({ t, project, structure: { levels, investments, units } }: Props) {
  const add = (list: 'levels' | 'investments' | 'units', label: string) => (
    <ButtonLink href={structurePartAddress(project, list)}>{label}</ButtonLink>
  )
  const nothing = (name: string, actions?: ReactNode) => (
    <EmptyState title={t(`structure.none.${name}`)} actions={actions}>
      {t(`structure.noneHelp.${name}`)}
    </EmptyState>
  )
  const levelOf = (id: string) => levels.find((level) => level.id === id)?.label ?? ''
  const aboveOf = (id: string | null) => {
    const found = investments.find((one) => one.id === id)
    return found ? labelOf(found) : ''
  }
  const unitAbove = (id: string | null) => {
    const found = units.find((one) => one.id === id)
    return found ? titleOf(found) : ''
  }
  const addLevel = add('levels', t('structure.level.add'))
  const addInvestment = levels.length > 0 ? add('investments', t('structure.investment.add')) : undefined
  const addUnit = add('units', t('structure.unit.add'))
  return (
    <>
      <Section id="levels" title={t('structure.levels')} actions={levels.length > 0 && addLevel}>
        <DataTable
          caption={t('structure.levels')}
          hideCaption
          columns={[
            { key: 'label', header: t('structure.field.label') },
            { key: 'key', header: t('structure.field.key') },
            { key: 'depth', header: t('structure.field.depth'), numeric: true },
          ]}
          rows={levels.map(({ id, label, key, depth }) => ({
            key: id,
            cells: [{ text: label, href: structurePartAddress(project, 'levels', id) }, key, String(depth)],
          }))}
          empty={nothing('levels', addLevel)}
        />
      </Section>
      <Section id="investments" title={t('structure.investments')} actions={investments.length > 0 && addInvestment}>
        <DataTable
          caption={t('structure.investments')}
          hideCaption
          columns={[
            { key: 'title', header: t('structure.field.title') },
            { key: 'level', header: t('structure.field.levelId') },
            { key: 'parent', header: t('structure.field.parentId') },
          ]}
          rows={investments.map((row) => ({
            key: row.id,
            cells: [
              { text: labelOf(row), href: structurePartAddress(project, 'investments', row.id) },
              levelOf(row.levelId),
              aboveOf(row.parentId),
            ],
          }))}
          empty={nothing('investments', addInvestment)}
        />
      </Section>
      <Section id="units" title={t('structure.units')} actions={units.length > 0 && addUnit}>
        <DataTable
          caption={t('structure.units')}
          hideCaption
          columns={[
            { key: 'title', header: t('structure.field.title') },
            { key: 'code', header: t('structure.field.code') },
            { key: 'reports', header: t('structure.field.reports') },
            { key: 'parent', header: t('structure.field.unitParent') },
            { key: 'investment', header: t('structure.field.investmentId') },
          ]}
          rows={units.map((row) => ({
            key: row.id,
            cells: [
              { text: titleOf(row), href: structurePartAddress(project, 'units', row.id) },
              row.code ?? '',
              t(row.reports ? 'structure.yes' : 'structure.no'),
              unitAbove(row.parentId),
              aboveOf(row.investmentId),
            ],
          }))}
          empty={nothing('units', addUnit)}
        />
      </Section>
    </>
  )
}
