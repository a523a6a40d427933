import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { type TreeItem, TreeList } from '@/components/ui/tree-list'
import { labelOf } from '@/lib/investments/model'
import { structurePartAddress } from '@/lib/plan/addresses'
import { type ProjectStructure, unitGroups } from '@/lib/plan/structure/model'
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
        {investments.length === 0 ? (
          nothing('investments', addInvestment)
        ) : (
          <TreeList
            items={treeOf(investments, (row) => ({
              text: labelOf(row),
              href: structurePartAddress(project, 'investments', row.id),
              notes: <span>{levelOf(row.levelId)}</span>,
            }))}
          />
        )}
      </Section>
      <Section id="units" title={t('structure.units')} actions={units.length > 0 && addUnit}>
        {units.length === 0 ? nothing('units', addUnit) : <UnitTrees {...{ t, project, investments, units }} />}
      </Section>
    </>
  )
}

/** The work packages under what they belong to, so that its long name stands once. */
function UnitTrees({ t, project, investments, units }: Omit<Props, 'structure'> & Omit<ProjectStructure, 'levels'>) {
  return unitGroups(investments, units).map(({ investment, rows }) => (
    <Section
      key={investment?.id ?? 'none'}
      id={`units-${investment?.id ?? 'none'}`}
      level={3}
      title={investment ? labelOf(investment) : t('structure.noInvestment')}
    >
      <TreeList
        items={treeOf(rows, (row) => ({
          text: titleOf(row),
          href: structurePartAddress(project, 'units', row.id),
          notes: (
            <>
              {row.code && <span>{row.code}</span>}
              <span>{t(row.reports ? 'structure.reporting' : 'structure.notReporting')}</span>
            </>
          ),
        }))}
      />
    </Section>
  ))
}

/** Rows within the rows above them; one whose row above is not among them stands at the top. */
function treeOf<Row extends { id: string; parentId: string | null }>(
  rows: readonly Row[],
  show: (row: Row) => Pick<TreeItem, 'text' | 'href' | 'notes'>,
): TreeItem[] {
  const known = new Set(rows.map(({ id }) => id))
  const under = (above: string | null): TreeItem[] =>
    rows
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === above)
      .map((row) => ({ key: row.id, ...show(row), children: under(row.id) }))
  return under(null)
}
